"""Generated brokerage statements: same seed same bytes, truths that add up, figures that stand on the page."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from .brokerage import DEFECTS, make_brokerage, samples
from .brokerage.style import choose
from .test_generator import squeezed

SEEDS = range(1, 41)


@pytest.mark.parametrize("seed", [1, 2, 3, 5])
def test_same_seed_same_document(seed: int) -> None:
    assert make_brokerage(seed) == make_brokerage(seed)
    assert make_brokerage(seed).pdf != make_brokerage(seed + 1).pdf


@pytest.mark.parametrize("seed", SEEDS)
def test_truth_adds_up_and_stands_on_the_page(seed: int) -> None:
    document = make_brokerage(seed)
    (account,) = document.truth["accounts"]
    assert document.truth["expect"] == "accept"
    assert account["holdings"]
    page, digits = squeezed(document), re.sub(r"\D", "", squeezed(document))
    for holding in account["holdings"]:
        assert re.sub(r"\D", "", holding["value"]) in digits
        assert all(word in page for word in holding["name"].split())
        figures = ("local_value", "cost_basis", "unrealized_gain", "accrued_interest", "estimated_income")
        assert all(re.sub(r"\D", "", holding[name]) in digits for name in figures if holding.get(name))
        if holding.get("code"):
            assert holding["code"] in page
    for row in account["transactions"]:
        assert all(re.sub(r"\D", "", row[name]) in digits for name in ("quantity", "unit_price") if row.get(name))
    if account["transactions"]:
        moved = sum((Decimal(row["amount"]) for row in account["transactions"]), Decimal(account["opening_balance"]))
        assert moved == Decimal(account["closing_balance"])


@pytest.mark.parametrize("defect", DEFECTS)
@pytest.mark.parametrize("seed", [11, 12, 13])
def test_a_spoiled_statement_goes_to_review(defect: str, seed: int) -> None:
    good, bad = make_brokerage(seed), make_brokerage(seed, defect=defect)
    assert (good.truth["expect"], bad.truth["expect"]) == ("accept", "review")
    assert bad.truth["misprints"]
    assert squeezed(good) != squeezed(bad)


def test_layouts_differ_from_seed_to_seed() -> None:
    styles = [choose(seed) for seed in range(400)]
    for name in ("lang", "identifier", "foreign", "cash", "amounts", "grouped", "weight", "bonds", "pence"):
        assert len(Counter(getattr(style, name) for style in styles)) > 1, name
    assert {style.lang for style in styles} == {"en", "de", "fr", "es", "it", "nl", "pt"}


def test_an_override_keeps_the_other_features() -> None:
    one, two = make_brokerage(7, holdings=5), make_brokerage(7, holdings=5, size=9.0)
    assert one.truth["accounts"] == two.truth["accounts"]


def test_an_unknown_feature_is_an_error() -> None:
    with pytest.raises(TypeError, match="colour"):
        make_brokerage(1, colour="red")


def test_samples_are_small() -> None:
    assert all(len(document.pdf) < 400_000 for document in samples().values())
