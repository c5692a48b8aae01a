"""Movements of a brokerage account -> what their amounts may mean besides what they print. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extraction.documents.layouts import Layout, layouts
from extraction.model import Page
from extraction.tables.head import territory
from extraction.tables.securities.actions import action
from extraction.tables.securities.securities import field
from extraction.tables.table import Entry, Row, Table
from extraction.text.lines import Line


def readings(pages: Sequence[Page], lines: Sequence[Line]) -> Iterator[Layout]:
    """Pages, their lines without holdings -> what may be read of the movements, the likelier first: as they are
    printed, then otherwise. Tables without heads are none of them: days and sums stand all over such pages."""
    for layout in layouts(pages, lines, securities=True):
        if any(table.header is None for table in layout.tables):
            layout = replace(layout, tables=(), rows=frozenset())
        yield layout
        yield from (replace(layout, tables=tables) for tables in otherwise(layout.tables))


def otherwise(tables: Sequence[Table]) -> Iterator[tuple[Table, ...]]:
    """Tables of movements -> what their amounts may mean besides what they print: with the signs that the texts of
    their rows tell, and with the costs that stand beside them."""
    costs = with_costs(tables)
    for some in (tables, costs) if costs else (tables,):
        signed = signed_by_actions(some)
        if some is costs:
            yield costs
        if signed is not None:
            yield signed


def with_costs(tables: Sequence[Table]) -> tuple[Table, ...] | None:
    """Tables of movements -> the same, the costs of a column of their own counted to the amounts beside them; None
    where there is no such column."""
    found = tuple(replace(table, rows=tuple(_with_costs(row, table) for row in table.rows)) for table in tables)
    return (
        found
        if any(a is not b for x, y in zip(tables, found, strict=True) for a, b in zip(x.rows, y.rows, strict=True))
        else None
    )


def _with_costs(row: Row, table: Table) -> Row:
    amounts = [i for i, column in enumerate(table.columns) if column.role == "amount" and i in row.entries]
    if table.header is None or len(amounts) != 1:
        return row
    costs = _costs(row, table)
    entry = row.entries[amounts[0]]
    if not costs:
        return row
    value = entry.amount.signed + costs
    amount = replace(entry.amount, value=abs(value), mark="-" if value < 0 else "")
    return replace(row, entries={**row.entries, amounts[0]: replace(entry, amount=amount)})


def _costs(row: Row, table: Table) -> Decimal:
    """What the columns of costs of a row take away, <= 0."""
    if table.header is None:
        return Decimal(0)
    costs = Decimal(0)
    for i, column in enumerate(table.columns):
        if (
            i in row.entries
            and column.role is None
            and field(territory(table.header, column.x0, column.x1).text) == "fee"
        ):
            costs -= row.entries[i].amount.value
    return costs


def signed_by_actions(tables: Sequence[Table]) -> tuple[Table, ...] | None:
    """Tables of movements -> the same with the signs that the texts of their rows tell, None where amounts print signs,
    or where not every row tells its side."""
    rows = [row for table in tables for row in table.rows if row.posted and _amounts(row, table)]
    marked = any(entry.amount.mark for table in tables for row in table.rows for entry in _amounts(row, table))
    ways = [_way(row) for row in rows]
    if not rows or marked or 0 in ways or len(set(ways)) < 2:
        return None
    return tuple(replace(table, rows=tuple(_signed(row, table) for row in table.rows)) for table in tables)


def _amounts(row: Row, table: Table) -> list[Entry]:
    return [entry for i, entry in row.entries.items() if table.columns[i].role == "amount"]


def _way(row: Row) -> int:
    done = action(row.description) or action(row.section)
    return done[1] if done else 0


def _signed(row: Row, table: Table) -> Row:
    if not row.posted or _way(row) >= 0:
        return row
    entries = {
        i: replace(entry, amount=replace(entry.amount, mark="-")) if table.columns[i].role == "amount" else entry
        for i, entry in row.entries.items()
    }
    return replace(row, entries=entries)


def gross(table: Table) -> Iterator[Decimal]:
    """Totals of costs that stand beside amounts, and of the amounts without them."""
    rows = [row for row in table.rows if row.posted]
    costs = sum((_costs(row, table) for row in rows), start=Decimal(0))
    if costs:
        net_ = sum((entry.amount.signed for row in rows for entry in _amounts(row, table)), start=Decimal(0))
        yield from (costs, net_ - costs, net_ + costs)
