"""The parts of a card's summary, and the credit that is left, from whole pages."""

from decimal import Decimal

import pytest

from schemas.statement import Account
from tests.pages import STOPS, codes, parsed

TOP = """Example Bank
Credit card statement
Card number: XXXX XXXX XXXX 1111
Statement period: 1 March 2024 to 31 March 2024
"""
TABLE = """
Date | Details | | | Amount
02 Mar | Shop | | | 20.00
03 Mar | PAYMENT THANK YOU | | | -50.00
"""
PARTS = ("payments", "purchases", "cash_advances", "available_credit")


def card(previous: str, parts: str, new: str, below: str = "") -> Account:
    """Lines of the summary, and below the table -> the account; commas stand for points in other languages."""
    text = f"{TOP}{previous} | | | | 100.00\n{parts}\n{new} | | | | 70.00\n{TABLE}\n{below}"
    (account,) = parsed(text, stops=STOPS).accounts
    return account


def told(account: Account) -> dict[str, str]:
    return {name: str(getattr(account, name)) for name in PARTS if getattr(account, name) is not None}


@pytest.mark.parametrize(
    ("previous", "paid", "bought", "drawn", "new"),
    [
        ("Previous balance", "Payment, Credits", "Purchases", "Cash Advances", "New balance"),
        ("Saldo letzte Abrechnung", "Zahlungen und Gutschriften", "Kartenumsätze", "Barauszahlungen", "Neuer Saldo"),
        ("Solde précédent", "Paiements et crédits", "Achats", "Avances de fonds", "Nouveau solde"),
        ("Saldo anterior", "Pagos y abonos", "Compras", "Disposiciones de efectivo", "Nuevo saldo"),
        ("Saldo precedente", "Pagamenti e accrediti", "Acquisti", "Anticipi di contante", "Nuovo saldo"),
        ("Vorig saldo", "Betalingen en bijschrijvingen", "Aankopen", "Geldopnames", "Nieuw saldo"),
        ("Saldo anterior", "Pagamentos e créditos", "Compras", "Adiantamentos de numerário", "Novo saldo"),
    ],
)
def test_the_parts_of_a_summary(previous: str, paid: str, bought: str, drawn: str, new: str) -> None:
    account = card(previous, f"{paid} | | | | -50.00\n{bought} | | | | +20.00\n{drawn} | | | | 0.00", new)
    assert told(account) == {"payments": "50.00", "purchases": "20.00", "cash_advances": "0.00"}
    assert account.fields["payments"].raw == "-50.00"
    assert (account.opening_balance, account.closing_balance) == (Decimal("-100.00"), Decimal("-70.00"))


def test_the_summary_goes_before_the_same_label_elsewhere() -> None:
    account = card("Previous balance", "Payments | | | | 50.00\nPurchases | | | | 20.00", "New balance",
                   "Purchases | | | | 999.00")  # fmt: skip
    assert told(account)["purchases"] == "20.00"


def test_two_figures_under_one_label_are_none() -> None:
    account = card("Previous balance", "", "New balance", "Purchases | | | | 20.00\nPurchases | | | | 21.00")
    assert told(account) == {}


def test_the_credit_that_is_left() -> None:
    parts = "Payments | | | | 50.00\nPurchases | | | | 20.00"
    account = card(
        "Previous balance", parts, "New balance", "Credit limit | | | | 500.00\nAvailable credit | | | | 430.00"
    )
    assert told(account)["available_credit"] == "430.00"
    assert account.available_balance is None


def test_a_bank_account_has_no_such_parts() -> None:
    text = """Example Bank
Account number: 12345678
Opening balance | | | | 100.00
Payments | | | | 50.00
Closing balance | | | | 50.00
Date | Details | Paid out | Paid in | Balance
02 Mar 2024 | Rent | 50.00 | | 50.00
"""
    (account,) = parsed(text, stops=STOPS).accounts
    assert told(account) == {}


def test_refunds_may_be_counted_with_the_purchases_where_the_payments_are_as_printed() -> None:
    text = f"""{TOP}
Previous balance | | | | 100.00
Payments and credits | | | | -50.00
Purchases | | | | 15.00
New balance | | | | 65.00

Date | Details | | | Amount
Payments
03 Mar | PAYMENT THANK YOU | | | -50.00
Total payments | | | | -50.00
02 Mar | Shop | | | 20.00
04 Mar | REFUND Shop | | | -5.00
Subtotal of card 1111 | | | | 15.00
"""
    assert held(text) == ("accepted", [])
    assert held(text.replace("| -5.00", "| -6.00").replace("20.00", "21.00")) == ("accepted", [])
    assert held(text.replace("THANK YOU | | | -50.00", "THANK YOU | | | -49.00"))[0] == "review"


def test_a_total_below_its_parts_is_no_part_of_a_summary() -> None:
    parts = (
        "Payments | | | | -50.00\nTotal credits | | | | -50.00\nPurchases | | | | 20.00\nTotal charges | | | | 20.00"
    )
    assert held(f"{TOP}Previous balance | | | | 100.00\n{parts}\nTotal balance | | | | 70.00\n{TABLE}") == (
        "accepted",
        [],
    )


def test_the_heading_of_interest_says_that_a_card_pays_it() -> None:
    text = f"""{TOP}
Previous balance | | | | 100.00
Total balance | | | | 71.50

Your payments
Date | Details | | | Amount
03 Mar | PAYMENT THANK YOU | | | 50.00
Your interest
Date | Details | | | Amount
31 Mar | REGULAR PURCHASES | | | 1.50
Your new charges
Date | Details | | | Amount
02 Mar | Shop | | | 20.00
"""
    assert held(text) == ("accepted", [])
    (account,) = parsed(text, stops=STOPS).accounts
    assert [str(t.amount) for t in account.transactions] == ["50.00", "-1.50", "-20.00"]


def held(text: str) -> tuple[str, list[str]]:
    result = parsed(text.replace("Example Bank", "Example Bank - all amounts in EUR"), stops=STOPS)
    return result.decision, codes(result)


def test_what_is_owed_may_print_a_minus_in_the_table_and_none_beside_it() -> None:
    text = """
Cofilex
Relevé de compte, carte de crédit
Période du 01/03/2024 au 31/03/2024
Votre carte de crédit en EUR
Ancien solde dû | | | | 100,00
Nouveau solde dû | | | | {}

Date | Libellé | | | Montant
 | Solde dû au relevé du 29 février 2024 | | | - 100,00
02/03 | Votre règlement | | | + 40,00
03/03 | Hyper Rivage | | | - 87,34
 | Nouveau solde dû au 31 mars 2024 | | | - {}
"""
    good = parsed(text.format("147,34", "147,34"), stops=STOPS)
    assert good.decision == "accepted"
    assert [str(row.amount) for row in good.accounts[0].transactions] == ["40.00", "-87.34"]
    assert str(good.accounts[0].closing_balance) == "-147.34"
    assert parsed(text.format("148,34", "147,34"), stops=STOPS).decision == "review"
