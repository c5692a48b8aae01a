"""Words over and in rows: what the heading of a section says of its rows, what a row says of its side, in many languages.

Headings and texts come as `plain` makes them: lower case, no accents, no punctuation.
"""

import re
from functools import lru_cache

from extraction.tables import languages

_OUT = re.compile(
    r"\b(?:withdrawals?|debits|checks?|cheques?|paid out|money out|purchases?|spending|fees?|charges?|interest charged|cash advances?|subtractions|deductions|"
    r"payments out|card purchases|belastungen|kartenumsatze|kaufe|entgelte|gebuhren|zinsen|zahlungsausgange|vos debits|debits|frais|interets|commissions|lastschriften|ausgaben|ausgange|abgange|abbuchungen|retraits?|depenses|decaissements|achats|prelevements|cargos|adeudos|compras|gastos|retiros|comisiones|intereses|salidas|addebiti|uscite|commissioni|interessi|"
    r"spese|acquisti|afschrijvingen|afgeschreven|aankopen|kosten|rente|uitgaven|debitos|saidas|pagamentos|comissoes|juros|card transactions|balance transfers?|outgoing|transfers out|sollbuchungen|"
    rf"{languages.OUT})\b|{languages.OUT_WITHIN}"
)
_IN = re.compile(
    r"\b(?:deposits?|credits|additions|paid in|money in|receipts|refunds?|interest (?:paid|earned)|payments? (?:and|received|credits?|thank)|payments|"
    r"gutschriften|eingange|zahlungseingange|einnahmen|einzahlungen|versements|encaissements|zugange|vos credits|credits|virements recus|remboursements|paiements|abonos|cobros|ingresos|depositos|pagos|accrediti|incassi|entrate|pagamenti|"
    r"bijschrijvingen|bijgeschreven|betalingen|ontvangsten|creditos|recebimentos|entradas|incoming|transfers in|zahlungen|habenbuchungen|"
    rf"{languages.IN})\b|{languages.IN_WITHIN}"
)
_CONTINUED = re.compile(r" (?:continued|cont|cont d|fortsetzung|suite|segue|continua(?:cion)?|vervolg)$")
_PAYMENTS = re.compile(r"(?:[a-z/]+ ){0,3}(?:and )?(?:bill )?payments")
_PAYMENTS_AND_CREDITS = re.compile(
    r"\b(?:payments?|zahlungen|paiements?|pagos|pagament[oi]s?|betalingen) (?:\w+ ){0,2}(?:credits?|gutschriften|abonos|accrediti|bijschrijvingen|"
    r"creditos)\b"
)


def without_continued(heading: str) -> str:
    """Plain heading -> the same without the word that says that a section goes on.

    >>> without_continued("deposits continued")
    'deposits'
    """
    return _CONTINUED.sub("", heading)


_NEW = re.compile(
    r"(?:ihre )?(?:neue|new|nouvelles|nuove|nuevas|novas|nieuwe) (?:trans\w+|umsatze|operations|movimenti)$"
)


def is_new(heading: str) -> bool:
    """Whether a plain heading names what is new since the last bill: on a card, what was spent.

    >>> is_new("neue transaktionen"), is_new("transaktionen")
    (True, False)
    """
    return _NEW.match(heading) is not None


@lru_cache(maxsize=16384)
def section_sign(heading: str, card: bool = False) -> int | None:
    """Plain heading of a section -> +1 money in, -1 money out, None where it does not say.

    "Payments" come in on a card and go out of an account; interest goes out of a card.

    >>> section_sign("deposits and other credits"), section_sign("purchases"), section_sign("activity")
    (1, -1, None)
    >>> section_sign("electronic payments"), section_sign("payments", card=True), section_sign("your interest", card=True)
    (-1, 1, -1)
    >>> section_sign("new transactions"), section_sign("new transactions", card=True)
    (None, -1)
    """
    heading = without_continued(heading)
    if _PAYMENTS_AND_CREDITS.search(heading):
        return 1
    if not card and _PAYMENTS.fullmatch(heading):
        return -1
    money_out, money_in = _OUT.search(heading), _IN.search(heading)
    if money_out and money_in:
        return -1 if money_out.start() < money_in.start() else 1
    spent = card and not money_in and (is_charge(heading) or is_new(heading))
    return -1 if money_out or spent else 1 if money_in else None


