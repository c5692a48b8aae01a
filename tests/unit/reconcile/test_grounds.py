"""What speaks for each row of an account, from whole pages."""

import pytest

from extraction.documents.statement import statement
from extraction.reconcile.grounds import Grounds, grounds
from tests.pages import pages

TOP = "Example Bank\nAccount number: 12345678\nStatement period: 1 March 2024 to 31 March 2024\n"
HEAD = "Date | Details | Paid out | Paid in | Balance\n"
ENDS = "Opening balance | | | | 100.00\nClosing balance | | | | 95.50\n"


def of(text: str) -> tuple[Grounds, ...]:
    (found,) = statement(pages(f"{TOP}{text}"), "0" * 64, "key").grounds
    return found


def test_rows_between_two_balances_and_rows_of_a_sum() -> None:
    text = f"{ENDS}{HEAD}02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Salary | | 9.00 | 105.50\n04 Mar | Rent | 10.00 | |"
    assert [(one.amount, one.balance) for one in of(text)] == [
        ("balances", "follows"),
        ("balances", "follows"),
        ("sum", "none"),
    ]


def test_the_first_row_without_an_opening_balance() -> None:
    found = of(f"{HEAD}02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Salary | | 9.00 | 105.50")
    assert [(one.amount, one.balance) for one in found] == [("first", "starts"), ("balances", "follows")]


def test_rows_that_nothing_proves() -> None:
    found = of("Date | Details | | | Amount\n02 Mar | Tea | | | -3.50\n03 Mar | Salary | | | 9.00")
    assert {(one.amount, one.balance) for one in found} == {("nothing", "none")}


@pytest.mark.parametrize(("printed", "told"), [("15.50", "misprinted"), ("105.60", "contradicts")])
def test_a_balance_that_does_not_follow(printed: str, told: str) -> None:
    rows = f"02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Salary | | 9.00 | {printed}\n04 Mar | Rent | 10.00 | | 95.50"
    assert of(f"{ENDS}{HEAD}{rows}")[1].balance == told


def test_how_a_row_prints_its_date() -> None:
    rows = "02 Mar 2024 | Tea | 3.50 | | 96.50\n | Salary | | 9.00 | 105.50\n04 Mar | Rent | 10.00 | | 95.50"
    assert [one.date for one in of(f"{ENDS}{HEAD}{rows}")] == ["whole", "above", "without_year"]


def test_an_account_without_rows_has_no_grounds() -> None:
    assert grounds(None) == ()
