"""Scans as both recognisers read them: the share of amounts read exactly, and pictures that lie, lean or look odd."""

import io
import math
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extraction.model import Page
from extraction.ocr.engine import Engines
from extraction.ocr.rapid import Rapid
from extraction.ocr.tesseract import Tesseract
from extraction.source import image, pdf
from tests.generator import make
from tests.generator.model import Generated
from tests.generator.scan import pages as pictures_of

pytestmark = pytest.mark.engine

ENGINES = Engines(Rapid(), Tesseract())

PLAIN: dict[str, Any] = {
    "kind": "bank",
    "country": "gb",
    "amounts": "debit_credit",
    "balance": "row",
    "numbers": "comma_dot",
    "font": "Helvetica",
    "size": 9.0,
    "rows": 14,
    "accounts": 1,
    "mark": "heading",
    "extras": (),
    "landscape": False,
    "rotate": False,
    "watermark": "",
    "filler": 0,
    "bare_whole": False,
}


def read(data: bytes, media: str) -> list[Page]:
    if media != "application/pdf":
        return image.pages_from_image(data, ENGINES, 9, 2)
    with pdf.opened(data, None, 9) as document:
        natives = [pdf.read_page(document, index) for index in range(len(document))]
        assert all(page.source == "ocr" for page in natives)
        drawn = [pdf.draw_page(document, page.number - 1, 300).to_pil() for page in natives]
    return [
        image.page_from_image(picture, page.number, (page.width, page.height), ENGINES)
        for picture, page in zip(drawn, natives, strict=True)
    ]


def words(pages: Iterable[Page]) -> Counter[str]:
    return Counter(word.text for page in pages for word in page.words)


def exact(documents: Iterable[Generated]) -> float:
    """Share of the printed amounts of rows that were read to the digit."""
    found = total = 0
    for document in documents:
        printed = Counter(document.printed)
        found += (words(read(document.pdf, document.media)) & printed).total()
        total += printed.total()
    return found / total


@pytest.mark.parametrize(
    ("kind", "dpi", "seeds", "share"),
    [
        ("png", 150, (1, 3), 0.95),  # measured on 8 documents: 112 of 112
        ("jpg", 200, (4,), 0.9),  # 112 of 112, at JPEG qualities 35 to 75
        ("pdf", 100, (3,), 0.9),  # 112 of 112
    ],
)
def test_amounts_of_a_scan_are_read_to_the_digit(kind: str, dpi: int, seeds: tuple[int, ...], share: float) -> None:
    documents = [make(seed, scan=kind, dpi=dpi, **PLAIN) for seed in seeds]
    assert exact(documents) >= share


LINES = [f"{day:02}/03/2024  Coffee and cakes {day}  {day * 37 % 91 + 10}.{day * 13 % 100:02}" for day in range(1, 13)]
AMOUNTS = Counter(line.split()[-1] for line in LINES)


