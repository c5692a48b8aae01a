"""Lines -> the name of the institution that issued the document."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.geometry import median
from extraction.model import Cell, Word
from extraction.text.lines import Line

_WORD = (
    r"(?:Banks?|BANK|Bank(?:haus|ers)|Banque|Banco|Banca|Bancorp|BANCO|BANCA|BANQUE|Credit Union|CREDIT UNION|Building Society|Trust|Sparkasse|"
    r"Volksbank|Raiffeisen\w*|Caisse|Caja|Caixa|Cassa|Crédit|Mutual|Savings|Cooperativa|Spaarbank|Financial|Bancorporation|"
    r"[A-ZÄÖÜ][a-zäöüß]+(?:bank|kasse))"
)
_LEGAL = r"(?:N\.?\s?V\.?|N\.?\s?A\.?|plc|PLC|AG|S\.?A\.?|S\.?p\.?A\.?|Ltd\.?|Limited|Inc\.?|LLC|eG|B\.?V\.?|Corp\.?|Pte\.? Ltd\.?|FCU|SE|KG|GmbH)"
_PRODUCT = r"(?:Business|Personal|Private|Premier|Classic|Banking|Everyday|Online|Mobile|Statement|Account|Page)(?!\w)"
_SMALL = r"(?:of|de|do|du|da|dos|das|del|des|di|der|den|van|von|la|le|les|und|and|the|e|y)(?!\w)"
_NAME_WORD = rf"(?:[A-ZÄÖÜÉÈÀÁÍÓÚÂÊÔÇ][\w'’.&\-]*|&|{_SMALL})"
_NAME = re.compile(
    rf"(?:{_NAME_WORD}\s){{0,5}}{_WORD}(?!\w)(?:\s(?!{_PRODUCT}){_NAME_WORD}){{0,3}}(?:,?\s{_LEGAL}(?=$|[\s,;.·|)]))?"
)
_BANKING = re.compile(_WORD)
_COMPANY = re.compile(rf"((?:{_NAME_WORD}\s){{1,6}}{_LEGAL})(?=$|[\s,;.·|(])")
_REGISTERED = re.compile(
    r"[\s,;.|(]{1,3}(?:is |trading as .{2,40})?(?:(?:Co\.?|Company)\s)?(?:Reg(?:istration)?\.?\s(?:No|Number)|registered|regulated|authori[sz]ed|"
    r"licen[sc]ed|incorporated|HRB|KvK|R\.?C\.?S|capital social|Registro Mercantil|Iscritta)\b",
    re.IGNORECASE,
)
"""What follows the name of the company in an imprint."""
_LABELLED = re.compile(r"\b(?:bank name|name of bank|institution|issued by)\s*:\s*(.+)", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:statements?|accounts?|summary|report|page|date|period|kontoauszug|\w*auszug|\w*abrechnung|finanzstatus|relev[eé]|extrait|extracto|"
    r"estado|estratto|lista movimenti|extrato|\w*afschrift|\w*overzicht|tarjeta|carte|carta|cart[aã]o|transactions?|invoice|copy|duplicate|"
    r"specimen|confidential|balance|payment|minimum|due|amount|total|questions|(?:platinum|gold|silver|credit|debit) card|mr|mrs|ms|miss|herr|frau|mme|sr|sra|cuenta|compte|conto|conta|visa|mastercard|checking|form|activity|information|member fdic)\b|[:@]|www|http",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:statements?|accounts?|balances?|your|our|please|numbers?|transfers?|deposits?|payments?|fees?|interest|card|insured|rights|continue|"
    r"contact|direct|online|mobile|thank|services?|switch|current|make|details|information|app|code|street|road|avenue|box)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(rf"^(.*?[\s,]{_LEGAL}|.*?\w{{3,}})\.\s")
"""A name ends with the sentence; "U.S. Bank" has none in it."""
_ACCOUNT = re.compile(rf"^{_PRODUCT}|^(?:\S+\s)?Savings$|\b(?:Most|Best|Every)\b")
"""Names of an account ("HKD Savings") and slogans."""
_EDGE = re.compile(rf"^(?:{_SMALL}\s)+|\s{_SMALL}$")
_AUTHORITY = re.compile(
    r"\b(?:Central Bank|Reserve Bank of|Federal Reserve|Financial (?:Conduct|Ombudsman|Services Comp)|Prudential Reg|Deposit Insurance|"
    r"Federal Deposit|Banco Central|Banque de France|Banca d.Italia|Nederlandsche Bank|Consumer Financial|Member of)\b",
    re.IGNORECASE,
)
"""Who supervises banks and insures deposits."""
ABBREVIATED = 5
"""A brand of so few letters may stand for a name that is printed in full elsewhere."""
LARGE, LARGER = 1.2, 1.35
"""A name that no word of banking marks is printed larger than the text by the first factor; one that is written
small, such as a brand, by the second."""
LONGEST = 200
"""Characters of a text in which a name is looked for: the time it takes grows with their square."""
TOP = 0.14
"""A letterhead stands within this share of the first page's height."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: str
    words: tuple[Word, ...]
    page: int
    score: float


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
            if line.page == 1 and (named := _LABELLED.search(chunk.text)) and 2 <= len(named[1]) <= 60:
                return named[1].strip(), Cell.of(chunk.words, line.page)
    found = [*_candidates(lines, body, TOP * height), *_spelt_out(lines)]
    found = [c for c in found if sum(ch.isalpha() for ch in c.name) > 1 and not _AUTHORITY.search(c.name)]
    if not found:
        return _of_the_web(lines)
    votes = Counter(candidate.name.casefold() for candidate in found)
    best = max(found, key=lambda c: (c.score + min(votes[c.name.casefold()], 6) * 0.5, -len(c.name)))
    longer = [
        c for c in found if c.name.casefold().startswith(best.name.casefold()) and re.search(rf",?\s{_LEGAL}$", c.name)
    ]
    best = min(longer, key=lambda c: len(c.name), default=best)
    best = next(_in_full(best, found), best)
    return best.name, Cell.of(best.words, best.page)


