"""Symbols, codes and places of a document -> its currency, and whether it had to be assumed."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extraction.text import dates
from extraction.text.amounts import AT_AMOUNTS, CODES, SYMBOLS
from extraction.text.lines import Line

_ANY_CODE = "|".join(CODES)
_CODE = re.compile(rf"(?<![^\W\d_])(?:{_ANY_CODE})(?![^\W\d_])")
_FOLDED = {symbol.casefold(): code for symbol, code in SYMBOLS.items()}
_DOLLAR = re.compile(r"(?<![A-Za-z])\$")
_LONGEST_FIRST = sorted(SYMBOLS.keys() - {"R", "Q", "Kz"} - AT_AMOUNTS.keys(), key=len, reverse=True)
_SYMBOL = re.compile(
    rf"(?<![A-Za-z])(?<!\d-)(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})(?![A-Za-z])(?!-\d+(?![\d.,]))"
)
"""A symbol by itself or at an amount; letters of one may begin or end a reference: "TL-26-0417"."""
NAMES = (
    (re.compile(r"\b(?:singapore dollars?)\b", re.I), "SGD"),
    (re.compile(r"\b(?:u\.?s\.? dollars?|united states dollars?)\b", re.I), "USD"),
    (re.compile(r"\b(?:australian dollars?)\b", re.I), "AUD"),
    (re.compile(r"\b(?:canadian dollars?)\b", re.I), "CAD"),
    (re.compile(r"\b(?:new zealand dollars?)\b", re.I), "NZD"),
    (re.compile(r"\b(?:hong kong dollars?)\b", re.I), "HKD"),
    (re.compile(r"\b(?:euros?)\b", re.I), "EUR"),
    (re.compile(r"\b(?:soles)\b", re.I), "PEN"),
    (re.compile(r"\bnaira\b", re.I), "NGN"),
    (re.compile(r"\bkenya(?:n)? shillings?\b", re.I), "KES"),
    (re.compile(r"\brand\b(?!\w)"), "ZAR"),
    (re.compile(r"\bringgit\b", re.I), "MYR"),
    (re.compile(r"\bbaht\b|บาท", re.I), "THB"),
    (re.compile(r"\brupiah\b", re.I), "IDR"),
    (re.compile(r"\bt[uü]rk liras[iı]\b", re.I), "TRY"),
    (re.compile(r"\b(?:koruna|korun)\b", re.I), "CZK"),
    (re.compile(r"\b(?:ghana(?:ian)? )?cedis?\b", re.I), "GHS"),
    (re.compile(r"\buganda(?:n)? shillings?\b", re.I), "UGX"),
    (re.compile(r"\btanzania(?:n)? shillings?\b", re.I), "TZS"),
    (re.compile(r"\b(?:zambian )?kwacha\b", re.I), "ZMW"),
    (re.compile(r"\b(?:ethiopian )?birr\b", re.I), "ETB"),
    (re.compile(r"\b(?:bangladeshi )?taka\b", re.I), "BDT"),
    (re.compile(r"\bpakistani? rupees?\b", re.I), "PKR"),
    (re.compile(r"\bsri lankan? rupees?\b", re.I), "LKR"),
    (re.compile(r"\bnepal(?:ese|i)? rupees?\b", re.I), "NPR"),
    (re.compile(r"\bmauriti(?:us|an) rupees?\b", re.I), "MUR"),
    (re.compile(r"\bpesos dominicanos\b", re.I), "DOP"),
    (re.compile(r"\bpesos colombianos\b", re.I), "COP"),
    (re.compile(r"\bpesos uruguayos\b", re.I), "UYU"),
    (re.compile(r"\b(?:costa rican )?colones\b", re.I), "CRC"),
    (re.compile(r"\bquetzales\b", re.I), "GTQ"),
    (re.compile(r"\blempiras\b", re.I), "HNL"),
    (re.compile(r"\bguaran[ií]es\b", re.I), "PYG"),
    (re.compile(r"\bbolivianos\b", re.I), "BOB"),
    (re.compile(r"\bbol[ií]vares\b", re.I), "VES"),
    (re.compile(r"\bđồng\b", re.I), "VND"),
    (re.compile(r"人民[币幣]|\brenminbi\b", re.I), "CNY"),
    (re.compile(r"新?[臺台][幣币]"), "TWD"),
    (re.compile(r"日本円|円貨|普通預金|当座預金"), "JPY"),
    (re.compile(r"원화|대한민국"), "KRW"),
    (re.compile(r"\brupees?\b", re.I), "INR"),
    (re.compile(r"\byen\b", re.I), "JPY"),
    (re.compile(r"\b(?:reais|real brasileiro)\b", re.I), "BRL"),
    (re.compile(r"\b(?:pesos mexicanos)\b", re.I), "MXN"),
    (re.compile(r"\b(?:pesos argentinos)\b", re.I), "ARS"),
    (re.compile(r"\b(?:pesos chilenos)\b", re.I), "CLP"),
    (re.compile(r"\b(?:zloty|złotych)\b", re.I), "PLN"),
    (re.compile(r"\bKSH\b", re.I), "KES"),
    (re.compile(r"\b(?:pounds? sterling|sterling)\b", re.I), "GBP"),
    (re.compile(r"\b(?:swiss francs?|schweizer franken|francs suisses)\b", re.I), "CHF"),
)
_EXCHANGED = re.compile(
    rf"(?:(?:{_ANY_CODE}) ?[\d.,']+|(?<![\d.,'])[\d.,']+ ?(?:{_ANY_CODE})) ?"
    r"(?:@|[x×*]|at|(?:exchange )?rate|kurs|cours|taux|cambio|tasso|koers)(?![a-z])",
    re.I,
)
"""An amount in another currency, with the rate at which it was exchanged."""
_SPELT = re.compile(r"(?<![\d.,'])\d[\d.,']* [A-Z]{4,}(?: [A-Z]{4,})?")
"""An amount in another currency, whose name follows in capitals, as card schemes print it."""
_IBAN = {
    "EUR": "AD AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK SM", "GBP": "GB GG IM JE",
    "CHF": "CH LI", "PLN": "PL", "SEK": "SE", "NOK": "NO", "DKK": "DK", "CZK": "CZ", "HUF": "HU", "RON": "RO",
    "BGN": "BG", "TRY": "TR", "ILS": "IL", "AED": "AE", "SAR": "SA", "QAR": "QA", "KWD": "KW", "BHD": "BH",
    "JOD": "JO", "BRL": "BR",
}  # fmt: skip
_STATES = "AK|AZ|CT|FL|GA|HI|IA|IL|KS|KY|MD|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|RI|SD|TN|TX|UT|VT|WA|WI|WV|WY"
"""States of the USA, those left out that are words of other languages, or of labels as ID is."""
PLACES = (
    (
        re.compile(
            r"\b[A-Z]{2},?\s+\d{5}(?:-\d{4})?\b|\bMember FDIC\b|\b(?:FDIC|NCUA|ABA|CHECKING|[Cc]hecking)\b|"
            rf"\b[A-Z]{{3,}} (?:{_STATES})\b(?! \d)"
        ),
        "USD",
    ),
    (re.compile(r"\b(?:NSW|VIC|QLD|BSB|ABN|AFSL)\b|\bAustralia\b"), "AUD"),
    (re.compile(r"\bSingapore\b|\bSINGAPORE\b|\bPay[Nn]ow\b|\bPAYNOW\b"), "SGD"),
    (re.compile(r"\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\bCanada\b|\bINTERAC\b|\bInterac\b"), "CAD"),
    (re.compile(r"\bNew Zealand\b|\b\d{2}-\d{4}-\d{7}-\d{2,3}\b"), "NZD"),
    (re.compile(r"\bHong Kong\b"), "HKD"),
    (re.compile(r"\bIFSC?(?: Code)?\b|\bIndia\b|\bUPI\b|(?<![\d,])\d{1,2},\d\d,\d{3}\.\d\d(?!\d)"), "INR"),
    (
        re.compile(
            r"\b(?:Chile|CHILE)\b|\bcmfchile\b|\b(?:DL|D\.L\.|(?i:Decreto Ley)) ?3\.?475\b|\b(?:Cartola|CARTOLA)\b|"
            r"\bR\.?U\.?T\.?(?= ?:? ?\d)"
        ),
        "CLP",
    ),
    (re.compile(r"\bCLABE\b|\bR\.?F\.?C\b|\bMONEDA NACIONAL\b|\bM[ée]xico\b|\bSPEI\b"), "MXN"),
    (re.compile(r"\bC\.?P\.?F\b|\bCNPJ\b|\bBrasil\b"), "BRL"),
    (
        re.compile(
            r"\bSouth Africa\b|\bSOUTH AFRICA\b|\b(?:Cape Town|CAPE TOWN|Johannesburg|JOHANNESBURG|Durban|Pretoria)\b|"
            r"\bVAT R\b|(?<![A-Za-z\d])R(?= ?\d[\d ,]{0,15}[.,]\d\d\b)"
        ),
        "ZAR",
    ),
    (re.compile(r"\bNigeria\b|\bLAGOS\b|\bLagos\b|\bAbuja\b"), "NGN"),
    (re.compile(r"\bKenya\b|\bNairobi\b|\bNAIROBI\b|\bM-PESA\b", re.I), "KES"),
    (re.compile(r"\bIreland\b|\bDublin\b|\bDUBLIN\b|\bEircode\b"), "EUR"),
    (re.compile(r"\bArgentina\b|\bC\.?U\.?I\.?[TL]\b|\bCBU\b"), "ARS"),
    (re.compile(r"\bColombia\b|\bBogot[aá]\b|\bMedell[ií]n\b|\bMEDELL[IÍ]N\b|\bBOGOT[AÁ]\b"), "COP"),
    (re.compile(r"\bPIX\b|\bPix\b|\bTED\b|\b[Aa]g[êe]ncia\b|\bBoleto\b|\bBOLETO\b"), "BRL"),
    (
        re.compile(
            r"\b(?:Toronto|TORONTO|Montr[eé]al|Vancouver|Calgary)\b|\b[A-Z]{3,} (?:AB|BC|MB|NB|NS|QC|SK)\b(?! \d)"
        ),
        "CAD",
    ),
    *(
        (re.compile(rf"\b(?:{codes.replace(' ', '|')})\d\d ?[A-Z0-9]{{4}} ?[A-Z0-9]{{4}}"), code)
        for code, codes in _IBAN.items()
    ),
    (re.compile(r"\b[Ss]ort [Cc]ode\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"), "GBP"),
    (re.compile(r"\bMalaysia\b|\bMALAYSIA\b|\bKuala Lumpur\b|\bpenyata akaun\b", re.I), "MYR"),
    *(
        (re.compile(rf"\b(?:{names})\b", re.I), code)
        for code, names in {
            "DOP": "rep[uú]blica dominicana|santo domingo",
            "CRC": "costa rica",
            "GTQ": "guatemala",
            "HNL": "honduras|tegucigalpa|san pedro sula",
            "NIO": "nicaragua|managua",
            "UYU": "uruguay|montevideo",
            "PYG": "paraguay",
            "BOB": "bolivia",
            "VES": "venezuela|caracas",
            "PEN": "per[uú]",
            "JMD": "jamaica",
            "TTD": "trinidad|port of spain",
            "BBD": "barbados",
            "BDT": "bangladesh|dhaka",
            "NPR": "nepal|kathmandu",
            "UGX": "uganda|kampala",
            "TZS": "tanzania|dar es salaam",
            "ZMW": "zambia|lusaka",
            "RWF": "rwanda|kigali",
            "ETB": "ethiopia|addis ababa",
            "MUR": "mauritius|port louis",
            "NAD": "namibia|windhoek",
            "BWP": "botswana|gaborone",
            "EGP": "egypt|cairo",
            "MAD": "morocco|maroc|casablanca",
            "TND": "tunisie|tunisia",
            "DZD": "alg[eé]rie|algeria",
            "XOF": "s[eé]n[eé]gal|dakar|c[oô]te d.ivoire|abidjan|burkina faso|bamako",
            "XAF": "cameroun|cameroon|douala|yaound[eé]|gabon|libreville",
            "AOA": "angola|luanda",
            "MZN": "mo[cç]ambique|maputo",
            "KWD": "kuwait",
            "BHD": "bahrain|manama",
            "OMR": "oman|muscat",
            "SAR": "saudi arabia|riyadh|jeddah",
            "LBP": "lebanon|beirut",
            "VND": "vi[eệ]t ?nam|hà nội|hanoi",
            "RSD": "srbij[ae]|serbia|beograd",
            "KZT": "kazakhstan|almaty",
            "MOP": "maca[ou]",
            "BND": "brunei",
            "FJD": "fiji",
            "PGK": "papua new guinea",
            "GHS": "ghana|accra",
            "MVR": "maldives",
            "MMK": "myanmar|yangon",
        }.items()
    ),
    (re.compile(r"\bPhilippines\b|\bMakati\b|\bManila\b", re.I), "PHP"),
    (re.compile(r"\bPakistan\b|\bKarachi\b|\bLahore\b", re.I), "PKR"),
    (re.compile(r"\bSri Lanka\b", re.I), "LKR"),
    (re.compile(r"\bQatar\b|\bDoha\b", re.I), "QAR"),
    (re.compile(r"\b(?:Abu )?Dhabi\b|\bDubai\b|\bU\.?A\.?E\b", re.I), "AED"),
    (re.compile(r"\bkontoutskrift\b|\bbokført\b|\binnskudd\b", re.I), "NOK"),
    (re.compile(r"\bkontoudskrift\b|\bbogført\b|\bindsat\b", re.I), "DKK"),
    (re.compile(r"\bkontoutdrag\b|\bbokföringsdatum\b|\binsättning(?:ar)?\b", re.I), "SEK"),
    (re.compile(r"\bvýpis\b|\bzůstatek\b", re.I), "CZK"),
    (re.compile(r"\bwyciąg\b|\bsaldo końcowe\b", re.I), "PLN"),
    (re.compile(r"\b(?:bank)?számlakivonat\b|\bforint\b", re.I), "HUF"),
    (re.compile(r"\bhesap (?:özeti|hareketleri)\b|\bbakiye\b", re.I), "TRY"),
    (re.compile(r"\bextras de cont\b|\bsold (?:inițial|initial|final)\b", re.I), "RON"),
    (re.compile(r"\bsaldo (?:awal|akhir)\b|\bmutasi\b", re.I), "IDR"),
    (
        re.compile(
            r"\b(?:accrediti|addebiti|movimenti|kontoauszug|haben|relev[eé] de compte|cr[eé]dit du|libell[eé]|virement|"
            r"pr[eé]l[eè]vement|afschrift|bij|λογαριασμού|τράπεζα)\b",
            re.I,
        ),
        "EUR",
    ),
)
"""What tells the country of the bank, or a language of which most readers pay in one currency."""
_ENGLISH = re.compile(r"\b(?:account|statement|balance|withdrawal)s?\b", re.IGNORECASE)
_FRENCH = re.compile(r"\b(?:relev[ée]|solde|retrait|d[ée]p[ôo]t|compte|versement)s?\b", re.IGNORECASE)
RUPEES = ("PKR", "LKR", "NPR", "MUR")
"""Currencies that are called rupees as well, and printed "Rs."."""
PESOS = ("ARS", "CLP", "COP", "MXN", "UYU", "DOP")
"""Currencies that are called pesos and printed "$", beside which US dollars have a sign of their own."""
DOLLARS = (
    "USD",
    "AUD",
    "CAD",
    "NZD",
    "SGD",
    "HKD",
    "MXN",
    "TWD",
    "ARS",
    "CLP",
    "COP",
    "DOP",
    "UYU",
    "NIO",
    "JMD",
    "TTD",
    "BBD",
    "BZD",
    "XCD",
    "NAD",
    "FJD",
    "BND",
    "MOP",
)


_WORDS = ("lei", "Ft")
"""Symbols that are words of other languages, or begin like them, where capitals are not told apart."""
_MARKS = "|".join((*CODES, *(re.escape(symbol) for symbol in _LONGEST_FIRST if symbol not in _WORDS)))
_SAID = re.compile(
    rf"(?<![A-Za-z])(?<!multi-)(?<!multi )(?<!foreign )(?<!global )(?<!other )"
    r"(?:amounts?|currency|betr[aä]ge|w[aä]hrung|montants?|devise|importes?|moneda|"
    r"divisa|importi|valuta|bedragen|valores|moeda|"
    rf"m[eě]na|para birimi|d[oö]viz|mata uang|matawang|moneda cont|valuutta|통화|通貨|币种|幣別|สกุลเงิน)(?![A-Za-z])"
    rf"(?:(?!\.\s)\D){{0,30}}?(?<![A-Za-z])({_MARKS})(?![A-Za-z\d])",
    re.IGNORECASE,
)


def of_country(lines: Sequence[Line]) -> str | None:
    """Lines -> the currency of the country that they name or whose words they use, where that is not the dollar of the
    United States."""
    text = "\n".join(line.text for line in lines)
    places: Counter[str] = Counter()
    for pattern, code in PLACES:
        places[code] += len(pattern.findall(text)) if code != "USD" else 0
    return places.most_common(1)[0][0] if places.total() else None


def _of_country(code: str, *lines: Sequence[Line]) -> str:
    """A currency that amounts or texts name, all lines beside the rows -> that of the country, where this has another
    one of the same name or sign: rupees, or amounts in "$" beside a text that names US dollars."""
    every = [line for some in lines for line in some]
    others: tuple[str, ...] = RUPEES if code == "INR" and not any("₹" in line.text for line in every) else ()
    others = PESOS if code == "USD" else others
    country = of_country(every) if others else None
    return country if country is not None and country in others else code


def of_columns(heads: Iterable[str]) -> str | None:
    """Texts of the heads of one account's tables -> the one currency that they name, if they name one."""
    told = set(_CODE.findall(" ".join(heads)))
    return told.pop() if len(told) == 1 else None


