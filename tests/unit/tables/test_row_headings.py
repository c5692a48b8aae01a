"""Lines of a document -> rows: the headings, heads and page breaks between them."""

import pytest

from extraction.model import Rule
from extraction.tables.table import Texts
from tests.pages import PITCH, TOP, rows_of, tables_of, texts

HEAD = "Date | Details | Paid out | Paid in | Balance"
ONE, ONE_HEAD = (40, 110, -450), "Date | Details | Amount"


def test_text_at_the_top_of_the_next_page_belongs_to_the_last_row() -> None:
    rows = rows_of(
        f"{HEAD}\n02 Mar | Card payment | 3.50 | | 96.50",
        " | COFFEE HOUSE\n03 Mar | Salary | | 100.00 | 196.50",
    )
    assert texts(rows) == ["Card payment COFFEE HOUSE", "Salary"]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n | Your card ending in 4419\n02 Mar | Coffee | 3.50 | | 96.50\n03 Mar | Tea | 1.50 | | 95.00",
        f"{HEAD}\n02 Mar | Coffee | 3.50 | | 96.50\n\nCash taken out\n03 Mar | Tea | 1.50 | | 95.00",
    ],
)
def test_a_heading_above_a_whole_row_is_no_text_of_it(text: str) -> None:
    assert texts(rows_of(text)) == ["Coffee", "Tea"]


def test_text_that_a_page_break_parts_from_its_row_goes_back_to_it() -> None:
    rows = rows_of(
        f"{HEAD}\n01 Mar | Tea | 1.00 | | 100.00\n | Leaf\n02 Mar | Card payment | 3.50 | | 96.50\n\n\nPage 1 of 2",
        "Ann Smith\n\n | COFFEE HOUSE\n03 Mar | Salary | | 100.00 | 196.50",
    )
    assert texts(rows) == ["Tea Leaf", "Card payment COFFEE HOUSE", "Salary"]


@pytest.mark.parametrize("line", [" | Deposits and other credits", " | Ann Smith | 1 March 2024 to 31 March 2024"])
def test_a_heading_at_the_top_of_a_page_is_no_text_of_the_row_before_it(line: str) -> None:
    rows = rows_of(
        f"{HEAD}\n01 Mar | Tea | 1.00 | | 100.00\n | Leaf\n02 Mar | Card payment | 3.50 | | 96.50\n\n\nPage 1 of 2",
        f"Ann Smith\n\n{line}\n03 Mar | Salary | | 100.00 | 196.50",
    )
    assert texts(rows) == ["Tea Leaf", "Card payment", "Salary"]


def test_the_head_of_a_page_is_no_text_of_the_row_that_it_parts() -> None:
    rows = rows_of(
        f"{HEAD}\n01 Mar | Tea | 1.00 | | 100.00\n02 Mar | Card payment",
        f"Tilia Bank | Account 1234 5678\n\n{HEAD}\n | COFFEE HOUSE | 3.50 | | 96.50",
    )
    assert texts(rows) == ["Tea", "Card payment COFFEE HOUSE"]


def test_a_heading_names_the_section_of_the_rows_below_it() -> None:
    rows = rows_of(
        """
Date | Details | | | Amount
Deposits and other credits

02 Mar | Salary | | | 100.00

Withdrawals and other debits

03 Mar | Coffee | | | 3.50
"""
    )
    assert [row.section for row in rows] == ["Deposits and other credits", "Withdrawals and other debits"]
    assert [row.block for row in rows] == [0, 1]


def test_a_section_goes_on_after_a_page_break_and_over_the_page_head() -> None:
    rows = rows_of(
        "Date | Details | | | Amount\nDeposits\n\n02 Mar | Salary | | | 100.00",
        "Date | Details | | | Amount\n03 Mar | Gift | | | 5.00",
    )
    assert [row.section for row in rows] == ["Deposits", "Deposits"]


