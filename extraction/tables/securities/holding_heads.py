"""Lines -> heads of tables of holdings: which column holds quantities, prices, values."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extraction.geometry import overlap
from extraction.model import Word
from extraction.tables.securities.classes import is_class
from extraction.tables.securities.securities import FIGURES, Field, field
from extraction.text import dates, quantities
from extraction.text.lines import Chunk, Line
from extraction.text.normal import plain
from extraction.text.quantities import MARKS

MOST_LINES, MOST_WORDS, LONGEST_NAME = 4, 40, 9
"""Bounds on the lines and words of a head and on the words of one name; prose has more."""
CLOSE = 1.9
"""Lines of one head follow each other within this many line heights."""
KNOWN = 0.5
"""At least this share of the columns has a name that is known."""
WIDE = 0.45
"""A blank in a head is an edge of columns where it is wider than this share of the height and both sides are names."""


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One column head: the field that its whole text names, the fields of its lines where they name several ("Market
    value" above "Accrued interest"), its printed width, points."""

    field: Field | None
    stack: tuple[Field, ...]
    text: str
    x0: float
    x1: float
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class HoldingsHead:
    """The head of a table of holdings: its page, its lines first..last in the document, its cells from left to right."""

    page: int
    first: int
    last: int
    top: float
    bottom: float
    cells: tuple[HeadCell, ...]

    @property
    def fields(self) -> tuple[Field | None, ...]:
        return tuple(cell.field for cell in self.cells)


def holdings_heads(lines: Sequence[Line]) -> list[HoldingsHead]:
    """Lines of a document -> the heads of its tables of holdings in order; those of trades are not among them."""
    return heads_of(lines, _holds)


def heads_of(lines: Sequence[Line], wanted: Callable[[Sequence[HeadCell]], bool]) -> list[HoldingsHead]:
    """Lines of a document, which columns are wanted -> heads that have them, in order, each over as many lines as tell
    most."""
    found: list[tuple[float, HoldingsHead]] = []
    for first in range(len(lines)):
        for last in range(first, min(first + MOST_LINES, len(lines))):
            block = lines[first : last + 1]
            if not _head_like(lines[last]) or not _together(block):
                break
            head = _head(block, first, wanted)
            if head is not None:
                found.append((_worth(head, block), head))
    found.sort(key=lambda pair: (-pair[0], pair[1].last - pair[1].first, pair[1].first))
    taken: list[HoldingsHead] = []
    for _, head in found:
        if all(head.last < other.first or head.first > other.last for other in taken):
            taken.append(head)
    return sorted(taken, key=lambda head: head.first)


def head_words(line: Line) -> bool:
    """Whether a line without figures looks like the head of a table: two or more of its texts name columns, or it leads
    from the cash at first to that at last."""
    named = sum(field(chunk.text) is not None and len(chunk.words) <= LONGEST_NAME for chunk in line.chunks)
    return named >= 2 or _leads([chunk.text for chunk in line.chunks])


def _head_like(line: Line) -> bool:
    """No figures but those of dates, and no long text."""
    if len(line.words) > MOST_WORDS or any(len(chunk.words) > LONGEST_NAME for chunk in line.chunks):
        return False
    if any(_LABELLED.search(chunk.text) for chunk in line.chunks):
        return False
    first, *others = line.chunks
    day = dates.leading(first.text)
    if day and day[1] == len(first.text) and not all(dates.find(chunk.text) for chunk in others):  # a row: day, text
        return False
    return not any(_is_figure(chunk.text) for chunk in line.chunks)


_FIRST = re.compile(r"(?:beginning|opening|starting) (?:cash|balance)\b")
_LAST = re.compile(r"(?:ending|closing) (?:cash|balance)\b")
_BROKEN = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])")
"""Where a line ends within a word: "Devisen- kurs"."""
_LABELLED = re.compile(r":\s?\S|\d{5}")
"""What a head does not say: a label with its value, the number of an account."""


def _is_figure(text: str) -> bool:
    if dates.find(text):
        return False
    return any(quantities.parse(text, mark) is not None for mark in MARKS)


def _together(block: Sequence[Line]) -> bool:
    return all(
        b.page == a.page and b.middle - a.middle <= CLOSE * max(a.bottom - a.top, b.bottom - b.top)
        for a, b in pairwise(block)
    )


def _head(block: Sequence[Line], start: int, wanted: Callable[[Sequence[HeadCell]], bool]) -> HoldingsHead | None:
    if any(_is_title(line, block) for line in block):
        return None
    cells = head_cells(block)
    known = [cell for cell in cells if cell.field is not None]
    if len(cells) < 3 or len(known) < max(3, KNOWN * len(cells)):
        return None
    if (
        any(len(cell.text.split()) > 2 * LONGEST_NAME for cell in cells)
        or not wanted(cells)
        or _leads([c.text for c in cells])
    ):
        return None
    top, bottom = min(line.top for line in block), max(line.bottom for line in block)
    return HoldingsHead(block[0].page, start, start + len(block) - 1, top, bottom, tuple(cells))


def _leads(names: Sequence[str]) -> bool:
    """Whether a head leads from the cash at first to that at last, over what came in and went: a summary."""
    told = [plain(name) for name in names]
    return any(map(_FIRST.match, told)) and any(map(_LAST.match, told))


