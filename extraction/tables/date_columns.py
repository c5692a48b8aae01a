"""The items of a table's lines -> its columns of dates, and which of them a date stands in."""

from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise

from extraction.geometry import cluster, overlap
from extraction.tables.head import Header, territory
from extraction.tables.head_cells import HeaderCell
from extraction.tables.items import Item
from extraction.tables.names import is_of_posting, is_of_purchase
from extraction.tables.spans import Span, span_of
from extraction.text.dates import ORDERS, PrintedDate

FEWEST_WHOLE, MOST_WHOLE = 5, 0.8
"""So many dates with a year, and this share of all, make one without it odd."""
ALIGNED, FEWEST_TEXTS = 8.0, 3
"""Dates of a column begin within so many points of each other, and so many texts at least begin at one place."""
MONTH = 31
"""Days of a month."""
DATED = 0.9
"""A column whose head does not say so holds dates where this share of the rows print one there and nothing else."""
SPARSE = 0.15
"""Of the lines with amounts so many have a date in such a column, though dates be printed once a day."""
DATE_SHARE = 0.3
"""A column of dates holds at least this share of the dates of the fullest one."""


def date_columns(lines: Sequence[Sequence[Item]], header: Header | None) -> tuple[list[Span], list[Span]]:
    """Items of the lines -> places of posted dates and of value dates, first those of which the head says so, perhaps
    others behind them; a head decides, else the first is posted.

    A head names them; without one, the columns that hold most dates are taken, the first two of them.
    """
    dated = [item for line in lines for item in line if item.date is not None]
    named = [c for c in header.cells if c.role in ("date", "value_date")] if header else []
    if header is not None:
        named += dated_heads(lines, header)
    if header is not None and named:
        spans = {cell: Span(cell.x0, cell.x1) for cell in named if cell.role != "value_date"}
        below = {cell: [item for item in dated if territory(header, item.x0, item.x1) is cell] for cell in named}
        for cell, items_ in below.items():
            for item in _of_column(items_, cell):
                before = spans.get(cell, Span(item.x0, item.x1))
                spans[cell] = Span(min(before.x0, item.x0), max(before.x1, item.x1))
        if spans:
            both = [
                c for c in spans if c.role == "value_date" and is_of_posting(c.text)
            ]  # both dates, one below the other
            empty = [c for c in spans if c.role != "value_date" and not any(spans[c].holds(item) for item in dated)]
            posted = [c for c in spans if c.role != "value_date" and not (both and c in empty)] or both or list(spans)
            first = min(posted, key=lambda c: (*_told(c), c.x0))
            further = sorted((c for c in spans if c is not first), key=lambda c: c.role != "value_date")
            return [spans[first]], [spans[cell] for cell in further]
    groups = cluster(dated, lambda item: item.x0, ALIGNED)
    if not groups:
        return [], []
    most = max(map(len, groups))
    leftmost, *others = (group for group in groups if len(group) >= DATE_SHARE * most)
    beside = (group for group in others if _beside(group, leftmost, lines))
    kept = [span_of(group) for group in (leftmost, *beside)][:2]
    booked = kept.pop(_booked(kept, dated))
    return [booked], kept


def _told(cell: HeaderCell) -> tuple[bool, bool]:
    """How little the head of a column of dates says that they are those of posting."""
    return not is_of_posting(cell.text), is_of_purchase(cell.text)


def undecided(header: Header | None) -> bool:
    """Whether no head, or two alike, says which of a row's two dates is that of posting."""
    told = [_told(cell) for cell in header.cells if cell.role == "date"] if header else []
    return header is None or told.count(min(told, default=(True, True))) > 1


def _beside(group: Sequence[Item], first: Sequence[Item], lines: Sequence[Sequence[Item]]) -> bool:
    """Whether most dates of a column stand on lines with one of the first column; others begin the texts of rows."""
    own = set(map(id, first))
    dated = {id(item) for line in lines if any(id(item) in own for item in line) for item in line}
    return 2 * sum(id(item) in dated for item in group) > len(group)


def _booked(columns: Sequence[Span], dated: Sequence[Item]) -> int:
    """Columns of dates without names, the dates of all lines -> the place of the one by which rows are in order, where
    those of the first one are not: a bank prints them as it books them."""
    steps = [_steps_back([i.date for i in dated if i.date and column.holds(i, 0)]) for column in columns]
    return steps.index(0) if steps[0] and steps.count(0) == 1 else 0


def _steps_back(printed: Sequence[PrintedDate]) -> int:
    """Dates -> the steps against the direction of most, in the order of day and month that has fewest; a step is the
    shorter way round the year."""
    counts = []
    for order in ORDERS:
        days = [MONTH * day[1] + day[2] for date in printed if (day := date.resolve(order))]
        if len(days) == len(printed):
            steps = [(b - a) % (12 * MONTH) for a, b in pairwise(days)]
            back = sum(step > 6 * MONTH for step in steps)
            counts.append(min(back, sum(step > 0 for step in steps) - back))
    return min(counts, default=0)


