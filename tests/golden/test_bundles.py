"""Generated files of several statements that no one has looked at: none is accepted with rows of another file."""

import pytest

from extraction.pipeline import extract
from extraction.settings import Settings
from tests.agreement import wrong_rows
from tests.generator import Generated
from tests.generator.__main__ import drawn

GOOD, BAD = range(8001, 8041), range(8101, 8131)
SHARE = 0.85
"""At least this share of good files is accepted; in the others, a statement goes to review by itself. 0.95 measured."""


def decided(document: Generated) -> tuple[str, list[str]]:
    """File -> decision and wrong rows."""
    result = extract(document.pdf, "input.pdf", Settings())
    return result.decision, wrong_rows(result, document.truth)


@pytest.mark.engine
def test_files_of_several_statements_are_accepted_and_none_with_a_wrong_row() -> None:
    found = {seed: decided(drawn("bundle", seed)) for seed in GOOD}
    silent = {seed: wrong[:2] for seed, (decision, wrong) in found.items() if decision == "accepted" and wrong}
    assert silent == {}
    right = sum(decision == "accepted" for decision, _ in found.values())
    assert right >= SHARE * len(found), {seed: told for seed, told in found.items() if told[0] != "accepted"}


@pytest.mark.engine
def test_no_file_that_lacks_a_page_or_holds_a_statement_twice_is_accepted() -> None:
    documents = {seed: drawn("bad-bundle", seed) for seed in BAD}
    assert {document.truth["expect"] for document in documents.values()} == {"review"}
    assert {tuple(d.truth["quirks"][2:]) for d in documents.values()} == {("page_missing",), ("doubled",)}
    assert [seed for seed, document in documents.items() if decided(document)[0] == "accepted"] == []
