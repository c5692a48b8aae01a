"""What is said of one account beside its values: proofs, errors, the decision. The words that classes are made of."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from schemas.provenance import Provenance
from schemas.result import Decision, Issue, IssueCode, Proof

Path = tuple[str, ...]
"""A class of values, from the coarse to the fine: name, state of the account, what proves it, how it was read, …"""
Key = tuple[int | None, int | None, str]
"""Place of the account and of the row or the holding in it, both from 0 (None: of the document, of the account), name
of the value, which tells what it is of: those of holdings and of trades have names of their own."""

SURE, DOUBTFUL = 0.9, 0.6
"""What the reader measured: from the first on it is mostly right, below the second it is often wrong."""
SUMS = ("running_balance", "closing_balance", "total_credits", "total_debits", "daily_balances", "card_summary",
        "count_credits", "count_debits")  # fmt: skip
"""Checks that prove the rows of an account, each by another figure."""
HELD = ("holding_values", "holdings_total", "holding_shares", "holding_gains", "positions", "trade_amounts")
"""Checks that prove the holdings of an account, and what its rows say of securities."""
UNPROVED = frozenset({IssueCode.UNPROVED, IssueCode.AMBIGUOUS, IssueCode.INCOMPLETE})


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one account: its place from 0, its proofs, its errors, the decision on the document, whether its
    currency is assumed."""

    place: int
    proofs: tuple[Proof, ...]
    errors: tuple[Issue, ...]
    decision: Decision
    assumed: bool

    @property
    def state(self) -> str:
        """The state of the rows."""
        return self.state_by(SUMS)

    def state_by(self, checks: Collection[str]) -> str:
        """Checks -> accepted; else contradicted (a proof by one of them fails), unproved (nothing says that they are
        right and all) or undecided (what holds the document back is not about its figures)."""
        if self.decision == "accepted":
            return "accepted"
        if any(proof.status == "fails" and proof.check in checks for proof in self.proofs):
            return "contradicted"
        return "unproved" if UNPROVED & {issue.code for issue in self.errors} else "undecided"

    @property
    def proved(self) -> str:
        """By how many figures of their own the rows are proved."""
        return f"proofs_{min(sum(proof.status == 'holds' and proof.check in SUMS for proof in self.proofs), 3)}"

    def status(self, *checks: str) -> str:
        """Checks -> the worst status of their proofs, "none" where there is none."""
        told = {proof.status for proof in self.proofs if proof.check in checks}
        return next((status for status in ("fails", "holds", "not_applicable") if status in told), "none")


def said(place: int, proofs: Sequence[Proof], issues: Sequence[Issue], decision: Decision) -> Said:
    """Place of an account, what is said of the document -> what of it is about the account."""
    return Said(
        place,
        tuple(proof for proof in proofs if proof.account in (None, place)),
        tuple(issue for issue in issues if issue.severity == "error" and issue.account in (None, place)),
        decision,
        any(issue.code is IssueCode.CURRENCY_ASSUMED for issue in issues),
    )


def reader(place: Provenance) -> str:
    """How a value was read, and how sure the reader is of it."""
    if place.method != "ocr":
        return "text"
    sure = place.reader_confidence or 0.0
    return "ocr_sure" if sure >= SURE else "ocr_fair" if sure >= DOUBTFUL else "ocr_doubtful"
