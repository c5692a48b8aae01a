"""Lines -> names that web and mail addresses of the bank spell: www.examplebank.com."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extraction.model import Cell, Word
from extraction.text.lines import Line

_WEB = re.compile(
    r"(?:www\.|https?://|@|(?<![\w.]))(?:[a-z0-9\-]++\.)*?([a-z][a-z0-9\-]{1,30})\.(?:com|net|org|bank|coop|co|[a-z]{2})(?![a-z])",
    re.IGNORECASE,
)
_MAILBOX = re.compile(r"\b([a-z]{3,20}?)(bank|creditunion|trust)@", re.IGNORECASE)


def of_the_web(lines: Sequence[Line]) -> tuple[str, Cell] | None:
    """Lines -> the name in the bank's own web or mail address, where the page prints no other: www.examplebank.com."""
    found: list[tuple[str, Cell]] = []
    for line in lines:
        for chunk in line.chunks:
            cell = Cell.of(chunk.words, line.page)
            found += [(f"{m[1].title()} {m[2].title()}", cell) for m in _MAILBOX.finditer(chunk.text)]
            found += [(_spelt(m[1]), cell) for m in _WEB.finditer(chunk.text) if _is_address(m)]
    if not found:
        return None
    name = Counter(name for name, _ in found).most_common(1)[0][0]
    return next(pair for pair in found if pair[0] == name)


def _is_address(found: re.Match[str]) -> bool:
    """Whether what looks like an address may be the bank's; "MED.AT" is two words that were cut short."""
    return found[1].lower() not in _COMMON and not _CUT.fullmatch(found[0])


_CUT = re.compile(r"[A-Z]+\.[A-Z]{2}")
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


def spelt_out(lines: Sequence[Line]) -> Iterator[tuple[str, tuple[Word, ...], int]]:
    """Lines -> words, and their page, that spell a web address on them: "Wells Fargo" beside wellsfargo.com."""
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
                    yield text, words, line.page


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
