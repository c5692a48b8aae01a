"""Statements whose peculiarities are known, but seldom meet; and such as banks of today print."""

import pytest

from tests.pages import codes, parsed, told
from tests.unit.documents.test_statement import ENDS, HEAD, ONE, PROVED, ROWS, TOP, UNBALANCED, accepted

ENDS_ALONE = "Opening balance | | 100.00\nClosing balance | | 95.50\n"
CARD = """
Example Bank
Credit card statement
Card number: 5234 61XX XXXX 4408
Statement date: 31 March 2024
All amounts in PHP
"""


def test_zeros_stand_for_empty_cells_beside_a_balance_among_the_rows() -> None:
    rows = "02 Mar | Tea | 3.50 | 0.00\n03 Mar | Wage | 0.00 | 9.00\n04 Mar | Rent | 10.00 | 0.00"
    text = f"""{TOP}
Date | Details | Paid out | Paid in
01 Mar | Opening balance | 0.00 | 100.00
{rows}
31 Mar | Closing balance | 0.00 | 95.50
"""
    assert accepted(text, stops=(40, 110, -450, -540)) == [UNBALANCED]


def test_what_the_rows_began_with_may_be_told_below_them() -> None:
    rows = "02 Mar | Tea | 3.50 |\n03 Mar | Wage | | 9.00\n04 Mar | Rent | 10.00 |"
    foot = " | Total | 13.50 | 9.00\n | Opening balance | | 100.00\n | Closing balance | | 95.50"
    text = f"{TOP}\nDate | Details | Paid out | Paid in\n{rows}\n{foot}"
    assert accepted(text, stops=(40, 110, -450, -540)) == [UNBALANCED]


def test_a_column_called_movement_has_the_amounts_where_another_describes_the_rows() -> None:
    text = f"""{TOP}
Saldo anterior | Movimento | Descrição | Data
100.00 | 3.50- | Tea | 02/03/2024
96.50 | 9.00+ | Wage | 03/03/2024
105.50 | 10.00- | Rent | 04/03/2024
95.50 | | Saldo atual | 31/03/2024
"""
    assert accepted(text, stops=(-120, -220, 260, 450)) == [PROVED]


def test_an_amount_may_touch_the_last_letter_of_its_text() -> None:
    rows = ROWS.replace("Wage | | 9.00 | 105.50", "Wage SONS9.00CR | | 105.50").replace("3.50 |", "3.50DR |")
    rows = rows.replace("10.00 |", "10.00DR |").replace(" | | ", " | ")
    text = f"{TOP}{ENDS_ALONE}\nDate | Details | Amount | Balance\n{rows}"
    words = text.replace("Wage SONS9.00CR | 105.50", "Wage | SONS9.00CR | 105.50")
    assert accepted(words, stops=ONE) == [PROVED]


def test_a_period_that_would_end_before_it_begins_tells_day_and_month() -> None:
    """Of rows that name their months nothing else would."""
    top = TOP.replace("1 March 2024 to 31 March 2024", "04/05/2024 to 03/06/2024").replace("EUR", "USD")
    rows = ROWS.replace("02 Mar", "04 May").replace("03 Mar", "07 May").replace("04 Mar", "01 Jun")
    result = parsed(f"{top}{ENDS}\n{HEAD}\n{rows}")
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [str(t.date) for t in result.accounts[0].transactions] == ["2024-05-04", "2024-05-07", "2024-06-01"]


def test_years_of_the_present_era_of_japan() -> None:
    top = TOP.replace("EUR", "JPY").replace("1 March 2024 to 31 March 2024", "2025/04/01 - 2025/04/30")
    rows = "07-04-02 | Tea | 350 | | 9,650\n07-04-03 | Wage | | 900 | 10,550\n07-04-15 | Rent | 1,000 | | 9,550"
    ends = "Opening balance | | | | 10,000\nClosing balance | | | | 9,550\n"
    assert [day for day, _, _ in accepted(f"{top}{ends}\n{HEAD}\n{rows}")[0]] == [
        "2025-04-02",
        "2025-04-03",
        "2025-04-15",
    ]


