"""What is printed at a place: the words of pages, found by box. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from extraction.geometry import overlap
from extraction.model import Page, Word
from schemas.provenance import BBox

LIKE = 0.5


class Printed:
    """The words of pages by page and height."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._words = {page.number: sorted(page.words, key=_middle) for page in pages}
        self._fonts = {page.number: page.fonts for page in pages}

    def inside(self, page: int, box: BBox) -> list[Word]:
        """Page, box -> the words whose middle lies in it, from left to right."""
        words = self._words.get(page, [])
        first, last = bisect_left(words, box[1], key=_middle), bisect_right(words, box[3], key=_middle)
        found = (word for word in words[first:last] if box[0] <= (word.x0 + word.x1) / 2 <= box[2])
        return sorted(found, key=lambda word: word.x0)

    def at(self, page: int, box: BBox) -> list[Word]:
        """Page, box of a value -> the words that are printed there, from left to right."""
        edge = box[3] - box[1]
        near = self.inside(page, (0.0, box[1] - edge, float("inf"), box[3] + edge))
        return [word for word in near if alike(word.box, box)]

    def font(self, page: int, word: Word) -> str:
        """Page, a word of it -> the name of its font, "" where that is not known, or it is a value of a form."""
        fonts = self._fonts[page]
        return fonts[word.font] if word.font is not None and word.font < len(fonts) and word.method == "native" else ""


def alike(a: BBox, b: BBox) -> bool:
    """Whether two values stand in one place: they share so much of the height, and of the width of the narrower one."""
    wide, high = min(a[2] - a[0], b[2] - b[0]), min(a[3] - a[1], b[3] - b[1])
    return overlap(a[0], a[2], b[0], b[2]) >= LIKE * wide and overlap(a[1], a[3], b[1], b[3]) >= LIKE * high


def _middle(word: Word) -> float:
    return word.middle
