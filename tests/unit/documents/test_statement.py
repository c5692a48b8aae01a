"""Whole statements made by hand: pages -> what is said of them."""

from dataclasses import replace

import pytest

from extraction.pipeline import parse
from tests.pages import SOURCE, codes, page, pages, parsed, told, top_of

TOP = """
Example Bank
Account statement
Account number: 12345678
All amounts in EUR
Statement period: 1 March 2024 to 31 March 2024
"""
ENDS = "Opening balance | | | | 100.00\nClosing balance | | | | 95.50\n"
HEAD = "Date | Details | Paid out | Paid in | Balance"
ROWS = "02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Wage | | 9.00 | 105.50\n04 Mar | Rent | 10.00 | | 95.50"
PROVED = [("2024-03-02", "-3.50", "96.50"), ("2024-03-03", "9.00", "105.50"), ("2024-03-04", "-10.00", "95.50")]
UNBALANCED = [(day, amount, None) for day, amount, _ in PROVED]
ONE = (40, 110, -450, -540)


def accepted(
    *texts: str, stops: tuple[float, ...] = (40, 110, -360, -450, -540)
) -> list[list[tuple[str, str, str | None]]]:
    """A text for each page -> the rows of each account; the document has to be accepted without an error."""
    result = parsed(*texts, stops=stops)
    assert (result.decision, codes(result)) == ("accepted", [])
    return [told(account) for account in result.accounts]


def test_a_plain_statement() -> None:
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}")
    (account,) = result.accounts
    assert (result.decision, result.document.kind, result.institution) == ("accepted", "bank_statement", "Example Bank")
    assert (account.account_number, account.currency) == ("12345678", "EUR")
    assert (str(account.period_start), str(account.period_end)) == ("2024-03-01", "2024-03-31")
    assert (str(account.opening_balance), str(account.closing_balance)) == ("100.00", "95.50")
    assert told(account) == PROVED
    assert [t.description for t in account.transactions] == ["Tea", "Wage", "Rent"]


def test_the_same_pages_give_the_same_result() -> None:
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}"
    assert parsed(text).model_dump_json() == parsed(text).model_dump_json()


def test_the_order_in_which_words_were_drawn_does_not_matter() -> None:
    one = page(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}")
    turned = replace(one, words=one.words[::-1])
    assert parse([one], SOURCE, "key") == parse([turned], SOURCE, "key")


def test_every_value_says_where_it_was_printed() -> None:
    (account,) = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}").accounts
    first = account.transactions[0]
    assert first.provenance.raw == "02 Mar Tea 3.50 96.50"
    assert {name: field.raw for name, field in first.fields.items()} == {
        "date": "02 Mar",
        "amount": "3.50",
        "sign": "3.50",
        "balance": "96.50",
        "description": "Tea",
    }
    assert account.fields["opening_balance"].raw == "100.00"
    assert account.fields["account_number"].raw == "12345678"


def test_the_key_of_an_account_depends_on_its_number_and_on_the_secret_alone() -> None:
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}"

    def key(text: str, secret: str = "key") -> str:
        return parse(pages(text), SOURCE, secret).accounts[0].account_key

    assert key(text) == key(text.replace("12345678", "1234-5678"))
    assert key(text) != key(text.replace("12345678", "12345679"))
    assert key(text) != key(text, "another")
    assert "12345678" not in key(text)


def test_balances_brought_and_carried_forward_are_no_rows() -> None:
    tea, *others = ROWS.splitlines()
    rows = "\n".join(others)
    first = f"{TOP}\n{HEAD}\n01 Mar | Balance brought forward | | | 100.00\n{tea}\n | Balance c/f | | | 96.50"
    second = f"{HEAD}\n | Balance b/f | | | 96.50\n{rows}\n31 Mar | Closing balance | | | 95.50"
    assert accepted(first, second) == [PROVED]


def test_one_row_over_two_pages() -> None:
    first = f"{TOP}{ENDS}\n{HEAD}\n02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Wage"
    second = f"{HEAD}\n | of February | | 9.00 | 105.50\n04 Mar | Rent | 10.00 | | 95.50"
    result = parsed(first, second)
    assert (result.decision, told(result.accounts[0])) == ("accepted", PROVED)
    assert result.accounts[0].transactions[1].description == "Wage of February"


