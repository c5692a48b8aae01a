"""Balances under names that nobody knows, told by the arithmetic of the summary they stand in."""

import pytest

from extraction.documents.led import led
from extraction.tables.pairs import pairs
from tests.pages import STOPS, lines, parsed
from tests.unit.documents.test_card_parts import TABLE, TOP

SUMMARY = "{} | | | | 100.00\nWadokwo | | | | {}\nKoto | | | | {}\n{} | | | | 70.00"


def ends(text: str) -> list[tuple[str, str]]:
    found = led(pairs(lines(text, stops=STOPS), "."))
    return [(str(first.amount.value), str(last.amount.value)) for first, last in found]


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        (SUMMARY.format("Gotowa", "50.00", "20.00", "Lisanda"), [("100.00", "70.00")]),
        (SUMMARY.format("Gotowa", "0.00", "30.00", "Lisanda"), [("100.00", "70.00")]),
        (SUMMARY.format("Gotowa", "50.00", "21.00", "Lisanda"), []),
        (SUMMARY.format("Credit limit", "50.00", "20.00", "Lisanda"), []),
        (SUMMARY.format("Gotowa", "50.00", "20.00", "Available"), []),
        (SUMMARY.format("Purchases", "50.00", "20.00", "Lisanda"), []),
        ("Gotowa | | | | 100.00\nLisanda | | | | 70.00\nKoto | | | | 30.00", []),
        ("Tea | | | | 44.50\n01/03 Rail | | | | 76.00\n03/03 Milk | | | | 23.15\nTo pay | | | | 143.65", []),
    ],
    ids=["made", "one part of nothing", "not made", "limit", "available", "part", "too few", "rows with their total"],
)
def test_first_and_last_figure_of_a_summary_that_its_parts_lead_between(
    summary: str, expected: list[tuple[str, str]]
) -> None:
    assert ends(summary) == expected


def test_the_figures_may_stand_on_one_line_below_their_names() -> None:
    stops = (-100, -200, -300, -400, -500)
    found = led(pairs(lines("Gotowa | Wado | Koto | Lisanda\n100.00 | 50.00 | 20.00 | 70.00", stops=stops), "."))
    assert [(first.above, last.above) for first, last in found] == [("Gotowa", "Lisanda")]


@pytest.mark.parametrize(
    ("previous", "new"), [("Gotowa", "Lisanda"), ("Previous balance", "Lisanda"), ("Gotowa", "New balance")]
)
def test_the_rows_of_a_card_are_proved_by_balances_of_any_name(previous: str, new: str) -> None:
    result = parsed(f"{TOP}{SUMMARY.format(previous, '50.00', '20.00', new)}\n{TABLE}", stops=STOPS)
    (account,) = result.accounts
    assert (str(account.opening_balance), str(account.closing_balance)) == ("-100.00", "-70.00")
    assert [str(row.amount) for row in account.transactions] == ["-20.00", "50.00"]
    assert result.decision == "accepted"


def test_a_lost_row_is_not_proved_by_them() -> None:
    text = f"{TOP}{SUMMARY.format('Gotowa', '50.00', '20.00', 'Lisanda')}\n{TABLE}"
    result = parsed(text.replace("02 Mar | Shop | | | 20.00\n", ""), stops=STOPS)
    assert result.decision == "review"


def test_figures_of_interest_that_cancel_out_lead_from_no_balance_to_another() -> None:
    stops = (40, 150, -540)
    text = "{} | at a rate of 0.25 % | 0.29\nTax on it 26 % | | 0.08\nWhat is left | | 0.21\nLisanda | | 0.00"
    told = [any(led(pairs(lines(text.format(name), stops=stops), "."))) for name in ("Interest", "Gotowa")]
    assert told == [False, True]
