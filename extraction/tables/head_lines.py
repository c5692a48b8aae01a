"""A line, or two -> the table head that they are by themselves: they name columns and little else."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from extraction.geometry import overlap
from extraction.tables.head import Header
from extraction.tables.head_cells import HeaderCell, head_cells, stacks
from extraction.tables.names import MONEY, NOISE, phrases, role
from extraction.tables.section_words import is_decoy, section_sign
from extraction.tables.vocabulary import is_total
from extraction.text import amounts, dates
from extraction.text.lines import Line
from extraction.text.normal import plain

MOST_WORDS, LONGEST_NAME = 24, 6
"""Bounds on the words of a head line and of one column name; prose has more."""
COVERED = 0.6
"""At least this share of a head line's words are names of columns."""
NOTE = 4
"""The name of a column has fewer words than a note beside a title."""
FEWEST_NAMED = 3
"""A head without dates and texts names so many columns at least."""
BEGINS, ENDS = frozenset({"opening", "beginning", "start"}), frozenset({"closing", "ending", "end"})
"""First words of the heads of what an account begins and ends with."""
FEWEST_BESIDE = 4
"""A head beside a box names at least so many columns, or one less where they are those of dates, texts and amounts."""
_NUMBER = re.compile(r"\d{4}")
BARE, PROSE = 2, 8
"""A row stands among so many lines below a head that names no amounts; a text of more words is no name of a column."""
CLOSE = 1.75
"""Lines of one header follow each other within this many line heights."""


def told_by(lines: Sequence[Line], index: int) -> Header | None:
    """Lines of a document, the place of one -> the head that it is, alone or with the next one."""
    return head_of(lines, index) or _two(lines, index) or _bare(lines, index)


def head_of(lines: Sequence[Line], index: int) -> Header | None:
    """Lines of a document, the place of one -> the table head that this line alone is."""
    return _alone(lines[index], index)


@lru_cache(maxsize=64)  # each line is asked for by itself and with the one above
def _alone(line: Line, index: int) -> Header | None:
    if not head_like(line):
        return _beside(line, index)
    if any(word.text.endswith(":") for chunk in line.chunks for word in chunk.words[:-1]):  # "Details: receipts"
        return None
    header = head_from([line], index)
    if header is None or any(len(cell.text.split()) > LONGEST_NAME for cell in header.cells):
        return None
    if len(line.chunks) == 1 and MONEY.intersection(header.roles) == {"fee"}:  # "Transaction fee" is text of a row
        return None
    if len(line.chunks) == 1 and dates.find(line.text):  # "Deposited item 22APR" is text of a row
        return None
    if len(line.chunks) == 1 and header.cells[0].x0 > line.chunks[0].x0:  # of a row: "impôt à la source solde"
        return None
    return header if _known(line.text) or _all_but_one(line) else None


def _all_but_one(line: Line) -> bool:
    """Whether the texts of a line are names of four columns or more, but for one that says something else."""
    known = sum(role(chunk.text) is not None or amounts.is_currency(chunk.text) for chunk in line.chunks)
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
    if len(block) < 2 or not all(map(head_like, block)) or not together(block) or any(map(names_section, block)):
        return None
    if head_of(lines, index + 1) or not _known(" ".join(c.text for stack in stacks(block) for c in stack)):
        return None
    found = head_from(block, index)
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
    if len(line.chunks) < 2 or not head_like(line) or role(line.chunks[0].text) != "date":
        return None
    cells, _ = head_cells([line])
    if len(cells) < len(line.chunks) or MONEY.intersection(cell.role for cell in cells):
        return None
    if not any(cell.role in ("description", "reference") for cell in cells):
        return None
    for row in lines[index + 1 : index + 1 + BARE]:
        first, last = row.chunks[0], row.chunks[-1]
        under = row.page == line.page and overlap(first.x0, first.x1, cells[0].x0, cells[0].x1) > 0
        if under and _dated(first.text) and is_amount(last.text) and last.x0 > cells[-1].x1:
            named = (*cells, HeaderCell("amount", "", last.x0, last.x1))
            return Header(line.page, index, index, line.top, line.bottom, named)
    return None


