"""The documents, what is told of them, and what is known to be read wrongly in them."""

import functools
import json
from pathlib import Path

from extraction.evaluation.score import DocumentScore, score
from extraction.evaluation.truth import read_truth
from extraction.pipeline import extract
from extraction.settings import Settings

HERE = Path(__file__).parent
TRUTHS = sorted(HERE.glob("*/*.truth.json"))
FOLDERS = sorted({path.parent.name for path in TRUTHS})
SPOILED = sorted(HERE.glob("*/spoiled/*.pdf"))
WRONG = HERE / "wrong.json"


def name_of(truth: Path) -> str:
    return truth.name.removesuffix(".truth.json")


def scored(truth: Path) -> DocumentScore:
    """The truth of a document -> how the document beside it is read."""
    name = name_of(truth)
    file = truth.with_name(f"{name}.pdf")
    result = extract(file.read_bytes(), file.name, Settings())
    return score(name, read_truth(truth.read_text("utf-8")), result)


@functools.cache
def recorded() -> dict[str, list[str]]:
    """Name of a document -> what is wrong in it; the others are fully correct."""
    wrong: dict[str, list[str]] = json.loads(WRONG.read_text("utf-8"))
    return wrong
