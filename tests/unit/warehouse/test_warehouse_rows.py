"""Results -> rows: keys, masks, digests and what is refused."""

from datetime import date
from decimal import Decimal

import pytest

from extraction.errors import WarehouseError
from extraction.text.mask import masked_number, masker
from flows.warehouse.batch import batch_of
from flows.warehouse.rows import batch_id, extraction_id, extractor_rank, result_id, rows_of
from schemas.result import Issue, IssueCode, Proof, Repair
from schemas.statement import Holding, Trade
from tests.results import NOW, NUMBER, account, provenance, result, transaction


def test_every_part_of_a_result_has_its_row() -> None:
    issue = Issue(code=IssueCode.BALANCE_MISMATCH, severity="error", message="off by 1", account=0, row=1, found="1")
    proof = Proof(check="closing_balance", status="fails", detail="106.50 is not 105.50", account=0)
    repair = Repair(
        account=0, row=1, field="amount", printed="-8.50", repaired="-3.50", reason="r", provenance=provenance("8.50")
    )
    rows = rows_of(result(issues=(issue,), proofs=(proof,), repairs=(repair,)), "gs://b/a.pdf", NOW)
    assert {name: len(found) for name, found in rows.items()} == {
        "raw_documents": 1,
        "raw_accounts": 1,
        "raw_transactions": 2,
        "raw_issues": 1,
        "raw_proofs": 1,
        "raw_repairs": 1,
    }
    placed = rows["raw_issues"][0].model_dump()
    assert (placed["account_key"], placed["account_position"], placed["transaction_position"]) == ("key-1", 1, 2)
    second = rows["raw_transactions"][1].model_dump()
    assert (second["position"], second["amount"], second["amount_printed"]) == (2, Decimal("-3.50"), "-3.50")
    assert (second["bbox_x0"], second["bbox_top"], second["bbox_x1"], second["bbox_bottom"]) == (
        72.0,
        100.5,
        523.0,
        112.25,
    )


def test_what_a_page_says_of_an_account_is_in_its_row() -> None:
    facts = {
        "holder": "Maria Lopez",
        "statement_date": date(2025, 1, 31),
        "available_balance": Decimal("150.00"),
        "total_credits": Decimal("10.00"),
        "total_debits": Decimal("3.50"),
        "count_credits": 1,
        "count_debits": 1,
        "fees": Decimal("0.00"),
        "interest": Decimal("-1.25"),
        "minimum_payment": Decimal("35.00"),
        "payment_due_date": date(2025, 2, 25),
        "credit_limit": Decimal("5000.00"),
        "available_credit": Decimal("4800.00"),
        "payments": Decimal("120.00"),
        "purchases": Decimal("70.00"),
        "cash_advances": Decimal("0.00"),
    }
    row = rows_of(result("a", account(**facts)), "a.pdf", NOW)["raw_accounts"][0].model_dump()
    assert {name: row[name] for name in facts} == facts


def test_a_row_says_how_likely_it_and_its_values_are_right() -> None:
    told = {"date": 0.97, "amount": 0.99, "sign": 0.995, "description": 0.9}
    fields = {name: provenance("1").model_copy(update={"confidence": value}) for name, value in told.items()}
    whole = provenance("1").model_copy(update={"confidence": 0.96, "reader_confidence": 0.8})
    row = transaction(1, date(2025, 1, 2), "1.00", fields=fields, provenance=whole)
    loaded = rows_of(result("a", account(row)), "a.pdf", NOW)["raw_transactions"][0].model_dump()
    names = ("", "posted_date_", "amount_", "balance_", "description_", "reader_")
    assert [loaded[f"{name}confidence"] for name in names] == [0.96, 0.97, 0.99, None, 0.9, 0.8]


def test_keys_depend_on_document_and_version_alone() -> None:
    assert result_id(result("a")) == extraction_id("a" * 64, "0.1.0") == result_id(result("a", institution=None))
    assert result_id(result("a")) != result_id(result("b"))
    assert result_id(result("a")) != result_id(result("a", extractor_version="0.1.1"))
    assert batch_id(["x", "y"]) == batch_id(["y", "x"]) != batch_id(["x"])


def test_a_refusal_is_not_taken_for_the_reading_that_follows() -> None:
    locked = Issue(code=IssueCode.PASSWORD_REQUIRED, severity="error", message="locked")
    refused = result("a", issues=(locked,), decision="rejected", verdict="unverifiable")
    assert result_id(refused) != result_id(result("a"))
    row = rows_of(refused, "a.pdf", NOW)["raw_documents"][0].model_dump()
    assert row["refused"] is True


def test_the_same_bytes_under_two_names_are_one_document() -> None:
    batch = batch_of([(result("a"), "z/copy.pdf"), (result("a"), "b/first.pdf")], NOW)
    (rows,) = batch.extractions.values()
    assert rows["raw_documents"][0].model_dump()["uri"] == "b/first.pdf"


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        (NUMBER, "****3000"),
        ("12345678", "****5678"),
        ("XXXX XXXX 1234", "****1234"),
        ("...1234", "****1234"),
        ("1234", "****34"),
        ("12", "****2"),
        (None, None),
    ],
)
def test_an_account_number_shows_its_last_characters(printed: str | None, shown: str | None) -> None:
    assert masked_number(printed) == shown


def test_a_number_in_free_text_is_masked_however_it_is_spaced() -> None:
    mask = masker([NUMBER, "1234"])
    assert mask("to DE89370400440532013000, ref 1234") == "to ****3000, ref 1234"
    assert mask("IBAN de89 3704 0044 0532 0130 00.") == "IBAN ****3000."
    assert mask("DE893704004405320130001") == "DE893704004405320130001"


