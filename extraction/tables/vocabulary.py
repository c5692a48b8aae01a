"""Words that statements use for balances and totals, in many languages: plain label -> meaning.

Labels come as `plain` makes them: lower case, no accents, no punctuation.
"""

import re
from functools import lru_cache
from typing import Literal

from extraction.tables import languages
from extraction.text.normal import APR, plain

BalanceKind = Literal["opening", "closing", "dated"]
TotalKind = Literal["credits", "debits"]
_FORWARD = (
    r"\bubertrag\b(?=(?: (?:von|vom|aus|auf|nach|zu|zum|der|des|dem|letzte[mnrs]?|vorige[mnrs]?|alte[mnrs]?|nachste[mnrs]?|seite|blatt|"
    r"auszug|konto(?:auszug|stand)|saldo|neuer|monat|vormonat|jahr|vorjahr|vorseite|guthaben|ihre[mnr]|unsere[mnr]|lasten|gunsten|haben|soll|in|eur|euro|\d+))*$)"
)
"""An "Übertrag" that is followed by a name is a transfer."""
_OPENING = re.compile(
    r"\b(?:(?:opening|beginning|starting|previous|prior|start|initial|old|last statement|last period|prev) (?:\w+ ){0,2}balance\b|(?:opening|beginning) (?:bal|ledger)\b"
    r"|balance (?:of|on) (?:your |the )?(?:last|previous) statement\b|(?:amount owed|balance) last month\b|opening position\b"
    r"|saldo al inicio\b|saldo (?:aan het )?begin periode\b|stand bij aanvang\b|saldo de abertura\b"
    r"|balance before (?:the )?first (?:transaction|entry|posting|item)\b|(?:balance|amount) ow(?:ed|ing) (?:before|previously|brought forward)\b"
    r"|(?:bisherige|alte|vorige) schuld\b|schuld (?:bisher|alt|vorige?)\b|(?:adeudo|deuda|divida|debito) (?:anterior|precedente|inicial)\b|(?:ancienne dette|dette (?:anterieure|precedente))\b"
    r"|^(?:start|beginning) of (?:the )?(?:period|month|statement)$|^(?:inicio|principio) del? (?:periodo|mes)$|^inizio (?:del )?periodo$|^debut de (?:la )?periode$|^begin (?:van de )?periode$"
    r"|balance (?:brought|b/f|bf|b/d|from (?:your |the )?(?:last|previous|prior))|(?:brought|carried) (?:forward|fwd) from\b"
    r"|brought (?:forward|fwd|down)\b|bal(?:ance)? (?:b/f|bf|fwd)\b|^b/f$|^b/f balance\b|^(?:last|previous|prior) statement(?: [\d ./-]+)?$|^balance forward$|^previous balance"
    r"|balance (?:at|on|as (?:of|at)) (?:the )?(?:start|beginning|opening)\b|balance last (?:statement|period)\b"
    r"|(?:anfangs|start|eroffnungs|vortrags|begin|openings)(?:saldo|bestand|kontostand|guthaben|stand)\b|saldovortrag\b"
    r"|saldo (?:(?:der|ihrer|aus|vom|laut) ){0,2}(?:letzte[rnms]?|vorige[rnms]?|vorherige[rnms]?) (?:abrechnung|rechnung|(?:konto)?auszug(?:e?s)?)\b|kontostand (?:zu|am) (?:beginn|anfang)\b|saldo zu beginn\b"
    r"|\w*saldo alt\b|alter (?:konto)?(?:saldo|stand)\b|alter kontostand\b|vortrag\b|(?:letzter|vorheriger) (?:konto)?(?:saldo|stand|kontostand)\b"
    rf"|{_FORWARD}"
    r"|solde (?:\w+ ){1,5}depenses precedent\b|solde (?:\w+ ){0,2}(?:precedent|initial|anterieur|de depart|debut|reporte|d ?ouverture|en debut)\b|ancien solde\b|solde depart\b|report (?:d[eu] )?solde\b|report a nouveau\b"
    r"|(?:saldo|balance) (?:\w+ ){0,2}(?:anterior|inicial|iniziale|precedente|previo|de apertura|apertura|di apertura|de partida|em inicio)\b|saldo em inicio\b"
    r"|(?:vorig|oud|beginnend) (?:\w+ )?(?:saldo|eindsaldo)\b|saldo (?:van )?vorige?\b|opening(?:s)?saldo\b|(?:ingaende |ingaende|alku)saldo\b|saldo final d(?:el|e la) (?:periodo|mes|corte) anterior\b|saldo poczatkowe\b|saldo (?:\w+ ){0,3}(?:fra kontou[td]skrift|fran kontoutdrag)\b|previous account balance\b"
    r"|(?:deuda|factura|fatura) (?:\w+ ){0,3}anterior\b|pocatecni zustatek\b|saldo (?:overfort )?(?:fra|fran) (?:sidste|forrige|forra)\b|ingaende behallning\b"
    r"|(?:ingaende|inngaende|foregaende|forrige|tidligere) (?:skuld|gjeld|gaeld|saldo)\b|skuld (?:enligt )?(?:foregaende|forra|tidigare) (?:faktura|kontoutdrag)\b"
    r"|debito residuo (?:iniziale|precedente|(?:dell )?estratto (?:conto )?precedente)\b|monto facturado (?:o )?a pagar (?:del )?periodo anterior\b|adeudo del (?:periodo|mes|corte) anterior\b|restgae?ld primo\b|saldo primo\b|capital (?:restant du|pendiente) (?:initial|inicial)\b|restschuld (?:am|zu) (?:anfang|beginn)\b"
    rf")|{languages.OPENING}"
)
_CLOSING = re.compile(
    r"\b(?:(?:closing|ending|end|final|new|close|current) (?:\w+ ){0,2}balance\b(?! points)|(?:closing|ending) (?:bal|ledger)\b"
    r"|^(?:(?:total )?(?:balance|amount)|total) ow(?:ed|ing)$|balance at period end\b|closing position\b|^saldo al corte\b|saldo (?:aan het )?einde? periode\b"
    r"|^end of (?:the )?(?:period|month|statement)$|^fi[nm] del? (?:periodo|mes)$|^fine (?:del )?periodo$|^fin de (?:la )?periode$|^einde? (?:van de )?periode$"
    r"|balance (?:carried|c/f|cf|c/d)|carried (?:forward|fwd|down|over)\b|^c/f$|^c/f balance\b|^(?:this|current) statement(?: [\d ./-]+)?$|bal(?:ance)? (?:c/f|cf)\b|statement balance\b"
    r"|balance (?:at|on|as (?:of|at)) (?:the )?(?:end|close|closing)\b|balance this (?:statement|period)\b"
    r"|kontostand (?:zum|am) ende\b|saldo (?:zum|am) ende\b|(?:balance|amount) ow(?:ed|ing) (?:now|carried forward)\b"
    r"|(?:neue|nieuwe) schuld\b|schuld (?:neu|nieuw)\b|(?:adeudo|deuda|divida|debito) (?:nuevo|nuova|nova|nuovo|actual|atual|attuale|final)\b|(?:nouvelle dette|dette (?:nouvelle|actuelle))\b"
    r"|(?:end|schluss|abschluss|slot|eind)(?:saldo|bestand|kontostand|stand)\b|\w*saldo neu\b|neuer (?:konto)?(?:saldo|stand)\b|neuer kontostand\b"
    r"|solde (?:\w+ ){0,2}(?:final|nouveau|de cloture|en fin|fin|a reporter|cloture)\b|nouveau solde\b|deuda total|(?:deuda|factura) actual\b|fatura atual\b|saldo d[ae]sta fatura\b|total (?:a pagar|d(?:a(?: sua)?|esta) fatura(?! anterior)|de (?:la|esta) factura(?! anterior))\b|konecny zustatek\b|saldo i (?:deres|din) favor\b"
    r"|solde en (?:euros?|eur|francs?|chf)\b"
    r"|balance al corte\b|(?:saldo|balance) (?:\w+ ){0,2}(?:final|finale|nuevo|nuovo|de cierre|di chiusura|cierre|novo|de fecho|finaal|al cierre|actual|attuale|atual)\b|saldo e[mn] (?:conta|cuenta)\b|(?:nuevo|nuovo|novo|nieuw) (?:\w+ )?saldo\b|(?:utgaende |utgaende|loppu|slutt?)saldo\b|saldo koncowe\b|(?:utgaende|ny) (?:skuld|gjeld|gaeld|saldo)\b"
    r"|debito residuo (?:finale|attuale)\b|totale debito residuo\b|monto total facturado\b|pago para no generar intereses\b|afrekening via (?:je|uw) bank\b|restgae?ld ultimo\b|saldo ultimo\b|capital (?:restant du|pendiente) final\b|restschuld (?:am|zum) ende\b"
    r"|total (?:account balance|outstanding|dues)\b|(?:total )?(?:closing )?outstanding balance\b"
    r"|totale da (?:addebitare|pagare)\b|balance after (?:the )?last (?:entry|posting|transaction|item)\b|(?:\w*saldo|\w*betrag) zu (?:unsere[nr]|ihre[nr]) gunsten\b"
    rf")|{languages.CLOSING}"
)
_DATED = re.compile(
    r"\b(?:total balance\b|account balance$|^(?:balance|saldo|solde|kontostand|zustatek|bakiye)(?: \d{1,2} \d{1,2}(?: (?:20)?\d\d)?)?$|balance (?:owed |owing )?(?:as of|as at|as on|on|at)\b|^[a-z]{3} on \d{1,2}\b|\w*(?:saldo|stand) (?:am|per|vom|zum|op|al|a|em|au)\b|kontostand (?:am|per|vom)\b"
    r"|solde en (?:votre|notre) faveur\b|saldo a (?:vostro|nostro) favore\b"
    r"|solde (?:du )?(?:au|crediteur au|debiteur au|utilise au|en euros au)\b"
    r"|saldo (?:contable |contabile |contabilistico |dispuesto |utilizado |utilizzato )?(?:al?|a fecha|em)\b"
    r"|total (?:amount|payment|dues?) (?:due|payable|outstanding)\b|principal (?:owing|owed|outstanding)\b"
    rf")|{languages.DATED}"
)
_BILLED = re.compile(
    r"(?:total(?: (?:amount|balance|payment))?|(?:your |full )?(?:amount|balance)) (?:due|payable|to pay)|you owe|rechnungsbetrag|montant (?:du|a payer)|importe a pagar|pagos? total(?:es)?|"
    r"importo da pagare|te betalen(?: bedrag)?|(?:hela skulden|att betala|skyldigt belopp)"
)
FIRST = 5
"""The label of a balance is among so many first words."""
REWARDS = (
    r"reward\w*|points|miles|avios|air ?miles|cash ?back|\w*punkte|\w*meilen|punti|puntos|millas|punten|pontos|milhas|poang|poeng|\w*puan\w*|fidelite|fidelidade?|lealtad|recompens\w*|"
    r"programme de remises|loyalty|\w*ポイント\w*|\w*マイル\w*|\w*[積积]分\w*|\w*[紅红]利\w*|\w*[點点][數数]\w*|\w*포인트\w*|\w*마일리지\w*|\w*คะแนน\w*"
)
"""Words of what a card gives, in no currency."""
EARNED = (
    r"earned|redeemed|expir\w*|gesammelt\w*|eingelost\w*|verfallen\w*|acquis|gagnes?|utilises?|obtenid[oa]s?|canjead[oa]s?|acumulad[oa]s?|"
    r"resgatad[oa]s?|guadagnat[ie]|utilizzat[ie]|riscattat[ie]|gespaard|ingewisseld|verlopen|intjanad[ea]?|opptjent\w*|optjent\w*|kazanilan|kullanilan"
)
"""Words of how that changes."""
SET_ASIDE = rf"{REWARDS}|point|mod|in (?:\w+ )?(?:pots?|vaults?|jars?)|en (?:\w+ )?(?:apartados?|cajitas?)"
"""Words of balances beside that of the account."""
_NOT_BALANCE = re.compile(
    rf"\b(?:average|minimum|available|useable|usable|withdrawable|{SET_ASIDE}|credit limit|transfer|subject to|daily|overlimit|past due|lowest|highest|"
    r"bloquead[oa]s?|bloquee?s?|bloq|bloccat[oi]|blocc|geblokkeerd|geblok|gesperrt\w*|blocked|on hold|"
    rf"durchschnitt\w*|verfugbar\w*|disponible|disponibile|moyen|medio|promedio|gemiddeld|average ledger|avg|min|max|maximum|interest|{APR}(?! [0-3]?\d \d\d$)|pending|cash advance)\b"
    rf"|{languages.NOT_BALANCE}|^(?:juros|rendimentos?|rendimientos?|zinsen|intereses|interets|interessi|ranta|renter|comiss\w+|comision\w*|commission\w*|imposto|impuesto|imposta)\b"
    r"|^(?:geincasseerd|incasso|einzug|lastschrift|ausgleich|zahlung|prelevement|reglement|paiement|pago|cobro|pagamento|betaling|payment|paid)"
    r"(?: \w+){0,3} (?:vorig\w*|anterior|precedente?|previous|last|letzte\w*|alte\w*)\b"
)
_AT_ENDS = re.compile(r"\b(?:opening|beginning|starting|closing|ending) available\b")
"""What is available at the beginning and at the end is the balance where nothing else is."""
_CARD_NAME = re.compile(r"(?<=^total balance) for .*")
"""Which card it is the balance of, such as one that gives cash back."""
_CREDITS = re.compile(
    r"\b(?:total|totals|sum of|totaal|totale|totali|totales|totais|summe|gesamt|somme|suma)\b.{0,24}\b(?:deposits?|credits?|paid in|money in|receipts|additions|incoming|"
    r"in(?=$| (?:this|the|for)\b)|haben|gutschriften|eingange|einnahmen|credit|versements|abonos|ingresos|haber|accrediti|entrate|avere|bij|creditos|entradas|inflows?|"
    r"bijschrijvingen|bijgeschreven|ontvangsten|ontvangen|credito|crediti|credits|vos credits|abonado|accreditato|recebido|gutgeschrieben)\b"
    r"|\b(?:deposits?|credits?|receipts) (?:and other (?:credits|additions) )?total\b|\bsumme haben\b"
    rf"|{languages.CREDITS}"
)
_DEBITS = re.compile(
    r"\b(?:total|totals|sum of|totaal|totale|totali|summe|gesamt|somme|suma)\b.{0,24}\b(?:withdrawals?|debits?|paid out|money out|outgoings?|subtractions|"
    r"out(?=$| (?:this|the|for)\b)|soll|belastungen|lastschriften|ausgange|ausgaben|debit|retraits|depenses|achats|cargos|adeudos|debe|gastos|addebiti|uscite|dare|af|debitos|saidas|outflows?|"
    r"afschrijvingen|afgeschreven|uitgaven|betaald|debito|debiti|debits|cargado|addebitato|pago|belastet)\b"
    r"|\b(?:withdrawals?|debits?) (?:and other (?:debits|subtractions) )?total\b|\bsumme soll\b"
    rf"|{languages.DEBITS}"
)
_NOT_TOTAL = re.compile(
    r"\btotal (?:other|card|cards|electronic|atm|online|branch|ach|wire)\b|"
    r"\b(?:year|ytd|20\d\d|fees?|charges?|interest|points?|limite?|available|minimum|due|checks?|cheques?|number|no of|count|items?|overdraft|lines?|"
    r"returned|payments?|purchases?|anzahl|nombre|numero|tax|vat|tva|iva|btw|mwst|[cis]?gst)\b"
)
_TOTAL = re.compile(
    r"^\W*(?:(?:[a-z]+ ){0,2}|(?:[a-z0-9]+ ){3,5}(?=total [a-z])|(?:tarjeta|card|karte|carte|carta|kaart) \w+ )(?:sub ?total|total|totals|totaal|totalen|totale|totali|totales|totais|totaux|summe|sum|zwischensumme|gesamt|gesamtsumme|sous total|somme|suma)\b"
    r"(?! (?:(?:us |world |intl |international )?(?:stock|bond) (?:mkt|market|index|idx|etf|fund)|energies|wine)\b)"  # a fund
    rf"|^\W*{languages.TOTAL}"
)
_SUMMED = re.compile(r"(?:[a-z0-9/]+ ){1,5}sub ?total")
_OVERDRAWN = re.compile(
    r"\b(?:debiteur|debit balance|overdrawn|im soll|saldo (?:\w+ )?(?:deudor|devedor|debitore)|a (?:vostro|suo) debito|"
    r"(?:in our favou?r|zu unseren gunsten|en notre faveur|a nuestro favor|a nostro favore|a nosso favor|in ons voordeel))\b"
)


