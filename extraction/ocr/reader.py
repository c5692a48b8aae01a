"""Prepared page -> words, read by two recognisers and, where the readings differ, by the first one again."""

from collections.abc import Sequence

from PIL import Image

from extraction.model import Word
from extraction.ocr.agree import judged, places, settled
from extraction.ocr.engine import Engines
from extraction.ocr.tokens import tidy
from schemas.provenance import BBox

MARGIN = 1.5
"""Points of paper above, below and beside a cell that is read again: another cut, another reading."""
MOST = 400
"""Cells read again per page; a page with more is unreadable: nobody is believed in the others."""


def glance(image: Image.Image, scale: float, engines: Engines) -> list[Word]:
    """Prepared image, points per pixel -> the words of a first reading. Raises: EngineError, TooSlowError."""
    return tidy(engines.first.read(image, scale))


def read_words(first: Sequence[Word], image: Image.Image, scale: float, engines: Engines) -> list[Word]:
    """First reading of a prepared image, points per pixel -> words; disputed figures have low confidence.

    Raises: EngineError, TooSlowError.
    """
    found = places(first, tidy(engines.second.read(image, scale)))
    disputed = [i for i, place in enumerate(found) if place.disputed]
    boxes = [_around(found[i].box) for i in disputed[:MOST]]
    again = engines.first.read_cells(image, boxes, scale) if boxes else []
    looks = {i: tidy(words) for i, words in zip(disputed, again, strict=False)}
    judgements = {i: judged(found[i], looks.get(i, ())) for i in disputed}
    return [word for i, place in enumerate(found) for word in (judgements[i] if i in judgements else settled(place))]


def _around(box: BBox) -> BBox:
    x0, top, x1, bottom = box
    return (x0 - MARGIN, top - MARGIN, x1 + MARGIN, bottom + MARGIN)
