"""Accepted samples with one thing changed on the page: none is accepted with other rows or holdings than it has."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from extraction.model import Page, Word
from schemas.provenance import Provenance
from schemas.result import ExtractionResult
from tests.golden.files import Folder, folder, folders, result_of

NAMES = [one.name for one in folders() if one.expected["decision"] == "accepted"]
MOST = 12
"""Rows of a sample that are tried, evenly spread."""

Change = Callable[[Word], Word | None]


def changed(pages: list[Page], place: Provenance, change: Change) -> list[Page]:
    """Pages -> the same with the words of one printed place changed, or left out where `change` gives None."""
    x0, top, x1, bottom = place.bbox

    def inside(word: Word) -> bool:
        return x0 - 1 <= word.x0 and word.x1 <= x1 + 1 and top - 1 <= word.top and word.bottom <= bottom + 1

    return [
        replace(page, words=tuple(w for one in page.words if (w := change(one) if inside(one) else one)))
        if page.number == place.page
        else page
        for page in pages
    ]


def gone(_: Word) -> None:
    return None


def misread(word: Word) -> Word:
    """The word with its middle digit one higher."""
    digits = [i for i, letter in enumerate(word.text) if letter.isdigit()]
    if not digits:
        return word
    at = digits[len(digits) // 2]
    return replace(word, text=f"{word.text[:at]}{(int(word.text[at]) + 1) % 10}{word.text[at + 1 :]}")


def rows(result: ExtractionResult) -> list[list[tuple[object, ...]]]:
    return [[(t.date, t.amount, t.balance) for t in account.transactions] for account in result.accounts]


def held(result: ExtractionResult) -> list[list[tuple[object, ...]]]:
    return [
        [(h.identifier, h.quantity, h.unit_price, h.value) for h in account.holdings] for account in result.accounts
    ]


def leading(word: Word) -> Word:
    """The word with its first digit, but for zeros, one higher."""
    at = next((i for i, letter in enumerate(word.text) if letter in "123456789"), None)
    if at is None:
        return word
    return replace(word, text=f"{word.text[:at]}{int(word.text[at]) % 9 + 1}{word.text[at + 1 :]}")


def accepted_otherwise(sample: Folder, change: Change, field: str | None) -> list[str]:
    """Sample, change of one row (of one field of it) at a time -> the changed rows with which it is accepted."""
    pages, data, name = sample.pages or [], sample.input.read_bytes(), sample.input.name
    right = result_of(name, data, pages)
    found = []
    for account in right.accounts:
        for row in account.transactions[:: max(1, len(account.transactions) // MOST)]:
            place = row.fields[field] if field else row.provenance
            result = result_of(name, data, changed(pages, place, change))
            if result.decision == "accepted" and (rows(result), held(result)) != (rows(right), held(right)):
                found.append(f"{row.date} {row.amount} {row.description}")
    return found


@pytest.mark.parametrize("name", NAMES)
def test_no_sample_that_lost_a_row_is_accepted(name: str) -> None:
    assert accepted_otherwise(folder(name), gone, None) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_sample_with_a_misread_amount_is_accepted(name: str) -> None:
    assert accepted_otherwise(folder(name), misread, "amount") == []


@pytest.mark.parametrize("name", NAMES)
def test_no_sample_that_lost_an_amount_is_accepted(name: str) -> None:
    assert accepted_otherwise(folder(name), gone, "amount") == []


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("brokerage/")])
def test_no_sample_with_a_changed_holding_is_accepted(name: str) -> None:
    """Of every holding, every figure in turn is misread or lost, and then the whole holding, but for money, which the
    balance of the account tells too."""
    sample = folder(name)
    pages, data = sample.pages or [], sample.input.read_bytes()
    right = result_of(sample.input.name, data, pages)
    found = []
    for holding in (one for account in right.accounts for one in account.holdings):
        figures = {name: place for name, place in holding.fields.items() if name in ("quantity", "unit_price", "value")}
        tried = [(name, place, change) for name, place in figures.items() for change in (leading, gone)]
        lost = [("all", holding.provenance, gone)] if holding.quantity is not None else []
        for what, place, change in (*tried, *lost):
            result = result_of(sample.input.name, data, changed(pages, place, change))
            if result.decision == "accepted":
                found.append(f"{what} of {holding.name} {change.__name__}")
    assert right.accounts[0].holdings
    assert found == []


@pytest.mark.parametrize("name", [name for name in NAMES if len(folder(name).pages or []) > 1])
def test_no_sample_that_lost_a_page_is_accepted_with_an_account_short_of_rows(name: str) -> None:
    """Of several statements in one file a whole one may be lost, which nothing on the others tells."""
    sample = folder(name)
    pages, data = sample.pages or [], sample.input.read_bytes()
    whole = result_of(sample.input.name, data, pages)
    for lost in pages:
        left = [replace(page, number=i) for i, page in enumerate((p for p in pages if p is not lost), 1)]
        result = result_of(sample.input.name, data, left)
        assert result.decision != "accepted" or _in_order(contents(result), contents(whole))


def contents(result: ExtractionResult) -> list[tuple[object, ...]]:
    return [*zip(rows(result), held(result), strict=True)]


def _in_order(some: list[tuple[object, ...]], whole: list[tuple[object, ...]]) -> bool:
    """Whether accounts are those of a sample, or some of them, and nothing else."""
    rest = iter(whole)
    return bool(some) and all(account in rest for account in some)
