"""Pictures: what is a page, what is refused, and what the readers make of it. The engines here are stand-ins."""

import contextlib
import io
import resource
import struct
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extraction.errors import DamagedFileError, TooLargeError, TooSlowError
from extraction.model import Page, Word
from extraction.ocr.engine import Engines
from extraction.ocr.paper import sheet as paper_of
from extraction.ocr.prepare import plain
from extraction.source.image import MAX_PIXELS, count_frames, frame, page_from_image, pages_from_image
from schemas.provenance import BBox
from tests.generator.scan import pages as pictures_of
from tests.handmade import one_page, text


class Reader:
    """Sees one word, as surely as it is told, and remembers what it was asked."""

    def __init__(self, confidence: float = 0.9, word: str = "12.50") -> None:
        self.asked: list[tuple[int, int]] = []
        self.cells: list[BBox] = []
        self.confidence, self.word = confidence, word

    def read(self, image: Image.Image, scale: float) -> list[Word]:
        assert image.mode == "L"
        self.asked.append(image.size)
        return [Word(self.word, 10.0, 10.0, 40.0, 20.0, "ocr", self.confidence)]

    def read_cells(self, image: Image.Image, boxes: Sequence[BBox], scale: float) -> list[list[Word]]:
        self.cells += boxes
        return [[] for _ in boxes]


class Slow(Reader):
    def read(self, image: Image.Image, scale: float) -> list[Word]:
        raise TooSlowError("Tesseract did not finish a page within 1 s.")


def engines(first: Reader | None = None, second: Reader | None = None) -> Engines:
    return Engines(first or Reader(), second or Reader())


def sheet(width: int = 638, height: int = 825) -> Image.Image:
    """Paper with some print and a line below it."""
    paper = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(paper)
    for line in range(20):
        draw.text(
            (60, 60 + 24 * line), f"0{line}/02 Coffee and tea, and cakes  1{line}.50", 0, ImageFont.load_default(15)
        )
    draw.line((60, 590, 500, 590), 0, 2)
    return paper


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def tiff(count: int) -> bytes:
    return saved(sheet(), "TIFF", save_all=True, append_images=[sheet(640 + i) for i in range(count - 1)])


def read(data: bytes, max_pages: int = 10) -> list[Page]:
    return pages_from_image(data, engines(), max_pages, 2)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_a_picture_is_a_page(kind: str) -> None:
    (page,) = read(saved(sheet(), kind))
    assert (page.number, page.source) == (1, "ocr")
    assert [word.text for word in page.words] == ["12.50"]


def test_each_frame_of_a_tiff_is_a_page() -> None:
    data = tiff(3)
    assert count_frames(data, 5) == 3
    assert [frame(data, number).width for number in (1, 2, 3)] == [638, 640, 641]
    assert [page.number for page in read(data)] == [1, 2, 3]


def test_an_animation_is_one_page() -> None:
    assert count_frames(saved(sheet(), "WEBP", save_all=True, append_images=[sheet()] * 3), 9) == 1


def test_more_frames_than_allowed() -> None:
    with pytest.raises(TooLargeError, match=r"5 pages; the limit is 4\. Split it, or raise TIEOUT_MAX_PAGES"):
        read(tiff(5), 4)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.8])
def test_a_picture_cut_off(kind: str, kept: float) -> None:
    noisy = Image.fromarray(np.random.default_rng(1).integers(0, 255, (200, 200), np.uint8))
    data = saved(noisy, kind)
    with pytest.raises(DamagedFileError, match=r"damaged.*again"):
        read(data[: int(len(data) * kept)])


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_overwritten_bytes_give_a_picture_or_an_error_of_ours(kind: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    values = bytearray(saved(sheet(160, 180), kind, exif=_exif(6)))
    for place in rng.integers(4, len(values), 1 + seed):
        values[place] = rng.integers(256)
    with contextlib.suppress(DamagedFileError, TooLargeError):
        picture = plain(frame(bytes(values), 1))
        assert picture.mode in ("L", "RGB")
        assert 499 <= max(paper_of(picture)) <= 1251


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\x00", b"MM\x00*" + b"\xff" * 50, b"RIFF"]
)
def test_a_signature_and_nothing_else(data: bytes) -> None:
    with pytest.raises(DamagedFileError, match=r"cannot be opened: it is damaged\. Scan or send it again"):
        read(data)


