"""Whole statements of which one printed thing contradicts the others: each is held back, and the issue says where."""

import pytest

from extraction.documents.paging import printed_twice
from schemas.result import ExtractionResult, IssueCode
from tests.pages import codes, page, parsed
from tests.unit.documents.test_statement import ENDS, HEAD, ROWS, TOP

BARE = "Example Bank\nAccount statement\nAccount number: 12345678\nAll amounts in EUR\n"


def held(result: ExtractionResult) -> tuple[str, list[str]]:
    return result.decision, codes(result)


def test_two_movements_on_one_line_are_not_added_up() -> None:
    rows = ROWS.replace("03 Mar | Wage | | 9.00", "03 Mar | Wage | 1.00 | 10.00")
    assert held(parsed(f"{TOP}{ENDS}\n{HEAD}\n{rows}"))[0] == "review"


def test_a_line_of_amount_and_balance_without_a_date_is_no_note() -> None:
    rows = "Tea | 3.50 | | 96.50\n03 Mar | Wage | | 9.00 | 105.50\n04 Mar | Rent | 10.00 | | 95.50"
    result = parsed(f"{TOP}\n{HEAD}\n | {rows}")
    assert held(result) == ("review", ["incomplete"])
    (issue,) = result.issues
    assert issue.bbox is not None


@pytest.mark.parametrize(
    ("printed", "decision"),
    [
        ("105.05", "accepted"),
        ("105.60", "accepted"),
        ("15.50", "accepted"),
        ("150.50", "accepted"),
        ("160.70", "review"),
    ],
)
def test_one_slip_in_a_balance_is_a_misprint_and_another_figure_is_not(printed: str, decision: str) -> None:
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}".replace("| 105.50", f"| {printed}"))
    assert result.decision == decision
    assert bool(result.repairs) == (decision == "accepted")


def test_a_column_of_balances_that_holds_but_for_one_row_is_not_passed_over() -> None:
    """Read as nothing, the two ends would prove the rows."""
    rows = ROWS.replace("| 105.50", "| 160.70") + "\n05 Mar | Tea | 1.00 | | 94.50\n06 Mar | Tea | 1.00 | | 93.50"
    ends = ENDS.replace("95.50", "93.50")
    assert held(parsed(f"{TOP}{ends}\n{HEAD}\n{rows}"))[0] == "review"


def test_rows_that_leap_by_a_year_and_back_are_misdated() -> None:
    rows = "\n".join(f"0{day} Mar 202{4 - (day == 4)} | Tea | 1.00 | | {100 - day + 1}.00" for day in range(2, 8))
    result = parsed(f"{BARE}\n{HEAD}\n01 Mar 2024 | Opening balance | | | 100.00\n{rows}")
    assert held(result) == ("review", ["date_undecided"])
    assert [issue.row for issue in result.issues if issue.severity == "error"] == [2]


def test_one_row_a_year_before_all_others_is_misdated() -> None:
    rows = "\n".join(f"0{day} Mar 202{4 - (day == 2)} | Tea | 1.00 | | {100 - day + 1}.00" for day in range(2, 8))
    assert held(parsed(f"{BARE}\n{HEAD}\n | Opening balance | | | 100.00\n{rows}")) == ("review", ["date_undecided"])


def test_interest_once_a_year_is_in_order() -> None:
    rows = "\n".join(f"31 Dec {year} | Interest | | 1.00 | {100 + year - 2018}.00" for year in range(2019, 2025))
    assert held(parsed(f"{BARE}\n{HEAD}\n | Opening balance | | | 100.00\n{rows}")) == ("accepted", [])


def test_rows_without_a_year_that_leap_are_held_back() -> None:
    """The year is that of the period, and nothing on the page says that the rows run over two years."""
    text = f"{BARE}Statement date 8 January 2024\n{HEAD}\n | Opening balance | | | 100.00\n"
    rows = "20 Dec | Tea | 1.00 | | 99.00\n02 Jan | Tea | 1.00 | | 98.00\n25 Jan | Tea | 1.00 | | 97.00"
    assert held(parsed(text + rows)) == ("review", ["date_undecided"])


DAILY = "\n\nDaily ending balance\nDate | Balance | | |\n02 Mar 2024 | 96.50\n03 Mar 2024 | 105.50\n04 Mar 2024 | 95.50"


def test_a_list_of_daily_balances_proves_the_days_of_the_rows() -> None:
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}{DAILY}")
    assert held(result) == ("accepted", [])
    (proof,) = (proof for proof in result.proofs if proof.check == "daily_balances")
    assert (proof.status, proof.detail) == ("holds", "3 of 3 balances by day are those that the rows make")


