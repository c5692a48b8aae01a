"""The JSON of a result: which fields it has, how money is written, and that nothing is lost on the way back."""

import json
from decimal import Decimal
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from schemas.result import Decision, ExtractionResult, IssueCode, Kind, ProofStatus, Severity, Verdict
from schemas.statement import Account, Transaction
from tests.pages import parsed
from tests.results import account, provenance, result, transaction

PAGE = """
Example Bank
Account statement
Account number: 12345678
Statement period: 1 March 2024 to 31 March 2024
Opening balance | | | | 1,100.00
Closing balance | | | | 1,095.51

Date | Details | Paid out | Paid in | Balance
02 Mar | Tea | 3.50 | | 1,096.50
03 Mar | Rent | 1.00 | | 1,095.50
"""
FIELDS = {
    "": {"document", "institution", "accounts", "report", "proofs", "issues", "verdict", "decision"},
    "document": {"filename", "sha256", "media_type", "pages", "kind"},
    "accounts": {"account_number", "account_key", "currency", "period_start", "period_end", "opening_balance",
                 "closing_balance", "transactions"},
    "transactions": {"date", "value_date", "description", "amount", "balance", "provenance"},
    "proofs": {"check", "status", "detail"},
    "issues": {"code", "severity", "message", "page", "bbox"},
}  # fmt: skip
"""The promised fields; there may be more."""


def told() -> dict[str, Any]:
    """A document that has everything, as JSON values."""
    values: dict[str, Any] = json.loads(parsed(PAGE).model_dump_json())
    return values


def test_every_promised_field_is_there() -> None:
    values = told()
    assert set(values) >= FIELDS[""]
    assert set(values["document"]) >= FIELDS["document"]
    (one,) = values["accounts"]
    assert set(one) >= FIELDS["accounts"]
    assert all(set(row) >= FIELDS["transactions"] for row in one["transactions"]) and one["transactions"]
    assert all(set(proof) >= FIELDS["proofs"] for proof in values["proofs"]) and values["proofs"]
    assert all(set(issue) >= FIELDS["issues"] for issue in values["issues"]) and values["issues"]


def test_a_rejected_document_has_every_field_too() -> None:
    values = json.loads(parsed("").model_dump_json())
    assert set(values) >= FIELDS[""]
    assert (values["accounts"], values["report"], values["proofs"], values["decision"]) == ([], None, [], "rejected")


def test_amounts_and_balances_are_decimal_strings() -> None:
    (one,) = told()["accounts"]
    assert (one["opening_balance"], one["closing_balance"]) == ("1100.00", "1095.51")
    assert [(row["amount"], row["balance"]) for row in one["transactions"]] == [
        ("-3.50", "1096.50"),
        ("-1.00", "1095.50"),
    ]
    mismatch = next(issue for issue in told()["issues"] if issue["difference"])
    assert (mismatch["expected"], mismatch["found"], mismatch["difference"]) == ("1095.50", "1095.51", "0.01")


@pytest.mark.parametrize("amount", ["0.01", "-1234567890123456789012345678.99", "1E+3", "0.000000001"])
def test_money_is_exact_and_never_in_powers_of_ten(amount: str) -> None:
    row = transaction(1, None, amount)
    written = json.loads(row.model_dump_json())["amount"]
    assert isinstance(written, str) and "E" not in written
    assert Decimal(written) == Decimal(amount)


def test_dates_are_iso_dates() -> None:
    (one,) = told()["accounts"]
    assert (one["period_start"], one["period_end"]) == ("2024-03-01", "2024-03-31")
    assert [row["date"] for row in one["transactions"]] == ["2024-03-02", "2024-03-03"]


def test_a_place_is_a_page_and_four_numbers() -> None:
    (one,) = told()["accounts"]
    place = one["transactions"][0]["provenance"]
    assert place["page"] == 1 and len(place["bbox"]) == 4
    assert all(isinstance(number, float) for number in place["bbox"])


def test_what_is_written_is_read_back_the_same() -> None:
    for one in (parsed(PAGE), parsed(""), result()):
        assert ExtractionResult.model_validate_json(one.model_dump_json()) == one


def test_the_words_of_the_closed_lists() -> None:
    assert set(get_args(Kind)) == {
        "bank_statement",
        "credit_card_statement",
        "brokerage_statement",
        "loan_statement",
        "financial_report",
        "other",
    }
    assert set(get_args(Verdict)) == {"verified", "discrepancy", "unverifiable"}
    assert set(get_args(Decision)) == {"accepted", "review", "rejected"}
    assert set(get_args(Severity)) == {"error", "warning", "info"}
    assert set(get_args(ProofStatus)) == {"holds", "fails", "not_applicable"}
    assert all(code == code.lower() and " " not in code for code in IssueCode)


@pytest.mark.parametrize("change", [{"decision": "perhaps"}, {"verdict": ""}, {"colour": "red"}, {"accounts": None}])
def test_a_word_or_a_field_that_is_not_in_the_list_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ExtractionResult.model_validate({**json.loads(result().model_dump_json()), **change})


def test_a_result_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        result().decision = "rejected"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        account().currency = "USD"  # type: ignore[misc]


def test_what_is_not_known_is_null() -> None:
    row = Transaction(
        transaction_id="t1",
        date=None,
        description="",
        amount=Decimal("1.00"),
        sign_from="sign",
        provenance=provenance("1.00"),
    )
    one = Account(
        account_number=None,
        account_key="key",
        currency=None,
        period_start=None,
        period_end=None,
        opening_balance=None,
        closing_balance=None,
        transactions=(row,),
    )
    values = json.loads(one.model_dump_json())
    assert {name for name, value in values.items() if value is None} >= FIELDS["accounts"] - {
        "account_key",
        "transactions",
    }
    assert values["transactions"][0]["balance"] is None
