"""Rows that are numbered 1, 2, 3 left of their dates: the numbers are no text."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extraction.tables.items import Item
from extraction.tables.table import Strip

LEAST, MOSTLY = 3, 0.8
"""So many rows at least are numbered, and this share of them goes on from the one before."""
DIGITS = 5
"""The number of a row has no more digits."""


def without_ordinals(strips: Sequence[Strip]) -> list[Strip]:
    """Strips of a table -> the same without the numbers that count its rows."""
    counted = {i: item for i, strip in enumerate(strips) if (item := _ordinal(strip))}
    numbers = [int(item.text) for item in counted.values()]
    onward = sum(abs(b - a) == 1 for a, b in pairwise(numbers))
    dated = sum(strip.posted is not None for strip in strips)
    if len(numbers) < max(LEAST, MOSTLY * dated) or onward < MOSTLY * (len(numbers) - 1):
        return list(strips)
    return [
        replace(strip, texts=tuple(item for item in strip.texts if item is not counted.get(i)))
        for i, strip in enumerate(strips)
    ]


def _ordinal(strip: Strip) -> Item | None:
    """The whole number that a dated line begins with; None where it begins otherwise, or has no other text: that of a
    check says what the row is."""
    if strip.posted is None or len(strip.texts) < 2:
        return None
    first, *others = strip.texts
    if not any(ch.isalpha() for item in others for ch in item.text):
        return None
    counts = first.text.isdecimal() and len(first.text) <= DIGITS and first.x1 <= strip.posted.cell.box[0]
    return first if counts else None
