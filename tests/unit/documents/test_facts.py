"""Totals, counts, fees, interest and the terms of a card, from whole pages."""

from decimal import Decimal

import pytest

from extraction.documents.heads.labels import label
from schemas.result import ExtractionResult
from schemas.statement import Account
from tests.pages import STOPS, parsed

TOP = "Example Bank\nAccount number: 12345678\nStatement period: 1 March 2024 to 31 March 2024\n"
ENDS = "Opening balance | | | | 100.00\nClosing balance | | | | 95.50\n"
TABLE = """
Date | Details | Paid out | Paid in | Balance
02 Mar | Fees | 3.50 | | 96.50
03 Mar | Interest paid | | 9.00 | 105.50
04 Mar | Rent | 10.00 | | 95.50
"""
CARD = """Example Bank
Credit card statement
Card number: 4111 1111 1111 1111
Statement period: 1 March 2024 to 31 March 2024
"""
CARD_ENDS = "Previous balance | | | | 100.00\nPayments and credits | | | | 50.00\nPurchases | | | | 20.00\n"
CARD_TABLE = """
Date | Details | | | Amount
02 Mar | Shop | | | 20.00
03 Mar | PAYMENT THANK YOU | | | -50.00
"""
MONEY = ("total_credits", "total_debits", "fees", "interest", "available_balance", "minimum_payment", "credit_limit")


def of(result: ExtractionResult) -> Account:
    (account,) = result.accounts
    return account


def bank(text: str, comma: bool = False) -> Account:
    """Lines between the ends and the table -> the account."""
    whole = f"{TOP}{ENDS}{text}\n{TABLE}"
    return of(parsed(whole.translate(str.maketrans(".,", ",.")) if comma else whole, stops=STOPS))


def card(text: str) -> Account:
    return of(parsed(f"{CARD}{text}\n{CARD_ENDS}New balance | | | | 70.00\n{CARD_TABLE}", stops=STOPS))


def printed(account: Account) -> dict[str, str]:
    """Account -> its facts of money that are printed."""
    return {name: str(getattr(account, name)) for name in MONEY if getattr(account, name) is not None}


def test_without_labels_nothing_is_told() -> None:
    account = bank("")
    assert printed(account) == {}
    assert (account.holder, account.account_type, account.statement_date) == (None, None, None)
    assert (account.count_credits, account.count_debits, account.payment_due_date) == (None, None, None)


@pytest.mark.parametrize(
    ("rising", "falling"),
    [
        ("Total deposits (1)", "Total withdrawals (2)"),
        ("1 Total credits", "2 Total debits"),
        ("Summe Gutschriften (1)", "Summe Belastungen (2)"),
        ("Total des crédits (1)", "Total des débits (2)"),
        ("Total abonos (1)", "Total cargos (2)"),
        ("Totale entrate (1)", "Totale uscite (2)"),
        ("Totaal bijgeschreven (1)", "Totaal afgeschreven (2)"),
        ("Total de créditos (1)", "Total de débitos (2)"),
    ],
)
def test_totals_and_how_many_rows_they_are(rising: str, falling: str) -> None:
    account = bank(f"{rising} | | | | 9.00\n{falling} | | | | 13.50")
    assert printed(account) == {"total_credits": "9.00", "total_debits": "13.50"}
    assert (account.count_credits, account.count_debits) == (1, 2)
    assert account.fields["total_credits"].raw == "9.00"
    assert account.fields["count_debits"].raw in ("(2)", "2")


def test_a_total_is_the_figure_of_the_proof_though_another_is_printed() -> None:
    account = bank("Total withdrawals | | | | 3.50\nTotal withdrawals | | | | 13.50")
    assert printed(account) == {"total_debits": "13.50"}


def test_a_total_that_the_rows_contradict_is_as_printed() -> None:
    assert printed(bank("Total withdrawals | | | | 14.50")) == {"total_debits": "14.50"}


def test_a_sum_of_a_section_is_no_total() -> None:
    assert printed(bank("Total withdrawals | | | | 3.50")) == {}


def test_the_only_part_of_a_summary_is_the_total_of_its_side() -> None:
    ends = "Opening balance | | | | 100.00\nDeposits | | | | 9.00\nFees | | | | 3.50\nWithdrawals | | | | 10.00\n"
    account = of(parsed(f"{TOP}{ends}Closing balance | | | | 95.50\n{TABLE}", stops=STOPS))
    assert printed(account) == {"total_credits": "9.00", "fees": "3.50"}


def test_labelled_counts() -> None:
    account = bank("Number of credits: 1\nAnzahl Belastungen | 2")
    assert (account.count_credits, account.count_debits) == (1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Available balance",
        "Your available balance as of 31 March 2024",
        "Verfügbarer Betrag",
        "Solde disponible",
        "Saldo disponible",
        "Saldo disponibile",
        "Beschikbaar saldo",
        "Saldo disponível",
    ],
)
def test_the_balance_that_may_be_drawn(text: str) -> None:
    account = bank(f"{text} | | | | -12.50")
    assert printed(account) == {"available_balance": "-12.50"}


