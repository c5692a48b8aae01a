"""Lines -> the heads of transaction tables, with the lines around them that complete their names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from extraction.geometry import overlap
from extraction.tables.head import Header
from extraction.tables.head_lines import (
    CLOSE,
    NOTE,
    PROSE,
    head_from,
    head_like,
    head_of,
    names_section,
    together,
    told_by,
)
from extraction.tables.names import MONEY, is_name
from extraction.tables.unnamed import unnamed, with_amounts
from extraction.text.lines import Chunk, Line
from extraction.text.normal import plain

BEGINS = 3.0
"""Texts of rows begin within so many points of where their head does."""
WRAPPED, FEWEST_WRAPPED, EDGE = 2, 4, 1.0
"""A head of two lines goes on below so many of its names at least; names that stand below each other share an edge or
the middle within so many points."""
AROUND = ((0, 1), (-1, 0), (-1, 1), (-2, 0), (0, 2))
"""The lines of a head, counted from one that is a head by itself."""


def headers(lines: Sequence[Line]) -> list[Header]:
    """Lines of a document, page after page -> its table heads in order.

    A head is found by one line that names at least two columns and little else; a line above or
    below is taken in where it completes the names (a wrapped head).
    """
    found: list[Header] = []
    for index in range(len(lines)):
        if found and index <= found[-1].last:
            continue
        best = told_by(lines, index)
        if best is None or (found and (best.first <= found[-1].last or _goes_on(found[-1], best))):
            continue
        if found and _is_text(lines[index], found[-1], best):
            continue
        if found and _second_names(found[-1], best) and together(lines[found[-1].last : index + 1]):
            found[-1] = replace(found[-1], last=best.last, bottom=best.bottom)
            continue
        best = _widest(lines, index, best, found[-1].last if found else -1)
        found.append(with_amounts(_with_units(_as_before(best, found), lines), lines))
    if not any(head.transactions for head in found):
        unknown = list(unnamed(lines))
        found = [head for head in found if all(head.first != other.first for other in unknown)] + unknown
    return sorted([*found, *_again(lines, found)], key=lambda head: head.first)


def _widest(lines: Sequence[Line], index: int, best: Header, before: int) -> Header:
    """Lines, the place of one, the head that it makes, where the head before ends -> the head that tells most: of the
    line alone, or with lines above and below it."""
    line = lines[index]
    for first, last in ((index + a, index + b) for a, b in AROUND):
        block = lines[max(first, 0) : last + 1]
        if first <= before or last >= len(lines) or line not in block:
            continue
        if any(len(chunk.words) > PROSE for added in block if added is not line for chunk in added.chunks):
            continue
        if not all(map(head_like, block)) or not together(block) or (last > index and _spans(lines[last], line)):
            continue
        if first < index and any(_is_title(chunk, block[1:]) for chunk in lines[first].chunks):
            continue
        if "amount" in best.roles and any(names_section(b) for b in block if b is not line):
            continue
        wider = head_from(block, first)
        if wider and first < index and len(lines[first].chunks) == 1 and _is_heading(lines[first].text, wider):
            continue
        told = _names(wider) + _completed(wider, best) - _names(best) if wider else -1
        if wider and first == index and _is_wrapped(block) and not _says_again(lines, last, best):
            return _longer(lines, wider)
        if wider and (told > 0 or (told == 0 and _words(wider) > _words(best) and _centred(block))):
            best = wider
    return best


def _longer(lines: Sequence[Line], head: Header) -> Header:
    """Lines, a head of wrapped names -> with the line below it, where this makes more names whole and has nothing
    else."""
    block = lines[head.first : head.last + 2]
    below = block[-1]
    if (
        len(block) <= WRAPPED
        or not all(map(head_like, block))
        or not together(block)
        or any(map(str.isdigit, below.text))
    ):
        return head
    wider = head_from(block, head.first)
    under = all(sum(overlap(c.x0, c.x1, h.x0, h.x1) > 0 for h in head.cells) == 1 for c in below.chunks)
    return wider if wider and under and _names(wider) > _names(head) else head


def _is_wrapped(block: Sequence[Line]) -> bool:
    """Whether two lines are one head of wrapped names: nearly all texts of the second begin, end or have their middle
    where one of the first does, and so do most of the first."""
    above, below = block if len(block) == WRAPPED else (block[0], block[0])
    if above is below or any(ch.isdigit() for ch in below.text):
        return False
    shared = [sum(_share_edge(c, over) for c in below.chunks) for over in above.chunks]
    under = [count for count in shared if count]
    return max(shared) == 1 and len(under) >= max(FEWEST_WRAPPED, len(below.chunks) - 1, len(above.chunks) / 2)


def _says_again(lines: Sequence[Line], place: int, head: Header) -> bool:
    """Whether a line names the columns of a head again, in another language."""
    other = head_of(lines, place)
    return other is not None and other.roles == head.roles


def _share_edge(a: Chunk, b: Chunk) -> bool:
    return min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.x0 + a.x1 - b.x0 - b.x1) / 2) < EDGE


def _words(header: Header) -> int:
    return sum(len(cell.text.split()) for cell in header.cells)


def _centred(block: Sequence[Line]) -> bool:
    """Whether lines reach into each other, as names of two lines do that are set beside those of one."""
    return all(b.top < a.bottom for a, b in pairwise(block))


def _with_units(head: Header, lines: Sequence[Line]) -> Header:
    """A head, all lines -> with the line below it that stands under heads of amounts alone, as "in EUR" and "to your
    account", behind the names above."""
    below = lines[head.last + 1] if head.last + 1 < len(lines) else None
    if below is None or not head.transactions or not together([lines[head.last], below]) or not head_like(below):
        return head
    money = [cell for cell in head.cells if cell.role in MONEY]
    units = {cell: [c.text for c in below.chunks if overlap(c.x0, c.x1, cell.x0, cell.x1) > 0] for cell in money}
    under = all(any(chunk.text in told for told in units.values()) for chunk in below.chunks)
    if not under or len(below.chunks) < 2 or any(ch.isdigit() for ch in below.text):
        return head
    cells = tuple(replace(c, text=" ".join([c.text, *units.get(c, ())])) for c in head.cells)
    return replace(head, last=head.last + 1, bottom=below.bottom, cells=cells)


