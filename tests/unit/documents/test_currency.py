"""Which currency a document is in, and whether it had to be assumed."""

from dataclasses import replace

import pytest

from extraction.documents.heads.currency import currency
from extraction.pipeline import parse
from schemas.provenance import Method
from tests.pages import SOURCE, codes, lines, pages, parsed


def told(text: str, symbols: tuple[str, ...] = (), heads: tuple[str, ...] = ()) -> tuple[str | None, bool]:
    return currency(symbols, lines(text, stops=(40,)), heads, frozenset())


@pytest.mark.parametrize(
    ("text", "symbols", "code"),
    [
        ("Coffee", ("EUR", "EUR"), "EUR"),
        ("All amounts in CHF", (), "CHF"),
        ("Währung: EUR", (), "EUR"),
        ("01 de março a 31 de março, valores em R$", (), "BRL"),
        ("Amounts in £", (), "GBP"),
        ("Singapore dollars", ("$",), "SGD"),
        ("All amounts in AUD", ("$", "$"), "AUD"),
        ("The pound sterling account", (), "GBP"),
        ("Fees of £3 apply", (), "GBP"),
        ("Valor R$", (), "BRL"),
        ("Charged TL-26,00", (), "TRY"),
        ("bedragen in euro", (), "EUR"),
        ("Monto RD$", (), "DOP"),
        ("Colombo, Sri Lanka: amount (Rs.)", (), "LKR"),
        ("Karachi, Pakistan", ("INR", "INR"), "PKR"),
        ("Mumbai, India", ("INR", "INR"), "INR"),
        ("CUIT 30-70441882-9, 1 USD = 1.071", ("$", "$"), "ARS"),
    ],
)
def test_a_symbol_a_code_or_a_name_says_the_currency(text: str, symbols: tuple[str, ...], code: str) -> None:
    assert told(text, symbols) == (code, False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Overdraft limit R 15,000.00", "ZAR"),
        ("Tea Shop HALIFAX NS", "CAD"),
        ("Kontoutskrift for perioden", "NOK"),
        ("Kontoudskrift nr. 6", "DKK"),
        ("Kontoutdrag", "SEK"),
        ("Výpis z účtu", "CZK"),
        ("Hesap özeti", "TRY"),
        ("Saldo awal", "IDR"),
        ("14 Jalan Tun, 50050 Kuala Lumpur, Malaysia", "MYR"),
        ("Head office: Accra, Ghana", "GHS"),
        ("Paybill by M-PESA", "KES"),
        ("Everyday Checking", "USD"),
        ("Tax invoice TL-26-0417733\nDurban", "ZAR"),
        ("CUST ID : 00088177\nPHOTO ID on file\nIFSC: EXMP0000417", "INR"),
        ("Loan 11,88,204.00Dr", "INR"),
    ],
)
def test_a_place_or_a_language_is_assumed_to_say_it(text: str, code: str) -> None:
    assert told(text) == (code, True)


def test_a_code_in_the_head_of_a_column_says_it() -> None:
    assert told("Coffee", (), ("Amount (SEK)",)) == ("SEK", False)


@pytest.mark.parametrize(
    ("text", "symbols", "code"),
    [
        ("Coffee", ("$",), "USD"),
        ("Fernwood, OH 44099 Member FDIC", ("$",), "USD"),
        ("Collins Street, Melbourne VIC Australia", ("$",), "AUD"),
        ("Sort code 49-69-93", (), "GBP"),
        ("IBAN: DE89 3704 0044 0532 0130 00", (), "EUR"),
        ("Rachunek PL61 1140 2004 0000 3002 0135 5387", (), "PLN"),
        ("Everyday account 06-0123-0456789-00", ("$",), "NZD"),
        ("No. de Cuenta CLABE 012 180 00144128877 4", ("$",), "MXN"),
        ("Balance as on 1 Mar 1,42,310.55", (), "INR"),
        ("Data Addebiti Accrediti", (), "EUR"),
        ("1 Long Street, Cape Town", (), "ZAR"),
        ("MONEDA NACIONAL Cartola N° 3", (), "CLP"),
        ("MONEDA NACIONAL", ("$",), "MXN"),
        ("Coffee", (), None),
    ],
)
def test_a_dollar_or_a_place_is_an_assumption(text: str, symbols: tuple[str, ...], code: str | None) -> None:
    assert told(text, symbols) == (code, True)


