"""Pages as a bad text layer has them: words lost, joined and split, a page lost. What is printed stays the truth.

Generated statements are read too well to tell what a statement is like that was not understood; these are not.
"""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from extraction.model import Page, Word

LOST, JOINED, SPLIT = 0.004, 0.006, 0.006
"""Mean shares of words; each document has its own, from none to twice as many."""
NEAR = 4.0
"""Words with less space between them than this, points, may be joined."""


def worn(pages: Sequence[Page], seed: int) -> list[Page]:
    """Pages, seed -> the same, worn."""
    rng = Random(f"worn {seed}")
    lost, joined, split = (2 * share * rng.random() for share in (LOST, JOINED, SPLIT))
    kept = [page for page in pages if len(pages) < 3 or rng.random() > 0.05] or list(pages)
    found = []
    for number, page in enumerate(kept, 1):
        words = [word for word in page.words if rng.random() >= lost]
        words = _joined(words, joined, rng)
        words = [part for word in words for part in (_split(word, rng) if rng.random() < split else [word])]
        found.append(replace(page, number=number, words=tuple(words)))
    return found


def _joined(words: Sequence[Word], share: float, rng: Random) -> list[Word]:
    """Words in the order of the text layer -> some of them one with the word that follows on their line."""
    found: list[Word] = []
    for word in words:
        last = found[-1] if found else None
        beside = last is not None and abs(word.middle - last.middle) < 1 and 0 <= word.x0 - last.x1 < NEAR
        if last is not None and beside and rng.random() < share:
            found[-1] = replace(last, text=last.text + word.text, x1=word.x1)
        else:
            found.append(word)
    return found


def _split(word: Word, rng: Random) -> list[Word]:
    """A word -> two with a gap between them."""
    if len(word.text) < 3 or not word.upright:
        return [word]
    at = rng.randrange(1, len(word.text))
    middle = word.x0 + (word.x1 - word.x0) * at / len(word.text)
    return [replace(word, text=word.text[:at], x1=middle - 0.8), replace(word, text=word.text[at:], x0=middle + 0.8)]
