"""Results -> rows, and the keys that make a replay a no-op. Pure."""

import hashlib
import re
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal, localcontext
from typing import Any

from pydantic import ValidationError

from extraction.errors import WarehouseError
from extraction.text.mask import Mask, masked_number, masker
from flows.warehouse.holding_rows import holding_row
from schemas.provenance import BBox, Provenance
from schemas.result import ExtractionResult, Issue, IssueCode, Proof, Repair
from schemas.rows import AccountRow, DocumentRow, IssueRow, ProofRow, RepairRow, Row, TransactionRow
from schemas.statement import Account, Trade, Transaction

Key = dict[str, Any]
"""extraction_id and document_sha256, as every row has them."""

Rows = dict[str, list[Row]]
"""Table name -> its rows."""

_BOX = ("bbox_x0", "bbox_top", "bbox_x1", "bbox_bottom")

REFUSALS = frozenset({IssueCode.PASSWORD_REQUIRED, IssueCode.PASSWORD_WRONG, IssueCode.TOO_LARGE, IssueCode.TOO_SLOW})
"""Rejections that say something of the settings, not of the document: the next run may read it."""


def extraction_id(document_sha256: str, extractor_version: str) -> str:
    """Document and extractor -> key of what that extractor says of that document."""
    return _digest(document_sha256, extractor_version)


def result_id(result: ExtractionResult) -> str:
    """Result -> its extraction_id.

    A refusal gets a key of its own, so that the reading which follows once the password is given or
    the limit is raised is not taken for a replay of it.
    """
    version = result.extractor_version
    refusal = _refusal(result)
    return extraction_id(result.document.sha256, f"{version}|{refusal}" if refusal else version)


def batch_id(extraction_ids: Iterable[str]) -> str:
    """Extractions -> key of the batch that loads them, whatever their order."""
    return _digest(*sorted(extraction_ids))


def extractor_rank(version: str) -> int:
    """Version -> a number that orders versions.

    Raises WarehouseError for a version that is not MAJOR.MINOR.PATCH.

    >>> extractor_rank("0.10.0") > extractor_rank("0.9.12")
    True
    """
    match = re.fullmatch(r"(\d+)\.(\d{1,3})\.(\d{1,3})", version)
    if match is None:
        raise WarehouseError(f"The extractor's version must be MAJOR.MINOR.PATCH, such as 1.4.0, not {version!r}.")
    major, minor, patch = (int(part) for part in match.groups())
    return (major * 1000 + minor) * 1000 + patch


def rows_of(result: ExtractionResult, uri: str, extracted_at: datetime) -> Rows:
    """Result -> its rows by table; `uri` is where the document lies.

    Account numbers are masked to their last four characters, also where they stand in descriptions,
    printed text and messages.

    Raises WarehouseError for an amount the warehouse cannot hold exactly (over 9 decimals or 29 digits),
    or for an `extracted_at` without time zone.
    """
    key: Key = {"extraction_id": result_id(result), "document_sha256": result.document.sha256}
    mask = masker(account.account_number for account in result.accounts)
    try:
        rows: list[Row] = [_document(result, uri, extracted_at, key)]
        for position, account in enumerate(result.accounts, 1):
            rows += [
                _transaction(row, number, account, position, key, mask)
                for number, row in enumerate(account.transactions, 1)
            ]
            rows += [
                holding_row(one, number, account, position, key, mask) for number, one in enumerate(account.holdings, 1)
            ]
            rows.append(_account(account, position, key))
        rows += [_issue(issue, number, result, key, mask) for number, issue in enumerate(result.issues, 1)]
        rows += [_proof(proof, number, result, key, mask) for number, proof in enumerate(result.proofs, 1)]
        rows += [_repair(repair, number, result, key, mask) for number, repair in enumerate(result.repairs, 1)]
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = f"{error.title}.{'.'.join(str(part) for part in first['loc'])}"
        raise WarehouseError(f"{uri}: {where} does not fit the warehouse: {first['msg']}.") from error
    by_table: Rows = {}
    for row in rows:
        by_table.setdefault(row.table, []).append(row)
    return by_table


def _document(result: ExtractionResult, uri: str, extracted_at: datetime, key: Key) -> DocumentRow:
    document = result.document
    return DocumentRow(
        **key,
        uri=uri,
        filename=document.filename,
        media_type=document.media_type,
        pages=document.pages,
        kind=document.kind,
        institution=result.institution,
        verdict=result.verdict,
        decision=result.decision,
        refused=_refusal(result) is not None,
        extractor_version=result.extractor_version,
        extractor_rank=extractor_rank(result.extractor_version),
        extracted_at=extracted_at,
    )


def _account(account: Account, position: int, key: Key) -> AccountRow:
    return AccountRow(
        **key,
        account_key=account.account_key,
        position=position,
        account_number_masked=masked_number(account.account_number),
        account_type=account.account_type,
        currency=account.currency,
        period_start=account.period_start,
        period_end=account.period_end,
        opening_balance=account.opening_balance,
        closing_balance=account.closing_balance,
        transaction_count=len(account.transactions),
        transaction_sum=_total(row.amount for row in account.transactions),
        statement_digest=_statement_digest(account),
        holder=account.holder,
        statement_date=account.statement_date,
        available_balance=account.available_balance,
        total_credits=account.total_credits,
        total_debits=account.total_debits,
        count_credits=account.count_credits,
        count_debits=account.count_debits,
        fees=account.fees,
        interest=account.interest,
        minimum_payment=account.minimum_payment,
        payment_due_date=account.payment_due_date,
        credit_limit=account.credit_limit,
        kind=account.kind,
        institution=account.institution,
        available_credit=account.available_credit,
        payments=account.payments,
        purchases=account.purchases,
        cash_advances=account.cash_advances,
        portfolio_value=account.portfolio_value,
        holding_count=len(account.holdings) if account.holdings else None,
        holding_sum=_total(one.value or Decimal(0) for one in account.holdings) if account.holdings else None,
    )


