"""What columns of money, dates and text are called, in many languages: text of a head -> its role."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from extraction.tables.languages import HEADS
from extraction.text import amounts
from extraction.text.normal import plain

Role = Literal["date", "value_date", "description", "reference", "debit", "credit", "amount", "balance", "fee", "other"]
TextKind = Literal["description", "type", "reference", "figure", "other"]
"""What a column of text holds; "figure": a quantity, a rate or the like; "other": what its head, that nobody knows, does
not say."""
MONEY: frozenset[Role] = frozenset({"debit", "credit", "amount", "balance", "fee"})

_PHRASES: dict[Role, str] = {
    "date": "erstellt|created|cree|creado|creato|criado|aangemaakt|erstellt am|created at|created on|einkaufsdatum|kaufdatum|verbucht|verbucht am|gebucht am|trans datum|transdatum|transaktionsdatum|belegdatum|umsatz vom|beleg vom|kauf vom|dt balancete|dt movimento|dt mov|data balancete|data e ora|data ed ora|fecha y hora|date et heure|date|completion time|transaction time|posting time|booking time|date and time|bokford|kirj|kirj pvm|kirjauspvm|datum zauctovani|datum transakce|data transakcji|data zaksiegowania|post date|dates|buchung/wert|buchung/valuta|buchung / wert|buchungstag/wert|buchungstag/valuta|bu tag/wert|datum/valuta|date/valeur|fecha/valor|data/valuta|date/value date|datetime|date time|date/time|date utc|dato|kirjauspaiva|arvopv|bokfort|bokforingsdag|bogfort|data ksiegowania|data operacji|fecha proc|kauf|kaufdatum|umsatztag|date achat|date d achat|date inscription|date d inscription|date doperation|fecha cargo|fecha de cargo|fecha compra|fecha de compra|data compra|data acquisto|data registrazione|"
    "purchase date|charge date|transactie datum|aankoopdatum|data da compra|datum|fecha|data|dia|tag|jour|booking date|posting date|post date|posted|posted date|date posted|"
    "trans date|tran date|tran|post|booked|booked on|entered|date booked|entry|transaction date|date of transaction|trans|txn date|process date|processed|entry date|buchungstag|"
    "verbuchungsdatum|buchungsdatum|buchung|bu tag|buch tag|date operation|date de loperation|date comptable|date compta|fecha operacion|"
    "fecha de operacion|fecha mov|f operacion|f proc|f cons|f op|f oper|f mov|f liq|fec proc|fec cons|fec op|fec oper|fec mov|data operazione|data contabile|data mov|data movimento|data lancamento|data do movimento|boekdatum|"
    "boekingsdatum|transactiedatum|date of|date paid|paid date|date cleared|date presented",
    "value_date": "value date|rentedag|rentedato|rentedatum|arvo pvm|data waluty|datum valuty|valutadag|arvopaiva|value|date value|val date|date valeur|date de valeur|valeur|val|valuta|valutadatum|wertstellung|wert|"
    "wertstellungstag|fecha valor|f valor|data valuta|data valor|rentedatum|interest date|effective date|eff date|eff|effective|date effective|fecha efectiva|data effettiva|data efetiva",
    "description": "description|note to payee|inkopsstalle|forsaljningsstalle|brukersted|kobssted|leistung|vertragspartner|source|oznaceni operace|popis|popis operace|nazev protiuctu|protistrana|tytul operacji|szczegoly|remarks|forklaring|tekst|selite|saaja/maksaja|saaja|transaktion|beskrivning|beskrivelse|specifikation|opis|opis operacji|note|descriptions|details|detail|particulars|narrative|narration|transaction|transactions|"
    "transaction details|transaction description|details of payment|details of payments|details of transaction|payment details|payment type and details|payment description|angaben zu den umsatzen|angaben zum umsatz|merchant|merchant name|payee|counterparty|activity|item|memo|"
    "verwendungszweck|buchungstext|vorgang|text|erlauterung|umsatz text|beschreibung|bezeichnung|empfanger|auftraggeber|handler|estabelecimento|establecimiento|comercio|esercente|commercant|commerce|handelaar|umsatzinformation|umsatzinformationen|buchungsinformation|buchungsinformationen|"
    "libelle|libelle de loperation|nature|nature des operations|nature de loperation|operation|operations|designation|intitule|"
    "concepto|descripcion|movimiento|detalle|descrizione|descrizione operazione|descrizione delle operazioni|causale|operazione|"
    "omschrijving|naam|naam/omschrijving|tegenrekening|mededelingen|tegenpartij|bijkomende informatie|"
    "descricao|historico|descritivo|movimento|designacao|name|type|transaction type|payment type|art|soort|tipo|"
    "merchant name or transaction description|name or description|description of transaction|description of transaction or credit",
    "reference": "direction|richtung|direzione|direccion|sens|sentido|richting|in/out|ag origem|ag /origem|ag/origem|lote|reference|serial|trace|trace no|trace number|pn|n operazione|num operazione|n operacion|num operacion|no operation|n operation|nr operacji|"
    "auth code|auth no|approval code|sequence no|seq no|instrument|instrument no|instrument number|document|document no|document number|doc no|folio|journal no|"
    "receipt no|receipt number|voucher no|serno|transaction id|txn id|tran id|id transaction|s no|sr no|sl no|serial no|arkistointitunnus|referanse|referens|dcto|docto|n docto|no docto|num docto|references|ref|ref no|ref number|reference number|reference no|cheque no|check no|check number|cheque number|"
    "cheque|check|chq no|chq|number|no|nr|code|id|beleg|beleg nr|referenz|referencia|referenza|riferimento|rif|documento|"
    "doc|num doc|numero|no de cheque|kenmerk|volgnr|card no|card|karte|kaart|carte|tarjeta|carta|cartao|location|channel|canal|kanal|category|categories|merchant category|spend category|spend categories|spending category|kategorie|categorie|categoria|city|time|status|branch|mcc|"
    "lugar|lugar de operacion|cuota|n cuota|no cuota|cuotas|n cuotas|no cuotas",
    "debit": "ausgabe|debit|issued|loan issued|drawdown|drawdowns|advances|advances & interest|advances and interest|advances interest|deducted|amounts deducted|amount deducted|amounts deducted from your account|odepsano|na vrub|monto cheques|cheques|ut av konto|ut fra konto|ut|uttag|uttak|ud|haevet|obciazenia|wyplaty|panot ulos|cheques o cargos|monto cheques o cargos|cargos/debe|debits|checks & debits|checks debits|vos debits|bedrag af|salidas|importe debito|debit amount|dr|withdrawal|withdrawals|withdrawn|paid out|money out|payments out|out|charges|charge|"
    "withdrawals/debits|debits/withdrawals|withdrawals debits|debits withdrawals|payments|payment|subtractions|outflow|outgoing|"
    "withdrawals and other debits|subtracted|amount subtracted|deductions|spent|outgoings|paid|"
    "soll|belastung|belastungen|lastschrift|lastschriften|ausgang|ausgange|ausgaben|auszahlung|zu ihren lasten|lasten|zu lasten|"
    "debit eur|retrait|retraits|debe|cargo|cargos|adeudo|adeudos|retiros|retiro|gastos|addebiti|addebito|dare|uscite|uscita|"
    "af|debet|uitgaven|afschrijving|afgeschreven|debito|debitos|saidas|saida|a debito|levantamentos",
    "credit": "einnahme|credit|amounts added|amounts added to your account|pripsano|ve prospech|monto depositos|inn pa konto|inn|insattning|insattningar|insatt|indsat|ind|uznania|wplaty|depot|depots|abonos/haber|depositos o abonos|monto depositos o abonos|credits|deposits & credits|vos credits|bedrag bij|importe credito|credit amount|cr|deposit|deposits|deposited|paid in|money in|payments in|in|receipts|receipt|"
    "deposits/credits|credits/deposits|deposits credits|credits deposits|additions|added|amount added|inflow|incoming|deposits and other credits|"
    "lodgements|lodgments|received|"
    "haben|gutschrift|gutschriften|eingang|eingange|einnahmen|einzahlung|zu ihren gunsten|gunsten|zu gunsten|versement|versements|"
    "haber|abono|abonos|ingresos|ingreso|depositos|deposito|accrediti|accredito|avere|entrate|entrata|"
    "bij|ontvangsten|bijschrijving|bijgeschreven|credito|creditos|entradas|a credito",
    "amount": "pesos|dolares|netto|nettobetrag|neto|netto betrag|importo netto|importe neto|montant net|valor liquido|nettobedrag|amount|movement|net movement|net change|net|importancia|castka|kwota operacji|maara eur|belopp|belob|belop|kwota|maara|amounts|net amount|monto|montos|import|betrag|umsatz|umsatze|montant|importe|importo|bedrag|valor|sum|transaction amount|"
    "principal|principal paid|tilgung|capital|amortizacion|quota capitale|aflossing|amortizacao|"
    "amount debited/credited|debit/credit|credit/debit|dr/cr|cr/dr|af/bij|soll/haben|value amount|importe operacion|montante",
    "balance": "guthaben|guthaben nachher|kontoguthaben|opening|closing|disponibilita|amount owing|amount owed|owing|balance|balance owed|balance owing|debito residuo|restschuld|capital restant|capital restant du|capital pendiente|capitale residuo|outstanding principal|zustatek|outstanding balance|end of day balance|saldo po operacji|saldo efter|saldo etter|balances|balance after|saldo na boeking|saldo neu|nieuw saldo|saldo na|running balance|saldo|solde|kontostand|ledger balance|account balance|available balance|closing balance|"
    "new balance|end balance|running total|saldo disponible|saldo contabile|solde progressif|bal|nach buchung|day balance|daily balance|"
    "saldo contabilistico",
    "fee": "gebuhr|gebuhren|entgelt|entgelte|comisiones|comissoes|commissione|comision|comissao|kosten je posten|fee|fees|frais|comision|commissioni",
    "other": "symbol|symbol/|cusip|isin|price/rate|price/rate per share|per share|charges/|charges/ interest|charges/interest|realized|gain/loss|gain/ loss|realized gain/ loss|brutto|bruttobetrag|brut|bruto|lordo|montant brut|importe bruto|importo lordo|valor bruto|brutobedrag|saldo a diferir|saldo diferido|deferred balance|remaining instal?lments|credit limit|credit line|available credit|limite de credito|limite de credit|limite di credito|kreditlimit|utl belopp|utl belop|utl belob|utlandskt belopp|bonus|bonus tl|puan|points earned|puntos|vreemde valuta|foreign currency|fremde wahrung|devises|montant en devise|moneda extranjera|valuta estera|divisa estera|moeda estrangeira|utlandsk valuta|wahrung|fremdwahrung|betrag in fremdwahrung|kurs|devise|cours|divisa|moneda|moeda|cambio|next statement date|sucursal|foreign spend|foreign spend amount|gross|payment information|account information|due date|payment due date|minimum payment|statement balance|rate|quantity|qty|price|tax|vat|exchange rate|points|unit price|units|commission|original amount|foreign amount|"
    "interest|interest paid|escrow|late fee|late fees|zinsen|interets|intereses|interessi|rente|juros|remboursement",
}  # fmt: skip
_TYPES = frozenset(
    [
        "type",
        "transaction type",
        "payment type",
        "tran type",
        "trans type",
        "txn type",
        "tran",
        "art",
        "buchungsart",
        "umsatzart",
        "soort",
        "mutatiesoort",
        "tipo",
        "tipo de operacion",
        "tipo de movimiento",
        "tipo movimento",
        "tipo operazione",
        "caus",
        "type d operation",
        "typ",
        "typ transakcji",
        "rodzaj",
        "rodzaj operacji",
        "islem turu",
        "jenis transaksi",
        "laji",
    ]
)
"""Heads of the kind of transaction, where another column describes it."""
_PLACES = frozenset({"location", "city", "place", "ort", "lieu", "lugar", "lugar de operacion", "luogo", "plaats"})
"""Where a purchase was made describes it."""
_GIVEN = frozenset({"particulars", "code", "reference"})
"""What the other side of a payment gives to describe it, in New Zealand."""
_TYPES_BESIDE = frozenset(
    [
        "vorgang",
        "nature",
        "operacion",
        "operacao",
        "operation",
        "operazione",
        "code",
        "buchungstext",
        "action",
        "geschaftsart",
        "causale",
        "transactie",
    ]
)
"""Heads of the kind of transaction where another column describes it, and of the description where none does."""
TYPE_AND_DETAILS = frozenset(
    ["payment type and details", "transaction type and details", "type and details", "type and description"]
)
"""Heads of a column in which a short code of the kind stands left of what describes the transaction."""
_POSTED = re.compile(
    r"post|settle|cleared|book|buchung|verbucht|gebucht|bu\.?-?tag|ent(?:ry|ered)|process|\bproc|inscription|compta|cargo|contabil|lan[cç]amento|boek|bok|bog|d[eé]compte|abrechn|καταχωρ|入[帳賬账]|記帳|记账|処理|\breg\b|registr",
    re.IGNORECASE,
)
"""Heads of the date of posting, where another column has the date of the purchase."""
_BOUGHT = re.compile(
    r"\btran\b|trans|purchase|\bost[oa]|kauf|köp|kjøp|køb|købs|achat|compra|\bcons|acquist|aankoop|nakup|beleg|umsatz|sale|συναλλαγ|消[費费]|利用|交易",
    re.IGNORECASE,
)
"""Heads of the date of the purchase, where another column has that of posting."""
VALUES = (["value"], ["valeur"], ["valor"], ["valore"], ["wert"])
_ELSEWHERE = (
    "in foreign currency|foreign currency|in original currency|original currency|in fremdwahrung|fremdwahrung|in originalwahrung|"
    "originalwahrung|en devise|en devises|devise|devises|en devise d origine|en divisa|en moneda extranjera|moneda extranjera|en moneda origen|"
    "en moneda de origen|in divisa|divisa|in divisa estera|in valuta|in valuta estera|in valuta originale|em moeda estrangeira|moeda estrangeira|"
    "em moeda de origem|moeda de origem|in vreemde valuta|vreemde valuta|i utlandsk valuta|i utenlandsk valuta|i valuta"
)
_ORIGINAL = (
    "montant d origine|montant initial en devise|montant original|original amount|importo originale|importo origine|"
    "importe origen|importe de origen|monto origen|monto de origen|valor de origem|valor origem|"
    "oorspronkelijk bedrag|origineel bedrag|ursprungsbetrag|originalbetrag|urspr betrag|fremdwahrungsbetrag|foreign amount|"
    "foreign currency amount|wechselkurs|umrechnungskurs|exchange rate|fx rate|tipo de cambio|taux de change|wisselkoers|tasso di cambio"
)
"""Heads of amounts in the currency of a purchase, and of rates, which move no money of the account."""
_OF_MONEY = "amount|betrag|umsatz|montant|importe|monto|importo|valor|bedrag|belopp|belop|belob"
_ROLE_OF: dict[str, Role] = {
    **{f"{money} {currency}": "other" for money in _OF_MONEY.split("|") for currency in _ELSEWHERE.split("|")},
    **dict.fromkeys(_ORIGINAL.split("|"), "other"),
    **{plain(phrase): role for role in _PHRASES for phrase in HEADS.get(role, "").split("|") if phrase},
    **{phrase: role for role, phrases in _PHRASES.items() for phrase in phrases.split("|")},
}
WORDS = frozenset(word for phrase in _ROLE_OF for word in phrase.split())
"""Plain words of the names of columns."""
_ROLE_OF |= {re.sub(r"\b([dl]) (?=[aeiouh])", r"\1", phrase): role for phrase, role in _ROLE_OF.items()}
"""As `plain` makes them: it takes the apostrophe of "date d'achat" away."""
_LONGEST = max(len(phrase.split()) for phrase in _ROLE_OF)
_SIDES: dict[str, Role] = {"+": "credit", **dict.fromkeys("-−–", "debit")}
_SIDE = re.compile(rf"[^\W\d_]\s*\(\s?([{re.escape(''.join(_SIDES))}])\s?\)(?:\s*\(?[^\w\s+-]\)?)?$")
"""The sign behind a name that nobody knows, which says what is done with its amounts: "Waived (+)"."""
_DAYS = frozenset({"tag", "day", "jour", "journee", "dia", "giorno", "giornata", "dag"})
"""The last word of what a balance is called at the end of each: "Saldo per Ende Tag"."""
NOISE = frozenset(c.lower() for c in amounts.CODES) | {
    "of",
    "the",
    "in",
    "de",
    "del",
    "der",
    "s",
    "or",
    "and",
    "your",
    "us",
    "a",
}


@lru_cache(maxsize=8192)
def role(text: str) -> Role | None:
    """Text of one column head -> its role, None where no word of it is known.

    >>> role("Debit Amount ($)"), role("Value Date"), role("Merchant Name or Transaction Description")
    ('debit', 'value_date', 'description')
    >>> role("Waives and discounts (+)"), role("Waives and discounts")
    ('credit', None)
    """
    if (whole := _ROLE_OF.get(plain(text))) is not None:  # "In" by itself is no small word
        return whole
    found = [r for r, _, _ in phrases(tuple(plain(text).split()))]
    if not found and _ROLE_OF.get(plain(text).partition("/")[0]) == "balance":  # "Balance/Baht"
        return "balance"
    if not found:
        side = _SIDE.search(text)
        return _SIDES[side[1]] if side else None
    if "balance" in found and plain(text).split()[-1] in _DAYS:
        return "balance"
    for first in (
        "value_date",
        "date",
        "balance",
        "debit",
        "credit",
        "amount",
        "description",
        "fee",
        "other",
        "reference",
    ):
        if first in found:
            both = "debit" in found and "credit" in found
            return "amount" if both and first in ("debit", "credit") else first
    return None


def text_kind(head: str, role_: Role, described: Sequence[str]) -> TextKind:
    """Head of a column of text, its role, heads of the other columns that describe rows -> what it holds.

    >>> text_kind("Type", "description", ["Details"]), text_kind("Type", "description", []), text_kind("Ref", "reference", [])
    ('type', 'description', 'reference')
    """
    told = plain(head)
    others = [plain(other) for other in described]
    if told in _TYPES and any(other not in _TYPES for other in others):
        return "type"
    if told in _TYPES_BESIDE and any(other not in _TYPES | _TYPES_BESIDE for other in others):
        return "type"
    if role_ == "description" or told in _PLACES:
        return "description"
    if role_ == "reference":
        return "reference"
    return "other" if role(head) is None else "figure"


def is_given(head: str, heads: Sequence[str]) -> bool:
    """Whether a column, beside others, holds what the other side of a payment gives to describe it.

    >>> is_given("Reference", ["Particulars", "Code", "Reference"]), is_given("Reference", ["Particulars", "Reference"])
    (True, False)
    """
    return plain(head) in _GIVEN and set(" ".join(map(plain, heads)).split()) >= _GIVEN


def is_name(text: str) -> bool:
    """Whether a text is the name of a column from its first word to its last.

    >>> is_name("Original amount"), is_name("Serial amount")
    (True, False)
    """
    return plain(text) in _ROLE_OF


@lru_cache(maxsize=8192)
def phrases(words: tuple[str, ...]) -> tuple[tuple[Role, int, int], ...]:
    """Plain words -> known phrases as (role, first word, past the last), longest first at each place."""
    found: list[tuple[Role, int, int]] = []
    start = 0
    while start < len(words):
        for length in range(min(_LONGEST, len(words) - start), 0, -1):
            known = _ROLE_OF.get(" ".join(words[start : start + length]))
            if known is not None and not (length == 1 and words[start] in NOISE):
                found.append((known, start, start + length))
                start += length
                break
        else:
            start += 1
    return tuple(found)


def is_of_posting(name: str) -> bool:
    """Whether the name of a date, as printed, is that of its posting."""
    return _POSTED.search(name) is not None


def is_of_purchase(name: str) -> bool:
    """Whether the name of a date, as printed, is that of a purchase.

    >>> is_of_purchase("Ostopvm"), is_of_purchase("Kirjauspäivä")
    (True, False)
    """
    return _BOUGHT.search(name) is not None
