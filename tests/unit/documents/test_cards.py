"""Cards whose kind, dates and texts are told by what their pages prove and where things stand."""

import pytest

from tests.pages import codes, parsed, told

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


@pytest.mark.parametrize(("text", "decision"), [("Paiement, merci", "accepted"), ("Loyer", "review")])
def test_rows_that_are_proved_either_way_are_those_of_a_card_where_their_texts_say_so(text: str, decision: str) -> None:
    rows = ROWS.format(text).replace("50,00 CR", "-50,00").replace("Librairie", "Gazette")
    result = parsed(f"{TOP}Plafond | | | | 500,00\n{SUMMARY.format('25,00', '75,00')}{rows}")
    assert (result.accounts[0].kind, result.decision) == ("credit_card_statement", decision)


WADO = """
Example Bank
VISA GOLD
Account number 12345678
All amounts in EUR
Period from 1 March 2024 to 31 March 2024
Minimum payment | | | 10.00
Previous balance | | | 100.00

Date | Description | | Amount
02/03/2024 | Wado | | {}
20/03/2024 | Koto | | 20.00
21/03/2024 | Lisa | | 30.00
22/03/2024 | Pana | | 15.00
New balance | | | {}
"""


@pytest.mark.parametrize(
    ("payment", "closing", "decision"), [("-100.00", "65.00", "accepted"), ("-90.00", "75.00", "review")]
)
def test_payments_that_nobody_knows_on_a_card_are_told_by_what_was_owed_or_not_at_all(
    payment: str, closing: str, decision: str
) -> None:
    result = parsed(WADO.format(payment, closing), stops=(40, 130, 300, -500))
    assert [str(row.amount) for row in result.accounts[0].transactions][:2] == [payment[1:], "-20.00"]
    assert (result.document.kind, result.decision) == ("credit_card_statement", decision)


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


def test_cards_that_follow_each_other_in_one_table_each_begin_with_their_balance() -> None:
    text = """
Example Bank Berhad
Credit card statement
All amounts in MYR
Statement period: 1 March 2024 to 31 March 2024
Account number | | | Current balance
4283 3200 1188 7406 | | | 70.00
5196 0300 4471 2208 | | | 12.00

Posting date | Transaction date | Description | Amount
 | | PLATINUM : 4283 3200 1188 7406
 | | YOUR PREVIOUS STATEMENT BALANCE | 100.00
02/03 | 01/03 | AEON | 20.00
03/03 | 03/03 | PAYMENT - THANK YOU | 50.00 CR
 | | SUB TOTAL | 70.00
 | | CLASSIC : 5196 0300 4471 2208
 | | YOUR PREVIOUS STATEMENT BALANCE | 8.00 CR
04/03 | 03/03 | GRAB | 20.00
 | | SUB TOTAL | 12.00
"""
    result = parsed(text, stops=(40, 120, 220, -540))
    assert result.decision == "accepted"
    assert [(str(a.opening_balance), str(a.closing_balance)) for a in result.accounts] == [
        ("-100.00", "-70.00"),
        ("8.00", "-12.00"),
    ]


COLUMNS = """
Banco Exemplo
Fatura do cartão de crédito
Cartão 5412.XXXX.XXXX.7306
Período: 06/02/2025 a 05/03/2025
Total da fatura anterior | | 50,00
Total desta fatura | | 37,00

Pagamentos efetuados | | | 24/02 | CINE | {}
DATA | ESTABELECIMENTO | VALOR EM R$ | | BELEM
12/02 | PAGAMENTO EFETUADO | -50,00
Lançamentos: compras | | | Lançamentos internacionais
DATA | ESTABELECIMENTO | VALOR EM R$
06/02 | MERCADO | 20,00 | DATA | ESTABELECIMENTO | VALOR EM R$
07/02 | POSTO | 5,00 | 26/02 | MAPSTORE | 4,00
 | | | Compras parceladas - próximas faturas
 | | | DATA | ESTABELECIMENTO | VALOR EM R$
 | | | 06/02 | LOJA 02/03 | 99,00
"""


