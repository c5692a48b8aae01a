"""Where the lines of text of a page lie, and which way they run."""

import math
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from extraction.geometry import union
from extraction.ocr import finder
from extraction.ocr.finder import Box, sideways, strokes, text_boxes
from schemas.provenance import BBox
from tests.drawn import SCALE, drawn

pytestmark = pytest.mark.engine

LINES = {
    (150, 120): "Statement of your account 12345678",
    (150, 270): "02/03/2024 Coffee and cakes -12.50 1,234.56",
    (900, 420): "Payment, page by page",
}


def boxes(image: Image.Image, dpi: int) -> list[BBox]:
    """Picture -> boxes of its pieces of lines, points."""
    found = text_boxes(np.asarray(image), dpi)
    return [(x0 * 72 / dpi, top * 72 / dpi, x1 * 72 / dpi, bottom * 72 / dpi) for x0, top, x1, bottom in found]


def around(found: list[BBox], ink: list[BBox]) -> bool:
    """Whether each box covers its ink but for a point and goes at most four points beyond."""
    beyond = [(i[0] - f[0], i[1] - f[1], f[2] - i[2], f[3] - i[3]) for f, i in zip(found, ink, strict=True)]
    return all(-1 <= side <= 4 for sides in beyond for side in sides)


@pytest.mark.parametrize("dpi", [300, 150, 110, 90])
def test_each_line_has_one_box_around_its_ink_at_any_resolution(dpi: int) -> None:
    image, words = drawn(LINES)
    seen = image.resize((image.width * dpi // 300, image.height * dpi // 300), Image.Resampling.LANCZOS)
    assert around(boxes(seen, dpi), [union(box for _, box in words[a:b]) for a, b in ((0, 5), (5, 11), (11, 15))])


def test_columns_far_apart_have_a_box_each() -> None:
    image, words = drawn({(100, 120): "Coffee and cakes", (700, 120): "12.50", (1150, 120): "1,196.50"})
    columns = [union(box for _, box in words[a:b]) for a, b in ((0, 3), (3, 4), (4, 5))]
    assert around(sorted(boxes(image, 300)), columns)


def test_a_page_without_print_has_no_lines() -> None:
    blank = Image.new("L", (1275, 1650), 255)
    assert boxes(blank, 150) == []
    dotted = blank.copy()
    ImageDraw.Draw(dotted).point([(x, y) for x in range(40, 1200, 97) for y in range(40, 1600, 83)], 0)
    assert boxes(dotted, 150) == []


def marked(
    monkeypatch: pytest.MonkeyPatch,
    *marks: tuple[Box, float],
    size: tuple[int, int] = (400, 200),
    ink: tuple[Box, ...] = (),
) -> list[Box]:
    """What the network marks, how surely, and the ink of a page as it looks at it -> the lines that are found."""
    likely = np.zeros((size[1], size[0]), np.float32)
    for (x0, top, x1, bottom), value in marks:
        likely[top:bottom, x0:x1] = value

    def text_map(grey: NDArray[np.uint8]) -> NDArray[np.float32]:
        assert not any(side % 32 for side in grey.shape)
        return np.pad(likely, [(0, has - side) for has, side in zip(grey.shape, likely.shape, strict=True)])

    monkeypatch.setattr(finder, "text_map", text_map)
    page = np.full(likely.shape, 255, np.uint8)
    for x0, top, x1, bottom in ink:
        page[top:bottom, x0:x1] = 0
    return text_boxes(page, finder.DPI)


def test_a_line_is_larger_than_what_the_network_marks_and_no_larger_than_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A mark of 100 x 10 grows by 1.6 * 1000 / 220 to each side."""
    assert marked(monkeypatch, ((20, 30, 120, 40), 0.9)) == [(13, 23, 127, 47)]
    assert marked(monkeypatch, ((0, 0, 100, 10), 0.9), size=(102, 14)) == [(0, 0, 102, 14)]


@pytest.mark.parametrize(
    ("box", "likely", "count"),
    [
        ((20, 30, 120, 40), 0.55, 1),
        ((20, 30, 120, 40), 0.45, 0),
        ((20, 30, 120, 33), 0.9, 1),
        ((20, 30, 120, 32), 0.9, 0),
        ((20, 30, 22, 40), 0.9, 0),
    ],
)
def test_faint_marks_and_specks_are_no_lines(
    monkeypatch: pytest.MonkeyPatch, box: Box, likely: float, count: int
) -> None:
    assert len(marked(monkeypatch, (box, likely))) == count


@pytest.mark.parametrize(
    ("other", "count"),
    [((130, 30, 230, 40), 1), ((140, 30, 240, 40), 2), ((130, 38, 230, 48), 1), ((130, 40, 230, 50), 2)],
)
def test_pieces_that_lie_over_each_other_on_a_line_are_one(
    monkeypatch: pytest.MonkeyPatch, other: Box, count: int
) -> None:
    found = marked(monkeypatch, ((20, 30, 120, 40), 0.9), (other, 0.9))
    assert len(found) == count
    assert (min(box[0] for box in found), max(box[2] for box in found)) == (13, other[2] + 7)


def test_pieces_that_a_third_one_joins_are_one_from_end_to_end(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = ((20, 30, 120, 40), 0.9), ((240, 31, 340, 41), 0.9)
    assert len(marked(monkeypatch, *ends)) == 2
    assert marked(monkeypatch, *ends, ((130, 32, 230, 42), 0.9)) == [(13, 23, 347, 49)]


def test_tight_lines_that_are_found_as_one_have_a_box_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is low beside the others is no line of its own."""
    mark = ((20, 30, 120, 70), 0.9)
    lines, dot = ((25, 10, 110, 40), (25, 50, 110, 80)), (30, 85, 33, 90)
    assert marked(monkeypatch, mark, ink=lines[:1]) == [(0, 7, 143, 93)]
    assert marked(monkeypatch, mark, ink=(lines[0], dot)) == [(0, 7, 143, 93)]
    assert marked(monkeypatch, mark, ink=(*lines, dot)) == [(0, 7, 143, 44), (0, 46, 143, 84)]


def prose() -> Image.Image:
    """A4 at 100 dpi with lines of prose."""
    rng = Random(1)
    words = ("the", "of", "in", "balance", "account", "Friday", "branch", "transfer", "charges", "May")
    image = Image.new("L", (826, 1169), 255)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(16)
    for i in range(20):
        draw.text((80, 80 + 30 * i), " ".join(rng.choice(words) for _ in range(9 + i % 3)), 0, font)
    return image


def figures() -> Image.Image:
    """A4 at 100 dpi with columns of short figures, far apart and close below each other."""
    image = Image.new("L", (826, 1169), 255)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(14)
    for i in range(40):
        for column in range(4):
            draw.text((80 + 200 * column, 80 + 18 * i), f"{i * 37 % 91 + 10}.{(i + column) * 13 % 90 + 10}", 0, font)
    return image


PAGES = {
    "prose": prose,
    "figures": figures,
    "light on dark": lambda: prose().point(lambda value: 255 - value),
    "colours": lambda: Image.merge("RGB", (prose(), prose(), Image.new("L", (826, 1169), 200))),
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("turns", "skew"), [(0, 0.0), (1, 0.0), (2, 2.0), (3, 2.0)])
def test_text_that_runs_up_or_down_is_seen(page: str, turns: int, skew: float) -> None:
    image = PAGES[page]()
    paper = image.getpixel((0, 0))
    image = image.rotate(skew, Image.Resampling.BICUBIC, fillcolor=paper).rotate(90 * turns, expand=True)
    assert sideways(strokes(image)) is (turns % 2 == 1)


def test_an_empty_page_does_not_lie_on_its_side() -> None:
    assert not sideways(strokes(Image.new("L", (600, 900), 255)))


@pytest.mark.parametrize("degrees", [0.0, 3.0, -8.0, 93.0])
def test_a_piece_of_a_line_goes_from_end_to_end_as_it_lies(degrees: float) -> None:
    line = "the balance of your account on this day was paid"
    image, words = drawn({(60, 430): line, (60, 620): line}, (1200, 1200))
    first, last = words[0][1], words[9][1]
    length = (last[2] - first[0]) / SCALE
    found = strokes(image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255))
    assert len(found) == 2
    for one in found:
        assert math.dist((one.x0, one.y0), (one.x1, one.y1)) == pytest.approx(length, rel=0.03)
        risen = math.degrees(math.atan2(one.y0 - one.y1, one.x1 - one.x0))
        assert (risen - degrees + 90) % 180 - 90 == pytest.approx(0, abs=0.3)
        assert 15 < one.height < 45
    assert math.dist((found[0].x0, found[0].y0), (found[1].x0, found[1].y0)) == pytest.approx(190, rel=0.03)


@pytest.mark.parametrize("size", [(1, 1), (2000, 40), (40, 2000)])
def test_a_thin_picture_is_not_enlarged_beyond_a_page(monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    seen: list[int] = []

    def text_map(grey: NDArray[np.uint8]) -> NDArray[np.float32]:
        seen.append(grey.size)
        return np.zeros(grey.shape, np.float32)

    monkeypatch.setattr(finder, "text_map", text_map)
    assert strokes(Image.new("L", size, 255)) == []
    assert max(seen) <= 4_000_000


@pytest.mark.engine
def test_an_empty_page_has_no_lines() -> None:
    assert strokes(Image.new("L", (1275, 1650), 255)) == []


@pytest.mark.engine
def test_pieces_of_a_line_follow_each_other_from_left_to_right() -> None:
    page = Image.new("L", (2480, 1200), 255)
    pen = ImageDraw.Draw(page)
    font = ImageFont.load_default(size=46)
    for row, shift in enumerate((0, 6, -6, 3)):
        for column, text in enumerate(("12/03", "Coffee shop", "12.50", "96.50")):
            pen.text((200 + 560 * column, 200 + 200 * row + shift * (column % 2)), text, font=font, fill=0)
    boxes = text_boxes(np.asarray(page), 300)
    assert len(boxes) == 16
    assert [round((x0 - 180) / 560) for x0, _, _, _ in boxes] == [0, 1, 2, 3] * 4


@pytest.mark.engine
def test_text_that_runs_up_a_margin_is_no_line() -> None:
    page = Image.new("L", (1200, 1200), 255)
    pen = ImageDraw.Draw(page)
    font = ImageFont.load_default(size=40)
    pen.text((300, 300), "Coffee shop", font=font, fill=0)
    margin = Image.new("L", (500, 60), 255)
    ImageDraw.Draw(margin).text((5, 5), "2114-03 (05-25) 000417", font=font, fill=0)
    page.paste(margin.rotate(90, expand=True), (60, 200))
    (only,) = text_boxes(np.asarray(page), 300)
    assert only[0] > 250
