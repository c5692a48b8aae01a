"""Account numbers -> what may be shown of them. Pure."""

import re
from collections.abc import Callable, Iterable

VISIBLE = 4
SHORTEST_SEARCHED = 6
"""Shorter numbers are not looked for in free text: they would match amounts and dates."""

Mask = Callable[[str], str]


def masked_number(number: str | None) -> str | None:
    """Account number as printed -> the same with only its last characters visible.

    Four are shown; half where the number has no more than four and nothing says that it was already masked.

    >>> masked_number("DE89 3704 0044 0532 0130 00"), masked_number("xxxx-1234"), masked_number("1234")
    ('****3000', '****1234', '****34')
    """
    if number is None:
        return None
    characters = re.sub(r"[\W_]", "", number)
    is_cut = len(characters) > VISIBLE or re.search(r"[*•.·]", number)
    hidden = max(0, len(characters) - VISIBLE) if is_cut else (len(characters) + 1) // 2
    return "****" + characters[hidden:]


def masker(numbers: Iterable[str | None]) -> Mask:
    """Account numbers of a document -> a function that masks them in free text, however they are spaced.

    >>> masker(["12345678"])("Transfer 1234 5678 rent")
    'Transfer ****5678 rent'
    """
    characters = {re.sub(r"[\W_]", "", number) for number in numbers if number}
    searched = sorted((c for c in characters if len(c) >= SHORTEST_SEARCHED), key=len, reverse=True)
    if not searched:
        return lambda text: text
    spaced = (r"[ .\-]?".join(re.escape(character) for character in c) for c in searched)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(lambda match: masked_number(match.group()) or "", text)
