"""Figures of a line -> whether they work out interest: a balance, its days, a rate, and what they make. Pure."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations

MOST_DAYS = 366
"""A balance is counted for no more days."""
HUNDRED, CENT = 100, Decimal("0.01")
"""Interest is a part of so many, rounded to so much."""
NUMBERS = ((HUNDRED, CENT), (1000, Decimal("0.001")))
"""Numbers of interest are balances times days by so many, rounded to so much."""
YEARS = (360, 365, 366)
"""The days of a year for a bank."""
MOST = 8
"""A line of more figures is not looked at."""


def of_interest(figures: Sequence[Decimal]) -> bool:
    """Whether one of the figures of a line is a balance times its days, the hundredth or thousandth of that, or its
    interest at a yearly rate in percent.

    >>> of_interest([Decimal("1067.44"), Decimal(22), Decimal("14.90"), Decimal("9.59")])
    True
    >>> of_interest([Decimal("3428.72"), Decimal(2), Decimal("68.57")]), of_interest([Decimal(4), Decimal("96.50")])
    (True, False)
    >>> [of_interest([Decimal("7192.18"), Decimal(5), Decimal(number)]) for number in ("35.961", "35.963")]
    [True, False]
    """
    for held, days, made in permutations(figures, 3) if len(figures) <= MOST else ():
        if days != int(days) or not 0 < days <= MOST_DAYS or not made:
            continue
        number = held * days
        if (number == made and days > 1) or any(abs(number / part - made) < least for part, least in NUMBERS):
            return True
        rates = [rate for rate in figures if 0 < rate < HUNDRED and rate not in (held, days, made)]
        if any(abs(number * rate / (HUNDRED * year) - made) < CENT for rate in rates for year in YEARS):
            return True
    return False
