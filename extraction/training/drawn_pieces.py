"""Chance -> the pieces that a page of a report is made of: paragraphs, titles, lists, contents, charts, pictures,
labels with values, and tables with their titles and notes."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportlab.pdfbase.pdfmetrics import stringWidth

from extraction.training.drawn_marks import Fill, Mark, Stroke, Text, texts_box, wrapped
from extraction.training.drawn_tables import table
from extraction.training.drawn_words import number, phrase, sentence, word


@dataclass(frozen=True, slots=True)
class Style:
    """How the text of a page looks: fonts (plain, bold, italic), size, line height, the space between paragraphs."""

    fonts: tuple[str, str, str]
    size: float
    leading: float
    space: float
    justified: bool


@dataclass(frozen=True, slots=True)
class Room:
    """Where something may be drawn: left edge, top, width, height."""

    x: float
    top: float
    width: float
    height: float


Piece = tuple[list[Mark], list[tuple[str, list[Mark]]]]
"""What is drawn, and the parts of it that are regions."""


def _lines(told: Sequence[str], font: str, style: Style, x: float, y: float, size: float | None = None) -> list[Mark]:
    """Lines of text, the first one's top -> marks."""
    size = size or style.size
    step = style.leading * size / style.size
    return [Text(x, y + size * 0.9 + i * step, line, font, size) for i, line in enumerate(told)]


def _justified(marks: list[Mark], width: float) -> list[Mark]:
    """Lines of one paragraph -> the same, all but the last as wide as their column."""
    found: list[Mark] = []
    for mark in marks[:-1]:
        assert isinstance(mark, Text)
        words = mark.text.split()
        free = width - stringWidth(mark.text.replace(" ", ""), mark.font, mark.size)
        gap = free / max(1, len(words) - 1)
        if gap > mark.size * 1.2:
            found.append(mark)
            continue
        x = mark.x
        for part in words:
            found.append(Text(x, mark.y, part, mark.font, mark.size))
            x += stringWidth(part, mark.font, mark.size) + gap
    return [*found, *marks[-1:]]


def _paragraph(rng: random.Random, style: Style, room: Room) -> Piece:
    text = " ".join(sentence(rng) for _ in range(rng.randint(1, 7)))
    told = wrapped(text, style.fonts[0], style.size, room.width)[: max(1, int(room.height / style.leading))]
    marks = _lines(told, style.fonts[0], style, room.x, room.top)
    if style.justified:
        marks = _justified(marks, room.width)
    return marks, [("other", marks)]


def _heading(rng: random.Random, style: Style, room: Room) -> Piece:
    size = style.size * rng.choice((1.0, 1.1, 1.3, 1.6, 2.0))
    told = rng.choice(("", "", f"{rng.randint(1, 9)} ", f"{rng.randint(1, 9)}.{rng.randint(1, 9)}  ")) + phrase(
        rng, 2, 9
    )
    lines = wrapped(told, style.fonts[1], size, room.width)[:2]
    marks = _lines(lines, style.fonts[rng.choice((1, 1, 1, 2))], style, room.x, room.top, size)
    return marks, [("heading", marks)]


def _list(rng: random.Random, style: Style, room: Room) -> Piece:
    """Points of a list, numbered or not; at times notes or sources in small print."""
    sign = rng.choice(("•", "–", "o", "#", "[#]", "(#)"))
    size = style.size * rng.choice((1.0, 1.0, 0.8))
    marks: list[Mark] = []
    y, indent = room.top, rng.choice((12.0, 20.0, 30.0))
    for i in range(rng.randint(2, 8)):
        text = phrase(rng, 2, 8) if rng.random() < 0.4 else sentence(rng)
        told = wrapped(text, style.fonts[0], size, room.width - indent)
        marks += _lines([sign.replace("#", str(i + 1))], style.fonts[0], style, room.x + rng.choice((0, 0)), y, size)
        marks += _lines(told, style.fonts[0], style, room.x + indent, y, size)
        y += len(told) * style.leading * size / style.size + rng.choice((0, 0, style.space))
        if y > room.top + room.height - style.leading:
            break
    return marks, [("other", marks)]


