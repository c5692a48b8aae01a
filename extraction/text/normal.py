"""Text -> the form in which labels are compared: lower case, no accents, no punctuation, single blanks."""

import re
import unicodedata
from functools import lru_cache

_KEEP = re.compile(r"[^a-z0-9/]+")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Text -> comparable label.

    >>> plain("  Crédit (€) : ")
    'credit'
    >>> plain("Brought-Forward B/F")
    'brought forward b/f'
    """
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o"))
        text = "".join([ch for ch in decomposed if not unicodedata.combining(ch)])
    letters = text.lower().replace("'", "").replace("’", "")
    return _KEEP.sub(" ", letters).strip()


def digits(text: str) -> str:
    """Text -> its digits without zeros in front, "" for none.

    >>> digits("0,234.50 CR"), digits("0.00"), digits("CR")
    ('23450', '0', '')
    """
    found = "".join(filter(str.isdigit, text))
    return found.lstrip("0") or found[:1]
