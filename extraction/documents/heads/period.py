"""Lines and labelled amounts -> the period of a statement."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from extraction.documents.heads.fields import balances, label_date
from extraction.documents.heads.labels import DUE_DATE, STATEMENT_DATE, label
from extraction.documents.heads.period_words import speaks_of_others, speaks_of_statement
from extraction.documents.heads.spans import LABELLED, LIKELY, PAGE_NUMBER, TOLD, Span, spans, year_before
from extraction.model import Cell
from extraction.tables.pairs import Pair
from extraction.tables.vocabulary import balance_kind
from extraction.text import dates
from extraction.text.dates import ORDERS, PrintedDate
from extraction.text.lines import Chunk, Line, below
from extraction.text.normal import plain

_YEARLY = re.compile(
    r"^(?:annual|yearly|jahres\w+|releve annuel|extracto anual|estratto (?:conto )?annuale|jaaroverzicht|extrato anual)(?: [a-z]+){0,3} ((?:19|20)\d\d)$"
)
_NUMBERED = re.compile(
    r"\b(?:period|per[ií]odo?|p[eé]riode|zeitraum|mes|m[eê]s|month)\b[^\d,;]{0,20}\b(0?[1-9]|1[0-2])\s?/\s?((?:19|20)\d\d)$",
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
_Ended = tuple[PrintedDate, Cell, bool]
"""The last day of a period, where it stands, and whether its label is that of a statement."""
_END_LABEL = re.compile(
    r"^(?:through|thru|bis)\b|"
    r"\b(?:statement date|closing date|statement closing|as at|as of|date of statement|statement ends?|period end(?:ing|s)?|ending(?! (?:in )?\d)|date d ?arrete|arrete au|"
    r"auszugsdatum|abrechnungsdatum|rechnungsdatum|tarikh penyata|auszug vom|stand(?: vom)?|abschlussdatum|fecha de corte|fecha de cierre|fecha (?:del? )?extracto|data estratto|data do extrato|data di chiusura|data (?:de|do) fech(?:o|amento)|afschriftdatum|datum afschrift|end date|to date|datum t/m|hasta|issue date|date of issue|to$|statement as of|hesap kesim tarihi|ekstre tarihi)\b"
)
_LAST_LABEL = re.compile(
    r"\b(?:end date|period end(?:ing|s)?|statement ends?|closing date|statement closing|(?:statement|period) to$|to date|datum t/m|hasta|fecha de corte|(?:fecha de )?cierre actual|fecha de cierre|data (?:de|do) fech(?:o|amento)|hesap kesim tarihi)\b"
)
"""What names the last day of a period, whenever the statement was made."""
_ISSUED_LABEL = re.compile(rf"\b(?:{'|'.join(sorted(STATEMENT_DATE))})")
"""What names the day on which the statement was made."""
_TITLE_DATE = re.compile(
    r"\b(?:kontoauszug|auszug|abrechnung|finanzstatus|extrait|releve|situation|extracto|estado|estratto|situazione|extrato|posicao|afschrift|overzicht|"
    r"statement|erstellt) (?:de compte |di conto |conto |de cuenta |de conta )?(?:per|vom|am|au|a|al|em|van|dated|date)\b|"
    r"(?<!last )(?<!previous )\bstatement(?=$| \d)"
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
        for span, told in spans(lines, i, line):
            rank = 0 if i in rows else told if span.sure else LIKELY  # such as interest for a period
            if best is None or rank > best[0]:
                best = (rank, span)
    if best is not None and best[0]:
        beside = [line for i, line in enumerate(lines) if i not in rows]
        offer = best[0] == LIKELY and (_is_of_offer(best[1], beside) or _goes_on(best[1], lines, rows))
        later = best[1].cell.page != lines[0].page  # such as the settlement of a quarter's interest
        if not offer:
            ends = _balanced(found, rows, None) if later else None
            span = ends if ends and _is_another(best[1], found, rows, ends) else best[1]
            return span if span.sure else replace(span, sure=_is_confirmed(span, lines, rows))
    likely = best and (best[1] if best[0] else replace(best[1], sure=False))  # a row may tell that of an insurance
    return _by_ends(lines, found, rows) or likely


def _is_of_offer(span: Span, lines: Sequence[Line]) -> bool:
    """Whether a span that no label names is none of the statement, as the dates of this say: its last day is another
    one, or it was made before the span begins."""
    last, made = _labelled_date(lines, _LAST_LABEL), _labelled_date(lines, _END_LABEL)
    other = last is not None and last[0] != span.end
    return other or (made is not None and made[2] and span.start is not None and _after(span.start, made[0]))


def _goes_on(span: Span, lines: Sequence[Line], rows: frozenset[int]) -> bool:
    """Whether rows that begin with a whole date go on after the last day of a span, as of a quarter's fees."""
    days = [found[0] for i in rows if (found := dates.leading(lines[i].chunks[0].text)) and found[0].year]
    return sum(_after(day, span.end) for day in days) > 1


