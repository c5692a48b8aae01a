"""Symbols, codes and places of a document -> its currency, and whether it had to be assumed."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extraction.text.amounts import CODES
from extraction.text.lines import Line

_CODE = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(CODES)})(?![A-Za-z])")
_NAMES = (
    (re.compile(r"\b(?:singapore dollars?)\b", re.I), "SGD"),
    (re.compile(r"\b(?:u\.?s\.? dollars?|united states dollars?)\b", re.I), "USD"),
    (re.compile(r"\b(?:australian dollars?)\b", re.I), "AUD"),
    (re.compile(r"\b(?:canadian dollars?)\b", re.I), "CAD"),
    (re.compile(r"\b(?:new zealand dollars?)\b", re.I), "NZD"),
    (re.compile(r"\b(?:hong kong dollars?)\b", re.I), "HKD"),
    (re.compile(r"\b(?:euros?)\b", re.I), "EUR"),
    (re.compile(r"\b(?:pounds? sterling|sterling)\b", re.I), "GBP"),
    (re.compile(r"\b(?:swiss francs?|schweizer franken|francs suisses)\b", re.I), "CHF"),
)
_PLACES = (
    (re.compile(r"\b[A-Z]{2},?\s+\d{5}(?:-\d{4})?\b|\bMember FDIC\b|\bFDIC\b|\bNCUA\b|\bABA\b|\b1-800-"), "USD"),
    (re.compile(r"\b(?:NSW|VIC|QLD|BSB|ABN)\b|\bAustralia\b"), "AUD"),
    (re.compile(r"\bSingapore\b|\bSINGAPORE\b"), "SGD"),
    (re.compile(r"\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\bCanada\b"), "CAD"),
    (re.compile(r"\bNew Zealand\b"), "NZD"),
    (re.compile(r"\b[Ss]ort [Cc]ode\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"), "GBP"),
    (re.compile(r"\bIBAN[:\s]+(?:DE|FR|ES|IT|NL|PT|BE|AT|IE|FI|LU)\d\d"), "EUR"),
    (re.compile(r"\bIBAN[:\s]+(?:GB)\d\d"), "GBP"),
    (re.compile(r"\bIBAN[:\s]+(?:CH|LI)\d\d"), "CHF"),
)
_DOLLARS = ("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "MXN", "TWD", "ARS", "CLP", "COP")


_SAID = re.compile(
    rf"\b(?:amounts?|currency|betr[aä]ge|w[aä]hrung|montants?|devise|importes?|moneda|divisa|importi|valuta|bedragen|valores|moeda)\b"
    rf"[^\d]{{0,30}}?(?<![A-Za-z])({'|'.join(CODES)})(?![A-Za-z])",
    re.IGNORECASE,
)


def currency(
    symbols: Iterable[str], lines: Sequence[Line], heads: Iterable[str], rows: frozenset[int]
) -> tuple[str | None, bool]:
    """Symbols beside amounts, the lines, texts of table heads, places of the lines that are rows
    -> (ISO code or None, assumed).

    A symbol or code beside the amounts decides. A bare dollar sign is named by a code or a country on the page;
    where nothing names it, it is taken as USD and said to be assumed. Codes in rows name foreign currencies.
    """
    votes = Counter(symbols)
    dollars = votes.pop("$", 0)
    text = "\n".join(line.text for i, line in enumerate(lines) if i not in rows)
    said = [found.group(1).upper() for found in _SAID.finditer(text)] + _CODE.findall(" ".join(heads))
    said = [code for code in said if not dollars or code in _DOLLARS]
    if said:
        return Counter(said).most_common(1)[0][0], False
    if votes and votes.most_common(1)[0][1] >= dollars:
        return votes.most_common(1)[0][0], False
    codes = Counter(code for code in _CODE.findall(text) if not dollars or code in _DOLLARS)
    names = [code for pattern, code in _NAMES if pattern.search(text) and (not dollars or code in _DOLLARS)]
    if codes:
        return codes.most_common(1)[0][0], False
    if names:
        return names[0], False
    signs = Counter(ch for ch in text if ch in "€£¥₹")
    if signs and not dollars:
        return {"€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}[signs.most_common(1)[0][0]], False
    dollars = dollars or text.count("$")
    for pattern, code in _PLACES:
        if pattern.search(text) and (not dollars or code in _DOLLARS):
            return code, True
    return ("USD", True) if dollars else (None, True)
