"""Lines of which a note is set right of the head of a table -> the note above all of its page, the head by itself.

"There were 3 checks listed totaling $1,002.20.", on one line or two, stands at the height of the names of columns, but
names none.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from extraction.tables.names import role
from extraction.text.lines import Chunk, Line

ALIGNED = 2.0
"""The lines of a note begin within so many points of each other."""
WORDS, SMALL = 6, 3
"""A note has so many words at least, and so many of small letters."""
CLOSE = 1.5
"""The second line of a note follows within so many line heights."""


def notes_first(lines: Sequence[Line]) -> list[Line]:
    """Lines of a document -> the same, notes of one or two lines right of heads before those of their page, on lines of
    their own: a heading stands right above its head."""
    return [line for _, page in groupby(lines, key=lambda line: line.page) for line in _of_page(list(page))]


def _of_page(lines: list[Line]) -> list[Line]:
    beside = {place for at, pair in enumerate(pairwise(lines)) if _is_note(*pair) for place in (at, at + 1)}
    beside |= {place for place, line in enumerate(lines) if _is_whole(line)}
    notes = [replace(lines[place], chunks=lines[place].chunks[-1:]) for place in sorted(beside)]
    rest = [replace(line, chunks=line.chunks[:-1]) if i in beside else line for i, line in enumerate(lines)]
    return [*notes, *(line for line in rest if line.chunks)]


def _is_note(head: Line, below: Line) -> bool:
    """Whether the last texts of two lines are a sentence, and all others names of columns."""
    *names, first = head.chunks
    *others, second = below.chunks
    apart = head.page != below.page or below.top - head.bottom > CLOSE * (head.bottom - head.top)
    if not names or apart or abs(first.x0 - second.x0) > ALIGNED or not _is_sentence(first, second):
        return False
    return all(role(chunk.text) for chunk in (*names, *others))


def _is_whole(head: Line) -> bool:
    """Whether the last text of a line is a whole sentence, and all others, two at least, names of columns."""
    *names, last = head.chunks
    return len(names) > 1 and _is_sentence(last) and all(role(chunk.text) for chunk in names)


def _is_sentence(*chunks: Chunk) -> bool:
    words = [word for chunk in chunks for word in chunk.text.split()]
    small = sum(word.isalpha() and word.islower() for word in words)
    return words[0][:1].isupper() and words[-1].endswith(".") and len(words) >= WORDS and small >= SMALL
