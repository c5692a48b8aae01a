"""What a page prints beside its rows, and a person would prove them with."""

import pytest

from extraction.documents.heads.fields import totals
from extraction.pipeline import parse
from extraction.tables.pairs import pairs
from tests.pages import SOURCE, STOPS, codes, lines, page, parsed, told
from tests.statement_pages import HEAD
from tests.unit.documents.test_statement import ENDS, PROVED, ROWS, TOP, UNBALANCED, accepted

CARD = TOP.replace("Account statement", "Credit card statement").replace("Account number: 12345678\n", "")


def test_the_end_of_a_paragraph_heads_no_table() -> None:
    note = "The balance below may differ from the\nbalance that the app shows, with pending transactions."
    assert accepted(f"{TOP}{ENDS}\n{note}\nTransactions of your account\n{HEAD}\n{ROWS}") == [PROVED]


def test_balances_before_the_rows_and_one_after_the_last_entry() -> None:
    text = f"""{TOP}
Date | Details | Paid out | Paid in | Balance before
02 Mar | Tea | 3.50 | | 100.00
03 Mar | Wage | | 9.00 | 96.50
04 Mar | Rent | 10.00 | | 105.50

Balance after last entry | | | | 95.50
"""
    assert [[row[:2] for row in rows] for rows in accepted(text)] == [[row[:2] for row in PROVED]]
    (account,) = parsed(text).accounts
    assert (str(account.opening_balance), str(account.closing_balance)) == ("100.00", "95.50")


def test_an_uebertrag_with_a_name_is_a_transfer() -> None:
    text = f"""{TOP.replace("Account statement", "Kontoauszug")}
Buchungstag | Verwendungszweck | | | Betrag
01.03.2024 | Alter Saldo | | | 100,00
02.03.2024 | Übertrag Ada Muster | | | -3,50
03.03.2024 | Übertrag Ada Muster Sparen | | | 9,00
04.03.2024 | Übertrag | | | 105,50
04.03.2024 | Miete | | | -10,00
31.03.2024 | Neuer Saldo | | | 95,50
"""
    assert accepted(text) == [UNBALANCED]


def test_what_is_paid_of_the_previous_balance_is_a_row() -> None:
    text = f"""{CARD}
Previous balance | | | | 50.00
New balance | | | | 23.50
Date | Details | | | Amount
02 Mar | Tea | | | 3.50
03 Mar | Direct debit of previous balance | | | 50.00 CR
04 Mar | Rent | | | 20.00
"""
    assert [[amount for _, amount, _ in rows] for rows in accepted(text)] == [["-3.50", "50.00", "-20.00"]]


def test_a_payment_of_the_previous_balance_that_is_not_needed_goes_to_review() -> None:
    text = f"""{CARD}
Previous balance | | | | 50.00
New balance | | | | 73.50
Date | Details | | | Amount
02 Mar | Tea | | | 3.50
03 Mar | Direct debit of previous balance | | | 50.00 CR
04 Mar | Rent | | | 20.00
"""
    assert parsed(text).decision == "review"


def test_the_date_of_registration_is_that_of_posting() -> None:
    text = f"""{CARD}
Saldo precedente | | | | 0,00
Saldo attuale | | | | 13,50
Data acq. | Data reg. | Descrizione | | Importo
01/03 | 03/03 | Bar | | 3,50
02/03 | 05/03 | Libro | | 4,00
02/03 | 14/03 | Affitto | | 6,00
"""
    (rows,) = accepted(text, stops=(40, 110, 180, -450, -540))
    assert [day for day, _, _ in rows] == ["2024-03-03", "2024-03-05", "2024-03-14"]


TWO = f"""
Example Bank
Account statement
All amounts in EUR
Statement period: 1 March 2024 to 31 March 2024
Checking | Account number 12345678
{HEAD}
 | Opening balance | | | 100.00
02 Mar | Tea | 3.50 | | 96.50
 | Closing balance | 3.50 | 0.00 | 96.50

Savings | Account number 22345678
{HEAD}
 | Opening balance | | | 50.00
No transactions in this period
 | Closing balance | 0.00 | 0.00 | 50.00
"""


def test_the_balance_beside_the_totals_of_columns_closes_an_account_without_rows() -> None:
    assert [len(rows) for rows in accepted(TWO)] == [1, 0]
    last = TWO.rindex("50.00")
    assert parsed(TWO[:last] + "51.00").decision == "review"


