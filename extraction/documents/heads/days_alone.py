"""Tables whose rows print the number of the day alone -> the days of the period, which tells their months."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from extraction.documents.heads.period import period
from extraction.documents.heads.spans import Span, told
from extraction.tables.names import is_of_purchase
from extraction.tables.pairs import Pair
from extraction.tables.table import Table
from extraction.text.dates import ORDERS, Order, PrintedDate
from extraction.text.lines import Line

FEWEST = 3
"""So many different days at least tell that numbers below a head of dates are days."""


def days_alone(found: Sequence[Table], lines: Sequence[Line], labelled: Sequence[Pair]) -> tuple[PrintedDate, ...]:
    """Tables, lines and labelled amounts of a document -> the days of its period, where no row of any table prints a
    date below a head that names dates once, and these are no dates of purchases, which may be of a month before. None
    where several periods are told, or one that has two days of one number."""
    if any(row.posted or row.valued for table in found for row in table.rows) or not any(map(_names_days, found)):
        return ()
    printed = told(lines) or filter(None, [period(lines, labelled)])
    spans = {days for span in printed for days in _days(span)}
    return spans.pop() if len(spans) == 1 else ()


def _names_days(table: Table) -> bool:
    """Whether the head of a table names dates once, and not those of purchases."""
    cells = table.header.cells if table.header else ()
    named = [cell for cell in cells if cell.role in ("date", "value_date")]
    return [cell.role for cell in named] == ["date"] and not is_of_purchase(named[0].text)


def _days(span: Span) -> Iterator[tuple[PrintedDate, ...]]:
    """A period -> its days, in each order of day and month in which no two of them have one number."""
    for order in ORDERS:
        first, last = _day(span.start, order), _day(span.end, order)
        if first and last and first <= last:
            days = [first + timedelta(days=i) for i in range((last - first).days + 1)]
            if len({day.day for day in days}) == len(days):
                yield tuple(PrintedDate(day.day, day.month, day.year, True) for day in days)


def _day(printed: PrintedDate | None, order: Order) -> date | None:
    year, month, day = (printed and printed.resolve(order)) or (None, 0, 0)
    return date(year, month, day) if year else None


def in_order(found: Sequence[Table]) -> bool:
    """Whether the dates of all rows are days in order, each section by itself, and several."""
    days: defaultdict[tuple[object, ...], list[tuple[int, int, int]]] = defaultdict(list)
    for table in found:
        heads = tuple(cell.text for cell in table.header.cells) if table.header else ()
        for row in table.rows:
            if row.posted and (day := row.posted.date.resolve("dmy")):
                days[*heads, row.section].append((day[0] or 0, *day[1:]))
    sorted_ = all(run in (sorted(run), sorted(run, reverse=True)) for run in days.values())
    several = len({day for run in days.values() for day in run}) >= FEWEST
    return sorted_ and several
