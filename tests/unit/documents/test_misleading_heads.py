"""Heads that mislead, or say little: the arithmetic finds what the columns are."""

import pytest

from extraction.tables.header import headers
from tests.pages import codes, lines, parsed, told
from tests.unit.documents.test_statement import ENDS, PROVED, TOP, accepted


def test_the_arithmetic_corrects_a_head_that_names_the_wrong_columns() -> None:
    """Above the amounts stand the names of something else, "Paid in" above what goes out."""
    head = "Date | Details | Paid in | Amount | Fee"
    rows = "02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Wage | | 9.00 | 105.50\n04 Mar | Rent | 10.00 | | 95.50"
    assert accepted(f"{TOP}{ENDS}\n{head}\n{rows}") == [PROVED]


def test_a_statement_that_no_reading_proves_keeps_the_one_of_its_head() -> None:
    rows = "02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Wage | | 9.00 | 105.50\n04 Mar | Rent | 10.01 | | 95.50"
    result = parsed(f"{TOP}{ENDS}\nDate | Details | Paid out | Paid in | Balance\n{rows}")
    assert (result.decision, codes(result)) == ("review", ["balance_mismatch"])
    assert [row[1] for row in told(result.accounts[0])] == ["-3.50", "9.00", "-10.01"]


def test_a_first_row_without_a_date_is_not_left_out_because_no_head_tells_of_it() -> None:
    """Its balance could be the opening one."""
    rows = " | Tea | 3.50 | | 96.50\n03 Mar | Wage | | 9.00 | 105.50\n04 Mar | Rent | 10.00 | | 95.50"
    ends = "Closing balance | | | | 95.50\n"
    result = parsed(f"{TOP}{ends}\nDate | Details | Paid out | Paid in | Balance\n{rows}")
    assert (result.decision, codes(result)) == ("review", ["incomplete"])


def test_amounts_stand_below_their_heads_in_order_where_the_nearest_head_is_another_one() -> None:
    """The heads are set to the left, the amounts far to the right of them."""
    text = f"""{TOP}{ENDS}
Date | In | Out | Balance | Transaction
02 Mar | | 3.50 | 96.50 | Tea
03 Mar | 9.00 | | 105.50 | Wage
04 Mar | | 10.00 | 95.50 | Rent
"""
    lines = text.split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("Date"))
    lines[at] = "Date | | | | Transaction | In | Out | Balance"
    stops = (40, -191, -258, -325, 365, 134, 201, 268)
    result = parsed(
        "\n".join(lines)
        .replace("Opening balance | | | | ", "Opening balance | ")
        .replace("Closing balance | | | | ", "Closing balance | "),
        stops=stops,
    )
    assert (result.decision, codes(result)) == ("accepted", [])
    assert told(result.accounts[0]) == PROVED


@pytest.mark.parametrize(
    ("head", "days"),
    [
        ("Received by us | Transaction date | Details | | Amount", "02 Mar | 01 Mar"),
        ("Value date | Date | Details | | Zorblatt", "01 Mar | 02 Mar"),
    ],
    ids=["a date by another name", "amounts by a name that nobody knows"],
)
def test_a_head_of_which_one_name_is_not_understood_still_says_which_date_is_which(head: str, days: str) -> None:
    rows = f"{days} | Tea | | -3.50\n{days} | Wage | | 9.00\n{days} | Rent | | -10.00"
    result = parsed(f"{TOP}{ENDS}\n{head}\n{rows}", stops=(40, 150, 260, -450, -540))
    assert (result.decision, codes(result)) == ("accepted", [])
    assert {(str(t.date), str(t.value_date)) for t in result.accounts[0].transactions} == {("2024-03-02", "2024-03-01")}


def test_a_title_over_debits_and_credits_is_no_column() -> None:
    """It stands over half of each of them; the texts are named on a line between."""
    text = """
Data | | | Movimenti
 | Descrizione
 | | Dare | | Avere
"""
    (head,) = headers(lines(text, stops=(40, 110, -410, 398, -465)))
    assert [cell.text for cell in head.cells] == ["Data", "Descrizione", "Dare", "Avere"]


