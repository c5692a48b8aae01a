"""Items of lines -> columns of dates."""

import pytest

from extraction.tables.date_columns import date_columns
from tests.pages import dates, rows_of
from tests.unit.tables.test_columns import parted


def test_the_head_says_which_dates_are_posted() -> None:
    head, rows = parted("Value date | Posting date | Amount\n01/03 | 02/03 | 4.00", (40, 110, -360))
    posted, valued = date_columns(rows, head)
    assert [span.x0 for span in posted] == [110]
    assert [span.x0 for span in valued] == [40]


@pytest.mark.parametrize("heads", ["Trans Date | Post Date", "F. cons. | F. proc."])
def test_of_two_heads_of_dates_the_one_of_booking_is_posted(heads: str) -> None:
    head, rows = parted(f"{heads} | Description | Amount\n01/03 | 02/03 | Tea | 4.00", (40, 110, 200, -460))
    posted, valued = date_columns(rows, head)
    assert [span.x0 for span in posted] == [110]
    assert [span.x0 for span in valued] == [40]


@pytest.mark.parametrize(
    "heads", ["Date compta | Date opération | Date de valeur", "Date compta | Date de valeur | Date opération"]
)
def test_of_three_dates_the_one_of_value_is_the_value_date_and_the_third_is_no_text(heads: str) -> None:
    three = "03/01 | 05/01" if heads.endswith("valeur") else "05/01 | 03/01"
    (row,) = rows_of(f"{heads} | Libellé | Débit\n04/01 | {three} | Thé | 4.00", stops=(40, 130, 230, 330, -560))
    assert (dates([row]), row.valued and row.valued.cell.text, row.description) == (["04/01"], "05/01", "Thé")


def test_without_a_head_the_first_column_of_dates_is_posted() -> None:
    rows = "01/03 | 02/03 | Tea | 4.00\n03/03 | 04/03 | Tea | 4.00"
    head, found = parted(rows, (40, 110, 200, -460))
    posted, valued = date_columns(found, head)
    assert ([span.x0 for span in posted], [span.x0 for span in valued]) == ([40], [110])


def test_where_no_dates_are_there_is_no_column_of_them() -> None:
    head, found = parted("Tea | 4.00", (40, -360))
    assert date_columns(found, head) == ([], [])


def test_without_a_head_the_dates_that_are_in_order_are_posted() -> None:
    rows = (
        "13/07 | 16/07 | Tea | 4.00\n21/07 | 21/07 | Tea | 4.00\n20/07 | 21/07 | Tea | 4.00\n23/07 | 24/07 | Tea | 4.00"
    )
    head, found = parted(rows, (40, 110, 200, -460))
    posted, valued = date_columns(found, head)
    assert ([span.x0 for span in posted], [span.x0 for span in valued]) == ([110], [40])


def test_the_turn_of_the_year_is_no_step_back() -> None:
    rows = "30/12 | 02/01 | Tea | 4.00\n31/12 | 01/01 | Tea | 4.00\n02/01 | 02/01 | Tea | 4.00"
    head, found = parted(rows, (40, 110, 200, -460))
    assert [span.x0 for span in date_columns(found, head)[0]] == [40]


@pytest.mark.parametrize("name", ["Settlement date", "Date entered", "Date compta"])
def test_names_of_the_date_of_posting(name: str) -> None:
    head, found = parted(f"Transaction date | {name} | Amount\n01/03 | 02/03 | 4.00", (40, 160, -460))
    assert [span.x0 for span in date_columns(found, head)[0]] == [160]


@pytest.mark.parametrize("names", [("Kjøpsdato", "Bokført dato"), ("Purchased", "Date"), ("Date d'achat", "Date")])
def test_the_date_of_the_purchase_is_not_the_posted_one(names: tuple[str, str]) -> None:
    head, found = parted(
        f"{names[0]} | {names[1]} | Details | Amount\n01/03 | 02/03 | Tea | 4.00", (40, 130, 230, -460)
    )
    assert [span.x0 for span in date_columns(found, head)[0]] == [130]


def test_dates_that_begin_the_second_lines_of_texts_are_no_column() -> None:
    rows = "\n".join(f"0{day}-05 | Bancontact | 4.00\n | 0{day}/05 17:14 Shop Lier" for day in range(2, 6))
    head, found = parted(rows, (40, 110, -460))
    assert ([span.x0 for span in date_columns(found, head)[0]], date_columns(found, head)[1]) == ([40], [])


def test_a_few_dates_left_of_the_others_are_no_column() -> None:
    rows = "01.03. | Tea | 4.00\n" + "\n".join(f" | 0{day}.03. Tea | 4.00" for day in range(2, 7))
    head, found = parted(rows, (40, 110, -460))
    assert [span.x0 for span in date_columns(found, head)[0]] == [110]
