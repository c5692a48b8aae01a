"""Heads of tables of trades and other movements of a brokerage account, whose columns no bank statement has."""

import re
from collections.abc import Sequence

from extraction.tables.head import Header
from extraction.tables.head_cells import HeaderCell
from extraction.tables.names import MONEY, Role, role
from extraction.tables.securities.holding_heads import HeadCell, heads_of
from extraction.tables.securities.securities import Field, field
from extraction.text.lines import Line
from extraction.text.normal import plain

_ROLES: dict[Field, Role] = {
    "name": "description", "action": "description", "identifier": "reference", "currency": "reference", "date": "date",
    "amount": "amount",
}  # fmt: skip
_BOUGHT = re.compile(
    r"\b(?:purchased?|bought|debited|paid|invested|out|kauf|achat|compra|acquisto|aankoop|soll|debit)\b"
)
_SOLD = re.compile(r"\b(?:sold|credited|received|redeemed|in|verkauf|vente|venta|vendita|verkoop|haben|credit)\b")
_VALUED = re.compile(r"\b(?:settle\w*|valu\w*|wertstellung|valeur|trade)\b")


def with_movements(heads: Sequence[Header], lines: Sequence[Line]) -> list[Header]:
    """Heads of a document as bank statements have them, its lines -> with those of movements of securities, which go
    before others on the same lines where they name as many columns of money."""
    found = movement_heads(lines)
    kept = [head for head in heads if not any(_better(own, head) for own in found)]
    added = [own for own in found if not any(_overlap(own, head) for head in kept)]
    return sorted([*kept, *added], key=lambda head: head.first)


def _overlap(a: Header, b: Header) -> bool:
    return a.first <= b.last and b.first <= a.last


def _better(own: Header, head: Header) -> bool:
    return _overlap(own, head) and len(set(own.roles) & MONEY) >= len(set(head.roles) & MONEY) and own.transactions


def movement_heads(lines: Sequence[Line]) -> list[Header]:
    """Lines of a document -> heads of tables that have days and sums of money, their columns by what they hold."""
    return [
        Header(head.page, head.first, head.last, head.top, head.bottom, _cells(head.cells))
        for head in heads_of(lines, _moves)
    ]


def _moves(cells: Sequence[HeadCell]) -> bool:
    """Whether columns are those of movements: a day, a sum of money, and no value of what is held."""
    roles = {cell.role for cell in _cells(cells)}
    fields = {cell.field for cell in cells}
    return "date" in roles and bool(roles & {"amount", "debit", "credit"}) and not fields & {"value", "weight"}


def _cells(cells: Sequence[HeadCell]) -> tuple[HeaderCell, ...]:
    roles: list[Role] = [_role(cell) for cell in cells]
    days = [i for i, name in enumerate(roles) if name == "date"]
    for i in days[1:]:
        roles[i] = "value_date"
    if not set(roles) & MONEY:  # a table of income alone
        roles = ["amount" if cell.field == "income" else name for cell, name in zip(cells, roles, strict=True)]
    return tuple(HeaderCell(name, cell.text, cell.x0, cell.x1) for name, cell in zip(roles, cells, strict=True))


def _role(cell: HeadCell) -> Role:
    told = plain(cell.text)
    as_bank = role(cell.text)
    if cell.field in ("amount", "cost", "value") and "amount" in told.split():
        return "debit" if _BOUGHT.search(told) else "credit" if _SOLD.search(told) else "amount"
    if cell.field is None or (
        as_bank in ("debit", "credit", "balance") and cell.field in ("amount", "action", "name", "value")
    ):
        return as_bank or "other"
    if "date" in cell.stack and cell.field != "date" and cell.stack[-1] != "price":
        return "date"
    return _ROLES.get(cell.field, "other")


def is_fee(text: str) -> bool:
    """Whether a head names costs."""
    return field(text) == "fee"
