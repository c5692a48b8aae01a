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
def test_a_period_that_a_row_tells_does_not_tell_the_years_by_itself(first: str, last: str) -> None:
    decision, _, day = read(first, last, "Insurance 01.02.26-31.01.27")
    assert (decision, day) == (("accepted", "2025-12-30") if first and last else ("review", "2026-12-30"))


def test_a_printed_period_is_held_against_them() -> None:
    text = "Statement period: 1 December 2026 to 31 January 2027"
    assert read("", "of 31 Jan 2027", head=text)[0] == "accepted"
    assert read("", "of 31 Jan 2026", head=text)[:2] == ("review", ["date_outside_period"])
    assert read("of 29 Dec 2027", "", head=text)[:2] == ("review", ["date_outside_period"])


@pytest.mark.parametrize(("due", "decision"), [("1 October 2029", "accepted"), ("15 January 2028", "review")])
def test_a_day_more_than_a_year_after_the_period_is_that_of_a_deposit(due: str, decision: str) -> None:
    text = f"Statement period: 1 December 2026 to 31 January 2027\nDue date: {due}"
    assert read("", "", head=text)[0] == decision


OTHERS = [
    "Customer since 12 January 2015",
    "Licensed by the Central Bank on 3 January 1998",
    "Card valid to 31 January 2027",
    "Preisverzeichnis Stand 01.01.2025",
    "New prices as of 1 January 2027",
    "Next statement date: 31 January 2027",
    "Bonus campaign 1 February 2026 - 31 January 2027",
    "Interest period 1 February 2026 - 31 January 2027",
    "Previous statement period 1 January 2025 to 31 January 2025",
    "Double points from 1 January 2027 to 28 February 2027",
    "Rates of January 2027",
]
"""What a statement tells of other days than its own."""


@pytest.mark.parametrize("other", OTHERS)
def test_dates_of_something_else_tell_no_year(other: str) -> None:
    assert read("", "", head=other)[0] == "review"
    assert read("", "", note="Text", head=f"\n\n{other}")[0] == "review"


@pytest.mark.parametrize("other", OTHERS[3:8])
@pytest.mark.parametrize("own", ["Payment due date: 20 January 2026", "Statement date: 15 January 2026"])
def test_the_days_of_making_and_paying_are_held_against_them(own: str, other: str) -> None:
    decision, _, day = read("", "", head=f"{own}\n{other}")
    assert decision == "review" or day == "2025-12-30"


@pytest.mark.parametrize(
    "own",
    [
        "Payment due date: 20 January 2026",
        "Printed on 7 January 2026",
        "Platinum Card statement - 5 January 2026",
        "5 January 2026\nTo be paid | | | 26 January 2026",
        "1 December 2025 - 31 January 2026",
        "Statement to 31 January 2026",
    ],
)
def test_days_of_the_statement_tell_years(own: str) -> None:
    assert read("", "", head=own) == ("accepted", [], "2025-12-30")
    decision, _, day = read("", "", head=f"{own}\n{OTHERS[6]}")
    assert decision == "review" or day == "2025-12-30"


def test_a_further_day_on_the_line_of_the_closing_balance_is_not_its_own() -> None:
    head, last = (
        "Statement period: 30 December 2025 to 30 January 2026",
        "of 30 Jan 2026, as known since 1 January 2025",
    )
    assert read("of 29 Dec 2025", last, head=head) == ("accepted", [], "2025-12-30")
    assert read("of 29 Dec 2025", last.replace("2026", "2025"), head=head)[0] == "review"


def test_the_days_of_the_statement_tell_years_before_those_of_other_things() -> None:
    own = "Payment due date: 20 January 2026\nThe guarantee for your kitchen runs out on 7 January 2028"
    assert read("", "", head=own) == ("accepted", [], "2025-12-30")
    assert read("", "", head=own.replace("Payment due date: 20", "Opened 7"))[0] == "review"
