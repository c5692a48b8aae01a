"""Lines -> account and card numbers, in seven languages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from extraction.geometry import overlap
from extraction.model import Cell
from extraction.tables.vocabulary import balance_kind
from extraction.text import amounts, dates
from extraction.text.ibans import PRINTED, is_creditor, is_iban, without_tail
from extraction.text.lines import Chunk, Line, below
from extraction.text.normal import plain

_NO = r"(?:number|no|nr|num|n[uú]m(?:ero)?|num[eé]ro|n|nummer|#|id)\.?\s?[°º]?\.?"
_KIND = (
    r"(?:(?:bank|card|primary|checking|savings|loan|credit|customer)\s)?"
    r"(?:account|acct|acc|a/c|(?:master)?card|visa|amex|iban|konto|(?:kredit)?karten?|compte|carte|cuenta(?:\s?corriente)?|tarjeta|conto(?:\s?corrente)?|c/c|carta|rekening|rek\.?|\w+konto|"
    r"(?:credit)?(?:kaart|card)|conta(?:\s?corrente)?|cart[aã]o|apartado)"
)
_OTHER_LABEL = (
    r"(?:[cč][ií]slo|[cč]\.)\s[uú][cč]tu|(?:nr|numer) (?:rachunku|konta)|tilinumero|tilin numero|sz[aá]mlasz[aá]m|(?:num[aă]r|nr\.?) cont|cont nr\.?|"
    r"hesap (?:no|numaras[iı])|(?:no|nomb?or)\.? (?:rekening|akun|akaun)|broj ra[cč]una|αριθμ[οό]ς λογαριασμο[υύ]|номер сч[её]та|"
    r"kart (?:no|numaras[iı])(?![a-z])|kartenkonto(?![a-z])|l[åa]ne? ?(?:nr\.?|nummer)|agreement number|rapporto n\.?|loan (?:account )?(?:number|no\.?|#)|mortgage (?:account )?(?:number|no\.?)|(?:num[eé]ro de )?folio|c\.c\.c\.?(?!\w)|cvu(?!\w)|(?:rib|[uú][cč]et)(?=\s?:)"
)
"""Labels in twelve more languages; loans have agreements, French accounts a RIB, Spanish ones a C.C.C., and those of a
Canadian caisse a folio."""
_OF = r"(?:\s(?:de|di|du|da|do|del|della|de la|dela|of|van))?"
_LABEL = re.compile(
    rf"\b(?:{_KIND}[\s\-]?(?:{_NO}(?![a-z])|ending(?: in| with)?)|{_KIND}(?:\s[^\W\d_]+){{1,2}}\sending in|{_NO}{_OF}\s{_KIND}|{_KIND}#|iban|(?:konto|karten|kaart|kort|rekening)(?:nummer|nr)\.?|{_OTHER_LABEL})",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"(?:口座番号|账号|帳號|계좌번호|เลขที่บัญชี(?:เงินฝาก)?|(?:会員|カード)番号|卡[号號]|카드번호|หมายเลขบัตร)|"
    r"(?<!\w)(?:(?:şube/)?hesap|[uú][cč]et|cont|tili)\s?(?=:)",
    re.IGNORECASE,
)
"""Labels of further languages."""
_NUMBERED = r"(?:n\.?\s?[°º]|n[°º]?\.|nr\.?|no\.|no(?=\s\d|$))"
_HEADING = re.compile(
    rf"\b(?:{_KIND}|caja|[eé]pargne|livret|sparbuch|libretto|libreta|poupan[cç]a|loan|mortgage|mutuo|prestito|darlehen\w*|pr[eê]t|pr[eé]stamo|lening|hypothe\w+)"
    r"(?:\s(?!statement|extrait|relev|auszug|extracto|estratto|extrato|afschrift|client|customer|kunde|klant|holder|page|summary)(?:[^\W\d_]+|d\.o\.)){0,4}(?:\s\(\w+\))?"
    rf"\s{_NUMBERED}(?=\s?[\d*•]|\s?:?$)",
    re.IGNORECASE,
)
"""The heading of an account: its kind, what it is called, and before its number "no."."""
SHARE_CODE = re.compile(r"([A-Z]{2,3}(?: ?\d)?)(?: [-–])?\s(?=[^\W\d_])")
"""What begins the title of one of the accounts that share the number of a member: "ES 1 Stable savings"."""
_HEADED = re.compile(rf"{_NUMBERED}\s?(?=\d)", re.IGNORECASE)
"""What stands before a number beside the name of its account."""
_ALONE = re.compile(rf"(?:[^|]*\|\s)*({_KIND})\s*:", re.IGNORECASE)
"""A kind of account as a label, perhaps after others: "Branch | Account:"."""
_WHOLE = re.compile(r"[\d./ -]+(?:\([A-Z]{3}\))?")
"""A number and nothing else, but for the code of its currency behind it."""
_ACCOUNT = re.compile(rf"{_KIND}\b", re.IGNORECASE)
_UNDER = re.compile(r"(?:n[uú]mero|number|nummer|num[eé]ro)[\s.:]+(?=[\dXx*•])", re.IGNORECASE)
"""What stands before a number below the name of its account."""
_BARE_LABEL = re.compile(
    rf"\b{_KIND}(?:\s(?:corrente|corriente|courante?|ch[eè]ques|n[oó]mina|de ahorros?))?\b[\s:.]*"
    r"(?=[\dXx*•][\dXx*•\s\-./]{5,}|-{4,}\d|[A-Z]{2}\d\d(?:\s?[A-Z\d]){10})",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[A-Z]{2}\s?\d{2}(?:\s?[A-Z0-9]){8,30}|-{4,}\d{3,6}(?!\d)|\d{2,6}(?P<part>[/-])[A-Z]{2,4}(?P=part)\d{3,}(?:-\d{1,3})?|[A-Z]{1,4}/\d{4,}(?:-\d{1,3})?(?!\w)|\d{3,5}\s/\s\d{4,}|\d{3,5}/\d{5,}(?:-\d{1,3})?|\d{4}(?:-\d)?, (?=\d)[\d \-]{7,}|"
    r"(?=(?:[^\d]*\d){2})[\dXx*•#](?:[\s\-./]?[\dXx*•#]|\s[A-Z](?=\s\d|$)|(?<=\d)[A-Z](?![^\W\d_])){3,31}"
)
"""An IBAN, a branch and a number parted by a stroke, a comma or the code of the kind of account, or digits and masks; one
of the groups may be a single letter, and a letter may stand between digits or after the last one."""
_LOOSE_NUMBER = re.compile(r"(?:[A-Z]{1,3}[\s-]?)?[\dXx*•#A-Z][\dXx*•#A-Z\s\-./]*\d[\dXx*•#]*(?:-?[A-Z]{1,2}(?!\w))?")
_IN_WORDS = re.compile(r"\b(?!X+\b|BIC\b|SWIFT\b)[A-Z]{3,}\b")
"""Words that stand in no number."""
_BEFORE = re.compile(r"^(?:[\s:.#–—|]|-(?!-{2,60}\d))+")
"""What stands between a label and its number; dashes right before the digits mask them."""
_STATEMENT = re.compile(r"\d{1,4}\s?/\s?(?:19|20)\d\d|(?:19|20)\d\d\s?/\s?\d{1,4}")
"""The number of a statement in its year."""
_CARD = re.compile(
    r"(?<![\w*•])(?<![A-Z]{2}\d\d )(?<!\d )[\d#]{4}[ .-]?[\dXx*•#]{4}[ .-]?[Xx*•#\d]{4}[ .-]?\d{4}(?![\w*•])(?! ?\d)"
)
"""A card's sixteen digits, some of them masked."""
_PHONE = re.compile(
    r"80[03] \d{3} \d{3}(?! ?\d)|0 8\d\d \d\d \d\d \d\d|0\d(?: \d\d){4}|(?:\+?1[-. ])?\(?[2-9]\d{2}\)?[-. ]\d{3}[-. ]\d{4}|1-\d{3}-(?:\d{3}-\d{4}(?!\d)|[\d-]*[A-Z][\dA-Z-]*)|\d{5}-\d{4}|\+\d[\d ]{8,}"
)
_BEHIND_SORT_CODE = re.compile(r"[ /]?\d{7,8}(?!\d)")
_SUFFIX = re.compile(r"-(?:[A-Z]{1,2}\d{1,4}|[A-Z]{3})\b")
_BARE = re.compile(r"(?:\d[\d*•\- ]{6,26}\d|[Xx*•]{2}[Xx*•\- \d]*\d{3})")
_NAMED = re.compile(
    r"(?:\b(?:checking|savings|money market|share draft|certificate|current|konto\w*|compte|d[eé]p[oô]t|cuenta|conto|conta|rekening|livret|"
    r"rachun\w+|numer|account)\b|\bc\.?c\.?c\b|\bd\.o\b|^n\s?[°º](?!\s?(?:de )?client))(?:(?!statement|holder|customer)[^\d|]){0,30}?[^\w,]"
    r"(\d[\dA-Z]*(?:[ \-][\dA-Z]*\d[\dA-Z]*)*)$",
    re.IGNORECASE,
)
"""A kind of account and at the end its number: "Checking - 70412208", "Compte de Dépôt n° 04412887651"."""
_CODED = re.compile(
    r"([A-Z]{1,2}\d{2,6}) [-–] (?:[A-Z][\w']* ){0,4}(?:shares?|savings|checking|loan|certificate|money market|mortgage)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:share|loan|suffix|sub[- ]?account)\s#?(\d{2,6}(?:-\d{1,3})?)\s?[-–:]\s?[A-Z].*|"
    r"(?:id|suffix)\s#?(\d{2,6})\s(?=[A-Z\d]{2,} ?[A-Z]{3}).{0,40}|"
    r"[A-Z][A-Z0-9 &'.]{3,40}\s(?:[-–]\s)?(?:id|suffix)\s#?([A-Z]?\d{2,6})(?: \(continued\))?|"
    r"[A-Z][A-Z0-9 &'.]{3,40}\s[-–]\s(?:share|loan)\s#?(\d{2,6})(?: \(continued\))?|"
    r"(\d{2,4})\s(?:[A-Z&]+\s){0,3}(?:savings|checking|shares?|loan|certificate|market)(?: \(continued\))?|"
    r"[A-Z][A-Z0-9 &'.]{0,40}(?:savings|checking|shares?|loan|certificate|market)\s[-–]\s(\d{2,4})(?: \(continued\))?",
    re.IGNORECASE,
)
"""The number of a member's share or loan beside its name: "SHARE 0012 - HOLIDAY CLUB", "ID 0012 HOLIDAY CLUB",
"FREE CHECKING - ID 0070", "FREE CHECKING ID 0070", "0070 FREE CHECKING", "FREE CHECKING - 70"."""
_SHARE_ALONE = re.compile(r"(?:share|loan|suffix|sub[- ]?account)\s#?(\d{2,6}(?:-\d{1,3})?)", re.IGNORECASE)
"""The same with its name apart: "SHARE 09", "FREE CHECKING"."""
_MASKED = re.compile(
    r"(?:[A-Z][\w&']* ){0,3}(?:checking|savings|spending|money market|account|current|share draft|certificate)\s"
    r"(\(?(?:\.{3}|…|[xX]|[xX*•#]{2,12})\s?\d{3,6}\)?)",
    re.IGNORECASE,
)
"""The name of an account and the last digits of its number: "TOTAL CHECKING (...7719)"."""
_RIB = re.compile(r"\d{5} ?\d{5} ?[\dA-Z]{11} ?\d{2}")
"""Bank, branch, account and key of a French account."""
_FILLERS = re.compile(r"de cr[eé]dito|de d[eé]bito|number|no|iban|nr|bic|type|n\.?[°º]", re.IGNORECASE)
_DEBITED = re.compile(
    r"\bdebit(?:ed)? (?:from |to )?|geïncasseerd|incasseren|einzug|eingezogen|abgebucht|(?:buchen|ziehen) wir|pr[eé]lev|addebit|cargar|扣繳|引落",
    re.IGNORECASE,
)
"""What a sentence, or a row, says of the account that pays for a card."""
SENTENCE = 6
"""A text of so many words is a sentence."""
REPLACED = frozenset({"AT", "BE", "CH", "DE", "FI", "LI", "LU", "NL"})
"""Countries whose accounts are told by their IBAN, even where the bank's own number stands beside it."""
NEAR = 30.0
"""An IBAN beside a number stands within so many points above or below it."""
LONGEST = 200
"""Characters of a text that may be a number without a label: the time it takes grows with their square."""
PAST = 8
"""A date that a text without form of a number goes on to begins within so many characters."""
ENDING = 6
"""The last digits of a number are so many at most."""
LEAST = 6
"""Digits of a number that follows the name of an account."""
WHOLE = 8
"""A number beside the kind of an account that is no label has so many digits at least."""
HEAD_OF_IBAN = 2
"""The heading of an account stands within so many lines above its IBAN."""
TOP = 40
"""A number without a label is looked for among this many first lines."""


