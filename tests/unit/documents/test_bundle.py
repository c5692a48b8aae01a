"""Files that hold several statements: each is proved by itself, or the file goes to review."""

import pytest

from extraction.pipeline import parse
from schemas.result import ExtractionResult
from tests.pages import SOURCE, codes, pages, parsed, told
from tests.statement_pages import APRIL, HEAD, MARCH, april, statement

MARCH_ROWS = [("2024-03-02", "-3.50", "96.50"), ("2024-03-03", "9.00", "105.50"), ("2024-03-04", "-10.00", "95.50")]
APRIL_ROWS = [("2024-04-02", "-5.50", "90.00"), ("2024-04-09", "9.00", "99.00")]
LETTER = "Example Bank\nDear customer,\nthank you for your message. Your branch is open from Monday to Friday."


def accounts(result: ExtractionResult) -> list[tuple[str | None, str, list[tuple[str, str, str | None]]]]:
    """Number, end of the period and rows of each account; the file has to be accepted."""
    assert (result.decision, codes(result)) == ("accepted", [])
    return [(a.account_number, str(a.period_end), told(a)) for a in result.accounts]


def test_two_months_of_one_account() -> None:
    result = parsed(statement(foot="Page 1 of 1"), april(foot="Page 1 of 1"))
    assert accounts(result) == [("12345678", "2024-03-31", MARCH_ROWS), ("12345678", "2024-04-30", APRIL_ROWS)]
    first, second = result.accounts
    assert first.account_key == second.account_key
    assert (str(second.opening_balance), str(second.closing_balance)) == ("95.50", "99.00")
    assert "several_statements" in codes(result, "info")
    assert [p.status for p in result.proofs if p.check == "statements_follow"] == ["holds"]


def test_two_months_without_page_numbers() -> None:
    assert [end for _, end, _ in accounts(parsed(statement(), april()))] == ["2024-03-31", "2024-04-30"]


def test_statements_of_two_banks_have_their_own_institution() -> None:
    result = parsed(statement(), april(bank="Other Savings Bank", number="87654321"))
    assert [(n, end) for n, end, _ in accounts(result)] == [("12345678", "2024-03-31"), ("87654321", "2024-04-30")]
    assert [a.institution for a in result.accounts] == ["Example Bank", "Other Savings Bank"]
    assert result.institution == "Example Bank"


def test_an_account_and_a_card_have_their_own_kind() -> None:
    card = f"""
Other Savings Bank
Credit card statement
Card number: XXXX XXXX XXXX 1234
All amounts in EUR
Statement period: 1 April 2024 to 30 April 2024
Credit limit | | | | 5,000.00
Minimum payment due | | | | 35.00
Previous balance | | | | 100.00
New balance | | | | 103.50

{HEAD.replace("Paid out", "").replace("Paid in", "Amount").replace("Balance", "")}
02 Apr | SHOP | | 12.50
03 Apr | PAYMENT, THANK YOU | | -9.00
"""
    result = parsed(statement(), card)
    assert [end for _, end, _ in accounts(result)] == ["2024-03-31", "2024-04-30"]
    assert [a.kind for a in result.accounts] == ["bank_statement", "credit_card_statement"]
    assert [str(t.amount) for t in result.accounts[1].transactions] == ["-12.50", "9.00"]


CARDS = """
Example Bank
{0}
Card number: XXXX XXXX XXXX {1}
All amounts in EUR
Statement period: 1 April 2024 to 30 April 2024
{2}
Previous balance | | | | 100.00
New balance | | | | 103.50

Date | Details | | Amount
02 Apr | SHOP | | 12.50
03 Apr | PAYMENT, THANK YOU | | -9.00
"""
TERMS = "Credit limit | | | | 5,000.00\nMinimum payment due | | | | 35.00"


def test_the_page_of_a_second_card_is_of_a_card_though_it_does_not_say_so() -> None:
    second = CARDS.format("", "5678", "").replace("12.50", "22.75").replace("103.50", "113.75")
    result = parsed(CARDS.format("Credit card statement", "1234", TERMS), second)
    assert (result.decision, codes(result)) == ("accepted", [])
    amounts = [[str(t.amount) for t in account.transactions] for account in result.accounts]
    assert amounts == [["-12.50", "9.00"], ["-22.75", "9.00"]]


