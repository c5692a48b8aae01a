"""Balances under names that nobody knows, told by their place at the ends of the rows and by what these make."""

import pytest

from tests.pages import codes, parsed

STATEMENT = """
Example Bank
Statement of account
Account number 12345678
All amounts in EUR
Period from 1 March 2024 to 31 March 2024

Date | Description | Debit | Credit
{}
02/03/2024 | Rent | 50.00 |
05/03/2024 | Salary | | 30.00
09/03/2024 | Groceries | 5.00 |
{}
"""
STOPS = (40, 130, -400, -500)


@pytest.mark.parametrize(
    ("first", "last", "opening", "closing"),
    [
        (" | Gotowa | | 100.00", " | Closing balance | | 75.00", "100.00", "75.00"),
        (" | Opening balance | | 100.00", " | Lisanda | | 75.00", "100.00", "75.00"),
        (" | Gotowa | | 100.00", " | Lisanda | | 75.00", "100.00", "75.00"),
        (" | Gotowa | 10.00 | ", " | Lisanda | 35.00 | ", "-10.00", "-35.00"),
        (" | Gotowa 29/02/2024 | | 100.00", " | Lisanda 31/03/2024 | | 75.00", "100.00", "75.00"),
        ("29/02/2024 | Gotowa saldo | | 100.00", "31/03/2024 | Lisanda saldo | | 75.00", "100.00", "75.00"),
        (" | Wado | | 7.00\n | Gotowa | | 100.00", " | Koto | | 7.00\n | Lisanda | | 75.00", "100.00", "75.00"),
    ],
    ids=["opening", "closing", "both", "overdrawn", "date in the name", "dated", "among others"],
)
def test_rows_that_lead_from_one_line_at_their_ends_to_the_other_are_proved(
    first: str, last: str, opening: str, closing: str
) -> None:
    result = parsed(STATEMENT.format(first, last), stops=STOPS)
    (account,) = result.accounts
    assert (str(account.opening_balance), str(account.closing_balance)) == (opening, closing)
    assert [str(row.amount) for row in account.transactions] == ["-50.00", "30.00", "-5.00"]
    assert result.decision == "accepted", codes(result)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (" | Gotowa | | 100.01", " | Lisanda | | 75.00"),
        (" | Gotowa | | 100.00", " | Closing balance | | 75.01\n | Lisanda | | 75.00"),
        (" | Opening balance | | 100.01\n | Gotowa | | 100.00", " | Closing balance | | 75.00"),
        (" | Gotowa | | 0.00", " | Lisanda | 25.00 | "),
        (" | Credit limit | | 100.00", " | Lisanda | | 75.00"),
        ("01/03/2024 | Gotowa | | 100.00", " | Closing balance | | 75.00"),
    ],
    ids=["a cent", "closing contradicts", "opening contradicts", "from nothing", "limit", "a row like others"],
)
def test_nothing_is_proved_by_what_may_be_something_else(first: str, last: str) -> None:
    assert parsed(STATEMENT.format(first, last), stops=STOPS).decision == "review"


@pytest.mark.parametrize(
    ("beside", "decision"),
    [
        ("Opening balance | | 90.00", "review"),
        ("Closing balance | | 85.00", "review"),
        ("Credit limit | | 85.00", "accepted"),
    ],
)
def test_a_printed_balance_is_not_passed_over_for_a_line_of_another_name(beside: str, decision: str) -> None:
    text = STATEMENT.format(" | Gotowa | | 100.00", " | Lisanda | | 75.00").replace(
        "\nDate |", f"{beside}\n\nDate |", 1
    )
    assert parsed(text, stops=STOPS).decision == decision


@pytest.mark.parametrize("name", ["Credit limit", "Total deposits", "Balance brought forward"])
def test_what_is_called_something_else_is_no_balance_at_the_end(name: str) -> None:
    text = STATEMENT.format(" | Gotowa | | 100.00", f" | {name} | | 75.00")
    assert parsed(text, stops=STOPS).decision == "review"
