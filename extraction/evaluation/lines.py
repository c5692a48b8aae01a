"""Rows of a truth and rows that were read, aligned in order on date and amount. Pure."""

import datetime
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

ALIKE = 0.8
"""Texts that are this similar count as the same: blanks and the order of lines may differ."""

Wrong = Literal["sign", "date", "amount", "missing", "extra"]


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it is compared. `text` None: not known; `other`: the second of two dates, where there is one.

    Of a row that was read also the stated probability of each of its values, and its place in the account, from 0.
    `trade`: what it says of a security, by the name of the value.
    """

    date: datetime.date | None
    amount: Decimal
    balance: Decimal | None = None
    text: str | None = None
    other: datetime.date | None = field(default=None, compare=False)
    confidences: Mapping[str, float | None] = field(default_factory=dict, compare=False)
    place: int | None = field(default=None, compare=False)
    trade: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def key(self) -> tuple[datetime.date | None, Decimal]:
        """What makes two rows the same."""
        return self.date, self.amount


@dataclass(frozen=True, slots=True)
class Miss:
    """A row that is wrong. `missing` has no `found`, `extra` no `told`; the others are one row that differs."""

    kind: Wrong
    told: Line | None
    found: Line | None


@dataclass(frozen=True, slots=True)
class _Chain:
    """The best way to pair rows so far, which ends with row `i` of the truth and `j` of what was read."""

    rows: int
    alike: float
    i: int
    j: int
    before: "_Chain | None"

    @property
    def rank(self) -> tuple[int, float]:
        return self.rows, self.alike


def aligned(told: Sequence[Line], found: Sequence[Line]) -> list[tuple[int, int]]:
    """Rows of the truth, rows that were read -> positions of the same rows, in order.

    As many as can be (a longest common subsequence); of ways with as many, the one with the more similar texts.
    Pairs of equal rows are visited once each, and a Fenwick tree over `found` keeps the best chain up to a position:
    O(p log n) for p pairs, which is about n log n, as few rows of a statement have both date and amount in common.
    """
    places: dict[tuple[datetime.date | None, Decimal], list[int]] = defaultdict(list)
    for j, line in enumerate(found):
        places[line.key].append(j)
    tree: list[_Chain | None] = [None] * (len(found) + 1)
    for i, line in enumerate(told):
        grown = []
        for j in places.get(line.key, ()):
            before = _best(tree, j)
            rows, alike = before.rank if before else (0, 0.0)
            grown.append(_Chain(rows + 1, alike + similarity(line.text, found[j].text), i, j, before))
        for chain in grown:  # only now: a row of the truth is paired once
            _keep(tree, chain)
    pairs = []
    last = _best(tree, len(found))
    while last:
        pairs.append((last.i, last.j))
        last = last.before
    return pairs[::-1]


def misses(told: Sequence[Line], found: Sequence[Line], pairs: Sequence[tuple[int, int]]) -> list[Miss]:
    """Rows, the same ones among them -> the others, in order: those between the same two neighbours belong together."""
    result = []
    edges = [(-1, -1), *pairs, (len(told), len(found))]
    for (a, b), (c, d) in pairwise(edges):
        result += _between(told[a + 1 : c], found[b + 1 : d])
    return result


def similarity(a: str | None, b: str | None) -> float:
    """Two texts -> 0 to 1: the share of characters in common; 1 where one is not known.

    >>> similarity("Card  payment", "card payment"), similarity("Rent", None)
    (1.0, 1.0)
    """
    if a is None or b is None or a == b:
        return 1.0
    first, second = _plain(a), _plain(b)
    return 1.0 if first == second else SequenceMatcher(None, first, second, autojunk=False).ratio()


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def _between(told: Sequence[Line], found: Sequence[Line]) -> list[Miss]:
    """Rows between two that are the same -> what is wrong with them."""
    kinds: tuple[Wrong, ...] = ("sign", "date", "amount")
    twins: dict[int, tuple[Wrong, int]] = {}
    taken: set[int] = set()
    for kind in kinds:
        for i, line in enumerate(told):
            free = (j for j, other in enumerate(found) if j not in taken and _differs_by(line, other) == kind)
            if i not in twins and (j := next(free, None)) is not None:
                twins[i] = (kind, j)
                taken.add(j)
    rows = [
        Miss(twins[i][0], line, found[twins[i][1]]) if i in twins else Miss("missing", line, None)
        for i, line in enumerate(told)
    ]
    return [*rows, *(Miss("extra", None, line) for j, line in enumerate(found) if j not in taken)]


def _differs_by(told: Line, found: Line) -> Wrong | None:
    if told.date == found.date:
        return "sign" if told.amount == -found.amount else "amount"
    return "date" if told.amount == found.amount else None


def _best(tree: Sequence[_Chain | None], before: int) -> _Chain | None:
    """Fenwick tree -> its best chain among the first `before` positions."""
    best: _Chain | None = None
    while before:
        chain = tree[before]
        if chain and (best is None or chain.rank > best.rank):
            best = chain
        before &= before - 1
    return best


def _keep(tree: list[_Chain | None], chain: _Chain) -> None:
    at = chain.j + 1
    while at < len(tree):
        kept = tree[at]
        if kept is None or chain.rank > kept.rank:
            tree[at] = chain
        at += at & -at