def test_the_foot_of_the_page_says_the_country_where_nothing_else_does() -> None:
    foot = lines("Tilia Bank is regulated by the Central Bank of Ireland", stops=(40,))
    assert currency((), lines("Coffee", stops=(40,)), (), frozenset(), foot) == ("EUR", True)
    assert currency((), lines("Sort code 49-69-93", stops=(40,)), (), frozenset(), foot) == ("GBP", True)


STATEMENT = """
Example Bank
Account statement
Account number: 12345678
Statement period: 1 March 2024 to 31 March 2024
{facts}
Opening balance | | | 100.00
Closing balance | | | 96.50

Date | Details | {foreign} | {money}
02 Mar | Tea | 500.00 JPY | -3.50
"""


def currency_of(**texts: str) -> str | None:
    defaults = {"facts": "", "foreign": "Original amount", "money": "Amount"}
    return parsed(STATEMENT.format(**{**defaults, **texts}), stops=(40, 110, -400, -540)).accounts[0].currency


def test_a_code_said_on_the_page_goes_before_one_in_a_row() -> None:
    assert currency_of(facts="All amounts in EUR") == "EUR"


def test_a_column_of_foreign_amounts_does_not_say_the_currency_of_the_account() -> None:
    assert currency_of(money="Amount ($)") == "AUD"


@pytest.mark.parametrize(("symbol", "code"), [("Rs.", "INR"), ("£", "GBP"), ("R$", "BRL")])
def test_a_symbol_in_the_head_of_a_column_says_it(symbol: str, code: str) -> None:
    assert told("Earn up to $300 when you open an account", (), (f"Amount ({symbol})",)) == (code, False)


def test_a_foreign_amount_with_its_rate_names_no_currency() -> None:
    assert told("SEK 119.00 @ 13.2222\nSort code 20-41-77") == ("GBP", True)
    assert told("Balance (YEN)") == ("JPY", False)


def test_of_two_columns_of_money_the_one_that_most_rows_use_says_the_currency() -> None:
    text = """
Example Bank
Card statement 01/03/2024 - 31/03/2024
Card number XXXX XXXX XXXX 1111
Previous balance | | | 100.00
New balance | | | 160.00
Date | Details | US$ | R$
02/03/2024 | Tea | | 20.00
03/03/2024 | Book | 5.00 | 25.00
04/03/2024 | Rent | | 15.00
"""
    result = parsed(text, stops=(40, 110, -450, -540))
    assert (result.decision, result.accounts[0].currency) == ("accepted", "BRL")


def test_a_code_amid_letters_with_accents_is_none() -> None:
    assert told("DEVIZANEM: HUF", heads=("TERHELÉSEK (-)",)) == ("HUF", False)


def test_the_name_of_an_account_in_foreign_currency_does_not_say_it() -> None:
    text = "Global Currency Account - USD\nForeign currency savings USD\nUSD again"
    assert told(text, heads=("Withdrawals (SGD)", "Balance (SGD)")) == ("SGD", False)


TWO = """
Statement period: 1 March 2024 to 31 March 2024

{first}
Account number: 1111-222-333
Date | Details | Paid out | Paid in | Balance
01 Mar | Balance brought forward | | | 100.00
02 Mar | Tea | 3.50 | | 96.50

{second}
Account number: 1111-222-444
Date | Details | Paid out | Paid in | Balance
01 Mar | Balance brought forward | | | 9.00
03 Mar | Tea | 2.00 | | 7.00
"""


