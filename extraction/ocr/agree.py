"""Two readings of one page -> the places where they agree and where they differ. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extraction.geometry import overlap, share, union
from extraction.model import Word
from extraction.text.normal import unaccented
from schemas.provenance import BBox

AMOUNT = re.compile(
    r"[-+(]{0,2}[$€£]?[-+]?(?:\d{1,3}([,.' ])\d{3}(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}|\d+)"
    r"(?:(?!\1)[.,]\d{2})?[-)%]?(?:CR|DR)?"
)
DATE = re.compile(r"\d{1,4}([-/.])\d{1,2}(?:\1\d{2,4})?")
DISPUTED, OUTVOTED, CONFIRMED = 0.4, 0.6, 0.9
"""Highest confidence of a word that was read in three ways, of one that two readings of three share, and of one that
the first reader is sure of twice."""
STROKES, LONE = frozenset("1lIi"), 0.95
"""A single stroke that the second reader does not see is a speck below this confidence: of the ones printed on 168 worn
documents nearly all had .99."""
SPELLED = 0.95
"""From this confidence on, the second reader has the letters of a word right that the first one is unsure of."""
CERTAIN = 0.99
"""What the first reading has with this confidence, and the second is unsure of, is not asked for again: of 172 such
figures all were right."""
UNSURE, SURE = 0.9, 0.8
"""A word without a figure is asked for again where the first reading of it has less, or another one this confidence."""
DAY = 8
"""Most digits of a day that is printed without marks; they may be parted by a narrow blank."""
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
    def disputed(self) -> bool:
        """Whether the readings differ in a figure, or in a word that the first is not sure of."""
        if self.agreed:
            return False
        figures = any(any(c.isdigit() for c in w.text) for w in (*self.first, *self.second))
        if not self.first or not self.second:
            return figures
        first, second = _least(self.first), _least(self.second)
        if figures:
            return first < CERTAIN or second >= UNSURE
        text = unaccented(_joined(self.first))
        return first < UNSURE or (second >= SURE and text.isascii() and text != _joined(self.second))

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
    found = [Place(_ordered(a), _ordered(b)) for _, (a, b) in sorted(members.items())]
    seen = [place.box for place in found if place.first]
    return [place for place in found if place.first or not any(_touch(place.box, box) for box in seen)]


def settled(place: Place) -> list[Word]:
    """Undisputed place -> its words: as both have it, else those of the first reading."""
    if place.agreed:
        return _sure(place)
    certain = not place.second or not any(c.isdigit() for word in place.first for c in word.text)
    return list(place.first) if certain else [_capped(word, CONFIRMED) for word in place.first]


def judged(place: Place, again: Sequence[Word]) -> list[Word]:
    """Disputed place, the first reader's second look at it -> its words.

    Measured on 642 disputes of 36 documents: where the first reader says the same again, it is right but for one in
    twenty; where it then agrees with the second, that is right; what only the second saw is noise, but where the first
    sees it too once it is asked.
    """
    text = _joined(word for word in again if _inside(word, place.box))
    if not place.first:
        return [_capped(word, OUTVOTED) for word in place.second if text == _joined(place.second)]
    sure = mean_confidence(place.first)
    if not place.second and _joined(place.first) in STROKES and sure < LONE:
        return []
    if _spelled(place):
        return [_capped(word, OUTVOTED) for word in place.second]
    if text == _joined(place.first):
        return [_capped(word, CONFIRMED if sure >= SURE else OUTVOTED) for word in place.first]
    if not place.second or unaccented(_joined(place.first)) == _joined(place.second):
        return [_capped(word, OUTVOTED) for word in place.first]
    if text == _joined(place.second):
        return [_capped(word, OUTVOTED) for word in place.second]
    best = max((place.first, place.second), key=lambda words: (well_formed(_joined(words)), mean_confidence(words)))
    return [_capped(word, DISPUTED) for word in best]


def _spelled(place: Place) -> bool:
    """Whether the second reading, which knows English, is sure of a word of which the first has some letter wrong."""
    first, second = _joined(place.first), _joined(place.second)
    if not (first.isascii() and first.isalpha() and second.isalpha()) or first.casefold() == second.casefold():
        return False
    return _least(place.first) < UNSURE and _least(place.second) >= SPELLED


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
    """Agreed place -> its words: an amount in one piece, a day and words parted where either reading parts them, also a
    word from the number right of it, other figures as the first reading has them."""
    text = _joined(place.first)
    day = text.isdecimal() and len(text) <= DAY
    words = place.first
    apart = len(place.second) == 2 and place.second[0].text.isalpha() and place.second[1].text.isdecimal()
    if day or apart or not any(c.isdigit() for c in text):
        words = max(place.first, place.second, key=len)
    elif well_formed(text):
        words = min(place.first, place.second, key=len)
    confidence = max(mean_confidence(place.first), mean_confidence(place.second))
    return [replace(word, confidence=round(max(word.confidence or 0.0, confidence), 3)) for word in words]


def _inside(word: Word, box: BBox) -> bool:
    return box[0] <= (word.x0 + word.x1) / 2 <= box[2] and box[1] <= word.middle <= box[3]


def _touch(a: BBox, b: BBox) -> bool:
    return overlap(a[0], a[2], b[0], b[2]) > 0 and share(a[1], a[3], b[1], b[3]) > 0.3


def _same_spot(a: Word, b: Word) -> bool:
    return share(a.x0, a.x1, b.x0, b.x1) > 0.3 and share(a.top, a.bottom, b.top, b.bottom) > 0.5


def _ordered(words: Iterable[Word]) -> tuple[Word, ...]:
    return tuple(sorted(words, key=lambda word: (word.x0, word.top)))


def _joined(words: Iterable[Word]) -> str:
    return "".join(word.text for word in words)


def _least(words: Iterable[Word]) -> float:
    return min(word.confidence or 0.0 for word in words)


def _capped(word: Word, most: float) -> Word:
    return replace(word, confidence=min(word.confidence or 0.0, most))