@dataclass(frozen=True, slots=True)
class Number:
    """An account number as printed, and the line (of the document) that prints it."""

    text: str
    cell: Cell
    line: int


def account_numbers(
    lines: Sequence[Line], rows: frozenset[int] = frozenset(), aside: Sequence[Line] = ()
) -> list[Number]:
    """Lines, the places of those that are rows of tables, lines of repeated page heads -> labelled account numbers.

    An IBAN, or a French RIB, gives way to the number of the same account in the bank's own form, which has no label where
    it stands above one and others are labelled. Where none is labelled,
    but for cards below the first row: those that follow the name of an account, or IBANs; then codes before such names;
    then a labelled one of a page head, which goes before IBANs below the first row; then a lone number of that shape
    near the top.
    """
    rows = rows.union(i for i, line in enumerate(lines) if _like_row(line) or _pays(lines, i))
    found = [n for i, line in enumerate(lines) if i not in rows for n in _labelled(lines, i, line)]
    first = min(rows, default=len(lines))
    if all(is_iban(n.text) or (n.line > first and _CARD.fullmatch(n.text)) for n in found):
        named = [n for i, line in enumerate(lines) if i not in rows for n in _named(i, line)]
        ibans = [n for n in found if is_iban(n.text)]
        if ibans:
            own = [n for n in named if not is_iban(n.text) and any(_within(n, iban) for iban in ibans)]
            found = sorted([*found, *own], key=lambda n: n.line)
        else:
            found = ([n for n in named if n.line < first] or found) if found else named
    if own := [n for n in found if not is_iban(n.text)]:
        untold = [n for n in found if is_iban(n.text) and not any(_within(other, n) for other in own)]
        above = [n for iban in untold for n in _above_iban(lines, iban) if n.line not in rows]
        found = sorted([*found, *above], key=lambda n: n.line)
    found = [_longest(n, found) for n in _own(found, rows)]
    found = found or [n for i, line in enumerate(lines) if i not in rows for n in _coded(i, line)]
    repeated = (n for i, line in enumerate(aside) for n in (*_labelled(aside, i, line), *_named(i, line)))
    others = all(is_iban(n.text) and n.line > first for n in found)  # those of payees
    if others and (one := next(repeated, None)):
        return [replace(one, line=0)]
    if found:
        return found
    bare = [
        Number(chunk.text, Cell.of(chunk.words, line.page), i)
        for i, line in enumerate(lines[:TOP])
        for chunk in line.chunks
        if line.page == 1
        and i not in rows
        and _is_bare(chunk.text)
        and balance_kind(plain(line.chunks[0].text)) is None
    ]
    return bare[:1] if len({n.text for n in bare}) == 1 else []


