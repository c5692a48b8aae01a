"""What kind of document it is."""

import pytest

from extraction.documents.kind import kind
from tests.pages import lines

TEXTS = {
    "bank_statement": "Example Bank\nAccount statement\nAccount number 4711\nOpening balance\nDeposits\nWithdrawals",
    "credit_card_statement": "Example Bank\nYour credit card statement\nCredit limit\nMinimum payment due\nPurchases",
    "brokerage_statement": "Example Brokerage\nPortfolio\nSecurities\nMarket value\nShares\nDividends",
    "loan_statement": "Example Loans\nLoan number 4711\nLoan statement\nOutstanding principal\nMaturity date",
    "financial_report": "Form 10-K\nAnnual report\nConsolidated balance sheets\nConsolidated statements of cash flows",
    "other": "Dear Sir\nthank you for your visit\nYours sincerely",
}


@pytest.mark.parametrize("expected", TEXTS)
def test_what_a_page_speaks_of_says_what_it_is(expected: str) -> None:
    tables = int(expected in ("bank_statement", "credit_card_statement"))
    assert kind(lines(TEXTS[expected], stops=(40,)), tables) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kontoauszug\nKontonummer 4711\nAlter Saldo\nGutschriften", "bank_statement"),
        ("Kreditkartenabrechnung\nKartennummer 4711\nMindestbetrag\nKreditrahmen", "credit_card_statement"),
        ("Relevé de compte\nCompte 4711\nAncien solde\nVersements", "bank_statement"),
        ("Extracto de tarjeta\nPago mínimo\nLímite de crédito\nCompras", "credit_card_statement"),
    ],
)
def test_other_languages(text: str, expected: str) -> None:
    assert kind(lines(text, stops=(40,)), 1) == expected


def test_an_invoice_is_no_statement() -> None:
    text = "Invoice\nInvoice no. 4711\nBill to\nQty\nUnit price\nSubtotal\nTotal due\nVAT"
    assert kind(lines(text, stops=(40,)), 1) == "other"
