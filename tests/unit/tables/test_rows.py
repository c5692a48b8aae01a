"""Lines of a document -> rows: which lines belong together, over lines and pages, and under which heading."""

from dataclasses import replace

import pytest

from extraction.model import Rule
from extraction.tables.header import headers
from extraction.tables.rows import tables
from extraction.tables.table import Texts
from extraction.text.lines import lines
from tests.pages import PITCH, TOP, dates, page, rows_of, tables_of, texts

HEAD = "Date | Details | Paid out | Paid in | Balance"
ONE, ONE_HEAD = (40, 110, -450), "Date | Details | Amount"


def test_a_description_of_several_lines_is_one_row() -> None:
    rows = rows_of(
        f"""
{HEAD}
02 Mar | Card payment | 3.50 | | 96.50
 | COFFEE HOUSE
 | Reference 4711
03 Mar | Salary | | 100.00 | 196.50
"""
    )
    assert texts(rows) == ["Card payment COFFEE HOUSE Reference 4711", "Salary"]


@pytest.mark.parametrize(("line", "text"), [("Fee: £1.00", "To Ann Fee: £1.00"), ("Interest charged", "To Ann")])
def test_a_fee_noted_below_a_row_is_text_of_it_though_it_stands_off(line: str, text: str) -> None:
    printed = f"{HEAD}\n02 Mar | To Ann | 9.00 | | 91.00\n | {line}\n03 Mar | To Bob | 1.00 | | 90.00"
    small = page(printed)
    low = replace(small, words=tuple(replace(word, top=word.top + 2) for word in small.words))
    found = list(lines(low))
    rows = [row for table in tables(found, headers(found), ".", []) for row in table.rows]
    assert texts(rows) == [text, "To Bob"]


def test_a_line_that_is_ruled_off_is_no_part_of_the_row_above() -> None:
    text = f"{HEAD}\n02 Mar | Coffee | 3.50 | | 96.50\n | House rules apply\n03 Mar | Tea | 1.50 | | 95.00"
    rule = Rule(40, TOP + 2 * PITCH - 2, 540, TOP + 2 * PITCH - 2)
    (loose,) = tables_of(text)
    (ruled,) = tables_of(text, rules=[rule])
    assert texts(list(loose.rows)) == ["Coffee House rules apply", "Tea"]
    assert texts(list(ruled.rows)) == ["Coffee", "House rules apply Tea"]


def test_text_in_the_cell_of_a_row_is_text_of_it_whatever_it_says() -> None:
    """Set at the foot of its cell, right of where rows begin; "payment" heads a section elsewhere."""
    head = "Date | Ref | Details | Paid out | Balance"
    rows = "02 Mar | A-1 | Coffee | 3.50 | 96.50\n\n | | Payments received - Sun\n03 Mar | A-2 | Union | 1.50 | 95.00"
    text = f"{head}\n{rows}"
    stops, ruled_at = (40, 110, 170, -450, -540), (TOP + PITCH - 2, TOP + 3 * PITCH - 2)
    rules = [Rule(40, at, 540, at) for at in ruled_at]
    (ruled,) = tables_of(text, stops=stops, rules=rules)
    assert texts(list(ruled.rows)) == ["A-1 Coffee", "A-2 Payments received - Sun Union"]


def test_text_far_below_its_row_is_its_own_down_to_the_line_drawn_below() -> None:
    text = f"{HEAD}\n02 Mar | Transfer | 3.50 | | 96.50\n\n | Rent March\n03 Mar | Tea | 1.50 | | 95.00"
    rules = [Rule(40, at, 540, at) for at in (TOP + PITCH - 2, TOP + 4 * PITCH - 2)]
    (loose,) = tables_of(text)
    (ruled,) = tables_of(text, rules=rules)
    assert texts(list(loose.rows)) == ["Transfer", "Rent March Tea"]
    assert texts(list(ruled.rows)) == ["Transfer Rent March", "Tea"]


def test_text_above_the_line_with_the_date_belongs_to_rows_that_are_made_so() -> None:
    rows = rows_of(
        f"""
{HEAD}
 | Card payment
02 Mar | COFFEE HOUSE | 3.50 | | 96.50
 | Reference 4711

 | Transfer
03 Mar | ACME | | 100.00 | 196.50
 | Reference 4712

 | Transfer
04 Mar | BEAN | | 100.00 | 296.50
"""
    )
    assert texts(rows) == [
        "Card payment COFFEE HOUSE Reference 4711",
        "Transfer ACME Reference 4712",
        "Transfer BEAN",
    ]