def _contents(rng: random.Random, style: Style, room: Room) -> Piece:
    """Titles of chapters with dots and pages: no table."""
    marks: list[Mark] = []
    count = min(rng.randint(4, 25), int(room.height / style.leading))
    dots = rng.random() < 0.7
    for i in range(count):
        y = room.top + style.size * 0.9 + i * style.leading
        x = room.x + rng.choice((0.0, 0.0, 14.0, 28.0))
        told, page = (
            wrapped(phrase(rng, 2, 8), style.fonts[0], style.size, room.width * 0.7)[0],
            str(rng.randint(1, 300)),
        )
        right = room.x + room.width - stringWidth(page, style.fonts[0], style.size)
        begin = x + stringWidth(told, style.fonts[0], style.size) + 3
        lead = "." * max(0, int((right - begin - 3) / stringWidth(".", style.fonts[0], style.size))) if dots else ""
        marks += [
            Text(x, y, told, style.fonts[0], style.size),
            Text(begin, y, lead, style.fonts[0], style.size),
            Text(right, y, page, style.fonts[0], style.size),
        ]
    return marks, [("other", marks)]


def _chart(rng: random.Random, style: Style, room: Room) -> Piece:
    """A chart with figures at its axes and names beside it: no table, whatever lines it has."""
    high = min(room.height - style.leading, rng.uniform(90, 260))
    wide = room.width * rng.uniform(0.6, 1.0)
    if high < 60:
        return [], []
    x, top, foot = room.x + 26, room.top + 6, room.top + high - 16
    marks: list[Mark] = []
    font, size = style.fonts[0], rng.choice((6.0, 7.0, 8.0))
    steps = rng.randint(3, 9)
    grid = rng.random() < 0.6
    for i in range(steps):
        y = foot - i * (foot - top) / steps
        marks.append(Text(room.x, y + 2, number(rng, 0)[:6], font, size))
        if grid:
            marks.append(Stroke(x, y, room.x + wide, y, 0.3))
    if rng.random() < 0.3:
        marks += [Stroke(x, top, room.x + wide, top), Stroke(room.x + wide, top, room.x + wide, foot)]
    marks += [Stroke(x, top, x, foot), Stroke(x, foot, room.x + wide, foot)]
    bars = rng.randint(3, 14)
    step = (wide - 30) / bars
    lines = rng.random() < 0.4
    before = foot
    for i in range(bars):
        level = foot - (foot - top) * rng.uniform(0.05, 0.95)
        left = x + 4 + i * step
        if lines and i:
            marks.append(Stroke(left - step, before, left, level, 1.2))
        elif not lines:
            marks.append(Fill((left, level, left + step * 0.7, foot), rng.choice((0.2, 0.5, 0.7))))
        before = level
        marks.append(Text(left, foot + size + 2, str(1990 + i) if step > 18 else word(rng)[:2], font, size))
    if rng.random() < 0.5:
        for i in range(rng.randint(2, 5)):
            marks.append(
                Fill((room.x + wide * 0.7, top + 4 + i * 11, room.x + wide * 0.7 + 6, top + 10 + i * 11), 0.2 * i)
            )
            marks.append(Text(room.x + wide * 0.7 + 9, top + 10 + i * 11, phrase(rng, 1, 2), font, size))
    return marks, [("other", marks)]


def _picture(rng: random.Random, style: Style, room: Room) -> Piece:
    """A picture or a round chart, with a word or two in it."""
    high = min(room.height - style.leading, rng.uniform(60, 220))
    if high < 50:
        return [], []
    wide = room.width * rng.uniform(0.4, 1.0)
    marks: list[Mark] = [Fill((room.x, room.top, room.x + wide, room.top + high), rng.choice((0.4, 0.7, 0.85, 0.95)))]
    if rng.random() < 0.5:
        x, y, r = room.x + wide / 3, room.top + high / 2, high / 2.5
        around = [(x + r * math.cos(a / 8 * math.pi), y + r * math.sin(a / 8 * math.pi)) for a in range(17)]
        marks += [Stroke(*a, *b, 0.8) for a, b in pairwise(around)]
        marks += [Stroke(x, y, *around[rng.randrange(16)], 0.8) for _ in range(4)]
    for _ in range(rng.randint(1, 5)):
        at = (room.x + wide * rng.uniform(0.05, 0.6), room.top + high * rng.uniform(0.15, 0.9))
        marks.append(Text(*at, phrase(rng, 1, 2), style.fonts[0], 8))
    return marks, [("other", marks)]