_FAVOUR = re.compile(
    r"\b(?:a (?:vostro|vs|suo) (?:credito|favore)|(?:in|en) (?:your|votre|uw) (?:favou?r|faveur|voordeel)|zu (?:ihren|eueren) gunsten|"
    r"a (?:su|seu) favor|in suo favore)\b"
)


def is_in_favour(label: str) -> bool:
    """Whether a plain label says that the balance it names is the holder's, in whichever column it stands.

    >>> is_in_favour("saldo a vs credito"), is_in_favour("saldo")
    (True, False)
    """
    return _FAVOUR.search(label) is not None


@lru_cache(maxsize=16384)
def is_overdrawn(label: str) -> bool:
    """Whether a plain label says that the balance it names is the bank's.

    >>> is_overdrawn("ancien solde debiteur au 31 12 2024"), is_overdrawn("solde crediteur")
    (True, False)
    """
    return _OVERDRAWN.search(label) is not None


_OWED = re.compile(r"\bdu\b(?= au\b| a\b|$)|\b(?:owed|owing|due|geschuldet|verschuldigd|adeudado|devido|dovuto)\b")


def is_owed(label: str) -> bool:
    """Whether a plain label says that a balance of a card is owed, whatever sign the others print.

    >>> is_owed("ancien solde du"), is_owed("solde du 31 08")
    (True, False)
    """
    return _OWED.search(label) is not None


