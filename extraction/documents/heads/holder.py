"""Lines -> the name of the account holder: a labelled one, else the first line of the postal address of page 1."""

import re
from collections.abc import Iterator, Sequence

from extraction.documents.heads.labels import HOLDER, HOLDER_WEAK, NOT_ADDRESS, NOT_NAME, is_type
from extraction.model import Cell, Word
from extraction.tables.table import Table
from extraction.tables.vocabulary import balance_kind, total_kind
from extraction.text import dates
from extraction.text.lines import Chunk, Line, below
from extraction.text.normal import plain

FIRST, LAST = 70.0, 400.0
"""The address begins between these heights of page 1, points: above stands the bank, below the slip to send back."""
ALIGNED = 4.0
"""Lines of an address begin within this many points."""
PITCH = 1.3
"""From one line of an address to the next there is less space than this many heights."""
LARGER = 1.3
"""A first line larger than the next by this factor is a letterhead."""
_PARTICLES = frozenset(
    re.split(" ", "de del della di da do dos das van von der den ten ter la le y e i und and et & zu zur c/o")
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-])*,?|&")
_NUMBER = re.compile(r"(?<![\w.,])#?\d{1,6}[a-zA-Z]?(?:[/\-]\d{1,5})*(?![\w.])")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|\b\d{4}\s?[A-Z]{2}\b|\b[A-Z]\d[A-Z]\s\d[A-Z]\d\b")

_Found = tuple[str, Cell]


def holder(lines: Sequence[Line], tables: Sequence[Table], issuer: str | None) -> _Found | None:
    """Lines of a document, its tables, the name of the bank -> name as printed and its place; None where none is
    printed, or several that differ."""
    above = head(lines, tables)
    return _only(_labelled(above), issuer) or _only(_addressed(above), issuer)


def head(lines: Sequence[Line], tables: Sequence[Table]) -> list[Line]:
    """Lines, tables -> the lines of page 1 above the first row that has a date."""
    tops = [row.cell.box[1] for table in tables for row in table.rows if row.page == 1 and row.posted]
    return [line for line in lines if line.page == 1 and line.middle < min(tops, default=line.bottom)]


def _only(found: Iterator[_Found], issuer: str | None) -> _Found | None:
    told = {plain(name): (name, cell) for name, cell in found if not _same(name, issuer)}
    return next(iter(told.values())) if len(told) == 1 else None


def _same(name: str, issuer: str | None) -> bool:
    """Whether a name is that of the bank, or a part of it."""
    a, b = plain(name), plain(issuer or "")
    return bool(b) and (a in b or b in a)


def _labelled(lines: Sequence[Line]) -> Iterator[_Found]:
    for i, line in enumerate(lines):
        for k, chunk in enumerate(line.chunks):
            inside = _after(chunk)
            if inside is None:
                continue
            words, least = inside
            if words:
                if is_name(_text(words), least):
                    yield _text(words), Cell.of(words, line.page, _text(words))
                continue
            beside = [c for c in line.chunks[k + 1 : k + 2] if is_name(c.text, least)]
            under = [c for c in below(lines, i, chunk.x0, chunk.x1)[:1] if abs(c.x0 - chunk.x0) < ALIGNED]
            for other in [*beside, *(c for c in under if is_name(c.text, max(least, 2)))][:1]:
                yield _text(other.words), Cell.of(other.words, line.page, _text(other.words))


def _after(chunk: Chunk) -> tuple[tuple[Word, ...], int] | None:
    """A text that begins with the label of a holder -> its words after the label, and how many words its name has at
    least; None for another text."""
    for count in range(min(5, len(chunk.words)), 0, -1):
        before = " ".join(word.text for word in chunk.words[:count])
        rest = chunk.words[count:]
        colon = before.rstrip().endswith(":") or (bool(rest) and rest[0].text == ":")
        rest = rest[1:] if rest and rest[0].text == ":" else rest
        told = plain(before)
        if told in HOLDER or (told in HOLDER_WEAK and (colon or not rest)):
            return rest, 1 if told in HOLDER and colon else 2
    return None


