"""What the head of a page says of an account beside its number and its period, where the style has it say more."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from .model import CENT, Row
from .places import PEOPLE, grouped, iban
from .style import Style

# fmt: off
ADVANCES = {"en": "Cash advances", "de": "Barauszahlungen", "fr": "Avances de fonds", "es": "Disposiciones de efectivo",
            "it": "Anticipi di contante", "nl": "Geldopnames", "pt": "Adiantamentos de numerário"}
AVAILABLE = {"en": "Available balance", "de": "Verfügbarer Betrag", "fr": "Solde disponible", "es": "Saldo disponible",
             "it": "Saldo disponibile", "nl": "Beschikbaar saldo", "pt": "Saldo disponível"}
FEES = {"en": ("Fee", "Total fees"), "de": ("Entgelt", "Summe Entgelte"), "fr": ("Frais", "Total des frais"),
        "es": ("Comisión", "Total comisiones"), "it": ("Canone", "Totale commissioni"),
        "nl": ("Kosten", "Totale kosten"), "pt": ("Comissão", "Total de comissões")}
INTEREST = {"en": ("Interest", "Interest paid"), "de": ("Zinsen", "Habenzinsen"),
            "fr": ("Intérêts", "Intérêts créditeurs"), "es": ("Intereses", "Intereses abonados"),
            "it": ("Interessi", "Interessi attivi"), "nl": ("Rente", "Creditrente"), "pt": ("Juros", "Juros credores")}
"""Kind of the rows that are summed up, label of their sum."""
DATED = {"en": "Statement date", "de": "Auszugsdatum", "fr": "Date d'édition", "es": "Fecha de emisión",
         "it": "Data di emissione", "nl": "Datum afschrift", "pt": "Data de emissão"}
# fmt: on


@dataclass(frozen=True)
class Facts:
    """None: not printed. `holder`: with a label of its own. `number`: a further number of the account, by its label."""

    holder: str | None = None
    dated: date | None = None
    available: Decimal | None = None
    fees: Decimal | None = None
    interest: Decimal | None = None
    number: tuple[str, str] | None = None


def facts(style: Style, rng: Random, end: date, closing: Decimal, rows: list[Row]) -> Facts:
    """Style, last day, closing balance and rows of an account -> what the head says of it where the style has it."""
    code, told = style.lang.code, style.facts
    held = Decimal(rng.randrange(0, 90000)) * CENT
    name, days, number = rng.choice(PEOPLE), rng.randrange(6), _number(style, rng)
    return Facts(
        name if "holder" in told else None,
        end + timedelta(days=days) if "dated" in told and style.period_shown == "range" else None,
        closing - held if "available" in told and closing > held else None,
        _sum(rows, FEES[code][0]) if "fees" in told else None,
        _sum(rows, INTEREST[code][0]) if "interest" in told else None,
        number if "number" in told else None,
    )


def _sum(rows: list[Row], kind: str) -> Decimal:
    return abs(sum((row.amount for row in rows if row.kind == kind), Decimal("0.00")))


def _number(style: Style, rng: Random) -> tuple[str, str] | None:
    """A number of the bank or the account with right check digits, as the country has it."""
    digits = "".join(str(rng.randrange(10)) for _ in range(18))
    if style.country == "us":
        return "Routing number", aba(f"0{digits[:7]}")
    if style.country == "mx":
        return "CLABE", clabe(digits[:17])
    if style.country == "es" and digits[0] < "5":
        return "CCC", ccc(digits[:8], digits[8:])
    if style.country == "au":
        return "BSB", f"{digits[:3]}-{digits[3:6]}"
    if style.place.iban and not style.use_iban:
        return "IBAN", grouped(iban(style.country, style.place.iban, rng))
    return None


def aba(digits: str) -> str:
    """Eight digits of an American routing number -> all nine."""
    return f"{digits}{-sum(int(d) * w for d, w in zip(digits, (3, 7, 1) * 3, strict=False)) % 10}"


def clabe(digits: str) -> str:
    """Seventeen digits of a Mexican account number -> all eighteen."""
    return f"{digits}{-sum(int(d) * w % 10 for d, w in zip(digits, (3, 7, 1) * 6, strict=False)) % 10}"


def ccc(bank: str, account: str) -> str:
    """Bank and branch (8 digits), account (10) -> the Spanish account number with its two check digits."""
    weights = (1, 2, 4, 8, 5, 10, 9, 7, 3, 6)

    def check(text: str) -> int:
        rest = 11 - sum(int(d) * w for d, w in zip(text, weights, strict=True)) % 11
        return {10: 1, 11: 0}.get(rest, rest)

    return f"{bank[:4]} {bank[4:]} {check('00' + bank)}{check(account)} {account}"
