"""Picture of a page -> its regions: where tables of transactions, summaries, other tables, labels with values stand.

A small network of our own (see `extraction.training.region_net`), trained on pages drawn by ourselves, looks at the
page at `SCALE`, where a line of text is a texture, and says for each cell of 8 x 8 pixels how likely it is in a region
of each kind, and how far away that region's sides are (FCOS, Tian and others 2019). Here the boxes are picked.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extraction.layout.roles import REGION_KINDS
from extraction.model import Region
from extraction.ocr.nets import session

Grey = NDArray[np.uint8]
Floats = NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "weights" / "regions.onnx"
SCALE = 0.76
"""Pixels per point: A4 is 640 pixels high, text of 10 points 5 pixels."""
STRIDE, CELL = 64, 8
"""Sides of what the network looks at are multiples of the first, pixels; it answers for each cell of the second."""
LONGEST = 1280
"""Pixels: a page that is longer is looked at smaller."""
PATCH, DARKEST = 32, 0.35
"""Pixels: light is even within a patch of this side; no patch of paper is darker than this share of the lightest."""
FAINT = 0.2
"""Ink of less contrast, 0..1, is not made blacker: paper has none."""
LEAST = 0.45
"""A region is told from this score on."""
SAME, INSIDE = 0.4, 0.75
"""Of two boxes that share so much of their union, the likelier is kept; so it is where so much of the smaller one lies
in the other, but for a larger one of another kind: a title lies in a table."""
AGREE, NEAR = 0.6, 24.0
"""Boxes that share so much of their union say together where the sides are; those within so many pixels know best."""


def detect(grey: Grey, size: tuple[float, float], weights: Path = WEIGHTS) -> tuple[Region, ...]:
    """Grey picture of an upright page at any resolution, its size in points, a file of weights -> its regions, the
    surest first."""
    scale = scale_of(size)
    told: Floats = session(weights).run(None, {"page": normal(grey, size)[None, None]})[0][0]
    boxes, kinds, scores = decoded(told)
    boxes = np.clip(boxes / scale, 0.0, [size[0], size[1], size[0], size[1]])
    found = []
    for box, kind, score in zip(boxes.tolist(), kinds, scores, strict=True):
        x0, top, x1, bottom = (round(side, 2) for side in box)
        found.append(Region(REGION_KINDS[int(kind)], x0, top, x1, bottom, round(float(score), 4)))
    return tuple(found)


def scale_of(size: tuple[float, float]) -> float:
    """Width and height of a page in points -> the pixels per point that the network sees it with."""
    return min(SCALE, LONGEST / max(size))


def normal(grey: Grey, size: tuple[float, float]) -> Floats:
    """Grey picture, width and height of its page in points -> what the network sees: 0 paper, 1 ink, whatever the light
    and the contrast were; filled up with paper on the right and below."""
    scale = scale_of(size)
    width, height = (max(1, round(side * scale)) for side in size)
    small = np.asarray(Image.fromarray(grey).resize((width, height), Image.Resampling.BILINEAR), np.float32)
    return padded(even(small))


def even(grey: Floats) -> Floats:
    """Small grey picture, 0..255 -> its ink, 0..1, by the paper around it."""
    ground = _ground(grey)
    if float(np.median(grey[::2, ::2])) < 0.5 * float(np.percentile(grey[::2, ::2], 99)):  # light print on a dark page
        grey = 255.0 - grey
        ground = _ground(grey)
    ink = np.clip(1.0 - grey / ground, 0.0, 1.0)
    ink = np.maximum(ink - 1.5 * float(np.median(ink[::2, ::2])), 0.0)  # the grain of paper and of its picture
    black = max(FAINT, float(np.percentile(ink[::2, ::2], 99.5)))
    return np.asarray(np.clip(ink / black, 0.0, 1.0), np.float32)


def padded(ink: Floats) -> Floats:
    """Picture -> the same with sides that are multiples of `STRIDE`."""
    return np.pad(ink, ((0, -ink.shape[0] % STRIDE), (0, -ink.shape[1] % STRIDE)))


def decoded(told: Floats) -> tuple[Floats, NDArray[np.int64], Floats]:
    """What the network tells, (kinds + 4, rows, columns) -> boxes in its pixels, their kinds, their scores."""
    kinds = len(REGION_KINDS)
    scores, sides = told[:kinds], told[kinds:]
    best, kind = scores.max(0), scores.argmax(0)
    rows, columns = np.nonzero(best >= LEAST)
    x, y = (columns + 0.5) * CELL, (rows + 0.5) * CELL
    left, up, right, down = sides[:, rows, columns]
    boxes = np.stack([x - left, y - up, x + right, y + down], 1).astype(np.float32)
    reach = np.stack([left, up, right, down], 1)
    return picked(boxes, reach, kind[rows, columns], best[rows, columns])


def picked(
    boxes: Floats, reach: Floats, kinds: NDArray[np.int64], scores: Floats
) -> tuple[Floats, NDArray[np.int64], Floats]:
    """Boxes that overlap, how far from its sides each was told, kinds, scores -> those that stand, surest first.

    Each side of one that stands is the mean of what the boxes that agree with it say, those nearest to it most.
    """
    order = np.argsort(-scores, kind="stable")
    boxes, reach, kinds, scores = boxes[order], reach[order], kinds[order], scores[order]
    alive = np.ones(len(boxes), bool)
    found, which = [], []
    for i in range(len(boxes)):
        if not alive[i]:
            continue
        shared, smaller = overlaps(boxes[i], boxes)
        agree = (shared >= AGREE) & (kinds == kinds[i])
        trust = scores[agree, None] / (NEAR + reach[agree])
        box = (boxes[agree] * trust).sum(0) / trust.sum(0)
        shared, smaller = overlaps(box, boxes)
        area, areas = _area(box), _area(boxes)
        inside = (smaller >= INSIDE) & ((kinds == kinds[i]) | (areas <= area))
        alive &= ~((shared >= SAME) | inside)
        alive[i] = False
        found.append(box)
        which.append(i)
    return np.array(found, np.float32).reshape(-1, 4), kinds[which], scores[which]


def overlaps(box: Floats, boxes: Floats) -> tuple[Floats, Floats]:
    """A box, boxes -> the share of their union, and of the smaller of the two, that it has in common with each."""
    wide = np.minimum(box[2], boxes[:, 2]) - np.maximum(box[0], boxes[:, 0])
    high = np.minimum(box[3], boxes[:, 3]) - np.maximum(box[1], boxes[:, 1])
    common = np.maximum(wide, 0) * np.maximum(high, 0)
    one, each = _area(box), _area(boxes)
    return common / np.maximum(one + each - common, 1e-6), common / np.minimum(one, each)


def _area(boxes: Floats) -> Floats:
    """Boxes -> their areas, never none."""
    return np.maximum((boxes[..., 2] - boxes[..., 0]) * (boxes[..., 3] - boxes[..., 1]), 1e-6)


def _ground(grey: Floats) -> Floats:
    """Small grey picture -> how light its paper is at each pixel: the light ones of each patch, made smooth."""
    height, width = grey.shape
    full = np.pad(grey, ((0, -height % PATCH), (0, -width % PATCH)), mode="edge")
    rows, columns = full.shape[0] // PATCH, full.shape[1] // PATCH
    patches = full.reshape(rows, PATCH, columns, PATCH).transpose(0, 2, 1, 3).reshape(rows, columns, -1)[..., ::3]
    light = np.percentile(patches, 90, axis=2).astype(np.float32)
    light = np.maximum(light, DARKEST * float(light.max()))
    smooth = Image.fromarray(light).resize((full.shape[1], full.shape[0]), Image.Resampling.BILINEAR)
    return np.maximum(np.asarray(smooth, np.float32)[:height, :width], 1.0)
