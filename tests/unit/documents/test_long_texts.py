"""A text of any length takes no time where a search through it would grow with its square."""

import time
from collections.abc import Callable

import pytest

from extraction.documents.heads import bank_names, numbers

LENGTH = 10_000
SECONDS = 0.1


@pytest.mark.parametrize("piece", ["A", "X", "x", "X1", "AB ", "of ", "Bank ", "12", "• "])
@pytest.mark.parametrize("call", [lambda text: list(bank_names.banks(text)), numbers._is_bare], ids=["name", "bare"])
def test_a_long_text_takes_no_time(call: Callable[[str], object], piece: str) -> None:
    for text in (piece * (LENGTH // len(piece)), piece * (LENGTH // len(piece)) + "!"):
        started = time.perf_counter()
        call(text)
        assert time.perf_counter() - started < SECONDS


def test_a_text_of_usual_length_is_looked_at_whole() -> None:
    assert [n.name for n in bank_names.banks("word " * 30 + "Example Savings Bank")] == ["Example Savings Bank"]
    assert numbers._is_bare("1234 5678 9012 3456")
