"""Brokerage statements: holdings, cash, what proves them, and what stands against them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extraction.model import Trace
from extraction.pipeline import parse
from schemas.result import ExtractionResult
from schemas.statement import Holding
from tests.pages import SOURCE, codes, page, parsed

STOPS = (40, 150, -300, -370, -450, -520)
"""Two texts, and four columns of figures."""
TOP = """Example Brokerage
Investment account statement
Account number | 4411-0192
Account currency | USD
Statement period January 1, 2025 to January 31, 2025
"""
HELD = """
Holdings
Description | Symbol | Quantity | Price | Market value | % of account
Equities
Alderwick Motors Inc | ALDW | 100 | 25.50 | 2,550.00 | 46.79
Brindle Foods Co | BRIN | 12.5 | 40.00 | 500.00 | 9.17
Total equities | | | | 3,050.00 | 55.96
Funds
Example Index Fund | EXIX | 200.123 | 10.00 | 2,001.23 | 36.72
Total funds | | | | 2,001.23 | 36.72
Cash | | | | 399.00 | 7.32
Total account value | | | | 5,450.23 | 100.00
"""
MOVED = """
Activity
Opening cash balance January 1, 2025 | | | | 600.00
Date | Description | Quantity | Price | Amount | Balance
01/03/2025 | Bought Brindle Foods Co | 5 | 40.10 | -200.50 | 399.50
01/10/2025 | Dividend Alderwick Motors Inc | | | 9.50 | 409.00
01/21/2025 | Account fee | | | -10.00 | 399.00
Closing cash balance January 31, 2025 | | | | 399.00
"""
PLAIN = """
Description | Symbol | Quantity | Price | Market value
Alderwick Motors Inc | ALDW | 100 | 25.50 | 2,550.00
Brindle Foods Co | BRIN | 12.5 | 40.00 | 500.00
Total | | | | 3,050.00
"""


def read(*parts: str, stops: tuple[float, ...] = STOPS) -> ExtractionResult:
    return parsed("\n".join((TOP, *parts)), stops=stops)


def held(result: ExtractionResult) -> tuple[Holding, ...]:
    return result.accounts[0].holdings


def checks(result: ExtractionResult) -> dict[str, str]:
    return {proof.check: proof.status for proof in result.proofs}


def told(result: ExtractionResult) -> list[tuple[str, str | None, str, str]]:
    return [(h.name, h.identifier, str(h.quantity), str(h.value)) for h in held(result)]


def test_holdings_and_cash_that_prove_each_other_are_accepted() -> None:
    result = read(HELD, MOVED)
    assert (result.document.kind, result.decision, result.issues) == ("brokerage_statement", "accepted", ())
    account = result.accounts[0]
    assert told(result) == [
        ("Alderwick Motors Inc", "ALDW", "100", "2550.00"),
        ("Brindle Foods Co", "BRIN", "12.5", "500.00"),
        ("Example Index Fund", "EXIX", "200.123", "2001.23"),
        ("Cash", None, "None", "399.00"),
    ]
    assert [h.group for h in held(result)] == ["Equities", "Equities", "Funds", None]
    assert (account.portfolio_value, account.opening_balance) == (Decimal("5450.23"), Decimal("600.00"))
    assert {name: status for name, status in checks(result).items() if status != "not_applicable"} == {
        "running_balance": "holds",
        "closing_balance": "holds",
        "dates_in_period": "holds",
        "trade_amounts": "holds",
        "holding_values": "holds",
        "holdings_total": "holds",
        "holding_shares": "holds",
    }


def test_each_holding_says_where_it_stands() -> None:
    first = held(read(HELD))[0]
    assert (first.unit_price, first.weight, first.currency) == (Decimal("25.50"), Decimal("46.79"), "USD")
    assert first.fields["quantity"].raw == "100"
    assert first.fields["value"].raw == "2,550.00"
    assert first.provenance.page == 1
    assert first.provenance.bbox[0] == 40.0


def test_trades_say_what_was_bought() -> None:
    bought, dividend, fee = (row.trade for row in read(HELD, MOVED).accounts[0].transactions)
    assert bought and dividend and fee
    assert (bought.action, bought.security, bought.quantity, bought.unit_price) == (
        "buy",
        "Brindle Foods Co",
        Decimal(5),
        Decimal("40.10"),
    )
    assert (dividend.action, dividend.security, dividend.quantity) == ("dividend", "Alderwick Motors Inc", None)
    assert (fee.action, fee.security) == ("fee", None)


def test_holdings_alone_are_accepted_where_nothing_speaks_of_movements() -> None:
    result = read(HELD)
    assert (result.decision, len(held(result)), result.accounts[0].transactions) == ("accepted", 4, ())


@pytest.mark.parametrize(
    ("printed", "wrong", "code", "place", "difference"),
    [
        ("25.50 |", "25.60 |", "value_mismatch", 0, "-10.00"),
        ("| 100 |", "| 110 |", "value_mismatch", 0, "-255.00"),
        ("12.5 |", "12.6 |", "value_mismatch", 1, "-4.00"),
        ("Total equities | | | | 3,050.00", "Total equities | | | | 3,060.00", "total_mismatch", None, "10.00"),
        ("5,450.23", "5,450.32", "total_mismatch", None, "0.09"),
    ],
)
def test_a_figure_that_does_not_follow_goes_to_review(
    printed: str, wrong: str, code: str, place: int | None, difference: str
) -> None:
    assert HELD.count(printed) == 1
    result = read(HELD.replace(printed, wrong), MOVED)
    found = next(issue for issue in result.issues if issue.code == code)
    assert (result.decision, found.holding, found.difference) == ("review", place, difference)
    assert (found.account, found.page) == (0, 1)
    assert found.bbox is not None


def test_a_holding_that_is_lost_is_missed_by_the_totals() -> None:
    lost = "Brindle Foods Co | BRIN | 12.5 | 40.00 | 500.00 | 9.17\n"
    result = read(HELD.replace(lost, ""), MOVED)
    assert (result.decision, set(codes(result))) == ("review", {"total_mismatch"})


def test_a_group_that_is_lost_is_missed_by_the_total_of_all() -> None:
    start, end = HELD.index("Funds"), HELD.index("Cash |")
    result = read(HELD[:start] + HELD[end:], MOVED)
    assert result.decision == "review"
    assert "total_mismatch" in codes(result)


def test_without_a_total_nothing_says_that_all_is_there() -> None:
    result = read(PLAIN.replace("Total | | | | 3,050.00\n", ""))
    assert (result.decision, codes(result)) == ("review", ["unproved"])
    assert "summed up by no printed total" in result.issues[0].message


def test_groups_with_totals_of_their_own_do_not_say_that_no_group_is_missing() -> None:
    result = read(HELD[: HELD.index("Cash |")])
    assert (result.decision, codes(result)) == ("review", ["unproved"])


def test_a_total_may_stand_outside_the_table() -> None:
    table = PLAIN.replace("Total | | | | 3,050.00\n", "")
    result = read("Total portfolio value | | 3,050.00\n", table)
    assert (result.decision, result.accounts[0].portfolio_value) == ("accepted", Decimal("3050.00"))
    wrong = read("Total portfolio value | | 3,150.00\n", table)
    assert (wrong.decision, codes(wrong)) == ("review", ["total_mismatch"])


def test_a_total_elsewhere_may_be_that_of_all_holdings_but_the_cash_among_them() -> None:
    summary = "Total priced portfolio | | | | 5,051.23\n"
    assert read(summary, HELD, MOVED).decision == "accepted"
    result = read(summary.replace("5,051.23", "5,051.32"), HELD, MOVED)
    assert (result.decision, codes(result)) == ("review", ["total_mismatch"])


def test_a_share_that_is_not_that_of_its_value_goes_to_review() -> None:
    result = read(HELD.replace("| 9.17", "| 9.71"), MOVED)
    assert (result.decision, [i.holding for i in result.issues]) == ("review", [1])
    assert "share printed here is 9.71" in result.issues[0].message


def test_a_gain_that_is_not_value_less_cost_goes_to_review() -> None:
    table = """
