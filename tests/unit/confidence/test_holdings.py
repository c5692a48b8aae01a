"""What is known of a holding, and of what a row says of a security, that tells how likely it is right."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from extraction.confidence.holdings import of_holdings
from extraction.confidence.said import Path, Said, said
from extraction.confidence.trades import of_trades
from extraction.reconcile.securities.held import HoldingGrounds
from schemas.provenance import Provenance
from schemas.result import Decision, Issue, IssueCode, Proof
from schemas.statement import Holding, Trade
from tests.results import account, provenance, transaction

PROVED = HoldingGrounds("exact", "whole", "agrees", "none")


def about(*proofs: Proof, issues: tuple[Issue, ...] = (), decision: Decision = "accepted") -> Said:
    return said(0, proofs, issues, decision)


def fails(check: str) -> Proof:
    return Proof(check=check, status="fails", detail="", account=0)


def error(**place: int) -> Issue:
    return Issue(code=IssueCode.VALUE_MISMATCH, severity="error", message="", account=0, **place)  # type: ignore[arg-type]


def holding(*fields: str, **changes: Any) -> Holding:
    figures = {"quantity": Decimal(2), "unit_price": Decimal(5), "value": Decimal(10)}
    places = {name: provenance("1") for name in fields or figures}
    return Holding(
        name="Alder Inc", **{"provenance": provenance("Alder Inc 2 5 10"), "fields": places, **figures, **changes}
    )


def held(*some: Holding, grounds: tuple[HoldingGrounds, ...] = (), told: Said | None = None) -> dict[Any, Path]:
    found = of_holdings(account(holdings=some), grounds or (PROVED,) * len(some), told or about())
    return {(number, name): path for (_, number, name), path in found}


def traded(trade: Trade | None, told: Said | None = None) -> dict[str, Path]:
    row = transaction(1, date(2025, 1, 2), "-10.00", trade=trade)
    return {name: path for (_, _, name), path in of_trades(account(row), told or about())}


def test_each_value_of_a_holding_has_a_name_of_its_own() -> None:
    found = held(holding(identifier="US5949181045", identifier_kind="isin"))
    assert {name for _, name in found} == {
        "holding", "holding_name", "holding_identifier", "holding_quantity", "holding_unit_price", "holding_value",
    }  # fmt: skip
    assert (0, "holding_identifier") not in held(holding())


def test_a_holding_has_its_product_its_total_its_share_and_how_it_was_read() -> None:
    found = held(holding())
    assert found[0, "holding"] == ("holding", "accepted", "not_doubted", "exact", "whole", "agrees", "text")
    assert found[0, "holding_value"][3:] == ("whole", "exact", "agrees", "text")
    assert found[0, "holding_quantity"][3:] == found[0, "holding_unit_price"][3:] == ("exact", "whole", "text")
    assert found[0, "holding_name"][3:] == ("text", "exact")


def test_what_stands_beside_a_figure_tells_of_it() -> None:
    grounds = (HoldingGrounds("exact", "whole", "differs", "agrees"),)
    found = held(holding("weight", "cost_basis", "unrealized_gain", "local_value"), grounds=grounds)
    assert found[0, "holding_weight"][3:] == ("differs", "text")
    assert found[0, "holding_cost_basis"][3:] == found[0, "holding_unrealized_gain"][3:] == ("agrees", "text")
    assert found[0, "holding_local_value"][3:] == ("exact", "whole", "text")


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        (("quantity", "unit_price"), "value_alone"),
        (("value",), "no_value"),
        (("quantity",), "one_factor"),
        (("unit_price",), "one_factor"),
        ((), "not_applicable"),
    ],
)
def test_where_no_product_can_be_made_it_counts_what_is_printed(missing: tuple[str, ...], told: str) -> None:
    one = holding(**dict.fromkeys(missing))
    grounds = (HoldingGrounds("not_applicable", "whole", "none", "none"),)
    assert held(one, grounds=grounds)[0, "holding"][3] == told


@pytest.mark.parametrize(
    ("proof", "state"),
    [("holding_values", "contradicted"), ("holdings_total", "contradicted"), ("running_balance", "undecided")],
)
def test_the_state_is_that_of_the_holdings(proof: str, state: str) -> None:
    told = about(fails(proof), decision="review")
    assert held(holding(), told=told)[0, "holding"][1] == state
    assert told.state == ("contradicted" if proof == "running_balance" else "undecided")


def test_a_holding_that_an_error_names_is_doubted_and_no_row_is() -> None:
    told = about(issues=(error(holding=1),), decision="review")
    found = held(holding(), holding(), told=told)
    assert (found[0, "holding_value"][2], found[1, "holding_value"][2]) == ("not_doubted", "doubted")
    trade = Trade(quantity=Decimal(2), fields={"quantity": provenance("2")})
    assert traded(trade, told)["trade_quantity"][2] == "not_doubted"


def test_each_figure_counts_as_it_was_read() -> None:
    place = Provenance(page=1, bbox=(0, 0, 1, 1), raw="2", method="ocr", reader_confidence=0.7)
    found = held(holding(fields={"quantity": place, "value": provenance("10")}))
    assert found[0, "holding_quantity"][-1] == "ocr_fair"
    assert found[0, "holding_value"][-1] == found[0, "holding"][-1] == "text"


def test_a_trade_has_a_class_for_each_value_that_is_printed() -> None:
    places = {"quantity": provenance("2"), "unit_price": provenance("5"), "security": provenance("Alder Inc")}
    both = Trade(security="Alder Inc", quantity=Decimal(2), unit_price=Decimal(5), fields=places)
    found = traded(both, about(issues=(error(row=0),), decision="review"))
    assert set(found) == {"trade_quantity", "trade_unit_price", "trade_security"}
    assert found["trade_quantity"] == ("trade_quantity", "undecided", "doubted", "both_factors", "text")
    assert traded(None) == {}


def test_what_a_trade_prints_of_its_product() -> None:
    places = {"security": provenance("Alder Inc")}
    assert traded(Trade(quantity=Decimal(2), fields=places))["trade_security"][3] == "one_factor"
    assert traded(Trade(fields=places))["trade_security"][3] == "neither"
