"""Figures that a slip parts from another."""

from decimal import Decimal

import pytest

from extraction.reconcile.slips import meant

FIGURES = [Decimal("365.65"), Decimal("1560.51"), Decimal("-0.00")]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("375.65", "365.65"),  # a digit
        ("356.65", "365.65"),  # two neighbours
        ("365.66", "365.65"),  # a cent
        ("1560.52", "1560.51"),
        ("1660.51", "1560.51"),
        ("1506.51", "1560.51"),
        ("365.65", None),  # it is one
        ("377.65", None),
        ("653.65", None),
        ("1365.65", "365.65"),
        ("300.00", None),
    ],
)
def test_one_slip(printed: str, expected: str | None) -> None:
    found = meant(Decimal(printed), FIGURES)
    assert found == (Decimal(expected) if expected else None)


def test_a_short_figure_is_like_another_by_chance() -> None:
    assert meant(Decimal("12.35"), [Decimal("12.34")]) is None
    assert meant(Decimal("12500"), [Decimal("12400")]) is None
    assert meant(Decimal("12345"), [Decimal("12346")]) == 12346