@pytest.mark.parametrize(("amount", "decision"), [("8,00", "accepted"), ("9,00", "review")])
def test_rows_of_the_right_column_go_on_those_of_the_left_one_above_its_first_head(amount: str, decision: str) -> None:
    result = parsed(COLUMNS.format(amount), stops=(40, 80, -260, 310, 350, -540))
    assert result.decision == decision
    amounts = [str(row.amount) for row in result.accounts[0].transactions]
    assert amounts[:5] == ["50.00", "-20.00", "-5.00", f"-{amount.replace(',', '.')}", "-4.00"]


PARTS = """
Example Bank
CREDIT CARD STATEMENT
Account number 12345678
All amounts in EUR
Statement period 1 March 2024 to 31 March 2024
Previous balance | | | 100.00

Date | Description | | Amount
{} | Sofa 05/12 | | 15.00
20/03/2024 | Payment received - thank you | | 50.00 CR
21/03/2024 | Tea | | 30.00
New balance | | | 95.00
"""
STOPS = (40, 110, 300, -500)


@pytest.mark.parametrize(
    ("day", "decision"),
    [
        ("02/11/2023", "accepted"),
        ("02/10/2023", "accepted"),
        ("02/11/2022", "review"),
        ("02/07/2023", "review"),
        ("02/11", "accepted"),
        ("02/07", "review"),
    ],
)
def test_a_part_of_an_old_purchase_may_be_charged(day: str, decision: str) -> None:
    """The fifth of twelve falls due about the fifth month."""
    result = parsed(PARTS.format(day), stops=STOPS)
    assert result.decision == decision
    assert parsed(PARTS.format(day).replace("05/12", "red"), stops=STOPS).decision == "review"


def test_the_signs_beside_its_parts_say_the_sides_of_a_debt() -> None:
    """A payment that the bank of the payer gave back is a debit."""
    sums = "Payments - | | | 50.00\nDishonoured payments + | | | 20.00\nPurchases + | | | {}\n"
    rows = PARTS.format("02/03/2024").replace("Tea | | 30.00", "Direct debit given back | | 20.00")
    text = rows.replace("\nDate |", f"{sums}New balance | | | 85.00\n\nDate |").replace("95.00", "85.00")
    assert parsed(text.format("15.00"), stops=STOPS).decision == "accepted"
    assert parsed(text.format("25.00"), stops=STOPS).decision == "review"


@pytest.mark.parametrize(
    ("paid", "charged", "decision"),
    [("50.00", "Fees", "accepted"), ("55.00", "Fees", "review"), ("50.00", "Payments given back", "review")],
)
def test_the_signs_beside_its_parts_may_be_those_of_the_holder(paid: str, charged: str, decision: str) -> None:
    """What is owed is below zero, and so is what is bought, if the names of all parts say it."""
    sums = f"Payments | | | {paid} +\nPurchases | | | 30.00 -\n{charged} | | | 15.00 -\nNew balance | | | 95.00-\n"
    rows = PARTS.format("02/03/2024").replace("50.00 CR", "50.00 +").replace("100.00", "100.00-")
    rows = rows.replace("| 15.00", "| 15.00 -").replace("| 30.00", "| 30.00 -").replace("New balance | | | 95.00", "")
    assert parsed(rows.replace("\nDate |", f"{sums}\nDate |"), stops=STOPS).decision == decision


def test_one_column_of_charges_may_print_what_is_paid_below_zero() -> None:
    text = PARTS.format("02/03/2024").replace("| Amount", "| Charges").replace("50.00 CR", "-50.00")
    result = parsed(text, stops=STOPS)
    assert result.decision == "accepted"
    assert [amount for _, amount, _ in told(result.accounts[0])] == ["-15.00", "50.00", "-30.00"]


BLOCKS = """
Example Bank
CREDIT CARD STATEMENT
Account number 12345678
All amounts in EUR
Statement period 1 March 2024 to 31 March 2024
 | At once | In parts | {}
Previous balance | 100.00 | 400.00 | 500.00
Payments | -100.00 | -40.00 | -140.00
Purchases | 30.00 | 60.00 | 90.00
New balance | 30.00 | {} | 450.00

Date | Description | | Amount
02/03/2024 | Payment received - thank you | | -100.00
03/03/2024 | Tea | | 30.00
Total of what is paid at once | | | -70.00

Date | Description | | Amount
04/03/2024 | Sofa | | {}
05/03/2024 | Payment received - thank you | | -40.00
Total of what is paid in parts | | | 20.00
"""


