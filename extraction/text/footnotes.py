"""Pages -> the same without the letters of footnotes that are glued to amounts, "456.32a"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.model import Page, Word
from extraction.text.lines import lines

_NOTED = re.compile(r"(.*\d[.,]\d{2,3}[-+]?)([a-z])")
"""An amount with decimals and the letter behind it."""
_ENTRY = re.compile(r"\(?([a-z])[.):]?")
"""What a footnote begins with."""
WORDED = 3
"""A footnote has so many words at least."""


def without_footnotes(pages: Sequence[Page]) -> list[Page]:
    """Pages -> the same without letters behind amounts, where below the last of them a text begins with each of these
    letters by itself: "a Charged at the point of sale." Notes are lettered from a, unlike the marks of debits and
    credits; what nothing explains stays, and makes its amount unreadable.
    """
    noted = [(page.number, word) for page in pages for word in page.words if _NOTED.fullmatch(word.text)]
    if not noted:
        return list(pages)
    letters = {word.text[-1] for _, word in noted}
    last = max((number, word.top) for number, word in noted)
    told = {
        found[1]
        for page in pages
        for line in lines(page)
        for chunk in line.chunks
        if len(chunk.words) >= WORDED and (page.number, line.top) > last
        if (found := _ENTRY.fullmatch(chunk.words[0].text))
    }
    return [_bare(page) for page in pages] if letters <= told and "a" in told else list(pages)


def _bare(page: Page) -> Page:
    return replace(page, words=tuple(_without_letter(word) for word in page.words))


def _without_letter(word: Word) -> Word:
    found = _NOTED.fullmatch(word.text)
    if found is None:
        return word
    return replace(word, text=found[1], x1=word.x1 - (word.x1 - word.x0) / len(word.text))