_DAILY = re.compile(
    r"\b(?:daily|tages|dag|giornalier\w*|diari[oa]s?|journaliers?) ?(?:\w+ ){0,2}(?:balances?|saldi|saldos?|soldes?|salden)\b"
    r"|\bbalances? by (?:day|date)\b|\b(?:end of (?:the )?day|day end) balances\b|\bbalances at (?:the )?end of (?:the |each )?day\b"
    r"|\bsoldes (?:en|a la|de) fin de (?:la )?journee\b|\bsaldos al (?:final|cierre|fin) del? dia\b|\bsaldos no (?:final|fim) do dia\b"
    r"|\bsaldi di fine giornata\b|\beindsaldi per dag\b|\bendsalden (?:je|pro|nach) tag(?:en)?\b|\b(?:tages(?:end)?sald(?:en|o)|dagsaldi|soldes? (?:quotidiens?|journaliers?)|saldi giornalieri|saldos? diari[oa]s?)\b"
)


@lru_cache(maxsize=16384)
def is_daily(heading: str) -> bool:
    """Whether a plain heading names a list of the balances at the end of each day.

    >>> is_daily("daily ending balance"), is_daily("average daily balance"), is_daily("ending balance")
    (True, False, False)
    """
    return _DAILY.search(heading) is not None and _NOT_DAILY.search(heading) is None


_NOT_DAILY = re.compile(r"\b(?:average|minimum|lowest|interest|subject)\b")
_OWN_BOOKS = (
    r"\b(?:cash ?book|(?:general )?ledger account|bank (?:account )?ledger|grand livre|libro mayor|libro giornale|journal de banque|(?:check|cheque) ?(?:book )?register|reconciliation (?:statement|form|worksheet)|kassenbuch|livre de (?:caisse|banque)|"
    r"libro (?:de |di )?(?:caja|bancos|cassa)|kasboek|livro caixa)\b"
)
"""Headings of what the customer writes down."""
_UNBOOKED = (
    r"\b(?:un(?:posted|booked)|awaiting (?:posting|booking|settlement)|(?:transactions?|items?|payments?) in progress|holds|future dated|"
    r"(?:failed|rejected|cancelled|canceled) (?:transactions?|payments?|transfers?)|expected (?:transactions?|payments?)|memo items?|"
    r"(?:transactions?|activity) (?:after|since) (?:the|this|your) statement(?: date)?|"
    r"(?:noch )?nicht (?:gebucht|verbucht)\w*|vormerk(?:posten|ungen)|reservierte (?:betrage|umsatze)|reservierungen|"
    r"(?:abgelehnte|fehlgeschlagene|stornierte) (?:umsatze|zahlungen|buchungen)|terminuberweisungen|umsatze nach (?:dem )?(?:stichtag|abschluss)|"
    r"(?:operations?|autorisations?|mouvements?) en cours|(?:operations?|mouvements?) (?:non|pas encore) comptabilise\w*|operations rejetees|"
    r"(?:operaciones|movimientos|autorizaciones) en (?:curso|proceso|tramite)|(?:operaciones|movimientos) (?:aun |todavia )?no contabilizad[oa]s|"
    r"(?:operazioni|movimenti|autorizzazioni) in corso|(?:operazioni|movimenti) non (?:ancora )?contabilizzat[ei]|"
    r"(?:nog )?niet (?:geboekt|verwerkt)\w*|nog te verwerken|reserveringen|(?:geweigerde|mislukte) (?:transacties|betalingen)|"
    r"(?:movimentos|operacoes|lancamentos) (?:ainda )?nao contabilizad[oa]s|(?:movimentos|operacoes) em curso|proximos lancamentos|"
    r"not (?:yet )?(?:included )?in (?:the |your )?balance|(?:noch )?nicht im saldo|nicht (?:im|in den) saldo enthalten|"
    r"(?:pas|non)(?: encore)? (?:compris\w*|inclus\w*) dans le solde|no incluid[oa]s? en (?:el |su )?saldo|en proceso|"
    r"non (?:compres\w*|inclus\w*) nel saldo|nao incluid[oa]s? no saldo|em processamento|in elaborazione|in verwerking|in bearbeitung|"
    r"(?:nog )?niet in (?:het )?saldo|"
    r"(?:ej|ikke|icke) (?:bokfor\w*|bogfor\w*)|reservasjoner|reservationer|nezauctovan\w*|blokady)\b"
    r"|^(?:for information(?: only| purposes)?|zur information|pour information|ter informatie|declined|rejected|standing orders|dauerauftrage)$"
)
"""Headings of what is not booked: yet to be, refused, or told for information."""
_DECOY = re.compile(
    rf"{_DAILY.pattern}"
    r"|\binstall?ment (?:balance|plan)s?\b|\bloan amount\b.*\btenure\b|\b(?:emi|loans?) (?:/ )?(?:loans? )?on (?:the |your )?card\b|\bemi (?:/|and) loans?\b|\bpending\b|\bvorgemerkt\w*|\ben attente\b|\bpendientes?\b|\bin (?:sospeso|attesa)\b|\bscheduled\b|\bagendad[oa]s?\b|\bfutur[oa]s?\b|\bprossim[ie]\b|\bgeplande\b|\baankomende\b|\bvorschau\b|\bnot (?:yet )?processed\b|\bupcoming\b|\bprogramad[oa]s?\b|\bgeplante?\b|\ba venir\b|\bin behandeling\b|\bpendentes?\b|\bnot yet (?:posted|booked|settled|cleared)\b|\bunsettled\b|\bnoch nicht (?:abgerechnet|abgewickelt|valutiert)\w*\b|\bnon denoue\w*\b|\ben cours de denouement\b|\b(?:no|nao) liquidad[oa]s\b|\b(?:non regolat[eio]|da regolare)\b|\bnog niet (?:afgewikkeld|verrekend)\w*\b"
    r"|\binterest (?:rates?|charge calculation)\b|\bproxim[ao]s (?:faturas?|facturas?|resumenes|cuotas|parcelas|vencimientos|vencimentos)\b|\bcuotas a vencer\b|\bsaldos? diferid[oa]s?\b|^(?:periodo?|periode|zeitraum|this period) (?:ano|annee|jahr|jaar|anno|year(?: to date)?)$|\binformativ[oa]s?\b|\ba titre (?:informatif|indicatif)\b|\bpromotional (?:\w+ ){0,2}(?:summary|balances?|details)\b|\bzinssatze\b|\btaux d ?interets?\b|\btipos? de interes\b|\btassi\b|\brentetarieven\b"
    r"|\bsaldos? (?:de )?invest\w*\b|\bsaldos? de aplicac(?:ao|oes)\b"
    r"|\binterest calculation\b|\bzins(?:berechnung|abrechnung|ermittlung)\b|\bcalcul des interets\b|\b(?:calculo|detalle) de (?:los )?intereses\b|\bcalculo de juros\b|\brenteberekening\b"
    r"|\b(?:payment|remittance) (?:coupon|slip|stub|advice)\b|\bcup(?:on|om) de pag(?:o|amento)\b|\bcoupon de paiement\b|\bzahlschein\b"
    r"|\b(?:cedola|tagliando) di pagamento\b|\bbetaalstrook\b|\btal(?:on|ao) de pag(?:o|amento)\b"
    r"|\bnumeri (?:avere|dare|creditori|debitori)\b.*\b(?:tasso|interessi)\b"
    r"|\bcon(?:teggio|to) (?:delle )?competenze\b|\btasso (?:creditore|debitore)\b"
    r"|\breverted\b|\bdeclined (?:transactions?|payments?)\b|\breward\w*|\btariffs?\b|\bfee schedule\b|\bresumen de(?:l| la) (?:liquidacion|periodo|cuenta)\b|\bschedule of fees\b|\byear to date\b|\btotals year\b|\bscalare\b|\b(?:prospetto|calcolo) competenze\b|\bzinsstaffel\b|^anlage \d+ zu (?:kontoauszug|auszug)\b|\bechelle (?:d )?interets\b"
    rf"|{_UNBOOKED}|{_OWN_BOOKS}"
    rf"|{languages.PENDING}"
)


