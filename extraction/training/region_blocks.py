"""Words that no proved table holds -> blocks that stand together, and what kind of region each is. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extraction.geometry import overlap, share, union
from extraction.model import Page, Word
from extraction.text.lines import Chunk, lines
from schemas.provenance import BBox

BELOW, BESIDE = 0.75, 2.5
"""Chunks are of one block where one stands within so many of its heights below, or beside, the other."""
SHARED = 0.7
"""Two blocks side by side are one where so much of the lower one's lines are lines of the other."""
COLUMNS, GRID = 3, 2.2
"""Two rows of so many chunks, so many heights apart, that stand below each other are of one block."""
WIDE = 0.5
"""Share of the width of the page: blocks farther apart are not one."""
LARGE = 1.2
"""Print so many times as high as usual makes a heading."""
_FIGURE = re.compile(
    r"[-+–−(]?\s?(?:[A-Z]{3}|[€$£¥₹])?\s?[-+–−(]?[\d.,'’/ ]*\d[\d.,'’/ ]*[-+–−)%]?\s?(?:CR|DR|[A-Z]{3}|[€$£%])?"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value that is known stands, and whether it is one of a summary."""

    box: BBox
    summed: bool


@dataclass(frozen=True, slots=True)
class _Block:
    chunks: tuple[Chunk, ...]

    @property
    def box(self) -> BBox:
        return union(c.box for c in self.chunks)


def blocks(
    page: Page, words: Sequence[Word], places: Sequence[Place], tables: Sequence[BBox]
) -> list[tuple[str, BBox]]:
    """Page, words of it, known values, boxes of tables -> (kind, box) of each block of those words."""
    chunks = [chunk for line in lines(replace(page, words=tuple(words))) for chunk in line.chunks]
    if not chunks:
        return []
    found = _merged(_grouped(chunks), places, page.width)
    heights = sorted(w.height for w in page.words)
    usual = heights[len(heights) // 2]
    return [(_kind(block, places, tables, usual), block.box) for block in found]


def _grouped(chunks: Sequence[Chunk]) -> list[_Block]:
    """Chunks -> those that stand close to each other, together."""
    boxes = [c.box for c in chunks]
    group = list(range(len(chunks)))

    def top(i: int) -> int:
        while group[i] != i:
            i = group[i]
        return i

    for i, a in enumerate(boxes):
        for j in range(i):
            if top(i) != top(j) and _close(a, boxes[j]):
                group[top(i)] = top(j)
    for linked in _grid(chunks):
        for i, j in pairwise(linked):
            if top(i) != top(j):
                group[top(i)] = top(j)
    made: dict[int, list[Chunk]] = {}
    for i, chunk in enumerate(chunks):
        made.setdefault(top(i), []).append(chunk)
    return [_Block(tuple(c)) for c in made.values()]


def _grid(chunks: Sequence[Chunk]) -> list[list[int]]:
    """Chunks -> the places of those of two rows, one below the other, of which each stands below one of the other."""
    rows: list[list[int]] = []
    for i in sorted(range(len(chunks)), key=lambda i: chunks[i].box[3]):
        if rows and abs(chunks[rows[-1][0]].box[3] - chunks[i].box[3]) <= 2:
            rows[-1].append(i)
        else:
            rows.append([i])
    found = []
    for above, below in pairwise(rows):
        a, b = ([chunks[i].box for i in row] for row in (above, below))
        high = min(a[0][3] - a[0][1], b[0][3] - b[0][1])
        if min(len(a), len(b)) < COLUMNS or min(box[1] for box in b) - max(box[3] for box in a) > GRID * high:
            continue
        fits = sum(sum(overlap(x[0], x[2], y[0], y[2]) > 0 for y in b) == 1 for x in a)
        if fits >= SHARED * max(len(a), len(b)):
            found.append([*above, *below])
    return found


def _close(a: BBox, b: BBox) -> bool:
    high_a, high_b = a[3] - a[1], b[3] - b[1]
    high = min(high_a, high_b)
    if max(high_a, high_b) > 1.5 * high:
        return False
    across, down = max(a[0], b[0]) - min(a[2], b[2]), max(a[1], b[1]) - min(a[3], b[3])
    return (across < 0 and down < BELOW * high) or (down < -0.5 * high and across < BESIDE * high)


def _merged(found: list[_Block], places: Sequence[Place], width: float) -> list[_Block]:
    """Blocks -> the same, those side by side whose lines go on from one to the other as one."""
    again = True
    while again:
        again = False
        for i, a in enumerate(found):
            for j in range(i + 1, len(found)):
                if _goes_on(a, found[j], places, width):
                    found = [*found[:i], *found[i + 1 : j], *found[j + 1 :], _Block((*a.chunks, *found[j].chunks))]
                    again = True
                    break
            if again:
                break
    return found


def _goes_on(a: _Block, b: _Block, places: Sequence[Place], width: float) -> bool:
    """Whether two blocks side by side are one: rows of labels and figures, or of values that are known."""
    x, y = a.box, b.box
    gap = max(x[0], y[0]) - min(x[2], y[2])
    if gap > WIDE * width or share(x[1], x[3], y[1], y[3]) < SHARED:
        return False
    fewer, more = sorted(({round(c.box[3]) for c in block.chunks} for block in (a, b)), key=len)
    if sum(any(abs(f - m) <= 2 for m in more) for f in fewer) < SHARED * len(fewer):
        return False
    if all(any(p.summed and _in(p.box, block.box) for p in places) for block in (a, b)):
        return True
    return any(_figures(block) >= 0.5 for block in (a, b)) and (len(fewer) > 1 or len(more) == 1)


def _figures(block: _Block) -> float:
    """Share of the chunks that are figures, dates or amounts."""
    return sum(_FIGURE.fullmatch(c.text.strip()) is not None for c in block.chunks) / len(block.chunks)


def _in(inner: BBox, box: BBox) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _kind(block: _Block, places: Sequence[Place], tables: Sequence[BBox], usual: float) -> str:
    """Block, known values, boxes of tables, the usual height of print -> its kind."""
    held = [p for p in places if _in(p.box, block.box)]
    if any(p.summed for p in held):
        return "summary"
    rows = _rows(block)
    figured = [row for row in rows if len(row) > 1 and any(_FIGURE.fullmatch(c.text.strip()) for c in row[1:])]
    numeric = max((sum(_FIGURE.fullmatch(c.text.strip()) is not None for c in row) for row in rows), default=0)
    wide = sum(len(row) >= COLUMNS for row in rows)
    if (numeric >= 2 and (len(figured) >= 3 or wide >= 2)) or (len(figured) >= 3 and len(figured) >= 0.7 * len(rows)):
        return "table"
    if held:
        return "fields"
    labelled = sum(len(row) == 2 or row[0].text.rstrip().endswith(":") for row in rows)
    if len(rows) >= 2 and labelled >= 0.6 * len(rows):
        return "fields"
    if len(rows) <= 2 and _heads(block, tables, usual):
        return "heading"
    return "other"


def _rows(block: _Block) -> list[list[Chunk]]:
    """Chunks of a block, line by line."""
    rows: list[list[Chunk]] = []
    for chunk in sorted(block.chunks, key=lambda c: c.box[3]):
        if rows and abs(rows[-1][-1].box[3] - chunk.box[3]) <= 2:
            rows[-1].append(chunk)
        else:
            rows.append([chunk])
    return [sorted(row, key=lambda c: c.x0) for row in rows]


def _heads(block: _Block, tables: Sequence[BBox], usual: float) -> bool:
    """Whether a short block is a title: in large print, or above a table."""
    box = block.box
    if sum(len(c.words) for c in block.chunks) > 14 or _figures(block) > 0.5:
        return False
    high = max(w.height for c in block.chunks for w in c.words)
    above = any(-2 <= table[1] - box[3] <= 30 and overlap(table[0], table[2], box[0], box[2]) > 0 for table in tables)
    return high >= LARGE * usual or above
