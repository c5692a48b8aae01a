"""Layouts of tables that are hard to see: whole statements made by hand, which have to be read and proved."""

from extraction.model import Rule
from extraction.tables.header import headers
from extraction.tables.rows import tables
from tests.pages import codes, left_over, lines, parsed, told, top_of
from tests.unit.documents.test_statement import ENDS, HEAD, PROVED, ROWS, TOP, accepted

SIGNED = [("02 Mar", "Tea", "-3.50"), ("03 Mar", "Wage", "9.00"), ("04 Mar", "Rent", "-10.00")]


def test_the_two_dates_of_a_wrapped_head_are_told_apart() -> None:
    """Both columns are called "Date" on the second line: the first one says which is the day of posting."""
    text = f"""{TOP}
Previous balance | | | | 0.00
New balance | | | | 13.50

Trans | Post | | | Transaction
Date | Date | Details | | Amount
01 Mar | 03 Mar | Tea | | 3.50
02 Mar | 04 Mar | Rent | | 10.00
"""
    result = parsed(text.replace("Account statement", "Credit card statement"), stops=(40, 110, 180, -450, -540))
    assert (result.decision, codes(result)) == ("accepted", [])
    days = [(str(t.date), str(t.value_date)) for t in result.accounts[0].transactions]
    assert days == [("2024-03-03", "2024-03-01"), ("2024-03-04", "2024-03-02")]


def test_a_date_holds_below_a_head_that_is_printed_again() -> None:
    first = f"{TOP}{ENDS}\nDate | Details | Paid out | Paid in\n02 Mar | Tea | 3.50 |"
    second = "Date | Details | Paid out | Paid in\n | Wage | | 9.00\n | Rent | 10.00 |"
    (rows,) = accepted(first, second)
    assert rows == [("2024-03-02", amount, None) for _, amount, _ in PROVED]


def test_a_plus_may_stand_behind_the_currency() -> None:
    rows = "02 Mar | Tea | | | 3.50 € -\n03 Mar | Wage | | | 9.00 € +\n04 Mar | Rent | | | 10.00 € -"
    (found,) = accepted(f"{TOP}{ENDS}\nDate | Details | | | Amount\n{rows}")
    assert [amount for _, amount, _ in found] == ["-3.50", "9.00", "-10.00"]


def test_without_a_head_amounts_below_the_dated_lines_are_columns() -> None:
    rows = """
02 Mar | Tea
 | at the market | 3.50 | | 96.50
03 Mar | Wage
 | of February | | 9.00 | 105.50
04 Mar | Rent | 10.00 | | 95.50
"""
    assert accepted(f"{TOP}{ENDS}{rows}") == [PROVED]


def test_a_foreign_amount_beside_the_date_begins_no_row_of_its_own() -> None:
    """The amount of the row stands on its last line; the foreign one has a column that moves no money."""
    text = f"""{TOP}{ENDS}
Date | Details | Original amount | Amount | Balance
02 Mar | Tea | 4.20
 | Card 1234 | | -3.50 | 96.50
03 Mar | Wage | | 9.00 | 105.50
04 Mar | Rent | | -10.00 | 95.50
"""
    assert accepted(text) == [PROVED]


def test_a_dash_of_an_empty_cell_is_no_sign_of_the_amount_beside_it() -> None:
    rows = """
02 Mar | Tea | EUR 3.50 |- | EUR 96.50
03 Mar | Wage |- | EUR 9.00 | EUR 105.50
04 Mar | Rent | EUR 10.00 |- | EUR 95.50
"""
    assert accepted(f"{TOP}{ENDS}\n{HEAD}{rows}", stops=(40, 110, -420, -470, -540)) == [PROVED]


def test_one_check_stands_where_the_head_names_something_else() -> None:
    """The figures below have a column of their own, under the serial numbers of the rows."""
    text = f"""{TOP}
Date | | Serial | Details | Amount
Withdrawals
02 Mar | | 4711 | Tea | 3.50
Total withdrawals | | | | 3.50

Checks paid
CHECK 101 | 03 Mar | 9.00
Total checks | | 9.00

Opening balance | | 100.00
Closing balance | | 87.50
"""
    (rows,) = accepted(text, stops=(40, 110, -260, 300, -540))
    assert rows == [("2024-03-02", "-3.50", None), ("2024-03-03", "-9.00", None)]