@lru_cache(maxsize=16384)
def balance_kind(label: str) -> BalanceKind | None:
    """Plain label -> which balance it names; "dated": a balance at a date that the label tells.

    >>> balance_kind("opening balance"), balance_kind("saldo am 31 03 2024"), balance_kind("average daily balance")
    ('opening', 'dated', None)
    >>> balance_kind("your april balance as of apr 30 2024"), balance_kind("balance subject to apr")
    ('dated', None)
    """
    kind: BalanceKind | None = None
    if _OPENING.search(label):
        kind = "opening"
    elif _CLOSING.search(label):
        kind = "closing"
    elif _DATED.search(label) or is_day_balance(label):
        kind = "dated"
    return kind if kind and not _NOT_BALANCE.search(_CARD_NAME.sub("", _AT_ENDS.sub("", label))) else None


def begins_as_balance(label: str) -> BalanceKind | None:
    """Which balance the first words of a plain label name, whatever follows them.

    >>> begins_as_balance("closing balance interest earned in march"), begins_as_balance("interest on the balance")
    ('closing', None)
    """
    words = label.split()
    return next((kind for n in range(2, FIRST + 1) if (kind := balance_kind(" ".join(words[:n])))), None)


def is_billed(label: str) -> bool:
    """Whether a plain label names all that is to be paid of a card.

    >>> is_billed("total due"), is_billed("minimum amount due")
    (True, False)
    """
    return _BILLED.fullmatch(label) is not None


