"""Years of rows that print none, beside the dates of balances."""

import pytest

from tests.pages import codes, parsed

TOP = """
Example Bank
Account statement
Account number: 12345678
All amounts in EUR
"""


def read(first: str, last: str, note: str = "", head: str = "") -> tuple[str, list[str], str]:
    result = parsed(
        f"""{TOP}{head}
Date | Details | Paid out | Paid in | Balance
 | Opening balance {first} | | | 100.00
30 Dec | Tea | 3.50 | | 96.50
 | {note} | | |
02 Jan | Wage | | 9.00 | 105.50
 | Closing balance {last} | | | 105.50
"""
    )
    return result.decision, codes(result), str(result.accounts[0].transactions[0].date)


@pytest.mark.parametrize(
    ("first", "last"),
    [("of 29 Dec 2025", "of 30 Jan 2026"), ("", "of 30 Jan 2026"), ("of 29 Dec 2025", "")],
    ids=["both", "closing", "opening"],
)
def test_a_period_that_a_row_tells_is_none_of_the_statement(first: str, last: str) -> None:
    decision, _, day = read(first, last, "Insurance 01.02.26-31.01.27")
    assert (decision, day) == (("accepted", "2025-12-30") if first and last else ("review", "None"))


def test_a_printed_period_is_held_against_them() -> None:
    text = "Statement period: 1 December 2026 to 31 January 2027"
    assert read("", "of 31 Jan 2027", head=text)[0] == "accepted"
    assert read("", "of 31 Jan 2026", head=text)[:2] == ("review", ["date_outside_period"])
    assert read("of 29 Dec 2027", "", head=text)[:2] == ("review", ["date_outside_period"])
