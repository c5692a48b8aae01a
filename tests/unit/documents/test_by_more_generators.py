"""Statements as further generators draw them: accounts in a column, cards of lines, lists of days, letters of notes."""

import pytest

from extraction.documents.paging import numbered
from extraction.text.footnotes import without_footnotes
from schemas.result import IssueCode
from tests.pages import codes, page, pages, parsed, told
from tests.unit.documents.test_statement import ENDS, HEAD, TOP

ONE = (40, 110, -540)
"""Date or label, description, and one column of money."""
WALLETS = """
Example Bank
Account statement
Statement period: 1 March 2024 to 31 March 2024
Account | Currency | Opening balance | Closing balance
TW-5530-EUR | EUR | 100.00 | 95.50
TW-5530-USD | USD | 50.00 | 41.00
All transactions
Account | Date | Details | Amount | Balance
TW-5530-EUR | 02 Mar | Tea | -3.50 | 96.50
TW-5530-USD | 02 Mar | Salt | -9.00 | 41.00
TW-5530-EUR | 03 Mar | Cake | -1.00 | 95.50
"""


def test_a_column_of_accounts_names_them_and_their_currencies() -> None:
    """The title of the table above the first name of its head is no part of that."""
    result = parsed(WALLETS, stops=(40, 150, 230, -450, -540))
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [(a.account_number, a.currency) for a in result.accounts] == [("TW-5530-EUR", "EUR"), ("TW-5530-USD", "USD")]
    assert [[t.description for t in a.transactions] for a in result.accounts] == [["Tea", "Cake"], ["Salt"]]


def test_the_account_of_a_row_ends_before_its_amount() -> None:
    lines = (
        "02 Mar | Tea | 11-22 33445566 | 1,003.50 | | 2,096.50",
        "02 Mar | Salt | 11-22 77889900 | 9.00 | | 41.00",
        "03 Mar | Wage | 11-22 33445566 | | 1.00 | 2,097.50",
    )
    text = f"""{TOP}
Account | | Opening balance | Closing balance
11-22 33445566 | | 3,100.00 | 2,097.50
11-22 77889900 | | 50.00 | 41.00
"""
    head = "Date | Details | Account | Out | In | Balance\n"
    result = parsed(text + head + "\n".join(lines), stops=(40, 110, 230, -400, -470, -540))
    assert [a.account_number for a in result.accounts] == ["11-22 33445566", "11-22 77889900"]


CARDS = """
Opening balance | | 100.00

4 March 2024 | |
Tea | | -3.50
Card 4417, terminal 11 | | Balance 96.50
Wage | | 9.00
Thank you | | Balance 105.50

6 March 2024 | |
Rent | | -10.00
Card 4417 | | Balance 95.50
Cake | | -1.00
Card 4417 | | Balance 94.50
"""
PAIRS = """
Opening balance | | 100.00

Tea | | -3.50
04/03/2024 | | Running balance 96.50
Wage | | 9.00
04/03/2024 | | Running balance 105.50
Rent | | -10.00
06/03/2024 | | Running balance 95.50
"""


@pytest.mark.parametrize(
    ("rows", "days"),
    [(CARDS, ["2024-03-04", "2024-03-04", "2024-03-06", "2024-03-06"]), (PAIRS, ["2024-03-04"] * 2 + ["2024-03-06"])],
)
def test_balances_below_their_rows_have_one_label(rows: str, days: list[str]) -> None:
    closing = "94.50" if "Cake" in rows else "95.50"
    result = parsed(f"{TOP}Closing balance | | {closing}\n{rows}", stops=(40, 200, -540))
    assert result.decision == "accepted"
    assert [day for day, _, _ in told(result.accounts[0])] == days
    assert all(t.balance is not None for t in result.accounts[0].transactions)


