"""What the ablation measures: the same documents, judged with and without each part of the layout model."""

from pathlib import Path
from random import Random

import pytest

from extraction.pipeline import read
from tests.pages import page

from .run import FOREIGN, NATIVE, PARTS, SETTINGS, foreign, trials

TRUTH = Path("tests/layouts/every-day-west")


def test_letters_are_exchanged_and_what_figures_and_dates_say_stays() -> None:
    (seen,) = foreign([page("01 Mar March | Opening balance | 3.50 CR | EUR | REF12")], Random(1))
    told = [word.text for word in seen.words]
    assert told[:3] == ["01", "Mar", "March"]
    assert told[5:] == ["3.50", "CR", "EUR", "REF12"]
    assert "Opening" not in told and "balance" not in told
    assert told[3][0].isupper() and [len(word) for word in told[3:5]] == [7, 7]


def test_the_same_seed_exchanges_the_same_letters() -> None:
    pages = [page("Opening balance | 3.50")]
    assert foreign(pages, Random("a")) == foreign(pages, Random("a")) != foreign(pages, Random("b"))


@pytest.mark.engine
def test_each_part_judges_what_was_read_once() -> None:
    truth = sorted(TRUTH.glob("*.truth.json"))[0]
    found = trials(truth, NATIVE, 200, None)
    assert [one.part for one in found] == [*PARTS]
    assert {(one.way, one.right, one.silent) for one in found} == {(NATIVE, True, False)}
    assert {one.found / one.rows for one in found} == {1.0}
    assert not any(one.silent for one in trials(truth, FOREIGN, 200, None))


@pytest.mark.engine
def test_pages_have_regions_where_they_count() -> None:
    pages = read(Path("samples/bank/german-soll-haben/input.pdf").read_bytes(), SETTINGS)
    assert "transactions" in {region.kind for region in pages[0].regions}
