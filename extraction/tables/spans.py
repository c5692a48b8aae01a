"""Where items lie across the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.geometry import median
from extraction.tables.items import Item


@dataclass(frozen=True, slots=True)
class Span:
    """A horizontal interval, points."""

    x0: float
    x1: float

    def holds(self, item: Item, slack: float = 3.0) -> bool:
        return item.x0 <= self.x1 + slack and item.x1 >= self.x0 - slack


def span_of(group: Sequence[Item]) -> Span:
    """The typical width of a group: the median of its left and right edges."""
    return Span(median([item.x0 for item in group]), median([item.x1 for item in group]))
