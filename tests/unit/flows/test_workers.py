"""The worker pool: what one document does to its process stays with that document."""

import os
import signal
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from extraction.errors import BucketError, EngineError
from extraction.settings import Settings
from extraction.source.intake import sha256
from flows.bucket import Blob, list_documents
from flows.reading import Extract, Outcome, Reading
from flows.results import results
from flows.workers import read_documents
from schemas.result import Document, ExtractionResult, IssueCode
from tests.handmade import endless
from tests.results import account, result, transaction
from tests.statements import statement

SETTINGS = Settings(max_seconds=2, max_bytes=1000)


def extract(data: bytes, filename: str, settings: Settings) -> ExtractionResult:
    """Does what the file says."""
    order = data.decode()
    if order == "hang":
        time.sleep(60)
    if order == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    if order == "leave":
        os._exit(7)
    if order == "engine":
        raise EngineError("Tesseract is not installed.")
    if order == "bug":
        raise KeyError("4711")
    if order == "storage":
        raise BucketError("The storage did not answer.")
    if order.startswith("once"):
        marker = Path(order.removeprefix("once "))
        if not marker.exists():
            marker.touch()
            os._exit(1)
    if order == "precise":
        fine = account(transaction(1, date(2025, 1, 2), "0.1234567891"), closing_balance=None)
        return replace_document(result("a", fine), data, filename)
    return replace_document(result(), data, filename)


def replace_document(made: ExtractionResult, data: bytes, filename: str) -> ExtractionResult:
    document = Document(
        filename=filename, sha256=sha256(data), media_type="application/pdf", pages=1, kind="bank_statement"
    )
    return made.model_copy(update={"document": document})


def never(data: bytes, filename: str, settings: Settings) -> ExtractionResult:
    raise AssertionError("read although the result is known")


def reading(folder: Path, extract: Extract = extract, settings: Settings = SETTINGS) -> Reading:
    return Reading(settings, results(folder / "kept", settings), extract)


def bucket(folder: Path, **orders: str) -> tuple[Blob, ...]:
    (folder / "in").mkdir(exist_ok=True)
    for name, order in orders.items():
        (folder / "in" / f"{name}.pdf").write_text(order)
    return list_documents(str(folder / "in")).documents


def outcomes(blobs: tuple[Blob, ...], how: Reading) -> dict[str, Outcome]:
    return {outcome.blob.name.removesuffix(".pdf"): outcome for outcome in read_documents(blobs, how, workers=2)}


def codes(outcome: Outcome) -> list[IssueCode]:
    assert outcome.result
    assert outcome.result.decision == "rejected"
    return [issue.code for issue in outcome.result.issues]


def test_the_death_of_a_process_is_the_fault_of_its_document_alone(tmp_path: Path) -> None:
    done = outcomes(bucket(tmp_path, a="ok", b="die", c="ok c", d="leave", e="ok e"), reading(tmp_path))
    assert {name for name in done if done[name].result and not done[name].result.issues} == {"a", "c", "e"}  # type: ignore[union-attr]
    assert codes(done["b"]) == codes(done["d"]) == [IssueCode.DAMAGED_FILE]
    assert "SIGSEGV" in done["b"].result.issues[0].message  # type: ignore[union-attr]
    assert "exit code 7" in done["d"].result.issues[0].message  # type: ignore[union-attr]


def test_a_process_that_dies_once_is_forgiven(tmp_path: Path) -> None:
    done = outcomes(bucket(tmp_path, a=f"once {tmp_path / 'marker'}"), reading(tmp_path))
    assert done["a"].result
    assert done["a"].result.decision == "accepted"


def test_a_document_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    started = time.monotonic()
    done = outcomes(bucket(tmp_path, a="hang", b="ok"), reading(tmp_path))
    assert codes(done["a"]) == [IssueCode.TOO_SLOW]
    assert time.monotonic() - started < 15
    assert done["b"].result