def _in_full(short: _Candidate, found: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """A name of few letters, all names -> those that say it in full: they begin with it, or with its letters."""
    letters = short.name.casefold()
    if len(letters) > ABBREVIATED or " " in letters:
        return
    for other in sorted(found, key=lambda c: (-c.score, len(c.name))):
        words = other.name.casefold().split()
        initials = "".join(word[0] for word in words if word not in ("of", "the", "and", "&", "de"))
        named = re.search(rf"\b{_WORD}(?!\w)", other.name) and not re.search(rf"\b{_PRODUCT}", other.name)
        if len(words) > 1 and named and (words[0] == letters or (len(letters) > 2 and initials.startswith(letters))):
            yield other


_WEB = re.compile(
    r"(?:www\.|https?://|@|(?<![\w.]))(?:[a-z0-9\-]+\.)*?([a-z][a-z0-9\-]{1,30})\.(?:com|net|org|bank|coop|co|[a-z]{2})(?![a-z])",
    re.IGNORECASE,
)
_MAILBOX = re.compile(r"\b([a-z]{3,20}?)(bank|creditunion|trust)@", re.IGNORECASE)


def _of_the_web(lines: Sequence[Line]) -> tuple[str, Cell] | None:
    """Lines -> the name in the bank's own web or mail address, where the page prints no other: www.examplebank.com."""
    found: list[tuple[str, Cell]] = []
    for line in lines:
        for chunk in line.chunks:
            cell = Cell.of(chunk.words, line.page)
            found += [(f"{m[1].title()} {m[2].title()}", cell) for m in _MAILBOX.finditer(chunk.text)]
            found += [(_spelt(m[1]), cell) for m in _WEB.finditer(chunk.text) if m[1].lower() not in _COMMON]
    if not found:
        return None
    name = Counter(name for name, _ in found).most_common(1)[0][0]
    return next(pair for pair in found if pair[0] == name)


_COMMON = frozenset(
    {
        "domain",
        "email",
        "mail",
        "gmail",
        "example",
        "consumerfinance",
        "visa",
        "mastercard",
        "fscs",
        "fdic",
        "ncua",
        "financial-ombudsman",
        "ombudsman",
        "afca",
        "finma",
        "apple",
        "google",
        "facebook",
        "twitter",
        "linkedin",
        "youtube",
        "instagram",
        "whatsapp",
        "com",
        "org",
        "net",
        "gov",
    }
)
"""Addresses that statements print and that are not the bank's."""


def _spelt_out(lines: Sequence[Line]) -> Iterator[_Candidate]:
    """Lines -> the words that spell a web address on them: "Wells Fargo" beside wellsfargo.com."""
    labels = Counter(m[1].lower().replace("-", "") for line in lines for m in _WEB.finditer(line.text))
    for line in lines if labels else ():
        for chunk in line.chunks:
            letters = [re.sub(r"[^a-z0-9]", "", word.text.lower()) for word in chunk.words]
            for start, end in _spans(len(letters)):
                spelt = "".join(letters[start:end])
                if spelt not in labels or spelt in _COMMON:
                    continue
                words = chunk.words[start:end]
                text = " ".join(word.text for word in words).strip(",.;:®™()")
                if text[0].isupper():
                    yield _Candidate(text, words, line.page, 2.0)


def _spans(count: int) -> Iterator[tuple[int, int]]:
    """So many words -> where up to four of them in a row start and end."""
    for start in range(count):
        for end in range(start + 1, min(start + 4, count) + 1):
            yield start, end


def _spelt(label: str) -> str:
    """Label of a web address -> name.

    >>> _spelt("examplebank"), _spelt("acme")
    ('Example Bank', 'Acme')
    """
    parted = re.fullmatch(r"([a-z\-]{3,}?)-?(bank|trust)", label.lower())
    return " ".join(part.title() for part in parted.groups()) if parted else label.title()


def _candidates(lines: Sequence[Line], body: float, top: float) -> Iterator[_Candidate]:
    """Lines, height of most of them, where the letterhead ends, points -> names."""
    stacked = _stacked([line for line in lines if line.page == 1 and line.bottom < top])
    if stacked is not None:
        yield stacked
    for line in lines:
        head = line.page == 1 and line.bottom < top
        for chunk in line.chunks:
            size = max(w.height if w.upright else w.x1 - w.x0 for w in chunk.words) / body
            rank = min(size, 3.0) + (1.5 if head else 0.0) + (0.5 if line.page == 1 else 0.0)
            for name in _names(chunk.text):
                yield _Candidate(name, chunk.words, line.page, rank + 2.0)
            for company in _COMPANY.finditer(chunk.text[:LONGEST]) if _REGISTERED.search(chunk.text) else ():
                if _REGISTERED.match(chunk.text, company.end()):
                    yield _Candidate(company[1], chunk.words, line.page, rank + 1.0)
            if head and size >= LARGE and _is_letterhead(chunk.text, size >= LARGER):
                yield _Candidate(chunk.text.strip(" |·"), chunk.words, line.page, rank)


def names_bank(text: str) -> bool:
    """Whether a name has a word of banking in it.

    >>> names_bank("Harbour Credit Union"), names_bank("Monzi")
    (True, False)
    """
    return re.search(rf"(?<!\w){_WORD}(?!\w)", text) is not None


def _names(text: str) -> Iterator[str]:
    """Text -> names of banks in it."""
    if not _BANKING.search(text):  # which is faster than to look for a whole name
        return
    for found in _NAME.finditer(text[:LONGEST]):
        name = _EDGE.sub("", found.group().strip(" ,-"))
        if ended := _SENTENCE.match(name):
            name = ended[1]
        if not re.search(rf"\s{_LEGAL}$", name):
            name = name.rstrip(".")
        if _ACCOUNT.search(name):
            continue
        whole = len(name.split()) >= 2 or re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]+(?:bank|kasse)", name)
        if whole and not _NOT.search(name):
            yield name


def _is_letterhead(text: str, brand: bool = False) -> bool:
    """Text, whether it may be a brand that begins with a small letter -> whether it looks like a name."""
    words = text.split()
    small = brand and len(words) <= 2 and all(len(word) > 2 and word.isalpha() for word in words)
    named = small or (text[0].isupper() and all(re.fullmatch(_NAME_WORD, word) for word in words))
    named = named and not re.fullmatch(_WORD, text)
    return 1 <= len(words) <= 6 and named and not any(c.isdigit() for c in text) and not _TITLE.search(text)


def _stacked(head: Sequence[Line]) -> _Candidate | None:
    """A letterhead set in two lines, such as a name above "BANK"."""
    pairs = [(head[i], other) for i in range(len(head)) for other in head[i + 1 : i + 3]]
    for above, below in pairs:
        a, b = above.chunks[0], below.chunks[0]
        near = below.top - above.bottom < 1.6 * (above.bottom - above.top) and abs(a.x0 - b.x0) < 6
        if near and re.fullmatch(_WORD, b.text) and _is_letterhead(a.text):
            words = (*a.words, *b.words)
            return _Candidate(f"{a.text} {b.text}", words, 1, 6.0)
    return None
