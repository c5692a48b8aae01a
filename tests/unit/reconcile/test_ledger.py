"""Rows under an interpretation -> signed amounts and balances."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extraction.reconcile.ledger import Posting, Reading, SignMode, ledger
from extraction.tables.names import Role
from tests.pages import tables_of

DEBIT_CREDIT: tuple[Role, ...] = ("debit", "credit", "balance")
SINGLE: tuple[Role, ...] = ("amount",)


def posted(
    text: str,
    roles: tuple[Role, ...] = DEBIT_CREDIT,
    sign: SignMode = "printed",
    stops: tuple[float, ...] = (40, 110, -360, -450, -540),
    opening: str | None = None,
    **changes: bool,
) -> list[Posting]:
    """Text of one table -> postings; the reading is that of a bank account in printed order unless changed."""
    tables = tables_of(text, stops=stops)
    options = {"owed": False, "newest_first": False, "undated": True, **changes}
    return ledger(
        tables, Reading((roles,) * len(tables), sign, **options), None if opening is None else Decimal(opening)
    )


def amounts(postings: list[Posting]) -> list[str | None]:
    return [None if p.amount is None else str(p.amount) for p in postings]


def kinds(postings: list[Posting]) -> list[str]:
    return [p.kind for p in postings]


HEAD = "Date | Details | Paid out | Paid in | Balance"
ONE = (40, 110, -450)


def test_money_out_is_negative_and_money_in_positive() -> None:
    found = posted(f"{HEAD}\n02 Mar | Coffee | 3.50 | | 96.50\n03 Mar | Wage | | 100.00 | 196.50")
    assert amounts(found) == ["-3.50", "100.00"]
    assert [str(p.balance) for p in found] == ["96.50", "196.50"]
    assert {p.sign_from for p in found} == {"column"}


def test_a_zero_in_the_other_column_does_not_count() -> None:
    found = posted(f"{HEAD}\n02 Mar | Coffee | 3.50 | 0.00 | 96.50\n03 Mar | Wage | 0.00 | 100.00 | 196.50")
    assert amounts(found) == ["-3.50", "100.00"]


def test_zero_is_never_negative() -> None:
    (row,) = posted(f"{HEAD}\n02 Mar | Coffee | 0.00 | | 96.50")
    assert str(row.amount) == "0.00"
    (row,) = posted("Date | Details | Amount\n02 Mar | Coffee | -0.00", SINGLE, stops=ONE)
    assert str(row.amount) == "0.00"


def test_a_minus_that_every_debit_has_is_decoration() -> None:
    found = posted(f"{HEAD}\n02 Mar | Coffee | -3.50 | | 96.50\n03 Mar | Tea | -1.50 | | 95.00")
    assert amounts(found) == ["-3.50", "-1.50"]


def test_a_minus_among_the_credits_is_a_reversal() -> None:
    found = posted(f"{HEAD}\n02 Mar | Wage | | 100.00 | 196.50\n03 Mar | Wage taken back | | -100.00 | 96.50")
    assert amounts(found) == ["100.00", "-100.00"]


SIGNED = "Date | Details | Amount\n02 Mar | Coffee | {} \n03 Mar | Wage | {}"


@pytest.mark.parametrize(
    ("mode", "printed", "meant"),
    [
        ("printed", ("-3.50", "9.00"), ["-3.50", "9.00"]),
        ("printed", ("(3.50)", "+9.00"), ["-3.50", "9.00"]),
        ("printed", ("3.50 DR", "9.00 CR"), ["-3.50", "9.00"]),
        ("inverted", ("3.50", "-9.00"), ["-3.50", "9.00"]),
        ("inverted", ("3.50", "9.00 CR"), ["-3.50", "9.00"]),
        ("debit", ("3.50", "+9.00"), ["-3.50", "9.00"]),
        ("debit", ("-3.50", "9.00 CR"), ["-3.50", "9.00"]),
    ],
)
def test_one_column_is_signed_by_its_rule(mode: SignMode, printed: tuple[str, str], meant: list[str]) -> None:
    assert amounts(posted(SIGNED.format(*printed), SINGLE, mode, ONE)) == meant


def test_sections_sign_their_rows() -> None:
    text = """