def test_a_decoy_heading_does_not_go_on_after_a_page_break() -> None:
    rows = rows_of(
        "Date | Details | | | Amount\nPending transactions\n\n02 Mar | Hotel | | | 100.00",
        "Date | Details | | | Amount\n03 Mar | Gift | | | 5.00",
    )
    assert [row.section for row in rows] == ["Pending transactions", ""]


def test_without_a_head_rows_run_from_the_first_date_to_the_last() -> None:
    rows = rows_of(
        """
Total of all cards | | | | 7,000.00
02 Mar | Coffee | 3.50 | | 96.50
03 Mar | Tea | 1.50 | | 95.00
Your limit | | | | 5,000.00
"""
    )
    assert texts(rows) == ["Coffee", "Tea"]


def test_a_table_ends_where_another_head_begins() -> None:
    tables = tables_of(
        f"""
{HEAD}
02 Mar | Coffee | 3.50 | | 96.50

Date | | Balance
02 Mar | | 96.50
"""
    )
    assert [len(table.rows) for table in tables] == [1]


def test_text_at_the_top_of_a_page_goes_on_the_last_row_of_the_page_before() -> None:
    rows = rows_of(
        f"{HEAD}\n01 Mar | Tea | 1.00 | | 100.00\n02 Mar | Card payment | 3.50 | | 96.50",
        f"{HEAD}\n | COFFEE HOUSE\n\n03 Mar | Salary | | 100.00 | 196.50",
    )
    assert texts(rows) == ["Tea", "Card payment COFFEE HOUSE", "Salary"]


def test_the_heading_of_a_section_is_no_text_of_its_first_row() -> None:
    rows = rows_of(
        f"{HEAD}\n | Deposits and credits\n02 Mar | Salary | | 100.00\n\n | Withdrawals\n03 Mar | Tea | 3.50"
    )
    assert texts(rows) == ["Salary", "Tea"]
    assert [row.section for row in rows] == ["Deposits and credits", "Withdrawals"]


def test_the_title_above_a_head_may_have_its_total_beside_it() -> None:
    rows = rows_of(
        "Deposits and credits | | | Total deposits | 100.00\nDate | Details | | | Amount\n02 Mar | Pay | | | 100.00"
    )
    assert [row.section for row in rows if row.posted] == ["Deposits and credits"]


def test_the_title_above_a_head_may_end_in_the_number_of_a_card() -> None:
    title = "Purchases and cash drawn by you, on the card 5329 **** **** 7704"
    rows = rows_of(f"9.00 | Total payments\n{title}\nDate | Details | | | Amount\n02 Mar | Tea | | | 3.50")
    assert [row.section for row in rows if row.posted] == [title]


def test_rows_of_a_day_that_go_on_over_the_page_are_made_as_those_above() -> None:
    """Texts stand above the amounts; no date on the next page shows it."""
    first = "\n".join(
        f"0{day} Mar | Card payment\n | SHOP {day}\n | Ref {day} | 1.00 | | 9{day}.00" for day in (2, 3, 4)
    )
    rows = rows_of(
        f"{HEAD}\n{first}", f"{HEAD}\n | Refund\n | SHOP 9 | | 4.00 | 98.00\n | Rent\n | MARCH | 5.00 | | 93.00"
    )
    assert texts(rows)[-2:] == ["Refund SHOP 9", "Rent MARCH"]


def test_the_number_of_a_page_is_no_balance() -> None:
    rows = rows_of(
        f"{HEAD}\n02 Mar | Tea | 1.00 | | 100.00", f" | | | Page no. : | 2\n{HEAD}\n03 Mar | Cake | 2.00 | | 98.00"
    )
    assert texts(rows) == ["Tea", "Cake"]


def test_a_number_may_call_out_the_heading_of_a_table() -> None:
    (row,) = rows_of(
        "3 | Deposits and other credits\n | Date | Details | Amount\n | 02 Mar | Wage | 9.00", stops=(30, 60, 120, -450)
    )
    assert row.section == "Deposits and other credits"


