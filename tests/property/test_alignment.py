"""Rows are aligned as well as can be: no other way in order makes more rows right, or gives more similar texts."""

from decimal import Decimal
from functools import cache
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from extraction.evaluation.lines import Line, aligned, misses, similarity

LINES = st.lists(
    st.builds(
        Line,
        date=st.none(),
        amount=st.sampled_from([Decimal("1"), Decimal("-1"), Decimal("2.00")]),
        text=st.sampled_from(["rent", "rest", "coffee"]),
    ),
    max_size=7,
)


def best(told: list[Line], found: list[Line]) -> tuple[int, float]:
    """By trying everything: how many rows can be right, and how similar their texts can be."""

    @cache
    def rest(i: int, j: int) -> tuple[int, float]:
        if i == len(told) or j == len(found):
            return 0, 0.0
        ways = [rest(i + 1, j), rest(i, j + 1)]
        if told[i].key == found[j].key:
            rows, alike = rest(i + 1, j + 1)
            ways.append((rows + 1, alike + similarity(told[i].text, found[j].text)))
        return max(ways)

    return rest(0, 0)


@given(LINES, LINES)
def test_no_alignment_is_better(told: list[Line], found: list[Line]) -> None:
    pairs = aligned(told, found)
    rows, alike = best(told, found)
    assert len(pairs) == rows
    assert abs(sum(similarity(told[i].text, found[j].text) for i, j in pairs) - alike) < 1e-9
    assert all(told[i].key == found[j].key for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(LINES, LINES)
def test_every_row_is_right_or_a_miss_and_none_is_both(told: list[Line], found: list[Line]) -> None:
    pairs = aligned(told, found)
    wrong = misses(told, found, pairs)
    assert len(pairs) + sum(miss.told is not None for miss in wrong) == len(told)
    assert len(pairs) + sum(miss.found is not None for miss in wrong) == len(found)
    assert all(miss.told or miss.found for miss in wrong)
