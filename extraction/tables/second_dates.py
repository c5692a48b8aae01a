"""Lines of a table -> the second dates of its rows: below the first one, or behind a label. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extraction.tables.columns import column_of
from extraction.tables.items import Item
from extraction.tables.spans import Span
from extraction.tables.table import Column
from extraction.text import dates
from extraction.text.dates import PrintedDate

TWICE = 0.6
"""So many rows with a second date are followed by a line with a date alone."""
_VALUE = re.compile(
    r"(?:wertstellung|wert|valuta(?:datum)?|val\.?|value(?: date)?|(?:date (?:de )?)?valeur|fecha valor|f\. ?valor|"
    r"data (?:di )?valuta|data[- ]valor|rentedatum|valutadag|rentedag)(?: (?:vom|am|du|del))?\s?:?\s",
    re.IGNORECASE,
)
"""Labels of the date on which an amount bears interest."""


def behind_label(item: Item) -> PrintedDate | None:
    """Text of a row -> the date that it is with its label, "Wertstellung 30.06.2025" or "(val. 30-06-2025)"; None where
    it is no such."""
    text = item.text[1:-1] if item.text[:1] == "(" and item.text[-1:] == ")" else item.text
    label = _VALUE.match(text)
    rest = text[label.end() :] if label else ""
    found = dates.leading(rest) if rest else None
    return found[0] if found and found[1] == len(rest) else None


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
