"""`tieout run` as a user starts it: a real Prefect flow, a server of its own, processes that may be killed."""

import contextlib
import json
import os
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.ingest import CHUNK
from flows.orchestrator import Server
from tests.programs import COMMAND, environment, tieout
from tests.statements import statement

pytestmark = pytest.mark.integration

SECRET_NUMBER = "4929 1234 5678 9012"
GOOD = {
    "january.pdf": statement("11111111"),
    "sub/february.pdf": statement("22222222", ("-0.10", "-0.20", "99999.99")),
}
BAD = {
    "empty.pdf": b"",
    "cut.pdf": statement()[:900],
    "text.pdf": b"this is text",
    "locked.pdf": statement(password="sesame"),
    "wrong.pdf": statement(SECRET_NUMBER, closing="1.00"),
}
DECISIONS = {
    "january.pdf": "accepted",
    "february.pdf": "accepted",
    "empty.pdf": "rejected",
    "cut.pdf": "rejected",
    "text.pdf": "rejected",
    "locked.pdf": "rejected",
    "wrong.pdf": "review",
}
RAW = ("raw_documents", "raw_accounts", "raw_transactions", "raw_issues", "raw_proofs", "ledger")


def fill(folder: Path, documents: dict[str, bytes]) -> Path:
    for name, data in documents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def query(folder: Path, sql: str) -> list[dict[str, Any]]:
    done = tieout(folder, "query", sql, "--format", "json")
    assert done.returncode == 0, done.stderr
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def everything(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """All rows of the warehouse in a fixed order, less where the files lay, when, and in which batch."""
    left_out = {"uri", "extracted_at", "loaded_at", "batch_id"}
    return {
        name: sorted(
            ({key: value for key, value in row.items() if key not in left_out} for row in query(folder, name)), key=str
        )
        for name in RAW
    }


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A folder in which `tieout run in` ran once, and what it said."""
    folder = tmp_path_factory.mktemp("run")
    fill(folder / "in", {**GOOD, **BAD, "README.md": b"# what is here"})
    return folder, tieout(folder, "run", "in")


Ran = tuple[Path, subprocess.CompletedProcess[str]]


def test_bad_documents_stop_no_other(ran: Ran) -> None:
    folder, done = ran
    assert done.returncode == 4, done.stderr
    assert "7 documents; 1 other files are left alone" in done.stderr
    rows = query(folder, "SELECT filename, decision FROM documents")
    assert {row["filename"]: row["decision"] for row in rows} == DECISIONS
    assert len(query(folder, "SELECT * FROM transactions WHERE decision = 'accepted'")) == 5
    assert tieout(folder, "sql", "check").returncode == 0


def test_it_prints_what_was_proved_and_what_was_not(ran: Ran) -> None:
    _, done = ran
    documents, _, rest = done.stdout.partition("not accepted\n")
    line = next(line for line in documents.splitlines() if line.startswith("january.pdf"))
    assert line.split()[:5] == ["january.pdf", "bank", "****1111", "2025-01-01", "2"]
    assert "running" in line
    assert "accepted" in line
    assert "sub/february.pdf" in documents
    reasons, _, flow = rest.partition("monthly_cash_flow\n")
    assert re.search(r"^empty\.pdf +rejected The file is empty", reasons, re.MULTILINE)
    assert "(page 1)" in reasons
    assert "****2222" in flow
    assert "-0.30" in flow
    assert "7 documents: 2 accepted, 1 in review, 4 rejected." in flow
    assert "duckdb:///tieout.duckdb" in flow
    assert "tieout query documents_needing_attention" in flow
    assert "\x1b" not in done.stdout + done.stderr


def test_no_account_number_is_told_or_kept_where_others_can_read_it(ran: Ran) -> None:
    folder, done = ran
    plain = SECRET_NUMBER.replace(" ", "")
    said = [done.stdout, done.stderr, (folder / ".tieout" / "prefect" / "server.log").read_text()]
    for text in said:
        assert SECRET_NUMBER not in text
        assert plain not in text
    for path in [*(folder / ".tieout" / "prefect").rglob("*"), folder / "tieout.duckdb"]:
        assert not path.is_file() or SECRET_NUMBER.encode() not in path.read_bytes(), path
    assert (folder / ".tieout").stat().st_mode & 0o077 == 0


def test_the_same_documents_twice_leave_the_same_rows(ran: Ran) -> None:
    folder, _ = ran
    before = everything(folder)
    again = tieout(folder, "run", "in", COLUMNS="160")
    assert again.returncode == 4, again.stderr
    assert again.stdout.count("already loaded") == 7
    assert "7 documents, 7 of them loaded before" in again.stdout
    assert everything(folder) == before


def test_prefect_knows_the_run_and_its_tasks(ran: Ran, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, _ = ran
    for name in ("PREFECT_HOME", "PREFECT_API_URL"):
        monkeypatch.setenv(name, "")  # the server sets them: what they are now comes back
    server = Server(folder / ".tieout")
    try:
        server.wait()
        flows = asked(server, "flow_runs")
        assert {(run["name"], run["state_type"]) for run in flows} == {("in", "COMPLETED")}
        first = min(flows, key=lambda run: run["start_time"])
        assert first["parameters"] == {"bucket": "in", "warehouse": "duckdb:///tieout.duckdb"}
        tasks = [task for task in asked(server, "task_runs") if task["flow_run_id"] == first["id"]]
        assert sorted((task["name"].rpartition("-")[0], task["state_type"]) for task in tasks) == [
            ("apply sql", "COMPLETED"),
            ("list documents", "COMPLETED"),
            ("load rows", "COMPLETED"),
            ("read documents", "COMPLETED"),
        ]
    finally:
        server.stop()


def asked(server: Server, what: str) -> list[dict[str, Any]]:
    """Everything that the API has of a kind."""
    request = urllib.request.Request(
        f"{server.address}/{what}/filter", b"{}", {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        found: list[dict[str, Any]] = json.load(answer)
    return found


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder with a chunk of documents and some more."""
    documents = {f"{n:03}.pdf": statement(f"{n:08}", (f"-{n}.01", "5.00")) for n in range(CHUNK + 6)}
    return fill(tmp_path / "in", documents)


def test_killed_in_the_middle_and_run_again_it_leaves_the_same_rows(many: Path) -> None:
    folder = many.parent
    with running(folder, "run", "in") as program:
        read_documents(program, CHUNK + 3)
        processes = descendants(program.pid)
        program.kill()
    assert len(processes) >= 3  # the server, the fork server, a worker
    loaded = {row["document_sha256"] for row in query(folder, "ledger")}
    assert len(loaded) == CHUNK  # what was loaded stays, whole
    done = tieout(folder, "run", "in")
    assert done.returncode == 0, done.stderr
    again = everything(folder)
    assert (len(again["ledger"]), len(again["raw_transactions"])) == (CHUNK + 6, 2 * (CHUNK + 6))
    assert tieout(folder, "sql", "check").returncode == 0

    other = folder / "other"
    other.mkdir()
    assert tieout(other, "run", "../in").returncode == 0
    assert everything(other) == again
    assert survivors(processes) == set()


@contextlib.contextmanager
def running(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The program while it runs; it is ended at the end of the block. It may be interrupted, even where these tests may
    not, as in the background of a shell."""
    command = [*COMMAND, *arguments]
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        started = subprocess.Popen(command, cwd=folder, env=environment(), stderr=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGINT, ours)
    with started as program:
        try:
            yield program
        finally:
            program.kill()


def read_documents(program: subprocess.Popen[str], count: int) -> None:
    """Wait until the program has read as many documents."""
    assert program.stderr
    assert program.stderr.readline() == f"{CHUNK + 6} documents\n"
    for _ in range(count):
        line = program.stderr.readline()
        assert re.fullmatch(r"\d+\.pdf: accepted, [0-9.]+ s\n", line)


def parents() -> dict[int, int]:
    """Process -> its parent, of all processes that run."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, parent = path.read_text().rpartition(")")[2].split()[:2]
            if state != "Z":
                found[int(path.parent.name)] = int(parent)
    return found


def descendants(process: int) -> set[int]:
    known = parents()
    found = {process}
    while more := {child for child, parent in known.items() if parent in found} - found:
        found |= more
    return found - {process}


def survivors(processes: set[int], seconds: float = 20) -> set[int]:
    """Those of the processes that still run after some patience."""
    deadline = time.monotonic() + seconds
    while (left := processes & parents().keys()) and time.monotonic() < deadline:
        time.sleep(0.2)
    return left


def test_ctrl_c_ends_it_and_what_it_started(many: Path) -> None:
    with running(many.parent, "run", "in") as program:
        read_documents(program, 2)
        processes = descendants(program.pid)
        os.kill(program.pid, signal.SIGINT)
        program.communicate(timeout=30)
    assert program.returncode == 1
    assert survivors(processes) == set()


def test_a_prefect_server_that_does_not_answer_is_named(tmp_path: Path) -> None:
    fill(tmp_path / "in", {"a.pdf": b""})
    done = tieout(tmp_path, "run", "in", PREFECT_API_URL="http://127.0.0.1:9/api")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("tieout: The Prefect server http://127.0.0.1:9/api does not answer.")


@pytest.mark.parametrize(
    ("bucket", "said"), [("nowhere", "nowhere does not exist"), ("ftp://x", "ftp://x is no bucket")]
)
def test_a_bucket_that_is_none_is_a_wrong_call(tmp_path: Path, bucket: str, said: str) -> None:
    done = tieout(tmp_path, "run", bucket)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


_FIRST_BUSY = """
import sys
from pathlib import Path
from flows.orchestrator import prefect_server

def main():
    with prefect_server(Path(".tieout")) as server:
        from extraction.errors import WarehouseBusyError
        from flows import tasks
        from flows.ingest import ingest
        from flows.progress import Waiting, listening
        from flows.warehouse.duck import DuckWarehouse

        load, calls = DuckWarehouse.load, []

        def busy_once(self, *args, **kwargs):
            calls.append(1)
            if len(calls) == 1:
                raise WarehouseBusyError("somebody has it")
            return load(self, *args, **kwargs)

        DuckWarehouse.load = busy_once
        server.wait()
        told = []
        with listening(told.append):
            done = ingest("in", "duckdb:///w.duckdb")
        print(len(calls), [event.reason for event in told if isinstance(event, Waiting)])
        print([document.loading for document in done.documents])

if __name__ == "__main__":
    main()
"""


def test_a_step_that_fails_for_a_while_is_tried_again(tmp_path: Path) -> None:
    fill(tmp_path / "in", {"a.pdf": b"", "b.pdf": statement()})
    (tmp_path / "program.py").write_text(_FIRST_BUSY)
    done = subprocess.run(
        [COMMAND[0], "program.py"], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.stdout == "2 ['somebody has it']\n['loaded', 'loaded']\n", done.stderr
    assert done.stderr == ""
