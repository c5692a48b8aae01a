"""`tieout extract`: what it prints and writes, and its exit codes."""

import io
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from extraction import pipeline
from extraction.settings import Settings
from flows.cli import main
from schemas.result import ExtractionResult
from tests.statements import statement

NUMBER = "12345678"
GOOD, BAD, TEXT = statement(NUMBER), statement(NUMBER, closing="1.00"), b"this is text"
DEPOT = Path(__file__).parents[3] / "samples" / "brokerage" / "german-depot-with-bonds" / "input.pdf"
LOCKED = statement(NUMBER, password="sesame")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIEOUT_PASSWORD", raising=False)
    return tmp_path


def put(**files: bytes) -> None:
    for name, data in files.items():
        path = Path(name.replace("__", "/").replace("_dot_", "."))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def extract(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["extract", *arguments], input=stdin)


def written(folder: str = "out") -> dict[str, str]:
    return {path.name: json.loads(path.read_text())["decision"] for path in Path(folder).iterdir()}


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (("good.pdf",), 0),
        (("good.pdf", "bad.pdf"), 3),
        (("bad.pdf", "text.pdf", "good.pdf"), 4),
        (("text.pdf",), 4),
    ],
)
def test_the_exit_code_says_the_worst_decision(files: tuple[str, ...], code: int) -> None:
    put(good_dot_pdf=GOOD, bad_dot_pdf=BAD, text_dot_pdf=TEXT)
    for options in ((), ("--json",), ("--out", "out")):
        assert extract(*options, *files).exit_code == code


def test_a_person_reads_what_is_proved() -> None:
    put(good_dot_pdf=GOOD)
    lines = extract("good.pdf").stdout.splitlines()
    assert lines[0] == "good.pdf: bank statement, Example Bank, 1 page"
    assert lines[1] == "  account ****5678 (USD), 2025-01-01 to 2025-01-31"
    assert [line.split() for line in lines[2:5]] == [
        ["opening", "1,000.00"],
        ["2", "rows", "1,480.00"],
        ["closing", "2,480.00"],
    ]
    assert any(line.startswith("    ✓ running balance: ") for line in lines)
    assert lines[-1] == "  accepted (verified)"


def test_a_person_reads_how_many_holdings_there_are_and_what_proves_them() -> None:
    lines = extract(str(DEPOT)).stdout.splitlines()
    assert any(re.fullmatch(r"    7 holdings +287,195\.39", line) for line in lines)
    assert any(line.startswith("    ✓ holding values: ") for line in lines)
    assert any(line.startswith("    ✓ holdings total: ") for line in lines)
    assert lines[-1] == "  accepted (verified)"


def test_json_of_a_portfolio_has_its_holdings() -> None:
    (account,) = json.loads(extract("--json", str(DEPOT)).stdout)["accounts"]
    assert account["transactions"] == []
    told = {"name", "identifier", "identifier_kind", "quantity", "unit_price", "value", "weight", "currency"}
    for holding in account["holdings"]:
        assert set(holding) >= told | {"provenance", "fields"}
        assert set(holding["fields"]) >= {"quantity", "unit_price", "value"}
    values = sum(Decimal(holding["value"]) for holding in account["holdings"])
    assert Decimal(account["portfolio_value"]) == values


def test_a_person_reads_what_is_wrong_and_where() -> None:
    put(bad_dot_pdf=BAD, text_dot_pdf=TEXT)
    said = extract("bad.pdf", "text.pdf").stdout
    first, _, second = said.partition("\n\n")
    assert "    ✗ closing balance: " in first
    assert "  error balance_mismatch, page 1: " in first
    assert first.endswith("  review (discrepancy)")
    assert second.startswith("text.pdf: other, 0 pages\n  error unknown_format: ")
    assert second.endswith("  rejected (unverifiable)\n")
    assert NUMBER not in said


def test_json_has_every_field_that_is_promised() -> None:
    put(good_dot_pdf=GOOD)
    found = json.loads(extract("--json", "good.pdf").stdout)
    assert found == json.loads(pipeline.extract(GOOD, "good.pdf", Settings()).model_dump_json())
    assert set(found["document"]) >= {"filename", "sha256", "media_type", "pages", "kind"}
    assert set(found) >= {"document", "institution", "accounts", "report", "proofs", "issues", "verdict", "decision"}
    assert found["report"] is None
    (account,) = found["accounts"]
    assert (account["account_number"], account["currency"]) == (NUMBER, "USD")
    assert (account["period_start"], account["period_end"]) == ("2025-01-01", "2025-01-31")
    assert (account["opening_balance"], account["closing_balance"]) == ("1000.00", "2480.00")
    assert account["account_key"]
    row = account["transactions"][0]
    assert (row["date"], row["value_date"], row["amount"], row["balance"]) == ("2025-01-02", None, "-20.00", "980.00")
    assert row["description"] == "Payment 1"
    assert set(row["provenance"]) >= {"page", "bbox", "raw"}
    assert all(set(proof) >= {"check", "status", "detail"} for proof in found["proofs"])


