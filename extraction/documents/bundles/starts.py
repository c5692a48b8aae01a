"""Pages of a file -> where another statement may begin: page numbers that start again, and what the heads say. Pure.

Nothing is decided here: a start is a candidate, and the arithmetic of the parts judges it; see `bundle`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extraction.documents.accounts import key
from extraction.documents.heads.numbers import account_numbers
from extraction.documents.heads.period import period
from extraction.documents.heads.spans import Span
from extraction.documents.paging import Numbered, numbered
from extraction.model import Page
from extraction.tables.header import headers
from extraction.tables.securities.holding_heads import holdings_heads
from extraction.tables.vocabulary import balance_kind, is_carried
from extraction.text import amounts, dates
from extraction.text.amounts import POINTS
from extraction.text.dates import PrintedDate
from extraction.text.lines import Line, lines
from extraction.text.normal import plain

Grade = Literal["sure", "likely", "may be"]
Day = tuple[frozenset[int], int | None]
"""Day and month, whatever their order, and year."""


@dataclass(frozen=True, slots=True)
class Start:
    """A page (its place in the file, from 0) on which another statement may begin.

    `grade`: "sure" where its page number says so, or its head in two ways; "likely" where its head prints another
    account and a period of its own; "may be" where it prints another period or another account only, or no number after
    the last page of a statement. `headed`: not its page number alone. `bare`: not headed, and neither rows, balances
    nor holdings stand on it and the pages up to the next start (terms, forms).
    """

    place: int
    grade: Grade
    headed: bool
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says of its statement. `period`: start (None: only a date is printed) and end; `numbers`: of
    accounts, without blanks; `opens`: it prints an opening balance, not one that is carried over; `bare`: neither rows,
    balances nor holdings stand on it."""

    number: Numbered | None
    period: tuple[Day | None, Day] | None
    numbers: frozenset[str]
    opens: bool
    bare: bool


def said(page: Page) -> Said:
    """Page as read -> what it says of its statement."""
    text = [replace(line, page=1) for line in lines(page)]
    table = next((found.first for found in headers(text) if found.transactions), None)
    head = text[: next((i for i, line in enumerate(text[:table]) if _row(line)), table)]
    span = period(head)
    return Said(
        number=numbered(page),
        period=_days(span) if span else None,
        numbers=frozenset(key(number.text) for number in account_numbers(head)),
        opens=any(_opens(line) for line in text),
        bare=table is None and not any(_balance(line) or _row(line) for line in text) and not _held(text),
    )


def _held(text: Sequence[Line]) -> bool:
    """Whether a table of holdings stands on a page; one of quantities, prices and amounts alone may be an invoice's."""
    return any({"value", "local_value", "identifier", "weight"} & set(head.fields) for head in holdings_heads(text))


def starts(said: Sequence[Said]) -> list[Start]:
    """What the pages of a file say -> where another statement may begin, in order; none where nothing says so."""
    found: list[Start] = []
    first = 0
    for place in range(1, len(said)):
        start = _start(said[first:place], said[place], place)
        if start is not None:
            found.append(start)
            first = first if start.grade == "may be" else place
    return list(_with_content(found, said))


def letter(said: Sequence[Said]) -> int:
    """What the pages of a file say -> how many of them hold neither rows nor balances before a first one that does."""
    return next((place for place, one in enumerate(said) if not one.bare), 0)


def _start(before: Sequence[Said], here: Said, place: int) -> Start | None:
    """What the pages of a statement say so far, and what the next page says -> a start where that is another one's."""
    number = _by_number(before, here)
    period_ = _differs(before, here)
    opens = here.opens and any(one.opens for one in before)
    if number is False:  # of the pages of the file, if other statements begin on them
        return Start(place, "may be", True) if period_ and opens else None
    account = _other_account(before, here)
    signs = sum((period_, account, opens))
    headed = period_ or account
    if number is None and not headed and not _ended(before, here):
        return None
    sure = number is True or (period_ and signs > 1)
    whole = account and here.period is not None
    return Start(place, "sure" if sure else "likely" if whole else "may be", headed)


def _by_number(before: Sequence[Said], here: Said) -> bool | None:
    """True: the page numbers start again; False: they go on, out of the same total; None: they do not say."""
    last = next(((i, one.number) for i, one in enumerate(reversed(before), 1) if one.number), None)
    if here.number is None:
        return None
    if last is None:
        return True if here.number.number == 1 else None
    steps, (number, total) = last[0], (last[1].number, last[1].total)
    if total and total == here.number.total:
        if here.number.number >= number + steps:
            return False
    elif total and here.number.total:
        return True
    return True if here.number.number == 1 else None


def _ended(before: Sequence[Said], here: Said) -> bool:
    """Whether a page without a number follows the last page of a statement by its number."""
    last = before[-1].number
    return here.number is None and last is not None and last.number == last.total


def _differs(before: Sequence[Said], here: Said) -> bool:
    """Whether a page prints another period than the statement that it would go on."""
    told = [one.period for one in before if one.period]
    if here.period is None or not told:
        return False
    return all(_other_period(here.period, other) for other in told)


def _other_period(a: tuple[Day | None, Day], b: tuple[Day | None, Day]) -> bool:
    return a[1] != b[1] or (a[0] is not None and b[0] is not None and a[0] != b[0])


def _other_account(before: Sequence[Said], here: Said) -> bool:
    told = [number for one in before for number in one.numbers]
    return bool(here.numbers and told) and not any(same_number(a, b) for a in here.numbers for b in told)


def same_number(a: str, b: str) -> bool:
    """Two account numbers without blanks and masks -> whether they may be one: of a masked one only the end shows.

    >>> same_number("DE8937040044", "0044"), same_number("12345678", "12345679")
    (True, False)
    """
    return a.endswith(b) or b.endswith(a)


def _with_content(found: Sequence[Start], said: Sequence[Said]) -> Iterator[Start]:
    """Starts -> the same, told whether anything stands on their pages."""
    ends = [start.place for start in found[1:]] + [len(said)]
    for start, end in zip(found, ends, strict=False):  # no start has no end
        yield replace(start, bare=not start.headed and all(one.bare for one in said[start.place : end]))


def _row(line: Line) -> bool:
    """Whether a line begins with a date, or prints one by itself, and holds an amount."""
    dated = dates.leading(line.text) is not None or any(_is_date(chunk.text) for chunk in line.chunks[1:])
    return dated and any(_is_amount(word.text) for word in line.words)


def _is_date(text: str) -> bool:
    found = dates.leading(text)
    return found is not None and found[1] == len(text)


def _opens(line: Line) -> bool:
    return any(balance_kind(text := plain(c.text)) == "opening" and not is_carried(text) for c in line.chunks)


def _balance(line: Line) -> bool:
    return any(balance_kind(plain(chunk.text)) for chunk in line.chunks) and any(
        _is_amount(word.text) for word in line.words
    )


def _is_amount(text: str) -> bool:
    return any(amounts.parse(text, point) is not None for point in POINTS)


def _days(span: Span) -> tuple[Day | None, Day]:
    return (_day(span.start) if span.start else None, _day(span.end))


def _day(printed: PrintedDate) -> Day:
    return frozenset((printed.a, printed.b)), printed.year
