"""Image bytes -> pages read by OCR. One page a picture, one a frame of a TIFF."""

import io
import struct
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image, UnidentifiedImageError

from extraction.errors import DamagedFileError, TooLargeError, TooSlowError
from extraction.geometry import rounded
from extraction.model import Page, Rule, Word
from extraction.ocr.agree import mean_confidence
from extraction.ocr.engine import Engines
from extraction.ocr.finder import sideways, strokes
from extraction.ocr.flat import Stroke, laid_flat, slant
from extraction.ocr.paper import paper, sheet
from extraction.ocr.prepare import Prepared, crowded, plain, prepare
from extraction.ocr.reader import glance, read_words
from schemas.provenance import BBox

# Pillow warns of pictures that are too large or damaged; here they are refused, with an error of our own.
warnings.filterwarnings("ignore", module=r"PIL\.")

FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "MPO")
MAX_PIXELS = 80_000_000
"""A4 at 800 dpi; beyond it a picture is a mistake or an attack (240 MB once unpacked)."""
BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, struct.error, IndexError, KeyError)
"""What Pillow raises on damaged bytes, by format."""
POOR, SURE = 0.6, 0.8
"""Mean confidence per character below which a page is read the other ways up as well; that of a word for sure."""
SURE_SHARE = 0.02
"""Least share of words for sure: 30 % on a blurred page, 10 % on one upside down, .2 % on clouds."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A page as read, and the picture of it: upright, level, otherwise as it came."""

    page: Page
    view: Image.Image


def pages_from_image(data: bytes, engines: Engines, max_pages: int, workers: int) -> list[Page]:
    """Image bytes -> their pages, read side by side by `workers` threads (the engine runs outside of them).

    Raises:
        DamagedFileError: the bytes are no picture or are cut off.
        TooLargeError: more pixels than `MAX_PIXELS` in a frame, or more frames than `max_pages`.
        EngineError, TooSlowError: from the engine.
    """

    def read(number: int) -> Page:
        return scan(frame(data, number), number, None, engines).page

    numbers = range(1, count_frames(data, max_pages) + 1)
    if len(numbers) == 1:
        return [read(1)]
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(read, numbers))


def page_from_image(image: Image.Image, number: int, size: tuple[float, float] | None, engines: Engines) -> Page:
    """Picture of a page -> the page; see `scan`."""
    return scan(image, number, size, engines).page


def scan(image: Image.Image, number: int, size: tuple[float, float] | None, engines: Engines) -> Scan:
    """Picture of a page -> its words and ruling lines, and the picture they lie on.

    `size` is the points that the picture covers, None where they are not known. The page is that of the upright,
    levelled picture: one whose corners would be cut off, or that was seen aslant, is a little larger than `size`. It
    is read as a sheet of paper, however many points it covers.

    Raises:
        EngineError, TooSlowError: from the engine, with the page.
    """
    image = plain(image)
    covered = size or sheet(image)
    try:
        prepared, words, done = _upright(image, paper(covered), engines)
    except TooSlowError as error:
        raise TooSlowError(f"Page {number}: {error}", page=number) from error
    how = [f"read at {round(72 / prepared.scale)} dpi", *done]
    how += [f"levelled {prepared.angle:+.2f} degrees"] if prepared.angle else []
    page = Page(number, prepared.width, prepared.height, tuple(words), prepared.rules, "ocr", ", ".join(how))
    page = _enlarged(page, max(covered) / max(paper(covered)))
    if engines.regions:
        grey = np.asarray(prepared.view.convert("L"), np.uint8)
        page = replace(page, regions=engines.regions(grey, (page.width, page.height)))
    return Scan(page, prepared.view)


def _enlarged(page: Page, factor: float) -> Page:
    """Page as a sheet of paper -> the same in the points that the picture covers."""
    if factor == 1.0:
        return page
    width, height = round(page.width * factor, 2), round(page.height * factor, 2)
    words = tuple(Word(w.text, *_times(w.box, factor), w.method, w.confidence, w.turn) for w in page.words)
    rules = tuple(Rule(*_times((r.x0, r.top, r.x1, r.bottom), factor)) for r in page.rules)
    return replace(page, width=width, height=height, words=words, rules=rules)


