"""Lines of a table sorted into cells."""

from decimal import Decimal

import pytest

from extraction.tables.header import headers
from extraction.tables.strips import strips
from extraction.tables.table import Strip
from extraction.text.amounts import Point
from tests.pages import lines

HEAD = "Date | Details | Paid out | Paid in | Balance"
CHECKS = (40, 90, -200, 230, 280, -390, 420, 470, -560)


def stripped(text: str, stops: tuple[float, ...] = (40, 110, -360, -450, -540), point: Point = ".") -> list[Strip]:
    found = lines(text, stops=stops)
    head = next(iter(headers(found)), None)
    return strips(found[head.last + 1 if head else 0 :], head, point)[0]


def amounts_of(strip: Strip) -> dict[int, Decimal]:
    return {index: entry.amount.signed for index, entry in strip.entries.items()}


def texts(strip: Strip) -> list[str]:
    return [item.text for item in strip.texts]


def test_a_row_has_a_date_texts_and_an_entry_for_each_column_with_an_amount() -> None:
    (one,) = stripped(f"{HEAD}\n02 Mar | Coffee | 3.50 | | 96.50")
    assert one.posted is not None and one.posted.cell.text == "02 Mar"
    assert amounts_of(one) == {0: Decimal("3.50"), 2: Decimal("96.50")}
    assert texts(one) == ["Coffee"]
    assert one.anchor and not one.odd


def test_an_amount_that_is_set_in_the_middle_of_its_column_is_parted_from_the_text_behind_it() -> None:
    """The wider ones touch the text, and end where no other amount does."""
    words = "02 Mar | 3.50 | Coffee\n03 Mar | 10.50 | Tea\n04 Mar | 1,071.25 Rent of March"
    found = stripped(f"Date | Amount | Details\n{words}", (40, 133, 176))
    assert [amounts_of(one) for one in found] == [{0: Decimal(a)} for a in ("3.50", "10.50", "1071.25")]
    assert texts(found[2]) == ["Rent of March"]


def test_an_amount_below_its_head_is_parted_from_the_text_behind_it_where_others_stand_elsewhere() -> None:
    """Those of a box below the rows, which end at another place."""
    words = "25 Aug | 1917 | | | 43.44 Shop in town\nFees | | | | | 9.00\nCharges | | | | | 1.00"
    found = stripped(f"Date | Reference | Transaction amount | Details\n{words}", (40, 110, -323, 328, 300, -270))
    assert (amounts_of(found[0]), texts(found[0])) == ({0: Decimal("43.44")}, ["1917", "Shop in town"])


def test_a_dash_in_the_column_of_other_amounts_is_no_sign_of_those_left_of_it() -> None:
    rows = "02 Mar | Coffee | 96.50 | 3.50 | -\n03 Mar | Wage | 105.50 | - | 9.00\n04 Mar | Rent | 90.00 | 15.50 | -"
    found = stripped(f"Date | Details | Balance | Paid out | Paid in\n{rows}\n05 Mar | Bonus | 91.00 | - | 1.00")
    assert [amounts_of(one)[0] for one in found] == [Decimal(a) for a in ("96.50", "105.50", "90.00", "91.00")]


def test_a_currency_below_the_head_of_texts_goes_on_the_text_above_it() -> None:
    rows = "02 Mar | Coffee | 3.50 | | 96.50\n | Rate 100.6645 of 1,843.09\n | HUF | | 490.31 | 586.81"
    found = stripped(f"{HEAD}\n{rows}")
    assert (texts(found[-1]), amounts_of(found[-1])) == (["HUF"], {1: Decimal("490.31"), 2: Decimal("586.81")})
    (one,) = stripped(f"{HEAD}\n02 Mar | Coffee | CHF 3.50 | | CHF 96.50")
    assert amounts_of(one) == {0: Decimal("3.50"), 2: Decimal("96.50")}


def test_two_dates_that_touch_behind_the_text_are_two() -> None:
    (one,) = stripped("Details | Date | Value date | Amount\nCoffee | 02-03-24 05-03-24 | | 3.50", (40, 200, 245, -540))
    assert one.posted is not None and one.posted.cell.text == "02-03-24"
    assert one.valued is not None and one.valued.cell.text == "05-03-24"


def test_a_list_of_daily_balances_below_the_rows_tells_nothing_of_their_columns() -> None:
    """Its amounts stand between those of two columns, which they would make one."""
    rows = "02 Mar | Coffee | 3.50 | | 96.50\n03 Mar | Wage | | 9.00 | 105.50"
    daily = "Daily balances\n02 Mar | | | | | 1,096.50\n03 Mar | | | | | 1,105.50"
    found = stripped(f"{HEAD}\n{rows}\n{daily}", (40, 110, -400, -440, -478, -465))
    assert [amounts_of(one) for one in found[:2]] == [
        {0: Decimal("3.50"), 2: Decimal("96.50")},
        {1: Decimal("9.00"), 2: Decimal("105.50")},
    ]


