"""Accounts of one number, one for each currency, each with tables of its own."""

import pytest

from tests.pages import codes, parsed, told

STOPS = (40, 110, -360, -450, -540)
HEAD = "Date | Details | Money out | Money in | Balance"


def one(symbol: str, opening: str, rows: str, closing: str) -> str:
    return f"""
Example Pay
Account number: 12345678
Account transactions from 1 March 2024 to 31 March 2024
Opening balance | | | | {symbol}{opening}
Closing balance | | | | {symbol}{closing}

{HEAD}
{rows}
"""


POUNDS = one("£", "100.00", "02 Mar 2024 | Tea | £3.50 | | £96.50\n03 Mar 2024 | Wage | | £9.00 | £105.50", "105.50")
REVERTED = """
Reverted from 1 March 2024 to 31 March 2024
Date | Details | Money out | Money in
05 Mar 2024 | Air | £58.11 |
"""
EUROS = one("€", "0.00", "02 Mar 2024 | Exchanged | | €50.00 | €50.00\n04 Mar 2024 | Wine | €8.00 | | €42.00", "42.00")


def test_tables_in_other_currencies_are_other_accounts() -> None:
    result = parsed(POUNDS + REVERTED, EUROS, stops=STOPS)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [(a.currency, str(a.opening_balance), str(a.closing_balance)) for a in result.accounts] == [
        ("GBP", "100.00", "105.50"),
        ("EUR", "0.00", "42.00"),
    ]
    assert told(result.accounts[1]) == [("2024-03-02", "50.00", "50.00"), ("2024-03-04", "-8.00", "42.00")]


def test_a_row_that_is_missing_in_one_currency_is_not_made_good_by_another() -> None:
    result = parsed(POUNDS, EUROS.replace("04 Mar 2024 | Wine | €8.00 | | €42.00\n", ""), stops=STOPS)
    assert result.decision == "review"


def test_an_account_of_three_decimals_stands_beside_one_of_two() -> None:
    """None of them is left out, whichever of the two conventions more amounts follow."""
    dollars = """
Account number: 12345679 US DOLLAR (USD)
Date | Details | Credit | Debit | Balance
 | OPENING BALANCE | | | 10.00
02 Mar 2024 | Tea | | 3.50 | 6.50
03 Mar 2024 | Wage | 9.00 | | 15.50
 | CLOSING BALANCE | | | 15.50
"""
    dinars = """
Example Bank
Statement of accounts from 1 March 2024 to 31 March 2024
Account number: 12345678 KUWAITI DINAR (KWD)
Date | Details | Credit | Debit | Balance
 | OPENING BALANCE | | | 2,310.485
02 Mar 2024 | Tea | | 30.706 | 2,279.779
03 Mar 2024 | Tea | | 2.500 | 2,277.279
04 Mar 2024 | Wage | 85.554 | | 2,362.833
 | CLOSING BALANCE | | | 2,362.833
"""
    result = parsed(dinars + dollars, stops=STOPS)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [(a.currency, str(a.closing_balance), len(a.transactions)) for a in result.accounts] == [
        ("KWD", "2362.833", 3),
        ("USD", "15.50", 2),
    ]


YEN = """
Example Bank
Statement of accounts from 1 March 2024 to 31 March 2024
Account Number | Currency | Previous balance | | Current balance
12345678 | JPY | 412,087 | | 561,074
12345679 | USD | 3,180.44 | | 5,665.44
12345680 | EUR | 640.00 | | 640.00

JPY DEPOSIT Account number: 12345678
Opening balance | | | | 412,087
Closing balance | | | | 561,074
Date | Details | Withdrawals | Deposits | Balance
02 Mar 2024 | Tea | 755 | | 411,332
03 Mar 2024 | Gas | 5,258 | | 406,074
04 Mar 2024 | Gas | 1,074 | | 405,000
05 Mar 2024 | Tea | 1,000 | | 404,000
06 Mar 2024 | Wage | | 157,074 | 561,074

USD DEPOSIT Account number: 12345679
Opening balance | | | | 3,180.44
Closing balance | | | | 5,665.44
Date | Details | Withdrawals | Deposits | Balance
08 Mar 2024 | Remittance | | 2,500.00 | 5,680.44
08 Mar 2024 | Charge | 15.00 | | 5,665.44

EUR DEPOSIT Account number: 12345680
There were no transactions in this period.
"""


