"""Lines -> the name of the institution that issued the document."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extraction.documents.heads.bank_names import (
    alone,
    banks,
    begins_with_name,
    cleaned,
    companies,
    ends_in_legal_form,
    heads_imprint,
    is_company,
    is_generic,
    is_letterhead,
    is_title_of_bank,
    is_whole_name,
    names_authority,
    names_bank,
    names_product,
    says_in_full,
    with_legal_form,
    without_legal_form,
)
from extraction.documents.heads.web_names import of_the_web, spelt_out
from extraction.geometry import median
from extraction.model import Cell, Word
from extraction.text.lines import Chunk, Line

_LABELLED = re.compile(r"\b(?:bank name|name of bank|institution|issued by)\s*:\s*(.*[^\W\d_]{2}.*)", re.IGNORECASE)
_ISSUED = re.compile(r"^issued by (.*)", re.IGNORECASE)
_PAYABLE = re.compile(r"\b(?:check|cheque)s?(?: or money orders?)? payable to:?\s([^.]*)", re.IGNORECASE)
_ASIDE = re.compile(r" [·—|] ")
"""What parts the name of a bank from what it says of itself."""
_NAMED = re.compile(r"\w\s(?:Bank|BANK|Credit Union|CREDIT UNION|Building Society)$")
"""The end of a name: what follows is no part of it, but for a legal form: "Tilia Bank Member FDIC"."""
_PLACE = re.compile(r"(?:of|de|del|della|delle|des|du|do|da) \w+(?: \w+){0,3}$", re.IGNORECASE)
"""The place of a bank, or whose it is, below the first part of its name."""
ABBREVIATED = 5
"""A brand of so few letters may stand for a name that is printed in full elsewhere."""
LARGE, LARGER = 1.2, 1.35
"""A name that no word of banking marks is printed larger than the text by the first factor; one that is written
small, such as a brand, by the second."""
TOP = 0.14
"""A letterhead stands within this share of the first page's height."""
FIRST = 4
"""A company that stands alone does so among so many first lines."""
STACKED = 4
"""The two lines of a letterhead have fewer lines of other columns between them."""
WHOLE = 8.0
"""Score of a letterhead in two lines: more than that of either line."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A name and where it is printed. `imprint`: as that of a registered company; `title`: only before the title of the
    document, where the holder of the account may stand as well; `partner`: as that of a bank that serves another."""

    name: str
    words: tuple[Word, ...]
    page: int
    score: float
    imprint: bool = False
    title: bool = False
    partner: bool = False


def institution(
    lines: Sequence[Line], rows: frozenset[int] = frozenset(), aside: Sequence[Line] = (), height: float = 842.0
) -> tuple[str, Cell] | None:
    """Lines, the places of those that are rows, lines of page heads and margins, height of the first page, points ->
    name and place: a labelled one, else the likeliest name of a bank, else the largest letterhead, the name that the
    bank's web address spells, or the company of the imprint."""
    body = median([line.bottom - line.top for line in lines] or [10.0])
    lines = [*(line for i, line in enumerate(lines) if i not in rows), *aside]
    for line in lines:
        for chunk in line.chunks:
            if line.page == 1 and (named := _LABELLED.search(chunk.text)) and len(named[1]) <= 60:
                return named[1].strip(), Cell.of(chunk.words, line.page)
            issued = _ISSUED.match(chunk.text) if line.page == 1 else None
            for one in banks(issued[1]) if issued else ():
                return one.name, Cell.of(chunk.words, line.page)
    found = [*_candidates(lines, body, TOP * height), *(_Candidate(*told, 2.0) for told in spelt_out(lines))]
    found = [c for c in found if sum(ch.isalpha() for ch in c.name) > 1 and not names_authority(c.name)]
    likely = [c for c in found if not c.title]
    likely = [c for c in likely if not c.partner] or likely
    if not likely:
        return _alone(lines, TOP * height) or _payee(lines) or of_the_web(lines)
    votes = Counter(candidate.name.casefold() for candidate in found)
    best = max(likely, key=lambda c: (c.score + min(votes[c.name.casefold()], 6) * 0.5, -len(c.name)))
    best = min(_longer(best, found), key=lambda c: len(c.name), default=best)
    best = next(_in_full(best, found), best)
    best = next(_with_legal_form(best, lines), best)
    best = _as_headed(
        replace(best, name=alone(best.name)), [line for line in lines if line.page == 1 and line.bottom < TOP * height]
    )
    return best.name, Cell.of(best.words, best.page)