def is_other_balance(label: str) -> bool:
    """Whether a plain label names a balance that is not that of the account: of what is held back, of points.

    >>> is_other_balance("saldo bloqueado anterior"), is_other_balance("saldo anterior"), is_other_balance("balance inquiry")
    (True, False, False)
    """
    named = _OPENING.search(label) or _CLOSING.search(label) or _DATED.search(label)
    return named is not None and balance_kind(label) is None


def is_beside_balance(label: str) -> bool:
    """Whether a plain label names a figure beside the balance of an account: a limit, a least payment, points.

    >>> is_beside_balance("credit limit"), is_beside_balance("what you owed")
    (True, False)
    """
    return _NOT_BALANCE.search(_AT_ENDS.sub("", label)) is not None


_CARRIED = re.compile(
    r"\b(?:(?:carried|brought) (?:forward|fwd|down|over)\b|[cb]/[fd]\b|balance (?:cf|bf|forward|fwd)\b|subtotal\b|"
    r"(?:saldo|solde) (?:\w+ ){0,3}(?:pagina|page) (?:anterior|precedente?)\b|balance (?:\w+ ){0,3}(?:previous|last) page\b|"
    rf"{_FORWARD}|"
    r"saldovortrag\b|report(?:e|er|ar|o)?\b|a reporter\b|suma y sigue\b|suma anterior\b|saldo (?:riportato|da riportare)\b|"
    r"riporto\b|transport(?:eren|e|ar|ado|ato)?\b|a transportar\b|saldo (?:van|naar) (?:vorige|volgende)\b"
    rf")|{languages.CARRIED}"
)