def test_rows_that_are_set_in_begin_where_a_line_is_not() -> None:
    stops = (40, 110, 130, -360, -450, -540)
    rows = rows_of(
        """
Date | Details | | Paid out | Paid in | Balance
28 Feb | ))) | SHOP | 1.00 | | 102.00
28 Feb | ))) | SHOP | 1.00 | | 101.00
29 Feb | ))) | SHOP | 1.00 | | 100.00
01 Mar | ))) | SHOP | 1.00 | | 99.00
02 Mar | VIS | COFFEE
 | | LONDON | 3.50
 | VIS | TEA
 | | HULL | 1.50 | | 95.00
03 Mar | DD | POWER
 | | 4711 | 20.00
 | DD | WATER
 | | 4712 | 5.00 | | 70.00
""",
        stops=stops,
    )
    assert texts(rows)[4:] == ["VIS COFFEE LONDON", "VIS TEA HULL", "DD POWER 4711", "DD WATER 4712"]


def test_a_merchant_may_be_called_total() -> None:
    rows = rows_of(f"{HEAD}\n02 Mar | Card | 3.50 | | 96.50\n | TOTAL ACCESS 1254\n03 Mar | Tea | 1.50 | | 95.00")
    assert texts(rows) == ["Card TOTAL ACCESS 1254", "Tea"]


def test_rows_far_below_the_others_are_a_block_of_their_own() -> None:
    rows = rows_of(f"{HEAD}\n02 Mar | Coffee | 3.50 | | 96.50\n\n\n\n\n05 Mar | Tea | 1.00 | | 95.50")
    assert [row.block for row in rows] == [0, 1]


def test_columns_of_text_are_read_one_after_the_other() -> None:
    stops = (40, 100, 200, -460)
    rows = rows_of(
        """
Date | Payee | Details | Amount
02 Mar | ACME Ltd | Invoice 4711 | 3.50
 | London | of 1 March
""",
        stops=stops,
    )
    assert texts(rows) == ["ACME Ltd London Invoice 4711 of 1 March"]


def test_references_that_are_mere_numbers_are_kept_apart_from_the_description() -> None:
    (row,) = rows_of("Date | Cheque no | Details | Amount\n02 Mar | 4711 | Rent | 3.50", stops=(40, 100, 200, -460))
    assert (row.description, row.texts) == ("Rent", Texts("Rent", "4711"))


def test_a_dash_for_an_empty_cell_is_no_text() -> None:
    (row,) = rows_of(f"{HEAD}\n02 Mar | Coffee | 3.50 | - | 96.50")
    assert row.description == "Coffee"


@pytest.mark.parametrize("point", [".", ","])
def test_rows_count_through_the_document(point: str) -> None:
    text = f"{HEAD}\n02 Mar | Coffee | 3{point}50 | | 96{point}50\n03 Mar | Tea | 1{point}50 | | 95{point}00"
    rows = rows_of(text, text, point="." if point == "." else ",")
    assert [row.order for row in rows] == [0, 1, 2, 3]


def test_the_cell_of_a_row_is_the_box_around_its_lines() -> None:
    text = f"{HEAD}\n02 Mar | Coffee | 3.50 | | 96.50\n | HOUSE"
    (row,) = rows_of(text)
    assert row.cell.page == 1
    assert row.cell.box == (40.0, TOP + PITCH, 540.0, TOP + 2 * PITCH + 10)


def test_text_stands_above_its_amounts_where_the_dates_do() -> None:
    """Lines are even: only the dated ones without amounts tell."""
    rows = rows_of(
        f"""
{HEAD}
02 Mar | Standing order
 | Ref 4711 | 3.50
 | Card payment
 | COFFEE HOUSE | 1.00 | | 96.50
03 Mar | Salary
 | ACME | | 100.00 | 196.50
"""
    )
    assert texts(rows) == ["Standing order Ref 4711", "Card payment COFFEE HOUSE", "Salary ACME"]


