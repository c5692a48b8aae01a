"""Chance -> a table of a report, as marks to be painted: ruled, half ruled or not, with heads that span columns, groups
of rows, cells of several lines."""

from __future__ import annotations

import random
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth

from extraction.training.drawn_marks import FAMILIES, Fill, Mark, Stroke, Text, wrapped
from extraction.training.drawn_words import YES, figures, phrase, word
from schemas.provenance import BBox

RULES = ("none", "none", "head", "head", "book", "book", "rows", "grid", "grid", "grid", "columns", "box")
"""What lines a table has: none, below its head, around head and foot, below each row, everywhere, between columns,
around it; as often as they stand here."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How a table looks, drawn once for all of its rows."""

    fonts: tuple[str, str, str]
    size: float
    pad: float
    leading: float
    rules: str
    zebra: bool
    head_fill: float | None
    thick: float


def table(rng: random.Random, at: BBox, fonts: tuple[str, str, str]) -> list[Mark]:
    """Chance, the room that there is, fonts -> the marks of a table that begins at its upper left corner."""
    x, top, width, height = at[0], at[1], at[2] - at[0], at[3] - at[1]
    size = rng.choice((6, 7, 7.5, 8, 8, 9, 9, 10, 10, 11))
    look = _Look(
        fonts=rng.choice((fonts, fonts, FAMILIES[0])),
        size=size,
        pad=size * rng.choice((0.05, 0.15, 0.3, 0.5, 0.8)),
        leading=size * rng.uniform(1.02, 1.25),
        rules=rng.choice(RULES),
        zebra=rng.random() < 0.15,
        head_fill=rng.choice((None, None, None, 0.9, 0.8, 0.6, 0.3, 0.0)),
        thick=rng.choice((0.3, 0.5, 0.5, 1.0, 1.5)),
    )
    most = max(2, min(12, int(width / (size * 4.5))))
    columns = min(most, rng.choice((2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 10, 12)))
    count = min(int(height / (look.leading + 2 * look.pad)) - 3, rng.choice((2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 45)))
    cells, numeric = _columns(rng, columns, max(count, 2))
    edges = _edges(rng, cells, numeric, look, x, width)
    cells, numeric = cells[: len(edges) - 1], numeric[: len(edges) - 1]
    marks: list[Mark] = []
    y = top
    if rng.random() < 0.93:
        y = _head(rng, marks, edges, numeric, look, y)
    y = _body(rng, marks, edges, cells, numeric, look, (y, top + height))
    _ruled(marks, edges, look, top, y)
    return marks


def _columns(rng: random.Random, columns: int, count: int) -> tuple[list[list[str]], list[bool]]:
    """Chance, how many columns and rows -> the cells column by column, and which columns are of figures."""
    wordy = rng.random() < 0.2
    long = rng.choice((2, 3, 4, 6, 9))
    cells = [[phrase(rng, 1, long) for _ in range(count)]]
    numeric = [False]
    if rng.random() < 0.12:
        start = rng.randint(1, 2010)
        cells, numeric = [[str(start + i) for i in range(count)]], [rng.random() < 0.5]
    choice = rng.choice(YES)
    for _ in range(columns - 1):
        kind = rng.random()
        if wordy and kind < 0.7:
            cells.append([phrase(rng, 1, rng.choice((3, 8, 14))) for _ in range(count)])
            numeric.append(False)
        elif kind < 0.08:
            cells.append([rng.choice(choice) for _ in range(count)])
            numeric.append(False)
        elif kind < 0.14:
            cells.append([word(rng).title() for _ in range(count)])
            numeric.append(False)
        else:
            cells.append(figures(rng, count))
            numeric.append(True)
    return cells, numeric


def _edges(
    rng: random.Random, cells: list[list[str]], numeric: list[bool], look: _Look, x: float, width: float
) -> list[float]:
    """Columns -> where they begin, and where the last one ends: as wide as they need, or as there is room."""
    gap = look.size * rng.choice((0.6, 1.0, 1.5, 2.5))
    needed = []
    for column, figured in zip(cells, numeric, strict=True):
        widest = max(stringWidth(cell, look.fonts[0], look.size) for cell in column)
        needed.append(max(look.size * 3, widest if figured else min(widest, look.size * rng.choice((9, 14, 20)))) + gap)
    while sum(needed) > 1.15 * width and len(needed) > 2:  # what has no room is left out
        needed.pop()
    whole = sum(needed)
    if whole > width or rng.random() < 0.55:
        needed = [n * width / whole for n in needed]
    elif rng.random() < 0.5:
        x += (width - whole) / 2
    found = [x]
    for n in needed:
        found.append(found[-1] + n)
    return found