@lru_cache(maxsize=16384)
def is_decoy(heading: str) -> bool:
    """Whether a plain heading names a table that holds no booked transactions.

    >>> is_decoy("daily ending balance"), is_decoy("deposits")
    (True, False)
    """
    return _DECOY.search(heading) is not None


_BOOKED = re.compile(
    r"^(?:your |ihre |vos |sus |tus |uw |i suoi |as suas )?"
    r"(?:(?:posted|booked|completed|settled|cleared|processed) (?:transactions?|activity|items|entries|payments)|"
    r"(?:transactions?|activity) posted|(?:ge|ver)buchte (?:umsatze|buchungen|transaktionen|posten)|"
    r"(?:operations?|mouvements?|ecritures) (?:comptabilise\w*|passe\w*|enregistre\w*|imputee?s)|"
    r"(?:movimientos|operaciones|transacciones) (?:registrad|contabilizad|realizad|confirmad|aplicad|posteriad)[oa]s|"
    r"(?:movimenti|operazioni) (?:contabilizzat|registrat|effettuat)[ei]|"
    r"(?:movimentos|operacoes|lancamentos|transacoes) (?:registad|registrad|contabilizad|efetuad|realizad|processad|confirmad)[oa]s|"
    r"(?:geboekte|verwerkte) (?:transacties|boekingen|mutaties|betalingen)|"
    r"(?:bokfor\w*|bogfor\w*|gennemforte|genomforda) (?:trans\w+|poster|bevegelser|posteringer))\b"
)