def test_a_date_glued_to_a_long_text_is_the_date_of_its_row() -> None:
    text = f"""{TOP}{ENDS}
Details | Date | Paid out | Paid in | Balance
Tea | 02 Mar 2024 | 3.50 | | 96.50
Wage of last month 03 Mar 2024 | | | 9.00 | 105.50
Rent | 04 Mar 2024 | 10.00 | | 95.50
"""
    result = parsed(text, stops=(40, 127, -360, -450, -540))
    assert (result.decision, told(result.accounts[0])) == ("accepted", PROVED)
    assert [t.description for t in result.accounts[0].transactions] == ["Tea", "Wage of last month", "Rent"]


def test_rows_of_nothing_among_dated_ones_are_rows_and_fees_that_were_not_charged_are_none() -> None:
    rows = ROWS.replace("\n03 Mar", "\n | Card renewal | 0.00 |\n03 Mar", 1)
    box = "\n\n\nFees of the period\n | Overdraft | 0.00\n | Returned item | 0.00"
    (found,) = accepted(f"{TOP}{ENDS}\n{HEAD}\n{rows}{box}")
    assert found == [PROVED[0], ("2024-03-02", "0.00", None), *PROVED[1:]]


def test_one_purchase_on_a_card_is_money_out_where_its_heading_says_so() -> None:
    text = f"""{TOP.replace("Account statement", "Credit card statement")}
Previous balance | | | | 50.00
Purchases | | | | 3.50
New balance | | | | 53.50

Date | Details | | | Amount
Purchases
02 Mar | Tea | | | 3.50
"""
    (rows,) = accepted(text)
    assert rows == [("2024-03-02", "-3.50", None)]


def test_the_unit_below_the_name_of_a_column_makes_a_head_of_two_lines() -> None:
    rows = "\n".join(f"{day} | {text} | | | {amount}" for day, text, amount in SIGNED)
    (found,) = accepted(f"{TOP}{ENDS}\n | | | | Umsätze\nBu.-Tag | Buchungstext | | | (€)\n{rows}")
    assert [amount for _, amount, _ in found] == [amount for _, _, amount in SIGNED]


def test_an_overdrawn_balance_stands_among_the_money_out() -> None:
    rows = "02 Mar | Tea | 3.50 |\n03 Mar | Wage | | 9.00\n04 Mar | Rent | 10.00 |"
    text = f"""{TOP}
Date | Libellé | Débit | Crédit
 | Ancien solde débiteur | 100.00 |
{rows}
 | Nouveau solde débiteur | 104.50 |
"""
    (account,) = parsed(text).accounts
    assert (str(account.opening_balance), str(account.closing_balance)) == ("-100.00", "-104.50")


def test_a_fee_in_a_column_of_its_own_moves_the_balance() -> None:
    text = f"""{TOP}{ENDS}
Date | Details | Fee | Money out | Money in | Balance
02 Mar | Charge | 3.50 | | | 96.50
03 Mar | Wage | | | 9.00 | 105.50
04 Mar | Rent | 1.00 | 9.00 | | 95.50
"""
    assert accepted(text, stops=(40, 110, -260, -360, -450, -540)) == [PROVED]


def test_a_balance_before_each_row() -> None:
    text = f"""{TOP}{ENDS}
Date | Before | Withdrawal | Deposit | Particulars
02 Mar | 100.00 | 3.50 | | Tea
03 Mar | 96.50 | | 9.00 | Wage
04 Mar | 105.50 | 10.00 | | Rent
"""
    (rows,) = accepted(text.replace("Before", "Balance before"), stops=(40, -200, -290, -380, 420))
    assert rows == [("2024-03-02", "-3.50", "96.50"), ("2024-03-03", "9.00", "105.50"), ("2024-03-04", "-10.00", None)]


def test_the_parts_of_a_total_need_no_proof_of_their_own() -> None:
    """Money out by kind: the two figures add up to the 13.50 that the rows make."""
    box = "Sent | | | | 3.00\nDebits by card | | | | 10.50\nTotal money out | | | | 13.50\n"
    assert accepted(f"{TOP}{ENDS}{box}\n{HEAD}\n{ROWS}") == [PROVED]
    assert left_over(parsed(f"{TOP}{ENDS}{box.replace('10.50', '11.50')}\n{HEAD}\n{ROWS}"))


