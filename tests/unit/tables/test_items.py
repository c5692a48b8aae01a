"""Lines -> dates, amounts and texts."""

from decimal import Decimal

import pytest

from extraction.tables.items import Item, items, leading_amount, settled, trailing_amount
from extraction.text.amounts import Point
from tests.pages import lines


def found(text: str, point: Point = ".", stops: tuple[float, ...] = (40, 110, -360, -450, -540)) -> list[Item]:
    (line,) = lines(text, stops=stops)
    return items(line, point)


def said(parts: list[Item]) -> list[str]:
    return [
        f"{'D' if p.date else ''}{'A' if p.amount else ''}{'' if p.date or p.amount else 'T'}:{p.text}" for p in parts
    ]


def test_a_row_is_a_date_a_text_and_amounts() -> None:
    assert said(found("02 Mar | Coffee house | 3.50 | | 96.50")) == ["D:02 Mar", "T:Coffee house", "A:3.50", "A:96.50"]


def test_amounts_are_strict_two_decimals_under_the_mark_of_the_document() -> None:
    text = "12 | 43.5 | 43,50 | 43.50 | 1.234,56"
    assert said(found(text)) == ["T:12", "T:43.5", "T:43,50", "A:43.50", "T:1.234,56"]
    assert said(found(text, ",")) == ["T:12", "T:43.5", "A:43,50", "T:43.50", "A:1.234,56"]


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("$ | 12.50", (-300, -360)),
        ("12.50 | CR", (-300, 306)),
        ("- | 12.50", (-270, -300)),
        ("12.50 | €", (-300, 306)),
        ("12.50 | -", (-300, 306)),
        ("EUR | 12.50", (-250, -300)),
    ],
)
def test_a_symbol_a_sign_and_a_mark_belong_to_the_amount_beside_them(text: str, stops: tuple[float, float]) -> None:
    (item,) = found(text, stops=stops)
    assert item.amount is not None and item.amount.value == Decimal("12.50")


def test_a_mark_far_off_is_a_text_of_its_own() -> None:
    assert said(found("12.50 | CR", stops=(-300, 400))) == ["A:12.50", "T:CR"]


def test_two_dates_in_a_row_are_two_items_though_they_touch() -> None:
    assert said(found("02/03 04/03 Coffee")) == ["D:02/03", "D:04/03", "T:Coffee"]


def test_a_date_within_a_text_is_text() -> None:
    assert said(found("02 Mar | Refund of 28 Feb")) == ["D:02 Mar", "T:Refund of 28 Feb"]


def test_columns_that_touch_are_parted() -> None:
    assert said(found("02 Mar | 3.50 96.50")) == ["D:02 Mar", "A:3.50", "A:96.50"]


def test_what_may_be_a_date_or_an_amount_is_both_until_its_place_tells() -> None:
    item = found("12.10 | Tea | 3.50")[0]
    assert item.date is not None and item.amount is not None
    assert settled(item, is_date=True).amount is None
    assert settled(item, is_date=False).date is None


def test_an_amount_at_the_end_of_a_text_is_split_off_with_its_symbol() -> None:
    (whole,) = found("Coffee house $3.50")
    text, amount = trailing_amount(whole, ".") or (None, None)
    assert text is not None and text.text == "Coffee house"
    assert amount is not None and amount.amount is not None and amount.amount.value == Decimal("3.50")
    assert trailing_amount(found("Coffee house")[0], ".") is None


def test_an_amount_at_the_start_of_a_text_is_split_off() -> None:
    (whole,) = found("3.50 Coffee house")
    amount, text = leading_amount(whole, ".") or (None, None)
    assert amount is not None and amount.amount is not None
    assert text is not None and text.text == "Coffee house"


def test_a_text_that_is_nothing_but_an_amount_is_not_split() -> None:
    (whole,) = found("3.50")
    assert trailing_amount(whole, ".") is None


def test_a_day_and_month_with_a_point_behind_them_may_be_an_amount_too() -> None:
    """Where points part the decimals, 11.03. looks like an amount."""
    (line,) = lines("Tea | 11.03. | 3.50", stops=(40, 300, -540))
    _, day, amount = items(line, ".")
    assert day.date and day.amount
    assert (day.date.a, day.date.b) == (11, 3)
    assert amount.date is None


def test_a_time_with_a_point_behind_a_date_is_no_second_date() -> None:
    assert said(found("06.03.25/12.18 HOUTEN")) == ["T:06.03.25/12.18 HOUTEN"]


def test_a_day_may_stand_right_of_its_month_with_the_text_behind() -> None:
    assert said(found("Nov | 7 Branch deposit | 4.00", stops=(40, 63, -360))) == [
        "D:Nov 7",
        "T:Branch deposit",
        "A:4.00",
    ]
    assert said(found("May | 7 Branch deposit", stops=(40, 200)))[0] == "T:May"
