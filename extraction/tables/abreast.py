"""Lines that hold several records abreast, as lists of checks do: two, three or four on a line."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from extraction.geometry import cluster
from extraction.model import Cell
from extraction.tables.columns import column_of
from extraction.tables.head import Header, territory
from extraction.tables.items import Item
from extraction.tables.table import Column, DateEntry, Entry, Strip
from extraction.tables.vocabulary import is_total
from extraction.text import amounts
from extraction.text.amounts import Point
from extraction.text.dates import ORDERS, Order
from extraction.text.lines import Line
from extraction.text.normal import plain

ABREAST = 12.0
"""Records that stand below each other begin within so many points of the next one."""


def records(found: Sequence[Item], point: Point, header: Header | None = None) -> list[list[Item]]:
    """Items of a line, the head that they stand below -> records that have one date and one amount: those below names
    that are printed several times in turn, or such as all end with the one or the other, or begin with the date, as
    lists of checks print them two or three abreast; empty where the line is not made of such records."""
    named = _by_names(found, header) if header is not None else []
    if named and all(map(_is_record, named)):
        return named
    for last in ("amount", "date"):
        parts: list[list[Item]] = [[]]
        for item in found:
            parts[-1].append(item)
            if getattr(item, last) is not None:
                parts.append([])
        rest = parts.pop()
        if last == "amount" and rest and parts and (whole := amounts.parse(rest[-1].text, point, loose=True)):
            parts.append([*rest[:-1], replace(rest[-1], amount=whole)])
            rest = []
        if not rest and parts and all(_is_record(part) for part in parts):
            return parts
    starts = [i for i, item in enumerate(found) if item.date]
    parts = [[*found[a:b]] for a, b in pairwise([*starts, len(found)])]
    return parts if starts[:1] == [0] and len(parts) > 1 and all(_is_record(part) for part in parts) else []


def _by_names(found: Sequence[Item], header: Header) -> list[list[Item]]:
    """Items of a line, a head that prints the same names several times in turn, and perhaps that of their total -> the
    items below each turn."""
    total = is_total(plain(header.cells[-1].text))
    names = [cell.text for cell in header.cells[: -1 if total else None]]
    turn = next((n for n in range(2, len(names) // 2 + 1) if names == names[:n] * (len(names) // n)), 0)
    if not turn:
        return []
    place = {cell: index // turn for index, cell in enumerate(header.cells)}
    placed = groupby(found, key=lambda item: place[territory(header, item.x0, item.x1)])
    return [list(items) for index, items in placed if index < len(names) // turn]


def _is_record(items: Sequence[Item]) -> bool:
    return sum(i.date is not None for i in items) == 1 == sum(i.amount is not None for i in items)


def place_of(columns: Sequence[Column], lines: Sequence[Sequence[Item]]) -> int:
    """Columns of money, the items of all lines -> the column that the amounts of records go to, wherever they stand:
    the first one of amounts or debits; without a head that in which most lines with one amount have it."""
    roles = [column.role for column in columns]
    alone = [found[0] for line in lines if len(found := [item for item in line if item.amount]) == 1]
    count = Counter(column_of(item, columns) for item in alone)
    last = max(range(len(columns)), key=lambda index: count[index])
    return next((roles.index(role) for role in ("amount", "debit") if role in roles), last if count else 0)


def strip_of(line: Line, record: Sequence[Item], index: int) -> Strip:
    """A record, the column that its amount goes to -> a strip."""
    day = next(item for item in record if item.date)
    amount = next(item for item in record if item.amount)
    assert day.date
    assert amount.amount
    return Strip(
        line,
        tuple(word for item in record for word in item.words),
        DateEntry(day.date, Cell.of(day.words, line.page)),
        None,
        {index: Entry(amount.amount, Cell.of(amount.words, line.page))},
        tuple(item for item in record if item.plain),
        odd=True,
    )


def in_order(found: Sequence[Strip]) -> list[Strip]:
    """Strips -> the same with records that stand abreast in the order of their numbers: down the columns, where that
    goes back less often than across the lines does."""
    result: list[Strip] = []
    run: list[Strip] = []
    for strip in [*found, None]:
        alone = strip is not None and strip.anchor and any(abs(_left(strip) - _left(one)) <= ABREAST for one in run)
        if strip is not None and ((strip.odd and strip.anchor) or alone):  # the last line of a list may have one record
            run.append(strip)
            continue
        columns = cluster(enumerate(run), lambda placed: _left(placed[1]), ABREAST)
        down = [one for column in columns for _, one in sorted(column, key=lambda placed: placed[0])]
        result += down if _runs_down(run, down) else run
        result += [strip] if strip is not None else []
        run = []
    return result


def _runs_down(across: Sequence[Strip], down: Sequence[Strip]) -> bool:
    """Whether records go on down the columns: their numbers go back less often so, or where those are in no order, the
    days of one of the two never do."""
    back = _steps_back(map(_number, across)), _steps_back(map(_number, down))
    if 0 not in back:
        astray = [all(_steps_back(_days(found, order)) for order in ORDERS) for found in (across, down)]
        if astray[0] != astray[1]:
            return astray[0]
    return back[1] < back[0]


def _left(strip: Strip) -> float:
    return strip.words[0].x0


def _number(strip: Strip) -> tuple[int] | None:
    """The number of a record, such as that of its check."""
    digits = re.sub(r"\D", "", strip.texts[0].text if strip.texts else "")
    return (int(digits),) if digits else None


def _days(found: Iterable[Strip], order: Order) -> Iterator[tuple[int, int, int] | None]:
    for strip in found:
        day = strip.posted.date.resolve(order) if strip.posted else None
        yield (day[0] or 0, *day[1:]) if day else None


def _steps_back(found: Iterable[tuple[int, ...] | None]) -> int:
    """How often one of those that are there is below the one before."""
    return sum(a > b for a, b in pairwise(one for one in found if one is not None))
