"""Printed amounts: text -> exact value, with the sign as printed and the convention it obeys.

Nothing is guessed here: a text that fits two conventions is read under the one that is asked for,
and a text that does not fit it is refused, never bent.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Point = Literal[".", ",", ".0", ",0", ".3", ",3", ".02", ",02", ".23", ",23", ".023", ",023"]
"""The decimal mark of a document, and how many decimals its amounts have where that is not two: yen, dinars, or an
account in yen or dinars beside one in dollars."""
POINTS: tuple[Point, ...] = (".", ",", ".0", ",0", ".3", ",3")
"""Those that one amount tells."""
BOTH: dict[Point, tuple[Point, ...]] = {
    ".023": (".", ".0", ".3"), ",023": (",", ",0", ",3"),
    ".23": (".", ".3"), ",23": (",", ",3"), ".02": (".", ".0"), ",02": (",", ",0"),
}  # fmt: skip
"""Those of documents that have amounts of two or of all of them."""

SYMBOLS = {
    "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₫": "VND",
    "฿": "THB", "₱": "PHP", "₦": "NGN", "₴": "UAH", "R$": "BRL", "S$": "SGD", "A$": "AUD", "C$": "CAD", "HK$": "HKD",
    "NZ$": "NZD", "US$": "USD", "U$S": "USD", "AU$": "AUD", "CA$": "CAD", "RM": "MYR", "zł": "PLN", "Kč": "CZK",
    "Fr.": "CHF", "NT$": "TWD",
    "Rs.": "INR", "Rs": "INR", "MX$": "MXN", "R": "ZAR", "Euro": "EUR", "EURO": "EUR", "euros": "EUR",
    "円": "JPY", "원": "KRW", "บาท": "THB", "TL": "TRY", "Rp": "IDR", "Rp.": "IDR", "lei": "RON", "Ft": "HUF",
    "S/": "PEN", "S/.": "PEN", "RD$": "DOP", "₡": "CRC", "Q": "GTQ", "B/.": "PAB", "$U": "UYU", "₲": "PYG",
    "Gs.": "PYG",
    "J$": "JMD", "TT$": "TTD", "EC$": "XCD", "Bds$": "BBD", "BZ$": "BZD", "GH₵": "GHS", "GH¢": "GHS", "₵": "GHS",
    "KSh": "KES", "Ksh": "KES", "KShs": "KES", "Kshs": "KES", "TSh": "TZS", "TShs": "TZS", "USh": "UGX",
    "UShs": "UGX",
    "₸": "KZT", "₾": "GEL", "৳": "BDT", "Tk": "BDT", "Tk.": "BDT", "NRs": "NPR", "NRs.": "NPR", "FCFA": "XOF",
    "F CFA": "XOF", "Kz": "AOA", "₭": "LAK", "៛": "KHR", "₮": "MNT", "₼": "AZN", "֏": "AMD", "MOP$": "MOP",
    "FJ$": "FJD",
    "Dhs": "AED", "Dhs.": "AED", "CN¥": "CNY", "N$": "NAD", "SFr.": "CHF", "sFr.": "CHF", "грн": "UAH", "грн.": "UAH",
    "руб.": "RUB", "лв.": "BGN", "дин.": "RSD", "元": "CNY",
}  # fmt: skip
AT_AMOUNTS = {
    "KD": "KWD", "K.D.": "KWD", "BD": "BHD", "JD": "JOD", "SR": "SAR", "QR": "QAR", "RO": "OMR", "R.O.": "OMR",
    "DT": "TND", "LE": "EGP", "L.E.": "EGP", "DH": "MAD", "RMB": "CNY", "Bs": "BOB", "Bs.": "BOB", "Php": "PHP",
    "Lei": "RON", "LEI": "RON", "zl": "PLN",
}  # fmt: skip
"""Letters that are a currency only at an amount: elsewhere they are words, titles and codes."""
SYMBOLS.update(AT_AMOUNTS)
KRONER = ("kr", "kr.", "Kr", "Kr.", "KR")
"""What several currencies of the north are called at an amount: it does not say which."""
CODES = (
    "USD", "EUR", "GBP", "CHF", "JPY", "AUD", "NZD", "CAD", "SGD", "HKD", "CNY", "INR", "KRW",
    "KWD", "BHD", "OMR", "JOD", "TND", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN",
    "ISK", "TRY", "ZAR", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "AED", "SAR", "QAR", "ILS",
    "THB", "MYR", "IDR", "PHP", "VND", "TWD", "RUB", "UAH", "NGN", "KES", "EGP", "MAD", "PKR",
    "LKR", "BDT", "GHS", "UGX", "TZS", "ZMW", "DOP", "CRC", "GTQ", "HNL", "NIO", "PAB", "UYU", "PYG", "BOB", "VES",
    "JMD", "TTD", "BBD", "BSD", "BZD", "XCD", "HTG", "GYD", "SRD", "KYD", "BMD", "AWG", "XOF", "XAF", "XPF", "RWF",
    "ETB", "MUR", "NAD", "BWP", "AOA", "MZN", "MWK", "GMD", "SCR", "MGA", "LBP", "IQD", "DZD", "LYD", "GEL", "AMD",
    "AZN", "KZT", "UZS", "KGS", "BYN", "MDL", "RSD", "MKD", "BAM", "MMK", "KHR", "LAK", "BND", "NPR", "MVR", "AFN",
    "MNT", "MOP", "FJD", "PGK",
)  # fmt: skip
_SYMBOL = (
    "|".join(
        re.escape(s) for s in sorted([*SYMBOLS, *KRONER, *CODES, "$"], key=len, reverse=True) if s not in ("R", "Q")
    )
    + r"|[RQ](?=\d)"
)
_DIGIT = re.compile(r"\d")
_MARKED = re.compile(r"[.,]\d|\d[.,' \u2019\u00a0\u202f]\d")
"""What every amount has that is not read loosely: one look passes most texts over."""
_MINUS = r"[-\u2010-\u2015\u2212▲△]"
"""Triangles are the minus of Japanese and Korean accounts."""
_NOTES = "*†‡§⧫♦◆◊"
"""What calls out a note behind an amount."""
_GROUP = {".": r"[,' \u2019\u00a0\u202f]", ",": r"[.' \u2019\u00a0\u202f]"}
_CREDIT = r"CR|Cr|cr|PY|C|H|A|Bij|BIJ|bij|Credit|CREDIT|Haben|Π"
_DEBIT = r"DR|Dr|dr|DB|Db|D|OD|Od|SC|S|Af|AF|af|Debit|DEBIT|Debet|DEBET|Soll|Χ"


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed amount: `value` >= 0 in currency units, `mark` its printed sign.

    mark: "" none, "-" minus before, after or parentheses, "+", "CR" or "DR".
    `decimals` as printed; `currency` an ISO code, "$" where the dollar is not named, None without a symbol.
    """

    value: Decimal
    mark: Literal["", "-", "+", "CR", "DR"]
    decimals: int
    currency: str | None

    @property
    def signed(self) -> Decimal:
        """The value with a printed minus or DR counted, as on an account statement."""
        return -self.value if self.mark in ("-", "DR") else self.value


