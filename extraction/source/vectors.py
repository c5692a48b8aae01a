"""A loaded PDF page -> its straight ruling lines, its pictures and its coloured grounds, in user space."""

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, Self

import pypdfium2.raw as c

MAX_OBJECTS = 20_000
"""Bound on drawn objects looked at per page; charts and maps have more, tables do not."""
MAX_DEPTH = 6
SHORTEST = 6.0
"""Lines shorter than this (points) are dashes, ticks and glyph strokes."""
THIN = 2.0
PALE = 245
"""A colour whose channels are all from here on is the white of the paper."""

PATCH = 3.0
"""What is filled and thinner than this (points) is a ruling line, and covers no text."""

Point = tuple[float, float]
Line = tuple[float, float, float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Affine map (x, y) -> (a x + c y + e, b x + d y + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, inner: Self) -> "Matrix":
        """The map that applies `inner` first."""
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )


@dataclass(frozen=True, slots=True)
class Cover:
    """Something filled that is painted on text. `after`: how many text objects are painted before it."""

    after: int
    box: Box


class Paths:
    """What is drawn on one loaded page beside its text; boxes are (x0, y0, x1, y1) in user space, points.

    `lines`: horizontal or vertical. `pictures`: boxes of images. `grounds`: boxes of what a white letter could
    stand on (filled paths that are not white, shadings, pictures). `curved`: number of paths with a curve, such as
    letters drawn as outlines. `covers`: what is painted over something. `texts`: the text objects in the order of
    painting, and `order`: the place of each by its address. `whole`: all objects were looked at.
    """

    def __init__(self, handle: c.FPDF_PAGE) -> None:
        self.lines: list[Line] = []
        self.pictures: list[Box] = []
        self.grounds: list[Box] = []
        self.curved = 0
        self.covers: list[Cover] = []
        self.texts: list[c.FPDF_PAGEOBJECT] = []
        self.order: dict[int, int] = {}
        self.whole = True
        self._left = MAX_OBJECTS
        for i in range(c.FPDFPage_CountObjects(handle)):
            if self._left <= 0:
                self.whole = False
                break
            self._look(c.FPDFPage_GetObject(handle, i), Matrix(), 0)

    def _look(self, item: c.FPDF_PAGEOBJECT, outer: Matrix, depth: int) -> None:
        if depth > MAX_DEPTH:
            self.whole = False
            return
        self._left -= 1
        kind = c.FPDFPageObj_GetType(item)
        if kind == c.FPDF_PAGEOBJ_TEXT:
            self.order[ctypes.addressof(item.contents)] = len(self.texts)
            self.texts.append(item)
        elif kind in (c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_SHADING):
            box = _bounds(item, outer)
            self.grounds.append(box)
            self._cover(box)
            if kind == c.FPDF_PAGEOBJ_IMAGE:
                self.pictures.append(box)
        elif kind == c.FPDF_PAGEOBJ_PATH:
            parts, curved = _points(item, outer.after(_matrix(item)))
            self.curved += curved
            self.lines.extend(_lines(parts))
            fill = _fill(item)
            if fill == "coloured":
                self.grounds.append(_bounds(item, outer))
            if fill and self.texts and parts:
                self._cover(_around(parts))
        elif kind == c.FPDF_PAGEOBJ_FORM:
            inner = outer.after(_matrix(item))
            for i in range(c.FPDFFormObj_CountObjects(item)):
                if self._left <= 0:
                    self.whole = False
                    break
                self._look(c.FPDFFormObj_GetObject(item, i), inner, depth + 1)

    def _cover(self, box: Box) -> None:
        if self.texts and min(box[2] - box[0], box[3] - box[1]) >= PATCH:
            self.covers.append(Cover(len(self.texts), box))


def _matrix(item: c.FPDF_PAGEOBJECT) -> Matrix:
    raw = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(item, raw):
        return Matrix()
    return Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _bounds(item: c.FPDF_PAGEOBJECT, outer: Matrix) -> Box:
    """Object, the map of what it lies in -> its box."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not c.FPDFPageObj_GetBounds(item, *edges):
        return (0.0, 0.0, 0.0, 0.0)
    left, bottom, right, top = (edge.value for edge in edges)
    xs, ys = zip(*(outer.point(x, y) for x in (left, right) for y in (bottom, top)), strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def _fill(item: c.FPDF_PAGEOBJECT) -> Literal["", "white", "coloured"]:
    """What a path is filled with, "" for nothing."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not c.FPDFPath_GetDrawMode(item, mode, stroke) or mode.value == c.FPDF_FILLMODE_NONE:
        return ""
    channels = [ctypes.c_uint() for _ in range(4)]
    if not c.FPDFPageObj_GetFillColor(item, *channels):
        return "coloured"  # a pattern
    if channels[3].value == 0:
        return ""
    return "coloured" if any(channel.value < PALE for channel in channels[:3]) else "white"


def _points(item: c.FPDF_PAGEOBJECT, matrix: Matrix) -> tuple[list[list[Point]], bool]:
    """A path -> its straight sub-paths, closed ones with the first point again at the end; whether it has curves."""
    parts: list[list[Point]] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(min(c.FPDFPath_CountSegments(item), 400)):
        segment = c.FPDFPath_GetPathSegment(item, i)
        if not c.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = matrix.point(x.value, y.value)
        kind = c.FPDFPathSegment_GetType(segment)
        curved = curved or kind == c.FPDF_SEGMENT_BEZIERTO
        if kind == c.FPDF_SEGMENT_LINETO and parts:
            parts[-1].append(point)
        else:
            parts.append([point])
        if c.FPDFPathSegment_GetClose(segment) and len(parts[-1]) > 2:
            parts[-1].append(parts[-1][0])
    return parts, curved


def _around(parts: Iterable[Sequence[Point]]) -> Box:
    """Sub-paths, at least one -> their box."""
    xs, ys = zip(*(point for points in parts for point in points), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _lines(parts: Iterable[Sequence[Point]]) -> list[Line]:
    """Sub-paths -> their horizontal and vertical lines; a thin box is one line, a wide box its edges."""
    lines: list[Line] = []
    for points in parts:
        if len(points) < 2:
            continue
        xs, ys = zip(*points, strict=True)
        width, height = max(xs) - min(xs), max(ys) - min(ys)
        if min(width, height) <= THIN:
            if max(width, height) >= SHORTEST:
                lines.append(_straight(min(xs), min(ys), max(xs), max(ys)))
            continue
        for (x0, y0), (x1, y1) in pairwise(points):
            if min(abs(x1 - x0), abs(y1 - y0)) <= 0.5 and max(abs(x1 - x0), abs(y1 - y0)) >= SHORTEST:
                lines.append(_straight(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return lines


def _straight(x0: float, y0: float, x1: float, y1: float) -> Line:
    """A thin box -> its centre line."""
    if y1 - y0 <= x1 - x0:
        middle = (y0 + y1) / 2
        return x0, middle, x1, middle
    middle = (x0 + x1) / 2
    return middle, y0, middle, y1
