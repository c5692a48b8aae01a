"""The holdings of an account -> what speaks for each of them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extraction.reconcile.securities.portfolio import Part, Whole, all_summed
from extraction.reconcile.securities.product import Outcome
from extraction.reconcile.securities.shares import shares
from extraction.reconcile.securities.totals import Tree
from extraction.reconcile.securities.valued import gained

Summed = Literal["whole", "group", "contradicted", "nothing"]
"""What sums up a value: a total of all holdings; one of some of them; only such as do not hold; none."""
Beside = Literal["agrees", "differs", "none"]
"""Whether a figure that is printed beside the value agrees with it; none is printed, or none can be compared."""


@dataclass(frozen=True, slots=True)
class HoldingGrounds:
    """What speaks for one holding: its product, the totals of its value, its share, its gain."""

    product: Outcome
    total: Summed
    share: Beside
    gain: Beside


def holding_grounds(tree: Tree, parts: Sequence[Part], wholes: Sequence[Whole]) -> tuple[HoldingGrounds, ...]:
    """Rows and their totals, money beside them, totals printed elsewhere -> the grounds of each row, in their order."""
    whole, covered = all_summed(tree, parts, wholes), tree.covered
    failing = {i for one in tree.sums if not one.holds for i in one.members}
    agree, away, _ = shares(tree.rows)
    gains = {i: holds for i, holds, _ in gained(tree)}
    found = []
    for i, row in enumerate(tree.rows):
        total: Summed = "whole" if whole else "group" if i in covered else "contradicted" if i in failing else "nothing"
        share: Beside = "agrees" if i in agree else "differs" if i in away else "none"
        gain: Beside = "none" if i not in gains else "agrees" if gains[i] else "differs"
        found.append(HoldingGrounds(row.product.outcome, total, share, gain))
    return tuple(found)
