"""What a generated document holds before anything is drawn. Money is Decimal in major units (two decimals)."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

CENT = Decimal("0.01")


@dataclass
class Row:
    """One movement. `amount` is its effect on the holder; `shown` is what the page prints for it."""

    day: date
    value_day: date
    amount: Decimal
    lines: list[str]  # description cell, one string per printed paragraph
    party: list[str] = field(default_factory=list)  # lines of the counterparty column
    kind: str = ""  # text of the type column
    ref: str = ""  # text of the reference column
    section: str = ""  # 'in', 'out', 'checks' or, on cards, 'payments', 'purchases', 'fees', 'interest'
    group: str = ""  # heading of the cardholder whose rows stand together
    foreign: str = ""  # text of the column for sums in another currency
    balance: Decimal = Decimal(0)  # true balance after the row
    shown: Decimal = Decimal(0)  # printed amount, with the true sign
    shows_balance: bool = False
    description: str = ""  # filled in when the table is laid out


@dataclass
class Account:
    """One account of a document with true figures and the (perhaps false) printed ones."""

    number: str  # as the truth states it
    label: str
    name: str
    opening: Decimal
    closing: Decimal
    rows: list[Row]
    shown_closing: Decimal = Decimal(0)
    shown_in: Decimal = Decimal(0)  # printed sum of credits, positive
    shown_out: Decimal = Decimal(0)  # printed sum of debits, positive
    parts: dict[str, Decimal] = field(default_factory=dict)  # section -> printed sum, positive


@dataclass(frozen=True)
class Generated:
    """A finished document: its bytes, its truth, and the amount of every row exactly as printed."""

    pdf: bytes
    truth: dict[str, Any]
    media: str  # MIME type
    printed: tuple[str, ...] = ()

    @property
    def suffix(self) -> str:
        """File ending that fits the media type, with the dot."""
        return {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}[self.media]
