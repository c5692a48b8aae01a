"""One document of a bucket -> its outcome: what a worker process does with it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from extraction.errors import TieoutError, TooLargeError, trace
from extraction.settings import VERSION, Settings
from extraction.source.intake import sha256, sniff
from flows.bucket import Blob, digest, read
from flows.results import Results
from schemas.result import Document, ExtractionResult, Issue, IssueCode

Extract = Callable[[bytes, str, Settings], ExtractionResult]

_UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are read. `kept` gives and takes known results; `extract` stands in for the pipeline's."""

    settings: Settings
    kept: Results
    extract: Extract | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: a result, or the error why there is none.

    `known`: the result was there from an earlier run. `retryable`: trying again may give a result.
    `trace` says where an error came from that nobody foresaw; see `extraction.errors.trace`.
    """

    blob: Blob
    result: ExtractionResult | None = None
    error: str | None = None
    retryable: bool = False
    seconds: float = 0.0
    known: bool = False
    trace: str | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """The document's bytes are there: their hash and media type."""

    sha256: str
    media_type: str


def read_document(blob: Blob, reading: Reading, begun: Callable[[Begun], None]) -> Outcome:
    """Document -> its outcome; nothing is raised. `begun` is told once the bytes are there."""
    started = time.monotonic()
    try:
        result, known = _result(blob, reading, begun)
    except TieoutError as error:
        return Outcome(blob, None, str(error), error.retryable, time.monotonic() - started)
    except Exception as error:
        message = f"{blob.uri} could not be read because of an error in tieout ({type(error).__name__})."
        return Outcome(blob, None, message, False, time.monotonic() - started, False, trace(error))
    return Outcome(blob, result, seconds=time.monotonic() - started, known=known)


def _result(blob: Blob, reading: Reading, begun: Callable[[Begun], None]) -> tuple[ExtractionResult, bool]:
    """Document -> its result, and whether it was known. Raises TieoutError."""
    filename = PurePosixPath(blob.name).name
    try:
        data = read(blob.uri, reading.settings.max_bytes)
    except TooLargeError as error:
        return refused(blob, digest(blob.uri), _UNKNOWN, IssueCode.TOO_LARGE, str(error)), False
    key = sha256(data)
    begun(Begun(key, sniff(data) or _UNKNOWN))
    known = reading.kept.get(key)
    if known:  # it may have lain under another name
        return known.model_copy(update={"document": known.document.model_copy(update={"filename": filename})}), True
    result = (reading.extract or _pipeline())(data, filename, reading.settings)
    reading.kept.put(result)
    return result, False


def _pipeline() -> Extract:
    from extraction.pipeline import extract

    return extract


def refused(blob: Blob, document_sha256: str, media_type: str, code: IssueCode, message: str) -> ExtractionResult:
    """A document that was not read to its end, and why -> its result: rejected."""
    filename = PurePosixPath(blob.name).name
    return ExtractionResult(
        document=Document(filename=filename, sha256=document_sha256, media_type=media_type, pages=0, kind="other"),
        issues=(Issue(code=code, severity="error", message=message),),
        verdict="unverifiable",
        decision="rejected",
        extractor_version=VERSION,
    )
