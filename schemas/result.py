"""What one extraction says: the document, its accounts, the proofs, the issues, the decision."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from schemas.provenance import BBox, Frozen, Provenance, is_none
from schemas.statement import Account
from schemas.statement import Kind as Kind

Verdict = Literal["verified", "discrepancy", "unverifiable"]
Decision = Literal["accepted", "review", "rejected"]
Severity = Literal["error", "warning", "info"]
ProofStatus = Literal["holds", "fails", "not_applicable"]


class IssueCode(StrEnum):
    """Why a document or a row needs attention. Closed: a new code is a new line here and in the README."""

    # the file itself: no statement was read (decision: rejected)
    EMPTY_FILE = "empty_file"
    UNKNOWN_FORMAT = "unknown_format"
    DAMAGED_FILE = "damaged_file"
    PASSWORD_REQUIRED = "password_required"
    PASSWORD_WRONG = "password_wrong"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    NO_TEXT = "no_text"
    NOT_A_STATEMENT = "not_a_statement"
    # what the page says does not add up, or does not prove the rows (decision: review)
    BALANCE_MISMATCH = "balance_mismatch"
    CLOSING_MISMATCH = "closing_mismatch"
    TOTAL_MISMATCH = "total_mismatch"
    SIGN_MISMATCH = "sign_mismatch"
    UNPROVED = "unproved"
    AMBIGUOUS = "ambiguous"
    INCOMPLETE = "incomplete"
    DATE_UNDECIDED = "date_undecided"
    DATE_IMPOSSIBLE = "date_impossible"
    DATE_OUTSIDE_PERIOD = "date_outside_period"
    DUPLICATE_ROW = "duplicate_row"
    NO_TRANSACTIONS = "no_transactions"
    VALUE_MISMATCH = "value_mismatch"
    POSITION_MISMATCH = "position_mismatch"
    NO_HOLDINGS = "no_holdings"
    UNSUPPORTED_KIND = "unsupported_kind"
    LOW_CONFIDENCE = "low_confidence"
    # the file was changed after it was made (decision: review; a changed name or number does not hold it back)
    TAMPER_SIGNAL = "tamper_signal"
    # a number or a term that contradicts itself: a warning, that holds a document back where it was read off a picture
    CHECK_DIGITS_WRONG = "check_digits_wrong"
    FIELD_MISMATCH = "field_mismatch"
    # said for the record (do not hold a document back)
    CURRENCY_ASSUMED = "currency_assumed"
    MISPRINT_REPAIRED = "misprint_repaired"
    DATE_PLACEHOLDER = "date_placeholder"
    DATE_ASSUMED = "date_assumed"
    NAME_ASSUMED = "name_assumed"
    TABLE_LEFT_OUT = "table_left_out"
    PAGE_FAILED = "page_failed"
    SEVERAL_STATEMENTS = "several_statements"
    STATEMENTS_APART = "statements_apart"


class Issue(Frozen):
    """One thing to look at: what happened, where, and by how much.

    `page` from 1 and `bbox` in points say where; None where it concerns the whole document. `row` is the place of a
    transaction in its account, `holding` that of a holding, both from 0.
    `expected`, `found` and `difference` are decimal strings where an amount is at issue.
    """

    code: IssueCode
    severity: Severity
    message: str
    page: int | None = None
    bbox: BBox | None = None
    account: int | None = None
    row: int | None = None
    holding: int | None = Field(default=None, exclude_if=is_none)
    expected: str | None = None
    found: str | None = None
    difference: str | None = None


def blocks(issues: Iterable[Issue]) -> bool:
    """Whether something among them holds an account or a statement back."""
    return any(found.severity == "error" for found in issues)


class Proof(Frozen):
    """One check of the document's own arithmetic: its name, whether it holds, and the figures."""

    check: str
    status: ProofStatus
    detail: str
    account: int | None = None


class Repair(Frozen):
    """A printed value that was read or printed wrong, and what the other evidence makes of it."""

    account: int
    row: int
    field: str
    printed: str
    repaired: str
    reason: str
    provenance: Provenance


class Document(Frozen):
    """The file: `sha256` of its bytes in hex, `pages` read (0 where it could not be opened)."""

    filename: str
    sha256: str
    media_type: str
    pages: int
    kind: Kind


class ExtractionResult(Frozen):
    """Everything one extraction says of one document; the JSON of `tieout extract`.

    `fields` holds the provenance of the values that concern the whole document: its institution.
    """

    document: Document
    institution: str | None = None
    fields: dict[str, Provenance] = {}
    accounts: tuple[Account, ...] = ()
    report: dict[str, Any] | None = None
    proofs: tuple[Proof, ...] = ()
    issues: tuple[Issue, ...] = ()
    repairs: tuple[Repair, ...] = ()
    verdict: Verdict
    decision: Decision
    extractor_version: str