Description | Quantity | Price | Market value | Cost basis | Unrealized gain/loss
Alderwick Motors Inc | 100 | 25.50 | 2,550.00 | 2,000.00 | 550.00
Brindle Foods Co | 12.5 | 40.00 | 500.00 | 450.00 | 50.00
Corliss Energy Ltd | 10 | 30.00 | 300.00 | 310.00 | -10.00
Total | | | 3,350.00 | 2,760.00 | 590.00
"""
    stops = (40, -200, -260, -340, -430, -560)
    good = read(table, stops=stops)
    assert (good.decision, checks(good)["holding_gains"]) == ("accepted", "holds")
    assert [str(h.unrealized_gain) for h in held(good)] == ["550.00", "50.00", "-10.00"]
    wrong = read(table.replace("450.00 | 50.00", "450.00 | 60.00"), stops=stops)
    assert (wrong.decision, codes(wrong), wrong.issues[0].holding) == ("review", ["value_mismatch"], 1)


@pytest.mark.parametrize(
    ("row", "quantity", "value"),
    [
        ("Alderwick Motors Inc | ALDW | 33.3333 | 3.0003 | 100.01", "33.3333", "100.01"),
        ("Alderwick Motors Inc | ALDW | 1,234.567891 | 81.00 | 100,000.00", "1234.567891", "100000.00"),
        ("Alderwick Motors Inc | ALDW | -10 | 25.50 | -255.00", "-10", "-255.00"),
        ("Alderwick Motors Inc | ALDW | (10) | 25.50 | (255.00)", "-10", "-255.00"),
    ],
)
def test_a_product_holds_within_the_digits_that_are_printed(row: str, quantity: str, value: str) -> None:
    total = Decimal(value) + 500
    table = f"{PLAIN[: PLAIN.index('Alderwick')]}{row}\n{PLAIN[PLAIN.index('Brindle') :]}"
    result = read(table.replace("3,050.00", f"{total:,}"))
    assert (result.decision, str(held(result)[0].quantity), str(held(result)[0].value)) == ("accepted", quantity, value)


def test_prices_of_bonds_are_percentages_of_a_nominal_amount() -> None:
    table = """
