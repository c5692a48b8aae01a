"""Labelled amounts of a brokerage statement -> where its cash begins and ends, and what is printed of the whole."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extraction.documents.account import Read
from extraction.documents.securities.holdings import Portfolio
from extraction.reconcile.figures import figures
from extraction.reconcile.outcome import Evidence, Printed
from extraction.reconcile.securities.portfolio import Part, Whole
from extraction.reconcile.verdict import issue, money
from extraction.tables.pairs import Pair
from extraction.tables.securities.classes import is_cash
from extraction.tables.securities.holdings import Entry
from extraction.tables.table import Row
from extraction.text import dates
from extraction.text.amounts import Amount
from extraction.text.normal import plain
from schemas.result import Issue, IssueCode
from schemas.statement import Account

_START = (
    r"beginning|opening|starting|start|previous|prior|initial|anfang\w*|alter|vortrag|debut|precedente?|anterior|inicial|iniziale|"
    r"begin\w*|vorige?|last (?:period|month|statement|year|quarter)"
)

_END = r"ending|closing|end|final|current|net|neuer|schluss\w*|fin|fine|nouveau|cierre|finale|chiusura|eind\w*|fecho"

_MONEY = r"cash|core account|liquiditat|verrechnungskonto|especes|efectivo|liquidita|liquidez|contanti|geldrekening|kas|caixa"

_OPENING_CASH = re.compile(
    rf"^(?:\w+ ){{0,2}}(?:{_START}) (?:\w+ ){{0,2}}(?:{_MONEY})\b|\b(?:{_MONEY}) (?:\w+ ){{0,3}}(?:{_START})\b"
)

_CLOSING_CASH = re.compile(
    rf"^(?:\w+ ){{0,2}}(?:{_END}) (?:\w+ ){{0,2}}(?:{_MONEY})\b|\b(?:{_MONEY}) (?:\w+ ){{0,3}}(?:{_END})\b"
)

_OPENING_VALUE = re.compile(rf"^(?:{_START}) (?:account|portfolio|net account) value\b")

_WHOLE = re.compile(
    r"\b(?:total|net|ending|closing|current|your|grand|overall) (?:\w+ ){0,3}(?:portfolio|account value|account|holdings|assets|investments?|securities|market value|value|"
    r"net worth|liquidation value|equity)\b|\b(?:portfolio|account|investment|holdings?) (?:value|valuation|total)\b|\b(?:gesamt|depot|portfolio|vermogens)\w*wert\b|"
    r"\bdepot(?:bestand|volumen)\b|\bgesamtvermogen\b|\bgesamtsumme\b|\b(?:valorisation|evaluation|valeur) (?:totale|globale)?\s?(?:du |de votre |de )?(?:portefeuille|compte|pea|titres)?\b|"
    r"\bvalor (?:total|actual|de (?:la )?cartera|da carteira)\b|\bvaloracion (?:total|de (?:la )?cartera)\b|\bcontrovalore (?:totale|complessivo|del portafoglio)\b|"
    r"\bvalore (?:totale|complessivo|del portafoglio)\b|\btotale (?:portafoglio|portefeuille|waarde|patrimonio|generale)\b|\bportefeuillewaarde\b|\btotal (?:general|geral|general cartera|cartera|portefeuille|titres)\b"
)

_NO_WHOLE = re.compile(
    rf"\b(?:{_START}|change|gains?|loss(?:es)?|income|dividends?|cost|deposits?|withdrawals?|additions|subtractions|fees?|interest|purchases?|sales|tax(?:es)?|gewinn|verlust|"
    r"ertrag\w*|einstand\w*|veranderung|plus value|moins value|revenus?|plusvali\w*|rendimiento|plusvalenz\w*|rendement|resultaat|resultado|mais valia|yield|ytd|average|insured|limit|"
    r"percent|invested|contributions?|available|buying power|credits?|debits?|bought|sold|net (?:securities|change)|activity|transactions?|movements?)\b"
)


def cash_evidence(portfolio: Portfolio | None, pairs: Sequence[Pair]) -> Evidence:
    """Holdings, labelled amounts -> where the cash of the account begins and ends, as brokers call it; the cash among
    the holdings may be where it ends."""
    openings = [_printed(pair) for pair in pairs if _OPENING_CASH.search(_label(pair))]
    closings = [
        _printed(pair)
        for pair in pairs
        if _CLOSING_CASH.search(_label(pair)) and not _OPENING_CASH.search(_label(pair))
    ]
    rows = portfolio.tree.rows if portfolio else ()
    cash = [row for row in rows if is_cash(row.record.label) or is_cash(row.record.heading)]
    after = [_among(row.value) for row in cash if row.value is not None]
    before = [_among(row.others[name]) for row in cash for name in ("earlier_value", "value") if name in row.others]
    if rows and len(cash) == len(rows) and not (openings or before):  # the value of the account is its cash
        begun = {pair.line: pair for pair in reversed(pairs) if _OPENING_VALUE.search(_label(pair))}
        openings = [_printed(pair) for pair in begun.values()]
    return Evidence(openings=(*openings, *before), closings=(*closings, *after))


def _among(entry: Entry) -> Printed:
    figure = entry.figure
    amount = Amount(figure.value, "-" if figure.mark == "-" else "", figure.decimals, None)
    return Printed(amount, entry.cell, False)


def _printed(pair: Pair) -> Printed:
    return Printed(pair.amount, pair.cell, True, pair.label)


def _label(pair: Pair) -> str:
    return plain(pair.left) or plain(pair.above)


def cash_ends(read: Read, account: int, known: set[Decimal]) -> Iterator[Issue]:
    """Amounts that are labelled as the cash at the beginning or the end, and that neither rows nor holdings make."""
    if read.outcome is None:
        return
    made = figures(read.outcome) | known
    for pair in read.pairs:
        label = _label(pair)
        if pair.amount.value in made or not (_OPENING_CASH.search(label) or _CLOSING_CASH.search(label)):
            continue
        message = (
            f"{(pair.left or pair.above).strip()!r} is printed as {money(pair.amount.signed)}, which the rows do not make: a row "
            f"is missing or misread, or the figure is misprinted."
        )
        yield issue(IssueCode.CLOSING_MISMATCH, "error", message, account, pair.cell)


def parts(account: Account, pairs: Sequence[Pair]) -> Iterator[Part]:
    """Sums of money that a total may hold beside the holdings: the cash of the account, and what is labelled so."""
    if account.closing_balance:
        yield Part("the closing cash", account.closing_balance)
    for pair in pairs:
        label = _label(pair)
        if is_cash(label) and not _OPENING_CASH.search(label) and not _WHOLE.search(label):
            yield Part((pair.left or pair.above).strip(), pair.amount.signed, pair.cell)


def wholes(pairs: Sequence[Pair], read: Read) -> Iterator[Whole]:
    """Lines that print a total of the portfolio; and the closing balance of an account in which no money moved."""
    moved = {i for table in read.part.tables for i in range(table.first, table.last)}
    by_line: dict[int, list[Pair]] = {}
    for pair in pairs:
        if pair.line in moved and any(_inside(pair, row) for table in read.part.tables for row in table.rows):
            continue
        by_line.setdefault(pair.line, []).append(pair)
    days = {line: day for line, some in by_line.items() if (day := _day(some[0])) is not None}
    last = max(days.values(), default=None)
    for line, some in by_line.items():
        if days.get(line, last) != last:  # what it was before
            continue
        label = plain(some[0].left) or plain(some[0].above)
        if _WHOLE.search(label) and not _NO_WHOLE.search(label) and not is_cash(label) and len(label.split()) <= 12:
            amounts = tuple(pair.amount.signed for pair in some)
            yield Whole((some[0].left or some[0].above).strip(), amounts, some[-1].cell)
    if read.outcome is None:
        for printed in read.evidence.closings:
            if printed.firm and not any(pair.cell == printed.cell and _WHOLE.search(_label(pair)) for pair in pairs):
                yield Whole(printed.label, (printed.amount.signed,), printed.cell)


def _day(pair: Pair) -> tuple[int, int, int] | None:
    """The day that a label names, as far as its order is the same for all: year first."""
    found = [printed for printed, _, _ in dates.find(pair.left) if printed.year]
    told = (found[-1].resolve("dmy") or found[-1].resolve("mdy")) if found else None
    return None if told is None else (told[0] or 0, told[1], told[2])


def _inside(pair: Pair, row: Row) -> bool:
    """Whether a labelled amount stands in a row of movements, or on a line of their totals."""
    middle = (pair.cell.box[1] + pair.cell.box[3]) / 2
    return pair.cell.page == row.page and row.cell.box[1] <= middle <= row.cell.box[3]
