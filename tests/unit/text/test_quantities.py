"""Figures of any number of decimals: what they are under one decimal mark, and what is refused."""

from decimal import Decimal

import pytest

from extraction.text.quantities import Mark, parse, spans


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("25", ".", "25"),
        ("1,234", ".", "1234"),
        ("1,234", ",", "1.234"),
        ("1.234,5678", ",", "1234.5678"),
        ("12'345.60", ".", "12345.60"),
        ("1 234,56", ",", "1234.56"),
        ("0.123456", ".", "0.123456"),
        (".50", ".", "0.50"),
        ("12,34,567.89", ".", "1234567.89"),
        ("-4,240.43", ".", "-4240.43"),
        ("(1,204.10)", ".", "-1204.10"),
        ("18.95-", ".", "-18.95"),
        ("\u2212 3,20", ",", "-3.20"),
        ("12.50DR", ".", "-12.50"),
        ("Stück 25", ",", "25"),
        ("3,4051 Stk.", ",", "3.4051"),
        ("EUR 10.000,00", ",", "10000.00"),
        ("$1.0000", ".", "1.0000"),
        ("150.25*", ".", "150.25"),
    ],
)
def test_a_figure_has_one_value_under_its_mark(text: str, mark: Mark, value: str) -> None:
    found = parse(text, mark)
    assert found is not None
    assert found.signed == Decimal(value)
    assert found.step == Decimal(1).scaleb(-found.decimals)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("1,3297.9090", "."),
        ("1.234,56", "."),
        ("1,234.56", ","),
        ("12,34", "."),
        ("080", "."),
        ("2 1/4 %", "."),
        ("BRK.B", "."),
        ("31.12.2024", "."),
        ("(12.50", "."),
        ("-12.50-", "."),
        ("", "."),
    ],
)
def test_what_fits_no_convention_is_refused_and_not_bent(text: str, mark: Mark) -> None:
    assert parse(text, mark) is None


def test_what_stands_beside_a_figure_is_told() -> None:
    percent, euros, pence, dollars = (parse(text, ".") for text in ("98.25 %", "€ 12.50", "2,905.50p", "$40.10"))
    assert percent and percent.percent and percent.currency is None
    assert euros and euros.currency == "EUR" and not euros.percent
    assert pence and pence.currency == "GBX"
    assert dollars and dollars.currency == "$"


def test_texts_that_touch_are_parted_where_all_of_them_are_figures() -> None:
    found = spans(["1", "234,56", "98,20", "%"], ",")
    assert found is not None
    assert [(a, b, str(figure.value)) for a, b, figure in found] == [(0, 2, "1234.56"), (2, 4, "98.20")]
    assert spans(["Fund", "98,20"], ",") is None
