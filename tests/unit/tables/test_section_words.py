"""What headings of sections and texts of rows say."""

import pytest

from extraction.tables.section_words import flow, is_decoy, says_nothing, section_sign
from extraction.text.normal import plain


@pytest.mark.parametrize(
    ("heading", "sign"),
    [
        ("Deposits and Other Credits", 1),
        ("Payments and Credits", 1),
        ("Zahlungen und Gutschriften", 1),
        ("Abonos", 1),
        ("Withdrawals and Other Debits", -1),
        ("Checks paid", -1),
        ("Purchases", -1),
        ("Fees", -1),
        ("Interest charged", -1),
        ("Kartenumsätze", -1),
        ("Prélèvements", -1),
        ("Encaissements", 1),
        ("Décaissements", -1),
        ("Incassi", 1),
        ("Recebimentos", 1),
        ("Transactions", None),
        ("Account activity", None),
    ],
)
def test_the_sign_that_the_heading_of_a_section_tells(heading: str, sign: int | None) -> None:
    assert section_sign(plain(heading)) == sign


@pytest.mark.parametrize(
    ("heading", "decoy"),
    [
        ("Daily ending balance", True),
        ("Pending transactions", True),
        ("Vorgemerkte Umsätze", True),
        ("Interest rates", True),
        ("Interest charge calculation", True),
        ("Totals year to date", True),
        ("Promotional Purchase Summary", True),
        ("Período Ano", True),
        ("Compras (informativo)", True),
        ("Trades executed but not yet settled", True),
        ("Noch nicht abgerechnete Geschäfte", True),
        ("Operazioni da regolare", True),
        ("Loan Date Description Loan Amount Tenure EMI Principal Outstanding", True),
        ("Loans on your card", True),
        ("Smart EMI / Loans", True),
        ("Anlage 1 zu Auszug 3/2026", True),
        ("Rechnung zu Auszug 3/2026", False),
        ("Settled trades", False),
        ("Deposits", False),
        ("Transactions", False),
    ],
)
def test_tables_that_hold_no_booked_transactions(heading: str, decoy: bool) -> None:
    assert is_decoy(plain(heading)) is decoy


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("PAYMENT - THANK YOU", 1),
        ("Gutschrift Kino", 1),
        ("Interest charge on purchases", -1),
        ("Late fee", -1),
        ("Kino Bar", 0),
        ("Refund of late fee", 0),
        ("Transferencia de J. Fairbrother comisión 11,64 €", 0),
    ],
)
def test_which_way_the_money_of_a_row_goes(text: str, sign: int) -> None:
    assert flow(plain(text)) == sign


@pytest.mark.parametrize("text", ["No transactions in this period", "Keine Umsätze im Zeitraum", "Sin movimientos"])
def test_a_page_that_says_that_it_has_no_transactions(text: str) -> None:
    assert says_nothing(plain(text))


def test_a_page_that_has_transactions() -> None:
    assert not says_nothing(plain("Transactions"))
