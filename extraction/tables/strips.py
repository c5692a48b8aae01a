"""The lines below a table head -> strips: what stands in which cell of a line, and lines that hold several records."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.geometry import overlap
from extraction.model import Cell
from extraction.tables.abreast import in_order, place_of, records, strip_of
from extraction.tables.cells import is_dated, settled_by_heads, undated, unglued, without_lead
from extraction.tables.columns import ALIGNED, column_of, money_columns
from extraction.tables.date_columns import date_columns, date_of, without_dates_of_texts, without_odd_dates
from extraction.tables.day_balances import after_their_rows, joined_to_rows
from extraction.tables.day_totals import above_their_rows
from extraction.tables.head import Header, territory
from extraction.tables.items import (
    TIME,
    Item,
    items,
)
from extraction.tables.marks import with_marks, with_marks_below, with_unknown_marks
from extraction.tables.months import Month, with_day, with_dittos, with_year_first
from extraction.tables.names import MONEY, is_of_purchase, role
from extraction.tables.ordinals import without_ordinals
from extraction.tables.panels import bounded, without_panels
from extraction.tables.second_dates import dated_twice, dates_second
from extraction.tables.section_words import is_daily
from extraction.tables.spans import Span
from extraction.tables.stacked import stacked
from extraction.tables.table import Column, DateEntry, Entry, Strip
from extraction.tables.vocabulary import balance_kind
from extraction.tables.wrapped import with_whole_cells
from extraction.text import amounts
from extraction.text.amounts import Point
from extraction.text.dates import find as dates_in
from extraction.text.dates import of_digits
from extraction.text.furniture import PAGE
from extraction.text.lines import Line
from extraction.text.normal import plain

MOST_WHOLE = 10_000_000
"""Whole numbers from this on are references, where a page prints its amounts with decimals."""
LABEL = 3
"""The label of a date that heads the rows of a day has no more words."""
JOINING, BEHIND = 7, 3
"""Letters of a word or dash between the two dates of a period, and words behind them."""
_PAGE_LABEL = re.compile(rf"\b{PAGE}(?:no|nr|number)?[\s.:]*$", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
BEGINS = 1.0
"""Lines of one text begin within so many points of each other."""
FILLED = 0.9
"""A column that this share of the rows has an amount in is one of theirs, whatever its name."""


def strips(
    lines: Sequence[Line], header: Header | None, point: Point, named: Sequence[Month | None] = ()
) -> tuple[list[Strip], list[Column]]:
    """Lines below a head, the months they stand below -> their strips, and the columns of money; none where there are
    no amounts."""
    header = header and bounded(lines, header)
    whole = with_whole_cells(lines, with_unknown_marks([items(line, point) for line in lines], point), point)
    year_first = _year_first(whole, header)
    parted = without_panels([settled_by_heads(line, header, year_first) for line in whole], header)
    parted = with_year_first(with_dittos(without_odd_dates(parted)))
    if named:
        parted = [with_day(line, month, header) for line, month in zip(parted, named, strict=True)]
    columns = money_columns(_telling(parted, header), header)
    if not columns:
        return [], []
    parted = [
        unglued([own for item in line for own in without_lead(item, columns, header, point)], columns, header, point)
        for line in parted
    ]
    columns = money_columns(_telling(parted, header), header)
    posted, valued = date_columns(parted, header)
    if not valued and header is not None and "date" not in header.roles and _by_days(parted, header):
        posted, valued = [], posted  # the only column of dates has the second ones
    parted = without_dates_of_texts([undated([*line], posted) for line in parted], posted)
    apart = header is not None and _apart(parted, header)
    left = header is not None and any(_heads_left(its, header) for its in parted)
    labelled = [is_of_purchase(its[0].text) for its in parted if its and _day_heading(its) is not its]
    booked = not all(labelled)  # and a day with another label is that of a purchase
    found: list[Strip] = []
    place = place_of(columns, parted)
    twice = dated_twice(parted, columns, posted)
    moving = _moving(parted, columns, header)
    for number, (line, its) in enumerate(zip(lines, parted, strict=True)):
        abreast = (
            []
            if _valued(its, header) or (twice and dates_second(its, columns, posted))
            else records(its, point, header)
        )
        goes_on = bool(found) and found[-1].odd and not any(s.holds(i) for s in posted for i in its if i.date)
        beside = len(abreast) == 1 and _beside(its, columns) and not _goes_on_text(parted, number, header)
        if len(abreast) > 1 or (abreast and (goes_on or beside)):
            found.extend(strip_of(line, one, place) for one in abreast)
        else:
            days = left or (apart and bool(posted)) or (booked and is_of_purchase(its[0].text))
            found.append(_strip(line, its, columns, posted, valued, header, point, apart, days, moving))
    if not any(strip.posted and strip.entries for strip in found):  # dates stand above the rows, where their texts do
        found = [replace(strip, blurred=False) if strip.blurred else strip for strip in found]
    counted = without_ordinals(in_order(found))
    marked = with_marks(with_marks_below(counted, columns, point), columns, header, point)
    headed, columns = after_their_rows(marked, columns, point)
    joined = joined_to_rows(headed, columns)
    return stacked(above_their_rows(joined), columns, header, lines)


def _moving(parted: Sequence[Sequence[Item]], columns: Sequence[Column], header: Header | None) -> frozenset[int]:
    """Columns of which an amount makes a line a row: those that the head names, and one that nearly all lines with
    amounts have one in, such as a balance by another name."""
    if header is None or header.open:
        return frozenset(range(len(columns)))
    held = [{column_of(item, columns) for item in its if item.amount} for its in parted]
    rows = [found for found in held if any(i is not None and columns[i].role for i in found)]
    filled = (i for i in range(len(columns)) if sum(i in found for found in rows) >= FILLED * max(len(rows), 1))
    return frozenset([*filled, *(i for i, column in enumerate(columns) if column.role)])


def _valued(found: Sequence[Item], header: Header | None) -> bool:
    """Whether one of several dates on a line stands under a head of value dates; where the line begins with a text and
    has an amount for each date, as lists of checks do, one behind the first."""
    days = [item for item in found if item.date is not None]
    fewer = sum(item.amount is not None for item in found) < len(days)
    told = days if fewer or (found and found[0].date is not None) else days[1:]
    named = header is not None and any(territory(header, i.x0, i.x1).role == "value_date" for i in told)
    return named and len(days) > 1


def _year_first(parted: Sequence[Sequence[Item]], header: Header | None) -> bool:
    """Whether dates of six digits begin with the year: all of them can, and then lie within two years."""
    if header is None:
        return False
    dated = [item.text for line in parted for item in line if item.plain and is_dated(item, header)]
    six = [text for text in dated if len(text) == 6 and text.isdigit()]
    read = [of_digits(text, year_first=True) for text in six]
    years = {day.year for day in read if day}
    return bool(six) and all(read) and len(years) <= 2 and len({text[4:] for text in six}) > 2


def _telling(parted: Sequence[Sequence[Item]], header: Header | None) -> list[Sequence[Item]]:
    """Lines that tell where the columns are: those above a list of daily balances; without a head, those with a date or
    right below a dated line without amounts."""
    if header is not None:
        listed = (i for i, line in enumerate(parted) if i and is_daily(plain(" ".join(item.text for item in line))))
        return list(parted[: next(listed, len(parted))])
    above: Sequence[Item] = ()
    telling = []
    for line in parted:
        if any(item.date for item in line) or (
            any(item.date for item in above) and not any(item.amount for item in above)
        ):
            telling.append(line)
        above = line
    return telling


def _by_days(parted: Sequence[Sequence[Item]], header: Header) -> bool:
    """Whether dates that stand alone on their lines head the rows of a day; one below the head of texts says so."""
    lone = [(line[0], heading[0]) for line in parted if len(line) == 1 and (heading := _day_heading(line))]
    return sum(day.date is not None and (item.plain or not _in_text(item, header)) for item, day in lone) > 1


def _apart(parted: Sequence[Sequence[Item]], header: Header) -> bool:
    """Whether rows print dates in a column of their own, not only balances or lists of these, with far more lines of a
    date alone below the head of the texts."""
    told = [(line, plain(" ".join(item.text for item in line if item.plain))) for line in parted]
    rows = [line for line, text in told if len(line) == 1 or (text and balance_kind(text) is None)]
    own = sum(any(_names_date(item, header) for item in line) for line in rows)
    alone = sum(len(line) == 1 and line[0].date is not None and _in_text(line[0], header) for line in parted)
    return own > 0 and alone <= 2 * own


def _beside(found: Sequence[Item], columns: Sequence[Column]) -> bool:
    """Whether the amounts of a line stand in no column of the table: one check listed below it. A line that begins with
    the number of a check may have them where the head names other things."""
    if found[0].plain and not any(ch.isdigit() for ch in found[0].text):
        return False
    places = [column_of(item, columns) for item in found if item.amount]
    named = any(column.role for column in columns) and found[0].plain
    return all(place is None or (named and columns[place].role is None) for place in places)


def _goes_on_text(parted: Sequence[Sequence[Item]], place: int, header: Header | None) -> bool:
    """Whether a line is a date and an amount that begin where the line of texts above it does, below their head, and
    no others stand below them: what a text says of another row."""
    above, found, below = ([*parted[i]] if 0 <= i < len(parted) else [] for i in (place - 1, place, place + 1))
    texts = [item for item in above if item.plain and _in_text(item, header)]
    if len(found) != 2 or not texts or not _in_text(found[0], header):
        return False
    listed = bool(below) and below[0].date is not None and below[0].x0 >= found[0].x0 - BEGINS
    return abs(texts[0].x0 - found[0].x0) <= BEGINS and not listed


def _strip(
    line: Line, found: Sequence[Item], columns: Sequence[Column], posted: Sequence[Span], valued: Sequence[Span],
    header: Header | None, point: Point, apart: bool, told: bool, moving: frozenset[int],
) -> Strip:  # fmt: skip
    """Items of a line -> strip. `moving`: the columns that make a line a row. `apart`: rows of the table print dates in
    a column of their own, so that a date below the head of the texts is text. `told`: their days stand there or head
    them left of the texts, so that a date with a label is text, too: that of a purchase."""
    dates: dict[str, DateEntry] = {}
    heading = _day_heading(found)
    aside = told if heading is not found else apart  # "Booking date: 02.03.2024" has a label
    if len(heading) == 1 and (day := heading[0].date) and not (aside and _in_text(found[0], header)):
        dates["posted"] = DateEntry(day, Cell.of(heading[0].words, line.page))
        found = ()
    entries: dict[int, Entry] = {}
    texts: list[Item] = []
    for item in found:
        if item.date is not None and (name := date_of(item, found, posted, valued, dates)):
            dates[name] = DateEntry(item.date, Cell.of(item.words, line.page))
            continue
        if _goes_on_date(item, found, header):
            continue
        if item.amount is not None and (index := column_of(item, columns)) is not None and index not in entries:
            entries[index] = Entry(item.amount, Cell.of(item.words, line.page))
            continue
        texts.append(item)
    if not entries and _is_span(dates, texts):
        dates = {}
    elif header is not None:
        texts = _with_loose(line, texts, entries, columns, header, point, bool(dates or entries))
        texts = [item for item in texts if not _marked_amount(item, header, point)]
    elif entries:
        texts = _with_whole(line, texts, entries, columns, point)
    if not any(i in moving for i in entries):  # a foreign amount or a fee moves no money
        entries = {}
    beside = sum(item.date is not None for item in texts)
    odd = beside > 1 or (beside == 1 and any(item.amount is not None for item in texts))
    blurred = "posted" not in dates and any(
        not TIME.fullmatch(i.text) and s.x0 - 1 <= i.x0 < s.x0 + 0.4 * (s.x1 - s.x0) for i in texts for s in posted
    )
    return Strip(line, line.words, dates.get("posted"), dates.get("valued"), entries, tuple(texts), odd, blurred)


def _marked_amount(item: Item, header: Header, point: Point) -> bool:
    """Whether a text below a head of amounts is one with the letter of a note: a charge of "6.50 T", with tax."""
    under = territory(header, item.x0, item.x1)
    marked = len(item.words) > 1 and len(item.words[-1].text) == 1 and item.words[-1].text.isalpha()
    below = under.role in MONEY and overlap(item.x0, item.x1, under.x0, under.x1) > 0
    return marked and below and amounts.parse(" ".join(w.text for w in item.words[:-1]), point) is not None


def _is_span(days: dict[str, DateEntry], texts: Sequence[Item]) -> bool:
    """Whether a line is a period and not the date of a row: behind its date stands "to" and another date, and behind
    that perhaps a few words, such as the currency."""
    joining, _, rest = texts[0].text.partition(" ") if "posted" in days and texts else ("", "", "")
    found = dates_in(rest) if joining and len(joining) <= JOINING and not any(ch.isdigit() for ch in joining) else ()
    if len(found) != 1 or found[0][1] > 0:
        return False
    behind = rest[found[0][2] :]
    return len(behind.split()) <= BEHIND and not any(ch.isdigit() for ch in behind)


def _goes_on_date(item: Item, found: Sequence[Item], header: Header | None) -> bool:
    """Whether a text in a column of dates, on a line without date and amount, goes on the date above: "2024", "booked
    02/06"."""
    if header is None or any(other.date or other.amount for other in found) or not is_dated(item, header):
        return False
    if item.x1 > min((cell.x0 for cell in header.cells if cell.x0 > item.x0), default=0.0):
        return False
    return YEAR.fullmatch(item.text) is not None or bool(dates_in(item.text))


