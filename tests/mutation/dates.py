"""Changes of printed dates."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from tests.generator.dates import NO_YEAR, show_date
from tests.generator.edit import Edit

from .base import Base
from .change import Change, put


def _dated(one: Base) -> list[int]:
    """Places of the lines that print a booking date: rows, or headings above them."""
    return [at for at, line in enumerate(one.lines) if line.day is not None]


def _moved(one: Base, rng: Random, shift: Callable[[date], date]) -> Change | None:
    if not (places := _dated(one)):
        return None
    at = rng.choice(places)
    line = one.lines[at]
    assert line.day is not None
    day = shift(line.day)
    text = show_date(day, one.style.date_format, one.style.lang)
    new = replace(line, text=[text]) if line.heading else replace(line, cells={**line.cells, "date": text})
    return Change(Edit(lines=put(at, replace(new, day=day))), first=at, last=at)


def day_moved(one: Base, rng: Random) -> Change | None:
    """A date is up to nine days off."""
    days = timedelta(days=rng.choice([*range(-9, 0), *range(1, 10)]))
    return _moved(one, rng, lambda day: day + days)


def year_moved(one: Base, rng: Random) -> Change | None:
    """A date is one year off."""
    if one.style.date_format in NO_YEAR:
        return None
    step = rng.choice((-1, 1))
    return _moved(one, rng, lambda day: _another_year(day, day.year + step))


def _another_year(day: date, year: int) -> date:
    """Day, year -> the same day of that year; there is not always a 29 February."""
    return date(year, 2, 28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def date_lost(one: Base, rng: Random) -> Change | None:
    """A date is not there."""
    if not (places := _dated(one)):
        return None
    at = rng.choice(places)
    line = one.lines[at]
    if line.heading:
        return Change(Edit(lines=put(at)), first=at, last=at - 1)
    lost = replace(line, cells={**line.cells, "date": ""}, day=None)
    return Change(Edit(lines=put(at, lost)), first=at, last=at)
