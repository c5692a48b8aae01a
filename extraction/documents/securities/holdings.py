"""Lines of a brokerage statement -> its holdings: the reading of its tables that its arithmetic proves best."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

from extraction.documents.account import provenance
from extraction.documents.securities.naming import name_of, named
from extraction.reconcile.securities.positions import Position, positions
from extraction.reconcile.securities.totals import Tree, tree
from extraction.tables.header import headers
from extraction.tables.securities.holding_heads import HoldingsHead, holdings_heads
from extraction.tables.securities.holding_rows import holdings_tables
from extraction.tables.securities.holdings import HoldingsTable
from extraction.tables.securities.movement_heads import movement_heads
from extraction.tables.securities.securities import Field
from extraction.text.lines import Line
from extraction.text.normal import plain
from extraction.text.quantities import MARKS
from schemas.statement import Holding

MOST_TABLES = 4
"""Tables without quantities and prices that are tried with and without: they may sum up the others."""
MOST_WAYS = 12
"""Ways to read the columns of all tables together that are tried."""


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The tables of holdings of a document, as they are meant: their positions and totals in printed order.

    `tables` has those too that only sum up or repeat others.
    """

    tables: tuple[HoldingsTable, ...]
    tree: Tree

    @property
    def lines(self) -> frozenset[int]:
        """Places of the lines that the tables are made of, heads and all that stands in them."""
        return frozenset(i for table in self.tables for i in range(table.first, table.last))

    @property
    def telling(self) -> bool:
        """Whether some row has a value beside a quantity or a price, as no table of anything else has them."""
        return any(row.product.holds for row in self.tree.rows) or any(
            name.kind == "isin" for row in self.tree.rows for name in named(row.record, row.table)
        )


def portfolio(lines: Sequence[Line]) -> Portfolio | None:
    """Lines of a document -> its holdings as they are proved best, None where it has no table of them."""
    heads = holdings_heads(lines)
    if not heads:
        return None
    stops = _stops(lines, heads)
    best: Portfolio | None = None
    most: tuple[int, ...] | None = None
    for mark, continued in product(MARKS, (False, True)):
        tables = holdings_tables(lines, heads, stops, mark, continued)
        for found in _readings(tables):
            score = _score(found)
            if most is None or score > most:
                best, most = found, score
    return best


def _stops(lines: Sequence[Line], heads: Sequence[HoldingsHead]) -> list[int]:
    """Places of the heads of other tables, which end those of holdings."""
    inside = {i for head in heads for i in range(head.first, head.last + 1)}
    others = (*headers(lines), *movement_heads(lines))
    return [head.first for head in others if not inside & set(range(head.first, head.last + 1))]


def _readings(tables: Sequence[HoldingsTable]) -> Iterator[Portfolio]:
    """Tables -> all of them, then without some of those that print no quantities and prices, nor what others repeat."""
    for meant in _meant(tables):
        yield from _parted(tables, meant)


def _meant(tables: Sequence[HoldingsTable]) -> Iterator[list[list[Position]]]:
    """Tables -> their positions; where roles are open, in each way, the same for tables with the same head."""
    ways = [positions(table) for table in tables]
    shapes = list(dict.fromkeys(table.head.fields for table, some in zip(tables, ways, strict=True) if len(some) > 1))
    counts = [
        min(len(some) for table, some in zip(tables, ways, strict=True) if table.head.fields == shape)
        for shape in shapes
    ]
    for chosen in islice(product(*(range(count) for count in counts)), MOST_WAYS):
        places = dict(zip(shapes, chosen, strict=True))
        yield [
            some[min(places.get(t.head.fields, 0), len(some) - 1)] if some else []
            for t, some in zip(tables, ways, strict=True)
        ]


def _parted(tables: Sequence[HoldingsTable], meant: Sequence[Sequence[Position]]) -> Iterator[Portfolio]:
    plain_ = [i for i, some in enumerate(meant) if some and all(p.record.bare for p in some)]
    again = {i for i, some in enumerate(meant) if any(j < i and _repeats(some, meant[j]) for j in range(len(meant)))}
    if len(plain_) == len(meant):
        plain_ = plain_[1:]
    for count in range(min(len(plain_), MOST_TABLES) + 1):
        for left_out in combinations(plain_[:MOST_TABLES], count):
            kept = [some for i, some in enumerate(meant) if i not in left_out and i not in again]
            found = tree([position for some in kept for position in some])
            if found.rows and (not left_out or _made(found, [meant[i] for i in left_out])):
                yield Portfolio(tuple(tables), found)


def _repeats(some: Sequence[Position], before: Sequence[Position]) -> bool:
    """Whether a table prints nothing but what another one has printed."""
    told = [(_key(p), p.amount) for p in some if p.amount]
    return bool(told) and set(told) <= {(_key(p), p.amount) for p in before if p.amount}


def _key(position: Position) -> str:
    return plain(name_of(position.record, position.table))


def _made(found: Tree, left_out: Sequence[Sequence[Position]]) -> bool:
    """Whether tables that are left out print nothing but sums of the others."""
    made = found.figures()
    return all(abs(position.amount) in made for some in left_out for position in some if position.amount)


def _score(found: Portfolio) -> tuple[int, ...]:
    """How well a reading is proved: whether its totals hold, rows that one sums up, products that hold; then how little
    it leaves out."""
    rows, sums = found.tree.rows, found.tree.sums
    fails = sum(row.product.outcome == "fails" for row in rows) + sum(not one.holds for one in sums)
    strays = sum(len(table.strays) for table in found.tables) + sum(len(row.record.stray) for row in rows)
    whole = any(one.holds and len(one.members) == len(rows) for one in sums)
    unread = sum(len(row.malformed) for row in rows)
    proved = sum(row.product.holds for row in rows) + len(found.tree.covered)
    return (int(whole and not fails), proved - 2 * fails - unread, -strays, int(whole), len(rows))


_ENTRIES: dict[Field, str] = {
    "weight": "weight", "cost": "cost_basis", "gain": "unrealized_gain", "accrued": "accrued_interest",
    "income": "estimated_income", "rate": "exchange_rate", "earlier_quantity": "opening_quantity",
}  # fmt: skip


def holding(position: Position, currency: str | None) -> Holding:
    """Position, the currency of the account -> holding."""
    record, table = position.record, position.table
    told = {
        "quantity": position.quantity, "unit_price": position.price, "value": position.value,
        "local_value": position.local,
        **{name: position.others.get(field) for field, name in _ENTRIES.items()},
    }  # fmt: skip
    if (gain := told["unrealized_gain"]) is not None and gain.figure.percent:
        told["unrealized_gain"] = None
    if (income := told["estimated_income"]) is not None and income.figure.percent:
        told["estimated_income"] = None
    known = {name: entry for name, entry in told.items() if entry is not None}
    names = named(record, table)
    own = position.currency or currency
    price_currency = position.price_currency if position.price_currency not in (own, None) else None
    return Holding(
        name=name_of(record, table),
        identifier=names[0].text if names else None,
        identifier_kind=names[0].kind if names else None,
        group=record.heading or None,
        price_factor=position.product.scale,
        currency=own,
        price_currency=price_currency,
        provenance=provenance(record.cell),
        fields={name: provenance(entry.cell) for name, entry in known.items()},
        **{name: entry.figure.signed for name, entry in known.items()},
    )
