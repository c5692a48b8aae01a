"""A statement as it was understood: accounts and their transactions.

Sign rule: every amount and balance is the holder's net position, so that
opening_balance + sum(amounts) = closing_balance for every kind of account;
the debt of a credit card is negative.
"""

import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import PlainSerializer

from schemas.provenance import Frozen, Provenance

Money = Annotated[Decimal, PlainSerializer(lambda value: format(value, "f"), return_type=str, when_used="json")]
"""Exact amount in units of the account's currency; a decimal string in JSON."""

Kind = Literal[
    "bank_statement", "credit_card_statement", "brokerage_statement", "loan_statement", "financial_report", "other"
]
SignSource = Literal["column", "sign", "suffix", "section", "balance", "description"]


class Transaction(Frozen):
    """One row. `date` is the posted (first printed) date, `value_date` the second one.

    `amount` > 0 raises the holder's net position. `balance` is the running balance printed
    on this row. `provenance` is the whole row, its confidence that of date and amount together; `fields` gives `date`,
    `value_date`, `amount` (with its sign), `sign` (where the amount stands), `balance` and `description` apart.
    None for a date: not printed, or not decided (then an issue says so).
    """

    transaction_id: str
    date: datetime.date | None
    value_date: datetime.date | None = None
    description: str
    amount: Money
    balance: Money | None = None
    sign_from: SignSource
    provenance: Provenance
    fields: dict[str, Provenance] = {}


class Account(Frozen):
    """One account of a statement. None: not printed, or not found.

    `kind` and `institution` are those of the statement that the account stands in: a file may hold several.
    `account_number` is as printed (may be masked); `account_key` is a keyed hash of it.
    `currency` is an ISO 4217 code. `fields` holds the provenance of the header values; `period` is that of
    both its days, `currency` that of the first text that names it.
    `holder` and `account_type` are as printed. Totals, counts, `fees` and the figures of a card (`minimum_payment`,
    `credit_limit`, `available_credit`, and the parts of its summary `payments`, `purchases` and `cash_advances`) are
    printed figures, >= 0; `interest` > 0 was paid to the holder, < 0 charged. `available_balance` follows the sign
    rule. On a card `opening_balance` is the previous balance and `closing_balance` the new one.
    """

    kind: Kind | None = None
    institution: str | None = None
    account_number: str | None
    account_key: str
    account_type: str | None = None
    holder: str | None = None
    currency: str | None
    period_start: datetime.date | None
    period_end: datetime.date | None
    opening_balance: Money | None
    closing_balance: Money | None
    statement_date: datetime.date | None = None
    available_balance: Money | None = None
    total_credits: Money | None = None
    total_debits: Money | None = None
    count_credits: int | None = None
    count_debits: int | None = None
    fees: Money | None = None
    interest: Money | None = None
    minimum_payment: Money | None = None
    payment_due_date: datetime.date | None = None
    credit_limit: Money | None = None
    available_credit: Money | None = None
    payments: Money | None = None
    purchases: Money | None = None
    cash_advances: Money | None = None
    transactions: tuple[Transaction, ...] = ()
    fields: dict[str, Provenance] = {}
