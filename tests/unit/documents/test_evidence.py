"""What a page prints beside its rows, and a person would prove them with."""

from tests.pages import parsed
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
