"""Makes a document contradict itself. The truth keeps what is printed; `misprints` tells what was changed."""

from decimal import Decimal
from random import Random
from typing import Any

from .figures import figure
from .ledger import sum_of
from .model import CENT, Account
from .style import Style

Misprint = dict[str, Any]


def swap_digits(value: Decimal, rng: Random) -> Decimal:
    """The value with two neighbouring digits swapped, or one cent more where all digits are equal."""
    digits = list(f"{abs(value):.2f}".replace(".", ""))
    places = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1]]
    if not places:
        return value + CENT.copy_sign(value)
    i = rng.choice(places)
    digits[i], digits[i + 1] = digits[i + 1], digits[i]
    return (Decimal("".join(digits)) * CENT).copy_sign(value)


def spoil(account: Account, style: Style, rng: Random) -> list[Misprint]:
    """Applies the style's defect to the account."""
    if style.defect == "closing_off":
        step = rng.choice((CENT, -CENT, Decimal(1), Decimal(-10), Decimal("100.00"), Decimal("-9.00")))
        account.shown_closing = account.closing + step
        return [_misprint(None, "closing_balance", account.shown_closing, account.closing, style)]
    if style.defect == "row_dropped":
        telling = [i for i in range(1, len(account.rows) - 1) if account.rows[i].amount]  # no balance misses 0.00
        gone = account.rows.pop(rng.choice(telling))
        if style.balance == "day":  # keep a balance on the last row left of the day
            same = [r for r in account.rows if r.day == gone.day]
            if same and gone.shows_balance:
                same[-1].shows_balance, same[-1].balance = True, gone.balance
        return [
            {
                "index": None,
                "field": "row",
                "printed": None,
                "note": f"left out: {gone.day} {' '.join(gone.lines)} {gone.amount}",
            }
        ]
    if style.defect == "digits_swapped":
        at = rng.randrange(len(account.rows))
        row = account.rows[at]
        row.shown = swap_digits(row.amount, rng)
        return [_misprint(at, "amount", row.shown, row.amount, style)]
    if style.defect == "total_wrong":
        step = rng.choice((Decimal("10.00"), Decimal("0.10"), Decimal("27.35"), Decimal("100.00")))
        account.shown_in += step
        account.parts["purchases" if style.kind == "card" else "in"] += step
        rises = sum_of([r for r in account.rows if r.amount > 0])
        return [_misprint(None, "total_credits", account.shown_in, rises, style)]
    return []


def _misprint(index: int | None, field: str, printed: Decimal, right: Decimal, style: Style) -> Misprint:
    return {
        "index": index,
        "field": field,
        "printed": figure(printed, style.numbers),
        "note": f"arithmetic gives {right}",
    }
