"""Tesseract as an engine: what its table says, and what is said where it is missing or too slow."""

from pathlib import Path

import pytest
from PIL import Image

from extraction.engines import PAGE_SECONDS, ocr_engines
from extraction.errors import EngineError, TooSlowError
from extraction.ocr import tesseract
from extraction.ocr.engine import Engines
from extraction.ocr.rapid import Rapid
from extraction.ocr.tesseract import Tesseract
from extraction.settings import Settings

PAPER = Image.new("L", (300, 100), 255)


def program(folder: Path, script: str) -> None:
    """A program named tesseract."""
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n[ $1 = --version ] && echo tesseract 5.3.0 && exit\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The first place where programs are looked for."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def test_a_missing_program_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="apt-get install tesseract-ocr tesseract-ocr-eng") as caught:
        Tesseract("eng").read(PAPER, 0.24)
    assert "not installed" in str(caught.value)
    assert (caught.value.exit_code, caught.value.retryable) == (1, False)


def test_a_missing_language_says_what_to_install(folder: Path) -> None:
    program(folder, "echo Failed loading language chi_sim >&2; exit 1")
    with pytest.raises(EngineError, match="apt-get install tesseract-ocr tesseract-ocr-deu tesseract-ocr-chi-sim"):
        Tesseract("deu+chi_sim").read(PAPER, 0.24)


def test_another_failure_is_told_as_it_is(folder: Path) -> None:
    program(folder, "echo 'out of memory' >&2; exit 3")
    with pytest.raises(EngineError, match=r"Tesseract failed: .*out of memory"):
        Tesseract("eng").read(PAPER, 0.24)


@pytest.mark.parametrize("mode", [0o644, 0o755])
def test_a_program_that_cannot_be_started(folder: Path, mode: int, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "tesseract").write_text("no program")
    (folder / "tesseract").chmod(mode)
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(EngineError, match="Install it: apt-get install tesseract-ocr tesseract-ocr-eng"):
        Tesseract("eng").read(PAPER, 0.24)


def test_a_page_that_takes_too_long(folder: Path) -> None:
    program(folder, "exec sleep 30")
    with pytest.raises(TooSlowError, match="did not finish a page within 1 s"):
        Tesseract("eng", 1).read(PAPER, 0.24)


def test_one_thread_a_page(folder: Path) -> None:
    """The environment of the program, and only that."""
    program(folder, f"echo $OMP_THREAD_LIMIT > {folder}/limit; exit 1")
    with pytest.raises(EngineError):
        Tesseract("eng").read(PAPER, 0.24)
    assert (folder / "limit").read_text().strip() == "1"


@pytest.mark.parametrize(("scale", "dpi"), [(0.24, 300), (0.36, 200), (2.0, 70)])
def test_a_page_is_one_block_of_lines_of_its_resolution(folder: Path, scale: float, dpi: int) -> None:
    """Below 70 dpi Tesseract takes a guess of its own."""
    program(folder, f'echo "$@" > {folder}/asked; exit 1')
    with pytest.raises(EngineError):
        Tesseract("deu").read(PAPER, scale)
    asked = (folder / "asked").read_text().split()
    assert [asked[asked.index(option) + 1] for option in ("-l", "--psm", "--dpi")] == ["deu", "6", str(dpi)]


def test_settings_choose_language_and_seconds_of_the_second_reader() -> None:
    assert ocr_engines(Settings(ocr_language="deu", max_seconds=7)) == Engines(Rapid(), Tesseract("deu", 7))
    assert ocr_engines(Settings(max_seconds=100_000)) == Engines(Rapid(), Tesseract("eng", PAGE_SECONDS))


def test_a_table_becomes_words_in_points() -> None:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    table = "\n".join(
        [
            head,
            "1\t1\t0\t0\t0\t0\t0\t0\t2550\t3300\t-1\t",
            "5\t1\t1\t1\t1\t1\t300\t600\t150\t50\t96.5\t1,234.56",
            "5\t1\t1\t1\t1\t2\t500\t600\t90\t50\t-1\t \t ",
            "5\t1\t1\t1\t1\t3\t600\t600\t90\t50\t130\ttab\tin it",
            "5\t1\t1",
        ]
    )
    first, second = tesseract._words(table, 0.24)
    assert (first.text, first.box, first.confidence, first.method) == (
        "1,234.56",
        (72.0, 144.0, 108.0, 156.0),
        0.965,
        "ocr",
    )
    assert (second.text, second.confidence) == ("tab\tin it", 1.0)


@pytest.mark.engine
def test_an_empty_page_has_no_words() -> None:
    assert Tesseract().read(PAPER, 0.24) == []


@pytest.mark.engine
@pytest.mark.parametrize("size", [(1, 1), (2, 3), (4000, 1), (1, 4000)])
def test_pictures_of_any_shape(size: tuple[int, int]) -> None:
    assert Tesseract().read(Image.new("L", size, 255), 0.24) == []
