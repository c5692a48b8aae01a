"""Records, blocks of rows, columns of a page and boxes that stand side by side."""

from tests.unit.documents.test_statement import ENDS, HEAD, PROVED, ROWS, TOP, accepted


def test_checks_abreast_may_have_their_dates_under_the_head_of_value_dates() -> None:
    text = f"""{TOP}
Date | Value date | Details | | | Amount
Withdrawals
02 Mar | 02 Mar | Tea | | | 3.50
Checks paid
CHECK 101 | 03 Mar | 9.00 | CHECK 102 | 04 Mar | 1.00

Opening balance | | 100.00
Closing balance | | 86.50
"""
    (rows,) = accepted(text, stops=(40, 110, 200, 300, -420, -540))
    assert [(day, amount) for day, amount, _ in rows] == [
        ("2024-03-02", "-3.50"),
        ("2024-03-03", "-9.00"),
        ("2024-03-04", "-1.00"),
    ]


def test_one_check_listed_beside_the_columns_is_a_row() -> None:
    text = f"""{TOP}{ENDS}
Date | Details | | | Amount
Deposits
03 Mar | Wage | | | 9.00
Total deposits | | | | 9.00

Withdrawals
02 Mar | Tea | | | 3.50
Total withdrawals | | | | 3.50

Checks paid
Check 1893 | | 04 Mar | 10.00
Total checks paid | | | 10.00
"""
    (rows,) = accepted(text, stops=(40, 110, -200, -300, -540))
    assert rows == [("2024-03-03", "9.00", None), ("2024-03-02", "-3.50", None), ("2024-03-04", "-10.00", None)]


def test_two_blocks_of_rows_side_by_side_go_on_in_the_second_one() -> None:
    text = f"""{TOP}{ENDS}
Date | Details | Amount | Balance | Date | Details | Amount | Balance
02 Mar | Tea | -3.50 | 96.50 | 04 Mar | Rent | -10.00 | 95.50
03 Mar | Wage | 9.00 | 105.50
"""
    assert accepted(text, stops=(40, 80, -190, -260, 310, 350, -470, -540)) == [PROVED]


def test_a_table_with_another_head_below_two_blocks_is_none_of_them() -> None:
    text = f"""{TOP}{ENDS}
Date | Details | Amount | | Date | Details | Amount
02 Mar | Tea | -3.50 | | 03 Mar | Wage | 9.00
Everyday savings
Date | Details | | Amount | | | Balance
04 Mar | Rent | | -10.00 | | | 95.50
"""
    (rows,) = accepted(text, stops=(40, 80, -190, -260, 310, 350, -540))
    assert rows == [("2024-03-02", "-3.50", None), ("2024-03-03", "9.00", None), ("2024-03-04", "-10.00", "95.50")]


def test_two_columns_of_a_page_with_heads_at_different_heights_are_read_one_after_the_other() -> None:
    text = f"""{TOP}{ENDS}
Date | Details | Amount
02 Mar | Tea | -3.50 | Date | Details | Amount
03 Mar | Wage | 9.00 | 04 Mar | Rent | -10.00
"""
    (rows,) = accepted(text, stops=(40, 80, -260, 310, 350, -540))
    assert rows == [("2024-03-02", "-3.50", None), ("2024-03-03", "9.00", None), ("2024-03-04", "-10.00", None)]


def test_the_title_of_the_left_column_may_stand_beside_the_head_of_the_right_one() -> None:
    text = f"""{TOP}{ENDS}
Rows | | | Date | Details | Amount
Date | Details | Amount | 04 Mar | Rent | -10.00
02 Mar | Tea | -3.50
03 Mar | Wage | 9.00
"""
    (rows,) = accepted(text, stops=(40, 80, -260, 310, 350, -540))
    assert rows == [("2024-03-02", "-3.50", None), ("2024-03-03", "9.00", None), ("2024-03-04", "-10.00", None)]


