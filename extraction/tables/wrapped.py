"""Items of the lines of a table -> the same, dates and amounts whole that a narrow cell prints on two lines: "Mar 3,"
above "2026", "- R$" above "1.290,75"."""

import re
from collections.abc import Sequence

from extraction.geometry import overlap
from extraction.model import Word
from extraction.tables.items import Item
from extraction.text import amounts, dates
from extraction.text.amounts import Point
from extraction.text.lines import Line

ALIGNED, CLOSE = 1.5, 1.0
"""A year begins within so many points of its date, on a line within so many heights of it."""
FEWEST, MOST_OF = 2, 0.6
"""So many dates at least, and this share of those without a year, have it below."""
BETWEEN = 2
"""Texts of other cells are set between the lines of an amount, which has no more lines below it than these."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def with_whole_cells(lines: Sequence[Line], parted: Sequence[list[Item]], point: Point) -> list[list[Item]]:
    """Lines, their items, the decimal mark -> the items with dates and amounts of two lines on the upper one, or on the
    one between, where other amounts stand."""
    found = [list(its) for its in parted]
    bare = [(place, i) for place, its in enumerate(parted) for i in its if i.date and not (i.date.year or i.amount)]
    years = [(place, item, year) for place, item in bare if (year := _year_below(lines, parted, place, item))]
    if len(years) >= max(FEWEST, MOST_OF * len(bare)):  # one alone is that of the rows below
        for place, item, year in years:
            told, _ = dates.leading(f"{item.text} {year.text}") or (None, 0)
            joined = Item((*item.words, *year.words), date=told)
            found[place] = [joined if other is item else other for other in found[place]]
            found[place + 1] = [other for other in found[place + 1] if other is not year]
    for place, its in enumerate(parted):
        for item in (item for item in its if item.plain and _is_lead(item)):
            _with_number(lines, found, place, item, point)
    return found


def _year_below(lines: Sequence[Line], parted: Sequence[list[Item]], place: int, item: Item) -> Item | None:
    """The year below a date, where it stands alone in its cell on the next line."""
    if place + 1 == len(lines) or not _is_close(lines[place], lines[place + 1], CLOSE):
        return None
    year = next((i for i in parted[place + 1] if _YEAR.fullmatch(i.text) and abs(i.x0 - item.x0) <= ALIGNED), None)
    told = dates.leading(f"{item.text} {year.text}") if year else None
    return year if told and told[0].year else None


def _is_lead(item: Item) -> bool:
    """Whether a text is the currency of an amount, perhaps with its sign, or a sign and nothing else."""
    text = item.text.replace(" ", "")
    return amounts.is_currency(text.strip("-–−+()")) if text.strip("-–−+()") else False


def _with_number(lines: Sequence[Line], found: list[list[Item]], place: int, item: Item, point: Point) -> None:
    """Joins the number below a currency to it, on the line of the two or between them that has another amount."""
    for below in range(place + 1, min(place + 2 + BETWEEN, len(lines))):
        if not _is_close(lines[place], lines[below], BETWEEN):
            return
        under = [i for i in found[below] if overlap(i.x0, i.x1, item.x0, item.x1) > 0]
        if not under:
            continue
        number = under[0]
        amount = amounts.parse(f"{item.text} {number.text}", point) if number.amount else None
        if amount is None or number.amount is None or number.amount.currency or number.amount.mark:
            return
        others = (n for n in range(place, below + 1) if any(i.amount and i is not number for i in found[n]))
        at = next(others, place)
        found[place] = [other for other in found[place] if other is not item]
        found[below] = [other for other in found[below] if other is not number]
        words: tuple[Word, ...] = (*item.words, *number.words)
        found[at] = sorted((*found[at], Item(words, amount=amount)), key=lambda one: min(w.x0 for w in one.words))
        return


def _is_close(above: Line, below: Line, heights: float) -> bool:
    """Whether a line follows another one on its page within so many of its heights."""
    return above.page == below.page and below.top - above.bottom <= heights * (above.bottom - above.top)