def test_two_dates_are_told_apart_by_the_head() -> None:
    stops = (40, 100, 160, -450)
    (one,) = stripped("Value date | Booked | Details | Amount\n01/03 | 02/03 | Coffee | 3.50", stops)
    assert one.posted is not None and one.posted.cell.text == "02/03"
    assert one.valued is not None and one.valued.cell.text == "01/03"


def test_under_a_head_of_dates_12_10_is_a_date_and_under_one_of_amounts_it_is_an_amount() -> None:
    (one,) = stripped(f"{HEAD}\n12.10 | Coffee | 12.10 | | 96.50")
    assert one.posted is not None and one.posted.cell.text == "12.10"
    assert amounts_of(one) == {0: Decimal("12.10"), 2: Decimal("96.50")}


def test_a_date_alone_on_a_line_heads_the_rows_of_a_day() -> None:
    day, row = stripped(f"{HEAD}\n02 Mar 2024\n | Coffee | 3.50 | | 96.50")
    assert day.posted is not None and not day.anchor and not day.texts
    assert row.posted is None and row.anchor


def test_checks_abreast_are_in_order_down_the_columns_where_the_last_line_has_one() -> None:
    rows = "101 | 03/01 | 10.00 | 104 | 03/04 | 40.00\n102 | 03/02 | 20.00 | 105 | 03/05 | 50.00\n103 | 03/03 | 30.00"
    found = stripped(f"Check | Date | Amount | Check | Date | Amount\n{rows}", CHECKS)
    assert [texts(s) for s in found] == [["101"], ["102"], ["103"], ["104"], ["105"]]


def test_checks_marked_left_of_their_numbers_are_in_order_too() -> None:
    rows = (
        "101 | 03/01 | 10.00 | 103 | 03/03 | 30.00 | 105 | 03/05 | 50.00\n* 102 | 03/02 | 20.00 | 104 | 03/04 | 40.00"
    )
    head = "Check | Date | Amount | Check | Date | Amount | Check | Date | Amount"
    found = stripped(f"{head}\n{rows}", (-60, *CHECKS[1:]))
    assert [texts(s) for s in found] == [["101"], ["* 102"], ["103"], ["104"], ["105"]]


def test_checks_three_abreast_are_three_records() -> None:
    found = stripped(
        """
Check | Date | Amount | Check | Date | Amount | Check | Date | Amount
101 | 03/01 | 10.00 | 102 | 03/02 | 20.00 | 103 | 03/03 | 30.00
104 | 03/04 | 40.00
""",
        CHECKS,
    )
    assert [(s.posted and s.posted.cell.text, list(amounts_of(s).values())) for s in found] == [
        ("03/01", [Decimal("10.00")]),
        ("03/02", [Decimal("20.00")]),
        ("03/03", [Decimal("30.00")]),
        ("03/04", [Decimal("40.00")]),
    ]
    assert [texts(s) for s in found] == [["101"], ["102"], ["103"], ["104"]]
    assert found[0].odd


def test_marks_in_a_column_of_their_own_belong_to_the_amounts_beside_them() -> None:
    stops = (40, 110, -360, 390, -540)
    found = stripped(
        """
Date | Details | Amount | DR/CR | Balance
02 Mar | Coffee | 3.50 | DR | 96.50
03 Mar | Wage | 9.00 | CR | 105.50
""",
        stops,
    )
    assert [amounts_of(s)[0] for s in found] == [Decimal("-3.50"), Decimal("9.00")]


def marks(text: str, stops: tuple[float, ...]) -> list[str]:
    return [entry.amount.mark for strip in stripped(text, stops) for entry in strip.entries.values()]


def test_one_letter_beside_the_amounts_of_both_sides_is_no_mark_of_a_credit() -> None:
    """It may stand for the kind of account: cash."""
    stops = (40, 110, 140, -360, -450)
    text = "Date | Acct | Details | Debit | Credit\n02 Mar | C | Coffee | 3.50\n03 Mar | C | Wage | | 9.00\n"
    assert marks(text, stops) == ["", ""]
    assert marks(text.replace("C | Coffee", "D | Coffee"), stops)[:1] == ["DR"]
    assert marks(text.replace("| | 9.00", "| 9.00"), stops) == ["CR", "CR"]
    assert marks(text.replace("| C |", "| CR |"), stops)[:1] == ["CR"]


def test_an_amount_glued_to_a_description_is_parted_where_it_ends_like_its_column() -> None:
    stops = (40, 110, -360)
    found = stripped(
        "Date | Details | Amount\n01 Mar | Coffee | 1.25\n02 Mar | A description that is much too long | 3.50\n", stops
    )
    assert [texts(s) for s in found] == [["Coffee"], ["A description that is much too long"]]
    assert [list(amounts_of(s).values()) for s in found] == [[Decimal("1.25")], [Decimal("3.50")]]


