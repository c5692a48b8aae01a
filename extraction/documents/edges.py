"""Lines right above the first row and right below the last one -> balances, whatever they are called."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from extraction.documents.led import may_name_balance
from extraction.model import Cell
from extraction.reconcile.figure_words import beside_rows, told_balance
from extraction.reconcile.outcome import Evidence, Outcome, Printed
from extraction.reconcile.search import search
from extraction.tables.pairs import Pair
from extraction.tables.table import Row, Table
from extraction.tables.vocabulary import balance_kind, is_carried

MOST = 3
"""So many labelled amounts above the first row, and below the last one, are tried."""


def between_edges(
    tables: Sequence[Table], pairs: Sequence[Pair], evidence: Evidence
) -> tuple[Evidence, Outcome] | None:
    """Tables of an account, its labelled amounts, its evidence -> evidence with a balance of another name at an end of
    the rows that has none, and the outcome that it proves; None where the rows lead from no such balance to the other
    end, or in more than one way.

    A line in the table is tried, not a figure of a summary, whose parts may add up to anything. An opening balance of
    nothing proves nothing: what the rows make would be their total.
    """
    rows = [row for table in tables for row in table.rows]
    moved = [row.order for row in rows if row.posted and not _is_balance(row)]
    if not moved:
        return None
    named = {pair.cell: pair for pair in pairs if _may_be(pair)}
    ends = [
        (row.order, _printed(named[entry.cell], table, column))
        for table in tables
        for row in table.rows
        if len(row.entries) == 1
        for column, entry in row.entries.items()
        if entry.cell in named
    ]
    above = [one for order, one in reversed(ends) if order < moved[0]][:MOST]
    below = [one for order, one in ends if order > moved[-1]][:MOST]
    opens, closes = (any(one.firm for one in some) for some in (evidence.openings, evidence.closings))
    for first, last in product([None, *([] if opens else above)], [None, *([] if closes else below)]):
        if first is None and last is None:
            continue
        more = replace(
            evidence,
            openings=(first,) if first else evidence.openings,
            closings=(last,) if last else evidence.closings,
        )
        told = search(_without([one.cell for one in (first, last) if one], tables), more)
        if told and _proves(told) and (last is None or told.closing):
            return more, told
    return None


def _proves(told: Outcome) -> bool:
    """Whether the rows lead from an opening balance, not from nothing, to the closing one, and in this way alone."""
    begun = told.opening is not None and told.opening.amount.value != 0
    return begun and told.closed and not told.rivals and not told.chain.misprints


def _is_balance(row: Row) -> bool:
    """Whether a row with a date has no amount but what its text calls a balance."""
    return len(row.entries) == 1 and told_balance(row.description)


def _may_be(pair: Pair) -> bool:
    """Whether a label of no balance may name one."""
    known = balance_kind(pair.label) is not None or is_carried(pair.label)
    return not known and may_name_balance(pair) and not beside_rows(pair)


def _without(cells: Sequence[Cell], tables: Sequence[Table]) -> list[Table]:
    """Tables -> the same without the rows of these cells."""
    return [
        replace(table, rows=tuple(r for r in table.rows if not any(e.cell in cells for e in r.entries.values())))
        for table in tables
    ]


def _printed(pair: Pair, table: Table, column: int) -> Printed:
    """A labelled amount in a column of a table -> as evidence: below zero, where that column is of debits and another
    one of credits."""
    owed = table.roles[column] == "debit" and "credit" in table.roles and not pair.amount.mark
    amount = replace(pair.amount, mark="-") if owed else pair.amount
    return Printed(amount, pair.cell, False, pair.label)
