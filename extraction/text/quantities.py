"""Printed figures of any number of decimals: quantities, prices, percentages, values.

`amounts` reads money, with the decimals of a currency; a price has two to six of them, a quantity none or many. What is
a figure under one decimal mark is refused under another, never bent: 1,234 is one thousand and more where the point is
the mark, and a little over one where the comma is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from extraction.text import amounts
from extraction.text.amounts import AT_AMOUNTS, CODES, SYMBOLS, grouped_whole

Mark = Literal[".", ","]
"""The decimal mark of a document."""
MARKS: tuple[Mark, Mark] = (".", ",")
PENCE = "GBX"
"""What markets call a hundredth of a pound: prices of London are printed in it."""
MOST_DECIMALS = 9
"""More decimals than any broker prints, and as many as the warehouse keeps."""

_SYMBOL = "|".join(
    re.escape(s)
    for s in sorted([*(SYMBOLS.keys() - AT_AMOUNTS.keys()), *CODES, "$", PENCE, "GBp"], key=len, reverse=True)
    if s not in ("R", "Rs")
)
_UNIT = (
    r"(?:st(?:[uü]cke?|k)?\.?|stuks?|shs\.?|shares?|units?|pcs\.?|parts?|titres?|azioni|quote|acciones|t[ií]tulos|a[cç][oõ]es|anteile|"
    r"nom(?:inal[ei]?)?\.?)"
)
_MINUS = r"[-\u2010-\u2015\u2212]"
_NOTE = r"(?:\s?(?:[*†‡]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}))?"
_GROUP = {".": r"[,' \u2019\u00a0\u202f]", ",": r"[.' \u2019\u00a0\u202f]"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure: `value` >= 0, `mark` its printed sign, `decimals` as printed.

    `currency`: ISO code, "$" where the dollar is not named, GBX for pence, None without a symbol. `percent`: a percent
    sign stands beside it.
    """

    value: Decimal
    mark: Literal["", "-", "+"]
    decimals: int
    currency: str | None
    percent: bool

    @property
    def signed(self) -> Decimal:
        """The value with a printed minus counted."""
        return -self.value if self.mark == "-" else self.value

    @property
    def step(self) -> Decimal:
        """One unit of the last printed digit."""
        return Decimal(1).scaleb(-self.decimals)


@lru_cache(maxsize=4)
def _pattern(mark: Mark) -> re.Pattern[str]:
    group, point = _GROUP[mark], re.escape(mark)
    number = (
        rf"(?P<whole>[1-9]\d{{0,2}}(?P<sep>{group})\d{{2,3}}(?:(?P=sep)\d{{2,3}})*|\d+|(?={point}\d))"
        rf"(?:{point}(?P<fraction>\d{{1,{MOST_DECIMALS}}}))?"
    )
    return re.compile(
        rf"(?:{_UNIT}\s)?(?P<open>\()?\s?(?P<before>{_MINUS}|\+)?\s?(?P<symbol1>{_SYMBOL})?\s?(?P<between>{_MINUS}|\+)?\s?"
        rf"{number}\s?(?P<percent1>%)?\s?(?P<close>\))?\s?(?P<after>{_MINUS}|\+)?\s?(?P<percent2>%)?\s?"
        rf"(?P<symbol2>{_SYMBOL}|p)?(?:\s{_UNIT})?(?:\s?(?P<suffix>CR|DR))?{_NOTE}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=65536)
def parse(text: str, mark: Mark) -> Figure | None:
    """Text -> figure under one decimal mark, None where it is not wholly one.

    >>> parse("1.234,5678", ",").value, parse("Stück 25", ",").value, parse("98,25 %", ",").percent
    (Decimal('1234.5678'), Decimal('25'), True)
    >>> parse("1,234", ".").value, parse("1,234", ",").value, parse("1,3297.9090", ".")
    (Decimal('1234'), Decimal('1.234'), None)
    >>> parse("(1,204.10)", ".").signed, parse("2031", ".").decimals, parse("1.350p", ".").currency
    (Decimal('-1204.10'), 0, 'GBX')
    """
    text = text.strip()
    if not any(ch.isdigit() for ch in text):
        return None
    found = _pattern(mark).fullmatch(text)
    if found is None or bool(found["open"]) != bool(found["close"]) or not grouped_whole(found["whole"], found["sep"]):
        return None
    signs = [found[name] for name in ("before", "between", "after") if found[name]]
    if len(signs) + bool(found["open"]) > 1:
        return None
    minus = bool(found["open"]) or any(sign != "+" for sign in signs) or (found["suffix"] or "").upper() == "DR"
    fraction = found["fraction"] or ""
    digits = re.sub(r"\D", "", found["whole"]) or "0"
    if len(digits) > 1 and digits[0] == "0":  # a code such as 080
        return None
    return Figure(
        Decimal(f"{digits}.{fraction}" if fraction else digits),
        "-" if minus else "+" if signs else "",
        len(fraction),
        _currency(found["symbol1"] or found["symbol2"]),
        bool(found["percent1"] or found["percent2"]),
    )


def _currency(symbol: str | None) -> str | None:
    if symbol is None:
        return None
    if symbol in ("p", "P", "GBp") or symbol.upper() == PENCE:
        return PENCE
    if symbol == "$" or symbol in SYMBOLS:
        return SYMBOLS.get(symbol, symbol)
    return next((SYMBOLS[s] for s in SYMBOLS if s.upper() == symbol.upper()), symbol.upper())


def spans(texts: Sequence[str], mark: Mark) -> list[tuple[int, int, Figure]] | None:
    """Words of one text -> the figures that they are, as (first word, past the last, figure); None where they are not
    figures throughout. The longest figure at each place counts: "1 234,56 98,20" is two.

    >>> [(a, b) for a, b, _ in spans(["1", "234,56", "98,20"], ",")]
    [(0, 2), (2, 3)]
    """
    found: list[tuple[int, int, Figure]] = []
    start = 0
    while start < len(texts):
        for end in range(min(start + 5, len(texts)), start, -1):
            figure = parse(" ".join(texts[start:end]), mark)
            if figure is not None:
                found.append((start, end, figure))
                start = end
                break
        else:
            return None
    return found


def empty(text: str) -> bool:
    """Whether a cell says that there is no figure: a dash, "n/a", a lone symbol.

    >>> empty("--"), empty("N/A"), empty("12")
    (True, True, False)
    """
    return amounts.empty(text)