def test_figures_below_the_heading_of_rewards_are_none_of_the_account() -> None:
    box = "Rewards summary\nPrevious balance | | | | 24.11\n"
    assert accepted(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}\n\n{box}") == [PROVED]


def test_a_balance_carried_to_a_page_that_is_not_there_is_held_back() -> None:
    text = f"{TOP}\n{HEAD}\n01 Mar | Saldovortrag | | | 100.00\n{ROWS}\n | Übertrag auf Blatt 2 | | | 95.50"
    result = parsed(text)
    assert (result.decision, codes(result)) == ("review", ["incomplete"])
    assert "Übertrag auf Blatt 2" in result.issues[-1].message or "Übertrag auf Blatt 2" in result.issues[0].message


def test_no_transactions_between_balances_brought_and_carried_forward() -> None:
    text = f"""{TOP}
{HEAD}
01 Mar | Balance brought forward | | | 100.00
There were no transactions on this account during the period.
31 Mar | Balance carried forward | | | 100.00
"""
    result = parsed(text)
    assert (result.decision, len(result.accounts[0].transactions)) == ("accepted", 0)


def test_sections_that_go_on_keep_their_side() -> None:
    text = f"""{TOP}{ENDS}
Electronic payments (continued)
Date | Details | | | Amount
02 Mar | Tea | | | 3.50
04 Mar | Rent | | | 10.00
Deposits
Date | Details | | | Amount
03 Mar | Wage | | | 9.00
"""
    (rows,) = accepted(text)
    assert [amount for _, amount, _ in rows] == ["-3.50", "-10.00", "9.00"]


def test_headings_of_days_may_print_the_balance_at_the_end_of_the_day() -> None:
    text = f"""{TOP}{ENDS}
Saturday, 2 March 2024 | | | | End of day 96.50
08:30 | Tea | | | -3.50
Sunday, 3 March 2024 | | | | End of day 95.50
09:30 | Wage | | | +9.00
10:30 | Rent | | | -10.00
 | of March
"""
    (rows,) = accepted(text)
    assert rows == [("2024-03-02", "-3.50", None), ("2024-03-03", "9.00", None), ("2024-03-03", "-10.00", None)]
    broken = parsed(text.replace("96.50", "77.10"))
    assert (broken.decision, "balance_mismatch" in codes(broken)) == ("review", True)


def test_days_headed_by_the_total_of_their_rows_are_no_rows_themselves() -> None:
    text = f"""{TOP}{ENDS}
02 Mar 2024 | Total withdrawals | | | - 13.50
 | Tea | | | 3.50
 | Rent | | | 10.00
03 Mar 2024 | Total deposits | | | + 14.00
 | Wage | | | 14.00
04 Mar 2024 | Total withdrawals | | | - 5.00
 | Bread | | | 2.00
 | Milk | | | 3.00
"""
    (rows,) = accepted(text)
    assert rows == [
        ("2024-03-02", "-3.50", None),
        ("2024-03-02", "-10.00", None),
        ("2024-03-03", "14.00", None),
        ("2024-03-04", "-2.00", None),
        ("2024-03-04", "-3.00", None),
    ]


def test_totals_of_days_that_are_not_the_sums_of_their_rows_are_not_accepted() -> None:
    text = f"""{TOP}{ENDS}
02 Mar 2024 | Total withdrawals | | | - 13.50
 | Tea | | | 3.50
03 Mar 2024 | Total deposits | | | + 9.00
 | Wage | | | 9.00
"""
    assert parsed(text).decision == "review"


def test_columns_may_be_named_twice_one_name_below_the_other() -> None:
    text = f"""{TOP}{ENDS}
Entry date | Details | Paid out | Paid in
(Value date) | | (Debit) | (Credit)
02 Mar | Tea | 3.50 |
03 Mar | Wage | | 9.00
04 Mar | Rent | 10.00 |
"""
    (rows,) = accepted(text)
    assert [amount for _, amount, _ in rows] == ["-3.50", "9.00", "-10.00"]


def test_one_column_of_a_head_may_say_what_nobody_knows() -> None:
    """The same amounts in another unit; without the head they would be taken for balances."""
    rows = "02 Mar | Tea | 3.50 | | 22.96\n03 Mar | Wage | | 9.00 | 59.04\n04 Mar | Rent | 10.00 | | 65.60"
    (found,) = accepted(f"{TOP}{ENDS}\nDate | Details | Paid out | Paid in | In thalers\n{rows}")
    assert [amount for _, amount, _ in found] == ["-3.50", "9.00", "-10.00"]


