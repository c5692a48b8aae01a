"""The reliability table of confidences."""

import pytest

from extraction.evaluation.calibration import Bin, Value, calibration
from extraction.evaluation.tally import Tally


def values(*confidences: tuple[float | None, bool]) -> list[Value]:
    return [Value("amount", confidence, right) for confidence, right in confidences]


def test_values_are_counted_by_their_confidence() -> None:
    found = calibration(values((0.1, False), (0.95, True), (1.0, True), (0.97, False), (0.899, True), (None, True)))
    assert [(one.low, one.high, one.tally) for one in found.bins] == [
        (0.0, 0.5, Tally(0, 1)),
        (0.85, 0.9, Tally(1, 1)),
        (0.95, 1.0, Tally(2, 3)),
    ]
    assert found.bins[-1].confidence == pytest.approx((0.95 + 1.0 + 0.97) / 3)
    assert found.measured == Tally(3, 5)
    assert found.not_measured == Tally(1, 1)


def test_the_error_is_the_mean_distance_from_the_confidence() -> None:
    found = calibration(values((0.9, True), (0.9, False), (0.6, True), (0.6, True)))
    assert found.bins == (Bin(0.6, 0.7, 0.6, Tally(2, 2)), Bin(0.9, 0.95, 0.9, Tally(1, 2)))
    assert found.error == pytest.approx((0.4 + 0.4) / 2)


def test_where_nothing_was_measured_there_is_no_error() -> None:
    found = calibration(values((None, True), (None, False)))
    assert (found.bins, found.error, found.not_measured) == ((), None, Tally(1, 2))
    assert found.not_measured.share == 0.5
    assert Tally().share is None