@pytest.mark.parametrize(
    "text",
    [
        "Total fees",
        "Service charges",
        "Fees charged this period",
        "Entgelte",
        "Frais bancaires",
        "Total comisiones",
        "Totale commissioni",
        "Totale kosten",
        "Comissões do período",
    ],
)
def test_fees(text: str) -> None:
    assert printed(bank(f"{text} | | | | 3.50")) == {"fees": "3.50"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Interest paid this period", "9.00"),
        ("Interest charged", "-9.00"),
        ("Habenzinsen", "9.00"),
        ("Sollzinsen", "-9.00"),
        ("Intérêts créditeurs", "9.00"),
        ("Intereses deudores", "-9.00"),
        ("Interessi attivi", "9.00"),
        ("Debetrente", "-9.00"),
        ("Juros credores", "9.00"),
        ("Interest", None),
        ("Total interest", None),
    ],
)
def test_interest_is_paid_or_charged_as_its_label_says(text: str, value: str | None) -> None:
    assert printed(bank(f"{text} | | | | 9.00")).get("interest") == value


@pytest.mark.parametrize(
    "text",
    [
        "Total fees in 2024 | | | | 45.00",
        "Total overdraft fees | | | | 45.00",
        "Service charge | | | | 5.00",
        "2024 Totals Year-to-Date\nTotal fees charged | | | | 45.00\nTotal interest charged | | | | 46.00",
        "Total fees | | | | 3.50\nTotal fees | | | | 4.50",
        "Average available balance | | | | 45.00",
        "Overdraft limit | | | | 45.00\nDue date: 8 April 2024",
    ],
)
def test_other_figures_are_not_taken(text: str) -> None:
    account = bank(text)
    assert (printed(account), account.payment_due_date) == ({}, None)


def test_a_column_of_the_year_is_not_the_period() -> None:
    stops = (40, 110, -280, -440, -560)
    text = "Fees | | | This period | Year to date\nOverdraft fee | | | 0.00 | 25.00\nTotal fees | | | 12.00 | 45.00"
    account = of(parsed(f"{TOP}{ENDS}{TABLE}\n{text}", stops=stops))
    assert printed(account) == {"fees": "12.00"}


@pytest.mark.parametrize(
    ("minimum", "due", "limit", "day"),
    [
        ("Minimum payment due", "Payment due date", "Credit limit", "25 April 2024"),
        ("Mindestbetrag", "Zahlbar bis", "Kreditrahmen", "25. April 2024"),
        ("Paiement minimum", "Date d'échéance", "Limite de crédit", "25 avril 2024"),
        ("Pago mínimo", "Fecha límite de pago", "Límite de crédito", "25 de abril de 2024"),
        ("Rata minima", "Scadenza pagamento", "Fido carta", "25 aprile 2024"),
        ("Minimaal te betalen", "Uiterste betaaldatum", "Bestedingslimiet", "25 april 2024"),
        ("Pagamento mínimo", "Data limite de pagamento", "Limite de crédito", "25 de abril de 2024"),
    ],
)
def test_the_terms_of_a_card(minimum: str, due: str, limit: str, day: str) -> None:
    account = card(f"{minimum}: 35.00\n{due}: {day}\n{limit} | | | | 5,000.00\n")
    terms = (account.minimum_payment, str(account.payment_due_date), account.credit_limit)
    assert terms == (Decimal("35.00"), "2024-04-25", Decimal("5000.00"))
    assert account.available_balance is None


def test_labels_may_stand_above_the_terms_of_a_card() -> None:
    stops = (40, 200, -360, -450, -540)
    text = "Payment due date | Minimum payment\n25 April 2024 | 35.00"
    account = of(parsed(f"{CARD}{text}\n{CARD_ENDS}New balance | | | | 70.00\n{CARD_TABLE}", stops=stops))
    assert (account.minimum_payment, str(account.payment_due_date)) == (Decimal("35.00"), "2024-04-25")


def test_other_limits_of_a_card_are_not_its_limit() -> None:
    account = card("Cash credit limit | | | | 500.00\nAvailable credit | | | | 4,930.00")
    assert (account.credit_limit, account.available_balance) == (None, None)


def test_movements_that_were_not_read_are_no_fees() -> None:
    text = f"{TOP}{ENDS}Movements\nInterest paid | | | | 9.00\nFees | | | | 3.50"
    assert printed(of(parsed(text, stops=STOPS))) == {}


def test_interest_alone_is_charged_on_a_card() -> None:
    assert card("Interest | | | | 2.15\nFees charged | | | | 0.00").interest == Decimal("-2.15")


def test_every_fact_says_where_it_is_printed() -> None:
    account = bank("Available balance | | | | 12.50\nStatement date: 5 April 2024\nAccount holder: Maria Lopez")
    raws = {name: account.fields[name].raw for name in ("available_balance", "statement_date", "holder")}
    assert raws == {"available_balance": "12.50", "statement_date": "5 April 2024", "holder": "Maria Lopez"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Total des frais de la période :", "total des frais"),
        ("Entgelte im Zeitraum", "entgelte"),
        ("Fees (3)", "fees"),
        ("Solde disponible au 31.03.2024", "solde disponible"),
        ("Available balance (EUR)", "available balance"),
        ("Total fees in 2024", "total fees in 2024"),
    ],
)
def test_a_label_without_what_is_no_part_of_it(text: str, told: str) -> None:
    assert label(text) == told