def test_a_line_of_totals_is_no_text_of_the_row_above() -> None:
    rows = rows_of(f"{HEAD}\n02 Mar | Salary | | 100.00\n | Total paid in 100.00 this month")
    assert texts(rows)[0] == "Salary"


def test_the_number_of_a_check_is_its_description_and_a_reference_is_none() -> None:
    head = "Date | Trace | Details | Paid out"
    stops = (40, 110, 200, -450)
    rows = rows_of(f"{head}\n02 Mar | 70759765 | Tea | 3.50\n03 Mar | 1024 | | 9.00", stops=stops)
    assert texts(rows) == ["Tea", "1024"]
    assert [row.texts.reference for row in rows] == ["70759765", ""]


def test_a_check_with_a_reference_is_told_by_its_number() -> None:
    head = "Check no. | Date | Ref number | Paid out"
    rows = rows_of(
        f"{head}\n1024 | 02 Mar | 8952763586 | 3.50\n1025 | 03 Mar | 9404198593 | 9.00", stops=(40, 110, 200, -450)
    )
    assert [(row.description, row.texts.reference) for row in rows] == [("1024", "8952763586"), ("1025", "9404198593")]


def test_the_numbers_that_count_the_rows_are_no_text() -> None:
    body = "0001 | 02 Mar | Tea | 3.50\n0002 | 03 Mar | Rent | 9.00\n0003 | 04 Mar | Pay | 7.00"
    assert texts(rows_of(body, stops=(40, 70, 110, -450))) == ["Tea", "Rent", "Pay"]


def test_a_mark_in_a_column_of_its_own_is_no_text() -> None:
    rows = rows_of(
        f"{HEAD} | \n02 Mar | Tea | 3.50 | | 96.50 | ¨\n03 Mar | ))) Rent | 9.00 | | 87.50",
        stops=(40, 110, -300, -400, -500, 520),
    )
    assert texts(rows) == ["Tea", "))) Rent"]


def test_text_around_the_line_with_a_rate_is_of_its_row() -> None:
    one = " | TARN SHOP\n{} Mar | | 2% | 3.50\n | OBERAU\n"
    text = "\n".join(one.format(day) for day in ("03", "04", "05"))
    rows = rows_of(f"Date | Details | Cash | Amount\n{text}", stops=(40, 110, 300, -450))
    assert all("TARN SHOP" in row.description for row in rows)


def test_dots_lead_the_eye_and_are_no_text() -> None:
    assert texts(rows_of(f"{HEAD}\n02 Mar | Tea ........... | 3.50\n03 Mar | Rent . . . . . | 9.00")) == ["Tea", "Rent"]


def test_a_mark_alone_below_an_amount_belongs_to_it() -> None:
    rows = rows_of(
        "Date | Details | Amount\n02 Mar | Payment | 3.50\n | | CR\n03 Mar | Tea | 9.00", stops=(40, 110, -450)
    )
    assert [row.entries[0].amount.mark for row in rows] == ["CR", ""]
    assert texts(rows) == ["Payment", "Tea"]


CHECKS = (40, 100, -240, 300, 360, -500)


def test_checks_abreast_are_in_the_order_of_their_numbers() -> None:
    """Down the columns, where that is how they count."""
    head = "Check no. | Date | Amount | Check no. | Date | Amount"
    across = f"{head}\n101 | 02 Mar | 1.00 | 102 | 03 Mar | 2.00\n103 | 04 Mar | 3.00 | 104 | 05 Mar | 4.00"
    down = f"{head}\n101 | 02 Mar | 1.00 | 103 | 03 Mar | 2.00\n102 | 04 Mar | 3.00 | 104 | 05 Mar | 4.00"
    for text in (across, down):
        assert texts(rows_of(text, stops=CHECKS)) == ["101", "102", "103", "104"]


def test_deposits_abreast_whose_numbers_are_in_no_order_are_in_that_of_their_days() -> None:
    head = "Number | Date | Amount | Number | Date | Amount"
    down = f"{head}\n870 | 02 Mar | 1.00 | 940 | 23 Mar | 2.00\n833 | 09 Mar | 3.00 | 811 | 30 Mar | 4.00"
    across = f"{head}\n870 | 02 Mar | 1.00 | 940 | 09 Mar | 2.00\n833 | 23 Mar | 3.00 | 811 | 30 Mar | 4.00"
    assert texts(rows_of(down, stops=CHECKS)) == ["870", "833", "940", "811"]
    assert texts(rows_of(across, stops=CHECKS)) == ["870", "940", "833", "811"]


