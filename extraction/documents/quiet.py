"""An account without rows -> whether it has none, or they could not be read. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extraction.documents.accounts import Part
from extraction.reconcile.figure_words import beside_rows
from extraction.tables.header import headers
from extraction.tables.items import items
from extraction.tables.pairs import Pair
from extraction.tables.section_words import is_decoy
from extraction.text.amounts import POINTS, Point
from extraction.text.lines import Line
from extraction.text.normal import plain


def quiet(part: Part, pairs: Sequence[Pair], lines: Sequence[Line], point: Point, balance: Decimal, told: bool) -> bool:
    """An account without rows, its labelled amounts, all lines, the decimal mark, its one balance, whether the page
    says that nothing moved -> whether it is certain that there are no rows.

    No amount is printed but the balance and zeros. Where the page says it, what no row makes (limits, rates) may be;
    where it does not, its text is the file's own, and a head without rows, or an account among several, says it.
    """
    own = lines[part.first : part.last]
    known = {abs(balance), Decimal(0)}
    aside = _announced(lines, point) | _rated(lines) if told else frozenset()
    if any(
        pair.amount.value not in known and not (told and _stands_for_itself(pair)) and pair.line not in aside
        for pair in pairs
    ):
        return False
    others = [other for other in POINTS if other[0] != point[0]]
    if any(_row(line, other) for line in own for other in others):
        return False
    if told:
        return True
    native = all(word.method == "native" for line in own for word in line.words)
    return native and (part.idle is not None or any(head.transactions for head in headers(own)))


def _stands_for_itself(pair: Pair) -> bool:
    """Whether an amount is no row: its label or the head above it says so, or it has none, as the steps of a table of
    rates."""
    headed = replace(pair, left="")
    return beside_rows(pair) or (bool(pair.above) and beside_rows(headed)) or not (pair.left or pair.above).strip()


def _announced(lines: Sequence[Line], point: Point) -> frozenset[int]:
    """Lines -> the places of those with a date and an amount right below a heading of what is not booked yet."""
    found: set[int] = set()
    below = False
    for place, line in enumerate(lines):
        row = _row(line, point)
        below = (below and row) or (not row and len(line.chunks) == 1 and is_decoy(plain(line.text)))
        found.update([place] if below and row else [])
    return frozenset(found)


def _rated(lines: Sequence[Line]) -> frozenset[int]:
    """Lines -> the places of those that print a rate: the steps of balances that earn or cost it."""
    return frozenset(place for place, line in enumerate(lines) if "%" in line.text)


def _row(line: Line, point: Point) -> bool:
    """Whether a line begins with a date and ends in an amount."""
    found = items(line, point)
    return found[0].date is not None and found[-1].amount is not None
