"""Lines -> header rows of transaction tables: which column is called what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from extraction.geometry import overlap
from extraction.tables.head_cells import HeaderCell, head_cells, stacks
from extraction.tables.names import MONEY, NOISE, Role, is_name, phrases, role
from extraction.tables.vocabulary import balance_kind, is_daily, is_decoy, is_total, section_sign
from extraction.text import amounts, dates
from extraction.text.lines import Chunk, Line
from extraction.text.normal import plain

MOST_WORDS, LONGEST_NAME = 24, 6
"""Bounds on the words of a head line and of one column name; prose has more."""
COVERED = 0.6
"""At least this share of a head line's words are names of columns."""
NOTE = 4
"""The name of a column has fewer words than a note beside a title."""
FEWEST_BESIDE = 4
"""A head beside a box names at least so many columns, or one less where they are those of dates, texts and amounts."""
FEWEST_UNNAMED, ROWS_BELOW = 3, 6
"""A head whose amounts have no known name has so many texts at least, and amounts on one of so many lines below."""
_NUMBER = re.compile(r"\d{4}")
BARE, PROSE = 2, 8
"""A row stands among so many lines below a head that names no amounts; a text of more words is no name of a column."""
AROUND = ((0, 1), (-1, 0), (-1, 1), (-2, 0), (0, 2))
"""The lines of a head, counted from one that is a head by itself."""
CLOSE = 1.75
"""Lines of one header follow each other within this many line heights."""


_AVERAGED = re.compile(r"\b(?:average|avg|year to date|ytd|next (?:statement|payment))\b")
"""What the head of a summary names, and none of transactions."""


@dataclass(frozen=True, slots=True)
class Header:
    """A table head: page (from 1), its height on the page, its cells from left to right."""

    page: int
    first: int
    last: int
    top: float
    bottom: float
    cells: tuple[HeaderCell, ...]
    right: float = float("inf")
    """Where a box beside the table begins, points."""
    open: bool = False
    """Whether what its columns of money are is left to the arithmetic."""

    @property
    def roles(self) -> tuple[Role, ...]:
        return tuple(cell.role for cell in self.cells)

    @property
    def transactions(self) -> bool:
        """Whether rows of transactions stand below: something moves money, and something says what or when."""
        roles = set(self.roles)
        moves = bool(roles & {"debit", "credit", "amount"}) and bool(roles & {"date", "description"})
        return (moves or self.open) and not self.balances

    @property
    def balances(self) -> bool:
        """Whether a list of balances stands below, or a summary from opening to closing: its head says so."""
        if any(_AVERAGED.search(plain(cell.text)) for cell in self.cells):
            return True
        told = {balance_kind(plain(cell.text)) for cell in self.cells}
        summary = told >= {"opening", "closing"} and "date" not in self.roles
        return summary or (any(is_daily(plain(cell.text)) for cell in self.cells) and "debit" not in self.roles)


def head_of(lines: Sequence[Line], index: int) -> Header | None:
    """Lines of a document, the place of one -> the table head that this line alone is."""
    return _core(lines, index)


def headers(lines: Sequence[Line]) -> list[Header]:
    """Lines of a document, page after page -> its table heads in order.

    A head is found by one line that names at least two columns and little else; a line above or
    below is taken in where it completes the names (a wrapped head).
    """
    found: list[Header] = []
    for index in range(len(lines)):
        if found and index <= found[-1].last:
            continue
        best = _core(lines, index) or _two(lines, index) or _bare(lines, index)
        if best is None or (found and (best.first <= found[-1].last or _goes_on(found[-1], best))):
            continue
        if found and _second_names(found[-1], best) and _together(lines[found[-1].last : index + 1]):
            found[-1] = replace(found[-1], last=best.last, bottom=best.bottom)
            continue
        best = _widest(lines, index, best, found[-1].last if found else -1)
        found.append(_with_units(_as_before(best, found), lines))
    if not any(head.transactions for head in found):
        unnamed = list(_unnamed(lines))
        found = [head for head in found if all(head.first != other.first for other in unnamed)] + unnamed
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
        if not all(map(_head_like, block)) or not _together(block) or (last > index and _spans(lines[last], line)):
            continue
        if first < index and any(_is_title(chunk, block[1:]) for chunk in lines[first].chunks):
            continue
        if "amount" in best.roles and any(_titles(b) for b in block if b is not line):
            continue
        wider = _header(block, first)
        told = _names(wider) + _completed(wider, best) - _names(best) if wider else -1
        if wider and (told > 0 or (told == 0 and _words(wider) > _words(best) and _centred(block))):
            best = wider
    return best


def _words(header: Header) -> int:
    return sum(len(cell.text.split()) for cell in header.cells)


def _centred(block: Sequence[Line]) -> bool:
    """Whether lines reach into each other, as names of two lines do that are set beside those of one."""
    return all(b.top < a.bottom for a, b in pairwise(block))


