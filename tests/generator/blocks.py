"""Everything around the table: letterhead, addresses, summaries, small print and decoy tables."""

from datetime import date, timedelta
from decimal import Decimal

from .cells import Words, show_amount, show_balance, symbol
from .dates import show_date
from .facts import ADVANCES
from .figures import figure
from .ledger import CARD_SECTIONS, day_ends, fill
from .model import CENT, Account
from .places import COMPANIES, PEOPLE
from .sheet import GREY, Sheet

Pair = tuple[str, str]
DAYS = 45  # that the list of daily balances holds


def letterhead(s: Sheet, bank: str, title: str) -> None:
    """Name and title at the top of the first page."""
    style, y = s.style, s.y
    if style.head == "band":
        s.box(0, s.height - 62, s.width, 62, fill=s.tint)
        s.text(s.left, s.height - 38, bank, bold=True, size=18, color=s.white)
        s.text(s.right, s.height - 38, title, align="right", size=11, color=s.white)
        s.y = s.height - 84
        return
    if style.head == "centre":
        s.text(s.width / 2, y - 16, bank, align="centre", bold=True, size=17, color=s.tint)
        s.text(s.width / 2, y - 32, title, align="centre", size=11)
        s.y = y - 52
        return
    x, align, other = (s.left, "left", s.right) if style.head == "left" else (s.right, "right", s.left)
    s.text(x, y - 14, bank, align=align, bold=True, size=15, color=s.tint)
    s.text(other, y - 14, title, align="right" if align == "left" else "left", bold=True, size=12)
    s.line(s.left, y - 22, s.right, y - 22, 1.2, s.tint)
    s.y = y - 38


def address(s: Sheet, facts: list[str], name: str | None = None) -> str:
    """The holder's address on one side, facts about the account on the other. Tells the holder's name (None: any)."""
    place, pick = s.style.place, s.rng.choice
    size, step = min(s.style.size + 0.5, 9.5), min(s.style.size + 0.5, 9.5) * 1.3
    anybody = pick(PEOPLE)
    holder = [name or anybody, pick(place.streets), pick(place.cities)]
    bank = [
        pick(place.streets),
        pick(place.cities),
        f"Tel. {pick(('0800', '020', '1-800', '030'))} 555 01{s.rng.randrange(10, 99)}",
    ]
    side_by_side = max(s.measure(f, size, True) for f in facts) < (s.right - s.left) / 2 and s.rng.random() < 0.75
    left = holder if side_by_side else [*holder, "", *facts]
    middle = s.left + (s.right - s.left) / 2 + 10
    right = [*facts] if side_by_side else bank
    for k, text in enumerate(left):
        s.text(s.left, s.y - step * (k + 1), text, size=size)
    indent = max(s.measure(f.split(": ")[0], size, True) for f in facts) + 14
    for k, text in enumerate(right):
        label, colon, value = text.partition(": ")
        if colon and s.style.fact_columns and side_by_side and middle + indent + s.measure(value, size, True) < s.right:
            s.text(middle, s.y - step * (k + 1), label + colon.strip(), size=size)
            s.text(middle + indent, s.y - step * (k + 1), value, size=size, bold=True)
        else:
            s.text(middle, s.y - step * (k + 1), text, size=size, bold=side_by_side and k == 0)
    s.y -= step * (max(len(left), len(right)) + 1.5)
    return holder[0]


def summary_pairs(s: Sheet, account: Account, words: Words, ends: tuple[str, str]) -> list[Pair]:
    """(label, sum) lines of the summary; `ends` are the first and last day as printed."""
    style = s.style
    mark = symbol(style) if style.mark in ("summary", "each") else ""

    def shown(value: Decimal) -> str:
        text = show_balance(style, value)
        if style.mark != "summary":
            return text
        return f"{text} {mark}" if style.symbol_after else f"{mark} {text}" if len(mark) > 1 else _glued(mark, text)

    if style.kind == "card":
        card, parts = style.lang.card, account.parts
        middle = [(card[name], parts[name]) for name in CARD_SECTIONS]
        if "advances" in style.facts:
            middle.insert(2, (ADVANCES[style.lang.code], Decimal(0)))
        signs = s.rng.random() < 0.5
        lines = [
            (label, ("-" if k == 0 and value else "+") * signs + show_amount(style, value, "none"))
            for k, (label, value) in enumerate(middle)
        ]
        return [(card["previous"], shown(account.opening)), *lines, (card["new"], shown(account.shown_closing))]
    opening, closing = words.opening, words.closing
    if style.dated_summary:
        opening, closing = (f"{label} {day}" for label, day in zip((opening, closing), ends, strict=True))
    lines = [(opening, shown(account.opening))]
    if style.totals_shown:
        counts = [sum(r.amount > 0 for r in account.rows), sum(r.amount < 0 for r in account.rows)]
        for label, value, count in zip(
            (words.sum_in, words.sum_out), (account.shown_in, account.shown_out), counts, strict=True
        ):
            lines.append((f"{label} ({count})" if style.counts else label, show_amount(style, value, "none")))
    return [*lines, (closing, shown(account.shown_closing))]


