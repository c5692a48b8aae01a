"""Printed dates of a statement -> calendar dates: order of day and month and missing years, proved or left open.

Evidence, in this order: a date of the rows that only one order allows; the printed period; the printed order of the
rows; a date elsewhere that only one order allows; days printed elsewhere; the custom of the currency's country together
with the shorter stretch of time. Where these two say the other order than that of the rows or a date elsewhere, or the
rows are one a month in one order, nothing is proved.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from extraction.text.dates import MONTHS_OF_YEAR, ORDERS, Order, PrintedDate, real

CUSTOMS: dict[str, Order | None] = {"USD": "mdy", "CAD": None}
"""Orders of day and month by currency; Canada prints both, all others the day first."""
EARLY, LATE = timedelta(days=62), timedelta(days=10)
"""How far a row may lie before its period (a purchase is posted later) and after it (a value date)."""
SHORT_ERA, LATEST = 43, 2060
"""Years of two digits of the Buddhist era are so many ahead; read as the common era they lie after this year."""
REIWA = -18
"""Those of the present era of Japan are so many behind: its year 7 is 2025."""
YEAR = timedelta(days=366)
FEWEST, AWAY = 3, 0.25
"""So many dates at least tell that they begin with the year; of rows in no order, this share may lie before the period,
and all others are outside of it with the year last."""
NEAR = timedelta(days=120)
"""A row without any year lies within so many days of a date that the document prints with one, in one year alone."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """How the dates of a document are read. `start`, `end`: its period, None where not printed or not decided.

    `decided`: one order of day and month is proved; False where both fit all evidence.
    `years`: years printed with other dates of the rows. `near`: days printed elsewhere, used where neither decides.
    `ahead`: years of two digits are of an era that is so many years ahead of the common one.
    """

    order: Order
    decided: bool
    start: date | None
    end: date | None
    years: frozenset[int] = frozenset()
    near: tuple[date, ...] = ()
    ahead: int = 0

    def day(self, printed: PrintedDate) -> date | None:
        """Printed date -> day; None for a placeholder, an impossible day, or where the year cannot be told."""
        found = printed.resolve(self.order)
        if found is None:
            return None
        year, month, day = found
        if year is not None:
            year -= self.ahead if printed.short else 0
            return date(year, month, day) if real(year, month, day) else None
        return self._in_period(month, day)

    def beside(self, printed: PrintedDate, day: date | None) -> date | None:
        """Printed date, the day of its row -> day; where it prints no year, the one nearest to that of the row."""
        found = printed.resolve(self.order)
        if found is None or found[0] is not None or day is None:
            return self.day(printed)
        years = (day.year, day.year - 1, day.year + 1)
        days = [date(year, *found[1:]) for year in years if real(year, *found[1:])]
        return min(days, key=lambda one: abs(one - day), default=None)

    def _in_period(self, month: int, day: int) -> date | None:
        if self.end is None:
            (year,) = self.years if len(self.years) == 1 else (None,)
            return (date(year, month, day) if real(year, month, day) else None) if year else self._near(month, day)
        years = (self.end.year + 1, self.end.year, self.end.year - 1)
        days = [date(year, month, day) for year in years if real(year, month, day)]
        if self.start is None:
            return next((d for d in days if self.end - YEAR < d <= self.end + LATE), None)
        inside = [d for d in days if self.start <= d <= self.end]
        if inside:
            return inside[0] if len(inside) == 1 else None
        near = [d for d in days if self.start - EARLY <= d <= self.end + LATE]
        return near[0] if len(near) == 1 else None

    def _near(self, month: int, day: int) -> date | None:
        """The only such day that lies near a date printed elsewhere; None where there are several, or none."""
        years = {known.year + step for known in self.near for step in (-1, 0, 1)}
        days = [date(year, month, day) for year in years if real(year, month, day)]
        found = [one for one in days if any(abs(one - known) <= NEAR for known in self.near)]
        return found[0] if len(found) == 1 else None


def calendar(
    rows: Sequence[PrintedDate],
    period: tuple[PrintedDate | None, PrintedDate] | None,
    others: Iterable[PrintedDate],
    currency: str | None,
) -> Calendar:
    """Dates of the rows in printed order, the printed period, other dates of the document, currency -> calendar."""
    printed = [p for p in rows if not p.placeholder]
    ends = [] if period is None else [p for p in period if p is not None]
    years = frozenset(p.year for p in printed if p.year is not None)
    possible = [order for order in ORDERS if all(p.resolve(order) for p in (*printed, *ends))]
    if not possible:
        possible = [order for order in ORDERS if all(p.resolve(order) for p in printed)] or list(ORDERS)
    possible = [order for order in possible if not _is_backwards(order, ends)] or possible
    others = list(others)
    ahead = SHORT_ERA if _is_buddhist([*printed, *ends, *others], currency) else 0
    read = [_calendar(order, period, years, others, ahead) for order in possible]
    for era in (ahead, REIWA) if currency == "JPY" else (ahead,):
        if first := _year_first(printed, read, era):
            return first
    if len(read) == 1 or all(p.fixed for p in (*printed, *ends)):
        return read[0]
    best = min(read, key=lambda c: (_outside(c, printed), _steps_back(c, printed)))
    worst = max(read, key=lambda c: (_outside(c, printed), _steps_back(c, printed)))
    told = (_outside(best, printed), _steps_back(best, printed)) != (
        _outside(worst, printed),
        _steps_back(worst, printed),
    )
    custom: Order | None = CUSTOMS.get(currency or "", None if currency is None else "dmy")
    shorter = min(read, key=lambda c: _stretch(c, printed))
    usual = shorter.order == custom and _stretch(shorter, printed) < max(_stretch(c, printed) for c in read)
    if told:
        against = usual and shorter.order != best.order and _outside(best, printed) == _outside(worst, printed)
        return replace(best, decided=not against)  # rows of several sections are in no order
    if len(_by_others(possible, others)) == 1:
        (order,) = _by_others(possible, others)
        return replace(next(c for c in read if c.order == order), decided=not usual or shorter.order == order)
    same = all([c.day(p) for p in printed] == [read[0].day(p) for p in printed] for c in read)
    other = (c for c in read if c.order == "dmy" != custom)  # nobody prints the month first where the day is usual
    monthly = any(_is_monthly([c.day(p) for p in printed]) for c in other)
    return shorter if same or (usual and not monthly) else replace(shorter, decided=False)


def _is_backwards(order: Order, ends: Sequence[PrintedDate]) -> bool:
    """Whether a period with years ends before it begins, under an order of day and month."""
    days = [found for end in ends if (found := end.resolve(order)) and found[0] is not None]
    return len(days) > 1 and days[0] > days[1]


def _year_first(printed: Sequence[PrintedDate], usual: Sequence[Calendar], era: int) -> Calendar | None:
    """Dates of the rows, the calendars with the year last, how far ahead the era of the dates is -> the calendar of
    "19-06-18" with the year first, where only that brings the rows into the period, or all of them in order, and nearer
    to each other."""
    told = [p for p in printed if p.short and not p.fixed]
    if len(told) < FEWEST or any(not p.resolve("ymd") for p in told):
        return None
    read = replace(usual[0], order="ymd", ahead=era)
    if _stretch(read, printed) >= min(_stretch(c, printed) for c in usual):
        return None
    far = AWAY * len(printed)
    if read.end and _outside(read, printed) <= far and all(_outside(c, printed) >= len(printed) - far for c in usual):
        return read  # rows by the cards of a family, or by kind, are in no order
    if _steps_back(read, printed) or _outside(read, printed):
        return None
    return read if all(_steps_back(c, printed) or _outside(c, printed) for c in usual) else None


def _is_buddhist(printed: Sequence[PrintedDate], currency: str | None) -> bool:
    """Whether years of two digits are of the Buddhist era: others are, or all of them would be far ahead."""
    short = [p.year for p in printed if p.short and p.year]
    ahead = currency == "THB" and bool(short) and all(year >= LATEST for year in short)
    return ahead or any(p.buddhist for p in printed)


def _by_others(possible: list[Order], others: Iterable[PrintedDate]) -> list[Order]:
    """Orders that fit all numeric dates of the document that have a year; the given ones where none does. "By 12/31" in
    an advertisement follows a custom of its own."""
    numeric = [p for p in others if not p.placeholder and not p.fixed and p.year is not None]
    return [order for order in possible if all(p.resolve(order) for p in numeric)] or possible


def _calendar(
    order: Order,
    period: tuple[PrintedDate | None, PrintedDate] | None,
    years: frozenset[int],
    others: Iterable[PrintedDate],
    ahead: int,
) -> Calendar:
    if period is None:
        found = (p.resolve(order) for p in others)
        near = {date(year, month, day) for year, month, day in filter(None, found) if year}
        return Calendar(order, True, None, None, years, tuple(sorted(near)), ahead)
    bare = Calendar(order, True, None, None, ahead=ahead)
    start = bare.day(period[0]) if period[0] is not None else None
    end = bare.day(period[1])
    if start is not None and end is not None and start > end:
        start = None
    return Calendar(order, True, start, end, years, ahead=ahead)


def _outside(calendar: Calendar, printed: Sequence[PrintedDate]) -> int:
    """Dates that lie outside the period, or that have no day at all."""
    first, last = calendar.start or date.min, calendar.end or date.max
    days = [calendar.day(p) for p in printed]
    return sum(day is None or not first <= day <= last for day in days)


def _steps_back(calendar: Calendar, printed: Sequence[PrintedDate]) -> int:
    """Steps against the direction that most rows follow."""
    days = [day for p in printed if (day := calendar.day(p)) is not None]
    forth = sum(a < b for a, b in pairwise(days))
    back = sum(a > b for a, b in pairwise(days))
    return min(forth, back)


def _is_monthly(days: Sequence[date | None]) -> bool:
    """Whether days are one of each month, as those of interest or rent."""
    months = [day.year * MONTHS_OF_YEAR + day.month for day in days if day]
    return len(months) > 1 and [abs(b - a) for a, b in pairwise(months)] == [1] * (len(days) - 1)


def _stretch(calendar: Calendar, printed: Sequence[PrintedDate]) -> timedelta:
    days = [day for p in printed if (day := calendar.day(p)) is not None]
    return max(days) - min(days) if days else timedelta()