def _like_row(line: Line) -> bool:
    """Whether a line begins with a date and ends in an amount, as those of payments that are pending: the card that one
    names is no account."""
    first, last = line.chunks[0].text, line.chunks[-1].text
    return len(line.chunks) > 1 and dates.leading(first) is not None and bool(amounts.points(last))


def _pays(lines: Sequence[Line], index: int) -> bool:
    """Whether a line tells, in a sentence that the line above may begin, which account pays for a card."""
    for chunk in lines[index].chunks:
        above = [c for line in lines[max(index - 1, 0) : index] for c in line.chunks if abs(c.x0 - chunk.x0) < 1]
        begun = [c.text for c in above if not c.text.endswith(".") and c.text[-1:].islower()]
        for text in (chunk.text, *begun):
            if len(chunk.words) >= SENTENCE and _DEBITED.search(text):
                return True
    return False


def _own(found: Sequence[Number], rows: frozenset[int]) -> list[Number]:
    """Numbers -> without the IBANs, and RIBs, beside which the same head prints a number in the bank's own form; an IBAN
    that holds such a number of another head is told by that."""
    heads: dict[int, list[Number]] = {}
    for number in found:
        heads.setdefault(sum(row < number.line for row in rows), []).append(number)
    own = [n for n in found if not (is_iban(n.text) or _RIB.fullmatch(n.text))]
    kept: list[Number] = []
    for numbers in heads.values():
        other = [n for n in numbers if n in own]
        if any(not _CARD.fullmatch(n.text) for n in other):
            kept += other
            continue
        for number in numbers:
            same = (replace(n, line=number.line) for n in own if is_iban(number.text) and _within(n, number))
            kept.append(next(same, number))
    return kept


