"""Figures below a head -> where their columns are, and the head that each stands under."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.geometry import cluster, median, overlap, share
from extraction.model import Cell, Word
from extraction.tables.columns import ALIGNED
from extraction.tables.securities.holding_heads import HeadCell, HoldingsHead
from extraction.tables.securities.securities import FIGURES
from extraction.text.quantities import Figure

FAR = 30.0
"""A column of figures stands within this many points of its head."""

APART = 0.4
"""Two groups of figures below one head overlap by this share of the narrower one."""

OFF = 0.1
"""What a point between the edges of a column and of its head costs, beside one between them."""

RARE = 0.5
"""Figures that align in fewer lines than this share of those of the fullest group of their column make it no wider."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A figure or a text of a line, and the place of its column in the head; None for a figure below no head."""

    words: tuple[Word, ...]
    column: int | None
    figure: Figure | None = None

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    def cell(self, page: int) -> Cell:
        return Cell.of(self.words, page)


def figure_columns(parted: Sequence[Sequence[Piece]]) -> list[tuple[float, float]]:
    """Figures of the lines -> where their columns are: they align right, or overlap and never share a line."""
    found = [piece for line in parted for piece in line if piece.figure is not None]
    groups = cluster(found, lambda piece: piece.x1, ALIGNED)
    spans = sorted((median([p.x0 for p in g]), median([p.x1 for p in g]), len(g)) for g in groups)
    merged: list[list[tuple[float, float, int]]] = []
    for x0, x1, count in spans:
        for column in merged[-1:]:
            near = any(share(x0, x1, a, b) > 0.5 for a, b, _ in column)
            if near and not any(abreast((a, b), (x0, x1), parted) for a, b, _ in column):
                column.append((x0, x1, count))
                break
        else:
            merged.append([(x0, x1, count)])
    return sorted(_width(column) for column in merged)


def _width(column: Sequence[tuple[float, float, int]]) -> tuple[float, float]:
    """Groups of figures that are one column -> its edges; those of few lines, such as totals in larger print or what
    stands below the table, make it no wider."""
    full = max(count for _, _, count in column)
    wide = [(x0, x1) for x0, x1, count in column if count >= RARE * full]
    return min(x0 for x0, _ in wide), max(x1 for _, x1 in wide)


def abreast(a: tuple[float, float], b: tuple[float, float], parted: Sequence[Sequence[Piece]]) -> bool:
    """Two columns, lines -> whether some line has a figure at the end of each."""
    return any(
        abs(p.x1 - a[1]) <= ALIGNED and abs(q.x1 - b[1]) <= ALIGNED
        for line in parted
        for p in line
        for q in line
        if p is not q and p.figure is not None and q.figure is not None
    )


def matched(
    columns: Sequence[tuple[float, float]], parted: Sequence[Sequence[Piece]], head: HoldingsHead
) -> list[int | None]:
    """Columns of figures, their lines, the head -> the head cell of each, None where none is near.

    Columns and heads keep their order, and two columns share a head only where no line has a figure in both; of all
    such ways the nearest one is taken (dynamic programming over the two sequences).
    """
    cells = head.cells
    beside = _beside(columns, parted)
    best: list[dict[int, tuple[float, tuple[int | None, ...]]]] = [{-1: (0.0, ())}]
    for k, column in enumerate(columns):
        here: dict[int, tuple[float, tuple[int | None, ...]]] = {}
        for last, (cost, way) in best[-1].items():
            options: list[tuple[int, float, int | None]] = [(last, FAR, None)]
            for i in range(max(last, 0), len(cells)):
                again = [j for j in range(k) if way[j] == i]
                if any(j in beside[k] or share(*columns[j], *column) < APART for j in again):
                    continue
                options.append((i, _distance(column, cells[i]), i))
            for at, more, place in options:
                known = here.get(at)
                if known is None or cost + more < known[0]:
                    here[at] = (cost + more, (*way, place))
        best.append(here)
    return list(min(best[-1].values(), key=lambda found: found[0])[1])


def _beside(columns: Sequence[tuple[float, float]], parted: Sequence[Sequence[Piece]]) -> list[set[int]]:
    """Columns, lines -> for each column those left of it that have a figure on a line with it."""
    found: list[set[int]] = [set() for _ in columns]
    for line in parted:
        here = {nearest(piece, columns) for piece in line if piece.figure is not None}
        for k in here:
            found[k] |= {j for j in here if j < k}
    return found


def nearest(piece: Piece, columns: Sequence[tuple[float, float]]) -> int:
    """A figure -> the column that it stands in: it ends where the column does, or overlaps it most."""
    return min(
        range(len(columns)), key=lambda i: abs(columns[i][1] - piece.x1) - overlap(piece.x0, piece.x1, *columns[i])
    )


def _distance(column: tuple[float, float], cell: HeadCell) -> float:
    """Points between a column and a head: none where they overlap; then how far their nearest edges or middles are."""
    gap = max(0.0, cell.x0 - column[1], column[0] - cell.x1)
    edges = (abs(cell.x0 - column[0]), abs(cell.x1 - column[1]), abs(cell.x0 + cell.x1 - column[0] - column[1]) / 2)
    return gap + OFF * min(edges) + (0.0 if cell.field in FIGURES or cell.field is None else 4.0)
