"""Silent errors that are open: changes accepted with other rows although the printed evidence decides them.

Each is tried in the tests and has to fail there; once the engine is right, it goes from here.
"""

DROPPED = (
    "where the column of balances contradicts the rows, it is read as no balances, and the two ends prove the rows"
)
DATES = "of two dates in one cell the second is passed over"

KNOWN: dict[tuple[str, int, str], str] = {
    ("no balances", 102, "rows overprinted"): DATES,
    ("card, per row", 302, "rows swapped"): DROPPED,
}
"""(layout, seed, mutator) -> why it survives."""

KNOWN_UNCHANGED = {
    ("card, per row", 311): "the column of balances is read as no balances, and no row has one",
}
"""(layout, seed) of statements that are accepted with other rows as they are -> why."""