def test_a_line_of_totals_is_no_head() -> None:
    assert headers(lines("Transaction totals Deposits and Other")) == []


def test_a_text_that_names_a_fee_is_no_head() -> None:
    assert headers(lines("Transaction fee")) == []


def test_a_column_that_all_rows_use_is_theirs_though_nobody_knows_its_name() -> None:
    """The first and the last balance stand alone on their lines."""
    rows = """
01 Mar | Primo | | 100.00
02 Mar | Tea | -3.50 | 96.50
03 Mar | Wage | 9.00 | 105.50
04 Mar | Rent | -10.00 | 95.50
31 Mar | Ultimo | | 95.50
"""
    result = parsed(f"{TOP}\nDate | Text | Amount | Zorblatt{rows}", stops=(40, 110, -450, -540))
    assert (result.decision, [row[:2] for row in told(result.accounts[0])]) == (
        "accepted",
        [(day, amount) for day, amount, _ in PROVED],
    )


def test_in_a_table_of_one_row_a_date_below_a_name_that_nobody_knows_is_one() -> None:
    one = "{0} | 01 Mar | {1} | | {2}"
    head = "Zorblatt | Trans. | Details | | Amount"
    tables = [
        one.format("02 Mar", "Tea", "-3.50"),
        one.format("03 Mar", "Wage", "9.00"),
        one.format("04 Mar", "Rent", "-10.00"),
    ]
    text = "\n\n".join(f"{head}\n{table}" for table in tables)
    result = parsed(f"{TOP}{ENDS}\n{text}", stops=(40, 110, 180, -450, -540))
    assert [str(t.date) for t in result.accounts[0].transactions] == ["2024-03-02", "2024-03-03", "2024-03-04"]


def test_debits_and_credits_of_a_head_are_not_turned_round() -> None:
    """The balances stand among the debits and print no sign: rows of the other side lead from one to the next as well.
    An amount that is none of the account holds the statement back."""
    text = f"""{TOP}
Date | Details | Debit | Credit
01 Mar | Opening balance | 212.36 |
02 Mar | Tea | 88.71 |
03 Mar | Wage | | 115.78
04 Mar | Rent | 102.55 |
04 Mar | Balance carried forward | 287.84 |
05 Mar | Bread | 50.00 |
31 Mar | Closing balance | 337.84 |
"""
    (rows,) = accepted(text)
    assert [amount for _, amount, _ in rows] == ["-88.71", "115.78", "-102.55", "-50.00"]
    held = parsed(f"{text}\nBalance of the branch | | | 999.99")
    assert held.decision == "review"
    assert [row[1] for row in told(held.accounts[0])] == ["-88.71", "115.78", "-102.55", "-50.00"]


def test_days_keep_their_names_where_that_of_the_amounts_is_unknown() -> None:
    text = f"""{TOP}
Opening balance | | | | 100.00
Closing balance | | | | 86.50

Purchase date | Posting date | Details | Quux | Balance
01 Mar | 02 Mar | Tea | -3.50 | 96.50
03 Mar | 04 Mar | Rent | -10.00 | 86.50
"""
    result = parsed(text, stops=(40, 120, 200, -430, -540))
    assert [(str(row.date), str(row.value_date)) for a in result.accounts for row in a.transactions] == [
        ("2024-03-02", "2024-03-01"),
        ("2024-03-04", "2024-03-03"),
    ]
    assert result.decision == "accepted"


def test_a_column_of_balances_that_contradicts_the_rows_is_not_passed_over() -> None:
    """Newest first: two ends prove the rows as well, and only the order says that a balance is wrong."""
    rows = "04 Mar | Rent | {} | 10.00 |\n03 Mar | Wage | 105.50 | | 9.00\n02 Mar | Tea | 96.50 | 3.50 |"
    text = f"{TOP}{ENDS}\nDate | Details | Balance | Paid out | Paid in\n{rows}\n01 Mar | Rent | 100.00 | 5.00 |"
    text = text.replace("Opening balance | | | | 100.00", "Opening balance | | | | 105.00")
    assert parsed(text.format("95.50")).decision == "accepted"
    assert parsed(text.format("95.60")).decision == "review"
