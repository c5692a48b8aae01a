"""Every view against `cases/<view>/<case>.yaml`: rows in, rows out, on DuckDB.

A case says what it is about. `given` has rows by raw table; columns that are left out are NULL or as in
DEFAULTS. Without `ledger` every document is loaded, in order, a day apart. `expected` has all rows of
the view, in any order, with the columns that matter.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from flows.warehouse.columns import arrow_table
from flows.warehouse.duck import DuckWarehouse
from flows.warehouse.sql import definitions
from schemas.rows import ROWS, Row

CASES = Path(__file__).parent / "cases"
LOADED_AT = datetime(2026, 1, 1, tzinfo=UTC)
BOX = {"bbox_x0": 0.0, "bbox_top": 0.0, "bbox_x1": 1.0, "bbox_bottom": 1.0}
DEFAULTS: dict[str, dict[str, Any]] = {
    "raw_documents": {
        "uri": "gs://bucket/file.pdf",
        "filename": "file.pdf",
        "media_type": "application/pdf",
        "pages": 1,
        "kind": "bank_statement",
        "verdict": "verified",
        "decision": "accepted",
        "refused": False,
        "extractor_version": "0.1.0",
        "extractor_rank": 1000,
        "extracted_at": LOADED_AT,
    },
    "raw_accounts": {
        "account_key": "k",
        "position": 1,
        "currency": "EUR",
        "transaction_count": 0,
        "transaction_sum": 0,
    },
    "raw_transactions": {
        "account_key": "k",
        "account_position": 1,
        "position": 1,
        "description": "",
        "currency": "EUR",
        "sign_from": "sign",
        "page": 1,
        "raw_text": "",
        "method": "native",
        **BOX,
    },
    "raw_holdings": {
        "account_key": "k",
        "account_position": 1,
        "position": 1,
        "name": "",
        "price_factor": 1,
        "currency": "EUR",
        "page": 1,
        "raw_text": "",
        "method": "native",
        **BOX,
    },
    "raw_issues": {"position": 1, "code": "unproved", "severity": "error", "message": ""},
    "raw_proofs": {"position": 1, "check_name": "closing_balance", "status": "holds", "detail": ""},
    "raw_repairs": {
        "position": 1,
        "account_position": 1,
        "transaction_position": 1,
        "field": "amount",
        "printed": "",
        "repaired": "",
        "reason": "",
        "page": 1,
        "raw_text": "",
        **BOX,
    },
    "ledger": {"batch_id": "b"},
}


def row_of(model: type[Row], values: dict[str, Any]) -> Row:
    """Columns of a case -> a whole row. The extraction is named after the document unless it is given."""
    document = values["document_sha256"]
    nothing = dict.fromkeys(model.model_fields)
    keys = {"extraction_id": f"{document}-1", "transaction_id": f"{document}-{values.get('position', 1)}"}
    known = {name: value for name, value in keys.items() if name in model.model_fields}
    return model.model_validate({**nothing, **known, **DEFAULTS[model.table], **values})


def ledger_of(documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "document_sha256": row["document_sha256"],
            "extraction_id": row.get("extraction_id", f"{row['document_sha256']}-1"),
            "loaded_at": LOADED_AT + timedelta(days=day),
        }
        for day, row in enumerate(documents)
    ]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sql") / "empty.duckdb"
    DuckWarehouse(path).apply()
    return path


def load(path: Path, given: dict[str, list[dict[str, Any]]]) -> None:
    with duckdb.connect(str(path)) as connection:
        for model in ROWS:
            values = given.get(model.table, ledger_of(given["raw_documents"]) if model.table == "ledger" else [])
            connection.register("given", arrow_table(model, [row_of(model, row) for row in values]))
            connection.execute(f"INSERT INTO {model.table} SELECT * FROM given")


def sorted_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: str(sorted(row.items(), key=lambda item: item[0])))


def as_told(value: Any) -> Any:
    """Amounts and moments as text without trailing zeros, as a case writes them; the rest as it is."""
    if value is None or isinstance(value, bool | int | str):
        return value
    return f"{value:f}".rstrip("0").rstrip(".") if hasattr(value, "as_tuple") else str(value)


@pytest.mark.parametrize("path", sorted(CASES.glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_view(path: Path, empty: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text())
    (tmp_path / "w.duckdb").write_bytes(empty.read_bytes())
    load(tmp_path / "w.duckdb", case["given"])
    expected = [{name: as_told(value) for name, value in row.items()} for row in case["expected"]]
    columns = ", ".join(expected[0]) if expected else "*"
    found = DuckWarehouse(tmp_path / "w.duckdb").query(f"SELECT {columns} FROM {path.parent.name}").to_pylist()
    told = [{name: as_told(value) for name, value in row.items()} for row in found]
    assert sorted_rows(told) == sorted_rows(expected)


def test_every_view_has_a_case() -> None:
    assert {item.name for item in definitions() if item.kind == "view"} == {
        path.parent.name for path in CASES.glob("*/*.yaml")
    }