def test_a_date_printed_once_for_the_rows_of_a_day() -> None:
    rows = "02 Mar | Tea | 3.50 | | 96.50\n | Wage | | 9.00 | 105.50\n04 Mar | Rent | 10.00 | | 95.50"
    assert [day for day, _, _ in accepted(f"{TOP}{ENDS}\n{HEAD}\n{rows}")[0]] == [
        "2024-03-02",
        "2024-03-02",
        "2024-03-04",
    ]


def test_a_date_on_a_line_of_its_own_heads_the_rows_of_a_day() -> None:
    rows = "02 Mar\n | Tea | 3.50 | | 96.50\n\n03 Mar\n | Wage | | 9.00 | 105.50\n\n04 Mar\n | Rent | 10.00 | | 95.50"
    assert accepted(f"{TOP}{ENDS}\n{HEAD}\n{rows}") == [PROVED]


def test_the_newest_row_first_keeps_the_printed_order() -> None:
    rows = "\n".join(reversed(ROWS.splitlines()))
    assert accepted(f"{TOP}{ENDS}\n{HEAD}\n{rows}") == [PROVED[::-1]]


def test_sections_say_the_sign() -> None:
    text = f"""{TOP}{ENDS}
Date | Details | | | Amount
Deposits and other credits

03 Mar | Wage | | | 9.00

Withdrawals and other debits

02 Mar | Tea | | | 3.50
04 Mar | Rent | | | 10.00
"""
    assert accepted(text) == [[UNBALANCED[1], UNBALANCED[0], UNBALANCED[2]]]


@pytest.mark.parametrize(("total", "decision"), [("13.50", "accepted"), ("12.50", "review")])
def test_a_total_may_count_the_sections_that_follow_each_other(total: str, decision: str) -> None:
    """Checks are counted apart."""
    text = f"""{TOP}{ENDS.replace("95.50", "88.50")}
Date | Details | | | Amount
Checks

02 Mar | 1001 | | | 7.00

ATM and purchases

02 Mar | Tea | | | 3.50

Other withdrawals

04 Mar | Rent | | | 10.00

Total withdrawals | | | | {total}

Deposits

03 Mar | Wage | | | 9.00
"""
    assert parsed(text).decision == decision


@pytest.mark.parametrize(
    "rows",
    [
        ("3.50 DR", "9.00 CR", "10.00 DR"),
        ("-3.50", "9.00", "-10.00"),
        ("3.50-", "9.00+", "10.00-"),
        ("(3.50)", "9.00", "(10.00)"),
        ("−3.50", "+9.00", "−10.00"),
    ],
)
def test_one_column_of_signed_amounts(rows: tuple[str, str, str]) -> None:
    lines = zip(("02 Mar | Tea", "03 Mar | Wage", "04 Mar | Rent"), rows, strict=True)
    text = "\n".join(f"{line} | | | {amount}" for line, amount in lines)
    assert accepted(f"{TOP}{ENDS}\nDate | Details | | | Amount\n{text}") == [UNBALANCED]


def test_cr_and_dr_in_a_column_of_their_own() -> None:
    stops = (40, 110, -360, 390, -540)
    ends = "Opening balance | | | | 100.00\nClosing balance | | | | 95.50\n"
    rows = "02 Mar | Tea | 3.50 | DR\n03 Mar | Wage | 9.00 | CR\n04 Mar | Rent | 10.00 | DR"
    assert accepted(f"{TOP}{ends}\nDate | Details | Amount | DR/CR\n{rows}", stops=stops) == [UNBALANCED]


def test_a_column_named_value_holds_the_amounts() -> None:
    rows = "02 Mar | Tea | | | -3.50\n03 Mar | Wage | | | 9.00\n04 Mar | Rent | | | -10.00"
    assert accepted(f"{TOP}{ENDS}\nDate | Details | | | Value\n{rows}") == [UNBALANCED]


def test_the_balance_of_the_day_stands_on_its_last_row_only() -> None:
    rows = "02 Mar | Tea | 3.50\n02 Mar | Wage | | 9.00 | 105.50\n04 Mar | Rent | 10.00 | | 95.50"
    assert accepted(f"{TOP}{ENDS}\n{HEAD}\n{rows}") == [
        [("2024-03-02", "-3.50", None), ("2024-03-02", "9.00", "105.50"), ("2024-03-04", "-10.00", "95.50")]
    ]