def _transaction(
    row: Transaction, position: int, account: Account, account_position: int, key: Key, mask: Mask
) -> TransactionRow:
    printed = {name: mask(value.raw) for name, value in row.fields.items()}
    trade = row.trade or Trade()
    stated = {name: value.confidence for name, value in row.fields.items()}
    return TransactionRow(
        **key,
        **_box(row.provenance.bbox),
        transaction_id=row.transaction_id,
        account_key=account.account_key,
        account_position=account_position,
        position=position,
        posted_date=row.date,
        value_date=row.value_date,
        description=mask(row.description),
        amount=row.amount,
        balance=row.balance,
        currency=account.currency,
        sign_from=row.sign_from,
        posted_date_printed=printed.get("date"),
        amount_printed=printed.get("amount"),
        balance_printed=printed.get("balance"),
        page=row.provenance.page,
        raw_text=mask(row.provenance.raw),
        method=row.provenance.method,
        confidence=row.provenance.confidence,
        posted_date_confidence=stated.get("date"),
        amount_confidence=stated.get("amount"),
        balance_confidence=stated.get("balance"),
        description_confidence=stated.get("description"),
        reader_confidence=row.provenance.reader_confidence,
        action=trade.action,
        security=None if trade.security is None else mask(trade.security),
        security_identifier=trade.identifier,
        quantity=trade.quantity,
        unit_price=trade.unit_price,
        trade_fees=trade.fees,
        reference=None if row.reference is None else mask(row.reference),
        transaction_type=row.type,
    )


def _issue(issue: Issue, position: int, result: ExtractionResult, key: Key, mask: Mask) -> IssueRow:
    return IssueRow(
        **key,
        **_box(issue.bbox),
        position=position,
        code=issue.code.value,
        severity=issue.severity,
        message=mask(issue.message),
        page=issue.page,
        account_key=_account_key(result, issue.account),
        account_position=_counted(issue.account),
        transaction_position=_counted(issue.row),
        expected=issue.expected,
        found=issue.found,
        difference=issue.difference,
        holding_position=_counted(issue.holding),
    )


def _proof(proof: Proof, position: int, result: ExtractionResult, key: Key, mask: Mask) -> ProofRow:
    return ProofRow(
        **key,
        position=position,
        check_name=proof.check,
        status=proof.status,
        detail=mask(proof.detail),
        account_key=_account_key(result, proof.account),
        account_position=_counted(proof.account),
    )


def _repair(repair: Repair, position: int, result: ExtractionResult, key: Key, mask: Mask) -> RepairRow:
    place: Provenance = repair.provenance
    return RepairRow(
        **key,
        **_box(place.bbox),
        position=position,
        account_key=_account_key(result, repair.account),
        account_position=repair.account + 1,
        transaction_position=repair.row + 1,
        field=repair.field,
        printed=mask(repair.printed),
        repaired=mask(repair.repaired),
        reason=mask(repair.reason),
        page=place.page,
        raw_text=mask(place.raw),
        confidence=place.confidence,
    )


def _refusal(result: ExtractionResult) -> str | None:
    codes = (issue.code.value for issue in result.issues if issue.code in REFUSALS)
    return next(codes, None) if result.decision == "rejected" else None


def _statement_digest(account: Account) -> str | None:
    """Account -> key of what its statement says; None where account or period is not known.

    Two files with the same digest are one statement downloaded twice: banks print the PDF anew, so
    its bytes differ. Descriptions are left out: a scan of the same statement reads them otherwise.
    """
    if not account.account_number or account.period_start is None or account.period_end is None:
        return None
    rows = sorted(f"{row.date}|{_plain(row.amount)}" for row in account.transactions)
    rows += sorted(f"{_plain(one.quantity)}|{_plain(one.value)}" for one in account.holdings)
    balances = [_plain(value) for value in (account.opening_balance, account.closing_balance)]
    period = (str(account.period_start), str(account.period_end))
    return _digest(account.account_key, account.currency or "", *period, *balances, *rows)


def _total(amounts: Iterable[Decimal]) -> Decimal:
    """Exact sum; Python's own precision ends at 28 digits, the warehouse's at 38."""
    with localcontext(prec=76):
        return sum(amounts, start=Decimal(0))


def _plain(value: Decimal | None) -> str:
    """Amount -> its digits, the same for 3.5 and 3.50; empty for None."""
    if value is None:
        return ""
    with localcontext(prec=76):
        return f"{value.normalize():f}"


def _account_key(result: ExtractionResult, index: int | None) -> str | None:
    return result.accounts[index].account_key if index is not None and 0 <= index < len(result.accounts) else None


def _counted(index: int | None) -> int | None:
    """Index from 0, as results have it -> position from 1, as the rows have it."""
    return None if index is None else index + 1


def _box(bbox: BBox | None) -> dict[str, Any]:
    return dict(zip(_BOX, bbox or (None,) * 4, strict=True))


def _digest(*parts: str) -> str:
    return hashlib.sha256("|".join(parts).encode()).hexdigest()
