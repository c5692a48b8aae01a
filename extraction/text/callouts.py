"""Pages of a specimen -> the same without what explains it: numbers or letters beside the things on the page, and the
texts that tell of each ("3 Dividends is what a credit union calls interest."), in a column beside or below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from extraction.model import Page, Word
from extraction.text.lines import Chunk, lines
from extraction.text.normal import has_letter

LEAST, SHARE = 3, 0.6
"""A legend explains so many things at least, and this share of them are marked elsewhere."""
BESIDE, ALIGNED = 30.0, 3.0
"""A text begins within so many points of its number; texts of a column begin within so many of each other."""
APART = 3.0
"""The lines of a text follow each other within so many of their heights."""
SIZE = 0.6
"""Marks of one size differ by no more points in height."""
MOST, MANY = 2, 200
"""A thing is marked no more often than the first on average; no legend explains what so many numbers mark."""
_LABEL = re.compile(r"[1-9]|[1-3]\d|[A-Za-z]")
_FIGURE = re.compile(r"[^\w]{0,3}\d[\d.,/ -]*")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a legend: its page, the word that numbers it, where its text begins, points."""

    page: int
    label: Word
    begin: float


def without_callouts(pages: Sequence[Page]) -> list[Page]:
    """Pages -> the same without the numbers that call out what a legend explains, and without its texts; as they are
    where nothing is explained so."""
    entries = _legend(pages)
    marks = _marks(pages, entries) if entries else {}
    if len({text for own in marks.values() for text in (word.text for word in own)}) < max(LEAST, SHARE * len(entries)):
        return list(pages)
    return [_bare(page, [e for e in entries if e.page == page.number], marks.get(page.number, [])) for page in pages]


def _legend(pages: Sequence[Page]) -> list[_Entry]:
    """Pages -> the entries of their legend: numbers from 1 or letters from A without a gap, those of a column below
    each other, each with a text right of it; none where there are too few, or tables of figures stand there."""
    told = sorted((e for page in pages for e in _entries(page)), key=lambda e: (round(e.begin / ALIGNED), e.page))
    runs: list[list[_Entry]] = []
    for _, column in groupby(told, key=lambda e: round(e.begin / ALIGNED)):
        above: _Entry | None = None
        for entry in sorted(column, key=lambda e: (e.page, e.label.top)):
            if above is None or _place(entry) != _place(above) + 1:
                runs.append([])
            runs[-1].append(entry)
            above = entry
    found: list[_Entry] = []
    for run in sorted(runs, key=len, reverse=True):  # a mark may stand left of a text, too
        if not {_place(entry) for entry in run} & {_place(entry) for entry in found}:
            found += run
    places = sorted({_place(entry) for entry in found})
    last = next((n for n in range(1, len(places) + 1) if n not in places), len(places) + 1) - 1
    return [entry for entry in found if _place(entry) <= last] if last >= LEAST else []


def _place(entry: _Entry) -> int:
    text = entry.label.text
    return int(text) if text.isdigit() else ord(text.lower()) - ord("a") + 1


def _entries(page: Page) -> Iterator[_Entry]:
    """A page -> what may be entries of a legend: a number or letter alone, right of it a text and then no figure."""
    for line in lines(page):
        for chunk, text, behind in zip(line.chunks, line.chunks[1:], [*line.chunks[2:], None], strict=False):
            near = text.x0 - chunk.x1 <= BESIDE and len(chunk.words) == 1 and _LABEL.fullmatch(chunk.text)
            if near and _is_worded(text) and not (behind and _is_figure(behind.text)):
                yield _Entry(page.number, chunk.words[0], text.x0)


def _is_figure(text: str) -> bool:
    return _FIGURE.fullmatch(text) is not None and _LABEL.fullmatch(text) is None  # of the next column


def _is_worded(chunk: Chunk) -> bool:
    return has_letter(chunk.text) and len(chunk.text) > 1


def _marks(pages: Sequence[Page], entries: Sequence[_Entry]) -> dict[int, list[Word]]:
    """Pages, the entries of their legend -> by page the words of one size that call out their numbers elsewhere, at the
    beginning or end of what stands together; none where there are too many."""
    labels, texts = {entry.label for entry in entries}, {entry.label.text for entry in entries}
    found = [
        (page.number, word)
        for page in pages
        for line in lines(page)
        for chunk in line.chunks
        for word in dict.fromkeys((chunk.words[0], chunk.words[-1]))
        if word.text in texts and word not in labels
    ]
    if len(found) > MANY:  # numbers of rows, or of days
        return {}
    sizes = [[one for one in found if abs(one[1].height - word.height) <= SIZE] for _, word in found]
    best = max(sizes, key=lambda own: len({word.text for _, word in own}), default=[])
    if len(best) > MOST * len(texts):
        return {}
    return {page: [word for number, word in best if number == page] for page, _ in best}


def _bare(page: Page, entries: Sequence[_Entry], marks: Sequence[Word]) -> Page:
    """A page, the entries of the legend on it, marks of these -> the page without them and the texts of the entries."""
    gone = {*marks, *(entry.label for entry in entries)}
    for begin in {entry.begin for entry in entries}:
        own = [e.label for e in entries if abs(e.begin - begin) <= ALIGNED]
        chunks = [c for line in lines(page) for c in line.chunks if abs(c.x0 - begin) <= ALIGNED and _is_worded(c)]
        for label in own:
            ends = min((other.top for other in own if other.top > label.top), default=page.height)
            last = label.bottom
            for chunk in chunks:
                _, top, _, bottom = chunk.box
                if label.top - label.height <= top < ends and top - last <= APART * (bottom - top):
                    gone.update(chunk.words)
                    last = bottom
    return replace(page, words=tuple(word for word in page.words if word not in gone))