def _glued(mark: str, text: str) -> str:
    """Puts a one-letter symbol in front, after a leading sign."""
    return f"{text[0]}{mark}{text[1:]}" if text[0] in "-\u2212\u2013(" else f"{mark}{text}"


def summary(s: Sheet, pairs: list[Pair]) -> None:
    """A list, a framed box or one wide row of figures."""
    size = s.style.size
    step = size * 1.45
    if s.style.summary == "wide" and (
        len(pairs) * max(s.measure(t, size, True) + 12 for p in pairs for t in p) < s.right - s.left
    ):
        s.need(4 * step)
        width = (s.right - s.left) / len(pairs)
        s.box(s.left, s.y - 2.8 * step, s.right - s.left, 2.8 * step, stroke=GREY)
        for k, (label, value) in enumerate(pairs):
            s.text(s.left + width * (k + 0.5), s.y - step, label, align="centre", size=size, color=GREY)
            s.text(s.left + width * (k + 0.5), s.y - 2.2 * step, value, align="centre", bold=True, size=size)
        s.y -= 4 * step
        return
    boxed = s.style.summary == "box"
    width = max(s.measure(a, size, True) + s.measure(b, size, True) for a, b in pairs) + (30 if boxed else 60)
    x = s.right - width if boxed and s.rng.random() < 0.5 else s.left
    s.need(step * (len(pairs) + 2))
    if boxed:
        s.box(x - 4, s.y - step * (len(pairs) + 0.5), width + 8, step * (len(pairs) + 0.5), fill=s.pale, stroke=s.tint)
    for k, (label, value) in enumerate(pairs):
        last = k == len(pairs) - 1
        s.text(x, s.y - step * (k + 1), label, size=size, bold=last)
        s.text(x + width, s.y - step * (k + 1), value, align="right", size=size, bold=last)
    s.y -= step * (len(pairs) + 1.8)


def paragraph(s: Sheet, text: str, size: float = 7.0) -> None:
    """Small print over the full width."""
    words, line = text.split(" "), ""
    for word in [*words, ""]:
        trial = f"{line} {word}".strip()
        if word and s.measure(trial, size) <= s.right - s.left:
            line = trial
            continue
        s.need(size * 1.4)
        s.y -= size * 1.3
        s.text(s.left, s.y, line, size=size, color=GREY)
        line = word
    s.y -= size


def legal(s: Sheet, day: date, count: int) -> None:
    for _ in range(count):
        paragraph(s, fill(s.rng.choice(s.style.lang.legal), s.style, s.rng, day))


def grid(s: Sheet, title: str, rows: list[list[str]], widths: list[float]) -> None:
    """A small table; the first cell of a row starts at the left, the others end at the right."""
    size = min(s.style.size, 8.5)
    step = size * 1.5
    s.need(step * min(len(rows) + 2, 12))
    s.y -= step
    s.text(s.left, s.y, title, bold=True, size=size + 1, color=s.tint)
    for row in rows:
        s.need(step)
        s.y -= step
        x = s.left
        for k, (cell, width) in enumerate(zip(row, widths, strict=False)):
            s.text(x + (width if k else 0), s.y, cell, align="right" if k else "left", size=size)
            x += width
    s.y -= step


def fees(s: Sheet) -> None:
    title, first, second, here, year = s.style.lang.fees
    zero, some = (
        show_amount(s.style, Decimal(0), "none"),
        show_amount(s.style, Decimal(s.rng.randrange(1000, 9000)) * CENT, "none"),
    )
    grid(s, title, [["", here, year], [first, zero, some], [second, zero, zero]], [170, 110, 110])


def rates(s: Sheet) -> None:
    title, start, rate = s.style.lang.rates
    steps = [Decimal(0), Decimal(5000), Decimal(25000)]
    rows = [[figure(v, s.style.numbers), f"{s.rng.randrange(0, 4)}.{s.rng.randrange(10, 99)} %"] for v in steps]
    grid(s, title, [[start, rate], *rows], [170, 90])