def test_a_part_with_the_number_of_a_card_that_does_not_say_what_it_is_is_told_by_its_rows() -> None:
    """They are proved mirrored as well: where they say nothing either, it goes to review."""
    first = CARDS.format("Credit card statement", "1234", TERMS) + "\nPage 1 of 1"
    second = CARDS.format("", "5678", "").replace("April", "May") + "\nPage 1 of 1"
    result = parsed(first, second)
    assert (result.decision, result.accounts[1].kind) == ("accepted", "credit_card_statement")
    assert [str(row.amount) for row in result.accounts[1].transactions] == ["-12.50", "9.00"]
    result = parsed(first, second.replace("PAYMENT, THANK YOU", "MAYFIELD"))
    assert (result.decision, "ambiguous" in codes(result)) == ("review", True)


def test_another_decimal_mark_is_read_by_itself() -> None:
    comma = april(number="87654321").translate(str.maketrans(".,", ",."))
    assert [rows for _, _, rows in accounts(parsed(statement(), comma))] == [MARCH_ROWS, APRIL_ROWS]


def test_each_statement_may_have_several_pages() -> None:
    tail = "05 Mar | Rent | 1.00 | | 94.50"
    first = statement(ends=("100.00", "94.50"), foot="Page 1 of 2")
    rest = f"{HEAD}\n{tail}\n\nPage 2 of 2"
    result = parsed(first, rest, april(foot="Page 1 of 1"))
    assert result.decision == "accepted"
    assert [len(a.transactions) for a in result.accounts] == [4, 2]


def test_places_are_those_of_the_file() -> None:
    result = parsed(statement(), april(foot="Page 1 of 1"))
    second = result.accounts[1]
    assert {row.provenance.page for row in second.transactions} == {2}
    assert {place.page for row in second.transactions for place in row.fields.values()} == {2}
    assert {place.page for place in second.fields.values()} == {2}
    assert {proof.account for proof in result.proofs} == {0, 1}


def test_a_wrong_statement_holds_the_file_back_and_is_named() -> None:
    result = parsed(statement(), april().replace("| 90.00", "| 80.10"))
    assert result.decision == "review"
    wrong = [issue for issue in result.issues if issue.severity == "error"]
    assert {(issue.account, issue.page) for issue in wrong} == {(1, 2)}
    assert told(result.accounts[0]) == MARCH_ROWS


def test_the_same_statement_twice_goes_to_review() -> None:
    result = parsed(statement(foot="Page 1 of 1"), april(), statement(foot="Page 1 of 1"))
    assert result.decision == "review"
    assert set(codes(result)) == {"duplicate_row"}
    assert {issue.page for issue in result.issues if issue.severity == "error"} == {3}


def test_a_statement_without_rows_twice_goes_to_review() -> None:
    still = statement(rows=("No transactions in this period",), ends=("50.00", "50.00"), foot="Page 1 of 1")
    assert set(codes(parsed(still, still))) == {"duplicate_row"}


def test_rows_that_two_statements_share_go_to_review_with_identities_of_their_own() -> None:
    over = statement(month="April", rows=(MARCH[2], *APRIL), ends=("105.50", "99.00"))
    result = parsed(statement(), over.replace("1 April 2024 to", "4 March 2024 to"))
    assert codes(result) == ["duplicate_row"]
    ids = [row.transaction_id for account in result.accounts for row in account.transactions]
    assert len(set(ids)) == len(ids) == 6


def test_identities_do_not_depend_on_the_file() -> None:
    alone = parsed(april(foot="Page 1 of 1")).accounts[0]
    bundled = parsed(statement(), april(foot="Page 1 of 1")).accounts[1]
    assert [row.transaction_id for row in bundled.transactions] == [row.transaction_id for row in alone.transactions]


def test_accounts_without_a_number_are_not_one() -> None:
    bare = [text.replace("Account number: 12345678\n", "") for text in (statement(), april(foot="Page 1 of 1"))]
    first, second = parsed(*bare).accounts
    assert (first.account_number, second.account_number) == (None, None)
    assert first.account_key != second.account_key


def test_a_missing_page_of_one_of_them_is_found() -> None:
    second = april(foot="Page 2 of 2")
    result = parsed(statement(foot="Page 1 of 1"), second)
    assert (result.decision, codes(result)) == ("review", ["incomplete"])
    assert next(issue.page for issue in result.issues if issue.severity == "error") == 2


def test_a_month_that_is_not_in_the_file_is_told() -> None:
    may = statement(month="May", rows=("02 May | Tea | 1.00 | | 49.00",), ends=("50.00", "49.00"))
    result = parsed(statement(), may)
    assert result.decision == "accepted"
    assert "statements_apart" in codes(result, "info")


def test_neighbours_that_do_not_follow_are_told() -> None:
    other = statement(month="April", rows=("02 Apr | Books | 5.50 | | 44.50",), ends=("50.00", "44.50"))
    result = parsed(statement(), other)
    assert (result.decision, codes(result, "warning")) == ("accepted", ["statements_apart"])


