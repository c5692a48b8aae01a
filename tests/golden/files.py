"""The folders of samples/: `input.*`, its truth, `pages.json`, `expected.json`, and what the code makes of them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extraction.errors import DocumentError
from extraction.model import Page, pages_from_json, pages_to_json
from extraction.pipeline import UNKNOWN, Source, extract, parse, read
from extraction.settings import Settings
from extraction.source.intake import sha256, sniff
from schemas.result import ExtractionResult
from tests.golden.samples import Sample

SAMPLES = Path(__file__).parents[2] / "samples"
TRUTH = "input.truth.json"
SETTINGS = Settings()
WIDTH = 116
"""Values that fit into this many characters stand on one line: a row, a word, an issue is a line of a diff."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One sample on disk, such as samples/bank/german-soll-haben; `name` is its path in samples/."""

    name: str
    path: Path

    @property
    def input(self) -> Path:
        """The document. Raises ValueError where there is not just one."""
        (found,) = (path for path in self.path.glob("input.*") if path.name != TRUTH)
        return found

    @property
    def truth(self) -> Any:
        """What the document was drawn from, as JSON values."""
        return json.loads((self.path / TRUTH).read_text("utf-8"))

    @property
    def pages(self) -> list[Page] | None:
        """The pages as recorded, None where the document cannot be opened."""
        path = self.path / "pages.json"
        return pages_from_json(json.loads(path.read_text("utf-8"))) if path.exists() else None

    @property
    def expected(self) -> Any:
        """The result as recorded, as JSON values."""
        return json.loads((self.path / "expected.json").read_text("utf-8"))


def folder(name: str) -> Folder:
    """Name of a sample -> its folder, which need not exist."""
    return Folder(name, SAMPLES / name)


def folders() -> list[Folder]:
    """All samples on disk by name."""
    found = sorted(path.parent for path in SAMPLES.glob("*/*/expected.json"))
    return [folder(path.relative_to(SAMPLES).as_posix()) for path in found]


def pages_of(data: bytes) -> list[Page] | None:
    """Document -> its pages as the engines read them, None where it cannot be opened."""
    try:
        return read(data, SETTINGS)
    except DocumentError:
        return None


def result_of(filename: str, data: bytes, pages: list[Page] | None) -> ExtractionResult:
    """Name and bytes of a document, its pages -> what is said of it; without pages, why it is refused."""
    if pages is None:
        return extract(data, filename, SETTINGS)
    return parse(pages, Source(filename, sha256(data), sniff(data) or UNKNOWN), SETTINGS.account_secret)


def write(target: Folder, sample: Sample, pages: list[Page] | None, result: ExtractionResult) -> None:
    """Writes a sample's folder anew; what else lies in it is removed."""
    target.path.mkdir(parents=True, exist_ok=True)
    files = {
        sample.filename: sample.data,
        TRUTH: _bytes(sample.truth),
        "expected.json": _bytes(result.model_dump(mode="json")),
    }
    if pages is not None:
        files["pages.json"] = _bytes(pages_to_json(pages))
    for old in target.path.iterdir():
        if old.name not in files:
            old.unlink()
    for name, content in files.items():
        (target.path / name).write_bytes(content)


def _bytes(value: Any) -> bytes:
    return ("\n".join(_lines(value, "")) + "\n").encode()


def _lines(value: Any, indent: str) -> Iterator[str]:
    """JSON value -> its lines, each as full as `WIDTH` allows."""
    flat = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if len(indent) + len(flat) <= WIDTH or not isinstance(value, dict | list):
        yield indent + flat
        return
    opened, closed = "{}" if isinstance(value, dict) else "[]"
    parts = (
        [(f"{json.dumps(k)}:", v) for k, v in value.items()] if isinstance(value, dict) else [("", v) for v in value]
    )
    yield indent + opened
    for number, (key, part) in enumerate(parts, 1):
        first, *rest = _lines(part, indent + " ")
        lines = [f"{indent} {key}{first.lstrip()}", *rest]
        lines[-1] += "," if number < len(parts) else ""
        yield from lines
    yield indent + closed
