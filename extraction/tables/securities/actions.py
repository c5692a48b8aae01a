"""Texts of rows of a brokerage account -> what was done, and which way the money went, in seven languages."""

import re
from functools import lru_cache

from extraction.text.normal import plain
from schemas.statement import Action

_RULES: tuple[tuple[Action, int, str], ...] = (
    ("tax", -1, (r"tax(?:es)?|withholding|withheld|quellensteuer|kapitalertrag\w*|abgeltung\w*|solidaritat\w*|retenue|prelevements? sociaux|impot|impuesto|"
                r"retencion(?:es)?|ritenut[ae]|imposta|dividendbelasting|bronbelasting|imposto|retencao|stamp duty|stempelsteuer|tobin|ttf")),
    ("dividend", 1, (r"dividends?|dividend[eo]s?|dividenden\w*|dividendi|dividendo|ausschuttung\w*|ertragnis\w*|coupons?|kupon\w*|cedol[ae]|cupon(?:es)?|distributions?|"
                    r"capital gains? (?:distribution)?|cap gain")),
    ("buy", -1, (r"bought|buys?|purchases?|purchased|you bought|reinvest\w*|kauf|kaufe|wertpapierkauf|zeichnung|sparplan|achats?|souscription|compras?|suscripcion|acquist[oi]|"
                r"sottoscrizione|koop|gekocht|aankoop|aankopen|subscricao")),
    ("sell", 1, (r"sold|sells?|sales?|you sold|redemptions?|redeemed|redemption|verkauf|verkaufe|wertpapierverkauf|ruckzahlung|einlosung|ventes?|rachat|remboursement|"
                r"ventas?|reembolso|vendit[ae]|rimborso|verkoop|verkocht|vendas?|resgate|maturity|matured")),
    ("interest", -1, (r"(?:debit|margin|overdraft) interest|interest (?:charged?|paid on debit)|sollzinsen|interets debiteurs|intereses deudores|interessi (?:passivi|debitori)|"
                     r"debetrente|juros devedores")),
    ("interest", 1, r"interest|credit interest|zinsen|habenzinsen|stuckzinsen|interets?|intereses|interessi|rente|juros"),
    ("fee", -1, (r"fees?|commissions?|charges?|custody|management fee|depotgebuhr\w*|gebuhr(?:en)?|entgelt\w*|provision(?:en)?|spesen|frais|droits de garde|courtage|"
                r"comision(?:es)?|custodia|commissioni|kosten|bewaarloon|comiss(?:ao|oes)|transactiekosten|brokerage")),
    ("deposit", 1, (r"deposits?|contributions?|received|funds? received|payment received|transfer (?:in|from)|eft in|wire in|einzahlung\w*|uberweisung eingang|gutschrift|zahlungseingang|"
                   r"versements?|virements? recus?|aportacion(?:es)?|ingresos?|abono|versament[io]|bonifico (?:in entrata|a vostro favore)|accredito|storting(?:en)?|"
                   r"depositos?|transferencia recebida|direct debit collection|debit card (?:contribution|payment)")),
    ("withdrawal", -1, (r"withdrawals?|transfer (?:out|to)|eft out|wire out|disbursements?|auszahlung\w*|uberweisung ausgang|retraits?|virements? emis|retiradas?|reintegros?|"
                       r"preliev[oi]|bonifico (?:in uscita|disposto)|opname|terugstorting|levantamentos?|transferencia enviada")),
    ("transfer", 0, r"transfers?|journal(?:ed)?|uberweisung|ubertrag|virements?|transferencias?|traspaso|bonific[oi]|trasferimento|overboeking|transferencia"),
)  # fmt: skip
_COMPILED = tuple((action, way, re.compile(rf"\b(?:{pattern})\b")) for action, way, pattern in _RULES)


@lru_cache(maxsize=8192)
def action(text: str) -> tuple[Action, int] | None:
    """Text of a row -> what was done, and 1 where money came in, -1 where it went out, 0 where that is not told; the
    word that stands first decides. None where no word says it.

    >>> action("YOU BOUGHT EXAMPLE CORP"), action("Kapitalertragsteuer"), action("Dividend Example plc")
    (('buy', -1), ('tax', -1), ('dividend', 1))
    >>> action("Überweisung"), action("Example plc"), action("Dividend withholding tax")
    (('transfer', 0), None, ('tax', -1))
    """
    told = plain(text)
    hits = [(found.start(), rank) for rank, (_, _, pattern) in enumerate(_COMPILED) if (found := pattern.search(told))]
    if not hits:
        return None
    kind, way, _ = _COMPILED[min(hits)[1]]
    taxed = kind in ("dividend", "interest") and any(_COMPILED[rank][0] == "tax" for _, rank in hits)
    return ("tax", -1) if taxed else (kind, way)


_BEFORE = frozenset({"you", "we", "cash", "qualified", "ordinary", "gross", "foreign"})
_BETWEEN = frozenset({"of", "on", "from", "de", "di", "von", "auf", "sur", "su", "van", "sobre", ""})
_LEADING = 3


def after_action(text: str) -> str:
    """Text of a row -> the same without the words at its beginning that say what was done, whole where none do.

    >>> after_action("YOU BOUGHT EXAMPLE CORP"), after_action("Compra de Example SA"), after_action("Example plc")
    ('EXAMPLE CORP', 'Example SA', 'Example plc')
    """
    words = text.split()
    for first, word in enumerate(words[:_LEADING]):
        if action(word) is not None:
            rest = words[first + 1 :]
            while rest and (plain(rest[0]) in _BETWEEN or action(rest[0]) is not None):
                rest.pop(0)
            return " ".join(rest)
        if plain(word) not in _BEFORE:
            break
    return text
