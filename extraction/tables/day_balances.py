"""Balances on lines of their own: in headings of days ("Monday, 3 March 2025   End of day 527.14"), and on the last
line of a row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from extraction.model import Cell
from extraction.tables.columns import column_of
from extraction.tables.items import Item, trailing_amount
from extraction.tables.names import role
from extraction.tables.table import Column, Entry, Row, Strip, Table
from extraction.tables.vocabulary import balance_kind, is_carried, is_day_balance, is_total
from extraction.text.amounts import Amount, Point
from extraction.text.dates import ORDERS, PrintedDate
from extraction.text.normal import has_letter, plain

LEADING = 0.5
"""A further line of a row follows within so many line heights."""
FEWEST = 2
"""A table that is made so has at least so many days."""


def after_their_rows(found: Sequence[Strip], columns: list[Column], point: Point) -> tuple[list[Strip], list[Column]]:
    """Strips of a table, its columns -> the same; where days are headed by their balance, the date stays above the rows
    of the day and the balance goes below them, or stays where the days run backwards. No row has a date of its own
    then. Balances without a label are in a column of their own."""
    parted = [_parted(strip, columns, point) for strip in found]
    heads = [i for i, balance in enumerate(parted) if balance is not None]
    if len(heads) < FEWEST or not all(_heads(found, i) for i in heads):
        if cards := _of_cards(found, columns):
            return cards
        parted, columns = _unlabelled(found, columns)
        heads = [i for i, balance in enumerate(parted) if balance is not None]
        if not heads:
            return list(found), columns
    back = _run_back([day.date for i in heads if (day := found[i].posted)])
    result: list[Strip] = []
    kept: Strip | None = None
    last = 0  # the place after the last line with amounts
    above: tuple[PrintedDate | None, list[Amount]] | None = None
    for strip, balance in zip(found, parted, strict=True):
        if balance is None:
            result.append(replace(strip, blurred=False))
            last = len(result) if strip.anchor else last
            continue
        told = (strip.posted.date if strip.posted else None, [entry.amount for entry in balance.entries.values()])
        again, above = told == above, told  # the headline of a day that goes on overleaf
        if kept and not again:
            result.append(kept)
            last = len(result)
        result.append(replace(strip, entries={}, texts=()))
        if not back:
            kept = balance
        elif not again:
            result.append(balance)
    if kept:
        result.insert(max(last, 1), kept)
    return result, columns


def _of_cards(found: Sequence[Strip], columns: list[Column]) -> tuple[list[Strip], list[Column]] | None:
    """Strips of a table of one column of amounts -> where each row is a card of lines, its balance the last amount of
    these, behind a label that is the same for all and named nowhere else: the balances beside the amounts, in a column
    of their own, with the date that stands there, and the columns with that. None where it is not so."""
    anchors = [i for i, strip in enumerate(found) if strip.anchor]
    told = Counter(label for i in anchors if has_letter(label := _label(found[i])))
    label = told.most_common(1)[0][0] if told else ""
    ends = [place for place, i in enumerate(anchors) if _label(found[i]) == label]
    if not label or len(ends) < FEWEST or len(columns) > 1 or columns[0].role not in (None, "amount"):
        return None
    if not ends[0] or any(b - a != 2 for a, b in pairwise(ends)) or any(ch.isdigit() for ch in label):
        return None
    rows = [(anchors[place - 1], anchors[place]) for place in ends]
    dated = [(bool(found[top].posted), bool(found[end].posted)) for top, end in rows]
    if len(set(dated)) > 1 or all(dated[0]) or not (any(dated[0]) or _names_balance(label)):
        return None
    days = {i for i in anchors if found[i].posted}
    if any(dated[0]) and not days <= {pair[dated[0].index(True)] for pair in rows}:
        return None
    if dated[0][1] and not all(found[top].texts for top, _ in rows):
        return None
    result = list(found)
    for top, end in rows:
        balance = {len(columns): entry for entry in found[end].entries.values()}
        day = found[top].posted or found[end].posted
        result[top] = replace(found[top], posted=day, entries={**found[top].entries, **balance})
        result[end] = replace(found[end], posted=None, entries={}, texts=found[end].texts[:-1])
    return result, [*columns, Column("balance", columns[0].x0, columns[0].x1)]


def _label(strip: Strip) -> str:
    """The last text of a line, plain."""
    return plain(strip.texts[-1].text) if strip.texts else ""


def _names_balance(label: str) -> bool:
    """Whether a plain label is that of the balance of a row, and neither of the first nor of the last one."""
    return role(label) == "balance" and balance_kind(label) not in ("opening", "closing")


def _unlabelled(found: Sequence[Strip], columns: list[Column]) -> tuple[list[Strip | None], list[Column]]:
    """Strips of a table of one column of amounts -> the balances of days that no word names so, and the columns with
    one for them: every date stands beside an amount and nothing else, above rows without a date. None where it is not
    so."""
    parted: list[Strip | None] = [None] * len(found)
    heads = [i for i, strip in enumerate(found) if strip.posted and strip.anchor]
    if len(heads) < FEWEST or len(columns) > 1 or columns[0].role not in (None, "amount"):
        return parted, columns
    if not all(len(found[i].entries) == 1 and not found[i].texts and _heads(found, i) for i in heads):
        return parted, columns
    rows = [strip for strip in found[heads[0] :] if strip.anchor and not strip.posted]
    told = {_told_by(strip) for strip in rows}  # one label for all of them is that of a balance
    if len(rows) < len(heads) or "" in told or len(told) < FEWEST:
        return parted, columns
    for i in heads:
        (entry,) = found[i].entries.values()
        parted[i] = replace(found[i], posted=None, entries={len(columns): entry})
    return parted, [*columns, Column("balance", columns[0].x0, columns[0].x1)]


def _told_by(strip: Strip) -> str:
    """The texts of a line, plain."""
    return plain(" ".join(item.text for item in strip.texts))


def _run_back(days: Sequence[PrintedDate]) -> bool:
    """Whether days follow each other backwards in time."""
    for order in ORDERS:
        told = [day.resolve(order) for day in days]
        if None not in told:
            pairs_ = [((a[0] or 0, *a[1:]), (b[0] or 0, *b[1:])) for a, b in pairwise(told) if a and b]
            return sum(a > b for a, b in pairs_) > sum(a < b for a, b in pairs_)
    return False


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
    told = _told_by(strip)
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
