"""Lines -> the spans of time that they print, two dates joined by a dash or "to", and how likely each is the period of
the statement."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from extraction.documents.heads.period_words import speaks_of_others
from extraction.model import Cell, Word
from extraction.text import dates
from extraction.text.amounts import CODES
from extraction.text.dates import PrintedDate, real
from extraction.text.furniture import OF, PAGE
from extraction.text.lines import Chunk, Line
from extraction.text.normal import plain


@dataclass(frozen=True, slots=True)
class Span:
    """A printed period. `start` None: only the statement date is printed. `sure`: its words are those of a statement;
    False where it may be that of an offer, an insurance or a list of prices."""

    start: PrintedDate | None
    end: PrintedDate
    cell: Cell
    sure: bool = True


LABELLED, TOLD, LIKELY = 3, 2, 1
"""Ranks of a period: a label on the first page names it; it is nearly all that a text of the first page says, or a label of a
later page names it, as one of other figures does; few other words stand beside it."""
SHORT = 8
"""Two dates with fewer other words beside them than this are a period without a label."""
FEW, PROSE = 2, 15
"""Two dates beside so few other words are all that a text says; among so many they are told in running text."""
STACKED = 120.0
"""Dates below the label of a period begin within this many points right of it."""
_Found = tuple[PrintedDate, int, int]
_BARE_DAY = re.compile(r"(?<![\d./-])(([0-3]?\d)(?:st|nd|rd|th|er|\.)?)\s*(?:-|–|—|to|bis|au|al|a|t/m|tot)\s*$")
_JOINS = frozenset(
    {
        "to",
        "through",
        "thru",
        "till",
        "until",
        "up",
        "bis",
        "do",
        "til",
        "zum",
        "au",
        "jusqu",
        "jusquau",
        "al",
        "a",
        "t",
        "m",
        "t/m",
        "tot",
        "en",
        "met",
        "hasta",
        "el",
        "ao",
        "ate",
        "fino",
        "and",
        "und",
        "et",
        "e",
        "y",
        "the",
        "den",
        "dem",
        "il",
        "le",
        "closing",
        "close",
        "end",
        "ending",
        "date",
        "du",
        "um",
        "gmt",
        "utc",
        "から",
        "まで",
        "至",
        "부터",
        "까지",
        "ถึง",
        "ile",
        "sampai",
        "s",
        "d",
        "sd",
        "hingga",
        "pana",
        "la",
    }
)
"""Words between the two dates of a period; "au/to" is two of them."""
_ZONE = re.compile(r"\[(?:GMT|UTC)[^\]]{0,8}\]|\((?:GMT|UTC)[^)]{0,8}\)")
_DIGIT = re.compile(r"\d")
PAGE_NUMBER = re.compile(rf"\b{PAGE}\d+(?:\s?(?:{OF}|/)\s?\d+)?", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"\b(?:account|konto|compte|cuenta|conto|conta|rekening)\s?-?(?:number|no\.?|nummer|nr\.?|n[°º]|n\.)?:?(?!\w)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[A-Z]{0,4}\d[\dA-Z*•#./-]*|[Xx*•#.]{2,}[\d-]*|[-–—·•|]")
FAR = 1.5
"""Words of one date stand within so many of their heights."""
_APART = re.compile(r"(?<!\d)\d\d \d\d (?:19|20)\d\d(?!\d)")
"""A date whose parts have a column each."""
_LEGEND, CENTURY = re.compile(r"\((?:AA|YY|JJ)[ ./-]?MM[ ./-]?(?:JJ|DD|TT)\)"), 2000
_YEAR_FIRST = re.compile(r"(?<!\d)(\d\d) (\d\d) (\d\d)(?!\d)")
"""What says that dates are printed with two digits of the year first, and how they are."""
_PERIOD_LABEL = re.compile(
    r"^beginning $|period|statement|from|opening/closing|open(?:ing)? date|billing|zeitraum|auszug|vom|periode|période|relev|du |periodo|período|desde|extracto|extrato|estratto|afschrift|dal|van |cycle|dates|期間|기간|ระหว่าง|รอบ|tarih aral|d[oö]nem|perioad|kausi|jakso|okres|obdob",
    re.IGNORECASE,
)
_FROM, GOES_ON = re.compile(r"from|vom|du |desde|dal|van ", re.IGNORECASE), 4
"""Labels that a sentence has as well, where so many words of it go on behind the period."""
_RUNS = re.compile(
    r"\bstatement (?:runs|is for the period|covers(?: the period)?) (?:from )?$|"
    r"\bstatement includes (?:[a-z]+ ){1,6}(?:from|between) $|"
    r"^(?:this|your|dieser?|ce|este|questo|il presente|dit|o presente) \w*(?:statement|auszug|relev[eé]|extracto|estratto|afschrift|extrato)\b[^.\d]{0,60}"
    r"\b(?:for the period|f[uü]r den zeitraum|pour la p[eé]riode|del per[ií]odo|per il periodo|over de periode|no per[ií]odo)"
    r" (?:from |of |vom |du |del? |dal |van )?$",
    re.IGNORECASE,
)
"""What a sentence says before the period."""


def told(lines: Sequence[Line]) -> list[Span]:
    """Lines -> every period that a label names, or that is nearly all that a text says."""
    return [span for i, line in enumerate(lines) for span, rank in spans(lines, i, line) if rank >= TOLD]


def spans(lines: Sequence[Line], index: int, line: Line) -> Iterable[tuple[Span, int]]:
    """A line -> the spans of time it prints, each with its rank."""
    first = line.page == lines[0].page
    before = lines[index - 1].text if index and lines[index - 1].page == line.page else ""
    told = (words for chunk in line.chunks for words in _segments(chunk))
    for words in (*told, line.words, *_stacked(lines, index)):
        text = " ".join([w.text for w in words])
        if not _DIGIT.search(text):
            continue
        for (a, a0, a1), (b, b0, b1) in _pairs(text):
            if b.year is None and a.year and a.fixed and b.fixed:  # it may stand on the next line
                b = PrintedDate(b.a, b.b, a.year + (b.b < a.b), True)
            if b.year is None or a.placeholder or b.placeholder or not _joined(text[:a0], text[a1:b0]):
                continue
            if _reaches(_words_at(words, b0, b1)):
                continue
            own = _PERIOD_LABEL.search(text[:a0])
            told_on = own is not None and _FROM.fullmatch(own[0]) and len(text[b1:].split()) >= GOES_ON
            labelled = bool(own and not told_on) or _PERIOD_LABEL.search(before) is not None
            start = a if a.year else PrintedDate(a.a, a.b, year_before(a, b), a.fixed)
            others = len(text[:a0].split()) + len(text[b1:].split())
            runs = _RUNS.search(text[:a0]) is not None
            if others < (PROSE if labelled else SHORT) or runs:
                rank = (LABELLED if first else TOLD) if labelled else LIKELY if others > FEW or not first else TOLD
                strange = speaks_of_others(f"{text[:a0]} {text[b1:]}") and not runs
                besides = _says(f"{text[:a0]} {text[b1:]}") or speaks_of_others(
                    f"{_left_of(line, words)} {'' if labelled else before}"
                )
                sure = not strange and (labelled or not besides)
                yield Span(start, b, Cell.of(_words_at(words, a0, b1), line.page, text[a0:b1]), sure), rank


def _says(text: str) -> bool:
    """Whether what stands beside a period says anything: the account, its number and currency, and the page do not."""
    words = _ACCOUNT.sub(" ", PAGE_NUMBER.sub(" ", text)).split()
    return any(_NUMBER.fullmatch(word) is None and word not in CODES for word in words)


def _left_of(line: Line, words: Sequence[Word]) -> str:
    """A line, some of its words -> the text next to them on the left."""
    return next((chunk.text for chunk in reversed(line.chunks) if chunk.x1 <= words[0].x0), "")


def _reaches(words: Sequence[Word]) -> bool:
    """Whether words that make a date stand far from each other: "17 January" and "18 Jan" in the column beside."""
    return any(b.x0 - a.x1 > FAR * max(a.height, 1.0) for a, b in pairwise(words))


def _segments(chunk: Chunk) -> Iterator[tuple[Word, ...]]:
    """A text -> its words, and those between dots and bars that part it."""
    yield chunk.words
    bars = [i for i, word in enumerate(chunk.words) if word.text in ("•", "·", "|")]
    if bars:
        yield from (chunk.words[a + 1 : b] for a, b in pairwise([-1, *bars, len(chunk.words)]) if b > a + 1)


def _joined(before: str, between: str) -> bool:
    """Whether what stands between two dates makes a period of them: a dash, or few words such as "to"; "closing date"
    only after an opening date."""
    between = _ZONE.sub(" ", between)
    words = re.findall(r"[^ /]+", plain(between))
    if not words:
        return re.fullmatch(r"[\s:.,]*[-–—−/~～〜]+[\s:.,]*", between) is not None
    if "date" in words and not re.search(r"\b(?:open|start|begin|from)", before, re.IGNORECASE):
        return False
    return len(words) <= 4 and _JOINS.issuperset(words)


def _pairs(text: str) -> Iterable[tuple[_Found, _Found]]:
    """Text -> each two dates that follow each other; a bare day before a named one shares its month ("01 - 28 Mar")."""
    found = dates.find(text)
    for one, (other, begun, ended) in pairwise(found):
        yield one, (other, begun + len("do ") if text.startswith("do ", begun) else begun, ended)  # "to", no Thursday
    yield from pairwise(_by_legend(text))
    apart = [(dates.of_digits(one[0]), *one.span()) for one in _APART.finditer(text)]
    yield from pairwise([(day, begun, ended) for day, begun, ended in apart if day])
    for named in dates.month_days(text):
        month, first, last, year = dates.month(named[1]), int(named[2]), int(named[3]), int(named[4])
        if first < last and real(year, month, first) and real(year, month, last):
            start, end = PrintedDate(first, month, year, True), PrintedDate(last, month, year, True)
            yield (start, named.start(), named.end(2)), (end, named.start(3), named.end())
    for b, b0, b1 in found:
        day = _BARE_DAY.search(text[:b0])
        if day and b.fixed and b.year and real(b.year, b.b, int(day[2])) and int(day[2]) < b.a:
            yield (PrintedDate(int(day[2]), b.b, b.year, True), day.start(1), day.end(1)), (b, b0, b1)


def _by_legend(text: str) -> list[_Found]:
    """Text -> the dates of six digits in it, where a legend says that they begin with the year.

    >>> [(one.a, one.b, one.year) for one, _, _ in _by_legend("PÉRIODE (AA MM JJ) 26 01 31 AU 26 02 27")]
    [(31, 1, 2026), (27, 2, 2026)]
    """
    legend = _LEGEND.search(text)
    told = (
        [(*map(int, one.groups()), *one.span()) for one in _YEAR_FIRST.finditer(text, legend.end())] if legend else []
    )
    return [
        (PrintedDate(d, m, CENTURY + y, True, short=True), a, b) for y, m, d, a, b in told if real(CENTURY + y, m, d)
    ]


def _stacked(lines: Sequence[Line], index: int) -> Iterable[tuple[Word, ...]]:
    """The label of a period -> its words with the dates printed below it, the first of them perhaps beside it, one or two
    lines with a word between."""
    line = lines[index]
    for chunk, after in zip_longest(line.chunks, line.chunks[1:]):
        if not chunk or not _PERIOD_LABEL.search(chunk.text) or dates.find(chunk.text):
            continue
        legend = _LEGEND.search(chunk.text)
        if len(chunk.words) > 4 and not legend:
            continue
        beside = after if after and dates.find(after.text) else None
        words = (*chunk.words, *(beside.words if beside else ()))
        right = max(chunk.x1 + STACKED, beside.x1 if beside else 0.0)
        above = line
        for other in lines[index + 1 : index + 6]:
            if other.page != line.page or other.top - above.bottom > 1.5 * (line.bottom - line.top):
                break
            under = [c for c in other.chunks if c.x1 > chunk.x0 and c.x0 < right]
            if not under:
                continue
            if beside and len(dates.find(under[0].text)) > 1:  # a span of its own
                break
            words = (*words, *(word for c in (under if legend else under[:1]) for word in c.words))
            above = other
            text = " ".join(w.text for w in words)
            if len(dates.find(text)) > 1 or len(_by_legend(text)) > 1:
                yield words
                break


def year_before(a: PrintedDate, b: PrintedDate) -> int:
    """The year of a start that prints none: that of the end, or the one before where its month is later."""
    assert b.year is not None
    return b.year - 1 if a.fixed and b.fixed and a.b > b.b else b.year


def _words_at(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """Words -> those that lie between two characters of their joined text."""
    place = 0
    found: list[Word] = []
    for word in words:
        if place + len(word.text) > start and place < end:
            found.append(word)
        place += len(word.text) + 1
    return found or list(words)
