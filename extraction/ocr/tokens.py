"""Words as recognised -> words as printed: without what ruling lines left, with split amounts joined. Pure."""

import re
from collections.abc import Iterable
from dataclasses import replace

from extraction.geometry import union
from extraction.model import Word

JUNK = re.compile(r"[|_\[\]{}~=—–¦‘’'`\"“”.,:;\\/<>«»°^]+")
"""Marks that are seldom printed alone in a statement; lines, specks and smears are read so."""
SURE = 0.9
"""From this confidence on, such a mark is one."""
EDGE = re.compile(r"^[|\[\]{}_¦]+|[|\[\]{}_¦]+$")
SPECK = re.compile(
    r"^[.,'‘’`·•:;*]+(?=\d{1,4}(?:([-/])\d{1,2}(?:\1\d{2,4})?|\.\d{1,2}\.\d{2,4})$)|^[‘’`·•:;*]+(?=\d{1,2}$)"
)
"""A speck in front of a date, or of its day."""
POUND = re.compile(r"(?<![^-+(—–−])f(?=\d{1,3}(?:,?\d{3})*\.\d{2}\)?$)")
"""A pound sign in front of an amount, read as a letter."""
HEAD = re.compile(r"[-+($€£]*\d{1,3}(?:,\d{3})*,")
TAIL = re.compile(r"\d{3}(?:,\d{3})*(?:\.\d{1,4})?[-)]?")
NARROW = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
"""Signs as wide as a Chinese letter -> the same as Latin ones."""
ALIKE = str.maketrans("十一二。〇", "+-=.0")
CHINESE = "\u2e80"
"""The first of the Chinese and Japanese letters."""
GAP = 0.6
"""Heights: two halves of an amount lie closer than this; columns lie farther apart."""


def tidy(words: Iterable[Word]) -> list[Word]:
    """Words -> words without what lines and specks leave, Latin where they look so, halves of amounts joined."""
    bare = (_bare(word) for word in words)
    return _joined([word for word in bare if (word.confidence or 0.0) >= SURE or not JUNK.fullmatch(word.text)])


def _bare(word: Word) -> Word:
    """Word -> without the bars that stuck to its ends."""
    text = POUND.sub("£", SPECK.sub("", EDGE.sub("", _latin(word.text))))
    return word if text == word.text or not text else replace(word, text=text)


def _latin(text: str) -> str:
    """Text -> with the Latin signs that Chinese ones look like, where no Chinese letter stands beside them."""
    text = text.translate(NARROW)
    return text if any(c >= CHINESE and ord(c) not in ALIKE for c in text) else text.translate(ALIKE)


def _joined(words: list[Word]) -> list[Word]:
    """Words in reading order -> '5,' and '063.50' side by side are one."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if (
            last is not None
            and HEAD.fullmatch(last.text)
            and TAIL.fullmatch(word.text)
            and 0 <= word.x0 - last.x1 <= GAP * word.height
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
