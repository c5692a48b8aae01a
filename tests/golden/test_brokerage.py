"""Generated brokerage statements that no one has looked at: none is accepted with a wrong holding or a wrong row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import pytest

from extraction.model import Page
from extraction.pipeline import extract
from extraction.settings import Settings
from schemas.result import ExtractionResult
from schemas.statement import Holding
from tests.agreement import wrong_rows
from tests.generator.brokerage import DEFECTS, make_brokerage
from tests.golden.files import pages_of, result_of
from tests.golden.test_tampered import Change, changed, gone, leading

GOOD, BAD = range(8001, 8081), range(8201, 8281)
CHANGED = range(8401, 8407)
SHARE = 0.9
"""Of good statements at least this share is accepted with exact holdings and rows: more was measured."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of the statement of one seed; `wrong`: its first wrong rows and holdings."""

    seed: int
    decision: str
    wrong: tuple[str, ...]


def seen(seeds: Iterable[int], spoilt: bool) -> Iterator[Seen]:
    for seed in seeds:
        document = make_brokerage(seed, defect=DEFECTS[seed % len(DEFECTS)] if spoilt else "")
        result = extract(document.pdf, "input.pdf", Settings())
        yield Seen(seed, result.decision, tuple(wrong_rows(result, document.truth)[:2]))


@pytest.mark.engine
def test_good_statements_are_accepted_and_none_with_a_wrong_holding() -> None:
    found = list(seen(GOOD, spoilt=False))
    assert [one for one in found if one.decision == "accepted" and one.wrong] == []
    others = [one for one in found if one.decision != "accepted"]
    assert len(found) - len(others) >= SHARE * len(found), others


@pytest.mark.engine
def test_no_spoilt_statement_is_accepted() -> None:
    assert {seed % len(DEFECTS) for seed in BAD} == set(range(len(DEFECTS)))
    assert [one for one in seen(BAD, spoilt=True) if one.decision == "accepted"] == []


def tries(result: ExtractionResult) -> Iterator[tuple[str, Holding, str | None, Change]]:
    """Every change of every holding: a figure misread or lost, or all of it lost, but for money, which the balance of
    the account tells too."""
    for holding in (one for account in result.accounts for one in account.holdings):
        for name in ("quantity", "unit_price", "value"):
            if name in holding.fields:
                yield f"{name} misread", holding, name, leading
                yield f"{name} lost", holding, name, gone
        if holding.quantity is not None:
            yield "lost", holding, None, gone


def with_other_total(pages: list[Page], total: Decimal) -> Iterator[list[Page]]:
    """Pages -> the same with each word changed in turn that prints the total."""
    digits = f"{total:.2f}".replace(".", "")
    for page in pages:
        for word in page.words:
            if "".join(ch for ch in word.text if ch.isdigit()) == digits:
                words = tuple(leading(one) if one is word else one for one in page.words)
                yield [replace(one, words=words) if one is page else one for one in pages]


@pytest.mark.engine
@pytest.mark.parametrize("seed", CHANGED)
def test_every_single_change_of_a_holding_or_of_the_total_is_caught(seed: int) -> None:
    document = make_brokerage(seed)
    pages = pages_of(document.pdf)
    assert pages
    right = result_of("input.pdf", document.pdf, pages)
    if right.decision != "accepted":
        pytest.skip("the statement is not accepted as it is")
    every = list(tries(right))
    accepted = [
        f"{what}: {holding.name}"
        for what, holding, name, change in every
        if result_of(
            "input.pdf",
            document.pdf,
            changed(pages, holding.fields[name] if name else holding.provenance, change),
        ).decision
        == "accepted"
    ]
    total = right.accounts[0].portfolio_value
    totals = [] if total is None else list(with_other_total(pages, total))
    other = [result_of("input.pdf", document.pdf, one).decision for one in totals]
    assert (accepted, "accepted" in other) == ([], False)
    assert every