def test_amounts_with_a_decimal_comma() -> None:
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}".replace(".50", ",50").replace(".00", ",00")
    assert accepted(text) == [PROVED]


def test_checks_three_abreast() -> None:
    stops = (40, 90, -200, 230, 280, -390, 420, 470, -580)
    text = f"""{TOP}
Opening balance | | | | | | | | 100.00
Closing balance | | | | | | | | 40.00

Checks paid
Check | Date | Amount | Check | Date | Amount | Check | Date | Amount
101 | 02 Mar | 10.00 | 102 | 03 Mar | 20.00 | 103 | 04 Mar | 30.00
"""
    result = parsed(text, stops=stops)
    assert [told(account) for account in result.accounts] == [
        [("2024-03-02", "-10.00", None), ("2024-03-03", "-20.00", None), ("2024-03-04", "-30.00", None)]
    ]
    assert result.decision == "accepted"


def test_a_period_over_new_year() -> None:
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}".replace(
        "1 March 2024 to 31 March 2024", "15 December 2023 to 14 January 2024"
    )
    text = text.replace("02 Mar", "28 Dec").replace("03 Mar", "31 Dec").replace("04 Mar", "02 Jan")
    assert [day for day, _, _ in accepted(text)[0]] == ["2023-12-28", "2023-12-31", "2024-01-02"]


def test_day_and_month_that_may_be_swapped_are_an_issue() -> None:
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}".replace("Statement period: 1 March 2024 to 31 March 2024\n", "")
    text = text.replace("All amounts in EUR\n", "").replace("02 Mar", "02/03/2024").replace("03 Mar", "04/05/2024")
    result = parsed(text.replace("04 Mar", "06/07/2024"), stops=(40, 110, -360, -450, -540))
    assert result.decision == "review"
    assert "date_undecided" in codes(result)


def test_a_row_without_a_year_that_nothing_decides_is_an_issue_of_its_row() -> None:
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}".replace("Statement period: 1 March 2024 to 31 March 2024\n", ""))
    assert result.decision == "review"
    assert codes(result) == ["date_undecided"] * 3
    assert result.accounts[0].transactions[0].date is None


def test_dates_that_no_single_order_allows_are_an_issue_of_the_row() -> None:
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}".replace("02 Mar", "03/13/2024").replace("03 Mar", "14/03/2024"))
    assert result.decision == "review" and "date_impossible" in codes(result)
    assert "is no day of the calendar" in next(i.message for i in result.issues if i.severity == "error")


def test_a_date_that_no_calendar_has_leaves_its_row_out_and_the_balance_says_so() -> None:
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}".replace("03 Mar", "31 Feb"))
    assert (result.decision, codes(result)) == ("review", ["balance_mismatch", "incomplete"])
    assert [issue.difference for issue in result.issues if issue.severity == "error"] == ["9.00", None]


def test_the_29th_of_february_of_another_year_is_an_issue_of_its_row() -> None:
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}".replace("1 March 2024 to 31 March 2024", "1 February 2023 to 31 March 2023")
    result = parsed(text.replace("02 Mar", "29 Feb"))
    assert (result.decision, codes(result)) == ("review", ["date_undecided"])
    assert [issue.row for issue in result.issues if issue.severity == "error"] == [0]


def test_a_date_far_outside_the_period_is_an_issue_of_its_row() -> None:
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}".replace("03 Mar", "03 Jun 2024"))
    assert (result.decision, codes(result)) == ("review", ["date_outside_period"])


def test_a_date_read_with_doubt_is_an_issue_of_its_row() -> None:
    one = page(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}")
    doubtful = [replace(w, method="ocr", confidence=0.3 if (w.text, w.x0) == ("03", 40) else 0.95) for w in one.words]
    result = parse([replace(one, words=tuple(doubtful), source="ocr")], SOURCE, "key")
    assert (result.decision, codes(result)) == ("review", ["low_confidence"])
    assert [issue.row for issue in result.issues if issue.severity == "error"] == [1]


def test_a_form_that_prints_a_placeholder_for_its_dates_has_no_dates() -> None:
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}"
    for day in ("02 Mar", "03 Mar", "04 Mar"):
        text = text.replace(day, "mm/dd/yyyy")
    result = parsed(text)
    assert [t.date for t in result.accounts[0].transactions] == [None] * 3
    assert "date_placeholder" in codes(result, "info")