Date | Details | Amount
Deposits

02 Mar | Wage | 9.00

Withdrawals

03 Mar | Coffee | 3.50
"""
    found = posted(text, SINGLE, "section", ONE)
    assert amounts(found) == ["9.00", "-3.50"]
    assert {p.sign_from for p in found} == {"section"}


def test_a_section_may_mark_its_amounts_in_two_ways() -> None:
    text = """
Date | Details | Amount
Withdrawals
02 Mar | Tea | 41.18-
03 Mar | Service charge | 7.80SC
04 Mar | Salt | 2.00-
"""
    assert amounts(posted(text, SINGLE, "section", ONE)) == ["-41.18", "-7.80", "-2.00"]


def test_a_balance_below_zero_makes_no_reversal_of_its_row() -> None:
    text = "Date | Details | Amount | Balance\nWithdrawals\n02 Mar | Tea | 41.18 | 10.00\n03 Mar | Salt | 12.00 | 2.00-"
    found = posted(text, ("amount", "balance"), "section", (40, 110, -360, -450))
    assert amounts(found) == ["-41.18", "-12.00"]


def test_a_section_that_does_not_say_its_sign_makes_no_amount_of_zero() -> None:
    (row,) = posted("Date | Details | Amount\nDaily ending balance\n\n02 Mar | | 9.00", SINGLE, "section", ONE)
    assert row.amount != 0


def test_the_balance_signs_the_amounts_that_it_moved_by() -> None:
    text = "Date | Details | Amount | Balance\n02 Mar | Coffee | 3.50 | 96.50\n03 Mar | Wage | 9.00 | 105.50"
    found = posted(text, ("amount", "balance"), "balance", (40, 110, -450, -540), opening="100.00")
    assert amounts(found) == ["-3.50", "9.00"]
    assert {p.sign_from for p in found} == {"balance"}


def test_the_balance_of_a_day_signs_its_amounts_where_only_one_way_leads_to_it() -> None:
    text = "Date | Details | Amount | Balance\n02 Mar | Tea | 3.50\n02 Mar | Coin | 9.00 | 105.50"
    more = "\n03 Mar | Pen | 4.00\n03 Mar | Ink | 4.00 | 105.50"
    found = posted(text + more, ("amount", "balance"), "balance", (40, 110, -450, -540), opening="100.00")
    assert [str(p.amount) for p in found] == ["-3.50", "9.00", "-4.00", "-4.00"]
    assert [p.sign_from for p in found] == ["balance", "balance", "sign", "sign"]


def test_an_overdrawn_balance_is_negative_however_it_is_marked() -> None:
    text = f"{HEAD}\n02 Mar | A | 1.00 | | 9.00 DR\n03 Mar | B | 1.00 | | -10.00\n04 Mar | C | | 21.00 | 10.00 CR"
    assert [str(p.balance) for p in posted(text)] == ["-9.00", "-10.00", "10.00"]


def test_a_debt_is_negative_and_a_credit_on_a_card_positive() -> None:
    text = f"{HEAD}\n02 Mar | A | 1.00 | | 9.00\n03 Mar | B | | 20.00 | 11.00 CR\n04 Mar | C | 1.00 | | -10.00"
    assert [str(p.balance) for p in posted(text, owed=True)] == ["-9.00", "11.00", "10.00"]


def test_rows_that_run_backwards_are_turned_round_in_time() -> None:
    text = f"{HEAD}\n03 Mar | Wage | | 100.00 | 196.50\n02 Mar | Coffee | 3.50 | | 96.50"
    assert amounts(posted(text, newest_first=True)) == ["-3.50", "100.00"]


def test_balances_carried_over_a_page_break_are_left_out_where_rows_run_backwards() -> None:
    carried = " | Balance carried forward | | | 196.50"
    text = f"{HEAD}\n03 Mar | Wage | | 100.00 | 196.50\n{carried}\n02 Mar | Tea | 3.50 | | 96.50"
    assert kinds(posted(text)) == ["row", "carried", "row"]
    assert kinds(posted(text, newest_first=True)) == ["row", "row"]


def test_opening_closing_carried_and_total_lines_are_no_rows() -> None:
    text = f"""
{HEAD}
01 Mar | Opening balance | | | 100.00
02 Mar | Coffee | 3.50 | | 96.50
 | Balance c/f | | | 96.50
