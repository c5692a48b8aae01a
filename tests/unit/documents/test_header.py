"""What header fields prove and what stands against them, from whole pages."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extraction.pipeline import parse
from schemas.result import ExtractionResult, Proof
from tests.pages import SOURCE, STOPS, codes, pages, parsed

TOP = "Example Bank\nAccount number: 12345678\nStatement period: 1 March 2024 to 31 March 2024\n"
TABLE = """
Date | Details | Paid out | Paid in | Balance
02 Mar | Tea | 3.50 | | 96.50
03 Mar | Salary | | 9.00 | 105.50
04 Mar | Rent | 10.00 | | 95.50
"""
CARD = """Example Bank
Credit card statement
{number}
Statement period: 1 March 2024 to 31 March 2024
{facts}
Previous balance | | | | 100.00
Payments | | | | 50.00
Purchases | | | | 20.00
Fees charged | | | | 5.00
New balance | | | | 75.00

Date | Details | | | Amount
Payments
02 Mar | PAYMENT THANK YOU | | | 50.00
Purchases
03 Mar | Shop | | | 20.00
Fees charged
04 Mar | Late fee | | | 5.00
{total}
"""


def bank(text: str, sure: float | None = None, ends: str = "100.00 95.50") -> ExtractionResult:
    """Lines between the ends and the table -> what is said of the document; `sure`: as it is read off a picture."""
    opening, closing = ends.split()
    head = f"{TOP}Opening balance | | | | {opening}\nClosing balance | | | | {closing}\n"
    found = pages(f"{head}{text}\n{TABLE}", stops=STOPS)
    if sure is not None:
        found = [replace(p, words=tuple(replace(w, method="ocr", confidence=sure) for w in p.words)) for p in found]
    return parse(found, SOURCE, "key")


def card(facts: str = "", number: str = "Card number: XXXX XXXX XXXX 1111", total: str = "") -> ExtractionResult:
    return parsed(CARD.format(number=number, facts=facts, total=total), stops=STOPS)


def proof(result: ExtractionResult, check: str) -> Proof | None:
    found = [one for one in result.proofs if one.check == check]
    assert len(found) < 2
    return found[0] if found else None


def status(result: ExtractionResult, check: str) -> str | None:
    found = proof(result, check)
    return found.status if found else None


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("IBAN: DE89 3704 0044 0532 0130 00", "iban"),
        ("IBAN DE89370400440532013000 BIC COBADEFFXXX", "iban"),
        ("IBAN\nGB29 NWBK 6016 1331 9268 19", "iban"),
        ("All amounts in USD\nRouting number: 021000021", "routing_number"),
        ("All amounts in USD\nABA Routing/Transit No. | 121000248", "routing_number"),
        ("CLABE: 032180000118359719", "clabe"),
        ("Código cuenta cliente 2100 0418 45 0200051332", "spanish_account"),
        ("Rekeningnummer 41.71.64.300", "dutch_account"),
    ],
)
def test_right_check_digits_hold_and_a_changed_digit_fails(text: str, check: str) -> None:
    right = bank(text)
    assert (right.decision, status(right, check), codes(right, "warning")) == ("accepted", "holds", [])
    at = max(i for i, ch in enumerate(text.split(" BIC")[0]) if ch.isdigit())
    wrong = bank(f"{text[:at]}{(int(text[at]) + 1) % 10}{text[at + 1 :]}")
    assert (status(wrong, check), codes(wrong, "warning")) == ("fails", ["check_digits_wrong"])
    assert (wrong.decision, wrong.verdict) == ("accepted", "verified")


def test_a_number_of_a_scan_that_may_be_misread_holds_it_back() -> None:
    text = "IBAN: DE89 3704 0044 0532 0130 01"
    found = bank(text, 0.89)
    assert (codes(found), found.decision) == (["check_digits_wrong"], "review")
    (wrong,) = [issue for issue in found.issues if issue.code == "check_digits_wrong"]
    assert (wrong.page, wrong.account) == (1, 0) and wrong.bbox is not None
    assert "****3001" in wrong.message and "0532" not in wrong.message
    assert bank(f"{text[:-1]}0", 0.89).decision == "accepted"


def test_a_wrong_number_of_a_scan_that_was_read_for_sure_is_misprinted() -> None:
    found = bank("IBAN: DE89 3704 0044 0532 0130 01", 0.9)
    assert (codes(found), codes(found, "warning"), found.decision) == ([], ["check_digits_wrong"], "accepted")


@pytest.mark.parametrize(
    ("text", "check"),
    [("Sort code 12-34-56", "sort_code"), ("BSB: 062-000", "bsb")],
)
def test_numbers_without_check_digits_are_not_applicable(text: str, check: str) -> None:
    found = bank(text)
    assert (status(found, check), codes(found, "warning")) == ("not_applicable", [])


@pytest.mark.parametrize(
    "text",
    [
        "Reference DE89 3704 0044 0532 0130 01",  # no label says that it is an IBAN
        "IBAN: DE** **** **** **** **** 00",
        "IBAN: DE89 3704 0044",
        "Routing number: 123456789",  # not said to be American
        "Membership card number 4111 1111 1111 1112",
        "Rekeningnummer 41.71.64.3",
    ],
)
def test_what_is_not_certain_does_not_fail(text: str) -> None:
    assert [one.check for one in bank(text).proofs if one.status == "fails"] == []


def test_numbers_of_others_in_the_rows_are_not_looked_at() -> None:
    text = TABLE.replace("Rent", "IBAN DE89 3704 0044 0532 0130 01")
    head = f"{TOP}Opening balance | | | | 100.00\nClosing balance | | | | 95.50\n"
    assert status(parsed(f"{head}{text}", stops=STOPS), "iban") is None


def test_an_account_number_without_check_digits_says_so() -> None:
    found = proof(bank(""), "account_number")
    assert found is not None and (found.status, found.detail) == (
        "not_applicable",
        "no check digits are known of ****5678",
    )


def test_the_number_of_a_card_that_is_printed_whole() -> None:
    assert status(card(number="Card number: 4111 1111 1111 1111"), "account_number") == "holds"
    wrong = card(number="Card number: 4111 1111 1111 1112")
    assert (status(wrong, "account_number"), codes(wrong, "warning")) == ("fails", ["check_digits_wrong"])
    assert status(card(), "account_number") == "not_applicable"
    assert status(bank("Debit card number 4111 1111 1111 1111"), "card_number") == "holds"


def test_the_days_of_the_rows_lie_in_the_period() -> None:
    found = proof(bank(""), "dates_in_period")
    assert found is not None and (found.status, found.detail) == (
        "holds",
        "3 of 3 rows lie within 2024-03-01 to 2024-03-31",
    )
    late = parsed(f"{TOP}Opening balance | | | | 100.00\n{TABLE}06 Apr 2024 | Tea | 1.00 | | 94.50", stops=STOPS)
    text = proof(late, "dates_in_period")
    assert text is not None and text.status == "holds" and text.detail.startswith("3 of 4")
    far = parsed(f"{TOP}Opening balance | | | | 100.00\n{TABLE}06 Jun 2024 | Tea | 1.00 | | 94.50", stops=STOPS)
    assert status(far, "dates_in_period") == "fails" and far.decision == "review"


def test_a_statement_is_not_dated_before_its_period() -> None:
    assert status(bank("Statement date: 2 April 2024"), "statement_date") == "holds"
    wrong = bank("Statement date: 2 April 2023")
    assert (status(wrong, "statement_date"), codes(wrong, "warning")) == ("fails", ["field_mismatch"])
    assert wrong.accounts[0].statement_date is None and wrong.decision == "accepted"


def test_printed_numbers_of_movements_are_those_of_the_rows() -> None:
    right = bank("Total credits (1) | | | | 9.00\nTotal debits (2) | | | | 13.50")
    assert (status(right, "count_credits"), status(right, "count_debits")) == ("holds", "holds")
    wrong = bank("Total credits (1) | | | | 9.00\nTotal debits (3) | | | | 13.50")
    assert (status(wrong, "count_debits"), codes(wrong)) == ("fails", ["total_mismatch"])
    assert (wrong.decision, wrong.verdict) == ("review", "discrepancy")
    (found,) = [issue for issue in wrong.issues if issue.code == "total_mismatch"]
    assert (found.expected, found.found, found.difference) == ("2", "3", "1")


def test_the_table_may_have_its_own_line_of_totals() -> None:
    head = f"{TOP}Opening balance | | | | 100.00\nClosing balance | | | | 95.50\n"
    right = parsed(f"{head}{TABLE}Total | | 13.50 | 9.00 |", stops=STOPS)
    (account,) = right.accounts
    assert (account.total_credits, account.total_debits) == (Decimal("9.00"), Decimal("13.50"))
    assert account.fields["total_debits"].raw == "13.50"
    assert (status(right, "total_credits"), status(right, "total_debits")) == ("holds", "holds")
    other = parsed(f"{head}{TABLE}Total | | 13.60 | 9.00 |", stops=STOPS)
    assert other.accounts[0].total_debits is None and status(other, "total_debits") == "not_applicable"


def test_a_line_with_one_figure_is_no_total_of_a_side() -> None:
    head = f"{TOP}Opening balance | | | | 100.00\nClosing balance | | | | 95.50\n"
    (account,) = parsed(f"{head}{TABLE}Total | | 13.50 | |", stops=STOPS).accounts
    assert account.total_debits is None


def test_a_number_beside_another_total_is_of_other_rows() -> None:
    other = bank("Number of debits: 7")
    assert (status(other, "count_debits"), codes(other)) == ("not_applicable", [])


def test_rows_of_zero_may_be_counted_or_not() -> None:
    table = TABLE.replace("04 Mar |", "03 Mar | Fee | 0.00 | | 105.50\n04 Mar |")
    head = f"{TOP}Opening balance | | | | 100.00\nClosing balance | | | | 95.50\n"
    for count in (2, 3):
        found = parsed(f"{head}Total debits ({count}) | | | | 13.50\n{table}", stops=STOPS)
        assert status(found, "count_debits") == "holds", count


def test_fees_are_those_of_their_section() -> None:
    assert status(card(), "fees") == "holds"
    assert status(card(total="Total fees for this period | | | | 5.00"), "fees") == "holds"
    wrong = card(total="Total fees for this period | | | | 6.00")
    assert status(wrong, "fees") == "fails" and wrong.decision == "review"
    assert "total_mismatch" in codes(wrong)


def test_the_terms_of_a_card_fit_its_balance_and_its_dates() -> None:
    facts = "Minimum payment: 35.00\nPayment due date: 25 April 2024\n"
    facts += "Credit limit | | | | 500.00\nAvailable credit | | | | 425.00"
    found = card(facts)
    checks = ("minimum_payment", "payment_due_date", "available_credit")
    assert [status(found, check) for check in checks] == ["holds"] * 3
    assert (found.decision, codes(found, "warning")) == ("accepted", [])


@pytest.mark.parametrize(
    ("facts", "check"),
    [("Minimum payment: 75.01", "minimum_payment"), ("Payment due date: 25 March 2024", "payment_due_date")],
)
def test_a_term_that_cannot_be_is_said(facts: str, check: str) -> None:
    found = card(facts)
    assert (status(found, check), codes(found, "warning"), found.decision) == (
        "fails",
        ["field_mismatch"],
        "accepted",
    )


@pytest.mark.parametrize(("free", "told"), [("425.00", "holds"), ("400.00", "not_applicable")])
def test_credit_may_be_held_for_what_is_not_booked(free: str, told: str) -> None:
    found = card(f"Credit limit | | | | 500.00\nAvailable credit | | | | {free}")
    assert (status(found, "available_credit"), codes(found, "warning")) == (told, [])


def test_available_credit_may_be_printed_in_whole_units() -> None:
    text = CARD.replace("75.00", "75.40").replace("| 5.00", "| 5.40")
    facts = "Credit limit | | | | 500.00\nAvailable credit | | | | 424.00"
    found = parsed(text.format(number="Card number: XXXX 1111", facts=facts, total=""), stops=STOPS)
    assert found.accounts[0].closing_balance == Decimal("-75.40")
    assert status(found, "available_credit") == "holds"
