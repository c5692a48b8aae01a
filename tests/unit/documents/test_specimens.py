"""Statements that are shown rather than sent: explained by numbers and texts, drawn for courses, of templates."""

from dataclasses import replace

from extraction.model import Rule
from extraction.pipeline import parse
from extraction.text.callouts import without_callouts
from extraction.text.lines import lines
from tests.pages import HEIGHT, SOURCE, codes, page, parsed, told
from tests.unit.documents.test_statement import ENDS, HEAD, PROVED, ROWS, TOP, accepted

WIDE = (40, 110, -330, -390, -450, 470, 490)
EXPLAINED = f"""
Example Bank
Account statement | | | | | 1 | Your number
Account number: 12345678 | | | | | | tells the bank who you are.
All amounts in EUR | | | | | 2 | The period
Statement period: 1 March 2024 to 31 March 2024
Opening balance | | | | 100.00 | 3 | Opening balance
Closing balance | | | | 95.50 | | is what you had on the first day.
{HEAD}
02 Mar | Tea | 3.50 | | 96.50 | 1
03 Mar | Wage | | 9.00 | 105.50 2
04 Mar | Rent | 10.00 | | 95.50 3
"""


def test_numbers_that_call_out_what_a_legend_explains_are_lifted_off_with_it() -> None:
    (rows,) = accepted(EXPLAINED, stops=WIDE)
    assert rows == PROVED
    (bare,) = without_callouts([page(EXPLAINED, WIDE)])
    text = " ".join(line.text for line in lines(bare))
    assert "tells the bank" not in text
    assert text.endswith("04 Mar Rent 10.00 95.50")


def test_rows_that_are_counted_are_no_legend() -> None:
    text = "Head\n1 | Tea | 3.50 | 1\n2 | Wage | 9.00 | 2\n3 | Rent | 10.00 | 3"
    (same,) = without_callouts([page(text, (40, 60, -200, 300))])
    assert same == page(text, (40, 60, -200, 300))


def test_numbered_texts_that_nothing_is_marked_with_stay() -> None:
    text = "1 | Keep this letter\n2 | Call us\n3 | Write to us"
    assert without_callouts([page(text, (40, 60))]) == [page(text, (40, 60))]


def test_the_books_of_the_customer_beside_the_statement_hold_no_rows() -> None:
    head = "Date | Details | Debit | Credit"
    rows = "02 Mar | Balance b/f | | 80.00\n03 Mar | Sales | | 9.00\n05 Mar | Stock | 4.00 |"
    for title in ("Cash book", "Bank ledger account", "Extrait du grand livre : compte 512 Banque"):
        (own,) = accepted(f"{TOP}\n{HEAD}\n01 Mar | Opening balance | | | 100.00\n{ROWS}", f"{title}\n{head}\n{rows}")
        assert own == PROVED


def test_a_month_is_repeated_by_marks_or_left_out_above_the_days() -> None:
    for second, third in (('" 3', '" 4'), ("3", "4")):
        rows = f"Mar 2 | Tea | 3.50 | | 96.50\n{second} | Wage | | 9.00 | 105.50\n{third} | Rent | 10.00 | | 95.50"
        more = "" if second[0] == '"' else "\n5 | Tip | 1.00 | | 94.50\n6 | Gift | | 1.00 | 95.50"
        (found,) = accepted(f"{TOP}{ENDS}\n{HEAD}\n{rows}{more}", stops=(-68, 110, -360, -450, -540))
        assert found[:3] == PROVED


def test_a_number_far_from_the_days_is_none() -> None:
    rows = "Mar 2 | Tea | 3.50 | | 96.50\n | 3 Wage | | 9.00 | 105.50\n | 4 Rent | 10.00 | | 95.50"
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{rows}", stops=(-68, 110, -360, -450, -540))
    assert [day for day, _, _ in told(result.accounts[0])] == ["2024-03-02"] * 3


def test_checks_deposits_and_daily_balances_side_by_side_below_titles() -> None:
    text = f"""{TOP}{ENDS}
CHECKS AND DEBITS | | | DEPOSITS AND CREDITS | | | DAILY BALANCE
Date | No. | Amount | Date | Item | Amount | Date | Amount
02 Mar | 101 | 3.50 | 03 Mar | Wage | 9.00 | 02 Mar | 96.50
04 Mar | 102 | 10.00 | | | | 03 Mar | 105.50
 | | | | | | 04 Mar | 95.50
"""
    (rows,) = accepted(text, stops=(40, 90, -180, 210, 260, -350, 400, -500))
    assert sorted(rows) == [(day, amount, None) for day, amount, _ in PROVED]


def test_a_plus_in_a_section_of_money_out_gives_back() -> None:
    text = f"""{TOP}
Opening balance | | | | 100.00
Closing balance | | | | 115.50
Date | Details | | | Amount
Deposits
01 Mar | Gift | | | 20.00

Purchases
02 Mar | Tea | | | 3.50
03 Mar | Return | | | 9.00+
04 Mar | Rent | | | 10.00
"""
    (rows,) = accepted(text)
    assert [amount for _, amount, _ in rows] == ["20.00", "-3.50", "9.00", "-10.00"]


def test_a_balance_in_favour_that_evens_out_the_sides_is_no_debt() -> None:
    text = f"""{TOP}
Date | Details | Dare | Avere
01 Mar | Saldo a Vs. credito | | 100.00
02 Mar | Tea | 3.50 |
03 Mar | Wage | | 9.00
04 Mar | Rent | 10.00 |
31 Mar | Saldo a Vs. credito | 95.50 |
 | Totali a pareggio | 109.00 | 109.00
"""
    (rows,) = accepted(text, stops=(40, 110, -450, -540))
    assert rows == [(day, amount, None) for day, amount, _ in PROVED]


def test_a_panel_with_another_ground_is_read_by_itself() -> None:
    text = """
Example Bank | Date | Details | Out | In | Balance
Account number | 02 Mar | Tea | 3.50 | | 96.50
12345678
All amounts in EUR | 03 Mar | Wage | | 9.00 | 105.50
Statement date
31 March 2024 | 04 Mar | Rent | 10.00 | | 95.50
Opening balance 100.00
Closing balance 95.50
"""
    stops = (20, 200, 260, -400, -480, -560)
    edge = Rule(180, 0, 180, HEIGHT)
    drawn = replace(page(text, stops), rules=(edge,))
    result = parse([drawn], SOURCE, "key")
    assert (result.decision, codes(result), told(result.accounts[0])) == ("accepted", [], PROVED)
    assert result.accounts[0].account_number == "12345678"


def test_money_out_may_be_told_without_the_fees_beside_it() -> None:
    totals = "Money in | | | | 9.00\nMoney out | | | | 11.50\nFees | | | | 2.00"
    rows = ROWS.replace("Tea", "Tea fee")
    assert parsed(f"{TOP}{ENDS}{totals}\n{HEAD}\n{rows}").decision == "accepted"
    wrong = parsed(f"{TOP}{ENDS}{totals.replace('11.50', '11.40')}\n{HEAD}\n{rows}")
    assert any("11.40" in issue.message for issue in wrong.issues)
