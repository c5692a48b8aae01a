"""What commands show on a terminal: cut names, and how far they are."""

import threading

import pytest

from extraction.terminal import printable, progress, shortened


def test_long_names_are_cut_in_the_middle() -> None:
    assert shortened("a" * 30 + "z" * 30, 11) == "aaaaa…zzzzz"
    assert shortened("short.pdf", 9) == "short.pdf"
    assert {len(shortened("x" * 50, width)) for width in (1, 2, 3, 10)} == {1, 2, 3, 10}


def test_control_characters_become_blanks() -> None:
    assert printable("a\r\nb\x1b[2Jc\x9bd") == "a b [2Jc d"


@pytest.mark.parametrize("compatible", ["0", "1"])
def test_how_far_it_is_is_a_line_each_where_no_terminal_could_draw_a_bar(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, compatible: str
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", compatible)
    monkeypatch.setenv("TERM", "dumb")
    with progress(2) as tell:
        tell("a\n.pdf", "accepted")
        tell("b.pdf", "review")
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "1/2 a .pdf: accepted\n2/2 b.pdf: review\n")


def test_how_far_it_is_is_a_bar_on_a_terminal_without_a_thread(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    before = threading.active_count()
    with progress(2, "measuring") as tell:
        tell("a.pdf", "accepted")
        assert threading.active_count() == before
    said = capsys.readouterr().err
    assert "measuring" in said
    assert "1/2" in said
    assert "a.pdf accepted" in said
