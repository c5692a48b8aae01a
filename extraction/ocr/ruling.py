"""Ink -> its long straight lines, and the image without them. Pure numpy."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ink = NDArray[np.bool_]
Grey = NDArray[np.uint8]
Run = tuple[int, int, int, int]
"""(x0, top, x1, bottom) in pixels, ends exclusive."""

LENGTH = 18.0
"""Points: shorter straight strokes are dashes and letters."""
THICK = 2.5
"""Points: thicker ones are bars and edges of pictures."""
STROKE = 3.0
"""Points: ink that crosses a line for more than this is a glyph and stays."""
MAX_RUNS = 20_000
"""More pieces than this are a halftone picture, not lines."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """`lines` in pixels; `without` is the image with them painted over."""

    lines: tuple[Run, ...]
    without: Grey


def ruling(grey: Grey, ink: Ink, points: float) -> Ruling:
    """Flattened image, its ink, pixels per point -> ruling lines and the image without them."""
    length, thick, stroke = (max(3, round(value * points)) for value in (LENGTH, THICK, STROKE))
    across, down = opened(ink, length), opened(ink.T, length).T
    lines: list[Run] = []
    erase = np.zeros_like(ink)
    for mask, turned, other in ((across, False, down), (down.T, True, across.T)):
        source = ink.T if turned else ink
        lying = erase.T if turned else erase
        glyphs = opened((source & ~other).T, thick + stroke).T
        for x0, top, x1, bottom in _pieces(mask):
            if bottom - top > thick:
                continue
            rows = slice(max(0, top - 1), bottom + 1)
            lying[rows, x0:x1] |= ~glyphs[rows, x0:x1]
            lines.append((top, x0, bottom, x1) if turned else (x0, top, x1, bottom))
    return Ruling(tuple(sorted(lines)), np.where(erase, np.uint8(255), grey))


def opened(ink: Ink, length: int) -> Ink:
    """Ink -> its pixels that lie in a horizontal run of at least `length`."""
    height, width = ink.shape
    if width < length:
        return np.zeros_like(ink)
    sums = np.zeros((height, width + 1), np.int32)
    np.cumsum(ink, axis=1, out=sums[:, 1:])
    full = (sums[:, length:] - sums[:, :-length]) == length
    marks = np.zeros((height, width + 1), np.int8)
    marks[:, : width - length + 1] += full
    marks[:, length:] -= full
    return np.asarray(np.cumsum(marks, axis=1, dtype=np.int32)[:, :width] > 0)


def _pieces(mask: Ink) -> list[Run]:
    """Mask of horizontal runs -> boxes of runs that touch each other from row to row."""
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), np.int8)
    padded[:, 1:-1] = mask
    steps = np.diff(padded, axis=1)
    rows, starts = np.nonzero(steps == 1)
    ends = np.nonzero(steps == -1)[1]
    if len(rows) > MAX_RUNS:
        return []
    done: list[Run] = []
    growing: list[Run] = []
    for row, start, end in zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True):
        done += [box for box in growing if box[3] < row]
        growing = [box for box in growing if box[3] >= row]
        touching = [box for box in growing if box[0] < end and start < box[2]]
        growing = [box for box in growing if box not in touching]
        x0s, tops, x1s, _ = zip(*touching, (start, row, end, row + 1), strict=True)
        growing.append((min(x0s), min(tops), max(x1s), row + 1))
    return done + growing
