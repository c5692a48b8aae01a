"""What is told of a document, and what never is."""

from datetime import date

import pytest

from flows.bucket import Blob
from flows.reading import Outcome
from flows.summary import exit_code, summary
from schemas.result import ExtractionResult, Issue, IssueCode, Proof
from schemas.statement import Holding
from tests.results import NUMBER, account, provenance, result, transaction

BLOB = Blob("gs://b/2025/a.pdf", "2025/a.pdf", 1)


def outcome(found: ExtractionResult) -> Outcome:
    return Outcome(BLOB, found, seconds=1.5)


def test_an_accepted_document_is_told_by_account() -> None:
    one, two = account(transaction(1, date(2025, 1, 2), "1")), account(account_number=None, period_start=None)
    proofs = (
        Proof(check="running_balance", status="holds", detail="", account=0),
        Proof(check="closing_balance", status="fails", detail="", account=1),
        Proof(check="total_debits", status="not_applicable", detail="", account=0),
        Proof(check="page_totals", status="holds", detail=""),
    )
    told = summary(outcome(result("a", one, two, proofs=proofs)), "loaded")
    assert (told.name, told.decision, told.kind, told.loading) == ("2025/a.pdf", "accepted", "bank_statement", "loaded")
    assert (told.seconds, told.reason, told.page) == (1.5, None, None)
    first, second = told.accounts
    assert (first.number, first.rows, first.period) == ("****3000", 1, (date(2025, 1, 1), date(2025, 1, 31)))
    assert (first.held, first.failed) == (("running balance", "page totals"), ())
    assert (second.number, second.rows, second.held, second.failed) == (None, 0, (), ("closing balance",))


def test_holdings_are_counted() -> None:
    one = Holding(name="Alder Inc", provenance=provenance("Alder Inc"))
    told = summary(outcome(result("a", account(holdings=(one, one)))), "loaded")
    assert (told.accounts[0].rows, told.accounts[0].holdings) == (0, 2)


def test_the_first_error_is_the_reason_and_hides_the_account_number() -> None:
    issues = (
        Issue(code=IssueCode.CURRENCY_ASSUMED, severity="info", message="taken as USD"),
        Issue(code=IssueCode.UNPROVED, severity="error", message=f"Nothing proves {NUMBER}.", page=3),
        Issue(code=IssueCode.INCOMPLETE, severity="error", message="later", page=4),
    )
    told = summary(outcome(result("a", issues=issues, decision="review")), "loaded")
    assert (told.reason, told.page) == ("Nothing proves ****3000.", 3)


def test_without_an_issue_the_failed_proof_is_the_reason() -> None:
    proof = Proof(check="closing_balance", status="fails", detail=f"{NUMBER}: 1 is not 2", account=0)
    assert summary(outcome(result("a", proofs=(proof,), decision="review")), "loaded").reason == "****3000: 1 is not 2"
    assert "nothing that proves" in (summary(outcome(result("a", decision="review")), "loaded").reason or "")


def test_an_error_is_told_as_it_is() -> None:
    told = summary(Outcome(BLOB, error="It is gone.", trace="KeyError\n"), "none")
    assert (told.decision, told.reason, told.trace, told.accounts) == ("error", "It is gone.", "KeyError\n", ())


@pytest.mark.parametrize(
    ("decisions", "code"),
    [
        ((), 0),
        (("accepted", "accepted"), 0),
        (("accepted", "review"), 3),
        (("review", "rejected", "accepted"), 4),
        (("rejected", "error", "review"), 1),
    ],
)
def test_the_exit_code_says_the_worst(decisions: tuple[str, ...], code: int) -> None:
    outcomes = [
        Outcome(BLOB, error="gone") if decision == "error" else outcome(result("a", decision=decision))
        for decision in decisions
    ]
    assert exit_code(summary(one, "loaded") for one in outcomes) == code
