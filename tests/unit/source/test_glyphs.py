"""Glyphs -> words, without a PDF."""

from itertools import pairwise

import pytest

from extraction.model import Rule
from extraction.source.glyphs import UNMAPPED, Glyph, Parting, Run, View, bars, character, runs, turns, unbroken

VIEW = View(0, 0, 600, 800, 0)


def parting(rules: list[Rule] | None = None, together: bool = False, rise: float = 0.0) -> Parting:
    return Parting(bars(rules or []), lambda a, b: together, lambda a, b: rise)


def row(text: str, gaps: dict[int, float] | None = None, y: float = 700.0, size: float = 10.0) -> list[Glyph]:
    """Text as glyphs half as wide as high from x = 100 on; `gaps` are points in front of a character."""
    glyphs, x = [], 100.0
    for index, char in enumerate(text):
        x += (gaps or {}).get(index, 0.0)
        glyphs.append(Glyph(index, char, x, y, x + size / 2, y + size))
        x += size / 2
    return glyphs


def texts(glyphs: list[Glyph], how: Parting | None = None, view: View = VIEW) -> list[str]:
    return [run.text for run in runs(glyphs, view, how or parting())]


def test_blanks_part_words() -> None:
    (one, two) = runs(row("ab cd"), VIEW, parting())
    assert one == Run(0, "ab", (100.0, 90.0, 110.0, 100.0), 0, 2)
    assert (two.text, two.index, two.box[0]) == ("cd", 3, 115.0)
    assert one.word(VIEW).upright
    assert not one.word(View(0, 0, 600, 800, 1)).upright


@pytest.mark.parametrize(("gap", "words"), [(0.5, 1), (1.3, 2), (2.7, 2), (2.9, 2)])
def test_a_gap_that_is_odd_in_its_word_parts_it(gap: float, words: int) -> None:
    assert len(texts(row("123.45678.90", {6: gap}))) == words


def test_a_gap_within_one_operator_is_kerning() -> None:
    assert texts(row("123.45", {4: 1.3}), parting(together=True)) == ["123.45"]


def test_even_gaps_are_letter_spacing() -> None:
    assert texts(row("TOTAL", dict.fromkeys(range(1, 5), 2.5))) == ["TOTAL"]
    assert texts(row("TOTAL", dict.fromkeys(range(1, 5), 6.0))) == ["TOTAL"]
    assert texts(row("TOTAL", dict.fromkeys(range(1, 5), 9.0))) == list("TOTAL")


def test_breaks_between_letters_that_touch_are_none_where_a_page_has_them_everywhere() -> None:
    """As PDFium tells them of a page with a stamp across it, whose letters are set one by one."""
    letters = row("TeaRent", {3: 2.0})
    broken = [one for glyph in letters for one in (glyph, Glyph(glyph.place, " "))]
    assert texts(broken) == list("TeaRent")
    assert texts(list(unbroken(broken))) == ["Tea", "Rent"]


def test_a_single_break_between_letters_that_touch_stands() -> None:
    """Two cells that are set close."""
    first, second = row("123.45"), row("678.90")
    second = [glyph._replace(place=glyph.place + 7, x0=glyph.x0 + 30, x1=glyph.x1 + 30) for glyph in second]
    cells = [*first, Glyph(6, " "), *second]
    assert unbroken(cells) == cells
    assert texts(list(unbroken(cells))) == ["123.45", "678.90"]


def test_a_raised_small_figure_is_a_footnote_and_raised_letters_are_not() -> None:
    for text, words in (("9", ["12", "9"]), ("st", ["12st"])):
        glyphs = [*row("12"), *(Glyph(5 + i, c, 110 + 3 * i, 705, 113 + 3 * i, 711) for i, c in enumerate(text))]
        assert texts(glyphs, parting(rise=5)) == words
        assert texts(glyphs, parting(rise=0)) == ["12" + text]


