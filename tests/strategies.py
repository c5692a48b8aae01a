"""Figures and dates as they are printed, drawn independently of the code that reads them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from hypothesis import strategies as st

Point = Literal[".", ","]

BLANKS = (" ", "\u00a0", "\u202f")
SEPARATORS: dict[Point, tuple[str, ...]] = {
    ".": (",", "'", "’", *BLANKS, ""),
    ",": (".", "'", "’", *BLANKS, ""),
}
MINUS = ("-", "\u2212", "\u2013", "\u2010")
SYMBOLS = {"$": "$", "€": "EUR", "£": "GBP", "US$": "USD", "CHF": "CHF", "R$": "BRL", "₹": "INR", "zł": "PLN"}

cents = st.one_of(st.integers(0, 99_999), st.integers(0, 10**11))
"""Amounts without their sign, in the smallest unit."""


@dataclass(frozen=True)
class Printed:
    """A printed amount and what it says."""

    text: str
    point: Point
    value: Decimal
    signed: Decimal
    mark: str
    currency: str | None


def grouped(whole: str, separator: str, indian: bool) -> str:
    """Digits -> the same in groups of three, or of two before the last three."""
    if not separator or len(whole) < 4:
        return whole
    head, tail = whole[:-3], whole[-3:]
    size = 2 if indian else 3
    first = len(head) % size or size
    groups = [head[:first], *(head[i : i + size] for i in range(first, len(head), size))]
    return separator.join([*groups, tail])


@st.composite
def figures(draw: st.DrawFn, point: Point | None = None) -> tuple[str, Point, Decimal]:
    """An amount without sign and symbol: its text, its decimal mark, its value."""
    mark = point or draw(st.sampled_from((".", ",")))
    amount = draw(cents)
    separator = draw(st.sampled_from(SEPARATORS[mark]))
    indian = separator == "," and draw(st.booleans())
    whole = grouped(str(amount // 100), separator, indian)
    return f"{whole}{mark}{amount % 100:02}", mark, Decimal(amount) / 100


@st.composite
def amounts(draw: st.DrawFn, point: Point | None = None) -> Printed:
    """An amount with a sign and a currency, each printed in one of the ways that statements use, or not at all."""
    text, mark, value = draw(figures(point))
    symbol = draw(st.sampled_from(("", *SYMBOLS)))
    gap = draw(st.sampled_from(("", " ")))
    minus = draw(st.sampled_from(MINUS))
    way = draw(
        st.sampled_from(
            ("plain", "leading", "inner", "trailing", "last", "parentheses", "plus", "plus last", "CR", "DR")
        )
    )
    after = bool(symbol) and draw(st.booleans())
    money = (f"{text}{gap}{symbol}" if after else f"{symbol}{gap}{text}") if symbol else text
    sign, said = 1, ""
    if way == "leading":
        money, sign, said = f"{minus}{gap}{money}", -1, "-"
    elif way == "inner":
        money, sign, said = (f"{symbol}{minus}{text}" if symbol and not after else f"{minus}{money}"), -1, "-"
    elif way == "trailing":
        money, sign, said = (f"{text}{minus}{symbol}" if after else f"{money}{minus}"), -1, "-"
    elif way == "last":
        money, sign, said = f"{money}{gap}{minus}", -1, "-"
    elif way == "parentheses":
        money, sign, said = f"({money})" if not after else f"({text}){gap}{symbol}", -1, "-"
    elif way == "plus":
        money, said = f"+{money}", "+"
    elif way == "plus last":
        money, said = (f"{text}+{symbol}" if after else f"{money}+"), "+"
    elif way == "CR":
        money, said = money + gap + draw(st.sampled_from(("CR", "Cr", "cr", "C", "H", "Bij", "Credit", "Haben"))), "CR"
    elif way == "DR":
        money, sign, said = (
            money + gap + draw(st.sampled_from(("DR", "Dr", "dr", "D", "S", "OD", "Af", "Debet", "Soll"))),
            -1,
            "DR",
        )
    return Printed(money, mark, value, sign * value, said, SYMBOLS.get(symbol))


_NAMES = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
_SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
}
NAMES = {language: names.split() for language, names in _NAMES.items()}
SHORT = {language: names.split() for language, names in _SHORT.items()}
days = st.dates(date(1970, 1, 1), date(2069, 12, 31))


@st.composite
def named_dates(draw: st.DrawFn) -> tuple[str, date, bool]:
    """A date with the name of its month: its text, the day, whether the year is printed."""
    day = draw(days)
    language = draw(st.sampled_from(sorted(NAMES)))
    short = draw(st.booleans())
    name = (SHORT if short else NAMES)[language][day.month - 1]
    name = draw(st.sampled_from((name, name.upper(), name.capitalize())))
    number = draw(st.sampled_from((f"{day.day}", f"{day.day:02}")))
    year = draw(st.sampled_from((f"{day.year}", f"{day.year % 100:02}")))
    forms = [
        f"{number} {name} {year}",
        f"{number}-{name}-{year}",
        f"{number}. {name} {year}",
        f"{number} {name}. {year}",
    ]
    bare = [f"{number} {name}", f"{number}. {name}", f"{number}-{name}"]
    if language in ("es", "pt"):
        forms.append(f"{number} de {name} de {day.year}")
    if language == "en":
        ordinal = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
        forms += [
            f"{name} {number}, {day.year}",
            f"{name} {day.day}{ordinal}, {day.year}",
            f"{day.day}{ordinal} {name} {day.year}",
        ]
        forms += [f"{day.day}{ordinal} of {name} {day.year}", f"{name} {number} {day.year}"]
        bare += [f"{name} {number}", f"{name}-{number}"]
    full = draw(st.booleans())
    return draw(st.sampled_from(forms if full else bare)), day, full
