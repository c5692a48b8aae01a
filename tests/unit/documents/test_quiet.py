"""Statements without transactions: accepted only where it is certain that there are none."""

from dataclasses import replace

import pytest

from extraction.pipeline import parse
from tests.pages import SOURCE, codes, pages, parsed
from tests.statement_pages import HEAD

TOP = """
Example Bank
Account statement
Account number: 12345678
All amounts in EUR
Statement period: 1 March 2024 to 31 March 2024
Opening balance | | | | 100.00
Closing balance | | | | {0}
"""
STILL = TOP.format("100.00")
SAID = "No transactions in this period"


@pytest.mark.parametrize("text", [f"{STILL}\n{SAID}", f"{STILL}\n{HEAD}", f"{STILL}\n{HEAD}\n{SAID}"])
def test_an_empty_table_or_a_word_for_it_is_accepted_where_the_balance_did_not_move(text: str) -> None:
    result = parsed(text)
    assert (result.decision, codes(result)) == ("accepted", [])
    (account,) = result.accounts
    assert (account.transactions, str(account.opening_balance), str(account.closing_balance)) == (
        (),
        "100.00",
        "100.00",
    )


@pytest.mark.parametrize(
    "text",
    [
        STILL,
        f"{TOP.format('95.50')}\n{HEAD}",
        f"{TOP.format('95.50')}\n{SAID}",
        f"{STILL}\nTotal paid out | | | | 4.50\n{HEAD}",
        f"{STILL}\nTotal paid out | | | | 4.50\n{SAID}",
        f"{STILL}\n{HEAD}\n02 Mar 2024 | Tea | 3,50\n03 Mar 2024 | Wage | | 3,50",
        STILL.replace("Opening balance | | | | 100.00\n", "") + f"\n{HEAD}",
        STILL.replace("Closing balance | | | | 100.00\n", "") + f"\n{SAID}",
    ],
)
def test_anything_else_goes_to_review(text: str) -> None:
    result = parsed(text)
    assert result.decision == "review"
    assert codes(result)[0] in {"no_transactions", "unproved"}


@pytest.mark.parametrize(
    "text",
    ["Credit limit", "Bestedingslimiet", "Kreditrahmen", "Beschikbaar", "Depósitos garantidos até", "Geschützt bis"],
)
def test_limits_and_guarantees_are_no_rows_where_the_page_says_that_there_are_none(text: str) -> None:
    assert parsed(f"{STILL}\n{SAID}\n{text} | | | | 8000.00").decision == "accepted"


def test_the_steps_of_a_rate_are_no_rows() -> None:
    rates = "Interest rates\nBalance | | | | Rate\n0.01 - | 9,999.99 | | | 0.00%\n10,000.00 | and over | | | 0.15%"
    assert parsed(f"{STILL}\n{SAID}\n{rates}").decision == "accepted"


def test_an_empty_table_on_a_picture_may_have_rows_that_were_not_read() -> None:
    (one,) = pages(f"{STILL}\n{HEAD}")
    seen = replace(one, source="ocr", words=tuple(replace(w, method="ocr", confidence=0.99) for w in one.words))
    assert codes(parse([seen], SOURCE, "key")) == ["no_transactions"]


def test_a_month_without_rows_between_two_others_in_one_file() -> None:
    def month(name: str, last: int, rows: str, ends: tuple[str, str]) -> str:
        text = TOP.replace("March", name).replace("31 " + name, f"{last} {name}").format(ends[1])
        return f"{text.replace('balance | | | | 100.00', f'balance | | | | {ends[0]}', 1)}\n{HEAD}\n{rows}"

    march = month("March", 31, "02 Mar | Tea | 3.50 | | 96.50", ("100.00", "96.50"))
    april = month("April", 30, SAID, ("96.50", "96.50"))
    may = month("May", 31, "02 May | Tea | 3.50 | | 93.00", ("96.50", "93.00"))
    result = parsed(march, april, may)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [len(account.transactions) for account in result.accounts] == [1, 0, 1]


def test_fees_of_the_year_are_no_rows_where_the_page_says_that_there_are_none() -> None:
    fees = "Comisiones | | | Periodo | Año\nDescubierto | | | 0.00 | 22.89"
    assert parsed(f"{STILL}\n{SAID}\n\n{fees}").decision == "accepted"
    assert parsed(f"{STILL}\n{SAID}\n\n{fees.replace('Año', 'Cargo')}").decision == "review"


@pytest.mark.parametrize(("row", "decision"), [("02 Apr | Rent | 48.28", "accepted"), ("Rent | 48.28", "review")])
def test_what_is_not_booked_yet_moves_nothing(row: str, decision: str) -> None:
    pending = f"Scheduled payments\n{row}"
    assert parsed(f"{STILL}\n{SAID}\n\n{pending}", stops=(40, 110, 300, -450, -540)).decision == decision


def test_a_plan_of_nothing_beside_the_account_does_not_move_it() -> None:
    plan = "Budget balance brought forward | | | | 0.00"
    assert parsed(f"{STILL}\n{SAID}\n{plan}").decision == "accepted"
    assert parsed(f"{STILL}\n{SAID}\n{plan.replace('0.00', '7.00')}").decision == "review"