def currency(
    symbols: Iterable[str],
    lines: Sequence[Line],
    heads: Iterable[str],
    rows: frozenset[int],
    aside: Sequence[Line] = (),
) -> tuple[str | None, bool]:
    """Symbols beside amounts, the lines, texts of table heads, places of the lines that are rows, lines of heads and
    feet of pages -> (ISO code or None, assumed).

    A symbol or code beside the amounts decides. A bare dollar sign is named by a code or a country on the page;
    where nothing names it, it is taken as USD, or as AUD where dates of English words put the day first, as nobody
    does in the USA, or as CAD in French, and said to be assumed. Codes in rows name foreign currencies.
    """
    votes = Counter(symbols)
    dollars = votes.pop("$", 0)
    apart = [line for i, line in enumerate(lines) if i not in rows]
    text = "\n".join(line.text for line in apart)
    columns = " ".join(heads)
    told_by = [found.group(1) for found in _SAID.finditer(text)]
    named = ([_FOLDED.get(told.casefold(), told.upper()) for told in told_by], _CODE.findall(columns))
    said = next((told for some in named if (told := [c for c in some if not dollars or c in DOLLARS])), [])
    said = said or [SYMBOLS[symbol] for symbol in _SYMBOL.findall(columns)]
    if said:
        code = Counter(said).most_common(1)[0][0]
        return (_of_country(code, apart, aside) if code == "INR" else code), False
    above = "\n".join(line.text for line in lines[: min(rows, default=0)])
    if votes.total() == 1 and not dollars and (code := _named(above, dollars)):
        return code, False  # the one figure with a sign is a note on another currency
    if votes and votes.most_common(1)[0][1] >= dollars:
        return _of_country(votes.most_common(1)[0][0], apart, aside), False
    if code := _named(text, dollars):
        printed = code in text and not dollars  # a code is the currency's own; a name may be that of several
        return (code if printed else _of_country(code, apart, aside)), False
    signs = Counter(ch for ch in text if ch in "€£¥₹₩₺฿")
    if signs and not dollars:
        return SYMBOLS[signs.most_common(1)[0][0]], False
    bare = len(_DOLLAR.findall(text))
    alone = Counter(SYMBOLS[symbol] for symbol in _SYMBOL.findall(text))
    if alone and not dollars and not bare:  # "Valor R$" as a text of its own
        return alone.most_common(1)[0][0], False
    dollars = dollars or bare
    for some in (apart, lines, aside):
        where = "\n".join(line.text for line in some)
        places: Counter[str] = Counter()
        for pattern, code in PLACES:
            places[code] += 0 if dollars and code not in DOLLARS else len(pattern.findall(where))
        most = max(places.values())
        told = [code for code, count in places.items() if 0 < count == most]
        if told and (len(told) == 1 or some is apart):  # of two places that rows name as often neither tells
            return told[0], True
    whole = [*lines, *aside]
    usual = "AUD" if _day_first(whole) else "CAD" if _is_french(whole) else "USD"
    return (usual, True) if dollars else (None, True)


