"""The documents that the probabilities are counted on, and others that they are held against."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extraction.errors import DocumentError
from extraction.evaluation.truth import SUFFIX, Truth, read_truth, truth_files
from extraction.model import Page, pages_from_json, pages_to_json
from extraction.pipeline import read
from extraction.settings import Settings
from tests.generator.__main__ import drawn

from .worn import worn

WORN = {"worn": "mixed", "brokerage-worn": "brokerage"}
"""Families whose text layer is worn: the family of the generator that each is of."""
FIT: Mapping[str, Sequence[int]] = {
    "mixed": range(10001, 10301),
    "facts": range(11001, 11151),
    "bad": range(12001, 12201),
    "worn": range(13001, 13201),
    "scan": range(14001, 14041),
    "brokerage": range(15001, 15201),
    "brokerage-bad": range(16001, 16161),
    "brokerage-worn": range(17001, 17201),
    "brokerage-scan": range(18001, 18031),
}
"""Seeds by family."""
CHECK: Mapping[str, Sequence[int]] = {
    "mixed": range(20001, 20201),
    "facts": range(21001, 21081),
    "bad": range(22001, 22101),
    "worn": range(23001, 23101),
    "scan": range(24001, 24021),
    "brokerage": range(25001, 25101),
    "brokerage-bad": range(26001, 26081),
    "brokerage-worn": range(27001, 27101),
    "brokerage-scan": range(28001, 28016),
}
"""Seeds that nothing is counted on."""


@dataclass(frozen=True, slots=True)
class Case:
    """A document as it was read, and its truth."""

    name: str
    pages: Sequence[Page]
    truth: Truth


def cases(seeds: Mapping[str, Sequence[int]], kept: Path | None = None) -> Iterator[Case]:
    """Seeds by family, a folder that keeps the pages of scans (None: they are read each time) -> the documents."""
    for family, some in seeds.items():
        for seed in some:
            yield case(family, seed, kept)


def case(family: str, seed: int, kept: Path | None = None) -> Case:
    """Family, seed -> the document."""
    document = drawn(WORN.get(family, family), seed)
    file = kept / f"{family}-{seed}.json" if kept and family.endswith("scan") else None
    pages = _read(document.pdf, file)
    truth = read_truth(json.dumps(document.truth))
    return Case(f"{family} {seed}", worn(pages, seed) if family in WORN else pages, truth)


def others(folders: Sequence[Path], counted: bool, kept: Path | None = None) -> Iterator[Case]:
    """Folders with documents and truths -> the half of them that is counted, or the other one. The halves are told by
    the name, so that a document stays in its half."""
    for folder in folders:
        for truth in truth_files(folder):
            stem = truth.name.removesuffix(SUFFIX)
            beside = sorted(path for path in truth.parent.iterdir() if path.stem == stem and path != truth)
            if not beside or _is_counted(stem) != counted:
                continue
            try:
                pages = _read(beside[0].read_bytes(), kept / f"{stem}.json" if kept else None)
            except DocumentError:
                continue  # what cannot be opened has no values
            yield Case(stem, pages, read_truth(truth.read_text("utf-8")))


def _is_counted(stem: str) -> bool:
    return hashlib.sha256(stem.encode()).digest()[0] % 2 == 0


def _read(data: bytes, file: Path | None) -> Sequence[Page]:
    """Document, the file that keeps its pages -> its pages."""
    if file and file.exists():
        return pages_from_json(json.loads(file.read_text("utf-8")))
    pages = read(data, Settings())
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(pages_to_json(pages)), "utf-8")
    return pages