Description | Symbol | Nominal | Price | Market value
Bonds
4.25% Example Treasury 2031 | EX31 | 10,000 | 98.75 | 9,875.00
Equities
Alderwick Motors Inc | ALDW | 100 | 25.50 | 2,550.00
Total | | | | 12,425.00
"""
    result = read(table)
    assert (result.decision, [h.price_factor for h in held(result)]) == ("accepted", [Decimal("0.01"), Decimal(1)])
    stock = read(table.replace("25.50 | 2,550.00", "25.50 | 25.50").replace("12,425.00", "9,900.50"))
    assert (stock.decision, codes(stock)) == ("review", ["value_mismatch"])


def test_prices_may_be_in_pence_where_their_head_says_so() -> None:
    table = """
Stock | Symbol | Units held | Price (p) | Value (£)
Alderwick Motors plc | ALDW | 400 | 255.50 | 1,022.00
Brindle Foods plc | BRIN | 50 | 1,200.00 | 600.00
Total | | | | 1,622.00
"""
    result = read(table)
    assert (result.decision, [h.price_factor for h in held(result)]) == ("accepted", [Decimal("0.01")] * 2)
    without = read(table.replace("(p)", "(£)"))
    assert (without.decision, set(codes(without))) == ("review", {"value_mismatch"})


FOREIGN = """
Description | Currency | Quantity | Price | Exchange rate | Value in CHF
Alderwick Motors | USD | 100 | 25.50 | 0.9000 | 2,295.00
Brindle Foods | EUR | 10 | 40.00 | 0.9400 | 376.00
Example AG | CHF | 10 | 30.00 | | 300.00
Total | | | | | 2,971.00
"""


def test_values_in_another_currency_follow_by_the_printed_rate() -> None:
    good = read(FOREIGN)
    assert (good.decision, [str(h.exchange_rate) for h in held(good)]) == ("accepted", ["0.9000", "0.9400", "None"])
    assert [h.price_currency for h in held(good)][:2] == ["USD", "EUR"]
    wrong = read(FOREIGN.replace("0.9400", "0.9600"))
    assert (wrong.decision, codes(wrong)) == ("review", ["value_mismatch"])


def test_a_rate_that_is_not_printed_must_be_that_of_another_holding() -> None:
    table = """
