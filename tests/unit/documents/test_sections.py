"""Several accounts in one statement, each below a heading with its number."""

import pytest

from tests.pages import codes, parsed, told
from tests.statement_pages import HEAD

TOP = """
Example Bank
Account statement
All amounts in EUR
Statement period: 1 March 2024 to 31 March 2024
"""


def section(title: str, number: str, opening: str, closing: str, *rows: str, head: str = HEAD) -> str:
    lines = [
        f"{title} | Account number {number}",
        f"Opening balance | | | | {opening}",
        f"Closing balance | | | | {closing}",
    ]
    return "\n".join([*lines, *([head, *rows] if rows else ["No transactions in this period"]), "", ""])


FIRST = section("Checking", "12345678", "100.00", "96.50", "02 Mar | Tea | 3.50 | | 96.50")
STILL = section("Savings", "22345678", "40.00", "40.00")
LAST = section("Money market", "32345678", "50.00", "45.00", "05 Mar | Fee | 5.00 | | 45.00")


def test_an_account_without_rows_between_others_is_one() -> None:
    result = parsed(TOP + FIRST + STILL + LAST)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [(a.account_number, len(a.transactions)) for a in result.accounts] == [
        ("12345678", 1),
        ("22345678", 0),
        ("32345678", 1),
    ]
    assert [str(a.closing_balance) for a in result.accounts] == ["96.50", "40.00", "45.00"]


def test_accounts_on_pages_of_their_own() -> None:
    result = parsed(TOP + FIRST, LAST)
    assert (result.decision, [a.account_number for a in result.accounts]) == ("accepted", ["12345678", "32345678"])


def test_groups_of_one_table() -> None:
    rows = [
        HEAD,
        "Everyday account 12-3456-0012345-00",
        "01 Mar | Opening balance | | | 100.00",
        "02 Mar | Tea | 3.50 | | 96.50",
        "31 Mar | Closing balance | | | 96.50",
        "",
        "Bills account 12-3456-0012345-01",
        "01 Mar | Opening balance | | | 50.00",
        "05 Mar | Fee | 5.00 | | 45.00",
        "31 Mar | Closing balance | | | 45.00",
    ]
    result = parsed(TOP + "\n".join(rows))
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [(a.account_number, told(a)) for a in result.accounts] == [
        ("12-3456-0012345-00", [("2024-03-02", "-3.50", "96.50")]),
        ("12-3456-0012345-01", [("2024-03-05", "-5.00", "45.00")]),
    ]


@pytest.mark.parametrize("lost", ["02 Mar | Tea | 3.50 | | 96.50\n", "05 Mar | Fee | 5.00 | | 45.00\n"])
def test_a_lost_row_of_one_of_them_is_not_accepted(lost: str) -> None:
    text = TOP + FIRST + STILL + LAST
    assert lost in text
    assert parsed(text.replace(lost, "")).decision == "review"


def test_a_number_that_heads_nothing_is_no_account() -> None:
    result = parsed(TOP + FIRST + "\nOverdraft protection from account number 99998888\n")
    assert [a.account_number for a in result.accounts] == ["12345678"]


def test_two_accounts_below_one_number_are_not_the_same() -> None:
    pot = "Holiday pot\nOpening balance | | | | 50.00\nClosing balance | | | | 45.00\n" + "\n".join(
        [HEAD, "01 Mar | Opening balance | | | 50.00", "05 Mar | Fee | 5.00 | | 45.00", ""]
    )
    main = FIRST.replace("02 Mar", "01 Mar | Opening balance | | | 100.00\n02 Mar")
    result = parsed(TOP + main + pot)
    assert (result.decision, [a.account_number for a in result.accounts]) == ("accepted", ["12345678", None])
    assert len({a.account_key for a in result.accounts}) == 2


def test_a_statement_of_several_accounts_whose_last_page_is_missing_goes_to_review() -> None:
    result = parsed(TOP + FIRST + LAST + "\nPage 1 of 2")
    assert (result.decision, codes(result)) == ("review", ["incomplete"])


def test_what_an_overview_lists_is_not_the_kind_of_the_first_account() -> None:
    """Without numbers the first account begins at the top of the document, where the loan is named as well."""
    text = """
Balances at a glance
Regular shares | | | | 96.50
Auto loan | | | | 45.00

REGULAR SHARES
Date | Details | | Amount | New balance
01 Mar | Balance forward | | | 100.00
02 Mar | Withdrawal | | 3.50- | 96.50
31 Mar | Ending balance | | | 96.50

AUTO LOAN
Date | Details | Payment | Principal | New balance
01 Mar | Balance forward | | | 50.00
05 Mar | Loan payment | 6.00 | 5.00- | 45.00
31 Mar | Ending balance | | | 45.00
"""
    result = parsed(TOP + text)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [(a.kind, [str(t.amount) for t in a.transactions]) for a in result.accounts] == [
        ("bank_statement", ["-3.50"]),
        ("loan_statement", ["5.00"]),
    ]


def test_an_account_that_only_says_that_nothing_moved_has_one_balance_at_both_ends() -> None:
    said = "There was no activity in this period. Balance on 31 March 2024: | | | | 40.00"
    still = f"Savings | Account number 22345678\n{said}\n"
    result = parsed(TOP + FIRST + still + LAST)
    assert (result.decision, codes(result)) == ("accepted", [])
    told_ = [(a.account_number, str(a.opening_balance), str(a.closing_balance)) for a in result.accounts]
    assert told_[1] == ("22345678", "40.00", "40.00")


def test_a_closing_balance_beside_the_totals_of_both_sides_is_no_row() -> None:
    text = f"""{TOP}
Account number: 12345678
{HEAD}
01 Mar | Opening balance | | | 100.00
02 Mar | Wage | | 9.00 | 109.00
31 Mar | Closing balance | 0.00 | 9.00 | 109.00
"""
    result = parsed(text)
    assert (result.decision, [len(a.transactions) for a in result.accounts]) == ("accepted", [1])


def test_a_number_that_all_accounts_share_is_none_and_one_without_rows_may_have_a_head() -> None:
    """The overview above the first account names neither numbers nor dates."""
    text = f"""{TOP}
Member number 084117
Account | Description | Previous | Paid out | Balance
EOP | Everyday | 100.00 | 3.50 | 96.50
SHR | Shares | 5.00 | 0.00 | 5.00

Everyday | Account 815-084117-EOP
{HEAD}
01 Mar | Balance forward | | | 100.00
02 Mar | Tea | 3.50 | | 96.50
31 Mar | Ending balance | | | 96.50

Shares | Account 815-084117-SHR
{HEAD}
01 Mar | Balance forward | | | 5.00
 | No transactions during this period
31 Mar | Ending balance | | | 5.00
"""
    result = parsed(text.replace("Member number", "Account number"))
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [(a.account_number, len(a.transactions), str(a.closing_balance)) for a in result.accounts] == [
        ("815-084117-EOP", 1, "96.50"),
        ("815-084117-SHR", 0, "5.00"),
    ]
