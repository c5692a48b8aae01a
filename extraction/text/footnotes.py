"""Pages -> the same without the letters of footnotes that stand behind amounts, "456.32a" and "456.32 a"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from extraction.model import Page, Word
from extraction.text.lines import lines

_NOTED = re.compile(r"(.*\d[.,]\d{2,3}[-+]?)([a-z])")
_AMOUNT, _LETTER = re.compile(r".*\d[.,]\d{2,3}[-+]?"), re.compile(r"[a-z]")
"""An amount with decimals and the letter behind it, as one word or as two."""
_ENTRY = re.compile(r"\(?([a-z])[.):]?")
"""What a footnote begins with."""
WORDED, FEWEST = 3, 2
"""One of several footnotes has so many words at least, with its letter, each of the others so many."""


def without_footnotes(pages: Sequence[Page]) -> list[Page]:
    """Pages -> the same without letters behind amounts, where below the last of them a text begins with each of these
    letters by itself: "a Charged at the point of sale." Notes are lettered from a, unlike the marks of debits and
    credits; what nothing explains stays, and makes its amount unreadable.
    """
    noted = [(page.number, word) for page in pages for word in _noted(page)]
    if not noted:
        return list(pages)
    letters = {word.text[-1] for _, word in noted}
    last = max((number, word.top) for number, word in noted)
    told: dict[str, int] = {}
    for line in (line for page in pages for line in lines(page) if (page.number, line.top) > last):
        for chunk, beside in zip_longest(line.chunks, line.chunks[1:]):
            if chunk and (found := _ENTRY.fullmatch(chunk.words[0].text)):
                count = len(chunk.words) if len(chunk.words) > 1 or not beside else 1 + len(beside.words)
                told[found[1]] = max(count, told.get(found[1], 0))
    worded = min(told.values(), default=0) >= FEWEST and max(told.values()) >= WORDED
    return [_bare(page) for page in pages] if worded and letters <= {*told} and "a" in told else list(pages)


def _noted(page: Page) -> list[Word]:
    """The words of a page that are an amount with a letter behind it, or such a letter by itself, right behind one."""
    beside = [
        b for a, b in pairwise(page.words) if _LETTER.fullmatch(b.text) and _AMOUNT.fullmatch(a.text) and _near(a, b)
    ]
    return [*(word for word in page.words if _NOTED.fullmatch(word.text)), *beside]


def _near(amount: Word, letter: Word) -> bool:
    """Whether a letter stands on the line of an amount, right of it and no farther than a letter is high."""
    return 0 <= letter.x0 - amount.x1 <= amount.height and abs(letter.bottom - amount.bottom) < amount.height


def _bare(page: Page) -> Page:
    noted = _noted(page)
    words = (word for word in page.words if not (len(word.text) == 1 and any(word is one for one in noted)))
    return replace(page, words=tuple(_without_letter(word) for word in words))


def _without_letter(word: Word) -> Word:
    found = _NOTED.fullmatch(word.text)
    if found is None:
        return word
    return replace(word, text=found[1], x1=word.x1 - (word.x1 - word.x0) / len(word.text))
