"""Account numbers of a statement, its tables -> its sections that are one account each, also without rows. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extraction.documents.accounts import Part, key, line_of
from extraction.documents.heads.fields import balances
from extraction.documents.heads.numbers import Number, account_numbers
from extraction.tables.pairs import Pair, across
from extraction.tables.section_words import says_nothing
from extraction.tables.table import Table
from extraction.tables.vocabulary import balance_kind, is_carried
from extraction.text.lines import Line
from extraction.text.normal import plain

HEAD = 6
"""A number that is printed before, and again among so many first lines of a page, is of the page's head."""
LEAST = 6
"""An account number that stands within an IBAN has so many digits at least."""
NEAR = 3
"""The opening balance of an account stands within so many lines below its number."""
TITLE = 8
"""The title of a section stands within so many lines above its number, or its first row."""


def sections(
    tables: Sequence[Table],
    numbers: Sequence[Number],
    lines: Sequence[Line],
    pairs: Sequence[Pair],
    bare: bool = True,
) -> list[Part]:
    """Tables, the numbers that are printed outside of overviews, lines, labelled amounts -> parts, each from its
    heading to the next one, with the rows and balances between; empty where that makes fewer than two accounts.

    A heading below which neither rows nor balances stand, nor that there are none, is none. `bare`: one with balances
    alone is one.
    """
    heads = _headings(numbers, lines)
    if len(heads) < 2:
        return []
    placed = [(line_of(row, lines), row.order) for table in tables for row in table.rows]
    busy = _busy({line for line, _ in placed}, lines, pairs)
    starts = [_above(head.line, lines, busy) for head in heads]
    found: list[tuple[Number, int, int]] = []
    for head, (start, end) in zip(heads, pairwise((*starts, len(lines))), strict=True):
        inside = [pair for pair in pairs if start <= pair.line < end]
        idle = any(says_nothing(plain(line.text)) for line in lines[start:end])
        if idle or any(start <= line < end for line, _ in placed) or (bare and all(balances(inside)[:2])):
            found.append((head, start, end))
        elif found:
            found[-1] = (*found[-1][:2], end)
    if len(found) < 2 or len({key(head.text) for head, _, _ in found}) < len(found):
        return []
    parts = []
    for head, start, end in found:
        orders = {order for line, order in placed if start <= line < end}
        begun = [t for t in tables if start <= t.first < end or _goes_on(t, orders)]
        own = tuple(replace(t, rows=tuple(r for r in t.rows if r.order in orders)) for t in begun or tables)
        parts.append(Part(head, tuple(t for t in own if t.rows), start, end))
    dated = {row.order for table in tables for row in table.rows if row.posted}  # others are those of a summary
    lost = {order for line, order in placed if line < found[0][1]} & dated
    return [] if lost else parts


def _goes_on(table: Table, orders: set[int]) -> bool:
    """Whether a table goes on below the heading of a section, the orders of whose rows are told: with rows that have a
    date; lines above the heads of another table are no rows of the one before."""
    return any(row.posted and row.order in orders for row in table.rows)


def above_openings(lines: Sequence[Line], pairs: Sequence[Pair]) -> list[Number]:
    """Lines, labelled amounts -> the numbers of accounts that an opening balance stands close below, or a closing one
    where rows run back to the opening ones: an account without a table of its own may follow another, and its number
    be taken for text of a row."""
    valued = {pair.line for pair in pairs}
    alone = (line for line in across(pairs) if len(line) == 1)  # an "Übertrag" with a new balance is a transfer
    onward = {pair.line for two in pairwise(pairs) if _goes_over(*two) for pair in two}
    opening, closing, _ = balances([pair for line in alone for pair in line])
    named = [pair for pair in closing if balance_kind(pair.label) == "closing"]
    back = bool(opening and named) and named[0].line < opening[0].line and named[-1].line < opening[-1].line
    opens = {pair.line for pair in (named if back else opening)} - onward
    every = frozenset(range(len(lines)))
    near = {i for i in every - valued if opens.intersection(range(i + 1, i + 1 + NEAR))}
    return account_numbers(lines, every - near) if near else []


def _goes_over(foot: Pair, head: Pair) -> bool:
    """Whether a balance is carried over a page break to the next one."""
    carried = is_carried(foot.label) and is_carried(head.label)
    return carried and foot.cell.page < head.cell.page and foot.amount.value == head.amount.value


def _headings(numbers: Sequence[Number], lines: Sequence[Line]) -> list[Number]:
    """Numbers in the order of the lines -> one for each run of the same account, those of page heads left out."""
    found: list[Number] = []
    seen: set[str] = set()
    keys = {key(number.text) for number in numbers}
    shared = {told for told in keys if sum(told in other for other in keys - {told}) > 1}  # such as a member's number
    for number in sorted((one for one in numbers if key(one.text) not in shared), key=lambda one: one.line):
        told = key(number.text)
        first = next((i for i, line in enumerate(lines) if line.page == number.cell.page), 0)
        again = told in seen and number.line - first < HEAD and number.cell.page > 1
        if found and _one(key(found[-1].text), told):
            longer = len(told) > len(key(found[-1].text))
            found[-1] = replace(number, line=found[-1].line) if longer else found[-1]
        elif not again:
            found.append(number)
        seen.add(told)
    return found


def _one(a: str, b: str) -> bool:
    """Whether two numbers are of one account: the same, or an IBAN and the number that it is made of."""
    return a == b or (min(len(a), len(b)) >= LEAST and (a in b or b in a))


def raised(parts: Sequence[Part], lines: Sequence[Line], pairs: Sequence[Pair]) -> list[Part]:
    """Parts that begin with a row -> the same from the heading above it on, below the last amount before."""
    rows = {line_of(row, lines) for part in parts for table in part.tables for row in table.rows}
    busy = _busy(rows, lines, pairs)
    starts = [_above(part.first, lines, busy) if i else part.first for i, part in enumerate(parts)]
    ends = [*starts[1:], *(part.last for part in parts[-1:])]
    return [replace(part, first=a, last=b) for part, a, b in zip(parts, starts, ends, strict=True)]


def _busy(rows: set[int], lines: Sequence[Line], pairs: Sequence[Pair]) -> set[int]:
    """Lines that are of the account before: with rows or amounts, and those that say that there are none."""
    return rows | {pair.line for pair in pairs} | {i for i, line in enumerate(lines) if says_nothing(plain(line.text))}


def _above(place: int, lines: Sequence[Line], busy: set[int]) -> int:
    """The first line of a section: below the last amount above one of its lines, on the same page."""
    start = place
    while start > max(place - TITLE, 0) and start - 1 not in busy and lines[start - 1].page == lines[place].page:
        start -= 1
    return start
