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
"""Cells read again per page; a page with more is unreadable, and its first readings stand."""


def glance(image: Image.Image, scale: float, engines: Engines) -> list[Word]:
    """Prepared image, points per pixel -> the words of a first reading. Raises: EngineError, TooSlowError."""
    return tidy(engines.first.read(image, scale))


def read_words(first: Sequence[Word], image: Image.Image, scale: float, engines: Engines) -> list[Word]:
    """First reading of a prepared image, points per pixel -> words; disputed figures have low confidence.

    Raises: EngineError, TooSlowError.
    """
    found = places(first, tidy(engines.second.read(image, scale)))
    disputed = [place for place in found if place.disputed][:MOST]
    boxes = [_around(place.box) for place in disputed]
    again = iter(engines.first.read_cells(image, boxes, scale) if boxes else ())
    asked = {id(place) for place in disputed}
    return [
        word for place in found for word in (judged(place, tidy(next(again))) if id(place) in asked else settled(place))
    ]


def _around(box: BBox) -> BBox:
    x0, top, x1, bottom = box
    return (x0 - MARGIN, top - MARGIN, x1 + MARGIN, bottom + MARGIN)
