"""Real documents, where they lie beside the checkout: what can be proved is accepted exactly, nothing else is."""

import importlib.util
import json
import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extraction.pipeline import extract
from extraction.settings import Settings
from schemas.result import ExtractionResult

SHARED = Path(__file__).parents[3] / "shared"
DOCUMENTS, SCORER = SHARED / "documents" / "statements", SHARED / "score" / "rows.py"
TRUTHS = sorted(DOCUMENTS.glob("*.truth.json")) if SCORER.exists() else []
SUFFIXES = (".pdf", ".png", ".jpg")

pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(
        not TRUTHS, reason=f"The real documents and their scorer do not lie in {SHARED.name}/ beside it."
    ),
]


def name_of(truth: Path) -> str:
    return truth.name.removesuffix(".truth.json")


@lru_cache(maxsize=1)
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("rows_scorer", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


def said(result: ExtractionResult) -> dict[str, Any]:
    """Result -> the form that the scorer reads."""
    told = json.loads(result.model_dump_json())
    return {"doc_type": told["document"]["kind"], **{k: told[k] for k in ("institution", "decision", "accounts")}}


@pytest.mark.parametrize("path", TRUTHS or [SHARED], ids=name_of)
def test_a_real_document_is_accepted_exactly_or_held_back(path: Path) -> None:
    truth = json.loads(path.read_text("utf-8"))
    document = next(d for d in (path.with_name(name_of(path) + suffix) for suffix in SUFFIXES) if d.exists())
    result = extract(document.read_bytes(), document.name, Settings())
    score = scorer().score_document(name_of(path), truth, said(result))
    assert not score.silent_error
    assert not score.unsafe_accept
    if truth["expect"] == "accept":
        assert (result.decision, score.rows_exact) == ("accepted", True)
    if truth["expect"] == "reject":
        assert result.decision == "rejected"
