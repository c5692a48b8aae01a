"""`tieout show`: a page's picture with what was read on it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from flows.cli import main
from tests.statements import statement


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.pdf").write_bytes(statement())
    Path("bad.pdf").write_bytes(statement(closing="1.00"))
    Path("locked.pdf").write_bytes(statement(password="sesame"))
    Path("text.pdf").write_bytes(b"this is text")
    return tmp_path


def show(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["show", *arguments])


def colours(path: str) -> set[tuple[int, ...]]:
    with Image.open(path) as picture:
        return {colour for _, colour in picture.convert("RGB").getcolors(1 << 24) or ()}  # type: ignore[misc]


def test_a_page_is_drawn_with_what_was_understood() -> None:
    done = show("a.pdf", "--out", "p.png")
    assert (done.exit_code, done.stdout) == (0, "p.png: page 1 of 1 of a.pdf, accepted\n")
    with Image.open("p.png") as picture:
        assert picture.format == "PNG"
        assert picture.width == pytest.approx(600 / 72 * 144, abs=2)
    assert (24, 128, 56) in colours("p.png")  # an amount's outline


def test_holdings_are_drawn_too() -> None:
    depot = Path(__file__).parents[3] / "samples" / "brokerage" / "german-depot-with-bonds" / "input.pdf"
    assert show(str(depot), "--page", "1", "--out", "p.png").exit_code == 0
    assert (24, 128, 56) in colours("p.png")  # a value's outline


def test_an_issue_is_red() -> None:
    assert show("bad.pdf", "--page", "1", "--out", "p.png").exit_code == 0
    assert (217, 48, 37) in colours("p.png")


def test_a_locked_document_is_drawn_with_its_password() -> None:
    assert show("locked.pdf", "--out", "p.png", "--password", "sesame").exit_code == 0
    assert Path("p.png").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("a.pdf", "--page", "2", "--out", "p.png"), 2, "a.pdf has no page 2: its last one is 1"),
        (("a.pdf", "--page", "0", "--out", "p.png"), 2, "x>=1"),
        (("nowhere.pdf", "--out", "p.png"), 2, "nowhere.pdf cannot be read"),
        (("a.pdf",), 2, "--out"),
        (("a.pdf", "--out", "p.jpg"), 2, "is a PNG"),
        (("a.pdf", "--out", "no/folder/p.png"), 2, "no/folder/p.png cannot be written"),
        (("text.pdf", "--out", "p.png"), 4, "neither a PDF nor"),
        (("locked.pdf", "--out", "p.png"), 4, "encrypted"),
    ],
)
def test_what_cannot_be_drawn_is_said(arguments: tuple[str, ...], code: int, said: str) -> None:
    done = show(*arguments)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr
