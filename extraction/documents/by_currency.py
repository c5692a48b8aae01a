"""Tables that follow each other, each in a currency of its own, or a table with a column of amounts for each currency
-> the accounts, one for each currency. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from extraction.documents.accounts import Part, line_of
from extraction.documents.heads.currency import of_country
from extraction.documents.heads.numbers import Number
from extraction.documents.layouts import Layout, symbols_of
from extraction.documents.overview import headed
from extraction.geometry import overlap
from extraction.tables.head import territory
from extraction.tables.pairs import Pair
from extraction.tables.table import Column, Table
from extraction.text.amounts import CODES, SYMBOLS
from extraction.text.lines import Line

_HEADS = (
    (re.compile(r"\b(?:d[oó]lares|dollars?)\b|\bu\$s|\bus\$", re.IGNORECASE), "USD"),
    (re.compile(r"\bsoles\b|\bs/", re.IGNORECASE), "PEN"),
    (re.compile(r"\b(?:pesos|moneda nacional)\b", re.IGNORECASE), None),
    *((re.compile(rf"(?<![^\W\d_]){code}(?![^\W\d_])"), code) for code in CODES),
    *(
        (re.compile(rf"(?<![^\W\d_]){re.escape(sign)}"), SYMBOLS[sign])
        for sign in sorted(SYMBOLS, key=len)[::-1]
        if "$" in sign
    ),
)
"""What heads of columns of amounts call currencies; None: that of the country."""


TITLES, TITLE_WORDS = 3, 6
"""The title of a table is one of so many lines above its head, and has no more words."""


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


def by_title(layout: Layout, numbers: Sequence[Number], lines: Sequence[Line]) -> list[Part]:
    """What may be read, account numbers, lines -> a part for each currency that titles of tables name, "Transactions -
    USD", with the figures of a summary in the column that it heads; empty where they name fewer than two."""
    tables = [table for table in layout.tables if table.rows]
    codes = _filled([_of_title(table, lines) for table in tables])
    if None in codes or len(set(codes)) < 2:
        return []
    parts = []
    for code in dict.fromkeys(code for code in codes if code):
        own = tuple(table for table, told in zip(tables, codes, strict=True) if told == code)
        within = (p for p in layout.pairs if any(table.first <= p.line < table.last for table in own))
        pairs = (*within, *beside_tables(layout, code))
        number = next(iter(numbers), None)
        parts.append(Part(number, own, 0, len(lines), currency=code, pairs=tuple(sorted(pairs, key=lambda p: p.line))))
    return parts


def beside_tables(layout: Layout, code: str) -> list[Pair]:
    """What may be read, a currency -> the labelled amounts outside of tables in a column that it heads, as in a summary
    that has one for each."""
    inside = {line for table in layout.tables if table.rows for line in range(table.first, table.last)}
    beside = _named_by_line(headed([pair for pair in layout.pairs if pair.line not in inside]))
    return [pair for pair in beside if _of_head(pair.above, None) == code]


def _of_title(table: Table, lines: Sequence[Line]) -> str | None:
    """The one currency that a title among the lines right above the head of a table names by its code."""
    head = table.header
    above = lines[max(head.first - TITLES, 0) : head.first] if head else ()
    titles = [line.text for line in above if line.page == head.page and len(line.chunks) == 1] if head else []
    named = {code for title in titles if len(title.split()) <= TITLE_WORDS for code in CODES if _coded(code, title)}
    return named.pop() if len(named) == 1 else None


def _named_by_line(pairs: Sequence[Pair]) -> list[Pair]:
    """Labelled amounts -> the same, those without a label of their own by that of their line."""
    labels: dict[int, str] = {}
    for pair in pairs:
        labels.setdefault(pair.line, pair.left)
    return [replace(p, left=p.left or labels[p.line], near=p.near or labels[p.line]) for p in pairs]


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


def by_money(layout: Layout, numbers: Sequence[Number], lines: Sequence[Line]) -> list[Part]:
    """What may be read, account numbers, lines -> a part for each currency that the heads of the columns of amounts
    name, with the rows that have an amount there; empty where they name fewer than two."""
    told = {text for table in layout.tables for column in table.columns if (text := _head_of(column, table))}
    if sum(any(pattern.search(text) for pattern, _ in _HEADS) for text in told) < 2:
        return []
    rows = {line for table in layout.tables for line in range(table.first, table.last)}
    common = of_country([line for i, line in enumerate(lines) if i not in rows]) or of_country(lines)
    named = [[_named(column, table, common) for column in table.columns] for table in layout.tables]
    codes = [code for code in dict.fromkeys(code for told in named for code in told) if code]
    parts = []
    beside = {code: {pair.cell: pair for pair in beside_tables(layout, code)} for code in codes}
    for code in codes if len(codes) > 1 else ():
        own = [_only(table, told, code) for table, told in zip(layout.tables, named, strict=True) if code in told]
        tables = tuple(table for table in own if any(row.posted for row in table.rows))
        pairs = tuple(
            beside[code].get(pair.cell, pair)
            for pair in layout.pairs
            if pair.cell in beside[code] or _is_of(pair, code, own, code == common)
        )
        number = next(iter(numbers), None)
        parts.append(Part(number, tables, 0, len(lines), currency=code, pairs=pairs))
    return parts if all(part.tables for part in parts) else []


def _named(column: Column, table: Table, common: str | None) -> str | None:
    """The currency that the head of a column of amounts names, `common` where it is that of the country."""
    return _of_head(_head_of(column, table), common)


def _head_of(column: Column, table: Table) -> str:
    """The head of a column of amounts, none of one of balances."""
    if table.header is None or column.role == "balance":
        return ""
    return territory(table.header, column.x0, column.x1).text


def _of_head(text: str, common: str | None) -> str | None:
    """The currency that the head of a column of amounts names, `common` where it is that of the country."""
    found = next((code or common for pattern, code in _HEADS if pattern.search(text)), None)
    return found if found is None or found in CODES else None


def _coded(code: str, text: str) -> bool:
    """Whether a text has the code of a currency as a word."""
    return re.search(rf"(?<![^\W\d_]){code}(?![^\W\d_])", text) is not None


def _only(table: Table, named: Sequence[str | None], code: str) -> Table:
    """A table, the currencies of its columns -> the same with those of one currency as its amounts, and without those
    of others."""
    own = [i for i, told in enumerate(named) if told == code]
    others = {i for i, told in enumerate(named) if told not in (None, code)}
    columns = tuple(
        replace(column, role="amount" if i in own[:1] else "other" if i in others else column.role)
        for i, column in enumerate(table.columns)
    )
    rows = (
        replace(row, entries={i: entry for i, entry in row.entries.items() if i not in others}) for row in table.rows
    )
    return replace(table, columns=columns, rows=tuple(row for row in rows if own[0] in row.entries))


def _is_of(pair: Pair, code: str, tables: Sequence[Table], local: bool) -> bool:
    """Whether a labelled amount is of a currency: in its column, or outside of the tables with its symbol, or with none
    where it is that of the country."""
    inside = [table for table in tables if table.first <= pair.line < table.last]
    if inside:
        x0, _, x1, _ = pair.cell.box
        return any(overlap(x0, x1, c.x0, c.x1) > 0 for table in inside for c in table.columns if c.role == "amount")
    return pair.amount.currency == code or (local and pair.amount.currency in (None, "$"))