def bomb(width: int, height: int) -> bytes:
    """A tiny PNG that says it is huge."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [9_000, 14_000, 100_000, 2_000_000])
def test_a_picture_too_large_to_unpack(side: int) -> None:
    data = bomb(side, side)
    assert len(data) < 200
    with pytest.raises(TooLargeError, match=r"pixels.*Scan it at 300 dpi") as caught:
        read(data)
    assert caught.value.page == 1


def test_a_huge_frame_behind_a_small_one() -> None:
    first = bytearray(tiff(2))
    marker = struct.pack("<HHII", 256, 4, 1, 640)  # the width of the second frame
    assert first.count(marker) == 1
    huge = bytes(first).replace(marker, struct.pack("<HHII", 256, 4, 1, MAX_PIXELS))
    with pytest.raises((TooLargeError, DamagedFileError)) as caught:
        frame(huge, 2)
    assert caught.value.page == 2


def test_frames_that_follow_each_other_in_a_circle_are_bounded() -> None:
    data = bytearray(tiff(1))
    (first,) = struct.unpack("<I", data[4:8])
    (entries,) = struct.unpack("<H", data[first : first + 2])
    place = first + 2 + 12 * entries
    data[place : place + 4] = struct.pack("<I", first)
    assert count_frames(bytes(data), 10) <= 10


@pytest.mark.parametrize("both", [engines(Slow()), engines(second=Slow())], ids=["first", "second"])
def test_a_timeout_of_either_reader_names_its_page(both: Engines) -> None:
    with pytest.raises(TooSlowError, match=r"Page 7: Tesseract did not finish") as caught:
        page_from_image(sheet(), 7, None, both)
    assert caught.value.page == 7


def test_the_first_error_of_many_pages_is_told_and_the_rest_is_not_read() -> None:
    asked = threading.Semaphore(0)

    class Counting(Slow):
        def read(self, image: Image.Image, scale: float) -> list[Word]:
            asked.release()
            return super().read(image, scale)

    with pytest.raises(TooSlowError):
        pages_from_image(tiff(12), engines(Counting()), 100, 2)
    count = 0
    while asked.acquire(blocking=False):
        count += 1
    assert count < 12


def test_both_readers_see_the_page_and_the_first_is_asked_for_what_they_dispute() -> None:
    first, second = Reader(), Reader(word="12.60")
    page = page_from_image(sheet(), 1, None, engines(first, second))
    assert first.asked == second.asked and len(first.asked) == 1
    ((x0, top, x1, bottom),) = first.cells
    assert x0 < 10 and top < 10 and x1 > 40 and bottom > 20
    assert second.cells == []
    assert [(word.text, (word.confidence or 0.0) < 0.6) for word in page.words] == [("12.50", True)]


@pytest.mark.parametrize(("degrees", "turned"), [(0, 0), (90, 90), (180, 0), (270, 90)])
def test_a_page_on_its_side_is_turned_before_it_is_read(degrees: int, turned: int) -> None:
    """Which way is up only a reading tells; these are sure."""
    both = engines()
    page = page_from_image(sheet().rotate(degrees, expand=True), 1, None, both)
    assert (page.width < page.height, f"turned {turned} degrees" in page.reason) == (True, turned != 0)
    assert both.first.asked == both.second.asked  # type: ignore[attr-defined]
    ((width, height),) = both.first.asked  # type: ignore[attr-defined]
    assert width < height


def test_a_poor_reading_is_tried_the_other_ways_up_and_given_up() -> None:
    first, second = Reader(0.3), Reader()
    page = page_from_image(sheet(), 1, None, engines(first, second))
    assert page.words == ()
    upright = first.asked[0]
    assert first.asked == [upright, upright, upright[::-1], upright[::-1]]
    assert second.asked == [], "a picture is not read twice"


def test_a_page_upside_down_is_read_the_way_up_that_makes_sense() -> None:
    class Turning(Reader):
        """Poor at its first look, sure at its second."""

        def read(self, image: Image.Image, scale: float) -> list[Word]:
            self.confidence = 0.95 if self.asked else 0.3
            return super().read(image, scale)

    first, second = Turning(), Reader()
    page = page_from_image(sheet(), 1, None, engines(first, second))
    assert (len(first.asked), len(second.asked)) == (2, 1)
    assert "turned 180 degrees" in page.reason
    assert [word.text for word in page.words] == ["12.50"]


def test_a_poor_reading_with_a_word_for_sure_is_kept() -> None:
    class Mixed(Reader):
        def read(self, image: Image.Image, scale: float) -> list[Word]:
            poor = [Word("~~-", 10.0, 30.0 + 20 * i, 40.0, 40.0 + 20 * i, "ocr", 0.1) for i in range(9)]
            return [*super().read(image, scale), *poor]

    assert "12.50" in [word.text for word in page_from_image(sheet(), 1, None, engines(Mixed(0.95))).words]


def test_noise_is_not_given_to_the_engines() -> None:
    first, second = Reader(), Reader()
    noise = np.random.default_rng(1).integers(0, 255, (1650, 1275), np.uint8)
    assert page_from_image(Image.fromarray(noise), 1, None, engines(first, second)).words == ()
    assert first.asked == second.asked == []


@pytest.fixture
def bounded() -> Iterator[None]:
    """A gigabyte for one picture, whatever the tests before it took."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    taken = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + 2**30, hard))
    yield
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 3), (20_000, 40), (40, 20_000)])
def test_pictures_of_any_shape(size: tuple[int, int]) -> None:
    page = page_from_image(Image.new("L", size, 255), 1, None, engines())
    assert page.width > 0 and page.height > 0