def test_no_row_holds_the_whole_account_number() -> None:
    told = transaction(1, date(2025, 1, 2), "1.00", description=f"own {NUMBER}", provenance=provenance(NUMBER))
    issue = Issue(code=IssueCode.UNPROVED, severity="error", message=f"account {NUMBER}")
    rows = rows_of(result("a", account(told), issues=(issue,)), "a.pdf", NOW)
    said = " ".join(row.model_dump_json() for found in rows.values() for row in found)
    assert "3704" not in said and "****3000" in said


def test_a_statement_downloaded_twice_has_one_digest() -> None:
    def digest(*rows: object, **changes: object) -> object:
        found = rows_of(result("a", account(*rows, **changes)), "a.pdf", NOW)  # type: ignore[arg-type]
        return found["raw_accounts"][0].model_dump()["statement_digest"]

    one, two = transaction(1, date(2025, 1, 2), "10.00"), transaction(2, date(2025, 1, 3), "-3.50")
    other = transaction(2, date(2025, 1, 3), "-3.5", description="read otherwise")
    assert digest(one, two) == digest(one, other) == digest(two, one)
    assert digest(one, two) != digest(one) != digest(one, opening="99.00")
    assert digest(one, account_number=None) is None and digest(one, period_end=None) is None


@pytest.mark.parametrize("amount", ["0.1234567891", "1" * 30])
def test_an_amount_that_does_not_fit_is_refused(amount: str) -> None:
    with pytest.raises(WarehouseError, match=r"TransactionRow\.amount does not fit"):
        rows_of(result("a", account(transaction(1, date(2025, 1, 2), amount), closing_balance=None)), "a.pdf", NOW)


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(WarehouseError, match="extracted_at"):
        rows_of(result("a"), "a.pdf", NOW.replace(tzinfo=None))


def test_versions_are_ordered_as_numbers() -> None:
    assert extractor_rank("0.9.9") < extractor_rank("0.10.0") < extractor_rank("1.0.0")
    with pytest.raises(WarehouseError, match=r"MAJOR\.MINOR\.PATCH"):
        extractor_rank("main")


def test_holdings_have_rows_of_their_own() -> None:
    place = provenance("Alder Inc US5949181045 100 25.50 2,550.00")
    one = Holding(
        name="Alder Inc",
        identifier="US5949181045",
        identifier_kind="isin",
        group="Equities",
        quantity=Decimal(100),
        unit_price=Decimal("25.50"),
        value=Decimal("2550.00"),
        currency="EUR",
        weight=Decimal("100.00"),
        provenance=place,
        fields={"quantity": provenance("100"), "value": provenance("2,550.00")},
    )
    held = account(holdings=(one, one), portfolio_value=Decimal("5100.00"))
    rows = rows_of(result("a", held), "a.pdf", NOW)
    assert [row.model_dump()["position"] for row in rows["raw_holdings"]] == [1, 2]
    first = rows["raw_holdings"][0].model_dump()
    assert (first["as_of"], first["account_key"]) == (date(2025, 1, 31), "key-1")
    assert {name: first[name] for name in ("name", "identifier", "identifier_kind", "holding_group")} == {
        "name": "Alder Inc",
        "identifier": "US5949181045",
        "identifier_kind": "isin",
        "holding_group": "Equities",
    }
    assert (first["quantity"], first["unit_price"], first["value"]) == (100, Decimal("25.50"), Decimal("2550.00"))
    assert (first["quantity_printed"], first["unit_price_printed"], first["value_printed"]) == ("100", None, "2,550.00")
    summed = rows["raw_accounts"][0].model_dump()
    assert (summed["portfolio_value"], summed["holding_count"], summed["holding_sum"]) == (5100, 2, 5100)


def test_trades_stand_in_the_rows_of_their_movements() -> None:
    trade = Trade(action="buy", security="Alder Inc", quantity=Decimal(5), unit_price=Decimal("40.10"), fees=Decimal(1))
    bought = transaction(1, date(2025, 1, 2), "-201.50", trade=trade)
    rows = rows_of(result("a", account(bought, transaction(2, date(2025, 1, 3), "1.00"))), "a.pdf", NOW)
    names = ("action", "security", "security_identifier", "quantity", "unit_price", "trade_fees")
    told = [[row.model_dump()[name] for name in names] for row in rows["raw_transactions"]]
    assert told == [["buy", "Alder Inc", None, 5, Decimal("40.10"), 1], [None] * 6]


def test_references_and_kinds_have_columns_of_their_own_and_references_are_masked() -> None:
    paid = transaction(1, date(2025, 1, 2), "-1.00", reference=f"to {NUMBER}", type="Direct debit")
    rows = rows_of(result("a", account(paid, transaction(2, date(2025, 1, 3), "1.00"))), "a.pdf", NOW)[
        "raw_transactions"
    ]
    told = [(row.model_dump()["reference"], row.model_dump()["transaction_type"]) for row in rows]
    assert told == [("to ****3000", "Direct debit"), (None, None)]


def test_a_quantity_with_more_decimals_than_the_warehouse_keeps_is_refused() -> None:
    trade = Trade(action="buy", quantity=Decimal("0.1234567891"), unit_price=Decimal(1))
    with pytest.raises(WarehouseError):
        rows_of(result("a", account(transaction(1, date(2025, 1, 2), "-0.12", trade=trade))), "a.pdf", NOW)


def test_the_number_of_the_account_is_masked_in_names_of_holdings() -> None:
    one = Holding(name=f"Cash account {NUMBER}", value=Decimal(1), provenance=provenance(f"Cash {NUMBER}"))
    row = rows_of(result("a", account(holdings=(one,))), "a.pdf", NOW)["raw_holdings"][0].model_dump()
    assert NUMBER not in row["name"]
    assert NUMBER not in row["raw_text"]
