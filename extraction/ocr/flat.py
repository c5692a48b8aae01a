"""A sheet seen aslant -> as it lies flat: its lines of text level, its columns upright. Pure but for OpenCV's warp.

Lines of text that are parallel on paper meet in a point of the picture, and so do the edges of columns; the two points
make the homography (Hartley and Zisserman 2004, 8.6). Nothing is asked of the edges of the sheet: a photo may lack
them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Floats = NDArray[np.float64]

LONG = 6.0
"""Heights: shorter pieces of lines tell no direction."""
FEWEST = 25
"""Fewer pieces of lines tell nothing: of 13 on a page that lay flat .006 was found."""
SEVERAL, APART = 4, 0.3
"""So many ends of lines make an edge of a column, so many edges, so far apart, tell how columns converge."""
STEEP = 0.3
"""Pieces of lines that rise by more than this against the others are text in a margin."""
ALIGNED, NEAR = 0.4, 8.0
"""Heights: ends of lines are of one column edge where they lie so little beside, and so little below, each other."""
ROUNDS = 12
"""Rounds of least squares in which what lies off the fit counts less and less (Huber 1964)."""
LEAST, ASIDE = 0.005, 0.04
"""How fast lines, and columns, converge before the picture is changed: by .005 a corner lies 2 points of A4 out of
true. On 66 pages that lay flat .0021 and .019 were found, but for one whose few columns told .054."""
MOST = 0.5
"""Beyond it, it is no page that anybody meant to be read."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A piece of a line as it lies in the picture: its ends and its height, pixels."""

    x0: float
    y0: float
    x1: float
    y1: float
    height: float


@dataclass(frozen=True, slots=True)
class Slant:
    """How a sheet lies, in half longer sides of the picture from its middle: `turn` radians; how fast lines of text
    converge from top to bottom (`lines`), columns from left to right (`columns`), and how columns lean (`lean`)."""

    turn: float
    lines: float
    columns: float
    lean: float

    @property
    def aslant(self) -> bool:
        lines, columns = abs(self.lines), abs(self.columns)
        return (lines >= LEAST or columns >= ASIDE) and max(lines, columns) <= MOST


def slant(strokes: Sequence[Stroke], size: tuple[int, int]) -> Slant:
    """Pieces of lines, width and height of the picture -> how the sheet lies; straight where too few tell."""
    straight = Slant(0.0, 0.0, 0.0, 0.0)
    half = max(size) / 2
    right = [s if s.x0 <= s.x1 else Stroke(s.x1, s.y1, s.x0, s.y0, s.height) for s in strokes]
    ends = np.array([[s.x0, s.y0, s.x1, s.y1, s.height] for s in right], np.float64).reshape(-1, 5)
    ends[:, [0, 2]] -= size[0] / 2
    ends[:, [1, 3]] -= size[1] / 2
    ends /= half
    long = ends[np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1]) > LONG * ends[:, 4]]
    if len(long) < FEWEST:
        return straight
    length = np.hypot(long[:, 2] - long[:, 0], long[:, 3] - long[:, 1])
    angles = np.arctan2(long[:, 3] - long[:, 1], long[:, 2] - long[:, 0])
    turn = float(np.median(np.repeat(angles, np.maximum(1, (length * 50).astype(int)))))
    ends, long = _turned(ends, -turn), _turned(long, -turn)
    level = np.abs(long[:, 3] - long[:, 1]) < STEEP * np.abs(long[:, 2] - long[:, 0])
    long, length = long[level], length[level]
    slopes = (long[:, 3] - long[:, 1]) / (long[:, 2] - long[:, 0])
    askew, converging = _fitted((long[:, 1] + long[:, 3]) / 2, slopes, length)
    edges = np.concatenate([_edges(ends[:, 0], ends[:, 1], ends[:, 4]), _edges(ends[:, 2], ends[:, 3], ends[:, 4])])
    if len(edges) < SEVERAL or np.ptp(edges[:, 0]) < APART:
        return Slant(turn + askew, -converging, 0.0, 0.0)
    lean, columns = _fitted(edges[:, 0], edges[:, 1], edges[:, 2])
    return Slant(turn + askew, -converging, columns, lean + askew)


def laid_flat(image: Image.Image, how: Slant) -> Image.Image:
    """Picture, how its sheet lies -> the sheet laid flat, grown to keep its corners, filled with white."""
    half = max(image.size) / 2
    middle = np.array([[1, 0, image.width / 2], [0, 1, image.height / 2], [0, 0, 1]]) @ np.diag([half, half, 1])
    sin, cos = np.sin(how.turn), np.cos(how.turn)
    turned = np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]])
    seen = middle @ turned @ np.array([[1, how.lean, 0], [0, 1, 0], [how.lines, -how.columns, 1]])
    flat = np.linalg.inv(seen)
    x, y = image.size
    corners = cv2.perspectiveTransform(np.array([[[0.0, 0.0], [x, 0.0], [x, y], [0.0, y]]]), flat)[0] * half
    low, high = corners.min(axis=0), corners.max(axis=0)
    width, height = (min(2 * side, round(span)) for side, span in zip(image.size, high - low, strict=True))
    place = np.array([[1 / half, 0, low[0] / half], [0, 1 / half, low[1] / half], [0, 0, 1]])
    white = (255,) * len(image.getbands())
    way = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    warped = cv2.warpPerspective(np.asarray(image), seen @ place, (width, height), flags=way, borderValue=white)
    return Image.fromarray(warped)


def _turned(ends: Floats, angle: float) -> Floats:
    """(x0, y0, x1, y1, height) a row, radians -> the same, turned about the middle."""
    sin, cos = np.sin(angle), np.cos(angle)
    x0, y0, x1, y1, height = ends.T
    return np.stack([x0 * cos - y0 * sin, x0 * sin + y0 * cos, x1 * cos - y1 * sin, x1 * sin + y1 * cos, height], 1)


def _edges(x: Floats, y: Floats, height: Floats) -> Floats:
    """Ends of lines -> for each edge of a column that several of them make: its place across, how far it goes aside on
    its way down, and that way, one a row."""
    order = np.argsort(y)
    x, y, height = x[order], y[order], height[order]
    edge = np.full(len(x), -1)
    for i in range(len(x)):
        down, aside = y[i + 1 :] - y[i], x[i + 1 :] - x[i]
        fits = (down > height[i] / 2) & (down < NEAR * height[i]) & (np.abs(aside) < ALIGNED * height[i])
        below = np.flatnonzero(fits & (edge[i + 1 :] < 0))
        if edge[i] < 0:
            edge[i] = i
        if len(below):
            edge[i + 1 + int(below[0])] = edge[i]
    found = []
    for first in np.unique(edge):
        of = edge == first
        if np.count_nonzero(of) >= SEVERAL:
            lean = np.polyfit(y[of], x[of], 1)[0]
            found.append((float(x[of].mean()), float(lean), float(np.ptp(y[of]))))
    return np.array(found, np.float64).reshape(-1, 3)


def _fitted(x: Floats, y: Floats, weight: Floats) -> tuple[float, float]:
    """Points and their weights -> offset and slope of the line through most of them."""
    basis = np.stack([np.ones_like(x), x], 1)
    trust: Floats = weight
    fit: Floats = np.zeros(2)
    for _ in range(ROUNDS):
        fit = np.linalg.lstsq(basis * trust[:, None], y * trust, rcond=None)[0].astype(np.float64)
        off = np.abs(y - basis @ fit)
        usual = max(float(np.median(off)), 1e-5)
        trust = weight / np.maximum(1.0, off / usual) ** 2
    return float(fit[0]), float(fit[1])
