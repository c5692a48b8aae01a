"""Lines of rows that print a date below their amounts -> the date on the line with the amounts."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise

from extraction.geometry import median
from extraction.tables.row_order import label
from extraction.tables.table import DateEntry, Strip
from extraction.tables.vocabulary import balance_kind

BELOW, PARTED = 0.8, 1.3
"""Where rows print their dates below their amounts, this share do, and the lines of two rows stand this much farther
from each other than those of one."""
AMID = 3
"""Rows with their amounts amid two dates have so many lines at least."""


def raised(strips: Sequence[Strip], begun: bool) -> Sequence[Strip]:
    """Strips of a table, whether they begin within a row that a page break split -> the same, posted and value dates
    below their amounts given to the lines of these."""
    strips = _amid(strips)
    if not begun and _dated_below(strips):
        strips = _dates_raised(strips)
    return _dates_raised(strips, lone=not _value_dates_below(strips))


def _amid(strips: Sequence[Strip]) -> Sequence[Strip]:
    """Strips -> where most rows print their amounts amid two lines with a date each, the second date given to the
    amounts, as that beside the one of posting above them."""
    amounts = [i for i, s in enumerate(strips) if s.anchor and not _day(s)]
    found = [i for i in amounts if 0 < i < len(strips) - 1 and _dates(strips[i - 1]) and _dates(strips[i + 1])]
    found = [i for i in found if not strips[i - 1].anchor and not strips[i + 1].anchor]
    if len(found) < 2 or len(found) < BELOW * len(amounts) or any(b - a < AMID for a, b in pairwise(found)):
        return strips
    result = list(strips)
    for i in found:
        result[i] = replace(strips[i], valued=strips[i + 1].posted)
        result[i + 1] = replace(strips[i + 1], posted=None)
    return result


def _dated_below(strips: Sequence[Strip]) -> bool:
    """Whether rows print their date on the line below their amounts: no line has both, a date follows nearly all
    amounts, and what parts the rows stands above the amounts; or a date follows each, and comes last."""
    telling = [s for s in strips if s.anchor or s.posted]
    telling = [*dropwhile(lambda s: _is_balance(s) and not s.posted, telling)]  # what an account begins with
    if len(telling) < 2 or any(s.anchor and s.posted for s in telling) or not telling[0].anchor:
        return False
    followed = sum(a.anchor and not b.anchor and _step(a, b) > 0 for a, b in pairwise(telling))
    if 2 * followed == len(telling):
        return True
    apart, within = (
        [_step(a, b) for a, b in pairwise(strips) if _step(a, b) and told(b)] for told in (_anchors, _dates)
    )
    parted = bool(apart) and bool(within) and median(apart) > PARTED * median(within)
    return parted and followed >= BELOW * sum(s.anchor for s in telling)


def _anchors(strip: Strip) -> bool:
    return strip.anchor


def _dates(strip: Strip) -> bool:
    return strip.posted is not None


def _step(a: Strip, b: Strip) -> float:
    """From a line down to the next one, points; none over a page break."""
    return b.line.middle - a.line.middle if a.line.page == b.line.page else 0.0


def _value_dates_below(strips: Sequence[Strip]) -> bool:
    """Whether dated rows print a second date on the line below their amounts: at least four of five do, balances
    among them left out."""
    rows = [i for i, s in enumerate(strips) if s.anchor and s.posted and not _is_balance(s)]
    followed = [i for i in rows if i + 1 < len(strips) and _day(strips[i + 1]) and not strips[i + 1].anchor]
    if len(rows) < 2:
        return False
    amounts = sum(s.anchor and not _is_balance(s) for s in strips[: rows[-1] + 1])  # totals may follow
    return len(followed) >= BELOW * len(rows) and len(rows) >= BELOW * amounts


def _is_balance(strip: Strip) -> bool:
    return balance_kind(label(strip)) is not None


def _day(strip: Strip) -> DateEntry | None:
    """The first date of a line."""
    return strip.posted or strip.valued


def _dates_raised(strips: Sequence[Strip], lone: bool = False) -> list[Strip]:
    """Strips, whether but few have a second date -> with each date given to the line with amounts above it, or only
    those in parentheses below a line with a date."""
    result: list[Strip] = []
    above = 0
    for strip in strips:
        if strip.anchor:
            above = len(result)
        follows = above < len(result) and (above == len(result) - 1 or _step(result[above], strip) > 0)
        if (day := _day(strip)) and not strip.anchor and follows:  # none stands above the first one
            row = result[above]
            if lone and not (row.posted and day.cell.text.startswith("(")):
                result.append(strip)
                continue
            result[above] = replace(row, valued=row.valued or day) if row.posted else replace(row, posted=day)
            strip = replace(strip, posted=None, valued=None)
        result.append(strip)
    return result