def test_text_below_the_closing_balance_does_not_make_a_row_of_it() -> None:
    text = f"""{TOP}
{HEAD.replace(" | Balance", "")}
 | Previous balance of 29 February 2024 | | 100.00
{ROWS.replace("96.50", "").replace("105.50", "").replace("95.50", "")}
 | New balance of 31 March 2024 | | 95.50
 | Note: an overdraft of 500 EUR is granted at twelve per cent a year to you
"""
    (rows,) = accepted(text)
    assert [amount for _, amount, _ in rows] == ["-3.50", "9.00", "-10.00"]


def test_the_posting_date_may_stand_behind_the_amounts_and_the_value_date_before_them() -> None:
    text = f"""{TOP}{ENDS}
Details | Value date | Paid out | Paid in | Booked
Tea 01/03 Kiwi | 02.03 | 1,003.50 | | 02.03
Wage | 03.03 | | 1,009.00 | 03.03
Rent | 04.03 | 10.00 | | 04.03
"""
    (rows,) = accepted(text, stops=(40, 200, -360, -450, -540))
    assert [(day, amount) for day, amount, _ in rows] == [
        ("2024-03-02", "-1003.50"),
        ("2024-03-03", "1009.00"),
        ("2024-03-04", "-10.00"),
    ]


def test_signs_of_sections_count_where_a_daily_balance_list_follows_and_pages_are_numbered() -> None:
    """Deposits and checks print no sign, withdrawals a minus; the number of a page is no amount of its section."""
    first = f"""{TOP}{ENDS}
DEPOSITS AND ADDITIONS
Date | Details | | | Amount
03 Mar | Wage | | | 9.00

CHECKS AND WITHDRAWALS
Date | Details | | | Amount
02 Mar | Tea | | | 3.50-
"""
    second = """
 | | | Page | 2
04 Mar | Rent | | | 4.00-

CHECKS IN NUMBER ORDER
Date | Check no | | | Amount
04 Mar | 4410 | | | 6.00

DAILY BALANCE INFORMATION
02 Mar | | | | 96.50
03 Mar | | | | 105.50
04 Mar | | | | 95.50
"""
    (rows,) = accepted(first, second)
    assert sorted(amount for _, amount, _ in rows) == ["-3.50", "-4.00", "-6.00", "9.00"]


def test_a_fee_table_with_prices_tells_nothing_of_the_rows() -> None:
    analysis = """
Investable balance | | | | 79,824.07
Deposits | 22 | | .7500 | 16.50
Credits received | 31 | | .1500 | 4.65
VAT summary: total VAT (debit) | | | | 14.22
CASHBACK BONUS
Opening balance | | | | 112.40
"""
    assert accepted(f"{TOP}{ENDS}{analysis}\n{HEAD}\n{ROWS}") == [PROVED]


DAYS = """
Bijkomende informatie | | | Debet | Credit
Di 02/03/2024 | | | | Saldo 96.50
  | Tea | | 3.50
Wo 03/03/2024 | | | | Saldo 105.50
  | Wage | | | 12.50"""
NEXT = """Bijkomende informatie | | | Debet | Credit
  | Fee | | 3.50
Do 04/03/2024 | | | | Saldo 96.50
  | Book | | 9.00
Vr 05/03/2024 | | | | Saldo 95.50
  | Pen | | 1.00
"""


def test_the_rows_of_a_day_that_is_headed_by_its_balance_go_on_on_the_next_page() -> None:
    rows = [("02", "-3.50"), ("03", "12.50"), ("03", "-3.50"), ("04", "-9.00"), ("05", "-1.00")]
    expected = [(f"2024-03-{day}", amount, None) for day, amount in rows]
    for first, second in (
        (DAYS, NEXT),
        (DAYS.replace("\n  | Wage | | | 12.50", ""), NEXT.replace("  | Fee", "  | Wage | | | 12.50\n  | Fee")),
    ):
        assert accepted(f"{TOP}{ENDS}{first}", second, stops=(40, 56, -360, -450, -540)) == [expected]


