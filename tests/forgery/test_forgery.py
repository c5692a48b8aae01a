"""A forged statement whose figures add up goes to review where the forging can be seen; no true one does."""

from collections.abc import Sequence
from functools import lru_cache

import pytest

from .run import Forged, Statement, statements
from .ways import WAYS, Way

pytestmark = pytest.mark.engine

SEEDS = range(1, 10)
MANY = 12
"""Rows from which on a statement shows how its figures are printed."""


@lru_cache(maxsize=1)
def found() -> Sequence[Statement]:
    return tuple(statements(SEEDS))


def forged(way: Way) -> list[Forged]:
    """Way -> what it makes of every statement; of those with enough rows where only its fonts tell."""
    every = [one for statement in found() for one in statement.forged if one.way is way]
    return [one for one in every if way.sign != "font" or one.rows >= MANY]


def test_true_statements_raise_no_alarm() -> None:
    assert len(found()) >= len(SEEDS) / 2
    assert {one.seed: one.alarms for one in found() if one.alarms} == {}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_forged_statement_goes_to_review_with_the_changed_row(way: Way) -> None:
    cases = forged(way)
    assert len(cases) >= 4
    assert [one for one in cases if not one.caught] == []
    assert sum(one.named for one in cases) >= len(cases) - 1


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_what_is_told_has_a_page_and_a_place(way: Way) -> None:
    for one in forged(way):
        counted = [issue for issue in one.told if issue.bbox is None]
        assert len(counted) < len(one.told)
        assert all("more rows" in issue.message for issue in counted)
        assert all(issue.page is not None and issue.severity == "error" for issue in one.told if issue.bbox)