def _again(lines: Sequence[Line], found: Sequence[Header]) -> Iterator[Header]:
    """Lines, their heads -> where one of these is printed again, in the same place but beside a box that goes on right
    of it."""
    taken = {i for head in found for i in range(head.first, head.last + 1)}
    shapes = {tuple(map(_shape, lines[head.first : head.last + 1])): head for head in found}
    for shape, head in shapes.items():
        for first in range(len(lines) - len(shape) + 1):
            block = lines[first : first + len(shape)]
            if not all(_shape(line)[: len(one)] == one for line, one in zip(block, shape, strict=True)):
                continue
            last = first + len(shape) - 1
            beside = [c.x0 for line, one in zip(block, shape, strict=True) for c in line.chunks[len(one) :]]
            if beside and min(beside) > head.cells[-1].x1 and taken.isdisjoint((first, last)) and together(block):
                ends = min(line.top for line in block), max(line.bottom for line in block)
                yield Header(block[0].page, first, last, *ends, head.cells, min(beside) - 1)


@lru_cache(maxsize=4096)
def _shape(line: Line) -> tuple[tuple[str, int], ...]:
    """Line -> its texts, each with its left edge in whole points."""
    return tuple((chunk.text, round(chunk.x0)) for chunk in line.chunks)


def _second_names(head: Header, below: Header) -> bool:
    """Whether a head right below another one only names its columns once more: "(DEBIT)" below "AMOUNT OUT", or all of
    them in another language."""
    under = all(any(overlap(c.x0, c.x1, h.x0, h.x1) > 0 for h in head.cells) for c in below.cells)
    again = not below.transactions or below.roles == head.roles
    return head.transactions and again and below.first == head.last + 1 and under