def test_a_balance_below_each_amount_is_of_the_row_where_the_head_says_so() -> None:
    text = f"""{TOP}{ENDS}
Datum | Popis | | | Částka
Valuta | Poznámka | | | Zůstatek
02 Mar | Tea | | | -3.50
03 Mar | at the market | | | 96.50
03 Mar | Wage | | | 9.00
04 Mar | of February | | | 105.50
04 Mar | Rent | | | -10.00
04 Mar | | | | 95.50
"""
    assert accepted(text) == [PROVED]
    (account,) = parsed(text).accounts
    assert [(str(t.value_date), t.description) for t in account.transactions] == [
        ("2024-03-03", "Tea at the market"),
        ("2024-03-04", "Wage of February"),
        ("2024-03-04", "Rent"),
    ]
    assert parsed(text.replace("9.00\n", "9.10\n")).decision == "review"


def test_page_numbers_below_the_last_head_do_not_make_a_box_of_its_balances() -> None:
    texts = [
        f"{TOP}{ENDS}\n{HEAD}\n{ROWS.splitlines()[0]}",
        f"{HEAD}\n{ROWS.splitlines()[1]}",
        f"{HEAD}\n{ROWS.splitlines()[2]}",
        "Thank you",
    ]
    feet = [f"{text}\n\n\n | | | | Page {number} of 4" for number, text in enumerate(texts, 1)]
    assert accepted(*feet, stops=(40, 110, -360, -450, -540)) == [PROVED]


def test_rows_named_balance_at_both_ends_are_the_balances() -> None:
    text = f"""{TOP}
{HEAD}
01 Mar | Saldo | | | 100.00
{ROWS}
31 Mar | Saldo | | | 95.50
"""
    result = parsed(text)
    assert (result.decision, told(result.accounts[0])) == ("accepted", PROVED)
    assert (str(result.accounts[0].opening_balance), str(result.accounts[0].closing_balance)) == ("100.00", "95.50")


def test_totals_that_follow_each_other_within_one_text_are_told_apart() -> None:
    """Without a balance before the first row, only they tell that it is there."""
    rows = ROWS.split("\n")
    below = "Total debits: 13.50 EUR Total credits: 9.00 EUR"
    assert accepted(f"{TOP}{HEAD}\n{ROWS}\n{below}") == [PROVED]
    for text in (f"{TOP}{HEAD}\n{rows[1]}\n{rows[2]}\n{below}", f"{TOP}{HEAD}\n{rows[0]}\n{rows[1]}\n{below}"):
        assert parsed(text).decision == "review"


def test_a_side_of_the_account_with_what_is_counted_to_it_is_held_against_the_rows() -> None:
    sides = "Deposits, credits and interest | | | | 9.00\nOther withdrawals, debits and service charges | | | | 13.50\n"
    text = f"{TOP}{ENDS}{sides}\n{HEAD}\n{ROWS}"
    assert accepted(text) == [PROVED]
    assert codes(parsed(text.replace("interest | | | | 9.00", "interest | | | | 99.00"))) == ["incomplete"]


def test_a_line_of_units_below_the_heads_of_amounts_is_no_text_of_a_row() -> None:
    head = "Date | Details | Paid out | Paid in\n | | in EUR | in EUR"
    rows = "02 Mar | Tea | 3.50 |\n03 Mar | Wage | | 9.00\n04 Mar | Rent | 10.00 |"
    result = parsed(f"{TOP}{ENDS}\n{head}\n{rows}")
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [row.description for row in result.accounts[0].transactions] == ["Tea", "Wage", "Rent"]


def test_the_heading_of_a_cardholder_is_no_text_of_the_first_row_below_it() -> None:
    """Ruling lines stand above the headings alone, or between all rows, where the heading says whose rows they are."""
    text = f"""{TOP}
Date | Details | | | Amount
02 Mar | Tea | | | 3.50
03 Mar | Milk | | | 2.00
{{}}
02 Mar | Bread | | | 1.00
04 Mar | Salt | | | 1.50
"""
    for heading, every in (("Ann Smith, Card 4711", False), ("Transactions for Ann Smith", True)):
        told_ = text.format(f" | {heading}")
        first = top_of(told_, "02 Mar")
        rules = [Rule(40, first + 14 * i - 2, 540, first + 14 * i - 2) for i in range(5) if every or i == 2]
        found = tables(lines(told_), headers(lines(told_)), ".", [(1, rule) for rule in rules])
        assert [row.description for table in found for row in table.rows] == ["Tea", "Milk", "Bread", "Salt"]


