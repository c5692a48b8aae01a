"""What stands beside a table is no text of its rows."""

from itertools import zip_longest

import pytest

from extraction.tables.sidebars import panels_first
from tests.pages import lines, rows_of

STOPS = (40, 200, 260, -460, -540)


def texts(text: str, stops: tuple[float, ...] = STOPS) -> list[str]:
    return [row.description for row in rows_of(text, stops=stops)]


def table(*beside: str, head: str = "") -> str:
    """Texts left of the head and of each row -> table."""
    rows = ("02 Mar | Coffee", "03 Mar | Tea", "04 Mar | Salt", "05 Mar | Milk", "06 Mar | Bread")
    told = [f"{left} | {row} | 3.50 | {96 - i}.50" for i, (left, row) in enumerate(zip(beside, rows, strict=True))]
    return "\n".join([f"{head} | Date | Details | Amount | Balance", *told])


def test_a_box_left_of_the_table() -> None:
    assert texts(table("Your deposit", "is eligible", "", "", "")) == ["Coffee", "Tea", "Salt", "Milk", "Bread"]


def test_a_box_left_of_the_dates_may_begin_on_the_line_of_the_head() -> None:
    beside = ("Statement period", "March to June", "", "", "")
    assert texts(table(*beside, head="Statement number")) == ["Coffee", "Tea", "Salt", "Milk", "Bread"]


def test_the_label_of_amounts_alone_is_no_part_of_a_box() -> None:
    """What stands below the amounts of all rows begins left of their dates, as a box does."""
    last = "Closing balance | | | 10.50 | 88.50"
    assert texts(f"{table('Your deposit', '', '', '', '')}\n{last}") == [
        "Coffee",
        "Tea",
        "Salt",
        "Milk",
        "Bread",
        "Closing balance",
    ]


LABELS = (("Account no.", ""), ("1234 5678", ""), ("Limit", "500.00"), ("Left of it", "12.75"), ("Rates", ""))
DAYS = (
    "02 Mar | Coffee | 3.50",
    "03 Mar | Tea | 1.50",
    "04 Mar | Salt | 1.00",
    "05 Mar | Milk | 2.10",
    "06 Mar | Bread | 4.00",
)


@pytest.mark.parametrize("beside", [0, 2])
def test_a_panel_of_figures_left_of_the_dates(beside: int) -> None:
    """Some of its lines stand at the height of rows, most at others."""
    alone = [f"{label} | {figure}" for label, figure in LABELS]
    among = [f"{label} | {figure} | {row}" for (label, figure), row in zip(LABELS, DAYS[:beside], strict=False)]
    rows = [*among, *(f" | | {row}" for row in DAYS[beside:])]
    mixed = [line for both in zip_longest(rows, alone, fillvalue="") for line in both if line]
    found = panels_first(lines("\n".join([" | | Date | Details | Amount", *mixed]), stops=(40, -140, 200, 260, -460)))
    assert [line.text for line in found][-6:] == ["Date Details Amount", *(day.replace(" |", "") for day in DAYS)]
    assert len(found) == len(LABELS) + beside + 6


def test_a_column_left_of_the_dates_has_a_text_in_most_rows() -> None:
    assert texts(table("Card", "Transfer", "Card", "Card", "Cash"))[1] == "Transfer Tea"


def test_a_sentence_beside_the_first_rows() -> None:
    stops = (40, -160, 180, 400)
    text = """
Date | Amount | Details
02 Mar | 3.50 | Coffee | There were 3 payments
03 Mar | 1.50 | Tea | this month, 6.00 in all.
04 Mar | 1.00 | Salt
"""
    assert texts(text, stops) == ["Coffee", "Tea", "Salt"]


def test_a_second_column_of_texts_is_no_sentence() -> None:
    stops = (40, -160, 180, 400)
    text = "Date | Amount | Details\n02 Mar | 3.50 | Coffee | LEEDS\n03 Mar | 1.50 | Tea | HULL"
    assert texts(text, stops) == ["Coffee LEEDS", "Tea HULL"]
