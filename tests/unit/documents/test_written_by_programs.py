"""Statements that programs write: cells that wrap, states of rows, typed grids, sheets, accounts side by side."""

import pytest

from extraction.documents.layouts import Layout
from extraction.documents.lost_lines import lost_lines
from extraction.model import Page, Word
from extraction.tables.date_columns import without_odd_dates
from extraction.tables.items import items
from extraction.text.lines import lines
from extraction.text.sheets import without_grid
from tests.pages import codes, page, parsed, told
from tests.pages import lines as drawn
from tests.unit.documents.test_statement import ENDS, HEAD, ONE, PROVED, ROWS, TOP, accepted

BARE = """
Example Bank
Account statement
Account number: 12345678
All amounts in EUR
"""


def test_a_date_may_have_its_year_below() -> None:
    text = f"""{BARE}
Date | Details | Paid out | Paid in | Balance
Mar 2, | Tea | 3.50 | | 96.50
2024 | shop
Mar 3, | Wage | | 9.00 | 105.50
2024
Mar 4, | Rent | 10.00 | | 95.50
2024 | flat
"""
    result = parsed(text)
    assert (result.decision, told(result.accounts[0])) == ("accepted", PROVED)
    assert [t.description for t in result.accounts[0].transactions] == ["Tea shop", "Wage", "Rent flat"]


def test_one_year_alone_below_a_date_is_that_of_the_rows_below() -> None:
    rows = "30 Dec | Tea | 3.50 | | 96.50\n31 Dec | Wage | | 9.00 | 105.50\n2025\n02 Jan | Rent | 10.00 | | 95.50"
    top = TOP.replace("1 March 2024 to 31 March 2024", "1 December 2024 to 31 January 2025")
    (found,) = accepted(f"{top}{ENDS}\n{HEAD}\n{rows}")
    assert [day for day, _, _ in found] == ["2024-12-30", "2024-12-31", "2025-01-02"]


def test_an_amount_may_stand_below_its_currency() -> None:
    text = f"""{TOP}
Opening balance | | | 10,000.00
Closing balance | | | 8,995.50
Date | Details | Amount | Balance
02 Mar | Tea | - € 3.50 | € 9,996.50
03 Mar | Wage | € 9.00 | € 10,005.50
04 Mar | Rent of | - €
 | the flat | 1,010.00 | € 8,995.50
"""
    (rows,) = accepted(text, stops=ONE)
    assert [amount for _, amount, _ in rows] == ["-3.50", "9.00", "-1010.00"]


def test_rows_that_a_column_of_states_calls_declined_are_none() -> None:
    rows = (
        "02 Mar | Tea | Posted | -3.50 | 96.50\n02 Mar | Car | Declined | -50.00 | 96.50\n"
        "03 Mar | Wage | Posted | 9.00 | 105.50\n04 Mar | Rent | Posted | -10.00 | 95.50"
    )
    head = "Date | Details | Status | Amount | Balance"
    (found,) = accepted(f"{TOP}{ENDS}\n{head}\n{rows}", stops=(40, 110, 300, -450, -540))
    assert found == PROVED


def test_dashes_in_several_columns_are_empty_cells_and_no_signs() -> None:
    head = "Date | Details | Gate | Time | Class | Amount | Balance"
    rows = (
        "02 Mar | Tea | 12 | - | - | -3.50 | 96.50\n03 Mar | Wage | - | - | - | 9.00 | 105.50\n"
        "04 Mar | Gift | - | - | - | 1.00 | 106.50\n04 Mar | Rent | 12 | - | - | -11.00 | 95.50"
    )
    (found,) = accepted(f"{TOP}{ENDS}\n{head}\n{rows}", stops=(40, 110, 240, 300, 425, -470, -540))
    assert [amount for _, amount, _ in found] == ["-3.50", "9.00", "1.00", "-11.00"]


