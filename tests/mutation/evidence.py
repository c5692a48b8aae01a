"""What a printed statement says of itself -> whether it contradicts itself. Knows nothing of the engine.

A change of one printed thing is decided by the printed evidence where the changed statement, read without any mistake,
contradicts itself. Where it does not, nobody could tell it from a statement that was printed like that.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

LEAP = timedelta(days=200)
"""Rows of one statement that follow each other lie nearer together."""
LATE = timedelta(days=62)
"""How far outside of the period a date may lie: purchases are posted late, value dates lie ahead."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One printed row. `day` is the date it prints (`dated`) or the one printed above it; None: there is none.

    `balance` None: the row prints none. `groups` are the section and the cardholder it stands under.
    """

    day: date | None
    dated: bool
    amount: Decimal
    balance: Decimal | None
    groups: frozenset[str]
    page: int


@dataclass(frozen=True, slots=True)
class Told:
    """A figure that is no row's: what it is (see `tests.generator.told`), its value, the page it stands on, and whether
    it is a line of the table."""

    key: str
    value: Decimal
    page: int
    inside: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is printed of one account, rows in printed order. `backwards`: the newest row is printed first.

    `ordered`: the rows stand in the order of time (else under headings, each of which is ordered in itself).
    """

    entries: tuple[Entry, ...]
    told: tuple[Told, ...]
    backwards: bool
    ordered: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is printed of a whole statement. `numbers`: the page number of every page, None where none is printed;
    `count`: the number of pages as the pages tell it. `start` and `end` of the period: None where not printed."""

    ledgers: tuple[Ledger, ...]
    start: date | None
    end: date | None
    numbers: tuple[int | None, ...]
    count: int | None


def contradictions(evidence: Evidence) -> frozenset[str]:
    """Evidence -> the names of what contradicts itself in it; empty where nothing does."""
    found = set(_pages(evidence))
    for ledger in evidence.ledgers:
        found |= {*_chain(ledger), *_sums(ledger), *_daily(ledger), *_dates(ledger)}
        if any(_outside(entry, evidence) for entry in ledger.entries):
            found.add("period")
    return frozenset(found)


def _values(ledger: Ledger, key: str) -> list[Decimal]:
    return [told.value for told in ledger.told if told.key == key]


def _in_time(ledger: Ledger) -> Sequence[Entry]:
    return ledger.entries[::-1] if ledger.backwards else ledger.entries


def _chain(ledger: Ledger) -> Iterator[str]:
    """From the opening balance over every running balance to the closing one."""
    openings, closings = _values(ledger, "opening"), _values(ledger, "closing")
    if len(set(openings)) > 1 or len(set(closings)) > 1:
        yield "two ends"
    known = openings[0] if openings else None
    for entry in _in_time(ledger):
        known = None if known is None else known + entry.amount
        if entry.balance is None:
            continue
        if known is not None and known != entry.balance:
            yield "running balance"
        known = entry.balance
    if known is not None and any(closing != known for closing in closings):
        yield "closing balance"


def _sums(ledger: Ledger) -> Iterator[str]:
    """Totals and counts against the rows."""
    amounts = [entry.amount for entry in ledger.entries]
    rises, falls = [a for a in amounts if a > 0], [a for a in amounts if a < 0]
    made = {
        "credits": sum(rises, Decimal(0)),
        "debits": -sum(falls, Decimal(0)),
        "number of credits": Decimal(len(rises)),
        "number of debits": Decimal(len(falls)),
    }
    groups: defaultdict[str, Decimal] = defaultdict(Decimal)
    for entry in ledger.entries:
        for group in entry.groups:
            groups[group] += entry.amount
    for told in ledger.told:
        if told.key in ("opening", "closing") or told.key.startswith("day "):
            continue
        sum_ = made[told.key] if told.key in made else abs(groups[told.key])
        if sum_ != abs(told.value):
            yield "number of rows" if told.key.startswith("number") else "total"


def _daily(ledger: Ledger) -> Iterator[str]:
    """The list of balances at the end of each day."""
    openings = _values(ledger, "opening")
    if not openings or any(entry.day is None for entry in ledger.entries):
        return
    for told in ledger.told:
        if told.key.startswith("day "):
            day = date.fromisoformat(told.key.removeprefix("day "))
            until = (entry.amount for entry in ledger.entries if entry.day is not None and entry.day <= day)
            if openings[0] + sum(until, Decimal(0)) != told.value:
                yield "daily balance"


def _dates(ledger: Ledger) -> Iterator[str]:
    """Rows most of a year from those around them, and rows that lost their date. A row some days out of order decides
    nothing: banks print such rows, posted late or sorted by another date."""
    entries = ledger.entries
    if entries and entries[0].day is None:
        yield "no date"
    again = sum(a.dated and b.dated and a.day == b.day for a, b in pairwise(entries))
    if again > sum(not entry.dated for entry in entries) > 0:  # dates are repeated, so a row has its own
        yield "no date"
    runs: dict[frozenset[str], list[date]] = {}
    for entry in _in_time(ledger):
        if entry.day is not None:
            runs.setdefault(frozenset() if ledger.ordered else entry.groups, []).append(entry.day)
    for days in runs.values():
        leaps = sum(abs(a - b) > LEAP for a, b in pairwise(days))
        if leaps and len(days) > 2:
            yield "order of dates"


def _outside(entry: Entry, evidence: Evidence) -> bool:
    if entry.day is None:
        return False
    early = evidence.start is not None and entry.day < evidence.start - LATE
    return early or (evidence.end is not None and entry.day > evidence.end + LATE)


def _pages(evidence: Evidence) -> Iterator[str]:
    """Page numbers that skip, repeat or end early."""
    numbers = evidence.numbers
    if any(number is not None and number != at for at, number in enumerate(numbers, 1)):
        yield "page number"
    if evidence.count is not None and evidence.count != len(numbers):
        yield "page number"
