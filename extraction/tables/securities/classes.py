"""What names and headings say of securities, in seven languages: bonds, options, cash, a class of them, a total."""

import re

from extraction.tables.vocabulary import is_total
from extraction.text.normal import plain

_BONDS = re.compile(
    r"\b(?:bonds?|notes?|treasur(?:y|ies)|debentures?|fixed income|gilts?|t bills?|\w*anleihen?|renten|rentenwerte|obligationen?|pfandbriefe?|schuldverschreibung\w*|"
    r"bundesanleihen?|obligations?|oat|obligacion(?:es)?|bonos?|letras|renta fija|obbligazion[ei]|titoli di stato|btp|cct|obligaties?|staatsobligaties?|"
    r"obrigac(?:ao|oes)|bilhetes|corporate debt|zero coupon|coupon|zins\w*)\b"
)

_COUPON = re.compile(r"\d{1,2}(?:[.,]\d{1,4})?\s?%")
"""A rate in the name of a security: "4.25% 2031"."""


def is_bond(text: str) -> bool:
    """Whether a name or a heading says that its prices are percentages of a nominal amount.

    >>> is_bond("Corporate Bonds"), is_bond("4,25 % Musterland 2031"), is_bond("Example Motors AG")
    (True, True, False)
    """
    return _BONDS.search(plain(text)) is not None or _COUPON.search(text) is not None


_CASH = re.compile(
    r"\b(?:cash|cash balance|liquid(?:itat|ite|ita|ez|idade|iteiten|e mittel)\w*|barbestand|kontoguthaben|verrechnungskonto|abrechnungskonto|kontokorrent|especes|"
    r"solde especes|efectivo|saldo en cuenta|liquidez|conto liquidita|conto|contanti|geldrekening|kas|contas?|caixa|dinheiro|money market|sweep|core account|"
    r"settlement (?:fund|account)|bank deposit|deposit program|konto|compte|cuenta|call account|current account|girokonto|free cash)\b"
)


def is_cash(text: str) -> bool:
    """Whether a name or a label says that it is money rather than a security.

    >>> is_cash("Cash and cash investments"), is_cash("Solde espèces"), is_cash("Example Motors AG")
    (True, True, False)
    """
    return _CASH.search(plain(text)) is not None


_OPTION = re.compile(r"\b(?:call|put|calls|puts|options?|optionen|opciones|opzioni|opties)\b")


def is_option(text: str) -> bool:
    """Whether a name or a heading says that it is an option: a contract is of a hundred shares."""
    return _OPTION.search(plain(text)) is not None


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CLASSES = _words(
    "equity equities stocks shares funds fund etf etfs products bonds notes cash derivatives options commodities metals reits adrs trusts warrants securities holdings "
    "aktien aktienfonds fonds investmentfonds rentenfonds anleihen renten rentenwerte zertifikate optionsscheine liquiditat obligationen edelmetalle immobilien wertpapiere "
    "actions obligations opc opcvm sicav trackers liquidites especes titres acciones fondos efectivo liquidez obligaciones bonos azioni obbligazioni fondi liquidita titoli certificati "
    "aandelen obligaties beleggingsfondsen opties liquiditeiten acoes obrigacoes fundos certificados stock"
)

_QUALIFIERS = _words(
    "domestic foreign international us uk european europe swiss canadian australian listed unlisted other common preferred liquid open end closed in und and et y e en ou de del di der "
    "inlandische auslandische inland ausland alternative investment investments exchange traded mutual money market corporate government municipal structured fixed variable renta fija "
    "equivalents real estate precious core account program sweep unit positions stock comuni stato inversion investimento inversiones francaises etrangeres nacionales extranjeras "
    "italiane estere aktive total valeurs mobilieres portfolio"
)

_ASIDE = re.compile(r"\([^()%]*%[^)]*\)|(?<![\d.,])[\d.,]++ ?%.*$")

REGION = 6
"""A region or a country beside a class of securities has at least so many letters: "Aktien Nordamerika"."""


def is_class(text: str) -> bool:
    """Whether a line is the heading of a group of holdings: a class of securities, perhaps of a country.

    >>> is_class("Mutual Funds"), is_class("Aktien Nordamerika"), is_class("CASH & CASH EQUIVALENTS (7.20% of Holdings)")
    (True, True, True)
    >>> is_class("Example Equity Fund A acc"), is_class("Bonds 2032"), is_class("Securities Fund Class I")
    (False, False, False)
    """
    told = plain(_ASIDE.sub("", text))
    words = re.sub(
        r"\bfixed income\b|\brenta (?:fija|variable)\b|\breddito fisso\b|\brenda (?:fixa|variavel)\b", "bonds", told
    ).split()
    if any(ch.isdigit() for ch in told) or not _CLASSES & set(words):
        return False
    other = [word for word in words if word not in _CLASSES and word not in _QUALIFIERS]
    return not other or (len(other) == 1 and len(words) == 2 and words[1] == other[0] and len(other[0]) >= REGION)


_SUM = re.compile(
    r"\b(?:(?:account|portfolio|investment|holdings?|securities|market|asset) (?:value|total|valuation)|grand total|net (?:asset|account) value|"
    r"\w*gesamt\w*|depotwert|depotbestand|depotvolumen|kurswert gesamt|endbetrag|valorisation (?:totale|globale)|evaluation (?:totale|globale)|"
    r"valor (?:total|de la cartera|da carteira)|valoracion total|controvalore (?:totale|complessivo)|valore (?:totale|complessivo)|"
    r"totale (?:portafoglio|waarde)|portefeuillewaarde|(?:sub)?total(?:e|es|is|en)?|(?:sub)?totaal|sous total|zwischensumme|(?:teil|end)?summe|vermogen)\b"
)


def is_sum(label: str) -> bool:
    """Whether the label of a line says that it sums up others.

    >>> is_sum("Total Equities"), is_sum("Account value"), is_sum("Depotwert gesamt"), is_sum("Example Fund A")
    (True, True, True, False)
    """
    told = plain(label)
    return is_total(told) or _SUM.search(told) is not None
