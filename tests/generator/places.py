"""Countries and the invented banks, people, shops and addresses in them."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Country:
    """How statements look in one country; date and number formats are names from `dates` and `figures`."""

    lang: str
    currency: str
    symbol: str
    paper: str  # 'letter' or 'a4'
    dates: tuple[str, ...]
    numbers: tuple[str, ...]
    banks: tuple[str, ...]
    cities: tuple[str, ...]
    streets: tuple[str, ...]
    iban: str = ""  # pattern of the part after the check digits: 9 digit, A letter
    plain_symbol: bool = True  # the symbol alone tells the currency


# fmt: off
_SLASH = ("d_mon_dash", "dmy_slash", "d_mon_y", "d_month", "dmon", "dmy_dash2", "iso", "d_mon", "dm_slash", "d_mon_y2", "dmy2_slash")
_DOT = ("dmy_dot", "dm_dot", "dmy_dot2", "iso", "d_mon", "dmy_dot")
_EURO = ("dot_comma", "dot_comma", "dot_comma", "plain_comma", "space_comma")

COUNTRIES: dict[str, Country] = {
    "us": Country("en", "USD", "$", "letter", ("mdy_slash", "mdy2", "md_slash", "mon_d", "iso", "mon_d_y", "mdy_bare"),
                  ("comma_dot", "comma_dot", "comma_dot", "plain_dot"),
                  ("First Bramble Savings Bank", "Tallgrass Community Credit Union", "Pinehollow National Bank, N.A.",
                   "Copper Ridge Bank", "Lakeshore Mutual Federal"),
                  ("Fernwood, OH 44099", "Cedar Gap, TX 75999", "Port Alder, WA 98199", "Millbrook, NJ 07099"),
                  ("418 Juniper Lane", "PO Box 5521", "77 Old Quarry Rd Apt 3", "1200 Harbor Blvd Ste 410")),
    "gb": Country("en", "GBP", "£", "a4", _SLASH, ("comma_dot", "comma_dot", "comma_dot", "plain_dot"),
                  ("Harrowgate & Pell Bank plc", "Kestrel Mutual", "Thornbury Building Society", "Calder Bank"),
                  ("Wexcombe WX4 2QT", "Littlebourne LB1 9ZZ", "Ashdown Vale AV7 3PL"),
                  ("12 Mill Row", "Flat 4, 90 Cooper Street", "The Old Forge, Church Lane"), "AAAA99999999999999"),
    "ie": Country("en", "EUR", "€", "a4", _SLASH, ("comma_dot",), ("Ballyfarn Bank", "Shannonside Credit Union"),
                  ("Ballyfarn, Co. Clare", "Dublin 99"), ("3 Abbey Court", "21 The Green"), "AAAA99999999999999"),
    "au": Country("en", "AUD", "$", "a4", _SLASH, ("comma_dot",), ("Wattlebird Bank", "Coorong Mutual Limited"),
                  ("Gumtree Flat NSW 2999", "Kookaburra VIC 3999"), ("8 Banksia Parade", "Unit 2/15 Reef St"),
                  plain_symbol=False),
    "ca": Country("en", "CAD", "$", "letter", ("iso", "mon_d", "d_mon", "mdy_slash", "mon_d_y"), ("comma_dot",),
                  ("Maple Portage Bank", "Northern Lights Caisse"), ("Birch Falls ON K0K 0K0", "Moosewood BC V0V 0V0"),
                  ("55 Lakeview Cres", "RR 3 Site 9"), plain_symbol=False),
    "sg": Country("en", "SGD", "S$", "a4", _SLASH, ("comma_dot",), ("Merbau Straits Bank Ltd", "Pasir Trust"),
                  ("Singapore 999001", "Singapore 998877"), ("Blk 14 Kembang Ave #05-112", "3 Raintree Walk")),
    "in": Country("en", "INR", "Rs.", "a4", ("dmy_slash", "dmy_dash2", "d_mon_dash", "dmy_dash"), ("indian", "indian", "plain_dot"),
                  ("Neelgiri Cooperative Bank", "Sagarika Bank Ltd"), ("Ambapur 999012", "Chandrapet 999456"),
                  ("Plot 9, Lotus Nagar", "H.No 3-4-112, Station Road")),
    "de": Country("de", "EUR", "€", "a4", _DOT, _EURO, ("Sparbank Lindenau", "Hansekontor Bank AG", "Volksbank Oberau eG"),
                  ("09999 Lindenau", "29998 Oberau", "99997 Kleinhafen"), ("Am Anger 5", "Mühlweg 18a", "Postfach 1190"),
                  "999999999999999999"),
    "at": Country("de", "EUR", "€", "a4", _DOT, _EURO, ("Alpenkreditbank AG", "Bankhaus Traunblick"),
                  ("9998 Traunblick", "9876 Hinterbach"), ("Seestraße 3", "Dorfplatz 1"), "9999999999999999"),
    "ch": Country("de", "CHF", "CHF", "a4", _DOT, ("apostrophe_dot", "apostrophe_dot", "plain_dot"),
                  ("Regiobank Murtenthal", "Zürisee Privatbank"), ("9999 Murtenthal", "8899 Seeblick"),
                  ("Dorfstrasse 12", "Bahnhofplatz 4"), "99999999999999999"),
    "fr": Country("fr", "EUR", "€", "a4", ("dmy_slash", "dm_slash", "dmy_dot", "d_mon", "dmy2_slash", "dm_dot"),
                  ("space_comma", "nbsp_comma", "space_comma", "dot_comma", "plain_comma"),
                  ("Crédit Fontbrune", "Banque des Trois Vallées", "Caisse Mutuelle du Vermandel"),
                  ("99120 Fontbrune", "99870 Saint-Aubert"), ("14 rue des Tilleuls", "3 bis place du Marché"),
                  "99999999999999999999999"),
    "be": Country("fr", "EUR", "€", "a4", ("dmy_slash", "dmy_dot", "dm_slash", "dmy_dash"), ("dot_comma", "space_comma"),
                  ("Banque Meuse & Sambre",), ("9999 Val-Sambre",), ("Chaussée Verte 40",), "999999999999"),
    "es": Country("es", "EUR", "€", "a4", ("dmy_slash", "dmy_dash", "d_mon_y", "dm_slash", "d_mon"), _EURO,
                  ("Caja Montealba", "Banco Puerto Sereno"), ("99010 Montealba", "99770 Puerto Sereno"),
                  ("Calle del Olmo 7, 2º B", "Avda. de la Ribera 101"), "99999999999999999999"),
    "mx": Country("es", "MXN", "$", "letter", ("dmy_slash", "d_mon_y", "d_mon", "dmon"), ("comma_dot",),
                  ("Banco Sierra Clara", "Caja Popular Agave"), ("Col. Jacarandas CP 99990", "Agave Alto CP 99880"),
                  ("Av. Nogal 55", "Calle 8 Sur 210"), plain_symbol=False),
    "it": Country("it", "EUR", "€", "a4", ("dmy_slash", "dmy_dot", "dmy_dash", "dmy2_slash", "dm_slash"), _EURO,
                  ("Banca Pietrarossa S.p.A.", "Cassa Rurale Valmora"), ("99010 Pietrarossa PR", "99040 Valmora VM"),
                  ("Via dei Ciliegi 22", "Piazza del Pozzo 1"), "A9999999999999999999999"),
    "nl": Country("nl", "EUR", "€", "a4", ("dmy_dash", "d_mon", "dmy_dash2", "d_month", "d_mon_y", "dm_dot"), _EURO,
                  ("Bank Oosterhaven N.V.", "Polderbank"), ("9999 ZZ Oosterhaven", "9988 XA Polderdam"),
                  ("Kade 18", "Lindelaan 203-II"), "AAAA9999999999"),
    "pt": Country("pt", "EUR", "€", "a4", ("dmy_dash", "dmy_slash", "iso", "dmy_dot", "dm_slash"), _EURO,
                  ("Banco Ribeira Nova", "Caixa Serra Alta"), ("9999-001 Ribeira Nova", "9988-120 Serra Alta"),
                  ("Rua das Amoreiras 9, 3.º Dto", "Largo do Moinho 2"), "999999999999999999999"),
    "br": Country("pt", "BRL", "R$", "a4", ("dmy_slash", "dm_slash", "d_mon"), ("dot_comma",),
                  ("Banco Alvorada do Vale", "Cooperativa Ipê Roxo"), ("Vale Claro - VC 99990-000",),
                  ("Rua do Ipê, 450 ap 32",)),
}

SHOPS = ("GREENLEAF GROCERS", "Quickfuel 0417", "Café Nordwind", "BOOKNOOK", "PETALS & CO", "Mobilo Shop", "Sportix",
         "TRAVELOO.EXAMPLE", "Pharmacia Sol", "Officina Verde", "BAKERY No. 7", "DIY-WORLD 22", "CINEPLEX 9", "Zaffiro",
         "KINO & BAR", "Toyland", "Taxi 5 Star", "Fix+Fit", "STREAMIO", "HOTEL FINALE", "Office Offline", "PARK24")
COMPANIES = ("Alderwick", "Nordlys", "Brightwater", "Octavia Systems", "Solent Works", "TRIVEX", "Ostara", "Palisade",
             "Verdano", "Meridex Logistics", "Flinders Office", "AquaFina Stadt")
PEOPLE = ("Mara Ellingsworth", "J. Fairbrother", "Tomas Weidlich", "Aurelia Fontaine", "P. & L. Osterhout",
          "Nadia Campodoro", "Rui Valadares", "Ines Montalvo", "Dr. H. Brandauer", "Oliver Quist", "S. Ramanathan",
          "Ling Tay Wei")

# fmt: on


def iban(country: str, pattern: str, rng: Random) -> str:
    """A random IBAN with right check digits, without blanks."""
    body = "".join(rng.choice("BCDFGHKLMNPRSTVW") if c == "A" else str(rng.randrange(10)) for c in pattern)
    digits = "".join(str(int(c, 36)) for c in body + country.upper() + "00")
    return f"{country.upper()}{98 - int(digits) % 97:02d}{body}"


def with_luhn(digits: str) -> str:
    """Digits of a card number but the last -> with the last one, which makes it right (ISO/IEC 7812-1)."""
    doubled = [int(d) * (2 - i % 2) for i, d in enumerate(reversed(digits))]
    return f"{digits}{-sum(n // 10 + n % 10 for n in doubled) % 10}"


def grouped(number: str, size: int = 4, gap: str = " ") -> str:
    return gap.join(number[i : i + size] for i in range(0, len(number), size))
