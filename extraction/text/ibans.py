"""Text -> the numbers of accounts that countries give one form, as they are printed."""

import re

from extraction.text.check_digits import IBAN_LENGTHS

PRINTED = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])")
"""What an IBAN looks like in a text."""
LEAST = 15
"""No IBAN is shorter."""


def is_iban(text: str) -> bool:
    """Whether a number has the form of an IBAN of a country that has them.

    >>> is_iban("DE89 3704 0044 0532 0130 00"), is_iban("DE98ZZZ09999999999"), is_iban("532013000")
    (True, False, False)
    """
    bare = re.sub(r"[\s\-.]", "", text)
    return bare[:2] in IBAN_LENGTHS and bare[2:4].isdecimal() and len(bare) >= LEAST and not is_creditor(bare)


def is_creditor(text: str) -> bool:
    """Whether a number names who draws direct debits, and no account: its fifth to seventh letters are "ZZZ"."""
    return text[4:7] == "ZZZ"


def without_tail(number: str) -> str:
    """A number that begins as an IBAN -> as much of it as an IBAN of its country has: "BIC" may follow.

    >>> without_tail("FR14 2004 1010 0505 0001 3M02 606 BIC")
    'FR14 2004 1010 0505 0001 3M02 606'
    """
    places = [at for at, ch in enumerate(number) if ch.isalnum()]
    length = IBAN_LENGTHS.get(number[:2], len(places))
    end = places[length - 1] + 1 if number[2:4].isdecimal() and len(places) > length else len(number)
    return number[:end] if number[end : end + 1] == " " else number