@pytest.mark.parametrize(("day", "dated"), [("28/02", False), ("28/02/2024", True)])
def test_the_date_in_a_text_that_breaks_before_it_is_none_of_a_row(day: str, dated: bool) -> None:
    rows = [f"0{n}/03/2024 Card 4471" for n in range(1, 7)]
    parted = [[*items(line, ".")] for line in drawn("\n".join([*rows, f"{day} the rest"]), stops=(40,))]
    assert [its[0].date is not None for its in without_odd_dates(parted)] == [True] * 6 + [dated]


def test_most_dates_without_a_year_are_those_of_rows() -> None:
    rows = [f"0{n}/03 Card 4471" for n in range(1, 7)]
    parted = [[*items(line, ".")] for line in drawn("\n".join([*rows, "28/02/2024 the rest"]), stops=(40,))]
    assert without_odd_dates(parted) == parted


@pytest.mark.parametrize(("mark", "chunks"), [("|", 2), ("I", 1)])
def test_strokes_that_are_typed_below_each_other_are_ruling_lines(mark: str, chunks: int) -> None:
    texts = [f"{mark}0{n}.03.2024{mark}Tea{mark}" for n in range(1, 8)]
    typed = [Word(text, 40, 40 + 14 * i, 40 + 5 * len(text), 50 + 14 * i) for i, text in enumerate(texts)]
    found = lines(Page(1, 600, 800, tuple(typed)))
    assert [len(line.chunks) for line in found] == [chunks] * 7


def test_the_numbers_of_the_rows_of_a_sheet_are_no_text() -> None:
    body = [f"{n} | line {n}" for n in range(1, 18)]
    (bare,) = without_grid([page("\n".join([" | A", *body]), (20, 60))])
    assert [line.text for line in lines(bare)] == [f"line {n}" for n in range(1, 18)]
    (same,) = without_grid([page("\n".join([*body[:9], "10 | x", "12 | y", *body[12:]]), (20, 60))])
    assert same.words[0].text == "1"


def test_two_accounts_in_the_columns_of_one_table() -> None:
    text = """
Example Credit Union
Member statement
Statement period: 1 March 2024 to 31 March 2024
Currency: EUR
Shares (A/C 12345-01) | | | | 95.50
Loan (A/C 12345-02) | | | | 1,580.00
 | | SHARES | | | LOAN
Date | Details | In | Out | Balance | Issued | Repaid | Balance
01 Mar | Balance brought forward | | | 100.00 | | | 1,600.00
02 Mar | Tea | | 3.50 | 96.50 | | | 1,600.00
03 Mar | Wage | 9.00 | | 105.50 | | 20.00 | 1,580.00
04 Mar | Rent | | 10.00 | 95.50 | | | 1,580.00
"""
    result = parsed(text, stops=(40, 110, -300, -350, -410, -460, -510, -570))
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [told(account) for account in result.accounts] == [PROVED, [("2024-03-03", "20.00", "-1580.00")]]


def test_a_second_account_goes_on_with_the_table_of_the_first_one() -> None:
    text = f"""
Example Bank
Statement of your accounts
All amounts in EUR
Statement period: 1 March 2024 to 31 March 2024
{HEAD}
Account number 12345678
Opening balance | | | | 100.00
{ROWS}
Closing balance | | | | 95.50
Account number 22345678
Opening balance | | | | 50.00
05 Mar | Fee | 5.00 | | 45.00
"""
    more = f"{HEAD}\n06 Mar | Fee | 1.00 | | 44.00\nClosing balance | | | | 44.00"
    result = parsed(text, more)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [len(account.transactions) for account in result.accounts] == [3, 2]


def test_rows_of_which_the_dates_come_last_are_missed_below_their_head() -> None:
    found = drawn("Details | Amount | Balance | Date\nTea | 3.50 | 96.50 | 02/03/2024", stops=(40, -300, -400, 450))
    layout = Layout(".", (), (), frozenset(), {0: False})
    assert len(lost_lines(layout, found)) == 1
    due = drawn("Card | Balance | Payment | Due date\nGold | 96.50 | 5.00 | 02/03/2024", stops=(40, -300, -400, 450))
    assert lost_lines(layout, due) == []
