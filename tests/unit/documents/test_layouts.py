"""Layouts of tables that are hard to see: whole statements made by hand, which have to be read and proved."""

from tests.pages import codes, parsed
from tests.unit.documents.test_statement import ENDS, PROVED, TOP, accepted


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
