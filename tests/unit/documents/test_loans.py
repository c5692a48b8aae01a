"""Loans, alone and among accounts: what is owed is a debt, whatever sign the page prints."""

import pytest

from tests.pages import codes, parsed, told

TOP = """
Lakeside Credit Union
Member statement
Statement period: March 1, 2024 to March 31, 2024
"""
ALONE = """
Lakeside Building Society
Annual statement of your personal loan
Statement period: 1 March 2024 to 31 March 2024

Date | Details | Charged (EUR) | Paid (EUR) | Balance owed (EUR)
01 Mar | Balance brought forward | | | 900.00
05 Mar | Interest charged at 6.9 % | 5.00 | | 905.00
15 Mar | Direct debit repayment received | | 100.00 | 805.00
20 Mar | Unpaid item fee | 12.00 | | 817.00
31 Mar | Balance at end of period | | | 817.00
"""


def test_signs_of_a_loan_among_accounts_tell_how_the_debt_changes() -> None:
    """A minus pays the loan back; the accounts are told by their headings and opening balances alone."""
    text = f"""{TOP}
S0001 - REGULAR SHARES
Date | Details | | Amount | Balance
03/01 | Previous balance | | | 812.33
03/05 | Transfer from share | | 100.00 | 912.33
03/31 | Ending balance | | | 912.33

L0042 - NEW AUTO LOAN
Date | Details | | Amount | Balance
03/01 | Previous balance | | | 4,210.08
03/12 | Payment (principal) | | -351.18 | 3,858.90
03/30 | Late charge assessed | | 15.00 | 3,873.90
03/31 | Ending balance | | | 3,873.90
"""
    result = parsed(text)
    assert (result.decision, codes(result)) == ("accepted", [])
    share, loan = result.accounts
    assert (share.kind, told(share)) == ("bank_statement", [("2024-03-05", "100.00", "912.33")])
    assert (loan.kind, str(loan.opening_balance)) == ("loan_statement", "-4210.08")
    assert told(loan) == [("2024-03-12", "351.18", "-3858.90"), ("2024-03-30", "-15.00", "-3873.90")]


def test_a_loan_is_told_by_its_title() -> None:
    result = parsed(ALONE)
    assert (result.decision, result.document.kind, codes(result)) == ("accepted", "loan_statement", [])
    rows = told(result.accounts[0])
    assert [amount for _, amount, _ in rows] == ["-5.00", "100.00", "-12.00"]
    assert str(result.accounts[0].closing_balance) == "-817.00"


def test_a_loan_is_told_by_the_head_of_its_balances() -> None:
    text = ALONE.replace("Annual statement of your personal loan", "Account statement")
    (account,) = parsed(text).accounts
    assert account.kind == "loan_statement"
    assert [amount for _, amount, _ in told(account)] == ["-5.00", "100.00", "-12.00"]


def test_an_outstanding_balance_may_be_one_of_savings() -> None:
    text = f"""{TOP}
Date | Details | Withdrawal | Deposit | Outstanding balance (EUR)
03/01 | Beginning balance | | | 100.00
03/02 | Tea | 3.50 | | 96.50
03/05 | Wage | | 9.00 | 105.50
03/31 | Ending balance | | | 105.50
"""
    result = parsed(text)
    assert (result.decision, [a for _, a, _ in told(result.accounts[0])]) == ("accepted", ["-3.50", "9.00"])


def test_balances_that_mirror_what_the_rows_say_are_not_accepted() -> None:
    """Nothing names a loan, and one column without signs: the balances alone say which way the money went."""
    text = f"""{TOP}
Date | Details | | Amount | Balance
03/01 | Beginning balance | | | 900.00
03/05 | Interest charge | | 5.00 | 905.00
03/15 | Payment received | | 100.00 | 805.00
03/20 | Late fee | | 12.00 | 817.00
03/31 | Ending balance | | | 817.00
"""
    result = parsed(text)
    assert (result.decision, codes(result)) == ("review", ["ambiguous"])