def _longest(number: Number, found: Sequence[Number]) -> Number:
    """A number that is the end of another one, such as the last digits of a card -> that one; no IBAN."""
    digits = re.sub(r"\D", "", number.text)
    if not number.text.isdecimal() and len(digits) > ENDING:
        return number
    longer = [n for n in found if len(n.text) > len(number.text) and not (n.text.isdecimal() or is_iban(n.text))]
    fuller = [n for n in longer if n.text[-1].isdigit() and re.sub(r"\D", "", n.text).endswith(digits)]
    return replace(fuller[0], line=number.line) if fuller else number


def by_iban(number: Number, lines: Sequence[Line], first: int) -> Number:
    """A number in the bank's own form, lines, where the first row stands -> the IBAN of the account, where its country
    tells accounts by that and a line holds the number in one, or prints one above the rows right beside the number;
    else the number."""
    if is_iban(number.text) or _CARD.fullmatch(number.text):
        return number
    whole = sum(ch.isdigit() for ch in number.text) >= LEAST
    for i, line in enumerate(lines):
        for chunk in line.chunks:
            for found in PRINTED.finditer(chunk.text[:LONGEST]):
                text = without_tail(found[0])
                iban = Number(text, Cell.of(chunk.words, line.page, text), i)
                near = i < first and line.page == number.cell.page and abs(line.top - number.cell.box[1]) <= NEAR
                if (near or (whole and _within(number, iban))) and is_iban(text) and text[:2] in REPLACED:
                    return iban
    return number