def test_a_short_code_below_the_head_of_types_and_details_is_the_type() -> None:
    """The amounts stand beside the second lines, which are set in."""
    rows = rows_of(
        """
Date | Payment type and details | | Paid out | Balance
02 Mar | VIS | BOOKWELL
 | | LONDON | 3.50 | 96.50
 | BP | P HALLORAN
 | | RENT SHARE | 10.00 | 86.50
03 Mar | DD | LEEDS COUNCIL
 | | TAX | 6.50 | 80.00
 | ))) | CO-OP
 | | ILKLEY | 1.00 | 79.00
""",
        stops=(40, 110, 150, -450, -540),
    )
    told = [(row.texts.type, row.texts.description) for row in rows]
    assert told == [
        ("VIS", "VIS BOOKWELL LONDON"),
        ("BP", "BP P HALLORAN RENT SHARE"),
        ("DD", "DD LEEDS COUNCIL TAX"),
        (")))", "))) CO-OP ILKLEY"),
    ]


def test_a_summary_with_the_head_of_a_table_is_none_of_transactions() -> None:
    head = "Date | Details | Amount"
    summary = f"{head}\n01 Mar | Beginning balance | 100.00\n | 2 credits | 9.00\n31 Mar | Ending balance | 109.00"
    moved = f"{head}\n02 Mar | Tea | 4.00\n03 Mar | Tea | 5.00"
    assert texts(rows_of(f"{summary}\n\n{moved}", stops=ONE)) == ["Tea", "Tea"]
    assert len(rows_of(summary, stops=ONE)) == 3  # an account without transactions


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Fortsetter på neste side", "Tea"),
        ("Fortsättning på nästa sida", "Tea"),
        ("suite page 2", "Tea"),
        ("./. SEGUE", "Tea"),
        ("Sigue en la página 2", "Tea"),
        ("Fortsetzung auf Seite 2", "Tea"),
        ("SUITE RESTAURANT", "Tea SUITE RESTAURANT"),
        ("Übertrag auf E-Sparkonto 92-118", "Tea Übertrag auf E-Sparkonto 92-118"),
    ],
)
def test_a_line_that_says_that_the_page_is_continued_is_no_text(line: str, told: str) -> None:
    assert texts(rows_of(f"{ONE_HEAD}\n02 Mar | Tea | 4.00\n | {line}", "03 Mar | Tea | 5.00", stops=ONE))[0] == told


def test_the_name_of_a_side_may_be_the_first_line_of_a_text() -> None:
    text = "Date | Details | Amount\n02 Mar | CHARGES\n | of March | 4.00\n03 Mar | CHARGES\n | of April | 5.00"
    assert texts(rows_of(text, stops=ONE)) == ["CHARGES of March", "CHARGES of April"]


def test_a_word_for_a_side_amid_the_lines_of_a_row_heads_nothing() -> None:
    rows = "Anna | 02 Mar | 9.00\nDebits\nRent of March\n\nBob | 03 Mar | 5.00\nDeposits\nWage of March"
    found = rows_of(f"Details | Date | Amount\n{rows}\n\nEva | 04 Mar | 4.00", stops=(40, 250, -450))
    assert texts(found) == ["Anna Debits Rent of March", "Bob Deposits Wage of March", "Eva"]
    over = rows_of("Details | Date | Amount\nAnna | 02 Mar | 9.00", "Debits\nRent of March", stops=(40, 250, -450))
    assert texts(over)[0].startswith("Anna")  # what follows stands on the next page


def test_a_notice_above_a_table_that_calls_or_asks_is_no_heading_of_its_rows() -> None:
    head = "Transaction detail\nDate | Details | Amount\n02 Mar | Tea | 3.50"
    for mark in ".!?":
        (row,) = rows_of(f"Have you a promotional balance expiring soon{mark}\n{head}", stops=(40, 110, -540))
        assert row.section == ""
    for title in ("Promotional balances", "Promotional balances!"):
        (row,) = rows_of(f"{title}\n{head}", stops=(40, 110, -540))
        assert row.section == title