def test_columns_of_amounts_called_by_their_currencies() -> None:
    """Below a head that names no texts."""
    text = """
Banco Ejemplo
Resumen de tarjeta de crédito VISA
N° de cuenta: 0718823344
CUIL 20-28410993-4 Buenos Aires Argentina
Cierre actual: 24/04/2025
SALDO ACTUAL $ | | | 120.00
SALDO ACTUAL U$S | | | 7.00
FECHA | REFERENCIA | PESOS | DÓLARES
 | SALDO ANTERIOR | 100.00 | 5.00
07/04/2025 | SU PAGO EN PESOS | -100.00 |
07/04/2025 | SU PAGO EN USD | | -5.00
12/04/2025 | CAFE | 90.00 |
13/04/2025 | LIBROS | | 7.00
14/04/2025 | PAN | 30.00 |
 | TOTAL A PAGAR | 120.00 | 7.00
"""
    result = parsed(text, stops=(40, 130, -450, -540))
    assert (result.decision, codes(result)) == ("accepted", [])
    assert {a.currency: [str(t.amount) for t in a.transactions] for a in result.accounts} == {
        "ARS": ["100.00", "-90.00", "-30.00"],
        "USD": ["5.00", "-7.00"],
    }


FEES = """
Date | Details | Gross | Fee | Net | Balance
02 Mar | Refund sent | -3.00 | -0.50 | {} | 96.50
03 Mar | Wage | 9.00 | 0.00 | 9.00 | 105.50
04 Mar | Refund sent | -10.00 | 0.00 | -10.00 | 95.50
05 Mar | Cake | -1.00 | 0.00 | -1.00 | 94.50
"""


@pytest.mark.parametrize(("net", "told_"), [("-3.50", []), ("-3.45", ["value_mismatch"])])
def test_the_net_of_a_few_rows_is_looked_at_too(net: str, told_: list[str]) -> None:
    """A refund that was sent went out."""
    text = f"{TOP}Opening balance | | 100.00\nClosing balance | | 94.50\n{FEES.format(net)}"
    result = parsed(text, stops=(40, 110, -300, -370, -450, -540))
    assert (result.decision, codes(result)) == ("review" if told_ else "accepted", told_)


@pytest.mark.parametrize(("total", "told_"), [("4.50", []), ("4.60", ["incomplete"])])
def test_a_total_called_as_another_that_the_rows_make_is_theirs(total: str, told_: list[str]) -> None:
    text = f"""{CARD}
Previous balance | | 10.00
New balance | | 27.00
Payments | | 5.00
Purchases | | 22.00
Date | Details | Amount
Ann
02 Mar | Tea | 3.50
03 Mar | Salt | 1.00
 | Total new purchases of Ann | {total}
Ben
04 Mar | Rent | 10.00
05 Mar | Cake | 7.50
 | Total new purchases of Ben | 17.50
Payments
06 Mar | Payment, thank you | 5.00-
"""
    result = parsed(text, stops=(40, 110, -540))
    assert (result.decision, codes(result)) == ("review" if told_ else "accepted", told_)


@pytest.mark.parametrize(("due", "told_"), [("32,363.41", []), ("32,463.41", ["incomplete"])])
def test_all_that_is_due_is_what_the_card_ends_with_but_for_a_slip(due: str, told_: list[str]) -> None:
    text = f"""{CARD}
Total amount due | | {due}
Date | Details | Amount
 | Previous statement balance | 23,417.85
02 Mar | Payment received | -417.85
03 Mar | Tea | 9,000.00
04 Mar | Salt | 363.41
 | Total | 32,363.41
"""
    result = parsed(text, stops=(40, 110, -540))
    assert (result.decision, codes(result)) == ("review" if told_ else "accepted", told_)


def test_a_letterhead_goes_on_in_no_line_with_numbers() -> None:
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}".replace("Account statement", "Account activity 2024 of Example Industrial BV")
    assert parsed(text).institution == "Example Bank"
    assert [told(account) for account in parsed(text).accounts] == [PROVED]