def _within(number: Number, iban: Number) -> bool:
    """Whether an IBAN holds a number, as most do that of their account."""
    return re.sub(r"\D", "", number.text) in re.sub(r"\D", "", iban.text)


def _named(index: int, line: Line) -> Iterator[Number]:
    """Place of a line, the line -> numbers after the name of an account on it, and IBANs."""
    for chunk, other in zip_longest(line.chunks, line.chunks[1:]):
        beside = f"{chunk.text} {other.text}" if other else chunk.text
        for text, words in ((chunk.text, chunk.words), (beside, (*chunk.words, *(other.words if other else ())))):
            found = _NAMED.search(text[:LONGEST])
            if found and sum(c.isdigit() for c in found[1]) >= LEAST and not _is_dated(found[1]):
                yield Number(found[1], Cell.of(words[-len(found[1].split()) :], line.page, found[1]), index)
                break
        else:
            for card in _CARD.finditer(chunk.text):
                yield Number(card[0], Cell.of(chunk.words, line.page, card[0]), index)
            for iban in PRINTED.finditer(chunk.text):
                number = without_tail(iban[0])
                if is_creditor(number):
                    continue
                whole = Number(number, Cell.of(chunk.words, line.page, number), index)
                yield from _before_iban(chunk, whole)
                yield whole


def _before_iban(chunk: Chunk, iban: Number) -> Iterator[Number]:
    """A text, the IBAN in it -> the number of the same account that stands beside it, "1042338175, DE47 7505 ..."."""
    for word in chunk.words:
        text = word.text.strip(",;")
        own = Number(text, Cell.of([word], iban.cell.page, text), iban.line)
        if text.isdecimal() and len(text) >= LEAST and text not in iban.text.split() and _within(own, iban):
            yield own


