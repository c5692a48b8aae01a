"""What stands beside a table and is no part of its rows: boxes left and right of it, notes in its last column."""

from collections.abc import Sequence
from dataclasses import replace

from extraction.tables.columns import ALIGNED
from extraction.tables.date_columns import dated_heads
from extraction.tables.head import Header, territory
from extraction.tables.head_cells import HeaderCell
from extraction.tables.items import Item
from extraction.tables.names import MONEY
from extraction.text.lines import Line

PANEL, PANEL_LINES, LETTERS = 8.0, 3, 3
"""Texts that begin so many points right of the last column head, on so many lines, are of a box beside the table."""
LEFT, FAR, LEFT_LINES, MANY = 10.0, 30.0, 2, 0.5
"""Texts that end so many points left of the first column, or of the dates, on so many lines and beside less than this
share of the rows, are of a box."""
NOTE, NOTE_LINES, NOTE_WORDS = 100.0, 5, 5
"""A note begins so many points right of the last column head; it has so many lines at most, and words at least."""


def bounded(lines: Sequence[Line], header: Header) -> Header:
    """A head, the lines below it -> the head with its right edge as a bound, where it ends with amounts and texts of
    something else stand beyond it: boxes of rewards, rates or messages."""
    texts = [chunk for line in lines for chunk in line.chunks if _letters(chunk.text) > LETTERS]
    cells = list(header.cells)
    while len(cells) > 1 and (cells[-1].role == "other" or _titles(cells, lines)):
        cells.pop()
    edge = max(cell.x1 for cell in cells)
    beyond = [chunk for chunk in texts if chunk.x0 > edge + PANEL]
    if cells[-1].role not in MONEY or len(beyond) < PANEL_LINES:
        return header
    return replace(header, right=min(header.right, edge + PANEL))


def _titles(cells: Sequence[HeaderCell], lines: Sequence[Line]) -> bool:
    """Whether the last head is the title of a box: labels begin below it with their amounts on the right, as below no
    head of amounts, and others are left of it."""
    *others, last = cells
    if last.role not in MONEY or not any(cell.role in MONEY for cell in others):
        return False
    labelled = 0
    for line in lines:
        labels = [
            chunk for chunk in line.chunks if last.x0 - ALIGNED <= chunk.x0 < last.x1 and _letters(chunk.text) > LETTERS
        ]
        labelled += bool(labels) and any(c.x0 > labels[0].x1 and c.text[-1:].isdigit() for c in line.chunks)
    return labelled >= PANEL_LINES


def without_panels(parted: Sequence[list[Item]], header: Header | None) -> list[list[Item]]:
    """Items of the lines below a head -> those of the table."""
    if header is None:
        return list(parted)
    inside = [[item for item in line if item.x0 < header.right] for line in parted]
    edge, note = _left(inside, header), _note(inside, header)
    return [
        line
        if _labels(line, edge)
        else [item for item in line if (item.amount or item.x1 >= edge) and not any(item is one for one in note)]
        for line in inside
    ]


def _labels(line: Sequence[Item], edge: float) -> bool:
    """Items of a line, where a box has ended -> whether what stands left of there is called what amounts of the table
    are, that have no other text."""
    own = [item for item in line if item.x1 >= edge]
    return bool(own) and all(item.amount for item in own)


def _left(parted: Sequence[Sequence[Item]], header: Header) -> float:
    """Items of lines -> where a box that stands left of the table has ended, points; 0 where none does.

    A column without a head has a text beside most rows. What stands on the line of the head left of the dates may be of
    the box too, where it ends far off.
    """
    own = [cell for cell in header.cells if cell.role == "date"] + dated_heads(parted, header)
    days = [i.x0 for line in parted for i in line if i.date and territory(header, i.x0, i.x1) in own]
    dated = [cell.x0 for cell in own]
    texts = [cell.x0 for cell in header.cells if cell.role == "description"]
    dated = dated if dated and texts and min(texts) > min(dated) else []
    for heads, gap in (([cell.x0 for cell in header.cells], LEFT), (dated, FAR)):
        edge = min([*heads, *days]) - gap if heads else 0.0
        beyond = [[i for i in line if i.plain and i.x1 < edge and _letters(i.text) > LETTERS] for line in parted]
        rows = [texts for line, texts in zip(parted, beyond, strict=True) if any(i.amount or i.date for i in line)]
        if sum(map(bool, beyond)) >= LEFT_LINES and sum(map(bool, rows)) < MANY * len(rows):
            return edge
    return 0.0


def _note(parted: Sequence[Sequence[Item]], header: Header) -> list[Item]:
    """Items of lines -> those of a sentence that is set beside the first rows, far right of the last head."""
    if header.cells[-1].role in MONEY:
        return []
    far = [i for line in parted for i in line[1:] if i.date is None and i.x0 > header.cells[-1].x1 + NOTE]
    for first in far:
        note = [i for i in far if abs(i.x0 - first.x0) < 1]
        text = " ".join(i.text for i in note)
        told = text[0].isupper() and text.endswith(".") and len(text.split()) >= NOTE_WORDS
        if 1 < len(note) <= NOTE_LINES and told:
            return note
    return []


def _letters(text: str) -> int:
    return sum(ch.isalpha() for ch in text)
