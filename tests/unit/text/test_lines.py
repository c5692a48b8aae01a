"""Words -> lines and chunks."""

import pytest

from extraction.model import Page, Rule, Word
from extraction.text.lines import lines


def page(words: list[Word], rules: list[Rule] | None = None) -> Page:
    return Page(1, 595, 842, tuple(words), tuple(rules or []))


def word(text: str, x0: float, top: float, width: float = 30.0, height: float = 10.0, upright: bool = True) -> Word:
    return Word(text, x0, top, x0 + width, top + height, upright=upright)


def texts(words: list[Word], rules: list[Rule] | None = None) -> list[list[str]]:
    return [[chunk.text for chunk in line.chunks] for line in lines(page(words, rules))]


def test_words_of_a_height_are_a_line_from_left_to_right() -> None:
    words = [word("12.50", 300, 100), word("01/02", 50, 101), word("02/02", 50, 120), word("9.00", 300, 119)]
    assert texts(words) == [["01/02", "12.50"], ["02/02", "9.00"]]


@pytest.mark.parametrize(("gap", "chunks"), [(2.8, [["a b"]]), (5.3, [["a b"]]), (7.0, [["a", "b"]])])
def test_a_wide_gap_parts_chunks(gap: float, chunks: list[list[str]]) -> None:
    assert texts([word("a", 50, 100), word("b", 80 + gap, 100)]) == chunks


def test_a_vertical_line_parts_chunks_however_close() -> None:
    words = [word("a", 50, 100), word("b", 82, 100)]
    assert texts(words, [Rule(81, 90, 81, 120)]) == [["a", "b"]]
    assert texts(words, [Rule(81, 190, 81, 220)]) == [["a b"]]
    assert texts(words, [Rule(40, 105, 200, 105)]) == [["a b"]]


def test_watermarks_and_margins_are_no_lines() -> None:
    assert texts([word("COPY", 50, 100, upright=False), word(" ", 50, 100), word("a", 50, 130)]) == [["a"]]


def test_small_print_beside_a_headline_is_not_one_line_with_it() -> None:
    headline = word("Statement", 50, 100, 200, 30)
    small = [word(f"line{i}", 300, 100 + 10 * i, height=8) for i in range(3)]
    assert len(texts([headline, *small])) == 4


def test_a_line_on_a_slope_holds_together() -> None:
    assert texts([word(f"w{i}", 50 + 60 * i, 100 + i) for i in range(6)]) == [[f"w{i}" for i in range(6)]]


def test_an_empty_page_has_no_lines() -> None:
    assert lines(page([])) == []
