"""A statement as it was understood: accounts and their transactions.

Sign rule: every amount and balance is the holder's net position, so that
opening_balance + sum(amounts) = closing_balance for every kind of account;
the debt of a credit card is negative.
"""

import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer

from schemas.provenance import Frozen, Provenance, is_empty, is_none

Money = Annotated[Decimal, PlainSerializer(lambda value: format(value, "f"), return_type=str, when_used="json")]
"""Exact amount in units of the account's currency; a decimal string in JSON."""

Exact = Money
"""Exact number that is no sum of money: a quantity, a price, a percentage; a decimal string in JSON."""

Kind = Literal[
    "bank_statement", "credit_card_statement", "brokerage_statement", "loan_statement", "financial_report", "other"
]
SignSource = Literal["column", "sign", "suffix", "section", "balance", "description"]
IdentifierKind = Literal["isin", "cusip", "sedol", "wkn", "code"]
"""Which system of numbers names a security; "code": a ticker, or what the broker itself calls it."""
Action = Literal["buy", "sell", "dividend", "interest", "fee", "tax", "deposit", "withdrawal", "transfer"]


class Trade(Frozen):
    """What a row of a brokerage account says of a security. None: not printed, or not told.

    `quantity` >= 0 and `unit_price` as printed, `fees` >= 0 in units of the account's currency: quantity × price, with
    the fees, make the amount of the row. `fields` has the places of quantity, price, fees, security and identifier.
    """

    action: Action | None = None
    security: str | None = None
    identifier: str | None = None
    identifier_kind: IdentifierKind | None = None
    quantity: Exact | None = None
    unit_price: Exact | None = None
    fees: Money | None = None
    fields: dict[str, Provenance] = {}


class Transaction(Frozen):
    """One row. `date` is the posted (first printed) date, `value_date` the second one.

    `amount` > 0 raises the holder's net position. `balance` is the running balance printed
    on this row. `provenance` is the whole row, its confidence that of date and amount together; `fields` gives `date`,
    `value_date`, `amount` (with its sign), `sign` (where the amount stands), `balance` and `description` apart.
    None for a date: not printed, or not decided (then an issue says so). `reference`: what columns of references,
    numbers of checks, codes and branches print beside the description; `type`: the kind of transaction, where it has a
    column of its own; `trade`: what the row of a brokerage account says of a security. The JSON of other rows leaves
    these out.
    """

    transaction_id: str
    date: datetime.date | None
    value_date: datetime.date | None = None
    description: str
    reference: str | None = Field(default=None, exclude_if=is_none)
    type: str | None = Field(default=None, exclude_if=is_none)
    amount: Money
    balance: Money | None = None
    sign_from: SignSource
    provenance: Provenance
    fields: dict[str, Provenance] = {}
    trade: Trade | None = Field(default=None, exclude_if=is_none)


class Holding(Frozen):
    """One position of a portfolio at the end of the period. None: not printed.

    `quantity` × `unit_price` × `price_factor` = `value`, within the rounding of the printed digits; the factor is 0.01
    for prices in percent or pence. `currency` is that of `value`; where the price is in another one, `price_currency`
    names it (GBX: pence), `local_value` is the value in it and `exchange_rate` the printed rate. `weight`: printed
    share of the portfolio, percent. `group`: the heading it stands under. `quantity` < 0: a short position.
    `provenance` is the whole holding, its confidence that of quantity, price and value together; `fields` gives its
    figures, `name` and `identifier` apart.
    """

    name: str
    identifier: str | None = None
    identifier_kind: IdentifierKind | None = None
    group: str | None = None
    quantity: Exact | None = None
    unit_price: Exact | None = None
    price_factor: Exact = Decimal(1)
    value: Money | None = None
    currency: str | None = None
    price_currency: str | None = None
    local_value: Money | None = None
    exchange_rate: Exact | None = None
    weight: Exact | None = None
    cost_basis: Money | None = None
    unrealized_gain: Money | None = None
    accrued_interest: Money | None = None
    estimated_income: Money | None = None
    opening_quantity: Exact | None = None
    provenance: Provenance
    fields: dict[str, Provenance] = {}


class Account(Frozen):
    """One account of a statement. None: not printed, or not found.

    `kind` and `institution` are those of the statement that the account stands in: a file may hold several.
    `account_number` is as printed (may be masked); `account_key` is a keyed hash of it, and of institution and holder
    where it is masked or short, as that of many accounts is.
    `currency` is an ISO 4217 code. `fields` holds the provenance of the header values; `period` is that of
    both its days, `currency` that of the first text that names it.
    `holder` and `account_type` are as printed. Totals, counts, `fees` and the figures of a card (`minimum_payment`,
    `credit_limit`, `available_credit`, and the parts of its summary `payments`, `purchases` and `cash_advances`) are
    printed figures, >= 0; `interest` > 0 was paid to the holder, < 0 charged. `available_balance` follows the sign
    rule. On a card `opening_balance` is the previous balance and `closing_balance` the new one.
    Of a brokerage account the balances are those of its cash; `portfolio_value` is the printed total of its holdings,
    with the cash where the total includes it. The JSON of accounts without holdings leaves both out.
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
    portfolio_value: Money | None = Field(default=None, exclude_if=is_none)
    transactions: tuple[Transaction, ...] = ()
    holdings: tuple[Holding, ...] = Field(default=(), exclude_if=is_empty)
    fields: dict[str, Provenance] = {}