def _above_iban(lines: Sequence[Line], iban: Number) -> Iterator[Number]:
    """Lines, an IBAN -> the number of the same account that ends a text right above it, behind the name of a holder."""
    for i in range(max(iban.line - HEAD_OF_IBAN, 0), iban.line):
        for chunk in lines[i].chunks if lines[i].page == iban.cell.page else ():
            own = Number(chunk.words[-1].text, Cell.of(chunk.words[-1:], lines[i].page), i)
            if own.text.isdecimal() and len(own.text) >= LEAST and _within(own, iban):
                yield own


def _coded(index: int, line: Line) -> Iterator[Number]:
    """Place of a line, the line -> the code before the name of an account, "S0001 - REGULAR SHARES", or the last digits
    behind it."""
    for chunk in line.chunks:
        text = chunk.text[:LONGEST]
        named = len(line.chunks) > 1 and not any(ch.isdigit() for c in line.chunks[1:] for ch in c.text)
        found = _MASKED.fullmatch(text)
        if chunk is line.chunks[0] and not found:
            known = _CODED.fullmatch(text) or _SHARE.fullmatch(text) or (named and _SHARE_ALONE.fullmatch(text))
            found = known or (_SHARE.fullmatch(line.text[:LONGEST]) if len(line.chunks) == 2 else None)
        if found:
            number = next(part for part in found.groups() if part).strip("()")
            words = [w for w in line.words if w.text.strip("#:-–()") == number] or list(chunk.words)
            yield Number(number, Cell.of(words, line.page, number), index)


def _is_bare(text: str) -> bool:
    if len(text) > LONGEST or not _BARE.fullmatch(text) or _PHONE.fullmatch(text) or _is_dated(text):
        return False
    return sum(ch.isdigit() for ch in text) >= 6


def _is_dated(text: str) -> bool:
    """Whether a text begins with a date; a sort code before a number may look like one: "20-02-00 74758588"."""
    found = dates.leading(text)
    return found is not None and _BEHIND_SORT_CODE.match(text, found[1]) is None


def _labelled(lines: Sequence[Line], index: int, line: Line) -> Iterator[Number]:
    for k, chunk in enumerate(line.chunks):
        labels = _labels(chunk.text) or _under(lines, index, chunk) or _beside(line, k)
        values = (_of_pair(chunk.text[:start], chunk.text[end:]) for start, end in labels)
        number = next((n for value in values if (n := _number(value))), None)
        if number:
            number = _with_code(number, chunk.text, line.text)
            words = [w for w in chunk.words if w.text.strip(":.") in number.split()] or list(chunk.words)
            yield Number(number, Cell.of(words, line.page, number), index)
            continue
        alone = _ALONE.fullmatch(chunk.text[:LONGEST]) or _before_number(line, k)
        ends = alone.span(1) if alone else labels[-1] if labels else None
        if ends is None:
            continue
        under = below(lines, index, *_reach(chunk, *ends))
        beside = [other for other in line.chunks[k + 1 : k + 3] if other.text.strip(":.")][:1]
        if not alone and re.search(r"[A-Za-z]{3}", _FILLERS.sub("", chunk.text[ends[1] :])):  # other labels follow it
            under, beside = [other for other in under if _is_bare(other.text)], []
        for other in (*beside, *under):
            if number := _number(_of_label(chunk.text, ends[0], other.text)):
                yield Number(number, Cell.of(other.words, line.page, number), index)
                break


def _with_code(number: str, text: str, line: str) -> str:
    """An account number, the text that holds it, its line -> the number with the code behind it, where that begins the
    line as well: it tells the accounts of a member apart.

    >>> _with_code("0213-4", "Account 0213-4 ES 1", "ES 1 Stable savings Account 0213-4 ES 1")
    '0213-4 ES 1'
    """
    code = SHARE_CODE.match(line)
    told = f"{number} {code[1]}" if code and code[1] not in amounts.CODES else number
    return told if re.search(rf"{re.escape(told)}(?!\w)", text) else number


def _under(lines: Sequence[Line], index: int, chunk: Chunk) -> tuple[tuple[int, int], ...]:
    """Lines, the place of one, a text on it -> where "number" stands in it, below the name of an account."""
    found = _UNDER.match(chunk.text)
    above = [c for line in lines[max(index - 2, 0) : index] for c in line.chunks] if found else []
    named = any(overlap(c.x0, c.x1, chunk.x0, chunk.x1) > 0 and _ACCOUNT.match(c.text) for c in above)
    return (found.span(),) if found and named else ()


