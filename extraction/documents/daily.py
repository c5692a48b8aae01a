"""Lists of balances by day -> whether they are those that the rows make: they prove the days of the rows."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate

from extraction.documents.calendar import Calendar
from extraction.model import Cell
from extraction.reconcile.ledger import Posting
from extraction.reconcile.verdict import issue, money
from extraction.tables.items import Item, items, settled
from extraction.tables.section_words import is_daily
from extraction.text.amounts import Point
from extraction.text.dates import PrintedDate
from extraction.text.lines import Line
from extraction.text.normal import plain
from schemas.result import Issue, IssueCode, Proof
from schemas.statement import Account

Listed = tuple[PrintedDate, Decimal, Cell]
FEWEST = 2
"""A list has at least so many days."""
HEADS = 3
"""So many lines without a balance may stand in a list: its head, over two lines, and a page break."""


def daily(
    lines: Sequence[Line],
    point: Point,
    rows: Sequence[tuple[Posting, date | None, date | None]],
    opening: Decimal | None,
    days: Calendar,
    account: int,
) -> tuple[Proof | None, list[Issue]]:
    """Lines of an account, its rows with their days, its opening balance -> what its list of daily balances proves, and
    an issue for the first day on which the rows make another balance.

    A list of which most days disagree, and the last one, is another one, of an average or of another account, unless it
    ends in the balance that all rows make. It may begin with the opening balance.
    """
    told = [(day, value, cell) for printed, value, cell in listed(lines, point) if (day := days.day(printed))]
    if opening is None or len(told) < FEWEST or any(posted is None for _, posted, _ in rows):
        return None, []
    if told[0][1] == opening:
        told = told[1:]
    wrong = [(day, value, cell, made) for day, value, cell in told if (made := _until(day, rows, opening)) != value]
    last = max(told, key=lambda listed: listed[0])
    own = last[1] == _until(date.max, rows, opening)
    if 2 * len(wrong) > len(told) and last in [listed[:3] for listed in wrong] and not own:
        return None, []
    detail = f"{len(told) - len(wrong)} of {len(told)} balances by day are those that the rows make"
    proof = Proof(check="daily_balances", status="fails" if wrong else "holds", detail=detail, account=account)
    if not wrong:
        return proof, []
    day, value, cell, made = wrong[0]
    message = (
        f"The list of daily balances prints {money(value)} for {day}; the rows up to that day make {money(made)}. A "
        f"row has another date or amount than it prints, or the list is misprinted."
    )
    return proof, [issue(IssueCode.BALANCE_MISMATCH, "error", message, account, cell)]


def _until(day: date, rows: Sequence[tuple[Posting, date | None, date | None]], opening: Decimal) -> Decimal:
    """The balance that the rows make at the end of a day."""
    amounts = (p.amount for p, posted, _ in rows if posted is not None and posted <= day and p.amount is not None)
    return opening + sum(amounts, start=Decimal(0))


def day_ends(account: Account) -> Iterator[Decimal]:
    """An account -> its balance at the end of each day that has rows, without sign; nothing where one has no day."""
    days: dict[date, Decimal] = {}
    for row in account.transactions:
        if row.date is None or account.opening_balance is None:
            return
        days[row.date] = days.get(row.date, Decimal(0)) + row.amount
    moved = (days[day] for day in sorted(days))
    yield from (abs(end) for end in accumulate(moved, initial=account.opening_balance or Decimal(0)))


def listed(lines: Sequence[Line], point: Point) -> Iterator[Listed]:
    """Lines -> the days and balances of lists that are headed as daily balances, one or several a line; the list ends
    where amounts stand beside a text."""
    left = 0
    for line in lines:
        if is_daily(plain(line.text)) and len(line.words) <= 10:
            left = HEADS
            continue
        if not left:
            continue
        found = items(line, point)
        pairs = [] if any(item.plain for item in found) else list(_pairs(found))
        rows = not pairs and any(item.amount is not None for item in found)
        left = HEADS if pairs else 0 if rows else left - 1
        yield from ((day, value, Cell.of(item.words, line.page)) for day, value, item in pairs)


def _pairs(found: Sequence[Item]) -> Iterator[tuple[PrintedDate, Decimal, Item]]:
    """Items of a line -> each date with the amount right of it."""
    for first, second in zip(found[::2], found[1::2], strict=False):
        day, amount = settled(first, True), settled(second, False)
        if day.date is None or amount.amount is None:
            return
        yield day.date, amount.amount.signed, amount