def test_no_transactions_as_printed_is_accepted_where_the_balance_did_not_move() -> None:
    still = "Opening balance | | | | 100.00\nClosing balance | | | | 100.00\n"
    assert accepted(f"{TOP}{still}\nNo transactions in this period") == [[]]


def test_no_transactions_but_another_balance_goes_to_review() -> None:
    result = parsed(f"{TOP}{ENDS}\nNo transactions in this period")
    assert (result.decision, codes(result)) == ("review", ["no_transactions"])


def test_no_transactions_and_nothing_said_of_it_goes_to_review() -> None:
    still = "Opening balance | | | | 100.00\nClosing balance | | | | 100.00\n"
    result = parsed(f"{TOP}{still}")
    assert (result.decision, codes(result)) == ("review", ["no_transactions"])


SECOND = """
Account number: 87654321
Opening balance | | | | 50.00
Closing balance | | | | 45.00

Date | Details | Paid out | Paid in | Balance
05 Mar | Fee | 5.00 | | 45.00
"""


def test_two_accounts_are_told_apart_by_the_numbers_above_their_tables() -> None:
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}\n\n{SECOND}")
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [a.account_number for a in result.accounts] == ["12345678", "87654321"]
    assert [told(a) for a in result.accounts] == [PROVED, [("2024-03-05", "-5.00", "45.00")]]
    assert [str(a.closing_balance) for a in result.accounts] == ["95.50", "45.00"]
    assert {proof.account for proof in result.proofs} == {0, 1}


def test_a_wrong_second_account_holds_the_document_back_and_is_named() -> None:
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}\n\n{SECOND.replace('45.00', '44.00')}")
    assert result.decision == "review"
    assert {issue.account for issue in result.issues if issue.severity == "error"} == {1}


CARD = """
Example Bank
Credit card statement
Card number: XXXX XXXX XXXX 1234
All amounts in USD
Statement period: March 1, 2024 to March 31, 2024
Credit limit | | | 5,000.00
Minimum payment due | | | 35.00
Previous balance | | | {0}
New balance | | | {1}

Date | Description | | Amount
03/02 | SHOP | | {2}
03/03 | PAYMENT, THANK YOU | | {3}
03/04 | INTEREST CHARGE | | {4}
"""


@pytest.mark.parametrize(
    "figures",
    [
        ("100.00", "104.50", "12.50", "-9.00", "1.00"),
        ("100.00", "104.50", "12.50", "9.00 CR", "1.00"),
        ("-100.00", "-104.50", "-12.50", "9.00", "-1.00"),
        ("100.00", "104.50", "-12.50", "9.00", "-1.00"),
    ],
)
def test_a_debt_on_a_card_is_negative_however_it_is_printed(figures: tuple[str, ...]) -> None:
    result = parsed(CARD.format(*figures), stops=ONE)
    assert (result.decision, result.document.kind) == ("accepted", "credit_card_statement")
    (account,) = result.accounts
    assert (str(account.opening_balance), str(account.closing_balance)) == ("-100.00", "-104.50")
    assert [str(t.amount) for t in account.transactions] == ["-12.50", "9.00", "-1.00"]


def test_a_card_in_credit_is_positive() -> None:
    result = parsed(CARD.format("100.00", "95.50 CR", "12.50", "-209.00", "1.00"), stops=ONE)
    (account,) = result.accounts
    assert result.decision == "accepted"
    assert (str(account.opening_balance), str(account.closing_balance)) == ("-100.00", "95.50")


SUMMARY = """Previous balance | | | 100.00
Payments and credits | | | 9.00
Purchases | | | 12.50
Interest charged | | | {0}
"""


def test_the_summary_of_a_card_is_proved_and_contradicted() -> None:
    text = CARD.replace("Previous balance | | | {0}\n", "").format("", "104.50", "12.50", "-9.00", "1.00")
    right = text.replace("New balance", f"{SUMMARY.format('1.00')}New balance")
    wrong = text.replace("New balance", f"{SUMMARY.format('2.00')}New balance")
    assert parsed(right, stops=ONE).decision == "accepted"
    held = parsed(wrong, stops=ONE)
    assert held.decision == "review"
    assert "total_mismatch" in codes(held)


def test_pages_without_words_are_rejected() -> None:
    result = parsed("", "")
    assert (result.decision, codes(result), result.document.pages) == ("rejected", ["no_text"], 2)


