"""A statement with one thing changed -> what the engine makes of it, against what the printed evidence says."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extraction.pipeline import Source, parse
from schemas.result import ExtractionResult, Issue
from tests.agreement import wrong_rows
from tests.generator.cells import Line

from .base import SETTINGS, Base, Printed
from .change import Change, around
from .evidence import contradictions
from .mutators import Named

SOURCE = Source("input.pdf", "0" * 64, "application/pdf")
Fate = Literal["killed", "repaired", "unsaid", "survived"]
"""Not accepted; accepted with the rows of the unchanged statement, and something is said for the record, or nothing;
accepted with other rows or ends."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one changed statement.

    `reasons`: what contradicts itself on the pages; empty where the evidence does not decide the change. `points`:
    whether an issue lies on the changed row or on one beside it; None where that is not asked (not killed, or no row
    was changed). `wrong`: how the rows differ from the truth, where they were accepted.
    """

    layout: str
    seed: int
    mutator: str
    reasons: tuple[str, ...]
    fate: Fate
    points: bool | None
    wrong: tuple[str, ...]

    @property
    def decided(self) -> bool:
        return bool(self.reasons)

    @property
    def silent(self) -> bool:
        """Whether it is a silent error: accepted otherwise than the document proves."""
        return self.decided and self.fate == "survived"


def understood(printed: Printed) -> ExtractionResult:
    """Printed statement -> what the engine makes of it."""
    return parse(printed.pages, SOURCE, SETTINGS.account_secret)


def faults(one: Base, result: ExtractionResult) -> tuple[str, ...]:
    """Statement, a result -> every row and every end in it that is not the statement's.

    Recorded repairs count as made. The order of the rows is not looked at: it is the printed one, and no figure.
    """
    wrong = [text for text in wrong_rows(_repaired(result), one.truth) if text != "wrong order"]
    for account, truth in zip(result.accounts, one.truth["accounts"], strict=False):
        for name, found in (("opening", account.opening_balance), ("closing", account.closing_balance)):
            told = truth[f"{name}_balance"]
            if None not in (found, told) and found != Decimal(told):
                wrong.append(f"{name} {found} instead of {told}")
    return tuple(wrong)


def _repaired(result: ExtractionResult) -> ExtractionResult:
    """Result -> the same with each repaired balance in the place of the printed one."""
    accounts = list(result.accounts)
    for repair in result.repairs:
        assert repair.field == "balance"
        account = accounts[repair.account]
        rows = list(account.transactions)
        rows[repair.row] = rows[repair.row].model_copy(update={"balance": Decimal(repair.repaired)})
        accounts[repair.account] = account.model_copy(update={"transactions": tuple(rows)})
    return result.model_copy(update={"accounts": tuple(accounts)})


def trial(one: Base, mutator: Named) -> Trial | None:
    """Statement, mutator -> what became of the change; None: there is nothing that can be changed like this."""
    change = mutator.on(one)
    if change is None:
        return None
    printed = change.made(one)
    result = understood(printed)
    wrong = faults(one, result) if result.decision == "accepted" else ()
    if mutator.text and result.decision == "accepted" and not wrong:
        wrong = ("another description",) * (_texts(result) != _texts(understood(one.printed)))
    fate = _fate(result, wrong)
    points = _points(printed.lines, change, result.issues) if fate == "killed" else None
    reasons = tuple(sorted(contradictions(printed.evidence)))
    return Trial(one.layout, one.seed, mutator.name, reasons, fate, points, wrong)


def _texts(result: ExtractionResult) -> list[list[str]]:
    return [[row.description for row in account.transactions] for account in result.accounts]


def _fate(result: ExtractionResult, wrong: Sequence[str]) -> Fate:
    if result.decision != "accepted":
        return "killed"
    if wrong:
        return "survived"
    return "repaired" if result.repairs else "unsaid"


def _points(lines: Sequence[Line], change: Change, issues: Sequence[Issue]) -> bool | None:
    """Changed lines, change, issues -> whether an error lies on the changed row or one beside it."""
    if change.first is None or change.last is None:
        return None
    near = list(around(lines, change.first, change.last))
    return any(
        issue.page == line.page and line.top <= (issue.bbox[1] + issue.bbox[3]) / 2 <= line.bottom
        for issue in issues
        if issue.severity == "error" and issue.bbox is not None
        for line in near
    )


def unchanged(one: Base) -> tuple[ExtractionResult, tuple[str, ...]]:
    """Statement -> what the engine makes of it as it is, and what is wrong with that."""
    result = understood(one.printed)
    return result, faults(one, result)
