"""Glyphs of a PDF page in user space -> words in page coordinates. Pure.

User space has its origin at the bottom left, y up, before /Rotate. It is turned into page coordinates
(origin top-left, y down, text upright) once, by a `View`.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from operator import sub
from typing import NamedTuple

from extraction.geometry import rounded, share, turned, union
from extraction.model import Rule, Word
from schemas.provenance import BBox

BLANK = " "
UNMAPPED = "\ufffd"
"""A glyph whose font does not say which character it is. It stays in its word, so that no amount is misread."""
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\ufffe": "-", "\u00ad": "-"}
)
GAP = 0.28
"""A gap wider than this share of the glyph height parts two words (a space is .25 to .3 em wide)."""
ODD_GAP, ODDER = 0.1, 0.1
"""So does one from `ODD_GAP` on that is wider than all before it in the word by `ODDER`: cells set close."""
BACK = 0.15
"""And a step back by more than this share: kerning and accents stay below it."""
SMALL, RAISED = 0.75, 0.15
"""A figure that is smaller than the first share of its neighbour and raised by the second is a footnote's mark."""
UNLIKE = 0.5
"""And so does a glyph less than this share as high: text of another size."""
TINY = 2.0
"""Text that is lower, in points, is for no reader: marks that programs leave in the page."""
BARRED = 0.05
"""And one from here on through which a vertical ruling line runs."""
CLOSE, LAPPED = 0.9 * BARRED, 0.25
"""Glyphs belong together without a doubt where no gap is wider than the first share of their height, and none overlap
by more than the second one of the narrowest."""
TURN_SHARE, FEW_CHARACTERS = 0.6, 12
"""The text of a page says which way is up where this share of at least so many characters agree."""
SPACED = re.compile(r"\w+(?:[.,:'/-]\w+)*[.,:%-]?")
DIGIT = re.compile(r"\d")
SPACED_LEAST, SPACED_GAP, SPACED_EVEN = 4, 0.8, 0.08
"""So many single characters in a row, set apart evenly (both shares of the height), are one spaced-out word."""


class Glyph(NamedTuple):  # of which a page has thousands: a tuple is made in a third of the time
    """One character in user space; a blank has no useful box.

    `place` is that among the characters of the page, `turn` its direction, degrees counter-clockwise.
    """

    place: int
    text: str
    x0: float = 0.0
    y0: float = 0.0
    x1: float = 0.0
    y1: float = 0.0
    turn: int = 0


Placed = tuple[Glyph, BBox]
"""A glyph and its box on the page."""


@dataclass(frozen=True, slots=True)
class View:
    """How user space becomes page space: the visible box and the quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Upright width and height, points."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> BBox:
        """User-space corners -> (x0, top, x1, bottom) of the upright page."""
        flat = (x0 - self.left, self.top - y1, x1 - self.left, self.top - y0)
        return turned(flat, (self.right - self.left, self.top - self.bottom), self.turns) if self.turns else flat

    def placed(self, glyphs: Iterable[Glyph]) -> "list[Placed]":
        """Glyphs -> with their boxes on the upright page."""
        if self.turns:
            return [(glyph, self.box(glyph.x0, glyph.y0, glyph.x1, glyph.y1)) for glyph in glyphs]
        left, top = self.left, self.top  # the same, without a call for each
        return [(glyph, (glyph.x0 - left, top - glyph.y1, glyph.x1 - left, top - glyph.y0)) for glyph in glyphs]

    def shows(self, box: BBox) -> bool:
        """Page box -> whether its middle lies on the page."""
        width, height = self.size
        return 0 <= box[0] + box[2] <= 2 * width and 0 <= box[1] + box[3] <= 2 * height


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs without a gap. `index`: place of the first one among the characters of the page; `count` of them.

    `figures`: places of the digits among the characters of the page; `again`: that of the first character of the same
    word printed on it again, -1 for none.
    """

    index: int
    text: str
    box: BBox
    turn: int
    count: int
    figures: tuple[int, ...] = ()
    again: int = -1

    def word(self, view: View, font: int | None = None) -> Word:
        return Word(self.text, *self.box, turn=(view.turns * 90 - self.turn) % 360, font=font)


@lru_cache(maxsize=8192)
def character(code: int, mapped: bool) -> str:
    """Code point as the reader tells it -> the character, "" for an invisible mark, `UNMAPPED` where it is none.

    >>> [character(code, True) for code in (0x41, 0x200B, 0x02)], character(0xE001, True) == UNMAPPED
    (['A', '', '-'], True)
    """
    if not mapped or code > 0x10FFFF:
        return UNMAPPED
    char = chr(code)
    category = unicodedata.category(char)
    if category[0] == "Z" or char in "\t\n\v\f\r":
        return BLANK
    if code == 0x02:  # PDFium's word for a hyphen at the end of a line
        return "-"
    if category == "Cf":
        return char if char == "\u00ad" else ""
    return UNMAPPED if category in ("Cc", "Co", "Cs") else char


