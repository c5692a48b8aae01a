"""Two dates a row on a picture: the tables of one statement take the same one as that of posting, or a person looks."""

from dataclasses import replace

import pytest

from extraction.pipeline import Source, parse
from schemas.result import ExtractionResult
from tests.pages import pages

SOURCE = Source("scan.pdf", "0" * 64, "application/pdf")
STOPS = (40, 110, 180, 400, 500)


def statement(second_head: str, method: str) -> ExtractionResult:
    """Two tables, the head of the second one as given."""
    text = f"""Acme Bank
Account number 1234567
Statement period 01/03/2025 to 31/03/2025
Opening balance | | | | 100.00
Value date | Posted date | Description | Amount | Balance
03/03/2025 | 04/03/2025 | Coffee shop | -4.50 | 95.50
05/03/2025 | 06/03/2025 | Book shop | -10.00 | 85.50
{second_head} | Description | Amount | Balance
09/03/2025 | 10/03/2025 | Bakery | -5.50 | 80.00
Closing balance | | | | 80.00
"""
    found = pages(text, stops=STOPS)
    words = [tuple(replace(w, method=method, confidence=0.99) for w in page.words) for page in found]
    return parse([replace(p, words=w) for p, w in zip(found, words, strict=True)], SOURCE, "key")


def swapped(result: ExtractionResult) -> list[str | None]:
    """What is said of rows that take another date."""
    return [issue.message for issue in result.issues if "another one as that of posting" in issue.message]


@pytest.mark.parametrize("method", ["ocr", "native"])
def test_rows_that_agree_are_no_issue(method: str) -> None:
    found = statement("Value date | Posted date", method)
    assert (found.decision, swapped(found)) == ("accepted", [])


def test_a_table_of_a_picture_that_takes_the_other_date_is_held_back() -> None:
    found = statement("Posted date | Value date", "ocr")
    assert (found.decision, len(swapped(found))) == ("review", 1)
    (issue,) = [one for one in found.issues if one.message in swapped(found)]
    assert (issue.code, issue.account, issue.row) == ("date_undecided", 0, 2)


def test_a_native_page_says_what_it_says() -> None:
    assert swapped(statement("Posted date | Value date", "native")) == []
