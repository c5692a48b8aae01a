"""What was measured -> figures: seconds, pages a second, ratios; and all of it as JSON. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extraction.benchmark.bench import Bench, Machine, Measured
from extraction.benchmark.rounds import PARSE, READ

BOTH = "read and parse"


@dataclass(frozen=True, slots=True)
class Speed:
    """A stage or a peer over the documents that it could be measured on.

    `seconds` is the sum of the best round of each document. `to_read`, `to_both`: by these times as long it takes as
    tieout takes to read, and to read and parse, the same documents.
    """

    name: str
    documents: int
    pages: int
    seconds: float
    to_read: float
    to_both: float

    @property
    def pages_a_second(self) -> float:
        return self.pages / self.seconds

    @property
    def milliseconds_a_page(self) -> float:
        return 1000 * self.seconds / self.pages


@dataclass(frozen=True, slots=True)
class Scans:
    """Documents with scanned pages, each read once: not compared."""

    documents: int
    pages: int
    scanned: int
    read: float
    parse: float

    @property
    def pages_a_second(self) -> float:
        return self.pages / (self.read + self.parse)


def speeds(bench: Bench) -> list[Speed]:
    """What was measured -> reading, parsing, both, then each peer that could read a document at all."""
    native = bench.native
    if not native:
        return []
    found = [_speed(stage, native) for stage in (READ, PARSE, BOTH)]
    for peer in bench.peers:
        able = [one for one in native if one.times and peer in one.times.seconds]
        found += [_speed(peer, able)] if able else []
    return found


def scans(bench: Bench) -> Scans | None:
    """What was measured -> the scans; None where there are none."""
    looks = [one.look for one in bench.scans]
    if not looks:
        return None
    return Scans(
        documents=len(looks),
        pages=sum(one.pages for one in looks),
        scanned=sum(one.scanned for one in looks),
        read=sum(one.read for one in looks),
        parse=sum(one.parse for one in looks),
    )


def pages(bench: Bench) -> int:
    """What was measured -> its native pages."""
    return sum(one.look.pages for one in bench.native)


def failures(bench: Bench) -> list[tuple[str, str, str]]:
    """What was measured -> peer, document, error: what peers could not read."""
    return [
        (peer, str(one.path), error) for one in bench.native if one.times for peer, error in one.times.failed.items()
    ]


def as_json(bench: Bench, machine: Machine) -> dict[str, Any]:
    """What was measured, and where -> JSON values: seconds, bytes, pages."""
    scanned = scans(bench)
    return {
        "rounds": bench.rounds,
        "cores": machine.cores,
        "busy_before": round(machine.busy, 2),
        "native": {
            "documents": len(bench.native),
            "pages": pages(bench),
            "speeds": {speed.name.replace(" ", "_"): _speed_json(speed) for speed in speeds(bench)},
            "peers_failed": [dict(zip(("peer", "document", "error"), one, strict=True)) for one in failures(bench)],
            "memory": {who: {"peak": one.peak, "grown": one.grown} for who, one in bench.memories.items()},
            "processes": [
                {
                    "processes": count,
                    "seconds": round(min(seconds), 4),
                    "pages_a_second": round(pages(bench) / min(seconds), 2),
                }
                for count, seconds in bench.loads.items()
            ],
        },
        "scans": scanned
        and {
            "documents": scanned.documents,
            "pages": scanned.pages,
            "scanned_pages": scanned.scanned,
            "read_seconds": round(scanned.read, 4),
            "parse_seconds": round(scanned.parse, 4),
            "pages_a_second": round(scanned.pages_a_second, 2),
        },
        "documents": [_document(one) for one in bench.documents],
        "problems": [{"name": problem.name, "reason": problem.reason} for problem in bench.problems],
    }


def _speed(name: str, documents: Sequence[Measured]) -> Speed:
    read, both = _seconds(READ, documents), _seconds(BOTH, documents)
    seconds = _seconds(name, documents)
    return Speed(
        name=name,
        documents=len(documents),
        pages=sum(one.look.pages for one in documents),
        seconds=seconds,
        to_read=seconds / read,
        to_both=seconds / both,
    )


def _seconds(name: str, documents: Sequence[Measured]) -> float:
    if name == BOTH:
        return sum(one.both for one in documents)
    return sum(min(one.times.seconds[name]) for one in documents if one.times)


def _speed_json(speed: Speed) -> dict[str, Any]:
    return {
        "documents": speed.documents,
        "pages": speed.pages,
        "seconds": round(speed.seconds, 4),
        "milliseconds_a_page": round(speed.milliseconds_a_page, 3),
        "pages_a_second": round(speed.pages_a_second, 2),
        "ratio_to_read": round(speed.to_read, 3),
        "ratio_to_read_and_parse": round(speed.to_both, 3),
    }


def _document(one: Measured) -> dict[str, Any]:
    told = {"name": str(one.path), "pages": one.look.pages, "scanned_pages": one.look.scanned, "words": one.look.words}
    if one.times is None:
        return {**told, "seconds": {READ: [round(one.look.read, 4)], PARSE: [round(one.look.parse, 4)]}}
    seconds = {name: [round(each, 5) for each in every] for name, every in one.times.seconds.items()}
    return {**told, "seconds": seconds, "found": dict(one.times.found)}
