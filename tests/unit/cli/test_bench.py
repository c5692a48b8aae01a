"""`tieout bench`: what it prints, and what is left out. That it is fast is no test of this: the machine decides."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extraction import pipeline
from extraction.benchmark import bench as measuring
from extraction.model import Page
from extraction.settings import Settings
from flows.cli import main
from tests.statements import statement

pytestmark = pytest.mark.engine

FEW = "--rounds=1"
NUMBER = "12345678"
GIVEN = pipeline.read


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(measuring, "has_pdfplumber", lambda: False)
    Path("in").mkdir()
    Path("in/a.pdf").write_bytes(statement())
    Path("in/b.pdf").write_bytes(statement("9", ("1.00",) * 12))
    return tmp_path


def bench(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["bench", FEW, *arguments, "in"])


def test_stages_peers_processes_and_memory_are_told() -> None:
    done = bench()
    assert done.exit_code == 0
    said = done.stdout
    assert said.startswith("2 documents with 2 native pages; the best of 1 round for each")
    for line in ("read: words and lines", "parse: rows and proofs", "read and parse", "pdfium: text without places"):
        assert line in said
    assert "pdfplumber is not installed, so nothing is compared with it: pip install" in said
    assert "1 process: " in said
    assert "2 processes: " in said
    assert "tieout: " in said
    assert "scans" not in said
    assert [line.split(",")[0] for line in done.stderr.splitlines()] == [
        "1/3 in/a.pdf: 1 page",
        "2/3 in/b.pdf: 1 page",
        "3/3 all native documents together: measured",
    ]


def test_json_has_every_round_of_every_document() -> None:
    said = json.loads(bench("--json").stdout)
    assert said["native"]["pages"] == 2
    assert set(said["native"]["speeds"]) == {"read", "parse", "read_and_parse", "pdfium"}
    assert said["native"]["speeds"]["read"]["ratio_to_read"] == 1.0
    assert [one["processes"] for one in said["native"]["processes"]] == [1, 2]
    assert set(said["native"]["memory"]) == {"tieout", "pdfium"}
    assert [one["found"]["parse"] for one in said["documents"]] == [2, 12]
    assert all(len(every) == 1 for one in said["documents"] for every in one["seconds"].values())
    assert said["scans"] is None


def test_what_cannot_be_read_is_named_and_the_others_are_measured() -> None:
    Path("in/c.pdf").write_bytes(b"text")
    Path("in/d.pdf").write_bytes(statement(password="sesame"))
    done = bench()
    assert done.exit_code == 0
    told = done.stdout.partition("not measured\n")[2].splitlines()
    assert [line.split(":")[0] for line in told] == ["in/c.pdf", "in/d.pdf"]
    assert "2 documents with 2 native pages" in done.stdout


def test_a_scan_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that says it was scanned: Tesseract itself is measured elsewhere."""

    size = Path("in/b.pdf").stat().st_size

    def scanned(data: bytes, settings: Settings, password: str | None = None) -> list[Page]:
        pages = GIVEN(data, settings, password)
        return pages if len(data) == size else [replace(page, source="ocr") for page in pages]

    monkeypatch.setattr(pipeline, "read", scanned)
    done = bench()
    assert done.exit_code == 0
    assert "1 document with 1 native page" in done.stdout
    assert "1 document with 1 scanned of 1 page: read" in done.stdout
    Path("in/b.pdf").unlink()
    assert bench().stdout.startswith("No document has only native pages: nothing is compared.")


def test_a_bug_is_1_and_the_others_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, settings: Settings, password: str | None = None) -> list[Page]:
        if data == statement():
            raise KeyError(NUMBER)
        return GIVEN(data, settings, password)

    monkeypatch.setattr(pipeline, "read", broken)
    done = bench()
    assert done.exit_code == 1
    assert "in/a.pdf: an error in tieout; please report it:\nKeyError" in done.stdout
    assert NUMBER not in done.output
    assert "1 document with 1 native page" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"), [(["bench", "nowhere"], "does not exist"), (["bench", "--rounds=0", "in"], "Invalid value")]
)
def test_a_wrong_call_is_2(arguments: list[str], said: str) -> None:
    done = CliRunner().invoke(main, arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_with_pdfplumber_its_words_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pdfplumber")
    monkeypatch.setattr(measuring, "has_pdfplumber", lambda: True)
    said = json.loads(bench("--json").stdout)
    assert said["native"]["speeds"]["pdfplumber"]["documents"] == 2
    assert said["native"]["peers_failed"] == []
