"""`tieout train`: the flow from a folder of statements to weights and their card."""

import json
import shutil
from pathlib import Path

import pytest

from tests.programs import tieout

SAMPLES = Path("samples/bank").resolve()


@pytest.mark.integration
def test_a_folder_of_statements_becomes_weights_and_their_card(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="needs tieout[train]")
    pytest.importorskip("transformers", reason="needs tieout[train]")
    for folder, name in (("learnt", "german-soll-haben"), ("held", "dutch-counterparty-signed")):
        (tmp_path / folder).mkdir()
        shutil.copy(SAMPLES / name / "input.pdf", tmp_path / folder / "a.pdf")
    command = ["train", "learnt", "--held-out", "held", "--out", "weights", "--word-steps", "2", "--region-steps", "2"]
    done = tieout(tmp_path, *command)
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "weights").iterdir()} == {"words.onnx", "regions.onnx", "card.json"}
    card = json.loads((tmp_path / "weights" / "card.json").read_text("utf-8"))
    assert (card["words"]["steps"], card["regions"]["steps"]) == (2, 2)
    assert card["words"]["pages_held_out"] == 2
    assert json.loads(done.stdout) == card


@pytest.mark.integration
def test_a_folder_that_is_not_there_is_said_before_anything_starts(tmp_path: Path) -> None:
    done = tieout(tmp_path, "train", "nowhere", "--out", "weights")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "nowhere is no folder" in done.stderr or "tieout[train]" in done.stderr
    assert "Traceback" not in done.stderr