def test_an_account_without_decimals_stands_beside_one_of_two_and_one_without_rows() -> None:
    result = parsed(YEN, stops=STOPS)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [(a.currency, str(a.closing_balance), len(a.transactions)) for a in result.accounts] == [
        ("JPY", "561074", 5),
        ("USD", "5665.44", 2),
        ("EUR", "640.00", 0),
    ]


def test_a_row_that_is_missing_beside_an_account_without_decimals_holds_it_back() -> None:
    assert parsed(YEN.replace("02 Mar 2024 | Tea | 755 | | 411,332\n", ""), stops=STOPS).decision == "review"


LEDGERS = """
Example Bank
Statement of accounts from 1 March 2024 to 31 March 2024
 | | | Balance | HKD equivalent
HKD Savings 12345678 | | HKD | 105.50 | 105.50
Currency Savings 12345679 | | USD | 20.00 | 156.00
Currency Savings 12345679 | | GBP | 5.25 | 52.50
Total deposits | | | | 314.00

HKD Savings Account number 12345678
Date | Details | Deposit | Withdrawal | Balance
01 Mar | Balance brought forward | | | 100.00
02 Mar | Wage | 9.00 | | 109.00
03 Mar | Tea | | 3.50 | 105.50

Foreign Currency Savings Account number 12345679
CCY Date | Details | Deposit | Withdrawal | Balance
USD 01 Mar | Balance brought forward | | | 10.00
02 Mar | Wage | 10.00 | | 20.00

GBP 01 Mar | Balance brought forward | | | 5.00
02 Mar | Interest | 0.25 | | 5.25
"""


@pytest.mark.parametrize("head", ["CCY", "CCY 貨幣"])
def test_a_table_whose_first_rows_name_a_currency_has_an_account_for_each(head: str) -> None:
    """The currency stands in a column of its own beside the first row of its ledger; the total adds up what the
    balances are worth."""
    text = LEDGERS.replace("CCY Date", f"{head} | Date").replace("USD 01", "USD | 01").replace("GBP 01", "GBP | 01")
    whole = "\n".join(line if line.startswith(("CCY", "USD", "GBP")) else f" | {line}" for line in text.splitlines())
    stops = (10, 70, 150, -380, -460, -560)
    result = parsed(whole, stops=stops)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [
        (a.account_number, a.currency, str(a.closing_balance or a.transactions[-1].balance)) for a in result.accounts
    ] == [
        ("12345678", "HKD", "105.50"),
        ("12345679", "USD", "20.00"),
        ("12345679", "GBP", "5.25"),
    ]
    assert parsed(whole.replace("314.00", "315.00"), stops=stops).decision == "review"
    assert parsed(whole.replace("| 0.25 | | 5.25", "| 0.25 | | 5.52"), stops=stops).decision == "review"


PESOS = """
Banco Ejemplo
Resumen de tarjeta de crédito VISA
CUIT 30-12345678-1, Buenos Aires, Argentina
Nº de cuenta: 0718824409
Período facturado: 30/05/2025 al 26/06/2025
SALDO ACTUAL | | | $ 75,00 | U$S 2,99

FECHA | | DETALLE DE TRANSACCIÓN | PESOS | DÓLARES
 | | SALDO ANTERIOR | 100,00 | 10,00
25 Junio | 09 | SU PAGO EN PESOS | 50,00-
25 Junio | 09 | SU PAGO EN USD | | 10,00-
25 Junio | 11 | CLOUDPHOTO | | 2,99
25 Junio | 13 | DIA TIENDA 331 | 20,00
 | | TARJETA 4218 Total Consumos de PAULA E | 20,00 | 2,99
25 Junio | 26 | COMISION | 5,00
 | | SALDO ACTUAL | 75,00 | 2,99
"""
WIDE = (40, 100, 150, -430, -540)


def test_a_card_may_have_a_column_of_amounts_for_each_currency() -> None:
    """The first number of its dates is the year."""
    result = parsed(PESOS, stops=WIDE)
    assert result.decision == "accepted"
    told = [[(str(row.date), str(row.amount)) for row in account.transactions] for account in result.accounts]
    assert told == [
        [("2025-06-09", "50.00"), ("2025-06-13", "-20.00"), ("2025-06-26", "-5.00")],
        [("2025-06-09", "10.00"), ("2025-06-11", "-2.99")],
    ]
    ends = [(a.currency, str(a.opening_balance), str(a.closing_balance)) for a in result.accounts]
    assert ends == [("ARS", "-100.00", "-75.00"), ("USD", "-10.00", "-2.99")]


