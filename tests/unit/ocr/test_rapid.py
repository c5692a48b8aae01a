"""The networks as a recogniser: words of a page and of its cells, and where they lie."""

from collections.abc import Sequence

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extraction.model import Word
from extraction.ocr.nets import line_scores, signs
from extraction.ocr.rapid import HIGH, MOST, TOGETHER, Rapid
from schemas.provenance import BBox
from tests.drawn import SCALE, drawn

pytestmark = pytest.mark.engine

LINES = {
    (150, 120): "Statement of your account 12345678",
    (150, 270): "02/03/2024 Coffee and cakes -12.50 1,234.56",
    (150, 420): "Mississippi Llanelli SALARY (MARCH) 2.50%",
    (150, 570): "Number: GB29 NWBK 6016 1331 9268 19",
    (150, 720): "Total paid in the tin for if it fits 15,531.63",
}


def near(found: Sequence[Word], words: Sequence[tuple[str, BBox]]) -> None:
    """The words are read exactly, each within two points of its ink."""
    assert [word.text for word in found] == [text for text, _ in words]
    for word, (_, box) in zip(found, words, strict=True):
        assert word.box == pytest.approx(box, abs=2), word.text


def test_words_are_read_exactly_where_they_were_printed() -> None:
    image, words = drawn(LINES)
    found = Rapid().read(image, SCALE)
    near(found, words)
    assert {word.method for word in found} == {"ocr"}
    assert all(0.9 < (word.confidence or 0.0) <= 1.0 for word in found)


@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_boxes_are_in_points_at_any_resolution(factor: float) -> None:
    image, words = drawn(LINES)
    other = image.resize((round(image.width * factor), round(image.height * factor)), Image.Resampling.LANCZOS)
    near(Rapid().read(other, SCALE / factor), words)


def test_columns_far_apart_are_pieces_of_a_line() -> None:
    image, words = drawn(
        {
            (100, 120): "Coffee and cakes",
            (700, 120): "62.50",
            (1150, 120): "1,196.50",
            (100, 240): "Tea and sandwiches by day",
        }
    )
    near(sorted(Rapid().read(image, SCALE), key=lambda word: (round(word.top, -1), word.x0)), words)


def test_more_lines_than_are_read_together_keep_their_order() -> None:
    lines = {(100, 60 + 70 * i): f"Payment {i + 10} of {i * 37 % 91 + 10}.{i * 13 % 90 + 10}" for i in range(20)}
    assert len(lines) * 800 > 2 * TOGETHER
    image, words = drawn(lines, (1000, 1520))
    near(Rapid().read(image, SCALE), words)


def test_a_line_too_wide_for_the_network_is_read_and_its_words_keep_their_place() -> None:
    line = " ".join(f"Pay {i} by {i * 37 % 70 + 20}.50" for i in range(20, 36))
    image, words = drawn({(60, 40): line, (60, 90): line}, (3508, 200), 28)
    assert (words[-1][1][2] - words[0][1][0]) / SCALE * HIGH / 42 > MOST, "the lines are found 42 pixels high"
    near(Rapid().read(image, SCALE), words)


def test_a_word_is_less_sure_where_it_is_hidden() -> None:
    image, _ = drawn({(150, 120): "1,234.56"})
    ImageDraw.Draw(image).line((150, 150, 350, 150), 0, 12)
    assert min(word.confidence or 0.0 for word in Rapid().read(image, SCALE)) < 0.9


def test_each_cell_has_the_words_within_it() -> None:
    image, words = drawn(LINES)
    picked = [words[i] for i in (10, 2, 5)]
    found = Rapid().read_cells(image, [grown(box) for _, box in picked], SCALE)
    assert [len(cell) for cell in found] == [1, 1, 1]
    near([word for cell in found for word in cell], picked)


def grown(box: BBox, by: float = 1.5) -> BBox:
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)


def test_a_cell_of_several_words_has_them_all_and_one_without_print_none() -> None:
    image, words = drawn(LINES)
    whole = (*words[0][1][:2], *words[4][1][2:])
    found = Rapid().read_cells(image, [grown(whole), (300.0, 10.0, 340.0, 20.0)], SCALE)
    near(found[0], words[:5])
    assert found[1] == []
    assert Rapid().read_cells(image, [], SCALE) == []


def test_a_cell_may_reach_beyond_the_page() -> None:
    image, words = drawn({(2, 2): "12.50"}, (120, 60))
    found = Rapid().read_cells(image, [(-9.0, -9.0, 99.0, 99.0), (500.0, 500.0, 510.0, 505.0)], SCALE)
    assert [[word.text for word in cell] for cell in found] == [["12.50"], []]
    assert found[0][0].box[::2] == pytest.approx(words[0][1][::2], abs=2)


def test_an_empty_page_has_no_words() -> None:
    assert Rapid().read(Image.new("L", (1275, 1650), 255), 0.48) == []


@pytest.mark.parametrize("size", [(2, 3), (3, 900), (900, 3), (1, 1), (4000, 1), (1, 4000)])
def test_pictures_of_any_shape_have_no_words(size: tuple[int, int]) -> None:
    assert Rapid().read(Image.new("L", size, 255), SCALE) == []
    assert Rapid().read_cells(Image.new("L", size, 255), [(0.0, 0.0, 1.0, 1.0)], SCALE) == [[]]


def test_the_network_tells_its_signs_apart_at_each_step_of_8_pixels() -> None:
    found = line_scores(np.full((2, 48, 64), 255, np.uint8))
    assert found.shape == (2, 8, len(signs()))
    assert found.sum(axis=2) == pytest.approx(1.0, abs=0.01)
    assert (found.argmax(axis=2) == 0).all(), "white paper is no sign"
    assert (signs()[0], signs()[-1]) == ("", " ")
    assert {*"0123456789.,-+/€£$ÄÖÜéñ"} <= {*signs()}
