"""A word as recognised -> the word of statements that it looks like, where it is none itself: "Baiance". Pure."""

import re
from collections import defaultdict
from functools import cache, lru_cache

from extraction.tables import names, vocabulary
from extraction.text.dates import MONTHS
from extraction.text.normal import plain, unaccented

ALIKE = str.maketrans({"i": "l", "1": "l", "0": "o", "5": "s", "8": "b"})
"""Signs that are taken for each other."""
MONTH_DAY = re.compile(r"([A-Za-z]{3})O(\d)")
"""A month with its day, the nought of which is read as a letter."""
DAY_MONTH = re.compile(r"(\d{1,2}[-/. ]?)((?=\w*0)[A-Z0]{3})([-/. ]?(?:\d{4}|\d{2}))?")
"""A day with its month, the O of which is read as a nought: "140CT24"."""
SIDE = re.compile(r"(.*\d[.,]\d\d)([cdhs])")
"""An amount with the mark of its side, which is never so small."""
LEAST = 5
"""Letters: shorter words look like too many others."""


@lru_cache(maxsize=65536)
def known(text: str) -> str:
    """Text of a word -> the same, or as the name of a column, a balance or a total that it looks like is spelled.

    >>> known("Baiance"), known("TOTAI:"), known("PERÍ0DO"), known("Balance"), known("Saiem"), known("10,815.80")
    ('Balance', 'TOTAL:', 'PERÍODO', 'Balance', 'Saiem', '10,815.80')
    >>> known("JANO7"), known("140CT24"), known("Dèc"), known("Févr"), known("3.400,00c")
    ('JAN07', '14OCT24', 'Dec', 'Févr', '3.400,00C')
    """
    bare = plain(text)
    if (day := MONTH_DAY.fullmatch(text)) and day[1].lower() in MONTHS:
        return f"{day[1]}0{day[2]}"
    if (date := DAY_MONTH.fullmatch(text)) and (name := date[2].replace("0", "O")).lower() in MONTHS:
        return f"{date[1]}{name}{date[3] or ''}"
    if side := SIDE.fullmatch(text):
        return side[1] + side[2].upper()
    if bare in MONTHS and text.isalpha() and text.lower() not in MONTHS:
        return unaccented(text)
    if len(bare) < LEAST or not bare.isalnum() or 2 * sum(map(str.isdigit, bare)) > len(bare):
        return text
    words, like = _words()
    word = like.get(bare.translate(ALIKE)) if bare not in words else None
    letters = [place for place, sign in enumerate(text) if sign.isalnum()]
    if word is None or len(letters) != len(word):
        return text
    upper = sum(map(str.isupper, text)) > 1
    spelled = [*text]
    for place, letter in zip(letters, word, strict=True):
        if plain(text[place]) != letter:
            spelled[place] = letter.upper() if upper or place == letters[0] else letter
    return "".join(spelled)


@cache
def _words() -> tuple[frozenset[str], dict[str, str]]:
    """All words that are known, and those that look like no other by how they look."""
    words = frozenset(word for word in names.WORDS | vocabulary.WORDS if len(word) >= LEAST and word.isalpha())
    like: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        like[word.translate(ALIKE)].append(word)
    return words, {look: own[0] for look, own in like.items() if len(own) == 1}
