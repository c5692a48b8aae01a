"""A table that has the columns of several accounts side by side, each with a balance -> the accounts. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extraction.documents.accounts import Part
from extraction.documents.heads.numbers import Number
from extraction.documents.layouts import Layout
from extraction.documents.overview import headed
from extraction.documents.own import names_loan, of_loan
from extraction.geometry import overlap
from extraction.tables.pairs import Pair
from extraction.tables.table import Row, Table
from extraction.tables.vocabulary import balance_kind, is_total
from extraction.text.lines import Line
from extraction.text.normal import plain

TITLES = 3
"""What names the columns of an account stands within so many lines above their heads."""


def by_side(layout: Layout, numbers: Sequence[Number], lines: Sequence[Line]) -> list[Part]:
    """What may be read, account numbers, lines -> a part for each run of columns that ends with one of balances, with
    the rows that move something there; empty where no head has several such runs."""
    found: dict[int, list[Table]] = {}
    titles: dict[int, str] = {}
    for table in (table for table in layout.tables if table.rows):
        runs = _runs(table)
        if len(runs) < 2:
            return []
        for place, run in enumerate(runs):
            own = _only(table, run)
            found.setdefault(place, []).extend([own] if own.rows else [])
            titles[place] = titles.get(place) or _title(table, run, lines)
    if len(found) < 2 or not all(titles.values()):
        return []
    parts = []
    every = headed(layout.pairs)
    for place, tables in found.items():
        number = next((n for n in numbers if plain(titles[place]) in plain(lines[n.line].text)), None)
        pairs = tuple(p for p in every if _is_of(p, tables))
        part = Part(number, tuple(tables), 0, len(lines), "bank_statement", title=titles[place], pairs=pairs)
        parts.append(of_loan(part) if names_loan(plain(titles[place])) else part)
    return parts


def _runs(table: Table) -> list[list[int]]:
    """A table -> its columns of money parted behind each one of balances; each part moves something, too."""
    ends = [i for i, column in enumerate(table.columns) if column.role == "balance"]
    runs = [[*range(a, b)] for a, b in pairwise([0, *(end + 1 for end in ends)])]
    whole = bool(runs) and all(len(run) > 1 for run in runs) and runs[-1][-1] == len(table.columns) - 1
    return runs if table.header and whole else []


def _only(table: Table, run: Sequence[int]) -> Table:
    """A table -> the same with the columns of one account alone, and the rows that move something there, begin or end
    it, or sum it up."""
    rows = (replace(r, entries={i: e for i, e in r.entries.items() if i in run}) for r in table.rows)
    columns = tuple(c if i in run else replace(c, role="other") for i, c in enumerate(table.columns))
    return replace(table, columns=columns, rows=tuple(r for r in rows if _tells(r, run[-1])))


def _tells(row: Row, balance: int) -> bool:
    label = plain(row.description)
    return bool(row.entries.keys() - {balance}) or balance_kind(label) is not None or is_total(label)


def _title(table: Table, run: Sequence[int], lines: Sequence[Line]) -> str:
    """The text above the head that stands over the columns of one account alone."""
    own = [table.columns[i] for i in run]
    others = [column for i, column in enumerate(table.columns) if i not in run]
    assert table.header
    for line in reversed(lines[max(table.header.first - TITLES, 0) : table.header.first]):
        for chunk in line.chunks if line.page == table.header.page else ():
            within = own[0].x0 <= (chunk.x0 + chunk.x1) / 2 <= own[-1].x1
            if within and not any(overlap(chunk.x0, chunk.x1, c.x0, c.x1) > 0 for c in others):
                return chunk.text.partition("(")[0].strip()
    return ""


def _is_of(pair: Pair, tables: Sequence[Table]) -> bool:
    """Whether a labelled amount may be of an account: in its columns, or outside of the table, whosever it is there."""
    x0, _, x1, _ = pair.cell.box
    inside = any(table.first <= pair.line < table.last for table in tables)
    own = (c for table in tables for c in table.columns if c.role != "other")
    return not inside or any(overlap(x0, x1, column.x0, column.x1) > 0 for column in own)
