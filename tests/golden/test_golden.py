"""Every sample: `parse(pages.json)` is `expected.json`, `read(input)` is `pages.json`, and both are the truth."""

import json
import re
from collections.abc import Mapping
from difflib import SequenceMatcher

import pytest
from _pytest.mark import ParameterSet

from extraction.evaluation.truth import read_truth
from extraction.model import Page
from schemas.result import ExtractionResult
from schemas.statement import Account
from tests.agreement import DECISIONS, wrong_header, wrong_rows
from tests.golden.files import SAMPLES, Folder, folder, folders, pages_of, result_of
from tests.golden.samples import drawn

NAMES = [one.name for one in folders()]
NEAR = 0.5
"""Points by which a box may lie elsewhere with another version of the PDF library."""
ALIKE = 0.9
"""Share of a scan's words that are read alike; other versions of Tesseract than the recorded one (5.3) differ."""
WHY = {
    "other/empty-file": "empty_file",
    "other/encrypted": "password_required",
    "other/invoice": "not_a_statement",
    "other/letter-from-a-bank": "not_a_statement",
    "other/picture-without-text": "no_text",
    "other/text-named-pdf": "unknown_format",
    "other/truncated": "damaged_file",
}

OPEN: dict[str, str] = {}
"""Samples that are not read right yet, and why; each fails once it is."""
OPEN_HEADER: dict[str, str] = {}


def names(known: Mapping[str, str]) -> list[ParameterSet]:
    """All samples, those with a known reason marked as failing."""
    marks = {name: (pytest.mark.xfail(reason=reason),) for name, reason in known.items()}
    return [pytest.param(name, marks=marks.get(name, ())) for name in NAMES]


def expected(name: str) -> ExtractionResult:
    return ExtractionResult.model_validate(folder(name).expected)


def reparsed(sample: Folder) -> ExtractionResult:
    return result_of(sample.input.name, sample.input.read_bytes(), sample.pages)


def test_there_is_a_folder_for_each_sample_and_no_other() -> None:
    assert sorted(drawn()) == NAMES
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()) < 4_000_000


@pytest.mark.parametrize("name", NAMES)
def test_the_recorded_truth_is_what_the_document_is_drawn_from(name: str) -> None:
    assert folder(name).truth == drawn()[name].truth
    assert read_truth(json.dumps(folder(name).truth)).expect == drawn()[name].truth["expect"]


@pytest.mark.parametrize("name", NAMES)
def test_parsing_the_recorded_pages_gives_exactly_the_recorded_result(name: str) -> None:
    sample = folder(name)
    assert reparsed(sample).model_dump(mode="json") == sample.expected


@pytest.mark.parametrize("name", names(OPEN))
def test_the_recorded_rows_and_decision_are_the_truth(name: str) -> None:
    result, truth = expected(name), drawn()[name].truth
    assert (result.decision, wrong_rows(result, truth)) == (DECISIONS[truth["expect"]], [])
    if truth["expect"] == "reject":
        assert [issue.code for issue in result.issues] == [WHY[name]]


@pytest.mark.parametrize("name", names(OPEN_HEADER))
def test_the_recorded_header_is_the_truth(name: str) -> None:
    result, truth = expected(name), drawn()[name].truth
    if truth["expect"] != "reject":
        assert wrong_header(result, truth) == []


@pytest.mark.parametrize("name", ["bank/closing-off-by-a-cent", "bank/missing-row"])
def test_what_goes_to_review_says_what_is_contradicted_and_where(name: str) -> None:
    result = expected(name)
    assert result.verdict == "discrepancy"
    (first, *_) = [issue for issue in result.issues if issue.code in ("closing_mismatch", "balance_mismatch")]
    assert first.page == 1 and first.bbox is not None
    assert first.expected and first.found and first.difference
    assert any(proof.status == "fails" for proof in result.proofs)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_pages_give_the_same_result(name: str) -> None:
    sample = folder(name)
    assert reparsed(sample).model_dump_json() == reparsed(sample).model_dump_json()


@pytest.mark.engine
@pytest.mark.parametrize("name", NAMES)
def test_reading_the_document_gives_the_recorded_pages_and_rows(name: str) -> None:
    sample = folder(name)
    data = sample.input.read_bytes()
    pages = pages_of(data)
    assert differences(pages or [], sample.pages or []) == []
    result = result_of(sample.input.name, data, pages)
    assert result.decision == expected(name).decision
    assert [_rows(a) for a in result.accounts] == [_rows(a) for a in expected(name).accounts]


@pytest.mark.engine
@pytest.mark.parametrize("name", NAMES)
def test_the_document_is_the_one_that_is_drawn_today(name: str) -> None:
    """Byte for byte, or, where another zlib packs it otherwise, word for word."""
    sample, data = folder(name), drawn()[name].data
    assert sample.input.name == drawn()[name].filename
    if data != sample.input.read_bytes():
        assert differences(pages_of(data) or [], sample.pages or []) == []


def differences(found: list[Page], recorded: list[Page]) -> list[str]:
    """Pages as read, as recorded -> the first words that are not the same, or the share of a scan that is not."""
    if [(p.number, p.source) for p in found] != [(p.number, p.source) for p in recorded]:
        return ["other pages"]
    return [told for a, b in zip(found, recorded, strict=True) for told in _page_differences(a, b)]


def _rows(account: Account) -> list[tuple[object, ...]]:
    return [(row.date, row.amount, row.balance) for row in account.transactions]


def _page_differences(found: Page, recorded: Page) -> list[str]:
    texts, told = [w.text for w in found.words], [w.text for w in recorded.words]
    if found.source == "ocr":
        share = SequenceMatcher(None, texts, told, autojunk=False).ratio()
        return [] if share >= ALIKE else [f"page {found.number}: {share:.2f} of the words"]
    if texts != told:
        return [f"page {found.number}: {a!r} instead of {b!r}" for a, b in zip(texts, told, strict=False) if a != b][:5]
    boxes = [*zip(found.words, recorded.words, strict=True)]
    return [
        f"page {found.number}: {a.text!r} at {a.box} instead of {b.box}"
        for a, b in boxes
        if max(abs(x - y) for x, y in zip(a.box, b.box, strict=True)) > NEAR
    ][:5]


def test_the_ledger_tells_of_every_sample_with_its_decision() -> None:
    rows = re.findall(r"^\| `(\S+)` \|.*\| (\w+) \|$", (SAMPLES / "README.md").read_text("utf-8"), re.MULTILINE)
    assert rows == [(name, DECISIONS[sample.truth["expect"]]) for name, sample in sorted(drawn().items())]
