"""Words of a loaded PDF page that may be painted over -> those that are: without them the page looks the same."""

import ctypes
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import pypdfium2.raw as c

from extraction.geometry import union
from extraction.source.glyphs import Run, View
from extraction.source.seen import Suspect
from extraction.source.vectors import Paths

SCALE = 2.0
"""Pixels a point: a letter of 8 points has strokes of two."""
MOST = 4_000_000
"""Bound on the pixels that are drawn."""
CHANGED = 0.02
"""Words in ink change more of the pixels of their box: a lone 1 in fine print 5 %, mostly 20 %. What sticks out below a
patch is less."""
WHITE = 0xFFFFFFFF


def not_drawn(
    handle: c.FPDF_PAGE,
    text: c.FPDF_TEXTPAGE,
    paths: Paths,
    view: View,
    runs: Sequence[Run],
    suspects: Sequence[Suspect],
) -> list[Suspect]:
    """Page, its text, what is drawn on it, how it is upright, its words, suspects among them -> those that the picture
    of the page does not show.

    Where another word stands on one, the page looks the same without that one; else it does without any text: what is
    printed twice, over a patch, is one word in the text of a page.
    """
    x0, top, x1, bottom = union(suspect.box for suspect in suspects)
    scale = min(SCALE, math.sqrt(MOST / max((x1 - x0) * (bottom - top), 1.0)))
    below = [item for one in suspects if one.upon for item in _items(text, runs[one.place])]

    def changed(one: Suspect) -> float:
        """The share of the pixels of a word that are others where text is left out."""
        left, high = math.ceil((one.box[0] - x0) * scale), math.ceil((one.box[1] - top) * scale)
        right, low = math.floor((one.box[2] - x0) * scale), math.floor((one.box[3] - top) * scale)
        before = whole[high:low, left:right]
        after = (without if one.upon else bare)[high:low, left:right]
        return float((before != after).any(axis=2).mean()) if before.size else 1.0

    with _upright(handle, view):
        whole = without = bare = _picture(handle, view, (x0, top, x1, bottom), scale)
        with _left_out(below):
            without = _picture(handle, view, (x0, top, x1, bottom), scale)
        if any(not one.upon for one in suspects):
            with _left_out(paths.texts):
                bare = _picture(handle, view, (x0, top, x1, bottom), scale)
    return [one for one in suspects if changed(one) <= CHANGED]


def _items(text: c.FPDF_TEXTPAGE, run: Run) -> list[c.FPDF_PAGEOBJECT]:
    """Word -> the text objects that draw it: one for each letter, at worst."""
    places = {*range(run.index, run.index + run.count), *run.figures}
    return [item for place in places if (item := c.FPDFText_GetTextObject(text, place))]


@contextmanager
def _left_out(items: Sequence[c.FPDF_PAGEOBJECT]) -> Iterator[None]:
    """Text objects are not drawn, for as long as it takes."""
    try:
        for item in items:
            c.FPDFPageObj_SetIsActive(item, 0)
        yield
    finally:
        for item in items:
            c.FPDFPageObj_SetIsActive(item, 1)


@contextmanager
def _upright(handle: c.FPDF_PAGE, view: View) -> Iterator[None]:
    """The page turned so that its text runs to the right, for as long as it is drawn."""
    turns = c.FPDFPage_GetRotation(handle)
    try:
        c.FPDFPage_SetRotation(handle, view.turns)
        yield
    finally:
        c.FPDFPage_SetRotation(handle, turns)


def _picture(
    handle: c.FPDF_PAGE, view: View, box: tuple[float, float, float, float], scale: float
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Page, a box on it -> what is drawn there, height x width x 4 channels."""
    width, height = (max(1, math.ceil((box[i + 2] - box[i]) * scale)) for i in (0, 1))
    bitmap = c.FPDFBitmap_Create(width, height, 0)
    try:
        c.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
        whole = [round(side * scale) for side in view.size]
        c.FPDF_RenderPageBitmap(bitmap, handle, -round(box[0] * scale), -round(box[1] * scale), *whole, 0, 0)
        stride = c.FPDFBitmap_GetStride(bitmap)
        raw = ctypes.string_at(c.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        c.FPDFBitmap_Destroy(bitmap)
    return np.frombuffer(raw, np.uint8).reshape(height, stride)[:, : width * 4].reshape(height, width, 4)