def _as_headed(whole: _Candidate, head: Sequence[Line]) -> _Candidate:
    """A name, the lines of the letterhead -> the name without its legal form where the letterhead prints it so, and not
    with the form."""
    short = without_legal_form(whole.name)
    texts = {
        part.casefold(): chunk.words
        for line in head
        for chunk in line.chunks
        for part in (cleaned(chunk.text), *chunk.text.split(" | "))
    }
    for a, b in (pair for line in head for pair in pairwise(line.chunks)):  # a logo may stand apart from the rest
        texts.setdefault(f"{a.text} {b.text}".casefold(), (*a.words, *b.words))
    found = texts.get(short.casefold())
    if short == whole.name or found is None or whole.name.casefold() in texts:
        return whole
    return replace(whole, name=short, words=found, page=1)


def _longer(short: _Candidate, found: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """A name, all names -> those that go on from it to a legal form; a bank's logo in capitals may go on to its place,
    "Bank of Oberau"."""
    begin = short.name.casefold()
    place = f"{begin} of " if short.name.isupper() and names_bank(short.name) else None
    for other in found:
        name = other.name.casefold()
        if name.startswith(begin) and (ends_in_legal_form(other.name) or (place and name.startswith(place))):
            yield other


def _with_legal_form(short: _Candidate, lines: Sequence[Line]) -> Iterator[_Candidate]:
    """A name, lines -> the name where they print it with a legal form, or with another one behind its own
    ("Banking Corporation Limited")."""
    for line in lines:
        for chunk in line.chunks:
            if name := with_legal_form(short.name, chunk.text):
                yield _Candidate(name, chunk.words, line.page, 0.0)


def _alone(lines: Sequence[Line], top: float) -> tuple[str, Cell] | None:
    """Lines, where the letterhead ends, points -> the company there that stands alone, and so is not the holder of an
    address."""
    head = [line for line in lines if line.page == 1 and line.bottom < top]
    chunks = [chunk for line in head for chunk in line.chunks]
    for i, line in enumerate(head):
        chunk = line.chunks[0]
        near = [c for c in chunks if abs(c.x0 - chunk.x0) < 6 and abs(c.box[1] - chunk.box[1]) < 2 * _size(chunk)]
        if i < FIRST and is_company(chunk.text) and len(near) == 1:
            return chunk.text, Cell.of(chunk.words, line.page)
    return None


def _payee(lines: Sequence[Line]) -> tuple[str, Cell] | None:
    """Lines -> to whom the bill of a card asks to pay."""
    for line in lines:
        for chunk in line.chunks:
            found = _PAYABLE.search(chunk.text)
            if found and is_letterhead(found[1]):
                return found[1], Cell.of(chunk.words, line.page)
    return None


def _in_full(short: _Candidate, found: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """A name, all names -> those that say it in full, as an imprint or with a legal form first: a bank's logo is short,
    its legal name is who the account is with."""
    whole = ends_in_legal_form(short.name)
    for other in sorted(found, key=lambda c: (-ends_in_legal_form(c.name), -c.imprint, -c.score, len(c.name))):
        legal = other.imprint or ends_in_legal_form(other.name)
        bank = names_bank(other.name) and not names_product(other.name)
        if other.partner or whole or not (legal or bank or other.title):
            continue
        goes_on = _NAMED.search(short.name) and other.name.casefold().startswith(f"{short.name.casefold()} ")
        if goes_on and not legal:
            continue
        if says_in_full(short.name, other.name, other.imprint):
            yield other


def _candidates(lines: Sequence[Line], body: float, top: float) -> Iterator[_Candidate]:
    """Lines, height of most of them, where the letterhead ends, points -> names."""
    stacked = _stacked([line for line in lines if line.page == 1 and line.bottom < top], body)
    if stacked is not None:
        yield stacked
    for line in lines:
        head = line.page == 1 and line.bottom < top
        for chunk in line.chunks:
            size = _size(chunk) / body
            rank = min(size, 3.0) + (1.5 if head else 0.0) + (0.5 if line.page == 1 else 0.0)
            for one in banks(chunk.text):
                score = 0.0 if one.issuer else rank + 2.0
                yield _Candidate(one.name, chunk.words, line.page, score, one.imprint, partner=one.partner)
            for one in companies(chunk.text):
                yield _Candidate(
                    one.name,
                    chunk.words,
                    line.page,
                    0.0 if one.issuer else rank + 1.0,
                    imprint=one.imprint,
                    title=not one.imprint,
                )
            if (name := heads_imprint(chunk.text) or begins_with_name(chunk.text)) and not head:
                yield _Candidate(name, chunk.words, line.page, 0.0, imprint=True)
            if head and is_company(chunk.text) and not names_bank(chunk.text):
                yield _Candidate(chunk.text, chunk.words, line.page, 0.0, title=True)
            if head and (is_whole_name(chunk.text) or (size >= LARGE and is_title_of_bank(chunk.text))):
                yield _Candidate(chunk.text, chunk.words, line.page, rank + 2.0)
            name = cleaned(chunk.text)
            if head and size >= LARGE and is_letterhead(name, size >= LARGER):
                yield _Candidate(name, chunk.words, line.page, rank)


def _size(chunk: Chunk) -> float:
    """Height of the largest word, points; of one that runs up or down its width."""
    return max(w.height if w.upright else w.x1 - w.x0 for w in chunk.words)


def _stacked(head: Sequence[Line], body: float) -> _Candidate | None:
    """A letterhead set in two lines, such as a name above "BANK"; the lines of other columns may stand between."""
    ordered = sorted(head, key=lambda line: line.top)
    for i, above in enumerate(ordered):
        for a in above.chunks:
            for b in (part for line in ordered[i + 1 : i + 1 + STACKED] for part in _parts(line)):
                words = _over(a, b)
                name = cleaned(" ".join(word.text for word in words))
                if not name or is_generic(name) or not is_letterhead(name, _size(a) / body >= LARGER):
                    continue
                text = cleaned(_ASIDE.split(b.text)[0])
                legal = ends_in_legal_form(text) or _PLACE.match(text) is not None
                legal = legal and not any(ch.isdigit() for ch in text)
                if is_generic(text) or (names_bank(name) and legal and not names_bank(text)):
                    rest = text.removesuffix(".") if text[0].islower() else text
                    return _Candidate(f"{name} {rest}", (*words, *b.words), 1, WHOLE)
    return None


def _parts(line: Line) -> Iterator[Chunk]:
    """A line -> its texts, and those that stand beside each other as one."""
    yield from line.chunks
    yield from (Chunk((*a.words, *b.words)) for a, b in pairwise(line.chunks) if b.x0 - a.x1 < _size(a))


def _over(above: Chunk, below: Chunk) -> tuple[Word, ...]:
    """A text, another one -> the words of the first one that the other goes on below, or, a little lower, beside."""
    size, down = _size(above), below.box[1] - above.box[3]
    if -0.3 * size < down < 1.6 * size:
        begin = next((i for i, word in enumerate(above.words) if abs(word.x0 - below.x0) < 6), len(above.words))
        return above.words[begin:]
    return above.words if down < 0 <= below.x0 - above.x1 < size / 2 else ()
