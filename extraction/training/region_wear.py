"""A clean picture of a page -> the same as it may come: another size, askew, worn by printers, scanners and cameras;
at the low resolution of the detector of regions. Pure; the chance decides."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extraction.layout.regions import SCALE, even
from extraction.model import Region
from schemas.provenance import BBox

Grey = NDArray[np.uint8]
Floats = NDArray[np.float32]

LARGER = 1.3
"""Pages are seen so many times smaller to larger than they are."""
STRETCH = 0.06
"""The two sides of a page differ in that by so much."""
SKEW = 3.0
"""Degrees: pages lie askew by no more."""
SEEN = 0.4
"""A region of which less than this share is on the picture is none."""


def seen(
    grey: Grey, size: tuple[float, float], regions: Sequence[Region], canvas: tuple[int, int], rng: np.random.Generator
) -> tuple[Floats, list[tuple[str, Floats]]]:
    """Clean picture, its size in points, its regions, height and width of what the network sees -> that, its ink 0..1,
    and the kind and the box of each region on it, pixels."""
    if rng.random() < 0.65:
        grey = worn(grey, grey.shape[0] / size[1], rng)
    scale = SCALE * math.exp(float(rng.uniform(-1, 1)) * math.log(LARGER))
    across, down = (scale * (1 + float(rng.uniform(-STRETCH, STRETCH))) for _ in range(2))
    width, height = max(8, round(size[0] * across)), max(8, round(size[1] * down))
    way = cv2.INTER_AREA if rng.random() < 0.7 else cv2.INTER_LINEAR
    small = even(cv2.resize(grey, (width, height), interpolation=way).astype(np.float32))
    if rng.random() < 0.3:
        small = np.clip(small * float(rng.uniform(0.6, 1.4)), 0, 1).astype(np.float32)
    angle = math.radians(float(np.clip(rng.normal(0, 0.8), -SKEW, SKEW))) if rng.random() < 0.4 else 0.0
    x, y = (_aside(free, rng) for free in (canvas[1] - width, canvas[0] - height))
    sin, cos = math.sin(angle), math.cos(angle)
    cx, cy = width / 2, height / 2
    matrix = np.array([[cos, -sin, cx - cos * cx + sin * cy + x], [sin, cos, cy - sin * cx - cos * cy + y]])
    picture = cv2.warpAffine(small, matrix, (canvas[1], canvas[0]), flags=cv2.INTER_LINEAR)
    found = []
    for region in regions:
        corners = np.array(
            [[a * across, b * down, 1.0] for a in (region.x0, region.x1) for b in (region.top, region.bottom)]
        )
        at = corners @ matrix.T
        whole = np.array([*at.min(0), *at.max(0)])
        box = np.clip(whole, 0, [canvas[1], canvas[0], canvas[1], canvas[0]]).astype(np.float32)
        if _area(box) > SEEN * _area(whole):
            found.append((region.kind, box))
    return np.asarray(picture, np.float32), found


def _aside(free: int, rng: np.random.Generator) -> float:
    """Free pixels, less than none where the page is larger than the picture -> where the page begins."""
    if rng.random() < 0.4:
        return 0.0
    return (
        float(rng.uniform(min(free, 0) - 10, max(free, 0) + 10)) if rng.random() < 0.5 else float(free * rng.random())
    )


def _area(box: NDArray[np.floating]) -> float:
    return float(max(box[2] - box[0], 0) * max(box[3] - box[1], 0))


def worn(grey: Grey, points: float, rng: np.random.Generator) -> Grey:
    """Clean picture, pixels per point -> worn: some of what happens to paper, ink, light and files, or all of it."""
    if rng.random() < 0.2:  # thicker or thinner ink
        way = cv2.erode if rng.random() < 0.6 else cv2.dilate
        grey = way(grey, np.ones((2, 2), np.uint8)).astype(np.uint8)
    told: Floats = grey.astype(np.float32) / np.float32(255)
    if rng.random() < 0.5:
        told = np.asarray(cv2.GaussianBlur(told, (0, 0), float(rng.uniform(0.2, 1.0)) * points), np.float32)
    if rng.random() < 0.5:
        paper, ink = float(rng.uniform(0.6, 1.0)), float(rng.uniform(0.0, 0.4))
        told = np.float32(ink) + told * np.float32(paper - ink)
    if rng.random() < 0.15:
        told = _specked(told, rng)
    if rng.random() < 0.4:
        told = told * _light(told.shape, rng)
    if rng.random() < 0.5:
        told = told + rng.normal(0, float(rng.uniform(0, 0.06)), told.shape).astype(np.float32)
    if rng.random() < 0.12:
        told = (told > float(rng.uniform(0.5, 0.75)) * float(np.median(told))).astype(np.float32)
    grey = (np.clip(told, 0, 1) * 255).astype(np.uint8)
    if rng.random() < 0.3:
        quality = int(rng.integers(25, 80))
        kept = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        grey = np.asarray(cv2.imdecode(kept, cv2.IMREAD_GRAYSCALE), np.uint8)
    return grey


def _specked(told: Floats, rng: np.random.Generator) -> Floats:
    """Specks, hairs, and the frame of a rubber stamp."""
    height, width = told.shape
    for _ in range(int(rng.integers(3, 80))):
        x, y, shade = int(rng.integers(width)), int(rng.integers(height)), float(rng.choice((0.1, 0.4, 1.0)))
        cv2.circle(told, (x, y), int(rng.integers(0, 2)), shade, -1)
    if rng.random() < 0.4:
        x, y = int(rng.integers(width)), int(rng.integers(height))
        shape = ((x, y), (float(rng.uniform(60, 160)), float(rng.uniform(20, 50))), float(rng.uniform(-25, 25)))
        cv2.polylines(told, [cv2.boxPoints(shape).astype(np.int32)], True, 0.4, 2)
    return told


def _light(shape: tuple[int, ...], rng: np.random.Generator) -> Floats:
    """Light that falls off to one side, at times with a soft shadow at an edge."""
    ys, xs = np.mgrid[-0.5 : 0.5 : shape[0] * 1j, -0.5 : 0.5 : shape[1] * 1j].astype(np.float32)
    turn, lost = float(rng.uniform(0, 2 * math.pi)), float(rng.uniform(0.0, 0.5))
    light = 1 - lost * (0.5 + (xs * math.cos(turn) + ys * math.sin(turn)) / math.sqrt(2))
    if rng.random() < 0.5:
        turn, at, soft = (float(rng.uniform(*span)) for span in ((0, 2 * math.pi), (0.2, 0.5), (0.01, 0.1)))
        beyond = (xs * math.cos(turn) + ys * math.sin(turn) - at) / soft
        light = light * (1 - lost / (1 + np.exp(-np.clip(beyond, -30, 30))))
    return np.asarray(light, np.float32)


def turned(grey: Grey, degrees: float, boxes: Sequence[BBox], points: float) -> tuple[Grey, list[BBox]]:
    """Picture, degrees clockwise, boxes in points, pixels per point -> the picture turned about its middle, on white,
    and the boxes around where those boxes lie then."""
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    picture = cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=255)
    found = []
    for x0, top, x1, bottom in boxes:
        corners = np.array([[x * points, y * points, 1.0] for x in (x0, x1) for y in (top, bottom)]) @ matrix.T / points
        (a, b), (c, d) = corners.min(0), corners.max(0)
        found.append((float(a), float(b), float(c), float(d)))
    return np.asarray(picture, np.uint8), found
