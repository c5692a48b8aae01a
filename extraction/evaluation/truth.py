"""Truth files: what a document really says, as a person wrote it down -> `Truth`."""

import datetime
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from extraction.errors import TruthError

SUFFIX = ".truth.json"
TOLD = 3
"""Errors of one file that are told; one is often behind all the others."""

Expect = Literal["accept", "review", "reject"]
DECISIONS = {"accept": "accepted", "review": "review", "reject": "rejected"}
"""What a truth expects -> the decision that it means."""
ANY_ORDER, NEWEST_FIRST = "order-any", "reverse-chronological"


class _Told(BaseModel):
    """A part of a truth; what else stands in the file is of no matter here."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class TruthRow(_Told):
    """One row. `amount` > 0 raises the holder's net position; `date` null: the page has none, or no day that exists.

    `balance` null: none is printed on this row. `alt_date`: where the page prints two dates, the other one.
    What it says of a security is not judged where it is left out; null: it is not printed.
    """

    date: datetime.date | None
    amount: Decimal
    description: str | None = None
    balance: Decimal | None = None
    alt_date: datetime.date | None = None
    security: str | None = None
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    trade_fees: Decimal | None = None


class TruthHolding(_Told):
    """One holding. A field that is left out is not judged; one that is null is not printed. `percent`: its share.

    The figures from `local_value` on are judged each by itself: a holding is right without them.
    """

    name: str
    code: str | None = None
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    value: Decimal | None = None
    percent: Decimal | None = None
    local_value: Decimal | None = None
    exchange_rate: Decimal | None = None
    cost_basis: Decimal | None = None
    unrealized_gain: Decimal | None = None
    accrued_interest: Decimal | None = None
    estimated_income: Decimal | None = None
    opening_quantity: Decimal | None = None


class TruthAccount(_Told):
    """One account; its fields are those of `Account`. One that is null is not printed; one that is left out is not
    judged, nor are holdings. `kind` and `institution`: of its own statement, where a file holds several."""

    kind: str | None = None
    institution: str | None = None
    account_number: str | None = None
    currency: str | None = None
    period_start: datetime.date | None = None
    period_end: datetime.date | None = None
    opening_balance: Decimal | None = None
    closing_balance: Decimal | None = None
    holder: str | None = None
    account_type: str | None = None
    statement_date: datetime.date | None = None
    available_balance: Decimal | None = None
    total_credits: Decimal | None = None
    total_debits: Decimal | None = None
    count_credits: int | None = None
    count_debits: int | None = None
    fees: Decimal | None = None
    interest: Decimal | None = None
    payments: Decimal | None = None
    purchases: Decimal | None = None
    cash_advances: Decimal | None = None
    minimum_payment: Decimal | None = None
    payment_due_date: datetime.date | None = None
    credit_limit: Decimal | None = None
    available_credit: Decimal | None = None
    transactions: tuple[TruthRow, ...]
    holdings: tuple[TruthHolding, ...] | None = None


HEADER = tuple(name for name in TruthAccount.model_fields if name not in ("transactions", "holdings"))
"""Fields of an account above its rows, in the order in which they are told."""


class Truth(_Told):
    """One document. `doc_type` and `institution` are not judged where they are null or left out. The holdings of its
    only account may stand here.

    `families` may hold "order-any" (rows in any order are right) and "reverse-chronological" (the order in time is
    right too).
    """

    expect: Expect
    accounts: tuple[TruthAccount, ...]
    doc_type: str | None = None
    institution: str | None = None
    families: tuple[str, ...] = Field(default=())
    holdings: tuple[TruthHolding, ...] | None = None

    @model_validator(mode="after")
    def _of_the_account(self) -> "Truth":
        """Truth -> the same, its holdings those of its only account."""
        if self.holdings is None or len(self.accounts) != 1 or self.accounts[0].holdings is not None:
            return self
        account = self.accounts[0].model_copy(update={"holdings": self.holdings})
        return self.model_copy(update={"accounts": (account,)})


@dataclass(frozen=True, slots=True)
class Case:
    """A document and the truth file beside it; `name` is the document's path in the folder that was searched."""

    name: str
    document: Path
    truth: Path


def read_truth(text: str) -> Truth:
    """Text of a truth file -> truth. Raises TruthError, which says what is wrong and where."""
    try:
        told = json.loads(text, parse_float=Decimal)
    except json.JSONDecodeError as error:
        raise TruthError(f"no JSON: {error.msg} in line {error.lineno}, column {error.colno}.") from error
    except RecursionError as error:
        raise TruthError("no truth: it is nested too deep.") from error
    if not isinstance(told, dict):
        raise TruthError('no truth: it must be an object with "expect" and "accounts".')
    try:
        return Truth.model_validate(told)
    except ValidationError as error:
        raise TruthError(_what_is_wrong(error)) from error


def truth_files(folder: Path) -> Iterator[Path]:
    """Folder -> the truth files in it and in all its folders, by name, but for hidden ones."""
    for path in sorted(folder.rglob(f"*{SUFFIX}")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def cases(truth: Path, folder: Path, counts: Callable[[Path], bool]) -> list[Case]:
    """Truth file, the folder that was searched, which files are documents -> the documents with its stem.

    Raises TruthError where there is none.
    """
    stem = truth.name.removesuffix(SUFFIX)
    beside = sorted(path for path in truth.parent.iterdir() if path.stem == stem and path != truth and counts(path))
    if not beside:
        raise TruthError(f"no document lies beside it: {stem}.pdf, or an image of that name.")
    return [Case(path.relative_to(folder).as_posix(), path, truth) for path in beside]


def _what_is_wrong(error: ValidationError) -> str:
    """The errors of a truth -> one line. What was written is not quoted: it may be an account number."""
    said = [_said(one["loc"], one["type"], one["msg"]) for one in error.errors(include_url=False, include_input=False)]
    more = f"; and {len(said) - TOLD} more" if len(said) > TOLD else ""
    return f"no truth: {'; '.join(said[:TOLD])}{more}."


def _said(place: tuple[int | str, ...], kind: str, message: str) -> str:
    """Where, and what pydantic says -> accounts[0].transactions[2].amount is missing."""
    where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")
    return f"{where} is missing" if kind == "missing" else f"{where}: {message[0].lower()}{message[1:]}"
