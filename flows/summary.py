"""Outcomes -> what may be told of them to anybody: account numbers are masked, texts are the document's reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from extraction.text.mask import masked_number, masker
from flows.reading import Outcome
from schemas.result import ExtractionResult, Issue, Proof

Loading = Literal["loaded", "already", "copy", "none"]
"""Its rows were loaded now, were there before, are those of another file with the same bytes; or there is no result."""

_SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Told:
    """One account of a document: `rows`, `holdings`: how many; `held`, `failed`: the names of its checks."""

    number: str | None
    currency: str | None
    period: tuple[date | None, date | None]
    rows: int
    held: tuple[str, ...]
    failed: tuple[str, ...]
    holdings: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """One document: what it is, what was proved, what became of it and, where it is not accepted, why and where.

    `decision` is error where there is no result; `trace` says where an error came from that nobody foresaw.
    """

    name: str
    decision: str
    seconds: float
    loading: Loading = "none"
    kind: str | None = None
    accounts: tuple[Told, ...] = ()
    reason: str | None = None
    page: int | None = None
    trace: str | None = None


def summary(outcome: Outcome, loading: Loading) -> Summary:
    """Outcome and what became of its rows -> its summary."""
    result = outcome.result
    if result is None:
        return Summary(outcome.blob.name, "error", outcome.seconds, reason=outcome.error, trace=outcome.trace)
    reason, page = _reason(result) if result.decision != "accepted" else (None, None)
    return Summary(
        outcome.blob.name,
        result.decision,
        outcome.seconds,
        loading,
        result.document.kind,
        tuple(_told(result, index) for index in range(len(result.accounts))),
        reason,
        page,
    )


def exit_code(summaries: Iterable[Summary]) -> int:
    """Documents -> 1 where there is no result for one, else 4 (one is rejected), else 3 (one is in review), else 0."""
    decisions = {summary.decision for summary in summaries}
    codes = {"error": 1, "rejected": 4, "review": 3}
    return next((code for decision, code in codes.items() if decision in decisions), 0)


def _told(result: ExtractionResult, index: int) -> Told:
    account = result.accounts[index]
    proofs = [proof for proof in result.proofs if proof.account == index or (proof.account is None and index == 0)]
    return Told(
        masked_number(account.account_number),
        account.currency,
        (account.period_start, account.period_end),
        len(account.transactions),
        _checks(proofs, "holds"),
        _checks(proofs, "fails"),
        len(account.holdings),
    )


def _checks(proofs: Iterable[Proof], status: str) -> tuple[str, ...]:
    """Proofs -> the names of those with a status, in words, each once."""
    return tuple(dict.fromkeys(proof.check.replace("_", " ") for proof in proofs if proof.status == status))


def _reason(result: ExtractionResult) -> tuple[str, int | None]:
    """A result that is not accepted -> its most severe first issue or first failed proof, and the page."""
    mask = masker(account.account_number for account in result.accounts)
    ranked: list[Issue] = sorted(result.issues, key=lambda issue: _SEVERITIES.index(issue.severity))
    if ranked:
        return mask(ranked[0].message), ranked[0].page
    failed = next((proof.detail for proof in result.proofs if proof.status == "fails"), None)
    return mask(failed or "The document says nothing that proves its rows."), None
