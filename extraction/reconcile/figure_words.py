"""Plain labels of figures beside the rows -> what they name: a balance or total of the account, or something else.

Pure. The words of further languages stand in tables/languages."""

import re

from extraction.tables import languages
from extraction.tables.pairs import Pair
from extraction.tables.vocabulary import SET_ASIDE
from extraction.text import dates
from extraction.text.normal import APR, plain

_FIGURE = re.compile(
    r"\b(?:balance|(?:opening|closing) ledger|saldo|solde|\w*saldo|\w*stand|total|totals|subtotal|\w*summe|totaal|totalen|totale|totales|totais|totaux|somme|suma|"
    r"deposits?|withdrawals?|credits|debits|money in|money out|paid in|paid out|eingange|ausgange|gutschriften|belastungen|"
    r"abonos|cargos|ingresos|gastos|entrate|uscite|entradas|saidas|bijgeschreven|afgeschreven)\b|^[a-z]{3} on$"
    rf"|{languages.FIGURE}"
)
_FACILITIES = (
    r"credit (?:facility|line)|drawing power|(?:sanctioned|approved|arranged|authori[sz]ed) (?:amount|facility)|facility amount|headroom|spending power|buying power|"
    r"dispo|dispositionskredit\w*|dispositionsrahmen|eingeraumt\w*|geduldet\w*|uberziehungs\w*|kontokorrentkredit\w*|kreditrahmen\w*|"
    r"(?:montant (?:du )?)?decouvert (?:convenu|consenti|maxim\w+)|capacite d ?achat|sobregiro\w*|cheque especial|affidament[oi]|castelletto|"
    r"bestedingsruimte|kredietruimte|bestedingslimiet|kredietfaciliteit"
)
"""What an account may be overdrawn by."""
_PRODUCTS = (
    r"portfolio|market value|surrender value|cash value|sum (?:assured|insured)|superannuation|mutual funds?|unit trusts?|"
    r"depotwert|depotbestand|wertpapier\w*|bausparguthaben|bausparsumme|assurance vie|valeurs mobilieres|compte titres|portefeuille titres|"
    r"fondos de inversion|plan(?:es)? de pensiones|fondi comuni|fondo pensione|polizz[ae]|fundos? de investimento|previdencia|beleggingen|verzekerde"
)
"""What a bank holds for its customer beside money."""
_OTHER = re.compile(
    rf"\b(?:average|minimum|mindest\w*|available|useable|usable|withdrawable|{SET_ASIDE}|bonus|{_PRODUCTS}|{_FACILITIES}|beviljad|\w*limit\w*|\w*limiet|kreditrahmen|kreditlinie|kredietlijn\w*|decouvert autorise|autorisation de decouvert|facilite de caisse|descubierto (?:autorizado|maximo)|scoperto (?:concesso|autorizzato)|descoberto (?:autorizado|contratad[oa])|roodstand\w*|linea (?:de|di) credito|linha de credito|ligne de credit|verfugungsrahmen|plafond|cupo|subject to|low|high|lowest|highest|durchschnitt\w*|verfugbar\w*|beschikba\w*|"
    rf"disponib\w*|disponivel|moyen|medi[oa]|promedio|gemiddeld\w*|interest|zins\w*|interet\w*|interes\w*|juros|rente|{APR}|pending|advance\w*|past due|"
    r"year|ytd|20\d\d|ano|annee|jahr|anno|jaar|fees?|charges?|entgelte?|frais|comision\w*|commission[ei]|fido|rata|kosten|comissoes|from|ab|above|over|under|below|up to|bis|"
    r"hasta|fino|rate|tax|minimo|minimaal|minimale?|minimum|overdraft|due|checks?|cheques?|insured|protected|guarantee|geschutzt|gesichert|garanti[a-z]*|gegarandeerd\w*|beschermd|protegid[oa]s?|if|would|will|estimated|qualifying|required|vat|tva|iva|btw|mwst|gst|"
    r"transfer(?:red|s)?|months?|years?|amount enclosed|returned|annual|atm|lines?|min|avg|max|maximum|investable|float|reserve|earnings|dividends?|"
    r"home loan|linked|(?:fixed|term|recurring|time) deposits?|mortgages?|hypothek\w*|hypotheek\w*|hipotecari\w*|ipotecari\w*|mutuo|boliglan\w*|bolan\w*|inicio (?:del )?periodo anterior|capital social|"
    r"next (?:statement|bill|month)|proxim[ao]s? (?:fatura|factura|estado|mes)\w*|prochain\w*)\b"
    rf"|{languages.OTHER_FIGURE}"
)
_LOAN = re.compile(
    r"\b(?:loans?|mortgages?|hire purchase|home equity|darlehen\w*|\w+darlehen|\w+kredite?|kredite|\w*finanzierung|restschuld\w*|prets?|emprunts?|"
    r"credits? (?:immobiliers?|a la consommation|consommation|auto|renouvelables?|hipotecari\w|habitacao|pessoal|automovel|imobiliario)|"
    r"prestamos?|creditos? (?:hipotecarios?|personal(?:es)?|de consumo|consumo|automotriz|vehicular)|hipotecas?|prestit[oi]|finanziament[oi]|mutu[oi]|"
    r"emprestimos?|financiamentos?|lening(?:en)?|krediet(?:en)?|hypotheken?|(?:bo|bolig|bil|privat|forbruks?|studie|person|villa|hus)?lan(?:et?)?|\w*laina\w*|kredyt\w*|pozyczk\w*|uver\w*|hypotek\w*|"
    r"\w*hitel\w*|kolcson\w*|imprumut\w*|kredisi|pinjaman|pembiayaan|δανει\w*)\b|ローン|借入|贷款|貸款|대출|สินเชื่อ|เงินกู้"
)
_OWED = re.compile(
    r"\b(?:capital (?:restant\w*|em divida|pendiente|vivo|residuo)|principal (?:balance|outstanding)|debito residuo|restschuld\w*|outstanding (?:principal|loan))\b"
)
"""What is owed of a loan."""
_SIDES = re.compile(
    r"\b(?:deposits?|withdrawals?|credits|debits)\b(?: \w+){0,3} and (?:other )?(?:service )?(?:interest|fees?|charges?|checks?|cheques?)\b"
)
"""A side of the account, with what is counted to it."""
_HELD = re.compile(
    rf"\b(?:balance|bal|(?:opening|closing) ledger|saldo|saldi|saldos|solde|soldes|\w*saldo|\w*stand)\b|{languages.HELD}"
)


