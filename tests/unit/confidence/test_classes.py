"""What is known of a value that tells how likely it is right."""

from datetime import date
from typing import Any

import pytest

from extraction.confidence.header import of_document, of_header
from extraction.confidence.rows import of_rows
from extraction.confidence.said import Path, Said, reader, said
from extraction.reconcile.grounds import Grounds
from schemas.provenance import Provenance
from schemas.result import Decision, Issue, IssueCode, Proof, ProofStatus
from schemas.statement import Account
from tests.results import account, provenance, transaction

PLAIN = Grounds("balances", "follows", "whole")


def proof(check: str, status: ProofStatus, place: int | None = 0) -> Proof:
    return Proof(check=check, status=status, detail="", account=place)


def error(code: IssueCode, row: int | None = None, place: int | None = 0) -> Issue:
    return Issue(code=code, severity="error", message="", account=place, row=row)


def about(*proofs: Proof, issues: tuple[Issue, ...] = (), decision: Decision = "accepted") -> Said:
    return said(0, proofs, issues, decision)


def rows(one: Account, *grounds: Grounds, told: Said | None = None) -> dict[tuple[int | None, str], Path]:
    found = of_rows(one, grounds or [PLAIN] * len(one.transactions), told or about())
    return {(row, name): path for (_, row, name), path in found}


def header(told: Said | None = None, **fields: Provenance) -> dict[str, Path]:
    return {name: path for (_, _, name), path in of_header(account(fields=fields), told or about())}


def read(confidence: float | None, raw: str = "1.00") -> Provenance:
    return Provenance(page=1, bbox=(0, 0, 1, 1), raw=raw, method="ocr", reader_confidence=confidence)


@pytest.mark.parametrize(
    ("confidence", "told"),
    [(0.95, "ocr_sure"), (0.9, "ocr_sure"), (0.7, "ocr_fair"), (0.59, "ocr_doubtful"), (None, "ocr_doubtful")],
)
def test_how_sure_the_reader_is(confidence: float | None, told: str) -> None:
    assert reader(read(confidence)) == told
    assert reader(provenance("1.00")) == "text"


@pytest.mark.parametrize(
    ("proofs", "issues", "decision", "state"),
    [
        ([], [], "accepted", "accepted"),
        ([proof("running_balance", "fails")], [], "review", "contradicted"),
        ([proof("running_balance", "fails", 1)], [], "review", "undecided"),
        ([proof("iban", "fails")], [], "review", "undecided"),
        ([], [error(IssueCode.UNPROVED)], "review", "unproved"),
        ([], [error(IssueCode.UNPROVED, place=1)], "review", "undecided"),
        ([], [error(IssueCode.INCOMPLETE, place=None)], "review", "unproved"),
        ([], [error(IssueCode.DATE_UNDECIDED)], "review", "undecided"),
    ],
)
def test_the_state_of_an_account(proofs: list[Proof], issues: list[Issue], decision: Decision, state: str) -> None:
    assert about(*proofs, issues=tuple(issues), decision=decision).state == state


def test_by_how_many_figures_rows_are_proved() -> None:
    checks = ("running_balance", "closing_balance", "total_credits", "total_debits", "iban")
    assert about(*(proof(check, "holds") for check in checks)).proved == "proofs_3"
    assert about(proof("closing_balance", "holds"), proof("iban", "holds")).proved == "proofs_1"
    assert about(proof("closing_balance", "not_applicable")).proved == "proofs_0"


def test_a_row_that_an_error_names_is_doubted() -> None:
    one = account(transaction(1, date(2025, 1, 2), "1.00"), transaction(2, date(2025, 1, 3), "1.00"))
    told = about(issues=(error(IssueCode.BALANCE_MISMATCH, row=1),), decision="review")
    found = rows(one, told=told)
    assert (found[0, "amount"][2], found[1, "amount"][2]) == ("not_doubted", "doubted")


def test_a_date_that_steps_back_alone_stands_out() -> None:
    days = (2, 3, 13, 4, 5)
    one = account(*(transaction(n, date(2025, 1, day), "1.00") for n, day in enumerate(days, 1)))
    steps = [path for (_, name), path in rows(one).items() if name == "date"]
    assert ["steps_back" in path for path in steps] == [False, False, True, False, False]
    back = account(*(transaction(n, date(2025, 1, 9 - day), "1.00") for n, day in enumerate((1, 2, 3), 1)))
    assert not any("steps_back" in path for path in rows(back).values())


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "inside"),
        ({"period_start": date(2025, 1, 5)}, "outside"),
        ({"period_start": None}, "no_period"),
    ],
)
def test_where_a_date_lies(changes: dict[str, Any], told: str) -> None:
    one = account(transaction(1, date(2025, 1, 2), "1.00"), **changes)
    assert told in rows(one)[0, "date"]


def test_one_date_of_two_may_be_the_other() -> None:
    two = {"date": provenance("2"), "value_date": provenance("3"), "amount": provenance("1.00")}
    one = account(transaction(1, date(2025, 1, 2), "1.00", value_date=date(2025, 1, 3), fields=two))
    assert "one_of_two" in rows(one)[0, "date"] and (0, "value_date") in rows(one)
    assert "alone" in rows(account(transaction(1, date(2025, 1, 2), "1.00")))[0, "date"]


def test_a_value_that_is_not_there_has_no_class() -> None:
    found = rows(account(transaction(1, None, "1.00")), Grounds("sum", "none", "none"))
    assert set(found) == {(0, "amount"), (0, "sign"), (0, "description"), (0, "row")}
    assert "no_day" in found[0, "row"]


def test_header_fields_have_the_status_of_their_proof() -> None:
    told = about(proof("account_number", "holds"), proof("closing_balance", "fails"), decision="review")
    found = header(told, account_number=provenance("DE89 3704 0044"), closing_balance=provenance("5.00"))
    assert found["account_number"] == ("account_number", "held_back", "text", "holds", "whole")
    assert found["closing_balance"] == ("closing_balance", "contradicted", "text", "fails", "none")


@pytest.mark.parametrize(
    ("raw", "told"), [("12345678", "whole"), ("XXXX 1234", "masked"), ("****1234", "masked"), ("002/2025", "short")]
)
def test_what_an_account_number_looks_like(raw: str, told: str) -> None:
    assert told in header(account_number=provenance(raw))["account_number"]


@pytest.mark.parametrize(
    ("raw", "told"),
    [("1 March 2024 to 31 March 2024", "prints_2"), ("31 March 2024", "prints_1"), ("3.053,27+", "prints_0")],
)
def test_how_many_dates_a_period_prints(raw: str, told: str) -> None:
    assert told in header(period=provenance(raw))["period"]


def test_a_bare_dollar_that_is_assumed() -> None:
    assumed = Issue(code=IssueCode.CURRENCY_ASSUMED, severity="info", message="")
    told = about(issues=(assumed,))
    assert header(told, currency=provenance("$"))["currency"][3:] == ("assumed", "dollar")
    assert header(currency=provenance("EUR"))["currency"][3:] == ("named", "other")


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("Harbour Bank", "Harbour Bank", ("bank", "words", "short")),
        ("Monzi", "Monzi", ("brand", "one_word", "short")),
        ("Example Money", "www.examplemoney.example", ("spelt_out", "words", "short")),
        ("Harbour Bank", "Harbour Bank is authorised and regulated by the authority", ("bank", "words", "long")),
    ],
)
def test_how_an_institution_is_named(name: str, raw: str, told: Path) -> None:
    ((_, path),) = of_document({"institution": provenance(raw)}, name, "accepted")
    assert path == ("institution", "accepted", "text", *told, "first_page")
