"""Cards whose kind, dates and texts are told by what their pages prove and where things stand."""

import pytest

from tests.pages import parsed, told

TOP = """
Compagnie Exemple
Relevé de compte
Carte n° XXXX XXXX XXXX 1111
Toutes les sommes en EUR
Période du 1 mars 2024 au 31 mars 2024
"""
SUMMARY = """
Solde précédent | | | | 100,00
Règlements | | | | 50,00
Dépenses | | | | {}
Nouveau solde | | | | {}
"""
ROWS = """
Date | Libellé | | | Montant
02 mars 2024 | Librairie | | | 20,00
03 mars 2024 | {} | | | 50,00 CR
04 mars 2024 | Boulangerie | | | 5,00
"""


def test_what_credits_take_off_is_owed_on_a_card() -> None:
    """One word speaks for a card; an account would end elsewhere."""
    result = parsed(TOP + SUMMARY.format("25,00", "75,00") + ROWS.format("Merci"))
    (account,) = result.accounts
    assert (result.decision, account.kind) == ("accepted", "credit_card_statement")
    assert [(day, amount) for day, amount, _ in told(account)] == [
        ("2024-03-02", "-20.00"),
        ("2024-03-03", "50.00"),
        ("2024-03-04", "-5.00"),
    ]
    assert (str(account.opening_balance), str(account.closing_balance)) == ("-100.00", "-75.00")


@pytest.mark.parametrize(("text", "kind"), [("Paiement, merci", "credit_card_statement"), ("Loyer", "bank_statement")])
def test_rows_that_are_proved_either_way_are_those_of_a_card_where_their_texts_say_so(text: str, kind: str) -> None:
    rows = ROWS.format(text).replace("50,00 CR", "-50,00").replace("20,00", "20,00").replace("Librairie", "Gazette")
    result = parsed(f"{TOP}Plafond | | | | 500,00\n{SUMMARY.format('25,00', '75,00')}{rows}")
    assert result.accounts[0].kind == kind


def test_the_title_of_a_section_may_stand_over_its_dates() -> None:
    text = """
Example Express
Charge card statement
Card number: XXXX XXXX XXXX 1111
All amounts in USD
Billing period 03/01/24 - 03/31/24
Previous Balance | | | 100.00
New Balance | | | 75.00

Payments | Card Member | Description | Amount
03/03/24 | GENEVIEVE ASH | AUTOPAY PAYMENT RECEIVED | -50.00

Credits | Card Member | Description | Amount
03/04/24 | GENEVIEVE ASH | NORTHFIELD LODGE | -5.00

New Charges
 | | Foreign Spend | Amount
03/05/24 | WSJ DIGITAL 800-568-7625 NJ | | 20.00
 | SUBSCRIPTION
 | | Foreign Spend | Amount
03/06/24 | LE COMPTOIR PARIS | 8.40 | 10.00
 | RESTAURANT
"""
    result = parsed(text, stops=(40, 100, 230, -540))
    (account,) = result.accounts
    assert result.decision == "accepted"
    assert [str(row.amount) for row in account.transactions] == ["50.00", "5.00", "-20.00", "-10.00"]
    assert [row.description for row in account.transactions[2:3]] == ["WSJ DIGITAL 800-568-7625 NJ SUBSCRIPTION"]


def test_days_and_months_of_both_dates_may_have_columns_of_their_own() -> None:
    text = """
Banque Exemple
Relevé de carte de crédit
Numéro de compte 5258 12XX XXXX 4417
Toutes les sommes en CAD
Période du 1 mars 2025 au 31 mars 2025
Solde précédent | | | | | | 100,00
Nouveau solde | | | | | | 80,00

Date de | | Date
transaction | | d’inscription
J | M | J | M | Description | | Montant ($)
02 | 03 | 04 | 03 | Librairie | | 20,00
05 | 03 | 06 | 03 | PAIEMENT MERCI | | 40,00 CR
"""
    result = parsed(text, stops=(40, 60, 110, 130, 190, 300, -540))
    (account,) = result.accounts
    assert result.decision == "accepted"
    assert [(str(row.date), str(row.value_date)) for row in account.transactions] == [
        ("2025-03-04", "2025-03-02"),
        ("2025-03-06", "2025-03-05"),
    ]