def _fields(rng: random.Random, style: Style, room: Room) -> Piece:
    """Labels with their values: of a form, of those who made the report."""
    marks: list[Mark] = []
    sign, wide = rng.choice((":", ":", "")), rng.choice((90.0, 120.0, 160.0))
    for i in range(rng.randint(2, 7)):
        y = room.top + i * style.leading
        marks += _lines([phrase(rng, 1, 2)[:20] + sign], style.fonts[rng.choice((0, 1))], style, room.x, y)
        value = rng.choice((phrase(rng, 1, 4)[:36], number(rng, 0), f"{rng.randint(1, 28)}.{rng.randint(1, 12)}.2020"))
        marks += _lines([value], style.fonts[0], style, room.x + wide, y)
    return (marks, [("fields", marks)]) if room.width > 300 else ([], [])


def titled_table(rng: random.Random, style: Style, room: Room) -> Piece:
    """A table with its title, above or below it, and its notes."""
    inset = room.width * rng.choice((0.0, 0.0, 0.0, 0.05, 0.15)) if room.width > 250 else 0.0
    x, width = room.x + inset, room.width - 2 * inset
    count = rng.choice((f"Table {rng.randint(1, 40)}: ", f"Tab. {rng.randint(1, 9)}.{rng.randint(1, 9)} ", ""))
    font = style.fonts[rng.choice((0, 1, 1, 1))]
    size = style.size * rng.choice((0.9, 1.0, 1.0, 1.1))
    told = wrapped(count + phrase(rng, 3, 14), font, size, width)
    centred, above = rng.random() < 0.4, rng.random() < 0.8
    gap = rng.choice((1.0, 3.0, 6.0, 10.0, 16.0))
    high = len(told) * style.leading * size / style.size
    y = room.top + (high + gap if above else 0.0)
    left = room.top + room.height - y - 2 * style.leading - (0.0 if above else high + gap)
    if left < 70:
        return [], []
    body = table(rng, (x, y, x + width, y + left), style.fonts)
    if not body:  # not a row fits
        return [], []
    parts: list[tuple[str, list[Mark]]] = [("table", body)]
    foot = max(m.box[3] if isinstance(m, Text) else m.y1 if isinstance(m, Stroke) else 0.0 for m in body)
    if rng.random() < 0.8:
        title = _lines(told, font, style, x, room.top if above else foot + gap, size)
        if centred:
            middle = (texts_box(body)[0] + texts_box(body)[2]) / 2
            title = [_centred(mark, middle) for mark in title]
        parts.append(("heading", title))
        foot = foot if above else texts_box(title)[3]
    if rng.random() < 0.45:
        size = style.size * rng.choice((0.7, 0.8, 1.0))
        begin = rng.choice(("Source: ", "Note: ", "* ", "(1) "))
        text = begin + " ".join(sentence(rng) for _ in range(rng.randint(1, 3)))
        font = style.fonts[rng.choice((0, 2))]
        notes = _lines(wrapped(text, font, size, width), font, style, x, foot + rng.choice((2.0, 4.0, 8.0)), size)
        if texts_box(notes)[3] < room.top + room.height:
            parts.append(("other", notes))
    return [mark for _, marks in parts for mark in marks], parts


def _centred(mark: Mark, middle: float) -> Mark:
    """Text -> the same about a middle."""
    return replace(mark, x=middle - (mark.box[2] - mark.box[0]) / 2) if isinstance(mark, Text) else mark


OTHERS: tuple[tuple[Callable[[random.Random, Style, Room], Piece], ...], tuple[int, ...]] = (
    (_paragraph, _heading, _list, _contents, _chart, _picture, _fields),
    (50, 14, 9, 2, 6, 4, 2),
)
"""What stands between tables, and how often."""