def test_a_name_in_the_middle_of_a_wide_column_stands_over_all_its_texts() -> None:
    """A further line that ends in a month would otherwise go on the value date, which is nearer."""
    head, stops = "Date | Value date | | Details of transactions | Debit", (40, 90, 150, 300, -540)
    rows = "".join(f"0{day} Mar | 0{day} Mar | PAYMENT | | {day}.00\n | | HOUSING RENT 10/24\n" for day in range(2, 6))
    assert texts(rows_of(f"{head}\n{rows}", stops=stops)) == ["PAYMENT HOUSING RENT 10/24"] * 4


def test_texts_that_begin_at_one_place_are_of_one_column() -> None:
    """Whatever head the shorter one is nearer to."""
    rows = rows_of(
        """
Date | Cheque number | | Remarks | Amount | Balance
02 Mar | | TRANSFERRED TO THE COFFEE HOUSE AND TEA ROOMS | | 3.50 | 96.50
 | | SMITH/X1
""",
        stops=(40, 110, 180, 280, -470, -540),
    )
    assert texts(rows) == ["TRANSFERRED TO THE COFFEE HOUSE AND TEA ROOMS SMITH/X1"]


def test_a_summary_below_rows_whose_texts_stand_on_the_right_is_parted_from_them() -> None:
    """Its labels stand where the dates do, even where the rows print their texts on lines without amounts."""
    (table,) = tables_of(
        """
Date | Amount | Balance | Details
02 Mar | | | Card payment
 | 3.50 | 96.50 | COFFEE HOUSE
03 Mar | | | Salary
 | 100.00 | 196.50 | ACME

Previous balance | 100.00
Payments | 3.50
New balance | 196.50
""",
        stops=(40, -250, -330, 400),
    )
    assert [row.block for row in table.rows] == [0, 0, 1, 2, 3]


@pytest.mark.parametrize(
    ("head", "text", "texts"),
    [
        ("Date | Ref | Details", "02 Mar | FT2414 | Rent", Texts("Rent", "FT2414")),
        ("Date | Serial | Details", "02 Mar | AB12345 | Rent", Texts("Rent", "AB12345")),
        ("Date | Type | Details", "02 Mar | DD | Rent", Texts("DD Rent", "", "DD")),
        ("Date | Details | Type", "02 Mar | Rent | DD", Texts("Rent", "", "DD")),
        ("Date | Type | Ref", "02 Mar | Direct debit | 4711", Texts("Direct debit", "4711")),
        (
            "Datum | Vorgang | Verwendungszweck",
            "02.03. | Lastschrift | Miete",
            Texts("Lastschrift Miete", "", "Lastschrift"),
        ),
        ("Datum | Beleg | Vorgang", "02.03. | 4711 | Miete", Texts("Miete", "4711")),
        ("Date | City | Details", "02 Mar | Oberau | Tea", Texts("Oberau Tea")),
        ("Datum | Fremdwährung | Ort", "02.03. | Tilia GmbH | Oberau", Texts("Tilia GmbH Oberau")),
        ("Date | Entity | Details", "02 Mar | Oberau Ltd | Tea", Texts("Oberau Ltd Tea")),
    ],
)
def test_columns_of_references_and_types_are_kept_apart(head: str, text: str, texts: Texts) -> None:
    (row,) = rows_of(f"{head} | Amount | Balance\n{text} | 1.00 | 99.00", stops=(40, 110, 220, -450, -540))
    assert row.texts == texts


def test_a_day_may_be_headed_by_the_totals_of_both_sides() -> None:
    rows = rows_of(
        """
01 Mar 2024 | Total money in | | | +5.00
 | Wage | | | 5.00
 | Total money out | | | -3.00
 | Tea | | | 1.00
 | Cake | | | 2.00
02 Mar 2024 | Total money out | | | -4.00
 | Rent | | | 4.00
"""
    )
    assert [(row.description, str(next(iter(row.entries.values())).amount.signed)) for row in rows] == [
        ("Wage", "5.00"),
        ("Tea", "-1.00"),
        ("Cake", "-2.00"),
        ("Rent", "-4.00"),
    ]


