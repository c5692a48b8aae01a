"""Lines -> the kind of account as printed: labelled, beside the account number, or alone above the table."""

import re
from collections.abc import Iterator, Sequence

from extraction.documents.accounts import Part
from extraction.documents.heads.holder import head
from extraction.documents.heads.labels import ACCOUNT_TYPE, HOLDER, is_type, label
from extraction.model import Cell, Word
from extraction.text.lines import Chunk, Line
from extraction.text.normal import plain

MOST = 6
"""Words of a labelled kind of account."""
_TITLE = re.compile(r"(?:summary|statement)s?", re.IGNORECASE)
_PARTS = re.compile(r"[-–—|:·,(]+")

_Found = tuple[str, Cell]


def account_type(lines: Sequence[Line], part: Part) -> _Found | None:
    """Lines of a document, the part of it that is the account -> kind of account as printed and its place. None where
    none is printed, or where several that differ are equally well placed."""
    own = lines[part.first : part.last]
    above = head(lines, part.tables) if part.first == 0 and part.last == len(lines) else []
    for found in (
        _labelled(own),
        _beside(lines, part),
        _alone(above),
        _title(above),
        _before(lines, part),
    ):
        told = {plain(name): (name, cell) for name, cell in found}
        if told:
            return next(iter(told.values())) if len(told) == 1 else None
    return None


def _labelled(lines: Sequence[Line]) -> Iterator[_Found]:
    for line in lines:
        for k, chunk in enumerate(line.chunks):
            for words in (*_rest(chunk), *_next(line, k)):
                text = _text(words)
                if len(words) <= MOST and re.fullmatch(r"[^\W\d_][^\d:@€$£]{2,}", text):
                    yield text, Cell.of(words, line.page, text)


def _rest(chunk: Chunk) -> Iterator[tuple[Word, ...]]:
    """Text with a label and a colon in it -> the words after the colon."""
    for count in range(1, min(4, len(chunk.words) - 1) + 1):
        if not chunk.words[count - 1].text.endswith(":"):
            continue
        if label(" ".join(word.text for word in chunk.words[:count])) in ACCOUNT_TYPE:
            yield chunk.words[count:]


def _next(line: Line, place: int) -> Iterator[tuple[Word, ...]]:
    """A label and the text beside it -> that text; without a colon it may be the head of another column."""
    here, after = line.chunks[place], line.chunks[place + 1 : place + 2]
    for other in after if after and label(here.text) in ACCOUNT_TYPE else ():
        if here.text.endswith(":") or is_type(other.text):
            yield other.words


def _beside(lines: Sequence[Line], part: Part) -> Iterator[_Found]:
    """The kind of account on the line of its number: in a text of its own, or before a dash."""
    line = _line_of_number(lines, part)
    for chunk in line.chunks if line else ():
        if is_type(chunk.text):
            yield _text(chunk.words), Cell.of(chunk.words, line.page if line else 1)
            continue
        for words in _segments(chunk):
            if len(words) < len(chunk.words) and is_type(_text(words)) and not _is_label(words, chunk):
                yield _text(words), Cell.of(words, line.page if line else 1)


def _is_label(words: Sequence[Word], chunk: Chunk) -> bool:
    """Whether words begin the label of the number itself ("Conto corrente n. 123")."""
    return words[0] is chunk.words[0] and _text(words) == _text(chunk.words[: len(words)]) and not _parted(chunk, words)


def _parted(chunk: Chunk, words: Sequence[Word]) -> bool:
    """Whether a dash or the like follows words of a text."""
    after = chunk.words[len(words)].text
    return bool(_PARTS.match(after) or _PARTS.search(words[-1].text[-1:]))


def _before(lines: Sequence[Line], part: Part) -> Iterator[_Found]:
    """The kind of account that begins the label of the number."""
    line = _line_of_number(lines, part)
    for chunk in line.chunks if line else ():
        for count in range(min(4, len(chunk.words) - 1), 0, -1):
            words = chunk.words[:count]
            if is_type(_text(words)):
                yield _text(words), Cell.of(words, line.page if line else 1)
                break


def _line_of_number(lines: Sequence[Line], part: Part) -> Line | None:
    """The line that prints the account number, or its label where the number stands below."""
    number = part.number
    if number is None or number.line >= len(lines):
        return None
    line = lines[number.line]
    return line if line.page == number.cell.page else None


def _alone(lines: Sequence[Line]) -> Iterator[_Found]:
    """The kind of account as a text of its own, or after "Account name:"."""
    for line in lines:
        for chunk in line.chunks:
            colon = max((n for n, word in enumerate(chunk.words, 1) if word.text.endswith(":")), default=0)
            words = chunk.words[colon:]
            if is_type(_text(words)) and label(_text(chunk.words[:colon])) in {"", *HOLDER}:
                yield _text(words), Cell.of(words, line.page)


def _title(lines: Sequence[Line]) -> Iterator[_Found]:
    """ "Checking Account Statement" -> "Checking Account"."""
    for line in lines:
        for chunk in line.chunks:
            words = chunk.words
            if len(words) > 1 and _TITLE.fullmatch(words[-1].text) and is_type(_text(words[:-1])):
                yield _text(words[:-1]), Cell.of(words[:-1], line.page)


def _segments(chunk: Chunk) -> Iterator[tuple[Word, ...]]:
    """Text -> its runs of words between dashes, colons and numbers."""
    run: list[Word] = []
    for word in chunk.words:
        if _PARTS.fullmatch(word.text) or any(ch.isdigit() for ch in word.text):
            if run:
                yield tuple(run)
            run = []
            continue
        run.append(word)
        if _PARTS.search(word.text[-1:]):
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words).strip(" :,-–—|")
