"""What kind of document it is."""

from collections.abc import Sequence

import pytest

from extraction.documents.kind import is_brokerage, kind
from extraction.text.lines import Line
from schemas.result import Kind
from tests.pages import lines, parsed

TEXTS = {
    "bank_statement": "Example Bank\nAccount statement\nAccount number 4711\nOpening balance\nDeposits\nWithdrawals",
    "credit_card_statement": "Example Bank\nYour credit card statement\nCredit limit\nMinimum payment due\nPurchases",
    "brokerage_statement": "Example Brokerage\nPortfolio\nSecurities\nMarket value\nShares\nDividends",
    "loan_statement": "Example Loans\nLoan number 4711\nLoan statement\nOutstanding principal\nMaturity date",
    "financial_report": "Form 10-K\nAnnual report\nConsolidated balance sheets\nConsolidated statements of cash flows",
    "other": "Dear Sir\nthank you for your visit\nYours sincerely",
}


def said(every: Sequence[Line], tables: int, beside: Sequence[Line] | None = None) -> Kind:
    return kind(every, tables, every if beside is None else beside, is_brokerage(every))


@pytest.mark.parametrize("expected", TEXTS)
def test_what_a_page_speaks_of_says_what_it_is(expected: str) -> None:
    tables = int(expected in ("bank_statement", "credit_card_statement"))
    assert said(lines(TEXTS[expected], stops=(40,)), tables) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kontoauszug\nKontonummer 4711\nAlter Saldo\nGutschriften", "bank_statement"),
        ("Kreditkartenabrechnung\nKartennummer 4711\nMindestbetrag\nKreditrahmen", "credit_card_statement"),
        ("Relevé de compte\nCompte 4711\nAncien solde\nVersements", "bank_statement"),
        ("Monatsrechnung\nKartenkonto-Nr. 4711\nKartenlimite\nZahlbar bis", "credit_card_statement"),
        ("Relevé de compte\nN° de carte 4711\nMontant autorisé\nAchats", "credit_card_statement"),
        ("Uitgavenstaat\nKaartnummer 4711\nGebruikslimiet", "credit_card_statement"),
        ("Extracto de tarjeta\nPago mínimo\nLímite de crédito\nCompras", "credit_card_statement"),
    ],
)
def test_other_languages(text: str, expected: str) -> None:
    assert said(lines(text, stops=(40,)), 1) == expected


def test_an_invoice_is_no_statement() -> None:
    text = "Invoice\nInvoice no. 4711\nBill to\nQty\nUnit price\nSubtotal\nTotal due\nVAT"
    assert said(lines(text, stops=(40,)), 1) == "other"


def test_what_is_paid_to_a_loan_makes_no_account_one() -> None:
    text = "Example Bank\nExtracto\nCuenta 4711\nSaldo\n03/03 | Adeudo recibo préstamo | 548.61\n04/03 | Cuotas | 2.00"
    every = lines(text, stops=(40, 110, -450))
    assert said(every, 1) == "loan_statement"
    assert said(every, 1, every[:4]) == "bank_statement"


def test_what_is_paid_by_a_card_makes_no_account_one() -> None:
    """An account has a credit line and what is available, too."""
    text = "Banca Esempio\nEstratto conto\nFido accordato\nSaldo disponibile\n03/03 | Pagamento carta n. 4471 | 5,60"
    every = lines(text, stops=(40, 110, -450))
    assert said(every, 1) == "credit_card_statement"
    assert said(every, 1, every[:4]) == "bank_statement"


def test_the_title_of_a_current_account_goes_before_what_a_card_paid() -> None:
    shared = "Minimum payment\nCredit limit\nAvailable credit\nPurchases"
    assert said(lines(f"Example Bank | Current account 12345678\n{shared}", stops=(40, 300)), 1) == "bank_statement"
    assert said(lines(f"Example Bank | Credit card statement\n{shared}", stops=(40, 300)), 1) == "credit_card_statement"
    assert said(lines(f"Example Bank\n{shared}", stops=(40, 300)), 1) == "credit_card_statement"


