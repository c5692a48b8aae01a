"""Draws a brokerage statement: page head, holdings, cash."""

from collections.abc import Sequence
from decimal import Decimal

from .. import blocks
from ..dates import header_format, show_period
from ..sheet import GREY, Sheet
from .book import ZERO, Book, Held
from .cells import cash_cells, holding_cells, holding_columns, money, move_cells, move_columns, picked
from .grid import Cells, Grid
from .style import BrokerStyle
from .words import WORDS, Words

ALLOCATION = {
    "en": "Asset allocation",
    "de": "Vermögensaufteilung",
    "fr": "Répartition",
    "es": "Distribución",
    "it": "Ripartizione",
    "nl": "Verdeling",
    "pt": "Distribuição",
}


class Drawing:
    """One document on its sheets. `pages`: how many there are, which its footers tell."""

    def __init__(self, style: BrokerStyle, book: Book, seed: int, pages: int):
        self.style, self.book, self.pages = style, book, pages
        self.words: Words = WORDS[style.lang]
        self.edges: list[float] = []  # where the columns of holdings end
        self.sheet = Sheet(style.page, seed, self._furniture)
        self.ends = self.words.cash_ends[style.page.hue // 15 % len(self.words.cash_ends)]

    def draw(self) -> tuple[bytes, int]:
        """(PDF, number of pages)."""
        s, style, book = self.sheet, self.style, self.book
        blocks.letterhead(s, book.bank, picked(self.words.title, style))
        shown = header_format(style.page.date_format, style.page.country, style.page.header_words)
        period = show_period(*book.span, shown, picked(style.page.lang.period, style), style.page.lang, False)
        account = f"{picked(self.words.account, style)}: {book.number}"
        blocks.address(s, [account, period, self.words.note.format(code=style.page.place.currency)])
        s.y -= 8
        if style.summary:
            self._pair(picked(self.words.whole, style), money(style, book.whole, True), bold=True)
            s.y -= 6
        self._title(picked(self.words.holdings, style))
        self._holdings()
        if style.allocation and style.grouped:
            self._title(ALLOCATION[style.lang])
            for kind, value in book.sums.items():
                self._pair(picked(self.words.classes[kind], style), money(style, value))
            s.y -= 6
        if book.moves:
            s.y -= 10
            self._title(picked(self.words.moves, style))
            self._moves()
        if "legal" in style.page.extras:
            blocks.legal(s, book.span[1], 2)
        return s.finish(), s.page

    def _furniture(self, s: Sheet) -> None:
        text = picked(self.style.page.lang.page, self.style).format(n=s.page, m=self.pages)
        s.text(s.right, 30, text, align="right", size=7, color=GREY)

    def _title(self, text: str) -> None:
        s, size = self.sheet, self.style.page.size
        s.need(7 * size)
        s.y -= size + 8
        s.text(s.left, s.y, text, bold=True, size=size + 2, color=s.tint)
        s.y -= 8

    def _pair(self, label: str, value: str, bold: bool = False) -> None:
        s = self.sheet
        s.need(20)
        s.y -= self.style.page.size * 1.4
        s.text(s.left, s.y, label, bold=bold)
        s.text(self._stop(), s.y, value, align="right", bold=bold)

    def _stop(self) -> float:
        """Where the sums beside the table end: clear of its columns, so that they are none of its rows."""
        stops = [self.sheet.left + width for width in (260, 230, 290, 200, 320, 350)]
        clear = [x for x in stops if all(abs(x - edge) > 30 for edge in self.edges)]
        return (clear or stops)[0]

    def _grid(self, rows: Sequence[Cells], holdings: bool) -> Grid:
        style = self.style
        columns = holding_columns(style) if holdings else move_columns(style)
        return Grid(self.sheet, columns, list(rows), style.name_width, style.spread, style.rules)

    def _holdings(self) -> None:
        style, book = self.style, self.book
        rows = {one: holding_cells(style, one) for one in book.held}
        grid = self._grid([*rows.values(), {"value": [money(style, book.whole * 10, True)]}], True)
        self.edges = [c.left + c.width for c in grid.columns if c.right]
        for kind in book.sums:
            heading = picked(self.words.classes[kind], style)
            if style.grouped:
                grid.heading(heading)
            own = [one for one in book.held if one.kind == kind]
            for one in own:
                grid.row(rows[one])
            if style.group_totals:
                self._total(grid, picked(self.words.total_of, style).format(heading), book.sums[kind], own)
        if style.cash == "row" and book.cash is not None:
            grid.row(cash_cells(style, book, book.cash))
            self._total(grid, picked(self.words.whole, style), book.whole, ())
            return
        self._total(grid, picked(self.words.total, style), book.total, book.held)
        if style.cash == "line" and book.cash is not None:
            self.sheet.y -= 6
            self._pair(picked(self.words.cash, style), money(style, book.cash))
            self._pair(picked(self.words.whole, style), money(style, book.whole, True), bold=True)

    def _total(self, grid: Grid, label: str, value: Decimal, own: Sequence[Held]) -> None:
        cells = {"value": [money(self.style, value, True)]}
        for key in ("cost", "gain", "earlier", "income", "accrued"):
            if own and any(c.key == key for c in grid.columns):
                cells[key] = [money(self.style, sum((getattr(one, key) for one in own), ZERO))]
        grid.row(cells, label)

    def _moves(self) -> None:
        style, book = self.style, self.book
        key = "balance" if style.balance else "amount"
        ends: list[Cells] = [
            {"text": [label], key: [money(style, value)]}
            for label, value in zip(self.ends, (book.opening, book.closing), strict=True)
        ]
        rows = [move_cells(style, move) for move in book.moves]
        inside = style.ends_inside and style.balance
        if not inside:
            self._pair(self.ends[0], money(style, book.opening, True))
            self.sheet.y -= 8
        grid = self._grid([*rows, *ends], False)
        for row in (ends[:1] if inside else []) + rows + (ends[1:] if inside else []):
            grid.row(row)
        if not inside:
            self._pair(self.ends[1], money(style, book.closing, True))