@pytest.mark.parametrize("factor", [0.1, 3.0, 24.0])
def test_a_page_that_is_no_sheet_of_paper_is_read_as_one(factor: float) -> None:
    """The points of words and rules are those of the page; the picture that is read has the size of a sheet."""
    reader, usual = Reader(), Reader()
    at_paper = page_from_image(sheet(), 1, (612, 792), engines(usual))
    page = page_from_image(sheet(), 1, (612 * factor, 792 * factor), engines(reader))
    assert (page.width, page.height) == pytest.approx((612 * factor, 792 * factor), rel=0.002)
    side = max(reader.asked[0])
    assert side == pytest.approx(841.89 / 72 * 300, abs=2)
    share = 841.89 / 792
    assert page.words[0].x1 * share / factor == pytest.approx(at_paper.words[0].x1, rel=0.01)
    assert len(page.rules) == len(at_paper.rules) > 0


def _exif(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


@pytest.mark.engine
def test_the_page_that_was_drawn_from_a_pdf_keeps_its_points() -> None:
    prose = "the balance of your account on this day was paid in at a branch by a transfer from May "
    lines = [(prose[i % 9 * 5 :] + prose)[: 90 + i * 7 % 11].encode() for i in range(30)]
    (picture,) = pictures_of(one_page(b"".join(text((72, 700 - 14 * i), line) for i, line in enumerate(lines))), 200)
    page = page_from_image(picture, 3, (612, 792), engines())
    assert (page.number, page.width, page.height) == (3, pytest.approx(612, abs=0.3), pytest.approx(792, abs=0.3))


MODES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "1": lambda image: image.convert("1"),
    "L": lambda image: image,
    "LA": lambda image: image.convert("LA"),
    "P": lambda image: image.convert("RGB").quantize(8),
    "RGB": lambda image: image.convert("RGB"),
    "RGBA": lambda image: image.convert("RGBA"),
    "CMYK": lambda image: image.convert("CMYK"),
    "YCbCr": lambda image: image.convert("RGB").convert("YCbCr"),
    "LAB": lambda image: Image.merge("LAB", (image, Image.new("L", image.size, 128), Image.new("L", image.size, 128))),
    "I;16": lambda image: Image.fromarray(np.asarray(image).astype(np.uint16) * 257),
    "I;16 of 12 bits": lambda image: Image.fromarray(np.asarray(image).astype(np.uint16) * 16),
    "I": lambda image: image.convert("I"),
    "F": lambda image: image.convert("F"),
}


@pytest.mark.parametrize("mode", MODES)
def test_colours_of_every_kind_become_grey(mode: str) -> None:
    """The dark lines stay dark and the paper white."""
    seen: list[tuple[int, int]] = []

    class Looking(Reader):
        def read(self, image: Image.Image, scale: float) -> list[Word]:
            low, high = image.getextrema()
            seen.append((int(low), int(high)))  # type: ignore[arg-type]
            return super().read(image, scale)

    page_from_image(MODES[mode](sheet()), 1, None, engines(Looking()))
    assert seen[0][0] < 90
    assert seen[0][1] > 240