Description | Currency | Quantity | Price | Value in EUR
Alderwick Motors | USD | 100 | 25.50 | 2,295.00
Brindle Foods | USD | 10 | 40.00 | 360.00
Example AG | EUR | 10 | 30.00 | 300.00
Total | | | | 2,955.00
"""
    assert read(table).decision == "accepted"
    alone = read(table.replace("Brindle Foods | USD | 10 | 40.00", "Brindle Foods | EUR | 10 | 36.00"))
    assert (alone.decision, codes(alone)) == ("review", ["unproved"])
    wrong = read(table.replace("10 | 40.00", "10 | 41.00"))
    assert (wrong.decision, codes(wrong)[:1]) == ("review", ["value_mismatch"])


def test_identifiers_may_stand_below_the_names_and_names_may_go_on() -> None:
    table = """
Wertpapierbezeichnung | | Stück | Kurs | Kurswert in EUR
Alderwick Motoren AG | | 100 | 25,50 | 2.550,00
Inhaber-Aktien o.N.
ISIN: DE0007164600
Brindle Lebensmittel SE | | 12,5 | 40,00 | 500,00
DE0008404005
Depotwert gesamt | | | | 3.050,00
"""
    top = "Example Bank\nDepotauszug\nDepotnummer 512345678\nper 31.12.2024\n"
    result = parsed(top + table, stops=STOPS)
    assert result.decision == "accepted"
    assert [(h.identifier, h.identifier_kind) for h in held(result)] == [
        ("DE0007164600", "isin"),
        ("DE0008404005", "isin"),
    ]
    assert [h.name for h in held(result)] == ["Alderwick Motoren AG Inhaber-Aktien o.N.", "Brindle Lebensmittel SE"]
    broken = parsed(top + table.replace("DE0007164600", "DE0007164601"), stops=STOPS)
    assert (broken.decision, codes(broken)) == ("review", ["low_confidence"])


DEPOT = """Example Brokerage
Portfolio statement
Account number | 4411-0192
Account currency | USD
Valuation date: December 31, 2024
Security | ISIN | Quantity | Price | Market value
Alderwick Motors Inc | US5949181045 | 100 | 25.50 | 2,550.00
Brindle Foods Co | US0378331005 | 12.5 | 40.00 | 500.00
Corliss Energy Ltd | CA1363751027 | 10 | 30.00 | 300.00
Total | | | | 3,350.00
"""


def scanned(text: str, doubtful: str = "") -> ExtractionResult:
    """A page as Tesseract reads it, one word of it with doubt."""
    one = page(text, STOPS)
    words = tuple(replace(w, method="ocr", confidence=0.4 if w.text == doubtful else 0.95) for w in one.words)
    return parse([replace(one, words=words, source="ocr")], SOURCE, "key")


def test_a_scan_whose_identifiers_are_read_is_accepted() -> None:
    assert scanned(DEPOT).decision == "accepted"


@pytest.mark.parametrize("read_as", ["US037833l005", "US0378331", "ISO378331OO5", "US0378331006", ""])
def test_an_identifier_that_is_not_read_from_a_scan_goes_to_review(read_as: str) -> None:
    result = scanned(DEPOT.replace("US0378331005", read_as))
    assert (result.decision, codes(result), result.issues[0].holding) == ("review", ["low_confidence"], 1)


def test_a_code_without_a_check_digit_that_is_read_with_doubt_goes_to_review() -> None:
    text = DEPOT.replace("US5949181045", "ALDW").replace("US0378331005", "BRIN").replace("CA1363751027", "CORL")
    assert scanned(text).decision == "accepted"
    result = scanned(text, doubtful="CORL")
    assert (result.decision, codes(result), result.issues[0].holding) == ("review", ["low_confidence"], 2)


def test_a_table_goes_on_over_the_page() -> None:
    head = "Description | Symbol | Quantity | Price | Market value"
    first, second = PLAIN.split("Brindle")
    result = parsed(TOP + first, f"{head}\nBrindle{second}", stops=STOPS)
    assert (result.decision, [h.provenance.page for h in held(result)]) == ("accepted", [1, 2])
    lost = parsed(TOP + first, stops=STOPS)
    assert lost.decision == "review"


def test_trades_that_do_not_make_their_amounts_go_to_review() -> None:
    result = read(HELD, MOVED.replace("5 | 40.10", "5 | 41.10"))
    found = [(i.code, i.row, i.expected, i.found) for i in result.issues]
    assert (result.decision, found) == ("review", [("value_mismatch", 0, "205.50", "200.50")])


def test_a_contract_of_an_option_is_of_a_hundred_shares() -> None:
    """Where the text of the row says that it is one."""
    moved = MOVED.replace("Bought Brindle Foods Co | 5 | 40.10", "Bought Call Brindle 40 | 1 | 2.0050")
    assert read(HELD, moved).decision == "accepted"
    for wrong in (moved.replace("2.0050", "2.0150"), moved.replace("Call Brindle", "Brindle Foods")):
        assert codes(read(HELD, wrong)) == ["value_mismatch"]


def test_costs_that_are_printed_explain_a_trade() -> None:
    moved = """
