"""What the BigQuery adapter asks for when things go wrong: Google's own client against a server of a few lines.

The server knows no SQL. It keeps jobs by id, answers 409 to an id that is taken, and fails where it is told
to: the cases that an emulator does not have (ids of jobs, quotas, outages, permissions).
"""

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from extraction.errors import WarehouseBusyError, WarehouseError
from flows.warehouse import bigquery as adapter
from flows.warehouse import bigquery_jobs, open_warehouse
from flows.warehouse.rows import batch_id, result_id
from tests.results import NOW, result

EXTRACTION = result_id(result("a"))
BATCH = batch_id([EXTRACTION])
STAGED = ("raw_documents", "raw_transactions", "raw_accounts")
LOADS = {name: f"load_d_{BATCH}_{name}" for name in STAGED}
COMMIT = f"commit_d_{BATCH}"
BACKEND_ERROR = {"reason": "backendError", "message": "Error encountered during execution. Retrying may help."}
INVALID = {"reason": "invalid", "message": "Provided schema does not match."}


class FakeBigQuery(ThreadingHTTPServer):
    """`asked` has the jobs asked for, in order; `errors` the error with which a job ends, by id; `refusals`
    the (status, reason) answers to the next job requests."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[str] = []
        self.jobs: dict[str, dict[str, Any]] = {}
        self.errors: dict[str, dict[str, str]] = {}
        self.refusals: list[tuple[int, str]] = []
        self.lost_tables: list[str] = []
        self.ledger: set[str] = set()
        self.expiring: list[str] = []

    def ran_before(self, job_id: str, kind: str, error: dict[str, str] | None = None) -> None:
        """An earlier process ran this job."""
        configuration = (
            {"load": {"destinationTable": _table("stg")}}
            if kind == "load"
            else {"query": {"query": "BEGIN TRANSACTION"}}
        )
        self.jobs[job_id] = _job(job_id, configuration, error)


class _Handler(BaseHTTPRequestHandler):
    server: FakeBigQuery

    def log_message(self, *args: object) -> None:
        """Nothing on the screen."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        name = path.rpartition("/")[2]
        if "/queries/" in path:
            rows = [{"f": [{"v": key}]} for key in sorted(self.server.ledger)]
            self._answer({**_rows(rows), "jobReference": _reference(name)})
        elif "/jobs/" in path:
            self._answer(self.server.jobs[name])
        elif name in self.server.lost_tables:
            self.server.lost_tables.remove(name)
            self._answer(_error("notFound"), 404)
        elif "/tables/" in path:
            self._answer({"tableReference": _table(name)})
        else:
            self._answer({"datasetReference": {"projectId": "p", "datasetId": "d"}, "location": "EU"})

    def do_PATCH(self) -> None:
        name = self.path.partition("?")[0].rpartition("/")[2]
        if "expirationTime" in self._body():
            self.server.expiring.append(name)
        self._answer({"tableReference": _table(name)})

    def do_POST(self) -> None:
        body = self._body()
        job_id = body["jobReference"]["jobId"]
        if "uploadType=resumable" in self.path:
            self.server.asked.append(job_id)
            if not self._refused(job_id):
                port = self.server.server_address[1]
                self.server.jobs[job_id] = _job(job_id, body["configuration"], self.server.errors.get(job_id))
                self._answer({}, 200, {"Location": f"http://127.0.0.1:{port}/sent/{job_id}"})
            return
        if "BEGIN TRANSACTION" in body["configuration"]["query"]["query"]:
            self.server.asked.append(job_id)
            if self._refused(job_id):
                return
            if job_id not in self.server.errors:
                self.server.ledger.add(EXTRACTION)
        self.server.jobs[job_id] = _job(job_id, body["configuration"], self.server.errors.get(job_id))
        self._answer(self.server.jobs[job_id])

    def do_PUT(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(self.server.jobs[self.path.rpartition("/")[2]])

    def _refused(self, job_id: str) -> bool:
        if self.server.refusals:
            status, reason = self.server.refusals.pop(0)
            self._answer(_error(reason), status)
            return True
        if job_id in self.server.jobs:
            self._answer(_error("duplicate"), 409)
            return True
        return False

    def _body(self) -> dict[str, Any]:
        return dict(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def _answer(self, body: dict[str, Any], status: int = 200, headers: dict[str, str] | None = None) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {
            "Content-Type": "application/json",
            "Content-Length": str(len(content)),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)


def _table(name: str) -> dict[str, str]:
    return {"projectId": "p", "datasetId": "d", "tableId": name}


def _reference(job_id: str) -> dict[str, str]:
    return {"projectId": "p", "jobId": job_id, "location": "EU"}


def _job(job_id: str, configuration: dict[str, Any], error: dict[str, str] | None) -> dict[str, Any]:
    if "query" in configuration:
        configuration = {"query": {**configuration["query"], "destinationTable": _table("anon")}}
    status = {"state": "DONE", **({"errorResult": error, "errors": [error]} if error else {})}
    return {
        "id": f"p:EU.{job_id}",
        "jobReference": _reference(job_id),
        "configuration": configuration,
        "status": status,
    }


def _rows(rows: list[dict[str, Any]]) -> dict[str, Any]:
    schema = {"fields": [{"name": "extraction_id", "type": "STRING"}]}
    return {"jobComplete": True, "schema": schema, "totalRows": str(len(rows)), "rows": rows}


def _error(reason: str) -> dict[str, Any]:
    return {"error": {"message": f"{reason} was said", "errors": [{"reason": reason, "message": f"{reason} was said"}]}}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeBigQuery]:
    quick = bigquery_jobs.RETRY.with_timeout(2.0).with_delay(0.01, 0.05)
    for module in (adapter, bigquery_jobs):
        monkeypatch.setattr(module, "RETRY", quick)
    with FakeBigQuery() as made:
        threading.Thread(target=made.serve_forever, args=(0.02,), daemon=True).start()
        yield made
        made.shutdown()


def load(server: FakeBigQuery) -> tuple[str, ...]:
    """What was loaded. The jobs that were asked for are in `server.asked`."""
    with open_warehouse(f"bigquery://p/d?endpoint=http://127.0.0.1:{server.server_address[1]}") as warehouse:
        return warehouse.load([(result("a"), "a.pdf")], extracted_at=NOW).loaded


def asked(server: FakeBigQuery) -> list[str]:
    names = {job: name for name, job in {**LOADS, "commit": COMMIT}.items()}
    return [re.sub(r"^(.*)_(\d+)$", lambda match: f"{names[match[1]]} {match[2]}", job) for job in server.asked]


def test_every_job_has_an_id_made_from_the_batch(server: FakeBigQuery) -> None:
    assert load(server) == (EXTRACTION,)
    assert sorted(asked(server)[:-1]) == sorted(f"{name} 1" for name in STAGED)
    assert asked(server)[-1] == "commit 1"
    assert sorted(server.expiring) == sorted(f"stg_{BATCH[:24]}_{name}" for name in STAGED)
    configuration = server.jobs[f"{LOADS['raw_transactions']}_1"]["configuration"]["load"]
    assert (configuration["writeDisposition"], configuration["sourceFormat"]) == ("WRITE_TRUNCATE", "PARQUET")
    amount = next(field for field in configuration["schema"]["fields"] if field["name"] == "amount")
    assert (amount["type"], amount["mode"]) == ("NUMERIC", "REQUIRED")
    script = server.jobs[f"{COMMIT}_1"]["configuration"]["query"]["query"].split(";\n")
    assert (script[0], script[-1]) == ("BEGIN TRANSACTION", "COMMIT TRANSACTION;")
    assert script[-2].startswith(
        "INSERT INTO `p.d.ledger` (extraction_id, document_sha256, batch_id, loaded_at) SELECT"
    )
    assert all("WHERE extraction_id NOT IN (SELECT extraction_id FROM `p.d.ledger`" in step for step in script[1:-1])


def test_what_the_ledger_has_asks_for_no_job(server: FakeBigQuery) -> None:
    server.ledger.add(EXTRACTION)
    assert load(server) == ()
    assert server.asked == []


def test_jobs_of_a_process_that_died_are_found_again(server: FakeBigQuery) -> None:
    for name in STAGED:
        server.ran_before(f"{LOADS[name]}_1", "load")
    assert load(server) == (EXTRACTION,)
    assert sorted(asked(server)) == sorted([*(f"{name} 1" for name in STAGED), "commit 1"])


def test_the_id_of_a_failed_job_is_used_up(server: FakeBigQuery) -> None:
    for attempt in range(1, 8):
        server.ran_before(f"{LOADS['raw_accounts']}_{attempt}", "load", INVALID)
    server.ran_before(f"{COMMIT}_1", "query", BACKEND_ERROR)
    assert load(server) == (EXTRACTION,)
    assert "raw_accounts 8" in asked(server) and asked(server)[-2:] == ["commit 1", "commit 2"]


def test_a_staging_table_that_expired_is_loaded_again(server: FakeBigQuery) -> None:
    server.ran_before(f"{LOADS['raw_accounts']}_1", "load")
    server.lost_tables.append(f"stg_{BATCH[:24]}_raw_accounts")
    assert load(server) == (EXTRACTION,)
    assert "raw_accounts 2" in asked(server)


def test_a_commit_whose_rows_were_removed_since_is_run_again(server: FakeBigQuery) -> None:
    server.ran_before(f"{COMMIT}_1", "query")
    assert load(server) == (EXTRACTION,)
    assert asked(server)[-2:] == ["commit 1", "commit 2"]


def test_an_outage_is_waited_for(server: FakeBigQuery) -> None:
    server.errors[f"{COMMIT}_1"] = BACKEND_ERROR
    server.errors[f"{COMMIT}_2"] = {
        "reason": "invalidQuery",
        "message": "Transaction is aborted due to concurrent update",
    }
    server.refusals = [(503, "backendError")]
    assert load(server) == (EXTRACTION,)
    assert asked(server)[-3:] == ["commit 1", "commit 2", "commit 3"]


def test_a_job_that_keeps_failing_is_left_for_later(server: FakeBigQuery) -> None:
    server.errors = {f"{COMMIT}_{attempt}": BACKEND_ERROR for attempt in range(1, 20)}
    with pytest.raises(WarehouseBusyError, match=r"failed 5 times\. Run this again later"):
        load(server)


def test_a_job_that_fails_for_good_is_not_tried_again(server: FakeBigQuery) -> None:
    server.errors[f"{COMMIT}_1"] = INVALID
    with pytest.raises(WarehouseError, match="Provided schema does not match") as caught:
        load(server)
    assert not caught.value.retryable
    assert asked(server).count("commit 1") == 1 and "commit 2" not in asked(server)


@pytest.mark.parametrize(
    ("status", "reason", "retryable", "said"),
    [
        (403, "quotaExceeded", True, "over a quota"),
        (403, "accessDenied", False, "BigQuery Data Editor"),
        (404, "notFound", False, "Check the name"),
        (400, "invalid", False, "invalid was said"),
    ],
)
def test_a_refusal_says_what_to_do(server: FakeBigQuery, status: int, reason: str, retryable: bool, said: str) -> None:
    server.refusals = [(status, reason)]
    with pytest.raises(WarehouseError, match=said) as caught:
        load(server)
    assert caught.value.retryable is retryable


def test_nobody_answers(server: FakeBigQuery) -> None:
    server.shutdown()
    server.server_close()
    with pytest.raises(WarehouseBusyError, match="not available"):
        load(server)


def test_without_credentials_it_says_what_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.delenv("GOOGLE_APPLICATION_CREDENTIALS", raising=False)
    monkeypatch.setenv("CLOUDSDK_CONFIG", str(tmp_path))
    monkeypatch.setenv("NO_GCE_CHECK", "true")
    with pytest.raises(WarehouseError, match="gcloud auth application-default login"):
        open_warehouse("bigquery://p/d").plan()
