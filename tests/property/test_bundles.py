"""Two statements in one file: their rows are read as if each were alone, or the file goes to review."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.result import ExtractionResult
from tests.pages import parsed, told
from tests.property.test_statement import STOPS, Written, by_a_cent, doubled, exact, flipped, lost, statements


def in_may(texts: list[str], number: str) -> list[str]:
    """Pages of a statement of March -> the same of May, of another account."""
    return [text.replace("March", "May").replace(" Mar ", " May ").replace("12345678", number) for text in texts]


def may(rows: list[tuple[str, str, str | None]]) -> list[tuple[str, str, str | None]]:
    return [(day.replace("-03-", "-05-"), amount, balance) for day, amount, balance in rows]


def bundled(one: Written, two: Written, number: str, counted: bool) -> ExtractionResult:
    """Two statements, the account of the second, whether pages are numbered -> what is read of both in one file."""
    files = [one.texts(), in_may(two.texts(), number)]
    if counted:
        files = [[f"{text}\n\nPage {i} of {len(own)}" for i, text in enumerate(own, 1)] for own in files]
    return parsed(*(text for own in files for text in own), stops=STOPS)


numbers = st.sampled_from(("12345678", "87654321"))


@settings(max_examples=50)
@given(statements(), statements(), numbers, st.booleans())
def test_the_rows_of_both_are_read_exactly(one: Written, two: Written, number: str, counted: bool) -> None:
    result = bundled(one, two, number, counted)
    assert result.decision == "accepted", [issue.message for issue in result.issues]
    assert [told(account) for account in result.accounts] == [exact(one), may(exact(two))]
    assert [account.account_number for account in result.accounts] == ["12345678", number]
    assert [str(account.period_end) for account in result.accounts] == ["2024-03-31", "2024-05-31"]
    ids = [row.transaction_id for account in result.accounts for row in account.transactions]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("change", [lost, by_a_cent, flipped, doubled])
@settings(max_examples=20)
@given(statements(paired=True, least=2), st.integers(0, 23), statements(), st.booleans(), st.booleans())
def test_what_was_tampered_with_is_never_accepted(
    change: Callable[[Written, int], Written], one: Written, place: int, other: Written, first: bool, counted: bool
) -> None:
    spoiled = change(one, place % len(one.rows))
    result = bundled(*((spoiled, other) if first else (other, spoiled)), "87654321", counted)
    assert result.decision == "review"


@settings(max_examples=30)
@given(statements(least=1), st.booleans())
def test_a_statement_that_stands_twice_is_never_accepted(one: Written, counted: bool) -> None:
    texts = one.texts()
    if counted:
        texts = [f"{text}\n\nPage {i} of {len(texts)}" for i, text in enumerate(texts, 1)]
    assert parsed(*texts, *texts, stops=STOPS).decision == "review"
