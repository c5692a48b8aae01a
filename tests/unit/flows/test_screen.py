"""What `tieout run` prints, at every width that it promises."""

from dataclasses import replace
from datetime import date

import pytest

from extraction.terminal import terminal
from flows.progress import Done, Found, Waiting
from flows.screen import print_documents, print_end, shown
from flows.summary import Summary, Told

LONG = "statements/2025/a-very-long-name-that-no-column-can-hold-january-2025.pdf"
TOLD = Told("****3000", "EUR", (date(2025, 1, 1), date(2025, 1, 31)), 1234, ("running balance", "closing balance"), ())
FAILED = replace(TOLD, number=None, period=(None, date(2025, 2, 1)), held=(), failed=("total debits",))
DOCUMENTS = (
    Summary(LONG, "accepted", 0.25, "loaded", "bank_statement", (TOLD, FAILED)),
    Summary("b [red].pdf", "review", 12.0, "already", "credit_card_statement", (FAILED,), "It is off by 0.01.", 7),
    Summary("c\x1b[2J.pdf", "rejected", 0.0, "copy", "other", (TOLD,), "It is no statement."),
    Summary("d.pdf", "error", 0.0, "none", reason="It is gone."),
)


@pytest.fixture
def columns(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("COLUMNS", str(request.param))
    return int(request.param)


@pytest.mark.parametrize("columns", [80, 81, 100, 119, 120, 160], indirect=True)
def test_the_table_fits(columns: int, capsys: pytest.CaptureFixture[str]) -> None:
    print_documents(terminal(), DOCUMENTS)
    text = capsys.readouterr().out
    lines = text.splitlines()
    assert max(map(len, lines)) <= columns
    assert not any(line.endswith(" ") for line in lines)
    assert "\x1b" not in text
    header = lines[0].split()
    assert header == ["document", "kind", "account", "period", "rows", "proof", "decision", "seconds"]
    assert lines[1].startswith("statem")
    assert ("…" in lines[1]) is (columns < 150)
    assert "1,234" in lines[1]
    assert "0.2" in lines[1]
    for said in ("****3000", "2025-01-01", "✗ debits", "b [red].pdf", "already loaded", "same bytes as another"):
        assert said in text


@pytest.mark.parametrize("columns", [100], indirect=True)
def test_what_is_not_accepted_says_why_and_where(columns: int, capsys: pytest.CaptureFixture[str]) -> None:
    print_documents(terminal(), DOCUMENTS)
    reasons = capsys.readouterr().out.partition("not accepted\n")[2].splitlines()
    assert [line.split() for line in reasons] == [
        ["b", "[red].pdf", "review", "It", "is", "off", "by", "0.01.", "(page", "7)"],
        ["c", "[2J.pdf", "rejected", "It", "is", "no", "statement."],
        ["d.pdf", "error", "It", "is", "gone."],
    ]


def test_where_all_is_accepted_nothing_more_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    print_documents(terminal(), DOCUMENTS[:1])
    assert "not accepted" not in capsys.readouterr().out


def test_the_end_counts_and_names_the_next_step(capsys: pytest.CaptureFixture[str]) -> None:
    print_end(terminal(), DOCUMENTS, "duckdb:///a.duckdb")
    text = capsys.readouterr().out
    assert "4 documents, 1 of them loaded before: 1 accepted, 1 in review, 1 rejected, 1 not read." in text
    assert "Their 3,702 rows are in duckdb:///a.duckdb" in text
    assert "tieout query documents_needing_attention" in text


@pytest.mark.parametrize("columns", [80, 100], indirect=True)
def test_holdings_are_counted_beside_the_rows(columns: int, capsys: pytest.CaptureFixture[str]) -> None:
    held = replace(TOLD, rows=12, holdings=1008, held=("holding values", "holdings total", "trade amounts"))
    document = Summary(LONG, "accepted", 0.25, "loaded", "brokerage_statement", (held,))
    print_documents(terminal(), [document])
    print_end(terminal(), [document, document], "duckdb:///a.duckdb")
    text = capsys.readouterr().out
    assert "12+1,008" in text
    assert "values," in text
    assert "Their 24 rows and 2,016 holdings are in duckdb:///a.duckdb" in text
    assert max(map(len, text.splitlines()[:3])) <= columns


def test_an_error_of_the_program_can_be_reported(capsys: pytest.CaptureFixture[str]) -> None:
    broken = Summary("d.pdf", "error", 0.0, reason="An error in tieout (KeyError).", trace="KeyError\n  a.py:1 f\n")
    print_end(terminal(), [broken], "duckdb:///a.duckdb")
    text = capsys.readouterr().out
    assert "An error in tieout (KeyError). Please report it:\nKeyError\n  a.py:1 f\n" in text


def test_how_far_it_is_is_told_in_lines_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with shown("samples") as listener:
        for event in (Found(2, 3), Done("a\n.pdf", "accepted", 0.25), Waiting("It is busy.")):
            listener(event)
    said = capsys.readouterr()
    assert said.err == (
        "2 documents; 3 other files are left alone\na .pdf: accepted, 0.2 s\ntrying again soon: It is busy.\n"
    )
    assert said.out == ""


def test_how_far_it_is_is_a_bar_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("COLUMNS", "100")
    with shown("samples") as listener:
        for event in (Found(2, 0), Done("a.pdf", "accepted", 0.2), Done("a.pdf", "accepted", 0.1), Waiting("Busy.")):
            listener(event)
    said = capsys.readouterr().err
    assert "1/2" in said
    assert "2/2" not in said  # the same document twice is one
    assert "trying again soon: Busy." in said