@lru_cache(maxsize=16384)
def is_carried(label: str) -> bool:
    """Whether a plain label names a balance carried from page to page.

    >>> is_carried("balance carried forward"), is_carried("balance to next page"), is_carried("closing balance")
    (True, True, False)
    """
    return _CARRIED.search(label) is not None or is_carried_on(label)


_DAY_BALANCES = frozenset(
    {"end of day", "end of day balance", "day end balance", "balance", "saldo", "solde", "kontostand", "tagessaldo"}
    | languages.DAY_BALANCES
    | {"saldo do dia", "saldo del dia", "saldo giornaliero", "solde du jour", "dagsaldo", "endsaldo", "tagesendsaldo"}
    | {"endsaldo des tages", "saldo di giornata", "eindsaldo dag", "daily balance", "eod balance", "dagens saldo"}
)


def is_day_balance(label: str) -> bool:
    """Whether a plain label beside a date names the balance at the end of the day.

    >>> is_day_balance("end of day"), is_day_balance("opening balance")
    (True, False)
    """
    return label in _DAY_BALANCES or _DAY_ENDS.fullmatch(label) is not None


_DAY_ENDS = re.compile(
    r"balance at (?:the )?end of (?:the )?day|(?:closing|day|ending) balance of (?:the )?day|solde (?:en |a la )?fin de (?:la )?journee|"
    r"(?:saldo|kontostand) (?:am|zum) (?:tagesende|ende des tages)|saldo (?:a |di )?fine giornata|saldo (?:al )?(?:final|cierre) del dia|"
    r"saldo (?:no |ao )?(?:fim|final) do dia|saldo (?:aan het )?einde (?:van de )?dag"
)
_OF_DAY = re.compile(
    r"\b(?:zi|of the day|for the day|do dia|del dia|du jour|giornalier\w|del giorno|per dag)$|^tages(?:summe|umsatze?)$|^day totals?$"
)


