"""A table whose rows name their account or their currency in a column of their own -> the accounts. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.documents.accounts import Part, line_of
from extraction.documents.by_currency import beside_tables
from extraction.documents.heads.numbers import Number
from extraction.documents.layouts import Layout
from extraction.geometry import overlap
from extraction.model import Cell
from extraction.tables.head_cells import HeaderCell
from extraction.tables.table import Row, Table
from extraction.text.amounts import CODES
from extraction.text.lines import Line
from extraction.text.normal import plain

TOUCH = 1.0
"""A word that reaches so many points over the edge of a column stands beside it."""
MOST = 20
"""One table tells of no more accounts than this; a column of more different values names something else."""
_ACCOUNT = re.compile(
    r"(?:account|acct|konto|compte|cuenta|conto|conta|rekening|iban|card|karten|kaart)"
    r"(?: ?(?:no|nr|number|nummer|numero|n))?"
    r"|(?:no|nr|n|num|numero) (?:(?:de|di|da|del|do|des?) )?(?:compte|cuenta|conto|conta)|suffix|wallet"
)
_CURRENCY = re.compile(r"currency|ccy|wahrung|devise|moneda|divisa|valuta|moeda|munt")

_CHINESE = re.compile(r"[\u2e80-\uffff]+")
"""Chinese and Japanese letters, which say the same beside English ones."""


def by_column(layout: Layout, numbers: Sequence[Number], lines: Sequence[Line]) -> list[Part]:
    """What may be read, account numbers, lines -> a part for each value of the column of accounts or currencies, in the
    order in which they are printed first, a currency with the figures of a summary in the column that it heads; empty
    where there is no such column, or not every dated row has a value in it."""
    tables = layout.tables
    tags: dict[int, tuple[str, Cell, int]] = {}
    for table in tables:
        cell = _column(table)
        for row in table.rows if cell else ():
            found = _tag(row, cell, table, lines) if cell else None
            if found is not None:
                tags[row.order] = found
    dated = [row for table in tables for row in table.rows if row.posted]
    values = list(dict.fromkeys(tags[row.order][0] for row in dated if row.order in tags))
    if not 1 < len(values) <= MOST or any(row.order not in tags for row in dated):
        return []
    values.sort(key=lambda value: next((i for i, line in enumerate(lines) if value in line.text), 0))
    parts = []
    for value in values:
        orders = {order for order, (text, _, _) in tags.items() if text == value}
        kept = tuple(replace(t, rows=tuple(_untagged(r, value) for r in t.rows if r.order in orders)) for t in tables)
        _, place, line = next(tags[row.order] for row in dated if tags[row.order][0] == value)
        number = next(iter(numbers), None) if value in CODES else Number(value, place, line)
        pairs = tuple(beside_tables(layout, value)) if value in CODES else ()
        own = tuple(t for t in kept if t.rows)
        codes = {word for word in re.split(r"\W+", value) if word in CODES} or _codes(own, lines)
        code = codes.pop() if len(codes) == 1 else None
        parts.append(Part(number, own, 0, len(lines), currency=code, tag=value, pairs=pairs or None))
    return parts


def _untagged(row: Row, value: str) -> Row:
    """A row, what it prints in the column -> the same without that among its texts."""
    texts = row.texts
    if value not in texts.description:
        return row
    bare = replace(texts, description=" ".join(texts.description.replace(value, " ", 1).split()))
    return replace(row, description=" ".join(row.description.replace(value, " ", 1).split()), texts=bare)


def _codes(tables: Sequence[Table], lines: Sequence[Line]) -> set[str]:
    """The tables of an account, lines -> the currencies that a column of their rows prints."""
    cells = [(table, _column(table, (_CURRENCY,))) for table in tables]
    tags = [_tag(row, cell, table, lines) for table, cell in cells if cell for row in table.rows]
    return {tag[0] for tag in tags if tag and tag[0] in CODES}


def begun(table: Table, lines: Sequence[Line]) -> str | None:
    """A table, lines -> the currency that its first row prints in a column of currencies, as the head of the rows below
    it; None where it has none."""
    cell = _column(table, (_CURRENCY,))
    found = _tag(table.rows[0], cell, table, lines) if cell and table.rows else None
    return found[0] if found and found[0] in CODES else None


def _column(table: Table, names: Sequence[re.Pattern[str]] = (_ACCOUNT, _CURRENCY)) -> HeaderCell | None:
    """The head of the column of accounts, else that of currencies."""
    cells = table.header.cells if table.header else ()
    for pattern in names:
        for cell in cells:
            if any(pattern.fullmatch(plain(text)) for text in (cell.text, _CHINESE.sub("", cell.text))):
                return cell
    return None


def _tag(row: Row, cell: HeaderCell, table: Table, lines: Sequence[Line]) -> tuple[str, Cell, int] | None:
    """What a row prints below the head, and on to that of the next column or its own amounts: an account number, or the
    code of a currency; None where it is neither."""
    at = line_of(row, lines)
    right = min((c.x0 for c in (table.header.cells if table.header else ()) if c.x0 > cell.x0), default=cell.x1)
    right = min(
        [max(cell.x1, right) - TOUCH, *(e.cell.box[0] for e in row.entries.values() if e.cell.box[0] > cell.x0)]
    )
    for i in range(at, len(lines)):
        if lines[i].page != row.page or lines[i].top >= row.cell.box[3]:
            break
        words = [w for c in lines[i].chunks for w in c.words if overlap(w.x0, w.x1, cell.x0, right) > 0]
        text = " ".join(word.text for word in words)
        if text in CODES or sum(ch.isdigit() for ch in text) >= 2:
            return text, Cell.of(words, row.page, text), i
    return None
