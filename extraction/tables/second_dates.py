"""Lines of a table -> whether its rows print a second date below the first one. Pure."""

from collections.abc import Sequence
from itertools import pairwise

from extraction.tables.columns import column_of
from extraction.tables.items import Item
from extraction.tables.spans import Span
from extraction.tables.table import Column

TWICE = 0.6
"""So many rows with a second date are followed by a line with a date alone."""


def dated_twice(parted: Sequence[Sequence[Item]], columns: Sequence[Column], posted: Sequence[Span]) -> bool:
    """Whether lines with a date and an amount are followed by such with a date alone."""
    rows = [below for line, below in pairwise(parted) if _is_dated(line, posted) and _is_valued(line, columns)]
    return sum(dates_second(below, columns, posted) for below in rows) >= TWICE * len(rows) > 0


def dates_second(found: Sequence[Item], columns: Sequence[Column], posted: Sequence[Span]) -> bool:
    """Whether a line has a date where those of rows stand, and no amount in a column."""
    return _is_dated(found, posted) and not _is_valued(found, columns)


def _is_dated(found: Sequence[Item], posted: Sequence[Span]) -> bool:
    return any(item.date and span.holds(item) for item in found for span in posted)


def _is_valued(found: Sequence[Item], columns: Sequence[Column]) -> bool:
    return any(item.amount and column_of(item, columns) is not None for item in found)
