"""The embedded warehouse: exactly once, also when it is killed; one writer; only reading by query."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest

from extraction.errors import UsageError, WarehouseBusyError, WarehouseError
from flows.warehouse import duck as duck_module
from flows.warehouse import open_warehouse
from flows.warehouse.duck import DuckWarehouse
from flows.warehouse.sql import Definition, definitions
from schemas.result import Issue, IssueCode
from schemas.rows import ROWS
from tests.results import NOW, account, result, transaction

ROOT = Path(__file__).parents[3]


@pytest.fixture
def warehouse(tmp_path: Path) -> DuckWarehouse:
    made = DuckWarehouse(tmp_path / "w.duckdb", wait_seconds=0.2)
    made.apply()
    return made


def counts(warehouse: DuckWarehouse) -> dict[str, int]:
    return {model.table: warehouse.query(f"SELECT COUNT(*) AS n FROM {model.table}")["n"][0].as_py() for model in ROWS}


def test_apply_creates_what_plan_says_and_then_nothing_is_left(tmp_path: Path) -> None:
    warehouse = open_warehouse(f"duckdb:///{tmp_path}/w.duckdb")
    assert {step.state for step in warehouse.plan()} == {"new"}
    assert not (tmp_path / "w.duckdb").exists()
    assert [step.name for step in warehouse.apply()] == [item.name for item in definitions()]
    assert {step.state for step in warehouse.plan()} == {"exists"}


def test_no_column_of_a_view_has_a_type_that_bigquery_lacks(warehouse: DuckWarehouse) -> None:
    with duckdb.connect(str(warehouse._path), read_only=True) as connection:
        rows = connection.execute(
            "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal"
        ).fetchall()
    allowed = {"VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP WITH TIME ZONE", "DECIMAL(38,9)"}
    assert [row for row in rows if row[2] not in allowed] == []


def test_the_same_document_twice_is_one(warehouse: DuckWarehouse) -> None:
    first = warehouse.load([(result("a"), "a.pdf")], extracted_at=NOW)
    before = counts(warehouse)
    second = warehouse.load([(result("a"), "other name.pdf")], extracted_at=NOW)
    assert first.rows == {"raw_documents": 1, "raw_accounts": 1, "raw_transactions": 2}
    assert (second.loaded, second.already, second.batch_id, second.rows) == ((), first.loaded, None, {})
    assert counts(warehouse) == before
    assert warehouse.loaded([*first.loaded, "unknown"]) == set(first.loaded)


def test_a_batch_that_is_there_in_part_is_completed(warehouse: DuckWarehouse) -> None:
    warehouse.load([(result("a"), "a.pdf")], extracted_at=NOW)
    report = warehouse.load([(result("a"), "a.pdf"), (result("b"), "b.pdf")], extracted_at=NOW)
    assert len(report.loaded) == len(report.already) == 1
    assert counts(warehouse)["raw_transactions"] == 4


def test_a_new_extractor_flips_the_current_rows_and_history_stays(warehouse: DuckWarehouse) -> None:
    newer = result("a", account(transaction(1, date(2025, 1, 2), "6.50")), extractor_version="0.10.0")
    warehouse.load([(newer, "a.pdf")], extracted_at=NOW)
    warehouse.load([(result("a", extractor_version="0.9.0"), "a.pdf")], extracted_at=NOW)
    assert warehouse.query("SELECT extractor_version FROM documents").to_pylist() == [{"extractor_version": "0.10.0"}]
    assert warehouse.query("SELECT * FROM transactions").num_rows == 1
    assert counts(warehouse)["raw_transactions"] == 3


def test_a_reading_goes_before_a_refusal_whichever_came_first(warehouse: DuckWarehouse) -> None:
    locked = Issue(code=IssueCode.PASSWORD_REQUIRED, severity="error", message="It is locked.")
    for version in ("0.1.0", "0.2.0"):
        refused = result("a", issues=(locked,), decision="rejected", extractor_version=version)
        warehouse.load([(refused, "a.pdf")], extracted_at=NOW)
    assert warehouse.query("SELECT reason_code FROM documents_needing_attention").to_pylist() == [
        {"reason_code": "password_required"}
    ]
    warehouse.load([(result("a"), "a.pdf")], extracted_at=NOW)
    assert warehouse.query("SELECT decision FROM documents").to_pylist() == [{"decision": "accepted"}]
    assert warehouse.query("SELECT * FROM documents_needing_attention").num_rows == 0


def test_the_identities_hold_and_a_broken_one_is_named(warehouse: DuckWarehouse) -> None:
    warehouse.load([(result("a"), "a.pdf")], extracted_at=NOW)
    assert [check for check in warehouse.check() if check.rows] == []
    warehouse.load([(result("b", account(transaction(1, None, "1"), closing_balance=None)), "b.pdf")], extracted_at=NOW)
    with duckdb.connect(str(warehouse._path)) as connection:
        connection.execute("DELETE FROM raw_transactions WHERE amount = 10")
        connection.execute("UPDATE raw_accounts SET closing_balance = 0")
    broken = {check.name.partition(":")[0] for check in warehouse.check() if check.rows}
    assert broken == {"raw_accounts", "accounts", "monthly_cash_flow"}


_KILLED = """
import os, signal, sys
from pathlib import Path
from flows.warehouse import duck
from tests.results import NOW, result

class Killed:
    def __init__(self, connection): self._connection = connection
    def __getattr__(self, name): return getattr(self._connection, name)
    def execute(self, statement, *values):
        if statement.startswith(sys.argv[2]): os.kill(os.getpid(), signal.SIGKILL)
        return self._connection.execute(statement, *values)