def test_balances_before_the_rows_newest_first() -> None:
    text = f"""{TOP}
Opening balance | 100.00
Closing balance | 95.50
Date | Details | Amount | Previous balance
04 Mar | Rent | -10.00 | 105.50
03 Mar | Wage | +9.00 | 96.50
02 Mar | Tea | -3.50 | 100.00
"""
    result = parsed(text, stops=(40, 140, -450, -540))
    assert (result.decision, len(result.accounts[0].transactions)) == ("accepted", 3)


def test_a_list_without_a_known_heading_is_explained_by_the_days_of_the_rows() -> None:
    text = f"""{TOP}
Opening balance | | 100.00
Closing balance | | 95.50
Date | Details | Amount
04 Mar | Rent | -10.00
02 Mar | Tea | -3.50
03 Mar | Wage | 9.00

What you had each evening | |
02 Mar | | 96.50
03 Mar | | {{}}
04 Mar | | 95.50
"""
    assert parsed(text.format("105.50"), stops=ONE).decision == "accepted"
    assert parsed(text.format("104.50"), stops=ONE).decision == "review"


FEES = """
Date | Details | Gross | Fee | Net | Balance
02 Mar | Tea | -3.00 | -0.50 | {} | 96.50
03 Mar | Wage | 9.00 | - | 9.00 | 105.50
04 Mar | Rent | -10.00 | - | -10.00 | 95.50
05 Mar | Cake | -1.00 | - | -1.00 | 94.50
06 Mar | Salt | -1.50 | - | -1.50 | 93.00
07 Mar | Milk | -2.00 | - | -2.00 | 91.00
08 Mar | Bread | -2.50 | - | -2.50 | 88.50
09 Mar | Eggs | -3.50 | - | -3.50 | 85.00
10 Mar | Soap | -4.50 | - | -4.50 | 80.50
11 Mar | Rice | -5.50 | - | -5.50 | 75.00
"""


@pytest.mark.parametrize(
    ("net", "codes"), [("-3.50", []), ("-3.49", [IssueCode.VALUE_MISMATCH]), ("3.50", [IssueCode.SIGN_MISMATCH])]
)
def test_the_net_of_a_fee_is_that_of_its_row(net: str, codes: list[IssueCode]) -> None:
    text = f"{TOP}Opening balance | | 100.00\nClosing balance | | 75.00\n{FEES.format(net)}"
    result = parsed(text, stops=(40, 110, -300, -370, -450, -540))
    assert (result.decision, [issue.code for issue in result.issues]) == ("review" if codes else "accepted", codes)


def test_a_figure_within_a_text_makes_no_total_of_it() -> None:
    text = f"""{TOP}
Opening balance | | 100.00
Closing balance | | 85.00
Date | Details | Amount
02 Mar | Tea | -3.50
 | Total 36.20 less discount |
 | Cake | -1.50
 | Total 12.10 less discount |
04 Mar | Rent | -10.00
"""
    result = parsed(text, stops=ONE)
    assert (result.decision, len(result.accounts[0].transactions)) == ("accepted", 3)


@pytest.mark.parametrize("ways", ["In Out", "Eingang Ausgang", "Entrata Uscita"])
def test_a_column_says_which_way_the_money_went(ways: str) -> None:
    rising, falling = ways.split()
    text = f"""{TOP}
Opening balance | | 100.00
Closing balance | | 95.50
Date | Details | Amount | Direction
02 Mar | Tea | 3.50 | {falling}
03 Mar | Wage | 9.00 | {rising}
04 Mar | Rent | 10.00 | {falling}
"""
    result = parsed(text, stops=(40, 110, -450, 480))
    assert result.decision == "accepted"
    assert [amount for _, amount, _ in told(result.accounts[0])] == ["-3.50", "9.00", "-10.00"]


def test_marks_have_a_column_whose_head_is_spaced() -> None:
    text = f"""{TOP}
Opening balance | | 100.00
Closing balance | | 105.50
Datum | Omschrijving | Af / Bij | Bedrag (EUR)
02-03-2024 | Tea | Af | 3.50
03-03-2024 | Wage | Bij | 9.00
"""
    assert parsed(text, stops=(40, 120, 330, -540)).decision == "accepted"


