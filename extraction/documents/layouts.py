"""Pages and their lines -> what may be read from them: tables and labelled amounts, the likelier reading first."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extraction.documents.heads.days_alone import days_alone, in_order
from extraction.model import Page
from extraction.tables.head import Header
from extraction.tables.header import headers
from extraction.tables.items import Item, items
from extraction.tables.pairs import Pair, pairs
from extraction.tables.rows import tables
from extraction.tables.securities.movement_heads import with_movements
from extraction.tables.table import Row, Table
from extraction.tables.vocabulary import balance_kind, begins_as_balance
from extraction.text import amounts, dates
from extraction.text.amounts import BOTH, POINTS, Point
from extraction.text.lines import Line
from extraction.text.normal import plain
from schemas.provenance import BBox

_WHOLE = re.compile(r"\b(?:CLP|HUF|Ft|ISK|JPY|KRW|PYG|TWD|UGX|VND|XAF|XOF)\b|[¥円₩원₫]")
"""Currencies without decimals (ISO 4217, or in use), where accounts without stand beside others."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Lines under one decimal mark: tables, labelled amounts, the places of lines that are rows, and of heads (True: a
    list of balances)."""

    point: Point
    tables: tuple[Table, ...]
    pairs: tuple[Pair, ...]
    rows: frozenset[int]
    heads: dict[int, bool]


def _points(text: Sequence[Line]) -> list[Point]:
    """Decimal marks under which amounts are found, the more frequent first."""
    votes: Counter[Point] = Counter(dict.fromkeys(POINTS, 0))
    for line in text:
        for chunk in line.chunks:
            for word in chunk.words:
                found = amounts.points(word.text)
                if found and not _is_day(word.text):
                    votes.update(found)
    most = max(votes[point] for point in POINTS if len(point) == 1)
    told = [point for point, count in votes.most_common() if count and (len(point) == 1 or count > most)]
    both = [
        point
        for point, parts in BOTH.items()
        if all(votes[part] > 1 and _dated(text, part) > 1 for part in parts)
        and ("0" not in point or any(_WHOLE.search(line.text) for line in text))
    ]
    return [*both, *told] or ["."]


def _dated(text: Sequence[Line], point: Point) -> int:
    """Lines that begin with a date, or the name of a balance, and end in an amount, or in one and a date."""
    found = [its for line in text if _moves(its := items(line, point))]
    told = [its for its in found if its[-1].amount and (its[0].date or balance_kind(plain(its[0].text)))]
    ended = (its for its in found if len(its) > 1 and its[-1].date)
    return len(told) + sum(its[0].date is not None or its[-2].amount is not None for its in ended)


def _moves(found: Sequence[Item]) -> bool:
    return any(item.amount for item in found)


def _is_day(text: str) -> bool:
    """Whether a word is a date such as 12.10. rather than an amount."""
    found = dates.leading(text)
    return found is not None and found[1] == len(text) - text.endswith(".") and text.endswith(".")


def layouts(pages: Sequence[Page], text: Sequence[Line], securities: bool = False) -> Iterator[Layout]:
    """Pages, their lines, whether securities are moved in them -> what may be read, the likelier first: by the decimal
    mark, and with rows above all heads where there are some."""
    heads = with_movements(headers(text), text) if securities else headers(text)
    for point in _points(text):
        labelled = pairs(text, point)
        layout = _layout(pages, text, point, heads, labelled)
        yield layout
        more = _layout(pages, text, point, heads, labelled, above=True)
        if sum(row.posted is not None for table in more.tables[:1] for row in table.rows) > 1 and (
            len(more.tables) > len(layout.tables) > 0
        ):
            yield more


def beyond_heads(pages: Sequence[Page], text: Sequence[Line]) -> Iterator[Layout]:
    """Pages, their lines -> what may be read where heads mislead: the columns of money as the arithmetic finds them,
    then all lines as one table without a head."""
    heads = headers(text)
    if not any(head.transactions for head in heads):
        return
    for point in _points(text):
        labelled = pairs(text, point)
        yield _layout(pages, text, point, [replace(head, open=head.transactions) for head in heads], labelled)
        bare = _layout(pages, text, point, [head for head in heads if not head.transactions], labelled)
        yield replace(bare, heads=_named(heads))  # its rows have to be those below the heads all the same


def _layout(
    pages: Sequence[Page], text: Sequence[Line], point: Point, heads: Sequence[Header], labelled: Sequence[Pair],
    above: bool = False,
) -> Layout:  # fmt: skip
    rules = [(page.number, rule) for page in pages for rule in page.rules]
    found = tuple(tables(text, heads, point, rules, above))
    if days := days_alone(found, text, labelled):
        numbered = tuple(tables(text, [replace(head, days=days) for head in heads], point, rules, above))
        found = numbered if in_order(numbered) else found
    rows = _row_lines(text, found)
    # above an amount of a row stands the head of its column, which is no label of it
    own = tuple(replace(pair, above="") if pair.line in rows else pair for pair in labelled)
    return Layout(point, found, own, rows, _named(heads))


def _named(heads: Sequence[Header]) -> dict[int, bool]:
    """Places of the lines of heads (True: of a list of balances)."""
    return {
        i: not h.transactions and ("balance" in h.roles or h.balances)
        for h in heads
        for i in range(h.first, h.last + 1)
    }


def _row_lines(text: Sequence[Line], found: Sequence[Table]) -> frozenset[int]:
    """Places of the lines that rows are made of; a block without any date is a box of figures."""
    boxes: defaultdict[int, list[BBox]] = defaultdict(list)
    for table in found:
        dated = {row.block for row in table.rows if row.posted or (row.valued and not _is_summary(row))}
        for row in table.rows:
            if row.block in dated:
                boxes[row.page].append(row.cell.box)
    return frozenset(i for i, line in enumerate(text) if any(_in(line, box) for box in boxes[line.page]))


def _is_summary(row: Row) -> bool:
    """Whether a line without a posted date begins as a balance, and its dates are those of balances."""
    return begins_as_balance(plain(row.description)) is not None


def _in(line: Line, box: BBox) -> bool:
    """Whether a line stands in the box of a row, not in a panel beside it."""
    beside = line.chunks[0].x0 > box[2] or line.chunks[-1].x1 < box[0]
    return box[1] <= line.middle <= box[3] and not beside


def symbols_of(table: Table) -> Iterator[str]:
    """Currencies beside the amounts of a table; a column that has several holds foreign amounts."""
    for index, column in enumerate(table.columns):
        if table.header and column.role is None:
            continue
        amounts_ = [row.entries[index].amount for row in table.rows if index in row.entries]
        told = [amount.currency for amount in amounts_ if amount.currency]
        if len(set(told)) == 1:
            yield from told


def symbols(layout: Layout) -> Iterator[str]:
    """Currencies beside amounts, those of all tables and labelled ones."""
    yield from (told for table in layout.tables for told in symbols_of(table))
    yield from (p.amount.currency for p in layout.pairs if p.amount.currency and p.line not in layout.rows)
