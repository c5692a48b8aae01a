"""What is said of rows that are not as the truth tells them."""

from datetime import date
from decimal import Decimal

import pytest

from extraction.evaluation.lines import Line, Miss, aligned, misses, similarity


def line(day: int, amount: str, text: str = "") -> Line:
    return Line(date(2025, 1, day), Decimal(amount), text=text)


A, B, C = line(1, "10.00"), line(2, "-3.50"), line(3, "7.25")


def wrong(told: list[Line], found: list[Line]) -> list[Miss]:
    return misses(told, found, aligned(told, found))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([A, B, C], []),
        ([A, C], [Miss("missing", B, None)]),
        ([A, B, B, C], [Miss("extra", None, B)]),
        ([A, line(2, "3.50"), C], [Miss("sign", B, line(2, "3.50"))]),
        ([A, line(2, "-3.60"), C], [Miss("amount", B, line(2, "-3.60"))]),
        ([A, line(9, "-3.50"), C], [Miss("date", B, line(9, "-3.50"))]),
        ([A, line(9, "-9.99"), C], [Miss("missing", B, None), Miss("extra", None, line(9, "-9.99"))]),
        ([], [Miss("missing", row, None) for row in (A, B, C)]),
    ],
)
def test_a_row_is_wrong_in_one_way(found: list[Line], expected: list[Miss]) -> None:
    assert wrong([A, B, C], found) == expected


def test_rows_out_of_order_are_wrong() -> None:
    assert sorted(miss.kind for miss in wrong([A, B, C], [B, A, C])) == ["extra", "missing"]


def test_of_equal_rows_those_with_the_same_text_belong_together() -> None:
    told = [line(1, "5.00", "tea"), line(1, "5.00", "cake")]
    assert aligned(told, [line(1, "5.00", "cake")]) == [(1, 0)]
    assert aligned(told, [line(1, "5.00", "tea")]) == [(0, 0)]


def test_a_sign_is_told_before_an_amount() -> None:
    told, found = [line(2, "-3.50"), line(2, "4.00")], [line(2, "8.00"), line(2, "3.50")]
    assert wrong(told, found) == [Miss("sign", told[0], found[1]), Miss("amount", told[1], found[0])]


def test_decimals_of_any_length_are_the_same_amount() -> None:
    assert aligned([line(1, "10")], [line(1, "10.00")]) == [(0, 0)]


def test_hundreds_of_equal_rows_are_aligned() -> None:
    rows = [line(1, "5.00", "tea")] * 300
    assert len(aligned(rows, rows[1:])) == 299


@pytest.mark.parametrize(
    ("a", "b", "alike"), [("Card  Payment\n", "card payment", True), ("tea", "rent", False), (None, "tea", True)]
)
def test_texts_are_compared_without_case_and_blanks(a: str | None, b: str, alike: bool) -> None:
    assert (similarity(a, b) == 1.0) is alike
