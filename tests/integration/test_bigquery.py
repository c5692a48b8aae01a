"""The BigQuery adapter with Google's own client, over HTTP, against an emulator on loopback.

`tests/emulator/setup.sh .cache/emulator` makes the emulator's venv (TIEOUT_EMULATOR_VENV names another).
The emulator ignores the ids of jobs and does not isolate transactions: what depends on those is shown by
tests/unit/warehouse/test_bigquery_requests.py, request by request, and not here.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import zlib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from extraction.errors import WarehouseError
from flows.screen import CASH_FLOW
from flows.warehouse import Warehouse, open_warehouse
from flows.warehouse.sql import definitions
from schemas.result import ExtractionResult, Issue, IssueCode, Proof, Repair
from schemas.statement import Holding
from tests.results import NOW, account, provenance, result, transaction

ROOT = Path(__file__).parents[2]
START_SECONDS = 60

pytestmark = pytest.mark.integration


@pytest.fixture(scope="session")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a fresh emulator."""
    python = Path(os.environ.get("TIEOUT_EMULATOR_VENV", ROOT / ".cache" / "emulator")) / "bin" / "python"
    if not python.exists():
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no emulator: tests/emulator/setup.sh .cache/emulator")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address, log = f"http://127.0.0.1:{port}", tmp_path_factory.mktemp("emulator") / "log"
    command = [str(python), str(ROOT / "tests" / "emulator" / "serve.py"), str(port)]
    with log.open("w") as out, subprocess.Popen(command, stdout=out, stderr=out, cwd=log.parent) as emulator:
        try:
            _wait(f"{address}/bigquery/v2/projects/p/datasets", emulator, log)
            yield address
        finally:
            emulator.terminate()
            emulator.wait(timeout=20)