03 Mar | Wage | | 100.00 | 196.50
 | Total | 3.50 | 100.00 |
31 Mar | Closing balance | | | 196.50
"""
    found = posted(text)
    assert kinds(found) == ["opening", "row", "carried", "row", "total", "closing"]
    assert amounts(found) == [None, "-3.50", None, "100.00", None, None]


def test_a_summary_below_the_rows_repeats_the_opening_balance() -> None:
    """Its amounts stand in the columns of the table; another opening balance is one of another account."""
    rows = f"{HEAD}\n | Opening balance | | | 100.00\n02 Mar | Coffee | 3.50 | | 96.50\n | Closing balance | | | 96.50"
    assert kinds(posted(f"{rows}\n | Opening balance | | | 100.00")) == ["opening", "row", "closing", "note"]
    assert kinds(posted(f"{rows}\n | Opening balance | | | 20.00")) == ["opening", "row", "closing", "opening"]


def test_an_opening_balance_in_the_column_of_amounts_is_a_balance() -> None:
    text = "Date | Details | Amount\n01 Mar | Opening balance | 100.00\n02 Mar | Coffee | -3.50"
    found = posted(text, SINGLE, stops=ONE)
    assert (kinds(found), str(found[0].balance)) == (["opening", "row"], "100.00")


def test_a_line_without_a_date_is_a_row_only_where_dates_are_printed_once_a_day() -> None:
    text = f"{HEAD}\n02 Mar | Coffee | 3.50 | | 96.50\n | Tea | 1.50 | | 95.00"
    assert kinds(posted(text)) == ["row", "row"]
    assert kinds(posted(text, undated=False)) == ["row", "note"]


def test_a_line_without_a_date_above_the_first_date_is_never_a_row() -> None:
    text = f"{HEAD}\n | Your limit | 50.00 | |\n02 Mar | Coffee | 3.50 | | 96.50"
    assert kinds(posted(text)) == ["note", "row"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (" | Fees | 0.00 | | ", "row"),  # below the texts of the rows, and another row follows
        ("Fees | | 0.00 | | ", "note"),  # a heading with its sum
    ],
)
def test_a_line_of_zero_between_rows_is_one_of_them_where_it_stands_below_their_texts(line: str, kind: str) -> None:
    text = f"{HEAD}\n02 Mar | Coffee | 3.50 | | 96.50\n{line}\n03 Mar | Tea | 1.50 | | 95.00"
    assert kinds(posted(text)) == ["row", kind, "row"]


def test_a_line_of_zero_below_the_last_date_sums_up_where_it_is_called_so() -> None:
    text = f"{HEAD}\n02 Mar | Coffee | 3.50 | | 96.50\n | Fees | 0.00 | | "
    assert kinds(posted(text)) == ["row", "note"]


def test_a_line_of_zero_with_a_date_of_its_own_sums_up_nothing() -> None:
    head, stops = "Posted | Value date | Details | Debit | Credit | Balance", (40, 110, 180, 400, 480, 560)
    text = f"{head}\n02 Mar | 01 Mar | Coffee | 3.50 | | 96.50\n | 01 Mar | Fees | 0.00 | | "
    assert kinds(posted(text, stops=stops)) == ["row", "row"]


def test_a_row_whose_date_could_not_be_read_does_not_take_the_date_above() -> None:
    text = f"{HEAD}\n02 Mar | Coffee | 3.50 | | 96.50\nO3 Mqr | Tea | 1.50 | | 95.00"
    assert kinds(posted(text)) == ["row", "note"]


def test_the_place_of_the_amount_and_of_the_balance_is_kept() -> None:
    (row,) = posted(f"{HEAD}\n02 Mar | Coffee | 3.50 | | 96.50")
    assert row.amount_cell is not None and row.amount_cell.text == "3.50"
    assert row.balance_cell is not None and row.balance_cell.text == "96.50"


def test_a_minus_in_a_column_of_debits_is_decoration_though_the_total_has_none() -> None:
    rows = posted(f"{HEAD}\n02 Mar | Tea | -3.50 | | 96.50\n03 Mar | Tea | -1.00 | | 95.50\n | Total | 4.50 | |")
    assert amounts(rows)[:2] == ["-3.50", "-1.00"]
    assert not any(posting.contrary for posting in rows)


def test_an_amount_in_a_column_of_one_side_is_not_signed_by_its_balance() -> None:
    rows = posted(f"{HEAD}\n02 Mar | Tea | | 3.50 | 96.50", sign="balance", opening="100.00")
    assert amounts(rows) == ["3.50"]


def test_a_heading_may_print_the_sum_of_the_rows_below_it() -> None:
    text = """
