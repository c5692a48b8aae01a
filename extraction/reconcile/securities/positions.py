"""Tables of holdings -> positions: which column is the quantity, the price, the value, judged by their products."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product as combinations

from extraction.model import Cell
from extraction.reconcile.securities.product import HUNDRED, HUNDREDTH, NOTHING, ONE, Product, exchange, product
from extraction.tables.securities.classes import is_bond, is_cash, is_option
from extraction.tables.securities.holding_heads import HeadCell
from extraction.tables.securities.holdings import Entry, HoldingsTable, Record
from extraction.tables.securities.securities import FIGURES, Field, in_pence, in_percent
from extraction.text import dates
from extraction.text.amounts import CODES
from extraction.text.quantities import PENCE

MOST = 3
"""Columns that are tried for one role."""
STACKED = 0.5
"""A head that names two fields below each other is one of two where this share of the rows has two figures there."""
_CODE = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(CODES)}|{PENCE})(?![^\W\d_])")

_FIGURE = re.compile(r"[-+(]?\s?(?:[A-Z]{3}|[$€£])?\s?\d[\d ]*[.,'’][\d.,'’ ]*\d\s?[)%]?")
"""What is meant as a figure, whether or not it can be read."""

Slot = tuple[int, int]
"""A place for a figure: its column in the head, and how many figures of that column stand above it."""


@dataclass(frozen=True, slots=True)
class Roles:
    """What the places of a table hold. `named`: fields by place; None for a role that no place has."""

    quantity: Slot | None
    price: Slot | None
    value: Slot
    local: Slot | None
    named: dict[Slot, Field]


@dataclass(frozen=True, slots=True)
class Position:
    """A record as it is meant, and what its product says. `others`: its other figures by field; `malformed`: texts with
    digits where a figure belongs. `currency`, `price_currency`: as printed, None where they are not."""

    record: Record
    table: HoldingsTable
    quantity: Entry | None
    price: Entry | None
    value: Entry | None
    local: Entry | None
    others: dict[Field, Entry]
    malformed: tuple[Cell, ...]
    currency: str | None
    price_currency: str | None
    product: Product = NOTHING

    @property
    def amount(self) -> Decimal:
        """The value in the currency of the totals, 0 where none is printed."""
        return self.value.figure.signed if self.value else Decimal(0)


def positions(table: HoldingsTable) -> list[list[Position]]:
    """Table -> its records under the roles that most products prove, in the order of what the heads say; several where
    as many hold: values in two currencies, or of two days, which only their totals can part."""
    ways: list[tuple[int, list[Position]]] = []
    for roles in _ways(table):
        found = [_position(record, table, roles) for record in table.records]
        holds = sum(p.product.holds for p in found)
        ways.append((holds - sum(p.product.outcome == "fails" for p in found), found))
    most = max((score for score, _ in ways), default=0)
    return [found for score, found in ways if score == most][:MOST]


def _ways(table: HoldingsTable) -> Iterator[Roles]:
    """Assignments of roles to the places of a table, as the heads name them first."""
    named = {slot: name for slot, name in _slots(table) if name is not None}
    places = [slot for slot, _ in _slots(table)]
    quantity: list[Slot | None] = [s for s in places if named.get(s) == "quantity"]
    price: list[Slot | None] = [s for s in places if named.get(s) == "price"]
    quantity = quantity[:MOST] or [*[s for s in places if named.get(s) in ("amount", None)][:MOST], None]
    price = price[:MOST] or [*[s for s in places if named.get(s) is None][:MOST], None]
    value = [s for s in places if named.get(s) == "value"] or [
        s for s in places if named.get(s) in ("local_value", "amount")
    ]
    local = next((s for s in places if named.get(s) == "local_value"), None)
    if local is None and "value" in named.values() and quantity != [None]:  # "Valeur" beside "Valeur en CHF"
        local = next((s for s in places if named.get(s) == "amount" and s not in quantity), None)
    if not value:
        return
    value = sorted(value, key=lambda slot: _day(table.head.cells[slot[0]]), reverse=True)
    for q, p, v in combinations(quantity, price, value[:MOST]):
        if len({q, p, v}) == 3 or q is None or p is None:
            other = local if local not in (q, p, v) else None
            yield Roles(q, p, v, other, named)
            if other is not None and named.get(other) == "amount":
                yield Roles(q, p, v, None, named)


def _slots(table: HoldingsTable) -> list[tuple[Slot, Field | None]]:
    """Places of a table that hold figures, and the fields that their heads name."""
    found: list[tuple[Slot, Field | None]] = []
    for column, cell in enumerate(table.head.cells):
        counts = [len(record.entries.get(column, ())) for record in table.records if not record.bare]
        most = max(counts or [len(record.entries.get(column, ())) for record in table.records], default=0)
        stack = [name for name in cell.stack if name in FIGURES]
        two = len(cell.stack) > 1 and sum(_lines(r, column) > 1 for r in table.records) >= STACKED * max(len(counts), 1)
        names: list[Field | None] = list(stack) if two and stack else [cell.field]
        found += [((column, k), names[k] if k < len(names) else "other") for k in range(most)]
    return found


def _lines(record: Record, column: int) -> int:
    """How many figures or texts stand in one column of a record."""
    return len(record.entries.get(column, ())) + len(record.texts.get(column, ()))


def _day(cell: HeadCell) -> tuple[int, int, int]:
    """The day that a head names, by which the later of two values is told."""
    found = dates.find(cell.text)
    if not found:
        return (0, 0, 0)
    printed = found[-1][0]
    told = printed.resolve("dmy") or printed.resolve("mdy") or (0, 0, 0)
    return (told[0] or 0, told[1], told[2])


def _position(record: Record, table: HoldingsTable, roles: Roles) -> Position:
    def at(slot: Slot | None) -> Entry | None:
        some = record.entries.get(slot[0], ()) if slot else ()
        return some[slot[1]] if slot and slot[1] < len(some) else None

    used = {roles.quantity, roles.price, roles.value, roles.local}
    others = {name: entry for slot, name in roles.named.items() if slot not in used and (entry := at(slot)) is not None}
    quantity, price, value, local = at(roles.quantity), at(roles.price), at(roles.value), at(roles.local)
    found = Position(
        record, table, quantity, price, value, local, others, tuple(_malformed(record, table)),
        _currency(value, roles.value, record, table), _currency(price, roles.price, record, table, first=True),
    )  # fmt: skip
    return replace(found, product=_product(found, roles))


def _malformed(record: Record, table: HoldingsTable) -> Iterator[Cell]:
    """Texts with digits where quantities, prices and values stand, dates and identifiers left out: figures that no
    convention reads."""
    for column, cells in record.texts.items():
        if table.head.cells[column].field in ("quantity", "price", "value", "local_value"):
            yield from (cell for cell in cells if _FIGURE.fullmatch(cell.text) and not dates.find(cell.text))


def _currency(
    entry: Entry | None, slot: Slot | None, record: Record, table: HoldingsTable, first: bool = False
) -> str | None:
    """The currency of a figure: beside it, in its head; of a price also in the row's column of currencies, or in the
    heading above."""
    if entry is None or slot is None:
        return None
    if entry.figure.currency not in (None, "$"):
        return entry.figure.currency
    head = table.head.cells[slot[0]]
    if in_pence(head.text) and first:
        return PENCE
    beside = [cell.text for cell in record.texts.get(slot[0], ())]
    own = [c.text for i, cells in record.texts.items() if table.head.cells[i].field == "currency" for c in cells]
    places = (*beside, head.text, *(own if first else ()), *((record.heading,) if first else ()))
    return next((found[0] for text in places if (found := _CODE.search(text))), None)


def _product(found: Position, roles: Roles) -> Product:
    """Quantity × price against the value in the currency of the price, where that is printed besides, and then that one
    against the value through the printed rate; else against the value, at par or through the rate."""
    if found.quantity is None or found.price is None or (found.value is None and found.local is None):
        return NOTHING
    added, rate = found.others.get("accrued"), found.others.get("rate")
    factors = (found.quantity.figure, found.price.figure)
    extra = added.figure if added else None
    target = found.local or found.value
    assert target is not None
    money = found.price.figure.value == ONE and is_cash(found.record.label)
    plain = product(*factors, target.figure, _scales(found, roles), extra, exact=money)
    if rate is None or found.value is None:
        return plain
    if found.local is not None:
        through = exchange(found.local.figure, rate.figure, found.value.figure)
        return plain if not plain.holds or through.holds else through
    if plain.holds:
        return plain
    through = product(*factors, found.value.figure, _scales(found, roles), extra, rate.figure)
    return through if through.holds else plain


def _scales(found: Position, roles: Roles) -> tuple[Decimal, ...]:
    """What a product may be scaled by, as the page says: pence and percentages a hundredth, contracts by their size."""
    assert found.price is not None
    head = found.table.head.cells[roles.price[0]].text if roles.price else ""
    name = " ".join(cell.text for cells in found.record.texts.values() for cell in cells)
    many = found.others.get("multiplier")
    if many is not None:
        return (many.figure.value,)
    if found.price_currency == PENCE:
        return (HUNDREDTH,)
    nominal = found.quantity is not None and found.quantity.figure.currency is not None
    beside = any("%" in cell.text for cell in found.record.texts.get(roles.price[0], ())) if roles.price else False
    if found.price.figure.percent or beside or (in_percent(head) and not _both_kinds(found.table)):
        return (HUNDREDTH,)
    if nominal or is_bond(name) or is_bond(found.record.heading):
        return (ONE, HUNDREDTH)
    return (ONE, HUNDRED) if is_option(name) or is_option(found.record.heading) else (ONE,)


def _both_kinds(table: HoldingsTable) -> bool:
    """Whether only some rows of a table are bonds: a head such as "Price / %" counts for them alone."""
    kinds = {
        is_bond(" ".join(c.text for cells in r.texts.values() for c in cells)) for r in table.records if not r.bare
    }
    return len(kinds) > 1
