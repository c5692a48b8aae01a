"""Lines below a head of holdings -> their figures and texts, each with the column that it stands in."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.geometry import overlap
from extraction.model import Word
from extraction.tables.securities.holding_heads import HeadCell, HoldingsHead
from extraction.tables.securities.holding_match import FAR, Piece, abreast, figure_columns, matched, nearest
from extraction.tables.securities.securities import FIGURES, Field, field
from extraction.text import dates, quantities
from extraction.text.lines import Chunk, Line
from extraction.text.quantities import Mark

TEXTS: frozenset[Field | None] = frozenset({"name", "identifier", "date", "action", "currency"})
"""Columns whose numbers are no figures."""
GLUED = 4.0
"""A figure at the end of a text belongs to a column whose edge is within this many points."""


def refined(lines: Sequence[Line], head: HoldingsHead, mark: Mark) -> HoldingsHead:
    """Lines below a head, the head -> the same, cells parted that name two columns without a wide blank between them:
    figures of two columns stand below them."""
    parted = [_parted(line, mark) for line in lines]
    columns = figure_columns(parted)
    cells: list[HeadCell] = []
    for cell in head.cells:
        over = [c for c in columns if overlap(*c, cell.x0, cell.x1) > 0]
        several = len(over) == 2 and abreast(over[0], over[1], parted)
        cells += _split(cell, (over[0][1] + over[1][0]) / 2) if several else [cell]
    return replace(head, cells=tuple(cells))


def _split(cell: HeadCell, middle: float) -> list[HeadCell]:
    """A cell, where its two columns part, points -> its two cells, where both have names; else the one."""
    line = [word for word in cell.words if abs(word.middle - cell.words[0].middle) < word.height / 2]
    if len(line) != len(cell.words):
        return [cell]
    ways = []
    for at in range(1, len(line)):
        parts = (tuple(line[:at]), tuple(line[at:]))
        texts = [" ".join(word.text for word in part) for part in parts]
        if all(field(text) is not None for text in texts):
            ways.append((abs((parts[0][-1].x1 + parts[1][0].x0) / 2 - middle), parts, texts))
    if not ways:
        return [cell]
    _, parts, texts = min(ways, key=lambda way: way[0])
    return [
        HeadCell(field(text), (), text, part[0].x0, max(w.x1 for w in part), part)
        for part, text in zip(parts, texts, strict=True)
    ]


def pieces(lines: Sequence[Line], head: HoldingsHead, mark: Mark) -> list[list[Piece]]:
    """Lines below a head, the decimal mark -> the figures and texts of each line from left to right."""
    parted = [_parted(line, mark) for line in lines]
    columns = figure_columns(parted)
    places = matched(columns, parted, head)
    rows = [line for line in parted if sum(piece.figure is not None for piece in line) > 1] or parted
    counts = [_filled(k, columns, rows) for k in range(len(columns))]
    least = 2 if len(rows) > 3 else 1
    full = [
        column
        for column, place, count in zip(columns, places, counts, strict=True)
        if place is not None and head.cells[place].field in FIGURES and count >= least
    ]
    parted = [_unglued(line, full, mark) for line in parted]
    return [[_placed(piece, columns, places, head) for piece in line] for line in parted]


def _parted(line: Line, mark: Mark) -> list[Piece]:
    found: list[Piece] = []
    for chunk in _joined(line.chunks, mark):
        if not _dated(chunk.text):
            figure = quantities.parse(chunk.text, mark)
            if figure is not None:
                found.append(Piece(chunk.words, None, figure))
                continue
            several = quantities.spans([word.text for word in chunk.words], mark) if len(chunk.words) > 1 else None
            if several:
                found.extend(Piece(chunk.words[a:b], None, figure) for a, b, figure in several)
                continue
        found.append(Piece(chunk.words, None))
    return found


def _dated(text: str) -> bool:
    """Whether a text is a date rather than a figure; 8.9 is a date only where a point ends it."""
    found = dates.leading(text)
    bare = found is not None and found[0].year is None and re.fullmatch(r"[\d.,]*\d%?", text)
    return found is not None and not bare and "%" not in text


def _joined(chunks: Sequence[Chunk], mark: Mark) -> list[Chunk]:
    """Chunks -> the same, a currency symbol far left of its figure joined with it: "$   1,234.00"."""
    result: list[Chunk] = []
    for chunk in chunks:
        before = result[-1] if result else None
        symbol = before is not None and before.text in ("$", "€", "£", "-$", "$-", "($")
        if symbol and before and quantities.parse(f"{before.text}{chunk.text}", mark) is not None:
            result[-1] = Chunk((*before.words, *chunk.words))
        else:
            result.append(chunk)
    return result


def _filled(place: int, columns: Sequence[tuple[float, float]], parted: Sequence[Sequence[Piece]]) -> int:
    """How many lines have a figure in the column at a place."""
    return sum(any(p.figure is not None and nearest(p, columns) == place for p in line) for line in parted)


def _unglued(line: Sequence[Piece], columns: Sequence[tuple[float, float]], mark: Mark) -> list[Piece]:
    """Pieces -> the same, a figure at either end of a text parted from it where it stands like a column."""
    result: list[Piece] = []
    taken = {column for column in columns for p in line if p.figure is not None and overlap(p.x0, p.x1, *column)}
    columns = [column for column in columns if column not in taken]
    for piece in line:
        if piece.figure is not None or len(piece.words) < 2 or dates.find(piece.text):
            result.append(piece)
            continue
        for words, rest, first in _ends(piece.words):
            figure = quantities.parse(" ".join(w.text for w in words), mark)
            x0, x1 = words[0].x0, max(w.x1 for w in words)
            if figure and any(
                abs(x1 - c[1]) <= GLUED or abs(x0 - c[0]) <= GLUED for c in columns if overlap(x0, x1, *c)
            ):
                parts = [Piece(words, None, figure), Piece(rest, None)]
                result.extend(parts if first else parts[::-1])
                break
        else:
            result.append(piece)
    return result


def _ends(words: tuple[Word, ...]) -> list[tuple[tuple[Word, ...], tuple[Word, ...], bool]]:
    """Words -> their first and last few, each with the rest, longest first; whether they come first."""
    counts = range(min(3, len(words) - 1), 0, -1)
    tails = [(words[-n:], words[:-n], False) for n in counts]
    return [*tails, *((words[:n], words[n:], True) for n in counts)]


def _placed(
    piece: Piece, columns: Sequence[tuple[float, float]], places: Sequence[int | None], head: HoldingsHead
) -> Piece:
    if piece.figure is None:
        return Piece(piece.words, _text_column(piece, head))
    place = places[nearest(piece, columns)]
    if place is not None and head.cells[place].field in TEXTS:  # a year at the end of a name, the number of a fund
        return Piece(piece.words, place)
    return Piece(piece.words, place, piece.figure)


def _text_column(piece: Piece, head: HoldingsHead) -> int:
    """Text -> the head it stands below: the one whose column it covers most."""
    cells = head.cells
    shared = []
    for i, cell in enumerate(cells):
        right = cells[i + 1].x0 if i + 1 < len(cells) else cell.x1 + FAR
        left = min(cell.x0, cells[i - 1].x1 + 4 if i else 0.0) if cell.field in FIGURES else cell.x0 - 4
        shared.append(min(piece.x1, right - 2) - max(piece.x0, left))
    return max(range(len(cells)), key=lambda i: shared[i])
