"""Currency of an account -> where the page names it: its code, symbol or name, else the place that speaks for it."""

import re
from collections.abc import Iterator, Sequence

from extraction.documents.heads.currency import DOLLARS, NAMES, PLACES
from extraction.model import Cell
from extraction.text.amounts import SYMBOLS
from extraction.text.lines import Chunk, Line


def currency_place(code: str | None, lines: Sequence[Line], rows: frozenset[int]) -> Cell | None:
    """ISO code, the lines, places of those that are rows -> the first text that names the currency, one outside of the
    rows before one in them; None where none does."""
    if code is None:
        return None
    apart = [line for i, line in enumerate(lines) if i not in rows]
    for pattern in _patterns(code):
        for some in (apart, lines):
            for line in some:
                for chunk in line.chunks:
                    if hit := pattern.search(chunk.text):
                        return _cell(chunk, line.page, hit)
    return None


def _patterns(code: str) -> Iterator[re.Pattern[str]]:
    """What names a currency, the plainest first."""
    signs = [re.escape(symbol) for symbol, told in SYMBOLS.items() if told == code and symbol != "R"]
    yield re.compile(rf"(?<![^\W\d_]){code}(?![^\W\d_])")
    if signs:
        yield re.compile(rf"(?<![A-Za-z])(?:{'|'.join(sorted(signs, key=len, reverse=True))})(?![A-Za-z])")
    for known in (NAMES, PLACES):
        yield from (pattern for pattern, told in known if told == code)
    if code in DOLLARS:
        yield re.compile(r"\$")
    if code == "ZAR":
        yield re.compile(r"\bR(?= ?\d)")


def _cell(chunk: Chunk, page: int, hit: re.Match[str]) -> Cell:
    """The words of a text that a match lies in; the match is what is printed."""
    place = 0
    found = []
    for word in chunk.words:
        if place + len(word.text) > hit.start() and place < hit.end():
            found.append(word)
        place += len(word.text) + 1
    return Cell.of(found or chunk.words, page, hit.group())
