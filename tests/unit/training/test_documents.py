"""Folders -> what is learnt from."""

import json
import sys
from pathlib import Path

import pytest

from extraction.errors import UsageError
from extraction.training.card import write
from extraction.training.documents import files, needs_torch


def folder(path: Path, *names: str) -> str:
    path.mkdir(parents=True)
    for name in names:
        (path / name).touch()
    return str(path)


def test_pdfs_of_all_folders_but_those_held_out(tmp_path: Path) -> None:
    one = folder(tmp_path / "a", "2.pdf", "1.pdf", "notes.txt")
    held = folder(tmp_path / "a" / "held", "3.pdf")
    other = folder(tmp_path / "b", "4.pdf")
    assert [path.name for path in files([one, other], [held])] == ["1.pdf", "2.pdf", "4.pdf"]
    assert [path.name for path in files([other, other], [])] == ["4.pdf", "4.pdf"]


def test_a_folder_that_is_none_or_holds_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        files([str(tmp_path / "nowhere")], [])
    with pytest.raises(UsageError, match="no PDFs"):
        files([folder(tmp_path / "empty")], [])


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(UsageError, match=r"tieout\[train\]"):
        needs_torch()


def test_a_card_keeps_what_is_known_of_the_part_that_was_not_trained(tmp_path: Path) -> None:
    write({"words": {"steps": 1}, "seed": 1}, tmp_path)
    file = write({"regions": {"steps": 2}, "seed": 2}, tmp_path)
    assert json.loads(file.read_text("utf-8")) == {"regions": {"steps": 2}, "seed": 2, "words": {"steps": 1}}
