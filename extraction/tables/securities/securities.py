"""What columns of holdings and trades are called, in seven languages: text of a head -> what its column holds."""

import re
from functools import lru_cache
from typing import Literal

from extraction.text.normal import plain

Field = Literal[
    "name", "identifier", "quantity", "price", "value", "local_value", "weight", "cost", "unit_cost", "gain", "accrued",
    "income", "rate", "currency", "multiplier", "earlier_quantity", "earlier_value", "fee", "action", "date", "amount",
    "other",
]  # fmt: skip
"""`cost` of the whole holding, `unit_cost` of one; `rate` of exchange; `earlier_`: at the beginning of the period;
`amount`: a word that may mean a sum or a number ("Amount"), or a title of a security ("Valeur", "Valor")."""

FIGURES: frozenset[Field] = frozenset(
    {
        "quantity", "price", "value", "local_value", "weight", "cost", "unit_cost", "gain", "accrued", "income", "rate",
        "multiplier", "earlier_quantity", "earlier_value", "fee", "amount",
    }
)  # fmt: skip
"""Fields that are printed as figures."""

_PRICE = (
    r"price|prices|kurs|\w*kurse?|cours|precio|precios|prezzo|prezzi|koers|\w+koers|preco|precos|cotizacion|cotacao|cotation|"
    r"quotazione|notierung|notering|nav|net asset value per \w+|per (?:share|unit)|valeur liquidative|valor liquidativo|vl|"
    r"inventarwert je \w+|rucknahmepreis"
)
_COST = (
    r"cost|costs|book|purchase|acquisition|average|avg|einstand\w*|kauf\w*|anschaffungs\w*|erwerbs\w*|revient|achat|pru|pam|pmc|carico|"
    r"acquisto|adquisicion|compra|coste|costo|custo|aquisicao|aankoop\w*|gak|kostprijs|aanschaf\w*|invested|paid|medio|media|moyen|durchschnitt\w*|"
    r"gemiddelde?|anlagebetrag"
)
_EARLIER = (
    r"beginning|opening|begin|prior|previous|start|starting|last (?:month|period|statement|quarter|year)|anfangs\w*|vor(?:monat|periode|jahr)s?\w*|"
    r"precedente?|initial|debut|anterior|inicial|iniziale|vorige?|begin\w*"
)
_VALUE = (
    r"values?|valuation|worth|\w*wert|\w*werte|wert|valorisation|evaluation|contre valeur|valoracion|controvalore|valorizzazione|"
    r"\w*waarde|avaliacao|mkt val|market val|market|(?:ending |closing )?balance|valeur|valor|valore|importe efectivo|efectivo|saldo"
)
_CODES = r"isin|cusip|sedol|wkn|valoren\w*|symbol|ticker|symbole|simbolo|symbool"
_NAMES = r"security name|securities|name|\w*bezeichnung|wertpapier\w*|gattung\w*|description|titel|designation|libelle|denominazione|descripcion|omschrijving|descricao"
_RULES: tuple[tuple[Field, str], ...] = (
    ("name", rf"\A(?=.*\b(?:{_NAMES})\b)(?=.*\b(?:{_CODES})\b).*"),
    ("identifier", _CODES),
    ("multiplier", r"mult|multiplier|contract size|kontraktgrosse"),
    ("rate", (r"exchange rate|fx rate|fx|conversion rate|devisenkurs\w*|wechselkurs\w*|umrechnungskurs|cours de change|taux de change|"
             r"tipo de cambio|cambio|tasso di cambio|wisselkoers\w*|taxa de cambio")),
    ("accrued", (r"accrued|accruals?|stuckzins\w*|marchzins\w*|courus?|coupon couru|ratei|rateo|cupon corrido|interes(?:es)? corridos?|"
                r"opgelopen|lopende rente|juros corridos")),
    ("weight", (r"(?:port|portfolio|account|acct|holdings?|portefeuille|cartera|portafoglio|carteira|depot) percent|"
               r"percent (?:of|acct|account|portfolio|vermogen|cartera|portafoglio|portefeuille|carteira|depot|total|nav|assets|del?|do|du)|"
               r"weight|weighting|allocation|share of portfolio|\w*anteil|gewicht\w*|poids|repartition|peso|ponderacion|weging|aandeel|alocacao|"
               r"pct of \w+")),
    ("fee", (r"fees?|commissions?|comm|comm fee|commissions? (?:and|&) fees|transaction costs?|charges?|brokerage|courtage|frais|provision(?:en)?|"
            r"entgelte?|gebuhr(?:en)?|spesen|comision(?:es)?|commissioni|kosten|transactiekosten|comiss(?:ao|oes)|"
            r"corretagem")),
    ("gain", (r"unreali[sz]ed|gain|gains|loss|losses|p l|pnl|profit|gewinn\w*|verlust\w*|kursgewinn\w*|plus value|moins value|value latente|"
             r"plusv\w*|minusv\w*|plus minus\w*|resultado|resultaat|winst|verlies|mais valia|menos valia|variation|variacion|variazione|variacao|"
             r"differen\w*|change|veranderung|wertentwicklung|entwicklung|performance|rendimiento latente|ganancia|perdida|return|mtm")),
    ("income", (r"income|eai|yield|ey|dividend|dividends|rendite|ertrag\w*|rendement|rendimiento|rendimento|revenu\w*|distribution|opbrengst|"
               r"dividendrendement|interest")),
    ("earlier_quantity", (rf"(?:{_EARLIER}) (?:\w+ )?(?:quantity|qty|shares|units|bestand|stuck|quantite|cantidad|quantita|aantal|quantidade)|"
                         r"anfangsbestand|vormonatsbestand")),
    ("unit_cost", (rf"\A(?=.*\b(?:{_COST})\b)(?=.*\b(?:{_PRICE}|pru|pam|pmc|gak|average|avg|moyen|medio|per (?:share|unit)|je (?:stuck|anteil))\b).*|"
                  r"kaufkurs|einstandskurs|einstandspreis|kaufpreis|aankoopkoers|kostprijs")),
    ("cost", _COST),
    ("local_value", (r"(?:local|foreign|lokale|lokaler|locale|locales|original) (?:\w+ )?(?:value|market value|waarde|wert|valeur|valor|valore)|"
                    r"(?:value|market value) (?:in )?(?:local|foreign|position|original)(?: currency)?|"
                    r"(?:kurs|markt)?wert (?:in )?(?:fremd|whg|wahrung|lokal\w*)\w*|"
                    r"valeur en devise|valor en divisa|controvalore in divisa|waarde in (?:vreemde )?valuta|valor em moeda\w*")),
    ("quantity", r"face value|nominal value|valeur nominale|valor nominal|valore nominale|nennwert|nominalwert"),
    ("price", _PRICE),
    ("quantity", (r"quantity|qty|shares|units|unit|number(?: of \w+)?|no of \w+|stuck\w*|st|stk|nominal\w*|nom|nenn\w*|anzahl|bestand|anteile|quantite|qte|"
                 r"nombre|nb|parts|titres|cantidad|cant|titulos|acciones|participaciones|quantita|qta|quote|aantal|stuks|quantidade|qtd|qtde|par|"
                 r"face|unidades|(?:free|unit|share|pledged) bal(?:ance)?|position size|holding quantity|units held|holding balance")),
    ("earlier_value", rf"(?:{_EARLIER}) (?:\w+ ){{0,2}}(?:{_VALUE})|(?:{_VALUE}) (?:\w+ ){{0,2}}(?:{_EARLIER})"),
    ("value", _VALUE),
    ("price", r"close|closing|quote|last|market"),
    ("currency", r"currency|ccy|cur|curr|wahrung|whg|devise|dev|divisa|moneda|valuta|moeda"),
    ("identifier", (r"code|codigo|codice|mnemo|asx code|epic|security id|"
                   r"fondsnummer|kennnummer|id")),
    ("action", (r"action|activity|transaction type|type|transaktion\w*|art|geschaftsart|vorgang|operation|nature|sens|operacion|tipo|operazione|"
               r"causale|soort|transactie|operacao|buy sell|category|side|kauf verkauf|achat vente")),
    ("name", (r"security|securities|name|description|desc|investments?|investment option|options?|funds?|stocks?|assets?|holdings?|instrument|product|position|"
             r"positions|issue|issuer|company|details|particulars|wertpapier\w*|bezeichnung|\w*bezeichnung|gattung\w*|titel|titelbezeichnung|"
             r"libelle|titre|designation|intitule|nom|instruments?|titulo|valores|descripcion|denominacion|producto|fondo|titolo|titoli|strumento|descrizione|"
             r"denominazione|effect|effecten|\w*fonds|\w*fondsen|produkte?|naam|omschrijving|beschrijving|belegging|ativo|ativos|descricao|designacao|produto|nome|nombre del valor|"
             r"bond|bonds|equity|equities|share|etf")),
    ("date", r"date|dates|\w*datum|\w*tag|buchung|wertstellung|fecha|data|acquired|maturity|falligkeit|echeance|vencimiento|scadenza|time|trade|settlement|settle|settled"),
    ("amount", r"amount|betrag|bedrag|importe|importo|montant|montante|amounts|total|totaal|totale|quantum|proceeds|net amount|gross amount|consideration"),
)  # fmt: skip
_COMPILED = tuple((field, re.compile(rf"\b(?:{pattern})\b")) for field, pattern in _RULES)
_WHOLE: dict[str, Field] = {
    "valeur": "amount", "valeurs": "name", "valor": "amount", "valore": "amount", "titres": "name", "nombre": "amount", "market": "value",
    "close": "price", "par": "quantity", "shares": "quantity", "total": "amount", "taux": "rate", "trade": "action",
    "settlement date": "date", "trade date": "date", "option code": "identifier", "security code": "identifier", "fund code": "identifier",
    "stock code": "identifier", "code isin": "identifier", "codigo isin": "identifier", "codice isin": "identifier", "isin code": "identifier",
    "isin wkn": "identifier", "wkn isin": "identifier", "symbol isin": "identifier", "symbol cusip": "identifier", "acct type": "other",
    "account type": "other", "unit balance": "quantity", "price date": "date", "date of price": "date", "fund": "name", "units held": "quantity",
    "saldo": "amount", "position": "amount", "yield": "income", "number": "amount", "bestand": "quantity", "type": "action", "art": "action",
    "net asset value": "amount", "exchange": "other", "borse": "other", "lagerstelle": "other", "verwahrart": "other", "status": "other",
    "quotes": "price", "rating": "other", "kurs datum": "price", "kursdatum": "date", "kurs vom": "price", "isin": "identifier", "balance": "amount",
    "product": "name", "market price": "price", "asset class": "other", "nombre valor": "name", "cours de cloture": "price",
}  # fmt: skip


