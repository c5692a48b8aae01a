"""Two readings of one page -> the places where they agree and where they differ. Pure.

Tesseract's two ways to part a page into lines fail in different places: of 2,084 amounts and dates on 92
degraded pages one way misread 52, the other 47, and both misread the same 23 (most of them overprinted).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extraction.geometry import share, union
from extraction.model import Word
from schemas.provenance import BBox

AMOUNT = re.compile(
    r"[-+(]{0,2}[$€£]?[-+]?(?:\d{1,3}([,.' ])\d{3}(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}|\d+)"
    r"(?:(?!\1)[.,]\d{2})?[-)%]?(?:CR|DR)?"
)
DATE = re.compile(r"\d{1,4}([-/.])\d{1,2}(?:\1\d{2,4})?")
DISPUTED, OUTVOTED = 0.4, 0.6
"""Highest confidence of a word that was read in three ways, and of one that two readings of three share."""
SOLE = 0.5
"""A word that only one reading saw is kept from this confidence on: below it, most are specks."""
CELL = 8.0


@dataclass(frozen=True, slots=True)
class Place:
    """What two readings, `first` and `second`, made of the same spot; one of them may be empty."""

    first: tuple[Word, ...]
    second: tuple[Word, ...]

    @property
    def agreed(self) -> bool:
        return _joined(self.first) == _joined(self.second)

    @property
    def has_digits(self) -> bool:
        return any(any(c.isdigit() for c in w.text) for w in (*self.first, *self.second))

    @property
    def box(self) -> BBox:
        return union(w.box for w in (*self.first, *self.second))


def places(first: Sequence[Word], second: Sequence[Word]) -> list[Place]:
    """Two readings of one page -> its places, in the order of the first reading, then what only the second saw."""
    group = list(range(len(first) + len(second)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    rows: defaultdict[int, list[int]] = defaultdict(list)
    for j, word in enumerate(second):
        for row in range(int(word.top // CELL), int(word.bottom // CELL) + 1):
            rows[row].append(j)
    for i, word in enumerate(first):
        for row in range(int(word.top // CELL), int(word.bottom // CELL) + 1):
            for j in rows[row]:
                if _same_spot(word, second[j]):
                    low, high = sorted((root(i), root(len(first) + j)))
                    group[high] = low
    members: defaultdict[int, tuple[list[Word], list[Word]]] = defaultdict(lambda: ([], []))
    for i, word in enumerate((*first, *second)):
        members[root(i)][i >= len(first)].append(word)
    return [Place(_ordered(a), _ordered(b)) for _, (a, b) in sorted(members.items())]


def settled(place: Place) -> list[Word]:
    """Place without a third reading -> its words: the agreed ones, else those that were read more surely."""
    if place.agreed:
        return _sure(place)
    if not place.first or not place.second:
        words = place.first or place.second
        return [word for word in words if (word.confidence or 0.0) >= SOLE]
    return list(max((place.first, place.second), key=mean_confidence))


def judged(place: Place, third: Word | None) -> list[Word]:
    """Disputed place and a third reading of it -> its words: two votes of three, else the better formed."""
    readings = [words for words in (place.first, place.second) if words]
    if third is not None:
        for words in readings:
            if _joined(words) == _joined((third,)):
                return [_capped(word, OUTVOTED) for word in words]
        readings.append((third,))
    if len(readings) == 1:
        return [
            _capped(word, DISPUTED)
            for word in readings[0]
            if well_formed(word.text) or mean_confidence(readings[0]) >= SOLE
        ]
    best = max(readings, key=lambda words: (well_formed(_joined(words)), mean_confidence(words)))
    return [_capped(word, DISPUTED) for word in best]


def well_formed(text: str) -> bool:
    """Text -> whether it is an amount or a date as they are printed.

    >>> [well_formed(t) for t in ("1,250.00", "10/06/2021", "2:33", "3,000,01")]
    [True, True, False, False]
    """
    text = text.strip("*:;")
    return bool(AMOUNT.fullmatch(text) or DATE.fullmatch(text))


def mean_confidence(words: Iterable[Word]) -> float:
    """Words -> mean confidence per character, 0.0 for none."""
    counted = [(len(word.text), word.confidence or 0.0) for word in words]
    return sum(n * c for n, c in counted) / max(sum(n for n, _ in counted), 1)


def _sure(place: Place) -> list[Word]:
    """Agreed place -> its words: an amount in one piece, other text parted where either reading parts it."""
    pick = min if well_formed(_joined(place.first)) else max
    words = pick(place.first, place.second, key=len)
    confidence = max(mean_confidence(place.first), mean_confidence(place.second))
    return [replace(word, confidence=round(max(word.confidence or 0.0, confidence), 3)) for word in words]


def _same_spot(a: Word, b: Word) -> bool:
    return share(a.x0, a.x1, b.x0, b.x1) > 0.3 and share(a.top, a.bottom, b.top, b.bottom) > 0.5


def _ordered(words: Iterable[Word]) -> tuple[Word, ...]:
    return tuple(sorted(words, key=lambda word: (word.x0, word.top)))


def _joined(words: Iterable[Word]) -> str:
    return "".join(word.text for word in words)


def _capped(word: Word, most: float) -> Word:
    return replace(word, confidence=min(word.confidence or 0.0, most))