Date | Details | Amount
 | 1. Operations in all | 30.00
02 Mar | Tea | 10.00
03 Mar | Rent | 20.00
 | 2. Services | 5.00
04 Mar | Post | 5.00
"""
    assert kinds(posted(text, SINGLE, stops=ONE)) == ["total", "row", "row", "total", "row"]


def test_the_label_of_a_balance_in_all_columns_may_go_on() -> None:
    text = f"{HEAD}\n02 Mar | Tea | 3.50 | | 96.50\n31 Mar | Closing balance interest earned | 3.50 | 0.00 | 96.50"
    assert kinds(posted(text)) == ["row", "closing"]


@pytest.mark.parametrize(("kind", "told"), [("DR", "row"), ("", "total")])
def test_charges_in_total_with_a_kind_of_transaction_are_booked(kind: str, told: str) -> None:
    text = f"""
Date | Payment type and details | | Paid out | Paid in | Balance
02 Mar | BP | Tea | 3.50
 | {kind} | Total charges | 9.00
 | BP | Salt | 1.00
 | BP | Wage | | 5.00 | 92.50
"""
    assert kinds(posted(text, stops=(40, 110, 150, -360, -450, -540)))[1] == told


@pytest.mark.parametrize(("words", "kind"), [("Report", "carried"), ("Transport of one cow", "row")])
def test_what_is_carried_over_a_page_may_stand_in_the_columns_of_amounts(words: str, kind: str) -> None:
    head = "Date | Details | Paid out | Paid in"
    first, second = (
        f"{head}\n02 Mar | Tea | 3.50\n03 Mar | Salt | 1.00",
        f"{head}\n | {words} | 4.50\n04 Mar | Wage | | 9.00",
    )
    tables = tables_of(first, second)
    reading = Reading((("debit", "credit"),) * 2, "printed", owed=False, newest_first=False, undated=True)
    assert kinds(ledger(tables, reading, None)) == ["row", "row", kind, "row"]
    assert (
        kinds(ledger(tables[1:], replace(reading, roles=reading.roles[1:]), None))[0] != "carried"
    )  # what all rows begin with


@pytest.mark.parametrize(("day", "kind"), [("31.03.2026", "carried"), ("30.03.2026", "row")])
def test_the_balance_of_the_day_of_its_row_may_go_on_in_further_lines(day: str, kind: str) -> None:
    text = f"""
Datum | Erläuterung | Soll | Haben
30.03.2026 | Miete | 9,50
31.03.2026 | Kontostand am {day} um 20:03 Uhr | | 906,05
 | Ihr Dispositionskredit beträgt zurzeit zweitausend EUR
"""
    tables = tables_of(text, stops=(40, 110, -400, -500), point=",")
    postings = ledger(tables, Reading((("debit", "credit"),), "printed", False, False, True), None)
    assert kinds(postings) == ["row", kind]
