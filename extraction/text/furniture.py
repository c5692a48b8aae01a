"""Pages of a document -> the same without page furniture: lines printed again at the same place on other pages."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extraction.geometry import share
from extraction.model import Page, Word

HEAD, FOOT = 0.13, 0.9
"""Furniture is looked for in the top 13 % and below 90 % of the page height."""
PAGE_NUMBER = re.compile(
    r"(?:page|seite|pagina|página|pág\.?|blad|p\.)?\s?\d{1,4}\s?(?:/|of|von|de|di|van|sur)\s?\d{1,4}", re.IGNORECASE
)
SHARE = 0.4
"""A word is furniture where it stands at the same place on at least two pages, and on this share of them."""
OVERPRINT = 5
"""This many words that are drawn one after the other and stand on other pages too are no part of a row."""


def without_furniture(pages: Sequence[Page], kept: Mapping[int, Sequence[tuple[float, float]]]) -> list[Page]:
    """Pages -> the same without lines that stand at the same place of several pages, near the top or the bottom.

    Words with digits stay (they may be amounts and dates), but for lone page numbers, and "2/3" on page 2 of 3.
    A longer repeated text that overprints a row is lifted off it.
    `kept`: page -> (top, bottom) of lines that stay although they are repeated, such as table heads.
    """
    if len(pages) < 2:
        return list(pages)
    seen: dict[tuple[str, int, int], set[int]] = defaultdict(set)
    for page in pages:
        for word in page.words:
            if _margin(word, page):
                for key in _keys(word):
                    seen[key].add(page.number)
    enough = max(2, SHARE * len(pages))
    result = []
    for page in pages:
        number = f"{page.number}/{len(pages)}"
        again = {
            i
            for i, w in enumerate(page.words)
            if _margin(w, page)
            and _repeated(w, seen) >= enough
            and not any(top <= w.middle <= bottom for top, bottom in kept.get(page.number, ()))
        }
        gone = {i for i in again if _is_furniture(i, again, page.words)}
        result.append(
            replace(
                page,
                words=tuple(
                    w for i, w in enumerate(page.words) if i not in gone and not (w.text == number and _margin(w, page))
                ),
            )
        )
    return result


def _repeated(word: Word, seen: dict[tuple[str, int, int], set[int]]) -> int:
    return max(len(seen[key]) for key in _keys(word))


def _is_furniture(index: int, again: set[int], words: Sequence[Word]) -> bool:
    """Whether everything on the word's line is repeated, or the words drawn before and after it on the line are."""
    word = words[index]
    if again.issuperset(i for i, w in enumerate(words) if share(w.top, w.bottom, word.top, word.bottom) > 0.5):
        return True
    return not _has_digit(word) and _run(index, -1, again, words) + _run(index, 1, again, words) + 1 >= OVERPRINT


def _run(index: int, step: int, again: set[int], words: Sequence[Word]) -> int:
    """How many words in the order of drawing go on from a word in one direction, repeated and on its line."""
    count, at = 0, index + step
    while at in again and abs(words[at].middle - words[index].middle) < 1 and not _has_digit(words[at]):
        count, at = count + 1, at + step
    return count


def _has_digit(word: Word) -> bool:
    return any(ch.isdigit() for ch in word.text)


def _margin(word: Word, page: Page) -> bool:
    if word.bottom > HEAD * page.height and word.top < FOOT * page.height:
        return False
    return not _has_digit(word) or PAGE_NUMBER.fullmatch(word.text) is not None


def _keys(word: Word) -> list[tuple[str, int, int]]:
    """The word and its place in steps of 3 points, with its neighbours, so that rounding does not part twins."""
    text = "#" if _has_digit(word) else word.text
    x, y = round(word.x0 / 3), round(word.top / 3)
    return [(text, x + dx, y + dy) for dx in (0, 1) for dy in (0, 1)]
