"""Rows of two lines whose head says so: the balance stands below the amount, the value date below the date."""

from collections.abc import Sequence
from dataclasses import replace

from extraction.geometry import overlap
from extraction.tables.head import Header
from extraction.tables.names import role
from extraction.tables.table import Column, Strip
from extraction.text.lines import Chunk, Line


def stacked(
    found: Sequence[Strip], columns: Sequence[Column], header: Header | None, lines: Sequence[Line]
) -> tuple[list[Strip], list[Column]]:
    """Strips of a table, its columns of money, its head, the lines below it -> the same; where a second line of the
    head names a balance below the one column of amounts, the balance below each amount is given to its row."""
    below = _below(header, columns, lines)
    amounts = [i for i, strip in enumerate(found) if strip.anchor]
    if below is None or not amounts or len(amounts) % 2 or any(set(found[i].entries) != {0} for i in amounts):
        return list(found), list(columns)
    pairs = list(zip(amounts[::2], amounts[1::2], strict=True))
    if not all(_is_row(found[a], found[b]) for a, b in pairs):
        return list(found), list(columns)
    result = list(found)
    for a, b in pairs:
        upper, lower = found[a], found[b]
        entries = {**upper.entries, len(columns): lower.entries[0]}
        result[a] = replace(upper, entries=entries, valued=upper.valued or lower.posted)
        result[b] = replace(lower, entries={}, posted=None, valued=None)
    return result, [*columns, Column("balance", below.x0, below.x1)]


def _below(header: Header | None, columns: Sequence[Column], lines: Sequence[Line]) -> Chunk | None:
    """What a line right below a head names below its one column of amounts, where that is the balance and the head
    names none."""
    if header is None or len(columns) != 1 or "amount" not in header.roles or "balance" in header.roles or not lines:
        return None
    line, cell = lines[0], next(cell for cell in header.cells if cell.role == "amount")
    if line.page != header.page or len(line.chunks) < 2:
        return None
    under = (chunk for chunk in line.chunks if overlap(chunk.x0, chunk.x1, cell.x0, cell.x1) > 0)
    return next((chunk for chunk in under if role(chunk.text) == "balance"), None)


def _is_row(upper: Strip, lower: Strip) -> bool:
    """Whether two lines with amounts are one row: the first has a date, and both stand on one page."""
    return upper.posted is not None and upper.line.page == lower.line.page and upper.line is not lower.line