def date_of(
    item: Item, found: Sequence[Item], posted: Sequence[Span], valued: Sequence[Span], taken: Container[str]
) -> str | None:
    """A date on a line, the line, the columns of dates, what its other dates are so far -> which date of the row it is:
    "posted", "valued", or "further" in a third column, that of a purchase; None: it is text."""
    names = _columns_of(item, found, posted, valued)
    name = next((n for n in names if n not in taken), names[0] if names else None)
    if name == "posted" and name in taken and not valued:  # both dates stand in one column
        name = "valued"
    if name is None or name not in taken:
        return name
    if name != "valued" or len(valued) < 2:
        return None
    first = max(valued, key=lambda span: overlap(item.x0, item.x1, span.x0, span.x1)) is valued[0]
    return name if first else "further"


def _columns_of(item: Item, found: Sequence[Item], posted: Sequence[Span], valued: Sequence[Span]) -> list[str]:
    """A date on a line -> the columns of dates that hold it, the first one first; where they touch, and the line has no
    other date, the one that it lies in."""
    places: dict[str, Sequence[Span]] = {"posted": posted, "valued": valued}
    shared = {
        name: max(overlap(item.x0, item.x1, span.x0, span.x1) for span in spans if span.holds(item))
        for name, spans in places.items()
        if any(span.holds(item) for span in spans)
    }
    lone = sum(other.date is not None for other in found) == 1
    return sorted(shared, key=lambda name: -shared[name]) if lone else list(shared)


def dated_heads(lines: Sequence[Sequence[Item]], header: Header) -> list[HeaderCell]:
    """Column heads under which nearly all lines with amounts print a date, though the head does not say so."""
    moved = [line for line in lines if any(i.amount for i in line)]
    rows = [line for line in moved if any(i.date for i in line)]
    if len(rows) < SPARSE * len(moved):  # a list of balances below rows whose dates stand alone
        return []
    leading = [line for line in rows if line[0].date]
    rows = leading if 2 * len(leading) >= len(rows) else rows  # a table of rates below them tells a day, too
    under: Counter[HeaderCell] = Counter()
    for line in rows:
        heads = {territory(header, i.x0, i.x1) for i in line if i.date}
        under.update(heads - {territory(header, i.x0, i.x1) for i in line if not i.date})
    return [
        cell
        for cell in header.cells
        if len(rows) >= (1 if cell.role == "other" else 2)
        and cell.role not in ("date", "value_date")
        and under[cell] >= DATED * len(rows)
    ]


def _of_column(dated: Sequence[Item], cell: HeaderCell) -> list[Item]:
    """Dates that are nearest to a head -> those of its column: most begin below each other, others stand below the head
    or overlap these; a date that begins a text further right is none."""
    most = max(cluster(dated, lambda item: item.x0, ALIGNED), key=len, default=[])
    return [
        item
        for item in dated
        if overlap(item.x0, item.x1, cell.x0, cell.x1) > 0
        or any(overlap(item.x0, item.x1, other.x0, other.x1) > 0 for other in most)
    ]


def without_dates_of_texts(parted: Sequence[list[Item]], posted: Sequence[Span]) -> list[list[Item]]:
    """Items of the lines of a table, its columns of posted dates -> the same, where a line that begins with a date and
    has no amount begins where texts do, and not where the dates: below a headline "Monday 03-11-2025" it goes on with
    the text of a row. A date by itself does so where the others are headlines, too."""
    starts = Counter(round(item.x0) for line in parted for item in line if item.plain)
    beside = [any(i.amount for i in its) for its in parted if its and its[0].date and _is_aligned(its[0], posted)]
    least = 1 if 2 * sum(beside) < len(beside) else 2
    return [
        [Item(its[0].words), *its[1:]] if len(its) >= least and posted and _is_of_text(its, posted, starts) else its
        for its in parted
    ]


def _is_of_text(its: Sequence[Item], posted: Sequence[Span], starts: Counter[int]) -> bool:
    first = its[0]
    if first.date is None or any(item.amount or item.date for item in its[1:]) or _is_aligned(first, posted):
        return False
    return sum(starts[round(first.x0) + step] for step in (-1, 0, 1)) >= FEWEST_TEXTS


def _is_aligned(item: Item, posted: Sequence[Span]) -> bool:
    return any(abs(item.x0 - span.x0) <= ALIGNED for span in posted)


def without_odd_dates(parted: Sequence[list[Item]]) -> list[list[Item]]:
    """Items of the lines of a table -> the same, where nearly all lines that begin with a date print its year, with
    those that begin with one of another kind, and have no amount, as text that was broken before it."""
    days = [its[0].date for its in parted if its and its[0].date]
    whole = sum(day.year is not None for day in days)
    if whole < FEWEST_WHOLE or whole < MOST_WHOLE * len(days):
        return list(parted)
    return [
        [Item(its[0].words), *its[1:]]
        if its and its[0].date and its[0].date.year is None and not any(i.amount for i in its)
        else its
        for its in parted
    ]
