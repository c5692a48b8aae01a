"""Lines below the name of a month that print the day alone: "January 2025", then "17 Rent 850.00"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.tables.items import Item
from extraction.text.dates import MONTHS, PrintedDate, month, real
from extraction.text.lines import Line

Month = tuple[int | None, int]
"""A year, where it is printed, and a month from 1."""
_NAME = "|".join(map(re.escape, sorted(MONTHS, key=len, reverse=True)))
_HEADING = re.compile(
    rf"(?P<n>{_NAME})\.?(?:\s+(?:de |del )?(?P<y>(?:19|20)\d\d))?(?:\s*[(\-–]\s*\w+[.)]*)?", re.IGNORECASE
)
_DAY = re.compile(r"([0-3]?\d)(?:st|nd|rd|th|\.)?")


def months(lines: Sequence[Line]) -> Iterator[Month | None]:
    """Lines of a document -> for each the month named last at the start of a line without other numbers, None before
    there is one."""
    last: Month | None = None
    for line in lines:
        first, *rest = line.chunks  # the names of columns may stand beside it
        found = None if any(ch.isdigit() for chunk in rest for ch in chunk.text) else _HEADING.fullmatch(first.text)
        if found:
            last = (int(found["y"]) if found["y"] else None, month(found["n"]))
        yield last


def with_day(found: Sequence[Item], below: Month | None) -> list[Item]:
    """Items of a line, the month it stands below -> the same with a lone number at its start taken as the day."""
    if below is None or len(found) < 2 or not found[0].plain or not (day := _DAY.fullmatch(found[0].text)):
        return list(found)
    year, number = below
    if not real(year, number, int(day[1])) or not any(item.amount for item in found[1:]):
        return list(found)
    return [replace(found[0], date=PrintedDate(int(day[1]), number, year, True)), *found[1:]]
