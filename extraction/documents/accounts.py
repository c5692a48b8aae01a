"""Lines, tables and account numbers of a document -> which tables belong to which account."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extraction.documents.numbers import Number
from extraction.reconcile.outcome import Outcome
from extraction.tables.table import Row, Table
from extraction.tables.vocabulary import is_decoy
from extraction.text.lines import Line
from extraction.text.normal import plain


@dataclass(frozen=True, slots=True)
class Part:
    """What belongs to one account: its number, its tables, and its lines first..last (end exclusive)."""

    number: Number | None
    tables: tuple[Table, ...]
    first: int
    last: int


def key(number: str) -> str:
    """Account number as printed -> its letters and digits, masks left out.

    >>> key("XXXX-XXXX 6426"), key("de89 3704 0044")
    ('6426', 'DE8937040044')
    """
    bare = re.sub(r"[\s\-./*•#]", "", number)
    return re.sub(r"^[xX]{2,}|(?<=\d)[xX]{2,}(?=\d)", "", bare).upper()


def whole(tables: Sequence[Table], numbers: Sequence[Number], count: int) -> list[Part]:
    """Everything in one account. `count`: the lines of the document."""
    return [Part(numbers[0] if numbers else None, tuple(tables), 0, count)]


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
    end, start = _line_of(last, lines) + 1, _line_of(rest[0], lines)
    between = [n for n in numbers if end <= n.line < start]
    kept = tuple(replace(t, rows=tuple(r for r in t.rows if r.order not in orders)) for t in part.tables)
    left = tuple(replace(t, rows=tuple(r for r in t.rows if r.order in orders)) for t in part.tables)
    first = between[0].line if between else start
    return (
        replace(part, tables=tuple(t for t in kept if t.rows), last=first),
        Part(between[-1] if between else None, tuple(t for t in left if t.rows), end, part.last),
    )


def _line_of(row: Row, lines: Sequence[Line]) -> int:
    """The place of the first line of a row."""
    top = row.cell.box[1]
    return next(i for i, line in enumerate(lines) if line.page == row.page and line.bottom > top)
