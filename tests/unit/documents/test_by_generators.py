"""Statements as other generators draw them: headlines of days, sections without a side, months of one print."""

from dataclasses import replace
from datetime import date

import pytest

from extraction.documents.odd_days import odd_days
from extraction.reconcile.ledger import Posting
from extraction.text.footnotes import without_footnotes
from tests.pages import codes, pages, parsed, rows_of, told
from tests.unit.documents.test_statement import TOP

ONE = (40, 110, -540)
"""Date, description and one column of money."""


def of_sections(closing: str, second: str = "9.00") -> str:
    return f"""{TOP}
Opening balance | | 100.00
Closing balance | | {closing}

Alpha
Date | Details | Amount
02 Mar | Wage | 10.00
03 Mar | Gift | 2.00

Beta
Date | Details | Amount
04 Mar | Tea | 7.00
05 Mar | Cake | {second}
"""


@pytest.mark.parametrize(
    ("closing", "second", "decision", "amounts"),
    [
        ("96.00", "9.00", "accepted", ["10.00", "2.00", "-7.00", "-9.00"]),
        ("104.00", "9.00", "accepted", ["-10.00", "-2.00", "7.00", "9.00"]),
        ("97.00", "9.00", "review", None),
        ("100.00", "5.00", "review", None),  # either may be money out
    ],
)
def test_sections_have_the_sides_by_which_alone_the_balances_meet(
    closing: str, second: str, decision: str, amounts: list[str] | None
) -> None:
    result = parsed(of_sections(closing, second), stops=ONE)
    assert result.decision == decision
    if amounts:
        assert [amount for _, amount, _ in told(result.accounts[0])] == amounts


FORWARD = """
Mon, 4 March 2024 | | End of day 96.50
Tea | | -3.50
Wed, 6 March 2024 | | End of day 95.50
Wage | | +9.00
Rent | | -10.00
"""
BACKWARD = """
Wed, 6 March 2024 | | End of day 95.50
Rent | | -10.00
Wage | | +9.00
Mon, 4 March 2024 | | End of day 96.50
Tea | | -3.50
"""


@pytest.mark.parametrize("rows", [FORWARD, BACKWARD, FORWARD.replace("End of day ", "")])
def test_days_are_headed_by_their_balance(rows: str) -> None:
    text = f"{TOP}Opening balance | | 100.00\nClosing balance | | 95.50\n{rows}"
    result = parsed(text, stops=(40, 200, -540))
    assert result.decision == "accepted"
    assert [(day, amount) for day, amount, _ in sorted(told(result.accounts[0]))] == [
        ("2024-03-04", "-3.50"),
        ("2024-03-06", "-10.00"),
        ("2024-03-06", "9.00"),
    ]
    assert {t.description for t in result.accounts[0].transactions} == {"Tea", "Wage", "Rent"}


def test_the_headline_of_a_day_is_told_again_overleaf() -> None:
    first = f"{TOP}Opening balance | | 100.00\nClosing balance | | 95.50\n{FORWARD}".replace("Rent | | -10.00\n", "")
    second = "Wed, 6 March 2024 | | End of day 95.50\nRent | | -10.00\n"
    result = parsed(first, second, stops=(40, 200, -540))
    assert (result.decision, len(result.accounts[0].transactions)) == ("accepted", 3)


def test_rows_are_cards_with_their_balance_on_the_last_line() -> None:
    text = f"""{TOP}Opening balance | | 100.00

4 March 2024 | | -3.50
Tea | |
Order 11 of 05 Mar 2024 | | Running balance 96.50

6 March 2024 | | 9.00
Wage | |
Thank you | | Running balance 105.50
"""
    result = parsed(text, stops=(40, 200, -540))
    assert result.decision == "accepted"
    assert [(t.description, str(t.balance)) for t in result.accounts[0].transactions] == [
        ("Tea Order 11 of 05 Mar 2024", "96.50"),
        ("Wage Thank you", "105.50"),
    ]


