"""Blocks of rows whose headings say no side -> the sides by which alone the balances meet. Pure."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from extraction.reconcile.outcome import Evidence, net
from extraction.tables.section_words import is_decoy, section_sign
from extraction.tables.table import Row, Table
from extraction.text.normal import plain

LEAST, MOST = 2, 6
"""Of so many blocks the sides are told; those of one its amounts say or nothing, and some sides of more may fit by
chance."""


def money_out(tables: Sequence[Table], evidence: Evidence, owed: bool) -> frozenset[int]:
    """Tables of one account, what is printed beside its rows, whether balances are debts -> the orders of rows that are
    money out: all others are money in. The heading of a block says its side, or else it is that of the only choice of
    sides that leads from a printed opening balance to a printed closing one. Empty where all headings say it, rows
    print signs or several amounts, or no or several choices lead there."""
    blocks: dict[tuple[int, int], list[Row]] = {}
    for place, table in enumerate(tables):
        for row in table.rows:
            if row.posted is not None and not is_decoy(plain(row.section)):
                blocks.setdefault((place, row.block), []).append(row)
    told = [section_sign(plain(rows[0].section), owed) for rows in blocks.values()]
    if not LEAST <= len(blocks) <= MOST or None not in told:
        return frozenset()
    sums = [_sum(rows) for rows in blocks.values()]
    ways: set[tuple[int, ...]] = set()
    for signs in product(*((sign,) if sign else (1, -1) for sign in told)):
        moved = Decimal(0)
        for sign, total in zip(signs, sums, strict=True):
            if total is None:
                return frozenset()
            moved += sign * total
        if any(net(a, owed) + moved == net(b, owed) for a in evidence.openings for b in evidence.closings):
            ways.add(signs)
    if len(ways) != 1:
        return frozenset()
    out = zip(ways.pop(), blocks.values(), strict=True)
    return frozenset(row.order for sign, rows in out for row in rows if sign < 0)


def _sum(rows: Sequence[Row]) -> Decimal | None:
    """Rows -> the sum of their amounts; None where one has several, or prints a sign."""
    total = Decimal(0)
    for row in rows:
        amounts = [entry.amount for entry in row.entries.values()]
        if len(amounts) != 1 or amounts[0].mark:
            return None
        total += amounts[0].value
    return total
