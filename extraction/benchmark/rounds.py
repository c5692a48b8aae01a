"""Documents -> how long tieout and its peers take for them, and how much memory: in processes, round by round."""

import gc
import resource
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from extraction import pipeline
from extraction.apart import apart, together
from extraction.benchmark.peers import PDFIUM, PDFPLUMBER, pdfium_text, pdfplumber_words, ready
from extraction.model import Page
from extraction.settings import Settings
from extraction.source.intake import sha256, sniff

READ, PARSE = "read", "parse"
TIEOUT = "tieout"

_PEERS: Mapping[str, Callable[[bytes], int]] = {PDFPLUMBER: pdfplumber_words, PDFIUM: pdfium_text}
_KIB = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit that the system counts memory by."""


@dataclass(frozen=True, slots=True)
class Look:
    """A document that was read and parsed once. `scanned`: its pages that were read by Tesseract."""

    pages: int
    scanned: int
    words: int
    read: float
    parse: float


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of each stage and peer in each round, what it found (words, rows, characters), which peer failed why."""

    seconds: Mapping[str, tuple[float, ...]]
    found: Mapping[str, int]
    failed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes: the most that a process took, and by how much that is more than before its first document."""

    peak: int
    grown: int


def look(path: Path, settings: Settings) -> Look:
    """Document -> its pages, and how long it takes; in a process of its own. Raises TieoutError."""
    return apart(partial(_look, path.read_bytes(), settings), settings)


def times(path: Path, rounds: int, peers: Sequence[str], settings: Settings) -> Times:
    """PDF without scanned pages -> seconds of reading, of parsing and of each peer, all in turn in one process.

    Each round begins with another one, so that none is always the first. The bound on its time is that of one reading
    for each round, and one more. Raises TieoutError.
    """
    bound = replace(settings, max_seconds=settings.max_seconds * (rounds + 1))
    return apart(partial(_times, path.read_bytes(), rounds, peers, settings), bound)


def memory(paths: Sequence[Path], who: str, settings: Settings) -> Memory:
    """Documents, tieout or a peer -> the memory of a process that takes one after the other. Raises TieoutError."""
    bound = replace(settings, max_seconds=settings.max_seconds * max(1, len(paths)))
    return apart(partial(_memory, paths, who, settings), bound)


def load(paths: Sequence[tuple[Path, float]], processes: int, settings: Settings) -> float:
    """Documents with their seconds, number of processes -> seconds until all are read and parsed. Raises TieoutError.

    The documents are dealt out beforehand, so that each process has about as much to do.
    """
    bound = replace(settings, max_seconds=settings.max_seconds * max(1, len(paths)))
    calls = [partial(_all, hand, settings) for hand in dealt(paths, processes)]
    started = time.perf_counter()
    together(calls, bound)
    return time.perf_counter() - started


def dealt(paths: Iterable[tuple[Path, float]], hands: int) -> list[list[Path]]:
    """Documents with their seconds -> one list for each hand: the longest first, to who has the least to do.

    >>> dealt([(Path("a"), 3), (Path("b"), 2), (Path("c"), 2)], 2)
    [[PosixPath('a')], [PosixPath('b'), PosixPath('c')]]
    """
    result: list[list[Path]] = [[] for _ in range(hands)]
    taken = [0.0] * hands
    for path, seconds in sorted(paths, key=lambda one: -one[1]):
        least = taken.index(min(taken))
        result[least].append(path)
        taken[least] += seconds
    return result


def _look(data: bytes, settings: Settings) -> Look:
    started = time.perf_counter()
    pages = pipeline.read(data, settings)
    read = time.perf_counter()
    _parse(data, pages, settings)
    done = time.perf_counter()
    scanned = sum(page.source == "ocr" for page in pages)
    return Look(len(pages), scanned, _words(pages), read - started, done - read)


def _times(data: bytes, rounds: int, peers: Sequence[str], settings: Settings) -> Times:
    pages = pipeline.read(data, settings)
    works: dict[str, Callable[[], int]] = {
        READ: lambda: _words(pipeline.read(data, settings)),
        PARSE: lambda: _parse(data, pages, settings),
        **{name: partial(_PEERS[name], data) for name in peers},
    }
    seconds: dict[str, list[float]] = {name: [] for name in works}
    found: dict[str, int] = {}
    failed: dict[str, str] = {}
    names = list(works)
    for number in range(rounds):
        turn = number % len(names)
        for name in (*names[turn:], *names[:turn]):
            if name in failed:
                continue
            forget()
            gc.collect()  # what one leaves behind is not cleared away in the time of the next
            started = time.perf_counter()
            try:
                found[name] = works[name]()
            except Exception as error:
                if name not in peers:
                    raise
                failed[name] = type(error).__name__
            else:
                seconds[name].append(time.perf_counter() - started)
    kept = {name: tuple(every) for name, every in seconds.items() if name not in failed}
    return Times(kept, {name: count for name, count in found.items() if name in kept}, failed)


def forget() -> None:
    """Empties what functions of tieout remember of the rounds before: a document is met for the first time only once.
    What is worked out once in a process, whatever it reads, stays."""
    for name, module in [*sys.modules.items()]:
        if name.startswith("extraction."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and value.cache_parameters()["maxsize"] != 1:
                    value.cache_clear()


def _memory(paths: Sequence[Path], who: str, settings: Settings) -> Memory:
    ready(who)
    before = _most()
    for path in paths:
        _all([path], settings) if who == TIEOUT else _PEERS[who](path.read_bytes())
    peak = _most()
    return Memory(peak, peak - before)


def _all(paths: Sequence[Path], settings: Settings) -> None:
    for path in paths:
        data = path.read_bytes()
        _parse(data, pipeline.read(data, settings), settings)


def _parse(data: bytes, pages: Sequence[Page], settings: Settings) -> int:
    source = pipeline.Source("", sha256(data), sniff(data) or pipeline.UNKNOWN)
    result = pipeline.parse(pages, source, settings.account_secret)
    return sum(len(account.transactions) for account in result.accounts)


def _words(pages: Iterable[Page]) -> int:
    return sum(len(page.words) for page in pages)


def _most() -> int:
    """The most bytes of memory that this process has taken so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB
