"""What a text recogniser is: image -> words; and the two that read a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extraction.model import Region, Word
from schemas.provenance import BBox


class Engine(Protocol):
    """A recogniser of upright, level, dark-on-light greyscale images."""

    def read(self, image: Image.Image, scale: float) -> list[Word]:
        """Image -> its words in reading order, with method "ocr" and a confidence 0..1.

        `scale` is points per pixel; boxes are in points from the image's top left corner.

        Raises:
            EngineError: the recogniser or its language is missing, or it failed.
            TooSlowError: it took longer than its time bound.
        """
        ...


class CellEngine(Engine, Protocol):
    """A recogniser that can be asked for single places as well."""

    def read_cells(self, image: Image.Image, boxes: Sequence[BBox], scale: float) -> list[list[Word]]:
        """Image, boxes in points, points per pixel -> the words of each box."""
        ...


class Detector(Protocol):
    """What tells the regions of an upright page."""

    def __call__(self, grey: NDArray[np.uint8], size: tuple[float, float]) -> tuple[Region, ...]:
        """Grey picture of a page at any resolution, its size in points -> its regions, the surest first."""
        ...


@dataclass(frozen=True, slots=True)
class Engines:
    """`first` reads a page, `second` reads it too, and where they differ `first` is asked again; `regions` looks at its
    picture, if anything does."""

    first: CellEngine
    second: Engine
    regions: Detector | None = None
