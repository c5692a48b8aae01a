"""The tasks as plain functions, and when Prefect tries one again."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from prefect.client.schemas.objects import TaskRun
from prefect.states import Completed, Failed

from extraction.errors import BucketError, BucketRefusedError, UsageError, WarehouseBusyError, WarehouseError
from extraction.settings import Settings
from flows import tasks
from flows.bucket import list_documents
from flows.progress import Done, Event, Found, Waiting, listening
from flows.reading import Outcome, Reading
from flows.results import results
from flows.summary import Summary
from flows.tasks import apply_sql, can_help, list_bucket, load_chunk, read_chunk
from flows.warehouse import open_warehouse
from tests.unit.flows.test_workers import bucket, extract, outcomes, reading


@pytest.mark.parametrize(
    ("error", "helps"),
    [
        (BucketError("silent"), True),
        (WarehouseBusyError("busy"), True),
        (BucketRefusedError("gone"), False),
        (WarehouseError("refused"), False),
        (UsageError("wrong"), False),
        (KeyError("bug"), False),
    ],
)
def test_a_task_is_tried_again_where_its_error_says_so(error: Exception, helps: bool) -> None:
    told: list[Event] = []
    with listening(told.append):
        assert can_help(list_bucket, TaskRun.model_construct(), Failed(data=error)) is helps
    assert told == ([Waiting(str(error))] if helps else [])


def test_what_succeeded_is_not_tried_again() -> None:
    assert not can_help(list_bucket, TaskRun.model_construct(), Completed(data=1))


@pytest.mark.parametrize("task", [list_bucket, apply_sql, read_chunk, load_chunk])
def test_every_task_is_tried_again_and_keeps_nothing(task: object) -> None:
    settings = {name: getattr(task, name) for name in ("retries", "persist_result", "retry_condition_fn")}
    assert settings == {"retries": 2, "persist_result": False, "retry_condition_fn": can_help}


def test_the_bucket_is_listed_and_told(tmp_path: Path) -> None:
    bucket(tmp_path, a="ok", b="ok b")
    (tmp_path / "in" / "README.md").touch()
    told: list[Event] = []
    with listening(told.append):
        listing = list_bucket.fn(str(tmp_path / "in"))
    assert len(listing.documents) == 2
    assert told == [Found(2, 1)]


def test_a_chunk_comes_back_in_its_order_and_each_document_is_told(tmp_path: Path) -> None:
    blobs = bucket(tmp_path, a="die", b="ok", c="bug", d="ok d")
    told: list[Event] = []
    with listening(told.append):
        done = read_chunk.fn(blobs, reading(tmp_path))
    assert [outcome.blob for outcome in done] == list(blobs)
    assert {(event.name, event.outcome) for event in told if isinstance(event, Done)} == {
        ("a.pdf", "rejected"),
        ("b.pdf", "accepted"),
        ("c.pdf", "error"),
        ("d.pdf", "accepted"),
    }


def test_documents_that_did_not_arrive_are_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blobs = bucket(tmp_path, a="ok", b="storage")
    monkeypatch.setattr(tasks, "_is_last_try", lambda: False)
    with pytest.raises(BucketError, match="did not answer"):
        read_chunk.fn(blobs, reading(tmp_path))
    monkeypatch.setattr(tasks, "_is_last_try", lambda: True)
    first, second = read_chunk.fn(blobs, reading(tmp_path))
    assert first.known  # it was read by the try before
    assert second.error == "The storage did not answer."


@pytest.fixture
def warehouse(tmp_path: Path) -> str:
    uri = f"duckdb:///{tmp_path}/w.duckdb"
    apply_sql.fn(uri)
    return uri


def done(tmp_path: Path, **orders: str) -> list[Outcome]:
    blobs = bucket(tmp_path, **orders)
    return [outcome for _, outcome in sorted(outcomes(blobs, reading(tmp_path)).items())]


def rows(uri: str, table: str) -> int:
    with open_warehouse(uri) as opened:
        return int(opened.query(f"SELECT * FROM {table}").num_rows)


def loading(told: list[Summary]) -> dict[str, str]:
    return {summary.name: summary.loading for summary in told}


def test_a_chunk_is_loaded_once(tmp_path: Path, warehouse: str) -> None:
    read = done(tmp_path, a="ok", b="ok b", c="die", copy="ok", e="bug")
    first = load_chunk.fn(read, warehouse)
    assert loading(first) == {
        "a.pdf": "loaded",
        "b.pdf": "loaded",
        "c.pdf": "loaded",
        "copy.pdf": "copy",
        "e.pdf": "none",
    }
    assert (rows(warehouse, "documents"), rows(warehouse, "raw_transactions")) == (3, 4)
    second = load_chunk.fn(read, warehouse)
    assert set(loading(second).values()) == {"already", "none"}
    assert (rows(warehouse, "documents"), rows(warehouse, "raw_transactions")) == (3, 4)


def test_rows_that_do_not_fit_keep_no_other_document_out(tmp_path: Path, warehouse: str) -> None:
    told = load_chunk.fn(done(tmp_path, a="ok", b="precise"), warehouse)
    assert [(one.name, one.decision) for one in told] == [("a.pdf", "accepted"), ("b.pdf", "error")]
    assert "does not fit the warehouse" in (told[1].reason or "")
    assert rows(warehouse, "documents") == 1


def test_a_busy_warehouse_is_waited_for(tmp_path: Path, warehouse: str) -> None:
    holding = "import duckdb, sys, time; c = duckdb.connect(sys.argv[1]); print('held', flush=True); time.sleep(1.5)"
    command = [sys.executable, "-c", holding, str(tmp_path / "w.duckdb")]
    read = done(tmp_path, a="ok")
    with subprocess.Popen(command, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        started = time.monotonic()
        assert loading(load_chunk.fn(read, warehouse)) == {"a.pdf": "loaded"}
        assert time.monotonic() - started > 0.5


def test_nothing_read_is_nothing_loaded(tmp_path: Path, warehouse: str) -> None:
    assert load_chunk.fn(done(tmp_path, e="bug"), warehouse)[0].decision == "error"
    assert rows(warehouse, "ledger") == 0


def test_a_document_that_hangs_ends_as_rejected_and_the_others_are_loaded(tmp_path: Path, warehouse: str) -> None:
    blobs = bucket(tmp_path, a="hang", b="ok")
    settings = Settings(max_seconds=1)
    read = read_chunk.fn(blobs, Reading(settings, results(tmp_path / "kept", settings), extract))
    told = load_chunk.fn(read, warehouse)
    assert [one.decision for one in told] == ["rejected", "accepted"]
    assert "TIEOUT_MAX_SECONDS" in (told[0].reason or "")
    assert len(list_documents(str(tmp_path / "in")).documents) == rows(warehouse, "documents") == 2
