"""Rows of an account and the calendar of its document -> the day of each row, and what stands against it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from extraction.documents.calendar import EARLY, LATE, Calendar
from extraction.documents.odd_days import odd_days
from extraction.documents.parts import is_part, parts, tells_part
from extraction.reconcile.ledger import Posting
from extraction.reconcile.verdict import issue
from extraction.tables.headings import meaning
from extraction.tables.section_words import is_charge
from extraction.text.dates import PrintedDate
from extraction.text.normal import has_letter, plain
from schemas.result import Issue, IssueCode, Kind

DOUBTFUL = 0.6
"""A date that the reader is less sure of is looked at by a person: no arithmetic proves it."""
LEAP, FEW = timedelta(days=200), 2
"""Rows that follow each other lie nearer together, even where an account is hardly used. Rows of so few days a year
apart from all others are misdated."""
SHOWN = 2
"""So many rows without a date show that one is printed for a whole day; a single one may have lost it."""

WEEKEND = timedelta(days=3)
"""A value date lies so many days after that of posting, from Friday to Monday."""


def dated(
    postings: Sequence[Posting],
    days: Calendar,
    kind: Kind,
    position: int,
    balances: Mapping[int, PrintedDate],
) -> tuple[list[tuple[Posting, date | None, date | None]], list[Issue]]:
    """Rows in printed order, the dates of balances right above some of them, by their place -> with their days; a row
    without a date has that of the row above, or of the balance between, where that lies on the way to the next one."""
    above: PrintedDate | None = None
    result: list[tuple[Posting, date | None, date | None]] = []
    issues: list[Issue] = []
    section, assumed = "", list[int]()
    placeholders = 0
    repeated, begun, late = _repeated(postings), _begun(postings), _late(postings, days)
    bought, doubtful = parts(postings, days, kind)
    for number, posting in enumerate(postings):
        entry = posting.row.posted
        above = _from_balance(number, above, balances, postings, days)
        printed = entry.date if entry else above
        posted = bought.get(number, _day(printed, posting, days)) if printed else None
        undated = entry is None and posting.row.valued is None
        if undated and kind == "credit_card_statement" and _is_charge(posting, section) and days.end:
            assumed.append(number)
            result.append((posting, days.end, None))
            continue
        alone = entry is None and not undated  # its value date
        begins = alone and (number in late or (posting.row.section != section and meaning(posting.row.section)))
        above, section = printed, posting.row.section if entry else section
        valued = days.beside(posting.row.valued.date, posted) if posting.row.valued else None
        if posted is None and printed is not None and printed.placeholder:
            placeholders += 1
        elif entry is None and number in repeated:
            message = "The row prints no date, but its neighbours print theirs even where it repeats. Compare it."
            issues.append(issue(IssueCode.DATE_UNDECIDED, "error", message, position, posting.row.cell, number))
        elif entry is None and number == 0 and printed is not None and not _is_next(posted, postings, days):
            message = "The first row prints no date; the one above it is that of a balance. Look when it was posted."
            issues.append(issue(IssueCode.DATE_UNDECIDED, "error", message, position, posting.row.cell, number))
        elif begins:
            message = (
                "The row prints a value date alone, below a new heading or later after the day above than others do. "
                "Look when it was posted."
            )
            issues.append(issue(IssueCode.DATE_UNDECIDED, "error", message, position, posting.row.cell, number))
        elif entry is None and number in begun:
            message = "The row prints no date, but stands below a balance such as ends the other days. Compare it."
            issues.append(issue(IssueCode.DATE_UNDECIDED, "error", message, position, posting.row.cell, number))
        elif found := _date_issue(posting, printed, posted, days, kind, position, number):
            issues.append(found)
        result.append((posting, posted, valued))
    if assumed:
        message = (
            f"{len(assumed)} charges of the period, the first of them here, print no date; they are taken as posted on "
            f"its last day, {days.end}."
        )
        issues.append(
            issue(IssueCode.DATE_ASSUMED, "info", message, position, postings[assumed[0]].row.cell, assumed[0])
        )
    old = {i for i, (p, day, _) in enumerate(result) if day and tells_part(p.row) and is_part(p.row, day, days.end)}
    message = "The row is a part of a purchase, dated in the period or as that was a year before. Look which."
    doubts = ((i, postings[i].row.cell) for i in sorted(doubtful))
    issues += [issue(IssueCode.DATE_UNDECIDED, "error", message, position, cell, i) for i, cell in doubts]
    issues += (*_leap(result, old, position), *odd_days(result, position))
    if placeholders:
        message = (
            f"{placeholders} rows print a placeholder such as mm/dd/yyyy where their date belongs; they have no date."
        )
        issues.append(issue(IssueCode.DATE_PLACEHOLDER, "info", message, position, postings[0].row.cell))
    if postings and not days.decided:
        message = (
            "Day and month of the dates can be read in either order, and nothing on the page decides it. "
            "Look at one date and say which number is the month."
        )
        issues.append(issue(IssueCode.DATE_UNDECIDED, "error", message, position, postings[0].row.cell, 0))
    return result, issues


def _from_balance(
    number: int,
    above: PrintedDate | None,
    balances: Mapping[int, PrintedDate],
    postings: Sequence[Posting],
    days: Calendar,
) -> PrintedDate | None:
    """The place of a row, the date of the row above, those of balances by place -> the date of the row where it prints
    none: that of a balance above the first row, or of one between rows that lies between their days, or else that of
    the row above."""
    carried = balances.get(number)
    if carried is None or postings[number].row.posted:
        return above
    if number == 0:
        return carried
    below = next((p.row.posted.date for p in postings[number:] if p.row.posted), carried)
    known = [day for one in (above, carried, below) if one and (day := days.day(one))]
    return carried if len(known) == 3 and known in (sorted(known), sorted(known, reverse=True)) else above


def _day(printed: PrintedDate, posting: Posting, days: Calendar) -> date | None:
    """The date of a row, the row -> its day; where it prints no year and its value date does, in the year of that."""
    valued = posting.row.valued.date if posting.row.valued else None
    told = days.day(valued) if valued and valued.year and printed.year is None else None
    beside = days.beside(printed, told)
    return beside if told and beside and abs(beside - told) <= EARLY else days.day(printed)


def booked_last(postings: list[Posting], days: Calendar, position: int) -> tuple[list[Posting], list[Issue]]:
    """Rows of a card whose heads do not tell two dates apart -> the same, posted on the later one: nothing is booked
    before it is bought. An issue where that is now one column, now the other."""
    before = {}
    for number, posting in enumerate(postings):
        posted, valued = (days.day(entry.date) if entry else None for entry in (posting.row.posted, posting.row.valued))
        if posted and valued and posted != valued:
            before[posted < valued] = number, posting
    if len(before) > 1:
        message = "The rows print two dates, and nothing says which of them is that of posting. Look at the page."
        number, posting = before[True]
        return postings, [issue(IssueCode.DATE_UNDECIDED, "error", message, position, posting.row.cell, number)]
    if True not in before:
        return postings, []
    return [
        replace(p, row=replace(p.row, posted=p.row.valued, valued=p.row.posted)) if p.row.valued else p
        for p in postings
    ], []


def _is_charge(posting: Posting, above: str) -> bool:
    """Whether a row without a date stands below a heading of its own that names interest or fees, which are charged at
    the end of the period."""
    return posting.row.section != above and is_charge(plain(posting.row.section))


def _leap(rows: Sequence[tuple[Posting, date | None, date | None]], old: set[int], position: int) -> Iterator[Issue]:
    """Rows with their days, the places of parts of old purchases, left out -> an issue for the first row that lies most
    of a year from the row above, where that is no way of time: the rows go back again, only one or two of them lie
    there, or no year is printed with them."""
    known = [(number, posting, day) for number, (posting, day, _) in enumerate(rows) if day and number not in old]
    steps = [
        (i, b[2] - a[2]) for i, (a, b) in enumerate(pairwise(known), start=1) if a[1].row.section == b[1].row.section
    ]
    leaps = [(i, step) for i, step in steps if abs(step) >= LEAP]
    if not leaps:
        return
    back = len({step > timedelta() for _, step in leaps}) > 1
    own = [one for one in known if one[1].row.section == known[leaps[0][0]][1].row.section]
    at = own.index(known[leaps[0][0]])
    sides = [len({day for _, _, day in some}) for some in (own[:at], own[at:])]
    few = len(leaps) == 1 and min(sides) <= FEW < len(known) - FEW
    for i, _ in leaps:
        number, posting, day = known[i]
        printed = _date(posting)
        if back or few or (printed is not None and printed.year is None):
            message = (
                f"The dates go from {known[i - 1][2]} to {day} in one step, and the rows around do not. Look at which "
                f"year the rows belong to."
            )
            yield issue(IssueCode.DATE_UNDECIDED, "error", message, position, posting.row.cell, number)
            return


def _repeated(postings: Sequence[Posting]) -> set[int]:
    """Places of rows without a date of their own in sections where at least as many rows repeat the date above; and the
    only one of an account whose other sections repeat theirs, lists of checks left out, below a date of its section."""
    dates = [_date(p) for p in postings]
    twice = [
        (a.row, b.row)
        for (a, b), (one, other) in zip(pairwise(postings), pairwise(dates), strict=True)
        if a.row.page == b.row.page and a.row.section == b.row.section and one and one == other
    ]
    again = Counter(above.section for above, _ in twice)
    undated = [i for i, day in enumerate(dates) if not day]
    lost = Counter(postings[i].row.section for i in undated)
    found = {i for i in undated if again[postings[i].row.section] >= lost[postings[i].row.section]}
    if len(undated) == 1 and sum(has_letter(below.description) for _, below in twice) > 1:
        (row,) = undated
        above = [p.row.section for p, day in zip(postings[:row], dates, strict=False) if day]
        found.update(undated if postings[row].row.section in above else ())
    return found


def _is_next(balanced: date | None, postings: Sequence[Posting], days: Calendar) -> bool:
    """Whether rows without a date lie on the day of the balance above them, where further rows without one show that
    each day is printed but once on a page: the first date below is that of the next day, or the balance is dated on the
    first day of the period, not on the last one before it, and no reader can have missed a date."""
    dates = [_date(p) for p in postings]
    printed = [(day, p.row.page) for day, p in zip(dates, postings, strict=True) if day]
    below = days.day(printed[0][0]) if printed else None
    if balanced is None or below is None or any(a == b for a, b in pairwise(printed)):
        return False
    first = balanced == days.start and postings[0].row.cell.method == "native"
    further = dates[dates.index(printed[0][0]) :].count(None)
    return further >= SHOWN and (below - balanced == timedelta(days=1) or first)


def _late(postings: Sequence[Posting], days: Calendar) -> set[int]:
    """Places of several rows with a value date alone that lies later after the date above than those of all rows that
    print both, and than a weekend: their own dates are lost."""
    found: dict[int, timedelta] = {}
    told: list[timedelta] = []
    above: date | None = None
    for number, posting in enumerate(postings):
        row, amount = posting.row, posting.amount_cell
        above = days.day(row.posted.date) if row.posted else above
        valued = days.beside(row.valued.date, above) if row.valued else None
        if above and valued and row.posted and amount and row.posted.cell.box[3] > amount.box[1]:  # no day heads rows
            told.append(valued - above)
        elif above and valued and not row.posted:
            found[number] = valued - above
    native = all(posting.row.cell.method == "native" for posting in postings)  # where no date is overlooked
    most = max([*told, *([WEEKEND] if native else [])], default=WEEKEND)
    late = {number for number, step in found.items() if len(told) > SHOWN and step > most}
    return late if len(late) > 1 else set()


def _begun(postings: Sequence[Posting]) -> set[int]:
    """Places of rows without a date right below a balance, where more days have a balance below their last row alone:
    another day begins there."""
    days: list[list[int]] = []
    for number, posting in enumerate(postings):
        day = _date(posting)
        if not days or (day and day != _date(postings[days[-1][0]])):
            days.append([])
        days[-1].append(number)
    amid = [[i for i in day[:-1] if postings[i].balance is not None] for day in days]
    several = [(day, some) for day, some in zip(days, amid, strict=True) if len(day) > 1]
    ended = sum(not some and postings[day[-1]].balance is not None for day, some in several)
    if ended <= max(1, sum(bool(some) for _, some in several)):
        return set()
    below = [(postings[i], i + 1) for _, some in several for i in some]
    return {i for above, i in below if not postings[i].row.posted and postings[i].row.page == above.row.page}


def _date(posting: Posting) -> PrintedDate | None:
    return posting.row.posted.date if posting.row.posted else None


def _date_issue(
    posting: Posting, printed: PrintedDate | None, posted: date | None, days: Calendar, kind: Kind,
    position: int, number: int,
) -> Issue | None:  # fmt: skip
    cell = posting.row.posted.cell if posting.row.posted else posting.row.cell
    if printed is None:
        message = "The row has no date, and no row above it has one."
        return issue(IssueCode.DATE_UNDECIDED, "error", message, position, cell, number)
    if posted is None:
        impossible = printed.resolve(days.order) is None
        code = IssueCode.DATE_IMPOSSIBLE if impossible else IssueCode.DATE_UNDECIDED
        why = "is no day of the calendar" if impossible else "has no year, and the printed period does not decide it"
        return issue(code, "error", f"The date {cell.text!r} {why}.", position, cell, number)
    if cell.confidence is not None and cell.confidence < DOUBTFUL and posting.row.posted:
        message = f"The date {cell.text!r} was read with doubt ({cell.confidence:.0%}). Compare it with the page."
        return issue(IssueCode.LOW_CONFIDENCE, "error", message, position, cell, number)
    early = EARLY if kind == "credit_card_statement" else LATE
    outside = (days.end is not None and posted > days.end + LATE) or (
        days.start is not None and posted < days.start - early
    )
    if outside and not is_part(posting.row, posted, days.end):
        message = f"The date {posted} lies outside the statement's period, {days.start or '…'} to {days.end}."
        return issue(IssueCode.DATE_OUTSIDE_PERIOD, "error", message, position, cell, number)
    return None
