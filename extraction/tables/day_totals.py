"""Headings of days that print the total of their rows: "02 MAR 2024   Total de saídas   - 522,77"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extraction.tables.table import Entry, Strip
from extraction.tables.vocabulary import TotalKind, is_day_balance, total_kind
from extraction.text.normal import plain

FEWEST = 2
"""A table that is made so has at least so many totals of rows that follow them."""
WORDS = 4
"""The label of a total has no more words."""


def above_their_rows(found: Sequence[Strip]) -> list[Strip]:
    """Strips of a table -> the same; where days are headed by the total of their rows, the date stays above the rows,
    which get the sign of the total; a day may have a second one, of the other side. Every total but the last has to be
    the sum of its rows: a page may end below it."""
    first = next((i for i, strip in enumerate(found) if headed_total(strip)), len(found))
    heads = [i for i, strip in enumerate(found) if i >= first and _side(strip)]
    if len(heads) < FEWEST:
        return list(found)
    ends = [*heads[1:], len(found)]
    held = [_sum(found[i + 1 : end]) == _only(found[i]).amount.value for i, end in zip(heads, ends, strict=True)]
    if sum(held) < FEWEST or not all(held[:-1]):
        return list(found)
    result = list(found[: heads[0]])
    for start, end in zip(heads, ends, strict=True):
        minus = _side(found[start]) == "debits"
        result.append(replace(found[start], entries={}, texts=()))
        result += [_signed(strip) if minus and not _is_balance(strip) else strip for strip in found[start + 1 : end]]
    return result


def headed_total(strip: Strip) -> TotalKind | None:
    """Which side a line beside a date sums up, None where it is no such line."""
    return _side(strip) if strip.posted else None


def _side(strip: Strip) -> TotalKind | None:
    """Which side a line sums up, None where it sums up nothing."""
    if len(strip.entries) != 1 or len(strip.texts) != 1:
        return None
    label = plain(strip.texts[0].text)
    return total_kind(label) if len(label.split()) <= WORDS else None


def _is_balance(strip: Strip) -> bool:
    """Whether a line below the rows of a day prints the balance of its end."""
    return is_day_balance(plain(" ".join(item.text for item in strip.texts)))


def _only(strip: Strip) -> Entry:
    (entry,) = strip.entries.values()
    return entry


def _sum(rows: Sequence[Strip]) -> Decimal | None:
    """The sum of the amounts of rows; None where one prints a date or a sign of its own, or several amounts."""
    amounts = [strip for strip in rows if strip.entries and not _is_balance(strip)]
    if any(strip.posted or len(strip.entries) > 1 or _only(strip).amount.mark for strip in amounts):
        return None
    return sum((_only(strip).amount.value for strip in amounts), Decimal(0))


def _signed(strip: Strip) -> Strip:
    entries = {index: replace(one, amount=replace(one.amount, mark="-")) for index, one in strip.entries.items()}
    return replace(strip, entries=entries)
