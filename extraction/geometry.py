"""Boxes: union, overlap, gaps, clusters. Pure functions over (x0, top, x1, bottom) in points."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from schemas.provenance import BBox

T = TypeVar("T")


def union(boxes: Iterable[BBox]) -> BBox:
    """Boxes -> the smallest box around them. Raises ValueError for none."""
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return (min(x0s), min(tops), max(x1s), max(bottoms))


def overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    """Two intervals -> the length they share, 0 where they do not touch."""
    shared = (b1 if b1 < a1 else a1) - (b0 if b0 > a0 else a0)  # called so often that min and max are too slow
    return shared if shared > 0.0 else 0.0


def share(a0: float, a1: float, b0: float, b1: float) -> float:
    """Two intervals -> the shared part of the shorter one, 0..1.

    >>> share(0, 10, 5, 30)
    0.5
    """
    a, b = a1 - a0, b1 - b0
    shorter = b if b < a else a
    return overlap(a0, a1, b0, b1) / shorter if shorter > 0 else 0.0


def rounded(box: BBox) -> BBox:
    """Box -> the same in hundredths of a point, as it is stored."""
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))


def turned(box: BBox, size: tuple[float, float], quarters: int) -> BBox:
    """Box on a sheet of width and height -> where it lies once the sheet is turned by quarters clockwise.

    >>> [turned((1, 2, 4, 3), (10, 20), quarters) for quarters in range(4)]
    [(1, 2, 4, 3), (17, 1, 18, 4), (6, 17, 9, 18), (2, 6, 3, 9)]
    """
    (x0, top, x1, bottom), (width, height) = box, size
    if quarters == 1:
        return (height - bottom, x0, height - top, x1)
    if quarters == 2:
        return (width - x1, height - bottom, width - x0, height - top)
    if quarters == 3:
        return (top, width - x1, bottom, width - x0)
    return box


def cluster(items: Iterable[T], position: Callable[[T], float], tolerance: float) -> list[list[T]]:
    """Items -> groups whose sorted positions follow each other within `tolerance`.

    >>> cluster([1, 9, 2, 10, 30], float, 3)
    [[1, 2], [9, 10], [30]]
    """
    groups: list[list[T]] = []
    last = 0.0
    for item in sorted(items, key=position):
        here = position(item)
        if groups and here - last <= tolerance:
            groups[-1].append(item)
        else:
            groups.append([item])
        last = here
    return groups


def median(values: Sequence[float]) -> float:
    """Values -> the middle one (the lower of two). Raises IndexError for none."""
    return sorted(values)[(len(values) - 1) // 2]