@pytest.mark.engine
@pytest.mark.timeout(120)
def test_a_document_that_takes_all_memory_is_rejected_and_the_others_go_on(tmp_path: Path) -> None:
    """Where nothing bounds it, time does: it takes a gigabyte in four seconds."""
    settings = Settings(max_seconds=10, max_memory=600_000_000)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(endless())
    (tmp_path / "in" / "b.pdf").write_bytes(statement())
    blobs = list_documents(str(tmp_path / "in")).documents
    done = outcomes(blobs, Reading(settings, results(tmp_path / "kept", settings)))
    assert codes(done["a"]) == [IssueCode.DAMAGED_FILE]
    assert "more than 0.559 GiB of memory" in done["a"].result.issues[0].message  # type: ignore[union-attr]
    assert done["b"].result
    assert done["b"].result.decision == "accepted"


def test_an_error_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    gone = Blob("file:///nowhere/x.pdf", "x.pdf", 1)
    done = outcomes((*bucket(tmp_path, a="engine", b="bug", c="ok", d="storage"), gone), reading(tmp_path))
    assert (done["a"].error, done["a"].retryable) == ("Tesseract is not installed.", False)
    assert (done["d"].error, done["d"].retryable) == ("The storage did not answer.", True)
    assert "is gone" in (done["x"].error or "")
    assert not done["x"].retryable
    assert done["c"].result


def test_an_error_that_nobody_foresaw_says_where_it_came_from_and_not_what_it_quotes(tmp_path: Path) -> None:
    done = outcomes(bucket(tmp_path, b="bug"), reading(tmp_path))["b"]
    assert "an error in tieout (KeyError)" in (done.error or "")
    assert (done.trace or "").startswith("KeyError\n")
    assert 'extract: raise KeyError("4711")' in (done.trace or "")  # the line of code, which is known anyhow
    assert "'4711'" not in f"{done.error}{done.trace}"


def test_a_file_over_the_limit_is_refused_unread_with_its_own_hash(tmp_path: Path) -> None:
    done = outcomes(bucket(tmp_path, a="x" * 1001), reading(tmp_path, never))
    assert codes(done["a"]) == [IssueCode.TOO_LARGE]
    assert done["a"].result.document.sha256 == sha256(b"x" * 1001)  # type: ignore[union-attr]


def test_a_known_result_is_not_worked_out_again(tmp_path: Path) -> None:
    outcomes(bucket(tmp_path, a="ok"), reading(tmp_path))
    done = outcomes(bucket(tmp_path, a="ok", copy="ok"), reading(tmp_path, never))
    assert [outcome.known for outcome in done.values()] == [True, True]
    assert done["copy"].result.document.filename == "copy.pdf"  # type: ignore[union-attr]


def test_known_results_are_for_the_same_settings(tmp_path: Path) -> None:
    blobs = bucket(tmp_path, a="ok")
    outcomes(blobs, reading(tmp_path))
    other = replace(SETTINGS, ocr_language="deu")
    assert "AssertionError" in (outcomes(blobs, reading(tmp_path, never, other))["a"].error or "")
    elsewhere = replace(SETTINGS, warehouse="bigquery://p/d", bucket="gs://b", ocr_workers=7)
    assert outcomes(blobs, reading(tmp_path, never, elsewhere))["a"].known


def test_a_stopped_document_is_not_kept(tmp_path: Path) -> None:
    blobs = bucket(tmp_path, a="hang")
    outcomes(blobs, reading(tmp_path))
    assert "AssertionError" in (outcomes(blobs, reading(tmp_path, never))["a"].error or "")


def test_kept_results_are_for_their_owner_only(tmp_path: Path) -> None:
    outcomes(bucket(tmp_path, a="ok"), reading(tmp_path))
    paths = list((tmp_path / "kept").rglob("*"))
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "kept", *paths)} == {0}


def test_a_damaged_kept_result_is_worked_out_again(tmp_path: Path) -> None:
    blobs = bucket(tmp_path, a="ok")
    outcomes(blobs, reading(tmp_path))
    for path in (tmp_path / "kept").rglob("*.json"):
        path.write_text("{")
    assert not outcomes(blobs, reading(tmp_path))["a"].known


def test_nothing_to_read_starts_nothing(tmp_path: Path) -> None:
    assert outcomes((), reading(tmp_path)) == {}


def test_workers_end_when_the_reader_stops_listening(tmp_path: Path) -> None:
    stream = read_documents(bucket(tmp_path, a="ok", b="hang"), reading(tmp_path), workers=2)
    next(stream)
    started = time.monotonic()
    stream.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 2
