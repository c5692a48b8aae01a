"""The items of a table's lines -> its columns of money."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extraction.geometry import cluster, overlap, share
from extraction.tables.date_columns import dated_heads
from extraction.tables.head import Header, territory
from extraction.tables.head_cells import HeaderCell
from extraction.tables.items import Item
from extraction.tables.names import MONEY
from extraction.tables.spans import Span, span_of
from extraction.tables.table import Column
from extraction.text.dates import leading
from extraction.text.lines import Line
from extraction.text.normal import plain

ALIGNED = 2.5
"""Amounts of one column end within this many points of each other (they align right)."""
RARE = 0.06
"""Without a head, a column holds at least this share of the lines that hold amounts."""
BEGUN, LEAST, LETTERS = 0.25, 3, 3
"""Texts of a column begin at one place on this share of the lines below its head, and so many at least; each has more
letters."""


_BEFORE = re.compile(
    r"\b(?:before|vorher|zuvor|avant|antes|prima|vooraf|previous balance|vorherige[rs]? saldo|vorig saldo|"
    r"solde precedent|saldo (?:anterior|precedente))\b"
)
"""Heads of the balances before the rows."""


_WHOLE = re.compile(r"[-+−–(]?[^\w\s]?\d{1,3}(?:[ ,.'’]\d{3})*[-+−–)]?")
"""Amounts without decimals."""


def money_columns(lines: Sequence[Sequence[Item]], header: Header | None) -> list[Column]:
    """Items of the lines of a table -> its columns of amounts from left to right.

    Columns are where amounts align; a head gives them their roles, and adds those that hold no plain amount.
    """
    found = [item for line in lines for item in line if item.amount is not None]
    groups = _merged([span_of(group) for group in cluster(found, lambda item: item.x1, ALIGNED)], lines)
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
            _BEFORE.search(plain(cell.text)) is not None,
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
        if cell.role != "description":
            continue
        left = max((other.x1 for other in cells[:i]), default=0.0)
        beside = [chunk for line in lines for chunk in line.chunks if left < chunk.x0 < cell.x0 - ALIGNED]
        starts = Counter(round(c.x0) for c in beside if sum(ch.isalpha() for ch in c.text) > LETTERS)
        often = [x for x, count in starts.items() if count >= max(BEGUN * len(lines), LEAST)]
        if often:
            cells[i] = replace(cell, x0=float(max(often)))
    return replace(header, cells=tuple(cells))


def over_dates(lines: Sequence[Line], header: Header) -> Header:
    """The lines below a head, the head -> with its first name, that of a side, over the dates of the rows, where dates
    begin below it and none of the others is one of dates: it is the title of the section, "Credits", set there."""
    first, *others = header.cells
    if first.role not in ("debit", "credit") or not any(cell.role in MONEY for cell in others):
        return header
    if any(cell.role in ("date", "value_date") for cell in others):
        return header
    own = [line.chunks[0] for line in lines if abs(line.chunks[0].x0 - first.x0) <= ALIGNED]
    if not any(leading(chunk.text) for chunk in own):
        return header
    return replace(header, cells=(replace(first, role="date"), *others))
