"""Lays out the table of movements and lets it flow over pages."""

from decimal import Decimal

from .cells import Column, Line, Words, show_balance
from .sheet import BLACK, GREY, Sheet

GAP = 9.0  # points between columns


class Table:
    """One table of an account."""

    def __init__(self, sheet: Sheet, order: list[Column], lines: list[Line], words: Words):
        self.sheet, self.style, self.columns, self.lines, self.words = sheet, sheet.style, order, lines, words
        self.size = sheet.style.size
        self.right = sheet.right - (sheet.right - sheet.left) * (0.25 if self.style.narrow else 0.0)
        self._widths()
        self.leading = self.size * 1.2
        self.began = sheet.y  # where the latest row begins

    def _widths(self) -> None:
        """Columns as wide as their widest cell; the description takes the rest, in a smaller font if need be."""
        total = self.right - self.sheet.left
        text = next(c for c in self.columns if c.key == "text")
        while True:
            for column in self.columns:
                cells = [
                    t
                    for line in self.lines
                    for t in (line.party if column.key == "party" else [line.cells.get(column.key, "")])
                ]
                widest = max(self.sheet.measure(t, self.size, True) for t in [*cells, *column.title])
                column.width = max(widest + 1, 40.0 if column.right else 12.0)
            rest = total - sum(c.width + GAP for c in self.columns if c is not text)
            if rest >= max([120.0, *(self.sheet.measure(t, self.size, True) for t in text.title)]) or self.size <= 5:
                break
            self.size -= 0.5
        text.width = max(rest, 60.0)
        x = self.sheet.left
        for column in self.columns:
            column.left = x
            x += column.width + GAP

    def wrap(self, paragraphs: list[str], bold: bool, width: float) -> list[str]:
        """Printed lines of a description cell."""
        result = []
        for paragraph in paragraphs:
            current = ""
            for word in paragraph.split(" "):
                trial = f"{current} {word}" if current else word
                if current and self.sheet.measure(trial, self.size, bold) > width:
                    result.append(current)
                    trial = word
                current = trial
            result.append(current)
        return result

    def draw(self) -> None:
        self.head()
        latest: Decimal | None = None
        for at, line in enumerate(self.lines):
            latest = self._row(line, at, latest)
        if self.style.rules in ("lines", "grid", "head", "dark"):
            self.sheet.line(self.sheet.left, self.sheet.y, self.right, self.sheet.y)
        self.sheet.y -= self.leading

    def _cell(
        self, column: Column, y: float, text: str, row: int, *, bold: bool, shift: float = 0.0, color: object = BLACK
    ) -> None:
        """Text in a column; `shift` points in from its left."""
        align = self.style.figures_align if column.right else "left"
        x = column.left + {"left": shift, "right": column.width, "centre": column.width / 2}[align]
        self.sheet.text(
            x, y, text, align=align, bold=bold, size=self.size, color=color, row=row, column=self.columns.index(column)
        )

    def head(self) -> None:
        """The header row, on one or two lines."""
        s, tall = self.sheet, max(len(c.title) for c in self.columns)
        height = tall * self.leading + 6
        s.need(height + 3 * self.leading)
        if not self.style.header_shown:
            return
        dark = self.style.rules == "dark"
        if self.style.rules in ("zebra", "head", "dark"):
            s.box(s.left - 3, s.y - height, self.right - s.left + 6, height, fill=s.tint if dark else s.pale)
        for column in self.columns:
            for k, part in enumerate(column.title):
                y = s.y - self.leading * (k + 1 + (tall - len(column.title)))
                self._cell(
                    column, y, part, s.row + k + tall - len(column.title), bold=True, color=s.white if dark else BLACK
                )
        s.row += tall
        if self.style.rules != "none":
            s.line(s.left - 3, s.y - height, self.right + 3, s.y - height, 0.8, s.tint)
        if self.style.rules == "grid":
            s.line(s.left - 3, s.y, self.right + 3, s.y, 0.8, s.tint)
            self._posts(s.y, s.y - height)
        s.y -= height

    def _posts(self, top: float, bottom: float) -> None:
        """Vertical rules of a grid."""
        for x in (self.sheet.left - 3, *(c.left - GAP / 2 for c in self.columns[1:]), self.right + 3):
            self.sheet.line(x, top, x, bottom, 0.4)

    def _break(self, latest: Decimal | None) -> None:
        """Goes on to the next page; `latest` is the balance to carry over."""
        carry = self.style.carry_rows and latest is not None
        shown = {"balance": show_balance(self.style, latest)} if latest is not None else {}
        if carry:
            self._draw_lines(Line(shown), [self.words.carried], 0, 1)
        self.sheet.new_page()
        if self.style.header_repeat:
            self.head()
        if carry:
            self._draw_lines(Line(shown), [self.words.brought], 0, 1)

    def _row(self, line: Line, at: int, latest: Decimal | None) -> Decimal | None:
        """Draws one row, on two pages if it is allowed to break; returns the balance so far."""
        text = next(c for c in self.columns if c.key == "text")
        texts = self.wrap(line.text, line.bold, 400.0 if line.heading else text.width - self.style.wrap_indent)
        texts += [""] * (len(line.party) - len(texts))
        if line.over:
            self._over(line, texts, at)
            return line.balance
        reserve = self.leading * 2 if self.style.carry_rows else 0.0
        count, start = len(texts), 0
        fits = int((self.sheet.y - self.sheet.bottom - reserve - self.style.row_gap) // self.leading)
        if (line.heading and fits < 3) or fits < 1 or (fits < count and not (self.style.split_rows and line.row)):
            self._break(latest)
        elif fits < count:
            self._draw_lines(line, texts, 0, fits, at)
            start = fits
            self._break(None)
        line.page, line.top, self.began = self.sheet.page, self.sheet.height - self.sheet.y, self.sheet.y
        self._draw_lines(line, texts, start, count, at)
        line.bottom = self.sheet.height - self.sheet.y
        return line.balance if line.balance is not None else latest

    def _over(self, line: Line, texts: list[str], at: int) -> None:
        """Draws a row on top of the one before."""
        s, end = self.sheet, self.sheet.y
        line.page, line.top, s.y = s.page, s.height - self.began, self.began
        self._draw_lines(line, texts, 0, len(texts), at)
        line.bottom, s.y = s.height - s.y, min(s.y, end)

    def _draw_lines(self, line: Line, texts: list[str], start: int, stop: int, at: int = 0) -> None:
        """Draws the printed lines start..stop of a row."""
        s, height = self.sheet, (stop - start) * self.leading + self.style.row_gap
        if self.style.rules == "zebra" and at % 2:
            s.box(s.left - 3, s.y - height, self.right - s.left + 6, height, fill=s.pale)
        base = s.y - self.style.row_gap / 2 - self.size * 0.95
        for k in range(start, stop):
            y = base - (k - start) * self.leading
            if line.heading:
                s.text(s.left, y, texts[k], bold=line.bold, size=self.size, color=s.tint, row=s.row + k, column=0)
                continue
            for column in self.columns:
                self._line_cell(line, column, y, k, texts)
        s.row += stop
        s.y -= height
        if self.style.rules in ("lines", "grid", "dotted"):
            s.line(s.left - 3, s.y, self.right + 3, s.y, 0.4, dash=(1, 2) if self.style.rules == "dotted" else None)
            if self.style.rules == "grid" and not line.heading:
                self._posts(s.y + height, s.y)

    def _line_cell(self, line: Line, column: Column, y: float, k: int, texts: list[str]) -> None:
        """Draws what the k-th printed line of a row has in a column."""
        row, figures = (
            self.sheet.row + k,
            {"top": 0, "bottom": len(texts) - 1, "middle": (len(texts) - 1) // 2}[self.style.valign],
        )
        if column.key == "text":
            indent = self.style.wrap_indent if k else 0.0
            self._cell(column, y, texts[k], row, bold=line.bold, shift=indent, color=GREY if indent > 10 else BLACK)
        elif column.key == "party":
            self._cell(column, y, line.party[k] if k < len(line.party) else "", row, bold=False)
        elif k == (figures if column.right or column.key == "mark" else 0):
            self._cell(column, y, line.cells.get(column.key, ""), row, bold=line.bold)
