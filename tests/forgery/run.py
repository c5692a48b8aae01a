"""Forged statements -> what the engine says of them, and of the statements that they were made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extraction.pipeline import extract
from extraction.settings import Settings
from schemas.result import ExtractionResult, Issue

from .statement import twins
from .ways import WAYS, Way

SETTINGS = Settings()


@dataclass(frozen=True, slots=True)
class Forged:
    """What is said of one forged statement. `changed`: places of its rows that the forger changed; `rows`: how many
    there are; `told`: signs of a change."""

    way: Way
    changed: frozenset[int]
    rows: int
    told: tuple[Issue, ...]
    decision: str

    @property
    def caught(self) -> bool:
        return self.decision == "review" and any(issue.severity == "error" for issue in self.told)

    @property
    def named(self) -> bool:
        """Whether a changed row is told, and no row that was not changed."""
        rows = {issue.row for issue in self.told if issue.row is not None}
        return bool(rows) and rows <= self.changed


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that is accepted as it is and in its false version. `alarms`: signs that are told of either, without
    any reason."""

    seed: int
    alarms: tuple[Issue, ...]
    forged: tuple[Forged, ...]


def statements(seeds: Iterable[int], ways: Iterable[Way] = WAYS) -> Iterator[Statement]:
    """Seeds -> the statements that arithmetic cannot tell from their false version, and their forgeries."""
    for seed in seeds:
        pair = twins(seed)
        if pair is None:
            continue
        true, false = _said(pair.true.data), _said(pair.false.data)
        if not true.decision == false.decision == "accepted":
            continue
        rows = [*zip(true.accounts[0].transactions, false.accounts[0].transactions, strict=True)]
        changed = frozenset(i for i, (a, b) in enumerate(rows) if (a.amount, a.balance) != (b.amount, b.balance))
        results = ((way, _said(way.forge(pair))) for way in ways)
        forged = tuple(Forged(way, changed, len(rows), _signs(result), result.decision) for way, result in results)
        yield Statement(seed, (*_signs(true), *_signs(false)), forged)


def _said(data: bytes) -> ExtractionResult:
    return extract(data, "input.pdf", SETTINGS)


def _signs(result: ExtractionResult) -> tuple[Issue, ...]:
    return tuple(issue for issue in result.issues if issue.code == "tamper_signal")
