"""Numbers of accounts, banks and cards -> whether their check digits are right. Pure.

Each function takes the letters and digits alone, without blanks and punctuation, and is False for another length.
"""

import re

_LENGTHS = (
    "15NO 16BE 18DK FI FO GL NL SD FK 19MK SI 20AT BA EE KZ LT LU XK MN 21CH HR LI LV 22BG BH CR DE GB GE IE ME RS VA "
    "23AE GI IL IQ OM SO TL 24AD CZ ES MD PK RO SA SE SK TN VG 25LY PT ST 26IS TR 27BI DJ FR GR IT MC MR SM "
    "28AL AZ BY CY DO GT HN HU LB NI PL SV 29BR EG PS QA UA 30JO KW YE MU 31MT SC 32LC 33RU"
)


def _lengths(text: str) -> dict[str, int]:
    """ "15NO 16BE 18DK FI" -> length of an IBAN by country."""
    found: dict[str, int] = {}
    length = 0
    for word in text.split():
        length = int(word[:2]) if word[0].isdigit() else length
        found[word[-2:]] = length
    return found


IBAN_LENGTHS = _lengths(_LENGTHS)
"""Letters and digits of an IBAN by country (SWIFT, IBAN Registry)."""


def iban(number: str) -> bool:
    """ISO 13616: the number with its first four characters at the end, letters as 10 to 35, is 1 modulo 97.

    >>> iban("DE89370400440532013000"), iban("DE89370400440532013001")
    (True, False)
    """
    if len(number) != IBAN_LENGTHS.get(number[:2]) or not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]+", number):
        return False
    return int("".join(str(int(ch, 36)) for ch in number[4:] + number[:4])) % 97 == 1


def luhn(number: str) -> bool:
    """ISO/IEC 7812-1: every second digit from the right doubled, the sum of all digits is a multiple of ten.

    >>> luhn("4111111111111111"), luhn("4111111111111112")
    (True, False)
    """
    if not 12 <= len(number) <= 19 or not number.isdecimal():
        return False
    doubled = (int(d) * (1 + i % 2) for i, d in enumerate(reversed(number)))
    return sum(n // 10 + n % 10 for n in doubled) % 10 == 0


def aba(number: str) -> bool:
    """American routing number: nine digits weighted 3, 7, 1 sum up to a multiple of ten; it begins with a district of
    the Federal Reserve (ABA Routing Number Policy).

    >>> aba("021000021"), aba("021000022"), aba("991000021")
    (True, False, False)
    """
    if len(number) != 9 or not number.isdecimal():
        return False
    district = int(number[:2])
    known = district <= 12 or 21 <= district <= 32 or 61 <= district <= 72 or district == 80
    return known and _weighted(number, (3, 7, 1) * 3) % 10 == 0


def clabe(number: str) -> bool:
    """Mexican account number: eighteen digits weighted 3, 7, 1, each product modulo ten, sum up to a multiple of ten.

    >>> clabe("002010077777777771"), clabe("002010077777777772")
    (True, False)
    """
    if len(number) != 18 or not number.isdecimal():
        return False
    return sum(int(d) * w % 10 for d, w in zip(number, (3, 7, 1) * 6, strict=True)) % 10 == 0


def ccc(number: str) -> bool:
    """Spanish account number before the IBAN: bank and branch, two check digits, account, each modulo eleven.

    >>> ccc("21000418450200051332"), ccc("21000418460200051332")
    (True, False)
    """
    if len(number) != 20 or not number.isdecimal():
        return False
    return number[8:10] == f"{_eleven('00' + number[:8])}{_eleven(number[10:])}"


def _eleven(digits: str) -> int:
    rest = 11 - _weighted(digits, (1, 2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11
    return {10: 1, 11: 0}.get(rest, rest)


def dutch(number: str) -> bool:
    """Dutch account number before the IBAN (elfproef): nine digits weighted 9 to 1, or ten weighted 10 to 1, sum up to
    a multiple of eleven.

    >>> dutch("123456789"), dutch("123456788")
    (True, False)
    """
    if len(number) not in (9, 10) or not number.isdecimal():
        return False
    return _weighted(number, tuple(range(len(number), 0, -1))) % 11 == 0


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(d) * w for d, w in zip(digits, weights, strict=True))
