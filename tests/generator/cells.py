"""What stands in the cells of the table of movements."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from .dates import show_date
from .figures import SEPARATORS, figure, money
from .model import Account, Row
from .sheet import Sheet
from .style import Style

MONEY = {"debit", "credit", "amount", "balance"}
FOREIGN = {
    "en": "Original amount",
    "de": "Fremdwährung",
    "fr": "Montant en devise",
    "es": "Importe divisa",
    "it": "Importo in divisa",
    "nl": "Vreemde valuta",
    "pt": "Moeda estrangeira",
}
PARTY = {
    "en": ("Payee", "Counterparty"),
    "de": ("Auftraggeber/Empfänger", "Name"),
    "fr": ("Tiers", "Contrepartie"),
    "es": ("Beneficiario", "Ordenante"),
    "it": ("Controparte", "Beneficiario"),
    "nl": ("Tegenpartij", "Naam"),
    "pt": ("Beneficiário", "Entidade"),
}


@dataclass
class Column:
    key: str
    title: list[str]
    left: float = 0.0  # points from the left edge of the page
    width: float = 0.0

    @property
    def right(self) -> bool:
        return self.key in MONEY


@dataclass
class Line:
    """A printed row: cell texts by column key; `text` holds the paragraphs of the description."""

    cells: dict[str, str]
    text: list[str] = field(default_factory=list)
    bold: bool = False
    heading: bool = False
    party: list[str] = field(default_factory=list)
    row: Row | None = None
    balance: Decimal | None = None  # for the carried-forward rows
    day: date | None = None  # the booking date that the line prints
    told: dict[str, Decimal] = field(default_factory=dict)  # figures that are no row's, by what they are; see `told`
    over: bool = False  # printed on top of the line before
    page: int = 0  # where it was drawn: page from 1, points from the top
    top: float = 0.0
    bottom: float = 0.0


class Words:
    """The headings and labels that one document sticks to."""

    def __init__(self, sheet: Sheet):
        lang, pick = sheet.style.lang, sheet.rng.choice
        self.out, self.into = pick(lang.out_in)
        self.first, self.second = pick(lang.two_dates)
        self.date, self.text, self.amount, self.balance = (
            pick(lang.date),
            pick(lang.text),
            pick(lang.amount),
            pick(lang.balance),
        )
        self.party, self.foreign = pick(PARTY[lang.code]), FOREIGN[lang.code]
        self.kind, self.ref, self.total = pick(lang.kind), pick(lang.ref), pick(lang.total)
        self.opening, self.closing = pick(lang.opening), pick(lang.closing)
        self.brought, self.carried = pick(lang.forward)
        self.sum_in, self.sum_out = pick(lang.totals)
        self.section_in, self.section_out = pick(lang.sections)
        if sheet.style.kind == "card":
            self.opening, self.closing = lang.card["previous"], lang.card["new"]
            self.first, self.second = lang.card["posted"], lang.card["made"]


def symbol(style: Style) -> str:
    return style.place.currency if style.symbol_code else style.place.symbol


def show_amount(style: Style, value: Decimal, sign: str | None = None) -> str:
    """A sum as the cells print it, with the currency where each sum has one."""
    mark = symbol(style) if style.mark == "each" else ""
    kind = sign or ("leading" if style.sign == "unicode" else style.sign)
    text = money(value, style.numbers, kind, mark, style.symbol_after, style.minus)
    return text.replace(f"{SEPARATORS[style.numbers][1]}00", "") if style.bare_whole else text


def show_balance(style: Style, value: Decimal) -> str:
    """A balance; on cards a debt is printed positive unless the style says otherwise."""
    shown = -value if style.kind == "card" and style.owed_positive else value
    if any(style.balance_suffixes):
        return show_amount(style, value, "none") + style.balance_suffixes[int(value < 0)]
    return show_amount(style, shown, "leading" if style.sign == "plusminus" else None)


def columns(style: Style, words: Words) -> list[Column]:
    """Columns in the order of the page."""
    dates = {
        "none": [("date", words.date)],
        "booking_first": [("date", words.first), ("value", words.second)],
        "value_first": [("value", words.second), ("date", words.first)],
    }[style.two_dates]
    kind = [("kind", words.kind)] if style.type_column else []
    ref = [("ref", words.ref)] if style.ref_column != "none" else []
    foreign = [("foreign", words.foreign)] if style.foreign_column else []
    text = ([("party", words.party)] if style.party_column else []) + [("text", words.text)]
    sums = {
        "debit_credit": [("debit", words.out), ("credit", words.into)],
        "credit_debit": [("credit", words.into), ("debit", words.out)],
    }.get(style.amounts, [("amount", words.amount)])
    if style.amounts == "suffix" and style.suffix_column:
        sums.append(("mark", ""))
    sums = foreign + sums
    balance = [("balance", words.balance)] if style.balance != "none" else []
    named = {
        "normal": dates + kind + ref + text + sums + balance,
        "description_last": dates + kind + ref + sums + balance + text,
        "date_last": kind + ref + text + dates + sums + balance,
        "balance_first": dates + kind + ref + text + balance + sums,
        "type_last": dates + text + kind + ref + sums + balance,
    }[style.order]
    return [Column(key, _title(style, key, title)) for key, title in named]


def _title(style: Style, key: str, title: str) -> list[str]:
    if key in MONEY and style.mark == "heading":
        title += f" ({symbol(style)})"
    title = title.upper() if style.header_upper else title
    parts = title.split(" ")
    if style.header_wrap and len(parts) > 1 and key != "text":
        half = (len(parts) + 1) // 2
        return [" ".join(parts[:half]), " ".join(parts[half:])]
    return [title]


def amount_cells(style: Style, value: Decimal) -> dict[str, str]:
    """The cells in which a movement's sum stands."""
    empty = {"blank": "", "dash": "-", "zero": figure(Decimal(0), style.numbers)}[style.empty]
    if style.amounts in ("debit_credit", "credit_debit"):
        shown = show_amount(style, value, "none")
        if style.debit_signed and value < 0:
            shown = show_amount(style, value)
        return {"debit": shown, "credit": empty} if value < 0 else {"debit": empty, "credit": shown}
    if style.amounts == "suffix":
        shown, mark = show_amount(style, value, "none"), style.suffixes[int(value < 0)]
        return {"amount": shown, "mark": mark.strip()} if style.suffix_column else {"amount": shown + mark}
    if style.amounts == "sections":
        return {"amount": show_amount(style, abs(value), "none")}
    return {"amount": show_amount(style, -value if style.kind == "card" and style.purchases_positive else value)}


