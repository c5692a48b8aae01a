"""Pages with a cursor. Text is collected per page and drawn in the order that the style asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random

import reportlab
from reportlab.lib.colors import Color, hsl2rgb
from reportlab.lib.pagesizes import A4, letter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .style import Style

FACES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "Courier": ("Courier", "Courier-Bold", "Courier-Oblique"),
    "Vera": ("Vera", "VeraBd", "VeraIt"),
}
GREY = Color(0.35, 0.35, 0.35)
BLACK = Color(0, 0, 0)


def register_fonts() -> None:
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in FACES["Vera"]:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, folder / f"{name}.ttf"))


@dataclass(frozen=True)
class Op:
    """One piece of text; `row` and `column` place it in a table, or are -1."""

    x: float
    y: float
    text: str
    face: str
    size: float
    color: Color
    bold: bool
    row: int
    column: int


class Sheet:
    """Draws pages top down. Lengths are points, y grows upwards as in PDF."""

    def __init__(self, style: Style, seed: int, furniture: Callable[["Sheet"], None]):
        register_fonts()
        self.style, self.rng, self.furniture = style, Random(seed), furniture
        width, height = letter if style.place.paper == "letter" else A4
        self.width, self.height = (height, width) if style.landscape else (width, height)
        self.left, self.right = 42.0, self.width - 42.0
        self.top, self.bottom = self.height - 44.0, 58.0
        self.buffer = BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=(self.width, self.height), invariant=1, pageCompression=1)
        self.canvas.setTitle("Statement")
        self.ops: list[Op] = []
        self.page = 1
        self.row = 0  # counts the table rows of the whole document
        self.y = self.top
        self._begin()

    @property
    def tint(self) -> Color:
        """The house colour."""
        return Color(*hsl2rgb(self.style.hue / 360, 0.55, 0.35))

    @property
    def white(self) -> Color:
        return Color(1, 1, 1)

    @property
    def pale(self) -> Color:
        return Color(*hsl2rgb(self.style.hue / 360, 0.35, 0.94))

    def _begin(self) -> None:
        if self.style.rotate:
            self.canvas.setPageRotation(90)
            self.canvas.transform(0, 1, -1, 0, self.height, 0)
        self.y = self.top
        if self.style.watermark:
            self._watermark()
        if self.style.margin_code:
            self._margin_code()
        self.furniture(self)

    def _watermark(self) -> None:
        c = self.canvas
        c.saveState()
        c.translate(self.width / 2, self.height / 2)
        c.rotate(40)
        c.setFillColor(Color(0.93, 0.93, 0.93))
        c.setFont("Helvetica-Bold", min(64.0, 900.0 / len(self.style.watermark)))
        c.drawCentredString(0, 0, self.style.watermark)
        c.restoreState()

    def _margin_code(self) -> None:
        """The print shop's code, upright along the left edge."""
        c = self.canvas
        c.saveState()
        c.translate(16, self.height / 3)
        c.rotate(90)
        c.setFillColor(GREY)
        c.setFont("Helvetica", 5)
        c.drawString(0, 0, f"STM{self.style.hue:03d}0417-{self.page:04d} 28.05 F2 1,150")
        c.restoreState()

    def face(self, bold: bool = False, italic: bool = False) -> str:
        return FACES[self.style.font][1 if bold else 2 if italic else 0]

    def measure(self, text: str, size: float | None = None, bold: bool = False) -> float:
        return float(stringWidth(text, self.face(bold), size or self.style.size))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        align: str = "left",
        bold: bool = False,
        italic: bool = False,
        size: float | None = None,
        color: Color = BLACK,
        row: int = -1,
        column: int = -1,
    ) -> None:
        """Puts text on the page; x is its left end, right end or middle, as `align` says."""
        if not text:
            return
        size = size or self.style.size
        face = self.face(bold, italic)
        if self.style.ligatures and self.style.font == "Vera":
            text = text.replace("fi", "\ufb01").replace("fl", "\ufb02")
        width = stringWidth(text, face, size)
        x -= {"left": 0.0, "right": width, "centre": width / 2}[align]
        self.ops.append(Op(x, y, text, face, size, color, bold, row, column))

    def line(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        width: float = 0.5,
        color: Color = GREY,
        dash: tuple[float, float] | None = None,
    ) -> None:
        c = self.canvas
        c.setDash(*dash) if dash else c.setDash()
        c.setLineWidth(width)
        c.setStrokeColor(color)
        c.line(x0, y0, x1, y1)

    def box(
        self, x: float, y: float, width: float, height: float, fill: Color | None = None, stroke: Color | None = None
    ) -> None:
        if fill is not None:
            self.canvas.setFillColor(fill)
        if stroke is not None:
            self.canvas.setStrokeColor(stroke)
            self.canvas.setLineWidth(0.6)
            self.canvas.setDash()
        self.canvas.rect(x, y, width, height, stroke=int(stroke is not None), fill=int(fill is not None))

    def room(self, height: float) -> bool:
        return self.y - height >= self.bottom

    def need(self, height: float) -> None:
        if not self.room(height):
            self.new_page()

    def new_page(self) -> None:
        self._flush()
        self.canvas.showPage()
        self.page += 1
        self._begin()

    def finish(self) -> bytes:
        self._flush()
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()

    def _flush(self) -> None:
        ops, order = self.ops, self.style.draw_order
        if order == "column":
            cells = sorted((o for o in ops if o.row >= 0), key=lambda o: (o.column, o.row))
            ops = [o for o in ops if o.row < 0] + cells
        elif order == "shuffled":
            ops = list(ops)
            self.rng.shuffle(ops)
        elif order == "padded":
            ops = [o for o in ops if o.row < 0] + _padded([o for o in ops if o.row >= 0], self.left)
        for op in ops:
            self._draw(op, order)
        self.ops = []

    def _draw(self, op: Op, order: str) -> None:
        c = self.canvas
        c.setFillColor(op.color)
        c.setFont(op.face, op.size)
        pieces = [(0.0, op.text)]
        if order == "word":
            pieces = _split(op, " ")
        elif order == "character":
            pieces = _split(op, "")
        for shift, piece in pieces:
            c.drawString(op.x + shift, op.y, piece)
            if op.bold and self.style.bold_twice:
                c.drawString(op.x + shift + 0.2, op.y, piece)


def _padded(cells: list[Op], left: float) -> list[Op]:
    """One piece of text per printed line, its cells held apart by blanks; all cells are in Courier."""
    lines: dict[tuple[int, float], list[Op]] = {}
    for cell in cells:
        lines.setdefault((cell.row, cell.y), []).append(cell)
    result = []
    for line in lines.values():
        text = ""
        for cell in sorted(line, key=lambda o: o.x):
            text = text.ljust(round((cell.x - left) / (0.6 * cell.size))) + cell.text
        first = line[0]
        result.append(Op(left, first.y, text, first.face, first.size, first.color, first.bold, first.row, 0))
    return result


def _split(op: Op, at: str) -> list[tuple[float, str]]:
    """(offset, piece) for every word or, with an empty separator, every character but the blank."""
    pieces, done = [], ""
    for part in op.text.split(at) if at else op.text:
        if part.strip():
            pieces.append((float(stringWidth(done, op.face, op.size)), part))
        done += part + at
    return pieces
