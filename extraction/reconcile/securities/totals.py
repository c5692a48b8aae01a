"""Positions in printed order -> the tree of their totals: which rows each printed total sums up. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extraction.reconcile.securities.lots import without_lots
from extraction.reconcile.securities.positions import Position
from extraction.tables.securities.classes import is_cash, is_sum


@dataclass(frozen=True, slots=True)
class Sum:
    """A printed total. `members`: places of the rows it sums up; `expected`: what they make. `whole`: it is of all rows
    above it, as far as it holds or its label says; `currency`: only of those in this currency, which it names."""

    position: Position
    members: tuple[int, ...]
    expected: Decimal
    whole: bool
    currency: str | None = None

    @property
    def holds(self) -> bool:
        return self.position.amount == self.expected

    @property
    def difference(self) -> Decimal:
        return self.position.amount - self.expected


@dataclass(frozen=True, slots=True)
class Node:
    """What is left to be summed: rows by their places; `closed`: a printed total stands for them."""

    amount: Decimal
    members: tuple[int, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """The rows, the printed totals, and what no further total sums up."""

    rows: tuple[Position, ...]
    sums: tuple[Sum, ...]
    tops: tuple[Node, ...]

    @property
    def amount(self) -> Decimal:
        return sum((row.amount for row in self.rows), start=Decimal(0))

    @property
    def covered(self) -> frozenset[int]:
        """Places of the rows that a total sums up which holds."""
        return frozenset(i for one in self.sums if one.holds for i in one.members)

    def figures(self) -> set[Decimal]:
        """Absolute values that a page may print of it: of rows, of groups, of all, of all but money."""
        made = {abs(row.amount) for row in self.rows} | {abs(one.expected) for one in self.sums} | {abs(self.amount)}
        money = (row.amount for row in self.rows if is_cash(row.record.label) or is_cash(row.record.heading))
        made.add(abs(self.amount - sum(money, start=Decimal(0))))
        groups: dict[str, Decimal] = {}
        for row in self.rows:
            groups[row.record.heading] = groups.get(row.record.heading, Decimal(0)) + row.amount
        return made | {abs(value) for value in groups.values()}


def tree(found: Sequence[Position]) -> Tree:
    """Positions of all tables in printed order -> their rows, totals, and what is left to be summed.

    A total closes the shortest run of rows and groups right above it that make it, or the rows in the currency that it
    names; one that stands above its rows, as on the line of a heading, those below it.
    """
    rows: list[Position] = []
    sums: list[Sum] = []
    stack: list[Node] = []
    ahead: Sum | None = None
    found = without_lots(found)
    for k, position in enumerate(found):
        if _sums_up(position) or _sums_all(position, stack, found[k + 1 :]):
            _close(position, stack, sums, rows)
            ahead = None
        elif (count := _heads(found, k)) > 0:
            members = tuple(range(len(rows), len(rows) + count))
            ahead = Sum(position, members, position.amount, False)
            sums.append(ahead)
        else:
            stack.append(Node(position.amount, (len(rows),), False))
            rows.append(position)
            if ahead is not None and ahead.members[-1] == len(rows) - 1:
                stack[len(stack) - len(ahead.members) :] = [Node(ahead.expected, ahead.members, True)]
                ahead = None
    return Tree(tuple(rows), tuple(sums), tuple(stack))


def _sums_up(position: Position) -> bool:
    label = position.record.label
    if position.quantity is not None and position.price is not None:
        return False
    return position.value is not None and (not label.strip() or is_sum(label)) and not position.product.holds


def _sums_all(position: Position, stack: Sequence[Node], below: Sequence[Position]) -> bool:
    """Whether a last line without quantity and price is a total although its label does not say so: it is the sum of
    all."""
    if not position.record.bare or len(stack) < 2 or is_cash(position.record.label) or not position.amount:
        return False
    same = [other for other in below if other.table is position.table]
    return not same and position.amount == sum((node.amount for node in stack), start=Decimal(0))


def _heads(found: Sequence[Position], k: int) -> int:
    """How many rows below a line without quantity and price make its value: it is a total above its rows."""
    first = found[k]
    if not first.record.bare or first.value is None or not first.amount:
        return 0
    total, count = Decimal(0), 0
    for position in found[k + 1 :]:
        if _sums_up(position) or (position.record.bare and not is_cash(position.record.label)):
            break
        total, count = total + position.amount, count + 1
        if total == first.amount:
            return count
    return 0


def _close(position: Position, stack: list[Node], sums: list[Sum], rows: Sequence[Position]) -> None:
    total = Decimal(0)
    for at in range(len(stack) - 1, -1, -1):
        total += stack[at].amount
        if total != position.amount:
            continue
        while at > 0 and not stack[at - 1].amount and not stack[at - 1].closed:
            at -= 1
        members = _members(stack[at:])
        sums.append(Sum(position, members, total, at == 0))
        stack[at:] = [Node(total, members, True)]
        return
    code = next(
        (c for row in rows if (c := row.price_currency) and re.search(rf"\b{c}\b", position.record.label)), None
    )
    own = [node for node in stack if code in {rows[i].price_currency for i in node.members}]
    if code and sum((node.amount for node in own), start=Decimal(0)) == position.amount:
        sums.append(Sum(position, _members(own), position.amount, False, code))
        stack[:] = [*(node for node in stack if node not in own), Node(position.amount, _members(own), True)]
        return
    at = next((i + 1 for i in range(len(stack) - 1, -1, -1) if stack[i].closed), 0)
    starts = (at, 0) if at < len(stack) else (0,)  # what it is meant to sum up: all since the last total, or all
    ways = {start: sum((node.amount for node in stack[start:]), start=Decimal(0)) for start in starts}
    at = min(ways, key=lambda start: abs(ways[start] - position.amount))
    total = ways[at]
    members = _members(stack[at:])
    sums.append(Sum(position, members, total, at == 0))
    stack[at:] = [Node(total, members, True)] if members else []


def _members(nodes: Sequence[Node]) -> tuple[int, ...]:
    return tuple(i for node in nodes for i in node.members)
