"""The text of a loaded PDF page -> its characters with their places, in bulk."""

import ctypes
import math
from itertools import repeat
from struct import iter_unpack

import pypdfium2.raw as c

from extraction.errors import TooLargeError
from extraction.source.direct import direct, pointer
from extraction.source.glyphs import BLANK, Glyph, character

MAX_GLYPHS = 150_000
"""A page of the smallest print holds 20,000."""
RECTANGLE = "4f"
"""What PDFium fills in for a box: left, top, right, bottom."""


_code = direct(c.FPDFText_GetUnicode, ctypes.c_uint)
_unmapped = direct(c.FPDFText_HasUnicodeMapError)
_box = direct(c.FPDFText_GetLooseCharBox)
_angle = direct(c.FPDFText_GetCharAngle, ctypes.c_float)
printer = direct(c.FPDFText_GetTextObject, ctypes.c_void_p)
"""`pointer` to the text of a page, place of a character -> the address of the text object that prints it, or None."""


def glyphs(text: c.FPDF_TEXTPAGE, number: int) -> list[Glyph]:
    """Text of page `number` -> its characters in content order; blanks come without a useful box.

    Raises TooLargeError: more than `MAX_GLYPHS`.
    """
    count = c.FPDFText_CountChars(text)
    if count > MAX_GLYPHS:
        raise TooLargeError(
            f"Page {number} has {count:,} characters; the limit is {MAX_GLYPHS:,}. Print it to a new PDF.", page=number
        )
    page, every = repeat(pointer(text)), range(count)
    codes, errors = map(_code, page, every), map(_unmapped, page, every)
    chars = [character(code, error != 1) for code, error in zip(codes, errors, strict=True)]
    inked = [i for i, char in enumerate(chars) if char and char != BLANK]
    boxes = (c.FS_RECTF * len(inked))()
    size = ctypes.sizeof(c.FS_RECTF)
    told = list(map(_box, page, inked, map(ctypes.byref, repeat(boxes), range(0, size * len(inked), size))))
    placed = zip(inked, told, iter_unpack(RECTANGLE, boxes), map(_angle, page, inked), strict=True)
    found = [
        Glyph._make((i, chars[i], x0, y0, x1, y1, _turn(angle) if angle else 0))
        for i, ok, (x0, y1, x1, y0), angle in placed
        if ok
    ]
    found += [Glyph(i, BLANK) for i, char in enumerate(chars) if char == BLANK]
    found.sort()
    return found


def _turn(angle: float) -> int:
    """Angle of PDFium, radians clockwise -> degrees counter-clockwise, 0..359."""
    return -round(math.degrees(angle)) % 360