def test_the_remaining_balance_of_instalments_is_none_of_the_account() -> None:
    text = f"""{TOP}{ENDS}
{HEAD}
{ROWS}

INSTALLMENT BALANCE SUMMARY
Description | | Total amount | Monthly | Remaining balance
Tilia Stores | | 3,299.04 | 274.92 | 1,924.44
"""
    assert accepted(text) == [PROVED]


def test_an_account_from_which_securities_are_paid_is_one_of_a_bank() -> None:
    rows = ROWS.replace("Tea", "Securities purchase, 3 shares").replace("Wage", "Dividends, unit price 2.00")
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{rows}\n05 Mar | Mutual funds, market value | 0.00 | | 95.50")
    assert (result.document.kind, result.decision) == ("bank_statement", "accepted")


def test_the_last_lines_of_a_list_of_balances_may_have_fewer_columns() -> None:
    """Rows by sections are in another order than their days, so that the balances of some days are none after a row."""
    text = f"""{TOP}{ENDS}
Value date | Date | Details | | | | Amount
Deposits
06.03.2024 | 06.03.2024 | Wage | | | | 9.00
Withdrawals
02.03.2024 | 02.03.2024 | Tea | | | | 3.50
03.03.2024 | 03.03.2024 | Bread | | | | 2.00
04.03.2024 | 04.03.2024 | Milk | | | | 1.00
05.03.2024 | 05.03.2024 | Salt | | | | 1.00
07.03.2024 | 07.03.2024 | Rent | | | | 6.00

Daily balances
02.03.2024 | 96.50 CR | 04.03.2024 | 93.50 CR | 06.03.2024 | | 101.50 CR
03.03.2024 | 94.50 CR | 05.03.2024 | 92.50 CR
"""
    assert [len(rows) for rows in accepted(text, stops=(40, 110, 180, 260, 380, 460, -540))] == [6]


def test_the_dash_of_an_empty_cell_may_end_where_its_head_does() -> None:
    """A list of balances below the rows has amounts in that column that end farther right."""
    text = f"""{TOP}{ENDS}
Date | Details | Money out | Money in | Balance
02 Mar | Tea | 3.50 |- | 96.50
03 Mar | Wage |- | 9.00 | 105.50
04 Mar | Rent | 10.00 |- | 95.50

Daily balance
02 Mar | 96.50 | | | | 105.50
"""
    assert accepted(text, stops=(40, 110, -420, -470, -502, -478)) == [PROVED]


def test_whole_amounts_that_begin_below_their_head_are_amounts_without_a_date_too() -> None:
    text = f"""{TOP}{ENDS}
Date | Details | Amount EUR
Deposits
03 Mar | Wage | 6.00 €
 | Refund | 3 €
Withdrawals
02 Mar | Tea | 3.50 €
04 Mar | Rent | 10.00 €
"""
    (rows,) = accepted(text, stops=(40, 110, 400, 480, -560))
    assert [amount for _, amount, _ in rows] == ["6.00", "3", "-3.50", "-10.00"]


def test_a_title_on_the_line_of_the_heads_says_the_sign() -> None:
    text = f"""{TOP}{ENDS}
Deposits | Date | Source
 | 03 Mar | Wage | | 9.00
Withdrawals | Date | Location
 | 02 Mar | Tea | | 3.50
 | 04 Mar | Rent | | 10.00
"""
    (rows,) = accepted(text, stops=(40, 112, 200, 300, -540))
    assert rows == [("2024-03-03", "9.00", None), ("2024-03-02", "-3.50", None), ("2024-03-04", "-10.00", None)]


def test_cr_left_of_an_amount_is_its_mark() -> None:
    text = f"""{TOP.replace("Account statement", "Credit card statement")}
Previous balance as at Mar 1/24 | | | 100.00
Total payments | | | CR 9.00
New balance Mar 31/24 | | | 104.50

Date | Details | | Amount
02 Mar | Tea | | 3.50
03 Mar | Payment | CR | 9.00
04 Mar | Rent | | 10.00
"""
    (rows,) = accepted(text, stops=(40, 110, -505, -540))
    assert [amount for _, amount, _ in rows] == ["-3.50", "9.00", "-10.00"]


