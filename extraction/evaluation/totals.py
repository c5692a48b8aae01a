"""Scores of documents -> totals, and all of it as JSON. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extraction.evaluation.calibration import Calibration, Reliability, calibration
from extraction.evaluation.fields import FieldTally, tallies
from extraction.evaluation.lines import Line, Miss
from extraction.evaluation.score import AccountScore, DocumentScore
from extraction.evaluation.tally import Tally


@dataclass(frozen=True, slots=True)
class Problem:
    """A truth that could not be used, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Totals:
    """All documents together. `fully_correct` and `rows_exact` are of statements: documents whose truth has accounts.

    `accepted`: accepted with exact rows, of those that may be accepted. `decisions`: (expected, made) -> documents.
    `silent`, `unsafe`: the names of those that are.
    """

    documents: int
    fully_correct: Tally
    rows_exact: Tally
    precision: Tally
    recall: Tally
    texts: Tally
    balances: Tally
    holdings: Tally
    fields: Mapping[str, FieldTally]
    wrong: Mapping[str, int]
    decisions: Mapping[tuple[str, str], int]
    as_expected: Tally
    accepted: Tally
    silent: tuple[str, ...]
    unsafe: tuple[str, ...]
    calibration: Calibration


def totals(scores: Sequence[DocumentScore]) -> Totals:
    """Scores of documents -> totals."""
    statements = [one for one in scores if one.statement]
    accounts = [account for one in scores for account in one.accounts]
    right = sum(account.right for account in accounts)
    return Totals(
        documents=len(scores),
        fully_correct=Tally.count(one.fully_correct for one in statements),
        rows_exact=Tally.count(one.rows_exact for one in statements),
        precision=Tally(right, sum(account.found for account in accounts)),
        recall=Tally(right, sum(account.told for account in accounts)),
        texts=sum((account.texts for account in accounts), Tally()),
        balances=sum((account.balances for account in accounts), Tally()),
        holdings=_holdings(accounts),
        fields=tallies(field for one in scores for field in one.fields),
        wrong=Counter(miss.kind for account in accounts for miss in account.misses),
        decisions=Counter((one.expect, one.decision) for one in scores),
        as_expected=Tally.count(one.as_expected for one in scores),
        accepted=Tally.count(one.decision == "accepted" and one.rows_exact for one in scores if one.expect == "accept"),
        silent=tuple(one.name for one in scores if one.silent_error),
        unsafe=tuple(one.name for one in scores if one.unsafe_accept),
        calibration=calibration([value for one in scores for value in one.values]),
    )


def as_json(scores: Sequence[DocumentScore], problems: Sequence[Problem]) -> dict[str, Any]:
    """Scores, truths that could not be used -> JSON values; shares are {"right", "of", "share"}, amounts are text."""
    found = totals(scores)
    return {
        "documents": [_document(one) for one in scores],
        "totals": {
            "documents": found.documents,
            "statements_fully_correct": _tally(found.fully_correct),
            "statements_rows_exact": _tally(found.rows_exact),
            "rows_precision": _tally(found.precision),
            "rows_recall": _tally(found.recall),
            "texts": _tally(found.texts),
            "balances": _tally(found.balances),
            "holdings": _tally(found.holdings),
            "fields": {name: _field(tally) for name, tally in found.fields.items()},
            "wrong_rows": dict(found.wrong),
            "decisions": [
                {"expected": expected, "made": made, "documents": count}
                for (expected, made), count in sorted(found.decisions.items())
            ],
            "decisions_as_expected": _tally(found.as_expected),
            "rightly_accepted": _tally(found.accepted),
            "silent_errors": list(found.silent),
            "unsafe_accepts": list(found.unsafe),
        },
        "confidences": _calibration(found.calibration),
        "problems": [{"truth": problem.name, "reason": problem.reason} for problem in problems],
    }


def _document(one: DocumentScore) -> dict[str, Any]:
    return {
        "name": one.name,
        "expected": one.expect,
        "decision": one.decision,
        "statement": one.statement,
        "fully_correct": one.fully_correct,
        "wrong": list(one.wrong),
        "rows_exact": one.rows_exact,
        "silent_error": one.silent_error,
        "unsafe_accept": one.unsafe_accept,
        "fields": {name: _tally(tally.whole) for name, tally in tallies(one.fields).items()},
        "accounts": [
            {
                "rows": {"right": account.right, "told": account.told, "found": account.found},
                "texts": _tally(account.texts),
                "balances": _tally(account.balances),
                "holdings": _tally(_holdings([account])),
                "wrong_rows": [_miss(miss) for miss in account.misses],
            }
            for account in one.accounts
        ],
    }


def _holdings(accounts: Sequence[AccountScore]) -> Tally:
    """Holdings that are right, of those that there are."""
    scores = [account.holdings for account in accounts if account.holdings]
    return sum((Tally(one.right, one.told) for one in scores), Tally())


def _field(one: FieldTally) -> dict[str, Any]:
    return {**_tally(one.whole), "precision": _tally(one.precision), "recall": _tally(one.recall)}


def _miss(miss: Miss) -> dict[str, Any]:
    return {"wrong": miss.kind, "told": _line(miss.told), "found": _line(miss.found)}


def _line(line: Line | None) -> dict[str, Any] | None:
    """Row -> its date and amount: a text could hold account numbers."""
    if line is None:
        return None
    return {"date": line.date.isoformat() if line.date else None, "amount": f"{line.amount:f}"}


def _calibration(found: Calibration) -> dict[str, Any]:
    kinds = {name: _reliability(one) for name, one in found.kinds.items()}
    return {**_reliability(found.whole), "kinds": kinds, "not_stated": _tally(found.not_stated)}


def _reliability(found: Reliability) -> dict[str, Any]:
    bins = [
        {"from": one.low, "to": one.high, "mean_confidence": round(one.confidence, 4), **_tally(one.tally)}
        for one in found.bins
    ]
    mean, error = (None if value is None else round(value, 4) for value in (found.confidence, found.error))
    return {**_tally(found.tally), "mean_confidence": mean, "expected_calibration_error": error, "bins": bins}


def _tally(tally: Tally) -> dict[str, Any]:
    return {"right": tally.right, "of": tally.of, "share": None if tally.share is None else round(tally.share, 4)}
