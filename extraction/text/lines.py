"""Words of a page -> lines, and lines -> chunks: runs of words that a wide gap or a ruling line parts."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from extraction.geometry import overlap, share, turned, union
from extraction.model import Page, Rule, Word
from schemas.provenance import BBox

SAME_LINE = 0.55
"""Two words share a line where their heights overlap by this share of the smaller one."""
WIDE_GAP = 0.65
"""A gap wider than this share of the word height parts two chunks: one blank of Courier is .52, two are 1.04."""

MARKS, MARK_GAP = frozenset({"cr", "dr", "c", "d", "s", "h", "bij", "af", "+", "-"}), 0.95
"""Marks of a side, and the gap, in heights of the word, up to which one belongs to the amount left of it where both are
read off a picture, in which the same gap is a little wider in one row than in the next."""
BLANK, PITCH = 1.3, 1.02
"""In a font of one width a blank takes up to so many of it; widths of two words differ by no more than the second."""

STROKES, STACKED, COLUMNS = 3.0, 6, 3
"""Strokes that are typed as ruling lines stand within so many points of each other, so many below each other, and part
so many columns at least."""
_LEADER = "...."
"""Dots that lead from one name of a head to the next."""
_DASHES = re.compile(r"[-=_~—–]{4,}|\.{4,}")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words of one line that belong together, left to right."""

    words: tuple[Word, ...]
    text: str = field(init=False, compare=False, repr=False)
    x0: float = field(init=False, compare=False, repr=False)
    x1: float = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:  # they are asked for dozens of times each
        object.__setattr__(self, "text", " ".join([w.text for w in self.words]))
        object.__setattr__(self, "x0", self.words[0].x0)
        object.__setattr__(self, "x1", max([w.x1 for w in self.words]))

    def __hash__(self) -> int:
        return hash((self.x0, self.text))

    @property
    def box(self) -> BBox:
        return union(w.box for w in self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its page (from 1) and its chunks from left to right."""

    page: int
    chunks: tuple[Chunk, ...]
    top: float
    bottom: float
    words: tuple[Word, ...] = field(init=False, compare=False, repr=False)
    text: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:  # they are asked for dozens of times each
        object.__setattr__(self, "words", tuple([w for chunk in self.chunks for w in chunk.words]))
        object.__setattr__(self, "text", " ".join([chunk.text for chunk in self.chunks]))

    def __hash__(self) -> int:  # the place tells lines apart
        return hash((self.page, self.top, self.text))

    @property
    def box(self) -> BBox:
        return union(w.box for w in self.words)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@lru_cache(maxsize=256)  # each page is asked for several times
def lines(page: Page) -> tuple[Line, ...]:
    """Page -> its lines from top to bottom, upright words only (watermarks and margin text run aslant), without rows of
    dashes that adorn a heading or draw a line, and of dots that lead from a text to its amount."""
    told = [w for w in page.words if w.upright and w.text.strip() and not _DASHES.fullmatch(w.text)]
    words, typed = _without_strokes(told) if _is_typed_grid(told) else (told, [])
    groups = _group(words)
    bars = sorted((*(r for r in page.rules if not r.horizontal), *typed), key=lambda r: r.x0)
    edges = [bar.x0 for bar in bars]
    result = []
    for group in groups:
        group.sort(key=lambda w: w.x0)
        group = _without_leaders(group)
        top, bottom = min(w.top for w in group), max(w.bottom for w in group)
        result.append(Line(page.number, tuple(_chunks(group, bars, edges)), top, bottom))
    return tuple(sorted(result, key=lambda line: (line.middle, line.chunks[0].x0)))


def _strokes(word: Word) -> list[float]:
    """Where the upright strokes in a word stand, points."""
    width = (word.x1 - word.x0) / len(word.text)
    return [word.x0 + (i + 0.5) * width for i, ch in enumerate(word.text) if ch == "|"]


def _is_typed_grid(words: Sequence[Word]) -> bool:
    """Whether strokes among the words stand below each other often enough to part the columns of a table."""
    found = Counter(round(x / STROKES) for word in words if "|" in word.text for x in _strokes(word))
    return sum(count >= STACKED for count in found.values()) >= COLUMNS


def _without_strokes(words: Sequence[Word]) -> tuple[list[Word], list[Rule]]:
    """Words of a typed grid -> the same parted at their strokes, and these as ruling lines."""
    found: list[Word] = []
    for word in words:
        if "|" not in word.text:
            found.append(word)
            continue
        width = (word.x1 - word.x0) / len(word.text)
        found += [
            replace(word, text=part[0], x0=word.x0 + part.start() * width, x1=word.x0 + part.end() * width)
            for part in re.finditer(r"[^|]+", word.text)
        ]
    bars = [Rule(x, word.top, x, word.bottom) for word in words if "|" in word.text for x in _strokes(word)]
    return found, bars


def _without_leaders(words: list[Word]) -> list[Word]:
    """Words of a line -> the same, its names parted where dots lead from one to the next: "DATE.......AMOUNT"."""
    if not any(_LEADER in word.text for word in words) or any(ch.isdigit() for word in words for ch in word.text):
        return words
    found: list[Word] = []
    for word in words:
        width = (word.x1 - word.x0) / len(word.text)
        names = list(re.finditer(r"[^.]+", word.text)) if word.text.strip(".") else []
        found += [
            replace(word, text=name[0], x0=word.x0 + name.start() * width, x1=word.x0 + name.end() * width)
            for name in names
        ] or [word]
    return found


def margins(page: Page) -> list[Line]:
    """Page -> the lines on it that run up, down or upside down. Their boxes lie as on the page."""
    found: list[Line] = []
    size = (page.width, page.height)
    for turn in sorted({w.turn for w in page.words if w.turn % 90 == 0} - {0}):
        words = {_level(word, size): word for word in page.words if word.turn == turn}
        for line in lines(Page(page.number, page.width, page.height, tuple(words))):
            chunks = tuple(Chunk(tuple(words[word] for word in chunk.words)) for chunk in line.chunks)
            box = union(word.box for chunk in chunks for word in chunk.words)
            found.append(Line(page.number, chunks, box[1], box[3]))
    return found


def _level(word: Word, size: tuple[float, float]) -> Word:
    """Word, size of its page, points -> as it stands on the page turned so that the word runs from left to right."""
    return Word(word.text, *turned(word.box, size, 4 - word.turn // 90), word.method, word.confidence)


def below(lines: Sequence[Line], index: int, x0: float, x1: float) -> list[Chunk]:
    """Lines, the place of one, an interval on it, points -> what stands below, on the next line or the one after it."""
    here = lines[index]
    for line in lines[index + 1 : index + 3]:
        if line.page == here.page and line.top - here.bottom < 1.5 * (here.bottom - here.top):
            under = [c for c in line.chunks if overlap(c.x0, c.x1, x0, x1) > 0]
            if under:
                return under
    return []


def _group(words: Sequence[Word]) -> list[list[Word]]:
    """Words -> those of one height; each is held against the mean height of the lines still near it."""
    groups: list[tuple[float, float, list[Word]]] = []
    for word in sorted(words, key=lambda w: ((w.top + w.bottom) / 2, w.x0)):
        for index in range(len(groups) - 1, max(len(groups) - 4, -1), -1):
            top, bottom, members = groups[index]
            if word.top >= bottom:  # as it is below nearly all lines before: their heights share nothing
                continue
            if share(top, bottom, word.top, word.bottom) >= SAME_LINE and _same_size(bottom - top, word.height):
                n = len(members)
                members.append(word)
                groups[index] = ((top * n + word.top) / (n + 1), (bottom * n + word.bottom) / (n + 1), members)
                break
        else:
            groups.append((word.top, word.bottom, [word]))
    return [members for _, _, members in groups]


def _same_size(height: float, own: float) -> bool:
    """A headline beside three lines of small print is not one line with any of them."""
    return own < 2.2 * height and height < 2.2 * own


def _chunks(words: Sequence[Word], bars: Sequence[Rule], edges: Sequence[float]) -> Iterable[Chunk]:
    """Words of a line, vertical ruling lines and where they stand, all left to right -> chunks."""
    run = [words[0]]
    for word in words[1:]:
        last = run[-1]
        gap = word.x0 - last.x1
        wide = gap > _most(last, word) * min(last.height, word.height) and gap > _blank(last, word)
        if wide or _ruled(last, word, bars, edges):
            yield Chunk(tuple(run))
            run = []
        run.append(word)
    yield Chunk(tuple(run))


def _most(left: Word, right: Word) -> float:
    """The widest gap between two words of one chunk, in heights."""
    marked = right.method == left.method == "ocr" and _is_figure(left) and right.text.casefold() in MARKS
    return MARK_GAP if marked else WIDE_GAP


def _blank(left: Word, right: Word) -> float:
    """The most that a blank between two words takes, points, where all their letters are as wide as each other; else 0.
    Figures of several columns are so in any font."""
    if len(left.text) == len(right.text) == 1 or (_is_figure(left) and _is_figure(right)):
        return 0.0
    a, b = ((word.x1 - word.x0) / len(word.text) for word in (left, right))
    return BLANK * min(a, b) if max(a, b) <= PITCH * min(a, b) else 0.0


def _is_figure(word: Word) -> bool:
    return any(ch in ".,:/" for ch in word.text) and any(ch.isdigit() for ch in word.text)


def _ruled(left: Word, right: Word, bars: Sequence[Rule], edges: Sequence[float]) -> bool:
    """Whether a vertical line stands between two words."""
    if right.x0 <= left.x1:
        return False
    for bar in bars[bisect_left(edges, left.x1 - 1) :]:
        if bar.x0 > right.x0 + 1:
            return False
        if bar.top <= right.middle <= bar.bottom:
            return True
    return False
