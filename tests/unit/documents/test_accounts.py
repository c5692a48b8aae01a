"""Several accounts in one document."""

from extraction.documents.accounts import whole
from extraction.documents.heads.numbers import account_numbers
from tests.pages import codes, lines, parsed, told
from tests.unit.documents.test_statement import HEAD, TOP

SAVINGS = (
    "01 Mar | Opening balance | | | 500.00\n05 Mar | Interest | | 1.00 | 501.00\n31 Mar | Closing balance | | | 501.00"
)
CURRENT = "01 Mar | Opening balance | | | 100.00\n02 Mar | Tea | 3.50 | | 96.50\n31 Mar | Closing balance | | | 96.50"
IDLE = "01 Mar | Opening balance | | | 7.00\nNo activity this period\n31 Mar | Closing balance | | | 7.00"


def test_each_opening_balance_begins_an_account_though_only_one_has_a_number() -> None:
    result = parsed(f"{TOP}\n{HEAD}\n{CURRENT}\n\nSavings\n{HEAD}\n{SAVINGS}")
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [told(account) for account in result.accounts] == [
        [("2024-03-02", "-3.50", "96.50")],
        [("2024-03-05", "1.00", "501.00")],
    ]
    assert [str(account.opening_balance) for account in result.accounts] == ["100.00", "500.00"]


def test_an_account_without_activity_is_proved_by_its_equal_ends() -> None:
    result = parsed(f"{TOP}\n{HEAD}\n{CURRENT}\n\nSavings\n{HEAD}\n{IDLE}")
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [len(account.transactions) for account in result.accounts] == [1, 0]


def test_a_balance_brought_forward_begins_no_account() -> None:
    tea, end = "21 Mar | Tea | 1.00 | | 95.50", "31 Mar | Closing balance | | | 95.50"
    second = f"20 Mar | Balance brought forward | | | 96.50\n{tea}\n{end}"
    first = CURRENT.replace("31 Mar | Closing balance", "20 Mar | Balance carried forward")
    result = parsed(f"{TOP}\n{HEAD}\n{first}", f"{HEAD}\n{second}")
    assert (result.decision, len(result.accounts)) == ("accepted", 1)


def test_the_heads_of_its_columns_say_the_currency_of_an_account() -> None:
    dollars = HEAD.replace("Paid out", "Paid out (USD)").replace("Paid in", "Paid in (USD)")
    result = parsed(f"{TOP}\n{HEAD}\n{CURRENT}\n\nSavings\n{dollars}\n{SAVINGS}")
    assert [account.currency for account in result.accounts] == ["EUR", "USD"]


def test_a_masked_number_is_told_whole_where_another_place_prints_it() -> None:
    found = account_numbers(lines("Account XXXXXX0031\nAccount number: 99990000\nAccount number: 2187740031"))
    (part,) = whole([], found, 3)
    assert part.number is not None and part.number.text == "XXXXXX0031"
    assert part.unmasked is not None and part.unmasked.text == "2187740031"
    (plain,) = whole([], found[1:], 3)
    assert plain.unmasked is None


FORINTS = "02 Mar | Tea | 350 | | 9.650\n03 Mar | Wage | | 90.000 | 99.650\n04 Mar | Rent | 10.000 | | 89.650"
BESIDE = f"""
Example Bank
Account statement
Account number: 11112222
Currency: HUF
Statement period: 1 March 2024 to 31 March 2024
{HEAD}
Opening balance | | | | 10.000
{FORINTS}
Closing balance | | | | 89.650

Currency account
Account number: 33334444
Currency: EUR
{HEAD}
Opening balance | | | | 1.204,55
No movements in this period
Closing balance | | | | 1.204,55"""


def test_an_idle_account_with_decimals_stands_beside_one_without() -> None:
    result = parsed(BESIDE)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [(a.currency, str(a.opening_balance), len(a.transactions)) for a in result.accounts] == [
        ("HUF", "10000", 3),
        ("EUR", "1204.55", 0),
    ]


def test_balances_with_another_decimal_mark_that_no_account_has_hold_it_back() -> None:
    result = parsed(BESIDE.replace("HUF", "forints"))
    assert (result.decision, codes(result)) == ("review", ["incomplete"])
    assert "2 lines" in result.issues[0].message


def test_a_slip_at_the_foot_of_a_page_parts_no_account() -> None:
    """What is carried over goes on below it."""
    head = "Date | Details | | Amount | Balance"
    first = f"""
Example Bank
Credit card statement
Account number: 12345678
All amounts in EUR
Statement period: 1 March 2024 to 31 March 2024
Opening balance | | | | 100.00
Closing balance | | | | 130.00

{head}
02 Mar | Tea | | 3.50 | 103.50
03 Mar | Cake | | 6.50 | 110.00
Balance carried forward | | | | 110.00


Payment slip
Minimum payment | | | | 25.00

Please pay by card
Closing balance | | | | 130.00
"""
    second = f"""
{head}
Balance brought forward | | | | 110.00
04 Mar | Rent | | 45.00 | 155.00
05 Mar | Payment - thank you | | 25.00 CR | 130.00
"""
    result = parsed(first, second)
    assert result.decision == "accepted"
    assert [[str(t.amount) for t in account.transactions] for account in result.accounts] == [
        ["-3.50", "-6.50", "-45.00", "25.00"]
    ]
