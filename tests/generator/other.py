"""Documents that are no statements: an invoice, a letter and a picture."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from . import blocks
from .cells import show_amount
from .dates import header_format, show_date
from .ledger import amount
from .model import CENT
from .places import COMPANIES, PEOPLE, SHOPS
from .sheet import BLACK, GREY, Sheet
from .style import Style


def draw_other(style: Style, seed: int) -> tuple[bytes, int]:
    """(PDF, number of pages) of a document of the style's kind."""
    sheet = Sheet(style, seed, lambda s: None)
    {"invoice": _invoice, "letter": _letter, "picture": _picture}[style.kind](sheet, Random(f"other {seed}"))
    return sheet.finish(), sheet.page


def _day(rng: Random) -> date:
    return date(2023, 1, 1) + timedelta(days=rng.randrange(900))


def _shown(s: Sheet, day: date) -> str:
    return show_date(day, header_format(s.style.date_format, s.style.country, s.style.header_words), s.style.lang)


def _invoice(s: Sheet, rng: Random) -> None:
    """Items with quantity, price and sum, then net, tax and gross: rows, but no account."""
    s.y -= 20
    day = _day(rng)
    s.text(s.left, s.y, f"{rng.choice(COMPANIES)} Ltd", bold=True, size=16, color=s.tint)
    s.text(s.right, s.y, "INVOICE", align="right", bold=True, size=14)
    s.y -= 30
    facts = [
        f"Invoice no. {day.year}-{rng.randrange(1000, 9999)}",
        f"Invoice date {_shown(s, day)}",
        f"Due {_shown(s, day + timedelta(days=30))}",
        f"Customer no. {rng.randrange(10000, 99999)}",
    ]
    blocks.address(s, facts)
    stops = [s.left, s.right - 190, s.right - 95, s.right]
    _cells(s, stops, ["Item", "Qty", "Unit price", "Amount"], True)
    s.line(s.left, s.y - 3, s.right, s.y - 3)
    net = Decimal(0)
    for _ in range(rng.randrange(3, 14)):
        count, price = rng.randrange(1, 9), amount(rng, False)
        net += price * count
        _cells(
            s,
            stops,
            [
                f"{rng.choice(SHOPS).title()} {rng.randrange(10, 99)}",
                str(count),
                show_amount(s.style, price, "none"),
                show_amount(s.style, price * count, "none"),
            ],
        )
    tax = (net * Decimal("0.2")).quantize(CENT)
    s.line(s.left, s.y - 3, s.right, s.y - 3)
    for label, value in (("Subtotal", net), ("Tax 20 %", tax), ("Total due", net + tax)):
        _cells(s, stops, ["", "", label, show_amount(s.style, value, "none")], True)
    blocks.paragraph(s, "Payable within 30 days without deduction. Please quote the invoice number with your payment.")


def _cells(s: Sheet, stops: list[float], cells: list[str], bold: bool = False) -> None:
    s.need(20)
    s.y -= s.style.size * 1.6
    for k, (x, cell) in enumerate(zip(stops, cells, strict=True)):
        s.text(x, s.y, cell, align="right" if k else "left", bold=bold)


def _letter(s: Sheet, rng: Random) -> None:
    """A bank's letter that mentions dates and sums."""
    bank, day = rng.choice(s.style.place.banks), _day(rng)
    blocks.letterhead(s, bank, "")
    blocks.address(s, [_shown(s, day), f"Our reference {rng.randrange(10000, 99999)}"])
    sums = [show_amount(s.style, amount(rng, True), "none") for _ in range(3)]
    texts = [
        f"Dear {rng.choice(PEOPLE)},",
        (
            f"thank you for your message of {_shown(s, day - timedelta(days=9))}. We have looked into the payment of "
            f"{sums[0]} and have returned it to the sender. It will reach the other bank within three working days."
        ),
        (
            f"As agreed, your arranged overdraft will rise from {sums[1]} to {sums[2]} from "
            f"{_shown(s, day + timedelta(days=14))}. The rate of 9.90 % a year stays the same."
        ),
        "You need not do anything. If you have questions, please call us or visit your branch.",
        "Yours sincerely,",
        bank,
    ]
    for text in texts:
        blocks.paragraph(s, text, 10)
        s.y -= 8


def _picture(s: Sheet, rng: Random) -> None:
    """A page of shapes without any text, like a photograph in a PDF."""
    c = s.canvas
    for _ in range(120):
        shade = rng.random()
        c.setFillColor(BLACK if shade < 0.1 else GREY if shade < 0.2 else s.tint if shade < 0.6 else s.pale)
        x, y, r = rng.uniform(40, s.width - 40), rng.uniform(40, s.height - 40), rng.uniform(5, 70)
        c.circle(x, y, r, stroke=0, fill=1)