def test_a_balance_held_elsewhere_below_a_total_is_no_row() -> None:
    rows = rows_of(
        """
Date | Details | | | Paid out | Paid in | Balance
02 Mar | Tea | | | 1.00 | | 100.00
 | Total | | | 1.00 | 0.00 | 100.00

 | Saved | 31/03/2024 | 1.20
""",
        stops=(40, 110, 200, -290, -360, -450, -540),
    )
    assert texts(rows) == ["Tea", "Total"]


def test_an_amount_that_a_text_follows_takes_no_word_of_it_for_its_sign() -> None:
    head = "DATE........AMOUNT.TRANSACTION DESCRIPTION"
    text = f"{head}\n09/12 | 73.80 | DEBIT CARD PURCHASE\n09/16 | 2,684.17 | DEBIT CARD PURCHASE"
    rows = rows_of(text, stops=(40, -130, 133))
    assert [[str(e.amount.signed) for e in row.entries.values()] for row in rows] == [["73.80"], ["2684.17"]]
    assert texts(rows) == ["DEBIT CARD PURCHASE", "DEBIT CARD PURCHASE"]


def test_rows_of_value_dates_between_two_balances_are_no_summary() -> None:
    head, stops = "Date | Value date | Details | Amount", (40, 110, 200, -450)
    first = f"{head}\n30 Apr | 30 Apr | Tea | 4.00"
    second = f"{head}\n | | Balance brought forward | 96.00\n | 01 May | Tea | 3.00\n30 Apr | | Balance at end | 93.00"
    assert texts(rows_of(first, second, stops=stops))[-2:] == ["Tea", "Balance at end"]


@pytest.mark.parametrize(
    ("rows", "stops"),
    [
        ("Reward points | Amount\n02 Mar | Tea | 108 | 4.00\n03 Mar | Tea | 56 | 5.00", (40, 110, -330, -450)),
        ("Amount\n02 Mar | Tea | 4.00 | 9.60\n03 Mar | Tea | 5.00", (40, 110, -450, -560)),
        ("Amount\n | | Amount\n02 Mar | Tea | 4.00\n03 Mar | Tea | 5.00", ONE),
        ("Amount\n02 Mar | Tea | 4.00\n | Fortsetzung siehe nächste Seite\n03 Mar | Tea | 5.00", ONE),
    ],
)
def test_what_is_no_text_of_a_row(rows: str, stops: tuple[float, ...]) -> None:
    assert texts(rows_of(f"Date | Details | {rows}", stops=stops)) == ["Tea", "Tea"]


def test_texts_that_begin_left_of_their_name_are_whole_where_the_first_column_has_them() -> None:
    head, stops = "| Description | | Withdrawals | Date", (42, 95, 124, -317, 436)
    rows = "\n".join(f"NS POWER | | BPY | {day}.00 | 0{day} OCT" for day in range(1, 6))
    assert texts(rows_of(f"{head}\n{rows}", stops=stops)) == ["NS POWER BPY"] * 5


def test_dots_that_lead_to_the_amount_part_it_from_its_text() -> None:
    rows = rows_of(
        f"{HEAD}\n02 Mar | Tea .............................. 3.50 | | | 96.50", stops=(40, 110, -360, -450, -540)
    )
    assert texts(rows) == ["Tea"]
    assert "3.50" in [str(entry.amount.value) for entry in rows[0].entries.values()]


def test_month_and_day_in_columns_of_their_own_are_the_date() -> None:
    text = "DATE | | DESCRIPTION | DÉBIT | SOLDE\n12 | 31 | Thé | 3.50 | 96.50\n01 | 06 | Thé | 1.00 | 95.50"
    assert dates(rows_of(text, stops=(44, 70, 110, -400, -540))) == ["12 31", "01 06"]


def test_records_abreast_are_told_by_names_that_come_in_turn() -> None:
    names = " | ".join(["Check number | Amount | Date | Bank ref"] * 2)
    stops = (40, -130, 150, 200, 280, -370, 390, 440)
    rows = rows_of(f"{names}\n5501 | 27.50 | Jun 04 | 12044180 | @5502 | 3.75 | Jun 06 | 12045226", stops=stops)
    assert [str(e.amount.value) for row in rows for e in row.entries.values()] == ["27.50", "3.75"]
    assert dates(rows) == ["Jun 04", "Jun 06"]


