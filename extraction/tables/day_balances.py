"""Balances on lines of their own: in headings of days ("Monday, 3 March 2025   End of day 527.14"), and on the last
line of a row."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extraction.model import Cell
from extraction.tables.columns import column_of
from extraction.tables.items import Item, trailing_amount
from extraction.tables.table import Column, Entry, Row, Strip, Table
from extraction.tables.vocabulary import balance_kind, is_carried, is_day_balance, is_total
from extraction.text.amounts import Point
from extraction.text.normal import plain

LEADING = 0.5
"""A further line of a row follows within so many line heights."""
FEWEST = 2
"""A table that is made so has at least so many days."""


def after_their_rows(found: Sequence[Strip], columns: Sequence[Column], point: Point) -> list[Strip]:
    """Strips of a table -> the same; where days are headed by their balance, the date stays above the rows of the day
    and the balance goes below them. No row has a date of its own then."""
    parted = [_parted(strip, columns, point) for strip in found]
    heads = [i for i, balance in enumerate(parted) if balance is not None]
    if len(heads) < FEWEST or not all(_heads(found, i) for i in heads):
        return list(found)
    result: list[Strip] = []
    kept: Strip | None = None
    last = 0  # the place after the last line with amounts
    for strip, balance in zip(found, parted, strict=True):
        if balance is None:
            result.append(replace(strip, blurred=False))
            last = len(result) if strip.anchor else last
            continue
        if kept:
            result.append(kept)
            last = len(result)
        result.append(replace(strip, entries={}, texts=()))
        kept = balance
    if kept:
        result.insert(max(last, 1), kept)
    return result


def over_the_page(above: Table, below: Table) -> tuple[Table, Table]:
    """A table, its continuation on the next page -> the same, with the balance of the last day above below its rows
    that stand on the next page."""
    day = above.rows[-1] if above.rows else None
    if day is None or day.posted or not is_day_balance(plain(day.description)) or above.roles != below.roles:
        return above, below
    rest = list(takewhile(lambda row: _of_the_day(row, day.page) and not _told(row), below.rows))
    if not rest:
        return above, below
    moved = [replace(row, order=row.order - 1) for row in rest]
    moved.append(replace(day, order=rest[-1].order, block=rest[-1].block))
    return replace(above, rows=above.rows[:-1]), replace(below, rows=(*moved, *below.rows[len(rest) :]))


def _of_the_day(row: Row, page: int) -> bool:
    """Whether a row has no date of its own: none, or one that is printed on the page before."""
    return row.posted is None or row.posted.cell.page == page < row.page


def _told(row: Row) -> bool:
    """Whether a row is called a balance or a total."""
    label = plain(row.description)
    return is_total(label) or balance_kind(label) is not None or is_day_balance(label)


def joined_to_rows(found: Sequence[Strip], columns: Sequence[Column]) -> list[Strip]:
    """Strips of a table -> the same; a balance on a further line of a row, beside its text, counted to its amounts."""
    result: list[Strip] = []
    row: int | None = None  # the place of the last line with amounts that goes on
    for strip in found:
        above = result[-1].line if result else None
        near = above is not None and above.page == strip.line.page
        near = (
            near
            and above is not None
            and strip.line.top - above.bottom < LEADING * (strip.line.bottom - strip.line.top)
        )
        if row is not None and near and _is_last_line(strip, columns) and not _balanced(result[row], columns):
            result[row] = replace(result[row], entries={**result[row].entries, **strip.entries})
            strip = replace(strip, entries={})
        elif strip.anchor:
            row = len(result) if strip.texts else None
        elif not near:
            row = None
        result.append(strip)
    return result


def _is_last_line(strip: Strip, columns: Sequence[Column]) -> bool:
    """Whether a line has a text, no date, no amount but a balance, and does not say that it is a balance or total."""
    if strip.posted or strip.valued or not strip.texts or [columns[i].role for i in strip.entries] != ["balance"]:
        return False
    told = plain(" ".join(item.text for item in strip.texts))
    return balance_kind(told) is None and not is_carried(told) and not is_total(told) and not is_day_balance(told)


def _balanced(strip: Strip, columns: Sequence[Column]) -> bool:
    return any(columns[i].role == "balance" for i in strip.entries)


def _heads(found: Sequence[Strip], index: int) -> bool:
    """Whether the next line with amounts has no date: it is of the day that the line heads, perhaps overleaf."""
    after = next((strip for strip in found[index + 1 :] if strip.anchor), None)
    return after is None or after.posted is None


def _parted(strip: Strip, columns: Sequence[Column], point: Point) -> Strip | None:
    """A line -> the balance that it prints beside a date, without the date; None where it is no such heading."""
    if strip.posted is None or len(strip.entries) > 1 or len(strip.texts) != 1:
        return None
    (text,) = strip.texts
    parts: tuple[Item, ...] = (trailing_amount(text, point) or ()) if not strip.entries else ()
    label, amount = parts if parts else (text, None)
    if not is_day_balance(plain(label.text)):
        return None
    entries = dict(strip.entries)
    if amount is not None and amount.amount is not None:
        index = column_of(amount, columns)
        entries = {
            len(columns) - 1 if index is None else index: Entry(amount.amount, Cell.of(amount.words, strip.line.page))
        }
    return replace(strip, posted=None, entries=entries, texts=(label,)) if entries else None
