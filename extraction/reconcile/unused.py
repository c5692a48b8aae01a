"""Lines that look like rows and are no rows of a proved account -> an issue where they may be some. Pure."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from extraction.model import Cell
from extraction.reconcile.interest import of_interest
from extraction.reconcile.outcome import Outcome
from extraction.reconcile.verdict import issue
from extraction.tables.section_words import is_decoy
from extraction.tables.table import Entry, Row
from extraction.text import amounts
from extraction.text.dates import MONTHS_OF_YEAR, Order, PrintedDate
from extraction.text.normal import has_letter, plain
from schemas.result import Issue, IssueCode

TERM = 1
"""A term goes on for more months than this."""


def unused(outcome: Outcome, made: set[Decimal], account: int, listed: set[Cell]) -> Iterator[Issue]:
    """Lines that look like rows and are no rows of a proved account, unless they are headed as something else, `listed`
    elsewhere with a total of their own, or print balances of the account again."""
    notes = [p.row for p in outcome.postings if p.kind == "note"]
    rows = [*notes, *outcome.skipped]
    onward = {below.order for above, below in pairwise(rows) if _leads_on(above, below, outcome)}
    rows = [row for row in rows if row.posted or row.order in onward or _goes_on(row, outcome)]
    rows = [row for row in rows if not is_decoy(plain(row.section))]
    rows = [row for row in rows if not _runs_on(row, outcome) and not of_interest(_figures(row))]
    rows = [row for row in rows if not any(entry.cell in listed for entry in row.entries.values())]
    strange = [row for row in rows if _is_told(row) or any(e.amount.value not in made for e in _exact(row))]
    if not strange:
        return
    message = (
        f"{len(strange)} rows, the first of them here, are not needed to reach the balances of the account. If "
        f"they are its transactions, the statement does not add up; if they are not, confirm it."
    )
    yield issue(IssueCode.INCOMPLETE, "error", message, account, strange[0].cell)


def _goes_on(row: Row, outcome: Outcome) -> bool:
    """Whether a line without a date has an amount and a balance and stands among the rows of an account, or goes on
    below them from its closing balance; a count of rows has no decimals."""
    beside = [p for _, p in outcome.rows if (p.row.page, p.row.block) == (row.page, row.block)]
    columns = _of_balances(row, outcome)
    held = [entry.amount.value for i, entry in row.entries.items() if i in columns]
    if not held or len(row.entries) < 2 or all(entry.loose for entry in row.entries.values()):
        return False
    if any(p.row.order > row.order for p in beside):
        return True
    closing = outcome.chain.closing or Decimal(0)
    amounts = [entry.amount.value for i, entry in row.entries.items() if i not in columns]
    return any(abs(closing + way) in held for amount in amounts for way in (amount, -amount))


def _of_balances(row: Row, outcome: Outcome) -> set[int]:
    """The columns that hold the balances of the rows of an account in the block of a line."""
    beside = (p for _, p in outcome.rows if (p.row.page, p.row.block) == (row.page, row.block))
    return {i for p in beside for i, entry in p.row.entries.items() if entry.cell == p.balance_cell}


def _leads_on(above: Row, below: Row, outcome: Outcome) -> bool:
    """Whether a line goes on from the balance of the one above it: it is a row, though the first of them has no date
    and contradicts the account."""
    columns = _of_balances(below, outcome)
    ends = [[e.amount.signed for i, e in row.entries.items() if i in columns] for row in (above, below)]
    moved = [entry.amount.value for i, entry in below.entries.items() if i not in columns]
    return any(b - a in (amount, -amount) for a in ends[0] for b in ends[1] for amount in moved if amount)


def _runs_on(row: Row, outcome: Outcome) -> bool:
    """Whether the second date of a line lies months after its first one, and after those of all rows: the term of a
    plan or a loan. Rows that print no year are taken as of the last one."""
    if row.posted is None or row.valued is None or row.valued.date.year is None:
        return False
    begun = [row.posted.date, *(p.row.posted.date for _, p in outcome.rows if p.row.posted)]
    orders: tuple[Order, ...] = ("dmy", "mdy")
    return all(
        end - TERM > max(_month(one, order, row.valued.date.year) for one in begun)
        for order in orders
        if (end := _month(row.valued.date, order, row.valued.date.year))
    )


def _month(printed: PrintedDate, order: Order, year: int) -> int:
    """A printed date, how day and month are ordered, the year where it prints none -> the number of its month, counted
    through the years; 0 where it is no day."""
    day = printed.resolve(order)
    return (day[0] or year) * MONTHS_OF_YEAR + day[1] if day else 0


def _figures(row: Row) -> list[Decimal]:
    """The amounts of a row, those among its texts, and the whole numbers there."""
    words = f"{row.description} {row.texts.reference}".split()
    parsed = (amounts.parse(word, points[0]) for word in words if (points := amounts.points(word)))
    days = (Decimal(word) for word in words if word.isdecimal())
    held = (entry.amount.value for entry in row.entries.values())
    return [*held, *(found.value for found in parsed if found), *days]


def _is_told(row: Row) -> bool:
    """Whether a line without a date is a row of nothing beside its balance: it has a text of its own."""
    return row.posted is None and any(e.amount.value == 0 for e in _exact(row)) and has_letter(row.description)


def _exact(row: Row) -> list[Entry]:
    """The amounts of a row with all their decimals."""
    return [entry for entry in row.entries.values() if not entry.loose]