def test_a_day_where_texts_begin_is_none_of_the_rows_below() -> None:
    text = f"""{TOP}Opening balance | | 100.00
Closing balance | | 85.00
Details | | Amount
Saturday 02 March 2024 | |
 | Tea | -3.50
 | at the shop |
Monday 04 March 2024 | |
 | Cake | -1.50
 | 03 March 2024 11:07 Pass 1 |
 | Rent | -10.00
"""
    result = parsed(text, stops=(40, 70, -540))
    assert [day for day, _, _ in told(result.accounts[0])] == ["2024-03-02", "2024-03-04", "2024-03-04"]


MONTH = """
Example Bank
Account statement
Account number: 12345678
All amounts in EUR
Statement period: 1 {month} 2024 to 28 {month} 2024
Opening balance | | | | {opening}
Closing balance | | | | {closing}
Date | Details | Paid out | Paid in | Balance
02 {month} | Tea | 3.50 | | {closing}
Page {page} of {count}
"""


@pytest.mark.parametrize(
    ("months", "count", "decision"),
    [
        ((("February", "100.00", "96.50"), ("March", "96.50", "93.00")), 2, "accepted"),
        ((("February", "100.00", "96.50"), ("March", "96.50", "93.00")), 3, "review"),
        ((("January", "100.00", "96.50"), ("March", "90.00", "86.50")), 2, "review"),
    ],
)
def test_one_count_of_pages_may_run_through_several_statements(
    months: tuple[tuple[str, str, str], ...], count: int, decision: str
) -> None:
    texts = [
        MONTH.format(month=month, opening=opening, closing=closing, page=number, count=count)
        for number, (month, opening, closing) in enumerate(months, 1)
    ]
    result = parsed(*texts)
    assert result.decision == decision
    if decision == "accepted":
        assert [str(account.closing_balance) for account in result.accounts] == ["96.50", "93.00"]
    if months[0][0] == "January":
        assert codes(result) == ["statements_apart"]


def test_letters_behind_amounts_are_lifted_off_where_notes_tell_of_them() -> None:
    text = f"""{TOP}Opening balance | | 100.00
Closing balance | | 95.50
Date | Details | Amount
02 Mar | Tea | -3.50a
03 Mar | Cake | -1.00b
{{}}
"""
    noted = "a Charged at the point of sale.\nb Bought in another country."
    assert parsed(text.format(noted), stops=ONE).decision == "accepted"
    assert parsed(text.format(""), stops=ONE).decision == "review"
    unknown = pages(text.format(noted.replace("b Bought", "c Bought")), stops=ONE)
    assert without_footnotes(unknown) == unknown


def test_an_amount_without_a_sign_among_others_has_lost_it() -> None:
    rows = "02 Mar | Tea | - 3.50\n03 Mar | Cake | - 1.50\n04 Mar | Wage | + 9.00\n05 Mar | Rent | {} 10.00"
    text = f"{TOP}Opening balance | | 100.00\nClosing balance | | 94.00\nDate | Details | Amount\n{rows}\n"
    assert parsed(text.format("-"), stops=ONE).decision == "accepted"
    assert parsed(text.format(""), stops=ONE).decision == "review"


def days(*told: tuple[str | None, str | None], beside: bool = True) -> list[tuple[Posting, date | None, date | None]]:
    """Posted and value dates -> rows that have them, the posted ones on the line of the amount or above it."""
    text = "Date | Details | Amount\n" + "\n".join("02 Mar | Tea | 3.50" for _ in told)
    found = []
    for row, (posted, valued) in zip(rows_of(text, stops=ONE), told, strict=True):
        (entry,) = row.entries.values()
        if row.posted is not None and not beside:
            x0, top, x1, bottom = row.posted.cell.box
            above = replace(row.posted.cell, box=(x0, top - 14, x1, bottom - 14))
            row = replace(row, posted=replace(row.posted, cell=above))
        posting = Posting(row, "row", entry.amount.value, None, entry.cell, None, "sign")
        one, other = (date.fromisoformat(day) if day else None for day in (posted, valued))
        found.append((posting, one, other))
    return found


