"""Lines and heads of a document -> its transaction tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from extraction.geometry import overlap
from extraction.model import Cell, Rule
from extraction.tables.columns import over_dates, over_texts
from extraction.tables.day_balances import over_the_page
from extraction.tables.groups import Group, groups
from extraction.tables.head import Header, territory
from extraction.tables.headings import above_head, begins_with_card
from extraction.tables.items import TIME, Item
from extraction.tables.months import Month, months
from extraction.tables.names import MONEY, TYPE_AND_DETAILS, TextKind, is_given, is_name, role, text_kind
from extraction.tables.second_dates import behind_label
from extraction.tables.section_words import is_decoy
from extraction.tables.strips import strips
from extraction.tables.table import Broken, DateEntry, Row, Strip, Table, Texts
from extraction.tables.vocabulary import balance_kind, begins_as_balance, is_carried_on
from extraction.text import amounts
from extraction.text.amounts import Point
from extraction.text.lines import Line
from extraction.text.normal import has_letter, plain, without_leaders
from schemas.provenance import BBox

CODE = re.compile(r"[A-Z]{1,4}\d{5,}[A-Z\d-]*|\d{4,}[A-Z\d-]*")
"""What is a reference where the head of its column is not known."""
ENDING = re.compile(r"[•*xX.]{2,} ?\d{4}")
"""Which of several cards paid, by the last digits of its number."""
NOTES = frozenset({"reference", "figure"})
"""Columns whose mere numbers describe no row that has another text."""
FIGURE = re.compile(r"[-+]?\d{1,3}(?:[.,' ]\d{3})*(?:[.,]\d+)?%?")
CODED = 4
"""The code of a kind of payment has no more letters."""
FEWEST_SUMMED, FIRST_WORDS = 3, 4
"""A summary has so many lines at least; its labels are told by so many first words at most."""
REFUSED = "declined transactions"
"""The section of rows, wherever they stand, of which a column says that they were not booked."""
PENDING = "pending transactions"
"""The section of rows, wherever they stand, whose text begins with the word for it and a dash or a colon."""
_PENDING = re.compile(r"(?:pending|vorgemerkt|en attente|pendiente|in sospeso|pendente|in behandeling)\b")
_LEADS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?\s?[-–—:]\s")
_STATUS = re.compile(r"(?:transaction |payment )?status|estado|etat|statut|stato|situacao|durum|staat|stan|stav")
_REFUSED = re.compile(
    r"declined|failed|rejected|cancell?ed|expired|unsuccessful|not completed|abgelehnt|fehlgeschlagen|"
    r"abgebrochen|refusee?|echouee?|annulee?|"
    r"rechazad[oa]|fallid[oa]|cancelad[oa]|anulad[oa]|rifiutat[oa]|annullat[oa]|recusad[oa]|geweigerd|mislukt|geannuleerd|basarisiz|reddedildi|"
    r"odrzucon[ay]|odmitnuto|gagal|ditolak|batal"
)
SAME = 1.5
"""Texts of a row that begin within so many points of each other are of one column: that of the widest."""


def tables(
    lines: Sequence[Line], heads: Sequence[Header], point: Point, rules: Iterable[tuple[int, Rule]], above: bool = False
) -> list[Table]:
    """Lines of a document, its heads, the decimal mark, (page, rule) of ruling lines -> transaction tables in order.

    Without any head, all lines are one table: rows are those from the first dated one to the last. `above`: so are the
    lines above the first head.
    """
    by_page: dict[int, list[Rule]] = {}
    for page, rule in rules:
        if rule.horizontal:
            by_page.setdefault(page, []).append(rule)
    found: list[Table] = []
    named = list(months(lines))
    if not any(head.transactions for head in heads):
        one = _table(lines, 0, len(lines), None, point, by_page, found, named)
        return [_dated_only(one[0])] if one else []
    first = next(head.first for head in heads if head.transactions)
    if above and (one := _table(lines, 0, first, None, point, by_page, found, named)):
        found += [table for table in [_dated_only(one[0])] if table.rows]
    edges = [head.first for head in heads[1:]] + [len(lines)]
    for head, edge in zip(heads, edges, strict=True):
        if head.transactions and (one := _table(lines, head.last + 1, edge, head, point, by_page, found, named)):
            table, tail = one
            if tail:
                found[-1] = _longer(found[-1], tail)
            if _goes_on(head, found):
                found[-1], table = over_the_page(found[-1], table)
            found.append(table)
    moved = [table for table in found if not _sums_up(table)]
    return moved if any(row.posted for table in moved for row in table.rows) else found


def _sums_up(table: Table) -> bool:
    """Whether a table with a head leads from the opening to the closing balance without a dated row between them: it is
    a summary."""
    if table.header is None or len(table.rows) < FEWEST_SUMMED:
        return False
    first, *between, last = table.rows
    ends = [{balance_kind(label) for label in _beginnings(row)} for row in (first, last)]
    return "opening" in ends[0] and "closing" in ends[1] and not any(row.posted or row.valued for row in between)


def _beginnings(row: Row) -> Iterator[str]:
    """The first words of a row, two and more: a block beside it may go on."""
    words = plain(row.description).split()
    yield from (" ".join(words[:count]) for count in range(2, FIRST_WORDS + 1))


def _table(
    lines: Sequence[Line],
    first: int,
    last: int,
    header: Header | None,
    point: Point,
    rules: dict[int, list[Rule]],
    before: Sequence[Table],
    named: Sequence[Month | None],
) -> tuple[Table, list[Strip]] | None:
    """Lines first..last (end exclusive) of the document below a head, the tables before, the month named above each
    line -> the table, and lines at its top that belong to the last row of the table before.

    None where it has no amounts.
    """
    header = header and over_dates(lines[first:last], over_texts(lines[first:last], header))
    found, columns = strips(lines[first:last], header, point, named[first:last])
    if not columns:
        return None
    last_row = next((table.rows[-1] for table in reversed(before) if table.rows), None)
    order, block = (last_row.order + 1, last_row.block + 1) if last_row else (0, 0)
    broken = before[-1].broken if _goes_on(header, before) else Broken()
    if header and _is_of_next_card(header, before, lines):
        broken = Broken(section=f"{before[-1].broken.section} {lines[header.first - 1].chunks[0].text}")
    section = above_head(lines, header, point) or ("" if is_decoy(plain(broken.section)) else broken.section)
    edge = next((cell.x0 for cell in header.cells if cell.role == "description"), None) if header else None
    grouped, tail, below = groups(found, rules, replace(broken, section=section), edge)
    rows = tuple(_row(replace(g, block=g.block + block), header, order + i) for i, g in enumerate(grouped))
    return Table(header, tuple(columns), rows, first, last, below), tail


def _longer(table: Table, tail: Sequence[Strip]) -> Table:
    """A table, lines below a page break that belong to its last row -> the table with them in that row."""
    *rows, last = table.rows
    group = Group([*table.broken.last, *tail], last.section, last.block)
    return replace(table, rows=(*rows, _row(group, table.header, last.order)))


def _goes_on(header: Header | None, before: Sequence[Table]) -> bool:
    """Whether a table is the one before, continued: its head again, on the next page."""
    if header is None or not before or not before[-1].rows or before[-1].header is None:
        return False
    return header.roles == before[-1].header.roles and header.page == before[-1].rows[-1].page + 1


def _is_of_next_card(header: Header, before: Sequence[Table], lines: Sequence[Line]) -> bool:
    """Whether a table has the head of the one before, on its page, with the name of a card right above it: it stands in
    the same section, and is a part of it."""
    other = before[-1].header if before else None
    if other is None or header.page != other.page or not before[-1].rows:
        return False
    same = [cell.text for cell in header.cells] == [cell.text for cell in other.cells]
    return same and header.first > 0 and begins_with_card(lines[header.first - 1])


def _row(group: Group, header: Header | None, order: int) -> Row:
    anchor = next(strip for strip in reversed(group.strips) if strip.anchor)
    same_page = [s for s in group.strips if s.line.page == anchor.line.page]
    words = [w for s in same_page for w in s.words]
    posted = next((s.posted for s in group.strips if s.posted), None)
    valued = next((s.valued for s in group.strips if s.valued), None) or _labelled(group.strips)
    description, texts = _texts(group.strips, header)
    cell = Cell.of(words, anchor.line.page)
    blurred = posted is None and any(s.blurred for s in group.strips)
    entries = dict(anchor.entries)
    refused = header is not None and any(_is_refusal(item, header) for strip in group.strips for item in strip.texts)
    pending = _PENDING.match(plain(description)) is not None and _LEADS.match(description) is not None
    aside = REFUSED if refused else PENDING if pending else ""
    section, block = (aside, -order - 1) if aside else (group.section, group.block)
    return Row(order, posted, valued, entries, description, section, cell, texts, block, blurred)


def _is_refusal(item: Item, header: Header) -> bool:
    """Whether a text says, in a column of states, that nothing was booked."""
    told = _REFUSED.fullmatch(plain(item.text)) is not None
    return told and _STATUS.fullmatch(plain(territory(header, item.x0, item.x1).text)) is not None


def _labelled(strips: Sequence[Strip]) -> DateEntry | None:
    """The lines of a row -> its value date, where one of its texts is that and its label."""
    told = ((strip, item, day) for strip in strips for item in strip.texts if (day := behind_label(item)))
    return next((DateEntry(day, Cell.of(item.words, strip.line.page)) for strip, item, day in told), None)


def _texts(strips: Sequence[Strip], header: Header | None) -> tuple[str, Texts]:
    """Texts of a row -> all of them but for references that are mere numbers, column by column as read, and the same
    parted by what the columns hold. The number of a check describes its row where nothing else does."""
    columns: dict[float, list[tuple[int, str, TextKind]]] = {}
    told = [item for strip in strips for item in strip.texts]
    moved = [entry.cell.box for strip in strips for entry in strip.entries.values()]
    right = max((box[2] for box in moved), default=0.0)
    for line, strip in enumerate(strips):
        for item in strip.texts if strip.anchor or not _is_no_text(strip, moved) else ():
            if _is_empty(item, header) or _is_mark(item, strip) or _is_figure(item, header, right):
                continue
            if strip.posted and behind_label(item):
                continue
            widest = max((other for other in told if abs(other.x0 - item.x0) < SAME), key=lambda other: other.x1)
            place, kind = _place(widest, header)
            if header is not None and _is_code(item, strip, header):
                kind = "type"
            elif ENDING.fullmatch(item.text) and strip.anchor and len(strip.texts) > 1:
                kind = "reference"
            columns.setdefault(place, []).append((line, item.text, kind))
    parts = [columns[place] for place in sorted(columns)]
    if header is None or header.roles.count("description") < 2:  # columns of texts are each read whole
        parts = _as_read(parts)
    by_place = [[(text, _held(text, kind)) for _, text, kind in column] for column in parts]
    placed = [one for column in by_place for one in column]
    numbers = [text for text, kind in placed if kind in NOTES and not has_letter(text)]
    whole = _joined(text for text, kind in placed if kind not in NOTES or has_letter(text))
    return whole or " ".join(numbers[:1]), _by_column(by_place)


def _as_read(columns: list[list[tuple[int, str, TextKind]]]) -> list[list[tuple[int, str, TextKind]]]:
    """Texts of a row by column, each with its line -> the same in the order in which one reads them: where a single one
    of several columns goes on below the first line, what it adds there comes after what stands beside it, such as a
    place."""
    first = min((line for column in columns for line, *_ in column), default=0)
    longer = [column for column in columns if column[-1][0] > first]
    if len(columns) < 2 or len(longer) != 1:
        return columns
    above = [[one for one in column if one[0] == first] for column in columns]
    return [column for column in above if column] + [[one for one in longer[0] if one[0] > first]]


def _is_empty(item: Item, header: Header | None) -> bool:
    """Whether a text says that its cell is empty, as a currency by itself does but below the head of the texts, or is
    the time of a date."""
    if header is not None and TIME.fullmatch(item.text):
        return territory(header, item.x0, item.x1).role in ("date", "value_date")
    worded = header is not None and territory(header, item.x0, item.x1).role == "description" and has_letter(item.text)
    return amounts.empty(item.text) and not worded


def _is_no_text(strip: Strip, moved: Sequence[BBox]) -> bool:
    """Whether a line by itself is no text of a row: the name of its column of amounts, alone or beside others, that the
    page is continued, or a day with its balance. `moved`: where its amounts stand."""
    over = [i for i in strip.texts if any(overlap(i.x0, i.x1, box[0], box[2]) > 0 for box in moved)]
    named = all(is_name(item.text) for item in strip.texts) and any(role(item.text) == "amount" for item in over)
    first = strip.texts[0].text if strip.texts and strip.posted else " "
    day = bool(amounts.points(first.rpartition(" ")[2])) and begins_as_balance(plain(first)) is not None
    return named or day or is_carried_on(plain(" ".join(item.text for item in strip.texts)))


def _is_figure(item: Item, header: Header | None, right: float) -> bool:
    """Whether a text is a mere figure beside the texts: right of all amounts of the row, or below the name of another
    column, of rates or points. `right`: where the last amount ends, points."""
    if not FIGURE.fullmatch(item.text):
        return False
    if item.x0 > right > 0:
        return True
    cell = territory(header, item.x0, item.x1) if header is not None else None
    under = cell is not None and overlap(item.x0, item.x1, cell.x0, cell.x1) > 0
    return cell is not None and under and (cell.role in MONEY or (cell.role == "other" and role(cell.text) is not None))


def _is_code(item: Item, strip: Strip, header: Header) -> bool:
    """Whether a text is the short code of a kind of payment, left of its details below the head of both."""
    if len(item.text) > CODED or item is not strip.texts[0] or len(strip.texts) < 2:
        return False
    head = territory(header, item.x0, item.x1)
    return plain(head.text) in TYPE_AND_DETAILS and territory(header, strip.texts[1].x0, strip.texts[1].x1) is head


def _held(text: str, column: TextKind) -> TextKind:
    """A text, what its column holds -> what it is: below a head that nobody knows, a code is a reference, and words
    describe the row; words beside figures are a branch or the like."""
    if column == "other":
        return "reference" if CODE.fullmatch(text) else "description" if has_letter(text) else "figure"
    return "reference" if column == "figure" and has_letter(text) else column


def _by_column(columns: Sequence[Sequence[tuple[str, TextKind]]]) -> Texts:
    """Texts of a row and what they are, column by column -> the row. What says its kind is part of what describes it
    where it stands before that; it, or else the first of its references, with all lines that have letters, describes
    the row where nothing else does."""
    placed = [one for column in columns for one in column]
    last = max((i for i, (_, kind) in enumerate(placed) if kind == "description"), default=-1)
    described = _joined(text for text, kind in placed[: last + 1] if kind in ("description", "type"))
    type_ = _joined(text for text, kind in placed if kind == "type")
    references = [[text for text, kind in column if kind == "reference"] for column in columns]
    if not described:
        described, type_ = type_, ""
    if not described:
        first = next((own for own in references if own), [])
        lines = [text for i, text in enumerate(first) if i == 0 or (has_letter(text) and has_letter(first[0]))]
        described, first[:] = _joined(lines), [text for text in first if text not in lines]
    return Texts(described, " ".join(text for own in references for text in own), type_)


def _joined(texts: Iterable[str]) -> str:
    """Texts of a row -> one, without the dots that lead to its amount."""
    return without_leaders(" ".join(texts))


def _is_mark(item: Item, strip: Strip) -> bool:
    """Whether a text without a letter or digit stands by itself right of another one: a mark in a column of its own."""
    return item is not strip.texts[0] and not any(ch.isalnum() for ch in item.text)


def _place(item: Item, header: Header | None) -> tuple[float, TextKind]:
    """Text -> (left edge of the text column it belongs to, what that column holds)."""
    if header is None:
        return 0.0, "description"
    cells = header.cells
    best, most = None, 0.0
    for i, cell in enumerate(cells):
        if cell.role in MONEY or cell.role in ("date", "value_date"):
            continue
        right = cells[i + 1].x0 if i + 1 < len(cells) else cell.x1 + 400
        shared = min(item.x1, right - 2) - max(item.x0, cell.x0 - 4)
        if best is None or shared > most:
            best, most = cell, shared
    if best is None:
        return 0.0, "description"
    described = [cell for cell in cells if cell.role == "description"]
    if is_given(best.text, [cell.text for cell in cells]):
        return best.x0, "description"
    if best.role == "other" and not described and has_letter(item.text) and not CODE.fullmatch(item.text):
        return best.x0, "description"
    if best.role == "reference" and item.x0 > best.x1:  # the head of texts may stand in their middle
        best = next((c for c in described if overlap(item.x0, item.x1, c.x0, c.x1) > 0), best)
    return best.x0, text_kind(best.text, best.role, [c.text for c in described if c is not best])


def _dated_only(one: Table) -> Table:
    """A table without head -> the same from its first dated row to the end of the block of its last one, and on through
    rows that have an amount and a balance as that has."""
    dated = [i for i, row in enumerate(one.rows) if row.posted]
    if not dated:
        return replace(one, rows=())
    last = one.rows[dated[-1]].block
    end = max(i for i, row in enumerate(one.rows) if row.block == last)
    both = one.rows[dated[-1]].entries.keys()
    more = takewhile(lambda row: len(both) > 1 and row.entries.keys() == both, one.rows[end + 1 :])
    return replace(one, rows=(*one.rows[dated[0] : end + 1], *more))