def _times(box: BBox, factor: float) -> BBox:
    return rounded((box[0] * factor, box[1] * factor, box[2] * factor, box[3] * factor))


def _upright(image: Image.Image, size: tuple[float, float], engines: Engines) -> tuple[Prepared, list[Word], list[str]]:
    """Picture -> prepared the right way up, its words, and what was done; no words where it is no page of text.

    A poor first reading is tried the other ways up. Where no way gives words for sure, it is a picture.
    """
    lines, turns, done = strokes(image), 0, []
    if sideways(lines):
        turns, image, size = 1, image.rotate(-90, expand=True), size[::-1]
        lines = [Stroke(image.width - one.y1, one.x1, image.width - one.y0, one.x0, one.height) for one in lines]
    how = slant(lines, image.size)
    if how.aslant:
        flat = laid_flat(image, how)
        size = (size[0] * flat.width / image.width, size[1] * flat.height / image.height)
        image, done = flat, ["laid flat"]
    prepared = prepare(image, size)
    if crowded(prepared.image):
        return prepared, [], done
    first = glance(prepared.image, prepared.scale, engines)
    if first and mean_confidence(first) < POOR:
        prepared, first = _turned(image, size, (prepared, first), engines)
        sure = sum((word.confidence or 0.0) >= SURE and len(word.text) > 2 for word in first)
        if sure < max(1.0, SURE_SHARE * len(first)):
            return prepared, [], done
    turns = (turns + prepared.turns) % 4
    done = [*([f"turned {turns * 90} degrees"] if turns else []), *done]
    return prepared, read_words(first, prepared.image, prepared.scale, engines), done


def _turned(
    image: Image.Image, size: tuple[float, float], reading: tuple[Prepared, list[Word]], engines: Engines
) -> tuple[Prepared, list[Word]]:
    """Picture and a poor reading of it -> the reading of the way up that makes most sense."""
    readings = [reading]
    for turns in (2, 1, 3):
        other = prepare(image, size, turns)
        words = glance(other.image, other.scale, engines)
        readings.append((other, words))
        if mean_confidence(words) >= POOR:
            break
    return max(readings, key=lambda each: mean_confidence(each[1]))


def count_frames(data: bytes, max_pages: int) -> int:
    """Image bytes -> number of pages: the frames of a TIFF, else 1 (animations and previews are not pages).

    Raises:
        DamagedFileError, TooLargeError: see `pages_from_image`.
    """
    with _opened(data) as image:
        try:
            frames = int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
        except BROKEN as error:
            raise DamagedFileError("The image is damaged: its list of pages is broken. Scan it again.") from error
    if frames > max_pages:
        raise TooLargeError(
            f"The TIFF has {frames:,} pages; the limit is {max_pages:,}. Split it, or raise TIEOUT_MAX_PAGES."
        )
    return frames


def frame(data: bytes, number: int) -> Image.Image:
    """Image bytes, page from 1 -> that picture, unpacked. Raises DamagedFileError, TooLargeError."""
    with _opened(data) as image:
        try:
            if number > 1:
                image.seek(number - 1)
            _bounded(image, number)
            image.load()
            return image.copy()
        except BROKEN as error:
            raise DamagedFileError(
                f"Page {number} of the image is damaged or cut off. Scan or send it again.", page=number
            ) from error


def _opened(data: bytes) -> Image.Image:
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise TooLargeError(f"The image has more than {MAX_PIXELS:,} pixels. Scan it at 300 dpi.", page=1) from error
    except BROKEN as error:
        raise DamagedFileError("The image cannot be opened: it is damaged. Scan or send it again.") from error
    _bounded(image, 1)
    return image


def _bounded(image: Image.Image, number: int) -> None:
    """Raises TooLargeError where the frame has too many pixels, before they are unpacked."""
    pixels = image.width * image.height
    if pixels > MAX_PIXELS:
        raise TooLargeError(
            f"Page {number} has {pixels:,} pixels; the limit is {MAX_PIXELS:,}. Scan it at 300 dpi.", page=number
        )
