"""Lines that print the day apart from the month: below its name, "January 2025", then "17 Rent 850.00", or behind the
year and the month, "25 June", then "17" in a column of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.geometry import overlap
from extraction.tables.head import Header
from extraction.tables.items import Item
from extraction.text import dates
from extraction.text.dates import MONTHS, PrintedDate, month, real
from extraction.text.lines import Line

Month = tuple[int | None, int]
"""A year, where it is printed, and a month from 1."""
_NAME = "|".join(map(re.escape, sorted(MONTHS, key=len, reverse=True)))
_HEADING = re.compile(
    rf"(?P<n>{_NAME})\.?(?:\s+(?:de |del )?(?P<y>(?:19|20)\d\d))?(?:\s*[(\-–]\s*\w+[.)]*)?", re.IGNORECASE
)
_DAY = re.compile(r"([0-3]?\d)(?:st|nd|rd|th|\.)?")
_TWO, _RECEIPT = re.compile(r"[0-3]\d"), re.compile(r"\d{4,}")
_DITTO = re.compile(r"(?:[\"“”„〃]|''|’’|,,|-\s?do\.?\s?-|do\.)(?=\s|$)", re.IGNORECASE)
"""What stands for the word above it."""
BELOW = 12.0
"""The number of a day ends within so many points of the dates above it."""
YEARS, LEAST, ALIGNED = 2000, 3, 2.0
"""The century of years of two digits. So many different days at least tell that the first number is the year. Days
begin within so many points of each other."""


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


def with_day(found: Sequence[Item], below: Month | None, header: Header | None = None) -> list[Item]:
    """Items of a line, the month it stands below, the head of its table -> the same with a lone number at its start, or
    else below the head of the dates, taken as the day."""
    if below is None or len(found) < 2:
        return list(found)
    cell = next((cell for cell in header.cells if cell.role == "date"), None) if header is not None else None
    places = [0, *(i for i, item in enumerate(found) if cell and overlap(item.x0, item.x1, cell.x0, cell.x1) > 0)]
    for i in places:
        day = _DAY.fullmatch(found[i].text) if found[i].plain else None
        if day and real(*below, int(day[1])) and any(item.amount for item in found):
            year, number = below
            return [*found[:i], replace(found[i], date=PrintedDate(int(day[1]), number, year, True)), *found[i + 1 :]]
    return list(found)


def with_dittos(lines: Sequence[list[Item]]) -> list[list[Item]]:
    """Items of the lines of a table -> the same, where a line that begins with a mark of repetition has the month of
    the line above, and the number behind it for the day, or all of that date where no such number stands there; and a
    line that begins with a number below that of a day is of that month, where most lines begin so: "Nov 1", "2"."""
    found, last = [], None
    days = [line[0].x1 for line in lines if line and line[0].date and line[0].date.fixed]
    bare = [line for line in lines if _is_bare_day(line, days)]
    alone = len(bare) >= LEAST and len(bare) > len(days)
    for line in lines:
        if line and line[0].date:
            last = line[0].date
        elif last and len(line) > 1 and (marks := _DITTO.match(line[0].text)):
            line = _dittoed(line, last, line[0].text[marks.end() :].strip())
        elif last and alone and last.fixed and last.year is None and _is_bare_day(line, days):
            line = with_day(line, (None, last.b))
        found.append(line)
    return found


def _is_bare_day(line: Sequence[Item], days: Sequence[float]) -> bool:
    """Whether a line begins with a lone number that ends near where dates with a named month do."""
    day = _DAY.fullmatch(line[0].text) if len(line) > 1 and line[0].plain else None
    return day is not None and any(abs(line[0].x1 - end) <= BELOW for end in days)


def _dittoed(line: list[Item], last: PrintedDate, behind: str) -> list[Item]:
    """A line that begins with a mark of repetition, the date above, what the first text prints behind the mark -> the
    line with its date."""
    if behind and not _DAY.fullmatch(behind):
        return line
    apart = not behind and line[1].plain
    day = _DAY.fullmatch(line[1].text) if apart else _DAY.fullmatch(behind)
    own = line[:2] if apart and (day or _DITTO.fullmatch(line[1].text)) else line[:1]
    date = PrintedDate(int(day[1]), last.b, last.year, True) if day and last.fixed else last
    if day and not (last.fixed and real(last.year, last.b, int(day[1]))):
        return line
    return [Item(tuple(word for item in own for word in item.words), date=date), *line[len(own) :]]


def with_year_first(lines: Sequence[list[Item]]) -> list[list[Item]]:
    """Items of the lines of a table -> the same, where all that begin with a day and a month have the same number for
    the day, or one of two years, and another number of two digits that changes more behind the month: that is the day,
    and the first the year. A line may begin with the day alone then, below the others."""
    whole, lines = lines, [_with_day_apart(_untouched(line)) for line in lines]
    parted = [line for line in lines if _is_parted(line)]
    told = [(line[0].date, int(line[1].text)) for line in parted]
    years = {date.a for date, _ in told if date}
    if len({(date.b, day) for date, day in told if date}) < LEAST or max(years) - min(years) > 1:
        return list(whole)
    if len({day for _, day in told}) <= len(years):
        return list(whole)
    if any(date is None or not real(YEARS + date.a, date.b, day) for date, day in told):
        return list(whole)
    found, last = [], None
    for line in lines:
        if _is_parted(line):
            last = line[0].date
            line = _joined(line, last, line[:2])
        elif last and len(line) > 1 and _TWO.fullmatch(line[0].text) and _is_below(line[0], [own[1] for own in parted]):
            line = _joined(line, last, line[:1])
        found.append(line)
    return found


def _is_parted(line: Sequence[Item]) -> bool:
    """Whether a line begins with a named month behind a number, and a number of two digits."""
    if len(line) < LEAST or line[0].date is None or not line[1].plain or not _TWO.fullmatch(line[1].text):
        return False
    return line[0].date.fixed and line[0].date.year is None and line[0].text[:2].isdigit()


def _untouched(line: list[Item]) -> list[Item]:
    """A line -> the same with a date such as "24 Diciembr 28" parted before its last number, which its long month may
    touch."""
    words = line[0].words if line and line[0].date else ()
    if len(words) != LEAST or not (_TWO.fullmatch(words[0].text) and _TWO.fullmatch(words[2].text)):
        return line
    found = dates.leading(f"{words[0].text} {words[1].text}")
    return [Item(words[:2], date=found[0]), Item(words[2:]), *line[1:]] if found else line


def _with_day_apart(line: list[Item]) -> list[Item]:
    """A line -> the same with the day at its start, or behind its month, parted from a number that it touches, such as
    that of a receipt: "18 118822"."""
    place = 1 if line and line[0].date else 0
    words = line[place].words if len(line) > place and line[place].plain else ()
    if len(words) < 2 or not _TWO.fullmatch(words[0].text) or not _RECEIPT.fullmatch(words[1].text):
        return line
    return [*line[:place], Item(words[:1]), Item(words[1:]), *line[place + 1 :]]


def _is_below(item: Item, days: Sequence[Item]) -> bool:
    return any(abs(item.x0 - day.x0) <= ALIGNED for day in days)


def _joined(line: Sequence[Item], month: PrintedDate | None, day: Sequence[Item]) -> list[Item]:
    """A line, a year printed as a day with its month, the items that the line prints of its date -> with it."""
    assert month
    date = PrintedDate(int(day[-1].text), month.b, YEARS + month.a, True)
    return [Item(tuple(word for item in day for word in item.words), date=date), *line[len(day) :]]
