"""What counts as right: rows, texts, balances, fields, decisions."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from extraction.evaluation.fields import FieldTally, same_field
from extraction.evaluation.score import DocumentScore, score
from extraction.evaluation.tally import Tally
from extraction.evaluation.totals import as_json, totals
from extraction.evaluation.truth import Truth
from schemas.provenance import Provenance
from schemas.result import Document, ExtractionResult
from schemas.statement import Account, Trade
from tests.results import NUMBER, account, result, transaction

ROWS = (("2025-01-02", "10.00"), ("2025-01-03", "-3.50"))


def told(*rows: tuple[str, str], **changes: Any) -> Truth:
    """A truth of the account that `tests.results.account` makes."""
    fields = {
        "account_number": NUMBER,
        "currency": "EUR",
        "period_start": "2025-01-01",
        "period_end": "2025-01-31",
        "opening_balance": "100.00",
        "closing_balance": str(Decimal(100) + sum((Decimal(amount) for _, amount in rows), start=Decimal(0))),
    }
    lines = [{"date": day, "amount": amount, "description": f"Row {n}"} for n, (day, amount) in enumerate(rows, 1)]
    values = {"expect": "accept", "doc_type": "bank_statement", "institution": "Example Bank", **changes}
    return Truth.model_validate({"accounts": [{**fields, "transactions": lines}], **values})


def read(*rows: tuple[str, str], decision: str = "accepted", **changes: Any) -> ExtractionResult:
    lines = [transaction(n, date.fromisoformat(day), amount) for n, (day, amount) in enumerate(rows, 1)]
    return result("a", account(*lines, **changes), decision=decision)


def scored(truth: Truth, found: ExtractionResult | None) -> DocumentScore:
    return score("a.pdf", truth, found)


def test_what_is_read_as_it_is_told_is_fully_correct() -> None:
    one = scored(told(*ROWS), read(*ROWS))
    assert (one.rows_exact, one.fully_correct, one.as_expected, one.wrong) == (True, True, True, ())
    assert (one.silent_error, one.unsafe_accept) == (False, False)
    assert [field.name for field in one.fields][:3] == ["kind", "institution", "account_number"]


@pytest.mark.parametrize(
    ("found", "kinds"),
    [
        (ROWS[:1], ["missing"]),
        ((*ROWS, ("2025-01-04", "1.00")), ["extra"]),
        ((ROWS[0], ("2025-01-03", "3.50")), ["sign"]),
        ((ROWS[0], ("2025-03-01", "-3.50")), ["date"]),
        ((ROWS[0], ("2025-01-03", "-3.51")), ["amount"]),
    ],
)
def test_a_wrong_row_that_was_accepted_is_a_silent_error(found: tuple[tuple[str, str], ...], kinds: list[str]) -> None:
    one = scored(told(*ROWS), read(*found))
    assert [miss.kind for account in one.accounts for miss in account.misses] == kinds
    assert (one.silent_error, one.fully_correct, one.unsafe_accept) == (True, False, False)
    assert "rows" in one.wrong
    held = scored(told(*ROWS), read(*found, decision="review"))
    assert (held.silent_error, held.as_expected) == (False, False)


@pytest.mark.parametrize(("value", "silent"), [("1.00", True), (None, False)])
def test_a_wrong_closing_balance_that_was_accepted_is_a_silent_error_and_a_missing_one_is_none(
    value: str | None, silent: bool
) -> None:
    truth = told(*ROWS).model_dump(mode="json", exclude_unset=True)
    truth["accounts"][0]["closing_balance"] = "2.00"
    closing = None if value is None else Decimal(value)
    lines = [transaction(n, date.fromisoformat(day), amount) for n, (day, amount) in enumerate(ROWS, 1)]
    one = scored(Truth.model_validate(truth), result("a", account(*lines, closing_balance=closing)))
    assert (one.silent_error, "closing_balance" in one.wrong, one.rows_exact) == (silent, True, True)


def test_an_accept_is_unsafe_where_the_truth_says_review_though_all_rows_are_right() -> None:
    one = scored(told(*ROWS, expect="review"), read(*ROWS))
    assert (one.unsafe_accept, one.silent_error, one.as_expected) == (True, False, False)


def test_rows_of_zero_count_on_neither_side() -> None:
    zero = ("2025-01-02", "0.00")
    assert scored(told(zero, *ROWS), read(*ROWS)).rows_exact
    assert scored(told(*ROWS), read(*ROWS, zero)).rows_exact


def test_a_wrong_text_or_balance_is_no_wrong_row_but_not_fully_correct() -> None:
    truth = told(*ROWS)
    rows = [transaction(n, date.fromisoformat(day), amount) for n, (day, amount) in enumerate(ROWS, 1)]
    other = rows[0].model_copy(update={"description": "Something else"})
    one = scored(truth, result("a", account(other, rows[1])))
    assert (one.rows_exact, one.wrong, one.accounts[0].texts) == (True, ("texts",), Tally(1, 2))
    lines = [{"date": day, "amount": amount, "balance": "1.00"} for day, amount in ROWS]
    balances = truth.model_dump(mode="json", exclude_unset=True)
    balances["accounts"][0]["transactions"] = lines
    right = [row.model_copy(update={"balance": Decimal("1")}) for row in rows]
    one = scored(Truth.model_validate(balances), result("a", account(right[0], rows[1])))
    assert (one.silent_error, one.wrong, one.accounts[0].balances) == (False, ("balances",), Tally(1, 2))


def test_fields_that_are_left_out_are_not_judged_and_null_is_not_printed() -> None:
    truth = Truth.model_validate(
        {"expect": "accept", "accounts": [{"currency": None, "account_number": NUMBER, "transactions": []}]}
    )
    one = scored(truth, read())
    assert {field.name: field.right for field in one.fields} == {"account_number": True, "currency": False}


@pytest.mark.parametrize(
    ("name", "a", "b", "same"),
    [
        ("account_number", "XXXX XXXX 1234", "****-****-1234", True),
        ("account_number", "DE89 3704", "de893704", True),
        ("account_number", "1234", "1235", False),
        ("account_number", None, "1235", False),
        ("institution", "Example  Bank", "EXAMPLE BANK", True),
        ("institution", "Example Bank", "Sample Credit", False),
        ("currency", "EUR", "USD", False),
        ("opening_balance", Decimal("-1.0"), Decimal("-1.00"), True),
        ("opening_balance", Decimal("-1.0"), Decimal("1.00"), False),
        ("period_start", None, None, True),
    ],
)
def test_fields_compare_as_people_would(name: str, a: Any, b: Any, same: bool) -> None:
    assert same_field(name, a, b) is same


def test_the_dates_of_either_column_are_right_but_not_mixed() -> None:
    truth = told(*ROWS).model_dump(mode="json", exclude_unset=True)
    for row in truth["accounts"][0]["transactions"]:
        row["alt_date"] = "2025-01-09"
    given = Truth.model_validate(truth)
    assert scored(given, read(*ROWS)).rows_exact
    assert scored(given, read(("2025-01-09", "10.00"), ("2025-01-09", "-3.50"))).rows_exact
    assert not scored(given, read(ROWS[0], ("2025-01-09", "-3.50"))).rows_exact


def test_another_order_is_right_where_the_truth_says_so() -> None:
    three = (*ROWS, ("2025-01-04", "7.00"))
    mixed = (three[1], three[2], three[0])
    assert not scored(told(*three), read(*three[::-1])).rows_exact
    assert scored(told(*three, families=["reverse-chronological"]), read(*three[::-1])).rows_exact
    assert not scored(told(*three, families=["reverse-chronological"]), read(*mixed)).rows_exact
    assert scored(told(*three, families=["order-any"]), read(*mixed)).rows_exact


def test_a_document_without_a_result_has_nothing_right() -> None:
    one = scored(told(*ROWS), None)
    assert (one.decision, one.rows_exact, one.silent_error) == ("error", False, False)
    assert not any(field.right for field in one.fields)


def test_rows_of_what_is_no_statement_are_wrong() -> None:
    truth = Truth.model_validate({"expect": "reject", "accounts": []})
    one = scored(truth, read(*ROWS))
    assert (one.silent_error, one.unsafe_accept, one.statement, one.fields) == (True, True, False, ())
    refused = ExtractionResult(
        document=Document(filename="a", sha256="a", media_type="a", pages=0, kind="other"),
        verdict="unverifiable",
        decision="rejected",
        extractor_version="1",
    )
    assert scored(truth, refused).as_expected
    assert totals([one]).precision == Tally(0, 2)


def two(*accounts: Account) -> ExtractionResult:
    return result("a", *accounts)


def test_accounts_belong_together_by_their_rows_then_by_their_numbers() -> None:
    truth = told(*ROWS).model_dump(mode="json", exclude_unset=True)
    other = {"account_number": "2", "transactions": [{"date": "2025-01-09", "amount": "9.00"}]}
    given = Truth.model_validate({**truth, "accounts": [*truth["accounts"], other]})
    mine = read(*ROWS).accounts[0]
    its = account(transaction(1, date(2025, 1, 9), "9.00"), account_number="2")
    assert scored(given, two(its, mine)).fully_correct
    lone = scored(given, two(mine))
    assert (lone.rows_exact, [a.told - a.right for a in lone.accounts]) == (False, [0, 1])
    assert scored(told(*ROWS), two(mine, its)).strays == 1
    assert not scored(told(*ROWS), two(mine, account(account_number="3"))).fully_correct


def test_one_account_each_are_the_same_one_though_nothing_in_it_is_right() -> None:
    one = scored(told(*ROWS), two(account(account_number="1", currency="USD")))
    assert {field.name: field.right for field in one.fields if field.name.startswith("period")} == {
        "period_start": True,
        "period_end": True,
    }


def place(confidence: float | None) -> Provenance:
    return Provenance(page=1, bbox=(0, 0, 1, 1), raw="", method="ocr", confidence=confidence)


def test_values_are_judged_with_their_confidences() -> None:
    rows = [
        transaction(1, date(2025, 1, 2), "10.00", fields={"date": place(0.9), "amount": place(0.8)}),
        transaction(2, date(2025, 1, 3), "-3.51", fields={"date": place(0.7), "amount": place(None)}),
        transaction(3, date(2025, 1, 9), "1.00", fields={"amount": place(0.6)}),
    ]
    fields = {"opening_balance": place(0.5), "period": place(0.4)}
    one = scored(told(*ROWS), result("a", account(*rows, fields=fields), fields={"institution": place(0.3)}))
    assert [(v.name, v.confidence, v.right, v.account, v.row) for v in one.values] == [
        ("institution", 0.3, True, None, None),
        ("date", 0.9, True, 0, 0),
        ("amount", 0.8, True, 0, 0),
        ("date", 0.7, True, 0, 1),
        ("amount", None, False, 0, 1),
        ("amount", 0.6, False, 0, 2),
        ("opening_balance", 0.5, True, 0, None),
        ("period", 0.4, True, 0, None),
    ]


def test_a_row_its_sign_its_text_and_its_second_date_are_values_too() -> None:
    names = ("date", "value_date", "amount", "sign", "description")
    row = transaction(
        1,
        date(2025, 1, 2),
        "-10.00",
        description="Another text",
        value_date=date(2025, 1, 4),
        fields={name: place(0.9) for name in names},
        provenance=place(0.8),
    )
    truth = told(("2025-01-02", "10.00")).model_dump(mode="json", exclude_unset=True)
    truth["accounts"][0]["transactions"][0]["alt_date"] = "2025-01-04"
    one = scored(Truth.model_validate(truth), result("a", account(row)))
    assert {v.name: v.right for v in one.values} == {
        "date": True,
        "value_date": True,
        "amount": False,
        "sign": False,
        "description": False,
        "row": False,
    }
    assert next(v.confidence for v in one.values if v.name == "row") == 0.8


def test_what_a_row_says_of_a_security_is_judged_where_the_truth_tells_it() -> None:
    trade = Trade(
        action="buy",
        security="Alder Inc.",
        quantity=Decimal(2),
        unit_price=Decimal("5.10"),
        fees=Decimal("0.20"),
        identifier="US5949181045",
        fields=dict.fromkeys(("security", "quantity", "unit_price", "fees", "identifier"), place(0.9)),
    )
    row = transaction(1, date(2025, 1, 2), "10.00", trade=trade)
    truth = told(("2025-01-02", "10.00")).model_dump(mode="json", exclude_unset=True)
    tells = truth["accounts"][0]["transactions"][0]
    tells.update({"security": "Alder Inc", "quantity": "2", "unit_price": "5.1", "trade_fees": None})

    def judged() -> dict[str, bool]:
        one = scored(Truth.model_validate(truth), result("a", account(row)))
        return {v.name: v.right for v in one.values if v.name.startswith("trade")}

    right = {"trade_security": True, "trade_quantity": True, "trade_unit_price": True}
    assert judged() == {**right, "trade_fees": False}
    del tells["trade_fees"]
    assert judged() == right
    tells.update({"quantity": "3", "unit_price": None, "security": None})
    assert judged() == dict.fromkeys(right, False)


def test_a_period_is_right_where_both_of_its_days_are() -> None:
    fields = {"period": place(0.4)}
    wrong = read(*ROWS, period_end=date(2025, 1, 30), fields=fields)
    assert ("period", False) in [(v.name, v.right) for v in scored(told(*ROWS), wrong).values]


def test_a_field_has_precision_and_recall() -> None:
    truth = told(*ROWS).model_dump(mode="json", exclude_unset=True)
    (one,) = truth["accounts"]
    one |= {"holder": "Maria Lopez", "fees": None, "credit_limit": "500.00", "count_debits": 1, "statement_date": None}
    facts = {"holder": "MARIA LOPEZ", "fees": Decimal("3.00"), "count_debits": 2}
    found = totals([scored(Truth.model_validate(truth), read(*ROWS, **facts))]).fields
    assert found["holder"] == FieldTally(Tally(1, 1), Tally(1, 1), Tally(1, 1))
    assert found["fees"] == FieldTally(Tally(0, 1), Tally(0, 1), Tally())
    assert found["credit_limit"] == FieldTally(Tally(0, 1), Tally(), Tally(0, 1))
    assert found["count_debits"] == FieldTally(Tally(0, 1), Tally(0, 1), Tally(0, 1))
    assert found["statement_date"] == FieldTally(Tally(1, 1), Tally(), Tally())
    assert "interest" not in found


def test_totals_add_up_and_are_told_as_json() -> None:
    good = score("good.pdf", told(*ROWS), read(*ROWS))
    bad = score("bad.pdf", told(*ROWS), read(*ROWS[:1]))
    found = totals([good, bad])
    assert (found.precision, found.recall, found.fully_correct) == (Tally(3, 3), Tally(3, 4), Tally(1, 2))
    assert (found.silent, found.unsafe, found.accepted) == (("bad.pdf",), (), Tally(1, 2))
    assert found.fields["closing_balance"].whole == Tally(1, 2)
    said = as_json([good, bad], [])
    assert said["totals"]["rows_recall"] == {"right": 3, "of": 4, "share": 0.75}
    assert said["totals"]["decisions"] == [{"expected": "accept", "made": "accepted", "documents": 2}]
    (wrong,) = said["documents"][1]["accounts"][0]["wrong_rows"]
    assert wrong == {"wrong": "missing", "told": {"date": "2025-01-03", "amount": "-3.50"}, "found": None}
    assert said["totals"]["fields"]["closing_balance"]["precision"] == {"right": 1, "of": 2, "share": 0.5}
    assert said["confidences"] == {
        "right": 0,
        "of": 0,
        "share": None,
        "mean_confidence": None,
        "expected_calibration_error": None,
        "bins": [],
        "kinds": {},
        "not_stated": {"right": 6, "of": 6, "share": 1.0},
    }


def test_the_reliability_of_each_kind_is_told_as_json() -> None:
    row = transaction(1, date(2025, 1, 2), "10.00", fields={"amount": place(0.9)})
    said = as_json([scored(told(ROWS[0]), result("a", account(row)))], [])["confidences"]
    assert said["kinds"]["amount"] == {
        "right": 1,
        "of": 1,
        "share": 1.0,
        "mean_confidence": 0.9,
        "expected_calibration_error": 0.1,
        "bins": [{"from": 0.9, "to": 0.95, "mean_confidence": 0.9, "right": 1, "of": 1, "share": 1.0}],
    }
    assert said["expected_calibration_error"] == 0.1
