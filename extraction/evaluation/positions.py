"""Holdings of a truth and holdings that were read: which of them are the same. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.evaluation.lines import ALIKE, similarity
from extraction.evaluation.tally import Tally
from extraction.evaluation.truth import TruthHolding
from schemas.statement import Holding

FIGURES = {"quantity": "quantity", "unit_price": "unit_price", "value": "value", "percent": "weight"}
"""Figures of a holding: their names in a truth, and in a result."""


@dataclass(frozen=True, slots=True)
class HoldingScore:
    """The holdings of one account. `texts` are the names of the holdings that are right."""

    told: int
    found: int
    right: int
    texts: Tally

    @property
    def exact(self) -> bool:
        """Every holding with its figures and what identifies it, and no other."""
        return self.right == self.told == self.found


def score_holdings(told: Sequence[TruthHolding] | None, found: Sequence[Holding]) -> HoldingScore | None:
    """Holdings of a truth, those that were read -> score; None where the truth tells none, not even that there are
    none.

    Their order does not matter. A field that a truth leaves out is not judged.
    """
    if told is None:
        return None
    free = list(found)
    names: list[bool] = []
    for one in told:
        same = [other for other in free if _same(one, other)]
        if not same:
            continue
        best = max(same, key=lambda other: similarity(one.name, other.name))
        free.remove(best)
        names.append(similarity(one.name, best.name) >= ALIKE)
    return HoldingScore(len(told), len(found), len(names), Tally.count(names))


def _same(told: TruthHolding, found: Holding) -> bool:
    """Whether all figures that the truth tells are those that were read, and what identifies the security."""
    figures = all(
        getattr(told, name) == getattr(found, field) for name, field in FIGURES.items() if name in told.model_fields_set
    )
    return figures and ("code" not in told.model_fields_set or _bare(told.code) == _bare(found.identifier))


def _bare(code: str | None) -> str | None:
    return None if code is None else re.sub(r"[\W_]", "", code).upper()