def is_day_total(label: str) -> bool:
    """Whether a plain label names what a day moved.

    >>> is_day_total("rulaj zi"), is_day_total("total do dia"), is_day_total("total wine of the day")
    (True, True, False)
    """
    return _OF_DAY.search(label) is not None and is_total(label) and len(label.split()) <= 4


_CARRIED_ON = re.compile(
    r"\bubertrag (?:auf|nach|zu)\b(?= (?:d(?:ie|as|er|en|em) |neue\w* )?(?:nachste\w*|folge\w*|seite|blatt|(?:konto)?auszug|rechnung|monat|jahr|(?:s )?\d+$)\b|$)|\b(?:to|auf|a la|alla|a|naar) (?:the )?(?:next (?!statement|period|month)|nachste |volgende |page |blatt |seite |pagina |hoja )"
    r"|\b(?:page suivante|pagina siguiente|pagina seguinte|volgende (?:blad|pagina)|suma y sigue|a reporter|d?a riportare|a transportar)\b"
    r"|\bcontinued (?:on|overleaf)\b|\bfortsetzung (?:siehe |auf )?(?:(?:der )?(?:nachsten?|folgenden?) seite|(?:seite|blatt) \d)|\bsuite (?:en |a la )?page (?:suivante|\d)"
    r"|\b(?:neste|nasta|naeste) sid[ea]\b|\b(?:segue|sigue) (?:\w+ ){0,2}(?:pagina|pag|hoja)\b|^\W*(?:segue|sigue|fortsetzung|continued)$"
    rf"|{languages.CARRIED_ON}"
)


