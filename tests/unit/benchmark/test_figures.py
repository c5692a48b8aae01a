"""Seconds -> figures: the best of the rounds, pages a second, ratios over the same documents."""

from dataclasses import replace
from pathlib import Path

import pytest

from extraction.benchmark.bench import Bench, Machine, Measured, Problem
from extraction.benchmark.figures import Scans, as_json, failures, pages, scans, speeds
from extraction.benchmark.rounds import Look, Memory, Times, dealt
from extraction.benchmark.screen import print_bench
from extraction.terminal import terminal

A = Measured(
    Path("a.pdf"),
    Look(pages=2, scanned=0, words=100, read=9.0, parse=9.0),
    Times(
        {"read": (0.3, 0.2), "parse": (0.1, 0.4), "pdfplumber": (1.0, 1.2), "pdfium": (0.02, 0.02)},
        {"read": 100, "parse": 5, "pdfplumber": 99, "pdfium": 500},
        {},
    ),
)
B = Measured(
    Path("b.pdf"),
    Look(pages=4, scanned=0, words=200, read=9.0, parse=9.0),
    Times(
        {"read": (0.6, 0.6), "parse": (0.1, 0.1), "pdfium": (0.06, 0.04)},
        {"read": 200},
        {"pdfplumber": "ValueError"},
    ),
)
SCAN = Measured(Path("c.png"), Look(pages=3, scanned=2, words=50, read=5.5, parse=0.5))
BENCH = Bench(
    rounds=2,
    peers=("pdfplumber", "pdfium"),
    documents=(A, SCAN, B),
    memories={"tieout": Memory(64 << 20, 16 << 20), "pdfium": Memory(50 << 20, 2 << 20)},
    loads={1: (1.2, 1.0), 2: (0.5, 0.9)},
    problems=(Problem("d.pdf", "It is empty.", False),),
)
MACHINE = Machine(cores=2, busy=0.1)


def test_the_best_round_of_each_document_counts() -> None:
    found = {speed.name: speed for speed in speeds(BENCH)}
    assert list(found) == ["read", "parse", "read and parse", "pdfplumber", "pdfium"]
    assert found["read"].seconds == pytest.approx(0.8)
    assert found["parse"].seconds == pytest.approx(0.2)
    assert found["read and parse"].seconds == pytest.approx(1.0)
    assert found["read"].pages_a_second == pytest.approx(6 / 0.8)
    assert found["read"].milliseconds_a_page == pytest.approx(800 / 6)
    assert found["pdfium"].to_read == pytest.approx(0.06 / 0.8)
    assert found["pdfium"].to_both == pytest.approx(0.06 / 1.0)


def test_a_peer_is_compared_on_the_documents_that_it_can_read() -> None:
    plumber = next(speed for speed in speeds(BENCH) if speed.name == "pdfplumber")
    assert (plumber.documents, plumber.pages, plumber.seconds) == (1, 2, 1.0)
    assert plumber.to_read == pytest.approx(1.0 / 0.2)
    assert plumber.to_both == pytest.approx(1.0 / 0.3)
    assert failures(BENCH) == [("pdfplumber", "b.pdf", "ValueError")]


def test_scans_are_counted_apart() -> None:
    assert scans(BENCH) == Scans(documents=1, pages=3, scanned=2, read=5.5, parse=0.5)
    assert pages(BENCH) == 6
    assert scans(replace(BENCH, documents=(A,))) is None
    assert speeds(replace(BENCH, documents=(SCAN,))) == []


def test_json_tells_the_same() -> None:
    said = as_json(BENCH, MACHINE)
    assert said["native"]["speeds"]["read_and_parse"]["pages_a_second"] == 6.0
    assert said["native"]["speeds"]["pdfplumber"]["ratio_to_read"] == 5.0
    assert said["native"]["peers_failed"] == [{"peer": "pdfplumber", "document": "b.pdf", "error": "ValueError"}]
    assert said["native"]["processes"] == [
        {"processes": 1, "seconds": 1.0, "pages_a_second": 6.0},
        {"processes": 2, "seconds": 0.5, "pages_a_second": 12.0},
    ]
    assert said["native"]["memory"]["tieout"] == {"peak": 64 << 20, "grown": 16 << 20}
    assert said["scans"]["pages_a_second"] == 0.5
    assert [one["name"] for one in said["documents"]] == ["a.pdf", "c.png", "b.pdf"]
    assert said["documents"][0]["seconds"]["parse"] == [0.1, 0.4]
    assert said["problems"] == [{"name": "d.pdf", "reason": "It is empty."}]


@pytest.mark.parametrize("columns", ["80", "120"])
def test_it_is_shown(columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    print_bench(terminal(), BENCH, MACHINE)
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert lines[0].startswith("2 documents with 6 native pages; the best of 2 rounds for each, all in turn")
    assert lines[2] == "seconds ms/page pages/s to read to both"
    assert "read and parse 1.000 166.7 6.0 ×1.25 ×1.00" in lines
    assert "pdfplumber: words 1.000 500.0 2.0 ×5.00 ×3.33" in lines
    assert "pdfplumber could not read b.pdf: ValueError" in lines
    assert "2 processes: 0.50 s, 12.0 pages a second, 2.00 times as many" in lines
    assert "tieout: 64 MiB, 16 MiB more than before the first document" in lines
    assert "1 document with 2 scanned of 3 pages: read 5.5 s, parse 0.50 s, 0.50 pages a second" in lines
    assert lines[-1] == "d.pdf: It is empty."
    assert not any("other programs" in line or "not installed" in line for line in lines)


def test_a_busy_machine_and_a_missing_peer_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    print_bench(terminal(), replace(BENCH, peers=("pdfium",), loads={}, memories={}), Machine(1, 1.5))
    said = capsys.readouterr().out
    assert "other programs kept 1.5 of 1 core busy" in said
    assert "pdfplumber is not installed, so nothing is compared with it: pip install 'tieout[bench]'" in said
    assert "processes" not in said
    assert "memory" not in said


def test_documents_are_dealt_out_by_their_seconds() -> None:
    a, b, c, d = map(Path, "abcd")
    assert dealt([(a, 1.0), (b, 5.0), (c, 2.0), (d, 2.5)], 2) == [[b], [d, c, a]]
    assert dealt([(a, 1.0)], 2) == [[a], []]