def test_balances_brought_forward_without_a_type_do_not_hide_where_rows_begin() -> None:
    rows = rows_of(
        """
Date | Payment type and details | | Paid out | Balance
01 Mar | | BALANCE BROUGHT FORWARD | | 100.00
02 Mar | ))) | BOOKWELL
 | | LONDON | 3.50
 | DD | EE LIMITED | 2.00
 | VIS | INT'L 0048812907
 | | AMAZON.DE
 | | EUR 1.00 @ 1.00 | 1.00
 | DR | Non-Sterling
 | | Transaction Fee | 0.50 | 93.00
03 Mar | | BALANCE CARRIED FORWARD | | 93.00
""",
        stops=(40, 110, 134, -450, -540),
    )
    assert texts(rows)[1:-1] == [
        "))) BOOKWELL LONDON",
        "DD EE LIMITED",
        "VIS INT'L 0048812907 AMAZON.DE EUR 1.00 @ 1.00",
        "DR Non-Sterling Transaction Fee",
    ]


@pytest.mark.parametrize(
    ("below", "text"),
    [
        (["USD 23.80 at 1.0793"], "OPENAI San Francisco USD 23.80 at 1.0793"),  # one goes on: line by line
        (["SUBSCRIPTION | California"], "OPENAI SUBSCRIPTION San Francisco California"),  # both: column by column
    ],
)
def test_what_one_of_two_columns_adds_below_comes_after_what_stands_beside_it(below: list[str], text: str) -> None:
    further = "".join(f"\n | {line}" for line in below)
    rows = rows_of(
        f"Date | Details | City | Amount\n02 Mar | OPENAI | San Francisco | 22.05{further}\n03 Mar | Tea | Bern | 1.00",
        stops=(40, 110, 250, -450),
    )
    assert texts(rows) == [text, "Tea Bern"]
    assert [row.texts.description for row in rows] == [text, "Tea Bern"]


def test_two_columns_of_texts_are_each_read_whole_though_one_alone_goes_on() -> None:
    rows = rows_of(
        "Date | Counterparty | Description | Amount\n02 Mar | GARAGE | Card payment | 19.25\n | NL97PARK7122682547",
        stops=(40, 110, 250, -450),
    )
    assert [row.texts.description for row in rows] == ["GARAGE NL97PARK7122682547 Card payment"]


@pytest.mark.parametrize(
    ("label", "told"), [("Wertstellung 01.03.2024", True), ("VAL. 01-03", True), ("Value added tax", False)]
)
def test_a_value_date_behind_its_label_below_a_row_is_told_and_text_of_it(label: str, told: bool) -> None:
    rows = rows_of(f"Details | Date | Amount\nTea | 02.03.2024 | 9.00\n{label}", stops=(40, 250, -450))
    assert texts(rows) == [f"Tea {label}"]
    assert (rows[0].valued is not None) == told


def test_a_value_date_in_brackets_beside_the_date_is_no_text_and_those_of_rows_begin_left_of_it() -> None:
    rows = rows_of(
        """
001 | 02-01 (VAL. 01-01-2024) | - 12.75
 | MONTHLY FEE
 | REF. : 0900000118824
002 | 05-01 (VAL. 03-01-2024) | - 1.25
 | BAKERY
003 | 06-01 (VAL. 06-01-2024) | - 2.00
 | BUTCHER
""",
        stops=(40, 70, -540),
    )
    assert texts(rows) == ["MONTHLY FEE REF. : 0900000118824", "BAKERY", "BUTCHER"]
    assert [row.valued is not None for row in rows] == [True] * 3


def test_a_time_with_its_zone_below_a_date_is_no_text() -> None:
    lines_ = "02 Mar | Transfer | 9.00\n19:14:04 WIB | to Sumarni\n03 Mar | Tea | 1.00"
    rows = rows_of(f"Date | Details | Amount\n{lines_}", stops=ONE)
    assert texts(rows) == ["Transfer to Sumarni", "Tea"]


def test_a_name_behind_a_time_is_no_zone() -> None:
    rows = rows_of("Date | Details | Amount\n02 Mar | Bancontact | 9.00\n | 17:14 LIDL\n03 Mar | Tea | 1.00", stops=ONE)
    assert texts(rows) == ["Bancontact 17:14 LIDL", "Tea"]


