"""Documents with a truth -> how each is judged by the engine alone and with each part of the layout model."""

import json
import random
import re
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path

from extraction.evaluation.score import score
from extraction.evaluation.truth import SUFFIX, read_truth
from extraction.model import Page, pages_from_json, pages_to_json
from extraction.pipeline import Source, judged, read
from extraction.settings import Settings
from extraction.text.dates import MONTHS
from tests.scanned.make import scanned
from tests.scanned.wear import WAYS

NATIVE, FOREIGN = "native", "foreign"
"""As it is; with the letters of its words exchanged, as in a language that nobody taught tieout. Figures, dates and
words of up to three letters, among them signs of sides and codes of currencies, stay."""
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
SHORT = 3
SETTINGS = Settings(ocr_workers=1, layout_regions="trained")
PARTS: Mapping[str, Settings] = {
    "engine alone": replace(SETTINGS, layout_tags="off", layout_regions="off"),
    "+ regions": replace(SETTINGS, layout_tags="off"),
    "+ tags": replace(SETTINGS, layout_regions="off"),
    "+ both": SETTINGS,
}


@dataclass(frozen=True, slots=True)
class Trial:
    """One document in one way, judged with some parts; `found` of its `rows` were read as they are printed."""

    way: str
    part: str
    name: str
    right: bool
    fully: bool
    silent: bool
    rows: int
    found: int
    seconds: float


def run(
    truths: Sequence[Path], ways: Sequence[str], dpi: int, keep: Path | None, step: Callable[[], None]
) -> list[Trial]:
    """Truths beside native PDFs, ways, pixels per inch of pictures -> trials of each document in each way.

    `keep`: a folder in which what was read of pictures is kept, and taken from the next time; `step` is called after
    each document in each way.
    """
    with ProcessPoolExecutor(2) as pool:
        jobs = [pool.submit(trials, truth, way, dpi, keep) for truth in truths for way in ways]
        for _ in as_completed(jobs):
            step()
        return [trial for job in jobs for trial in job.result()]


def trials(truth: Path, way: str, dpi: int, keep: Path | None) -> list[Trial]:
    """Truth, way -> the trial of its document with each of `PARTS`."""
    name = truth.name.removesuffix(SUFFIX)
    pages, told = pages_of(name, truth.with_name(f"{name}.pdf"), way, dpi, keep), read_truth(truth.read_text("utf-8"))
    source, found = Source(f"{name}.pdf", "0" * 64, "application/pdf"), []
    for part, settings in PARTS.items():
        start = time.perf_counter()
        result = judged(pages, source, settings)
        seconds = time.perf_counter() - start
        one = score(name, told, result)
        right = one.decision == "accepted" and one.rows_exact
        rows, exact = sum(a.told for a in one.accounts), sum(a.right for a in one.accounts)
        found.append(Trial(way, part, name, right, right and one.fully_correct, one.silent_error, rows, exact, seconds))
    return found


def pages_of(name: str, file: Path, way: str, dpi: int, keep: Path | None) -> list[Page]:
    """Document -> its pages as they are read in this way, with their regions."""
    if way == NATIVE:
        return read(file.read_bytes(), SETTINGS)
    if way == FOREIGN:
        return foreign(read(file.read_bytes(), SETTINGS), random.Random(name))
    kept = keep / f"{name}.{way}.{dpi}.json" if keep else None
    if kept and kept.exists():
        return pages_from_json(json.loads(kept.read_text("utf-8")))
    picture = scanned(file.read_bytes(), WAYS[way], dpi, zlib.crc32(f"{name} {way} {dpi}".encode()))
    pages = read(picture, SETTINGS)
    if kept:
        kept.write_text(json.dumps(pages_to_json(pages)), "utf-8")
    return pages


def foreign(pages: Sequence[Page], rng: random.Random) -> list[Page]:
    """Pages -> the same with the letters of their words exchanged."""
    mixed = [*ALPHABET]
    rng.shuffle(mixed)
    table = str.maketrans(ALPHABET + ALPHABET.upper(), "".join(mixed) + "".join(mixed).upper())

    def told(text: str) -> str:
        letters = re.sub(r"\W", "", text)
        kept = len(letters) <= SHORT or any(map(str.isdigit, text)) or letters.lower() in MONTHS
        return text if kept else text.translate(table)

    return [replace(page, words=tuple(replace(word, text=told(word.text)) for word in page.words)) for page in pages]
