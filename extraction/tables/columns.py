"""The items of a table's lines -> its columns of money and of dates."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extraction.geometry import cluster, median, overlap, share
from extraction.tables.head_cells import HeaderCell
from extraction.tables.header import Header, territory
from extraction.tables.items import Item
from extraction.tables.names import MONEY
from extraction.tables.table import Column
from extraction.text.lines import Line

ALIGNED = 2.5
"""Amounts of one column end within this many points of each other (they align right)."""
RARE = 0.06
"""Without a head, a column holds at least this share of the lines that hold amounts."""
DATED = 0.9
"""A column whose head does not say so holds dates where this share of the rows print one there and nothing else."""
BEGUN, LEAST, LETTERS = 0.25, 3, 3
"""Texts of a column begin at one place on this share of the lines below its head, and so many at least; each has more
letters."""
SPARSE = 0.15
"""Of the lines with amounts so many have a date in such a column, though dates be printed once a day."""
DATE_SHARE = 0.3
"""A column of dates holds at least this share of the dates of the fullest one."""


_POSTED = re.compile(
    r"post|book|buchung|bu\.?-?tag|entry|process|inscription|comptab|cargo|operaci[oó]n|contabil|lan[cç]amento|boek|\breg\b|registr",
    re.IGNORECASE,
)
"""Heads of the date of posting, where another column has the date of the purchase."""


_BEFORE = re.compile(r"\b(?:before|vorher|avant|antes|prima)\b", re.IGNORECASE)
"""Heads of the balances before the rows."""


_WHOLE = re.compile(r"[-+−–(]?[^\w\s]?\d{1,3}(?:[ ,.'’]\d{3})*[-+−–)]?")
"""Amounts without decimals."""


@dataclass(frozen=True, slots=True)
class Span:
    """A horizontal interval, points."""

    x0: float
    x1: float

    def holds(self, item: Item, slack: float = 3.0) -> bool:
        return item.x0 <= self.x1 + slack and item.x1 >= self.x0 - slack


def money_columns(lines: Sequence[Sequence[Item]], header: Header | None) -> list[Column]:
    """Items of the lines of a table -> its columns of amounts from left to right.

    Columns are where amounts align; a head gives them their roles, and adds those that hold no plain amount.
    """
    found = [item for line in lines for item in line if item.amount is not None]
    groups = _merged([_span(group) for group in cluster(found, lambda item: item.x1, ALIGNED)], lines)
    if header is None:
        holding = sum(any(item.amount for item in line) for line in lines)
        counts = [sum(any(span.holds(i, 0) for i in line if i.amount) for line in lines) for span in groups]
        return [Column(None, s.x0, s.x1) for s, n in zip(groups, counts, strict=True) if n >= RARE * holding]
    if title := _title(groups, header):
        return [Column(title.role, groups[-1].x0, groups[-1].x1)]
    spans: dict[HeaderCell, Span] = {}
    owners = _in_order(groups, header, lines) or [(span, territory(header, span.x0, span.x1)) for span in groups]
    whole = {territory(header, i.x0, i.x1) for line in lines for i in line if i.plain and _WHOLE.fullmatch(i.text)}
    under = {cell for span, cell in owners if overlap(span.x0, span.x1, cell.x0, cell.x1) > 0 or cell in whole}
    for span, cell in owners:
        if cell in under and not overlap(span.x0, span.x1, cell.x0, cell.x1):  # a foreign amount within the text
            continue
        if cell.role in ("date", "description", "reference") or (cell.role == "value_date" and _is_dated(cell, lines)):
            continue
        before = spans.get(cell)
        spans[cell] = Span(min(span.x0, before.x0), max(span.x1, before.x1)) if before else span
    days = dated_heads(lines, header)
    for cell in header.cells:
        if cell.role in MONEY and cell not in spans and cell not in days:
            spans[cell] = Span(cell.x0, cell.x1)
    return [
        Column(
            cell.role if cell.role in MONEY and not header.open else None,
            span.x0,
            span.x1,
            _BEFORE.search(cell.text) is not None,
        )
        for cell, span in sorted(spans.items(), key=lambda pair: pair[1].x0)
    ]


def _in_order(groups: Sequence[Span], header: Header, lines: Sequence[Sequence[Item]]) -> list[tuple[Span, HeaderCell]]:
    """Columns of amounts -> the heads of amounts, one each from left to right, where there are as many of both, and two
    of the columns are nearest to one head; none where their places decide, one ends where another head does, or all
    amounts of one stand below the last line with a date: it is of a box."""
    last = max((i for i, line in enumerate(lines) if any(item.date for item in line)), default=len(lines))
    held = [item for line in lines[: last + 1] for item in line if item.amount]
    if not all(any(span.holds(item, 0) for item in held) for span in groups):
        return []
    money = [cell for cell in header.cells if cell.role in MONEY]
    nearest = [territory(header, span.x0, span.x1) for span in groups]
    if len(groups) != len(money) or len(set(nearest)) == len(groups) or not set(nearest) <= set(money):
        return []
    pairs = list(zip(groups, money, strict=True))
    aligned = any(abs(span.x1 - cell.x1) <= ALIGNED for span, own in pairs for cell in money if cell is not own)
    return [] if aligned else pairs


def _title(groups: Sequence[Span], header: Header) -> HeaderCell | None:
    """Columns of amounts, a head -> its first cell, where that alone names amounts and all of them stand right of the
    whole head: it is the title of the table ("Deposits | Date | Source") and says the sign of all rows."""
    first, *others = header.cells
    lone = first.role in MONEY and first.role != "balance" and not any(cell.role in MONEY for cell in others)
    beyond = others and groups and min(span.x0 for span in groups) > others[-1].x1
    return first if lone and beyond else None


def _is_dated(cell: HeaderCell, lines: Sequence[Sequence[Item]]) -> bool:
    """Whether dates stand under a head such as "Value", which names dates as well as amounts."""
    return any(i.date and i.x0 < cell.x1 + 6 and i.x1 > cell.x0 - 6 for line in lines for i in line)


def _span(group: Sequence[Item]) -> Span:
    """The typical width of a group: the median of its left and right edges."""
    return Span(median([item.x0 for item in group]), median([item.x1 for item in group]))


def _merged(spans: list[Span], lines: Sequence[Sequence[Item]]) -> list[Span]:
    """Groups that overlap are one column (left-aligned or centred amounts), unless one line has an amount in each."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda s: s.x0):
        if (
            merged
            and share(merged[-1].x0, merged[-1].x1, span.x0, span.x1) > 0.5
            and not _both(merged[-1], span, lines)
        ):
            merged[-1] = Span(min(merged[-1].x0, span.x0), max(merged[-1].x1, span.x1))
        else:
            merged.append(span)
    return merged


