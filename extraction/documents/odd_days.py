"""Days of an account's rows -> what no way of time explains: a second date a year off, headlines of days that go back,
on a picture the two dates of a row in another order than above. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise

from extraction.geometry import overlap
from extraction.model import Cell
from extraction.reconcile.ledger import Posting
from extraction.reconcile.verdict import issue
from schemas.result import Issue, IssueCode

Dated = tuple[Posting, date | None, date | None]
"""A row, its posted and its value date."""
APART, NEAR = timedelta(days=300), timedelta(days=60)
"""A second date a year off lies so far from the first one, those of other rows so near."""
FEW, ODD = 3, 0.25
"""So many rows, or headlines, show what is usual; this share of them may be odd, of more it is usual, too."""


def odd_days(rows: Sequence[Dated], position: int) -> Iterator[Issue]:
    """Rows of an account with their days, in printed order, its place -> an issue for each that is odd."""
    yield from _far(rows, position)
    yield from _swapped(rows, position)
    for _, own in groupby(enumerate(rows), key=lambda one: one[1][0].row.section):
        yield from _back([*own], position)


def _far(rows: Sequence[Dated], position: int) -> Iterator[Issue]:
    """Rows -> an issue for those whose two dates are most of a year apart, as those of no other rows are."""
    steps = [(i, abs(valued - posted)) for i, (_, posted, valued) in enumerate(rows) if posted and valued]
    far = [i for i, step in steps if step >= APART]
    if not far or len(steps) - len(far) < FEW or len(far) > ODD * len(steps):
        return
    if any(NEAR < step < APART for _, step in steps):  # parts of purchases
        return
    for i in far:
        posting, posted, valued = rows[i]
        message = f"The row prints {posted} and {valued}; the two dates of no other row lie so far apart. Look at both."
        yield issue(IssueCode.DATE_UNDECIDED, "error", message, position, posting.row.cell, i)


def _swapped(rows: Sequence[Dated], position: int) -> Iterator[Issue]:
    """Rows -> an issue where some on a picture have the posted date left of the value date and others right of it: the
    heads of one of their tables were misread."""
    both = [
        (i, _left(posting.row.posted.cell, posting.row.valued.cell), posting.row.cell)
        for i, (posting, _, _) in enumerate(rows)
        if posting.row.posted and posting.row.valued and posting.row.posted.cell.method == "ocr"
    ]
    odd = min([one for one in both if one[1] is True], [one for one in both if one[1] is False], key=len)
    if odd:
        message = "Of its two dates the row has another one as that of posting than other rows. Look which it is."
        yield issue(IssueCode.DATE_UNDECIDED, "error", message, position, odd[0][2], odd[0][0])


def _left(a: Cell, b: Cell) -> bool | None:
    """Whether a cell stands left of another on its line; None where one stands below the other."""
    return None if overlap(a.box[0], a.box[2], b.box[0], b.box[2]) > 0 else a.box[0] < b.box[0]


def _back(rows: Sequence[tuple[int, Dated]], position: int) -> Iterator[Issue]:
    """Rows of a section with their places -> an issue where the days that stand above them, on lines of their own, go
    back here and there: such a day may be a part of a text."""
    if any(_beside(posting) for _, (posting, _, _) in rows):
        return
    days = [(i, posting, posted) for i, (posting, posted, _) in rows if posting.row.posted and posted]
    steps = [(b, b[2] - a[2]) for a, b in pairwise(days)]
    ahead = [one for one in steps if one[1] > timedelta()]
    back = [one for one in steps if one[1] < timedelta()]
    odd = min(ahead, back, key=len)
    if len(days) < FEW or not odd or len(odd) > ODD * len(steps):
        return
    (i, posting, day), _ = odd[0]
    message = f"The days above the rows go to {day} here, against the way of the others. Look at when it was posted."
    yield issue(IssueCode.DATE_UNDECIDED, "error", message, position, posting.row.cell, i)


def _beside(posting: Posting) -> bool:
    """Whether a row prints its date on the line of its amount."""
    day, amount = posting.row.posted, posting.amount_cell
    if day is None or amount is None or day.cell.page != amount.page:
        return False
    return day.cell.box[1] < amount.box[3] and amount.box[1] < day.cell.box[3]
