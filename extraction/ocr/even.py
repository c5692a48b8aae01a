"""Words of a picture -> the same with the sizes of their fonts, which ink shows but roughly. Pure.

Lines of one font are found a little higher or lower from line to line; here they are as high as most of their like, so
that a gap is as wide in one row as in the next. And in a font of one width a full stop takes the same room as an "m":
where the letters of words turn out to be as wide as each other all over the page, each word gets their room.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extraction.model import Word

LONG, FEWEST = 5, 12
"""Words of so many letters tell how wide one is; so many of them are needed."""
BEARING = 0.2
"""Letters: the ink of a word is so much narrower than the room of its letters."""
EVEN, MOST = 1.06, 0.58
"""Words whose letters are as wide but for this factor are alike; in a font of one width more than this share are. Of
running text in other fonts a quarter to a third is."""
OUT = 0.4
"""Letters by which the width of a word may be out of true."""
HIGH = 1.2
"""Words whose heights differ by less than this factor may be of one font."""


def as_high(words: Sequence[Word]) -> list[Word]:
    """Words -> each as high as half of those that are about as high as itself, about its own middle."""
    heights = sorted(word.height for word in words if word.upright)
    found = []
    for word in words:
        if word.upright:
            first, last = bisect_left(heights, word.height / HIGH), bisect_right(heights, word.height * HIGH)
            half = heights[(first + last - 1) // 2] / 2
            word = replace(word, top=word.middle - half, bottom=word.middle + half)
        found.append(word)
    return found


def typed(words: Sequence[Word]) -> list[Word]:
    """Words -> those in a font of one width as wide as their letters, the others as they are."""
    pitch = _pitch(words)
    return [_spread(word, pitch) for word in words] if pitch else list(words)


def _pitch(words: Sequence[Word]) -> float | None:
    """Words -> the width of a letter where most of them are typed in one font of one width, points."""
    told = sorted(_width(word) for word in words if len(word.text) >= LONG and word.upright)
    if len(told) < FEWEST:
        return None
    spans = [(bisect_right(told, low * EVEN) - i, i) for i, low in enumerate(told)]
    count, first = max(spans, key=lambda span: span[0])
    return told[first + count // 2] if count > MOST * len(told) else None


def _width(word: Word) -> float:
    return (word.x1 - word.x0) / (len(word.text) - BEARING)


def _spread(word: Word, pitch: float) -> Word:
    room, ink = len(word.text) * pitch, word.x1 - word.x0
    if not word.upright or ink > room + OUT * pitch or (len(word.text) > 2 and ink < room - (BEARING + OUT) * pitch):
        return word
    middle = (word.x0 + word.x1) / 2
    return replace(word, x0=middle - room / 2, x1=middle + room / 2)