def _beside(line: Line, place: int) -> tuple[tuple[int, int], ...]:
    """A line, the place of a text on it -> where "no." stands in it, beside the name of an account."""
    found = _HEADED.match(line.chunks[place].text) if place else None
    title = line.chunks[place - 1].text if found else ""
    code = SHARE_CODE.match(title)
    named = found and _HEADING.fullmatch(f"{title[code.end() if code else 0 :]} {found[0]}"[:LONGEST].strip())
    return (found.span(),) if found and named else ()


@lru_cache(maxsize=2048)  # each reading of the pages asks for the same texts
def _labels(text: str) -> tuple[tuple[int, int], ...]:
    """Text -> from where to where a label of account numbers stands in it."""
    found = [label.span() for known in (_LABEL, _BARE_LABEL, _FOREIGN) for label in known.finditer(text)]
    return (*found, *(label.span() for label in _HEADING.finditer(text[:LONGEST])))


def _before_number(line: Line, place: int) -> re.Match[str] | None:
    """A line, the place of a text on it -> the kind of an account that it is, where a whole number stands beside."""
    beside = line.chunks[place + 1].text if place + 1 < len(line.chunks) else ""
    whole = _WHOLE.fullmatch(beside) is not None and sum(ch.isdigit() for ch in beside) >= WHOLE
    return _ALONE.fullmatch(f"{line.chunks[place].text[:LONGEST]}:") if whole else None


def _reach(chunk: Chunk, start: int, end: int) -> tuple[float, float]:
    """A text, from where to where in it a label stands -> from where to where that is on the page, points: values stand
    below their own labels, of which one text may hold several."""
    held, at = [], 0
    for word in chunk.words:
        held += [word] if at < end and at + len(word.text) > start else []
        at += len(word.text) + 1
    return (held[0].x0, held[-1].x1) if held else (chunk.x0, chunk.x1)


def _of_label(labels: str, start: int, values: str) -> str:
    """Labels parted by strokes, where one of them begins, the text beside -> the value of that label.

    >>> _of_label("Branch | Account", 9, "0144 | 0077123"), _of_label("Account", 0, "0144 | 0077123")
    ('0077123', '0144 | 0077123')
    """
    parts = values.split("|")
    return parts[labels[:start].count("|")].strip() if len(parts) == labels.count("|") + 1 else values


def _of_pair(before: str, value: str) -> str:
    """What stands before a label, the value behind it -> its own part, where both are two parted by a comma.

    >>> _of_pair("Clearing, ", " 6161, 447 718 820"), _of_pair("Clearing and ", " 6161, 447 718 820")
    ('447 718 820', ' 6161, 447 718 820')
    """
    one, comma, other = value.partition(", ")
    return other if before.rstrip().endswith(",") and comma and one.strip(" :").isdecimal() else value


def _number(text: str) -> str | None:
    """Text after a label -> the account number it starts with."""
    text = _BEFORE.sub("", text).strip()
    text = re.sub(r"^(?:ending(?: in| with)?|IBAN|No|Nr|n\.?[°º]|in|is)\b[.:\s]*", "", text, flags=re.IGNORECASE)
    hit = _NUMBER.match(text) or _LOOSE_NUMBER.match(text)
    if (
        hit is None
        or text.startswith("%", hit.end())
        or _is_dated(text)
        or _PHONE.match(text)
        or _STATEMENT.match(text)
    ):
        return None
    if dates.find(text[: hit.end() + PAST]) and hit.re is not _NUMBER:  # the number of a statement, "1 AL 31/03/2025"
        return None
    if hit.re is _LOOSE_NUMBER and _IN_WORDS.search(hit.group()):
        return None
    part = _SUFFIX.match(text, hit.end())  # a share or a loan of a member of a credit union
    found = re.sub(r"\s?(?:BIC|SWIFT)\b.*", "", hit.group()) + (part.group() if part else "")
    number = without_tail(found.strip(" ./").rstrip("-"))
    if set(number) == {"0"}:  # of a product that nobody has
        return None
    digits, masks = sum(ch.isdigit() for ch in number), sum(ch in "Xx*•" for ch in number)
    return number if (digits >= 3 and len(number) >= 4) or (digits == 2 and masks > LEAST) else None