def test_the_day_may_touch_the_number_of_a_receipt() -> None:
    text = PESOS.replace("25 Junio | 11 | C", "25 Junio | 11 118822 | C").replace(
        "25 Junio | 13 | D", " | 13 004411 | D"
    )
    result = parsed(text, stops=(40, 100, 170, -430, -540))
    assert result.decision == "accepted"
    assert [str(row.date) for row in result.accounts[0].transactions] == ["2025-06-09", "2025-06-13", "2025-06-26"]


def test_the_signs_of_currencies_may_be_the_heads_of_their_columns() -> None:
    text = PESOS.replace("PESOS | DÓLARES", "S/ | US$").replace("FECHA |", "F. proc. |").replace("CUIT", "RUC")
    result = parsed(text.replace("Buenos Aires, Argentina", "Lima, Perú"), stops=WIDE)
    assert (result.decision, [account.currency for account in result.accounts]) == ("accepted", ["PEN", "USD"])


@pytest.mark.parametrize("change", [("20,00\n", "21,00\n"), ("2,99\n25", "3,99\n25"), ("75,00 | 2,99", "75,00 | 3,99")])
def test_each_of_them_has_to_add_up(change: tuple[str, str]) -> None:
    assert parsed(PESOS.replace(*change, 1), stops=WIDE).decision == "review"


@pytest.mark.parametrize(("wine", "decision"), [("8.00", "accepted"), ("9.00", "review")])
def test_the_heads_of_their_balances_may_name_the_currencies(wine: str, decision: str) -> None:
    """Below an overview of one number, with its total in the first currency, and a loan that is not there."""
    top = """
Example Bank
Statement of 1 March 2024 to 31 March 2024
Account | Account number | Currency | Opening balance | Closing balance
Multi-currency account | 12345678 | GBP | 100.00 | 105.50
 | | EUR | 0.00 | 42.00
Total deposits | | | | 147.50
Less: loans and overdrafts | | | | 0.00
"""
    pounds = "B/F | | | 100.00\n02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Wage | | 9.00 | 105.50\n | C/F | | | 105.50"
    euros = f"B/F | | | 0.00\n02 Mar | In | | 50.00 | 50.00\n04 Mar | Wine | {wine} | | 42.00\n | C/F | | | 42.00"
    parts = [
        f"{code} | | | | Account number 12345678\n{HEAD} ({code})\n | {rows}\n\n\n"
        for code, rows in (("GBP", pounds), ("EUR", euros))
    ]
    result = parsed(top + "".join(parts), stops=STOPS)
    assert result.decision == decision
    assert decision == "review" or [a.currency for a in result.accounts] == ["GBP", "EUR"]


WALLET = """
Example Pay
Statement of 1 March 2024 to 31 March 2024
Account number: 12345678
 | | | U.S. Dollar (USD) | Euro (EUR)
Beginning balance | | | 100.00 | 0.00
Ending balance | | | 105.50 | 42.00

Transaction history - USD
Date | Details | | | Amount
02 Mar 2024 | Tea | | | -3.50
03 Mar 2024 | Wage | | | 9.00

Transaction history - EUR
Date | Details | | | Amount
02 Mar 2024 | Exchanged | | | 50.00
04 Mar 2024 | Wine | | | -8.00
"""


@pytest.mark.parametrize("change", [("", ""), ("-8.00", "-9.00"), ("-3.50", "-4.50"), ("42.00", "43.00")])
def test_titles_of_tables_may_name_currencies_that_a_summary_has_columns_for(change: tuple[str, str]) -> None:
    result = parsed(WALLET.replace(*change) if change[0] else WALLET)
    assert result.decision == ("review" if change[0] else "accepted")
    if not change[0]:
        ends = [(a.currency, str(a.opening_balance), str(a.closing_balance)) for a in result.accounts]
        assert ends == [("USD", "100.00", "105.50"), ("EUR", "0.00", "42.00")]


def test_codes_in_rows_do_not_name_the_country_of_a_card_in_two_currencies() -> None:
    """A reference may look like the post code of another country."""
    text = """
Banco de Prueba S.A.
CUIT 30-70441882-9
Tarjeta 4417 XXXX XXXX 0228
Fecha | Detalle | Pesos | Dólares
01/03/2024 | Saldo anterior | 100,00 | 10,00
02/03/2024 | Tienda P7H2K1 | 30,00 |
03/03/2024 | Tienda V8K1M2 | | 5,00
04/03/2024 | Libro M4J1T7 | 20,00 |
05/03/2024 | Saldo actual | 150,00 | 15,00
"""
    assert [account.currency for account in parsed(text, stops=(40, 110, -450, -540)).accounts] == ["ARS", "USD"]