def test_of_several_accounts_each_has_the_currency_nearest_to_its_rows() -> None:
    listed = "HKD savings | 1111-222-333 | | HKD | 96.50\nUSD savings | 1111-222-444 | | USD | 7.00"
    result = parsed(
        f"Example Bank\nConsolidated statement\n{listed}{TWO.format(first='HKD savings', second='USD savings')}"
    )
    assert [account.currency for account in result.accounts] == ["HKD", "USD"]


def test_the_sign_of_a_dollar_names_the_currency_in_the_title_of_an_account() -> None:
    two = TWO.format(first="Chequing account\nOverdraft protection: $1,000.00", second="US$ savings account")
    result = parsed(f"Example Bank, Toronto ON, Canada{two}")
    assert [account.currency for account in result.accounts] == ["CAD", "USD"]


def test_an_example_of_an_exchange_in_the_next_sentence_says_no_currency() -> None:
    text = "A fee of 2.99% of the sterling amount applies. EUR 100.00 at 1.19 would be 84.03.\nSort code 20-41-77"
    assert told(text) == ("GBP", False)
    assert told("All amounts in EUR.") == ("EUR", False)


def test_an_account_in_many_currencies_names_none() -> None:
    assert told("eMulti-Currency Account (USD)\nSGD 10,032.57", ("SGD", "SGD")) == ("SGD", False)


def test_the_name_of_a_currency_behind_an_amount_is_a_foreign_one() -> None:
    assert told("184.20 CANADIAN DOLLAR\nWINOOSKI VT\nMONTPELIER VT", ("$",)) == ("USD", True)
    assert told("All amounts in Canadian dollars", ("$",)) == ("CAD", False)


def test_of_two_places_that_rows_name_as_often_neither_tells() -> None:
    rows = lines("Remitted from Dubai\nPower in Manila", stops=(40,))
    assert currency((), rows, (), frozenset({0, 1})) == (None, True)
    assert currency((), rows[1:], (), frozenset({0})) == ("PHP", True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Statement of account 1 Jan 2025 to 31 Jan 2025", "AUD"),
        ("Statement 15/01/2025", "AUD"),
        ("Statement 01/15/2025", "USD"),
        ("Statement, January 15", "USD"),
        ("Statement 1 Jan 2025, paid January 15", "USD"),
        ("Extracto 15/01/2025", "USD"),
        ("Statement 04/05/2025", "USD"),
    ],
)
def test_a_bare_dollar_is_assumed_to_be_of_where_days_come_first_or_months(text: str, code: str) -> None:
    assert told(text, ("$", "$")) == (code, True)


def test_the_one_figure_with_a_code_is_a_note_where_the_head_names_the_currency() -> None:
    text = "Personal account (Renminbi)\n01.03. Salary          100.00\nThe balance is about   GBP 10.85"
    assert currency(("GBP",), lines(text, stops=(40,)), (), frozenset({1})) == ("CNY", False)
    assert currency(("GBP", "GBP"), lines(text, stops=(40,)), (), frozenset({1})) == ("GBP", False)


@pytest.mark.parametrize(
    ("second", "source", "decision"),
    [
        ("USD savings", "ocr", "accepted"),
        ("Savings", "ocr", "review"),
        ("Savings", "native", "accepted"),
    ],
)
def test_off_a_picture_an_account_has_no_currency_of_another_that_prints_its_own(
    second: str, source: Method, decision: str
) -> None:
    """A word of three letters may not have been seen."""
    read = pages(f"Example Bank\nConsolidated statement{TWO.format(first='HKD savings', second=second)}")
    words = tuple(replace(word, method=source, confidence=0.99) for word in read[0].words)
    result = parse([replace(read[0], words=words, source=source)], SOURCE, "key")
    assert result.decision == decision
    assert ("low_confidence" in codes(result)) == (decision == "review")