def _head(
    rng: random.Random, marks: list[Mark], edges: list[float], numeric: list[bool], look: _Look, top: float
) -> float:
    """Draws the head of a table -> where it ends."""
    font = look.fonts[1] if rng.random() < 0.75 else look.fonts[0]
    dark = look.head_fill is not None and look.head_fill < 0.5
    grey = 1.0 if dark else 0.0
    y = top
    spans: list[Mark] = []
    columns = len(edges) - 1
    if columns >= 3 and rng.random() < 0.35:
        first = rng.randint(1, 2)
        step = rng.choice((2, 2, 3, columns))
        for start in range(first, columns, step):
            end = min(start + step, columns)
            told = wrapped(phrase(rng, 1, 3), font, look.size, edges[end] - edges[start])[0]
            place = (edges[start] + edges[end] - stringWidth(told, font, look.size)) / 2
            spans.append(Text(place, y + look.pad + look.size, told, font, look.size, grey))
            if look.rules in ("book", "head", "grid"):
                under = y + 2 * look.pad + look.leading
                spans.append(Stroke(edges[start] + 2, under, edges[end] - 2, under, look.thick))
        y += 2 * look.pad + look.leading
    names = ["" if i == 0 and rng.random() < 0.35 else phrase(rng, 1, rng.choice((1, 2, 3))) for i in range(columns)]
    if rng.random() < 0.2:
        year = rng.randint(1985, 2025)
        names = [names[0], *(str(year + i) for i in range(columns - 1))]
    lines = [wrapped(n, font, look.size, edges[i + 1] - edges[i] - 4) for i, n in enumerate(names)]
    high = 2 * look.pad + look.leading * max(len(li) for li in lines)
    if look.head_fill is not None:
        marks.append(Fill((edges[0], top, edges[-1], y + high), look.head_fill))
    marks += spans
    low = rng.random() < 0.5
    for i, name in enumerate(lines):
        down = high - 2 * look.pad - look.leading * len(name) if low else 0.0
        _cell(marks, name, (edges[i], edges[i + 1]), y + down, (font, grey), "centre" if numeric[i] else "left", look)
    y += high
    if look.rules != "none":
        marks.append(Stroke(edges[0], y, edges[-1], y, look.thick))
    return y


def _body(
    rng: random.Random,
    marks: list[Mark],
    edges: list[float],
    cells: list[list[str]],
    numeric: list[bool],
    look: _Look,
    room: tuple[float, float],
) -> float:
    """Draws the rows of a table into the room between two heights -> where they end."""
    y, foot = room
    aligned = rng.choice(("right", "right", "right", "centre", "left"))
    grouped, airy = rng.choice((0.0, 0.0, 0.0, 0.15)), rng.choice((0, 0, 0, 3, 5))
    leaders, total = rng.random() < 0.08, rng.random() < 0.3
    indent = rng.choice((0.0, 0.0, look.size))
    count = len(cells[0])
    for row in range(count):
        last = row == count - 1
        told = [
            wrapped(column[row], look.fonts[0], look.size, right - left - 4)
            for column, left, right in zip(cells, edges, edges[1:], strict=False)
        ]
        high = 2 * look.pad + look.leading * max(len(li) for li in told)
        if y + high > foot:
            break
        if rng.random() < grouped and y + 2 * high < foot:
            _cell(marks, [phrase(rng, 1, 3)], (edges[0], edges[-1]), y, (look.fonts[1], 0.0), "left", look)
            y += 2 * look.pad + look.leading
        if look.zebra and row % 2:
            marks.append(Fill((edges[0], y, edges[-1], y + high), 0.9))
        font = look.fonts[1] if last and total else look.fonts[0]
        for i, lines in enumerate(told):
            begin = edges[i] + (indent * (row % 3 > 0) if i == 0 else 0)
            side = aligned if numeric[i] else "left"
            _cell(marks, lines, (begin, edges[i + 1]), y, (font, 0.0), side, look)
        if leaders and not numeric[0]:
            _leader(marks, edges, told[0], y, look)
        y += high
        if look.rules in ("rows", "grid") or (last and total and look.rules != "none"):
            marks.append(Stroke(edges[0], y, edges[-1], y, 0.4))
        if airy and row % airy == airy - 1 and look.rules not in ("grid", "rows"):
            y += look.leading * 0.6
    return y


def _leader(marks: list[Mark], edges: list[float], told: list[str], y: float, look: _Look) -> None:
    """Draws the dots that lead from the name of a row to its figures."""
    begin = edges[0] + 4 + stringWidth(told[-1], look.fonts[0], look.size)
    dots = int((edges[1] - begin - 4) / stringWidth(".", look.fonts[0], look.size))
    if dots > 2:
        line = y + look.pad + look.size * 0.9 + look.leading * (len(told) - 1)
        marks.append(Text(begin, line, "." * dots, look.fonts[0], look.size))


def _cell(
    marks: list[Mark],
    told: list[str],
    across: tuple[float, float],
    y: float,
    ink: tuple[str, float],
    side: str,
    look: _Look,
) -> None:
    """Draws the lines of one cell between two edges, from a height on."""
    font, grey = ink
    for i, line in enumerate(told):
        wide = stringWidth(line, font, look.size)
        x = {"left": across[0] + 2, "right": across[1] - 2 - wide, "centre": (sum(across) - wide) / 2}[side]
        marks.append(Text(x, y + look.pad + look.size * 0.9 + i * look.leading, line, font, look.size, grey))


def _ruled(marks: list[Mark], edges: list[float], look: _Look, top: float, foot: float) -> None:
    """Draws the lines around and between the columns."""
    if look.rules in ("book", "box", "grid", "rows"):
        marks += [Stroke(edges[0], y, edges[-1], y, look.thick) for y in (top, foot)]
    if look.rules in ("box", "grid"):
        marks += [Stroke(x, top, x, foot, look.thick) for x in (edges[0], edges[-1])]
    if look.rules in ("columns", "grid"):
        marks += [Stroke(x, top, x, foot, 0.4) for x in edges[1:-1]]
