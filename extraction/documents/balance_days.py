"""Rows that print no year, the days that the document tells beside them -> whether their years can be right. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from extraction.documents.calendar import EARLY, LATE, Calendar
from extraction.documents.heads.fields import label_date
from extraction.reconcile.ledger import Posting
from extraction.reconcile.outcome import Outcome
from extraction.reconcile.verdict import issue
from extraction.tables.pairs import Pair
from extraction.text import dates
from schemas.result import Issue, IssueCode

YEAR = timedelta(days=365)
"""Days that the same date lies apart in years that follow each other."""
SOON = timedelta(days=93)
"""A statement is made, and falls due, within so many days of its last row."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What tells the years of rows beside them: days on which the statement was made or falls due, those that stand
    alone near each other, and whether its period is surely its own."""

    named: Sequence[date]
    alone: Sequence[date]
    sure: bool


def against_balances(
    outcome: Outcome,
    pairs: Sequence[Pair],
    rows: Sequence[tuple[Posting, date | None, date | None]],
    days: Calendar,
    beside: Beside,
    position: int,
) -> Iterator[Issue]:
    """Interpretation, the labelled amounts of its account, its rows in printed order with their days, the calendar,
    what the document tells beside them, the account's place -> an issue for the first row without a printed year that
    lies long before the day of the opening balance, or a year after it, or for the last one that lies after that of the
    closing balance or the statement, or a year before it; or where the period may be that of something else, and none
    of these days goes with the rows."""
    told = [(day, number, p) for number, (p, day, _) in enumerate(rows) if day and _is_bare(p)]
    if not told:
        return
    opened, closed = _days(outcome, "opening", pairs, days), _days(outcome, "closing", pairs, days)
    first, last = min(told, key=lambda one: one[0]), max(told, key=lambda one: one[0])
    wrong = [] if not opened or any(_begins(first[0], one) for one in opened) else [(opened[0], first)]
    named = [one for one in beside.named if not (beside.sure and _is_of_others(one, days))]
    last_days = closed or named
    if last_days and not any(_ends(last[0], one) for one in last_days):
        wrong.append((last_days[0], last))
    for one, (day, number, posting) in wrong[:1]:
        message = (
            f"The row prints no year and is taken as of {day}, which does not go with the balance or statement of "
            f"{one}. Look which year is meant."
        )
        yield issue(IssueCode.DATE_OUTSIDE_PERIOD, "error", message, position, posting.row.cell, number)
    near = [one for one in opened if one - EARLY <= first[0] <= one + SOON]
    near += [one for one in (*closed, *named, *beside.alone) if last[0] - LATE <= one <= last[0] + SOON]
    if not (beside.sure or wrong or near):
        day, number, posting = last
        message = (
            f"The row prints no year and is taken as of {day}, after a date that may be that of something else. Look "
            f"which year is meant."
        )
        yield issue(IssueCode.DATE_UNDECIDED, "error", message, position, posting.row.cell, number)


def _is_of_others(told: date, days: Calendar) -> bool:
    """Whether a day lies before the period, or more than a year after it, as that on which a deposit ends."""
    return bool((days.start and told < days.start) or (days.end and told > days.end + YEAR))


def _begins(first: date, told: date) -> bool:
    """Whether the first row may lie after a day on which the statement begins."""
    return told - EARLY <= first < told + YEAR


def _ends(last: date, told: date) -> bool:
    """Whether the last row may lie before a day on which the statement ends, or was made."""
    return told - YEAR < last <= told + LATE


def _is_bare(posting: Posting) -> bool:
    """Whether a row prints a date without its year."""
    return posting.row.posted is not None and posting.row.posted.date.year is None


def _days(outcome: Outcome, kind: Literal["opening", "closing"], pairs: Sequence[Pair], days: Calendar) -> list[date]:
    """Interpretation, which of its balances, labelled amounts, calendar -> the days that it prints with a year."""
    printed = outcome.opening if kind == "opening" else outcome.closing
    told = [label_date(pair) for pair in pairs if printed and pair.cell == printed.cell]
    for row in (posting.row for posting in outcome.postings if posting.kind == kind):
        told += [row.posted.date] if row.posted else []
        told += [one for one, _, _ in dates.find(row.description)]
    found = (days.day(one) for one in told if one and one.year)
    return [day for day in found if day]
