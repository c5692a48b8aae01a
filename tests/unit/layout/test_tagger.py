"""The word tagger: its features, its windows, and what the weights that are shipped tell of a statement."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from extraction.layout.features import BUCKETS, GRAMS, grams, in_order, places
from extraction.layout.tagger import TrainedTagger, windows
from extraction.model import Word, pages_from_json
from tests.pages import page

SAMPLES = Path("samples/bank")


def test_words_that_differ_in_a_letter_or_a_digit_share_most_of_their_numbers() -> None:
    one, other, figure, third = (set(row[row > 0].tolist()) for row in grams(["Saldo", "Saldu", "12.50", "34.60"]))
    assert len(one & other) >= 3
    assert figure == third
    assert not one & figure


def test_numbers_are_in_bounds_and_long_words_are_cut() -> None:
    found = grams(["", "ö", "x" * 500])
    assert found.shape == (3, GRAMS)
    assert (found >= 0).all() and (found < BUCKETS).all()
    assert (found[2] > 0).all()


def test_places_are_shares_of_the_page() -> None:
    found = places([Word("a", 60.0, 80.0, 120.0, 88.0)], 600.0, 800.0)
    assert np.allclose(found, [[0.1, 0.2, 0.15, 0.1, 0.11, 0.1, 0.1]])


@pytest.mark.parametrize("count", [1, 511, 512, 513, 700, 1500, 5000])
def test_windows_judge_every_word_once_and_inside(count: int) -> None:
    found = windows(count)
    assert [place for _, _, begin, end in found for place in range(begin, end)] == [*range(count)]
    assert all(first <= begin <= end <= last <= first + 512 for first, last, begin, end in found)


def test_a_page_without_words_has_no_roles() -> None:
    assert TrainedTagger()(page("")) == {}


@pytest.mark.engine
class TestWeights:
    """Samples are not learnt from."""

    def read(self, name: str) -> list[tuple[str, str]]:
        first = pages_from_json(json.loads((SAMPLES / name / "pages.json").read_text("utf-8")))[0]
        tagged = TrainedTagger()(first)
        assert set(tagged) == set(in_order(first))
        assert all(0 < told.confidence <= 1.00001 for told in tagged.values())
        return [(word.text, told.tag) for word, told in tagged.items()]

    @pytest.mark.parametrize(
        "name", ["german-soll-haben", "french-spaced-thousands", "dutch-counterparty-signed", "scan-skewed"]
    )
    def test_most_dates_and_amounts_of_rows_are_told(self, name: str) -> None:
        tags = [tag for _, tag in self.read(name)]
        money = {"debit", "credit", "amount"}
        assert "date" in tags and money & set(tags) and "description" in tags

    def test_the_same_page_has_the_same_roles(self) -> None:
        assert self.read("german-soll-haben") == self.read("german-soll-haben")

    def test_a_long_page_is_tagged_throughout(self) -> None:
        first = page("01 Mar | Tea | 3.50 | | 96.50")
        rows = tuple(
            replace(word, top=word.top + 14 * i, bottom=word.bottom + 14 * i)
            for i in range(150)
            for word in first.words
        )
        tagged = TrainedTagger()(replace(first, words=rows, height=2400.0))
        assert len(tagged) == len(rows) > 512
