"""Printed dates: text -> day, month and year as far as they are printed, in every common order and many languages.

A numeric date whose order is not decided stays open: `resolve` reads it under the order that is asked for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Order = Literal["dmy", "mdy", "ymd"]
ORDERS: tuple[Order, Order] = ("dmy", "mdy")
"""Orders of day and month where the year does not stand first."""

_NAMES = {
    1: "january jan januar jän jänner janvier janv enero ene gennaio gen januari janeiro stycznia ledna leden "
    "tammikuuta tammikuu ocak oca ianuarie ian ม.ค. มกราคม "
    "január ιανουαρίου",
    2: "february feb februar februari február februarie februára févr février fév fevrier fevr febrero febbraio "
    "fevereiro fev lutego února únor helmikuuta helmikuu şubat şub peb ก.พ. กุมภาพันธ์ "
    "φεβρουαρίου",
    3: "march mar märz mrz mär maerz mars marzo maart mrt março marco marts marca března březen maaliskuuta "
    "maaliskuu mart maret martie มี.ค. มีนาคม "
    "március μαρτίου",
    4: "april apr avril avr abril abr aprile kwietnia dubna duben huhtikuuta huhtikuu nisan nis aprilie เม.ย. เมษายน "
    "április απριλίου",
    5: "may mai mayo maggio mag mei maio maj maja května květen toukokuuta toukokuu mayıs พ.ค. พฤษภาคม május μαΐου",
    6: "june jun juni juin junio giugno giu junho czerwca června červen kesäkuuta kesäkuu haziran haz iunie iun "
    "มิ.ย. มิถุนายน "
    "június ιουνίου",
    7: "july jul juli juillet juil julio luglio lug julho lipca července červenec heinäkuuta heinäkuu temmuz tem "
    "iulie iul ก.ค. กรกฎาคม "
    "július ιουλίου",
    8: "august aug août aout agosto ago agt augustus augusti sierpnia srpna srpen elokuuta elokuu ağustos ağu agustus "
    "agu ส.ค. สิงหาคม "
    "augusztus αυγούστου",
    9: "september sep sept septembre septiembre "
    "septiembr septiemb setiembre setiemb settembre set setembro września září syyskuuta syyskuu eylül eyl "
    "septembrie ก.ย. กันยายน "
    "szeptember σεπτεμβρίου",
    10: "october oct oktober okt octobre octubre ottobre ott outubro out października října říjen lokakuuta lokakuu "
    "ekim eki octombrie ต.ค. ตุลาคม "
    "október οκτωβρίου",
    11: "november nov novembre noviembre noviembr noviemb "
    "novembro listopada listopadu listopad marraskuuta marraskuu kasım kas "
    "nopember nop noiembrie พ.ย. พฤศจิกายน "
    "νοεμβρίου",
    12: "december dec dezember dez décembre déc decembre diciembre diciembr diciemb "
    "dic dicembre dezembro desember des grudnia prosince "
    "prosinec joulukuuta joulukuu aralık ara decembrie ธ.ค. ธันวาคม "
    "δεκεμβρίου",
}
MONTHS = {name: number for number, names in _NAMES.items() for name in names.split()}
MONTHS_OF_YEAR = 12
_ALIKE = str.maketrans("ıİ", "ii")


def month(name: str) -> int:
    """Name of a month as printed -> 1..12. Turkish capitals are others than those of other languages.

    >>> month("KASIM"), month("HAZİRAN"), month("ม.ค.")
    (11, 6, 1)
    """
    told = name.translate(_ALIKE).lower()
    return _SPELLED[told if told in _SPELLED else told.replace("ſ", "s")]


_SPELLED = {name.translate(_ALIKE): number for name, number in MONTHS.items()}
_MONTH = "|".join(sorted((re.escape(name) for name in MONTHS), key=len, reverse=True))
_YEAR = r"(?:19|20|2[45])\d\d"
"""Years of the Buddhist era, 543 ahead, are printed in Thailand."""
ERA, SINCE, THAI = 543, 2400, 50
"""Two digits of a year beside a Thai month are of that era from 50 on."""
REIGNS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""Japanese eras and that of Taiwan, and the year before each began."""
_OF_REPUBLIC = r"1[0-4]\d"
"""Years of Taiwan's era without its name, 1911 less."""
_MONTH_DAY = r"(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01])"
_ERAS = "|".join(REIGNS)
_SHORT = r"(?:\d\d)"
_DAY = r"[0-3]?\d"
_OF = r"(?:\s?(?:de|of|\.|,|/)?\s?|-)"
_FORMS = [
    ("ymd", re.compile(rf"(?P<y>{_YEAR})(?P<s>[-/.])(?P<m>[01]?\d)(?P=s)(?P<d>{_DAY})(?![\d])")),
    (
        "ymd",
        re.compile(
            rf"(?P<y>(?:{_ERAS}) ?(?:[1-9]\d{{0,2}}|元)|{_YEAR}|{_OF_REPUBLIC})"
            rf"[年년] ?(?P<m>[01]?\d) ?[月월] ?(?P<d>{_DAY}) ?[日일]"
        ),
    ),
    ("ymd", re.compile(rf"(?P<y>)(?P<m>[01]?\d)[月월] ?(?P<d>{_DAY}) ?[日일]")),
    (
        "ymd",
        re.compile(rf"(?P<y>(?:{_ERAS})(?:[1-9]\d{{0,2}}|元))(?P<s>[-/.])(?P<m>[01]?\d)(?P=s)(?P<d>{_DAY})(?!\d)"),
    ),
    ("ymd", re.compile(rf"(?P<y>{_OF_REPUBLIC})(?P<s>[/.]){_MONTH_DAY}(?![\d/.])")),
    ("ymd", re.compile(r"(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")),
    (
        "num",
        re.compile(
            rf"(?P<a>{_DAY})(?P<s>[-/.])(?P<b>{_DAY})(?P=s)(?P<y>{_YEAR}|{_SHORT})(?!\d|[,./]\d|-(?!{_DAY}[/.-]\d))"
        ),
    ),
    ("num", re.compile(rf"(?P<a>{_DAY})\. (?P<b>{_DAY})\. (?P<y>{_YEAR})(?!\d)")),
    (
        "named",
        re.compile(
            rf"(?P<d>{_DAY})(?:st|nd|rd|th|er|º|°|\.)?{_OF}(?P<n>{_MONTH})(?![^\W\d_])\.?(?:{_OF}(?:del?\s)?(?P<y>{_YEAR}|'?{_SHORT}(?![\d:]|[.,]\d)))?(?!\d)",
            re.IGNORECASE,
        ),
    ),
    (
        "named",
        re.compile(
            rf"(?P<n>{_MONTH})(?![^\W\d_])\.?[\s\-/.]?\s?(?P<d>{_DAY})(?:st|nd|rd|th)?(?![\d.,]*\d)(?:,?[\s\-/]\s?(?P<y>{_YEAR}|{_SHORT}(?![\d:]|[.,]\d)))?(?!\d)",
            re.IGNORECASE,
        ),
    ),
    ("named", re.compile(rf"(?P<n>{_MONTH})\.?\s?(?P<d>{_DAY}),(?P<y>{_YEAR})(?!\d)", re.IGNORECASE)),
    ("num", re.compile(rf"(?P<a>{_DAY})(?P<s>[/.\-])(?P<b>{_DAY})\.?(?P<y>)(?![\d,/]|\.\d|(?P=s)\d)")),
]
_TIMED = re.compile(r"(\d{1,4}[./-]\d{1,2}[./-]\d{2,4})\s?[-_|]\s?\d{1,2}:\d\d(?::\d\d)?(?!\w)")
"""A date that a dash joins to the time of the day."""
_TIME = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?(?!\w)")
"""ISO 8601 joins the time to the date."""
_WEEKDAY = re.compile(
    r"(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mi[eé]|jue|vie|s[aá]b|dom|"
    r"gio|ma|wo|vr|za|zo|seg|ter|qua|qui|sex|pon|[sś]r|czw|pt|sob|niedz|m[aå]n|tirs?|ons|tors?|fre|l[oø]r|s[oø]n|tis|l[oö]r|s[oö]n|"
    r"pzt|[cç]ar|cum|cmt|paz|mie|joi|vin|dum)\.?|segunda|ter[cç]a|quarta|quinta|sexta|(?:segunda|ter[cç]a|quarta|quinta|sexta)-feira|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|"
    r"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag),?\s+(?=[\w])",
    re.IGNORECASE,
)
SHORTEST_YEAR = 1000
"""Years of fewer digits are those of Taiwan's era."""
LONGEST = 64
"""No date is printed in more characters."""
_PLACEHOLDER = re.compile(
    r"(?:d{1,2}|m{1,3}|y{2,4})([/.-])(?:d{1,2}|m{1,3})\1(?:y{2,4}|d{1,2}|x{2,4})(?!\w)", re.IGNORECASE
)
_BEGIN = re.compile(rf"\d|{_ERAS}|{_MONTH}|{_WEEKDAY.pattern}|{_PLACEHOLDER.pattern}", re.IGNORECASE)
_TELLING = re.compile(rf"\d|{_PLACEHOLDER.pattern}", re.IGNORECASE)
"""How every date begins, and what every text has that holds one: most are passed over by one look."""
_START = re.compile(r"(?<![^\W_])(?<![.,/-])[^\W_]")
"""Where a date may begin: at a letter or digit that none, and no mark between numbers, stands before."""


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed. `a`, `b`: the two numbers before the year in printed order (numeric form), or day and month.

    `year` None: not printed; of the common era. `short`: two digits of it were printed. `buddhist`: it was printed 543
    higher. `fixed`: day and month cannot be swapped. `placeholder`: the form prints "mm/dd/yyyy" where a date belongs.
    """

    a: int
    b: int
    year: int | None
    fixed: bool
    placeholder: bool = False
    short: bool = False
    buddhist: bool = False

    def resolve(self, order: Order) -> tuple[int | None, int, int] | None:
        """-> (year or None, month, day), None where no calendar has such a day. Only three numbers of two digits may
        begin with the year."""
        if self.placeholder:
            return None
        if order == "ymd" and self.short and not self.fixed and self.year is not None:
            year, day = _year(f"{self.a:02}"), self.year % 100
            return (year, self.b, day) if real(year, self.b, day) else None
        day, month = (self.a, self.b) if self.fixed or order == "dmy" else (self.b, self.a)
        return (self.year, month, day) if real(self.year, month, day) else None


def run_on(printed: Sequence[PrintedDate]) -> bool:
    """Whether dates run on in time, from one day to a later one, whichever of day and month comes first.

    >>> run_on([leading("05/12/2025")[0], leading("06/01/2026")[0]]), run_on([leading("05/12/2025")[0]])
    (True, False)
    """
    ways = [[one.resolve(order) for one in printed] for order in ORDERS]
    told = [[(year or 0, month, day) for year, month, day in filter(None, way)] for way in ways if None not in way]
    return bool(told) and all(days[0] < days[-1] and days == sorted(days) for days in told if days)


def real(year: int | None, month: int, day: int) -> bool:
    """Whether the day exists (29 February where the year is not known)."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=65536)