def _unnamed(lines: Sequence[Line]) -> Iterator[Header]:
    """Lines -> heads that name dates and texts, perhaps balances, and have amounts below names that nobody knows."""
    for index, line in enumerate(lines):
        if len(line.chunks) < FEWEST_UNNAMED or not _head_like(line):
            continue
        cells, right = head_cells([line])
        roles = {cell.role for cell in cells}
        unknown = [cell for cell in cells if cell.role == "other"]
        if not {"date", "description"} <= roles or len(unknown) >= len(cells) - 1 or roles & MONEY - {"balance"}:
            continue
        below = (c for b in lines[index + 1 : index + 1 + ROWS_BELOW] if b.page == line.page for c in b.chunks)
        if any(_is_amount(c.text) and overlap(c.x0, c.x1, u.x0, u.x1) > 0 for c in below for u in unknown):
            yield Header(line.page, index, index, line.top, line.bottom, tuple(cells), right, open=True)


def _with_units(head: Header, lines: Sequence[Line]) -> Header:
    """A head, all lines -> with the line below it that stands under heads of amounts alone, as "in EUR" and "to your
    account"."""
    below = lines[head.last + 1] if head.last + 1 < len(lines) else None
    if below is None or not head.transactions or not _together([lines[head.last], below]) or not _head_like(below):
        return head
    money = [cell for cell in head.cells if cell.role in MONEY]
    under = all(any(overlap(c.x0, c.x1, cell.x0, cell.x1) > 0 for cell in money) for c in below.chunks)
    return replace(head, last=head.last + 1, bottom=below.bottom) if under and len(below.chunks) > 1 else head


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
            if beside and min(beside) > head.cells[-1].x1 and taken.isdisjoint((first, last)) and _together(block):
                ends = min(line.top for line in block), max(line.bottom for line in block)
                yield Header(block[0].page, first, last, *ends, head.cells, min(beside) - 1)


@lru_cache(maxsize=4096)
def _shape(line: Line) -> tuple[tuple[str, int], ...]:
    """Line -> its texts, each with its left edge in whole points."""
    return tuple((chunk.text, round(chunk.x0)) for chunk in line.chunks)


def _second_names(head: Header, below: Header) -> bool:
    """Whether a head right below another one only names its columns once more: "(DEBIT)" below "AMOUNT OUT"."""
    under = all(any(overlap(c.x0, c.x1, h.x0, h.x1) > 0 for h in head.cells) for c in below.cells)
    return head.transactions and not below.transactions and below.first == head.last + 1 and under


def _goes_on(head: Header, below: Header) -> bool:
    """Whether a head that moves no money is the second line of the one right above it: below a date stands what the
    value date is, below the amount what the balance is."""
    if below.transactions or not head.transactions or below.page != head.page or below.first != head.last + 1:
        return False
    if below.top - head.bottom > (CLOSE - 1) * (head.bottom - head.top) / (head.last - head.first + 1):
        return False
    return all(any(overlap(c.x0, c.x1, h.x0, h.x1) > 0 for h in head.cells) for c in below.cells)


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


def _core(lines: Sequence[Line], index: int) -> Header | None:
    return _alone(lines[index], index)


@lru_cache(maxsize=64)  # each line is asked for by itself and with the one above
def _alone(line: Line, index: int) -> Header | None:
    if not _head_like(line):
        return _beside(line, index)
    if any(word.text.endswith(":") for chunk in line.chunks for word in chunk.words[:-1]):  # "Details: receipts"
        return None
    header = _header([line], index)
    if header is None or any(len(cell.text.split()) > LONGEST_NAME for cell in header.cells):
        return None
    if len(line.chunks) == 1 and MONEY.intersection(header.roles) == {"fee"}:  # "Transaction fee" is text of a row
        return None
    return header if _known(line.text) or _all_but_one(line) else None


def _all_but_one(line: Line) -> bool:
    """Whether the texts of a line are names of four columns or more, but for one that says something else."""
    known = sum(role(chunk.text) is not None for chunk in line.chunks)
    return known >= FEWEST_BESIDE and known >= len(line.chunks) - 1


def _known(text: str) -> bool:
    """Whether most words of a text are names of columns; a sentence has more small words than names."""
    words = [word for word in plain(text).split() if len(word) > 1 or word in NOISE]  # "(R)" is a currency
    known, small = sum(b - a for _, a, b in phrases(tuple(words))), sum(w in NOISE for w in words)
    return known + small >= COVERED * len(words) and small <= known


def _two(lines: Sequence[Line], index: int) -> Header | None:
    """The head that two lines make together though neither is one: at least four known names and few others, three
    known ones, or date, text and amount with one name that nobody knows."""
    block = lines[index : index + 2]
    if len(block) < 2 or not all(map(_head_like, block)) or not _together(block) or any(map(_titles, block)):
        return None
    if _core(lines, index + 1) or not _known(" ".join(c.text for stack in stacks(block) for c in stack)):
        return None
    found = _header(block, index)
    if found is None:
        return None
    others = found.roles.count("other")
    names_row = {"date", "description"} <= set(found.roles) and len(found.roles) >= FEWEST_BESIDE  # and an amount
    if len(found.roles) - others < FEWEST_BESIDE and others > (1 if names_row else 0):
        return None
    return found if all(len(cell.text.split()) <= LONGEST_NAME for cell in found.cells) else None