def _beside(line: Line, index: int) -> Header | None:
    """The head of a line that a box with a labelled amount or date continues on the right: four known names or more."""
    cut = next((i for i, c in enumerate(line.chunks) if is_amount(c.text) or _dated(c.text)), 0) - 1
    if cut < FEWEST_BESIDE - 1:
        return None
    head = Line(line.page, line.chunks[:cut], line.top, line.bottom)
    if not head_like(head) or not all(role(chunk.text) for chunk in head.chunks):
        return None
    found = head_from([head], index)
    if found is None or (cut < FEWEST_BESIDE and not {"date", "description"} <= set(found.roles)):
        return None
    return replace(found, right=line.chunks[cut].x0 - 1)


def names_section(line: Line) -> bool:
    """Whether a line by itself is the title of a section, such as "Checks paid", perhaps with notes beside it."""
    told, *notes = [c for c in line.chunks if not c.text.isdigit()] or line.chunks  # "5" calls out the title beside it
    if any(len(note.words) < NOTE and not any(ch.isdigit() for ch in note.text) for note in notes):
        return False
    return section_sign(plain(told.text)) is not None or is_decoy(plain(told.text))


@lru_cache(maxsize=64)  # each line is asked for with those around it
def head_like(line: Line) -> bool:
    """No amounts, no dates, no numbers of accounts, and no long text."""
    if len(line.words) > MOST_WORDS or any(_NUMBER.search(word.text) for word in line.words):
        return False
    if len(line.chunks) == 1 and is_total(plain(line.text)):  # "Transaction totals deposits"
        return False
    return not any(is_amount(c.text) or _dated(c.text) for c in line.chunks)


def is_amount(text: str) -> bool:
    return amounts.parse(text, ".") is not None or amounts.parse(text, ",") is not None


def _dated(text: str) -> bool:
    found = dates.leading(text)
    return found is not None and (any(ch.isdigit() for ch in text[: found[1]]))


def together(block: Sequence[Line]) -> bool:
    return all(
        b.page == a.page and 0 < b.middle - a.middle <= CLOSE * max(a.bottom - a.top, b.bottom - b.top)
        for a, b in pairwise(block)
    )


def head_from(block: Sequence[Line], start: int) -> Header | None:
    named_cells, right = head_cells(block)
    cells = _by_currencies(named_cells)
    known = [cell for cell in cells if cell.role != "other"]
    money = {cell.role for cell in known} & MONEY
    named = {cell.role for cell in known} - MONEY
    enough = bool(named & {"date", "description"}) or len(money | named) >= FEWEST_NAMED or _of_ends(known)
    if not money or len(known) < 2 or not enough:
        return None
    told = [
        cell
        for cell in cells
        if cell.role != "other" or role(cell.text) is None or not {"date", "description"} <= named
    ]
    if len(known) < 0.5 * sum(len(plain(cell.text)) > 1 for cell in told):  # "D M" parts the dates below
        return None
    top, bottom = min(line.top for line in block), max(line.bottom for line in block)
    return Header(block[0].page, start, start + len(block) - 1, top, bottom, tuple(cells), right)


def _of_ends(known: Sequence[HeaderCell]) -> bool:
    """Whether heads name what accounts begin and end with, "Opening", "Movement", "Closing": those of an overview."""
    told = {plain(cell.text).split()[0] for cell in known if cell.role == "balance" and plain(cell.text)}
    return len(known) >= FEWEST_NAMED and bool(told & BEGINS) and bool(told & ENDS)


def _by_currencies(cells: Sequence[HeaderCell]) -> Sequence[HeaderCell]:
    """Cells of a head -> the same; where none names money, those that are the signs of several currencies do."""
    signs = [cell.text for cell in cells if amounts.is_currency(cell.text)]
    if len(set(signs)) < 2 or len(set(signs)) < len(signs) or MONEY.intersection(cell.role for cell in cells):
        return cells
    return [replace(cell, role="amount") if cell.text in signs else cell for cell in cells]
