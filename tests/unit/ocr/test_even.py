"""Sizes of fonts, which ink shows but roughly."""

from itertools import pairwise

import pytest

from extraction.model import Word
from extraction.ocr.even import as_high, typed


def word(text: str, x0: float, x1: float, top: float = 100.0, bottom: float = 109.0) -> Word:
    return Word(text, x0, top, x1, bottom, "ocr", 0.99)


def typed_line(text: str, top: float, pitch: float = 6.0) -> list[Word]:
    """A line in a font of one width: the ink of each word is narrower than the room of its letters."""
    found, place = [], 0
    for part in text.split(" "):
        if part:
            x0 = place * pitch + 0.1 * pitch
            ink = 0.4 * pitch if part in (".", ",") else (len(part) - 0.2) * pitch
            found.append(word(part, x0 + (pitch - ink) / 2 if len(part) == 1 else x0, x0 + ink, top, top + 9))
        place += len(part) + 1
    return found


class TestHeight:
    def test_lines_of_one_font_are_as_high_as_each_other(self) -> None:
        heights = [8.6, 9.0, 9.4, 9.7, 8.8]
        read = [word("Bij", 10, 20, 50 * i, 50 * i + height) for i, height in enumerate(heights)]
        found = as_high(read)
        assert {round(w.height, 6) for w in found} == {9.0}
        assert [w.middle for w in found] == pytest.approx([w.middle for w in read])

    def test_a_headline_and_text_that_runs_up_stay_as_they_are(self) -> None:
        headline = word("Statement", 10, 90, 10, 34)
        upward = Word("4711", 5, 100, 12, 190, "ocr", 0.99, turn=270)
        found = as_high([headline, upward, *(word("Bij", 10, 20, 50 * i, 50 * i + 9) for i in range(3))])
        assert found[:2] == [headline, upward]


class TestWidth:
    def test_words_of_a_typewriter_get_the_room_of_their_letters(self) -> None:
        read = [w for i in range(8) for w in typed_line("06/03 PIX EMIT.OUTRA CARTEIRA 620,00D", 20.0 * i)]
        found = typed(read)
        assert {round((w.x1 - w.x0) / len(w.text), 2) for w in found} == {6.0}
        gaps = [b.x0 - a.x1 for a, b in pairwise(found[:5])]
        assert all(abs(gap - 6.0) < 0.01 for gap in gaps)

    def test_words_of_another_font_stay_as_they_are(self) -> None:
        widths = {"illicit": 18.0, "WWMWM": 48.0, "account": 37.0, "little": 16.0, "MOMMA": 44.0, "transfer": 36.0}
        read = [word(text, 10, 10 + wide, 20.0 * i) for i in range(4) for text, wide in widths.items()]
        assert typed(read) == read

    def test_few_words_tell_nothing(self) -> None:
        read = typed_line("06/03 PIX EMIT.OUTRA", 20.0)
        assert typed(read) == read
