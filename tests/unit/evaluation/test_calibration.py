"""The reliability table of confidences."""

import pytest

from extraction.evaluation.calibration import EDGES, Bin, Value, calibration, of_header, reliability
from extraction.evaluation.tally import Tally


def values(*confidences: tuple[float | None, bool], name: str = "amount") -> list[Value]:
    return [Value(name, confidence, right) for confidence, right in confidences]


def test_values_are_counted_by_their_confidence() -> None:
    found = reliability(values((0.1, False), (0.9995, True), (1.0, True), (0.999, False), (0.899, True), (None, True)))
    assert [(one.low, one.high, one.tally) for one in found.bins] == [
        (0.0, 0.5, Tally(0, 1)),
        (0.8, 0.9, Tally(1, 1)),
        (0.999, 1.0, Tally(2, 3)),
    ]
    assert found.bins[-1].confidence == pytest.approx((0.9995 + 1.0 + 0.999) / 3)
    assert found.bins[-1].gap == pytest.approx(2 / 3 - found.bins[-1].confidence)
    assert found.tally == Tally(3, 5)


def test_every_probability_has_its_bin_once() -> None:
    for confidence in (*EDGES, 0.0001, 0.49999, 0.9999):
        assert [one.tally.of for one in reliability(values((confidence, True))).bins] == [1]


def test_the_error_is_the_mean_distance_from_the_confidence() -> None:
    found = reliability(values((0.9, True), (0.9, False), (0.6, True), (0.6, True)))
    assert found.bins == (Bin(0.5, 0.7, 0.6, Tally(2, 2)), Bin(0.9, 0.95, 0.9, Tally(1, 2)))
    assert found.error == pytest.approx((0.4 + 0.4) / 2)
    assert found.confidence == pytest.approx(0.75)


def test_what_is_as_likely_as_it_is_said_to_be_has_no_error() -> None:
    assert reliability(values(*[(0.8, at < 8) for at in range(10)])).error == pytest.approx(0)


def test_where_nothing_is_stated_there_is_no_error() -> None:
    found = calibration(values((None, True), (None, False)))
    assert (found.whole.bins, found.whole.error, found.whole.confidence) == ((), None, None)
    assert (found.not_stated, found.kinds) == (Tally(1, 2), {})
    assert found.not_stated.share == 0.5
    assert Tally().share is None


def test_each_kind_of_value_has_its_own_table_those_of_rows_first() -> None:
    found = calibration([*values((0.9, True), name="holder"), *values((0.8, False)), *values((0.7, True), name="date")])
    assert list(found.kinds) == ["date", "amount", "holder"]
    assert found.kinds["amount"].error == pytest.approx(0.8)
    assert found.whole.tally == Tally(2, 3)


def test_values_of_rows_come_first_then_those_of_holdings_and_trades_then_the_header() -> None:
    names = ("holder", "trade_quantity", "holding_value", "amount", "holding", "row", "period")
    found = calibration([value for name in names for value in values((0.9, True), name=name)])
    assert list(found.kinds) == ["row", "amount", "holding_value", "holding", "trade_quantity", "holder", "period"]
    assert [name for name in names if of_header(name)] == ["holder", "period"]