def test_amounts_without_decimals_count_where_the_line_is_a_row() -> None:
    (one,) = stripped(f"{HEAD}\n02 Mar | Coffee | 3 | | 97")
    assert amounts_of(one) == {0: Decimal("3"), 2: Decimal("97")}
    assert all(entry.loose for entry in one.entries.values())


def test_without_a_head_a_whole_amount_has_a_currency_and_ends_with_its_column() -> None:
    rows = (
        "02 Mar | Coffee | CHF 3.50 | CHF 96.50\n03 Mar | Rent | CHF 130 | CHF 226.50\n04 Mar | Room | 12 | CHF 226.50"
    )
    found = stripped(rows, (40, 110, -360, -450))
    assert [amounts_of(s)[1] for s in found] == [Decimal(a) for a in ("96.50", "226.50", "226.50")]
    assert [amounts_of(s).get(0) for s in found] == [Decimal("3.50"), Decimal("130"), None]
    assert texts(found[2]) == ["Room", "12"]


def test_a_whole_number_beside_the_columns_is_no_amount_where_nothing_else_makes_a_row() -> None:
    stops = (40, 110, -330, -360, -540)
    text = "Date | Details | | Amount | Balance\n02 Mar | Coffee | | 3.50 | 96.50\n | Room | 12"
    row, note = stripped(text, stops)
    assert row.anchor and not note.anchor
    assert texts(note) == ["Room", "12"]


def test_text_where_the_date_belongs_is_a_date_that_could_not_be_read() -> None:
    first, second = stripped(f"{HEAD}\n02 Mar | Coffee | 3.50 | | 96.50\nO3 Mqr | Tea | 1.50 | | 95.00")
    assert (first.blurred, second.blurred) == (False, True)


def test_lines_without_amounts_make_no_table() -> None:
    assert stripped(f"{HEAD}\nNo transactions in this period") != []
    assert stripped("Dear customer\nthank you", (40,)) == []


def test_a_balance_on_the_last_line_of_a_row_is_that_of_the_row() -> None:
    first, last, other = stripped(
        f"{HEAD}\n02 Mar | Coffee | 3.50\n | Reference 4711 | | | 96.50\n03 Mar | Tea | 1.50 | | 95.00"
    )
    assert amounts_of(first) == {0: Decimal("3.50"), 2: Decimal("96.50")}
    assert not last.anchor and texts(last) == ["Reference 4711"]
    assert amounts_of(other) == {0: Decimal("1.50"), 2: Decimal("95.00")}


def test_a_labelled_balance_below_a_row_is_a_line_of_its_own() -> None:
    _, last = stripped(f"{HEAD}\n02 Mar | Coffee | 3.50\n | Closing balance | | | 96.50")
    assert amounts_of(last) == {2: Decimal("96.50")}


@pytest.mark.parametrize(
    ("text", "dated"),
    [("01 March 2024 to 31 March 2024 in USD", False), ("01 March 2024 to 31 March 2024 4711 in USD", True)],
)
def test_a_period_with_its_currency_is_no_date_of_a_row(text: str, dated: bool) -> None:
    strips_, _ = strips(lines(f"{text}\n\n02 March 2024 | Tea | | 3.50", stops=(40, 160, -300, -450)), None, ".")
    assert (strips_[0].posted is not None) == dated


def test_the_total_of_checks_beside_them_is_none_of_them() -> None:
    head = "Check # | Amount | Date | Check # | Amount | Date | Total Checks"
    rows = "507 | 90.00 | 03/18 | 511* | 36.20 | 04/06 | 1,001.20\n508 | 875.00 | 03/30"
    found = stripped(f"{head}\n{rows}", (40, -140, 160, 240, -340, 360, -540))
    assert [(texts(s), list(amounts_of(s).values())) for s in found] == [
        (["507"], [Decimal("90.00")]),
        (["508"], [Decimal("875.00")]),
        (["511*"], [Decimal("36.20")]),
    ]


def test_a_currency_far_left_of_its_number_does_not_widen_the_column() -> None:
    rows = "02 Jan | Tax | | - 205.00 | \n03 Jan | Wage | EUR | | + 211.86"
    wide = stripped(f"Date | Details | | Debit | Credit\n{rows}", (40, 110, -415, -440, -540))
    assert [amounts_of(s) for s in wide] == [{0: Decimal("-205.00")}, {1: Decimal("211.86")}]


@pytest.mark.parametrize(("marks", "amount"), [(("C", "D", "D"), Decimal("27.44")), (("", "", ""), None)])
def test_a_letter_that_nobody_knows_beside_known_ones_is_a_mark(marks: tuple[str, ...], amount: Decimal | None) -> None:
    rows = [f"0{n} Nov | Shop | {n}0.00 {mark}" for n, mark in enumerate(marks, start=1)]
    found = stripped("\n".join(["Date | Details | Amount", *rows, "04 Nov | Instalment | 27.44 M"]), (40, 110, -540))
    assert next(iter(amounts_of(found[-1]).values()), None) == amount