CARDS = f"""{CARD}
Card | Card number | | | Charges
Ada | 3-61008 | | | 13.50
Bob | 3-62014 | | | 9.00

Previous balance | | | | 100.00
Purchases | | | | 22.50
New balance | | | | 122.50

Ada Muster
Card ending 3-61008
Date | Details | | | Amount
02 Mar | Tea | | | 3.50
04 Mar | Rent | | | 10.00

Bob Muster
Card ending 3-62014
Date | Details | | | Amount
03 Mar | Book | | | 4.00
05 Mar | Shoe | | | 5.00
"""


def test_a_second_card_of_the_overview_is_the_sum_of_the_rows_below_its_number() -> None:
    result = parsed(CARDS)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [len(account.transactions) for account in result.accounts] == [4]
    assert parsed(CARDS.replace("| 9.00", "| 9.10")).decision == "review"


SUMMED = """
Beginning balance | | | | 100.00
Payments received | | | | 60.00
Fees | | | | -3.00
Withdrawals | | | | -40.00
Ending balance | | | | 117.00

Date | Details | Gross | Fee | Net
02 Mar | Sale | 20.00 | -1.00 | 19.00
03 Mar | Sale | 40.00 | -2.00 | 38.00
04 Mar | Withdrawal to bank | -25.00 | 0.00 | -25.00
05 Mar | Withdrawal to bank | -15.00 | 0.00 | -15.00
"""


def test_a_part_of_a_summary_is_the_sum_of_the_rows_that_are_called_so() -> None:
    assert [[amount for _, amount, _ in rows] for rows in accepted(TOP + SUMMED)] == [
        ["19.00", "38.00", "-25.00", "-15.00"]
    ]
    other = SUMMED.replace("-40.00", "-41.00").replace("| 60.00", "| 61.00")
    assert parsed(TOP + other).decision == "review"


LISTED = f"""{CARD}
Card | Number | | | Statement balance
Blue | 5401-7720-1184-2290 | | | 3.50
Gold | 4265-8830-7714-0021 | | | 9.00

BLUE CARD
5401-7720-1184-2290 ADA MUSTER
Date | Details | | | Amount
 | Previous balance | | | 10.00
02 Mar | Tea | | | 3.50
02 Mar | PAYMENT THANK YOU | | | 10.00 CR

GOLD CARD
4265-8830-7714-0021 ADA MUSTER
Date | Details | | | Amount
 | Previous balance | | | 20.00
03 Mar | PAYMENT THANK YOU | | | 20.00 CR
03 Mar | Book | | | 9.00
"""


def test_an_overview_closes_the_accounts_that_are_headed_by_number_and_holder() -> None:
    assert [[amount for _, amount, _ in rows] for rows in accepted(LISTED)] == [
        ["-3.50", "10.00"],
        ["20.00", "-9.00"],
    ]
    assert parsed(LISTED.replace("0021 | | | 9.00", "0021 | | | 9.10")).decision == "review"


SUMMARY = f"""{CARD}
Minimum payment | 10.00 | Previous balance | 100.00
New balance in March | 73.50 | Payments | -40.00
Payment due date | | Credits | -6.00
You may have to pay a late fee | | Purchases | 19.50
New balance | 73.50 | New balance | 73.50
"""
BOXED = """
Payments and credits
Date | Details | | Amount | You had so many points before 12,004
03 Mar | PAYMENT THANK YOU | | -40.00 | Earned 2,871
04 Mar | Shop | | -6.00 | Left 9,133

Purchases
Date | Details | | Amount
02 Mar | Tea | | 3.50
05 Mar | Book | | 16.00
"""


def test_beside_a_box_a_head_ends_where_it_begins_and_a_summary_has_its_nearest_labels() -> None:
    first, second = page(SUMMARY, stops=(40, -260, 300, -540)), page(BOXED, stops=(40, 110, 300, -360, 420), number=2)
    result = parse([first, second], SOURCE, "key")
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [p.status for p in result.proofs if p.check == "card_summary"] == ["holds"]
    (account,) = result.accounts
    assert [t.description for t in account.transactions] == ["PAYMENT THANK YOU", "Shop", "Tea", "Book"]


def test_a_subtotal_sums_the_rows_right_above_it_though_no_heading_parts_them() -> None:
    rows = """
02 Mar | Tea | | | -3.50
03 Mar | Wage | | | 9.00
04 Mar | Rent | | | -10.00
 | Subtotal for card 0925 | | | -1.00
"""
    assert accepted(f"{TOP}{ENDS}\nDate | Details | | | Amount{rows}") == [UNBALANCED]
    wrong = parsed(f"{TOP}{ENDS}\nDate | Details | | | Amount{rows.replace('-1.00', '-1.50')}")
    assert (wrong.decision, codes(wrong)) == ("review", ["incomplete"])


