"""Words, rules and cells; boxes."""

from dataclasses import replace

import pytest

from extraction.geometry import cluster, median, overlap, rounded, share, union
from extraction.model import Cell, Page, Rule, Trace, Word, pages_from_json, pages_to_json


def word(text: str, x0: float = 10.0, confidence: float | None = None, method: str = "native") -> Word:
    return Word(text, x0, 20.0, x0 + 30, 32.0, method, confidence)  # type: ignore[arg-type]


def test_a_word_knows_its_box_and_height() -> None:
    assert word("a").box == (10.0, 20.0, 40.0, 32.0)
    assert (word("a").middle, word("a").height) == (26.0, 12.0)


def test_a_rule_lies_or_stands() -> None:
    assert Rule(10, 50, 90, 50).horizontal
    assert not Rule(10, 50, 10, 90).horizontal


def test_a_cell_of_words_has_their_box_and_their_lowest_confidence() -> None:
    cell = Cell.of([word("1", 10, 0.9, "ocr"), word("234.56", 50, 0.4, "ocr"), word("EUR", 90)], 3)
    assert cell == Cell("1 234.56 EUR", 3, (10.0, 20.0, 120.0, 32.0), "ocr", 0.4)
    assert Cell.of([word("1")], 1, "one").text == "one"
    assert Cell.of([word("1")], 1).confidence is None
    with pytest.raises(ValueError, match="not enough values"):
        Cell.of([], 1)


def test_pages_as_json() -> None:
    page = Page(2, 595.0, 842.0, (word("a", confidence=0.5),), (Rule(1, 2, 3, 2),), "ocr", "why")
    (value,) = pages_to_json([page])
    assert value["words"] == [["a", 10.0, 20.0, 40.0, 32.0, "native", 0.5, 0]]
    assert value["rules"] == [[1, 2, 3, 2]]
    assert pages_from_json([value]) == [page]


def test_fonts_and_traces_are_in_the_json_only_where_they_are_known() -> None:
    (bare,) = pages_to_json([Page(1, 595.0, 842.0, (word("a"),))])
    assert set(bare) == {"number", "width", "height", "source", "reason", "words", "rules"}
    assert len(bare["words"][0]) == 8
    box = (1.0, 2.0, 3.0, 4.0)
    traces = (Trace("covered", "250.00", box), Trace("program", "Photoshop"))
    page = Page(1, 595.0, 842.0, (replace(word("a"), font=0),), fonts=("Arial",), traces=traces)
    (value,) = pages_to_json([page])
    assert (value["words"][0][8:], value["fonts"]) == ([0], ["Arial"])
    assert value["traces"] == [["covered", "250.00", *box], ["program", "Photoshop"]]
    assert pages_from_json([value]) == [page]


def test_boxes() -> None:
    assert union([(1, 5, 3, 6), (0, 4, 2, 9)]) == (0, 4, 3, 9)
    assert (overlap(0, 10, 5, 30), overlap(0, 10, 20, 30)) == (5, 0.0)
    assert (share(0, 10, 5, 30), share(0, 10, 2, 4), share(0, 0, 0, 10)) == (0.5, 1.0, 0.0)
    assert rounded((1.234, 2.345, 3.456, 4.567)) == (1.23, 2.35, 3.46, 4.57)
    assert median([3, 1, 2]) == 2
    assert median([4, 1, 2, 3]) == 2


def test_clusters_follow_each_other_within_a_tolerance() -> None:
    assert cluster([1, 9, 2, 10, 30], float, 3) == [[1, 2], [9, 10], [30]]
    assert cluster([], float, 3) == []
    assert cluster([5, 5], float, 0) == [[5, 5]]
