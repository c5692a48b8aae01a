"""Text -> the form in which labels are compared: lower case, no accents, no punctuation, single blanks."""

import re
import unicodedata
from functools import lru_cache

_KEEP = re.compile(r"[^a-z0-9/]+")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
"""What stands on letters of the Latin, Greek and Cyrillic alphabets; marks of other scripts are letters."""
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "o", "ı": "i", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "æ": "ae", "Æ": "ae", "œ": "oe"}
    | {"Œ": "oe", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th"}
)
"""Letters that Unicode takes for one, and readers for another with an accent, or for two."""
_AM = ("\u0e4d\u0e32", "\u0e33")
"""The Thai vowel that decomposes into two signs, and is printed as either."""
APR = (
    r"(?:(?<!.)|(?<=[^\d ] )|(?<=\d \d )|(?<=\d \d\d ))apr"
    r"(?! (?:\d\d? )?(?:19|20)\d\d\b)(?! \d\d?(?! \d\d\b)\b)"
)
"""The annual percentage rate in a plain text, "24 9 apr": no day of April, "24 apr", "apr 24"."""
_LEADERS = re.compile(r"(?<!\s)\s*(?:\.{4,}+|(?:\. ){3,}+\.?)$")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Text -> comparable label. Letters of scripts without capitals or accents stay as they are.

    >>> plain("  Crédit (€) : ")
    'credit'
    >>> plain("Brought-Forward B/F"), plain("TARİH / Işlem Açıklaması")
    ('brought forward b/f', 'tarih / islem aciklamasi')
    >>> plain("お支払金額（円）"), plain("잔액(원)"), plain("ยอดคงเหลือ (บาท)")
    ('お支払金額 円', '잔액 원', 'ยอดคงเหลือ บาท')
    """
    if text.isascii():
        return _KEEP.sub(" ", text.lower().replace("'", "")).strip()
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    letters = _ACCENTS.sub("", apart).lower().replace("'", "").replace("’", "")
    if letters.isascii():
        return _KEEP.sub(" ", letters).strip()
    whole = unicodedata.normalize("NFC", letters).replace(*_AM)
    return " ".join("".join([ch if _is_kept(ch) else " " for ch in whole]).split())


def unaccented(text: str) -> str:
    """Text -> without what stands on its letters, otherwise as printed.

    >>> unaccented("Dèc"), unaccented("PERÍODO")
    ('Dec', 'PERIODO')
    """
    return "".join(ch for ch in unicodedata.normalize("NFD", text) if not unicodedata.combining(ch))


def _is_kept(ch: str) -> bool:
    return ch.isalnum() or ch == "/" or unicodedata.category(ch) in ("Mn", "Mc")


def digits(text: str) -> str:
    """Text -> its digits without zeros in front, "" for none.

    >>> digits("0,234.50 CR"), digits("0.00"), digits("CR")
    ('23450', '0', '')
    """
    found = "".join(filter(str.isdigit, text))
    return found.lstrip("0") or found[:1]


def has_letter(text: str) -> bool:
    """Whether a text says something in words rather than figures."""
    return any(ch.isalpha() for ch in text)


def without_leaders(text: str) -> str:
    """Text -> the same without the dots at its end that lead the eye to an amount.

    >>> without_leaders("Insurance ....."), without_leaders("Rent . . . ."), without_leaders("Tbc...")
    ('Insurance', 'Rent', 'Tbc...')
    """
    return _LEADERS.sub("", text)
