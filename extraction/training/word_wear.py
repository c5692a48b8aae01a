"""A labelled page -> the same as another page, or a worse picture, would have it: what the word tagger is taught on.

Letters are misread, accents are lost, words are joined, boxes are out of true; specks and stamps are added; the letters
of some pages are exchanged throughout, as in a language that nobody taught; pages are cut, moved and stretched.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from extraction.layout.features import MOST_WORDS, in_order
from extraction.layout.roles import Tag
from extraction.model import Word
from extraction.training.word_labels import Labelled

UNKNOWN, MISREAD = 0.2, 0.35
"""Shares of pages whose letters are exchanged throughout, and some of whose letters are misread."""
LETTERS = 0.04
"""The most of the letters of a page that are misread."""
LIKE = (
    {"O": "0", "o": "0", "l": "1", "I": "l", "1": "l", "S": "5", "B": "8", "g": "q", "c": "e", "e": "c", "n": "r"}
    | {"h": "b", "u": "v", "f": "t", "t": "l", "v": "u", "w": "vv", "m": "rn", "r": "i", "a": "o", "é": "e", "è": "e"}
    | {"ç": "c", "ã": "a", "õ": "o", "ö": "o", "ü": "u", "ä": "a", "á": "a", "í": "i", "ó": "o", "ú": "u", "à": "a"}
)
"""What letters are taken for, and those with accents for."""
SPECKS = (".", ",", "'", "-", "1", "l", "|", ":", "~", "°", "*", "i")
STAMPS = ("RECEIVED", "PAID", "COPY", "ENTERED", "BEZAHLT", "KOPIE", "PAYE", "COPIA", "PAGADO", "ORIGINAL", "DUPLICATE")
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Drill:
    """Words of a page or a part of it in reading order, their roles, the size of their page."""

    words: tuple[Word, ...]
    tags: tuple[Tag, ...]
    width: float
    height: float


def drill(page: Labelled) -> Drill:
    """Labelled page -> its words as they are."""
    # where a typed line parts a word, its parts are no words of the page
    role = dict(zip(page.page.words, page.tags, strict=True))
    words = in_order(page.page)
    return Drill(tuple(words), tuple(role.get(word, "other") for word in words), page.page.width, page.page.height)


def worn(clean: Drill, rng: Random) -> Drill:
    """Words as they are -> as they may be read."""
    words, tags = _cut(list(clean.words), list(clean.tags), rng)
    if rng.random() < UNKNOWN:
        words = _in_other_letters(words, rng)
    if rng.random() < MISREAD:
        words = [_misread(word, LETTERS * rng.random(), rng) for word in words]
    words = _moved(words, clean.width, clean.height, rng)
    if rng.random() < MISREAD:
        words, tags = _littered(words, tags, clean, rng)
    return Drill(tuple(words), tuple(tags), clean.width, clean.height)


def _cut(words: list[Word], tags: list[Tag], rng: Random) -> tuple[list[Word], list[Tag]]:
    """Words, their roles -> a window of them, and at times a part of the page alone."""
    first, last = 0, len(words)
    if len(words) > MOST_WORDS:
        first = rng.randrange(len(words) - MOST_WORDS + 1)
    if rng.random() < 0.15 and len(words) > 60:
        first += rng.randrange(len(words) // 3)
    last = min(last, first + MOST_WORDS - 16)
    return words[first:last], tags[first:last]


def _in_other_letters(words: Sequence[Word], rng: Random) -> list[Word]:
    mixed = [*ALPHABET]
    rng.shuffle(mixed)
    table = str.maketrans(ALPHABET + ALPHABET.upper(), "".join(mixed) + "".join(mixed).upper())
    return [replace(word, text=word.text.translate(table)) for word in words]


def _misread(word: Word, share: float, rng: Random) -> Word:
    text = "".join(LIKE.get(ch, ch) if rng.random() < share * 3 else ch for ch in word.text)
    if rng.random() < share and len(text) > 2:
        place = rng.randrange(len(text))
        text = text[:place] + text[place + 1 :]
    return replace(word, text=text) if text else word


def _moved(words: Sequence[Word], width: float, height: float, rng: Random) -> list[Word]:
    """Words of a page -> stretched, moved, a little aslant, each a little out of true."""
    wide, high = rng.uniform(0.88, 1.06), rng.uniform(0.88, 1.06)
    right, down = rng.uniform(-0.04, 0.06) * width, rng.uniform(-0.05, 0.08) * height
    slant = rng.gauss(0, 0.002)
    out = rng.choice((0.05, 0.3, 0.8))

    def moved(word: Word) -> Word:
        def x(value: float) -> float:
            return value * wide + right + rng.gauss(0, out)

        aside = word.x0 * slant

        def y(value: float) -> float:
            return value * high + down + aside + rng.gauss(0, out)

        return replace(word, x0=x(word.x0), x1=x(word.x1), top=y(word.top), bottom=y(word.bottom))

    return [moved(word) for word in words]


def _littered(words: list[Word], tags: list[Tag], clean: Drill, rng: Random) -> tuple[list[Word], list[Tag]]:
    """Words, their roles -> with specks among them, and at times a stamp."""
    told = list(zip(words, tags, strict=True))
    for _ in range(rng.randrange(9)):
        x, y, size = rng.random() * clean.width, rng.random() * clean.height, rng.uniform(1.5, 6)
        told = _between(told, Word(rng.choice(SPECKS), x, y, x + size * rng.uniform(0.3, 1), y + size), "noise")
    if rng.random() < 0.2:
        x, y, size = rng.random() * clean.width * 0.7, rng.random() * clean.height, rng.uniform(18, 60)
        told = _between(told, Word(rng.choice(STAMPS), x, y, x + 4 * size, y + size), "noise")
    return [word for word, _ in told], [tag for _, tag in told]


def _between(told: list[tuple[Word, Tag]], word: Word, tag: Tag) -> list[tuple[Word, Tag]]:
    """Words in reading order with their roles, one more -> with it where it would be read."""
    place = next((i for i, (w, _) in enumerate(told) if w.top > word.middle), len(told))
    return [*told[:place], (word, tag), *told[place:]]
