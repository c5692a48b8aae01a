"""Heads that do not name their amounts, as what stands below them tells. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.geometry import overlap
from extraction.tables.head import Header
from extraction.tables.head_cells import HeaderCell, head_cells, is_value
from extraction.tables.head_lines import head_like, is_amount
from extraction.tables.names import MONEY
from extraction.text import dates
from extraction.text.lines import Chunk, Line

FEWEST, ROWS_BELOW = 3, 6
"""A head whose amounts have no known name has so many texts at least, and amounts on one of so many lines below."""
ALIGNED, AMOUNTS = 2.5, 2
"""Amounts that have no head end within so many points of each other, and are so many at least."""


def unnamed(lines: Sequence[Line]) -> Iterator[Header]:
    """Lines -> heads that name dates and texts, perhaps balances, and have amounts below names that nobody knows."""
    for index, line in enumerate(lines):
        if len(line.chunks) < FEWEST or not head_like(line):
            continue
        cells, right = head_cells([line])
        roles = {cell.role for cell in cells}
        unknown = [cell for cell in cells if cell.role == "other"]
        if not {"date", "description"} <= roles or len(unknown) >= len(cells) - 1 or roles & MONEY - {"balance"}:
            continue
        below = _below(lines, index)
        if any(is_amount(c.text) and overlap(c.x0, c.x1, u.x0, u.x1) > 0 for c in below for u in unknown):
            yield Header(line.page, index, index, line.top, line.bottom, tuple(cells), right, open=True)


def with_amounts(head: Header, lines: Sequence[Line]) -> Header:
    """A head, all lines -> with a column of amounts right of all its names, where it names dates and texts, no money,
    and amounts stand there: "Bu-Tag | Wert | Vorgang". "Value" above dates names no money."""
    below = _below(lines, head.last)
    cells = tuple(replace(c, role="value_date") if _is_of_dates(c, head, below) else c for c in head.cells)
    last, roles = cells[-1], {cell.role for cell in cells}
    if not {"date", "description"} <= roles or roles & MONEY or last.role != "description":
        return head
    right = [chunk for chunk in below if chunk.x0 > last.x1 and is_amount(chunk.text)]
    if len(right) < AMOUNTS or max(c.x1 for c in right) - min(c.x1 for c in right) > ALIGNED:
        return head
    return replace(head, cells=(*cells, HeaderCell("amount", "", min(c.x0 for c in right), max(c.x1 for c in right))))


def _below(lines: Sequence[Line], last: int) -> list[Chunk]:
    """Lines, the place of the last one of a head -> the texts of those right below it on its page."""
    return [c for line in lines[last + 1 : last + 1 + ROWS_BELOW] if line.page == lines[last].page for c in line.chunks]


def _is_of_dates(cell: HeaderCell, head: Header, below: Sequence[Chunk]) -> bool:
    """Whether a name that may be that of amounts or of their dates has dates below it, and none but them."""
    under = [chunk.text for chunk in below if overlap(chunk.x0, chunk.x1, cell.x0, cell.x1) > 0]
    return is_value(cell) and cell is not head.cells[-1] and bool(under) and all(map(_is_date, under))


def _is_date(text: str) -> bool:
    found = dates.leading(text)
    return found is not None and found[1] == len(text)
