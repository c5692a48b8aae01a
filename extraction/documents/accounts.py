"""Lines, tables and account numbers of a document -> which tables belong to which account."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from extraction.documents.heads.numbers import Number
from extraction.reconcile.outcome import Outcome
from extraction.tables.pairs import Pair
from extraction.tables.section_words import is_decoy
from extraction.tables.table import Row, Table
from extraction.tables.vocabulary import balance_kind, is_carried
from extraction.text.lines import Line
from extraction.text.normal import plain
from schemas.statement import Kind

_MASK = re.compile(r"[*•xX#]")
_TAIL = re.compile(r"[*•xX#][\s-]?(\d{3,})$")


@dataclass(frozen=True, slots=True)
class Part:
    """What belongs to one account: its number, its tables, and its lines first..last (end exclusive).

    Where a statement has several: `kind`, `currency` and `idle` (it says that there are no transactions) of its own
    lines; None where they do not say. `title`: the text above its rows that says what kind of account it is. `tag`:
    what names it in each of its rows, None where they stand together. `unmasked`: its number as another place prints it
    whole, None where `number` is. `pairs`: the labelled amounts that are its own, where other accounts are on the same
    lines."""

    number: Number | None
    tables: tuple[Table, ...]
    first: int
    last: int
    kind: Kind | None = None
    currency: str | None = None
    idle: bool | None = None
    title: str | None = None
    tag: str | None = None
    unmasked: Number | None = None
    pairs: tuple[Pair, ...] | None = None


def key(number: str) -> str:
    """Account number as printed -> its letters and digits, masks left out.

    >>> key("XXXX-XXXX 6426"), key("de89 3704 0044")
    ('6426', 'DE8937040044')
    """
    bare = re.sub(r"[\s\-./*•#]", "", number)
    return re.sub(r"^[xX]{2,}|(?<=\d)[xX]{2,}(?=\d)", "", bare).upper()


def whole(tables: Sequence[Table], numbers: Sequence[Number], count: int) -> list[Part]:
    """Everything in one account. `count`: the lines of the document."""
    return [Part(numbers[0] if numbers else None, tuple(tables), 0, count, unmasked=_unmasked(numbers))]


def _unmasked(numbers: Sequence[Number]) -> Number | None:
    """Numbers of one account -> one that is printed whole and ends in the digits of the first, where that is masked."""
    tail = _TAIL.search(numbers[0].text) if numbers else None
    if tail is None:
        return None
    whole = (n for n in numbers if not _MASK.search(n.text) and key(n.text).endswith(tail[1]))
    return next((n for n in whole if len(key(n.text)) > len(tail[1])), None)


def parted(tables: Sequence[Table], numbers: Sequence[Number], count: int) -> list[Part]:
    """Tables by the account number printed last before them; empty where that makes fewer than two accounts."""
    owners: list[Number] = []
    owned: list[list[Table]] = []
    for table in tables:
        before = [n for n in numbers if n.line < table.first]
        if not before:
            return []
        owner = before[-1]
        if owners and key(owners[-1].text) == key(owner.text):
            owned[-1].append(table)
        else:
            owners.append(owner)
            owned.append([table])
    if len(owners) < 2 or len({key(o.text) for o in owners}) != len(owners):
        return []
    starts = [0, *(owner.line for owner in owners[1:])]
    ends = [*starts[1:], count]
    return [
        Part(owner, tuple(some), start, end)
        for owner, some, start, end in zip(owners, owned, starts, ends, strict=True)
    ]


def by_openings(tables: Sequence[Table], numbers: Sequence[Number], lines: Sequence[Line], count: int) -> list[Part]:
    """Tables cut before each row that prints an opening balance other than the balance above it, or carried last, past
    a slip at the foot of the page, or, newest first, a closing balance below an opening one; empty where that makes
    fewer than two accounts. An account has the number printed last before it."""
    rows = [row for table in tables for row in table.rows]
    cuts: list[Row] = []
    carried: Decimal | None = None
    newest = bool(rows) and _closes(rows[0])
    for above, row in pairwise(rows):
        carried = _balance(above) if is_carried(plain(above.description)) else carried
        goes_on = _balance(row) in (_balance(above), carried)
        if (_opens(above) and _closes(row)) if newest else (_opens(row) and not goes_on):
            cuts.append(row)
    if not cuts:
        return []
    starts = [0, *(line_of(row, lines) for row in cuts)]
    firsts = [rows[0].order, *(row.order for row in cuts)]
    bounds = [*zip(firsts, [*firsts[1:], rows[-1].order + 1], strict=True)]
    parts = []
    for (first, last), start, end in zip(bounds, starts, [*starts[1:], count], strict=True):
        own = tuple(replace(t, rows=tuple(r for r in t.rows if first <= r.order < last)) for t in tables)
        begin = start or line_of(rows[0], lines)
        number = next((n for n in reversed(numbers) if n.line < begin), None)
        parts.append(Part(number, tuple(t for t in own if t.rows), start, end))
    return parts


def by_numbers(tables: Sequence[Table], numbers: Sequence[Number], heads: Sequence[int], count: int) -> list[Part]:
    """Accounts of securities by their numbers: each has the lines from its number to the next one, and a table of
    holdings among them; empty where that makes fewer than two. `heads`: the lines after which holdings stand; `count`:
    all lines."""
    own: list[Number] = []
    for number in numbers:
        if all(key(number.text) != key(other.text) for other in own):
            own.append(number)
    starts = [0, *(number.line for number in own[1:])]
    ends = [*starts[1:], count]
    if len(own) < 2 or not all(any(a <= head < b for head in heads) for a, b in zip(starts, ends, strict=True)):
        return []
    return [
        Part(number, tuple(t for t in tables if a <= t.first < b), a, b)
        for number, a, b in zip(own, starts, ends, strict=True)
    ]


def _opens(row: Row) -> bool:
    """Whether a row is an opening balance; an "Übertrag" may as well be a transfer."""
    label = plain(row.description)
    return len(row.entries) == 1 and balance_kind(label) == "opening" and not label.startswith("ubertrag")


def _closes(row: Row) -> bool:
    """Whether a row is a closing balance."""
    return len(row.entries) == 1 and balance_kind(plain(row.description)) == "closing"


def _balance(row: Row) -> Decimal | None:
    """The amount farthest right in a row."""
    return row.entries[max(row.entries)].amount.value if row.entries else None


def after(
    part: Part, outcome: Outcome | None, numbers: Sequence[Number], lines: Sequence[Line]
) -> tuple[Part, Part] | None:
    """An account that is proved without its last rows -> its part without them, and a part of them; None where it has
    no such rows."""
    if outcome is None or not outcome.closed or not outcome.rows:
        return None
    last = max((p.row for _, p in outcome.rows), key=lambda row: row.order)
    rest = [row for row in outcome.skipped if row.order > last.order and not is_decoy(plain(row.section))]
    if not any(row.posted for row in rest):
        return None
    orders = {row.order for row in rest}
    end, start = line_of(last, lines) + 1, line_of(rest[0], lines)
    between = [n for n in numbers if end <= n.line < start]
    kept = tuple(replace(t, rows=tuple(r for r in t.rows if r.order not in orders)) for t in part.tables)
    left = tuple(replace(t, rows=tuple(r for r in t.rows if r.order in orders)) for t in part.tables)
    first = between[0].line if between else start
    return (
        replace(part, tables=tuple(t for t in kept if t.rows), last=first),
        Part(between[-1] if between else None, tuple(t for t in left if t.rows), end, part.last),
    )


def line_of(row: Row, lines: Sequence[Line]) -> int:
    """The place of the first line of a row."""
    top, first = row.cell.box[1], bisect_left(lines, row.page, key=lambda line: line.page)
    return next(i for i in range(first, len(lines)) if lines[i].bottom > top)
