"""Words of a loaded PDF page -> how each is printed: its look, its font, the object that draws it."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2.raw as c

from extraction.source.characters import printer
from extraction.source.direct import Handle, pointer
from extraction.source.glyphs import Run
from extraction.source.seen import Look, Mark
from extraction.source.vectors import PALE

OUTSIDE = "(not embedded)"
"""Behind the name of a font that is not in the file."""


@dataclass(slots=True)
class Marks:
    """The marks of one page. Each text object is asked once: words mostly share them.

    `fonts`: names by place; a font that is not in the file says so, as another program may have put it there.
    """

    text: c.FPDF_TEXTPAGE
    fonts: list[str] = field(default_factory=list)
    _page: Handle = field(init=False)
    _objects: dict[int, tuple[Look, int | None]] = field(default_factory=dict)
    _places: dict[int, int] = field(default_factory=dict)
    _channels: list[ctypes.c_uint] = field(default_factory=lambda: [ctypes.c_uint() for _ in range(4)])

    def __post_init__(self) -> None:
        self._page = pointer(self.text)

    def of(self, run: Run) -> Mark:
        """Word -> its mark. Figures in several fonts have one of their own, named after all of them."""
        item, (look, font) = self._asked(run.index)
        figures = run.figures
        if figures:
            if figures[0] != run.index:
                item, (_, font) = self._asked(figures[0])
            if len(figures) > 1 and self._asked(figures[-1])[0] != item:
                font = self._mixed([place for i in figures if (place := self._asked(i)[1][1]) is not None])
        if run.again < 0:
            return Mark(look, font, item)
        later, (again, _) = self._asked(run.again)
        return Mark(look, font, later if again == "ink" else item, echoed=look == "ink" != again)

    def _asked(self, index: int) -> tuple[int, tuple[Look, int | None]]:
        """A character -> the address of its text object, its look and font."""
        address = printer(self._page, index)
        if not address:
            return 0, ("ink", None)
        known = self._objects.get(address)
        if known is None:
            item = c.FPDFText_GetTextObject(self.text, index)
            known = self._objects[address] = self._look(item, index), self._font(item)
        return address, known

    def _look(self, item: c.FPDF_PAGEOBJECT, index: int) -> Look:
        """Whether a text object shows: in ink, in the white of the paper, or not at all."""
        mode = c.FPDFTextObj_GetTextRenderMode(item)
        if mode in (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP):
            return "hidden"
        channels = self._channels
        if mode != c.FPDF_TEXTRENDERMODE_FILL or not c.FPDFText_GetFillColor(self.text, index, *channels):
            return "ink"
        if channels[3].value == 0:
            return "hidden"
        return "white" if all(channel.value >= PALE for channel in channels[:3]) else "ink"

    def _font(self, item: c.FPDF_PAGEOBJECT) -> int | None:
        font = c.FPDFTextObj_GetFont(item)
        if not font:
            return None
        address = ctypes.addressof(font.contents)
        place = self._places.get(address)
        if place is None:
            place = self._places[address] = self._place(_name(font))
        return place

    def _mixed(self, places: Sequence[int]) -> int | None:
        return self._place(" + ".join(sorted({self.fonts[place] for place in places}))) if places else None

    def _place(self, name: str) -> int:
        if name not in self.fonts:
            self.fonts.append(name)
        return self.fonts.index(name)


def _name(font: c.FPDF_FONT) -> str:
    size = c.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    c.FPDFFont_GetBaseFontName(font, buffer, size)
    name = buffer.value.decode("utf-8", "replace")
    return name if c.FPDFFont_GetIsEmbedded(font) == 1 or not name else f"{name} {OUTSIDE}"
