"""Labelled amounts -> the balances that a summary leads between by its own arithmetic, whatever they are called."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from extraction.tables.pairs import Pair, across, down
from extraction.tables.section_words import section_sign
from extraction.tables.vocabulary import is_beside_balance, total_kind
from extraction.text import dates
from extraction.text.normal import has_letter, plain

LEAST_PARTS, MOST_PARTS = 2, 7
"""What came in and what went, each in so many parts, stands between two balances."""


def led(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """Labelled amounts of an account -> first and last of those, on a line or below each other, of which the first and
    the parts between make the last: "2,000.00, received 500.00, spent 300.00, 1,800.00". Parts with days before them
    are rows, and what stands above them may be one of them."""
    for run in (*across(pairs), *down(pairs), *down(pairs, 0)):
        for first in range(len(run)):
            for last in range(first + 1 + LEAST_PARTS, min(first + 2 + MOST_PARTS, len(run))):
                ends = may_name_balance(run[first]) and may_name_balance(run[last])
                if ends and _leads(run[first : last + 1]) and not any(_has_day(p) for p in run[first + 1 : last]):
                    yield run[first], run[last]


def may_name_balance(pair: Pair) -> bool:
    """Whether a label names no part of a summary, and no other figure than a balance."""
    label = plain(pair.near) or plain(pair.above)
    beside = is_beside_balance(label) or is_beside_balance(plain(pair.left))  # "interest | at a rate of 1.00 % since"
    named = total_kind(label) or section_sign(label, card=True) or beside
    return has_letter(label) and not named


def _has_day(pair: Pair) -> bool:
    """Whether a label begins with a day, as rows do."""
    return dates.leading(pair.left) is not None


def _leads(run: Sequence[Pair]) -> bool:
    """Whether the first amount and those between make the last one, with some of them added and others taken off."""
    first, *parts, last = [pair.amount.value for pair in run]
    moved = [part for part in parts if part]
    return bool(moved) and any(sum(some, first) == last for some in _signed(moved))


def _signed(parts: Sequence[Decimal]) -> Iterator[tuple[Decimal, ...]]:
    """Amounts -> all ways to sign them."""
    return product(*((part, -part) for part in parts))
