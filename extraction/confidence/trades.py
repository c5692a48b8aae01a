"""What the rows of an account say of securities -> the class of each value: what tells how likely it is right."""

from collections.abc import Iterator

from extraction.confidence.said import HELD, Key, Path, Said, reader
from schemas.statement import Account, Trade


def traded(field: str) -> str:
    """Field of a trade -> the name of its value."""
    return f"trade_{field}"


def of_trades(account: Account, about: Said) -> Iterator[tuple[Key, Path]]:
    """Account, what is said of it -> the class of each value of its trades."""
    state = about.state_by(HELD)
    wrong = {issue.row for issue in about.errors if issue.row is not None}
    for number, row in enumerate(account.transactions):
        doubt = "doubted" if number in wrong else "not_doubted"
        for field, place in row.trade.fields.items() if row.trade else ():
            assert row.trade
            name = traded(field)
            yield (about.place, number, name), (name, state, doubt, _product(row.trade), reader(place))


def _product(trade: Trade) -> str:
    """What a trade prints of quantity × price, which makes the amount of its row where no error names it."""
    printed = sum(one is not None for one in (trade.quantity, trade.unit_price))
    return ("neither", "one_factor", "both_factors")[printed]
