"""A seed -> a page as reports of governments, companies and statisticians have them, and where its regions are.

Prose in one to three columns, titles, lists, notes, charts, contents and addresses, with none to several tables: the
tables that statements lack, and the things that are taken for tables and are none.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth

from extraction.model import Region
from extraction.training.drawn_marks import FAMILIES, Fill, Mark, Stroke, Text, painted, texts_box
from extraction.training.drawn_pieces import OTHERS, Piece, Room, Style, titled_table
from extraction.training.drawn_words import phrase

SIZES = ((595.3, 841.9), (612.0, 792.0), (595.3, 841.9), (612.0, 792.0), (841.9, 595.3), (792.0, 612.0), (516.0, 729.0))
"""Points: A4, Letter, both on their sides, and a book."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page: its PDF, its size in points, its regions."""

    pdf: bytes
    width: float
    height: float
    regions: tuple[Region, ...]


def drawn(seed: int) -> Drawn:
    """Seed -> page."""
    rng = random.Random(seed)  # noqa: S311  nothing secret is drawn
    width, height = rng.choice(SIZES)
    size = rng.choice((7.5, 8, 9, 9, 10, 10, 10, 11, 11, 12))
    fonts = rng.choice(FAMILIES[:2]) if rng.random() < 0.95 else FAMILIES[2]
    leading = size * rng.choice((1.1, 1.15, 1.2, 1.2, 1.3, 1.5, 1.9))
    style = Style(fonts, size, leading, leading * rng.choice((0.05, 0.4, 0.6, 1.0, 1.4)), rng.random() < 0.5)
    side, top, foot = rng.uniform(30, 100), rng.uniform(35, 90), rng.uniform(40, 90)
    marks: list[Mark] = []
    parts: list[tuple[str, list[Mark]]] = []
    _margins(rng, (marks, parts), style, (width, height), (side, top, foot))
    whole = Room(side, top, width - 2 * side, height - top - foot)
    columns = rng.choice((1, 1, 1, 1, 2, 2, 3)) if whole.width > 380 else 1
    dense = rng.choice((0.0, 0.15, 0.3, 0.3, 0.5, 0.9))
    y = top
    if columns > 1 and rng.random() < 0.5:
        y = _flow(rng, (marks, parts), style, Room(side, top, whole.width, whole.height * rng.uniform(0.2, 0.6)), 0.7)
    gutter = rng.uniform(14, 30)
    wide = (whole.width - gutter * (columns - 1)) / columns
    for i in range(columns):
        room = Room(side + i * (wide + gutter), y, wide, height - foot - y)
        _flow(rng, (marks, parts), style, room, dense)
    regions = tuple(
        Region(kind, *texts_box(part), 1.0) for kind, part in parts if any(isinstance(m, Text) for m in part)
    )
    return Drawn(painted(marks, (width, height)), width, height, regions)


def _flow(rng: random.Random, page: Piece, style: Style, room: Room, dense: float) -> float:
    """Fills a room from its top with pieces, `dense` the chance that one is a table -> where the last one ends."""
    y, foot = room.top, room.top + room.height
    if rng.random() < 0.1:
        foot -= room.height * rng.uniform(0.2, 0.8)
    while foot - y > 3 * style.leading:
        here = Room(room.x, y, room.width, foot - y)
        make = titled_table if rng.random() < dense else rng.choices(*OTHERS)[0]
        marks, parts = make(rng, style, here)
        low = max((m.box[3] for m in marks if isinstance(m, Text)), default=y)
        if low > foot + 2 or not marks:
            if make is titled_table or rng.random() < 0.3:
                break
            y += style.leading
            continue
        page[0].extend(marks)
        page[1].extend(parts)
        low = max(
            [low, *(m.y1 for m in marks if isinstance(m, Stroke)), *(m.box[3] for m in marks if isinstance(m, Fill))]
        )
        y = low + max(style.space, 2.0) + rng.choice((0, 0, 0.5, 1)) * style.leading
    return y


def _margins(
    rng: random.Random, page: Piece, style: Style, size: tuple[float, float], edges: tuple[float, float, float]
) -> None:
    """Draws the running head and foot of a page."""
    (width, height), (side, top, foot) = size, edges
    small = rng.choice((7.0, 8.0, 9.0, style.size))
    for y in (top - rng.uniform(16, 26), height - foot + rng.uniform(18, 30)):
        if rng.random() < 0.3:
            continue
        told = [rng.choice((phrase(rng, 2, 7), str(rng.randint(1, 400)), f"Page {rng.randint(1, 99)}"))]
        if rng.random() < 0.5:
            told.append(rng.choice((phrase(rng, 1, 4), str(rng.randint(1, 400)))))
        font = style.fonts[rng.choice((0, 0, 2))]
        marks: list[Mark] = []
        for i, text in enumerate(told):
            wide = stringWidth(text, font, small)
            x = width - side - wide if i else rng.choice((side, side, (width - wide) / 2))
            marks.append(Text(x, y, text, font, small))
        page[1].append(("margin", marks))
        page[0].extend(marks)
        if rng.random() < 0.3:
            page[0].append(Stroke(side, y + 4, width - side, y + 4))
