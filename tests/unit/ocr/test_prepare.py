"""A picture made ready: level, even, dark on light, its ruling lines told apart. No engine."""

from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from extraction.ocr.paper import A4_LONG, LETTER_LONG, paper, sheet
from extraction.ocr.prepare import INK, crowded, levelled, plain, prepare
from extraction.ocr.ruling import opened, ruling
from extraction.ocr.skew import angle

A4 = (595.0, 842.0)
Grey = NDArray[np.uint8]


WORDS = (
    "the",
    "of",
    "in",
    "at",
    "a",
    "by",
    "and",
    "balance",
    "account",
    "Friday",
    "branch",
    "transfer",
    "charges",
    "May",
)


def page(lines: int = 30) -> Image.Image:
    """A4 at 100 dpi with lines of prose."""
    rng = Random(1)
    image = Image.new("L", (826, 1169), 255)
    draw = ImageDraw.Draw(image)
    for i in range(lines):
        text = " ".join(rng.choice(WORDS) for _ in range(rng.randrange(9, 15)))
        draw.text((80, 80 + 30 * i), text, 0, ImageFont.load_default(16))
    return image


def ink(image: Image.Image) -> NDArray[np.bool_]:
    return np.asarray(image) < INK


@pytest.mark.parametrize("degrees", [-5.0, -1.0, -0.2, 0.0, 0.4, 3.0, 8.0])
def test_the_angle_of_the_lines_is_found(degrees: float) -> None:
    turned = page().rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    assert angle(ink(turned)) == pytest.approx(degrees, abs=0.12)
    assert angle(ink(levelled(turned, degrees))) == pytest.approx(0, abs=0.12)


def test_specks_have_no_angle() -> None:
    dust = np.zeros((500, 400), bool)
    dust[::97, ::83] = True
    assert angle(dust) == 0.0
    assert angle(np.zeros((10, 10), bool)) == 0.0


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_given_turns_are_made_clockwise(turns: int) -> None:
    ready = prepare(page().rotate(90 * turns, expand=True), A4 if turns == 2 else A4[::-1], turns)
    assert (ready.turns, ready.angle) == (turns, 0.0)
    assert (ready.width, ready.height) == (pytest.approx(595, abs=0.5), pytest.approx(842, abs=0.5))
    assert ready.image.size == ready.view.size
    assert ink(ready.image)[: 300 * 3, : 200 * 3].any(), "the first words stand at the top left"


def test_a_page_that_lies_is_not_turned_unasked() -> None:
    ready = prepare(page().rotate(90, expand=True), A4[::-1])
    assert ready.turns == 0
    assert (ready.width, ready.height) == (pytest.approx(842, abs=0.5), pytest.approx(595, abs=0.5))


def askew(degrees: float) -> Image.Image:
    """The page as it lies under the lid of a scanner."""
    return page().rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)


def test_a_levelled_page_keeps_its_size_and_its_columns_their_place() -> None:
    ready = [prepare(askew(degrees), A4) for degrees in (0.0, 1.0, -3.0)]
    assert [each.angle for each in ready] == [pytest.approx(degrees, abs=0.12) for degrees in (0.0, 1.0, -3.0)]
    assert {(each.width, each.height) for each in ready} == {(ready[0].width, ready[0].height)}
    assert {each.image.size for each in ready} == {each.view.size for each in ready} == {(2479, 3508)}
    left = [np.flatnonzero(ink(each.image).any(axis=0))[0] for each in ready]
    top = [np.flatnonzero(ink(each.image).any(axis=1))[0] for each in ready]
    assert np.ptp(left) < 8 and np.ptp(top) < 8


def test_a_levelled_page_is_larger_where_ink_in_its_corner_would_be_lost() -> None:
    straight, image = page(), askew(-3.0)
    for one in (straight, image):
        ImageDraw.Draw(one).text((2, 1148), "Page 1 of 2", 0, ImageFont.load_default(16))
    ready = prepare(image, A4)
    assert ready.width > 620 and ready.height > 860
    assert ready.image.size == ready.view.size
    below = [ink(each.image)[3300:, :500].sum() for each in (ready, prepare(straight, A4))]
    assert below[0] == pytest.approx(below[1], rel=0.15) and below[1] > 1000


def test_a_speck_in_its_corner_does_not_make_a_levelled_page_larger() -> None:
    image = askew(-3.0)
    image.paste(0, (0, 1167, 2, 1169))
    assert prepare(image, A4).width == prepare(page(), A4).width


def test_shade_is_divided_out() -> None:
    light = np.linspace(0.4, 1.0, 826, dtype=np.float32)
    dim = Image.fromarray((np.asarray(page(), np.float32) * light).astype(np.uint8))
    ready, bright = prepare(dim, A4), prepare(page(), A4)
    assert np.percentile(np.asarray(ready.image), 40) > 245
    assert ink(ready.image).mean() == pytest.approx(ink(bright.image).mean(), rel=0.6)


def test_a_page_printed_light_on_dark_is_read_as_its_negative() -> None:
    dark = page().point(lambda value: 255 - value)
    ready = prepare(dark, A4)
    assert ink(ready.image).mean() == pytest.approx(ink(prepare(page(), A4).image).mean(), rel=0.05)
    assert np.median(np.asarray(ready.view)) == 0, "the picture of it stays as it came"


