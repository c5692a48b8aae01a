"""A statement that is proved -> the regions of its pages, as the detector of regions is to find them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extraction.geometry import overlap, share, union
from extraction.model import Page, Region, Word
from extraction.tables.head import Header
from extraction.tables.header import headers
from extraction.text.furniture import without_furniture
from extraction.text.lines import Line, lines
from extraction.training.region_blocks import Place, blocks
from schemas.provenance import BBox, Provenance
from schemas.result import ExtractionResult
from schemas.statement import Account

SUMMED = frozenset(
    {
        "opening_balance",
        "closing_balance",
        "available_balance",
        "total_credits",
        "total_debits",
        "count_credits",
        "count_debits",
        "fees",
        "interest",
        "minimum_payment",
        "payment_due_date",
        "credit_limit",
        "available_credit",
        "payments",
        "purchases",
        "cash_advances",
        "portfolio_value",
    }
)
"""Fields of an account that stand in summaries; all others stand among labels and values."""
BETWEEN = 3
"""So many lines may stand between two rows, or between a head and its first row, of one table."""
APART = 45.0
"""Points: rows farther apart than this are of two tables, unless lines stand between."""
NEXT = 1.5
"""A line of balances is of the table where it stands within so many of its heights of a row."""
NAMES = 3
"""So many texts above a table, and no figures, are its head."""
ALIGNED = 4.0
"""Points: figures of one column end so near each other."""
EDGE = (0.12, 0.93)
"""Shares of the height of a page: above and below, repeated lines are its margins."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page as the detector learns from it: its picture, its size in points, and its regions."""

    grey: NDArray[np.uint8]
    width: float
    height: float
    regions: tuple[Region, ...]


def labels(pages: Sequence[Page], result: ExtractionResult) -> list[tuple[Region, ...]]:
    """Pages, what is proved of them -> for each page its regions, confidence 1."""
    heads = headers([line for page in pages for line in lines(page)])
    bare = without_furniture(pages, {})
    return [
        _regions(page, kept, result.accounts, [h for h in heads if h.page == page.number])
        for page, kept in zip(pages, bare, strict=True)
    ]


def _regions(page: Page, kept: Page, accounts: Sequence[Account], heads: Sequence[Header]) -> tuple[Region, ...]:
    """Page, the same without repeated lines, accounts, table heads of the page -> its regions."""
    rows = [_row(t.provenance, t.fields) for a in accounts for t in a.transactions]
    held = [_row(h.provenance, h.fields) for a in accounts for h in a.holdings]
    told = [(name, place) for a in accounts for name, place in a.fields.items() if place.page == page.number]
    summed = [place.bbox for name, place in told if name in SUMMED]
    moving = [head for head in heads if head.transactions]
    others = [head for head in heads if not head.transactions]
    tables = [("transactions", box) for box in _tables(page, rows, moving, summed)]
    tables += [("table", box) for box in _tables(page, held, others, summed)]
    tables = _apart(tables)
    left = [w for w in page.words if w.upright and w.text.strip() and not any(_within(w, box) for _, box in tables)]
    gone = set(page.words) - set(kept.words)
    margin = [w for w in left if _marginal(w, page, gone)]
    rest = [w for w in left if not _marginal(w, page, gone)]
    places = [Place(place.bbox, name in SUMMED) for name, place in told]
    found = [*tables, *(("margin", box) for box in _strips(margin, page.height))]
    found += blocks(page, rest, places, [box for _, box in tables])
    return tuple(Region(kind, *box, 1.0) for kind, box in found)


def _row(whole: Provenance, fields: dict[str, Provenance]) -> Provenance:
    """The place of a row and those of its fields -> the box around those on the page of the row."""
    boxes = [whole.bbox, *(f.bbox for f in fields.values() if f.page == whole.page)]
    near = [b for b in boxes if overlap(b[1], b[3], whole.bbox[1] - 4, whole.bbox[3] + 4) > 0]
    return whole.model_copy(update={"bbox": union(near)}) if near else whole


def _tables(page: Page, rows: Iterable[Provenance], heads: Sequence[Header], summed: Sequence[BBox]) -> list[BBox]:
    """Page, places of rows, heads, places of balances -> the boxes of its tables, heads and lines of balances in."""
    boxes = sorted({row.bbox for row in rows if row.page == page.number}, key=lambda b: (b[1], b[0]))
    printed = lines(page)
    groups: list[list[BBox]] = []
    for box in boxes:
        for group in groups[-3:]:
            if _together(group[-1], box, printed, heads):
                group.append(box)
                break
        else:
            groups.append([box])
    return [_grown(group, printed, heads, summed) for group in groups]


