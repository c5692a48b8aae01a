"""The items of a line -> the same, parted and joined as the columns say in which they stand."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.geometry import overlap
from extraction.tables.columns import ALIGNED, column_of
from extraction.tables.head import Header, territory
from extraction.tables.items import SIGNS, Item, leading_amount, settled, trailing_amount, trailing_date
from extraction.tables.names import MONEY
from extraction.tables.spans import Span
from extraction.tables.table import Column
from extraction.text import amounts
from extraction.text.amounts import Point
from extraction.text.dates import PrintedDate, of_digits, of_moment
from extraction.text.normal import plain

_DAY, _NUMBER = re.compile(r"\d\d"), re.compile(r"\d\d?")
_PARTS = re.compile(r"\b(?:cuotas?|instal+ments?|parcelas?|rat[ae]|mensualites?|termijn(?:en)?|raten?)\b")
"""Names of columns that tell which part of a purchase is charged, "04/06"."""
TOUCHING = 3.0
"""An amount glued to a text belongs to a column whose right edge is within this many points."""


def is_dated(item: Item, header: Header) -> bool:
    """Whether an item stands below a head of dates."""
    return territory(header, item.x0, item.x1).role in ("date", "value_date")


def settled_by_heads(found: Sequence[Item], header: Header | None, year_first: bool) -> list[Item]:
    """Items -> with 12.10 a date below a head of dates, or, without a head, where another amount follows; month and day
    may have a column each."""
    found = _with_day(_two_days(found, header), header) if header is not None else found
    result = []
    for i, item in enumerate(found):
        if header is not None:
            if item.date and not item.amount and _PARTS.search(plain(territory(header, item.x0, item.x1).text)):
                item = Item(item.words)
            is_date = is_dated(item, header)
            told = is_date and item.plain
            printed = (of_digits(item.text, year_first) or of_moment(item.text)) if told else None
            printed = printed or (_of_day(item, header) if told else None)
            if printed:
                item = replace(item, date=printed)
        else:
            is_date = any(other.amount is not None for other in found[i + 1 :])
        result.append(settled(item, is_date))
    return result


def _of_day(item: Item, header: Header) -> PrintedDate | None:
    """A text below a head of dates -> the day that it is the number of, where the head has days."""
    return next((day for day in header.days if _NUMBER.fullmatch(item.text) and day.a == int(item.text)), None)


def _two_days(found: Sequence[Item], header: Header) -> list[Item]:
    """Items of a line -> the same, two dates of digits alone in one text below a head of dates parted: "0421 0423"."""
    result: list[Item] = []
    for item in found:
        both = [len(word.text) for word in item.words] in ([4, 4], [6, 6]) and is_dated(item, header)
        if both and item.plain and all(of_digits(word.text) for word in item.words):
            result += [Item((word,)) for word in item.words]
        else:
            result.append(item)
    return result


def _with_day(found: Sequence[Item], header: Header) -> Sequence[Item]:
    """Items of a line -> the same, two numbers below a head of dates that it begins with as one text, and two below the
    next one."""
    result: list[Item] = []
    rest = list(found)
    while len(rest) > 2 and all(item.plain and _DAY.fullmatch(item.text) for item in rest[:2]):
        one, other = rest[:2]
        if not is_dated(one, header) or territory(header, one.x0, one.x1) != territory(header, other.x0, other.x1):
            break
        result.append(Item((*one.words, *other.words)))
        rest = rest[2:]
    return [*result, *rest]


def undated(found: list[Item], posted: Sequence[Span]) -> list[Item]:
    """Items -> with a date at the end of a text parted from it, where a line without a date of its own has it in the
    column of dates."""
    if any(item.date and span.holds(item) for item in found for span in posted):
        return found
    result: list[Item] = []
    for item in found:
        parts = trailing_date(item) if item.plain else None
        if parts and any(abs(parts[1].x0 - s.x0) <= ALIGNED or abs(parts[1].x1 - s.x1) <= ALIGNED for s in posted):
            result.extend(parts)
        else:
            result.append(item)
    return result


def without_lead(item: Item, columns: Sequence[Column], header: Header | None, point: Point) -> list[Item]:
    """An amount -> the same without the dash of the empty cell left of it, which ends where another column does, or the
    head of one; a currency that begins below the head of texts, whose text it goes on, is an item of its own."""
    if item.amount is None or len(item.words) < 2:
        return [item]
    first, rest = item.words[0], Item(item.words[1:])
    bare = replace(rest, amount=amounts.parse(rest.text, point))
    if first.text in SIGNS:
        own = column_of(item, columns)
        ends = [column.x1 for i, column in enumerate(columns) if i != own]
        ends += [cell.x1 for cell in header.cells if cell.role in MONEY and cell.x1 < rest.x0] if header else []
        return [bare] if any(abs(end - first.x1) <= ALIGNED for end in ends) else [item]
    texts = [cell.x0 for cell in header.cells if cell.role == "description"] if header else []
    if first.text in amounts.CODES and any(abs(x - first.x0) <= ALIGNED for x in texts):
        return [Item((first,)), bare]
    return [item]


def unglued(found: Sequence[Item], columns: Sequence[Column], header: Header | None, point: Point) -> list[Item]:
    """Items -> the same with amounts at either end of a text parted from it, where they end like a column, or stand in
    one or below its head, and the text behind them begins below the head of texts."""
    cells = header.cells if header else ()
    starts = [cell.x0 for cell in cells if cell.role == "description"]
    named = [Column(cell.role, cell.x0, cell.x1) for cell in cells if cell.role in MONEY]
    result: list[Item] = []
    for item in found:
        for part in (trailing_amount, leading_amount):
            parts = part(item, point) if item.plain else None
            amount = next((p for p in parts or () if p.amount is not None), None)
            begins = [x for x in starts if parts and abs(parts[-1].x0 - x) <= ALIGNED]
            places = [*columns, *(named if begins else ())]
            if parts and amount and any(_ends_like(amount, column, bool(begins)) for column in places):
                result.extend(parts)
                break
        else:
            result.append(item)
    return result


def _ends_like(amount: Item, column: Column, begins: bool) -> bool:
    """Whether an amount ends where a column does; where a text begins right of it, whether it stands in the column."""
    ends = abs(amount.x1 - column.x1) <= TOUCHING
    return ends or (begins and overlap(amount.x0, amount.x1, column.x0, column.x1) > 0)
