"""Lines and heads of a document -> its tables of holdings: which lines belong to one record, under which heading."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.model import Cell
from extraction.tables.securities.holding_columns import pieces, refined
from extraction.tables.securities.holding_groups import LEFT, PROSE, HoldingStrip, grouped, labelled, until_apart
from extraction.tables.securities.holding_heads import HoldingsHead, head_words
from extraction.tables.securities.holding_match import Piece
from extraction.tables.securities.holdings import Entry, HoldingsTable, Record
from extraction.tables.securities.securities import FIGURES
from extraction.text import dates
from extraction.text.amounts import CODES
from extraction.text.furniture import PAGE
from extraction.text.lines import Line
from extraction.text.normal import without_leaders
from extraction.text.quantities import Mark, empty

PAGED = 6
"""The number of a page has no more words."""
_PAGE = re.compile(rf"\b{PAGE}\d", re.IGNORECASE)


def holdings_tables(
    lines: Sequence[Line], heads: Sequence[HoldingsHead], stops: Sequence[int], mark: Mark, continued: bool = False
) -> list[HoldingsTable]:
    """Lines of a document, heads of holdings, the places of other heads, the decimal mark -> tables in order.

    `continued`: a line with figures but no quantity goes on the record above it, rather than being one of its own.
    """
    found: list[HoldingsTable] = []
    order = 0
    edges = sorted({head.first for head in heads} | set(stops) | {len(lines)})
    for head in heads:
        last = next(edge for edge in edges if edge > head.last)
        table = _table(lines, head, last, mark, continued, order)
        if table.records:
            order += len(table.records)
            found.append(table)
    return found


def _table(
    lines: Sequence[Line], head: HoldingsHead, last: int, mark: Mark, continued: bool, order: int
) -> HoldingsTable:
    first = head.last + 1
    last = _end(lines, first, last, head, mark)
    head = refined(lines[first:last], head, mark)
    parted = pieces(lines[first:last], head, mark)
    parted = [[] if _is_page_number(line) else its for line, its in zip(lines[first:last], parted, strict=True)]
    strips = [
        _strip(first + i, line, its, head) for i, (line, its) in enumerate(zip(lines[first:last], parted, strict=True))
    ]
    groups, strays = grouped(strips, continued)
    while groups and labelled(groups[-1][0], head):
        groups.pop()
    groups = until_apart(groups)
    records = tuple(_record(group, heading, order + i, head) for i, (group, heading) in enumerate(groups))
    end = max((strip.index + 1 for group, _ in groups for strip in group), default=first)
    return HoldingsTable(head, records, mark, head.first, end, tuple(cell for at, cell in strays if at < end))


def _end(lines: Sequence[Line], first: int, last: int, head: HoldingsHead, mark: Mark) -> int:
    """The line at which a table ends at the latest: where another head or running text begins after its rows."""
    rows = 0
    for i in range(first, last):
        line = lines[i]
        figures = [p for p in pieces([line], head, mark)[0] if p.figure is not None]
        rows += len(figures) > 1
        if figures or not rows:
            continue
        if head_words(line) or any(len(chunk.words) > PROSE for chunk in line.chunks):
            return i
        if _above_columns(line, head) > 1:
            return i
    return last


def _is_page_number(line: Line) -> bool:
    return len(line.words) <= PAGED and _PAGE.search(line.text) is not None


def _above_columns(line: Line, head: HoldingsHead) -> int:
    """How many texts of a line without figures stand where figures belong, units and dates left out."""
    from_ = next((cell.x0 for cell in head.cells if cell.field in ("value", "price", "quantity")), 0.0)
    return sum(
        chunk.x0 >= from_ - LEFT
        and sum(ch.isalpha() for ch in chunk.text) > 3
        and not dates.find(chunk.text)
        and not empty(chunk.text)
        and len(chunk.words) > 1
        for chunk in line.chunks[1:]
    )


def _strip(index: int, line: Line, its: Sequence[Piece], head: HoldingsHead) -> HoldingStrip:
    fields = [head.cells[p.column].field for p in its if p.figure is not None and p.column is not None]
    core = {"quantity", "price", "value", "local_value", "amount"} & {name for name in fields if name}
    anchor = (len(fields) > 1 and bool(core)) or bool(core & {"value", "local_value", "amount"})
    counted = {"quantity", "price"} if "quantity" in head.fields else {"quantity", "price", "amount"}
    bare = not counted & (core if core & {"value", "local_value"} else core - {"amount"})
    return HoldingStrip(index, line, tuple(its), anchor, bare)


def _is_currency(piece: Piece, head: HoldingsHead) -> bool:
    """Whether a text is a currency that stands alone, in a column of currencies or of figures."""
    place = head.cells[piece.column or 0].field
    return (place == "currency" or place in FIGURES) and piece.text in CODES


def _record(group: Sequence[HoldingStrip], heading: str, order: int, head: HoldingsHead) -> Record:
    anchor = next(strip for strip in group if strip.anchor)
    page = anchor.line.page
    entries: dict[int, list[Entry]] = {}
    texts: dict[int, list[Cell]] = {}
    stray: list[Cell] = []
    for strip in group:
        for piece in strip.pieces:
            cell = piece.cell(strip.line.page)
            if piece.figure is None:
                if not empty(piece.text) or _is_currency(piece, head):
                    texts.setdefault(piece.column or 0, []).append(replace(cell, text=without_leaders(cell.text)))
            elif piece.column is None:
                stray.append(cell)
            else:
                entries.setdefault(piece.column, []).append(Entry(piece.figure, cell))
    words = [word for strip in group if strip.line.page == page for word in strip.line.words]
    return Record(
        order,
        {column: tuple(some) for column, some in entries.items()},
        {column: tuple(some) for column, some in texts.items()},
        heading,
        " ".join(piece.text for piece in anchor.texts),
        Cell.of(words, page),
        tuple(strip.index for strip in group),
        anchor.bare,
        tuple(stray),
    )
