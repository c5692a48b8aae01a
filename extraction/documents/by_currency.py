"""Tables that follow each other, each in a currency of its own -> the accounts, one for each currency. Pure."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from extraction.documents.accounts import Part, line_of
from extraction.documents.heads.numbers import Number
from extraction.documents.layouts import Layout, symbols_of
from extraction.tables.table import Table
from extraction.text.lines import Line


def by_currency(layout: Layout, numbers: Sequence[Number], lines: Sequence[Line]) -> list[Part]:
    """What may be read, account numbers, lines -> a part for each run of tables whose amounts print one currency, from
    the top of its page or below the rows before; empty where that makes fewer than two, or a currency comes again."""
    tables = [table for table in layout.tables if table.rows]
    codes = _filled([_code(table) for table in tables])
    runs = [
        (code, [table for _, table in some]) for code, some in groupby(zip(codes, tables, strict=True), lambda p: p[0])
    ]
    if len(runs) < 2 or None in codes or len({code for code, _ in runs}) < len(runs):
        return []
    starts = [0, *(_start(before, own, lines) for (_, before), (_, own) in pairwise(runs))]
    parts = []
    for (code, own), start, end in zip(runs, starts, [*starts[1:], len(lines)], strict=True):
        above = [number for number in numbers if number.line < own[0].first]
        parts.append(Part(above[-1] if above else None, tuple(own), start, end, currency=code))
    return parts


def _code(table: Table) -> str | None:
    told = set(symbols_of(table))
    return told.pop() if len(told) == 1 else None


def _filled(codes: Sequence[str | None]) -> list[str | None]:
    """Codes of tables in order -> a table that prints none has that of the one before."""
    found: list[str | None] = []
    for code in codes:
        found.append(code or (found[-1] if found else None))
    return found


def _start(before: Sequence[Table], own: Sequence[Table], lines: Sequence[Line]) -> int:
    """The first line of a run of tables: the first one of its page, or the one below the last row before."""
    last = max(line_of(row, lines) for table in before for row in table.rows)
    page = lines[own[0].first].page
    return max(next(i for i, line in enumerate(lines) if line.page == page), last + 1)