def turns(glyphs: Iterable[Glyph], rotation: int) -> int:
    """Glyphs, /Rotate in quarters -> quarter turns clockwise that make the page upright: as most of its text runs."""
    every = Counter([glyph.turn for glyph in glyphs if glyph.text != BLANK])
    votes = Counter({turn // 90: count for turn, count in every.items() if turn % 90 == 0})
    if votes:
        most, count = votes.most_common(1)[0]
        if count >= TURN_SHARE * votes.total() and count >= FEW_CHARACTERS:
            return most
    return rotation


@dataclass(frozen=True, slots=True)
class Parting:
    """What tells whether two neighbouring glyphs belong to one word.

    `bars`: vertical ruling lines from left to right. `together`: two places among the characters of the page ->
    whether one operator prints both, so that a gap is kerning. `rise`: two places -> points between their base lines.
    """

    bars: tuple[Rule, ...]
    together: Callable[[int, int], bool]
    rise: Callable[[int, int], float]

    def between(self, last: Placed, this: Placed, widest: float | None) -> bool:
        """Glyph, the one after it, the widest gap in the word so far (None: no gap yet) -> whether it begins a word."""
        (before, (ax0, atop, ax1, abottom)), (glyph, (bx0, btop, _, bbottom)) = last, this
        high_a, high_b, gap = abottom - atop, bbottom - btop, bx0 - ax1
        level = atop == btop and abottom == bbottom and before.turn == glyph.turn and high_b >= 1.0
        if level and gap <= BARRED * high_b and bx0 - ax0 >= -BACK * high_b:  # as nearly all are
            return False
        height = max(high_a, high_b, 1.0)
        if before.turn != glyph.turn or abs(atop + abottom - btop - bbottom) > height:
            return True
        if min(high_a, high_b) < UNLIKE * height and (high_a < TINY or high_b < TINY):
            return True
        if gap > GAP * height or not -BACK * height <= bx0 - ax0:
            return True
        if gap > BARRED * height and self._barred(last[1], this[1]):
            return True
        if widest is not None and gap > max(ODD_GAP * height, widest + ODDER * height):
            return not self.together(before.place, glyph.place)
        if min(high_a, high_b) >= SMALL * height or (before if high_a < high_b else glyph).text.isalpha():
            return False
        return self.rise(before.place, glyph.place) > RAISED * height

    def _barred(self, left: BBox, right: BBox) -> bool:
        """Whether a line as high as the text runs between two glyphs."""
        middle, height = (right[1] + right[3]) / 2, right[3] - right[1]
        for bar in self.bars[bisect_left(self.bars, left[2] - 0.3, key=_edge) :]:
            if bar.x0 > right[0] + 0.3:
                return False
            if bar.top <= middle <= bar.bottom and bar.bottom - bar.top >= 0.8 * height:
                return True
        return False


def bars(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Ruling lines -> the vertical ones from left to right."""
    return tuple(sorted((rule for rule in rules if not rule.horizontal), key=_edge))


def _edge(rule: Rule) -> float:
    return rule.x0


def unbroken(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Glyphs in the order they are drawn -> the same without the line breaks that PDFium tells between letters that
    touch, where a page sets each of them by itself: below a stamp across the page it takes each for a line."""
    inked, broken = 0, set[int]()
    last: Glyph | None = None
    blank = False
    for glyph in glyphs:
        if glyph.text == BLANK:
            blank = True
            continue
        inked += 1
        if blank and last is not None and _touch(last, glyph):
            broken.add(last.place)
        last, blank = glyph, False
    return _without_blanks_after(glyphs, broken) if 2 * len(broken) > inked else glyphs


def _touch(a: Glyph, b: Glyph) -> bool:
    """Whether a letter follows another one on its line without a gap."""
    height = a.y1 - a.y0
    return a.turn == b.turn == 0 and (a.y0, a.y1) == (b.y0, b.y1) and abs(b.x0 - a.x1) <= CLOSE * height


def _without_blanks_after(glyphs: Sequence[Glyph], places: set[int]) -> list[Glyph]:
    """Glyphs -> the same without the blanks right after those at some places."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text != BLANK or not kept or kept[-1].place not in places:
            kept.append(glyph)
    return kept


def runs(glyphs: Iterable[Glyph], view: View, parting: Parting) -> list[Run]:
    """Glyphs in the order they are drawn -> the words of the page, each once."""
    found: list[Run] = []
    for turn, piece in groupby(glyphs, lambda glyph: None if glyph.text == BLANK else glyph.turn):
        if turn is None:
            continue
        if turn % 90 or turn == view.turns * 90:
            found += _split(list(piece), view, parting)
        else:
            found += _turned(list(piece), view, replace(parting, bars=()))
    return _without_doubles(_unspaced([run for run in found if run.text.strip(UNMAPPED) and _shown(run, view)]))


def _shown(run: Run, view: View) -> bool:
    """Whether a word lies on the page and is large enough to be read."""
    return (
        view.shows(run.box)
        and max(run.box[3] - run.box[1], run.box[2] - run.box[0]) >= TINY
        and (run.turn % 180 != 0 or run.box[3] - run.box[1] >= TINY)
    )


def _turned(glyphs: Sequence[Glyph], view: View, parting: Parting) -> Iterator[Run]:
    """Glyphs that run up, down or backwards -> words, parted as on a sheet turned so that they run to the right."""
    own = replace(view, turns=glyphs[0].turn // 90)
    for run in _split(glyphs, own, parting):
        yield replace(run, box=rounded(turned(run.box, own.size, (view.turns - own.turns) % 4)))


def _split(glyphs: Sequence[Glyph], view: View, parting: Parting) -> Iterator[Run]:
    """Glyphs between two blanks -> words."""
    if (whole := _even(glyphs, view)) is not None:
        yield whole
        return
    placed = view.placed(glyphs)
    last = placed[0]
    run = [last]
    widest: float | None = None
    for this in placed[1:]:
        if this[0].text == last[0].text and this[1] != last[1] and _same_place(this[1], last[1]):
            continue  # bold by printing twice; the letters of a ligature have one and the same box
        if parting.between(last, this, widest):
            yield _run(run)
            run, widest = [], None
        else:
            widest = max(widest or 0.0, this[1][0] - last[1][2])
        run.append(this)
        last = this
    yield _run(run)


def _even(glyphs: Sequence[Glyph], view: View) -> Run | None:
    """Glyphs of one height that follow each other closely, as nearly all do, on a page that is not turned -> a word.

    None: they may be several, and have to be compared one by one, which takes longer.
    """
    places, texts, x0s, y0s, x1s, y1s, turns_ = zip(*glyphs, strict=True)
    height = y1s[0] - y0s[0]
    if view.turns or not height > 1.01 or len(set(y0s)) > 1 or len(set(y1s)) > 1:
        return None
    gaps, narrowest = list(map(sub, x0s[1:], x1s)), min(map(sub, x1s, x0s))
    if not narrowest > 0 or (gaps and not (min(gaps) >= -LAPPED * narrowest and max(gaps) <= CLOSE * height)):
        return None
    box = (x0s[0] - view.left, view.top - y1s[0], x1s[-1] - view.left, view.top - y0s[0])
    return _word(places, texts, box, turns_[0])


def _run(placed: Sequence[Placed]) -> Run:
    first = placed[0][0]
    places, texts = [glyph.place for glyph, _ in placed], [glyph.text for glyph, _ in placed]
    return _word(places, texts, union([box for _, box in placed]), first.turn)


def _word(places: Sequence[int], texts: Sequence[str], box: BBox, turn: int) -> Run:
    text = "".join(texts)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(LIGATURES))
    figures = tuple([i for i, char in zip(places, texts, strict=True) if char.isdigit()]) if DIGIT.search(text) else ()
    return Run(places[0], text, rounded(box), turn, len(places), figures)


def _same_place(a: BBox, b: BBox) -> bool:
    return share(a[0], a[2], b[0], b[2]) > 0.7 and share(a[1], a[3], b[1], b[3]) > 0.7


def _unspaced(found: Sequence[Run]) -> list[Run]:
    """Words -> the same, "T O T A L" set apart evenly as one."""
    joined: list[Run] = []
    series: list[Run] = []
    for run in found:
        if series and not _spaced(series, run):
            joined += _one(series)
            series = []
        series.append(run)
    return joined + _one(series)


def _spaced(series: Sequence[Run], run: Run) -> bool:
    """Whether a single character goes on a series of single characters with their gap."""
    last = series[-1]
    if run.count > 1 or last.count > 1 or run.turn != last.turn:
        return False
    (_, top, x1, bottom), box = last.box, run.box
    height = max(bottom - top, 1.0)
    gap = box[0] - x1
    if abs(box[3] - bottom) > 0.1 * height or not 0 < gap <= SPACED_GAP * height:
        return False
    first = series[1].box[0] - series[0].box[2] if len(series) > 1 else gap
    return abs(gap - first) <= SPACED_EVEN * height


def _one(series: Sequence[Run]) -> list[Run]:
    if len(series) < SPACED_LEAST:
        return list(series)
    text = "".join(run.text for run in series)
    if not SPACED.fullmatch(text):
        return list(series)
    figures = tuple(index for run in series for index in run.figures)
    return [Run(series[0].index, text, union(run.box for run in series), series[0].turn, len(series), figures)]


def _without_doubles(found: Iterable[Run]) -> list[Run]:
    """Words -> the same without those printed twice on the same place (poor man's bold, doubled layers)."""
    kept: list[Run] = []
    places: dict[str, dict[tuple[int, int], list[int]]] = {}
    for run in found:
        box = run.box
        x, y = int(box[0] // 4), int(box[1] // 4)
        alike = places.setdefault(run.text, {})
        if alike:
            near = (k for dx in (-1, 0, 1) for dy in (-1, 0, 1) for k in alike.get((x + dx, y + dy), ()))
            double = next((k for k in near if _same_place(box, kept[k].box)), None)
            if double is not None:
                kept[double] = replace(kept[double], again=run.index)
                continue
        alike.setdefault((x, y), []).append(len(kept))
        kept.append(run)
    return kept