@cache
def paper(dpi: int = 150) -> Image.Image:
    """A sheet of A4 with twelve lines of print."""
    width, height = round(8.27 * dpi), round(11.69 * dpi)
    sheet = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(round(dpi / 6))
    draw.text((dpi, dpi), "Account statement of March", 0, font)
    for i, line in enumerate(LINES):
        draw.text((dpi, round((1.6 + 0.3 * i) * dpi)), line, 0, font)
    draw.line((dpi, round(5.4 * dpi), width - dpi, round(5.4 * dpi)), 0, max(1, dpi // 75))
    return sheet


def page_of(picture: Image.Image, size: tuple[float, float] | None = None) -> Page:
    return image.page_from_image(picture, 1, size, ENGINES)


def seen(page: Page) -> int:
    """How many of the twelve amounts were read."""
    return (words([page]) & AMOUNTS).total()


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_page_that_lies_is_turned(degrees: int) -> None:
    """The boxes are those of the upright page."""
    page = page_of(paper().rotate(degrees, expand=True))
    assert seen(page) == 12
    assert (page.width, page.height) == (pytest.approx(595, abs=8), pytest.approx(842, abs=8))
    assert (f"turned {degrees} degrees" in page.reason) is (degrees != 0)
    (first,) = (word for word in page.words if word.text == "statement")
    assert (first.x0, first.top) == (pytest.approx(72 + 57, abs=25), pytest.approx(72, abs=12))


@pytest.mark.parametrize("degrees", [-3.0, 3.0])
def test_a_page_askew_is_levelled(degrees: float) -> None:
    page = page_of(paper().rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255))
    assert seen(page) == 12
    assert f"levelled {degrees:+.1f}" in page.reason
    middles = [word.middle for word in page.words if word.text in ("Account", "statement", "of", "March")]
    assert len(middles) == 4
    assert max(middles) - min(middles) < 4, "the words of a line lie level"


@pytest.mark.parametrize("orientation", [6, 8])
def test_exif_says_how_the_camera_was_held(orientation: int) -> None:
    lying = paper().transpose({6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    lying.save(out, "JPEG", quality=80, exif=exif)
    (page,) = read(out.getvalue(), "image/jpeg")
    assert seen(page) == 12
    assert "turned" not in page.reason


def transparent(sheet: Image.Image) -> Image.Image:
    """Black print on nothing, as screenshots and PDF exports have it."""
    clear = Image.new("RGBA", sheet.size, (0, 0, 0, 0))
    clear.putalpha(sheet.point(lambda value: 255 - value))
    return clear


def shaded(sheet: Image.Image) -> Image.Image:
    """As a photograph: light from one side."""
    light = np.linspace(0.45, 1.0, sheet.width, dtype=np.float32)
    return Image.fromarray((np.asarray(sheet, np.float32) * light).astype(np.uint8)).convert("RGB")


LOOKS: dict[str, tuple[Callable[[Image.Image], Image.Image], str, int]] = {
    "transparent PNG": (transparent, "PNG", 12),
    "one bit TIFF": (lambda sheet: sheet.convert("1", dither=Image.Dither.NONE), "TIFF", 11),
    "16 bit PNG": (lambda sheet: Image.fromarray(np.asarray(sheet).astype(np.uint16) * 257), "PNG", 12),
    "CMYK JPEG": (lambda sheet: sheet.convert("RGB").convert("CMYK"), "JPEG", 12),
    "light on dark": (lambda sheet: sheet.point(lambda value: 255 - value), "PNG", 11),
    "shaded JPEG": (shaded, "JPEG", 12),
}


@pytest.mark.parametrize("look", LOOKS)
def test_pictures_of_every_kind(look: str) -> None:
    change, kind, least = LOOKS[look]
    out = io.BytesIO()
    change(paper()).save(out, kind, dpi=(150, 150))
    (page,) = image.pages_from_image(out.getvalue(), ENGINES, 9, 2)
    assert seen(page) >= least


@pytest.mark.parametrize(("dpi", "least"), [(72, 10), (300, 12)])
def test_a_low_resolution_costs_digits_and_no_error(dpi: int, least: int) -> None:
    page = page_of(paper(dpi))
    assert seen(page) >= least
    assert (page.width, page.height) == (pytest.approx(595, abs=2), pytest.approx(842, abs=2))


def test_a_page_as_many_points_wide_as_its_picture_has_pixels() -> None:
    sheet = paper()
    page = page_of(sheet, (float(sheet.width), float(sheet.height)))
    assert seen(page) == 12
    assert (page.width, page.height) == (pytest.approx(sheet.width, abs=2), pytest.approx(sheet.height, abs=2))
    (first,) = (word for word in page.words if word.text == "Account")
    assert (first.x0, first.bottom) == (pytest.approx(150, abs=4), pytest.approx(150 + 150 / 6, abs=6))


def test_words_lie_where_they_were_printed() -> None:
    """A native page and its scan: the same words at the same place, within a point and a half."""
    document = make(3, **PLAIN)
    with pdf.opened(document.pdf, None, 9) as opened:
        native = pdf.read_page(opened, 0)
    (picture,) = pictures_of(document.pdf, 200)
    scan = page_of(picture, (native.width, native.height))
    places = {word.text: word for word in native.words if words([native])[word.text] == 1}
    same = [(word, places[word.text]) for word in scan.words if word.text in places and words([scan])[word.text] == 1]
    assert len(same) > 40
    assert all(math.dist((a.x0, a.x1), (b.x0, b.x1)) < 3 for a, b in same)
    assert all(abs(a.middle - b.middle) < 3 for a, b in same)
    assert len(scan.rules) >= 1 or not native.rules


def test_a_picture_without_print_has_no_words() -> None:
    rng = np.random.default_rng(1)
    blobs = Image.fromarray(rng.integers(0, 255, (9, 7), np.uint8)).resize((1240, 1720), Image.Resampling.BICUBIC)
    assert page_of(blobs).words == ()