def leading(text: str) -> tuple[PrintedDate, int] | None:
    """Text that starts with a date -> (date, length of its text), else None.

    >>> leading("14 Mar 2024 COFFEE")[0].resolve("dmy"), leading("14/03/2567")[0].resolve("dmy")
    ((2024, 3, 14), (2024, 3, 14))
    >>> leading("03/14 COFFEE")[0].resolve("mdy")
    (None, 3, 14)
    >>> leading("MAR.11,2025")[0].resolve("mdy")
    (2025, 3, 11)
    >>> leading("31/01/2026-23:59:58 ATM")[1], leading("31/01/2026| 23:59 ATM")[1]
    (19, 17)
    >>> leading("2.26 %") is None, leading("2.26 x")[1]
    (True, 4)
    >>> leading("1.234,56") is None, leading("07-1-338820-5") is None, leading("Monday 26 February 2024")[1]
    (True, True, 23)
    """
    if not _BEGIN.match(text):
        return None
    if timed := _TIMED.match(text):
        told = leading(timed[1])
        return (told[0], timed.end()) if told and told[1] == len(timed[1]) else None
    for form, pattern in _FORMS:
        if (found := pattern.match(text)) and (printed := _read(form, found)):
            end = found.end()
            if time := _TIME.match(text, end):
                end = time.end()
            if end < len(text) and (text[end].isalnum() or text[end] in "%€$£" or text.startswith(" %", end)):
                continue
            return printed, end
    if (weekday := _WEEKDAY.match(text)) and (after := leading(text[weekday.end() :])):
        return after[0], weekday.end() + after[1]
    if found := _PLACEHOLDER.match(text):
        return PrintedDate(0, 0, None, True, True), found.end()
    return None


