"""A value that is rounded from its factors always holds; one that is far from them never does."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from extraction.reconcile.securities.product import product
from extraction.text.quantities import Figure

CENT = Decimal("0.01")


def figure(value: Decimal, decimals: int) -> Figure:
    step = Decimal(1).scaleb(-decimals)
    return Figure(abs(value).quantize(step, ROUND_HALF_UP), "-" if value < 0 else "", decimals, None, False)


def exact(least: str, most: str) -> st.SearchStrategy[Decimal]:
    return st.decimals(Decimal(least), Decimal(most), places=8, allow_nan=False, allow_infinity=False)


@given(
    exact("0.001", "100000"), exact("0.001", "5000"), st.integers(2, 6), st.integers(2, 6),
    st.sampled_from((ROUND_HALF_UP, ROUND_HALF_EVEN)),
)  # fmt: skip
def test_figures_rounded_from_the_same_holding_agree(
    quantity: Decimal, price: Decimal, first: int, second: int, how: str
) -> None:
    value = (quantity * price).quantize(CENT, how)
    assert product(figure(quantity, first), figure(price, second), figure(value, 2)).holds


@given(st.integers(1, 100000), st.integers(1, 500000), st.integers(1, 10**9))
def test_a_value_off_by_more_than_its_factors_leave_open_fails(quantity: int, price: int, off: int) -> None:
    """A whole number of shares: half a cent of the price for each share, half a cent of the value."""
    cents = Decimal(price) * CENT
    slack = (Decimal(quantity) + 1) * CENT / 2
    wrong = Decimal(quantity) * cents + slack + Decimal(off) * CENT
    assert not product(figure(Decimal(quantity), 0), figure(cents, 2), figure(wrong, 2)).holds
