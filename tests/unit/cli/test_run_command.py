"""`tieout run` without Prefect: what it says and returns for what the flow gives."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extraction.errors import WarehouseBusyError
from extraction.settings import Settings
from flows import cli
from flows.ingest import Ingested
from flows.summary import Summary
from flows.warehouse import open_warehouse

URI = "duckdb:///w.duckdb"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIEOUT_WAREHOUSE", URI)
    monkeypatch.delenv("TIEOUT_BUCKET", raising=False)
    with open_warehouse(URI) as warehouse:
        warehouse.apply()
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, ingested: Ingested | Exception, *arguments: str) -> tuple[Result, list[str]]:
    """What the program says for what the flow gives, and the bucket that the flow was given."""
    buckets = []

    def ingest(settings: Settings) -> Ingested:
        buckets.append(settings.bucket)
        if isinstance(ingested, Exception):
            raise ingested
        return ingested

    monkeypatch.setattr(cli, "_ingest", ingest)
    return CliRunner().invoke(cli.main, ["run", *arguments]), buckets


def test_nothing_to_do_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    done, _ = run(monkeypatch, Ingested((), 1), ".")
    assert (done.exit_code, done.stdout) == (0, ". has no documents: PDFs or images (1 other files).\n")


@pytest.mark.parametrize(("decision", "code"), [("accepted", 0), ("review", 3), ("rejected", 4), ("error", 1)])
def test_the_exit_code_is_that_of_the_worst_document(decision: str, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = (Summary("a.pdf", "accepted", 0.1), Summary("b.pdf", decision, 0.1, reason="Why."))
    done, _ = run(monkeypatch, Ingested(documents, 0), ".")
    assert done.exit_code == code
    assert f"Their 0 rows are in {URI}" in done.stdout


def test_the_bucket_is_the_argument_or_the_setting_or_samples(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("samples", "set", "given"):
        (folder / name).mkdir()
    assert run(monkeypatch, Ingested((), 0))[1] == ["samples"]
    monkeypatch.setenv("TIEOUT_BUCKET", "set")
    assert run(monkeypatch, Ingested((), 0))[1] == ["set"]
    assert run(monkeypatch, Ingested((), 0), "given")[1] == ["given"]


def test_an_error_ends_the_run_with_its_message_and_code(monkeypatch: pytest.MonkeyPatch) -> None:
    done, _ = run(monkeypatch, WarehouseBusyError("The warehouse file is in use."), ".")
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "tieout: The warehouse file is in use.\n")
