"""Where a value was printed: page, box, raw text, how it was read."""

from collections.abc import Sized
from typing import Literal

from pydantic import BaseModel, ConfigDict

BBox = tuple[float, float, float, float]
"""(x0, top, x1, bottom) in PDF points, origin top-left of the upright page."""

Method = Literal["native", "form", "ocr"]


class Frozen(BaseModel):
    """A validated, immutable record; unknown fields are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Provenance(Frozen):
    """One printed value: `page` from 1, `bbox` in points, `raw` as printed.

    `confidence` is the probability, 0..1, that the value is right: it is calibrated on statements whose truth is known
    (`tieout evaluate` tells how well); None where it is not judged. `reader_confidence` is 0..1 as the reader measured
    it on the picture of the words; None for the text of a file, which nobody has to recognise.
    """

    page: int
    bbox: BBox
    raw: str
    method: Method = "native"
    confidence: float | None = None
    reader_confidence: float | None = None


def is_none(value: object) -> bool:
    """Whether a field has no value: what such a field means only to some kinds of documents is left out of the JSON."""
    return value is None


def is_empty(value: Sized) -> bool:
    """The same of a list."""
    return len(value) == 0
