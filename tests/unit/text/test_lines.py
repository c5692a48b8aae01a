"""Words -> lines and chunks."""

from dataclasses import replace

import pytest

from extraction.model import Page, Rule, Word
from extraction.text.lines import lines, margins
from schemas.provenance import Method


def page(words: list[Word], rules: list[Rule] | None = None) -> Page:
    return Page(1, 595, 842, tuple(words), tuple(rules or []))


def word(text: str, x0: float, top: float, width: float = 30.0, height: float = 10.0, turn: int = 0) -> Word:
    return Word(text, x0, top, x0 + width, top + height, turn=turn)


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
    assert texts([word("COPY", 50, 100, turn=315), word(" ", 50, 100), word("a", 50, 130)]) == [["a"]]


@pytest.mark.parametrize(
    ("turn", "boxes"),
    [
        (270, [(5, 700, 11, 740), (5, 660, 11, 695), (20, 600, 26, 640)]),
        (90, [(590, 100, 596, 140), (590, 145, 596, 180), (570, 200, 576, 240)]),
        (180, [(300, 400, 340, 406), (260, 400, 295, 406), (100, 380, 140, 386)]),
    ],
)
def test_text_in_the_margin_runs_up_down_or_upside_down(turn: int, boxes: list[tuple[float, ...]]) -> None:
    words = [Word(t, *box, turn=turn) for t, box in zip(("Acme", "Ltd.", "below"), boxes, strict=True)]
    found = margins(page([*words[::-1], word("upright", 50, 100), word("COPY", 50, 300, turn=315)]))
    assert [line.text for line in found] == ["Acme Ltd.", "below"]
    assert found[0].words == tuple(words[:2])
    assert (found[1].top, found[1].bottom) == (boxes[2][1], boxes[2][3])


def test_small_print_beside_a_headline_is_not_one_line_with_it() -> None:
    headline = word("Statement", 50, 100, 200, 30)
    small = [word(f"line{i}", 300, 100 + 10 * i, height=8) for i in range(3)]
    assert len(texts([headline, *small])) == 4


def test_a_line_on_a_slope_holds_together() -> None:
    assert texts([word(f"w{i}", 50 + 60 * i, 100 + i) for i in range(6)]) == [[f"w{i}" for i in range(6)]]


def test_an_empty_page_has_no_lines() -> None:
    assert lines(page([])) == ()


def test_a_blank_is_wide_in_a_font_of_one_width() -> None:
    """As in Courier: each letter, and each blank, is as wide as any other."""
    wide = [word("SAVINGS", 50, 100, 42.0, 7.0), word("BANK", 98, 100, 24.0, 7.0), word("12.50", 128, 100, 30.0, 7.0)]
    assert texts(wide) == [["SAVINGS BANK 12.50"]]
    assert texts([wide[0], word("&", 98, 100, 6.0, 7.0)]) == [["SAVINGS &"]]
    assert texts([wide[0], word("BANK", 98, 100, 20.0, 7.0)]) == [["SAVINGS", "BANK"]]
    assert texts([wide[2], word("99.00", 164, 100, 30.0, 7.0)]) == [["12.50", "99.00"]], "figures are so in any font"


def test_dashes_around_a_heading_are_no_text() -> None:
    words = [word("----------", 50, 100, 60), word("CHECKS", 120, 100), word("----------", 160, 100, 60)]
    assert texts([*words, word("-", 50, 120, 5)]) == [["CHECKS"], ["-"]]


@pytest.mark.parametrize(
    ("text", "method", "chunks"),
    [
        ("Af", "ocr", [["742,06 Af"]]),
        ("CR", "ocr", [["742,06 CR"]]),
        ("Af", "native", [["742,06"], ["Af"]]),
        ("NL", "ocr", [["742,06"], ["NL"]]),
    ],
)
def test_the_mark_of_a_side_belongs_to_the_amount_left_of_it_on_a_picture(
    text: str, method: Method, chunks: list[list[str]]
) -> None:
    read = [replace(word("742,06", 100, 10), method=method), replace(word(text, 138, 10, width=9), method=method)]
    assert [[chunk.text] for chunk in lines(page(read))[0].chunks] == chunks
