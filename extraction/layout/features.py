"""Words of a page -> the numbers that the word tagger looks at.

What a word says goes in as its runs of three letters, each hashed to one of `BUCKETS` numbers, so that a word read with
a wrong letter, or one of a language that was not taught, is still like those it resembles; every digit counts as the
same sign. Where it stands goes in as waves of many lengths, so that edges in line are alike.
"""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from extraction.model import Page, Word
from extraction.text.lines import lines
from extraction.text.normal import plain

BUCKETS, GRAMS = 8192, 14
"""Numbers of runs of letters, and how many of a word are looked at; 0 is none."""
WAVES = 8
"""Lengths of waves of a place: 1, 2, 4 … times to and fro over the page."""
PLACES = 7
"""Numbers of a place: left, right, middle, top, bottom, width, height."""
MOST_WORDS = 512
"""Words of a window, in reading order."""

Grams = NDArray[np.int64]
Places = NDArray[np.float32]


def in_order(page: Page) -> list[Word]:
    """Page -> its words in reading order, without those that run aslant and rows of dashes."""
    return [word for line in lines(page) for word in line.words]


def grams(words: Sequence[str]) -> Grams:
    """Texts -> (words, GRAMS) numbers of their runs of letters."""
    found = np.zeros((len(words), GRAMS), np.int64)
    for place, word in enumerate(words):
        numbers = _numbers(word)
        found[place, : len(numbers)] = numbers
    return found


def places(words: Sequence[Word], width: float, height: float) -> Places:
    """Words, the size of their page -> (words, PLACES) shares of it; heights count in hundredths of the page."""
    boxes = np.array([word.box for word in words], np.float32).reshape(-1, 4)
    x0, top, x1, bottom = boxes.T
    told = [x0 / width, x1 / width, (x0 + x1) / (2 * width), top / height, bottom / height]
    sizes = [(x1 - x0) / width, (bottom - top) / height * 10]
    return np.stack([*told, *sizes], axis=1).astype(np.float32)


@lru_cache(maxsize=65536)
def _numbers(text: str) -> tuple[int, ...]:
    """Text -> the numbers of its shape, of itself and of its runs of three letters."""
    shape = "".join("0" if ch.isdigit() else ch for ch in text)
    marks = "".join("a" if ch.isalpha() else ch for ch in shape)
    letters = f"^{plain(shape)}$"
    told = [f"shape {marks}" if any(map(str.isdigit, text)) else f"length {len(text)}", f"word {letters}"]
    told += [letters[i : i + 3] for i in range(max(len(letters) - 2, 0))]
    return tuple(crc32(one.encode()) % (BUCKETS - 1) + 1 for one in told[:GRAMS])