def _is_confirmed(span: Span, lines: Sequence[Line], rows: frozenset[int]) -> bool:
    """Whether a span that may be that of something else, such as of a fee, ends on the day of the statement, or stands
    above the rows of several pages."""
    if len(_pages_of(span, lines, rows)) > 1:
        return True
    made = _labelled_date([line for i, line in enumerate(lines) if i not in rows], _END_LABEL)
    made = made or _date_alone(lines, rows)
    return made is not None and made[2] and not (_days(made[0]).isdisjoint(_days(span.end)))


def _pages_of(span: Span, lines: Sequence[Line], rows: frozenset[int]) -> set[int]:
    """A span of time, lines, the places of lines that are rows -> the pages that print both its days above their first
    row, on one line."""
    first: dict[int, int] = {}
    for i in sorted(rows):
        first.setdefault(lines[i].page, i)
    heads = (line for i, line in enumerate(lines) if i < first.get(line.page, 0))
    told = ((line.page, {day for day, _, _ in dates.find(line.text)}) for line in heads)
    return {page for page, days in told if span.start and {span.start, span.end} <= days}


def _days(printed: PrintedDate) -> set[tuple[int | None, int, int]]:
    """A printed date -> the days that it may mean."""
    return {day for order in ORDERS if (day := printed.resolve(order))}


def _balanced(found: Sequence[Pair], rows: frozenset[int], year: int | None) -> Span | None:
    """Labelled amounts, the places of lines that are rows, the year of the statement -> the period between the dates of
    two balances."""
    ends = _ends(_of_balances(found, rows), year)
    if ends is None:
        return None
    start, end, cell = ends
    first = any(day and day[2] == 1 for day in (start.resolve("dmy"), start.resolve("mdy")))
    return Span(start if first else None, end, cell)  # the last day of the period before is no part of this one


def _is_another(span: Span, found: Sequence[Pair], rows: frozenset[int], ends: Span) -> bool:
    """Whether a span that a later page tells, such as that of a quarter's interest, is another one than the period
    between the dates of two balances: it ends on another day, or began before the first of them."""
    told = _ends(_of_balances(found, rows), None)
    return ends.end != span.end or bool(told and span.start and _after(told[0], span.start))


def _of_balances(found: Sequence[Pair], rows: frozenset[int]) -> list[Pair]:
    """Labelled amounts, the places of lines that are rows -> those that may be balances."""
    return [pair for pair in found if pair.line not in rows or _is_balance(pair)]


def _by_ends(lines: Sequence[Line], found: Sequence[Pair], rows: frozenset[int]) -> Span | None:
    """Lines that print no period, labelled amounts, the places of lines that are rows -> the period that a date or two
    with labels of their own tell, or the month that the page names."""
    beside = [line for i, line in enumerate(lines) if i not in rows]
    start = _labelled_date(beside, _START_LABEL)
    last = _labelled_date(beside, _LAST_LABEL)
    end = last or _labelled_date(beside, _END_LABEL) or _labelled_date(beside, _TITLE_DATE)
    alone = end or _labelled_date(beside, _ISSUED_LABEL) or _date_alone(lines, rows)
    between = _balanced(found, rows, alone[0].year if alone else None)
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
                rest = plain(PAGE_NUMBER.sub("", chunk.text[:start] + " " + chunk.text[end:]))
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
    both = [(x, y) for order in ORDERS if (x := a.resolve(order)) and (y := b.resolve(order))]
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


def _ends(found: Sequence[Pair], year: int | None) -> tuple[PrintedDate, PrintedDate, Cell] | None:
    """Labelled amounts, the year of the statement where their dates may print none -> the two dates of balances, and
    where the last one stands."""
    opening, closing, dated = balances(found)
    told = [(day, pair) for pair in (*opening, *dated, *closing) if (day := label_date(pair)) and (day.year or year)]
    again = {day for pair in opening if (day := label_date(pair))}  # "brought forward" on the next page opens it, too
    if len({day for day, _ in told}) != 2 or len(again) > 1:
        return None
    (start, _), (end, last) = told[0], next((d, p) for d, p in told if d != told[0][0])
    end = end if end.year else replace(end, year=year)
    return start if start.year else replace(start, year=year_before(start, end)), end, last.cell


def _labelled_date(lines: Sequence[Line], known: re.Pattern[str]) -> _Ended | None:
    """Lines, labels -> the first date that one of them names, one of the statement before all others."""
    found = list(_labelled_dates(lines, known))
    return next((one for one in found if one[2]), next(iter(found), None))


def _labelled_dates(lines: Sequence[Line], known: re.Pattern[str]) -> Iterator[_Ended]:
    """Lines, labels -> the dates beside and below texts that name one of them."""
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