def _is_title(line: Line, block: Sequence[Line]) -> bool:
    """Whether a line of a block is but the heading of a group or a table: one text left of all other columns."""
    if len(line.chunks) > 1 or len(block) == 1:
        return False
    told = line.chunks[0]
    others = [chunk for other in block if other is not line for chunk in other.chunks]
    left = not any(chunk.x0 < told.x1 and chunk.x1 > told.x0 and field(chunk.text) in FIGURES for chunk in others)
    return left and told.x0 < min(c.x1 for c in others) and (line is not block[-1] or is_class(told.text))


_MOVED = re.compile(
    r"\b(?:trade|settle\w*|settlement|transaction|process\w*|booking|post\w*|entry|buchung\w*|valuta|schlusstag|handelstag|operation|operacion|operazione|valor)\b"
)
_OWNED = re.compile(
    r"\b(?:acquired|acquisition|purchased?|opened|open|maturity|expiry|price|fallig\w*|echeance|vencimiento|scadenza|kauf\w*|kurs\w*|bought|since)\b"
)


def _holds(cells: Sequence[HeadCell]) -> bool:
    """Whether rows below are what is held rather than what was moved: a value, and a quantity, a price or a share; the
    days of movements and sums of money beside them are those of trades."""
    fields = {name for cell in cells for name in (cell.field, *cell.stack, *_inside(cell))}
    dated = [cell for cell in cells if cell.field == "date" and not _OWNED.search(plain(cell.text))]
    moved = dated and (
        cells[0] in dated or "action" in fields or any(_MOVED.search(plain(cell.text)) for cell in dated)
    )
    moved = moved or (bool(dated or "date" in cells[0].stack) and not fields & {"value", "local_value"})
    if moved or not fields & {"value", "local_value", "amount", "earlier_value"}:
        return False
    if {"quantity", "price"} <= fields or ("value" in fields and fields & {"quantity", "price", "weight"}):
        return bool(fields & {"value", "local_value"}) or sum(cell.field == "amount" for cell in cells) > 0
    return bool({"price", "value"} <= fields or {"price", "local_value"} <= fields)


def _inside(cell: HeadCell) -> Iterator[Field | None]:
    """Fields that the beginning and the end of a head name: it may be two that stand close; see `refined`."""
    words = cell.text.split()
    for at in range(1, len(words)):
        yield from (field(" ".join(words[:at])), field(" ".join(words[at:])))


def _worth(head: HoldingsHead, block: Sequence[Line]) -> float:
    """How much a head tells: its different figures first, then the other names; columns that nobody knows count less,
    and so does a title above; names and days that complete a column count a little."""
    named = {cell.field for cell in head.cells} - {None}
    unknown = sum(cell.field is None for cell in head.cells)
    told = sum(field(chunk.text) is not None or bool(dates.find(chunk.text)) for line in block for chunk in line.chunks)
    title = len(block[0].chunks) == 1 and len(block) > 1 and block[0].chunks[0].x0 < block[1].chunks[0].x1
    return (
        10.0 * len(named & FIGURES)
        + 4.0 * len(named & {"name", "identifier", "currency"})
        - unknown
        + 0.3 * told
        - 2.0 * title
    )


def head_cells(block: Sequence[Line]) -> list[HeadCell]:
    """Lines of a head -> its column heads from left to right, whatever table they are of."""
    return sorted(_cells(block), key=lambda cell: cell.x0)


def _cells(block: Sequence[Line]) -> Iterator[HeadCell]:
    """Lines of a head -> its column heads; the line with most texts says where the columns are."""
    order = sorted(range(len(block)), key=lambda i: (-len(block[i].chunks), -i))
    columns: list[dict[int, list[Chunk]]] = []
    for i in order:
        for chunk in _parted(block[i]):
            over = [
                c
                for c in columns
                if any(overlap(chunk.x0, chunk.x1, o.x0, o.x1) > 0 for some in c.values() for o in some)
            ]
            if not over:
                columns.append({i: [chunk]})
            elif len(over) == 1 or not any(i in c for c in over):  # a title above several columns counts to each
                for column in over if len(over) == 1 else ():
                    column.setdefault(i, []).append(chunk)
    for column in columns:
        texts = [" ".join(chunk.text for chunk in column[i]) for i in sorted(column)]
        text = _BROKEN.sub("", " ".join(texts))
        own = [name for part in texts if (name := field(part)) is not None]
        stack = tuple(name for k, name in enumerate(own) if k == 0 or own[k - 1] != name)
        chunks = [chunk for some in column.values() for chunk in some]
        words = tuple(word for i in sorted(column) for chunk in column[i] for word in chunk.words)
        x0, x1 = min(c.x0 for c in chunks), max(c.x1 for c in chunks)
        yield HeadCell(field(text), stack if len(stack) > 1 else (), text, x0, x1, words)


_STRONG: frozenset[Field | None] = frozenset(
    {"name", "identifier", "quantity", "price", "value", "cost", "gain", "weight"}
)


def _parted(line: Line) -> Iterator[Chunk]:
    """Texts of a head line -> the same, those parted that name two columns with a wide blank between them."""
    for chunk in line.chunks:
        start = 0
        for k, (a, b) in enumerate(pairwise(chunk.words), 1):
            left, right = chunk.words[start:k], chunk.words[k:]
            wide = b.x0 - a.x1 > WIDE * min(a.height, b.height)
            told = [field(" ".join(w.text for w in part)) for part in (left, right)]
            if wide and told[0] != told[1] and _STRONG.issuperset(told):
                yield Chunk(left)
                start = k
        yield Chunk(chunk.words[start:])
