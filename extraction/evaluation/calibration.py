"""Confidences of values and whether they were right -> how far the confidences can be believed. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extraction.evaluation.tally import Tally

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
"""Narrower towards 1, where most values are."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value that was read: which one (date, amount, ...), the reader's confidence 0 to 1, whether it is right.

    `confidence` None: not measured, as in a PDF's own text.
    """

    name: str
    confidence: float | None
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Values with a confidence of at least `low` and below `high` (1 is in the last one), their mean confidence."""

    low: float
    high: float
    confidence: float
    tally: Tally


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a confidence means: of the values of a bin, the share that is right should be their mean confidence.

    `error` is how far it is from that, in the mean over all measured values (the expected calibration error of Guo
    et al., 2017, "On Calibration of Modern Neural Networks"); None where nothing was measured.
    """

    not_measured: Tally
    bins: tuple[Bin, ...]

    @property
    def measured(self) -> Tally:
        return sum((one.tally for one in self.bins), Tally())

    @property
    def error(self) -> float | None:
        if not self.measured.of:
            return None
        return sum(abs(one.tally.right - one.confidence * one.tally.of) for one in self.bins) / self.measured.of


def calibration(values: Sequence[Value]) -> Calibration:
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
    return Calibration(Tally.count(value.right for value in values if value.confidence is None), tuple(bins))
