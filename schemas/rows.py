"""One frozen model per warehouse table: its fields ARE the columns, in order.

A field's type is the column's type (str STRING, int INT64, float FLOAT64, bool BOOL, date DATE,
datetime TIMESTAMP, Numeric NUMERIC); `| None` makes it NULLABLE, otherwise it is REQUIRED.
What a column means is said once, in `sql/raw/<table>/table.sql`. Adding a nullable field is a
compatible change; anything else needs a new table.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from schemas.provenance import Frozen

Numeric = Annotated[Decimal, Field(max_digits=38, decimal_places=9, allow_inf_nan=False)]
"""Exact amount; BigQuery's NUMERIC holds 29 digits before the point and 9 after it."""

Timestamp = Annotated[datetime, AwareDatetime]
"""A moment with its time zone; stored in UTC, to the microsecond."""


class Row(Frozen):
    """What every row carries: which extraction of which document it comes from."""

    table: ClassVar[str]

    extraction_id: str
    document_sha256: str


class DocumentRow(Row):
    """One extraction of one document."""

    table = "raw_documents"

    uri: str
    filename: str
    media_type: str
    pages: int
    kind: str
    institution: str | None
    verdict: str
    decision: str
    refused: bool
    extractor_version: str
    extractor_rank: int
    extracted_at: Timestamp


class AccountRow(Row):
    """One account of a statement. `position` counts from 1 in the document."""

    table = "raw_accounts"

    account_key: str
    position: int
    account_number_masked: str | None
    account_type: str | None
    currency: str | None
    period_start: date | None
    period_end: date | None
    opening_balance: Numeric | None
    closing_balance: Numeric | None
    transaction_count: int
    transaction_sum: Numeric
    statement_digest: str | None
    holder: str | None
    statement_date: date | None
    available_balance: Numeric | None
    total_credits: Numeric | None
    total_debits: Numeric | None
    count_credits: int | None
    count_debits: int | None
    fees: Numeric | None
    interest: Numeric | None
    minimum_payment: Numeric | None
    payment_due_date: date | None
    credit_limit: Numeric | None
    kind: str | None
    institution: str | None
    available_credit: Numeric | None
    payments: Numeric | None
    purchases: Numeric | None
    cash_advances: Numeric | None
    portfolio_value: Numeric | None
    holding_count: int | None
    holding_sum: Numeric | None


class TransactionRow(Row):
    """One transaction. `position` counts from 1 in its account, in printed order."""

    table = "raw_transactions"

    transaction_id: str
    account_key: str
    account_position: int
    position: int
    posted_date: date | None
    value_date: date | None
    description: str
    amount: Numeric
    balance: Numeric | None
    currency: str | None
    sign_from: str
    posted_date_printed: str | None
    amount_printed: str | None
    balance_printed: str | None
    page: int
    bbox_x0: float
    bbox_top: float
    bbox_x1: float
    bbox_bottom: float
    raw_text: str
    method: str
    confidence: float | None
    posted_date_confidence: float | None
    amount_confidence: float | None
    balance_confidence: float | None
    description_confidence: float | None
    reader_confidence: float | None
    action: str | None
    security: str | None
    security_identifier: str | None
    quantity: Numeric | None
    unit_price: Numeric | None
    trade_fees: Numeric | None
    reference: str | None
    transaction_type: str | None


class HoldingRow(Row):
    """One holding of a brokerage account. `position` counts from 1 in its account, in printed order."""

    table = "raw_holdings"

    account_key: str
    account_position: int
    position: int
    as_of: date | None
    name: str
    identifier: str | None
    identifier_kind: str | None
    holding_group: str | None
    quantity: Numeric | None
    unit_price: Numeric | None
    price_factor: Numeric
    price_currency: str | None
    value: Numeric | None
    currency: str | None
    local_value: Numeric | None
    exchange_rate: Numeric | None
    weight_percent: Numeric | None
    cost_basis: Numeric | None
    unrealized_gain: Numeric | None
    accrued_interest: Numeric | None
    estimated_income: Numeric | None
    opening_quantity: Numeric | None
    quantity_printed: str | None
    unit_price_printed: str | None
    value_printed: str | None
    page: int
    bbox_x0: float
    bbox_top: float
    bbox_x1: float
    bbox_bottom: float
    raw_text: str
    method: str
    confidence: float | None
    reader_confidence: float | None


class IssueRow(Row):
    """One thing to look at, where, and by how much. `position` counts from 1 in the document."""

    table = "raw_issues"

    position: int
    code: str
    severity: str
    message: str
    page: int | None
    bbox_x0: float | None
    bbox_top: float | None
    bbox_x1: float | None
    bbox_bottom: float | None
    account_key: str | None
    account_position: int | None
    transaction_position: int | None
    expected: str | None
    found: str | None
    difference: str | None
    holding_position: int | None


class ProofRow(Row):
    """One check of the document's own arithmetic. `position` counts from 1 in the document."""

    table = "raw_proofs"

    position: int
    check_name: str
    status: str
    detail: str
    account_key: str | None
    account_position: int | None


class RepairRow(Row):
    """One value that was taken otherwise than it was read or printed, and why."""

    table = "raw_repairs"

    position: int
    account_key: str | None
    account_position: int
    transaction_position: int
    field: str
    printed: str
    repaired: str
    reason: str
    page: int
    bbox_x0: float
    bbox_top: float
    bbox_x1: float
    bbox_bottom: float
    raw_text: str
    confidence: float | None


class LedgerRow(Row):
    """One loaded extraction; written last, in the same transaction as its rows."""

    table = "ledger"

    batch_id: str
    loaded_at: Timestamp


DATA_ROWS: tuple[type[Row], ...] = (
    DocumentRow,
    AccountRow,
    TransactionRow,
    HoldingRow,
    IssueRow,
    ProofRow,
    RepairRow,
)
"""The tables a load fills from results; the ledger is written by the warehouse itself."""

ROWS: tuple[type[Row], ...] = (*DATA_ROWS, LedgerRow)