def test_a_second_date_a_year_off_is_odd() -> None:
    usual = [(f"2024-03-{day:02}", f"2024-03-{day + 1:02}") for day in range(2, 8)]
    assert [i.row for i in odd_days(days(*usual, ("2024-03-09", "2023-03-10")), 0)] == [6]
    assert not [*odd_days(days(*usual, ("2024-03-09", "2024-01-10")), 0)]
    assert not [*odd_days(days(*usual[:2], ("2024-03-09", "2023-03-10")), 0)]


def test_days_above_the_rows_that_go_back_once_are_odd() -> None:
    way = ["2024-03-02", "2024-03-04", "2024-03-03", "2024-03-05", "2024-03-06", "2024-03-08"]
    dated = [(day, None) for day in way]
    assert [i.row for i in odd_days(days(*dated, beside=False), 0)] == [2]
    assert not [*odd_days(days(*dated), 0)]
    assert not [*odd_days(days(*sorted(dated), beside=False), 0)]


EUROS = """
Euro account 4410 8832
Opening balance | | | 100.00
Details | Date | Amount | Balance
Tea | 02 Mar 2024 | -3.50 | 96.50
Wage | 03 Mar 2024 | 9.00 | 105.50
Closing balance | | | 105.50
"""
DINARS = """
Dinar account 4424 7701
Opening balance | | | KD 10.000
Details | Date | Amount | Balance
Cake | 02 Mar 2024 | (KD 3.500) | KD 6.500
Rent | 03 Mar 2024 | (KD 1.125) | KD 5.375
Closing balance | | | KD {}
"""


@pytest.mark.parametrize(("closing", "decision"), [("5.375", "accepted"), ("5.370", "review")])
def test_an_account_with_other_decimals_is_read_or_told(closing: str, decision: str) -> None:
    text = f"Example Bank\nAccount statement\n{EUROS}\n{DINARS.format(closing)}"
    result = parsed(text, stops=(40, 200, -450, -540))
    assert result.decision == decision
    if decision == "accepted":
        assert [[amount for _, amount, _ in told(account)] for account in result.accounts] == [
            ["-3.50", "9.00"],
            ["-3.500", "-1.125"],
        ]


def test_totals_of_columns_beside_a_closing_balance_are_none() -> None:
    text = f"""{TOP}
 | Details | Paid out | Paid in | Balance | Date
Opening balance | | | | 100.00
Tea at the corner shop | | 3.50 | | 96.50 | 02 Mar 2024
Wage of the month | | | 9.00 | 105.50 | 03 Mar 2024
Rent of the flat | | 10.00 | | 95.50 | 04 Mar 2024

Closing balance | | {{}} | 9.00 | 95.50
"""
    stops = (40, 80, -300, -380, -460, 480)
    assert parsed(text.format("13.50"), stops=stops).decision == "accepted"
    assert parsed(text.format("31.50"), stops=stops).decision == "review"


def test_a_net_amount_of_the_other_sign_contradicts_its_row() -> None:
    rows = "\n".join(f"{day:02} Mar | Tea {day} | -1.00 | 0.00 | -1.00" for day in range(2, 14))
    text = f"""{TOP}Opening balance | | | | 100.00
Closing balance | | | | 86.50
Date | Details | Gross | Fee | Net
{rows}
15 Mar | Cake | -1.00 | 0.50 | {{}}
"""
    assert parsed(text.format("-1.50")).decision == "accepted"
    assert parsed(text.format("1.50")).decision == "review"


def test_days_may_stand_behind_their_texts_below_the_name_of_a_month() -> None:
    text = f"""{TOP}Opening balance | | 100.00
Details | Date | Amount
March 2024 | |
Tea | 02 | -3.50
Wage | 03 | 9.00
Closing balance | | 105.50
"""
    result = parsed(text, stops=(40, 300, -540))
    assert (result.decision, [day for day, _, _ in told(result.accounts[0])]) == (
        "accepted",
        ["2024-03-02", "2024-03-03"],
    )
