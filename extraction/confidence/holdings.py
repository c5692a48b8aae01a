"""Holdings of an account and their grounds -> the class of each value: what tells how likely it is right."""

from collections.abc import Iterator, Sequence

from extraction.confidence.said import HELD, Key, Path, Said, reader
from extraction.reconcile.securities.held import HoldingGrounds
from schemas.provenance import Provenance
from schemas.statement import Account, Holding

HOLDING = "holding"
"""The holding as a whole: quantity, price and value together."""


def named(field: str) -> str:
    """Field of a holding -> the name of its value, which rows and headers share with none."""
    return f"{HOLDING}_{field}"


def of_holdings(account: Account, grounds: Sequence[HoldingGrounds], about: Said) -> Iterator[tuple[Key, Path]]:
    """Account, the grounds of its holdings, what is said of it -> the class of each holding and of its values."""
    state = about.state_by(HELD)
    wrong = {issue.holding for issue in about.errors if issue.holding is not None}
    for number, (one, ground) in enumerate(zip(account.holdings, grounds, strict=True)):
        doubt = "doubted" if number in wrong else "not_doubted"
        for name, path in _of_holding(one, ground):
            yield (about.place, number, name), (name, state, doubt, *path)


def _of_holding(one: Holding, ground: HoldingGrounds) -> Iterator[tuple[str, Path]]:
    """A holding -> name of each of its values, and what is known of it, what tells most first."""
    read = reader(one.provenance)
    product = _product(one, ground)
    yield HOLDING, (product, ground.total, ground.share, read)
    yield named("name"), (read, product)
    if one.identifier is not None:
        yield named("identifier"), (one.identifier_kind or "code", read)
    for field, place in one.fields.items():
        yield named(field), _of_figure(field, place, product, ground)


def _of_figure(field: str, place: Provenance, product: str, ground: HoldingGrounds) -> Path:
    """Figure of a holding, its place -> what the others beside it say of it, and how it was read."""
    read = reader(place)
    if field == "value":
        return ground.total, product, ground.share, read
    if field == "weight":
        return ground.share, read
    if field in ("cost_basis", "unrealized_gain"):
        return ground.gain, read
    return product, ground.total, read


def _product(one: Holding, ground: HoldingGrounds) -> str:
    """What came of quantity × price; where there is none to make, what is printed: the value alone, as of cash, no
    value, or one factor of two."""
    if one.quantity is None and one.unit_price is None:
        return "value_alone"
    if one.value is None:
        return "no_value"
    return "one_factor" if None in (one.quantity, one.unit_price) else ground.product
