"""Holdings of a truth and those that were read."""

from decimal import Decimal
from typing import Any

import pytest

from extraction.evaluation.positions import score_holdings
from extraction.evaluation.score import score
from extraction.evaluation.tally import Tally
from extraction.evaluation.totals import as_json, totals
from extraction.evaluation.truth import Truth, TruthHolding, read_truth
from schemas.statement import Holding
from tests.results import NUMBER, account, provenance, result


def holding(name: str, quantity: str | None, price: str | None, value: str, **changes: Any) -> Holding:
    figures = {"quantity": quantity, "unit_price": price, "value": value}
    told = {key: None if text is None else Decimal(text) for key, text in figures.items()}
    place = provenance(f"{name} {value}")
    return Holding(name=name, provenance=place, fields={"value": place}, **{**told, **changes})


def told(name: str, **fields: Any) -> TruthHolding:
    return TruthHolding.model_validate({"name": name, **fields})


ALDER = told("Alder Inc", code="US5949181045", quantity="100", unit_price="25.50", value="2550.00")
READ = holding("Alder Inc", "100", "25.5", "2550.00", identifier="US5949181045", identifier_kind="isin")


def test_a_holding_is_right_where_its_figures_and_its_code_are() -> None:
    found = score_holdings((ALDER,), (READ,))
    assert found is not None
    assert (found.exact, found.right, found.texts.right) == (True, 1, 1)


@pytest.mark.parametrize(
    "change",
    [
        {"quantity": Decimal(110)},
        {"quantity": None},
        {"unit_price": Decimal("25.05")},
        {"value": Decimal("2550.01")},
        {"identifier": "US5949181046"},
        {"identifier": None},
    ],
)
def test_one_wrong_figure_makes_it_wrong(change: dict[str, Any]) -> None:
    found = score_holdings((ALDER,), (READ.model_copy(update=change),))
    assert found is not None
    assert (found.exact, found.right) == (False, 0)


def test_a_holding_too_many_and_one_that_is_missing_are_wrong() -> None:
    for read in ((READ, READ), ()):
        found = score_holdings((ALDER,), read)
        assert found is not None
        assert not found.exact


def test_the_order_does_not_matter_nor_what_the_truth_leaves_out() -> None:
    birch = told("Birch fund", value="20.00")
    found = score_holdings((birch, ALDER), (READ, holding("Birch fund", "2", "10", "20.00")))
    assert found is not None
    assert found.exact


def test_another_name_is_a_wrong_text_and_no_wrong_figure() -> None:
    found = score_holdings((ALDER,), (READ.model_copy(update={"name": "Something else altogether"}),))
    assert found is not None
    assert (found.exact, found.texts.right, found.texts.of) == (True, 0, 1)


def stated(one: Holding) -> Holding:
    """The holding with a probability of each of its values."""
    place = provenance("x").model_copy(update={"confidence": 0.9})
    fields = dict.fromkeys(("name", "identifier", "quantity", "unit_price", "value", "cost_basis"), place)
    return one.model_copy(update={"fields": fields, "provenance": place})


def judged(some: tuple[TruthHolding, ...], *found: Holding) -> list[dict[str, bool]]:
    """What is right of each of the holdings that were read."""
    scored = score_holdings(some, tuple(map(stated, found)), 3)
    assert scored is not None
    assert {(value.confidence, value.account) for value in scored.values} == {(0.9, 3)}
    return [{v.name: v.right for v in scored.values if v.row == i} for i in range(len(found))]


ALL = ("holding", "holding_name", "holding_identifier", "holding_quantity", "holding_unit_price", "holding_value")


def test_each_value_of_a_holding_is_judged_and_what_the_truth_leaves_out_is_not() -> None:
    assert judged((ALDER,), READ) == [dict.fromkeys(ALL, True)]
    birch = told("Birch fund", value="20.00", cost_basis="18.00")
    read = holding("Birch fund", "2", "10", "20.00", cost_basis=Decimal(17))
    assert judged((birch,), read) == [
        {"holding": True, "holding_name": True, "holding_value": True, "holding_cost_basis": False}
    ]


def test_a_wrong_figure_is_wrong_and_so_is_the_holding_but_no_other_figure() -> None:
    (found,) = judged((ALDER,), READ.model_copy(update={"quantity": Decimal(110)}))
    assert found == {**dict.fromkeys(ALL, True), "holding": False, "holding_quantity": False}


def test_a_wrong_code_leaves_the_figures_right() -> None:
    (found,) = judged((ALDER,), READ.model_copy(update={"identifier": "US5949181046"}))
    assert found == {**dict.fromkeys(ALL, True), "holding_identifier": False}


def test_all_values_of_a_holding_too_many_are_wrong() -> None:
    right, wrong = judged((ALDER,), READ, READ)
    assert (set(right.values()), set(wrong.values())) == ({True}, {False})
    assert "holding_cost_basis" in wrong


def test_a_wrong_holding_is_held_against_the_one_that_it_is_likest_to() -> None:
    birch = told("Birch fund", quantity="2", unit_price="10", value="20.00")
    read = holding("Birch fund", "3", "10", "20.00"), READ.model_copy(update={"value": Decimal(20)})
    found = judged((ALDER, birch), *read)
    assert [[name for name, right in one.items() if not right] for one in found] == [
        ["holding", "holding_quantity"], ["holding", "holding_value"],
    ]  # fmt: skip


def test_a_truth_that_tells_no_holdings_judges_none() -> None:
    assert score_holdings(None, (READ,)) is None


def truth(*holdings: dict[str, Any]) -> Truth:
    fields = {
        "account_number": NUMBER, "currency": "EUR", "period_start": "2025-01-01", "period_end": "2025-01-31",
        "opening_balance": "100.00", "closing_balance": "100.00",
    }  # fmt: skip
    values = {"expect": "accept", "doc_type": "brokerage_statement", "institution": "Example Bank"}
    return Truth.model_validate({"accounts": [{**fields, "transactions": [], "holdings": holdings}], **values})


def test_a_brokerage_statement_is_right_only_with_all_its_holdings() -> None:
    one = {"name": "Alder Inc", "quantity": "100", "unit_price": "25.50", "value": "2550.00"}
    document = result().document.model_copy(update={"kind": "brokerage_statement"})
    good = score("a.pdf", truth(one), result("a", account(holdings=(READ,)), document=document))
    assert (good.fully_correct, good.silent_error) == (True, False)
    wrong = READ.model_copy(update={"quantity": Decimal(1)})
    bad = score("a.pdf", truth(one), result("a", account(holdings=(wrong,)), document=document))
    assert (bad.fully_correct, bad.silent_error) == (False, True)
    assert totals([bad, good]).holdings == Tally(1, 2)
    assert as_json([bad, good], [])["documents"][0]["accounts"][0]["holdings"]["right"] == 0


def test_holdings_of_a_single_account_may_stand_beside_it() -> None:
    text = '{"expect": "review", "accounts": [{"transactions": []}], "holdings": [{"name": "A", "value": 10.50}]}'
    assert read_truth(text).accounts[0].holdings == (told("A", value="10.50"),)