BARS = """
Account number 11-22-33445566
Closing balance | | | | 105.50
03 Mar | Wage | | 9.00 | 105.50
02 Mar | Tea | 3.50 | | 96.50
Opening balance | | | | 100.00
Account number 11-22-77889900
Closing balance | | | | 41.00
02 Mar | Salt | 9.00 | | 41.00
Opening balance | | | | 50.00
"""


def test_accounts_run_back_from_closing_to_opening_balances() -> None:
    text = f"Example Bank\nAccount statement\nStatement period: 1 March 2024 to 31 March 2024\nEUR\n{HEAD}\n{BARS}"
    result = parsed(text)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [(a.account_number, str(a.opening_balance), str(a.closing_balance)) for a in result.accounts] == [
        ("11-22-33445566", "100.00", "105.50"),
        ("11-22-77889900", "50.00", "41.00"),
    ]


def test_a_row_that_begins_with_the_word_is_pending() -> None:
    rows = "03 Mar | Rent | 10.00 | | 95.50\n02 Mar | Wage | | 5.50 | 105.50"
    result = parsed(f"{TOP}{ENDS}{HEAD}\n04 Mar | PENDING - Shop | 7.00 | | \n{rows}")
    assert (result.decision, len(result.accounts[0].transactions)) == ("accepted", 2)


def test_a_section_whose_heading_ends_a_page_begins_overleaf() -> None:
    first = f"""{TOP}
Opening balance | | 100.00
Closing balance | | 95.50

Credits
Date | Details | Amount
02 Mar | Wage | 9.00
Total credits | | 9.00

Debits
"""
    second = "Date | Details | Amount\n03 Mar | Tea | 3.50\n04 Mar | Rent | 10.00\nTotal debits | | 13.50"
    result = parsed(first, second, stops=ONE)
    assert result.decision == "accepted"
    assert [amount for _, amount, _ in told(result.accounts[0])] == ["9.00", "-3.50", "-10.00"]


def test_the_first_balance_is_no_row_above_its_date() -> None:
    """A page that ends within a row has as many dates as amounts, and the first of these is that of the balance."""
    first = (
        f"{TOP}{HEAD}\n | Opening balance | | | 100.00\n02 Mar | Tea\n | at the shop | 3.50 | | 96.50\n03 Mar | Wage"
    )
    second = f"{HEAD}\n | of March | | 9.00 | 105.50\nClosing balance | | | | 105.50"
    result = parsed(first, second)
    assert [day for day, _, _ in told(result.accounts[0])] == ["2024-03-02", "2024-03-03"]


@pytest.mark.parametrize(("notes", "decision"), [("a Contactless.\nb Paid in parts", "accepted"), ("", "review")])
def test_letters_of_notes_stand_behind_their_amounts(notes: str, decision: str) -> None:
    """Glued to them or a blank behind them."""
    rows = "02 Mar | Tea | 3.50a\n03 Mar | Wage | 9.00\n04 Mar | Rent | 10.00 b"
    text = f"{TOP}Opening balance | | 99.50\nClosing balance | | 95.00\nDate | Details | Paid out\n{rows}\n\n{notes}"
    (bare,) = without_footnotes(pages(text, stops=ONE))
    assert ("3.50" in [word.text for word in bare.words]) is (decision == "accepted")
    assert ("b" in [word.text for word in bare.words if word.x0 > 400]) is (decision == "review")


@pytest.mark.parametrize(
    ("foot", "number"),
    [("Example Bank · 2/3", (2, 3)), ("2/3", None), ("Example Bank · 12/26/2024", None), ("Form | 4/3", None)],
)
def test_the_number_of_a_page_stands_behind_the_name(foot: str, number: tuple[int, int] | None) -> None:
    found = numbered(page("Example Bank\n" + "\n" * 52 + foot))
    assert (found and (found.number, found.total)) == number