Activity
Opening cash balance January 1, 2025 | | | | | 600.00
Date | Description | Quantity | Price | Commission | Amount
01/03/2025 | Bought Brindle Foods Co | 5 | 40.10 | 9.95 | -210.45
01/10/2025 | Sold Corliss Energy | 3 | 10.00 | 1.00 | 29.00
Closing cash balance January 31, 2025 | | | | | 418.55
"""
    held_ = HELD.replace("399.00", "418.55").replace("5,450.23", "5,469.78")
    held_ = held_.replace("46.79", "46.62").replace("9.17", "9.14").replace("36.72", "36.59").replace("55.96", "55.76")
    result = read(held_.replace("7.32", "7.65"), moved)
    trades = [row.trade for row in result.accounts[0].transactions]
    assert (result.decision, [t.fees for t in trades if t]) == ("accepted", [Decimal("9.95"), Decimal("1.00")])


def test_quantities_before_and_trades_between_make_those_after() -> None:
    table = """
Description | Symbol | Opening quantity | Closing quantity | Price | Market value
Alderwick Motors Inc | ALDW | 100 | 100 | 25.50 | 2,550.00
Brindle Foods Co | BRIN | 7.5 | 12.5 | 40.00 | 500.00
Total | | | | | 3,050.00
"""
    good = read(table, MOVED)
    assert (good.decision, checks(good)["positions"]) == ("accepted", "holds")
    assert [str(h.opening_quantity) for h in held(good)] == ["100", "7.5"]
    wrong = read(table.replace("| 7.5 |", "| 8.5 |"), MOVED)
    found = [(i.code, i.holding, i.expected, i.found) for i in wrong.issues]
    assert (wrong.decision, found) == ("review", [("position_mismatch", 1, "13.5", "12.5")])


def test_cash_that_does_not_lead_to_its_closing_balance_goes_to_review() -> None:
    lost = "01/21/2025 | Account fee | | | -10.00 | 399.00\n"
    result = read(HELD, MOVED.replace(lost, ""))
    assert (result.decision, "closing_mismatch" in codes(result)) == ("review", True)


def test_lines_that_look_like_holdings_and_stand_in_no_table_go_to_review() -> None:
    result = read(HELD, MOVED, "\nFurther positions\nDorn Holding SE | | 40 | 12.25 | 490.00\n")
    assert (result.decision, codes(result)) == ("review", ["incomplete"])


def test_lines_that_look_like_movements_and_stand_in_no_table_go_to_review() -> None:
    result = read(HELD, "\nAlso booked\n01/15/2025 | Wire received | | | 1,500.00\n")
    assert (result.decision, codes(result)) == ("review", ["incomplete", "incomplete"])


def test_a_figure_that_cannot_be_read_goes_to_review() -> None:
    result = read(PLAIN.replace("500.00", "5OO.0.0"))
    assert result.decision == "review"


def test_a_holding_without_a_price_is_not_proved() -> None:
    result = read(PLAIN.replace("| 12.5 | 40.00 |", "| 12.5 | |"))
    assert (result.decision, codes(result)) == ("review", ["unproved"])
    assert result.issues[0].holding == 1


def test_a_brokerage_statement_without_a_table_of_holdings_goes_to_review() -> None:
    result = read(MOVED, "Portfolio of securities: shares, funds, bonds. Market value by units and price.\n")
    assert (result.document.kind, result.decision) == ("brokerage_statement", "review")
    assert "no_holdings" in codes(result)


LOTS = """
Description | Quantity | Price | Market value | Cost basis
Alderwick Motors Inc | 100 | 25.50 | 2,550.00 | 2,000.00
01/05/2020 | 60 | 25.50 | 1,530.00 | 1,200.00
03/07/2021 | 40 | 25.50 | 1,020.00 | 800.00
Brindle Foods Co | 12.5 | 40.00 | 500.00 | 450.00
Total | | | 3,050.00 | 2,450.00
"""


def test_lots_are_held_against_their_holding_and_are_none_themselves() -> None:
    stops = (40, -200, -260, -340, -430)
    good = read(LOTS, stops=stops)
    assert (good.decision, [h.name for h in held(good)]) == ("accepted", ["Alderwick Motors Inc", "Brindle Foods Co"])
    wrong = read(LOTS.replace("| 60 |", "| 50 |"), stops=stops)
    assert wrong.decision == "review"


def test_two_tables_side_by_side_go_to_review() -> None:
    table = """
