"""Writes down the truth about a brokerage statement, and checks that it adds up."""

from decimal import Decimal
from typing import Any

from ..model import CENT
from .book import Book, Held, Move
from .cells import picked
from .style import BrokerStyle
from .words import WORDS

Truth = dict[str, Any]


def truth_of(name: str, style: BrokerStyle, book: Book, pages: int) -> Truth:
    """Name, style, account, its pages -> truth."""
    moved = bool(book.moves)
    truth = {
        "id": name,
        "doc_type": "brokerage_statement",
        "institution": book.bank,
        "accounts": [
            {
                "account_number": book.number,
                "currency": style.page.place.currency,
                "period_start": book.span[0].isoformat(),
                "period_end": book.span[1].isoformat(),
                "opening_balance": str(book.opening) if moved else None,
                "closing_balance": str(book.closing) if moved else None,
                "transactions": [_move(move, style) for move in book.moves],
                "holdings": [*(_held(style, one) for one in book.held), *_cash(style, book)],
            }
        ],
        "expect": "review" if style.defect else "accept",
        "why": f"What is printed of {style.defect} is otherwise."
        if style.defect
        else "Generated; all of it is proved.",
        "misprints": list(book.misprints) or None,
        "ambiguous": None,
        "realism": "generated",
        "layout_family": "brokerage",
        "quirks": quirks(style),
        "families": [],
        "modality": "native",
        "pages": pages,
    }
    if not style.defect:
        check(style, book)
    return truth


def _held(style: BrokerStyle, one: Held) -> Truth:
    told = {"name": one.name, "quantity": f"{one.quantity:f}", "unit_price": f"{one.price:f}", "value": str(one.value)}
    if style.identifier != "none":
        told["code"] = one.code
    if style.weight >= 0:
        told["percent"] = f"{one.weight:f}"
    more = {
        "local_value": one.local if style.foreign == "local" else None,
        "exchange_rate": one.rate if style.foreign == "rate" else None,
        "cost_basis": one.cost if style.cost else None,
        "unrealized_gain": one.gain if style.gain else None,
        "accrued_interest": one.accrued if style.accrued and one.accrued else None,
        "estimated_income": one.income if style.income else None,
        "opening_quantity": None,
    }
    return {**told, **{name: None if value is None else f"{value:f}" for name, value in more.items()}}


def _cash(style: BrokerStyle, book: Book) -> list[Truth]:
    """Cash that stands among the holdings is one of them."""
    if style.cash != "row" or book.cash is None:
        return []
    return [{"name": picked(WORDS[style.lang].cash, style), "value": str(book.cash)}]


def _move(move: Move, style: BrokerStyle) -> Truth:
    told = {
        "date": move.day.isoformat(),
        "description": move.text,
        "type": move.word,
        "amount": str(move.amount),
        "balance": str(move.balance) if style.balance else None,
    }
    if not style.traded or move.quantity is None or move.price is None:
        return told
    figures = {"quantity": f"{move.quantity:f}", "unit_price": f"{move.price:.4f}"}
    return {**told, "security": move.text, **figures, "trade_fees": str(move.fee) if move.fee else None}


def quirks(style: BrokerStyle) -> list[str]:
    """The features that make this document special, by name."""
    found = {
        "groups": style.grouped,
        "group_totals": style.group_totals,
        f"identifier_{style.identifier}": True,
        "bonds": style.bonds,
        "pence": style.pence,
        f"foreign_{style.foreign}": style.foreign != "none",
        f"cash_{style.cash}": True,
        "shares": style.weight >= 0,
        "no_movements": not style.moves,
        f"amounts_{style.amounts}": bool(style.moves),
        "running_balance": style.balance and bool(style.moves),
        f"defect_{style.defect}": bool(style.defect),
    }
    return [name for name, present in found.items() if present]


def check(style: BrokerStyle, book: Book) -> None:
    """Fails if products, sums or cash do not add up."""
    for one in book.held:
        made = one.quantity * one.price * one.factor
        if style.foreign == "local" and one.local is not None:
            assert one.local == made.quantize(CENT), one
            made = one.local
        assert one.value == (made * (one.rate or 1)).quantize(CENT), one
    assert book.total == sum((one.value for one in book.held), Decimal(0))
    assert book.total == sum(book.sums.values(), Decimal(0))
    assert book.closing == book.opening + sum((move.amount for move in book.moves), Decimal(0))
