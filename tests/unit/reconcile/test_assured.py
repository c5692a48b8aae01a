"""Figures beside rows that printed evidence proves once, or twice."""

import pytest

from tests.pages import codes, parsed
from tests.unit.reconcile.test_verdict import HEAD, TOP

ENDS = "Opening balance | | | | 4210.37\nClosing balance | | | | 3954.13\n"
ROWS = f"""{HEAD}
02 Mar | Tea | 200.00 | | 4010.37
03 Mar | Rent | 68.74 | | 3941.63
04 Mar | Wage | | 12.50 | 3954.13
"""
SIDES = "Total paid in | | | | 12.50\nTotal paid out | | | | 268.74\n"
DAYS = """Date | Details | | | Amount
02 Mar | Tea | | | -200.00
 | End of day | | | 4010.37
03 Mar | Rent | | | -68.74
 | End of day | | | 3941.63
04 Mar | Wage | | | 12.50
 | End of day | | | 3954.13
"""
ONCE = ROWS.replace("4010.37", "").replace("3941.63", "").replace("3954.13", "")


def decided(ends: str, rows: str, figure: str) -> tuple[str, list[str], list[str]]:
    result = parsed(f"{TOP}\n{ends}\n{figure}\n\n{rows}")
    return result.decision, codes(result), codes(result, "warning")


@pytest.mark.parametrize(
    ("ends", "rows"),
    [(ENDS, ROWS), (ENDS, DAYS), (f"{ENDS}{SIDES}", ONCE)],
    ids=["balances among the rows", "balances of days below them", "sums of both sides"],
)
def test_a_figure_of_something_else_is_noted_where_the_rows_are_proved_twice(ends: str, rows: str) -> None:
    assert decided(ends, rows, "Balance of your pots | | | | 77.70") == ("accepted", [], ["incomplete"])


@pytest.mark.parametrize(
    ("ends", "rows"),
    [
        (ENDS, ONCE),
        (ENDS, "".join(line for line in DAYS.splitlines(keepends=True) if "3941.63" not in line)),
        (f"{ENDS}Total paid in | | | | 12.50\n", ONCE),
        (ENDS.replace("Closing balance", "Highest balance"), ROWS),
    ],
    ids=["no balance among the rows", "few balances of days", "one side alone", "no closing balance"],
)
def test_it_holds_back_where_they_are_not(ends: str, rows: str) -> None:
    assert decided(ends, rows, "Balance of your pots | | | | 77.70")[0] == "review"


@pytest.mark.parametrize(
    "figure",
    [
        "Closing balance | | | | 8120.66",
        "Total paid out | | | | 8120.66",
        "Balance of all | | | | 3945.13",
        "Balance on 31 March 2024 | | | | 8120.66",
        "Your account balance | | | | 8120.66",
        "Total of 4 transactions | | | | 8120.66",
        "Saldo de la cuenta | | | | 8120.66",
        "Balance of 12345678 | | | | 77.70",
    ],
    ids=["an end", "a side", "a slip", "at a date", "bare", "a total", "Spanish", "the number of the account"],
)
def test_what_the_account_says_of_itself_holds_back(figure: str) -> None:
    decision, errors, _ = decided(ENDS, ROWS, figure)
    assert decision == "review" and "incomplete" in errors


@pytest.mark.parametrize(("name", "decision"), [("School | 6001", "accepted"), ("Balance | today", "review")])
def test_a_figure_below_a_head_is_called_by_its_line(name: str, decision: str) -> None:
    grid = f"Goal | Number | Rate | Earned | Balance\n{name} | 7.00% | 28.74 | 4912.50"
    assert parsed(f"{TOP}\n{ENDS}\n\n{ROWS}\n\n{grid}").decision == decision
