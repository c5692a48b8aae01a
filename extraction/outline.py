"""Result -> a few lines for a person (`tieout extract`). Account numbers are masked. Pure."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from extraction.text.mask import Mask, masked_number, masker
from schemas.result import ExtractionResult, Issue, Proof
from schemas.statement import Account

_MARKS = {"holds": "✓", "fails": "✗"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def outline(result: ExtractionResult) -> str:
    """Result -> the document, its accounts with their proofs, its issues, the decision; a line for each."""
    mask = masker(account.account_number for account in result.accounts)
    return "\n".join(_CONTROL.sub(" ", line) for line in _lines(result, mask)) + "\n"


def _lines(result: ExtractionResult, mask: Mask) -> Iterator[str]:
    document = result.document
    said = [document.kind.replace("_", " "), result.institution or "", _counted(document.pages, "page")]
    yield f"{document.filename}: {', '.join(part for part in said if part)}"
    for index, account in enumerate(result.accounts):
        yield f"  {_account(account)}{_other(account, result)}"
        yield f"    opening {_amount(account.opening_balance):>17}"
        yield f"    {_counted(len(account.transactions), 'row'):<7} {_amount(_total(account)):>17}"
        yield f"    closing {_amount(account.closing_balance):>17}"
        yield from (f"    {_proof(proof, mask)}" for proof in result.proofs if proof.account == index)
    yield from (f"  {_proof(proof, mask)}" for proof in result.proofs if proof.account is None)
    yield from (f"  {_issue(issue, mask)}" for issue in result.issues)
    yield f"  {result.decision} ({result.verdict})"


def _account(account: Account) -> str:
    number = masked_number(account.account_number) or "without a number"
    kinds = ", ".join(part for part in (account.account_type, account.currency) if part)
    period = f"{_day(account.period_start)} to {_day(account.period_end)}"
    return f"account {number}{f' ({kinds})' if kinds else ''}, {period}"


def _other(account: Account, result: ExtractionResult) -> str:
    """What an account stands in, where it is another statement than the first of the file."""
    kind = account.kind.replace("_", " ") if account.kind and account.kind != result.document.kind else ""
    bank = account.institution or "" if account.institution != result.institution else ""
    return "".join(f", {part}" for part in (kind, bank) if part)


def _proof(proof: Proof, mask: Mask) -> str:
    return f"{_MARKS.get(proof.status, '–')} {proof.check.replace('_', ' ')}: {mask(proof.detail)}"


def _issue(issue: Issue, mask: Mask) -> str:
    place = f", page {issue.page}" if issue.page else ""
    return f"{issue.severity} {issue.code.value}{place}: {mask(issue.message)}"


def _total(account: Account) -> Decimal:
    return sum((row.amount for row in account.transactions), start=Decimal(0))


def _amount(value: Decimal | None) -> str:
    return "not printed" if value is None else f"{value:,}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else "?"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