def test_a_text_of_the_left_column_beside_the_head_of_the_right_one_is_no_name() -> None:
    text = f"""{TOP}{ENDS}
Date | Details | Amount
02 Mar | Tea | -3.50
 | Vevey | | Date | Details | US$ | EUR
03 Mar | Wage | 9.00 | 04 Mar | Rent | 10.70 | -10.00
"""
    (rows,) = accepted(text, stops=(40, 80, -260, 310, 350, -480, -540))
    assert [(day, amount) for day, amount, _ in rows] == [
        ("2024-03-02", "-3.50"),
        ("2024-03-03", "9.00"),
        ("2024-03-04", "-10.00"),
    ]


def test_credits_beside_debits_are_told_apart_by_the_titles_above_them() -> None:
    text = f"""{TOP}{ENDS}
 | Credits | | | Debits
Date | Details | Amount | Date | Details | Amount
03 Mar | Wage | 9.00 | 02 Mar | Tea | 3.50
 | | | 04 Mar | Rent | 10.00
"""
    (rows,) = accepted(text, stops=(40, 80, -260, 310, 350, -540))
    assert rows == [("2024-03-03", "9.00", None), ("2024-03-02", "-3.50", None), ("2024-03-04", "-10.00", None)]


def test_a_box_beside_the_table_is_no_part_of_its_rows() -> None:
    boxed = ROWS.split("\n")
    texts = ("Annual rate of interest", "Minimum payment due", "Points of the month")
    rows = "\n".join(f"{row} | {text} | 20.99" for row, text in zip(boxed, texts, strict=True))
    assert accepted(f"{TOP}{ENDS}\n{HEAD}\n{rows}", stops=(40, 90, -250, -300, -360, 400, -590)) == [PROVED]


def test_the_title_of_a_box_beside_the_table_is_no_head_of_amounts() -> None:
    """A card's summary stands right of its rows, below a title on the line of the head."""
    text = """
Example Bank
Your credit card statement
Card number: 4111 1111 1111 1111
All amounts in EUR
Statement period: 1 March 2024 to 31 March 2024

Date | Details | Amount | Calculating your balance
02 Mar | Tea | 3.50 | Previous balance | 100.00
03 Mar | Payment received | -90.00 | Payments | -90.00
04 Mar | Books | 20.00 | Purchases | 33.50
05 Mar | Bread | 10.00 | New balance | 43.50
"""
    (rows,) = accepted(text, stops=(40, 110, -300, 340, -540))
    assert [amount for _, amount, _ in rows] == ["-3.50", "90.00", "-20.00", "-10.00"]


def test_checks_abreast_may_begin_with_their_dates_and_stand_close_to_each_other() -> None:
    ends = "Opening balance | | | | | | 100.00\nClosing balance | | | | | | 40.00"
    told_ = [[("2024-03-02", "-10.00", None), ("2024-03-03", "-20.00", None), ("2024-03-04", "-30.00", None)]]
    first = f"""{TOP}{ends}

Checks paid
Date | Amount | Check | | Date | Amount | Check
02 Mar | 10.00 | 101 | | 03 Mar | 20.00 | 102
04 Mar | 30.00 | 103
"""
    assert accepted(first, stops=(40, -170, 200, 250, 310, -440, 470)) == told_
    close = f"""{TOP}{ends}

Checks paid
Date | Check | Amount Date | Check | Amount
03/02 | 101 | 10.00 03/03 | 102 | 20.00
03/04 | 103 | 30.00 03/05 | 104 | 15.00
"""
    close = close.replace("1 March 2024 to 31 March 2024", "03/01/2024 to 03/31/2024").replace("40.00", "25.00")
    told_[0].append(("2024-03-05", "-15.00", None))
    assert accepted(close, stops=(40, 90, -214, 250, -327, 470, -580)) == told_


def test_a_label_of_a_date_above_a_head_begins_no_second_column_of_the_page() -> None:
    rows = "01 Mar | | 100.00 | | Opening balance\n02 Mar | 1917 | 3.50 | | Wage\n31 Mar | | 103.50 | | Closing balance"
    text = f"{TOP} | | | Statement date: 4 April 2024\n\nDate | Reference | Deposits | Withdrawals | Details\n{rows}"
    assert accepted(text, stops=(40, 110, -300, 316, 433)) == [[("2024-03-02", "3.50", None)]]
