"""Prepared page -> where its lines of text lie. A home of OpenCV."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extraction.geometry import share
from extraction.ocr.flat import Stroke
from extraction.ocr.nets import STRIDE, Scores, text_map

Grey = NDArray[np.uint8]
Box = tuple[int, int, int, int]
"""(x0, top, x1, bottom) in pixels, ends exclusive."""

DPI = 110
"""Resolution at which lines are found: of 222 on a page all were at 90, 110 and 150 dpi, in .19, .31 and .56 s."""
TEXT, LINE = 0.3, 0.5
"""Least likelihood of a pixel, and least mean of a piece, that are text: those of PP-OCR."""
GROWN = 1.6
"""The network marks the middle of a line; the line is larger by so many times area / circumference (DBNet, 2020)."""
SAME, HALF = 0.6, 0.5
"""Shared parts of the lower one, from which two boxes are pieces of one, and stand on one line."""
UPRIGHT = 0.3
"""Inches: what is higher than this, and than it is wide, is text that runs up or down a margin."""
COARSE, LONGEST, LONG = 900, 1800, 2.0
"""Pixels of the shorter and, at most, of the longer side of a page at which is seen which way its lines run, and how
long a line is, heights."""
INK, BAND, EDGE = 150, 0.25, 0.15
"""Grey of ink, the least height of the letters of a line in a box of several, and the paper around them, heights."""
SMALLEST = 3
"""Pixels at `DPI`: less high or wide is a speck."""


def strokes(image: Image.Image) -> list[Stroke]:
    """Picture of a page, as it lies -> its pieces of lines of text, from end to end."""
    grey = np.asarray(image.convert("L"))
    scale = min(COARSE / min(grey.shape), LONGEST / max(grey.shape))
    found = []
    likely, labels, stats = _marked(grey, scale)
    sums = np.bincount(labels.ravel(), likely.ravel(), len(stats))
    ys, xs = np.nonzero(labels)
    piece = labels[ys, xs]
    count = np.maximum(np.bincount(piece, minlength=len(stats)), 1)
    x, y = (np.bincount(piece, side, len(stats)) / count for side in (xs, ys))
    xx, xy, yy = (np.bincount(piece, a * b, len(stats)) / count for a, b in ((xs, xs), (xs, ys), (ys, ys)))
    angles = np.arctan2(2 * (xy - x * y), (xx - x * x) - (yy - y * y)) / 2
    for i, (_, _, w, h, area) in enumerate(stats.tolist()):
        if i == 0 or min(w, h) < SMALLEST or sums[i] < LINE * area:
            continue
        angle = float(angles[i])
        dx, dy = np.cos(angle), np.sin(angle)
        length = w / dx if abs(dx) >= abs(dy) else h / abs(dy)
        x0, y0, x1, y1 = (
            float(side) / scale
            for side in (x[i] - dx * length / 2, y[i] - dy * length / 2, x[i] + dx * length / 2, y[i] + dy * length / 2)
        )
        found.append(Stroke(x0, y0, x1, y1, area / length / scale))
    return found


def sideways(found: Sequence[Stroke]) -> bool:
    """Pieces of lines of text -> whether they run up or down."""
    ways = [(abs(one.x1 - one.x0), abs(one.y1 - one.y0)) for one in found]
    return sum(y for x, y in ways if y > LONG * x) > sum(x for x, y in ways if x > LONG * y)


def text_boxes(grey: Grey, dpi: int) -> list[Box]:
    """Level grey page, its pixels per inch -> boxes of its pieces of lines, line by line from left to right."""
    scale = DPI / dpi
    likely, labels, stats = _marked(grey, scale)
    sums = np.bincount(labels.ravel(), likely.ravel(), len(stats))
    found = []
    for (x, y, w, h, area), total in zip(stats[1:].tolist(), sums[1:].tolist(), strict=True):
        if min(w, h) < SMALLEST or total < LINE * area or (h > UPRIGHT * dpi * scale and h > LONG * w):
            continue
        grow = GROWN * w * h / (2 * (w + h))
        box = (x - grow, y - grow, x + w + grow, y + h + grow)
        x0, top, x1, bottom = (round(side / scale) for side in box)
        found.append((max(0, x0), max(0, top), min(grey.shape[1], x1), min(grey.shape[0], bottom)))
    merged = _merged(sorted(found, key=lambda box: (box[1], box[0])))
    return _in_order([line for box in merged for line in _lines(box, grey)])


def _marked(grey: Grey, scale: float) -> tuple[Scores, NDArray[np.int32], NDArray[np.int32]]:
    """Grey picture, how much smaller it is looked at -> likelihood of text, number of the piece of each pixel (0:
    none), and (x, y, width, height, pixels) of each piece."""
    height, width = (max(1, round(side * scale)) for side in grey.shape)
    small = cv2.resize(grey, (width, height), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    edge = ((0, -height % STRIDE), (0, -width % STRIDE))
    likely = text_map(np.pad(small, edge, constant_values=255))[:height, :width]
    _, labels, stats, _ = cv2.connectedComponentsWithStats((likely > TEXT).astype(np.uint8), connectivity=8)
    return likely, labels.astype(np.int32), stats.astype(np.int32)


def _merged(boxes: list[Box]) -> list[Box]:
    """Boxes from the top -> those that lie over each other on one line are one."""
    found: list[Box] = []
    for box in boxes:
        while True:
            other = next((one for one in found if _one_line(one, box)), None)
            if other is None:
                break
            found.remove(other)
            box = (min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3]))
        found.append(box)
    return found


def _lines(box: Box, grey: Grey) -> list[Box]:
    """Box, level grey page -> a box for each line in it: tight ones are found as one."""
    x0, top, x1, bottom = box
    inked = np.flatnonzero((grey[top:bottom, x0:x1] < INK).any(axis=1)) + top
    ends = np.flatnonzero(np.diff(inked) > 1)
    bands = zip(inked[[0, *ends + 1]].tolist(), inked[[*ends, -1]].tolist(), strict=True) if len(inked) else ()
    high = [(a, b + 1) for a, b in bands if b + 1 - a >= BAND * (bottom - top)]
    if len(high) < 2:
        return [box]
    return [(x0, max(top, a - round(EDGE * (b - a))), x1, min(bottom, b + round(EDGE * (b - a)))) for a, b in high]


def _in_order(boxes: list[Box]) -> list[Box]:
    """Boxes -> line by line, from left to right."""
    lines: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: box[1] + box[3]):
        if lines and share(lines[-1][0][1], lines[-1][0][3], box[1], box[3]) > HALF:
            lines[-1].append(box)
        else:
            lines.append([box])
    return [box for line in lines for box in sorted(line)]


def _one_line(a: Box, b: Box) -> bool:
    return share(a[1], a[3], b[1], b[3]) > SAME and share(a[0], a[2], b[0], b[2]) > 0
