"""Native words stand where they were drawn: upright, turned, cut, doubled, spaced, in cells set close."""

from collections.abc import Callable

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extraction.model import Page, Word
from extraction.source.pdf import draw_page, opened, read_page
from tests.generator.sheet import register_fonts
from tests.handmade import CATALOG, drawn, one_page, pdf, stream, text

pytestmark = pytest.mark.engine

WIDTH, HEIGHT = 595.0, 842.0
LINE = b"A line long enough to say which way is up."


def page(data: bytes) -> Page:
    with opened(data, None, 10) as document:
        return read_page(document, 0)


def texts(data: bytes) -> list[str]:
    return [word.text for word in page(data).words]


def where(data: bytes, wanted: str) -> Word:
    (found,) = (word for word in page(data).words if word.text == wanted)
    return found


@pytest.mark.parametrize("font", ["Helvetica", "Times-Bold", "Courier", "Vera"])
@pytest.mark.parametrize("size", [5.0, 9.0, 30.0])
def test_a_word_has_the_box_in_which_it_was_drawn(font: str, size: float) -> None:
    register_fonts()
    places = {"1,234.56": (400.0, 700.0), "Balance": (72.0, 700.5), "(99.00)": (72.0, 30.25)}

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for word, place in places.items():
            canvas.drawString(*place, word)

    data = drawn(draw, (WIDTH, HEIGHT))
    for word, (x, y) in places.items():
        found = where(data, word)
        assert found.x0 == pytest.approx(x, abs=0.02)
        assert found.x1 == pytest.approx(x + stringWidth(word, font, size), abs=0.02 * size)
        assert found.top < HEIGHT - y - 0.6 * size
        assert HEIGHT - y < found.bottom < HEIGHT - y + 0.4 * size
        assert (found.method, found.confidence, found.upright) == ("native", None, True)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("counter", [True, False])
def test_a_rotated_page_is_read_upright(rotate: int, counter: bool) -> None:
    """/Rotate turns the page clockwise; the text is drawn the other way round (`counter`) or left on its side."""
    upright = text((100, 200), LINE) + text((300, 100), b"1,234.56")
    tall = counter and rotate % 180 == 90
    size = (595, 842) if tall else (842, 595)
    turn = {0: b"1 0 0 1 0 0", 90: b"0 1 -1 0 842 0", 180: b"-1 0 0 -1 842 595", 270: b"0 -1 1 0 0 595"}[rotate]
    content, box = (b"q %s cm %s Q" % (turn, upright) if counter else upright), b"[0 0 842 595]"
    data = one_page(content, box, entries=b"/Rotate %d" % rotate)
    read = page(data)
    assert (read.width, read.height) == size
    found = where(data, "1,234.56")
    assert found.upright
    assert found.x0 == pytest.approx(300, abs=0.1)
    assert found.top < size[1] - 100 < found.bottom


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_is_drawn_as_it_was_read(rotate: int) -> None:
    """A page whose text lies on its side is turned for good: the ink is where the word's box is."""
    data = one_page(text((100, 300), LINE * 2) + text((300, 100), b"X", 60), entries=b"/Rotate %d" % rotate)
    with opened(data, None, 1) as document:
        read = read_page(document, 0)
        picture = draw_page(document, 0, 72).to_pil().convert("L")
    (found,) = (word for word in read.words if word.text == "X")
    assert picture.size == (read.width, read.height) == (612, 792)
    assert picture.crop((round(found.x0), round(found.top), round(found.x1), round(found.bottom))).getextrema()[0] < 50


def test_the_crop_box_is_the_page() -> None:
    content = text((200, 400), b"inside") + text((20, 20), b"outside") + text((200, 560), b"above")
    crop = one_page(content, entries=b"/CropBox[150 350 450 550]")
    read = page(crop)
    assert (read.width, read.height) == (300, 200)
    assert [word.text for word in read.words] == ["inside"]
    assert where(crop, "inside").x0 == pytest.approx(50, abs=0.02)
    assert where(crop, "inside").bottom == pytest.approx(152, abs=2)


