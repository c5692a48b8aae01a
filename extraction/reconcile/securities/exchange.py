"""Values in another currency than their prices: whether one rate of exchange explains all of them. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extraction.reconcile.securities.positions import Position
from extraction.reconcile.securities.product import HALF, Product, Range
from extraction.text.quantities import PENCE

Interval = tuple[Decimal, Decimal]


def exchanged(found: Sequence[Position], currency: str | None) -> list[Position]:
    """Positions, the currency of their values where they print none -> the same; those whose price is in another
    currency hold where the rate that their value implies is that of the others in that currency.

    One alone proves no rate: its product is not applicable.
    """
    rates: dict[str, list[tuple[int, Interval]]] = {}
    for i, position in enumerate(found):
        implied = _implied(position, currency)
        if implied is not None and position.price_currency is not None:
            rates.setdefault(position.price_currency, []).append((i, implied))
    result = list(found)
    for some in rates.values():
        agreed = common([interval for _, interval in some])
        for i, (low, high) in some:
            alone = len(some) < 2
            holds = not alone and low <= agreed <= high
            before = found[i].product
            outcome = Product(
                "rounded" if holds else "not_applicable" if alone else "fails",
                _made(before, agreed, alone),
                before.scale,
            )
            result[i] = replace(found[i], product=outcome)
    return result


def _made(before: Product, rate: Decimal, alone: bool) -> Decimal | None:
    return None if alone or before.expected is None else before.expected * rate


def _implied(position: Position, currency: str | None) -> Interval | None:
    """The rates that the value of a row allows, where its product fails for that its price is in another currency."""
    product, value = position.product, position.value
    foreign = "GBP" if position.price_currency == PENCE else position.price_currency
    if product.outcome != "fails" or value is None or not product.expected or foreign is None:
        return None
    if foreign == (position.currency or currency) or "rate" in position.others or position.local is not None:
        return None
    slack = max(product.slack - HALF * value.figure.step, Decimal(0))
    return implied(Range(product.expected, slack), Range(value.figure.signed, HALF * value.figure.step))


def implied(base: Range, value: Range) -> Interval | None:
    """What is multiplied, what comes of it -> the factors that make it, least and most; None where there is none."""
    if abs(base.value) <= base.slack or value.value * base.value <= 0:
        return None
    least = (abs(value.value) - value.slack) / (abs(base.value) + base.slack)
    most = (abs(value.value) + value.slack) / (abs(base.value) - base.slack)
    return least, most


def common(intervals: Sequence[Interval]) -> Decimal:
    """Intervals, at least one -> a point that lies in as many of them as can be."""
    points = [low for low, _ in intervals]
    best = max(points, key=lambda point: (sum(low <= point <= high for low, high in intervals), point))
    inside = [interval for interval in intervals if interval[0] <= best <= interval[1]]
    return (best + min(high for _, high in inside)) / 2
