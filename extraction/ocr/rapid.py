"""Image -> words by the PP-OCR networks: lines are found first, then each is read."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extraction.model import Word
from extraction.ocr.decode import Piece, pieces
from extraction.ocr.finder import Box, text_boxes
from extraction.ocr.nets import line_scores, signs
from schemas.provenance import BBox

Grey = NDArray[np.uint8]

HIGH = 48
"""Pixels of a line that is read: what the network was trained on."""
WIDE = 32
"""Widths are filled up to a multiple of it, so that lines of about one width are read together."""
MOST = 3200
"""Widest line, pixels at `HIGH`; what is wider is drawn narrower."""
TOGETHER = 4096
"""Pixels of the lines that are read together, side by side; bounds memory."""
BESIDE = 0.12
"""Heights of paper left and right of a line: the finder's boxes cut letters."""
INK = 150
ABOVE, BELOW = 0.12, 0.1
"""Heights of paper above and below the letters: medians of 1,854 lines whose native text is known."""


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a line: its box on the page, in pixels, and its picture `HIGH` pixels high."""

    box: Box
    picture: Grey

    @property
    def scale(self) -> float:
        """Pixels of the page per pixel of the picture."""
        return float((self.box[2] - self.box[0]) / self.picture.shape[1])


@dataclass(frozen=True, slots=True)
class Rapid:
    """The PP-OCR networks of the package rapidocr; see `nets`."""

    def read(self, image: Image.Image, scale: float) -> list[Word]:
        """Upright, level, dark-on-light grey image, points per pixel -> its words, line by line from the top."""
        grey = np.asarray(image)
        return [word for words in _read(grey, text_boxes(grey, round(72 / scale)), scale) for word in words]

    def read_cells(self, image: Image.Image, boxes: Sequence[BBox], scale: float) -> list[list[Word]]:
        """Image, boxes in points, points per pixel -> the words of each box."""
        return _read(np.asarray(image), [_pixels(box, image.size, scale) for box in boxes], scale)


def _pixels(box: BBox, size: tuple[int, int], scale: float) -> Box:
    """Box in points, width and height of the page in pixels -> the pixels it covers, one at least."""
    x0, top, x1, bottom = (round(side / scale) for side in box)
    x0, top = min(max(0, x0), size[0] - 1), min(max(0, top), size[1] - 1)
    return x0, top, max(x0 + 1, min(size[0], x1)), max(top + 1, min(size[1], bottom))


def _read(grey: Grey, boxes: Sequence[Box], scale: float) -> list[list[Word]]:
    """Grey page, boxes of pieces of its lines in pixels, points per pixel -> the words of each."""
    lines = [_line(grey, box) for box in boxes]
    alike: defaultdict[int, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        alike[-(-line.picture.shape[1] // WIDE) * WIDE].append(i)
    found: list[list[Word]] = [[] for _ in lines]
    for width, members in alike.items():
        count = max(1, TOGETHER // width)
        for start in range(0, len(members), count):
            some = members[start : start + count]
            batch = np.full((len(some), HIGH, width), 255, np.uint8)
            for row, i in enumerate(some):
                batch[row, :, : lines[i].picture.shape[1]] = lines[i].picture
            for i, scores in zip(some, line_scores(batch), strict=True):
                ink = lines[i].picture < INK
                found[i] = [_word(piece, lines[i], scale) for piece in pieces(scores, signs(), ink)]
    return found


def _line(grey: Grey, box: Box) -> Line:
    x0, top, x1, bottom = box
    beside = round(BESIDE * (bottom - top))
    x0, x1 = max(0, x0 - beside), min(grey.shape[1], x1 + beside)
    cut = grey[top:bottom, x0:x1]
    width = min(MOST, max(WIDE // 2, round((x1 - x0) * HIGH / (bottom - top))))
    way = cv2.INTER_AREA if cut.shape[0] > HIGH else cv2.INTER_CUBIC
    return Line((x0, top, x1, bottom), cv2.resize(cut, (width, HIGH), interpolation=way).astype(np.uint8))


def _word(piece: Piece, line: Line, scale: float) -> Word:
    x0, top, _, bottom = line.box
    high = bottom - top
    return Word(
        text=piece.text,
        x0=round((x0 + piece.x0 * line.scale) * scale, 2),
        top=round((top + ABOVE * high) * scale, 2),
        x1=round((x0 + piece.x1 * line.scale) * scale, 2),
        bottom=round((bottom - BELOW * high) * scale, 2),
        method="ocr",
        confidence=round(piece.likely, 3),
    )
