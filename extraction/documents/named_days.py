"""Lines -> the dates of a statement that have a label of their own: when it was made, and when it is to be paid."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from extraction.documents.calendar import Calendar
from extraction.documents.heads.labels import DUE_DATE, PRINT_DATE, STATEMENT_DATE
from extraction.documents.heads.period_words import names_statement, speaks_of_others
from extraction.model import Cell
from extraction.text import dates
from extraction.text.dates import PrintedDate
from extraction.text.lines import Line, below
from extraction.text.normal import plain

DUE = timedelta(days=62)
"""A due date that prints no year lies within this time after the period."""

BRIEF = 8
"""The name of a statement and its date are so many words at most."""


def statement_date(lines: Sequence[Line], days: Calendar) -> tuple[date, Cell] | None:
    """Lines, how dates are read -> the labelled date of the statement, not before its period begins; None where none is
    printed, several differ, or the order of day and month is not decided."""
    return _one(statement_dates(lines, days), days.start)


def statement_dates(lines: Sequence[Line], days: Calendar) -> list[tuple[date, Cell]]:
    """Lines, how dates are read -> every labelled date of the statement that is a day, whenever that is."""
    found = ((days.day(printed), cell) for printed, cell in _dated(lines, STATEMENT_DATE) if _told(printed, days))
    return [(day, cell) for day, cell in found if day is not None]


def due_date(lines: Sequence[Line], days: Calendar) -> tuple[date, Cell] | None:
    """The same for the day of payment; without a year it is the one that follows the period."""
    found = _dated(lines, DUE_DATE)
    return _one(((_due(days, printed), cell) for printed, cell in found if _told(printed, days)), days.start)


def days_beside(lines: Sequence[Line], days: Calendar) -> tuple[list[date], list[date], list[date]]:
    """Lines, heads and feet of pages among them, how dates are read -> the days on which the statement says it was made
    or falls due, whatever its period; those of dates that stand by themselves on several pages, or near another one, as
    of making and paying, or with the name of a statement; and those of copies."""
    named = _days((p for p, _ in (*_dated(lines, STATEMENT_DATE), *_dated(lines, DUE_DATE))), days)
    pages: defaultdict[PrintedDate, set[int]] = defaultdict(set)
    for printed, page in _alone(lines):
        pages[printed].add(page)
    alone = _days(pages, days)
    near = [one for one in alone if any(one != other and abs(one - other) <= DUE for other in alone)]
    again = _days((printed for printed, on in pages.items() if len(on) > 1), days)
    copied = _days((p for p, _ in _dated(lines, PRINT_DATE)), days)
    return named, [*near, *again, *_days(_of_statements(lines), days)], copied


def _days(found: Iterable[PrintedDate], days: Calendar) -> list[date]:
    """Dates, how they are read -> the days of those that print their year."""
    return [day for printed in found if printed.year and _told(printed, days) and (day := days.day(printed))]


def _alone(lines: Sequence[Line]) -> Iterator[tuple[PrintedDate, int]]:
    """Lines -> dates with a year beside which nothing stands, but for words that name nothing else, and their pages."""
    for line in lines:
        for before, chunk in zip((None, *line.chunks), line.chunks, strict=False):
            found = dates.find(chunk.text)
            if len(found) == 1 and not (before and speaks_of_others(before.text)):
                ((printed, start, end),) = found
                if len(plain(f"{chunk.text[:start]} {chunk.text[end:]}")) <= 1:
                    yield printed, line.page


def _of_statements(lines: Sequence[Line]) -> Iterator[PrintedDate]:
    """Lines -> the only dates of short texts that name a statement."""
    for chunk in (chunk for line in lines for chunk in line.chunks if len(chunk.words) <= BRIEF):
        found = dates.find(chunk.text)
        if len(found) == 1 and names_statement(chunk.text):
            yield found[0][0]


def _dated(lines: Sequence[Line], known: frozenset[str]) -> Iterator[tuple[PrintedDate, Cell]]:
    for i, line in enumerate(lines):
        for k, chunk in enumerate(line.chunks):
            found = dates.find(chunk.text)
            for n, (printed, start, end) in enumerate(found):
                before = chunk.text[found[n - 1][2] if n else 0 : start]
                if plain(before) in known and not _goes_on(chunk.text[end:]):
                    yield printed, Cell.of(chunk.words, line.page, chunk.text[start:end])
            if found or plain(chunk.text) not in known:
                continue
            for other in (*line.chunks[k + 1 : k + 2], *below(lines, i, chunk.x0, chunk.x1)):
                one = dates.find(other.text)
                if one and not any(ch.isalnum() for ch in other.text[: one[0][1]]):
                    printed, start, end = one[0]
                    if not _goes_on(other.text[end:]):
                        yield printed, Cell.of(other.words, line.page, other.text[start:end])
                    break


def _goes_on(after: str) -> bool:
    """Whether what follows a date makes it the begin of a period: a dash or a word, and another date."""
    found = dates.find(after)
    between = plain(after[: found[0][1]]) if found else ""
    return bool(found) and len(between.split()) <= 2 and between not in DUE_DATE | STATEMENT_DATE


def _told(printed: PrintedDate, days: Calendar) -> bool:
    """Whether day and month of a date are told apart."""
    return printed.fixed or days.decided


def _due(days: Calendar, printed: PrintedDate) -> date | None:
    """Printed due date -> day."""
    if printed.year is not None:
        return days.day(printed)
    if days.end is None:
        return None
    years = (replace(printed, year=year) for year in (days.end.year, days.end.year + 1))
    later = (day for one in years if (day := days.day(one)))
    return next((day for day in later if days.end < day <= days.end + DUE), None)


def _one(found: Iterable[tuple[date | None, Cell]], start: date | None) -> tuple[date, Cell] | None:
    """Days and places, the first day of the period -> the day where all that can be are the same."""
    told = {day: cell for day, cell in found if day is not None and (start is None or day >= start)}
    return next(iter(told.items())) if len(told) == 1 else None