def is_booked(heading: str) -> bool:
    """Whether a plain heading says that its rows are booked, as below others that are not.

    >>> is_booked("posted transactions"), is_booked("transactions")
    (True, False)
    """
    return _BOOKED.search(heading) is not None


def is_own_books(heading: str) -> bool:
    """Whether a plain heading names what the customer writes down beside the statement.

    >>> is_own_books("cash book"), is_own_books("pending")
    (True, False)
    """
    return re.search(_OWN_BOOKS, heading) is not None


_CHARGE = re.compile(
    r"\b(?:interest|fees?|charges?|zinsen|entgelte?|gebuhren|interets?|frais|intereses|comisiones|interessi|commissioni|"
    r"rente|kosten|juros|encargos|comissoes)\b"
    rf"|{languages.CHARGE}"
)


def is_charge(heading: str) -> bool:
    """Whether a plain heading names interest or fees.

    >>> is_charge("interest charged"), is_charge("purchases")
    (True, False)
    """
    return _CHARGE.search(heading) is not None


_PAID_IN = re.compile(
    r"\b(?:payment|pymt|pmt)\b.{0,20}\b(?:thank|received|recd)\b|\b(?:autopay|automatic payment|online payment|direct debit payment|"
    r"(?:re)?payment received|payments? (?:and|by|from)|refund(?! (?:sent|issued|made|to)\b)|return(?:ed purchase)?|cashback|cash back|credit voucher|salary|payroll|deposit|"
    r"zahlung (?:danke|erhalten|eingang)\w*|zahlungseingang|ihre zahlung|lastschrifteinzug|gutschrift|erstattung|gehalt|lohn|einzahlung|"
    r"paiement recu|paiement merci|votre paiement|votre reglement|prelevement automatique|remboursement|avoir|salaire|virement recu|"
    r"pago recibido|su pago|pago gracias|gracias por su pago|devolucion|abono|nomina|ingreso|"
    r"pagamento (?:ricevuto|grazie|recebido|obrigado)|rimborso|stipendio|accredito|reembolso|estorno|"
    r"betaling (?:ontvangen|bedankt|dank)|uw betaling|terugboeking|terugbetaling|storting|salaris)\b"
)
_PAID_OUT = re.compile(
    r"\b(?:interest charges?|finance charges?|late fee|purchase|withdrawal|atm|cash advance|insurance|rent|"
    r"sollzinsen|mahnentgelt|auslandseinsatz\w*|interets debiteurs|cotisation|intereses deudores|"
    r"interessi passivi|interessi debitori|juros devedores|debetrente|rente|retrait|retirada|prelievo|geldopname)\b|"
    r"\b(?:fees?|entgelt\w*|gebuhr\w*|frais|comision(?:es)?|commissioni?|spese|comissao|comissoes|kosten)\b"
    r"(?!(?: included)? \d+ \d\d\b)"  # the part of a row that is a fee
)


@lru_cache(maxsize=16384)
def flow(description: str) -> int:
    """Plain description of a row on a card -> 1 where it says money in, -1 money out, 0 where it says neither or both.

    >>> flow("payment thank you"), flow("interest charge on purchases"), flow("kino bar")
    (1, -1, 0)
    """
    return bool(_PAID_IN.search(description)) - bool(_PAID_OUT.search(description))


_NOTHING = re.compile(
    r"\b(?:no (?:transactions?|activity|entries|movements|account activity)|nothing to report|keine (?:umsatze|buchungen|bewegungen)|"
    r"aucune? (?:operation|mouvement|transaction)|sin (?:movimientos|operaciones)|no (?:hay|hubo) (?:movimientos|operaciones)|"
    r"nessun[ao]? (?:movimento|operazione)|non (?:risultano|ci sono|sono presenti|vi sono) (?:movimenti|operazioni)|no se (?:registran|registraron|han registrado) (?:movimientos|operaciones)|geen (?:transacties|mutaties|boekingen)|sem (?:movimentos|lancamentos)|nao (?:houve|ha) movimentos)\b"
    rf"|{languages.NOTHING}"
)


def says_nothing(text: str) -> bool:
    """Whether a plain line says that the period has no transactions.

    >>> says_nothing("no transactions in this period"), says_nothing("transactions")
    (True, False)
    """
    return _NOTHING.search(text) is not None
