"""Prepared page -> words, read twice and, where the readings differ in a figure, a third time."""

from collections.abc import Sequence

from PIL import Image

from extraction.model import Word
from extraction.ocr.agree import Place, judged, places, settled
from extraction.ocr.engine import Engine
from extraction.ocr.tokens import tidy
from schemas.provenance import BBox

MARGIN = 3.0
"""Points of paper around a cell that is read again."""
ENLARGED = 2
"""A cell is read again at this many times the size: another sampling, another reading."""
MOST = 200
"""Cells read again per page; a page with more is unreadable, and its first readings stand."""


def glance(image: Image.Image, scale: float, engine: Engine) -> list[Word]:
    """Prepared image, points per pixel -> the words of a first reading. Raises: EngineError, TooSlowError."""
    return tidy(engine.read(image, scale))


def read_words(first: Sequence[Word], image: Image.Image, scale: float, engine: Engine) -> list[Word]:
    """First reading of a prepared image, points per pixel -> words; disputed figures have low confidence.

    Raises: EngineError, TooSlowError.
    """
    second = tidy(engine.read(image, scale, "sparse"))
    found = places(first, second)
    disputed = [place for place in found if not place.agreed and place.has_digits][:MOST]
    third = iter(reread(image, [place.box for place in disputed], scale, engine))
    asked = {id(place) for place in disputed}
    return [word for place in found for word in _decided(place, next(third) if id(place) in asked else None, asked)]


def _decided(place: Place, third: Word | None, asked: set[int]) -> list[Word]:
    return judged(place, third) if id(place) in asked else settled(place)


def reread(image: Image.Image, boxes: Sequence[BBox], scale: float, engine: Engine) -> list[Word | None]:
    """Prepared image, boxes in points, points per pixel -> what each box holds, None where nothing was read.

    The cells are set below each other on one sheet, each on a line of its own, and read in one go
    (one call for the page instead of .1 s for each cell).

    Raises: EngineError, TooSlowError.
    """
    if not boxes:
        return []
    cells = [_cell(image, box, scale) for box in boxes]
    gap = max(8, round(6 / scale))
    sheet = Image.new("L", (max(cell.width for cell in cells) + 2 * gap, sum(c.height + gap for c in cells) + gap), 255)
    lines: list[tuple[float, float]] = []
    top = gap
    for cell in cells:
        sheet.paste(cell, (gap, top))
        lines.append((top * scale, (top + cell.height) * scale))
        top += cell.height + gap
    words = tidy(engine.read(sheet, scale))
    return [_within(words, line, box) for line, box in zip(lines, boxes, strict=True)]


def _cell(image: Image.Image, box: BBox, scale: float) -> Image.Image:
    x0, top, x1, bottom = (value / scale for value in box)
    margin = MARGIN / scale
    area = (
        max(0, round(x0 - margin)),
        max(0, round(top - margin)),
        min(image.width, round(x1 + margin)),
        min(image.height, round(bottom + margin)),
    )
    cell = image.crop(area)
    return cell.resize((cell.width * ENLARGED, cell.height * ENLARGED), Image.Resampling.BICUBIC)


def _within(words: Sequence[Word], line: tuple[float, float], box: BBox) -> Word | None:
    """Words of the sheet -> the one word on this line, with the box it came from."""
    here = sorted((w for w in words if line[0] <= w.middle <= line[1]), key=lambda w: w.x0)
    if not here:
        return None
    confidence = min(word.confidence or 0.0 for word in here)
    return Word(" ".join(w.text for w in here), *box, method="ocr", confidence=confidence)