def is_carried_on(label: str) -> bool:
    """Whether a plain label says that a balance goes on with the next page.

    >>> is_carried_on("ubertrag auf blatt 3"), is_carried_on("balance carried forward")
    (True, False)
    """
    return _CARRIED_ON.search(label) is not None


@lru_cache(maxsize=16384)
def total_kind(label: str) -> TotalKind | None:
    """Plain label -> which total of the whole statement it names, None for partial ones (fees, checks, this year).

    >>> total_kind("total deposits and other credits"), total_kind("total fees this year")
    ('credits', None)
    """
    if not label or _NOT_TOTAL.search(label):
        return None
    rising, falling = _CREDITS.search(label), _DEBITS.search(label)
    if bool(rising) == bool(falling):
        return None
    return "credits" if rising else "debits"


_BEHIND = re.compile(r"\d[.,]\d\d(?!\d)[^\d]*[^\W\d_]$")


def names_total(text: str) -> bool:
    """Whether a printed text is the label of a total, and goes on behind no figure of its own, as texts of rows do.

    >>> names_total("Total paid in"), names_total("Fuel Total 36.20 less discount"), names_total("Total paid in 9.00 EUR")
    (True, False, True)
    """
    label = plain(text)
    return is_total(label) and not (_BEHIND.search(text) and total_kind(label) is None)


@lru_cache(maxsize=16384)
def is_total(label: str) -> bool:
    """Whether a plain label starts like a line of totals, or ends as one of subtotals."""
    return _TOTAL.match(label) is not None or _SUMMED.fullmatch(label) is not None


_WORD = re.compile(r"(?<![a-z\\\[(?])[a-z]{4,}(?![a-z]*[\]\\?*+])")
WORDS = frozenset(
    word
    for pattern in (_OPENING, _CLOSING, _DATED, _BILLED, _CREDITS, _DEBITS, _NOT_BALANCE, _NOT_TOTAL, _TOTAL, _CARRIED)
    for word in _WORD.findall(pattern.pattern)
)
"""Plain words of the names of balances and totals."""