def test_what_newest_first_rows_begin_with_stands_below_the_last_one() -> None:
    rows = "\n".join(reversed(ROWS.split("\n")))
    text = f"{TOP}Closing balance | | | | 95.50\n\n{HEAD}\n{rows}\n | Balance brought forward 1 Mar 24 | | | 100.00"
    result = parsed(text)
    assert (result.decision, str(result.accounts[0].opening_balance)) == ("accepted", "100.00")
    assert told(result.accounts[0]) == list(reversed(PROVED))


def test_the_balance_before_the_first_transaction_is_the_opening_one() -> None:
    result = parsed(f"{TOP}Balance before first transaction: 100.00\nClosing balance | | | | 95.50\n\n{HEAD}\n{ROWS}")
    assert (result.decision, str(result.accounts[0].opening_balance)) == ("accepted", "100.00")


def test_a_line_that_leads_to_another_balance_holds_the_statement_back_whatever_that_is_called() -> None:
    """All that came in and went stands between the opening balance and the last one."""
    flow = "Start balance | Loaded | Spent | Available balance\n100.00 | 9.00 | 13.50 | {0}\n\n"
    stops = (40, 150, -360, -450, -540)
    for last, decision in (("95.50", "accepted"), ("95.51", "review")):
        text = f"{TOP}{flow.format(last)}".replace("Loaded | Spent", "Loaded | Spent in all")
        table = "Date | Details | Paid out | Paid in | Balance\n" + ROWS
        assert parsed(f"{text}{table}", stops=stops).decision == decision


def test_a_new_balance_stands_below_its_label_beside_codes() -> None:
    text = f"""{TOP}
IBAN | | | Old balance on 1 March 2024
DE71 3807 0059 | | | 100.00

Date | Details | | Amount
02 Mar | Tea | | -3.50
03 Mar | Wage | | 9.00
04 Mar | Rent | | -10.00

Branch | BIC | | New balance
481 | RHKBDEDK380 | | 95.50
"""
    assert accepted(text, stops=(40, 150, -450, -540)) == [UNBALANCED]


def test_the_sum_of_what_accounts_hold_is_no_total_of_money_in() -> None:
    text = f"""{TOP}
Savings | 12345678 | | | 95.50
Foreign | 22345678 | | | 20.00
Total deposits | | | | 115.50

{HEAD}
01 Mar | Opening balance | | | 100.00
{ROWS}
"""
    found = pairs(lines(text, stops=STOPS), ".")
    assert totals(found) == ([], [])
    assert [p.label for p in totals(pairs(lines("Total deposits | | | | 115.50", stops=STOPS), "."))[0]] == [
        "total deposits"
    ]


def test_a_row_of_nothing_is_a_row_though_it_speaks_of_a_balance() -> None:
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}\n31 Mar | Balance inquiry | | 0.00 |"
    (rows,) = accepted(text)
    assert rows == [*PROVED, ("2024-03-31", "0.00", None)]


def test_a_day_is_headed_by_the_total_of_its_rows_and_ends_with_a_balance() -> None:
    """The rows print no sign, their totals do."""
    text = f"""{TOP.replace("Example Bank", "Banco Exemplo")}
Saldo inicial | | | | 100.00
Saldo final do período | | | | 95.50

02 MAR 2024 | Total de saídas | | | - 3.50
 | Compra no débito | Tea | | 3.50
 | Saldo do dia | | | 96.50
03 MAR 2024 | Total de entradas | | | + 9.00
 | Transferência recebida | Wage | | 9.00
 | Total de saídas | | | - 10.00
 | Transferência enviada | Rent | | 10.00
 | Saldo do dia | | | 95.50
"""
    (rows,) = accepted(text, stops=(40, 110, 260, -450, -540))
    assert [(day, amount) for day, amount, _ in rows] == [
        ("2024-03-02", "-3.50"),
        ("2024-03-03", "9.00"),
        ("2024-03-03", "-10.00"),
    ]


def test_two_purchases_without_words_are_told_by_the_summary_of_the_card() -> None:
    """Balances without signs prove both readings; the page prints how much was paid and how much was bought."""
    text = f"""{CARD}
Previous balance | | | | 100.00
Payments and credits | | | | {{}}
Purchases | | | | {{}}
New balance | | | | 113.50

Date | Details | | | Amount
02 Mar | Tilia | | | 3.50
03 Mar | Alder | | | 10.00
"""
    (rows,) = accepted(text.format("0.00", "13.50"))
    assert [amount for _, amount, _ in rows] == ["-3.50", "-10.00"]
    assert parsed(text.format("5.00", "18.50")).decision == "review"


