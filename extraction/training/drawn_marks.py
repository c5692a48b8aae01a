"""Marks on a page: texts, strokes and filled boxes, and the PDF that they are painted into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extraction.geometry import union
from schemas.provenance import BBox

ASCENT, DESCENT = 0.72, 0.2
"""Shares of the size of a font by which its letters stand above and below their line."""
FAMILIES = (
    ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    ("Times-Roman", "Times-Bold", "Times-Italic"),
    ("Courier", "Courier-Bold", "Courier-Oblique"),
)


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text: where its line begins, points from the top left; `grey` 0 black to 1 white."""

    x: float
    y: float
    text: str
    font: str
    size: float
    grey: float = 0.0

    @property
    def box(self) -> BBox:
        wide = stringWidth(self.text, self.font, self.size)
        return (self.x, self.y - ASCENT * self.size, self.x + wide, self.y + DESCENT * self.size)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float = 0.5


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled box."""

    box: BBox
    grey: float


Mark = Text | Stroke | Fill


def texts_box(marks: Sequence[Mark]) -> BBox:
    """Marks -> the box around their texts. Raises ValueError where there is none."""
    return union(m.box for m in marks if isinstance(m, Text) and m.text.strip())


def wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    """Text -> its lines, none wider than `width` points but for single words."""
    found: list[str] = []
    for part in text.split():
        longer = f"{found[-1]} {part}" if found else part
        if found and stringWidth(longer, font, size) <= width:
            found[-1] = longer
        else:
            found.append(part)
    return found or [""]


def painted(marks: Sequence[Mark], size: tuple[float, float]) -> bytes:
    """Marks, the size of their page -> its PDF."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    for mark in marks:
        match mark:
            case Fill((x0, top, x1, bottom), grey):
                canvas.setFillColor(Color(grey, grey, grey))
                canvas.rect(x0, size[1] - bottom, x1 - x0, bottom - top, stroke=0, fill=1)
            case Stroke(x0, y0, x1, y1, width):
                canvas.setLineWidth(width)
                canvas.line(x0, size[1] - y0, x1, size[1] - y1)
            case Text(x, y, text, font, points, grey):
                canvas.setFillColor(Color(grey, grey, grey))
                canvas.setFont(font, points)
                canvas.drawString(x, size[1] - y, text)
    canvas.showPage()  # a page without marks is a page too
    canvas.save()
    return out.getvalue()