Description | Quantity | Price | Value | Description | Quantity | Price | Value
Alder Inc | 100 | 25.50 | 2,550.00 | Cedar Fund | 10 | 20.00 | 200.00
Birch Ltd | 10 | 40.00 | 400.00 | Dorn Fund | 5 | 10.00 | 50.00
Total | | | 2,950.00 | Total | | | 250.00
"""
    result = read(table, stops=(40, -150, -200, -260, 320, -440, -500, -560))
    assert (result.decision, codes(result)) == ("review", ["incomplete"])


def test_two_accounts_have_their_own_holdings() -> None:
    table = PLAIN.replace("100 | 25.50 | 2,550.00", "80 | 25.50 | 2,040.00").replace("3,050.00", "2,540.00")
    second = TOP.replace("4411-0192", "4411-0777") + table
    result = parsed(TOP + PLAIN, second, stops=STOPS)
    assert [(a.account_number, str(a.portfolio_value)) for a in result.accounts] == [
        ("4411-0192", "3050.00"),
        ("4411-0777", "2540.00"),
    ]
    assert result.decision == "accepted"


def test_json_of_bank_accounts_says_nothing_of_holdings() -> None:
    bank = parsed(
        "Example Bank\nAccount number 12345678\nCurrency USD\nOpening balance 100.00\nClosing balance 90.00\n"
        "Date | Description | Money out | Money in | Balance\n02/01/2025 | Rent | 10.00 | | 90.00\n"
    )
    account = bank.model_dump(mode="json")["accounts"][0]
    assert not {"holdings", "portfolio_value"} & set(account)
    assert "trade" not in account["transactions"][0]
    assert {"holdings", "portfolio_value"} <= set(read(HELD).model_dump(mode="json")["accounts"][0])


def test_pages_of_holdings_are_not_cut_off_as_letters_or_terms() -> None:
    """What does not prove its holdings is not accepted for the cash that stands on the next page."""
    wrong = HELD.replace("25.50 |", "25.60 |")
    for texts in ((TOP + wrong, TOP + MOVED), (TOP + MOVED, TOP + wrong), (TOP + wrong, MOVED)):
        result = parsed(*texts, stops=STOPS)
        assert result.decision == "review", texts


def test_places_of_holdings_are_those_of_the_file() -> None:
    table = PLAIN.replace("100 | 25.50 | 2,550.00", "80 | 25.50 | 2,040.00").replace("3,050.00", "2,540.00")
    result = parsed(TOP + PLAIN, TOP.replace("4411-0192", "4411-0777") + table, stops=STOPS)
    second = result.accounts[1].holdings[0]
    assert (second.provenance.page, {place.page for place in second.fields.values()}) == (2, {2})


def test_a_statement_of_holdings_that_is_in_the_file_twice_goes_to_review() -> None:
    result = parsed(TOP + PLAIN, TOP + PLAIN, stops=STOPS)
    assert (result.decision, "duplicate_row" in codes(result)) == ("review", True)


def test_a_value_that_is_painted_over_goes_to_review() -> None:
    text = "\n".join((TOP, HELD))
    box = held(read(HELD))[0].fields["value"].bbox
    changed = replace(page(text, STOPS), traces=(Trace("covered", "1,550.00", box),))
    result = parse([changed], SOURCE, "key")
    assert (result.decision, codes(result)) == ("review", ["tamper_signal"])
    assert "'2,550.00' is painted over '1,550.00'" in result.issues[0].message


def test_a_first_movement_whose_sum_looks_like_a_day_is_no_part_of_the_head() -> None:
    head = "Date | Description | Quantity | Price | Amount"
    rows = "01/03/2025 | Funds received | | | 9.12\n01/21/2025 | Account fee | | | -10.12"
    cash = "Opening cash balance January 1, 2025 | | | | 400.00\nClosing cash balance January 31, 2025 | | | | 399.00"
    result = read(HELD, "\nActivity", cash, head, rows)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [str(t.amount) for t in result.accounts[0].transactions] == ["9.12", "-10.12"]


CORE = """
Account summary
Beginning account value | | | | 600.00
Ending account value | | | | 399.00
Holdings
Core account | | Quantity | Price | Market value
EXAMPLE CASH RESERVES | | 399.000 | 1.00 | 399.00

Deposits
Date | Description | | | Amount
01/10/2025 | Direct deposit | | | 9.00
Total deposits | | | | 9.00

Withdrawals
Date | Description | | | Amount
01/03/2025 | Bill payment | | | -200.00
01/21/2025 | Account fee | | | -10.00
Total withdrawals | | | | -210.00
"""


def test_the_value_of_an_account_that_holds_nothing_but_cash_is_its_cash() -> None:
    result = read(CORE)
    account = result.accounts[0]
    assert (result.decision, codes(result)) == ("accepted", [])
    assert (account.opening_balance, account.closing_balance) == (Decimal("600.00"), Decimal("399.00"))
    assert [str(t.amount) for t in account.transactions] == ["9.00", "-200.00", "-10.00"]


@pytest.mark.parametrize(
    ("printed", "other"), [("| 600.00", "| 601.00"), ("01/21/2025 | Account fee | | | -10.00\n", "")]
)
def test_the_value_of_an_account_in_cash_that_its_rows_do_not_make_goes_to_review(printed: str, other: str) -> None:
    assert read(CORE.replace(printed, other)).decision == "review"
