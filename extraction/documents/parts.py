"""Rows of a card that are parts of old purchases -> the days of these, where no year is printed. Pure."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from extraction.documents.calendar import Calendar
from extraction.reconcile.ledger import Posting
from extraction.tables.table import Row
from extraction.text.dates import MONTHS_OF_YEAR, PrintedDate, real
from schemas.result import Kind

_PART = re.compile(r"(?<![\d/.,-])(\d{1,2}) ?(?:/|de|of|di|von|van) ?(\d{1,2})(?![\d/.,-])")
_DAY = re.compile(r"\b(?:due|on|dated?|am|vom|le|el|dal|op|em)\s$", re.IGNORECASE)
"""What stands before a day rather than a part: "payment due 12/23"."""
NEAR_PART, MOST_YEARS = 2, 9
"""A part of a purchase falls due within so many months of its count; the last ones some years after it."""
MONTH = timedelta(days=31)
"""A period whose first day is not printed is this long."""


def parts(postings: Sequence[Posting], days: Calendar, kind: Kind) -> tuple[dict[int, date], set[int]]:
    """Rows, the calendar, the kind of the document -> the places of parts of old purchases whose dates print no year,
    and the days of these: those that are no days near the period, of a card those after it, and all others where a
    part shows that they print the days of purchases; and the places of those that may be of a day years before, where
    no part tells which day they print."""
    found = {number: day for number, p in enumerate(postings) if (day := _far(p, days))}
    first = days.start or (days.end - MONTH if days.end else None)
    if first is None or days.end is None or kind != "credit_card_statement":
        return found, set()
    open_: dict[int, date] = {}
    old, new = bool(found), False
    for number, posting in enumerate(postings):
        printed = posting.row.posted.date if posting.row.posted else None
        near = days.day(printed) if printed and printed.year is None else None
        if printed is None or near is None or not _charges_part(posting):
            continue
        bought, inside = day_of_part(posting.row, printed, days), first <= near <= days.end
        old = old or (bought is not None and not inside and (bought == near or near > days.end))
        new = new or (bought is None and inside)
        if bought and bought != near:
            (found if near > days.end else open_)[number] = bought
    return (found | open_ if old else found), (set() if old or new else set(open_))


def _charges_part(posting: Posting) -> bool:
    """Whether a row charges a part of a purchase, and none of the first ones, told by the end of its text: elsewhere
    "12/12" may be a day."""
    text = posting.row.description.strip()
    told = list(_PART.finditer(text))
    ends = bool(told) and told[-1].end() == len(text) and not _DAY.search(text[: told[-1].start()])
    return ends and posting.amount is not None and posting.amount < 0 and tells_part(posting.row)


def _far(posting: Posting, days: Calendar) -> date | None:
    """The row of an old purchase -> its day, where none near the period has its date."""
    printed = posting.row.posted.date if posting.row.posted else None
    return day_of_part(posting.row, printed, days) if printed and days.day(printed) is None else None


def day_of_part(row: Row, printed: PrintedDate, days: Calendar) -> date | None:
    """The row of an old purchase, its date without a year -> the day, where its texts tell which part of it is charged:
    that is of one year alone."""
    found = printed.resolve(days.order)
    if found is None or found[0] is not None or days.end is None:
        return None
    years = range(days.end.year, days.end.year - MOST_YEARS, -1)
    told = (date(year, *found[1:]) for year in years if real(year, *found[1:]))
    return next((day for day in told if is_part(row, day, days.end)), None)


def is_part(row: Row, posted: date, end: date | None) -> bool:
    """Whether the texts of a row tell which part of an old purchase is charged, and that one falls due about the end
    of the period when the others fell due each month: "3/6", "05 de 12"."""
    if end is None or posted > end:
        return False
    since = (end.year - posted.year) * MONTHS_OF_YEAR + end.month - posted.month
    told = _told_parts(row)
    return any(1 <= part <= count and abs(since - part) <= NEAR_PART for part, count in told if count > 1)


def tells_part(row: Row) -> bool:
    """Whether the texts of a row tell which part of a purchase is charged, and it is none of the first ones."""
    return any(NEAR_PART < part <= count for part, count in _told_parts(row))


def _told_parts(row: Row) -> list[tuple[int, int]]:
    """Row -> the parts of purchases that its texts tell: "3/6", "05 de 12"."""
    text = row.cell.text
    for entry in (row.posted, row.valued):  # "02/11" may be a day
        text = text.replace(entry.cell.text, " ", 1) if entry else text
    return [(int(m[1]), int(m[2])) for m in _PART.finditer(text)]