def test_neighbours_that_do_not_follow_where_no_closing_balance_is_printed_go_to_review() -> None:
    """Rows may be missing at the end of the first one: nothing else would tell."""
    open_end = statement().replace("Closing balance | | | | 95.50\n", "")
    other = statement(month="April", rows=("02 Apr | Books | 5.50 | | 44.50",), ends=("50.00", "44.50"))
    assert codes(parsed(open_end, other)) == ["statements_apart"]


def test_terms_that_are_numbered_anew_are_no_statement() -> None:
    terms = "Terms and conditions\nThe bank may change these terms at any time.\n\nPage 1 of 2"
    more = "The fee for a replacement card is 12.00 a year.\n\nPage 2 of 2"
    result = parsed(statement(foot="Page 1 of 1"), terms, more)
    assert [rows for _, _, rows in accounts(result)] == [MARCH_ROWS]
    assert codes(result, "info") == []


def test_a_letter_before_the_statement_is_none() -> None:
    assert [rows for _, _, rows in accounts(parsed(LETTER, statement(foot="Page 1 of 1")))] == [MARCH_ROWS]


def test_rows_that_end_in_marks_before_the_statement_are_not_passed_over() -> None:
    rows = "14 Mar 2023 | Tea | 3.50 DR | | 96.50 CR\n15 Mar 2023 | Rent | 10.00 DR | | 86.50 CR\n\nPage 2 of 2"
    result = parsed(rows, statement(foot="Page 1 of 1"))
    assert result.decision == "review"


def test_a_page_in_pieces_is_not_passed_over() -> None:
    pieces = "\n".join(" ".join(line.replace(" ", "")) for line in april().split("\n"))
    result = parsed(statement(foot="Page 1 of 1"), f"{pieces}\n\nPage 1 of 1")
    assert (result.decision, codes(result)) == ("review", ["incomplete"])


ITEMS = "Qty | Unit price | | | Amount\n1 | Chair | | | 90.00\nSubtotal | | | | 90.00\nVAT | | | | 18.00"
INVOICE = f"Invoice no. 4711\nBill to: Ann\n{ITEMS}\nTotal due | | | | 108.00\nPayment terms | 30 days"


@pytest.mark.parametrize("texts", [(INVOICE, statement()), (statement(foot="Page 1 of 1"), INVOICE)])
def test_an_invoice_does_not_hide_a_statement(texts: tuple[str, str]) -> None:
    result = parsed(*texts)
    assert result.decision != "rejected"
    assert [told(account) for account in result.accounts if account.transactions] == [MARCH_ROWS]


def test_a_part_that_is_no_statement_holds_the_file_back() -> None:
    items = "Qty | Unit price | | | Amount\n01 Apr | Chair | | | 90.00\nSubtotal | | | | 90.00\nVAT | | | | 18.00"
    invoice = f"Invoice no. 4711\nBill to: Ann\n{items}\nTotal due | | | | 108.00\n\nPage 1 of 1"
    result = parsed(statement(foot="Page 1 of 1"), invoice)
    assert result.decision == "review"
    assert "unsupported_kind" in codes(result)


@pytest.mark.parametrize("foot", ["", "Page 1 of 1"])
def test_a_statement_with_another_mark_that_cannot_be_proved_is_not_passed_over(foot: str) -> None:
    comma = april(number="87654321", foot=foot).translate(str.maketrans(".,", ",.")).replace("90,00", "80,10")
    result = parsed(statement(), comma)
    assert result.decision == "review"


def test_rows_under_another_mark_without_any_head_are_not_passed_over() -> None:
    rows = "\n".join(("02.05.2024 | Buch | 5,50 | | 90,00", "03.05.2024 | Lohn | | 9,00 | 99,00"))
    result = parsed(statement(), rows)
    assert (result.decision, codes(result)) == ("review", ["incomplete"])


def test_one_statement_over_two_pages_is_not_parted() -> None:
    """Its second page repeats its head, and the pages are numbered through."""
    top, _ = statement().split(HEAD)
    first = f"{top}{HEAD}\n{MARCH[0]}\n\nPage 1 of 2"
    second = f"Example Bank\nAccount number: 12345678\n{HEAD}\n{MARCH[1]}\n{MARCH[2]}\n\nPage 2 of 2"
    result = parsed(first, second)
    assert [r for _, _, r in accounts(result)] == [MARCH_ROWS]
    assert codes(result, "info") == []


def test_the_same_file_gives_the_same_result() -> None:
    one = pages(statement(), april())
    assert parse(one, SOURCE, "key") == parse(one, SOURCE, "key")
