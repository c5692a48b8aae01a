"""A table that flows over pages: columns as wide as their cells, names wrapped."""

from dataclasses import dataclass

from ..sheet import Sheet

GAP = 10.0
Cells = dict[str, list[str]]
"""Lines of text by the key of their column."""


@dataclass
class Column:
    """A column: its key, the lines of its head; figures stand right."""

    key: str
    title: list[str]
    right: bool
    width: float = 0.0
    left: float = 0.0

    @property
    def names(self) -> bool:
        return self.key in ("name", "text")


class Grid:
    """One table. `share`: of the width, at least, for names; `spread`: points between rows; `rules`: none, lines, grid
    or head."""

    def __init__(self, sheet: Sheet, columns: list[Column], rows: list[Cells], share: float, spread: float, rules: str):
        self.sheet, self.columns, self.spread, self.rules = sheet, columns, spread, rules
        self.size = sheet.style.size
        self._fit(rows, share)
        self.head()

    def _fit(self, rows: list[Cells], share: float) -> None:
        """Columns as wide as their widest cell; names take the rest, in a smaller font if need be."""
        s = self.sheet
        total = s.right - s.left
        name = next(c for c in self.columns if c.names)
        while True:
            for column in self.columns:
                cells = [t for row in rows for t in row.get(column.key, [""])]
                column.width = max(s.measure(t, self.size, True) for t in [*cells, *column.title]) + 1
            rest = total - sum(c.width + GAP for c in self.columns if c is not name)
            if rest >= max(total * share, 90) or self.size <= 5:
                break
            self.size -= 0.5
        name.width = max(min(rest, name.width + 40), 70.0)
        x = s.left
        for column in self.columns:
            column.left = x
            x += column.width + GAP

    def head(self) -> None:
        s, step = self.sheet, self.size * 1.25
        tall = max(len(c.title) for c in self.columns)
        s.need((tall + 4) * self.size * 1.3)
        top = s.y
        if self.rules == "head":
            s.box(s.left - 3, top - tall * step - 5, s.right - s.left + 6, tall * step + 5, fill=s.pale)
        for column in self.columns:
            for k, part in enumerate(column.title):
                self._put(column, top - step * (k + 1 + tall - len(column.title)), part, bold=True)
        s.row += 1
        s.y = top - tall * step - 6
        if self.rules != "none":
            s.line(s.left - 3, s.y + 1, s.right + 3, s.y + 1, 0.6)

    def _put(self, column: Column, y: float, text: str, bold: bool = False) -> None:
        x, align = (column.left + column.width, "right") if column.right else (column.left, "left")
        place = {"row": self.sheet.row, "column": int(column.left)}
        self.sheet.text(x, y, text, align=align, bold=bold, size=self.size, **place)

    def heading(self, text: str) -> None:
        s = self.sheet
        if not s.room(4 * self.size * 1.3):
            self._break()
        s.y -= self.size * 1.35 + 3
        s.text(s.left, s.y, text, bold=True, size=self.size, row=s.row, column=0)
        s.row += 1
        s.y -= 3

    def _break(self) -> None:
        self.sheet.new_page()
        self.head()

    def _wrap(self, text: str, width: float) -> list[str]:
        lines = [""]
        for word in text.split(" "):
            trial = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.sheet.measure(trial, self.size) > width:
                lines.append(word)
            else:
                lines[-1] = trial
        return lines

    def row(self, cells: Cells, label: str = "") -> None:
        """Cells on as many lines as they need; a label stands at the left edge, and makes the row bold."""
        s, step = self.sheet, self.size * 1.25
        shown = {
            c.key: [p for t in cells.get(c.key, []) for p in (self._wrap(t, c.width) if c.names else [t])]
            for c in self.columns
        }
        tall = max((len(lines) for lines in shown.values()), default=1) or 1
        if not s.room(tall * step + self.spread + 2):
            self._break()
        if label:
            s.text(s.left, s.y - step, label, bold=True, size=self.size, row=s.row, column=0)
        for column in self.columns:
            for k, text in enumerate(shown[column.key]):
                self._put(column, s.y - step * (k + 1), text, bold=bool(label))
        s.row += 1
        s.y -= tall * step + self.spread
        if self.rules in ("lines", "grid"):
            y = s.y + self.spread / 2 - 1
            s.line(s.left - 3, y, s.right + 3, y, 0.3)
