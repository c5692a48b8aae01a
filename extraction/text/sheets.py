"""Pages that a spreadsheet printed with its grid -> the same without the numbers of its rows and the letters of its
columns."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extraction.model import Page
from extraction.text.lines import Line, lines

LEAST, SHARE = 15, 0.8
"""A page of a spreadsheet has so many numbered lines at least, and this share of all."""
ALIGNED = 12.0
"""Numbers of rows stand within so many points of each other."""


def without_grid(pages: Sequence[Page]) -> list[Page]:
    """Pages -> the same, where every line but those of the head and the foot begins with the next number, without
    these, and without the letters above them. A column of days or of counted rows skips lines, or begins below others.
    """
    return [_bare(page) for page in pages]


def _bare(page: Page) -> Page:
    every = lines(page)
    places = [i for i, line in enumerate(every) if line.words[0].text.isdecimal()]
    run = places and [*range(places[0], places[-1] + 1)] == places and len(places) >= LEAST
    if not run or len(places) < SHARE * len(every) or not _counts([every[i] for i in places]):
        return page
    gone = {every[i].words[0] for i in places}
    head = every[places[0] - 1] if places[0] else None
    if head and all(len(word.text) == 1 and word.text.isalpha() and word.text.isupper() for word in head.words):
        gone.update(head.words)
    return replace(page, words=tuple(word for word in page.words if word not in gone))


def _counts(found: Sequence[Line]) -> bool:
    """Whether the first words of lines count them one by one, and stand below each other."""
    numbers, places = [int(line.words[0].text) for line in found], [line.words[0].x0 for line in found]
    return all(b == a + 1 for a, b in pairwise(numbers)) and max(places) - min(places) <= ALIGNED
