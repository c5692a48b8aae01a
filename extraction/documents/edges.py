"""Lines right above the first row and right below the last one -> balances, whatever they are called."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from extraction.documents.led import may_name_balance
from extraction.reconcile.completeness import beside_rows, told_balance
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
        (row, named[e.cell]) for row in rows if len(row.entries) == 1 for e in row.entries.values() if e.cell in named
    ]
    above = [pair for row, pair in reversed(ends) if row.order < moved[0]][:MOST]
    below = [pair for row, pair in ends if row.order > moved[-1]][:MOST]
    opens, closes = (any(one.firm for one in some) for some in (evidence.openings, evidence.closings))
    for first, last in product([None, *([] if opens else above)], [None, *([] if closes else below)]):
        if first is None and last is None:
            continue
        cells = [pair.cell for pair in (first, last) if pair]
        rest = [
            replace(t, rows=tuple(row for row in t.rows if not any(e.cell in cells for e in row.entries.values())))
            for t in tables
        ]
        more = replace(
            evidence,
            openings=(_printed(first, tables),) if first else evidence.openings,
            closings=(_printed(last, tables),) if last else evidence.closings,
        )
        told = search(rest, more)
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


def _printed(pair: Pair, tables: Sequence[Table]) -> Printed:
    """A labelled amount -> as evidence: below zero, where it stands in a column of debits beside one of credits."""
    roles = {
        table.roles[i]
        for table in tables
        for row in table.rows
        for i, entry in row.entries.items()
        if entry.cell == pair.cell and "credit" in table.roles
    }
    amount = replace(pair.amount, mark="-") if "debit" in roles and not pair.amount.mark else pair.amount
    return Printed(amount, pair.cell, False, pair.label)
