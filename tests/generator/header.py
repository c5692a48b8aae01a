"""The truth about what a page says of an account above its rows. A field that is None is not printed."""

from datetime import date
from decimal import Decimal
from typing import Any

from .document import Statement
from .model import Account
from .style import Style
from .terms import LIMIT, available_credit, due_date, minimum_payment

Value = str | int | Decimal | date | None


def header(style: Style, statement: Statement, one: Account) -> dict[str, Any]:
    """Style, statement once it is drawn, one of its accounts -> its header fields as JSON values.

    Account number, period and the two ends are told elsewhere. On a card the payments and credits of the summary are
    its total of credits; of its debits no total is printed but that of a column.
    """
    hidden, card, facts = style.table_only, style.kind == "card", statement.facts
    end = statement.span[1] if style.period_shown == "statement_date" else facts.dated
    summed = card and style.summary != "none"
    terms = card and not hidden
    rising, falling = _totals(style, one)
    counted = style.counts and style.totals_shown and style.summary != "none" and not card
    told: dict[str, Value] = {
        "holder": None if hidden else statement.holder,
        "account_type": None if hidden or card else one.name,
        "statement_date": None if hidden else end,
        "available_balance": facts.available,
        "total_credits": rising,
        "total_debits": falling,
        "count_credits": sum(row.amount > 0 for row in one.rows) if counted else None,
        "count_debits": sum(row.amount < 0 for row in one.rows) if counted else None,
        "fees": one.parts["fees"] if summed else facts.fees,
        "interest": -one.parts["interest"] if summed else facts.interest,
        "payments": one.parts["payments"] if summed else None,
        "purchases": one.parts["purchases"] if summed else None,
        "cash_advances": Decimal("0.00") if summed and "advances" in style.facts else None,
        "minimum_payment": minimum_payment(one) if terms else None,
        "payment_due_date": due_date(statement.span) if terms else None,
        "credit_limit": LIMIT if terms else None,
        "available_credit": available_credit(one) if terms else None,
    }
    return {name: _json(value) for name, value in told.items()}


def _totals(style: Style, one: Account) -> tuple[Decimal | None, Decimal | None]:
    """Style, account -> totals of credits and of debits as they are printed."""
    columns = style.total_row and style.amounts in ("debit_credit", "credit_debit")
    if style.kind == "card":
        rising = one.parts["payments"] if style.summary != "none" else one.shown_in if columns else None
        return rising, one.shown_out if columns else None
    if columns or (style.totals_shown and style.summary != "none"):
        return one.shown_in, one.shown_out
    if style.amounts != "sections":
        return None, None
    parts = {row.section for row in one.rows}  # the total of a section is one of all, where it is the only one
    whole = parts & {"out", "checks"} == {"out"}
    return one.parts["in"] if "in" in parts else None, one.parts["out"] if whole else None


def _json(value: Value) -> str | int | None:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