@pytest.mark.parametrize("owing", ["Amount owing", "Principal owing"])
def test_payments_beside_advances_come_in_and_what_is_owing_is_a_balance(owing: str) -> None:
    """A fee that was given back prints a minus; the newest row comes first."""
    text = f"""
Lakeside Credit Union
Operating loan statement
Loan number: 12345678
Period: March 1, 2024 to March 31, 2024
Principal owing Mar 1, 2024 | | | | | 900.00
Principal owing Mar 31, 2024 | | | | | 997.00

Date | Particulars | Advances | Fees | Payments | {owing}
31 Mar | Fee given back | | -8.00 | | 997.00
20 Mar | Fee | | 5.00 | | 1005.00
15 Mar | Payment | | | 100.00 | 1000.00
05 Mar | Advance | 200.00 | | | 1100.00
"""
    result = parsed(text, stops=(40, 110, -330, -400, -470, -560))
    assert (result.decision, codes(result)) == ("accepted", [])
    (account,) = result.accounts
    assert (account.kind, str(account.opening_balance), str(account.closing_balance)) == (
        "loan_statement",
        "-900.00",
        "-997.00",
    )
    assert [row[1] for row in told(account)] == ["8.00", "-5.00", "100.00", "-200.00"]


@pytest.mark.parametrize(
    ("balances", "kind"),
    [("100.00 96.50 105.50", "bank_statement"), ("-100.00 -103.50 -94.50", "loan_statement")],
    ids=["that owe nothing", "of which one owes"],
)
def test_what_is_said_of_a_loan_beside_accounts_makes_them_none(balances: str, kind: str) -> None:
    text = f"""
Example Bank
Resumen de cuenta
All amounts in EUR
Período: 01/03/2024 al 31/03/2024
{_account("CAJA DE AHORRO Nro. 191-041-018844/2", "50.00 46.50 55.50")}
{_account("CAJA DE AHORRO Nro. 191-041-500317/8", balances)}

Otros productos: préstamo personal 0033-118 cuota 14/36
"""
    result = parsed(text)
    assert (result.decision, result.document.kind, codes(result)) == ("accepted", kind, [])
    assert [amount for account in result.accounts for _, amount, _ in told(account)] == ["-3.50", "9.00"] * 2


def _account(title: str, balances: str) -> str:
    """The title of an account, its balances -> its lines."""
    opening, between, closing = balances.split()
    return f"""
{title}

Fecha | Concepto | Débitos | Créditos | Saldo
 | Saldo anterior | | | {opening}
02/03 | Tea | 3.50 | | {between}
03/03 | Wage | | 9.00 | {closing}
 | Saldo al 31/03/2024 | 3.50 | 9.00 | {closing}
"""


def test_a_total_beside_the_balance_of_the_row_above_is_no_row() -> None:
    """It has a date and an amount, which would have moved the balance."""
    text = """
Beispielbank
Jahreskontoauszug 2024
Darlehensnummer 8 107 334 218
Buchungstag | Umsatzart | Betrag EUR | davon Tilgung | Restschuld EUR
31.12.2023 | Saldovortrag | | | 900,00 S
31.01.2024 | Rate | 60,00 | 50,00 | 850,00 S
28.02.2024 | Rate | 60,00 | 51,00 | 799,00 S
31.12.2024 | Summe / Restschuld | 120,00 | 101,00 | 799,00 S
"""
    result = parsed(text)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert told(result.accounts[0]) == [("2024-01-31", "50.00", "-850.00"), ("2024-02-28", "51.00", "-799.00")]


FRENCH = """
Banque du Lac
Relevé de compte du 06/12/2025 au 05/01/2026
Prêt immobilier (capital restant dû)

Date | Libellé | | Débit | Crédit
 | SOLDE AU 05/12/2025 | | | 1 874,30
08/12/2025 | ECHEANCE PRET 08812204 CAPITAL AMORTI | | 850,76 |
02/01/2026 | VIR SALAIRE | | | 723,60
 | SOLDE AU 05/01/2026 | | | 1 747,14
"""


def test_a_balance_among_the_credits_is_the_holders_though_loans_are_named() -> None:
    """Read backwards, and as debts, the same balances would meet as well."""
    result = parsed(FRENCH)
    (account,) = result.accounts
    assert (result.decision, codes(result)) == ("accepted", [])
    assert (str(account.opening_balance), str(account.closing_balance)) == ("1874.30", "1747.14")
