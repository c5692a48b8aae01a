"""Documents -> everything that `tieout bench` measures of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extraction.benchmark.peers import PDFIUM, PDFPLUMBER, has_pdfplumber
from extraction.benchmark.rounds import PARSE, READ, TIEOUT, Look, Memory, Times, load, look, memory, times
from extraction.errors import DocumentError, TieoutError, UnforeseenError
from extraction.settings import Settings

PROCESSES = (1, 2)
TOGETHER = "all native documents together"


@dataclass(frozen=True, slots=True)
class Machine:
    """Where it was measured: the cores that tieout may use, and the mean number of busy ones of the minute before."""

    cores: int
    busy: float


@dataclass(frozen=True, slots=True)
class Measured:
    """One document. `times` None: it has scanned pages, and was read once."""

    path: Path
    look: Look
    times: Times | None = None

    @property
    def both(self) -> float:
        """Seconds of reading and parsing at their best."""
        if self.times is None:
            return self.look.read + self.look.parse
        return sum(min(self.times.seconds[stage]) for stage in (READ, PARSE))


@dataclass(frozen=True, slots=True)
class Problem:
    """A document that was not measured, and why; `failed`: it is not the document's fault."""

    name: str
    reason: str
    failed: bool


@dataclass(frozen=True, slots=True)
class Bench:
    """What was measured. `memories`: of tieout and its peers; `loads`: processes -> seconds of each round."""

    rounds: int
    peers: tuple[str, ...]
    documents: tuple[Measured, ...]
    memories: Mapping[str, Memory]
    loads: Mapping[int, tuple[float, ...]]
    problems: tuple[Problem, ...]

    @property
    def native(self) -> list[Measured]:
        return [one for one in self.documents if one.times is not None]

    @property
    def scans(self) -> list[Measured]:
        return [one for one in self.documents if one.times is None]


def bench(paths: Sequence[Path], rounds: int, settings: Settings, tell: Callable[[str, str], None]) -> Bench:
    """Documents, rounds, settings, whom to tell of each document -> what was measured.

    A document that cannot be read or measured is a problem, and the others go on.
    """
    peers = (PDFPLUMBER, PDFIUM) if has_pdfplumber() else (PDFIUM,)
    documents: list[Measured] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            documents.append(_measured(path, rounds, peers, settings))
        except (TieoutError, OSError) as error:
            problems.append(_problem(str(path), error))
            tell(str(path), "not measured")
        else:
            tell(str(path), _said(documents[-1]))
    native = [one for one in documents if one.times is not None]
    memories: dict[str, Memory] = {}
    loads: dict[int, tuple[float, ...]] = {}
    try:
        if native:
            memories.update(_memories(native, peers, settings))
            loads |= _loads([(one.path, one.both) for one in native], rounds, settings)
    except (TieoutError, OSError) as error:
        problems.append(_problem(TOGETHER, error))
    tell(TOGETHER, "measured" if loads else "not measured")
    return Bench(rounds, peers, tuple(documents), memories, loads, tuple(problems))


def _measured(path: Path, rounds: int, peers: Sequence[str], settings: Settings) -> Measured:
    seen = look(path, settings)
    return Measured(path, seen, None if seen.scanned else times(path, rounds, peers, settings))


def _memories(native: Sequence[Measured], peers: Sequence[str], settings: Settings) -> Iterator[tuple[str, Memory]]:
    for who in (TIEOUT, *peers):
        paths = [one.path for one in native if one.times and who not in one.times.failed]
        if paths:
            yield who, memory(paths, who, settings)


def _loads(paths: Sequence[tuple[Path, float]], rounds: int, settings: Settings) -> dict[int, tuple[float, ...]]:
    """Documents with their seconds -> processes, seconds of each round; they take turns."""
    every = [(count, load(paths, count, settings)) for _ in range(rounds) for count in PROCESSES]
    return {count: tuple(seconds for one, seconds in every if one == count) for count in PROCESSES}


def _problem(name: str, error: TieoutError | OSError) -> Problem:
    reason = f"an error in tieout; please report it:\n{error}" if isinstance(error, UnforeseenError) else str(error)
    return Problem(name, reason, isinstance(error, TieoutError) and not isinstance(error, DocumentError))


def _said(one: Measured) -> str:
    pages = f"{one.look.pages} page{'' if one.look.pages == 1 else 's'}"
    scanned = f", {one.look.scanned} scanned" if one.look.scanned else ""
    return f"{pages}{scanned}, {one.both:.2f} s"