@lru_cache(maxsize=32)
def _pattern(point: Point, decimals: str) -> re.Pattern[str]:
    group = _GROUP[point[0]]
    mark = re.escape(point[0])
    number = (
        rf"(?P<number>(?:[1-9]\d{{0,2}}(?P<sep>{group})\d{{2,3}}(?:(?P=sep)\d{{2,3}})*|0|[1-9]\d*)"
        rf"{mark}\d{decimals}|{mark}\d\d)"
        if decimals != "{0}"
        else rf"(?P<number>[1-9]\d{{0,2}}(?P<sep>{group})\d{{3}}(?:(?P=sep)\d{{3}})*|0|[1-9]\d*)"
    )
    return re.compile(
        rf"(?:(?P<led>CR|DR)\s)?(?:=|\*{{1,8}})?\s?(?P<open>\()?\s?(?P<before>{_MINUS}|\+)?\s?(?P<symbol1>{_SYMBOL})?\s?(?P<between>{_MINUS}|\+)?\s?{number}"
        rf"\s?(?P<symbol2>{_SYMBOL})?\s?(?P<close>\))?\s?(?P<after>{_MINUS}|\+)?\s?(?P<symbol3>{_SYMBOL})?\s?(?P<last>{_MINUS}|\+)?"
        rf"(?:\s?\((?P<within>{_MINUS}|\+)\))?(?:\s?[/(]?(?P<suffix>{_CREDIT}|{_DEBIT})\)?)?\s?(?P<symbol4>{_SYMBOL})?\.?[{_NOTES}]{{0,3}}(?:\s=)?"
    )


@lru_cache(maxsize=65536)
def parse(text: str, point: Point, loose: bool = False) -> Amount | None:
    """Text -> amount under one decimal mark, None where it is not wholly one.

    Strict: two decimals, or as many as `point` says; without decimals, digits in groups. `loose` takes also one or no
    decimals, as spreadsheets print them.

    >>> parse("1.234,56-", ",").signed
    Decimal('-1234.56')
    >>> parse("1.234,56", ".") is None
    True
    >>> parse("($1,234.50)", ".").mark
    '-'
    >>> parse("***1,204.50", ".").value, parse("CR £1,197.56", ".").mark
    (Decimal('1204.50'), 'CR')
    >>> parse("38,508.11 +", ".").mark, parse("10,407.81 =", ".").mark, parse("-$900.00 +", ".").mark
    ('+', '', '-')
    >>> parse("3.871,27 (+)", ",").mark, parse("3.871,27 (-)", ",").mark
    ('+', '-')
    >>> parse("-$12.50 ⧫", ".").signed
    Decimal('-12.50')
    >>> parse("30.706", ".23").value, parse("30.70", ".23").value
    (Decimal('30.706'), Decimal('30.70'))
    >>> parse("30.70", ".02").value, parse("12,850", ".02").value, parse("850", ".02")
    (Decimal('30.70'), Decimal('12850'), None)
    >>> parse("1.395.880", ",0").value, parse("850", ",0"), parse("1,204.350", ".3").value
    (Decimal('1395880'), None, Decimal('1204.350'))
    """
    text = text.strip()
    if not (_DIGIT if loose else _MARKED).search(text):
        return None
    exact = [f"{{{digits}}}" for digits in point[:0:-1]] or ["{2}"]
    for decimals in _loosely(exact) if loose else exact:
        found = _pattern(point, decimals).fullmatch(text)
        if found and not loose and decimals == "{0}" and not found["sep"]:
            continue
        if found and (amount := _amount(found, point)) is not None:
            return amount
    return None


