"""Holdings of a truth and holdings that were read: which of them are the same. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extraction.confidence.holdings import HOLDING, named
from extraction.evaluation.calibration import Value
from extraction.evaluation.lines import ALIKE, similarity
from extraction.evaluation.tally import Tally
from extraction.evaluation.truth import TruthHolding
from schemas.statement import Holding

FIGURES = {"quantity": "quantity", "unit_price": "unit_price", "value": "value", "percent": "weight"}
"""Figures of a holding: their names in a truth, and in a result."""
MAIN = ("quantity", "unit_price", "value")
"""Figures that make up a holding as a whole."""
TOLD = {field: name for name, field in FIGURES.items()} | {"identifier": "code"}
"""Fields of a result whose name in a truth is another one, or the same; all others have the same."""


@dataclass(frozen=True, slots=True)
class HoldingScore:
    """The holdings of one account. `texts` are the names of the holdings that are right, `values` what is stated of all
    that were read."""

    told: int
    found: int
    right: int
    texts: Tally
    values: tuple[Value, ...] = ()

    @property
    def exact(self) -> bool:
        """Every holding with its figures and what identifies it, and no other."""
        return self.right == self.told == self.found


def score_holdings(
    told: Sequence[TruthHolding] | None, found: Sequence[Holding], account: int = 0
) -> HoldingScore | None:
    """Holdings of a truth, those that were read, the place of their account -> score; None where the truth tells none,
    not even that there are none.

    Their order does not matter. A field that a truth leaves out is not judged.
    """
    if told is None:
        return None
    same = _paired(told, found)
    names = [_alike(told[i], found[j]) for i, j in same.items()]
    pairs = {j: told[i] for i, j in {**same, **_likest(told, found, same)}.items()}
    values = (value for j, one in enumerate(found) for value in holding_values(pairs.get(j), one, account, j))
    return HoldingScore(len(told), len(found), len(names), Tally.count(names), tuple(values))


def holding_values(told: TruthHolding | None, found: Holding, account: int, place: int) -> Iterator[Value]:
    """Holding of the truth, the one that was read for it, the places of both -> its values, all wrong where the truth
    has no such holding. What it does not tell is not judged."""
    parts = [right for name in MAIN if (right := _right(name, told, found)) is not None]
    if found.provenance.confidence is not None and parts:
        yield Value(HOLDING, found.provenance.confidence, all(parts), account, place)
    for name, stands in found.fields.items():
        right = _right(name, told, found)
        if right is not None:
            yield Value(named(name), stands.confidence, right, account, place)


def _right(name: str, told: TruthHolding | None, found: Holding) -> bool | None:
    """Field of a holding -> whether it is as told; None where the truth does not tell it."""
    if told is None:
        return False
    own = TOLD.get(name, name)
    if own not in told.model_fields_set:
        return None
    if name == "name":
        return _alike(told, found)
    if name == "identifier":
        return _bare(told.code) == _bare(found.identifier)
    return bool(getattr(told, own) == getattr(found, name))


def _paired(told: Sequence[TruthHolding], found: Sequence[Holding]) -> dict[int, int]:
    """Holdings of a truth, those that were read -> places of those that are the same."""
    pairs: dict[int, int] = {}
    for i, one in enumerate(told):
        same = [j for j, other in enumerate(found) if j not in pairs.values() and _same(one, other)]
        if same:
            pairs[i] = max(same, key=lambda j: similarity(one.name, found[j].name))
    return pairs


def _likest(told: Sequence[TruthHolding], found: Sequence[Holding], pairs: Mapping[int, int]) -> dict[int, int]:
    """The holdings that have no pair -> places of those that are meant, the likest first."""
    likes = sorted(
        (
            (-like, i, j)
            for i, one in enumerate(told)
            for j, other in enumerate(found)
            if i not in pairs and j not in pairs.values() and (like := _likeness(one, other))
        )
    )
    more: dict[int, int] = {}
    for _, i, j in likes:
        if i not in more and j not in more.values():
            more[i] = j
    return more


def _likeness(told: TruthHolding, found: Holding) -> int:
    """How much of what makes a holding is the same: its name, its identifier, its figures."""
    figures = sum(getattr(told, name) is not None and _right(name, told, found) is True for name in MAIN)
    code = told.code is not None and _right("identifier", told, found) is True
    return figures + code + _alike(told, found)


def _alike(told: TruthHolding, found: Holding) -> bool:
    return similarity(told.name, found.name) >= ALIKE


def _same(told: TruthHolding, found: Holding) -> bool:
    """Whether all figures that the truth tells are those that were read, and what identifies the security."""
    figures = all(
        getattr(told, name) == getattr(found, field) for name, field in FIGURES.items() if name in told.model_fields_set
    )
    return figures and ("code" not in told.model_fields_set or _bare(told.code) == _bare(found.identifier))


def _bare(code: str | None) -> str | None:
    return None if code is None else re.sub(r"[\W_]", "", code).upper()