def test_a_document_that_is_no_statement_is_rejected_without_rows() -> None:
    result = parsed("Dear Sir\nthank you for your visit on 3 March 2024\nYours sincerely")
    assert (result.decision, codes(result), result.accounts) == ("rejected", ["not_a_statement"], ())


def test_a_brokerage_statement_without_holdings_goes_to_review() -> None:
    text = "Example Brokerage\nPortfolio\nSecurities\nMarket value\nShares\nDividends\nUnit price\nNet asset value"
    result = parsed(text)
    assert (result.decision, result.document.kind) == ("review", "brokerage_statement")
    assert "no_holdings" in codes(result)


def test_a_watermark_is_no_part_of_a_row() -> None:
    one = page(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}")
    mark = replace(one.words[0], text="COPY", x0=120.0, top=200.0, x1=400.0, bottom=320.0, turn=315)
    result = parse([replace(one, words=(*one.words, mark))], SOURCE, "key")
    assert told(result.accounts[0]) == PROVED


def test_a_row_without_a_date_is_an_issue_where_every_other_row_prints_its_own() -> None:
    """Two rows of one day both print it, so dates are not printed once for a day: a third one was lost."""
    rows = "02 Mar | Tea | 3.50 | | 96.50\n02 Mar | Wage | | 9.00 | 105.50\n | Rent | 10.00 | | 95.50"
    assert parsed(f"{TOP}{ENDS}\n{HEAD}\n{rows}").decision == "review"


def test_a_statement_whose_last_page_is_missing_is_not_accepted() -> None:
    """A balance carried forward ends a statement where the page has room for more rows, or says that it is the last."""
    rows = "\n".join(ROWS.splitlines()[:2])
    text = f"{TOP}\n{HEAD}\n01 Mar | Balance brought forward | | | 100.00\n{rows}\n | Balance c/f | | | 105.50"
    full = [page(text, height=top_of(text, "| Balance c/f") + 60)]
    assert codes(parse(full, SOURCE, "key")) == ["incomplete"]
    assert parsed(text).decision == "accepted"
    last = f"{text}\n\nPage 1 of 1"
    assert parse([page(last, height=top_of(last, "Page") + 40)], SOURCE, "key").decision == "accepted"
    assert parsed(text.replace("Balance c/f", "Balance carried to next page")).decision == "review"


def test_a_file_that_ends_before_its_last_numbered_page_is_not_accepted() -> None:
    """All rows of the account are proved; what the missing page tells, nobody knows: perhaps another account."""
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}\n\n\nPage 1 of 2"
    assert codes(parsed(text)) == ["incomplete"]
    assert parsed(text.replace("1 of 2", "1 of 1")).decision == "accepted"


def test_a_lone_payment_on_a_card_is_money_in_or_ambiguous() -> None:
    text = """
Example Banque
Relevé de votre carte
Carte n°: 9655 4676 0984 2120
Montants en EUR
Relevé du 15/01/2020 au 13/02/2020
Paiement minimum | | | 0.00
Solde précédent | | | 122.97
Paiements et crédits | | | -834.51
Achats | | | +0.00
Nouveau solde | | | 711.54-

Date | Nature des opérations | | Montant
04/02/2020 | PAIEMENT MERCI | | 834.51-
"""
    result = parsed(text, stops=ONE)
    amounts = [str(t.amount) for account in result.accounts for t in account.transactions]
    assert result.decision == "review" or amounts == ["834.51"]


def test_the_summary_of_a_card_without_payments_is_contradicted_too() -> None:
    summary = "Payments and credits | | | 0.00\nPurchases | | | 23.50\nNew balance"
    text = CARD.replace("03/03 | PAYMENT, THANK YOU | | {3}\n", "").replace("New balance", summary)
    result = parsed(text.format("100.00", "113.50", "12.50", "", "1.00"), stops=ONE)
    assert result.decision == "review"
    assert "total_mismatch" in codes(result)


def test_a_day_whose_date_stands_above_a_page_break_keeps_it() -> None:
    first = f"{TOP}{ENDS}\n{HEAD}\n02 Mar\n | Tea | 3.50 | | 96.50\n03 Mar\n | Balance carried forward | | | 96.50"
    second = (
        f"{HEAD}\n | Balance brought forward | | | 96.50\n | Wage | | 9.00 | 105.50\n04 Mar\n | Rent | 10.00 | | 95.50"
    )
    assert accepted(first, second) == [PROVED]


