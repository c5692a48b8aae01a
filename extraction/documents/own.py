"""The lines of one account among several -> what they say of it alone: kind, currency, that nothing moved. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extraction.documents.accounts import Part, line_of
from extraction.documents.by_column import begun
from extraction.documents.heads.currency import DOLLARS, of_columns
from extraction.documents.layouts import Layout, symbols
from extraction.geometry import overlap
from extraction.reconcile.outcome import Evidence
from extraction.tables.names import MONEY, Role
from extraction.tables.section_words import says_nothing
from extraction.tables.table import Column, Table
from extraction.text.amounts import CODES, SYMBOLS
from extraction.text.lines import Line
from extraction.text.normal import plain
from schemas.statement import Kind

HEADING = 10
"""A text that says what kind of account it is has no more words than this."""
ABBREVIATED = [symbol for symbol in SYMBOLS if len(symbol) > 1 and "$" in symbol]
LONGEST = 12
"""The heading of an account without rows is among so many of its first lines."""
_CODE = re.compile(rf"(?<![^\W\d_])(?:{'|'.join((*CODES, *map(re.escape, ABBREVIATED)))})(?![^\W\d_])")
"""A code, or the sign of a dollar of one country, by itself: "US$ savings account"."""
_LOAN = re.compile(
    r"\b(?:loans?|mortgage|line of credit|credit line|heloc|darlehen|kredit(?:konto)?|baufinanzierung|prets?|credit immobilier|prestamos?|hipoteca|"
    r"mutuo|prestito|finanziamento|lening|hypotheek|emprestimo)\b"
)
_LENT = re.compile(
    r"\b(?:issued|advances?|drawdowns?|disburse\w*|lent|auszahlung\w*|deblocages?|desembolsos?|erogat\w+)\b"
)
"""What the column of further loans is called."""
_CARD = re.compile(
    r"\b(?:visa|mastercard|credit card|kreditkarte|carte de credit|tarjeta de credito|carta di credito|creditcard|cartao de credito)\b"
)
_BANK = re.compile(
    r"\bcurrent(?= \d|$)|\b(?:checking|chequing|cheque account|transaction account|everyday account|savings?|saver|current account|share|shares|share draft|money market|certificate|deposit account|girokonto|sparkonto|"
    r"tagesgeld\w*|privatkonto|compte courant|compte (?:de )?cheques?|compte (?:de )?depots?|compte d ?epargne|epargne|livret|cuenta corriente|cuenta de ahorro|conto corrente|"
    r"conto deposito|betaalrekening|spaarrekening|conta corrente|conta a ordem|depositos? a ordem|poupanca)\b"
)
_PRINCIPAL = re.compile(
    r"\bprincipal\b(?! balance)|\btilgung\b|^capital\b|\bcapital amorti\w*|\bamortizacion\b|\bquota capitale\b|\baflossing\b"
)
_OWED = re.compile(
    r"\b(?:balance|amount) ow(?:ed|ing)\b|\b(?:loan|principal) balance\b|\brestschuld\b|\bcapital restant\b|"
    r"\b(?:capital|saldo) (?:pendiente|deudor|devedor)\b|\bdebito residuo\b"
)
"""What the head of a column of balances says of debts; an outstanding balance may be one of savings."""
_PAID = re.compile(
    r"\b(?:payments?|repayments?|paid|credits?|\w*zahlung(?:en)?|paiements?|remboursements?|pagos?|pagament[oi]s?|rimborsi?|\w*betaling(?:en)?)\b"
)


_SUMMED = re.compile(r"(?:less|minus|plus|total|abzuglich|moins|menos|meno|min)\b")
"""How the label of a line of a sum begins, which is no title of an account."""


def with_own(part: Part, lines: Sequence[Line], layout: Layout, common: str | None) -> Part:
    """An account among several, all lines, what may be read of them, the currency of the document -> the same with what
    its own lines say."""
    if part.title:  # what stands above its columns tells it already; its lines are those of others, too
        return part
    first = next((row for table in part.tables for row in table.rows), None)
    end = min(part.first + LONGEST, part.last) if first is None else line_of(first, lines)
    listed = {pair.line for pair in layout.pairs}  # a loan that an overview lists has no table here
    heading = [
        chunk.text
        for i in range(part.first, end)
        for chunk in lines[i].chunks
        if len(chunk.words) <= HEADING and not (i in listed and _LOAN.search(plain(chunk.text)))
    ]
    heads = [c.text for t in part.tables if t.header for c in t.header.cells]
    titles = [text for text in map(plain, heading) if not _SUMMED.match(text)]
    nearest = next(([text] for text in reversed(titles) if _kind([text], ())), [])  # above it, all may be listed
    kind = _kind(nearest, [plain(text) for text in heads])
    kind = "loan_statement" if kind != "credit_card_statement" and owes(part.tables) else kind
    code = begun(part.tables[0], lines) if part.tables else None
    own = replace(layout, tables=part.tables, pairs=tuple(p for p in layout.pairs if part.first <= p.line < part.last))
    part = replace(
        part,
        kind=kind,
        title=next((plain(text) for text in heading if _kind([plain(text)], ())), code),
        currency=code or of_columns(_money_heads(part.tables)) or _currency(Counter(symbols(own)), heading, common),
        idle=any(says_nothing(plain(line.text)) for line in lines[part.first : part.last]),
    )
    return of_loan(part) if kind == "loan_statement" else part


def signed_debts(part: Part, evidence: Evidence) -> bool:
    """Whether a loan prints its balances with a minus or DR, as the holder's position."""
    inside = (
        r.entries[i]
        for t in part.tables
        for i, role in enumerate(t.roles)
        if role == "balance"
        for r in t.rows
        if i in r.entries
    )
    marks = [e.amount.mark for e in inside] + [
        p.amount.mark for p in (*evidence.openings, *evidence.closings) if p.firm
    ]
    return any(mark in ("-", "DR") for mark in marks)