def test_parts_below_a_total_and_sums_of_a_column_beside_fees_are_explained() -> None:
    text = f"""{TOP}
Opening balance | | | | | 100.00
Money in | | | | | 19.00
Salary deposits | | | | | 12.00
Other deposits | | | | | 7.00
Closing balance | | | | | 104.00

Date | Details | Money out | Money in | Fee | Balance
02 Mar | Tea | 3.50 | | 0.50 | 96.00
03 Mar | Wage | | 19.00 | | 115.00
04 Mar | Rent | 10.00 | | 1.00 | 104.00

Spending
Total spending without deposits | | | | | 13.50
"""
    (rows,) = accepted(text, stops=(40, 110, -300, -380, -450, -540))
    assert [amount for _, amount, _ in rows] == ["-4.00", "19.00", "-11.00"]


def test_texts_below_heads_that_stand_in_the_middle_and_beside_charges_describe_their_rows() -> None:
    text = f"""{TOP}
Opening balance | | | | | | 100.00
Closing balance | | | | | | 95.50

Date | Chq No | | Particulars | Charge | Debit | Credit | Balance
02 Mar | | Tea/0078/HOME | | 1.50 T | 3.50 | | 96.50
 | | LOAN/INSTALMENT
03 Mar | | Wage Works | | | | 9.00 | 105.50
 | | To: Travel Charge, Cpt
04 Mar | | Rent of the flat | | 2.00 T | 10.00 | | 95.50
"""
    result = parsed(text, stops=(40, 97, 136, 193, -300, -370, -430, -540))
    assert result.decision == "accepted"
    assert [row.description for account in result.accounts for row in account.transactions] == [
        "Tea/0078/HOME LOAN/INSTALMENT",
        "Wage Works To: Travel Charge, Cpt",
        "Rent of the flat",
    ]


def test_a_heading_above_a_row_of_two_lines_says_its_sign() -> None:
    text = f"""{TOP}
Opening balance | | 100.00
Closing balance | | 95.50

Details | Date | Amount
Money in
Wage | 03 Mar
Thank you for your order | | 9.00
Total money in | | 9.00
Money out
Tea | 02 Mar | 3.50
Rent | 04 Mar
Flat 3 | | 10.00
"""
    (rows,) = accepted(text, stops=(40, 300, -540))
    assert [amount for _, amount, _ in rows] == ["9.00", "-3.50", "-10.00"]


def test_a_name_over_an_unknown_head_and_a_currency_within_brackets_are_read() -> None:
    text = f"""{TOP}
Opening balance | | | 100.00
Closing balance | | | 95.50

 | | | Amount in
Date | Details | Fxpart | EUR
02 Mar | Tea | 4.00 USD
 | with charge | | (3.50 €)
03 Mar | Wage | | 9.00 €
04 Mar | Rent | | (10.00 €)
"""
    (rows,) = accepted(text, stops=(40, 110, -380, -540))
    assert rows == [("2024-03-02", "-3.50", None), ("2024-03-03", "9.00", None), ("2024-03-04", "-10.00", None)]


def test_payments_not_yet_booked_below_the_rows_hide_no_opening_balance() -> None:
    text = f"""{TOP}
Date | Details | DR | CR | Balance
 | Ending balance | | | 95.50
04 Mar | Rent | 10.00 | | 95.50
03 Mar | Wage | | 9.00 | 105.50
02 Mar | Tea | 3.50 | | 96.50
 | Balance last statement | | | 100.00
Scheduled payments (not yet booked)
05 Apr | Gym | 7.00
"""
    (rows,) = accepted(text)
    assert [amount for _, amount, _ in rows] == ["-10.00", "9.00", "-3.50"]


def test_amounts_of_a_list_below_do_not_move_the_columns_on() -> None:
    text = f"""{TOP}{ENDS.replace("95.50", "86.50")}
Date | Details | | Balance | Paid in | Paid out
 | Opening balance | | 100.00
02 Mar | Tea | | 96.50 | | 3.50
03 Mar | Rent | | 86.50 | | 10.00
Scheduled payments (not yet booked)
05 Apr | Gym | 7.00
"""
    (rows,) = accepted(text, stops=(40, 110, -395, -440, -500, -560))
    assert [amount for _, amount, _ in rows] == ["-3.50", "-10.00"]
