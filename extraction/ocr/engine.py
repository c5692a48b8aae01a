"""What a text recogniser is: one method, image -> words."""

from typing import Literal, Protocol

from PIL import Image

from extraction.model import Word

Layout = Literal["page", "sparse", "line"]
"""How the text lies in the image: lines across the page, scattered pieces, or one line (a cropped cell)."""


class Engine(Protocol):
    """A recogniser of upright, level, dark-on-light greyscale images."""

    def read(self, image: Image.Image, scale: float, layout: Layout = "page") -> list[Word]:
        """Image -> its words in reading order, with method "ocr" and a confidence 0..1.

        `scale` is points per pixel; boxes are in points from the image's top left corner.

        Raises:
            EngineError: the recogniser or its language is missing, or it failed.
            TooSlowError: it took longer than its time bound.
        """
        ...
