"""Where another statement may begin: page numbers, and what the heads of pages say."""

import pytest

from extraction.documents.bundles.starts import Grade, said, starts
from extraction.documents.paging import ends_early
from tests.pages import pages
from tests.statement_pages import HEAD, april, statement

MORE = f"{HEAD}\n05 Mar | Tea | 1.00 | | 94.50"


def found(*texts: str) -> list[tuple[int, Grade]]:
    """A text for each page -> place and grade of each start whose pages hold something."""
    every = starts([said(page) for page in pages(*texts)])
    return [(start.place, start.grade) for start in every if not start.bare]


def numbered(*numbers: str) -> list[tuple[int, Grade]]:
    """Page numbers -> the starts of pages with rows and no other head."""
    return found(*(f"{MORE}\n\n{number}" for number in numbers))


@pytest.mark.parametrize(
    ("numbers", "places"),
    [
        (("Page 1 of 2", "Page 2 of 2"), []),
        (("Page 1 of 2", "Page 2 of 2", "Page 1 of 1"), [2]),
        (("Page 1 of 1", "Page 1 of 1", "Page 1 of 1"), [1, 2]),
        (("Seite 1 von 2", "Seite 2 von 2", "Seite 2 von 3", "Seite 3 von 3"), [2]),
        (("Page 1/2", "", "Page 1/2"), [2]),
        (("Page 1 of 3", "Page 3 of 3"), []),
        (("", "", "Page 1 of 2", "Page 2 of 2"), [2]),
    ],
)
def test_page_numbers_that_start_again(numbers: tuple[str, ...], places: list[int]) -> None:
    assert numbered(*numbers) == [(place, "sure") for place in places]


def placed(text: str, number: str, line: int) -> str:
    """A page with its number alone on a line."""
    return text + "\n" * (line - text.count("\n")) + number


@pytest.mark.parametrize(("one", "two", "again"), [("Page 1", "Page 2", "Page 1"), ("1 of 2", "2 of 2", "1 of 1")])
def test_numbers_without_the_word_or_the_total_count_at_the_edge_of_a_page(one: str, two: str, again: str) -> None:
    assert found(*(placed(MORE, number, 50) for number in (one, two))) == []
    assert found(*(placed(MORE, number, 50) for number in (one, two, again))) == [(2, "sure")]
    assert found(*(placed(MORE, number, 25) for number in (one, two, again))) == []


def test_another_period_with_an_opening_balance_is_sure() -> None:
    assert found(statement(), april()) == [(1, "sure")]


def test_another_account_in_a_period_of_its_own_is_likely() -> None:
    assert found(statement(), statement(number="87654321")) == [(1, "likely")]


def test_another_account_alone_may_be_one() -> None:
    second = statement(number="87654321").replace("Statement period: 1 March 2024 to 31 March 2024\n", "")
    assert found(statement(), second) == [(1, "may be")]


def test_numbers_that_go_on_speak_against_another_statement() -> None:
    assert found(statement(foot="Page 1 of 2"), statement(number="87654321", foot="Page 2 of 2")) == []


def test_the_same_head_again_is_none() -> None:
    assert found(statement(), statement()) == []
    assert found(statement(number="DE89370400440532013000"), statement(number="XXXX 3000")) == []


def test_a_page_without_a_number_after_the_last_one_may_begin_one() -> None:
    assert found(f"{MORE}\n\nPage 1 of 1", MORE) == [(1, "may be")]
    assert found(f"{MORE}\n\nPage 1 of 1", "Terms and conditions") == []


def test_one_page_has_no_start() -> None:
    assert found(statement()) == []


@pytest.mark.parametrize(
    ("number", "left"), [("Page 頁 1 / 3", "page 1 of 3"), ("Loan | 1 of 3 | 4.00", ""), ("1 of 3", "page 1 of 3")]
)
def test_which_part_of_a_plan_is_paid_is_no_page(number: str, left: str) -> None:
    found = ends_early(pages(f"{number}\n02 Mar | Tea | 3.50", stops=(40, 110, -360)))
    assert left in (found.message if found else "") and bool(found) == bool(left)