def _bare(lines: Sequence[Line], index: int) -> Header | None:
    """The head of a line that names dates and texts alone, where a row right below ends in an amount without a name."""
    line = lines[index]
    if len(line.chunks) < 2 or not _head_like(line) or role(line.chunks[0].text) != "date":
        return None
    cells, _ = head_cells([line])
    if len(cells) < len(line.chunks) or MONEY.intersection(cell.role for cell in cells):
        return None
    if not any(cell.role in ("description", "reference") for cell in cells):
        return None
    for row in lines[index + 1 : index + 1 + BARE]:
        first, last = row.chunks[0], row.chunks[-1]
        under = row.page == line.page and overlap(first.x0, first.x1, cells[0].x0, cells[0].x1) > 0
        if under and _dated(first.text) and _is_amount(last.text) and last.x0 > cells[-1].x1:
            named = (*cells, HeaderCell("amount", "", last.x0, last.x1))
            return Header(line.page, index, index, line.top, line.bottom, named)
    return None


def _beside(line: Line, index: int) -> Header | None:
    """The head of a line that a box with a labelled amount continues on the right: at least four known names."""
    cut = next((i for i, c in enumerate(line.chunks) if _is_amount(c.text)), 0) - 1
    if cut < FEWEST_BESIDE - 1:
        return None
    head = Line(line.page, line.chunks[:cut], line.top, line.bottom)
    if not _head_like(head) or not all(role(chunk.text) for chunk in head.chunks):
        return None
    found = _header([head], index)
    if found is None or (cut < FEWEST_BESIDE and not {"date", "description"} <= set(found.roles)):
        return None
    return replace(found, right=line.chunks[cut].x0 - 1)


def _titles(line: Line) -> bool:
    """Whether a line by itself is the title of a section, such as "Checks paid", perhaps with notes beside it."""
    told, *notes = [c for c in line.chunks if not c.text.isdigit()] or line.chunks  # "5" calls out the title beside it
    if any(len(note.words) < NOTE and not any(ch.isdigit() for ch in note.text) for note in notes):
        return False
    return section_sign(plain(told.text)) is not None or is_decoy(plain(told.text))


def _is_title(chunk: Chunk, below: Sequence[Line]) -> bool:
    """Whether a text above the lines of a head is the title of the table: it is long, and reaches across columns."""
    under = (sum(overlap(c.x0, c.x1, chunk.x0, chunk.x1) > 0 for c in line.chunks) for line in below)
    return len(chunk.words) >= NOTE and any(count > 1 for count in under)


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
    columns of money."""
    if not MONEY.intersection(head.roles) <= set(wider.roles):
        return 0
    before = {cell.text for cell in head.cells}
    whole = [cell.text for cell in wider.cells if cell.text not in before and is_name(cell.text)]
    return 12 * sum(any(part in text.split() for part in before) for text in whole)


@lru_cache(maxsize=64)  # each line is asked for with those around it
def _head_like(line: Line) -> bool:
    """No amounts, no dates, no numbers of accounts, and no long text."""
    if len(line.words) > MOST_WORDS or any(_NUMBER.search(word.text) for word in line.words):
        return False
    if len(line.chunks) == 1 and is_total(plain(line.text)):  # "Transaction totals deposits"
        return False
    return not any(_is_amount(c.text) or _dated(c.text) for c in line.chunks)


def _is_amount(text: str) -> bool:
    return amounts.parse(text, ".") is not None or amounts.parse(text, ",") is not None


def _dated(text: str) -> bool:
    found = dates.leading(text)
    return found is not None and (any(ch.isdigit() for ch in text[: found[1]]))


def _together(block: Sequence[Line]) -> bool:
    return all(
        b.page == a.page and 0 < b.middle - a.middle <= CLOSE * max(a.bottom - a.top, b.bottom - b.top)
        for a, b in pairwise(block)
    )


def _header(block: Sequence[Line], start: int) -> Header | None:
    cells, right = head_cells(block)
    known = [cell for cell in cells if cell.role != "other"]
    money = {cell.role for cell in known} & MONEY
    named = {cell.role for cell in known} - MONEY
    if not money or len(known) < 2 or not (named & {"date", "description"} or len(money | named) >= 3):
        return None
    if len(known) < 0.5 * len(cells):
        return None
    top, bottom = min(line.top for line in block), max(line.bottom for line in block)
    return Header(block[0].page, start, start + len(block) - 1, top, bottom, tuple(cells), right)


def territory(header: Header, x0: float, x1: float) -> HeaderCell:
    """Printed interval -> the column head it stands under: the most overlap, else the nearest edge."""
    cells = header.cells
    covered = [overlap(x0, x1, c.x0, c.x1) for c in cells]
    if max(covered) > 0:
        return cells[covered.index(max(covered))]
    return min(cells, key=lambda c: min(abs(c.x0 - x0), abs(c.x1 - x1), abs(c.x0 + c.x1 - x0 - x1) / 2))