def of_digits(text: str, year_first: bool = False) -> PrintedDate | None:
    """Digits alone in a column of dates -> the date: "0105", "02 01", "010524", "01 05 2024", or "240501" with the year
    first.

    >>> of_digits("02 16").resolve("mdy"), of_digits("0216").resolve("dmy"), of_digits("9902")
    ((None, 2, 16), None, None)
    """
    found = re.fullmatch(r"(\d\d) ?(\d\d)(?: ?((?:19|20)?\d\d))?", text)
    if found is None or (year_first and len(found[3] or "") != 2):
        return None
    if year_first:
        printed = PrintedDate(int(found[3]), int(found[2]), _year(found[1]), True, short=True)
    else:
        a, b = int(found[1]), int(found[2])
        printed = PrintedDate(a, b, _year(found[3]), a == b and real(None, a, b), short=len(found[3] or "") == 2)
    return printed if any(printed.resolve(order) for order in ("dmy", "mdy")) else None


_CLOCK = re.compile(r",? ?(?:at )?\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?(?: [A-Z]{2,4})?", re.IGNORECASE)


def of_moment(text: str) -> PrintedDate | None:
    """Text that is a date and a time -> the date, None where it is anything else.

    >>> of_moment("2024-06-05, 10:12:44").resolve("dmy"), of_moment("2024-06-05 Coffee")
    ((2024, 6, 5), None)
    """
    found = leading(text)
    return found[0] if found is not None and _CLOCK.fullmatch(text[found[1] :]) else None


