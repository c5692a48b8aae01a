"""Printed amounts: printed -> parsed is the identity, and a foreign convention is refused, never misread."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extraction.text.amounts import Amount, Point, empty, parse
from tests.strategies import Printed, amounts, figures

OTHER: dict[str, Point] = {".": ",", ",": "."}


@given(amounts())
def test_printed_to_parsed_is_the_identity(printed: Printed) -> None:
    assert parse(printed.text, printed.point) == Amount(
        printed.value.quantize(Decimal("0.01")), printed.mark, 2, printed.currency
    )
    assert parse(printed.text, printed.point).signed == printed.signed  # type: ignore[union-attr]


@given(amounts())
def test_a_foreign_convention_is_refused(printed: Printed) -> None:
    assert parse(printed.text, OTHER[printed.point]) is None


@given(figures())
def test_a_figure_without_its_leading_zero(figure: tuple[str, Point, Decimal]) -> None:
    text, point, value = figure
    if value < 1:
        assert parse(text[1:], point).value == value  # type: ignore[union-attr]


@given(st.text(alphabet="0123456789.,' \u00a0’-−()+=CRDSH€$", max_size=16))
@example("1.234,56")
@example("1,234.56")
def test_no_text_has_two_meanings(text: str) -> None:
    """With two decimals, the mark before them decides: whatever the text, at most one convention takes it."""
    assert parse(text, ".") is None or parse(text, ",") is None


@given(st.text(alphabet="0123456789.,' -()CRD€$", max_size=12))
def test_whole_numbers_mean_the_same_in_both_conventions_or_are_refused(text: str) -> None:
    """`loose` takes 1 or no decimals: 1,234 is 1234 under "." and no amount under ",", never 1.234."""
    point, comma = parse(text, ".", loose=True), parse(text, ",", loose=True)
    assert point is None or comma is None or point == comma


@pytest.mark.parametrize(
    ("text", "point", "expected"),
    [
        ("1.234,56", ".", None),
        ("1,234.56", ",", None),
        ("1,234", ".", None),
        ("1.234", ",", None),
        ("1.23.45", ".", None),
        ("12,34.56", ".", None),
        ("1,23,456.78", ".", "123456.78"),
        ("1,2345.67", ".", None),
        ("1,234,56", ",", None),
        ("1 234.567,89", ",", None),
        ("007.50", ".", None),
        ("1234567.89", ".", "1234567.89"),
        ("--5.00", ".", None),
        ("-5.00-", ".", None),
        ("(5.00", ".", None),
        ("5.00)", ".", None),
        ("-(5.00)", ".", None),
        ("-5.00 DR", ".", "-5.00"),
        ("+5.00 CR", ".", "5.00"),
        ("5.00 (Dr)", ".", "-5.00"),
        ("5.00 (Cr)", ".", "5.00"),
        ("(5.00 (Dr)", ".", None),
        ("-5.00 CR", ".", "5.00"),
        ("+5.00 DR", ".", None),
        ("123,45 S", ",", "-123.45"),
        ("99,00 H", ",", "99.00"),
        ("123,45S", ",", "-123.45"),
        ("1.000,00 EUR S", ",", "-1000.00"),
        ("99.00 C", ".", "99.00"),
        ("99.00 D", ".", "-99.00"),
        ("5.00 S$", ".", "5.00"),
        ("S$5.00", ".", "5.00"),
        ("12.50*", ".", "12.50"),
        ("5.00 X", ".", None),
        ("5.00 Sh", ".", None),
        ("5.00%", ".", None),
        ("5.00\ufffd", ".", None),
        ("1\ufffd34.56", ".", None),
        ("$", ".", None),
        ("", ".", None),
        ("14.03.2024", ".", None),
        ("1.50.", ".", "1.50"),
        ("1.50..", ".", None),
        ("1.50.5", ".", None),
        ("12,50 Af", ",", "-12.50"),
        ("12,50 Bij", ",", "12.50"),
    ],
)
def test_examples(text: str, point: Point, expected: str | None) -> None:
    found = parse(text, point)
    assert (None if found is None else str(found.signed)) == expected


@pytest.mark.parametrize(
    ("text", "point", "expected"),
    [
        ("1,234", ".", "1234"),
        ("1.234", ",", "1234"),
        ("1,234", ",", None),
        ("1.234", ".", None),
        ("1,5", ",", "1.5"),
        ("1.5", ".", "1.5"),
        ("1,5", ".", None),
        ("$1,200", ".", "1200"),
        ("1234", ".", "1234"),
        ("-1234", ",", "-1234"),
        ("12 34", ".", None),
    ],
)
def test_loose_examples(text: str, point: Point, expected: str | None) -> None:
    found = parse(text, point, loose=True)
    assert (None if found is None else str(found.signed)) == expected


@given(st.text(max_size=40))
def test_no_text_is_an_exception(text: str) -> None:
    for point in (".", ","):
        for loose in (True, False):
            found = parse(text, point, loose)  # type: ignore[arg-type]
            assert found is None or (found.value >= 0 and found.value.is_finite())
    assert isinstance(empty(text), bool)


@pytest.mark.parametrize("text", ["-", "–", "---", "€", "$", "n/a", "N/A", "nil", "EUR", " - "])
def test_empty_cells(text: str) -> None:
    assert empty(text)
    assert parse(text, ".") is None


@given(amounts())
def test_an_amount_is_no_empty_cell(printed: Printed) -> None:
    assert not empty(printed.text)
