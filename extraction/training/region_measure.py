"""Pages whose regions are known, and weights -> how many regions are found, and how many of those found are right."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from extraction.layout.regions import detect, overlaps
from extraction.layout.roles import REGION_KINDS
from extraction.model import Region
from extraction.training.region_labels import Labelled
from extraction.training.region_wear import turned, worn
from schemas.provenance import BBox

RIGHT = 0.5
"""A region that is found is right where it and a true one share so much of their union."""
TABLES = ("transactions", "summary", "table")
"""Kinds that are tables where nobody says of what."""
ASKEW = 1.0
"""Degrees: worn pages are measured turned by no more, as after their skew was taken out."""


def measure(pages: Sequence[Labelled], weights: Path, wear: int | None = None) -> dict[str, dict[str, Any]]:
    """Pages with their regions, file of weights, a seed where pages are to be worn first -> for each kind, and for
    "tables" of whatever kind: true regions, found ones, recall and precision, and "alone": how many were found on pages
    that have none."""
    if wear is not None:
        rng = np.random.default_rng(wear)
        pages = [worn_page(page, rng) for page in pages]
    found = [detect(page.grey, (page.width, page.height), weights) for page in pages]
    told: dict[str, dict[str, Any]] = {}
    for name, kinds in [*((kind, (kind,)) for kind in REGION_KINDS), ("tables", TABLES)]:
        true = [_boxes(page.regions, kinds) for page in pages]
        here = [_boxes(regions, kinds) for regions in found]
        right = sum(agreed(a, b) for a, b in zip(true, here, strict=True))
        count, told_of = sum(map(len, true)), sum(map(len, here))
        told[name] = {
            "true": count,
            "found": told_of,
            "recall": round(right / count, 3) if count else None,
            "precision": round(right / told_of, 3) if told_of else None,
            "alone": sum(len(b) for a, b in zip(true, here, strict=True) if not a),
        }
    return told


def worn_page(page: Labelled, rng: np.random.Generator) -> Labelled:
    """Clean page -> as it was copied, scanned or photographed."""
    points = page.grey.shape[1] / page.width
    degrees = float(rng.uniform(-ASKEW, ASKEW))
    grey, boxes = turned(page.grey, degrees, [region.box for region in page.regions], points)
    regions = [Region(region.kind, *box, 1.0) for region, box in zip(page.regions, boxes, strict=True)]
    return Labelled(worn(grey, points, rng), page.width, page.height, tuple(regions))


def agreed(true: Sequence[BBox], found: Sequence[BBox]) -> int:
    """True boxes, found ones -> how many pairs agree, each box in one pair at most, the best first."""
    if not true or not found:
        return 0
    boxes = np.array(found, np.float32)
    shares = [overlaps(np.array(box, np.float32), boxes)[0] for box in true]
    pairs = sorted(
        ((float(s), i, j) for i, row in enumerate(shares) for j, s in enumerate(row) if s >= RIGHT), reverse=True
    )
    rows: set[int] = set()
    columns: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
    return len(rows)


def _boxes(regions: Sequence[Region], kinds: Collection[str]) -> list[BBox]:
    return [region.box for region in regions if region.kind in kinds]
