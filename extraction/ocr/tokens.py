"""Words as recognised -> words as printed: without what ruling lines left, with split amounts joined. Pure."""

import re
from collections.abc import Iterable
from dataclasses import replace

from extraction.geometry import union
from extraction.model import Word
from extraction.ocr.even import as_high, typed
from extraction.ocr.lexicon import known
from extraction.text.dates import MONTHS

JUNK = re.compile(r"[|_\[\]{}~=—–¦‘’'`\"“”.,:;\\/<>«»°^]+")
"""Marks that are seldom printed alone in a statement; lines, specks and smears are read so."""
SURE = 0.9
"""From this confidence on, such a mark is one."""
EDGE = re.compile(r"^[|\[\]{}_¦]+|[|\[\]{}_¦]+$")
SPECK = re.compile(
    r"^[.,'‘’`·•:;*]+(?=\d{1,4}(?:([-/])\d{1,2}(?:\1\d{2,4})?|\.\d{1,2}\.\d{2,4})$)|^[‘’`·•:;*]+(?=\d{1,2}$)"
)
"""A speck in front of a date, or of its day."""
DIRT = re.compile(r"^[~‘’`·•:;°^\"“”]+(?=[-+]?\d{1,3}(?:[.,' ]?\d{3})*[.,]\d{2}(?!\d))")
"""The same in front of an amount."""
SPECKS = frozenset(".,'`‘’´:;")
"""Marks that are never printed alone."""
OPENED = re.compile(r"^\((?=-[^)]*$)")
"""A bracket that is never closed in front of an amount below zero."""
COLON = re.compile(r"^(\d{1,2}([./-])\d{1,2}):(?=\d{4}$)")
"""A speck above the stop in a date."""
HASH = re.compile(r"^([-+]?)#(?=\d{1,3}(?:,\d{3})*\.\d{2}$)")
"""A sign of a currency in front of an amount, read as one that is none; which currency it is of, nobody knows then."""
DATED = re.compile(
    r"(\d{1,2}([/.-])(?:\d{1,2}|(?P<month>[^\W\d_]{3}))(?:\2(?:\d{4}|\d{2}))?)(?P<beside>[^\W\d_][\w.&/-]+)"
)
"""A date and the word right of it, read as one."""
POUND = re.compile(r"(?<![^-+(—–−])f(?=\d{1,3}(?:,?\d{3})*\.\d{2}\)?$)")
"""A pound sign in front of an amount, read as a letter."""
HEAD = re.compile(r"[-+($€£]*\d{1,3}(?:,\d{3})*,")
TAIL = re.compile(r"\d{3}(?:,\d{3})*(?:\.\d{1,4})?[-)]?")
WHOLE = re.compile(r"[-+($€£]*(?:\d{1,3}(?:([.'])?\d{3})*,|(?:\d{3}|\d{1,3}(?:,?\d{3})+)\.)")
CENTS = re.compile(r"\d{2}(?:[-)+]|[CDHS]|CR|DR)?")
"""Halves of an amount: "5," and "063.50", "1.250," and "00D"."""
NARROW = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
"""Signs as wide as a Chinese letter -> the same as Latin ones."""
ALIKE = str.maketrans("十一二。〇", "+-=.0")
CHINESE = "\u2e80"
"""The first of the Chinese and Japanese letters."""
LEAST_CHINESE = 0.03
"""Share of words: where fewer are Chinese, none is."""
GAP = 0.85
"""Heights: two halves of an amount lie closer than this; columns lie farther apart."""


def tidy(words: Iterable[Word]) -> list[Word]:
    """Words -> words without what lines and specks leave, Latin where they look so, halves of amounts joined."""
    bare = [_bare(part) for word in words for part in _parted(word)]
    if sum(map(_is_chinese, bare)) < LEAST_CHINESE * len(bare):
        bare = [word for word in bare if not _is_chinese(word)]
    kept = [word for word in bare if word.text not in SPECKS and (_is_sure(word) or not JUNK.fullmatch(word.text))]
    return _joined(typed(as_high(kept)))


def _is_sure(word: Word) -> bool:
    return (word.confidence or 0.0) >= SURE


def _is_chinese(word: Word) -> bool:
    """Whether all of a word is in Chinese letters: so are lines, dashes and specks often read."""
    return all(letter >= CHINESE for letter in word.text)


def _bare(word: Word) -> Word:
    """Word -> without the bars that stuck to its ends."""
    text = POUND.sub("£", DIRT.sub("", SPECK.sub("", EDGE.sub("", _latin(word.text)))))
    text = known(HASH.sub(r"\1", COLON.sub(r"\1\2", OPENED.sub("", text))))
    return word if text == word.text or not text else replace(word, text=text)


def _parted(word: Word) -> list[Word]:
    """Word -> a date and the word right of it, where it is both."""
    found = DATED.fullmatch(word.text)
    if found is None or (found["month"] or "may").lower() not in MONTHS:
        return [word]
    edge = word.x0 + (word.x1 - word.x0) * len(found[1]) / len(word.text)
    return [replace(word, text=found[1], x1=edge), replace(word, text=found["beside"], x0=edge)]


def _latin(text: str) -> str:
    """Text -> with the Latin signs that Chinese ones look like, where no Chinese letter stands beside them."""
    text = text.translate(NARROW)
    return text if any(c >= CHINESE and ord(c) not in ALIKE for c in text) else text.translate(ALIKE)


def _are_halves(head: str, tail: str) -> bool:
    thousands = HEAD.fullmatch(head) and TAIL.fullmatch(tail)
    return bool(thousands or (WHOLE.fullmatch(head) and CENTS.fullmatch(tail)))


def _joined(words: list[Word]) -> list[Word]:
    """Words in reading order -> halves of an amount side by side are one."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if (
            last is not None
            and _are_halves(last.text, word.text)
            and 0 <= word.x0 - last.x1 <= GAP * max(last.height, word.height)
            and abs(last.middle - word.middle) < 0.5 * word.height
        ):
            x0, top, x1, bottom = union((last.box, word.box))
            confidence = min(last.confidence or 0.0, word.confidence or 0.0)
            joined[-1] = replace(
                last, text=last.text + word.text, x0=x0, top=top, x1=x1, bottom=bottom, confidence=confidence
            )
        else:
            joined.append(word)
    return joined
