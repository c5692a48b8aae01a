"""Which date is of which row: headed by, beside, below, and over pages and sections."""

import pytest

from tests.pages import dates, rows_of, texts

HEAD = "Date | Details | Paid out | Paid in | Balance"


def test_amounts_on_the_last_line_of_a_row_belong_to_its_date_on_the_first() -> None:
    rows = rows_of(
        f"""
{HEAD}
02 Mar | Card payment
 | COFFEE HOUSE | 3.50 | | 96.50
03 Mar | Salary
 | ACME | | 100.00 | 196.50
"""
    )
    assert dates(rows) == ["02 Mar", "03 Mar"]
    assert texts(rows) == ["Card payment COFFEE HOUSE", "Salary ACME"]


def test_one_row_over_two_pages_keeps_its_text_and_its_date() -> None:
    rows = rows_of(
        f"{HEAD}\n01 Mar | Tea | 1.00 | | 100.00\n02 Mar | Card payment",
        f"{HEAD}\n | COFFEE HOUSE | 3.50 | | 96.50\n03 Mar | Salary | | 100.00 | 196.50",
    )
    assert dates(rows) == ["01 Mar", "02 Mar", "03 Mar"]
    assert texts(rows) == ["Tea", "Card payment COFFEE HOUSE", "Salary"]
    assert [row.page for row in rows] == [1, 2, 2]


def test_a_date_printed_once_for_a_group_stays_empty_on_the_others() -> None:
    rows = rows_of(
        f"""
{HEAD}
02 Mar | Coffee | 3.50 | | 96.50
 | Tea | 1.50 | | 95.00
03 Mar | Salary | | 100.00 | 195.00
"""
    )
    assert dates(rows) == ["02 Mar", None, "03 Mar"]
    assert texts(rows) == ["Coffee", "Tea", "Salary"]


def test_the_year_and_the_booking_below_a_date_are_no_text() -> None:
    stops = (40, 140, -360, -450, -540)
    rows = rows_of(
        f"""
{HEAD}
02.03. | Card | 3.50 | | 96.50
2024 | COFFEE HOUSE
03.03. | Tea | 1.50 | | 95.00
booked 04.03. | Leaf
""",
        stops=stops,
    )
    assert texts(rows) == ["Card COFFEE HOUSE", "Tea Leaf"]


@pytest.mark.parametrize("time", ["16:07", "10:16 PM", "10:16:05 am"])
def test_the_time_after_a_date_is_no_text(time: str) -> None:
    rows = rows_of(f"Date | | Details | Amount\n02/03/2024 {time} | | Coffee | 3.50", stops=(40, 60, 180, -450))
    assert texts(rows) == ["Coffee"]


def test_digits_below_a_head_of_dates_are_dates() -> None:
    assert dates(rows_of(f"{HEAD}\n0203 | Tea | 3.50\n03 03 | Rent | 9.00")) == ["0203", "03 03"]


def test_the_date_of_a_check_may_come_last() -> None:
    text = "Check no. | Amount | Date | Check no. | Amount | Date\n101 | 1.00 | 02 Mar | 102 | 2.00 | 03 Mar"
    rows = rows_of(text, stops=(40, -160, 200, 300, -420, 460))
    assert [(row.description, dates([row])[0]) for row in rows] == [("101", "02 Mar"), ("102", "03 Mar")]


def test_a_date_alone_below_the_texts_is_text_where_rows_have_their_own() -> None:
    """And heads the rows of a day where they have none."""
    rows = rows_of(f"{HEAD}\n02 Mar | Cash machine | 3.50\n | 01 Mar\n03 Mar | Tea | 9.00")
    assert (texts(rows), dates(rows)) == (["Cash machine 01 Mar", "Tea"], ["02 Mar", "03 Mar"])
    rows = rows_of("Details | Date | Amount\n02 Mar\nTea | | 3.50\n03 Mar\nRent | | 9.00", stops=(40, 300, -450))
    assert (texts(rows), dates(rows)) == (["Tea", "Rent"], ["02 Mar", "03 Mar"])
    balance, days = "Balance | 01 Mar | 9.00", "02 Mar\nTea | | 3.50\n03 Mar\nRent | | 9.00\n04 Mar\nGas | | 2.00"
    rows = rows_of(f"Details | Date | Amount\n{balance}\n{days}", stops=(40, 300, -450))
    assert (texts(rows)[1:], dates(rows)[1:]) == (["Tea", "Rent", "Gas"], ["02 Mar", "03 Mar", "04 Mar"])