def _goes_on(head: Header, below: Header) -> bool:
    """Whether a head that moves no money is the second line of the one right above it: below a date stands what the
    value date is, below the amount what the balance is."""
    if below.transactions or not head.transactions or below.page != head.page or below.first != head.last + 1:
        return False
    if below.top - head.bottom > (CLOSE - 1) * (head.bottom - head.top) / (head.last - head.first + 1):
        return False
    return all(any(overlap(c.x0, c.x1, h.x0, h.x1) > 0 for h in head.cells) for c in below.cells)


def _is_text(line: Line, head: Header, told: Header) -> bool:
    """Whether a line that names columns is one text, below a head, that begins where the texts of rows do: "MERCHANT
    DEPOSIT"."""
    texts = [cell.x0 for cell in head.cells[1:] if cell.role == "description"]
    alone = len(line.chunks) == 1 and told.first == told.last and head.transactions and head.page == line.page
    return alone and any(abs(line.chunks[0].x0 - x) < BEGINS for x in texts)


def _as_before(head: Header, earlier: Sequence[Header]) -> Header:
    """A head that repeats an earlier one, perhaps in part -> with the names and columns of that one."""
    for before in reversed(earlier):
        if _names(before) <= _names(head) or len(before.cells) < len(head.cells):
            continue
        pairs = [
            (cell, next((b for b in before.cells if overlap(cell.x0, cell.x1, b.x0, b.x1) > 0), None))
            for cell in head.cells
        ]
        if all(b is not None and set(plain(c.text).split()) <= set(plain(b.text).split()) for c, b in pairs):
            return replace(head, cells=before.cells)
    return head


def _is_title(chunk: Chunk, below: Sequence[Line]) -> bool:
    """Whether a text above the lines of a head is the title of the table: it is long, and reaches across columns."""
    under = (sum(overlap(c.x0, c.x1, chunk.x0, chunk.x1) > 0 for c in line.chunks) for line in below)
    return len(chunk.words) >= NOTE and any(count > 1 for count in under)


def _is_heading(text: str, head: Header) -> bool:
    """Whether a text by itself above the first name of a head, in the same cell, is the heading of the table, "All
    transactions": together they name nothing."""
    first, own = head.cells[0], plain(text)
    return plain(first.text).startswith(own) and plain(first.text) != own and not is_name(first.text)


def _spans(below: Line, head: Line) -> bool:
    """Whether a line under a head is the heading of a section: one of its texts reaches across two columns."""
    return any(sum(overlap(c.x0, c.x1, h.x0, h.x1) > 0 for h in head.chunks) > 1 for c in below.chunks)


def _names(header: Header) -> int:
    """How much a head tells: its different roles, and nothing for columns that nobody knows or that share a name."""
    unknown = sum(role == "other" for role in header.roles)
    shared_ = len(header.cells) - len({plain(cell.text) for cell in header.cells})
    open_ = sum(cell.text.endswith("/") for cell in header.cells)  # its second name stands below
    parted = sum(cell.text.endswith("-") and len(cell.text) > 1 for cell in header.cells)  # the rest of it does
    return 10 * len(set(header.roles) - {"other"}) - unknown - shared_ - open_ - 5 * parted


def _completed(wider: Header, head: Header) -> int:
    """How much it tells that a head of more lines makes names whole, "Original amount" of an "amount", and joins no
    columns of money. "Paid" below "Date" is a date, and was none of money."""
    dated = "date" in wider.roles and "date" not in head.roles and wider.transactions
    if not MONEY.intersection(head.roles) <= set(wider.roles) and not dated:
        return 0
    before = {cell.text for cell in head.cells}
    whole = [cell.text for cell in wider.cells if cell.text not in before and is_name(cell.text)]
    return 12 * sum(any(part in text.split() for part in before) for text in whole)
