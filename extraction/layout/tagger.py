"""Page -> the role of each of its words, as the trained word tagger takes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from extraction.layout.features import MOST_WORDS, grams, in_order, places
from extraction.layout.roles import TAGS, Tag
from extraction.model import Page, Word
from extraction.ocr.nets import session

WEIGHTS = Path(__file__).with_name("weights") / "words.onnx"
AROUND = 64
"""Words that two windows of a long page share: each word is judged in the window where it stands farther inside."""

Likely = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tagged:
    """The likeliest role of a word, and how likely it is, 0..1."""

    tag: Tag
    confidence: float


class Tagger(Protocol):
    def __call__(self, page: Page) -> Mapping[Word, Tagged]:
        """Page -> the role of each upright word."""


@dataclass(frozen=True, slots=True)
class TrainedTagger:
    """A network as `extraction.training.word_net` makes it, run on one thread by onnxruntime."""

    weights: Path = WEIGHTS

    def __call__(self, page: Page) -> dict[Word, Tagged]:
        """Page -> the role of each upright word."""
        words = in_order(page)
        if not words:
            return {}
        scores = self._likely(words, page.width, page.height)
        best = scores.argmax(1)
        return {
            word: Tagged(TAGS[place], float(scores[i, place]))
            for i, (word, place) in enumerate(zip(words, best.tolist(), strict=True))
        }

    def _likely(self, words: Sequence[Word], width: float, height: float) -> Likely:
        """Words in reading order, the size of their page -> (words, TAGS) likelihoods."""
        letters, where = grams([word.text for word in words]), places(words, width, height)
        found = np.zeros((len(words), len(TAGS)), np.float32)
        for first, last, begin, end in windows(len(words)):
            mask = np.ones((1, last - first), np.int64)
            told = {"grams": letters[None, first:last], "places": where[None, first:last], "mask": mask}
            scores = session(self.weights).run(None, told)[0][0]
            found[begin:end] = scores[begin - first : end - first]
        found = np.exp(found - found.max(1, keepdims=True))
        likely: Likely = found / found.sum(1, keepdims=True)
        return likely


def windows(count: int) -> list[tuple[int, int, int, int]]:
    """Number of words -> windows of them: (first, last, begin, end), of which the words from begin to end are judged.

    >>> windows(500)
    [(0, 500, 0, 500)]
    >>> windows(700)
    [(0, 512, 0, 480), (448, 700, 480, 700)]
    """
    found = []
    first = 0
    while True:
        last = min(first + MOST_WORDS, count)
        begin = first + AROUND // 2 if first else 0
        end = count if last == count else last - AROUND // 2
        found.append((first, last, begin, end))
        if last == count:
            return found
        first = last - AROUND