def tx_line(style: Style, row: Row, same_day: bool) -> Line:
    cells = {
        "date": "" if same_day or style.date_headings else show_date(row.day, style.date_format, style.lang),
        "value": show_date(row.value_day, style.date_format, style.lang) if style.two_dates != "none" else "",
        "kind": row.kind,
        "ref": row.ref,
        "foreign": row.foreign,
        **amount_cells(style, row.shown),
    }
    if row.shows_balance:
        cells["balance"] = show_balance(style, row.balance)
    day = row.day if cells["date"] else None
    return Line(cells, list(row.lines), row=row, balance=row.balance, day=day, party=list(row.party))


def _subtotal(style: Style, account: Account, words: Words, group: str) -> list[Line]:
    """What one cardholder has spent."""
    if not group:
        return []
    value = sum((row.shown for row in account.rows if row.group == group), Decimal(0))
    return [Line(amount_cells(style, value), [words.total], bold=True, told={f"group {group}": value})]


def _row_lines(style: Style, row: Row, last: date | None) -> list[Line]:
    """The line of a row, below a heading with its date where the style has such headings."""
    line = tx_line(style, row, style.group_dates and row.day == last)
    if not style.date_headings or row.day == last:
        return [line]
    text = [show_date(row.day, style.date_format, style.lang)]
    return [Line({}, text, bold=style.marks_bold, heading=True, day=row.day), line]


def describe(style: Style, row: Row, order: list[Column]) -> str:
    """The description as the truth has it: the other party and the text, from left to right."""
    cells = {"party": " ".join(row.party), "text": " ".join(row.lines)}
    return " ".join(cells[c.key] for c in order if cells.get(c.key))


def table_lines(style: Style, account: Account, words: Words, span_text: tuple[str, str]) -> list[Line]:
    """All printed rows of an account, in order. `span_text` holds the first and last day as printed."""
    if style.amounts == "sections":
        return _section_lines(style, account, words)
    lines: list[Line] = []
    last = None
    for index, row in enumerate(account.rows):
        before = account.rows[index - 1].group if index else ""
        if row.group != before:
            lines += _subtotal(style, account, words, before)
            lines.append(Line({}, [row.group], bold=True, heading=True))
        lines += _row_lines(style, row, last)
        last = row.day
    lines += _subtotal(style, account, words, account.rows[-1].group if account.rows else "")
    marks = [
        (style.opening_row, words.opening, account.opening, span_text[0]),
        (style.closing_row, words.closing, account.shown_closing, span_text[1]),
    ]
    for at, (wanted, label, value, day) in enumerate(marks):
        if not wanted:
            continue
        key = (
            "balance"
            if style.balance != "none"
            else "credit"
            if style.amounts.endswith(("debit", "credit"))
            else "amount"
        )
        cells = {key: show_balance(style, value)}
        if style.marks_dated:
            cells["date"] = day
        told = {"closing" if at else "opening": value}
        line = Line(cells, [label], bold=style.marks_bold, balance=value, told=told)
        lines.insert(0 if (at == 0) != style.reverse else len(lines), line)
    if style.total_row and style.amounts in ("debit_credit", "credit_debit"):
        lines.append(
            Line(
                {
                    "debit": show_amount(style, account.shown_out, "none"),
                    "credit": show_amount(style, account.shown_in, "none"),
                },
                [words.total],
                bold=True,
                told={"debits": account.shown_out, "credits": account.shown_in},
            )
        )
    return lines


def _section_lines(style: Style, account: Account, words: Words) -> list[Line]:
    card = style.lang.card
    titles = {
        "in": words.section_in,
        "out": words.section_out,
        "checks": "Checks Paid",
        "payments": card["payments"],
        "purchases": card["purchases"],
        "fees": card["fees"],
        "interest": card["interest"],
    }
    lines: list[Line] = []
    for name, title in titles.items():
        rows = [row for row in account.rows if row.section == name]
        if not rows or (style.check_grid and name == "checks"):
            continue
        lines.append(Line({}, [title], bold=True, heading=True))
        last = None
        for row in rows:
            lines += _row_lines(style, row, last)
            last = row.day
        total = card["total"].format(what=title) if style.kind == "card" else f"{words.total} {title}"
        value = account.parts[name]
        lines.append(Line({"amount": show_amount(style, value, "none")}, [total], bold=True, told={name: value}))
    return lines