def test_a_row_on_another_day_contradicts_the_list_of_daily_balances() -> None:
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS.replace('03 Mar', '02 Mar')}{DAILY}")
    assert held(result) == ("review", ["balance_mismatch"])
    assert "96.50 for 2024-03-02" in result.issues[0].message


def test_another_list_of_balances_by_day_is_not_held_against_the_rows() -> None:
    other = DAILY.replace("96.50", "6.00").replace("105.50", "7.00").replace("95.50", "8.00")
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}{other}")
    assert "daily_balances" not in {proof.check for proof in result.proofs}


def test_a_page_that_is_there_twice_is_held_back() -> None:
    one, two = page(f"{HEAD}\n{ROWS}"), page(f"{HEAD}\n{ROWS}\nPage 2", number=2)
    (issue,) = printed_twice([one, two])
    assert (issue.code, issue.page) == (IssueCode.DUPLICATE_ROW, 2)
    other = page(f"{HEAD}\n{ROWS.replace('3.50', '4.50').replace('9.00', '8.00')}", number=2)
    assert list(printed_twice([one, other])) == []


def test_what_is_held_elsewhere_may_be_printed_with_its_sum() -> None:
    """Savings of 50.00, and 145.50 in all, beside a closing balance of 95.50."""
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}\n\nBalance in pots | | | | 50.00\nTotal balance with pots | | | | 145.50"
    assert held(parsed(text)) == ("accepted", [])
    assert held(parsed(text.replace("145.50", "146.50"))) == ("review", ["incomplete", "incomplete"])


CARD = """
Example Bank
Account statement
Account number: 12345678
Statement period: 1 March 2024 to 31 March 2024
Previous balance | | | | 100.00
New balance | | | | 95.50

Date | Details | | | Amount
02 Mar | Tea | | | 3.50
03 Mar | Payment received, thank you | | | -9.00
04 Mar | Purchase returned, refund | | | -1.00
05 Mar | Late fee | | | 2.00
"""


def test_mirrored_rows_are_not_accepted_where_their_texts_say_the_other_side() -> None:
    """What a card says in the words of a bank account: debts that are printed as balances."""
    assert held(parsed(CARD)) == ("review", ["ambiguous"])


def test_rows_above_all_heads_are_read_where_the_statement_does_not_add_up_without_them() -> None:
    text = f"{TOP}{ENDS}\nDeposits\n03 Mar | Wage | | | 9.00\n05 Mar | Gift | | | 1.00\n\nWithdrawals\n"
    table = "Date | Details | | | Amount\n02 Mar | Tea | | | 4.50\n04 Mar | Rent | | | 10.00"
    result = parsed(text + table)
    assert held(result) == ("accepted", [])
    assert [str(t.amount) for t in result.accounts[0].transactions] == ["9.00", "1.00", "-4.50", "-10.00"]


@pytest.mark.parametrize(
    ("code", "rows", "ends"),
    [
        ("CLP", ["5.922", "1.200.000"], ("450.210", "1.644.288")),
        ("KWD", ["5.922", "1,200.000"], ("450.210", "1,644.288")),
    ],
)
def test_amounts_without_decimals_or_with_three(code: str, rows: list[str], ends: tuple[str, str]) -> None:
    top = TOP.replace("EUR", code)
    text = f"{top}Opening balance | | | | {ends[0]}\nClosing balance | | | | {ends[1]}\n\n{HEAD}\n"
    body = f"02 Mar | Tea | {rows[0]} | |\n03 Mar | Wage | | {rows[1]} |"
    result = parsed(text + body)
    assert held(result) == ("accepted", [])
    made = {"CLP": ["-5922", "1200000"], "KWD": ["-5.922", "1200.000"]}[code]
    assert [str(t.amount) for t in result.accounts[0].transactions] == made


def test_an_amount_beside_the_number_of_the_account_is_a_balance_of_it() -> None:
    overview = "One account | 12345678 | | | 95.50"
    assert held(parsed(f"{TOP}{overview}\n{ENDS}\n{HEAD}\n{ROWS}")) == ("accepted", [])
    wrong = overview.replace("95.50", "85.50")
    assert held(parsed(f"{TOP}{wrong}\n{ENDS}\n{HEAD}\n{ROWS}")) == ("review", ["incomplete"])


def test_the_totals_of_a_closing_row_are_no_balances() -> None:
    rows = f"{ROWS}\n31 Mar | Closing balance | 13.50 | 9.00 | 95.50"
    assert held(parsed(f"{TOP}\nOpening balance | | | | 100.00\n{HEAD}\n{rows}")) == ("accepted", [])
