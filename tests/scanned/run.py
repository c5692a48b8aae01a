"""Native documents with a truth -> how each is read from the picture that a scanner, a fax or a camera makes of it."""

import json
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from extraction.errors import DocumentError
from extraction.evaluation.score import DocumentScore, score
from extraction.evaluation.truth import SUFFIX, read_truth
from extraction.model import Page, pages_from_json, pages_to_json
from extraction.ocr.agree import well_formed
from extraction.pipeline import Source, judged, read, refused
from extraction.settings import Settings
from schemas.result import ExtractionResult

from .make import scanned
from .wear import WAYS

SETTINGS = Settings(ocr_workers=1)


@dataclass(frozen=True, slots=True)
class Way:
    """A kind of wear of `WAYS` and pixels per inch."""

    wear: str
    dpi: int

    def __str__(self) -> str:
        return f"{self.wear} {self.dpi}"


@dataclass(frozen=True, slots=True)
class Figures:
    """Amounts and dates printed on the pages, those read to the digit, and digits printed and misread in them."""

    printed: int
    exact: int
    digits: int
    misread: int


@dataclass(frozen=True, slots=True)
class Trial:
    """One document read in one way; `seconds` of reading its `pages` (0.0 where they were kept from before)."""

    way: Way
    score: DocumentScore
    issues: tuple[str, ...]
    repairs: int
    figures: Figures
    pages: int
    seconds: float

    @property
    def right(self) -> bool:
        """Accepted, every row and holding right."""
        return self.score.decision == "accepted" and self.score.rows_exact


def run(
    truths: Sequence[Path], ways: Sequence[Way], keep: Path | None, step: Callable[[], None], workers: int = 2
) -> list[Trial]:
    """Truths beside native PDFs, ways -> a trial of each document in each way, in their order.

    `keep`: a folder in which what was read is kept, and taken from the next time; `step` is called after each trial.
    """
    with ProcessPoolExecutor(workers) as pool:
        jobs = [pool.submit(trial, truth, way, keep) for truth in truths for way in ways]
        for _ in as_completed(jobs):
            step()
        return [job.result() for job in jobs]


def trial(truth: Path, way: Way, keep: Path | None = None) -> Trial:
    """The truth of a native PDF beside it, a way, a folder of what was read before -> how it is read."""
    name = truth.name.removesuffix(SUFFIX)
    native = truth.with_name(f"{name}.pdf").read_bytes()
    kept = keep / f"{name}.{way.wear}.{way.dpi}.json" if keep else None
    result, pages, seconds = _read(name, native, way, kept)
    return Trial(
        way,
        score(name, read_truth(truth.read_text("utf-8")), result),
        tuple(str(issue.code) for issue in result.issues if issue.severity == "error"),
        len(result.repairs),
        figures(read(native, SETTINGS), pages),
        len(pages),
        seconds,
    )


def _read(name: str, native: bytes, way: Way, kept: Path | None) -> tuple[ExtractionResult, list[Page], float]:
    source = Source(f"{name}.pdf", "0" * 64, "application/pdf")
    if kept and kept.exists():
        pages, seconds = pages_from_json(json.loads(kept.read_text("utf-8"))), 0.0
    else:
        data = scanned(native, WAYS[way.wear], way.dpi, zlib.crc32(f"{name} {way}".encode()))
        start = time.perf_counter()
        try:
            pages = read(data, SETTINGS)
        except DocumentError as error:
            return refused(data, name, error), [], time.perf_counter() - start
        seconds = time.perf_counter() - start
        if kept:
            kept.write_text(json.dumps(pages_to_json(pages)), "utf-8")
    return judged(pages, source, SETTINGS), pages, seconds


def figures(native: Iterable[Page], seen: Iterable[Page]) -> Figures:
    """Pages of the native PDF, the same pages read from pictures -> how well their amounts and dates were read."""
    printed, found = _figures(native), _tokens(seen)
    exact = printed & found
    left, other = list((printed - exact).elements()), list((found - exact).elements())
    misread = sum(min([_differ(a, b) for b in other if abs(len(a) - len(b)) <= 1], default=_digits(a)) for a in left)
    return Figures(printed.total(), exact.total(), sum(_digits(text) for text in printed.elements()), misread)


def _figures(pages: Iterable[Page]) -> Counter[str]:
    return Counter({text: n for text, n in _tokens(pages).items() if well_formed(text) and len(text) > 2})


def _tokens(pages: Iterable[Page]) -> Counter[str]:
    return Counter(word.text for page in pages for word in page.words if word.upright)


def _digits(text: str) -> int:
    return sum(c.isdigit() for c in text)


def _differ(a: str, b: str) -> int:
    """Two texts -> the digits of the first that are not in the second, place for place, at most all."""
    a, b = ("".join(c for c in text if c.isdigit()) for text in (a, b))
    return sum(x != y for x, y in zip(a, b, strict=False)) + max(0, len(a) - len(b))
