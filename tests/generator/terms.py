"""The terms of a generated card: limit, minimum payment, due date."""

from datetime import date, timedelta
from decimal import Decimal

from .model import CENT, Account

LIMIT = Decimal(8000)
DUE = timedelta(days=25)


def minimum_payment(account: Account) -> Decimal:
    """A fiftieth of the debt, at least 35, at most all of it."""
    owed = -account.shown_closing
    return max(min(owed, Decimal(35)), (owed / 50).quantize(CENT), Decimal(0))


def available_credit(account: Account) -> Decimal:
    return max(LIMIT + account.shown_closing, Decimal(0))


def due_date(span: tuple[date, date]) -> date:
    return span[1] + DUE
