"""Likelihoods of signs along a line -> its words and where they end. Made by hand, no network."""

import numpy as np
import pytest

from extraction.ocr.decode import Ink, Piece, Scores, Sign, pieces, printed

SIGNS = ("", *"abcdeSs", " ")
NONE, BLANK = "·", "_"
SURE = 0.9


def scores(line: str, likely: dict[int, float] | None = None, blank: dict[int, float] | None = None) -> Scores:
    """One letter a step -> the likelihood of each sign; `likely` where a letter is less sure, `blank` of blanks."""
    found = np.zeros((len(line), len(SIGNS)), np.float32)
    for step, letter in enumerate(line):
        sign = {NONE: "", BLANK: " "}.get(letter, letter)
        found[step, SIGNS.index(sign)] = (likely or {}).get(step, SURE)
    for step, value in (blank or {}).items():
        found[step, -1] = value
    return found


def ink(width: int, *runs: tuple[int, int], height: int = 48) -> Ink:
    """Width of a line, columns of its letters from .. to, pixels -> its ink."""
    found = np.zeros((height, width), np.bool_)
    for x0, x1 in runs:
        found[10 : height - 10, x0:x1] = True
    return found


def signs(line: str, likely: dict[int, float] | None = None) -> list[Sign]:
    return [Sign(one.text, one.first, one.last, round(one.likely, 3)) for one in printed(scores(line, likely), SIGNS)]


def text(line: str) -> str:
    return "".join(one.text for one in signs(line))


def words(found: list[Piece]) -> list[str]:
    return [one.text for one in found]


def test_a_sign_that_goes_on_is_one_and_as_likely_as_at_its_best_step() -> None:
    assert signs("·aab·", {1: 0.7, 2: 0.8, 3: 0.6}) == [Sign("a", 1, 2, 0.8), Sign("b", 3, 3, 0.6)]


@pytest.mark.parametrize("between", [NONE, BLANK, "··", "·_"])
def test_a_sign_is_repeated_where_none_or_a_blank_parts_it(between: str) -> None:
    assert text(f"a{between}a") == "aa"


def test_a_line_without_signs_is_empty() -> None:
    assert signs("·__·") == []
    assert pieces(scores("·__·"), SIGNS, ink(32)) == []


@pytest.mark.parametrize(
    ("line", "likely", "sign"), [("Ss", {1: 0.6}, "S"), ("Ss", {0: 0.6}, "s"), ("sS", {0: 0.6}, "S")]
)
def test_a_letter_seen_large_and_small_is_one_as_it_is_likelier(line: str, likely: dict[int, float], sign: str) -> None:
    assert signs(line, likely) == [Sign(sign, 0, 1, SURE)]


def test_a_large_and_a_small_letter_are_two_where_something_lies_between() -> None:
    assert [text(line) for line in ("S·s", "Sas", "Sb")] == ["Ss", "Sas", "Sb"]


def test_the_middle_of_a_sign_is_that_of_its_steps() -> None:
    assert [Sign("a", first, last, 1.0).middle for first, last in ((0, 0), (2, 2), (2, 3))] == [4, 20, 24]


LETTERS = ((1, 7), (17, 23), (33, 39))
"""Every second step one, 16 pixels from letter to letter and 10 pixels of paper between them."""


@pytest.mark.parametrize(
    ("blank", "wider", "parted"),
    [
        (0.51, 0, True),
        (0.49, 0, False),
        (0.49, 1, False),
        (0.11, 2, True),
        (0.09, 4, False),
        (0.09, 5, True),
        (0.02, 4, False),
        (0.02, 5, True),
        (0.005, 5, False),
    ],
)
def test_words_meet_at_a_likely_blank_and_at_a_fainter_one_the_wider_the_gap(
    blank: float, wider: int, parted: bool
) -> None:
    found = pieces(scores("a·b·c··d·", blank={5: blank}), SIGNS, ink(72, *LETTERS, (49 + wider, 63)))
    assert words(found) == (["abc", "d"] if parted else ["abcd"])


def test_the_likeliest_blank_between_two_signs_counts_and_none_beyond_them() -> None:
    assert words(pieces(scores("a···b·c", blank={2: 0.6, 1: 0.1}), SIGNS, ink(56, (1, 7), (33, 39), (49, 55)))) == [
        "a",
        "bc",
    ]
    assert words(pieces(scores("·a·b·c·", blank={0: 0.6, 6: 0.6}), SIGNS, ink(56, (9, 15), (25, 31), (41, 47)))) == [
        "abc"
    ]


def test_letters_that_stand_evenly_apart_are_one_word_though_blanks_seem_possible() -> None:
    """As in a font whose letters are of one width."""
    found = pieces(scores("a·b·c·d·", blank={1: 0.4, 3: 0.4, 5: 0.4}), SIGNS, ink(64, *LETTERS, (49, 55)))
    assert words(found) == ["abcd"]


def test_two_letters_alone_do_not_tell_what_is_usual() -> None:
    found = pieces(scores("a·b·", blank={1: 0.05}), SIGNS, ink(32, *LETTERS[:2]))
    assert words(found) == ["a", "b"]