def test_the_head_of_a_broker_stands_in_two_lines_and_names_two_columns_in_one_text() -> None:
    """ "Amount" and "Gain" are one text, below "Realized"; a fund that is called total is no total."""
    head = (
        "Date | Category | Symbol/ | | | Price/Rate | Charges/ | | Realized\n"
        " | Action | CUSIP | Description | Quantity | per Share($) | Interest($) | Amount($) | Gain/(Loss)($)"
    )
    rows = """
02 Mar | Dividend | VTI | TOTAL STOCK MARKET | | | | 98.52 |
 | Reinvest | VTI | TOTAL STOCK MARKET | | | | (98.52) |
03 Mar | Deposit | | FIRST BANK | | | | 4.00 |
04 Mar | Fee | | WIRED FUNDS | | | | (8.50) |
"""
    text = f"{TOP}Opening balance | 100.00\nClosing balance | 95.50\n\n{head}\n{rows}"
    result = parsed(text, stops=(40, 80, 130, 180, -340, -400, -450, -500, -575))
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [str(t.amount) for t in result.accounts[0].transactions] == ["98.52", "-98.52", "4.00", "-8.50"]


def test_a_text_with_a_day_in_it_is_no_head_though_its_words_name_columns() -> None:
    """Of an account beside one that was opened in the period: its line of totals proves its row."""
    text = """
Example Credit Union
Member statement
Statement period: 1 March 2024 to 31 March 2024
All amounts in CAD
418820-S10 | CHEQUING
Date | Description | Withdrawals | Deposits | Balance
01Mar | Balance forward | | | 100.00
02Mar | Tea | 3.50 | | 96.50
03Mar | Cheque returned | 7.50 | | 89.00
 | DEPOSITED ITEM 02MAR
04Mar | Wage | | 1.00 | 90.00
 | Closing balance | 11.00 | 1.00 | 90.00
418820-T02 | TERM DEPOSIT
Date | Description | Withdrawals | Deposits | Balance
05Mar | Term deposit opened | | 50.00 | 50.00
 | Closing balance | 0.00 | 50.00 | 50.00
"""
    result = parsed(text, stops=(40, 130, -360, -450, -540))
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [(a.account_number, len(a.transactions)) for a in result.accounts] == [("418820-S10", 3), ("418820-T02", 1)]


def test_what_is_set_aside_and_what_is_invested_are_beside_the_account() -> None:
    aside = "MOD Balance | | | | 500.00\n"
    assert accepted(f"{TOP}{aside}{ENDS}\n{HEAD}\n{ROWS}") == [PROVED]
    foot = "Saldos Invest Fácil\nData | Histórico | | | Valor\n02/03/2024 | SALDO ANTERIOR | | | 900.00"
    rest = "\n31/03/2024 | SALDO INVEST FACIL | | | 950.00"
    assert accepted(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}\n\n{foot}{rest}") == [PROVED]


MEMBER = """
Example Credit Union
Member statement
Statement period: 1 March 2024 to 31 March 2024
All amounts in CAD
Account number: 99773-5324407
{} Everyday savings
Date | Description | Withdrawals | Deposits | Balance
 | Balance forward | | | 100.00
02 Mar | Tea | 3.50 | | 96.50
03 Mar | Wage | | 1.00 | 97.50
 | Closing balance | | | 97.50
{} Stable savings
Date | Description | Withdrawals | Deposits | Balance
 | Balance forward | | | 50.00
05 Mar | Interest | | 2.00 | 52.00
06 Mar | Transfer | 1.00 | | 51.00
 | Closing balance | | | 51.00
"""


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("EOP", "ES1", ["99773-5324407 EOP", "99773-5324407 ES1"]),
        ("EOP -", "ES 1 -", ["99773-5324407 EOP", "99773-5324407 ES 1"]),
        ("EOP", "", ["99773-5324407", None]),
        ("CAD", "USD", ["99773-5324407", "99773-5324407"]),
    ],
)
def test_accounts_that_share_a_number_are_told_by_the_codes_of_their_titles(
    first: str, second: str, numbers: list[str | None]
) -> None:
    result = parsed(MEMBER.format(first, second), stops=(40, 130, -360, -450, -540))
    assert (result.decision, [a.account_number for a in result.accounts]) == ("accepted", numbers)
    told_apart = {(account.account_key, account.currency) for account in result.accounts}
    assert len(told_apart) == 2
