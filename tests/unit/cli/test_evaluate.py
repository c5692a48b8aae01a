"""`tieout evaluate`: what it prints, its exit codes, and truths that cannot be used."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extraction import pipeline
from extraction.settings import Settings
from flows.cli import main
from schemas.result import ExtractionResult
from tests.programs import tieout
from tests.statements import statement

pytestmark = pytest.mark.engine

NUMBER = "12345678"
GOOD, TEXT = statement(NUMBER), b"this is text"
ROWS = [
    {"date": "2025-01-02", "description": "Payment 1", "amount": "-20.00", "balance": "980.00"},
    {"date": "2025-01-03", "description": "Payment 2", "amount": "1500.00", "balance": "2480.00"},
]
REFUSED = {"expect": "reject", "accounts": []}


def truth(*rows: dict[str, str], **changes: Any) -> dict[str, Any]:
    account = {
        "account_number": NUMBER,
        "currency": "USD",
        "period_start": "2025-01-01",
        "period_end": "2025-01-31",
        "opening_balance": "1000.00",
        "closing_balance": "2480.00",
        "transactions": list(rows or ROWS),
    }
    told = {"expect": "accept", "doc_type": "bank_statement", "institution": "Example Bank", "accounts": [account]}
    return {**told, **changes}


TOLD = "silent errors (accepted, yet a row, a holding, a balance or the currency is wrong)"
SILENT = truth({**ROWS[0], "amount": "-21.00"}, ROWS[1])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def put(name: str, data: bytes, told: Any) -> None:
    """A document, and beside it its truth: text as it is, else as JSON."""
    path = Path("in", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    text = told if isinstance(told, str) else json.dumps(told)
    path.with_name(f"{path.stem}.truth.json").write_text(text, "utf-8")


def evaluate(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["evaluate", *(arguments or ("in",))])


def test_what_is_right_is_told_document_by_document_and_in_total() -> None:
    put("a.pdf", GOOD, truth())
    put("deep/b.pdf", TEXT, REFUSED)
    done = evaluate()
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    assert lines[0] == "document rows texts balances fields expected decision"
    assert "a.pdf 2/2 2/2 2/2 8/8 accepted accepted ✓" in lines
    assert "deep/b.pdf – – – – rejected rejected" in lines
    assert "statements fully correct 1/1 100.0%" in lines
    assert "rows recall: right, of those there are 2/2 100.0%" in lines
    assert "institution 1/1 100.0% 1/1 100.0% 1/1 100.0%" in lines
    assert "accepted 1 0 0" in lines
    assert "stated values mean stated right share right difference" in lines
    (error,) = [line for line in lines if line.startswith("expected calibration error: ")]
    kinds = lines[lines.index("value values mean stated right share right error") + 1 :]
    counts = {line.rsplit(" ", 5)[0]: line.rsplit(" ", 5)[1] for line in kinds[: kinds.index("")]}
    assert {name: counts[name] for name in ("row", "date", "amount", "balance", "institution", "period")} == {
        "row": "2",
        "date": "2",
        "amount": "2",
        "balance": "2",
        "institution": "1",
        "period": "1",
    }
    assert error.endswith(f"of {sum(map(int, counts.values()))} values")
    assert f"{TOLD}: 0" in lines
    assert "what is wrong" not in lines
    assert [line.split(",")[0] for line in done.stderr.splitlines()] == [
        "1/2 a.pdf: accepted",
        "2/2 deep/b.pdf: rejected",
    ]


def test_a_silent_error_is_5_and_says_which_row() -> None:
    put("a.pdf", GOOD, truth())
    put("b.pdf", GOOD, SILENT)
    done = evaluate()
    assert done.exit_code == 5
    assert "SILENT" in done.stdout
    assert "b.pdf: amount of 2025-01-02 -21.00 read as 2025-01-02 -20.00" in done.stdout
    assert f"{TOLD}: 1 (b.pdf)" in done.stdout
    assert NUMBER not in done.stdout


def test_an_unsafe_accept_is_named() -> None:
    put("a.pdf", GOOD, truth(expect="review"))
    done = evaluate()
    assert done.exit_code == 0
    assert "UNSAFE" in done.stdout
    assert "(accepted, although the truth says review or reject): 1 (a.pdf)" in done.stdout


def test_json_tells_the_same() -> None:
    put("a.pdf", GOOD, truth())
    put("b.pdf", GOOD, SILENT)
    put("c.pdf", GOOD, "{")
    done = evaluate("--json", "in")
    said = json.loads(done.stdout)
    assert done.exit_code == 5
    assert said["totals"]["silent_errors"] == ["b.pdf"]
    assert said["totals"]["rows_precision"] == {"right": 3, "of": 4, "share": 0.75}
    all_right = {"right": 2, "of": 2, "share": 1.0}
    assert said["totals"]["fields"]["closing_balance"] == {**all_right, "precision": all_right, "recall": all_right}
    assert said["confidences"]["kinds"]["amount"]["of"] == 4
    assert [one["name"] for one in said["documents"]] == ["a.pdf", "b.pdf"]
    assert said["documents"][1]["accounts"][0]["wrong_rows"] == [
        {
            "wrong": "amount",
            "told": {"date": "2025-01-02", "amount": "-21.00"},
            "found": {"date": "2025-01-02", "amount": "-20.00"},
        }
    ]
    assert [problem["truth"] for problem in said["problems"]] == ["c.truth.json"]


def test_a_truth_that_cannot_be_used_is_named_and_the_others_are_scored() -> None:
    put("a.pdf", GOOD, truth())
    put("b.pdf", GOOD, "no json")
    put("c.pdf", GOOD, {"expect": "accept", "accounts": [{"transactions": [{"date": "2025-01-02"}]}]})
    Path("in/d.truth.json").write_text(json.dumps(truth()))
    Path("in/e.pdf").write_bytes(GOOD)
    Path("in/e.truth.json").write_bytes(b"\xff")
    done = evaluate()
    assert done.exit_code == 2
    said = done.stdout.partition("truths that could not be used\n")[2].splitlines()
    assert said == [
        "b.truth.json: no JSON: Expecting value in line 1, column 1.",
        "c.truth.json: no truth: accounts[0].transactions[0].amount is missing.",
        "d.truth.json: no document lies beside it: d.pdf, or an image of that name.",
        "e.truth.json: no JSON: it is not UTF-8.",
    ]
    assert "statements fully correct" in done.stdout


def test_without_a_truth_it_is_said_what_one_looks_like() -> None:
    Path("in").mkdir()
    Path("in/a.pdf").write_bytes(GOOD)
    done = evaluate()
    assert (done.exit_code, done.stdout) == (2, "")
    assert "in has no truths. The truth of statement.pdf is statement.truth.json beside it" in done.stderr
    assert '"transactions": [' in done.stderr


@pytest.mark.parametrize(("name", "said"), [("nowhere", "nowhere does not exist"), ("file", "file is no folder")])
def test_a_wrong_folder_is_2(name: str, said: str) -> None:
    Path("file").touch()
    done = evaluate(name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_bug_is_1_and_the_others_are_scored(monkeypatch: pytest.MonkeyPatch) -> None:
    given = pipeline.extract

    def broken(data: bytes, filename: str, settings: Settings, password: str | None = None) -> ExtractionResult:
        if filename == "a.pdf":
            raise KeyError(NUMBER)
        return given(data, filename, settings, password)

    monkeypatch.setattr(pipeline, "extract", broken)
    put("a.pdf", GOOD, truth())
    put("b.pdf", GOOD, truth())
    done = evaluate()
    assert done.exit_code == 1
    assert "a.pdf could not be read because of an error in tieout" in done.stderr
    assert "rows recall: right, of those there are" in done.stdout
    assert NUMBER not in done.output
    assert "1/2" in done.stdout


@pytest.mark.parametrize("columns", ["80", "120", "160"])
def test_the_table_fits(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    put("a-name-that-is-much-too-long-for-any-column-of-a-table-as-it-has-more-than-hundred-letters.pdf", GOOD, truth())
    table = evaluate().stdout.partition("\n\n")[0].splitlines()
    assert len(table) == 2
    assert max(map(len, table)) <= int(columns)


def test_the_truth_of_the_help_is_one(tmp_path: Path) -> None:
    said = tieout(tmp_path, "evaluate", "--help").stdout
    start = said.index("{")
    told = json.JSONDecoder().raw_decode(said[start:])[0]
    put("a.pdf", statement(NUMBER, ("-20.00",)), told)
    assert "fully correct" in evaluate().stdout