def test_json_of_an_issue_says_where_it_is() -> None:
    put(bad_dot_pdf=BAD)
    found = json.loads(extract("--json", "bad.pdf").stdout)
    issue = found["issues"][0]
    assert (issue["code"], issue["severity"], issue["page"], len(issue["bbox"])) == ("balance_mismatch", "error", 1, 4)
    assert (found["verdict"], found["decision"]) == ("discrepancy", "review")


def test_json_of_many_is_a_line_each_and_progress_goes_to_stderr() -> None:
    put(good_dot_pdf=GOOD, text_dot_pdf=TEXT)
    done = extract("--json", "good.pdf", "text.pdf")
    assert [json.loads(line)["decision"] for line in done.stdout.splitlines()] == ["accepted", "rejected"]
    assert [line.split(",")[0] for line in done.stderr.splitlines()] == [
        "1/2 good.pdf: accepted",
        "2/2 text.pdf: rejected",
    ]


def test_files_are_named_after_the_stem_also_of_a_rejected_document() -> None:
    put(good_dot_pdf=GOOD, text_dot_pdf=TEXT)
    assert extract("--out", "new/out", "good.pdf", "text.pdf").stdout == ""
    assert written("new/out") == {"good.json": "accepted", "text.json": "rejected"}


def test_stems_that_collide_keep_the_file_name_and_file_names_their_folder() -> None:
    put(in__a_dot_pdf=GOOD, in__a_dot_png=TEXT, in__b_dot_pdf=GOOD, in__x__c_dot_pdf=GOOD, in__y__c_dot_pdf=TEXT)
    extract("--out", "out", "in")
    assert written() == {
        "a.pdf.json": "accepted",
        "a.png.json": "rejected",
        "b.json": "accepted",
        "x_c.pdf.json": "accepted",
        "y_c.pdf.json": "rejected",
    }


def test_a_name_that_was_given_away_is_not_given_twice() -> None:
    put(in__a_dot_pdf=GOOD, in__a_dot_png=TEXT, a_dot_pdf_dot_pdf=GOOD)
    extract("--out", "out", "in", "a.pdf.pdf")
    assert sorted(written()) == ["a.pdf.json", "a.png.json", "in_a.pdf.json"]


def test_a_folder_is_its_documents_each_once() -> None:
    put(in__a_dot_pdf=GOOD, in__README_dot_md=b"#", in___dot_old__b_dot_pdf=GOOD, in__c__d=GOOD, in__e=b"zzz")
    lines = extract("--json", "in", "in/a.pdf").stdout.splitlines()
    assert [json.loads(line)["document"]["filename"] for line in lines] == ["a.pdf", "d"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("good.pdf", "nowhere.pdf"), "nowhere.pdf does not exist"),
        (("empty",), "empty has no documents"),
        (("--json", "--out", "out", "good.pdf"), "give one of them"),
        (("--out", "good.pdf/x", "good.pdf"), "cannot be made"),
        ((), "Missing argument"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(arguments: tuple[str, ...], said: str) -> None:
    put(good_dot_pdf=GOOD)
    Path("empty").mkdir()
    done = extract(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def broken(data: bytes, filename: str, settings: Settings, password: str | None = None) -> ExtractionResult:
    if data == TEXT:
        raise KeyError(NUMBER)
    return GIVEN(data, filename, settings, password)


GIVEN = pipeline.extract


def test_a_bug_stops_no_other_document_and_quotes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "extract", broken)
    put(a_dot_pdf=TEXT, b_dot_pdf=GOOD)
    done = extract("--out", "out", "a.pdf", "b.pdf")
    assert done.exit_code == 1
    assert "a.pdf could not be read because of an error in tieout" in done.stderr
    assert "KeyError" in done.stderr
    assert NUMBER not in done.stderr
    assert written() == {"b.json": "accepted"}


def test_a_password_opens_and_is_never_told(monkeypatch: pytest.MonkeyPatch) -> None:
    put(locked_dot_pdf=LOCKED)
    assert extract("--password", "sesame", "locked.pdf").exit_code == 0
    assert extract("--password", "-", "locked.pdf", stdin="sesame\n").exit_code == 0
    monkeypatch.setenv("TIEOUT_PASSWORD", "sesame")
    assert extract("locked.pdf").exit_code == 0
    wrong = extract("--password", "open-it", "locked.pdf")
    assert wrong.exit_code == 4
    assert "password_wrong" in wrong.stdout
    assert "open-it" not in wrong.output
    assert "sesame" not in wrong.output + extract("--help").output


def test_a_password_is_asked_for_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    put(locked_dot_pdf=LOCKED)
    asked: list[dict[str, Any]] = []

    def prompt(text: str, **options: Any) -> str:
        asked.append(options)
        return "sesame"

    monkeypatch.setattr(click, "prompt", prompt)
    monkeypatch.setattr("extraction.cli.sys.stdin", Terminal())
    with pytest.raises(SystemExit, match="0"):
        main(["extract", "--password", "-", "locked.pdf"])
    assert asked == [{"hide_input": True, "err": True}]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_without_its_password_a_document_is_rejected_with_the_way_out() -> None:
    put(locked_dot_pdf=LOCKED)
    done = extract("locked.pdf")
    assert done.exit_code == 4
    assert "password_required" in done.stdout
    assert "tieout extract --password -" in done.stdout
