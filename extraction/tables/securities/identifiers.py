"""Texts -> identifiers of securities: ISIN, CUSIP, SEDOL, WKN, and the codes that exchanges use."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extraction.text import dates
from extraction.text.amounts import CODES
from schemas.statement import IdentifierKind

_ISIN = re.compile(r"(?<![A-Z0-9])([A-Z]{2}[A-Z0-9]{9}\d)(?![A-Z0-9])")
_CUSIP = re.compile(r"(?<![A-Z0-9])([0-9]{3}[A-Z0-9]{5}[0-9])(?![A-Z0-9])")
_SEDOL = re.compile(r"(?<![A-Z0-9])([B-DF-HJ-NP-TV-Z0-9]{6}[0-9])(?![A-Z0-9])")
_WKN = re.compile(r"\bWKN:?\s?([A-Z0-9]{6})\b|\(([A-HJ-NP-Z0-9]{6})\)")
_LABELLED = re.compile(
    r"\b(?:ISIN|CUSIP|SEDOL|WKN|Valor(?:en)?(?:nummer|-?Nr)?|Symbol|Ticker|Code|EPIC|Mnemo)\b[.:]?\s*(?:n[°o.]\s*)?([A-Z0-9.:\-]{1,14})",
    re.IGNORECASE,
)
_TICKER = re.compile(r"\(([A-Z][A-Z0-9.\-]{0,6}(?::[A-Z]{1,5})?)\)")
_WORDS = re.compile(
    r"[/|·,;:()\-\s]+|\b(?:ISIN|CUSIP|SEDOL|WKN|Valor(?:en)?|Symbol|Ticker|Code|nr|no)\b\.?:?", re.IGNORECASE
)


_NO_TICKER = frozenset(
    {*CODES, "ETF", "UCITS", "ACC", "DIS", "DIST", "INC", "REIT", "ADR", "CDI", "GDR", "USA", "UK", "EU"}
)
"""What stands in parentheses in the names of securities and is no code of them."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """What names a security beside its name, and which system of numbers it is of."""

    text: str
    kind: IdentifierKind


def identifiers(text: str) -> Iterator[Identifier]:
    """Text -> identifiers in it whose check digits are right, the international one first, then labelled ones.

    >>> [(one.text, one.kind) for one in identifiers("ISIN US0378331005, WKN 865985")]
    [('US0378331005', 'isin'), ('865985', 'wkn')]
    >>> list(identifiers("US0378331006 Example Motors"))
    []
    """
    seen: set[str] = set()
    for one in _all(text):
        if one.text not in seen:
            seen.add(one.text)
            yield one


def broken_isins(text: str) -> list[str]:
    """Text -> what has the form of an ISIN and another check digit: one character of it is misread or misprinted.

    >>> broken_isins("US0378331006 Example Motors"), broken_isins("US0378331005")
    (['US0378331006'], [])
    """
    return [found[1] for found in _ISIN.finditer(text) if not isin_checks(found[1])]


def _all(text: str) -> Iterator[Identifier]:
    yield from (Identifier(found[1], "isin") for found in _ISIN.finditer(text) if isin_checks(found[1]))
    for found in _WKN.finditer(text):
        told = found[1] or found[2]
        if any(ch.isdigit() for ch in told):
            yield Identifier(told, "wkn")
    yield from (Identifier(found[1], "cusip") for found in _CUSIP.finditer(text) if cusip_checks(found[1]))
    for found in _LABELLED.finditer(text):
        label = found[0].split()[0].rstrip(".:").lower()
        kind: IdentifierKind = "sedol" if label == "sedol" else "cusip" if label == "cusip" else "code"
        if any(ch.isalnum() for ch in found[1]):
            yield Identifier(found[1].strip(".:-"), kind)
    yield from (Identifier(found[1], "code") for found in _TICKER.finditer(text) if found[1] not in _NO_TICKER)


def kind_of(text: str) -> IdentifierKind:
    """An identifier that stands alone -> its system.

    >>> kind_of("US0378331005"), kind_of("037833100"), kind_of("865985"), kind_of("AAPL")
    ('isin', 'cusip', 'wkn', 'code')
    """
    if _ISIN.fullmatch(text) and isin_checks(text):
        return "isin"
    if _CUSIP.fullmatch(text) and cusip_checks(text):
        return "cusip"
    if re.fullmatch(r"[A-HJ-NP-Z0-9]{6}", text) and sum(ch.isdigit() for ch in text) >= 3:
        return "wkn"
    if _SEDOL.fullmatch(text) and any(ch.isalpha() for ch in text) and any(ch.isdigit() for ch in text):
        return "sedol"
    return "code"


def only_identifiers(text: str) -> bool:
    """Whether a text is nothing but identifiers, their labels and dates.

    >>> only_identifiers("US0378331005 (865985)"), only_identifiers("ISIN: US0378331005"), only_identifiers("Common Stock")
    (True, True, False)
    """
    for _, start, end in reversed(dates.find(text)):
        text = text[:start] + " " + text[end:]
    words = [word for word in _WORDS.sub(" ", text).split() if word]
    return all((any(ch.isdigit() for ch in word) and word.isupper()) or word.isdigit() for word in words)


def isin_checks(text: str) -> bool:
    """ISIN -> whether its last digit is the check digit of ISO 6166 (Luhn's over digits, letters as 10..35)."""
    digits = "".join(str(int(ch, 36)) for ch in text)
    total = 0
    for place, ch in enumerate(reversed(digits)):
        value = int(ch) * (2 if place % 2 else 1)
        total += value // 10 + value % 10
    return total % 10 == 0


def cusip_checks(text: str) -> bool:
    """CUSIP -> whether its ninth digit is the check digit of ANSI X9.6."""
    total = 0
    for place, ch in enumerate(text[:8]):
        value = int(ch, 36) * (2 if place % 2 else 1)
        total += value // 10 + value % 10
    return (10 - total % 10) % 10 == int(text[8])