def names_loan(label: str) -> bool:
    """Whether a plain label names a loan."""
    return _LOAN.search(label) is not None


def owes(tables: Sequence[Table]) -> bool:
    """Whether the head of a column of balances says that they are owed."""
    heads = (cell for table in tables if table.header for cell in table.header.cells if cell.role == "balance")
    return any(_OWED.search(plain(cell.text)) for cell in heads)


def of_loan(part: Part) -> Part:
    """A loan -> with what changes its balance as the amounts of its tables."""
    return replace(part, kind="loan_statement", tables=tuple(map(_of_loan, part.tables)))


def _kind(heading: Sequence[str], heads: Sequence[str]) -> Kind | None:
    """Texts of the heading, and of the heads of columns -> kind of account; None where they do not say."""
    if any(map(_LOAN.search, heading)) or any(map(_PRINCIPAL.search, heads)):
        return "loan_statement"
    if any(map(_CARD.search, heading)):
        return "credit_card_statement"
    return "bank_statement" if any(map(_BANK.search, heading)) else None


def _currency(signs: Counter[str], heading: Sequence[str], common: str | None) -> str | None:
    """Currencies beside amounts, texts of the heading, the currency of the document -> that of the account: the nearest
    one to its rows, where an overview above them tells of several; None where they name none."""
    dollars = signs.pop("$", 0)
    found = [{SYMBOLS.get(told, told) for told in _CODE.findall(text)} for text in heading]
    codes = [{code for code in some if not dollars or code in DOLLARS} for some in found]
    every = set().union(*codes)
    told = every if dollars or len(signs) != 1 else set(signs)
    told = told if len(told) <= 1 else next((own for own in reversed(codes) if len(own) == 1), set())
    if len(told) == 1:
        return str(next(iter(told)))
    return "USD" if dollars and not signs and common not in DOLLARS else None


def _money_heads(tables: Sequence[Table]) -> Iterator[str]:
    yield from (c.text for t in tables if t.header for c in t.header.cells if c.role in MONEY)


def _of_loan(table: Table) -> Table:
    """A table of a loan -> the same with the repaid principal as what changes its balance, or else what is paid."""
    if table.header is None:
        return table
    gone = [column for column in table.columns if column.role == "other"]  # those of another account
    cells = [c for c in table.header.cells if not any(overlap(c.x0, c.x1, o.x0, o.x1) > 0 for o in gone)]
    if any({a.role, b.role} == {"debit", "credit"} for a, b in pairwise(cells)):
        return table  # the principal is a part of the one or the other
    named = [(column, _name(column, table)) for column in table.columns]
    repaid = any(_PRINCIPAL.search(name) for column, name in named if column.role != "balance")  # not "principal owing"
    columns = []
    for column, name in named:
        if column.role == "balance":
            columns.append(column)
        elif repaid:
            kept: Role = "debit" if _LENT.search(name) else "other"
            columns.append(replace(column, role="credit" if _PRINCIPAL.search(name) else kept))
        else:
            columns.append(replace(column, role="credit") if _PAID.search(name) else column)
    return replace(table, columns=tuple(columns))


def _name(column: Column, table: Table) -> str:
    assert table.header
    cells = [cell for cell in table.header.cells if cell.x1 > column.x0 and cell.x0 < column.x1]
    return plain(" ".join(cell.text for cell in cells))