def _read(form: str, found: re.Match[str]) -> PrintedDate | None:
    year = _year(found["y"])
    if (
        form == "named"
        and found["n"][0] >= "\u0e00"
        and found["y"]
        and len(found["y"]) == 2
        and int(found["y"]) >= THAI
    ):
        return PrintedDate(int(found["d"]), month(found["n"]), int(found["y"]) + 2500 - ERA, True, buddhist=True)
    told = {"short": len((found["y"] or "").strip("'")) == 2, "buddhist": (found["y"] or "").isdigit()}
    told["buddhist"] = told["buddhist"] and len(found["y"]) == 4 and found["y"] >= str(SINCE)
    if form == "ymd":
        printed = PrintedDate(int(found["d"]), int(found["m"]), year, True, **told)
    elif form == "named":
        printed = PrintedDate(int(found["d"]), month(found["n"]), year, True, **told)
    else:
        a, b = int(found["a"]), int(found["b"])
        printed = PrintedDate(a, b, year, a == b and real(year, a, b), **told)
    return printed if any(printed.resolve(order) for order in ("dmy", "mdy")) else None


MONTH_DAYS = re.compile(
    rf"\b({_MONTH})\.? ([0-3]?\d) ?(?:-|–|to|through|thru) ?([0-3]?\d),? ((?:19|20)\d\d)\b", re.IGNORECASE
)
"""February 1 to 29, 2024."""
_TO_DAY = re.compile(r"(?:-|–|to|through|thru) ?[0-3]?\d,? (?:19|20)\d\d\b", re.IGNORECASE)


def month_days(text: str) -> Iterator[re.Match[str]]:
    """Text -> its spans such as "February 1 to 29, 2024": month, first and last day, year."""
    return MONTH_DAYS.finditer(text) if _TO_DAY.search(text) else iter(())


_MONTH_OF = re.compile(rf"(?<![\d\w])(?P<n>{_MONTH})\.?[\s/\-]+(?:de |del |of )?(?P<y>{_YEAR})(?!\d)", re.IGNORECASE)


def month_of(text: str) -> tuple[int, int] | None:
    """Text without a day -> (year, month) that it names.

    >>> month_of("EXTRACTO DE MARZO 2024"), month_of("4 March 2024")
    ((2024, 3), None)
    """
    found = _MONTH_OF.search(text)
    return (int(found["y"]), month(found["n"])) if found and not find(text) else None


def _year(text: str | None) -> int | None:
    """Printed year -> year of the common era; two digits mean 1970..2069."""
    if not text:
        return None
    if era := next((era for era in REIGNS if text.startswith(era)), None):
        told = text.removeprefix(era).strip()
        return REIGNS[era] + (1 if told == "元" else int(told))
    number = int(text.strip("'"))
    if len(text.strip("'")) == 2:
        return 2000 + number if number < 70 else 1900 + number
    if number < SHORTEST_YEAR:
        return number + REIGNS["民國"]
    return number - ERA if number >= SINCE else number


@lru_cache(maxsize=8192)
def find(text: str) -> tuple[tuple[PrintedDate, int, int], ...]:
    """Text -> every date in it with its start and end."""
    if not _TELLING.search(text):  # as in most texts
        return ()
    found: list[tuple[PrintedDate, int, int]] = []
    position = 0
    while position < len(text):
        if found and position == found[-1][2] and text[position] == "-" and text[position + 1 : position + 2].isalnum():
            start = position + 1
        elif begins := _START.search(text, position):
            start = begins.start()
        else:
            break
        hit = leading(text[start : start + LONGEST])
        position = start + (hit[1] if hit else 1)
        if hit:
            found.append((hit[0], start, position))
    return tuple(found)