def test_a_vertical_line_parts_where_there_is_a_gap() -> None:
    line = Rule(130.4, 80, 130.4, 110)
    assert texts(row("123.45678.90", {6: 0.8}), parting([line])) == ["123.45", "678.90"]
    assert texts(row("123.45678.90", {6: 0.1}), parting([line])) == ["123.45678.90"]
    short, across = Rule(130.4, 94, 130.4, 97), Rule(90, 95, 200, 95)
    assert texts(row("123.45678.90", {6: 0.8}), parting([short, across])) == ["123.45678.90"]


@pytest.mark.parametrize("turn", range(4))
def test_a_view_turns_boxes_upright(turn: int) -> None:
    """A box in the corner that is the top left one after the turn."""
    view = View(10, 20, 210, 320, turn)
    corner = {0: (10, 310, 20, 320), 1: (10, 20, 20, 30), 2: (200, 20, 210, 30), 3: (200, 310, 210, 320)}[turn]
    assert view.box(*corner) == (0, 0, 10, 10)
    assert view.size == ((200, 300) if turn % 2 == 0 else (300, 200))
    assert view.shows((0, 0, 10, 10)) and not view.shows((-9, 0, 5, 10)) and not view.shows((0, 310, 0, 320))


def test_boxes_that_are_no_numbers_are_dropped() -> None:
    nan, inf = float("nan"), float("inf")
    glyphs = [Glyph(0, "a", nan, 0, 1, 1), Glyph(1, "b", inf, inf, inf, inf), Glyph(2, "c", -inf, 0, inf, 1)]
    assert texts(glyphs) == []
    assert [text for text in texts([*glyphs, Glyph(3, " "), *row("whole")]) if "whole" in text] == ["whole"]


def test_most_of_the_text_says_which_way_is_up() -> None:
    sideways = [Glyph(i, "x", turn=90) for i in range(20)]
    assert turns(sideways, 0) == 1
    assert turns(sideways[:5], 3) == 3, "too little text: as the page says"
    assert turns([*sideways, *(Glyph(i, "x") for i in range(19))], 2) == 2, "no majority"
    assert turns([Glyph(i, "x", turn=40) for i in range(99)], 0) == 0


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (0x20, " "),
        (0x0A, " "),
        (0xA0, " "),
        (0x202F, " "),
        (0x200B, ""),
        (0xFEFF, ""),
        (0xAD, "\xad"),
        (0x02, "-"),
        (0x00, UNMAPPED),
        (0x1F, UNMAPPED),
        (0xD800, UNMAPPED),
        (0xE000, UNMAPPED),
        (0x110000, UNMAPPED),
        (0x1F600, "\U0001f600"),
        (0x2212, "\u2212"),
    ],
)
def test_characters(code: int, expected: str) -> None:
    assert character(code, True) == expected
    assert character(code, False) == UNMAPPED


def test_accents_are_composed_and_ligatures_spelt_out() -> None:
    assert texts(row("cafe\u0301 o\ufb03ce")) == ["café", "office"]


def test_words_of_unmapped_glyphs_only_are_dropped() -> None:
    assert texts(row(f"{UNMAPPED}{UNMAPPED} 1{UNMAPPED}.50")) == [f"1{UNMAPPED}.50"]


def test_a_word_printed_again_on_its_place_is_dropped() -> None:
    shifted = [Glyph(g.place + 9, g.text, g.x0 + 0.3, g.y0, g.x1 + 0.3, g.y1) for g in row("1.50")]
    assert texts([*row("1.50"), *shifted]) == ["1.50"]
    assert texts([*row("1.50"), *row("1.50", y=688)]) == ["1.50", "1.50"]


def test_runs_keep_the_order_in_which_they_were_drawn() -> None:
    found = runs([*row("b", y=100), Glyph(0, " "), *row("a", y=700)], VIEW, parting())
    assert [run.text for run in found] == ["b", "a"]
    assert all(a.index <= b.index for a, b in pairwise(found))