@pytest.mark.parametrize(
    "heading",
    [
        "KORT **** **** **** 2204 ARVID LIND",
        "4417-71XX-XXXX-8830 MIA TAN",
        "MIA TAN (ADD-ON 4375 51XX XXXX 7138)",
        "4471-8820-3144-7188 (CONTINUED)",
    ],
)
def test_a_heading_that_stands_off_from_the_rows_above_is_no_text_of_the_next_one(heading: str) -> None:
    """It is the only line between two rows, and nearer to the one below it."""
    rows = f"02 Mar | Coffee | 3.50\n03 Mar | Tea | 1.50\n\n | {heading}\n04 Mar | Shoes | 42.00\n05 Mar | Books | 9.00"
    assert texts(rows_of(f"{ONE_HEAD}\n{rows}", stops=ONE)) == ["Coffee", "Tea", "Shoes", "Books"]
    other = rows.replace(heading, "LONDON LTD")  # as rows are made whose texts stand above their dates
    assert texts(rows_of(f"{ONE_HEAD}\n{other}", stops=ONE)) == ["Coffee", "Tea", "LONDON LTD Shoes", "Books"]


def test_the_heading_of_a_section_does_not_tell_how_rows_are_made() -> None:
    card = "02 Mar | Coffee | 3.50\n\n | MIA TAN CARD ENDING 6604\n03 Mar | Shoes | 42.00"
    text = f"{ONE_HEAD}\n{card}\n\n | FEES\n04 Mar | Late charge | 9.00"
    assert texts(rows_of(text, stops=ONE)) == ["Coffee", "Shoes", "Late charge"]


def test_the_number_of_a_card_in_a_box_heads_the_rows_below_it() -> None:
    rows = [f"{day:02} Mar | Shop {day} | {day}.50" for day in range(2, 6)]
    text = "\n".join([ONE_HEAD, *rows[:2], " | MIA TAN (ADD-ON 4375 51XX XXXX 7138)", *rows[2:]])
    rules = [Rule(40, TOP + PITCH * place - 2, 540, TOP + PITCH * place - 2) for place in (2, 3, 5)]
    (table,) = tables_of(text, stops=ONE, rules=rules)
    assert texts(list(table.rows)) == ["Shop 2", "Shop 3", "Shop 4", "Shop 5"]


@pytest.mark.parametrize(
    ("line", "text"), [("COFFEE HOUSE", "Card payment COFFEE HOUSE"), ("KORT **** **** **** 2204", "Card payment")]
)
def test_the_number_of_a_card_at_the_top_of_a_page_is_no_text_of_the_row_before(line: str, text: str) -> None:
    first = f"{ONE_HEAD}\n01 Mar | Tea | 1.50\n | GREEN\n02 Mar | Card payment | 3.50"
    assert texts(rows_of(first, f" | {line}\n03 Mar | Books | 9.00", stops=ONE))[1] == text


def test_what_begins_a_row_whose_line_with_the_date_is_set_in_is_no_heading() -> None:
    """Some rows begin with words that head the rows of one side elsewhere."""
    kinds = ["MAGTAPE DEBIT", "CREDIT TRANSFER", "DEBIT CARD PURCHASE FROM", "MAGTAPE DEBIT"]
    rows = "\n".join(f"{kind}\n | SHOP {day} | 1.50 | 03 0{day} | {90 - day}.00\n" for day, kind in enumerate(kinds, 1))
    text = f"Details | | Amount | Date | Balance\n{rows}"
    told = texts(rows_of(text, stops=(40, 48, -360, 430, -540)))
    assert told == [f"{kind} SHOP {day}" for day, kind in enumerate(kinds, 1)]


def test_what_the_other_side_of_a_payment_gives_describes_it() -> None:
    (row,) = rows_of(
        "Date | Type | Particulars | Code | Reference | Amount | Balance\n"
        "02 Mar | AP | N Tui | Rent | 14 | 1.00 | 99.00",
        stops=(40, 110, 170, 230, 290, -450, -540),
    )
    assert row.texts == Texts("AP N Tui Rent 14", "", "AP")


