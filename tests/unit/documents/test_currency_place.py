"""Where the page names its currency."""

import pytest

from extraction.documents.heads.currency_place import currency_place
from tests.pages import lines

TEXT = """
Example Bank, Singapore
All amounts in GBP
Opening balance | £100.00
02 Mar | Tea in EUR | R$ 3.50
"""


@pytest.mark.parametrize(
    ("code", "raw"), [("GBP", "GBP"), ("BRL", "R$"), ("SGD", "Singapore"), ("EUR", "EUR"), ("CHF", None), (None, None)]
)
def test_the_code_goes_before_the_symbol_and_both_before_a_place(code: str | None, raw: str | None) -> None:
    cell = currency_place(code, lines(TEXT, stops=(40, 110, -360)), frozenset())
    assert (cell and cell.text) == raw


def test_a_text_outside_of_the_rows_goes_before_one_in_them() -> None:
    found = lines("Tea EUR 3.50\nAll amounts in EUR")
    assert currency_place("EUR", found, frozenset({0})).box[1] == found[1].top  # type: ignore[union-attr]
    assert currency_place("EUR", found[:1], frozenset({0})) is not None


def test_a_bare_dollar_and_a_bare_rand() -> None:
    found = lines("Balance $5.00\nBalance R 5.00")
    assert [currency_place(code, found, frozenset()).text for code in ("USD", "ZAR")] == ["$", "R"]  # type: ignore[union-attr]
