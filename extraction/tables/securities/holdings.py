"""What a table of holdings is: records with figures by column, below a head. Frozen values."""

from dataclasses import dataclass, field

from extraction.model import Cell
from extraction.tables.securities.holding_heads import HoldingsHead
from extraction.text.quantities import Figure, Mark


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure in a cell."""

    figure: Figure
    cell: Cell


@dataclass(frozen=True, slots=True)
class Record:
    """A line of a table of holdings that has figures, with the lines that go on it.

    `entries`: figures by the place of their column in the head, in printed order (a column may print several below
    each other); `texts`: texts by column, with their cells; `heading`: that of its group; `label`: the texts of the
    line that has its figures; `cell`: all of it; `lines`: its lines in the document. `bare`: no quantity or price is
    printed. `stray`: figures that stand in no column.
    """

    order: int
    entries: dict[int, tuple[Entry, ...]]
    texts: dict[int, tuple[Cell, ...]]
    heading: str
    label: str
    cell: Cell
    lines: tuple[int, ...]
    bare: bool
    stray: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class HoldingsTable:
    """One table: its head, its records in printed order, the decimal mark, its lines first..last (end exclusive).

    `strays`: figures among its lines that belong to no record.
    """

    head: HoldingsHead
    records: tuple[Record, ...]
    mark: Mark
    first: int
    last: int
    strays: tuple[Cell, ...] = field(default=())
