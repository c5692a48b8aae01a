"""The statements of several accounts, as if one of these had never been found: that it is missing is always told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extraction.documents import statement
from extraction.documents.layouts import _row_lines
from extraction.documents.reads import Read
from extraction.evaluation.truth import read_truth
from extraction.pipeline import extract
from extraction.settings import Settings
from schemas.result import blocks
from tests.layouts.truths import FOLDERS, TRUTHS


def several(path: Path) -> bool:
    """Whether a statement has rows of several accounts."""
    return sum(bool(account.transactions) for account in read_truth(path.read_text("utf-8")).accounts) > 1


def without(best: statement.Reading, lost: Read, sheet: statement.Sheet) -> statement.Reading:
    """A reading -> the same, as if neither the account nor its rows had been found."""
    gone = {row.order for table in lost.part.tables for row in table.rows}
    kept = [replace(t, rows=tuple(row for row in t.rows if row.order not in gone)) for t in best.layout.tables]
    tables = tuple(table for table in kept if table.rows)
    layout = replace(best.layout, tables=tables, rows=_row_lines(sheet.text, tables))
    return replace(best, layout=layout, reads=[read for read in best.reads if read is not lost])


def moved(read: Read) -> bool:
    return any(row.posted for table in read.part.tables for row in table.rows)


def untold(best: statement.Reading, sheet: statement.Sheet) -> Iterator[bool]:
    """A reading, what the pages hold -> for each account with rows whether nothing is said where it is not found."""
    for lost in filter(moved, best.reads if len(best.reads) > 1 else []):
        yield not blocks(statement._built(without(best, lost, sheet), sheet).issues)


@pytest.mark.engine
@pytest.mark.parametrize("folder", FOLDERS)
def test_an_account_that_is_not_found_is_told(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[tuple[str, bool]] = []
    names: list[str] = []
    built = statement._built

    def seen(best: statement.Reading, sheet: statement.Sheet) -> statement.Statement:
        whole = built(best, sheet)
        with monkeypatch.context() as patch:
            patch.setattr(statement, "_built", built)
            found.extend((names[-1], one) for one in untold(best, sheet) if not blocks(whole.issues))
        return whole

    monkeypatch.setattr(statement, "_built", seen)
    for path in (path for path in TRUTHS if path.parent.name == folder and several(path)):
        names.append(path.name)
        file = path.with_name(path.name.replace(".truth.json", ".pdf"))
        extract(file.read_bytes(), file.name, Settings())
    assert len(found) >= len(names)
    assert [name for name, one in found if one] == []
