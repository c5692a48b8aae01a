"""Printed numbers of any decimals, and identifiers with right check digits."""

from decimal import Decimal
from random import Random

from ..figures import SEPARATORS

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def number(value: Decimal, decimals: int, numbers: str) -> str:
    """The value with so many decimals, grouped as the name `numbers` says; a minus stands before it."""
    group, point = SEPARATORS[numbers]
    whole, _, rest = f"{abs(value):.{decimals}f}".partition(".")
    whole = f"{int(whole):,}".replace(",", group) if group else whole
    return ("-" if value < 0 else "") + whole + (point + rest if rest else "")


def luhn(text: str) -> int:
    """Check digit of ISO 6166 for the first eleven characters of an ISIN."""
    digits = "".join(str(int(ch, 36)) for ch in text)
    total = sum(sum(divmod(int(d) * (2 if place % 2 == 0 else 1), 10)) for place, d in enumerate(reversed(digits)))
    return (10 - total % 10) % 10


def isin(country: str, rng: Random) -> str:
    body = country.upper() + "".join(rng.choice("0123456789") for _ in range(9))
    return f"{body}{luhn(body)}"


def ticker(rng: Random) -> str:
    """A code of an exchange; four letters, as codes of currencies have three."""
    return "".join(rng.choice(LETTERS) for _ in range(4))
