"""Quantity × price = value, within what the printed digits leave open."""

from decimal import Decimal

import pytest

from extraction.reconcile.securities.product import HUNDREDTH, ONE, Range, compared, exchange, printed, product
from extraction.text import quantities
from extraction.text.quantities import Figure


def figure(text: str) -> Figure:
    found = quantities.parse(text, ".")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("quantity", "price", "value", "outcome"),
    [
        ("100", "25.50", "2,550.00", "exact"),
        ("100", "25.50", "2,550.01", "rounded"),
        ("100", "25.50", "2,551.00", "fails"),
        ("3", "33.33", "100.00", "rounded"),
        ("12.3456", "81.0049", "1,000.05", "exact"),
        ("-10", "25.50", "-255.00", "exact"),
        ("-10", "25.50", "255.00", "fails"),
        ("0", "25.50", "0.00", "exact"),
    ],
)
def test_a_product_is_judged_by_the_digits_of_its_factors(quantity: str, price: str, value: str, outcome: str) -> None:
    assert product(figure(quantity), figure(price), figure(value)).outcome == outcome


@pytest.mark.parametrize("digit", range(2, 10))
def test_a_digit_of_a_value_may_be_off_by_no_more_than_rounding_of_the_price_explains(digit: int) -> None:
    """One share at a price of two decimals: half a cent of the price and half a cent of the value."""
    assert product(figure("1"), figure("25.50"), figure(f"25.5{digit}")).outcome == "fails"


def test_a_whole_number_of_shares_is_exact_and_a_fraction_is_rounded() -> None:
    assert printed(figure("100"), whole=True).slack == 0
    assert printed(figure("100.123"), whole=True).slack == Decimal("0.0005")
    assert printed(figure("100")).slack == Decimal("0.5")


def test_scales_are_tried_only_where_they_are_given() -> None:
    factors = figure("10,000"), figure("98.75"), figure("9,875.00")
    assert product(*factors).outcome == "fails"
    found = product(*factors, (HUNDREDTH, ONE))
    assert (found.outcome, found.scale) == ("exact", HUNDREDTH)


def test_what_a_value_should_be_is_that_of_the_nearest_way() -> None:
    found = product(figure("10,000"), figure("98.75"), figure("9,800.00"), (ONE, HUNDREDTH))
    assert (found.outcome, found.expected) == ("fails", Decimal("9875"))


def test_accrued_interest_may_be_included() -> None:
    factors = figure("10,000"), figure("98.75"), figure("9,975.00")
    assert product(*factors, (HUNDREDTH,), figure("100.00")).outcome == "exact"
    assert product(*factors, (HUNDREDTH,), figure("90.00")).outcome == "fails"


@pytest.mark.parametrize(("rate", "value"), [("0.9000", "2,295.00"), ("1.1111", "2,295.02"), ("0.9000", "2,833.33")])
def test_a_rate_of_exchange_may_be_printed_either_way_round(rate: str, value: str) -> None:
    assert product(figure("100"), figure("25.50"), figure(value), rate=figure(rate)).holds


def test_a_rate_that_is_off_fails() -> None:
    assert not product(figure("100"), figure("25.50"), figure("2,295.00"), rate=figure("0.9100")).holds


def test_two_values_follow_by_their_rate() -> None:
    assert exchange(figure("2,550.00"), figure("0.9000"), figure("2,295.00")).holds
    assert not exchange(figure("2,550.00"), figure("0.9000"), figure("2,395.00")).holds
    assert exchange(figure("2,550.00"), figure("0.0000"), figure("2,295.00")).outcome == "not_applicable"


def test_a_quotient_says_how_far_rounding_may_take_it() -> None:
    found = Range(Decimal(10), Decimal(1)).per(Range(Decimal(2), Decimal("0.5")))
    assert found.value == 5
    assert found.value - found.slack <= Decimal(9) / Decimal("2.5")
    assert found.value + found.slack >= Decimal(11) / Decimal("1.5")


def test_a_value_is_compared_to_its_last_digit() -> None:
    assert compared(Range(Decimal("99.995"), Decimal(0)), figure("100.00")).outcome == "exact"
    assert compared(Range(Decimal("99.994"), Decimal(0)), figure("100.00")).outcome == "fails"
