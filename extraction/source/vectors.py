"""A loaded PDF page -> its straight ruling lines, its pictures and its coloured grounds, in user space."""

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from struct import unpack
from typing import Any, Literal, NamedTuple, Self

import pypdfium2.raw as c

from extraction.source.direct import Handle, direct, pointer

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

_object, _part = direct(c.FPDFPage_GetObject, Handle), direct(c.FPDFFormObj_GetObject, Handle)
_type, _count_parts = direct(c.FPDFPageObj_GetType), direct(c.FPDFFormObj_CountObjects)
_get_matrix, _get_bounds = direct(c.FPDFPageObj_GetMatrix), direct(c.FPDFPageObj_GetBounds)
_get_mode, _get_fill = direct(c.FPDFPath_GetDrawMode), direct(c.FPDFPageObj_GetFillColor)
_count_segments, _segment = direct(c.FPDFPath_CountSegments), direct(c.FPDFPath_GetPathSegment, Handle)
_get_point, _segment_type = direct(c.FPDFPathSegment_GetPoint), direct(c.FPDFPathSegment_GetType)
_closes = direct(c.FPDFPathSegment_GetClose)


class Matrix(NamedTuple):  # made for every path: a tuple takes a third of the time
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
        self._texts: list[Handle] = []
        self.order: dict[int, int] = {}
        self.whole = True
        self._left = MAX_OBJECTS
        page, whole = pointer(handle), Matrix()
        for i in range(c.FPDFPage_CountObjects(handle)):
            if self._left <= 0:
                self.whole = False
                break
            self._look(_object(page, i), whole, 0)

    @property
    def texts(self) -> list[c.FPDF_PAGEOBJECT]:
        return [ctypes.cast(item, c.FPDF_PAGEOBJECT) for item in self._texts]

    def _look(self, item: Handle, outer: Matrix, depth: int) -> None:
        if depth > MAX_DEPTH:
            self.whole = False
            return
        self._left -= 1
        kind = _type(item)
        if kind == c.FPDF_PAGEOBJ_TEXT:
            self.order[item.value or 0] = len(self._texts)
            self._texts.append(item)
        elif kind in (c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_SHADING):
            box = _bounds(item, outer)
            self.grounds.append(box)
            self._cover(box)
            if kind == c.FPDF_PAGEOBJ_IMAGE:
                self.pictures.append(box)
        elif kind == c.FPDF_PAGEOBJ_PATH:
            parts, curved = _points(item, _mapped(item, outer))
            self.curved += curved
            self.lines.extend(_lines(parts))
            fill = _fill(item)
            if fill == "coloured":
                self.grounds.append(_bounds(item, outer))
            if fill and self._texts and parts:
                self._cover(_around(parts))
        elif kind == c.FPDF_PAGEOBJ_FORM:
            inner = _mapped(item, outer)
            for i in range(_count_parts(item)):
                if self._left <= 0:
                    self.whole = False
                    break
                self._look(_part(item, i), inner, depth + 1)

    def _cover(self, box: Box) -> None:
        if self._texts and min(box[2] - box[0], box[3] - box[1]) >= PATCH:
            self.covers.append(Cover(len(self._texts), box))


def _mapped(item: Handle, outer: Matrix) -> Matrix:
    """Object, the map of what it lies in -> its own map."""
    raw = c.FS_MATRIX()
    return _after(outer, bytes(raw)) if _get_matrix(item, ctypes.byref(raw)) else outer.after(Matrix())


@lru_cache(maxsize=1024)  # most objects of a page have the same one
def _after(outer: Matrix, raw: bytes) -> Matrix:
    return outer.after(Matrix(*unpack("6f", raw)))


def _bounds(item: Handle, outer: Matrix) -> Box:
    """Object, the map of what it lies in -> its box."""
    edges = (ctypes.c_float * 4)()
    if not _get_bounds(item, *_each(edges)):
        return (0.0, 0.0, 0.0, 0.0)
    left, bottom, right, top = edges
    xs, ys = zip(*[outer.point(x, y) for x in (left, right) for y in (bottom, top)], strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def _fill(item: Handle) -> Literal["", "white", "coloured"]:
    """What a path is filled with, "" for nothing."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not _get_mode(item, ctypes.byref(mode), ctypes.byref(stroke)) or mode.value == c.FPDF_FILLMODE_NONE:
        return ""
    channels = (ctypes.c_uint * 4)()
    if not _get_fill(item, *_each(channels)):
        return "coloured"  # a pattern
    *colour, opaque = channels
    if opaque == 0:
        return ""
    return "coloured" if min(colour) < PALE else "white"


def _each(four: ctypes.Array[Any]) -> list[Any]:
    """Four values of four bytes -> the places of them, for PDFium to fill in."""
    return [ctypes.byref(four, offset) for offset in (0, 4, 8, 12)]


def _points(item: Handle, matrix: Matrix) -> tuple[list[list[Point]], bool]:
    """A path -> its straight sub-paths, closed ones with the first point again at the end; whether it has curves."""
    parts: list[list[Point]] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    to_x, to_y = ctypes.byref(x), ctypes.byref(y)
    for i in range(min(_count_segments(item), 400)):
        segment = _segment(item, i)
        if not _get_point(segment, to_x, to_y):
            continue
        point = matrix.point(x.value, y.value)
        kind = _segment_type(segment)
        curved = curved or kind == c.FPDF_SEGMENT_BEZIERTO
        if kind == c.FPDF_SEGMENT_LINETO and parts:
            parts[-1].append(point)
        else:
            parts.append([point])
        if len(parts[-1]) > 2 and _closes(segment):
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
        left, bottom, right, top = min(xs), min(ys), max(xs), max(ys)
        width, height = right - left, top - bottom
        if min(width, height) <= THIN:
            if max(width, height) >= SHORTEST:
                lines.append(_straight(left, bottom, right, top))
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