def _together(above: BBox, below: BBox, printed: Sequence[Line], heads: Sequence[Header]) -> bool:
    """Whether two rows, one after the other, are of one table: of one column of the page, nothing else between."""
    if share(above[0], above[2], below[0], below[2]) < 0.3:
        return False
    if any(above[3] - 2 <= head.top and head.bottom <= below[1] + 2 for head in heads):
        return False
    between = _between(printed, above[3], below[1], (min(above[0], below[0]), max(above[2], below[2])))
    return len(between) <= BETWEEN and (below[1] - above[3] < APART or bool(between))


def _between(printed: Sequence[Line], top: float, bottom: float, across: tuple[float, float]) -> list[Line]:
    """The lines of a page between two heights that stand in the same column of the page."""
    near = [line for line in printed if top < line.middle < bottom]
    return [line for line in near if any(overlap(c.x0, c.x1, *across) > 0 for c in line.chunks)]


def _grown(rows: Sequence[BBox], printed: Sequence[Line], heads: Sequence[Header], summed: Sequence[BBox]) -> BBox:
    """Rows of one table -> its box: with the head above it, and with lines of balances that stand in its columns."""
    box = union(rows)
    ends = [row[2] for row in rows]
    for head in sorted(heads, key=lambda h: -h.bottom):
        wide = (head.cells[0].x0, head.top, max(c.x1 for c in head.cells), head.bottom)
        if head.bottom > box[1] + 3 or share(wide[0], wide[2], box[0], box[2]) < 0.4:
            continue
        if len(_between(printed, head.bottom, box[1], (box[0], box[2]))) <= BETWEEN:
            box = union([box, wide])
        break
    for line in sorted(printed, key=lambda li: min(abs(li.middle - box[1]), abs(li.middle - box[3]))):
        high = line.bottom - line.top
        near = -1 <= line.top - box[3] <= NEXT * high or -1 <= box[1] - line.bottom <= NEXT * high
        mine = [c for c in line.chunks if overlap(c.x0, c.x1, box[0], box[2]) > 0]
        if not near or not mine:
            continue
        told = any(
            overlap(b[1], b[3], line.top, line.bottom) > 0 and overlap(b[0], b[2], *box[::2]) > 0 for b in summed
        )
        in_column = any(abs(mine[-1].x1 - end) < ALIGNED for end in ends) and any(ch.isdigit() for ch in mine[-1].text)
        if told or in_column or _names(line, box):
            box = union([box, *(c.box for c in mine)])
    return box


def _names(line: Line, box: BBox) -> bool:
    """Whether a line above a table is its head: several texts without figures, as wide as the table."""
    return (
        line.bottom < box[1] + 1
        and len(line.chunks) >= NAMES
        and not any(ch.isdigit() for ch in line.text)
        and overlap(line.chunks[0].x0, line.chunks[-1].x1, box[0], box[2]) > 0.7 * (box[2] - box[0])
    )


def _apart(tables: Sequence[tuple[str, BBox]]) -> list[tuple[str, BBox]]:
    """Tables of a page -> the same, those of one kind that lie over each other as one."""
    found: list[tuple[str, BBox]] = []
    for kind, box in tables:
        over = [f for f in found if f[0] == kind and _over(f[1], box)]
        found = [f for f in found if f not in over]
        found.append((kind, union([box, *(b for _, b in over)])))
    return found


def _over(a: BBox, b: BBox) -> bool:
    """Whether two boxes lie over each other by more than a brush."""
    return overlap(a[0], a[2], b[0], b[2]) > 5 and overlap(a[1], a[3], b[1], b[3]) > 3


def _within(word: Word, box: BBox) -> bool:
    middle = (word.x0 + word.x1) / 2
    return box[0] - 1 <= middle <= box[2] + 1 and box[1] - 1 <= word.middle <= box[3] + 1


def _marginal(word: Word, page: Page, gone: set[Word]) -> bool:
    """Whether a word is of the margins: repeated near an edge, or at the very foot."""
    low = word.middle > 0.955 * page.height
    return low or (word in gone and not EDGE[0] * page.height < word.middle < EDGE[1] * page.height)


def _strips(words: Sequence[Word], height: float) -> list[BBox]:
    """Words of the margins -> one box at the head and one at the foot."""
    top, foot = ([w.box for w in words if (w.middle > height / 2) is low] for low in (False, True))
    return [union(boxes) for boxes in (top, foot) if boxes]
