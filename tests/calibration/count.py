"""Documents -> how many values of each class are right; their scores."""

import json
from collections.abc import Iterable, Iterator, Mapping

from extraction.confidence.said import Path
from extraction.documents.bundles.bundle import bundle
from extraction.evaluation.calibration import of_header
from extraction.evaluation.score import DocumentScore, score
from extraction.pipeline import Source, classes_of, parse, told
from extraction.settings import Settings

from .documents import Case

SOURCE = Source("input.pdf", "0" * 64, "application/pdf")
SECRET = Settings().account_secret
FACTOR, HEADER_FACTOR = 5, 10
"""A generated statement is kinder than a bank's: so many values of its rows, or of its header, count as one of a
statement that was drawn independently."""
SEEN = 25
"""A class that was seen less often is no class of its own but counts for the coarser one."""
Counts = Mapping[Path, tuple[int, int]]
"""Right and all values by class."""
HEAD = (
    '"""How many values of each class were right, of how many. Made by `python -m tests.calibration`, not by hand.',
    "",
    "The classes are those of the modules beside it (`header.py`, `rows.py`, `holdings.py`, `trades.py`), each a path",
    'from the coarse to the fine."""',
    "",
    "COUNTS: dict[str, tuple[int, int]] = {",
)


def counted(cases: Iterable[Case]) -> Counts:
    """Documents -> right and all values by class."""
    found: dict[Path, tuple[int, int]] = {}
    for case in cases:
        for path, right in judged(case):
            before, count = found.get(path, (0, 0))
            found[path] = (before + right, count + 1)
    return found


def judged(case: Case) -> Iterator[tuple[Path, bool]]:
    """Document -> the class of each of its values that the truth tells, and whether it is right."""
    understood = bundle(case.pages, SOURCE.sha256, SECRET)
    result = told(understood, SOURCE, case.pages)
    known = classes_of(understood, result.issues, result.decision)
    for value in score(case.name, case.truth, result).values:
        yield known[value.account, value.row, value.name], value.right


def scores(cases: Iterable[Case]) -> list[DocumentScore]:
    """Documents -> their scores, with the probabilities as they are now."""
    return [score(case.name, case.truth, parse(case.pages, SOURCE, SECRET)) for case in cases]


def joined(generated: Counts, measured: Counts) -> Counts:
    """Counts of generated statements, of others -> both together, each with its weight, and without rare classes."""
    found = dict(generated)
    for path, (right, count) in measured.items():
        a, b = found.get(path, (0, 0))
        factor = HEADER_FACTOR if of_header(path[0]) else FACTOR
        found[path] = (a + factor * right, b + factor * count)
    return pruned(found)


def pruned(counts: Counts) -> Counts:
    """Counts -> the same with rare classes counted for the coarser ones, the finest first."""
    found = dict(counts)
    for length in range(max(map(len, found), default=0), 1, -1):
        for path in [p for p, (_, count) in found.items() if len(p) == length and count < SEEN]:
            right, count = found.pop(path)
            a, b = found.get(path[:-1], (0, 0))
            found[path[:-1]] = (a + right, b + count)
    return found


def to_json(counts: Counts) -> str:
    """Counts -> JSON, a class a line."""
    lines = [f'"{"/".join(path)}": [{right}, {count}]' for path, (right, count) in sorted(counts.items())]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def from_json(text: str) -> dict[Path, tuple[int, int]]:
    """The inverse of `to_json`."""
    return {tuple(path.split("/")): (right, count) for path, (right, count) in json.loads(text).items()}


def written(counts: Counts) -> str:
    """Counts -> the text of `extraction/confidence/table.py`."""
    lines = [f'    "{"/".join(path)}": ({right}, {count}),' for path, (right, count) in sorted(counts.items())]
    return "\n".join([*HEAD, *lines, "}", ""])