def _both(a: Span, b: Span, lines: Sequence[Sequence[Item]]) -> bool:
    for line in lines:
        amounts = [item for item in line if item.amount is not None]
        if any(
            abs(p.x1 - a.x1) <= ALIGNED and abs(q.x1 - b.x1) <= ALIGNED for p in amounts for q in amounts if p is not q
        ):
            return True
    return False


def column_of(item: Item, columns: Sequence[Column]) -> int | None:
    """An amount -> the index of the column it stands in, None where it stands in none."""
    best, most = None, 0.0
    for index, column in enumerate(columns):
        shared = share(item.x0, item.x1, column.x0, column.x1)
        if shared > most or (shared == 0 == most and abs(item.x1 - column.x1) <= ALIGNED):
            best, most = index, max(shared, 0.01)
    return best


def over_texts(lines: Sequence[Line], header: Header) -> Header:
    """The lines below a head, the head -> with the names of texts over all these, where most begin left of them: such
    a name is set in the middle of a wide column."""
    cells = list(header.cells)
    for i, cell in enumerate(cells):
        if cell.role != "description" or i == 0:
            continue
        left = max(other.x1 for other in cells[:i])
        beside = [chunk for line in lines for chunk in line.chunks if left < chunk.x0 < cell.x0 - ALIGNED]
        starts = Counter(round(c.x0) for c in beside if sum(ch.isalpha() for ch in c.text) > LETTERS)
        often = [x for x, count in starts.items() if count >= max(BEGUN * len(lines), LEAST)]
        if often:
            cells[i] = replace(cell, x0=float(max(often)))
    return replace(header, cells=tuple(cells))


def dated_heads(lines: Sequence[Sequence[Item]], header: Header) -> list[HeaderCell]:
    """Column heads under which nearly all lines with amounts print a date, though the head does not say so."""
    moved = [line for line in lines if any(i.amount for i in line)]
    rows = [line for line in moved if any(i.date for i in line)]
    if len(rows) < SPARSE * len(moved):  # a list of balances below rows whose dates stand alone
        return []
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
    most = max(cluster(dated, lambda item: item.x0, 8.0), key=len, default=[])
    return [
        item
        for item in dated
        if overlap(item.x0, item.x1, cell.x0, cell.x1) > 0
        or any(overlap(item.x0, item.x1, other.x0, other.x1) > 0 for other in most)
    ]


def date_columns(lines: Sequence[Sequence[Item]], header: Header | None) -> tuple[list[Span], list[Span]]:
    """Items of the lines -> places of posted dates and of value dates; a head decides, else the first is posted.

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
                c for c in spans if c.role == "value_date" and _POSTED.search(c.text)
            ]  # both dates, one below the other
            empty = [c for c in spans if c.role != "value_date" and not any(spans[c].holds(item) for item in dated)]
            posted = [c for c in spans if c.role != "value_date" and not (both and c in empty)] or both or list(spans)
            first = min(posted, key=lambda c: (_POSTED.search(c.text) is None, c.x0))
            return [spans[first]], [span for cell, span in spans.items() if cell is not first]
    groups = cluster(dated, lambda item: item.x0, 8.0)
    if not groups:
        return [], []
    most = max(map(len, groups))
    kept = [_span(group) for group in groups if len(group) >= DATE_SHARE * most]
    return [kept[0]], kept[1:2]
