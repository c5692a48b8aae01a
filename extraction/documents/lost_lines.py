"""Lines of a document -> those that look like rows, but were read by no table: with another decimal mark than its own,
or below a head. Pure."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.documents.layouts import Layout
from extraction.geometry import rounded
from extraction.tables.items import items
from extraction.text.amounts import BOTH, Point
from extraction.text.lines import Line
from schemas.result import Issue, IssueCode

WITH_DECIMALS: tuple[Point, ...] = (".", ",", ".3", ",3")
_FIGURE = re.compile(r"^[^\w\s]?\s?\d[\d.,' ]*[^\w%]{0,2}(?:[CD]R)?$")


def lost_lines(layout: Layout, text: Sequence[Line]) -> list[Issue]:
    """What was read, all lines -> an issue for lines outside its rows that begin with a date and end in an
    amount with another decimal mark, or stand below a head that no row was read of. 13.05. alone is a date."""
    others = [point for point in WITH_DECIMALS if point not in (layout.point, *BOTH.get(layout.point, ()))]
    strange = [line for i, line in enumerate(text) if i not in layout.rows and _row(line, layout.point, others)]
    told = "look like transactions that are printed with another decimal mark than the others"
    if not strange:
        strange = list(_unread(layout, text))
        told = "stand below the head of a table of transactions, of which no row could be read"
    if not strange:
        return []
    message = f"{len(strange)} lines, the first of them here, {told}. They may be another account's, and are missing."
    place = rounded(strange[0].box)
    return [
        Issue(code=IssueCode.INCOMPLETE, severity="error", message=message, page=strange[0].page, bbox=place),
    ]


def _unread(layout: Layout, text: Sequence[Line]) -> Iterator[Line]:
    """Lines below the head of a table that has no rows, each with a date and with figures behind it."""
    ends = [i for i in sorted(layout.heads) if i + 1 not in layout.heads]
    for last, below in pairwise([*ends, len(text)]):
        if layout.heads[last] or any(i in layout.rows for i in range(last, below)):
            continue
        for line in text[last + 1 : below]:
            found = items(line, layout.point)
            if len(found) > 1 and found[0].date is not None and _FIGURE.search(found[-1].text):
                yield line


def _row(line: Line, point: Point, others: Sequence[Point]) -> bool:
    found = items(line, point)
    if len(found) < 2 or found[0].date is None or found[-1].amount is not None:
        return False
    return any(items(line, other)[-1].amount is not None for other in others)