_VALUES = frozenset({"valeur", "valor", "valore", "saldo", "balance"})
_IN_MONEY = re.compile(r"\b(?:in|en|em) (?:[A-Z]{3}|€|\$)(?!\w)|[€$£]")
"""A title of a security names no currency: "Valeur en CHF" is a value."""


@lru_cache(maxsize=8192)
def field(text: str) -> Field | None:
    """Text of one column head -> what the column holds, None where no word of it is known.

    >>> field("Market Value ($)"), field("Kurswert in EUR"), field("Cours de revient"), field("% of Acct")
    ('value', 'value', 'unit_cost', 'weight')
    >>> field("Beginning Market Value Dec 1, 2024"), field("Units held"), field("Valor")
    ('earlier_value', 'quantity', 'amount')
    """
    told = _told(text)
    if not any(ch.isalpha() for ch in text.replace("in", "")):
        return "gain" if "+" in text else "weight" if "%" in text else None
    if not told:
        return None
    known = _WHOLE.get(told)
    if known == "amount" and told in _VALUES and _IN_MONEY.search(text):
        return "value"
    if known is not None:
        return known
    return next((name for name, pattern in _COMPILED if pattern.search(told)), None)


def _told(text: str) -> str:
    """Text of a head -> comparable: no currencies, units or dates in it."""
    kept = re.sub(r"\((?:[$€£p]|[A-Z]{3})\)|\b(?:in|en|em) (?:[A-Z]{3}|€|\$)(?!\w)|[€$£]", " ", text)
    told = plain(re.sub(r"[/\-]", " ", kept.replace("%", " percent ")))
    return " ".join(re.sub(r"\b\d[\d ]*\b", " ", told).split())


_PERCENT = re.compile(r"%|\bpercent\b|\bprozent\b", re.IGNORECASE)
_PENCE = re.compile(r"\([pP]\)|\bpence\b|\bGBX\b|\bGBp\b")


def in_percent(text: str) -> bool:
    """Whether a head says that its figures are percentages."""
    return _PERCENT.search(text) is not None


def in_pence(text: str) -> bool:
    """Whether a head says that its figures are pence: "Price (p)"."""
    return _PENCE.search(text) is not None
