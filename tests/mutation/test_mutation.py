"""No statement with one printed thing changed is accepted with other rows, where what it prints decides the change."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import pytest

from extraction.model import Page

from .base import Base, base
from .evidence import contradictions
from .layouts import LAYOUTS, Layout
from .mutators import MUTATORS, Named
from .run import Unused, statement_trials
from .trial import trial, unchanged

SEEDS = (1, 2, 3)
"""Of each layout; `python -m tests.mutation` tries more."""
BY_NAME = {layout.name: layout for layout in LAYOUTS}
WORDS = 4
"""Printed words that one figure or date has at most: groups of digits, the currency, the sign; the parts of a day."""


@lru_cache(maxsize=64)
def statement(layout: str, seed: int) -> Base:
    return base(BY_NAME[layout], seed)


@pytest.mark.engine
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_no_decided_change_is_accepted_with_other_rows(layout: Layout) -> None:
    found = [one for seed in SEEDS for one in statement_trials(statement(layout.name, seed))]
    unused = [one for one in found if isinstance(one, Unused)]
    trials = [one for one in found if not isinstance(one, Unused)]
    assert [one for one in unused if one.decision == "accepted"] == []
    assert len(unused) < len(SEEDS)
    assert sum(one.fate == "killed" for one in trials) > len(MUTATORS)  # it is not that nothing could be changed
    assert [t for t in trials if t.silent] == []


@pytest.mark.engine
def test_the_second_of_two_dates_in_one_cell_is_not_passed_over() -> None:
    found = trial(statement("no balances", 102), _named("rows overprinted"))
    assert found is not None
    assert not found.silent


@pytest.mark.engine
def test_a_column_of_balances_above_which_a_summary_stands_is_read_as_balances() -> None:
    """Two ends prove the rows as well; then no row would have its balance."""
    result, wrong = unchanged(statement("card, per row", 311))
    assert (result.decision, wrong) == ("accepted", ())


@pytest.mark.engine
def test_a_column_of_balances_that_contradicts_the_rows_is_no_column_of_nothing() -> None:
    found = trial(statement("card, per row", 302), _named("rows swapped"))
    assert found is not None
    assert (found.fate, found.points) == ("killed", True)


@pytest.mark.engine
@pytest.mark.parametrize("layout", ["balance per row", "sections", "card"])
def test_nothing_else_changes_on_the_pages(layout: str) -> None:
    one = statement(layout, SEEDS[0])
    before = _words(one.printed.pages)
    seen = set()
    for mutator in MUTATORS:
        change = mutator.on(one)
        if change is None or change.pages is not None:
            continue
        after = _words(change.made(one).pages)
        gone, new = before - after, after - before
        seen.add(mutator.name)
        if mutator.name in ("row lost", "date lost", "description lost"):
            assert gone and not new, mutator.name
        elif mutator.name == "row doubled":
            assert new and not gone, mutator.name
        elif not mutator.name.startswith("rows") and mutator.name != "sign flipped":
            assert 1 <= new.total() <= WORDS and 1 <= gone.total() <= WORDS, (mutator.name, gone, new)
    assert len(seen) > len(MUTATORS) // 2


@pytest.mark.engine
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_unchanged_statement_contradicts_nothing(layout: Layout) -> None:
    assert [seed for seed in SEEDS if contradictions(statement(layout.name, seed).printed.evidence)] == []


def _named(name: str) -> Named:
    return next(mutator for mutator in MUTATORS if mutator.name == name)


def _words(pages: Sequence[Page]) -> Counter[str]:
    return Counter(word.text for page in pages for word in page.words)
