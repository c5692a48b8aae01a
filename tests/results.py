"""Results for the tests of what comes after the extraction."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from schemas.provenance import Provenance
from schemas.result import Document, ExtractionResult
from schemas.statement import Account, Transaction

NOW = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)
NUMBER = "DE89 3704 0044 0532 0130 00"


def provenance(raw: str, page: int = 1) -> Provenance:
    return Provenance(page=page, bbox=(72.0, 100.5, 523.0, 112.25), raw=raw)


def transaction(position: int, posted: date | None, amount: str, **changes: Any) -> Transaction:
    values: dict[str, Any] = {
        "transaction_id": f"t{position}",
        "date": posted,
        "description": f"Row {position}",
        "amount": Decimal(amount),
        "sign_from": "sign",
        "provenance": provenance(f"{posted} Row {position} {amount}"),
        "fields": {"date": provenance(str(posted)), "amount": provenance(amount)},
    }
    return Transaction(**{**values, **changes})


def account(*transactions: Transaction, opening: str | None = "100.00", **changes: Any) -> Account:
    total = sum((row.amount for row in transactions), start=Decimal(0))
    values: dict[str, Any] = {
        "account_number": NUMBER,
        "account_key": "key-1",
        "account_type": "checking",
        "currency": "EUR",
        "period_start": date(2025, 1, 1),
        "period_end": date(2025, 1, 31),
        "opening_balance": None if opening is None else Decimal(opening),
        "closing_balance": None if opening is None else Decimal(opening) + total,
        "transactions": transactions,
    }
    return Account(**{**values, **changes})


def result(name: str = "a", *accounts: Account, **changes: Any) -> ExtractionResult:
    """A result for the document `name`; its hash is the name repeated."""
    rows = accounts or (account(transaction(1, date(2025, 1, 2), "10.00"), transaction(2, date(2025, 1, 3), "-3.50")),)
    values: dict[str, Any] = {
        "document": Document(
            filename=f"{name}.pdf",
            sha256=(name * 64)[:64],
            media_type="application/pdf",
            pages=1,
            kind="bank_statement",
        ),
        "institution": "Example Bank",
        "accounts": rows,
        "verdict": "verified",
        "decision": "accepted",
        "extractor_version": "0.1.0",
    }
    return ExtractionResult(**{**values, **changes})
