"""One table for all accounts: a column says whose row it is."""

import pytest

from tests.pages import codes, parsed, told

STOPS = (40, 110, 190, -360, -450, -540)
TOP = """
Example Bank
Account statement
Account number: 12345678
Statement period: 1 March 2024 to 31 March 2024
"""
CURRENCIES = """
Currency | | | | Opening balance | Closing balance
EUR | | | | 100.00 | 90.50
USD | | | | 50.00 | 45.00

Date | Currency | Details | | Amount | Balance
02 Mar | EUR | Tea | | -3.50 | 96.50
03 Mar | USD | Fee | | -5.00 | 45.00
04 Mar | EUR | Rent | | -6.00 | 90.50
"""
ACCOUNTS = """
All amounts in EUR
Account | | Name | | Opening balance | Closing balance
10-4471 | | Operating | | 100.00 | 90.50
10-8832 | | Payroll | | 50.00 | 45.00

Date | Account | Details | Debit | Credit | Balance
02 Mar | 10-4471 | Tea | 3.50 | | 96.50
03 Mar | 10-8832 | Fee | 5.00 | | 45.00
04 Mar | 10-4471 | Rent | 6.00 | | 90.50
"""
FIRST = [("2024-03-02", "-3.50", "96.50"), ("2024-03-04", "-6.00", "90.50")]
SECOND = [("2024-03-03", "-5.00", "45.00")]


def test_a_column_of_currencies() -> None:
    result = parsed(TOP + CURRENCIES, stops=STOPS)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [(a.currency, a.account_number, told(a)) for a in result.accounts] == [
        ("EUR", "12345678", FIRST),
        ("USD", "12345678", SECOND),
    ]
    assert [(str(a.opening_balance), str(a.closing_balance)) for a in result.accounts] == [
        ("100.00", "90.50"),
        ("50.00", "45.00"),
    ]


def test_a_column_of_accounts() -> None:
    result = parsed(TOP.replace("Account number: 12345678\n", "") + ACCOUNTS, stops=STOPS)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [(a.account_number, told(a)) for a in result.accounts] == [("10-4471", FIRST), ("10-8832", SECOND)]


@pytest.mark.parametrize(
    "wrong", [("-5.00 | 45.00", "-6.00 | 45.00"), ("USD | Fee", "EUR | Fee"), ("90.50\nUSD", "91.50\nUSD")]
)
def test_what_does_not_add_up_is_not_accepted(wrong: tuple[str, str]) -> None:
    assert wrong[0] in CURRENCIES
    assert parsed(TOP + CURRENCIES.replace(*wrong), stops=STOPS).decision == "review"


def test_a_column_of_foreign_currencies_parts_nothing() -> None:
    """All amounts are of one account: the balance says so."""
    text = (
        CURRENCIES.replace("-5.00 | 45.00", "-5.00 | 91.50")
        .replace("90.50", "85.50")
        .replace("USD | | | | 50.00 | 45.00\n", "")
    )
    result = parsed(
        TOP + text.replace("Currency | | | |", "| | | |").replace("EUR | | | | 100", "| | | | 100"), stops=STOPS
    )
    assert (result.decision, len(result.accounts)) == ("accepted", 1)


WALLET = """
Description | | | | USD | EUR
Beginning balance | | | | 100.00 | 50.00
Payments received | | | | 20.00 | 5.00
Payments sent | | | | {} | -9.00
Other debits | | | | {} | 0.00
Fees | | | | -1.50 | -0.25
Ending balance | | | | 95.50 | 45.75

Date | Currency | Details | Amount | Fees | Total
02 Mar | USD | Shop A | 20.00 | -1.00 | 19.00
03 Mar | EUR | Shop B | 5.00 | -0.25 | 4.75
04 Mar | USD | Shop C | -8.00 | -0.50 | -8.50
05 Mar | USD | Shop D | -15.00 | 0.00 | -15.00
06 Mar | EUR | Shop E | -9.00 | 0.00 | -9.00
"""


@pytest.mark.parametrize(
    ("sent", "other", "decision"),
    [("-16.70", "-6.30", "accepted"), ("-17.70", "-6.30", "review"), ("-24.70", "1.70", "review")],
    ids=["they lead on", "they do not", "more than went"],
)
def test_a_summary_with_a_column_for_each_currency(sent: str, other: str, decision: str) -> None:
    """The parts of it are before the fees, and no sums that the rows tell."""
    result = parsed(TOP + WALLET.format(sent, other), stops=STOPS)
    assert result.decision == decision
    assert [(a.currency, str(a.opening_balance), len(a.transactions)) for a in result.accounts] == [
        ("USD", "100.00", 3),
        ("EUR", "50.00", 2),
    ]
