"""What a transaction table is: columns of money, and rows with their dates, amounts and text. Frozen values."""

from dataclasses import dataclass

from extraction.model import Cell, Word
from extraction.tables.head import Header
from extraction.tables.items import Item
from extraction.tables.names import Role
from extraction.text.amounts import Amount
from extraction.text.dates import PrintedDate
from extraction.text.lines import Line


@dataclass(frozen=True, slots=True)
class Entry:
    """An amount in a cell. `loose`: printed without two decimals."""

    amount: Amount
    cell: Cell
    loose: bool = False


@dataclass(frozen=True, slots=True)
class DateEntry:
    """A date in a cell."""

    date: PrintedDate
    cell: Cell


@dataclass(frozen=True, slots=True)
class Column:
    """A column of money, points. `role` as its head names it, None where no head does. `before`: its head says that its
    balances are those before the rows."""

    role: Role | None
    x0: float
    x1: float
    before: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of a table, or one of the records that stand side by side on it, its items sorted into cells.

    `odd`: a record beside others, or a line with dates and amounts beside the columns (another table's).
    `blurred`: text stands where the date belongs.
    """

    line: Line
    words: tuple[Word, ...]
    posted: DateEntry | None
    valued: DateEntry | None
    entries: dict[int, Entry]
    texts: tuple[Item, ...]
    odd: bool = False
    blurred: bool = False

    @property
    def anchor(self) -> bool:
        return bool(self.entries)


@dataclass(frozen=True, slots=True)
class Texts:
    """What the columns of text of a row print. `reference`: those of references, numbers of checks, codes, branches and
    the like; `type`: that of the kind of transaction, where another one describes it as well. "": nothing."""

    description: str
    reference: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its posted and value date as printed in it, amounts by column index, text, the heading it stands under.
    `description`: its texts but for references that are mere numbers; `texts`: the same column by column.

    `cell` is the whole row on the page where its amounts are; `order` counts rows through the document,
    `block` the runs of rows of one table that no heading, gap or change of shape parts. `blurred`: it has no date, but
    text stands where its date belongs.
    """

    order: int
    posted: DateEntry | None
    valued: DateEntry | None
    entries: dict[int, Entry]
    description: str
    section: str
    cell: Cell
    texts: Texts = Texts("")
    block: int = 0
    blurred: bool = False

    @property
    def page(self) -> int:
        return self.cell.page


@dataclass(frozen=True, slots=True)
class Broken:
    """What a page break splits. `section`: the heading that goes on below it. `begun`: the lines of a last row whose
    amounts are yet to come. `last`: the lines of the last row that has them. `leading`: texts stand above amounts;
    `left`: where they begin, points."""

    section: str = ""
    begun: tuple[Strip, ...] = ()
    last: tuple[Strip, ...] = ()
    leading: bool = False
    left: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table of rows below one head (or none). `first`, `last`: its lines in the document, end exclusive.

    `broken`: what the end of the page splits.
    """

    header: Header | None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    first: int
    last: int
    broken: Broken = Broken()

    @property
    def roles(self) -> tuple[Role | None, ...]:
        return tuple(column.role for column in self.columns)
