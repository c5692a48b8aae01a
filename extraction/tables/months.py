"""Lines that print the day apart from the month: below its name, "January 2025", then "17 Rent 850.00", or behind the
year and the month, "25 June", then "17" in a column of its own."""

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
_TWO = re.compile(r"[0-3]\d")
YEARS, LEAST = 2000, 3
"""The century of years of two digits. So many different days at least tell that the first number is the year."""


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


def with_year_first(lines: Sequence[list[Item]]) -> list[list[Item]]:
    """Items of the lines of a table -> the same, where all that begin with a day and a month have the same number for
    the day, and another number of two digits that changes behind the month: that is the day, and the first the year."""
    told = [(line[0].date, int(line[1].text)) for line in lines if _is_parted(line)]
    days = {(date.b, day) for date, day in told if date}
    if len(days) < LEAST or len({date.a for date, _ in told if date}) > 1:
        return list(lines)
    if any(date is None or not real(YEARS + date.a, date.b, day) for date, day in told):
        return list(lines)
    return [_joined(line) if _is_parted(line) else line for line in lines]


def _is_parted(line: Sequence[Item]) -> bool:
    """Whether a line begins with a named month behind a number, and a number of two digits."""
    if len(line) < LEAST or line[0].date is None or not line[1].plain or not _TWO.fullmatch(line[1].text):
        return False
    return line[0].date.fixed and line[0].date.year is None and line[0].text[:2].isdigit()


def _joined(line: Sequence[Item]) -> list[Item]:
    first, second, *rest = line
    assert first.date
    date = PrintedDate(int(second.text), first.date.b, YEARS + first.date.a, True)
    return [Item((*first.words, *second.words), date=date), *rest]
