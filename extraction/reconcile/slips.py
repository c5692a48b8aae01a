"""A printed figure, and those that the rows make -> the one that it should be but for one slip of the pen. Pure."""

from collections.abc import Iterable
from decimal import Decimal

LEAST_DIGITS = 5
"""A figure of fewer digits, zeros at its end not counted, is like another one by chance."""


def meant(printed: Decimal, figures: Iterable[Decimal], least: int = LEAST_DIGITS) -> Decimal | None:
    """A printed figure, those that it may be, all without sign, the fewest digits that tell -> the least of them from
    which it differs by one digit or by two neighbours that are swapped; None where it is one of them, or too short.

    >>> meant(Decimal("375.65"), [Decimal("365.65"), Decimal("1560.51")])
    Decimal('365.65')
    >>> meant(Decimal("300.00"), [Decimal("400.00")]) is None, meant(Decimal("42.94"), [Decimal("36.94")], 4) is None
    (True, True)
    """
    known = sorted(figures)
    if len(_digits(printed).rstrip("0")) < least or printed in known:
        return None
    return next((figure for figure in known if _slipped(printed, figure)), None)


def _slipped(printed: Decimal, figure: Decimal) -> bool:
    """Whether one digit parts two figures, two neighbours that are swapped, or one more or less in a place; long ones,
    any number in a place, though the next one changes with it."""
    away = _digits(abs(printed - figure)).rstrip("0")
    if away == "1" or (len(away) == 1 and len(_digits(printed).rstrip("0")) >= LEAST_DIGITS):
        return True
    one, other = _digits(printed), _digits(figure)
    width = max(len(one), len(other))
    one, other = one.rjust(width, "0"), other.rjust(width, "0")
    places = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    swapped = len(places) == 2 and places[0] + 1 == places[1] and one[places[0]] == other[places[1]]
    return len(places) == 1 or (swapped and one[places[1]] == other[places[0]])


def _digits(value: Decimal) -> str:
    return "".join(str(digit) for digit in value.as_tuple().digits).lstrip("0")
