"""Confidences of values and whether they were right -> how far the confidences can be believed. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extraction.evaluation.tally import Tally

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.0)
"""Narrower towards 1, where most values are."""

ROWS = ("row", "date", "value_date", "amount", "sign", "balance", "description")
"""Values of a row; "row" is date and amount together."""
SECURITIES = ("holding", "trade_")
"""How the names begin of values of holdings ("holding" is quantity, price and value together), and of what rows say of
securities."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value that was read: which one (date, amount, ...), its stated probability 0 to 1, whether it is right.

    `confidence` None: none is stated. `account`, `row` (or holding): its places in the result, from 0; None: of the
    document, of the account.
    """

    name: str
    confidence: float | None
    right: bool
    account: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Bin:
    """Values with a confidence of at least `low` and below `high` (1 is in the last one), their mean confidence."""

    low: float
    high: float
    confidence: float
    tally: Tally

    @property
    def gap(self) -> float:
        """Share that is right less mean confidence: below 0 where too much is stated."""
        return (self.tally.share or 0.0) - self.confidence


@dataclass(frozen=True, slots=True)
class Reliability:
    """What a confidence means: of the values of a bin, the share that is right should be their mean confidence.

    `error` is how far it is from that, in the mean over all values (the expected calibration error of Guo et al., 2017,
    "On Calibration of Modern Neural Networks"); None of nothing.
    """

    bins: tuple[Bin, ...]

    @property
    def tally(self) -> Tally:
        return sum((one.tally for one in self.bins), Tally())

    @property
    def confidence(self) -> float | None:
        """The mean of what is stated; None of nothing."""
        of = self.tally.of
        return sum(one.confidence * one.tally.of for one in self.bins) / of if of else None

    @property
    def error(self) -> float | None:
        of = self.tally.of
        return sum(abs(one.gap) * one.tally.of for one in self.bins) / of if of else None


@dataclass(frozen=True, slots=True)
class Calibration:
    """The reliability of all values and of each kind of value, by its name; values of which nothing is stated."""

    whole: Reliability
    kinds: dict[str, Reliability]
    not_stated: Tally


def calibration(values: Sequence[Value]) -> Calibration:
    """Values -> how far their confidences can be believed; the values of rows before the others, then those of
    holdings."""
    named = dict.fromkeys(value.name for value in values if value.confidence is not None)
    names = sorted(named, key=_order)
    return Calibration(
        reliability(values),
        {name: reliability([value for value in values if value.name == name]) for name in names},
        Tally.count(value.right for value in values if value.confidence is None),
    )


def of_header(name: str) -> bool:
    """Whether a value stands above the rows and the holdings."""
    return name not in ROWS and not name.startswith(SECURITIES)


def _order(name: str) -> int:
    if name in ROWS:
        return ROWS.index(name)
    return len(ROWS) + next((i for i, start in enumerate(SECURITIES) if name.startswith(start)), len(SECURITIES))


def reliability(values: Sequence[Value]) -> Reliability:
    """Values -> the reliability table of their confidences; bins without values are left out."""
    bins = []
    for low, high in pairwise(EDGES):
        inside = [
            (value.confidence, value.right)
            for value in values
            if value.confidence is not None and low <= value.confidence and (value.confidence < high or high == 1.0)
        ]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            bins.append(Bin(low, high, mean, Tally.count(right for _, right in inside)))
    return Reliability(tuple(bins))