def test_a_date_above_the_first_of_rows_with_value_dates_below_them_is_of_none() -> None:
    rows = rows_of(f"{HEAD}\n01 Mar\n02 Mar | Tea | 3.50\n04 Mar\n03 Mar | Rent | 9.00\n05 Mar")
    assert [(d, row.valued.cell.text if row.valued else None) for d, row in zip(dates(rows), rows, strict=True)] == [
        ("02 Mar", "04 Mar"),
        ("03 Mar", "05 Mar"),
    ]


def test_dates_alone_head_the_rows_below_them_where_only_balances_have_one_in_its_column() -> None:
    head, stops = "Details | Date | Paid out | Paid in | Balance", (40, 250, -400, -470, -540)
    text = f"""
{head}
Opening balance | 01 Mar | | | 100.00
28 Mar
Tea | | 3.50 | | 96.50
Wage | | | 9.00 | 105.50
31 Mar
Rent | | 10.00 | | 95.50
"""
    rows = rows_of(text, stops=stops)
    assert list(zip(texts(rows), dates(rows), strict=True)) == [
        ("Opening balance", "01 Mar"),
        ("Tea", "28 Mar"),
        ("Wage", None),
        ("Rent", "31 Mar"),
    ]


def test_dates_of_a_list_below_the_rows_do_not_make_a_column_of_dates_of_the_texts() -> None:
    head, stops = "Details | Date | Paid out | Paid in | Balance", (40, 250, -400, -470, -540)
    moved = "".join(
        f"{day} Mar\nTea | | 3.50 | | 96.50\nWage | | | 9.00 | 105.50\nRent | | 9.00 | | 96.50\n"
        for day in range(10, 16)
    )
    listed = "Daily balances\n10 Mar | | 96.50\n15 Mar | | 96.50"
    rows = rows_of(f"{head}\n{moved}{listed}", stops=stops)
    assert texts(rows)[:3] == ["Tea", "Wage", "Rent"]
    assert not any(row.blurred for row in rows[:18])


def test_a_date_in_parentheses_below_a_row_is_its_value_date_though_few_have_one() -> None:
    rows = rows_of(
        f"{HEAD}\n02 Mar | Rent | 9.00\n(01 Mar) | To Bob\n | March\n03 Mar | Tea | 1.00\n04 Mar | Tea | 1.00"
    )
    assert [(d, row.valued.cell.text if row.valued else None) for d, row in zip(dates(rows), rows, strict=True)] == [
        ("02 Mar", "(01 Mar)"),
        ("03 Mar", None),
        ("04 Mar", None),
    ]
    assert texts(rows)[0] == "Rent To Bob March"


def test_a_date_does_not_go_on_into_the_next_section() -> None:
    rows = rows_of(
        f"{HEAD}\n02 Mar | Tea | 1.00 | | 100.00\n\nDaily balances\n02 Mar",
        "Fees charged\n | Overdraft fee | 2.00",
    )
    assert dates(rows) == ["02 Mar", None]


def test_dates_may_stand_below_the_amounts_of_their_rows() -> None:
    """What parts the rows stands above the amounts; a balance at the end has no date."""
    rows = rows_of(
        f"""
{HEAD}
 | Card payment | 3.50 | | 96.50
02 Mar | COFFEE HOUSE

 | Salary | | 100.00 | 196.50
03 Mar | ACME

 | Card payment | 1.50 | | 195.00
04 Mar | TEA HOUSE

 | Card payment | 1.00 | | 194.00
05 Mar | BAKERY

 | Balance on 1 March | | | 100.00
"""
    )
    assert dates(rows) == ["02 Mar", "03 Mar", "04 Mar", "05 Mar", None]
    assert texts(rows)[:2] == ["Card payment COFFEE HOUSE", "Salary ACME"]
    assert texts(rows)[-1] == "Balance on 1 March"


def test_amounts_may_stand_amid_two_lines_with_a_date_each() -> None:
    rows = rows_of(
        f"""
{HEAD}
02 Mar | Card payment
 | | 3.50 | | 96.50
01 Mar | COFFEE HOUSE
03 Mar | Salary
 | | | 100.00 | 196.50
03 Mar | ACME
04 Mar | Card payment
 | | 1.50 | | 195.00
02 Mar | TEA HOUSE
"""
    )
    assert dates(rows) == ["02 Mar", "03 Mar", "04 Mar"]
    assert [row.valued and row.valued.cell.text for row in rows] == ["01 Mar", "03 Mar", "02 Mar"]
    assert texts(rows) == ["Card payment COFFEE HOUSE", "Salary ACME", "Card payment TEA HOUSE"]


