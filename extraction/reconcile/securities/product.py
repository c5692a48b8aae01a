"""Quantity times price: whether it makes the printed value, within what the printed digits leave open. Pure.

A printed figure stands for all that round to it: half a unit of its last digit up and down. A whole number of shares is
exact. A price of bonds is a percentage of the nominal amount, one of London may be in pence, an option is of a hundred
shares; each only where the page says so.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extraction.text.quantities import Figure

HALF = Decimal("0.5")
WHOLE = 1
"""Quantities that are rounded have more decimals than this."""
HUNDREDTH, HUNDRED, ONE = Decimal("0.01"), Decimal(100), Decimal(1)
Outcome = Literal["exact", "rounded", "fails", "not_applicable"]
"""The value is the product rounded to its digits; it lies within what rounding leaves open; it does not; nothing to
compare."""


@dataclass(frozen=True, slots=True)
class Range:
    """What a product may be: `value` as the digits stand, and how far rounding of the factors may take it."""

    value: Decimal
    slack: Decimal

    def times(self, other: "Range") -> "Range":
        slack = abs(self.value) * other.slack + abs(other.value) * self.slack + self.slack * other.slack
        return Range(self.value * other.value, slack)

    def per(self, other: "Range") -> "Range":
        """The quotient; `other` is not zero."""
        value = self.value / other.value
        least = abs(other.value) - other.slack
        slack = (self.slack + abs(value) * other.slack) / least if least > 0 else abs(value)
        return Range(value, slack)

    def plus(self, other: "Range") -> "Range":
        return Range(self.value + other.value, self.slack + other.slack)


@dataclass(frozen=True, slots=True)
class Product:
    """What came of one row. `expected`: the product as the digits stand, None where there is none to make.

    `scale`: what the product was multiplied with besides; `slack`: how far rounding may take it from the value.
    """

    outcome: Outcome
    expected: Decimal | None = None
    scale: Decimal = ONE
    slack: Decimal = Decimal(0)

    @property
    def holds(self) -> bool:
        return self.outcome in ("exact", "rounded")


NOTHING = Product("not_applicable")


def printed(figure: Figure, whole: bool = False) -> Range:
    """Figure -> what it stands for. `whole`: with no decimals, or one, it is exact, as a number of shares is."""
    exact = whole and figure.decimals <= WHOLE
    return Range(figure.signed, Decimal(0) if exact else HALF * figure.step)


def compared(made: Range, value: Figure, scale: Decimal = ONE) -> Product:
    """What the factors make, the printed value -> whether they agree.

    >>> compared(Range(Decimal("1234.567"), Decimal(0)), Figure(Decimal("1234.57"), "", 2, None, False)).outcome
    'exact'
    """
    scaled = Range(made.value * scale, made.slack * scale)
    off = abs(scaled.value - value.signed)
    own = HALF * value.step
    outcome: Outcome = "exact" if off <= own else "rounded" if off <= own + scaled.slack else "fails"
    return Product(outcome, scaled.value, scale, scaled.slack + own)


def product(
    quantity: Figure,
    price: Figure,
    value: Figure,
    scales: tuple[Decimal, ...] = (ONE,),
    added: Figure | None = None,
    rate: Figure | None = None,
    exact: bool = False,
) -> Product:
    """Quantity, price, value; what the product may be scaled by, the likelier first; accrued interest that the value
    may include; the printed rate of exchange -> the best outcome.

    `exact`: the price is not rounded, such as that of money, 1.00. A rate may be printed either way round. A short
    position has a minus before its quantity and before its value.
    """
    price_ = Range(price.value, Decimal(0) if exact else printed(price).slack)
    base = printed(quantity, whole=True).times(price_)
    worst: Product | None = None
    for scale in scales:
        made = [Range(base.value * scale, base.slack * scale)]
        if rate is not None and rate.value:
            made = [way for one in made for way in (one.times(printed(rate)), one.per(printed(rate)))]
        if added is not None:
            made += [one.plus(printed(added)) for one in made]
        for one in made:
            found = compared(one, value)
            if found.holds:
                return Product(found.outcome, found.expected, scale, found.slack)
            if worst is None or _off(found, value) < _off(worst, value):
                worst = Product(found.outcome, found.expected, scale, found.slack)
    return worst or NOTHING


def exchange(value: Figure, rate: Figure, other: Figure) -> Product:
    """A value, the printed rate of exchange, the value in another currency -> whether they agree, the rate either way
    round."""
    if not rate.value:
        return NOTHING
    made = (printed(value).times(printed(rate)), printed(value).per(printed(rate)))
    found = [compared(one, other) for one in made]
    return next((one for one in found if one.holds), found[0])


def _off(found: Product, value: Figure) -> Decimal:
    assert found.expected is not None
    return abs(found.expected - value.signed)
