"""What is measured of real documents: every stage and peer in every round, and what stops none of the others."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from extraction.benchmark import peers, rounds
from extraction.errors import DamagedFileError
from extraction.model import Page
from extraction.settings import Settings
from extraction.text.lines import lines
from tests.statements import statement

pytestmark = pytest.mark.engine

SETTINGS = Settings()


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(statement())
    return path


def test_a_look_counts_pages_and_words(document: Path) -> None:
    seen = rounds.look(document, SETTINGS)
    assert (seen.pages, seen.scanned) == (1, 0)
    assert seen.words > 20
    assert min(seen.read, seen.parse) > 0


def test_every_stage_and_peer_is_timed_in_every_round(document: Path) -> None:
    found = rounds.times(document, 3, ("pdfium",), SETTINGS)
    assert {name: len(every) for name, every in found.seconds.items()} == {"read": 3, "parse": 3, "pdfium": 3}
    assert all(second > 0 for every in found.seconds.values() for second in every)
    assert found.found["parse"] == 2
    assert found.found["pdfium"] > 100
    assert found.failed == {}


def test_nothing_is_remembered_from_one_round_to_the_next(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def remembered(_: bytes, pages: Sequence[Page], __: Settings) -> int:
        before = lines.cache_info().currsize
        return before if [lines(page) for page in pages] else -1

    monkeypatch.setattr(rounds, "_parse", remembered)
    assert rounds.times(document, 3, (), SETTINGS).found["parse"] == 0


def test_a_peer_that_fails_is_named_and_the_others_are_timed(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(data: bytes) -> int:
        raise ValueError(data)

    monkeypatch.setitem(rounds._PEERS, "pdfplumber", fails)  # type: ignore[arg-type]
    found = rounds.times(document, 2, ("pdfplumber", "pdfium"), SETTINGS)
    assert found.failed == {"pdfplumber": "ValueError"}
    assert {name: len(every) for name, every in found.seconds.items()} == {"read": 2, "parse": 2, "pdfium": 2}


def test_memory_is_counted_from_before_the_first_document(document: Path) -> None:
    found = rounds.memory([document], "tieout", SETTINGS)
    assert 0 <= found.grown < found.peak
    assert found.peak > 10 << 20


def test_a_load_is_shared_out(document: Path) -> None:
    assert rounds.load([(document, 1.0), (document, 2.0)], 2, SETTINGS) > 0
    document.write_bytes(b"%PDF-1.4 torn")
    with pytest.raises(DamagedFileError):
        rounds.load([(document, 1.0)], 2, SETTINGS)


def test_pdfium_counts_the_text_of_all_pages() -> None:
    assert peers.pdfium_text(statement()) > peers.pdfium_text(statement(amounts=("-20.00",))) > 100


def test_pdfplumber_finds_the_words() -> None:
    pytest.importorskip("pdfplumber")
    assert peers.has_pdfplumber()
    assert peers.pdfplumber_words(statement()) > 20
