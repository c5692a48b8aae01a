"""Words beside dates -> whether they are those of the statement, or of something else that it speaks of. Pure."""

import re

from extraction.text.normal import APR, plain

_OF_OTHERS = re.compile(
    r"\b(?:\w*insur\w*|assurance\w*|\w*versicher\w*|seguros?|assicura\w*|\w*verzeker\w*|cover|coverage|"
    r"interest|\w*zins\w*|interets?|interes|intereses|"
    rf"interessi|rente|juros|apy|{APR}|yield|bonus|points?|\w*punkte|punten|puntos|punti|pontos|offers?|\w*angebot\w*|aktion\w*|"
    r"offres?|ofertas?|offert[ae]|"
    r"aanbieding\w*|promo\w*|campaigns?|kampagne\w*|campanas?|campanhas?|campagn[ae]|previous|prior|last|next|"
    r"vorig\w*|letzte\w*|nachste\w*|"
    r"vorherig\w*|precedent\w*|dernier\w*|prochain\w*|anterior|ultim[ao]|proxim[ao]|prossim[ao]|volgende?|"
    r"laatste|tax|\w*steuer\w*|impots?|imposte|"
    r"belasting\w*|impost[oa]s?|valid\w*|gultig\w*|valable\w*|geldig\w*|rates?|prices?|\w*preis\w*|fees?|"
    r"tari[fv]\w*|tariff[ae]|terms|conditions|"
    r"\w*bedingungen|guarante\w*|born|birth|licen[cs]\w*|opened|eroffnet|ouvert|abiert[ao]|apert[ao]|geopend|"
    r"abert[ao]|since|seit|depuis|desde hace|review\w*|maturity|"
    r"laufzeit|limit\w*|overdraft|discover\w*|descubierto|decouvert|fido|agreed)\b"
)
_OF_STATEMENT = re.compile(
    r"\b(?:statements?|accounts?|period\w*|perioad\w*|\w*zeitraum|\w*auszug\w*|\w*konto\w*|\w*abrechnung|"
    r"releve|compte|extrait|extracto|estado|cuenta|"
    r"estratto|conto|\w*afschrift\w*|rekening\w*|extrato|conta|fatura|factura|facture|invoice|bill|billing|mes|"
    r"mois|month|monat|maand|mese|closing|"
    r"close|corte|cierre|fech\w*|chiusura|\w*overzicht|situa\w*|posi\w*|activity|transactions|umsatze|\w*saldo|"
    r"solde|balance)\b"
)
_STATEMENT = re.compile(
    r"\b(?:statement|\w*auszug|\w*abrechnung|releve|extrait|extracto|estado de cuenta|estratto|\w*afschrift|"
    r"extrato|fatura|factura|facture|bill|invoice)\b"
)
FEW = 1
"""So many words that name nothing known may stand beside a date: the name of the bank."""


def speaks_of_others(text: str) -> bool:
    """Whether printed words name what a statement may tell the days of beside its own: an offer, a rate, the last
    statement.

    >>> speaks_of_others("Bonus campaign"), speaks_of_others("Statement period")
    (True, False)
    """
    return _OF_OTHERS.search(plain(text)) is not None


def speaks_of_statement(text: str) -> bool:
    """Whether printed words name the statement or its account, or hardly anything.

    >>> speaks_of_statement("Statement to"), speaks_of_statement("Card usable up to"), speaks_of_statement("")
    (True, False, True)
    """
    words = plain(text)
    return not speaks_of_others(text) and (len(words.split()) <= FEW or _OF_STATEMENT.search(words) is not None)


def names_statement(text: str) -> bool:
    """Whether printed words name this statement, not the last or next one, nor what it speaks of beside itself.

    >>> names_statement("Platinum Card statement"), names_statement("Last statement")
    (True, False)
    """
    return _STATEMENT.search(plain(text)) is not None and not speaks_of_others(text)