def test_a_text_that_names_columns_is_no_head_where_it_begins_below_the_head_of_texts() -> None:
    rows = rows_of(
        "Date | Description | Additions\n01 Mar | ACH Credit | 10.00\n | MERCHANT DEPOSIT\n02 Mar | Tea | 2.00",
        stops=(40, 110, -450),
    )
    assert [row.description for row in rows] == ["ACH Credit MERCHANT DEPOSIT", "Tea"]


@pytest.mark.parametrize("above", [" | | Enclosures 0", " | Customer | 2 of 2"])
def test_the_head_of_the_next_page_is_no_text_of_the_last_row(above: str) -> None:
    """One stands right of the texts of rows, one numbers the page."""
    head = "Date | Details | Amount | Balance"
    pages = (
        f"{head}\n01 Mar | Tea | 1.00 | 99.00\n | green\n02 Mar | Rent | 9.00 | 90.00\n | flat 2",
        f"{above}\n03 Mar | Cake | 2.00 | 88.00",
    )
    rows = rows_of(*pages, stops=(40, 110, -450, -540))
    assert [row.description for row in rows] == ["Tea green", "Rent flat 2", "Cake"]


def test_a_note_of_one_table_is_no_title_of_the_next_and_blocks_are_numbered_on() -> None:
    head = "Date | Details | Amount | Balance"
    (first, second) = tables_of(
        f"{head}\n01 Mar | Tea | 1.00 | 99.00\nDividends paid year to date $0.27\nChecking 50\n"
        f"{head}\n02 Mar | Rent | 9.00 | 90.00",
        stops=(40, 110, -450, -540),
    )
    assert [(row.section, row.block) for row in (*first.rows, *second.rows)] == [("", 0), ("", 1)]


def test_new_transactions_of_a_holder_head_the_rows_below() -> None:
    rows = rows_of(f"""
{HEAD}
02 Mar | Payment | 3.50
 | Ref 119844

 | NEW TRANSACTIONS ADA LOVELACE MAY
03 Mar | Tea | 1.50
""")
    assert texts(rows) == ["Payment Ref 119844", "Tea"]


def test_a_kind_of_payment_and_a_card_are_text_of_a_row() -> None:
    rows = rows_of(
        """
Date | | Details | Paid out | Balance
04 Mar | VIS | PREMIER LODGE
 | | GATESHEAD | 79.00 | 100.77
05 Mar | ))) | BUTCHERS | 23.48
 | DD | CREDIT CARD 5521
 | | MIN PAYMENT | 62.17
 | ATM | CASH MAR05
 | | YORK HIGH ST | 40.00 | 226.42
""",
        stops=(40, 100, 130, -400, -520),
    )
    assert "DD CREDIT CARD 5521 MIN PAYMENT" in texts(rows)


def test_figures_further_down_do_not_say_where_the_texts_of_rows_begin() -> None:
    rows = rows_of(
        """
Date | Paid out | Details
30 Mar | 100.00 | Commission
 | | 0.50 % of 20,000.00
31 Mar | 25.00 | Stamp
31 Mar | 1.00 | | Lira
31 Mar | 1.00 | | Mark
31 Mar | 1.00 | | Franc
31 Mar | 1.00 | | Peso
31 Mar | 1.00 | | Real
31 Mar | 1.00 | | Rand
31 Mar | 1.00 | | Yen
""",
        stops=(40, -160, 200, 260),
    )
    assert texts(rows)[:2] == ["Commission 0.50 % of 20,000.00", "Stamp"]


def test_the_name_of_the_holder_above_what_the_cycle_came_to_is_no_text_of_a_row() -> None:
    rows = rows_of(f"""
{HEAD}
02 Mar | Tea | 3.50
 | MARGARET MAY
 | TRANSACTIONS THIS CYCLE (CARD 7719) INCLUDING PAYMENTS RECEIVED
03 Mar | Book | 1.50
""")
    assert texts(rows) == ["Tea", "Book"]