def _in_text(item: Item, header: Header | None) -> bool:
    return header is not None and territory(header, item.x0, item.x1).role == "description"


def _heads_left(found: Sequence[Item], header: Header) -> bool:
    """Whether a line is a date that heads rows, and stands left of their texts."""
    heading = _day_heading(found)
    return len(heading) == 1 and heading[0].date is not None and not _in_text(found[0], header)


def _names_date(item: Item, header: Header) -> bool:
    return item.date is not None and is_dated(item, header)


def _day_heading(found: Sequence[Item]) -> Sequence[Item]:
    """The items of a line such as "Booking date: 02.03.2024" -> its date alone."""
    if len(found) != 1 or not found[0].plain:
        return found
    text = found[0].text
    days = dates_in(text)
    label = text[: days[0][1]] if days else ""
    if len(days) != 1 or days[0][2] != len(text) or role(label) != "date" or len(label.split()) > LABEL:
        return found
    words = tuple(w for w in found[0].words if w.text in text[days[0][1] :].split())
    return [Item(words or found[0].words, date=days[0][0])]


def _with_loose(
    line: Line, texts: list[Item], entries: dict[int, Entry], columns: Sequence[Column], header: Header, point: Point,
    row: bool,
) -> list[Item]:  # fmt: skip
    """Takes amounts without two decimals out of the texts, into named columns that are still empty on this line.

    Only where the line is a `row` for other reasons, two columns hold such amounts, or one that ends with its column,
    or begins with its head and has a currency.
    """
    rest: list[Item] = []
    before = dict(entries)
    aligned = False
    for item in texts:
        amount = amounts.parse(item.text, point, loose=True) if item.amount is None else None
        if rest and _PAGE_LABEL.search(rest[-1].text):  # the number of a page
            rest.append(item)
            continue
        money = amount is not None and (amount.decimals or amount.value < MOST_WHOLE)
        head = territory(header, item.x0, item.x1)
        if amount is not None and money and head.role in MONEY:
            index = column_of(item, columns)
            if index is None:
                index = _nearest(item, columns)
            if index not in entries and (header.open or columns[index].role in MONEY):
                entries[index] = Entry(amount, Cell.of(item.words, line.page), loose=True)
                left = bool(amount.currency) and abs(item.x0 - head.x0) <= ALIGNED  # amounts may begin below their head
                aligned = aligned or left or abs(item.x1 - columns[index].x1) <= ALIGNED
                continue
        rest.append(item)
    if not row and not (aligned and rest) and len(entries) < 2:
        entries.clear()
        entries.update(before)
        return texts
    return rest


def _with_whole(
    line: Line, texts: Sequence[Item], entries: dict[int, Entry], columns: Sequence[Column], point: Point
) -> list[Item]:
    """Takes amounts without decimals that have a currency, and end where a column without a head does that is still
    empty on this line, out of the texts of a row."""
    rest: list[Item] = []
    for item in texts:
        amount = amounts.parse(item.text, point, loose=True) if item.plain else None
        index = column_of(item, columns) if amount is not None and amount.currency else None
        if amount is None or index is None or index in entries or abs(item.x1 - columns[index].x1) > ALIGNED:
            rest.append(item)
        else:
            entries[index] = Entry(amount, Cell.of(item.words, line.page), loose=True)
    return rest


def _nearest(item: Item, columns: Sequence[Column]) -> int:
    return min(range(len(columns)), key=lambda i: abs(columns[i].x0 + columns[i].x1 - item.x0 - item.x1))