def test_pending_rows_below_sections_are_no_rows_of_zero() -> None:
    text = f"""{TOP}{ENDS}
Date | Details | | | Amount
Deposits and other credits

03 Mar | Wage | | | 9.00

Withdrawals and other debits

02 Mar | Tea | | | 3.50
04 Mar | Rent | | | 10.00

Pending transactions

05 Mar | Hotel | | | 50.00
"""
    assert accepted(text) == [[UNBALANCED[1], UNBALANCED[0], UNBALANCED[2]]]


def test_a_table_of_fees_below_the_rows_makes_no_row_of_zero() -> None:
    stops = (40, 110, -280, -360, -450, -540)
    rows = ROWS.replace("Tea |", "Tea | |").replace("Wage |", "Wage | |").replace("Rent |", "Rent | |")
    lines = ("Overdraft fee | | 0.00 | 30.01", "Returned item fee | | 0.00 | 0.00")
    fees = "\n".join(("Fees this period", " | | This period | This year", *lines))
    text = f"{TOP}{ENDS.replace('| | | |', '| | | | |')}\n{HEAD.replace('Details |', 'Details | |')}\n{rows}\n\n{fees}"
    assert accepted(text, stops=stops) == [PROVED]


def test_a_bank_that_only_the_repeated_head_of_the_pages_names() -> None:
    second = f"Example Bank\n\n{HEAD}\n05 Mar | Gift | | 4.50 | 100.00"
    result = parsed(f"{TOP}\n{HEAD}\n{ROWS}", second)
    assert result.institution == "Example Bank"
    assert [told(account) for account in result.accounts] == [[*PROVED, ("2024-03-05", "4.50", "100.00")]]


def test_a_blocked_balance_of_nothing_is_no_row() -> None:
    rows = ROWS.replace("03 Mar", "02 Mar | Saldo bloqueado anterior | 0.00 | |\n03 Mar")
    assert accepted(f"{TOP}{ENDS}\n{HEAD}\n{rows}") == [PROVED]


def test_the_first_row_does_not_take_the_date_of_the_opening_balance() -> None:
    rows = "01 Mar | Opening balance | | | 100.00\n{} | Tea | 3.50 | | 96.50\n04 Mar | Rent | 10.00 | | 86.50\n"
    text = f"{TOP}\n{HEAD}\n{rows}31 Mar | Closing balance | | | 86.50"
    assert parsed(text.format("02 Mar")).decision == "accepted"
    result = parsed(text.format(""))
    assert (result.decision, codes(result)) == ("review", ["date_undecided"])
    assert [issue.row for issue in result.issues if issue.severity == "error"] == [0]


def test_the_first_row_has_the_day_of_the_balance_where_the_next_day_follows_below_it() -> None:
    """Each day is printed but once, as further rows show: between two days that follow each other lies no third."""
    rows = """01 Mar | Opening balance | | | 100.00
 | Tea | 3.50
 | Wage | | 9.00 | 105.50
{} | Rent | 10.00
 | Gas | 1.00
 | Tea | 2.00 | | 92.50
31 Mar | Closing balance | | | 92.50"""
    text = f"{TOP}\n{HEAD}\n{rows}"
    (found,) = accepted(text.format("02 Mar"))
    assert [day for day, _, _ in found] == ["2024-03-01"] * 2 + ["2024-03-02"] * 3
    (found,) = accepted(text.format("03 Mar"))  # on the first day of the period
    assert [day for day, _, _ in found] == ["2024-03-01"] * 2 + ["2024-03-03"] * 3
    whole = page(text.format("03 Mar"))
    read = replace(whole, words=tuple(replace(word, method="ocr", confidence=0.99) for word in whole.words))
    assert codes(parse([read], SOURCE, "key")) == ["date_undecided"]  # the reader may have missed a date
    later, alone = text.format("03 Mar"), text.format("02 Mar").replace(" | Gas", "05 Mar | Gas")
    later = later.replace("1 March 2024 to", "29 February 2024 to")
    twice = text.format("02 Mar").replace(" | Gas", "02 Mar | Gas").replace(" | Tea | 2.00", "02 Mar | Tea | 2.00")
    for held in (later, alone, twice):
        result = parsed(held)
        assert (result.decision, {*codes(result)}) == ("review", {"date_undecided"})
        assert 0 in [issue.row for issue in result.issues if issue.severity == "error"]