def _named(text: str, dollars: int) -> str | None:
    """A text, how many amounts beside it are in "$" -> the currency that it names, by codes or else in words."""
    codes: Counter[str] = Counter(_CODE.findall(_EXCHANGED.sub(" ", text)))
    codes = Counter({code: count for code, count in codes.items() if not dollars or code in DOLLARS})
    if codes:
        return codes.most_common(1)[0][0]
    spelt = _SPELT.sub(" ", text)
    return next((code for pattern, code in NAMES if (not dollars or code in DOLLARS) and pattern.search(spelt)), None)


def _is_french(lines: Sequence[Line]) -> bool:
    """Whether a text names several things of an account in French, and none in English."""
    text = "\n".join(line.text for line in lines)
    told = {word.casefold() for word in _FRENCH.findall(text)}
    return len(told) > 1 and not _ENGLISH.search(text)


def _day_first(lines: Sequence[Line]) -> bool:
    """Whether a text in English writes its dates with the day first, and none with the month first."""
    text = "\n".join(line.text for line in lines)
    if not _ENGLISH.search(text):
        return False
    orders = set[bool]()
    for line in lines:
        for printed, start, end in dates.find(line.text):
            if any(ch.isalpha() for ch in line.text[start:end]):
                orders.add(line.text[start].isdigit())
            elif not printed.fixed and max(printed.a, printed.b) > dates.MONTHS_OF_YEAR:
                orders.add(printed.a > printed.b)
    return orders == {True}