def test_an_opening_balance_in_a_box_below_the_rows_may_be_called_as_one_that_is_carried() -> None:
    rows = ROWS.replace(" | 96.50", " |").replace(" | 105.50", " |").replace(" | 95.50", " |")
    box = "Balance brought forward | | | | 100.00\nTotal paid in | | | | 9.00\nClosing balance | | | | 95.50"
    assert accepted(f"{TOP}\nDate | Details | Paid out | Paid in\n{rows}\n\n\n{box}") == [UNBALANCED]


def test_what_is_new_on_a_card_was_spent() -> None:
    """Neither payments nor purchases print a sign; the headings tell them, above the names of the cardholders."""
    text = f"""{CARD}
Previous balance | | | | 9.00
New balance | | | | 13.50

Date | Details | | | Amount
Your payments
01 Mar | Thank you | | | 9.00
New transactions
3756 21XXXX X1004 Ann Smith
02 Mar | Tilia | | | 3.50
03 Mar | Alder | | | 10.00
"""
    (rows,) = accepted(text)
    assert [amount for _, amount, _ in rows] == ["9.00", "-3.50", "-10.00"]


def test_what_a_day_moved_is_no_row() -> None:
    text = f"""{TOP}{ENDS}
{HEAD}
02 Mar | Tea | 3.50
 | Bread | 1.00
02 Mar | Total of the day | 4.50 | 0.00
 | End of day balance | | | 95.50
03 Mar | Wage | | 9.00
03 Mar | Total of the day | 0.00 | 9.00
 | End of day balance | | | 104.50
04 Mar | Rent | 9.00
04 Mar | Total of the day | 9.00 | 0.00
 | End of day balance | | | 95.50
"""
    (rows,) = accepted(text)
    assert [amount for _, amount, _ in rows] == ["-3.50", "-1.00", "9.00", "-9.00"]


def test_subtotals_may_count_the_opening_balance_to_its_side() -> None:
    rows = "02 Mar | Tea | 3.50\n03 Mar | Wage | | 9.00\n04 Mar | Rent | 10.00"
    text = f"{TOP}{ENDS}\nDate | Details | Paid out | Paid in\n{rows}\n | SUBTOTAL | 13.50 | 109.00"
    assert parsed(text).decision == "accepted"
    assert parsed(text.replace("109.00", "108.00")).decision == "review"


def test_a_line_that_leads_from_balance_to_balance_is_explained_by_its_sides() -> None:
    names = "Opening balance | Deposits | Other | Cheques | Cash | Taxes | Closing balance"
    stops = (40, 130, 200, 260, 330, 400, 460)
    rows = "02 Mar | Tea | 3.50\n03 Mar | Wage | | 9.00\n04 Mar | Rent | 10.00"
    moved = page(f"Date | Details | Paid out | Paid in\n{rows}", number=2)
    for other, decision in (("4.00", "accepted"), ("3.00", "review")):
        line = f"100.00 | 5.00 | {other} | 3.00 | 10.00 | 0.50 | 95.50"
        result = parse([page(f"{TOP}{names}\n{line}", stops=stops), moved], SOURCE, "x")
        assert result.decision == decision


def test_an_opening_balance_in_the_column_of_debits_is_overdrawn() -> None:
    rows = "02 Mar | Tea | 3.50\n03 Mar | Wage | | 209.00\n04 Mar | Rent | 10.00"
    head = "Date | Details | Paid out | Paid in"
    text = f"{TOP}\n{head}\n | Opening balance | 100.00\n{rows}\n | Closing balance | | 95.50"
    (account,) = parsed(text).accounts
    assert (str(account.opening_balance), str(account.closing_balance)) == ("-100.00", "95.50")


@pytest.mark.parametrize(("total", "decision"), [("150.00", "accepted"), ("151.00", "review")])
def test_the_last_line_of_a_grid_sums_up_what_was_owed_at_once_and_in_parts(total: str, decision: str) -> None:
    grid = f"""
Example Card
Your VISA credit card statement
Statement period: 1 March 2024 to 31 March 2024
 | Previous balance | Payments | Purchases | New balance
At once | 100.00 | -100.00 | 20.00 | 20.00
In parts | 50.00 | -5.00 | 10.00 | 55.00
Total | {total} | -105.00 | 30.00 | 75.00
"""
    rows = """
Date | Details | | | Amount
01 Mar | Payment, thank you | | | -105.00
02 Mar | Tea | | | 20.00
03 Mar | Hat in 3 parts | | | 10.00
"""
    pages = [page(grid, (40, -200, -290, -380, -470)), page(rows, STOPS, 2)]
    assert parse(pages, SOURCE, "key").decision == decision