def names_figure(label: str) -> bool:
    """Whether a plain label names a balance, a total or a side of an account."""
    return _FIGURE.search(label) is not None


_OWN = re.compile(
    r"\b(?:and|other|und|andere|et|autres?|y|otr[ao]s|e|altr[ei]|outr[ao]s|overige|your|the|this|of|on|at|in|as|all|for|current|ledger|book|booked|account|accounts|statement|page|items?|entries|transactions?|movements?|postings?|"
    r"ihr|ihre|der|des|die|am|vom|per|zum|konto\w*|buchungen|umsatze|auszugs?|seite|aktueller|le|la|les|du|de|des|au|a|votre|compte|operations|mouvements|"
    r"actuel|el|los|del|al|su|cuenta|movimientos|operaciones|actual|il|i|dei|delle|conto|movimenti|operazioni|attuale|het|op|uw|van|rekening|boekingen|"
    r"huidig|o|os|do|da|das|dos|em|sua|conta|movimentos|operacoes|eur|usd|gbp|chf|today|heute|favou?r|faveur|favore|gunsten|in|en|ihren|votre|zu)\b"
)
"""Words beside the name of a figure that name nothing but the account itself."""


def names_own(label: str) -> bool:
    """Whether a plain label names a balance, a total or a side, and nothing that it could be of but the account itself.

    >>> [names_own(text) for text in ("balance on", "total of 4 transactions", "deposits and other credits")]
    [True, True, True]
    >>> names_own("balance of your pots")
    False
    """
    rest = _OWN.sub(" ", _FIGURE.sub(" ", _HELD.sub(" ", label)))
    return names_figure(label) and not any(ch.isalpha() for ch in rest)


def names_side(label: str) -> bool:
    """Whether a plain label names a side of the account with what is counted to it: "deposits and interest"."""
    return _SIDES.search(label) is not None


def names_other(label: str) -> bool:
    """Whether a plain label names something that is no figure of the rows: an average, a limit, a rate, a loan."""
    return _OTHER.search(_SIDES.sub("total", label)) is not None


def names_owed(label: str) -> bool:
    """Whether a plain label names what is owed of a loan.

    >>> names_owed("personal loan principal balance"), names_owed("solde de votre pret auto"), names_owed("balance")
    (True, True, False)
    """
    return _OWED.search(label) is not None or (_LOAN.search(label) is not None and names_held(label))


def names_held(label: str) -> bool:
    """Whether a plain label names a balance."""
    return _HELD.search(label) is not None


def beside_rows(pair: Pair) -> bool:
    """Whether a labelled amount is no row, and no figure that rows make."""
    return _OTHER.search(undated(pair.left if plain(pair.left) else pair.above)) is not None


def told_balance(label: str) -> bool:
    """Whether a printed label names a balance, not an average, a limit or what is available.

    >>> told_balance("Kontostand in EUR"), told_balance("Available balance")
    (True, False)
    """
    text = undated(label)
    return _HELD.search(text) is not None and not _OTHER.search(text)


def undated(label: str) -> str:
    """A printed label -> its plain form without the dates in it."""
    return plain(without_dates(label))


def without_dates(label: str) -> str:
    """A printed label -> the same without the dates in it."""
    for _, start, end in reversed(dates.find(label)):
        label = label[:start] + " " + label[end:]
    return label
