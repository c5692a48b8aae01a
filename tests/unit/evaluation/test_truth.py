"""Truth files: what they may leave out, and what is said of those that cannot be used."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extraction.errors import TruthError
from extraction.evaluation.truth import Case, cases, read_truth, truth_files

ROW = {"date": "2025-01-02", "amount": "-20.00"}


def text(**changes: Any) -> str:
    return json.dumps({"expect": "accept", "accounts": [{"transactions": [ROW]}], **changes})


def test_amounts_are_exact_as_text_and_as_numbers() -> None:
    written = '{"expect": "review", "accounts": [{"transactions": [{"date": null, "amount": 0.10}]}]}'
    (row,) = read_truth(written).accounts[0].transactions
    assert (row.date, row.amount, row.balance, row.description) == (None, Decimal("0.10"), None, None)
    assert str(row.amount) == "0.10"


def test_what_is_left_out_is_known_from_what_is_null() -> None:
    told = read_truth(text(accounts=[{"transactions": [], "currency": None}], why="A note."))
    assert told.accounts[0].model_fields_set == {"transactions", "currency"}
    assert told.families == ()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{", "no JSON: Expecting property name enclosed in double quotes in line 1, column 2."),
        ("[]", 'no truth: it must be an object with "expect" and "accounts".'),
        ("{}", "no truth: expect is missing; accounts is missing."),
        ("[" * 100_000, "no truth: it is nested too deep."),
        (text(expect="maybe"), "no truth: expect: input should be 'accept', 'review' or 'reject'."),
        (text(accounts=[{"transactions": [{"date": "2025-01-02"}]}]), "accounts[0].transactions[0].amount is missing."),
        (text(accounts=[{"transactions": [{**ROW, "amount": "1,2"}]}]), "amount: input should be a valid decimal."),
        (text(accounts=[{"transactions": [{**ROW, "date": "02.01.25"}]}]), "accounts[0].transactions[0].date: input"),
        (text(accounts=[{}] * 5), "accounts[2].transactions is missing; and 2 more."),
    ],
)
def test_what_is_wrong_is_said_and_where(written: str, said: str) -> None:
    with pytest.raises(TruthError) as error:
        read_truth(written)
    assert said in str(error.value)


def test_what_was_written_is_not_quoted() -> None:
    with pytest.raises(TruthError) as error:
        read_truth(text(accounts=[{"account_number": ["12345678"], "transactions": []}]))
    assert "12345678" not in str(error.value)


def test_truths_are_found_in_all_folders_with_the_documents_of_their_stem(tmp_path: Path) -> None:
    for name in ("a.pdf", "a.png", "a.truth.json", "in/b.c.pdf", "in/b.c.truth.json", ".old/d.truth.json", "in/b.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    first, second = truth_files(tmp_path)
    assert cases(first, tmp_path, Path.is_file) == [
        Case(name, tmp_path / name, tmp_path / "a.truth.json") for name in ("a.pdf", "a.png")
    ]
    assert [case.name for case in cases(second, tmp_path, Path.is_file)] == ["in/b.c.pdf"]
    with pytest.raises(TruthError, match=r"no document lies beside it: a\.pdf"):
        cases(first, tmp_path, lambda path: False)