connect = duck.duckdb.connect
duck.duckdb.connect = lambda *args, **kwargs: Killed(connect(*args, **kwargs))
duck.DuckWarehouse(Path(sys.argv[1])).load([(result("a"), "a.pdf"), (result("b"), "b.pdf")], extracted_at=NOW)
"""


@pytest.mark.parametrize("moment", ["INSERT INTO raw_transactions", "INSERT INTO ledger", "COMMIT"])
def test_a_load_that_is_killed_leaves_nothing_and_runs_again(warehouse: DuckWarehouse, moment: str) -> None:
    warehouse.load([(result("c"), "c.pdf")], extracted_at=NOW)
    before = counts(warehouse)
    command = [sys.executable, "-c", _KILLED, str(warehouse._path), moment]
    killed = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert counts(warehouse) == before
    again = [(result("a"), "a.pdf"), (result("b"), "b.pdf")]
    assert len(warehouse.load(again, extracted_at=NOW).loaded) == 2
    assert warehouse.load(again, extracted_at=NOW).loaded == ()
    assert counts(warehouse)["raw_transactions"] == 6


def test_a_busy_file_says_who_has_it(warehouse: DuckWarehouse) -> None:
    holding = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", holding, str(warehouse._path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == b"held\n"
        for call in (
            lambda: warehouse.query("SELECT 1"),
            lambda: warehouse.load([(result("a"), "a")], extracted_at=NOW),
        ):
            with pytest.raises(WarehouseBusyError, match=f"process {holder.pid} .*Wait until it has ended") as caught:
                call()
            assert caught.value.retryable
        holder.communicate()
    assert warehouse.query("SELECT 1 AS one").num_rows == 1


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM ledger",
        "SELECT 1; SELECT 2",
        "COPY ledger TO 'out.csv'",
        "ATTACH 'other.duckdb'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT nothing FROM documents",
        "SELECT (",
    ],
)
def test_a_query_only_reads_the_warehouse(warehouse: DuckWarehouse, statement: str) -> None:
    with pytest.raises(WarehouseError):
        warehouse.query(statement)


def test_before_anything_is_loaded_it_says_what_to_do(tmp_path: Path) -> None:
    warehouse = DuckWarehouse(tmp_path / "w.duckdb")
    assert warehouse.loaded(["x"]) == set()
    with pytest.raises(WarehouseError, match="tieout run"):
        warehouse.query("SELECT 1")
    with pytest.raises(WarehouseError, match="apply sql/ first"):
        warehouse.load([(result("a"), "a.pdf")], extracted_at=NOW)
    with pytest.raises(UsageError, match=r"does not exist\. Create it"):
        DuckWarehouse(tmp_path / "no folder" / "w.duckdb").apply()
    (tmp_path / "text.duckdb").write_text("not a database")
    with pytest.raises(WarehouseError, match="cannot be opened as a DuckDB file"):
        DuckWarehouse(tmp_path / "text.duckdb").query("SELECT 1")


def _changed(name: str, old: str, new: str) -> tuple[Definition, ...]:
    return tuple(
        Definition(item.layer, item.name, item.kind, item.body.replace(old, new), item.description, item.labels)
        if item.name == name
        else item
        for item in definitions()
    )


def test_a_new_column_is_added_and_rows_stay(warehouse: DuckWarehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    warehouse.load([(result("a"), "a.pdf")], extracted_at=NOW)
    wider = _changed(
        "raw_transactions", "\n)\nPARTITION", ",\n  category STRING OPTIONS (description = 'c')\n)\nPARTITION"
    )
    monkeypatch.setattr(duck_module, "definitions", lambda: wider)
    assert [step.name for step in warehouse.plan() if step.state == "changed"] == ["raw_transactions"]
    warehouse.apply()
    assert {step.state for step in warehouse.plan()} == {"exists"}
    assert warehouse.query("SELECT category FROM transactions").to_pylist() == [{"category": None}] * 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("amount NUMERIC NOT NULL", "amount FLOAT64 NOT NULL"),
        ("value_date DATE", "second_date DATE"),
        ("\n)\nPARTITION", ",\n  category STRING NOT NULL OPTIONS (description = 'c')\n)\nPARTITION"),
    ],
)
def test_a_change_that_would_break_rows_is_refused(
    warehouse: DuckWarehouse, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    changed = _changed("raw_transactions", old, new)
    monkeypatch.setattr(duck_module, "definitions", lambda: changed)
    with pytest.raises(WarehouseError, match="raw_transactions"):
        warehouse.apply()


@pytest.mark.parametrize(
    "uri", ["", "w.duckdb", "duckdb://w.duckdb", "duckdb:///", "bigquery://p", "bigquery://p/d/t", "bigquery://p/d?x=1"]
)
def test_a_uri_that_names_no_warehouse_is_refused(uri: str) -> None:
    with pytest.raises(UsageError, match=r"duckdb:///|options"):
        open_warehouse(uri)


_LOADING = """
import sys
from pathlib import Path
from flows.warehouse.duck import DuckWarehouse
from tests.results import NOW, result
warehouse = DuckWarehouse(Path(sys.argv[1]))
for name in sys.argv[2:]:
    warehouse.load([(result(name), name), (result("z"), "z")], extracted_at=NOW)
"""


def test_processes_that_load_the_same_at_once_load_it_once(warehouse: DuckWarehouse) -> None:
    command = [sys.executable, "-c", _LOADING, str(warehouse._path), *"abcd"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    loading = [subprocess.Popen(command, cwd=ROOT, env=environment) for _ in range(3)]
    assert [process.wait(timeout=60) for process in loading] == [0, 0, 0]
    assert counts(warehouse) | {"raw_documents": 5, "raw_transactions": 10, "ledger": 5} == counts(warehouse)
    assert [check for check in warehouse.check() if check.rows] == []