def test_white_print_on_a_dark_band_becomes_dark_on_white() -> None:
    image = page()
    draw = ImageDraw.Draw(image)
    draw.rectangle((60, 1000, 760, 1040), 0)
    draw.text((80, 1010), "DATE  DETAILS  AMOUNT  BALANCE", 255, ImageFont.load_default(16))
    band = ink(prepare(image, A4).image)[3030:3100, 240:1500]
    assert 0.01 < band.mean() < 0.3


def test_ruling_lines_are_found_and_painted_over() -> None:
    image = page(lines=5)
    draw = ImageDraw.Draw(image)
    draw.line((80, 700, 700, 700), 0, 2)
    draw.line((80, 700, 80, 900), 0, 2)
    rules = prepare(image, A4).rules
    flat = [rule for rule in rules if rule.horizontal]
    upright = [rule for rule in rules if not rule.horizontal]
    assert (len(flat), len(upright)) == (1, 1)
    assert (flat[0].x0, flat[0].top, flat[0].x1) == tuple(pytest.approx(v * 0.72, abs=1.5) for v in (80, 700, 700))
    assert not ink(prepare(image, A4).image)[2000:, :].any()


def test_a_line_through_letters_leaves_the_letters() -> None:
    grey = np.full((200, 600), 255, np.uint8)
    grey[100:103, 20:580] = 0
    grey[80:125, 200:206] = 0
    found = ruling(grey, grey < INK, 300 / 72)
    assert found.lines == ((20, 100, 580, 103),)
    left = found.without < INK
    assert left[80:125, 200:206].all(), "the stroke that crosses it is whole"
    assert not left[:, 20:190].any()


def test_dashes_and_bars_are_no_lines() -> None:
    grey = np.full((200, 600), 255, np.uint8)
    grey[50:52, 20:60] = 0
    grey[100:140, 20:580] = 0
    assert ruling(grey, grey < INK, 300 / 72).lines == ()


def test_runs_of_a_length() -> None:
    row = np.array([[1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1]], bool)
    assert opened(row, 3).astype(int).tolist() == [[1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1]]
    assert not opened(row, 12).any()


def test_noise_is_crowded_and_small_print_is_not() -> None:
    rng = np.random.default_rng(1)
    assert crowded(Image.fromarray(rng.integers(0, 255, (1000, 800), np.uint8)))
    image = Image.new("L", (2480, 3508), 255)
    draw = ImageDraw.Draw(image)
    for y in range(100, 3400, 30):
        draw.text((100, y), "subject to the terms and conditions of your account, " * 6, 0, ImageFont.load_default(25))
    assert not crowded(image), "a page full of print of six points at 300 dpi"


@pytest.mark.parametrize(
    ("pixels", "dpi", "points"),
    [
        ((2480, 3508), None, (595.18, A4_LONG)),
        ((3508, 2480), None, (A4_LONG, 595.18)),
        ((1700, 2200), None, (612.0, LETTER_LONG)),
        ((1700, 2200), (200, 200), (612.0, 792.0)),
        ((1700, 2200), (72, 72), (612.0, LETTER_LONG)),
        ((1700, 2200), (1, 1), (612.0, LETTER_LONG)),
        ((1700, 2200), (0, 0), (612.0, LETTER_LONG)),
        ((1700, 2800), (200, 200), (612.0, 1008.0)),
    ],
)
def test_a_picture_covers_a_sheet_of_paper(
    pixels: tuple[int, int], dpi: tuple[int, int] | None, points: tuple[float, float]
) -> None:
    image = Image.new("1", pixels)
    if dpi:
        image.info["dpi"] = dpi
    assert sheet(image) == pytest.approx(points, abs=0.01)


def test_a_page_of_any_size_is_a_sheet_of_its_shape() -> None:
    assert paper((612, 792)) == (612, 792)
    assert paper((792, 1224)) == (792, 1224)
    assert paper((2480, 3508)) == pytest.approx((595.18, A4_LONG), abs=0.01)
    assert paper((14400, 14400)) == pytest.approx((A4_LONG, A4_LONG))
    assert max(paper((0.001, 0.0005))) == pytest.approx(A4_LONG)


def test_transparent_parts_are_paper() -> None:
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    clear.putpixel((1, 1), (0, 0, 0, 255))
    grey = np.asarray(plain(clear).convert("L"))
    assert grey[1, 1] == 0
    assert (np.delete(grey.ravel(), 5) == 255).all()


def test_16_bits_are_scaled_by_the_lightest() -> None:
    deep = np.array([[0, 4095], [2048, 1000]], np.uint16)
    assert np.asarray(plain(Image.fromarray(deep))).tolist() == [[0, 255], [127, 62]]
    shallow = np.array([[0, 200]], np.uint16)
    assert np.asarray(plain(Image.fromarray(shallow))).tolist() == [[0, 200]]
    wild = np.array([[np.nan, np.inf, -5.0, 510.0]], np.float32)
    assert np.asarray(plain(Image.fromarray(wild))).tolist() == [[0, 0, 0, 255]]


def test_damaged_exif_leaves_the_picture_as_it_lies() -> None:
    image = Image.new("L", (6, 4), 255)
    image.info["exif"] = b"Exif\x00\x00MM\x00\x1d\x00\x00\x00\x08"
    assert plain(image).size == (6, 4)


def test_a_strip_that_grows_narrower_when_it_is_levelled_stays_whole() -> None:
    strip = Image.new("L", (3508, 60), 255)
    ImageDraw.Draw(strip).line((200, 50, 3300, 10), fill=0, width=4)
    prepared = prepare(strip, (3508 * 72 / 300, 60 * 72 / 300))
    assert prepared.image.size == prepared.view.size
    assert min(prepared.image.size) >= 60
