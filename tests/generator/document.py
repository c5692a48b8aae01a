"""Composes a statement: page head, accounts, tables and what follows."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random

from . import blocks
from .cells import Line, Words, amount_cells, columns, describe, show_amount, table_lines
from .dates import header_format, show_date, show_period
from .defects import Misprint, spoil
from .edit import UNCHANGED, Edit
from .facts import AVAILABLE, DATED, FEES, INTEREST, Facts, facts
from .ledger import CHECK_SECTION, account, day_ends, period
from .model import Account
from .sheet import GREY, Sheet
from .style import Style
from .table import Table
from .terms import LIMIT, available_credit, due_date, minimum_payment
from .told import summary_figures


@dataclass
class Statement:
    """The content of a statement and what of it the page states.

    Known once it is drawn: its pages, the lines of each account's table, (account, page, figures) of what stands
    outside of the tables, see `told`, and the holder of the address.
    """

    bank: str | None
    span: tuple[date, date]
    accounts: list[Account]
    misprints: list[Misprint]
    pages: int = 0
    lines: list[list[Line]] = field(default_factory=list)
    told: list[tuple[int, int, dict[str, Decimal]]] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)  # of the only account, where the style has the head say more of it
    holder: str | None = None


def content(style: Style, rng: Random) -> Statement:
    """Accounts with true and printed figures."""
    span = period(style, rng)
    accounts = [
        account(style, rng, span, style.rows if k == 0 else max(1, style.rows // 3)) for k in range(style.accounts)
    ]
    misprints = spoil(accounts[0], style, rng)
    bank = None if style.table_only else rng.choice(style.place.banks)
    one = accounts[0]
    more = facts(style, rng, span[1], one.shown_closing, one.rows) if style.facts else Facts()
    return Statement(bank, span, accounts, misprints, facts=more)


def draw(style: Style, statement: Statement, seed: int, edit: Edit = UNCHANGED) -> bytes:
    """The PDF, printed as the edit has it. It is drawn twice, as page footers tell the number of pages, unless the
    statement has known that right before."""
    pdf = b""
    for _ in range(2):
        total = statement.pages
        statement.lines, statement.told = [], []
        sheet = Sheet(style, seed, lambda s, m=total: _furniture(s, statement, m))  # type: ignore[misc]
        _compose(sheet, statement, edit)
        statement.pages = sheet.page
        pdf = sheet.finish()
        if sheet.page == total:
            break
    return pdf


def printed_amounts(style: Style, statement: Statement) -> tuple[str, ...]:
    """The amount of every row as it stands on the page, without a suffix in its own column."""
    result = []
    for one in statement.accounts:
        for row in one.rows:
            cells = amount_cells(style, row.shown)
            result.append(cells.get("amount") or cells["debit" if row.shown < 0 else "credit"])
    return tuple(result)


def _furniture(s: Sheet, statement: Statement, total: int) -> None:
    """Footer, and from page two on a small header."""
    style = s.style
    if style.table_only:
        return
    page = style.lang.page[style.hue % len(style.lang.page)].format(n=s.page, m=total)
    side = ("left", "centre", "right")[style.hue // 15 % 3]
    x = {"left": s.left, "centre": s.width / 2, "right": s.right}[side]
    s.text(x, 28, page, align=side, size=7, color=GREY)
    if style.filler or style.hue % 2:
        s.text(
            s.left, 40, f"{statement.bank} · {style.place.streets[0]}, {style.place.cities[0]}", size=6.5, color=GREY
        )
    if s.page > 1:
        one = statement.accounts[0]
        s.text(s.left, s.height - 30, str(statement.bank), size=8, bold=True, color=s.tint)
        s.text(s.right, s.height - 30, f"{one.label} {one.number}", align="right", size=7.5)
        s.y = s.top - 8


def _compose(s: Sheet, statement: Statement, edit: Edit) -> None:
    style, lang = s.style, s.style.lang
    words = Words(s)
    if not style.table_only:
        _head(s, statement)
    for index, one in enumerate(statement.accounts):
        if style.accounts > 1:
            s.need(90)
            s.text(
                s.left, s.y - 12, f"{one.name} — {one.label} {one.number}", bold=True, size=style.size + 2, color=s.tint
            )
            s.y -= 24
        form = header_format(style.date_format, style.country, style.header_words)
        ends = (show_date(statement.span[0], form, lang), show_date(statement.span[1], form, lang))
        said = edit.summary(one) if index == edit.account else one
        pairs = blocks.summary_pairs(s, said, words, ends)
        if style.summary in ("top", "box", "wide"):
            blocks.summary(s, pairs)
            statement.told.append((index, s.page, summary_figures(style, said)))
        if index == 0:
            for _ in range(style.filler):
                blocks.legal(s, statement.span[1], 14)
                s.new_page()
        _table(s, statement, one, words, edit if index == edit.account else UNCHANGED)
        if style.summary == "bottom":
            blocks.summary(s, pairs)
            statement.told.append((index, s.page, summary_figures(style, said)))
        if "daily" in style.extras and one.rows and style.kind == "bank" and not style.defect:
            blocks.daily(s, one)
            days = {f"day {day}": value for day, value in list(day_ends(one).items())[: blocks.DAYS]}
            statement.told.append((index, s.page, days))
    _after(s, statement)
    if not style.table_only and lang.code == "en" and "advert" in style.extras:
        blocks.advert(s)


def _head(s: Sheet, statement: Statement) -> None:
    style, lang, pick = s.style, s.style.lang, s.rng.choice
    title = pick(lang.card_title if style.kind == "card" else lang.title)
    blocks.letterhead(s, str(statement.bank), title)
    words = header_format(style.date_format, style.country, style.header_words)
    template = pick(lang.period if style.period_shown == "range" else lang.statement_date)
    facts = [show_period(*statement.span, words, template, lang, s.rng.random() < 0.3)]
    if style.accounts == 1:
        one = statement.accounts[0]
        facts.insert(
            s.rng.randrange(2), f"{one.label}{'' if one.label.endswith((':', '#')) else pick((':', ''))} {one.number}"
        )
        facts.append(one.name if style.kind == "bank" else f"{lang.card['limit']} {show_amount(style, LIMIT, 'none')}")
    if style.country == "gb" and not style.use_iban and style.kind == "bank":
        facts.append(f"Sort code {s.rng.randrange(10, 99)}-{s.rng.randrange(10, 99)}-{s.rng.randrange(10, 99)}")
    if style.mark == "note" or not (style.place.plain_symbol or style.symbol_code):
        facts.append(lang.money_note.format(code=style.place.currency))
    statement.holder = blocks.address(s, [*facts, *_more(s, statement.facts)], statement.facts.holder)
    if style.kind == "card":
        _card_facts(s, statement)


def _more(s: Sheet, told: Facts) -> list[str]:
    """Further facts of the page head as printed."""
    style, code = s.style, s.style.lang.code
    form = header_format(style.date_format, style.country, style.header_words)
    found = [
        (style.lang.holder, told.holder),
        (DATED[code], told.dated and show_date(told.dated, form, style.lang)),
        *(
            (label, None if value is None else show_amount(style, value, "none"))
            for label, value in (
                (AVAILABLE[code], told.available),
                (FEES[code][1], told.fees),
                (INTEREST[code][1], told.interest),
            )
        ),
        told.number or ("", None),
    ]
    return [f"{label}: {value}" for label, value in found if value is not None]


def _card_facts(s: Sheet, statement: Statement) -> None:
    """Minimum payment, due date and available credit."""
    card = s.style.lang.card
    minimum, due = _terms(s, statement)
    free = show_amount(s.style, available_credit(statement.accounts[0]), "none")
    for label, value in ((card["minimum"], minimum), (card["due"], due), (card["available"], free)):
        s.y -= s.style.size * 1.4
        s.text(s.left, s.y, f"{label}: {value}", size=s.style.size)
    if s.rng.random() < 0.5:
        s.y -= 4
        blocks.paragraph(s, card["warning"].format(small=show_amount(s.style, Decimal(41), "none")))
    s.y -= s.style.size * 1.6


def _terms(s: Sheet, statement: Statement) -> tuple[str, str]:
    """Minimum payment and due date as printed."""
    minimum, day = minimum_payment(statement.accounts[0]), due_date(statement.span)
    words = header_format(s.style.date_format, s.style.country, s.style.header_words)
    return show_amount(s.style, minimum, "none"), show_date(day, words, s.style.lang)


def _table(s: Sheet, statement: Statement, one: Account, words: Words, edit: Edit) -> None:
    style = s.style
    order = columns(style, words)
    for row in one.rows:
        row.description = describe(style, row, order)
    ends = tuple(show_date(day, style.date_format, style.lang) for day in statement.span)
    lines = edit.lines(table_lines(style, edit.table(one), words, (ends[0], ends[1])))
    statement.lines.append(lines)
    if not one.rows and not lines:
        s.y -= 14
        s.text(s.left, s.y, style.lang.nothing, italic=True)
        s.y -= 20
        return
    if lines:
        Table(s, order, lines, words).draw()
    if style.check_grid and any(row.section == CHECK_SECTION for row in one.rows):
        for row in one.rows:
            row.description = row.lines[0] if row.section == CHECK_SECTION else row.description
        blocks.check_grid(s, one, f"{words.total} Checks Paid")
    if not one.rows:
        s.text(s.left, s.y - 4, style.lang.nothing, italic=True)
        s.y -= 24


def _after(s: Sheet, statement: Statement) -> None:
    extras, end = s.style.extras, statement.span[1]
    if "pending" in extras and s.style.defect != "unproven":
        blocks.pending(s, end)
    if "fees" in extras:
        blocks.fees(s)
    if "rates" in extras:
        blocks.rates(s)
    if "legal" in extras:
        blocks.legal(s, end, s.rng.randrange(1, 6))
    if "coupon" in extras and s.style.kind == "card":
        minimum, due = _terms(s, statement)
        blocks.coupon(s, statement.accounts[0], due, minimum, statement.holder or "")
        statement.told.append((0, s.page, {"closing": statement.accounts[0].shown_closing}))