def test_a_crop_box_beyond_the_media_box_is_cut_to_it() -> None:
    data = one_page(text((200, 400), b"inside"), b"[100 100 400 500]", entries=b"/CropBox[-999 -999 9999 9999]")
    assert (page(data).width, page(data).height) == (300, 400)
    assert where(data, "inside").x0 == pytest.approx(100, abs=0.02)


def test_boxes_and_rotation_are_inherited() -> None:
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[100 100 400 500]/CropBox[150 150 350 450]/Rotate 90"
    objects = {
        1: CATALOG,
        2: tree + b"/Resources<</Font<</F 5 0 R>>>>>>",
        3: b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
        4: stream(b"BT /F 10 Tf 0 1 -1 0 200 200 Tm (up) Tj ET"),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    read = page(pdf(objects))
    assert (read.width, read.height) == (300, 200)
    assert where(pdf(objects), "up").x0 == pytest.approx(50, abs=0.02)


def test_a_word_half_outside_of_the_page_is_whole_or_absent() -> None:
    data = one_page(text((580, 400), b"1,234.56") + text((600, 300), b"9,876.54"))
    assert texts(data) == ["1,234.56"]


@pytest.mark.parametrize("shift", [0.0, 0.2, 0.5])
@pytest.mark.parametrize("word", [b"5", b"11", b"1.50", b"Total", b"efficient"])
def test_bold_by_printing_twice_is_one_word(word: bytes, shift: float) -> None:
    whole = text((100, 700), word) + text((100 + shift, 700), word)
    assert texts(one_page(whole)) == [word.decode()]


def test_bold_by_printing_each_letter_twice_is_one_word() -> None:
    places = {"1": 100.0, "5": 105.56, ".": 111.12, "0": 113.9}
    letters = b"".join(text((x + shift, 700), letter.encode()) for letter, x in places.items() for shift in (0.0, 0.25))
    assert texts(one_page(letters)) == ["15.0"]


def test_ligatures_are_spelt_out() -> None:
    register_fonts()

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Vera", 10)
        canvas.drawString(100, 700, "o\ufb01cial \ufb02ow e\u00adcommerce")

    assert texts(drawn(draw)) == ["oficial", "flow", "e-commerce"]


@pytest.mark.parametrize("degrees", [12, 40, -55])
def test_a_watermark_is_set_aside(degrees: int) -> None:
    def draw(canvas: Canvas) -> None:
        for line in range(20):
            canvas.drawString(72, 780 - 20 * line, "01/02 COFFEE SHOP 12.50")
        canvas.saveState()
        canvas.translate(300, 400)
        canvas.rotate(degrees)
        canvas.setFont("Helvetica-Bold", 60)
        canvas.drawString(0, 0, "COPY")
        canvas.restoreState()

    data = drawn(draw)
    assert where(data, "COPY").upright is False
    assert all(word.upright for word in page(data).words if word.text != "COPY")


@pytest.mark.parametrize("degrees", [90, 180, 270])
@pytest.mark.parametrize("spread", [0.0, 0.4])
def test_words_in_the_margin_are_parted_as_upright_ones(degrees: int, spread: float) -> None:
    """Up, down or upside down: the same words, each with its direction and its box on the page."""

    def draw(canvas: Canvas) -> None:
        for line in range(20):
            canvas.drawString(72, 780 - 20 * line, "01/02 COFFEE SHOP 12.50")
        canvas.translate(300, 300)
        canvas.rotate(degrees)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(0, 0, "Acme Capital Ltd. 1,234.56 W", charSpace=spread)

    aside = [word for word in page(drawn(draw)).words if not word.upright]
    assert [word.text for word in aside] == ["Acme", "Capital", "Ltd.", "1,234.56", "W"]
    assert {word.turn for word in aside} == {360 - degrees}
    first, last = aside[0].box, aside[-1].box
    if degrees == 180:
        assert first[0] > last[2] and last[2] - last[0] == pytest.approx(6 * 0.944, abs=1)
    else:
        assert (first[1] > last[3]) == (degrees == 90)
        assert last[3] - last[1] == pytest.approx(6 * 0.944, abs=1)


@pytest.mark.parametrize("kern", [-120, -60, 40, 90, 120])
def test_kerning_parts_no_word(kern: int) -> None:
    assert texts(
        one_page(b"BT /F 10 Tf 100 700 Td [(1,2) %d (34) %d (.56 T) %d (otal)] TJ ET" % (-kern, -kern, -kern))
    ) == [
        "1,234.56",
        "Total",
    ]


@pytest.mark.parametrize("spacing", [b"-0.5", b"0.5", b"1", b"2", b"3"])
def test_letter_spacing_parts_no_word(spacing: bytes) -> None:
    assert texts(one_page(text((100, 700), b"STATEMENT OF 1,234.56", before=spacing + b" Tc"))) == [
        "STATEMENT",
        "OF",
        "1,234.56",
    ]


@pytest.mark.parametrize("content", [b"T O T A L  1 2 3 . 4 5", b"T O T A L      1 2 3 . 4 5"])
def test_letters_set_apart_evenly_are_one_word(content: bytes) -> None:
    assert texts(one_page(text((100, 700), content))) == ["TOTAL", "123.45"]


def test_single_letters_of_a_table_are_not_glued() -> None:
    columns = b"".join(text((100 + 30 * i, 700), b"%c" % (65 + i)) for i in range(6))
    assert texts(one_page(columns)) == ["A", "B", "C", "D", "E", "F"]
    assert texts(one_page(text((100, 700), b"A . . . . . . 5"))) == ["A", *["."] * 6, "5"]


@pytest.mark.parametrize("gap", [1.3, 2.0, 3.0, 8.0])
def test_cells_set_close_are_two_words(gap: float) -> None:
    end = 100 + stringWidth("123.45", "Helvetica", 10)
    assert texts(one_page(text((100, 700), b"123.45") + text((end + gap, 700), b"678.90"))) == ["123.45", "678.90"]
    assert texts(one_page(text((100, 700), b"123.45") + text((end + gap, 700), b"Coffee"))) == ["123.45", "Coffee"]


@pytest.mark.parametrize("rule", [b"%g 690 m %g 720 l S", b"%g 690 .5 30 re f %g 0 m"])
def test_a_ruling_line_parts_cells_that_nearly_touch(rule: bytes) -> None:
    end = 100 + stringWidth("123.45", "Helvetica", 10)
    cells = text((100, 700), b"123.45") + text((end + 0.8, 700), b"678.90")
    middle = end + 0.4
    assert texts(one_page(cells)) == ["123.45678.90"]
    assert texts(one_page(cells + rule % (middle, middle))) == ["123.45", "678.90"]


def test_a_ruling_line_through_a_word_leaves_it_whole() -> None:
    line = b" 0 600 m 612 600 l S %g 0 m %g 792 l S" % (111.1, 111.1)
    assert texts(one_page(text((100, 700), b"Statement") + line)) == ["Statement"]


@pytest.mark.parametrize("order", [list, reversed])
def test_words_of_two_columns_drawn_in_any_order(order: Callable[[list[bytes]], list[bytes]]) -> None:
    cells = [text((x, 700 - 12 * row), b"%d.%02d" % (row, x)) for x in (72, 300) for row in range(10)]
    assert sorted(texts(one_page(b"".join(order(cells))))) == sorted(
        f"{row}.{x:02}" if x < 100 else f"{row}.{x}" for x in (72, 300) for row in range(10)
    )


def test_a_subscript_is_a_word_of_its_own() -> None:
    assert texts(one_page(text((100, 700), b"99.50") + text((125.1, 706), b"1", 5))) == ["99.50", "1"]
