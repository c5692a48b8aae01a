"""Layouts of tables that are hard to see: whole statements made by hand, which have to be read and proved."""

from tests.pages import codes, parsed, told
from tests.unit.documents.test_statement import ENDS, HEAD, PROVED, ROWS, TOP, accepted

SIGNED = [("02 Mar", "Tea", "-3.50"), ("03 Mar", "Wage", "9.00"), ("04 Mar", "Rent", "-10.00")]


def test_the_two_dates_of_a_wrapped_head_are_told_apart() -> None:
    """Both columns are called "Date" on the second line: the first one says which is the day of posting."""
    text = f"""{TOP}
Previous balance | | | | 0.00
New balance | | | | 13.50

Trans | Post | | | Transaction
Date | Date | Details | | Amount
01 Mar | 03 Mar | Tea | | 3.50
02 Mar | 04 Mar | Rent | | 10.00
"""
    result = parsed(text.replace("Account statement", "Credit card statement"), stops=(40, 110, 180, -450, -540))
    assert (result.decision, codes(result)) == ("accepted", [])
    days = [(str(t.date), str(t.value_date)) for t in result.accounts[0].transactions]
    assert days == [("2024-03-03", "2024-03-01"), ("2024-03-04", "2024-03-02")]


def test_a_date_holds_below_a_head_that_is_printed_again() -> None:
    first = f"{TOP}{ENDS}\nDate | Details | Paid out | Paid in\n02 Mar | Tea | 3.50 |"
    second = "Date | Details | Paid out | Paid in\n | Wage | | 9.00\n | Rent | 10.00 |"
    (rows,) = accepted(first, second)
    assert rows == [("2024-03-02", amount, None) for _, amount, _ in PROVED]


def test_a_plus_may_stand_behind_the_currency() -> None:
    rows = "02 Mar | Tea | | | 3.50 € -\n03 Mar | Wage | | | 9.00 € +\n04 Mar | Rent | | | 10.00 € -"
    (found,) = accepted(f"{TOP}{ENDS}\nDate | Details | | | Amount\n{rows}")
    assert [amount for _, amount, _ in found] == ["-3.50", "9.00", "-10.00"]


def test_without_a_head_amounts_below_the_dated_lines_are_columns() -> None:
    rows = """
02 Mar | Tea
 | at the market | 3.50 | | 96.50
03 Mar | Wage
 | of February | | 9.00 | 105.50
04 Mar | Rent | 10.00 | | 95.50
"""
    assert accepted(f"{TOP}{ENDS}{rows}") == [PROVED]


def test_a_foreign_amount_beside_the_date_begins_no_row_of_its_own() -> None:
    """The amount of the row stands on its last line; the foreign one has a column that moves no money."""
    text = f"""{TOP}{ENDS}
Date | Details | Original amount | Amount | Balance
02 Mar | Tea | 4.20
 | Card 1234 | | -3.50 | 96.50
03 Mar | Wage | | 9.00 | 105.50
04 Mar | Rent | | -10.00 | 95.50
"""
    assert accepted(text) == [PROVED]


def test_a_dash_of_an_empty_cell_is_no_sign_of_the_amount_beside_it() -> None:
    rows = """
02 Mar | Tea | EUR 3.50 |- | EUR 96.50
03 Mar | Wage |- | EUR 9.00 | EUR 105.50
04 Mar | Rent | EUR 10.00 |- | EUR 95.50
"""
    assert accepted(f"{TOP}{ENDS}\n{HEAD}{rows}", stops=(40, 110, -420, -470, -540)) == [PROVED]


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


def test_a_date_glued_to_a_long_text_is_the_date_of_its_row() -> None:
    text = f"""{TOP}{ENDS}
Details | Date | Paid out | Paid in | Balance
Tea | 02 Mar 2024 | 3.50 | | 96.50
Wage of last month 03 Mar 2024 | | | 9.00 | 105.50
Rent | 04 Mar 2024 | 10.00 | | 95.50
"""
    result = parsed(text, stops=(40, 127, -360, -450, -540))
    assert (result.decision, told(result.accounts[0])) == ("accepted", PROVED)
    assert [t.description for t in result.accounts[0].transactions] == ["Tea", "Wage of last month", "Rent"]


def test_rows_of_nothing_among_dated_ones_are_rows_and_fees_that_were_not_charged_are_none() -> None:
    rows = ROWS.replace("\n03 Mar", "\n | Card renewal | 0.00 |\n03 Mar", 1)
    box = "\n\n\nFees of the period\n | Overdraft | 0.00\n | Returned item | 0.00"
    (found,) = accepted(f"{TOP}{ENDS}\n{HEAD}\n{rows}{box}")
    assert found == [PROVED[0], ("2024-03-02", "0.00", None), *PROVED[1:]]


def test_one_purchase_on_a_card_is_money_out_where_its_heading_says_so() -> None:
    text = f"""{TOP.replace("Account statement", "Credit card statement")}
Previous balance | | | | 50.00
Purchases | | | | 3.50
New balance | | | | 53.50

Date | Details | | | Amount
Purchases
02 Mar | Tea | | | 3.50
"""
    (rows,) = accepted(text)
    assert rows == [("2024-03-02", "-3.50", None)]


def test_the_unit_below_the_name_of_a_column_makes_a_head_of_two_lines() -> None:
    rows = "\n".join(f"{day} | {text} | | | {amount}" for day, text, amount in SIGNED)
    (found,) = accepted(f"{TOP}{ENDS}\n | | | | Umsätze\nBu.-Tag | Buchungstext | | | (€)\n{rows}")
    assert [amount for _, amount, _ in found] == [amount for _, _, amount in SIGNED]
