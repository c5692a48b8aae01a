"""Results that were worked out before, kept in a folder: reading a document is the slow part of a run.

Prefect's own cache keys a task run, and a task reads many documents here: one more file in the bucket would
change the key of all. So a result is kept by what it depends on: the document's bytes, the extractor and the
settings of reading. The files hold account numbers: only their owner may read them.
"""

import hashlib
import os
import tempfile
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

import extraction
import schemas
from extraction.errors import UsageError
from extraction.settings import VERSION, Settings
from schemas.result import ExtractionResult, IssueCode

STATE = Path(".tieout")
"""Folder of what is kept between runs: these results, and the database of Prefect's own server."""
NOT_OF_THE_READING = ("warehouse", "bucket", "ocr_workers")
"""Settings that change no result."""


@dataclass(frozen=True, slots=True)
class Results:
    """A folder of results for one extractor and its settings."""

    folder: Path
    reading: str

    def get(self, document_sha256: str) -> ExtractionResult | None:
        """Document -> its result, None where there is none or the file is damaged."""
        try:
            return ExtractionResult.model_validate_json(self._path(document_sha256).read_bytes())
        except (OSError, ValidationError):
            return None

    def put(self, result: ExtractionResult) -> None:
        """Keep a result, unless it says how busy the machine was. Readers see the old file or the new one."""
        if any(issue.code is IssueCode.TOO_SLOW for issue in result.issues):
            return
        path = self._path(result.document.sha256)
        private(path.parent)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(result.model_dump_json())
        Path(name).replace(path)

    def _path(self, document_sha256: str) -> Path:
        key = hashlib.sha256(f"{document_sha256}|{self.reading}".encode()).hexdigest()
        return self.folder / key[:2] / f"{key}.json"


def results(folder: Path, settings: Settings) -> Results:
    """Folder, settings of reading -> the results kept for them."""
    relevant = {name: value for name, value in asdict(settings).items() if name not in NOT_OF_THE_READING}
    said = f"{VERSION}|{_code()}|{sorted(relevant.items())}"
    return Results(folder, hashlib.sha256(said.encode()).hexdigest())


def private(folder: Path) -> Path:
    """Folder -> the same, made where it is missing, with those above it; only the owner may enter what is made.

    Raises UsageError where it cannot be made.
    """
    for missing in (*reversed(folder.parents), folder):
        try:
            missing.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            message = (
                f"The folder {folder} cannot be made ({error.strerror}). Run this in a folder that you may write to."
            )
            raise UsageError(message) from error
    return folder


@lru_cache(maxsize=1)
def _code() -> str:
    """Hash of the extractor's source. A checkout changes without a new version; what it reads may change with it."""
    said = hashlib.sha256()
    for package in (extraction, schemas):
        root = Path(str(package.__file__)).parent
        for path in sorted(root.rglob("*.py")):
            said.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return said.hexdigest()
