"""One change of a printed statement, and how the rows it is made to are chosen."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from tests.generator.cells import Line, tx_line
from tests.generator.edit import Edit
from tests.generator.model import Row
from tests.generator.style import Style

from .base import Base, Printed, reprinted


@dataclass(frozen=True, slots=True)
class Change:
    """What is changed: how the statement is printed, then how its pages lie.

    `first` and `last` are the places, among the lines of the changed table, of the rows that are changed; `last` before
    `first`: a row is gone between them; None: no row is changed.
    """

    edit: Edit = field(default_factory=Edit)
    pages: Callable[[Printed], Printed] | None = None
    first: int | None = None
    last: int | None = None

    def made(self, one: Base) -> Printed:
        """Statement -> the changed one."""
        printed = reprinted(one, self.edit) if self.pages is None else one.printed
        return self.pages(printed) if self.pages else printed


Mutator = Callable[[Base, Random], Change | None]
"""Statement, randomness -> a change of it; None: it has nothing that can be changed like this."""


def rows(one: Base, fits: Callable[[Line, Row], bool] = lambda line, row: True) -> list[int]:
    """Statement -> places of the lines that are rows and fit."""
    return [at for at, line in enumerate(one.lines) if line.row is not None and fits(line, line.row)]


def neighbours(one: Base) -> list[int]:
    """Statement -> places of the rows that another row follows on the next line of the same page."""
    places = set(rows(one))
    return [at for at in sorted(places) if at + 1 in places and one.lines[at].page == one.lines[at + 1].page]


def put(at: int, *new: Line, instead_of: int = 1) -> Callable[[list[Line]], list[Line]]:
    """Place, lines -> the edit that puts them there instead of as many lines."""

    def edit(lines: list[Line]) -> list[Line]:
        return [*lines[:at], *(replace(line) for line in new), *lines[at + instead_of :]]

    return edit


def changed(at: int, line: Line) -> Change:
    """Place of a row, how it is printed instead -> change."""
    return Change(Edit(lines=put(at, line)), first=at, last=at)


def with_row(style: Style, line: Line, row: Row) -> Line:
    """Style, line of a row, the row as it is to be printed -> the line, its other cells as they were."""
    cells = tx_line(style, row, False).cells
    if "date" in line.cells:
        cells["date"] = line.cells["date"]
    return replace(line, cells=cells, row=row)


def row_of(line: Line) -> Row:
    """Line of a row -> the row."""
    assert line.row is not None
    return line.row


def around(lines: Sequence[Line], first: int, last: int) -> Iterator[Line]:
    """Lines, changed places -> their lines and those of the nearest row before and after."""
    before = [line for line in lines[:first] if line.row is not None]
    after = [line for line in lines[last + 1 :] if line.row is not None]
    yield from before[-1:]
    yield from lines[first : last + 1]
    yield from after[:1]
