"""Words as recognised -> words as printed: without what ruling lines left, with split amounts joined. Pure."""

import re
from collections.abc import Iterable
from dataclasses import replace

from extraction.geometry import union
from extraction.model import Word

JUNK = re.compile(r"[|_\[\]{}~=—–¦‘’'`\"“”.,:;\\/<>«»°^]+")
"""Marks that no one prints alone in a statement; lines, specks and smears are read so."""
EDGE = re.compile(r"^[|\[\]{}_¦]+|[|\[\]{}_¦]+$")
HEAD = re.compile(r"[-+($€£]*\d{1,3}(?:,\d{3})*,")
TAIL = re.compile(r"\d{3}(?:,\d{3})*(?:\.\d{1,4})?[-)]?")
GAP = 0.6
"""Heights: two halves of an amount lie closer than this; columns lie farther apart."""


def tidy(words: Iterable[Word]) -> list[Word]:
    """Words -> words. Raw text changes only by dropped line marks and joined halves."""
    return _joined([_bare(word) for word in words if not JUNK.fullmatch(word.text)])


def _bare(word: Word) -> Word:
    """Word -> without the bars that stuck to its ends."""
    text = EDGE.sub("", word.text)
    return word if text == word.text or not text else replace(word, text=text)


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