def test_the_title_of_a_line_of_credit_goes_before_what_it_shares_with_a_card() -> None:
    shared = "Minimum payment due\nCredit limit\nAvailable credit\nPayment due date\nMaturity date"
    title = "Example Bank | Home Equity Line of Credit Statement"
    assert said(lines(f"{title}\n{shared}", stops=(40, 300)), 1) == "loan_statement"
    assert said(lines(f"Example Bank\n{shared}", stops=(40, 300)), 1) == "credit_card_statement"


def test_a_line_of_credit_is_a_loan_though_only_its_rows_speak_of_principal() -> None:
    text = (
        "Example Bank\nHOME EQUITY LINE OF CREDIT - PERIODIC BILLING STATEMENT\nCredit limit\nMinimum payment due\n"
        "Payment due date\nFinance charge\n"
    )
    every = lines(f"{text}02 Mar | Principal payment | | | 20.00")
    assert said(every, 1, every[:-1]) == "loan_statement"


def test_a_charge_card_is_a_card() -> None:
    assert said(lines("Example Corporate Charge Card\nPrevious balance\nNew charges", stops=(40,)), 1) == (
        "credit_card_statement"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kontoutdrag | Kortet Visa\nKortnummer | 5299 88** **** 4105\nKreditgräns | 40 000,00",
        "Account statement | MasterCard\nCard | 5299 XXXX XXXX 4105\nCredit limit | 4 000,00",
        "Relevé de compte Visa\nLimite mensuelle",
    ],
)
def test_the_scheme_of_a_card_and_its_masked_number_speak_for_one(text: str) -> None:
    assert said(lines(text, stops=(40, 300)), 1) == "credit_card_statement"


def test_a_card_within_a_sentence_makes_no_account_one() -> None:
    text = f"{TEXTS['bank_statement']}\nUse your Visa debit card 5299 XXXX XXXX 4105 abroad\nCredit limit"
    assert said(lines(text, stops=(40,)), 1) == "bank_statement"


def test_a_greek_card() -> None:
    text = "Τράπεζα Σαρωνικού | ΚΑΤΑΣΤΑΣΗ ΛΟΓΑΡΙΑΣΜΟΥ\n | ΠΙΣΤΩΤΙΚΗΣ ΚΑΡΤΑΣ VISA CLASSIC\nΕλάχιστη καταβολή | 52,07"
    assert said(lines(text, stops=(40, 300)), 1) == "credit_card_statement"


def test_a_french_card_lists_operations() -> None:
    text = "Relevé des opérations par carte à débit différé\nCompte support\nMontant total débité le 28/02/2025"
    assert said(lines(text, stops=(40,)), 1) == "credit_card_statement"
    assert said(lines(text.replace("par carte", "du compte"), stops=(40,)), 1) == "bank_statement"


def test_shares_and_dividends_of_a_credit_union_are_no_securities() -> None:
    """No figures stand below what the head of its overview seems to count."""
    text = """Account statement
Summary of accounts | Interest rate | Balance ($)
Deposits and shares
Everyday | 0.000% | 1,472.70
Equity shares | - | 31.20
31 Jan | Dividend | 1.20
"""
    assert said(lines(text, stops=(40, -300, -400)), 1) == "bank_statement"
    held = text.replace("Everyday |", "25.00 |").replace("Equity shares |", "12.50 |")
    assert said(lines(held, stops=(40, -300, -400)), 1) == "brokerage_statement"


@pytest.mark.parametrize(
    ("title", "decision"), [("Savings account 12345678", "accepted"), ("Account number: 12345678", "review")]
)
def test_the_title_of_savings_says_that_no_balance_is_a_debt(title: str, decision: str) -> None:
    """A word that cards have as well, and rows that say nothing of their side."""
    rows = "02 Mar | Brown | 3.50 +\n03 Mar | Green | 9.00 +\n04 Mar | White | 10.00 -"
    ends = "Opening balance | | 100.00 +\nClosing balance | | 102.50 +"
    text = f"Example Bank\n{title}\nAll amounts in EUR\nStatement period: 1 March 2024 to 31 March 2024\n{ends}"
    foot = "What is available credit is told by your branch"
    assert parsed(f"{text}\nDate | Details | Amount\n{rows}\n\n{foot}", stops=(40, 110, -540)).decision == decision
