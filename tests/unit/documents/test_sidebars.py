"""A panel that stands right of a table: what it says is read, and no row is disturbed by it."""

from dataclasses import replace

import pytest

from extraction.model import Rule
from extraction.pipeline import parse
from extraction.tables.sidebars import panels_first
from schemas.result import ExtractionResult
from tests.pages import SOURCE, codes, lines, page, told, top_of
from tests.unit.documents.test_statement import PROVED, ROWS, TOP

STOPS = (40, 110, -260, -330, -400)
PANEL = (
    "Start balance",
    "£100.00",
    "Total paid out",
    "£13.50",
    "Total paid in",
    "£9.00",
    "End balance",
    "£95.50",
)


def beside(panel: tuple[str, ...], left: float = 440.0, rows: str = ROWS) -> ExtractionResult:
    """Lines of a panel, where it begins -> what is said of a page with it, set between the lines of the table; each
    amount ends at the right edge of the panel."""
    table = page(f"{TOP}\n\nDate | Details | £ Out | £ In | £ Balance\n{rows}\n\n\n\n\n", STOPS)
    head = next(word for word in table.words if word.text == "Details")
    placed = [
        word
        for i, text in enumerate(panel)
        for word in page(text, (left if text[0].isalpha() else -560.0,)).words
        for word in (type(word)(word.text, word.x0, head.top + 5 + 12 * i, word.x1, head.top + 15 + 12 * i),)
    ]
    whole = type(table)(1, table.width, table.height, (*table.words, *placed))
    return parse([whole], SOURCE, "key")


def test_its_balances_and_totals_prove_the_rows() -> None:
    result = beside(PANEL)
    assert (result.decision, codes(result)) == ("accepted", [])
    (account,) = result.accounts
    assert told(account) == PROVED
    assert [t.description for t in account.transactions] == ["Tea", "Wage", "Rent"]
    assert (str(account.opening_balance), str(account.closing_balance)) == ("100.00", "95.50")
    proved = {proof.check for proof in result.proofs if proof.status == "holds"}
    assert {"closing_balance", "total_credits", "total_debits"} <= proved


@pytest.mark.parametrize("place", [1, 3, 5, 7])
def test_a_figure_of_it_that_contradicts_the_rows_holds_them_back(place: int) -> None:
    wrong = (*PANEL[:place], f"£2{PANEL[place][1:]}", *PANEL[place + 1 :])
    assert beside(wrong).decision == "review"


def test_texts_beside_most_rows_are_a_column() -> None:
    rows = "02 Mar | Tea | 3.50 | | 96.50 | Leeds branch\n03 Mar | Wage | | 9.00 | 105.50 | Hull branch"
    more = "04 Mar | Rent | 10.00 | | 95.50 | York branch\n05 Mar | Salt | 1.00 | | 94.50 | Bath branch"
    found = lines(f"Date | Details | £ Out | £ In | £ Balance\n{rows}\n{more}", stops=(*STOPS, 440))
    assert panels_first(found) == found


def test_a_name_over_two_lines_above_the_balances_of_two_tables_is_no_panel() -> None:
    head = " | | | | Running\nDate | Details | Out | In | Balance\n"
    first = f"{head}01 Mar | Opening balance | | | | 100.00\n02 Mar | Tea | 3.50 | | | 96.50"
    second = f"{head}01 Mar | Opening balance | | | | 20.00\n02 Mar | Tea | 1.00 | | | 19.00"
    text = f"{TOP}\nSavings\n{first}\n\nChecking\n{second}"
    stops = (40, 110, -360, -450, 515, -560)
    table = lines(text, stops=stops)
    assert panels_first(table) == table


def test_labels_with_their_figures_beside_most_rows_are_a_panel() -> None:
    rows = "02 Mar | Tea | 3.50 | | 96.50 | Buying rate | 20.99%\n03 Mar | Wage | | 9.00 | 105.50 | Cash rate | 22.99%"
    more = "04 Mar | Rent | 10.00 | | 95.50 | Credit limit | 9,000.00\n05 Mar | Salt | 1.00 | | 94.50 | Points | 12"
    found = lines(f"Date | Details | £ Out | £ In | £ Balance\n{rows}\n{more}", stops=(*STOPS, 440, -590))
    assert [line.text for line in panels_first(found)[:4]] == [
        "Buying rate 20.99%",
        "Cash rate 22.99%",
        "Credit limit 9,000.00",
        "Points 12",
    ]


def test_the_names_of_columns_that_stand_below_each_other_are_no_panel() -> None:
    """The first table ends left of where the names of the amounts of the others begin."""
    head = "Date | Details | | AMOUNT"
    text = f"""{TOP}
Opening balance | 100.00
Closing balance | 97.50

DEPOSITS
Date | Ref | AMOUNT
3/02 | 17 | 1.00
CREDITS
{head}
3/03 | Wage | | 9.00
DEBITS
{head}
3/04 | Tea | | 3.50
OTHER DEBITS
{head}
3/05 | Rent | | 5.00
FEES
{head}
3/06 | Fee | | 3.00
CHARGES
{head}"""
    placed = lines(text, stops=(40, 110, -260, -560))
    assert panels_first(placed) == placed


def test_a_panel_right_of_a_table_whose_texts_come_last() -> None:
    text = """
Date | Amount | Details | Your summary
 | | | Previous balance | 100.00
02 Mar | 3.50 | Coffee house
 | | | Payments received | 20.00
03 Mar | 1.50 | Tea | New purchases | 6.00
04 Mar | 1.00 | Salt
 | | | New balance | 86.00
05 Mar | 2.00 | Bread
06 Mar | 4.00 | Milk | Credit limit | 900.00
"""
    found = panels_first(lines(text, stops=(40, -160, 180, 400, -560)))
    assert [line.text for line in found][-5:] == [
        "02 Mar 3.50 Coffee house", "03 Mar 1.50 Tea", "04 Mar 1.00 Salt", "05 Mar 2.00 Bread", "06 Mar 4.00 Milk",
    ]  # fmt: skip


def test_a_panel_beside_rows_whose_dates_begin_with_the_month() -> None:
    rows = [f"AUG {day} | AUG {day} | Shop {day} | 1.{day}" for day in range(12, 19)]
    panel = ["Minimum payment", "Payment due", "Credit limit", "Available credit", "Annual rates", "Purchases", "Fees"]
    mixed = [line for row, label in zip(rows, panel, strict=True) for line in (row, f" | | | | {label} | 10.00")]
    found = panels_first(lines("\n".join(mixed), stops=(40, 100, 160, -360, 400, -560)))
    assert [line.text for line in found] == [
        *(f"{label} 10.00" for label in panel),
        *(row.replace(" |", "") for row in rows),
    ]


@pytest.mark.parametrize(("edges", "decision"), [((100,), "review"), ((30, 100, 300, 370, 480, 560), "accepted")])
def test_lines_down_the_whole_page_are_columns_where_there_are_several(edges: tuple[int, ...], decision: str) -> None:
    """As in a passbook: no text crosses them; a single one is the edge of a box."""
    text = f"{TOP}\nDate | Details | Paid out | Paid in | Balance\n | Balance B/F | | | 100.00\n{ROWS}"
    table = page(text, (40, 110, -360, -450, -540), rules=[Rule(x, 0, x, 842) for x in edges])
    inside = [w for w in table.words if w.x1 < 100 or w.x0 > 100 or w.top > top_of(text, "Date") - 1]
    result = parse([replace(table, words=tuple(inside))], SOURCE, "key")
    assert result.decision == decision
