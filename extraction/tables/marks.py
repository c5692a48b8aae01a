"""Marks of debits and credits that stand in a column of their own, or below their amounts -> counted to these."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.geometry import median
from extraction.tables.columns import ALIGNED, column_of
from extraction.tables.head import Header, territory
from extraction.tables.items import MARKS, SIGNS, SUFFIXES, Item
from extraction.tables.table import Column, Strip
from extraction.text import amounts
from extraction.text.amounts import Point

DEBITS = frozenset({"DB", "Db", "DR", "Dr"})
LETTER, SEVERAL = re.compile(r"[A-Z]{1,2}"), 3
"""A mark that nobody knows, and beside how many known ones it is one."""
_IN = "In IN Inn Eingang Zugang Entrée Entrada ENTRADA Entrata ENTRATA"
_OUT = "Out OUT Uit UIT Ausgang Abgang Sortie Salida SALIDA Saída SAÍDA Uscita USCITA Ut"
WAYS = {**dict.fromkeys(_IN.split(), "CR"), **dict.fromkeys(_OUT.split(), "DR")}
"""What a column says of the way that money went."""
WIDE = 12.0
"""Marks of one column begin within so many points."""
MARKED = 0.6
"""A column of marks has one for this share of the lines with amounts."""


def with_unknown_marks(lines: Sequence[Sequence[Item]], point: Point) -> list[list[Item]]:
    """Items of the lines of a table -> the same, texts that are an amount with a letter as amounts without any mark,
    where several amounts end in the same place with C, CR, D or the like: "2,731.44 M", of monthly instalments."""
    ends = [item.x1 for line in lines for item in line if item.amount and item.words[-1].text in SUFFIXES]
    return [[_unlettered(item, ends, point) for item in line] for line in lines]


def _unlettered(item: Item, ends: Sequence[float], point: Point) -> Item:
    *number, letter = item.words
    if not (number and item.plain and LETTER.fullmatch(letter.text)):
        return item
    amount = amounts.parse(" ".join(word.text for word in number), point)
    beside = sum(abs(end - item.x1) <= ALIGNED for end in ends)
    return Item(tuple(number), amount=amount) if amount and beside >= SEVERAL else item


def with_marks_below(found: Sequence[Strip], columns: Sequence[Column], point: Point) -> list[Strip]:
    """Strips -> with a CR or DR that stands alone below an amount counted to it."""
    result: list[Strip] = []
    for strip in found:
        mark = next((item for item in strip.texts if item.text in ("CR", "DR", "Cr", "Dr")), None)
        above = result[-1] if result else None
        index = None if mark is None or strip.entries or strip.posted or above is None else column_of(mark, columns)
        entry = above.entries.get(index) if above is not None and index is not None else None
        if mark is None or above is None or entry is None or entry.amount.mark or above.line.page != strip.line.page:
            result.append(strip)
            continue
        amount = amounts.parse(f"{entry.cell.text} {mark.text}", point, loose=True)
        if amount is not None and index is not None:
            result[-1] = replace(above, entries={**above.entries, index: replace(entry, amount=amount)})
            strip = replace(strip, texts=tuple(item for item in strip.texts if item is not mark))
        result.append(strip)
    return result


def with_marks(found: list[Strip], columns: Sequence[Column], header: Header | None, point: Point) -> list[Strip]:
    """Strips -> with the marks of a column of CR and DR, or of "in" and "out", counted to the amounts of the column
    that they stand beside. A dash below a head such as "Quantity", or where amounts of another column end, is an empty
    cell."""
    marks = [
        (s, item)
        for s in found
        if s.entries
        for item in s.texts
        if _is_mark(item) and not _empty(item, s, columns, header) and not _is_blank(item, s)
    ]
    anchors = sum(bool(s.entries) for s in found)
    if not marks or not (len(marks) >= MARKED * anchors or _debits(marks)) or _of_both(marks, columns):
        return found
    x = median([item.x0 for _, item in marks])
    left = [i for i, column in enumerate(columns) if column.x1 <= x + 2]
    index = max(left, key=lambda i: columns[i].x1, default=0)
    return [_with_mark(s, index, x, point) for s in found]


def _is_mark(item: Item) -> bool:
    return item.text in MARKS or item.text in WAYS


def _is_blank(item: Item, strip: Strip) -> bool:
    """Whether a dash is one of several by themselves on its line: they are empty cells."""
    return item.text in SIGNS and sum(other.text in SIGNS for other in strip.texts) > 1


def _debits(marks: Sequence[tuple[Strip, Item]]) -> bool:
    """Whether marks are a column of debits alone, however few: all say so, and stand below each other."""
    left = [item.x0 for _, item in marks]
    return len(marks) > 1 and {item.text for _, item in marks} <= DEBITS and max(left) - min(left) <= ALIGNED


def _of_both(marks: Sequence[tuple[Strip, Item]], columns: Sequence[Column]) -> bool:
    """Whether marks are one letter throughout, beside amounts in columns of either side: a code of something else, such
    as the kind of account."""
    sides = {columns[i].role for strip, _ in marks for i in strip.entries} & {"debit", "credit"}
    return len({item.text for _, item in marks}) == 1 == len(marks[0][1].text) and len(sides) == 2


def _empty(item: Item, strip: Strip, columns: Sequence[Column], header: Header | None) -> bool:
    if header is None or item.text not in SIGNS:
        return False
    ends = any(abs(c.x1 - item.x1) <= ALIGNED for i, c in enumerate(columns) if c.role and i not in strip.entries)
    return ends or territory(header, item.x0, item.x1).role == "other"


def _with_mark(strip: Strip, index: int, x: float, point: Point) -> Strip:
    mark = next((i for i in strip.texts if _is_mark(i) and abs(i.x0 - x) < WIDE and not _is_blank(i, strip)), None)
    entry = strip.entries.get(index)
    if mark is None or entry is None or entry.amount.mark:
        return strip
    amount = amounts.parse(f"{entry.cell.text} {WAYS.get(mark.text, mark.text)}", point, loose=True)
    if amount is None:
        return strip
    texts = tuple(item for item in strip.texts if item is not mark)
    return replace(strip, entries={**strip.entries, index: replace(entry, amount=amount)}, texts=texts)