@pytest.mark.parametrize(("gap", "found"), [(24, ["abc"]), (25, ["ab", "c"])])
def test_a_gap_of_half_the_height_parts_without_a_blank(gap: int, found: list[str]) -> None:
    line = "a·b" + "·" * 4 + "c··"
    assert words(pieces(scores(line), SIGNS, ink(80, (1, 7), (17, 33), (33 + gap, 62)))) == found


def test_words_end_at_their_ink_and_half_the_paper_between_letters_beyond() -> None:
    """What is usual here are 10 pixels."""
    found = pieces(scores("··a·b·c___·d·", {2: 0.8, 6: 0.7}), SIGNS, ink(104, (17, 23), (33, 39), (49, 55), (88, 96)))
    assert [(one.text, one.x0, one.x1, round(one.likely, 3)) for one in found] == [
        ("abc", 12, 60, 0.7),
        ("d", 83, 101, 0.9),
    ]


def test_a_word_does_not_end_beyond_the_picture() -> None:
    found = pieces(scores("a·b·c"), SIGNS, ink(40, *LETTERS))
    assert [(one.x0, one.x1) for one in found] == [(0, 40)]


def test_a_word_begins_where_the_paper_before_it_ends_though_its_sign_is_seen_beside_its_ink() -> None:
    """The middle of d, 92, lies next to the ink of e."""
    found = pieces(scores("··a·b·c___·d·e··"), SIGNS, ink(128, (17, 23), (33, 39), (49, 55), (84, 86), (94, 111)))
    assert [(one.text, one.x0, one.x1) for one in found] == [("abc", 17 - 5, 55 + 5), ("de", 84 - 5, 111 + 5)]


@pytest.mark.parametrize(
    ("beside", "ends"),
    [
        ([(34, 36), (100, 104)], (34, 104)),
        ([(32, 33), (103, 104)], (49, 87)),
        ([(34, 36), (20, 24), (100, 104), (114, 118)], (34, 104)),
    ],
    ids=["near", "beyond one and a half times the usual paper", "beyond the widest letter"],
)
def test_a_line_ends_at_the_ink_that_goes_on_from_its_first_and_last_sign(
    beside: list[tuple[int, int]], ends: tuple[int, int]
) -> None:
    """Middles of 52 and 84, usual are 10 pixels of paper."""
    (found,) = pieces(scores("······a·b·c······"), SIGNS, ink(136, (49, 55), (65, 71), (81, 87), *beside))
    assert (found.x0 + 5, found.x1 - 5) == ends


@pytest.mark.parametrize(("paper", "end"), [(5, 69), (6, 60)])
def test_a_little_paper_does_not_end_a_line_whose_letters_touch(paper: int, end: int) -> None:
    (found,) = pieces(scores("··a·b·c··"), SIGNS, ink(140, (4, 60), (60 + paper, 64 + paper)))
    assert found.x1 == end


@pytest.mark.parametrize(
    ("runs", "end"),
    [(((65, 71), (76, 80), (96, 98)), 80 + 2), (((65, 72), (88, 94)), 94 + 5)],
    ids=["before", "behind"],
)
def test_the_ink_nearest_to_the_last_sign_is_its_own(runs: tuple[tuple[int, int], ...], end: int) -> None:
    """It is seen at 84."""
    (found,) = pieces(scores("······a·b·c······"), SIGNS, ink(136, (49, 55), *runs))
    assert found.x1 == end


def test_words_that_touch_meet_half_way() -> None:
    found = pieces(scores("··a·b·c··d··", blank={8: 0.6}), SIGNS, ink(140, (4, 100)))
    assert [(one.text, one.x0, one.x1) for one in found] == [("abc", 4, 64), ("d", 64, 100)]


def test_a_word_whose_ink_is_not_seen_lies_around_its_signs() -> None:
    assert pieces(scores("······a·b······"), SIGNS, ink(120)) == [Piece("ab", 52 - 12, 68 + 13, pytest.approx(SURE))]


def test_ruling_lines_are_not_ink_of_letters() -> None:
    line, runs = scores("··a·b·c___·d·"), ((17, 23), (33, 39), (49, 55), (88, 96))
    plain, ruled = ink(104, *runs), ink(104, *runs)
    ruled[[0, 1, 46], :80] = True
    assert pieces(line, SIGNS, ruled) == pieces(line, SIGNS, plain)
    underlined = ink(104, *runs)
    underlined[46, 9:63] = True
    assert pieces(line, SIGNS, underlined)[0].x0 < 12, "a short stroke is no ruling line"


def test_a_letter_that_wavers_between_large_and_small_is_one() -> None:
    likely = np.full((4, len(SIGNS)), 0.01, np.float32)
    for step, sign in enumerate("SsS"):
        likely[step, SIGNS.index(sign)] = 0.5 + 0.1 * step
    likely[3, 0] = 0.9
    assert [one.text for one in printed(likely, SIGNS)] == ["S"]
