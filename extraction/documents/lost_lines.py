"""Lines of a document -> those that look like rows, but were read by no table: with another decimal mark than its own,
below a head, or elsewhere. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extraction.documents.accounts import line_of
from extraction.documents.heads.labels import STATEMENT_DATE, label
from extraction.documents.layouts import Layout
from extraction.geometry import overlap, rounded
from extraction.reconcile.figure_words import beside_rows, undated
from extraction.reconcile.interest import of_interest
from extraction.tables.items import Item, items
from extraction.tables.names import role
from extraction.tables.pairs import Pair, across
from extraction.tables.section_words import is_decoy
from extraction.tables.vocabulary import balance_kind, is_total
from extraction.text import amounts
from extraction.text.amounts import BOTH, Amount, Point
from extraction.text.lines import Line
from extraction.text.normal import has_letter, plain
from schemas.result import Issue, IssueCode

WITH_DECIMALS: tuple[Point, ...] = (".", ",", ".3", ",3")
NUMBERED = 6
"""The number of an account has so many digits."""
LINES = 2
"""A head has so many lines above its last one at most."""
_PERIOD = re.compile(r"\d\s[-–—]\s\S*\d.*\d$")
"""Two days and the dash between them, below the name of a period."""
_PART_OF_DATE = re.compile(r"\d{1,2}")
_FIGURE = re.compile(r"^[^\w\s]?\s?\d[\d.,' ]*[^\w%]{0,2}(?:[CD]R)?$")

_LIMIT = re.compile(
    r"^(?:credit|available|total|spending) (?:limit|credit)$|limite? (?:de credit|total)|kreditrahmen|plafond"
)


def outside(made: set[Decimal], layout: Layout, text: Sequence[Line]) -> list[Issue]:
    """Figures that the rows make, what was read, all lines -> an issue for lines that begin with a date and end in an
    amount, or have one right behind it, but belong to no table, are no total, repeat no figure of an account, work out
    no interest, and stand below no heads that say what they are: "payment due date, total dues, minimum amount due"."""
    named = [replace(pair, left="") for pair in layout.pairs if pair.above and not undated(pair.left)]
    below = {pair.line for pair in named if beside_rows(pair)}
    grids = {line[0].line for line in across(layout.pairs) if _is_grid(line)}
    limits = {pair.line for pair in layout.pairs if _LIMIT.search(plain(pair.near))}  # beside "4/18 Glen Road"
    limits |= {line[0].line for line in across(layout.pairs) if _is_of_statement(line, text)}
    aside = [row for table in layout.tables for row in table.rows if is_decoy(plain(row.section))]
    listed = {line_of(row, text) for row in aside}
    known = made | {pair.amount.value for pair in layout.pairs if beside_rows(pair)}  # slips repeat what is due
    strange, numbered = list[Line](), list[Line]()
    heading = ""
    for i, line in enumerate(text):
        found = items(line, layout.point)
        if i in limits:
            continue
        if i in layout.rows:  # further lines of a list may have fewer columns than the first ones
            heading = heading if i in listed else ""
            continue
        if i in layout.heads:
            heading = "daily balance" if layout.heads[i] else heading
            continue
        if not any(item.date or item.amount for item in found):
            heading = plain(line.text)
            continue
        inside = any(table.first <= i < table.last for table in layout.tables)  # below a column of account numbers
        dated = found[0].date or (inside and len(found) > 2 and found[1].date and _is_numbered(found[0]))
        if not dated or is_decoy(heading) or _PERIOD.search(line.chunks[0].text):
            continue
        if (money := _money(found)) and money.value not in known:
            total = is_total(plain(" ".join(item.text for item in found if item.plain)))
            headed = i in grids or (i in below and not any(item.plain for item in found))
            own = strange if found[0].date else numbered
            own += [] if total or headed or of_interest(_figures(found)) else [line]
    strange += numbered if len(numbered) > 1 else []  # a slip has one
    if not strange:
        return []
    message = (
        f"{len(strange)} lines, the first of them here, have a date and an amount as rows have, but stand in no table "
        f"that was understood. If they are transactions, they are missing."
    )
    return [
        Issue(
            code=IssueCode.INCOMPLETE,
            severity="error",
            message=message,
            page=strange[0].page,
            bbox=rounded(strange[0].box),
        )
    ]


def _is_grid(line: Sequence[Pair]) -> bool:
    """Whether the amounts of a line stand each below a name of its own, none of which is that of a column of rows."""
    names = {pair.above for pair in line}
    return len(line) > 1 and len(names) == len(line) and all(has_letter(n) and role(n) is None for n in names)


def _is_of_statement(line: Sequence[Pair], text: Sequence[Line]) -> bool:
    """The amounts of a line, all lines -> whether it says in figures alone what the names above them ask for: its first
    day is that of the statement, and its amounts are in no column of rows, as "overdraft up to"."""
    at = line[0].line
    first, name = text[at].chunks[0], text[max(at - 1, 0)].chunks[0]
    of_statement = overlap(first.x0, first.x1, name.x0, name.x1) > 0 and label(name.text) in STATEMENT_DATE
    in_figures = all(any(ch.isdigit() for ch in chunk.text) for chunk in text[at].chunks)
    return of_statement and in_figures and all(has_letter(p.above) and role(p.above) is None for p in line)


def _money(found: Sequence[Item]) -> Amount | None:
    """The items of a line -> the amount that ends it, or the one behind its date."""
    return found[-1].amount or (found[1].amount if len(found) > 1 else None)


def _figures(found: Sequence[Item]) -> list[Decimal]:
    """The items of a line -> its amounts, and its whole numbers."""
    days = [Decimal(item.text) for item in found if item.plain and item.text.isdecimal()]
    return [*(item.amount.value for item in found if item.amount), *days]


def lost_lines(layout: Layout, text: Sequence[Line]) -> list[Issue]:
    """What was read, all lines -> an issue for lines outside its rows that begin with a date, or the name of a balance,
    and end in an amount with another decimal mark, which works out no interest, or stand below a head that no row was
    read of. 13.05. alone is a date."""
    others = [point for point in WITH_DECIMALS if point not in (layout.point, *BOTH.get(layout.point, ()))]
    strange = [line for i, line in enumerate(text) if i not in layout.rows and _row(line, layout.point, others)]
    told = "look like transactions or balances that are printed with another decimal mark than the others"
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
    """Lines below the head of a table that has no rows, each with a date, or the two parts of one, and with figures
    behind it, and no balance."""
    ends = [i for i in sorted(layout.heads) if i + 1 not in layout.heads]
    for last, below in pairwise([*ends, len(text)]):
        if layout.heads[last] or any(i in layout.rows for i in range(last, below)):
            continue
        head = [text[i] for i in range(max(last - LINES, 0), last + 1) if i in layout.heads]
        second = [line for line in text[last + 1 : below] if _dated_second(items(line, layout.point))]
        for line in text[last + 1 : below]:
            found = items(line, layout.point)
            halves = len(found) > 2 and all(_PART_OF_DATE.fullmatch(item.text) for item in found[:2])
            parted = halves and not found[-1].text.isdecimal()  # three counts are no date with its amount
            behind = any(_is_figure(item) for item in found[:-1]) and _ends_dated(found[-1], head)
            amid = len(second) > 1 and line in second  # of deposits one may be listed so
            if len(found) < 2 or not (found[0].date or parted or behind or amid):
                continue
            if balance_kind(plain(found[1].text)):
                continue
            inside = found[0].date and found[1].date and any(item.amount for item in found[2:])  # texts may come last
            figure = _FIGURE.search(found[-1].text) or found[1].amount or behind or amid or inside
            if figure and not of_interest(_figures(found)):
                yield line


def _dated_second(found: Sequence[Item]) -> bool:
    """Whether the items of a line are a text, a date and, at the end, a figure."""
    return len(found) > 2 and found[1].date is not None and _is_figure(found[-1])


def _is_numbered(item: Item) -> bool:
    """Whether an item is the number of an account, or has one in it."""
    return sum(ch.isdigit() for ch in item.text) >= NUMBERED


def _is_figure(item: Item) -> bool:
    """Whether an item is an amount, or would be one with another decimal mark."""
    return item.date is None and (item.amount is not None or bool(amounts.points(item.text)))


def _ends_dated(item: Item, head: Sequence[Line]) -> bool:
    """Whether the last item of a line is a date below the name of those of rows: in some tables they come last."""
    over = (c.text for line in head for c in line.chunks if overlap(c.x0, c.x1, item.x0, item.x1) > 0)
    return item.date is not None and any(role(text) in ("date", "value_date") for text in over)


def _row(line: Line, point: Point, others: Sequence[Point]) -> bool:
    """Whether a line looks like a row that ends in an amount with one of the other decimal marks, perhaps before its
    date, which works out no interest."""
    found = items(line, point)
    end = -2 if found[-1].date and len(found) > 2 else -1
    if len(found) < 2 or any(item.amount for item in (found if end == -2 else found[-1:])):
        return False
    if found[0].date is None and end == -1:  # points have no decimals
        others = [other for other in others if len(other) == 1 and balance_kind(plain(found[0].text))]
    read = [its for other in others if len(its := items(line, other)) >= -end]
    last = [amount.value for its in read if (amount := its[end].amount) is not None]
    return bool(last) and not any(of_interest([*_figures(found), value]) for value in last)