def test_a_line_that_is_set_in_goes_on_the_row_above_it_though_it_is_nearer_to_the_next() -> None:
    text = "Date | Details | Amount\n02 Mar | Tea | 9.00\n | | | Rate 1.44\n03 Mar | Rent | 1.00\n04 Mar | Wage | 2.00"
    own = page(text, (40, 110, -450, 122))
    low = tuple(replace(w, top=w.top + 2, bottom=w.bottom + 2) if w.text in ("Rate", "1.44") else w for w in own.words)
    found = lines(replace(own, words=low))
    (table,) = tables(found, headers(found), ".", ())
    assert texts(list(table.rows)) == ["Tea Rate 1.44", "Rent", "Wage"]


@pytest.mark.parametrize(
    ("more", "rows"),
    [
        ("", ["Refund of a debit of 09/23 118.20", "Salt"]),
        (" | 09/24 | 20.00\n", ["Refund of a debit of", "", "", "Salt"]),
    ],
    ids=["text", "a list"],
)
def test_a_day_and_an_amount_alone_below_a_text_go_on_it(more: str, rows: list[str]) -> None:
    told = f"09/24 | Refund of a debit of | | 118.20\n | 09/23 | 118.20\n{more}"
    text = f"Date | Details | | Amount\n{told}09/30 | Salt | | 9.00"
    assert texts(rows_of(text, stops=(40, 110, -220, -450))) == rows


def test_lines_that_are_set_in_from_the_texts_go_on_the_row_above_though_a_reference_begins_it() -> None:
    stops = (40, 80, 160, 166, -540)
    rows = "02 Mar | 24692 | DELTA AIR | | 1.50\n | | | TAN/MIA 10/24 OMA-LIS\n03 Mar | 24224 | CLUB | | 9.00"
    low = "\n".join(["Date | Reference | Details | | Amount", "01 Mar | 24431 | TEA | | 2.50", rows])
    small = page(low, stops)
    nearer = replace(
        small,
        words=tuple(
            replace(w, top=w.top + 2, bottom=w.bottom + 2) if "/" in w.text or "OMA" in w.text else w
            for w in small.words
        ),
    )
    found = list(lines(nearer))
    told = [row for table in tables(found, headers(found), ".", []) for row in table.rows]
    assert [row.texts.description for row in told] == ["TEA", "DELTA AIR TAN/MIA 10/24 OMA-LIS", "CLUB"]


@pytest.mark.parametrize("stop", [122, 110])
def test_lines_that_are_set_in_as_others_are_text_whatever_they_say(stop: int) -> None:
    """Where others are not set in so, the number of a card that stands off heads the rows below it."""
    ids = "\n".join(f"{day:02} Mar | ACH PAYMENT | | 1.50\n | | PPD ID 7{day}" for day in range(2, 5))
    text = f"Date | Details | | Amount\n{ids}\n05 Mar | POS TEA HOUSE | | 9.00\n | | CARD 7734\n06 Mar | Books | | 4.00"
    small = page(text, (40, 110, stop, -450))
    low = replace(small, words=tuple(replace(word, top=word.top + 2) for word in small.words))
    found = list(lines(low))
    told = texts([row for table in tables(found, headers(found), ".", []) for row in table.rows])
    assert told[:2] == ["ACH PAYMENT PPD ID 72", "ACH PAYMENT PPD ID 73"]
    assert told[3:] == ["POS TEA HOUSE CARD 7734" if stop == 122 else "POS TEA HOUSE", "Books"]


def test_a_day_with_its_balance_above_the_rows_is_no_text_of_the_first_one() -> None:
    rows = rows_of(
        "5 March 2026 | Balance at end of day: 99.00\n | Tea | -1.00 | 99.00\n"
        "6 March 2026 | Balance at end of day: 97.00 | Amount\n"
        " | Cake | -2.00 | 97.00",
        stops=(40, 110, -450, -540),
    )
    assert [row.description for row in rows] == ["Tea", "Cake"]


def test_the_card_that_paid_is_no_text_of_the_row() -> None:
    (row,) = rows_of(
        "Date | Card | Details | Amount\n12 Jan | •••• 4417 | Coffee house | 3.50", stops=(40, 100, 180, -450)
    )
    assert row.texts == Texts("Coffee house", "•••• 4417", "")