@pytest.mark.parametrize(
    ("head", "owed", "sofa", "decision"),
    [
        ("Total", "420.00", "60.00", "accepted"),
        ("Total", "402.00", "60.00", "review"),
        ("Others", "420.00", "60.00", "review"),
        ("Total", "420.00", "66.00", "review"),
    ],
)
def test_the_balances_of_a_card_with_blocks_stand_in_the_column_of_totals(
    head: str, owed: str, sofa: str, decision: str
) -> None:
    """Where each of them is the sum of those of the blocks, what is bought in parts is owed as well."""
    result = parsed(BLOCKS.format(head, owed, sofa), stops=(40, -250, -380, -500))
    assert result.decision == decision
    (account,) = result.accounts
    if decision == "accepted":
        assert (str(account.opening_balance), str(account.closing_balance)) == ("-500.00", "-450.00")
        assert [amount for _, amount, _ in told(account)] == ["100.00", "-30.00", "-60.00", "40.00"]


@pytest.mark.parametrize(("second", "decision"), [("CARD XXXXXXXXXXXX4036", "accepted"), ("Anything else", "review")])
def test_a_card_named_above_its_rows_stands_in_the_section_of_the_one_before(second: str, decision: str) -> None:
    """The balances alone would not tell which of two blocks of one sum is money out."""
    head = "Date | Merchant | | Amount"
    text = f"""
Example Bank
Account statement
Account number: 12345678
Last statement 03/01/24 | | | 100.00
This statement 03/31/24 | | | 98.50
Statement period: 03/02/2024 to 03/31/2024

DEPOSITS
{head}
03/03 | Wage | | 9.00

DEBITS BY CARD NUMBER
CARD XXXXXXXXXXXX4028 | ADA TARN
{head}
03/04 | Tea | | 3.50
03/05 | Rent | | 7.00
Card total | 2 items | | 10.50
{second} | IDA TARN
{head}
03/06 | Cake | | 5.00
Card total | 1 items | | 5.00

Gifts
{head}
03/07 | Aunt | | 5.00
"""
    assert parsed(text, stops=(40, 220, -330, -400)).decision == decision


@pytest.mark.parametrize(
    ("title", "decision"),
    [("Credit account statement", "review"), ("Kreditkonto", "review"), ("Account statement", "accepted")],
)
def test_the_title_of_a_credit_account_leaves_open_which_way_its_rows_move(title: str, decision: str) -> None:
    """They prove with all signs turned as well, and nothing else tells a debt."""
    text = f"""
Example Bank
{title}
Account number: 12345678
Statement period: 1 March 2024 to 31 March 2024
Previous balance | | 100.00
New balance | | 160.00

Date | Details | Amount
02 Mar | Shop A | 70.00
05 Mar | Shop B | -20.00
09 Mar | Shop C | 10.00
"""
    assert parsed(text, stops=(40, 110, -330)).decision == decision


def test_one_word_of_a_card_makes_no_account_doubtful_where_another_account_is_none() -> None:
    """The second one alone would be proved as a debt just as well."""
    text = """
Example Bank
Statement of accounts from 1 March 2024 to 31 March 2024

Spending
Account number: 12345678
Opening balance | | | | 100.00
Closing balance | | | | 103.50
Deposits
Date | Details | | | Amount
02 Mar | Wage | | | 9.00
Withdrawals and purchases
Date | Details | | | Amount
04 Mar | Tea | | | 3.50
05 Mar | Book | | | 2.00

Growth
Account number: 22345678
Opening balance | | | | 50.00
Closing balance | | | | 57.50
Date | Details | | | Amount
06 Mar | From spending | | | 7.00
31 Mar | Interest payment | | | 0.50
"""
    result = parsed(text)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [told(account)[0][1] for account in result.accounts] == ["9.00", "7.00"]