def test_a_period_is_no_date_of_a_row() -> None:
    rows = rows_of(
        "01 Mar 2024 | to 31 Mar 2024\n | In EUR | | | 0.00\n02 Mar 2024 | Tea | 1.00 | | 99.00",
        stops=(40, 110, -360, -450, -540),
    )
    assert texts(rows) == ["Tea"]


def test_times_below_a_head_of_dates_and_channels_describe_nothing() -> None:
    text = """
Date | Time/Eff.Date | Details | Amount | Balance | Channel
02 Mar | 08:22 | Tea | 3.50 | 96.50 | Mobile app
03 Mar | 21:13 | Rent | 10.00 | 86.50 | Branch desk
"""
    found = rows_of(text, stops=(40, 90, 170, -320, -400, 420))
    told = [(row.texts.description, row.texts.reference) for row in found]
    assert told == [("Tea", "Mobile app"), ("Rent", "Branch desk")]


def test_where_columns_of_dates_touch_a_lone_date_is_of_the_one_that_it_lies_in() -> None:
    head, stops = "Posting Date | Value Date | Details | Paid out", (40, 103, 200, -450)
    rows = rows_of(
        f"{head}\n18-Feb-2025 | 19-Feb-2025 | Tea | 3.50\n | 19-Feb-2025 | Rent | 9.00\n"
        "20-Feb-2025 | 20-Feb-2025 | Tea | 3.50",
        stops=stops,
    )
    assert dates(rows) == ["18-Feb-2025", None, "20-Feb-2025"]
    assert rows[1].valued is not None


def test_a_purchase_has_a_day_of_its_own_below_rows_that_a_booking_day_heads() -> None:
    rows = rows_of(
        """
Reference | Payee | Amount
 | Kirjauspäivä 02.04.2025
A1 | COFFEE | 3.50
 | Ostopvm 01.04.2025
A2 | TEA | 1.50
 | Ostopvm 31.03.2025
 | Kirjauspäivä 03.04.2025
A3 | SALT | 1.00
 | Ostopvm 02.04.2025
"""
    )
    assert dates(rows) == ["02.04.2025", None, "03.04.2025"]
    assert texts(rows) == [
        "A1 COFFEE Ostopvm 01.04.2025",
        "A2 TEA Ostopvm 31.03.2025",
        "A3 SALT Ostopvm 02.04.2025",
    ]


def test_a_year_before_the_month_may_change_and_a_day_may_stand_alone() -> None:
    rows = rows_of(
        """
FECHA | | DETALLE | PESOS
24 Octubre | 19 | SOFA | 20,00
24 Diciembr | 28 | MESA | 30,00
25 Febrero | 01 | PAN | 5,00
 | 02 | SAL | 6,00
 | 17 | QUESO | 7,00
""",
        stops=(40, 100, 140, -460),
        point=",",
    )
    days = [row.posted.date if row.posted else None for row in rows]
    assert [(day.year, day.b, day.a) for day in days if day] == [
        (2024, 10, 19),
        (2024, 12, 28),
        (2025, 2, 1),
        (2025, 2, 2),
        (2025, 2, 17),
    ]


def test_a_date_behind_the_number_of_its_row_may_touch_the_text() -> None:
    text = "No | Date | Details | | Amount\n82 | 31/01/2025 Tea | | | 1.00\n81 | 30/01/2025 | Salt | | 2.00"
    assert texts(rows_of(text, stops=(40, 60, 120, -300, -460))) == ["Tea", "Salt"]


def test_balances_among_few_rows_do_not_hide_that_a_second_date_stands_below_the_first() -> None:
    rows = rows_of(f"""
{HEAD}
Opening balance | 01 Mar | | | 100.00
02 Mar | Transfer | 3.50
03 Mar | Summer saving
04 Mar | Interest | 9.00
05 Mar | of the quarter
Closing balance | 31 Mar | | | 87.50
""")
    assert [text for text in texts(rows) if "balance" not in text] == [
        "Transfer Summer saving",
        "Interest of the quarter",
    ]
