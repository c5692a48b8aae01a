"""Words that lie over each other."""

from dataclasses import replace

import pytest

from extraction.documents.legible import illegible
from tests.pages import page


@pytest.mark.parametrize(("over", "count"), [("08MAY", 1), ("29APR", 0), ("BAKERY", 0)])
def test_a_date_of_letters_and_digits_that_lies_over_another_one(over: str, count: int) -> None:
    one = page("29APR | Coffee | 59.07")
    words = (*one.words, replace(one.words[0], text=over))
    assert len(list(illegible([replace(one, words=words)]))) == count