def daily(s: Sheet, account: Account) -> None:
    """The balance at the end of each day, in three columns, as many banks print after the movements."""
    cells = [
        [show_date(day, s.style.date_format, s.style.lang), show_balance(s.style, value)]
        for day, value in day_ends(account).items()
    ][:DAYS]
    third = -(-len(cells) // 3)
    lines = [[text for cell in cells[i::third] for text in cell] for i in range(third)]
    size = min(s.style.size, 8.5)
    s.need(size * 1.5 * min(len(lines) + 2, 10))
    s.y -= size * 1.5
    s.text(s.left, s.y, s.style.lang.daily, bold=True, size=size + 1, color=s.tint)
    for line in lines:
        s.need(size * 1.5)
        s.y -= size * 1.5
        for k, cell in enumerate(line):
            x = s.left + (k // 2) * (s.right - s.left) / 3
            s.text(x + (0 if k % 2 == 0 else 140), s.y, cell, align="right" if k % 2 else "left", size=size)
    s.y -= size * 1.5


def check_grid(s: Sheet, account: Account, total: str) -> None:
    """Checks two abreast: text, date and amount each."""
    rows = [row for row in account.rows if row.section == "checks"]
    size = s.style.size
    step, half = size * 1.5, (s.right - s.left) / 2
    s.need(step * min(len(rows) // 2 + 4, 12))
    s.y -= step
    s.text(s.left, s.y, "Checks Paid", bold=True, size=size + 1, color=s.tint)
    for start in range(0, len(rows), 2):
        s.need(step)
        s.y -= step
        for k, row in enumerate(rows[start : start + 2]):
            x = s.left + k * half
            s.text(x, s.y, row.description, size=size)
            s.text(x + 90, s.y, show_date(row.day, s.style.date_format, s.style.lang), size=size)
            s.text(x + half - 24, s.y, show_amount(s.style, abs(row.shown), "none"), align="right", size=size)
    s.y -= step
    s.text(s.left, s.y, total, bold=True, size=size)
    s.text(s.left + half - 24, s.y, show_amount(s.style, account.parts["checks"], "none"), align="right", size=size)
    s.y -= step


def pending(s: Sheet, end: date) -> None:
    """Movements that are announced but not booked: no rows of the statement."""
    rows = []
    for _ in range(s.rng.randrange(1, 4)):
        day = show_date(end + timedelta(days=s.rng.randrange(1, 9)), s.style.date_format, s.style.lang)
        rows.append(
            [
                f"{day}  {s.rng.choice(COMPANIES)}",
                show_amount(s.style, Decimal(s.rng.randrange(1000, 90000)) * CENT, "none"),
            ]
        )
    grid(s, s.style.lang.pending, rows, [260, 90])


def coupon(s: Sheet, account: Account, due: str, minimum: str, holder: str) -> None:
    """The part of a card statement to send back with the payment."""
    card, step = s.style.lang.card, 13.0
    s.need(8 * step)
    s.y -= step
    s.line(s.left, s.y, s.right, s.y, 0.5, dash=(4, 3))
    s.text(s.width / 2, s.y - 10, card["coupon"], align="centre", size=7, color=GREY)
    rows = [
        (account.label, account.number),
        (card["new"], show_balance(s.style, account.shown_closing)),
        (card["minimum"], minimum),
        (card["due"], due),
        (card["enclosed"], f"{symbol(s.style)} ____________"),
    ]
    for k, (label, value) in enumerate(rows):
        s.text(s.width / 2, s.y - step * (k + 2), label, size=8)
        s.text(s.right, s.y - step * (k + 2), value, align="right", size=8, bold=k < 2)
    for k, text in enumerate((holder, s.rng.choice(s.style.place.streets), s.rng.choice(s.style.place.cities))):
        s.text(s.left, s.y - step * (k + 3), text, size=8)
    s.y -= step * 8


def advert(s: Sheet) -> None:
    offers = {
        "en": "Earn up to $300.00 when you open a Flex Saver by 12/31. Terms apply.",
        "de": "Bis zu 150,00 € Prämie!",
        "fr": "Jusqu'à 80,00 € offerts !",
        "es": "¡Hasta 100,00 € de regalo!",
        "it": "Fino a 120,00 € in omaggio!",
        "nl": "Tot 75,00 € cadeau!",
        "pt": "Ganhe até 60,00 €!",
    }
    s.need(46)
    s.box(s.left, s.y - 34, s.right - s.left, 30, fill=s.pale)
    s.text(s.width / 2, s.y - 22, offers[s.style.lang.code], align="centre", bold=True, size=9, color=s.tint)
    s.y -= 48