def _addressed(lines: Sequence[Line]) -> Iterator[_Found]:
    """Lines of the head of page 1 -> the first lines of what looks like a postal address."""
    for i, line in enumerate(lines):
        for chunk in line.chunks:
            if not FIRST <= line.top <= LAST or not is_name(chunk.text, 2) or is_name(_above(lines, i, chunk), 2):
                continue
            block = list(_under(lines, i, chunk))
            if not block or _height(chunk) > LARGER * _height(block[0]):
                continue
            place = [c.text for c in block]
            second = is_name(place[0], 2) and not _numbered(place[0])
            if _is_address(place) or (second and _is_address(place[1:])):
                yield _text(chunk.words), Cell.of(chunk.words, line.page, _text(chunk.words))


def _is_address(place: Sequence[str]) -> bool:
    """Lines below a name -> whether they are a street and a town, or both on one line."""
    first, second = (*place, "", "")[:2]
    if not first or not _may_be_address(first):
        return False
    if "," in first and _numbered(first):
        return True
    return bool(second) and _may_be_address(second) and (_numbered(first) or _numbered(second))


def _may_be_address(text: str) -> bool:
    words = plain(text).split()
    return (
        1 <= len(words) <= 8
        and len(text) <= 50
        and not NOT_ADDRESS.intersection(words)
        and not re.search(r"[:@€$£%*<>=|()]|www", text)
        and not re.search(r"\d[.,]\d\d\b", text)
        and any(ch.isalpha() for ch in text)
        and not any(printed.year or end - start == len(text) for printed, start, end in dates.find(text))
    )


def _numbered(text: str) -> bool:
    """Whether a line has the number of a house or a box, or a postal code."""
    return _NUMBER.search(text) is not None or _POSTCODE.search(text) is not None


def _under(lines: Sequence[Line], index: int, chunk: Chunk) -> Iterator[Chunk]:
    """A text -> up to four that stand straight below it, each begun where it begins."""
    bottom, height = chunk.box[3], _height(chunk)
    for line in lines[index + 1 :]:
        found = next(
            (_run(line, c) for c in line.chunks if abs(c.x0 - chunk.x0) < ALIGNED and c.box[1] >= bottom - 1), None
        )
        if line.top - bottom > PITCH * height:
            return
        if found is not None:
            bottom = found.box[3]
            yield found


def _run(line: Line, chunk: Chunk) -> Chunk:
    """A text and those on its line that follow within its height: a scan parts words more."""
    words = chunk.words
    for other in line.chunks:
        if 0 < other.x0 - words[-1].x1 < _height(chunk):
            words = (*words, *other.words)
    return Chunk(words)


def _height(chunk: Chunk) -> float:
    return chunk.box[3] - chunk.box[1]


def _above(lines: Sequence[Line], index: int, chunk: Chunk) -> str:
    """The text straight above a text, "" for none."""
    height = _height(chunk)
    for line in reversed(lines[max(index - 3, 0) : index]):
        for other in line.chunks:
            if abs(other.x0 - chunk.x0) < ALIGNED and 0 <= chunk.box[1] - other.box[3] < PITCH * height:
                return other.text
    return ""


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words).strip(" ,;:")


def is_name(text: str, least: int = 2) -> bool:
    """Text, how many words it must have -> whether it may be the name of a person or a company.

    >>> is_name("Ms Maria de la Cruz"), is_name("Account Summary"), is_name("Leeds LS1")
    (True, False, False)
    """
    words = text.strip(" ,;").split()
    if not least <= len(words) <= 7 or len(text) > 60:
        return False
    if not all(_WORD.fullmatch(word) or word.lower() in _PARTICLES for word in words):
        return False
    if not words[0][0].isupper() or not all(w[0].isupper() or w.lower() in _PARTICLES for w in words):
        return False
    told = plain(text)
    if is_type(text) or balance_kind(told) or total_kind(told) or len(told) < 3:
        return False
    return not NOT_NAME.intersection(told.split())
