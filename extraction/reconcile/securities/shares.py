"""Printed shares of a portfolio: whether they are those of the values beside them. Pure."""

from collections.abc import Sequence
from decimal import Decimal

from extraction.reconcile.securities.exchange import Interval, common, implied
from extraction.reconcile.securities.positions import Position
from extraction.reconcile.securities.product import HALF, HUNDRED, Range

FEWEST, MOST_OF = 2, Decimal("0.6")
"""So many rows with a share, and this part of them, tell what the shares are of."""


def shares(rows: Sequence[Position]) -> tuple[list[int], list[int], Decimal]:
    """Rows -> places of those whose share agrees with their value, of those whose share does not, the sum of the
    shares.

    The shares may be of anything (all, the group, what stands elsewhere), but of one thing for all rows, or for all
    rows of a group. Where they are of nothing at all, none agrees.
    """
    told = [i for i, row in enumerate(rows) if "weight" in row.others and row.value is not None and row.amount]
    total = sum((rows[i].others["weight"].figure.signed for i in told), start=Decimal(0))
    if len(told) < FEWEST:
        return [], [], total
    whole = _agreeing(rows, told)
    if len(whole) == len(told):
        return told, [], total
    groups: dict[tuple[int, str], list[int]] = {}
    for i in told:
        groups.setdefault((rows[i].table.head.first, rows[i].record.heading), []).append(i)
    parts = [i for some in groups.values() for i in _agreeing(rows, some)]
    if len(groups) > 1 and len(parts) == len(told) and any(len(some) > 1 for some in groups.values()):
        return told, [], total
    agree = whole if len(whole) >= MOST_OF * len(told) else []
    return agree, [i for i in told if i not in agree], total


def _agreeing(rows: Sequence[Position], places: Sequence[int]) -> list[int]:
    intervals = [(i, found) for i in places if (found := _whole(rows[i])) is not None]
    if not intervals:
        return list(places)
    whole = common([interval for _, interval in intervals])
    away = {i for i, (low, high) in intervals if not low <= whole <= high}
    return [i for i in places if i not in away]


def _whole(row: Position) -> Interval | None:
    """What a share may be of: the value over the share, least and most; None where the share rounds to nothing."""
    share, value = row.others["weight"].figure, row.value
    assert value is not None
    step = HALF * value.figure.step
    return implied(Range(share.signed, HALF * share.step), Range(value.figure.signed * HUNDRED, HUNDRED * step))