def _wait(url: str, emulator: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(START_SECONDS * 10):
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            assert emulator.poll() is None, log.read_text()[-2000:]
            time.sleep(0.1)
    pytest.fail(f"the emulator did not start in {START_SECONDS} s: {log.read_text()[-2000:]}")


@pytest.fixture
def uri(endpoint: str, request: pytest.FixtureRequest) -> str:
    return f"bigquery://p/d_{zlib.crc32(request.node.name.encode())}?endpoint={endpoint}"


@pytest.fixture
def warehouse(uri: str) -> Iterator[Warehouse]:
    with open_warehouse(uri) as made:
        made.apply()
        yield made


def rows(warehouse: Warehouse, name: str) -> list[dict[str, Any]]:
    """All rows of a table or view."""
    return in_order(warehouse.query(f"SELECT * FROM {name}"))


def in_order(found: pa.Table) -> list[dict[str, Any]]:
    """Rows in a fixed order, less the moments of loading."""
    kept = ({column: value for column, value in row.items() if column != "loaded_at"} for row in found.to_pylist())
    return sorted(kept, key=str)


def loaded(warehouse: Warehouse) -> dict[str, list[dict[str, Any]]]:
    return {name: rows(warehouse, name) for name in ("ledger", "raw_documents", "raw_transactions", "transactions")}


def documents() -> list[tuple[ExtractionResult, str]]:
    """Accepted, repeated, in review, rejected, two accounts, no date, nine decimals, a holding."""
    held = Holding(
        name="It's “Alder”",
        identifier_kind="isin",
        quantity=Decimal("0.000000001"),
        value=Decimal("12345678901234567.12"),
        provenance=provenance("Alder"),
    )
    january = account(
        transaction(1, date(2025, 1, 2), "0.000000001"),
        transaction(2, date(2025, 1, 31), "-3.50", balance=Decimal("96.500000001"), value_date=date(2025, 2, 1)),
        holdings=(held,),
    )
    february = account(
        transaction(1, date(2025, 2, 3), "12345678901234567.12"),
        transaction(2, date(2025, 3, 1), "-1"),
        opening="96.500000001",
        period_start=date(2025, 2, 1),
        period_end=date(2025, 3, 2),
    )
    other = account(
        transaction(1, None, "7", transaction_id="other"),
        opening=None,
        account_key="key-2",
        account_number=None,
        currency=None,
    )
    issue = Issue(
        code=IssueCode.BALANCE_MISMATCH,
        severity="error",
        message="It's off: “1 €”\nhere",
        page=1,
        bbox=(1, 2, 3, 4),
        account=0,
        row=1,
        expected="1.00",
        found="2.00",
        difference="1.00",
    )
    proof = Proof(check="closing_balance", status="fails", detail="1 is not 2", account=0)
    repair = Repair(
        account=0, row=0, field="amount", printed="1O", repaired="10", reason="r", provenance=provenance("1O")
    )
    locked = Issue(code=IssueCode.PASSWORD_REQUIRED, severity="error", message="It is locked.")
    return [
        (result("a", january), "gs://b/jan.pdf"),
        (result("b", january), "gs://b/jan again.pdf"),
        (result("c", february, other), "gs://b/feb.pdf"),
        (result("d", issues=(issue,), proofs=(proof,), repairs=(repair,), decision="review"), "gs://b/mar.pdf"),
        (result("e", issues=(locked,), decision="rejected", verdict="unverifiable", institution=None), "gs://b/e.pdf"),
    ]


def test_apply_creates_what_plan_says_and_then_nothing_is_left(uri: str) -> None:
    with open_warehouse(uri) as warehouse:
        assert {step.state for step in warehouse.plan()} == {"new"}
        assert warehouse.loaded(["x"]) == set()
        warehouse.apply()
        assert {step.state for step in warehouse.plan()} == {"exists"}
        assert warehouse.loaded(["x"]) == set()


def test_every_cell_is_the_same_as_in_duckdb(warehouse: Warehouse, tmp_path: Path) -> None:
    with open_warehouse(f"duckdb:///{tmp_path}/w.duckdb") as embedded:
        embedded.apply()
        for made in (warehouse, embedded):
            made.load(documents(), extracted_at=NOW)
            reprocessed = result("d", extractor_version="0.2.0")
            made.load([(reprocessed, "gs://b/mar.pdf")], extracted_at=NOW)
        for item in definitions():
            there, here = (made.query(f"SELECT * FROM {item.name}") for made in (warehouse, embedded))
            assert there.column_names == here.column_names
            assert in_order(there) == in_order(here)
            assert here.num_rows or item.name in {"issues", "repairs", "proofs"}
        assert warehouse.query(CASH_FLOW).to_pylist() == embedded.query(CASH_FLOW).to_pylist()
        checks = warehouse.check()
        assert checks == embedded.check()
        assert [check for check in checks if check.rows] == []


def test_the_same_documents_twice_are_loaded_once(warehouse: Warehouse) -> None:
    first = warehouse.load(documents(), extracted_at=NOW)
    before = loaded(warehouse)
    second = warehouse.load([(found, "gs://b/renamed.pdf") for found, _ in documents()], extracted_at=NOW)
    assert (len(first.loaded), second.loaded, second.already) == (5, (), first.loaded)
    assert loaded(warehouse) == before
    assert warehouse.loaded([*first.loaded, "x"]) == set(first.loaded)


_KILLED = """
import os, signal, sys
from flows.warehouse import open_warehouse
from flows.warehouse.bigquery import BigQueryWarehouse
from tests.integration.test_bigquery import documents
from schemas.statement import Holding
from tests.results import NOW

def killed(step, when):
    done = []
    def wrapper(self, *args):
        if when == "before": os.kill(os.getpid(), signal.SIGKILL)
        step(self, *args)
        done.append(args)
        if len(done) == int(sys.argv[4]): os.kill(os.getpid(), signal.SIGKILL)
    return wrapper

setattr(BigQueryWarehouse, sys.argv[2], killed(getattr(BigQueryWarehouse, sys.argv[2]), sys.argv[3]))
open_warehouse(sys.argv[1]).load(documents(), extracted_at=NOW)
"""


@pytest.mark.parametrize(
    ("step", "when", "times"), [("_stage", "after", 2), ("_commit", "before", 1), ("_commit", "after", 1)]
)
def test_a_load_that_is_killed_is_whole_after_it_runs_again(
    warehouse: Warehouse, uri: str, step: str, when: str, times: int
) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, uri, step, when, str(times)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert len(rows(warehouse, "ledger")) == (5 if (step, when) == ("_commit", "after") else 0)
    warehouse.load(documents(), extracted_at=NOW)
    once = loaded(warehouse)
    warehouse.load(documents(), extracted_at=NOW)
    assert loaded(warehouse) == once
    assert [check for check in warehouse.check() if check.rows] == []
    assert (len(once["raw_documents"]), len(once["raw_transactions"])) == (5, 11)


def test_a_query_only_reads(warehouse: Warehouse) -> None:
    for statement in ("DELETE FROM ledger WHERE TRUE", "SELECT nothing FROM documents", "SELECT ("):
        with pytest.raises(WarehouseError):
            warehouse.query(statement)


def test_before_apply_it_says_what_to_do(uri: str) -> None:
    with open_warehouse(uri) as warehouse, pytest.raises(WarehouseError, match="apply sql/ first"):
        warehouse.load(documents(), extracted_at=NOW)
