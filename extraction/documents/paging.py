"""Pages -> issues where some are missing in the file, by their printed numbers, or stand in it twice."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.geometry import rounded
from extraction.model import Cell, Page
from extraction.tables.vocabulary import is_carried, is_carried_on
from extraction.text import amounts, dates
from extraction.text.furniture import OF, PAGE
from extraction.text.lines import Line, lines
from extraction.text.normal import plain
from schemas.result import Issue, IssueCode

_NUMBERED = re.compile(
    rf"\b{PAGE}(?:(?:number|no)\.?:?\s)?(\d{{1,3}})\s?(?:{OF}|/)\s?(\d{{1,3}})\b(?![/.]\d)", re.IGNORECASE
)
_ALONE = re.compile(
    rf"{PAGE}(\d{{1,3}})|(\d{{1,3}})\s{OF}\s(\d{{1,3}})|[^\W\d]\D{{1,40}}\s[·•|]\s(\d{{1,3}})\s?/\s?(\d{{1,3}})",
    re.IGNORECASE,
)
"""A page number that is all of a text: "Page 3" without the number of pages, "2 of 3" without a word before; or behind
the name of the bank: "Bank · 2/3"."""
EDGE = 0.15
"""A number without the word or the number of pages stands within this share of the page's height from an edge."""

FOOT, ROOM = 0.06, 5
"""Pages have no rows in this share of their height at the foot; above it a page has room for more where so many lines
of text would fit."""
_NAMED = re.compile(r"[^\W\d_]{4,}")
FEW, ALIKE = 3, 0.9
"""Two pages are one where they share this share of their lines with amounts, and have at least so many."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The printed number of a page, how many pages there are (None: not printed), and the line that says so."""

    line: Line
    number: int
    total: int | None


def paging(pages: Sequence[Page]) -> Iterator[Issue]:
    """Pages as read, with their heads and feet -> an issue where the page numbers run ahead of the pages.

    Each statement of a bundle starts again at 1, and some pages repeat a number or print none. Pages after the last
    one are not missed: many hold nothing but terms.
    """
    before = at = 0
    for page in pages:
        found = numbered(page)
        if found is None or found.total is None:
            continue
        line, number = found.line, found.number
        if number - before > page.number - at:
            after = f"page {before}" if before else "the start of the statement"
            message = (
                f"By the printed page numbers, page {number} follows {after}: a page is missing. Send the whole "
                f"statement again."
            )
            yield Issue(
                code=IssueCode.INCOMPLETE, severity="error", message=message, page=page.number, bbox=rounded(line.box)
            )
        before, at = number, page.number


def is_whole(pages: Sequence[Page]) -> bool:
    """Whether the printed page numbers say that no page is missing, neither amid the others nor at the end."""
    told = [found for page in pages if (found := numbered(page)) and found.total]
    return bool(told) and told[-1].number == told[-1].total and not any(paging(pages))


def counts_file(told: Sequence[Numbered | None]) -> bool:
    """The printed numbers of the pages of a file -> whether they count its pages from the first to the last, as of
    statements that were printed together."""
    count = len(told)
    return count > 0 and all(one and (one.number, one.total) == (i, count) for i, one in enumerate(told, 1))


def printed_twice(pages: Sequence[Page]) -> Iterator[Issue]:
    """Pages as read -> an issue for each one that repeats another: the same lines with amounts, at least `FEW` of them,
    or all its lines, if one has an amount and one begins with a date.

    Twin rows are common; two pages of them are one page that was scanned or appended twice.
    """
    totals: dict[int, int] = {}
    seen: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)  # line -> pages, how often each prints it
    whole: dict[tuple[str, ...], int] = {}
    for page in pages:
        found = lines(page)
        told = Counter(line.text for line in found if any(amounts.points(chunk.text) for chunk in line.chunks))
        if told and any(dates.leading(line.chunks[0].text) for line in found):
            first = whole.setdefault(tuple(line.text for line in found), page.number)
            if first != page.number:
                yield _again(page.number, first)
                continue
        if told.total() < FEW or not any(dates.leading(text) or _NAMED.search(text) for text in told):  # mere rates
            continue
        shared: Counter[int] = Counter()
        for text, count in told.items():
            for number, other in seen[text]:
                shared[number] += min(count, other)
        for number in sorted(shared):
            if shared[number] >= ALIKE * max(told.total(), totals[number]):
                yield _again(page.number, number)
                break
        totals[page.number] = told.total()
        for text, count in told.items():
            seen[text].append((page.number, count))


def _again(page: int, first: int) -> Issue:
    message = (
        f"Page {page} prints what page {first} prints: its rows would count twice. Leave it out or send the whole "
        f"statement again."
    )
    return Issue(code=IssueCode.DUPLICATE_ROW, severity="error", message=message, page=page)


def ends_early(pages: Sequence[Page]) -> Issue | None:
    """Pages as read -> an issue where the last one is numbered before the last of its statement."""
    found = numbered(pages[-1]) if pages else None
    if found is None or found.total is None or found.number >= found.total:
        return None
    message = (
        f"The statement ends with page {found.number} of {found.total}: rows may be missing, or an account. Send the "
        f"whole statement again."
    )
    place = rounded(found.line.box)
    return Issue(code=IssueCode.INCOMPLETE, severity="error", message=message, page=pages[-1].number, bbox=place)


def goes_on(label: str, cell: Cell, page: Page) -> Issue | None:
    """The label of the last balance, its place, the page as read -> an issue where it is carried to a page that the
    file lacks: it says so, or the page has neither a number nor room for another row."""
    told = plain(label)
    if not is_carried_on(told) and (not is_carried(told) or numbered(page) or _has_room(cell, page)):
        return None
    message = (
        f"The file ends with {label.strip()!r}: the balance is carried to a page that is missing. Send the whole "
        f"statement again."
    )
    return Issue(code=IssueCode.INCOMPLETE, severity="error", message=message, page=cell.page, bbox=rounded(cell.box))


def _has_room(cell: Cell, page: Page) -> bool:
    """Whether more rows would have fitted between the last line of a table and what stands below it."""
    _, top, _, bottom = cell.box
    below = (word.top for word in page.words if word.top >= bottom)
    return min(below, default=page.height * (1 - FOOT)) - bottom > ROOM * (bottom - top)


def numbered(page: Page) -> Numbered | None:
    """Page as read -> its printed number; None where it prints none."""
    found = lines(page)
    for line in found:
        if (told := _NUMBERED.search(line.text)) and 1 <= int(told[1]) <= int(told[2]):
            return Numbered(line, int(told[1]), int(told[2]))
    for line in found:
        amid = EDGE * page.height < line.middle < (1 - EDGE) * page.height
        if amid or any(amounts.points(chunk.text) for chunk in line.chunks):  # which part of a plan is paid
            continue
        for told in (hit for chunk in line.chunks if (hit := _ALONE.fullmatch(chunk.text))):
            number, total = int(told[1] or told[2] or told[4]), int(told[3] or told[5] or 0) or None
            if 1 <= number <= (total or number):
                return Numbered(line, number, total)
    return None