@lru_cache(maxsize=16384)
def points(text: str) -> tuple[Point, ...]:
    """Text -> the decimal marks under which it is an amount.

    >>> points("1.234"), points("12,50"), points("2024")
    ((',0', '.3'), (',',), ())
    """
    if not _MARKED.search(text):
        return ()
    return tuple(point for point in POINTS if parse(text, point) is not None)


def _loosely(exact: list[str]) -> list[str]:
    """Decimals of a document's amounts -> those that are taken for them, the likelier first."""
    return ["{2}", "{1}", "{0}"] if exact == ["{2}"] else list(dict.fromkeys([*exact, "{0}"]))


def _amount(found: re.Match[str], point: Point) -> Amount | None:
    number = found["number"]
    mark_ = point[0]
    whole, _, fraction = number.rpartition(mark_) if mark_ in number else (number, "", "")
    if not grouped_whole(whole, found["sep"]) or bool(found["open"]) != bool(found["close"]):
        return None
    digits = re.sub(r"\D", "", whole) or "0"
    marks = [found[name] for name in ("before", "between", "after", "last", "within") if found[name]]
    if len(marks) == 2 and marks[0] != "+" and marks[1] == "+" and (found["before"] or found["between"]):
        del marks[1]  # what may be paid over time, "-$900.00 +", is no sign
    if len(marks) + bool(found["open"]) > 1:
        return None
    if found["led"] and found["suffix"]:
        return None
    suffix = found["led"] or found["suffix"]
    mark: Literal["", "-", "+", "CR", "DR"] = ""
    if suffix:
        mark = "CR" if suffix[0] in "CcHABbPΠ" and suffix not in ("Af", "AF") else "DR"
    elif found["open"] or (marks and marks[0] != "+"):
        mark = "-"
    elif marks:
        mark = "+"
    if suffix and (found["open"] or marks) and mark == "DR" and marks[:1] == ["+"]:
        return None  # a minus before CR is taken from what was owed
    symbols = [found[name] for name in ("symbol1", "symbol2", "symbol3", "symbol4") if found[name]]
    symbol = symbols[0] if symbols else None
    if len(symbols) > 1 and len({_currency(told) for told in symbols} - {"$"}) > 1:
        return None
    return Amount(
        Decimal(f"{digits}.{fraction or '0'}" if fraction else digits), mark, len(fraction), _currency(symbol)
    )


def grouped_whole(whole: str, separator: str | None) -> bool:
    """Groups of three, or Indian groups of two before a last group of three.

    >>> grouped_whole("12,34,567", ","), grouped_whole("12,34,56", ",")
    (True, False)
    """
    if separator is None:
        return True
    first, *groups = whole.split(separator)
    if len(groups[-1]) != 3 or len(first) > 3:
        return False
    return all(len(g) == 3 for g in groups) or (
        separator == "," and len(first) <= 2 and all(len(g) == 2 for g in groups[:-1])
    )


def _currency(symbol: str | None) -> str | None:
    if symbol is None or symbol in KRONER:
        return None
    return symbol if symbol in CODES or symbol == "$" else SYMBOLS[symbol]


def is_symbol(text: str) -> bool:
    """Whether a word is a sign, an abbreviation or a code of a currency.

    >>> is_symbol("kr"), is_symbol("EUR"), is_symbol("E")
    (True, True, False)
    """
    return text in SYMBOLS or text in CODES or text in KRONER or text == "$"


def is_currency(text: str) -> bool:
    """Whether a text is the sign or the code of a currency and nothing else.

    >>> is_currency("US$"), is_currency("(EUR)"), is_currency("$ 5")
    (True, True, False)
    """
    return re.fullmatch(rf"\(?(?:{_SYMBOL})\)?", text.strip()) is not None


def empty(text: str) -> bool:
    """Whether a cell says "nothing": dashes, a lone currency symbol, or a word for it."""
    return (
        re.fullmatch(rf"(?:{_MINUS}+|- 0 -|{_SYMBOL}|n/?a|nil|blank|none)\.?", text.strip(), re.IGNORECASE) is not None
    )
