"""Lines and labelled amounts -> the period of a statement."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from extraction.documents.heads.fields import balances, label_date
from extraction.documents.heads.labels import DUE_DATE, STATEMENT_DATE, label
from extraction.documents.heads.period_words import speaks_of_others, speaks_of_statement
from extraction.model import Cell, Word
from extraction.tables.pairs import Pair
from extraction.tables.vocabulary import balance_kind
from extraction.text import dates
from extraction.text.dates import PrintedDate, real
from extraction.text.lines import Chunk, Line, below
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
_YEARLY = re.compile(
    r"^(?:annual|yearly|jahres\w+|releve annuel|extracto anual|estratto (?:conto )?annuale|jaaroverzicht|extrato anual)(?: [a-z]+){0,3} ((?:19|20)\d\d)$"
)
_NUMBERED = re.compile(
    r"\b(?:period|per[ií]odo?|p[eé]riode|zeitraum|mes|m[eê]s|month)\b[^\d,;]{0,20}\b(0?[1-9]|1[0-2])\s?/\s?((?:19|20)\d\d)$",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"\b(?:page|seite|side|pagina|página|strona|strana|sivu|sida) ?:? ?\d+(?: ?(?:of|von|de|di|van|af|av|z|/) ?\d+)?",
    re.IGNORECASE,
)
_DATE_WORDS = frozenset(
    {"date", "datum", "fecha", "data", "dato", "den", "le", "el", "the", "paivays", "paivamaara", "dato den"}
    | {"al", "au", "arrete au", "per", "as of", "as at"}
)
"""What may stand beside the date of a letter."""
BALANCE_WORDS = 4
"""The name of a balance is among so many first words of its row."""
HEAD_LINES, MONTH_WORDS = 25, 7
"""The month of a statement is named among its first lines, in a text of no more words than these."""
STACKED = 120.0
"""Dates below the label of a period begin within this many points right of it."""
_Found = tuple[PrintedDate, int, int]
_Ended = tuple[PrintedDate, Cell, bool]
"""The last day of a period, where it stands, and whether its label is that of a statement."""
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
FAR = 1.5
"""Words of one date stand within so many of their heights."""
_APART = re.compile(r"(?<!\d)\d\d \d\d (?:19|20)\d\d(?!\d)")
"""A date whose parts have a column each."""
_LEGEND, CENTURY = re.compile(r"\((?:AA|YY|JJ)[ ./-]?MM[ ./-]?(?:JJ|DD|TT)\)"), 2000
_YEAR_FIRST = re.compile(r"(?<!\d)(\d\d) (\d\d) (\d\d)(?!\d)")
"""What says that dates are printed with two digits of the year first, and how they are."""
_PERIOD_LABEL = re.compile(
    r"period|statement|from|opening/closing|open(?:ing)? date|billing|zeitraum|auszug|vom|periode|période|relev|du |periodo|período|desde|extracto|extrato|estratto|afschrift|dal|van |cycle|dates|期間|기간|ระหว่าง|รอบ|tarih aral|d[oö]nem|perioad|kausi|jakso|okres|obdob",
    re.IGNORECASE,
)
_END_LABEL = re.compile(
    r"\b(?:statement date|closing date|statement closing|as at|as of|date of statement|statement ends?|period end(?:ing|s)?|ending|date d ?arrete|arrete au|"
    r"auszugsdatum|abrechnungsdatum|rechnungsdatum|tarikh penyata|auszug vom|stand(?: vom)?|abschlussdatum|fecha de corte|fecha de cierre|fecha (?:del? )?extracto|data estratto|data do extrato|data di chiusura|data (?:de|do) fech(?:o|amento)|afschriftdatum|datum afschrift|end date|to date|datum t/m|hasta|issue date|date of issue|to|statement as of)\b"
)
_LAST_LABEL = re.compile(
    r"\b(?:end date|period end(?:ing|s)?|statement ends?|closing date|statement closing|(?:statement|period) to$|to date|datum t/m|hasta|fecha de corte|(?:fecha de )?cierre actual|fecha de cierre|data (?:de|do) fech(?:o|amento))\b"
)
"""What names the last day of a period, whenever the statement was made."""
_ISSUED_LABEL = re.compile(rf"\b(?:{'|'.join(sorted(STATEMENT_DATE))})")
"""What names the day on which the statement was made."""
_RUNS = re.compile(
    r"\bstatement (?:runs|is for the period|covers(?: the period)?) (?:from )?$|"
    r"^(?:this|your|dieser?|ce|este|questo|il presente|dit|o presente) \w*(?:statement|auszug|relev[eé]|extracto|estratto|afschrift|extrato)\b[^.\d]{0,60}"
    r"\b(?:for the period|f[uü]r den zeitraum|pour la p[eé]riode|del per[ií]odo|per il periodo|over de periode|no per[ií]odo)"
    r" (?:from |of |vom |du |del? |dal |van )?$",
    re.IGNORECASE,
)
"""What a sentence says before the period."""
_TITLE_DATE = re.compile(
    r"\b(?:kontoauszug|auszug|abrechnung|finanzstatus|extrait|releve|situation|extracto|estado|estratto|situazione|extrato|posicao|afschrift|overzicht|"
    r"statement|erstellt) (?:de compte |di conto |conto |de cuenta |de conta )?(?:per|vom|am|au|a|al|em|van|dated|date)\b"
)
_START_LABEL = re.compile(
    r"^(?:start date|open date|(?:statement|period) from$|period start|from date|opening date|statement starts?|statement begins|beginning|von|desde|dal|van|from|start)\b"
)


def period(lines: Sequence[Line], found: Sequence[Pair] = (), rows: frozenset[int] = frozenset()) -> Span | None:
    """Lines, labelled amounts, the places of lines that are rows -> the statement period: two dates joined by a dash or
    "to", a labelled one before any other; else the statement date alone, with a start that has a label of its own; else
    the dates of an opening and a closing balance; else the month that the head of the page names."""
    best: tuple[int, Span] | None = None
    for i, line in enumerate(lines):
        if best and (best[0] == LABELLED or i in rows):  # nothing here ranks higher
            continue
        if best and best[0] == TOLD and line.page != lines[0].page:
            break
        for span, told in _spans(lines, i, line):
            rank = 0 if i in rows else told if span.sure else LIKELY  # such as interest for a period
            if best is None or rank > best[0]:
                best = (rank, span)
    last = _labelled_date([line for i, line in enumerate(lines) if i not in rows], _LAST_LABEL) if best else None
    offer = best is not None and best[0] == LIKELY and last is not None and last[0] != best[1].end
    if best is not None and best[0] and not offer:  # two dates alone may be those of an offer
        return best[1]
    likely = best and (best[1] if best[0] else replace(best[1], sure=False))  # a row may tell that of an insurance
    return _by_ends(lines, found, rows) or likely


def told(lines: Sequence[Line]) -> list[Span]:
    """Lines -> every period that a label names, or that is nearly all that a text says."""
    return [span for i, line in enumerate(lines) for span, rank in _spans(lines, i, line) if rank >= TOLD]


def _by_ends(lines: Sequence[Line], found: Sequence[Pair], rows: frozenset[int]) -> Span | None:
    """Lines that print no period, labelled amounts, the places of lines that are rows -> the period that a date or two
    with labels of their own tell, or the month that the page names."""
    beside = [line for i, line in enumerate(lines) if i not in rows]
    start = _labelled_date(beside, _START_LABEL)
    last = _labelled_date(beside, _LAST_LABEL)
    end = last or _labelled_date(beside, _END_LABEL) or _labelled_date(beside, _TITLE_DATE)
    alone = end or _labelled_date(beside, _ISSUED_LABEL) or _date_alone(lines, rows)
    told = [pair for pair in found if pair.line not in rows or _is_balance(pair)]
    between = _between_balances(told, alone[0].year if alone else None)
    if end is not None and (last or between is None or not _after(end[0], between.end)):
        begun = start if start and start[0].year else None
        return Span(begun[0] if begun else None, end[0], end[1], end[2] or (begun is not None and begun[2]))
    head = lines[: min(rows, default=len(lines))]
    return between or _numbered_month(head) or _whole_month(head) or (Span(None, *alone) if alone else None)


def _is_balance(pair: Pair) -> bool:
    """Whether the text of a row begins with the name of a balance, as that of a payment of one does not."""
    date = dates.leading(pair.left)
    words = plain(pair.left[date[1] :] if date else pair.left).split()
    return balance_kind(" ".join(words[:BALANCE_WORDS])) is not None


def _date_alone(lines: Sequence[Line], rows: frozenset[int]) -> _Ended | None:
    """Lines, the places of rows -> the one date that stands by itself above the rows of the first page, as that of a
    letter, where no row is dated after it."""
    told: dict[PrintedDate, Cell] = {}
    due = {chunk for i, line in enumerate(lines[:HEAD_LINES]) for chunk in _of_due_dates(lines, i, line)}
    for line in lines[: min(rows, default=HEAD_LINES)]:
        for chunk in line.chunks if line.page == lines[0].page else ():
            found = dates.find(chunk.text) if chunk not in due else ()
            if len(found) == 1 and found[0][0].year and not found[0][0].placeholder:
                printed, start, end = found[0]
                rest = plain(_PAGE_NUMBER.sub("", chunk.text[:start] + " " + chunk.text[end:]))
                if len(rest) <= 1 or rest in _DATE_WORDS:
                    told.setdefault(printed, Cell.of(chunk.words, line.page))
    dated = [p for i in rows for p, _, _ in dates.find(lines[i].text) if p.year]
    if len(told) != 1 or any(_after(printed, next(iter(told))) for printed in dated):
        return None
    return *next(iter(told.items())), True


def _of_due_dates(lines: Sequence[Line], index: int, line: Line) -> Iterator[Chunk]:
    """Lines, the place of one -> what stands beside and below the labels of due dates on it."""
    for chunk, beside in zip_longest(line.chunks, line.chunks[1:]):
        if chunk and label(chunk.text) in DUE_DATE:
            yield from (beside,) if beside else ()
            yield from below(lines, index, chunk.x0, chunk.x1)


def _after(a: PrintedDate, b: PrintedDate) -> bool:
    """Whether a date is later than another one, however day and month are meant."""
    both = [(x, y) for order in ("dmy", "mdy") if (x := a.resolve(order)) and (y := b.resolve(order))]
    return bool(both) and all(x > y for x, y in both)


def _numbered_month(lines: Sequence[Line]) -> Span | None:
    """Lines -> the month after the label of a period at the head of the first page: "Período do extrato 04 / 2025"."""
    for line in lines[:HEAD_LINES]:
        for chunk in line.chunks if line.page == 1 else ():
            if named := _NUMBERED.search(chunk.text):
                return _month(int(named[2]), int(named[1]), Cell.of(chunk.words, line.page))
    return None


def _month(year: int, month: int, cell: Cell) -> Span:
    """Year, month, where it is printed -> all of its days."""
    last = monthrange(year, month)[1]
    return Span(PrintedDate(1, month, year, True), PrintedDate(last, month, year, True), cell)


def _whole_month(lines: Sequence[Line]) -> Span | None:
    """Lines -> the month that the head of the first page names: "November 2024", "Extracto de marzo 2024"; or the year:
    "Jahreskontoauszug 2024"."""
    told: dict[tuple[int, int], Cell] = {}
    for line in lines[:HEAD_LINES]:
        for chunk in line.chunks:
            if line.page == 1 and (yearly := _YEARLY.search(plain(chunk.text))) and len(chunk.words) <= MONTH_WORDS:
                number = int(yearly[1])
                cell = Cell.of(chunk.words, line.page)
                return Span(PrintedDate(1, 1, number, True), PrintedDate(31, 12, number, True), cell)
        for chunk in line.chunks:
            found = dates.month_of(chunk.text) if len(chunk.words) <= MONTH_WORDS else None
            if found and line.page == 1:
                told.setdefault(found, Cell.of(chunk.words, line.page))
    if len(told) != 1:
        return None
    (((year, month), cell),) = told.items()
    beside = re.sub(r"\d", " ", cell.text)
    return replace(_month(year, month, cell), sure=speaks_of_statement(beside))


def _between_balances(found: Sequence[Pair], year: int | None) -> Span | None:
    """Balances "at" two dates, the year of the statement where the dates may print none -> the period between them,
    which begins with the first date where that is the first day of a month."""
    opening, closing, dated = balances(found)
    told = [(day, pair) for pair in (*opening, *dated, *closing) if (day := label_date(pair)) and (day.year or year)]
    again = {day for pair in opening if (day := label_date(pair))}  # "brought forward" on the next page opens it, too
    if len({day for day, _ in told}) != 2 or len(again) > 1:
        return None
    (start, _), (end, last) = told[0], next((d, p) for d, p in told if d != told[0][0])
    end = end if end.year else replace(end, year=year)
    start = start if start.year else replace(start, year=_year_before(start, end))
    first = any(found and found[2] == 1 for found in (start.resolve("dmy"), start.resolve("mdy")))
    return Span(start if first else None, end, last.cell)  # the last day of the period before is no part of this one


def _spans(lines: Sequence[Line], index: int, line: Line) -> Iterable[tuple[Span, int]]:
    """A line -> the spans of time it prints, each with its rank."""
    first = line.page == lines[0].page
    before = lines[index - 1].text if index and lines[index - 1].page == line.page else ""
    told = (words for chunk in line.chunks for words in _segments(chunk))
    for words in (*told, line.words, *_stacked(lines, index)):
        text = " ".join([w.text for w in words])
        if not _DIGIT.search(text):
            continue
        for (a, a0, a1), (b, b0, b1) in _pairs(text):
            if b.year is None or a.placeholder or b.placeholder or not _joined(text[:a0], text[a1:b0]):
                continue
            if _reaches(_words_at(words, b0, b1)):
                continue
            labelled = bool(_PERIOD_LABEL.search(text[:a0]) or _PERIOD_LABEL.search(before))
            start = a if a.year else PrintedDate(a.a, a.b, _year_before(a, b), a.fixed)
            others = len(text[:a0].split()) + len(text[b1:].split())
            runs = _RUNS.search(text[:a0]) is not None
            if others < (PROSE if labelled else SHORT) or runs:
                rank = (LABELLED if first else TOLD) if labelled else LIKELY if others > FEW or not first else TOLD
                strange = speaks_of_others(f"{text[:a0]} {text[b1:]}") and not runs
                besides = others or speaks_of_others(f"{_left_of(line, words)} {'' if labelled else before}")
                sure = not strange and (labelled or not besides)
                yield Span(start, b, Cell.of(_words_at(words, a0, b1), line.page, text[a0:b1]), sure), rank


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
            words = (*words, *(word for c in (under if legend else under[:1]) for word in c.words))
            above = other
            text = " ".join(w.text for w in words)
            if len(dates.find(text)) > 1 or len(_by_legend(text)) > 1:
                yield words
                break


def _year_before(a: PrintedDate, b: PrintedDate) -> int:
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


def _labelled_date(lines: Sequence[Line], known: re.Pattern[str]) -> _Ended | None:
    """Lines, labels -> the first date that one of them names, one of the statement before all others."""
    found = list(_labelled_dates(lines, known))
    return next((one for one in found if one[2]), next(iter(found), None))


def _labelled_dates(lines: Sequence[Line], known: re.Pattern[str]) -> Iterator[_Ended]:
    for i, line in enumerate(lines):
        for k, chunk in enumerate(line.chunks):
            told = plain(chunk.text)
            if not known.search(told) or balance_kind(told) or len(chunk.words) > 12:
                continue
            candidates = [chunk, *line.chunks[k + 1 : k + 2], *below(lines, i, chunk.x0, chunk.x1)]
            for other in candidates:
                for printed, start, _ in dates.find(other.text):
                    after = other is not chunk or known.search(plain(other.text[:start]))
                    if after and printed.year and not printed.placeholder:
                        named = plain(chunk.text[:start] if other is chunk else chunk.text)
                        sure = not speaks_of_others(named) and (
                            speaks_of_statement(named) or speaks_of_statement(known.sub(" ", named))
                        )
                        yield printed, Cell.of(other.words, line.page), sure
                        break
