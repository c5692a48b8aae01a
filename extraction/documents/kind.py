"""Lines of a document -> what kind of document it is: concepts that each kind prints, in many languages."""

import re
from collections.abc import Sequence

from extraction.documents import kind_words
from extraction.geometry import overlap
from extraction.tables.securities.holding_heads import HeadCell, HoldingsHead, holdings_heads
from extraction.tables.securities.identifiers import identifiers
from extraction.text import dates, quantities
from extraction.text.lines import Chunk, Line
from extraction.text.normal import APR, plain
from extraction.text.quantities import MARKS
from schemas.result import Kind


def _concepts(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{pattern})\b") for pattern in patterns)


def _with(concepts: tuple[re.Pattern[str], ...], more: Sequence[tuple[str, str]]) -> tuple[re.Pattern[str], ...]:
    """Concepts -> the same with more words for each of the first: whole ones, and such as are found within others."""
    told = [*more, *[None] * (len(concepts) - len(more))]
    return tuple(
        re.compile(rf"{one.pattern}|\b(?:{words[0]})\b|{words[1]}") if words else one
        for one, words in zip(concepts, told, strict=True)
    )


_CREDIT_TITLE = re.compile(
    r"\bcredit (?:account|statement)\b|\bkreditkonto\b|\b(?:compte de credit|credit renouvelable)\b|"
    r"\b(?:cuenta|linea|conta|conto) d[ei] credito\b|\bkredietrekening\b"
)
"""The title of an account of what is owed, which is no card."""
_CARD_TITLE = re.compile(
    r"\b(?:(?:credit|charge|your|visa|mastercard|business) card (?:account )?statement|card ?member (?:account )?statement|card statement|charge card|"
    r"(?:visa|mastercard|amex)(?: \w+){0,2} statement|(?:kredit)?karten(?:abrechnung|umsatze|auszug)|monatsabrechnung|kreditkarten?\w*|"
    r"releve (?:de |des operations (?:de |par |effectuees par )?)(?:votre |vos |la |compte de )?cartes?(?: de credit| bancaire)?|releve (?:de compte )?(?:visa|mastercard|amex)|carte de credit|extracto de (?:la |su )?tarjeta(?: de credito)?|"
    r"estado de cuenta de tarjeta|tarjeta (?:de credito|(?:\w+ )?internacional)|estratto (?:conto )?(?:della |di )?carta(?: di credito)?|carta di credito|"
    r"uitgavenstaat|(?:overzicht|afschrift) (?:van )?(?:uw )?(?:creditcard|credit card|kaart)|creditcard(?:overzicht|afschrift)?|"
    r"(?:extrato|fatura) d[oe] (?:seu )?cartao(?: de credito)?|cartao de credito|credit card|kredi karti(?: \w+){0,2}|kart(?: hesap)? ekstresi|"
    r"(?:lembar )?tagihan kartu(?: kredit)?|kartu kredit|penyata kad(?: kredit)?|kad kredit|(?:extras (?:de )?)?card(?:ul)? de credit|luottokortti\w*|vypis z (?:kreditni|uverove) karty|kreditni kart\w+)\b"
    r"|πιστωτικ\w+ καρτα\w*|クレジットカード|カードご?利用(?:代金)?明細|ご利用代金明細|信用卡|신용카드|카드\s?이용\s?(?:대금)?\s?명세|บัตรเครดิต"
)
_CURRENT_TITLE = re.compile(
    r"(?:(?:votre |your |ihr |su |il suo )?(?:compte (?:(?:de )?cheques?|courant|de depots?)|girokonto|(?:personal |everyday )?(?:checking|chequing|current) account|"
    r"cuenta corriente|conto corrente|conta (?:a ordem|corrente)|betaalrekening|zichtrekening|"
    r"savings account|comptes? d ?epargne|livret|sparkonto|cuenta de ahorros?|conto (?:di )?deposito|conta poupanca|spaarrekening))\b"
)
"""The title of a current account, which may tell what was paid by its cards as well, or of one of savings."""
_CARD = _with(
    _concepts(
        r"minimum (?:payment|amount)(?: due)?|minimum due|mindestbetrag|mindestzahlung|paiement minimum|pago minimo|pagamento minimo|"
        r"minim(?:um|aal) te betalen|minimumbedrag|valor minimo",
        r"payment due(?: date)?|due date|zahlbar bis|date d ?echeance|fecha (?:limite )?de pago|vto|data di scadenza|scadenza|betaal voor|"
        r"uiterste betaaldatum|data (?:limite )?de (?:pagamento|vencimento)|vencimento",
        r"credit (?:limit|line|access line)|(?:kredit|einkaufs|karten|ausgaben)(?:rahmen|limite?)|verfugungsrahmen|montant autorise|limite de credit|plafond|limites? de (?:credito|compras?)|"
        r"linea de credito|limite di (?:credito|utilizzo)|fido|(?:kredietlimiet|bestedingslimiet|gebruikslimiet|limiet)",
        r"available (?:credit|for cash)|credit available|verfugbar|credit disponible|credito disponible|credito disponibile|disponible|"
        r"disponibile|beschikbaar|credito disponivel|disponivel",
        r"purchases|nieuwe uitgaven|spese e commissioni|kartenumsatze|achats|compras|acquisti|aankopen",
        r"cash advances?|bargeldauszahlungen|avances? de fonds|anticipos|anticipi",
        r"(?:card|visa|mastercard|amex) (?:number|no|ending)|kartennummer|kartenkonto|carte n|n(?:o|umero)? de (?:la )?carte|tarjeta n|numero de tarjeta|carta n|numero (?:della )?carta|kaartnummer|card met als laatste|"
        r"cartao n|numero do cartao|card ?member",
        rf"annual percentage rate|{APR}|finance charges?|interest charged?|late payment warning|late fee",
        r"payments? and (?:other )?(?:credits|returns)|zahlungen und gutschriften|paiements et credits|reglements et avoirs|pagos y abonos|pagamenti e accrediti",
    ),
    kind_words.CARD,
)
NUMBER = 6
"""The place of its number among the concepts of a card."""
_BROKER = _concepts(
    r"brokerage|investment (?:account|report|portfolio)|superannuation|wertpapier\w*|depot(?:auszug|ubersicht|bestand|wert|nummer|inhaber|aufstellung)\w*|wertpapierdepot|"
    r"compte titres|compte d ?instruments financiers|pea|cuenta de valores|valores|deposito titoli|dossier titoli|conto titoli|effectenrekening|beleggingsrekening|"
    r"conta de titulos|carteira de titulos|custody account|securities account|stocks? and shares|isa|sipp",
    r"portfolio|asset allocation|holdings|positions?|investment options?|fund options?|portefeuille|cartera|portafoglio|carteira|bestand\w*|vermogensubersicht|statement of assets",
    r"securities|mutual funds?|fund name|etfs?|isin|cusip|wkn|sedol|ticker|symbol|equities|aktien|investmentfonds|actions|opcvm|acciones|fondos|azioni|obbligazioni|aandelen|"
    r"beleggingsfondsen|acoes|fundos",
    r"(?:mkt|market) val(?:ue)?|net asset value|marktwert|kurswert|valorisation|valeur de marche|valoracion|valor de mercado|controvalore|valore di mercato|marktwaarde|"
    r"valor de mercado|waarde in eur",
    r"shares|units(?: held)?|quantity|stuck|quantite|cantidad|quantita|aantal|quantidade|nominale?",
    r"(?:unit|share|market|close|closing) prices?|price per (?:unit|share)|kurs je|kurs|cours|cotizacion|prezzo|slotkoers|koers|cotacao",
    r"cost basis|unrealized|unrealised|dividends?|average (?:price|cost)|book cost|einstands\w*|kaufkurs|prix de revient|pru|plus values?|plusval\w*|coste medio|prezzo (?:medio )?di carico|"
    r"minusval\w*|dividend\w*|mais valia|custo medio",
)
_LOAN = _concepts(
    r"loan (?:statement|account|number)|mortgage (?:statement|account)|darlehen\w*|pret immobilier|prestamo|mutuo",
    r"(?:outstanding |remaining |unpaid )?principal(?: balance)?|escrow|tilgung|amortization",
    r"next payment due|maturity date|interest rate",
    r"repayments?|(?:balance|amount) owed|original (?:amount|loan)|settlement figure|restschuld|sollzinssatz|capital restant(?: du)?|mensualites?|"
    r"cuotas?|capital pendiente|debito residuo|rate (?:pagate|scadute)|aflossing|prestacoes|capital em divida",
)
_LOAN_TITLE = re.compile(
    r"\b(?:loans?|mortgage|home equity line of credit|heloc|darlehens?\w*|kreditkonto\w*|prets?|credit immobilier|prestamo|hipoteca|mutuo|prestito|finanziamento|lening|hypotheek|"
    r"emprestimo|credito habitacao)\b"
)
_STATEMENT = re.compile(
    r"\b(?:statement|account|\w*auszug|\w*konto|releve|extracto|estado|estratto|overzicht|afschrift|extrato)\b"
)
_BANK = _with(
    _concepts(
        r"(?:account|bank|your|savings|current account|checking) statement|statement of account|account (?:summary|activity|history)|"
        r"kontoauszug|finanzstatus|releve (?:de|du|d) ?(?:votre )?compte|releve bancaire|extracto|estado de cuenta|movimientos|estratto conto|"
        r"rekening\w*|afschrift|extrato|transaction (?:history|details|list)|vypis (?:z )?uctu|tiliote|kontoudskrift|kontoutskrift|kontoutdrag|wyciag",
        r"account (?:number|no|nr|name|holder|type)|a/c no|acct|iban|sort code|bsb|routing|konto(?:nummer|nr|inhaber)?|compte|cuenta|conto|conta|"
        r"girokonto|bic|swift",
        r"(?:opening|closing|beginning|ending|previous|starting|new|brought|running|available|daily) (?:\w+ )?(?:balance|forward)|balance|saldo|solde|"
        r"kontostand|zustatek|alkusaldo|loppusaldo|stan srodkow",
        r"deposits?|withdrawals?|paid (?:in|out)|money (?:in|out)|debits?|credits?|soll|haben|gutschrift\w*|belastung\w*|versements?|retraits?|"
        r"abonos?|cargos?|accrediti|addebiti|bij|af|bijschrijving\w*|afschrijving\w*|debitos?|creditos?",
        r"checking|savings|current account|giro|compte courant|cuenta corriente|conto corrente|conta (?:a ordem|corrente)|spaarrekening|"
        r"betaalrekening|overdraft",
        r"transactions?|buchungstag|wertstellung|operations?|operaciones|operazioni|movimenti|transacties|movimentos|lancamentos",
        r"statement (?:period|date)|period|zeitraum|periode|periodo",
    ),
    kind_words.BANK,
)
_REPORT = _concepts(
    r"form 10 k|form 10 q|annual report|quarterly report",
    r"consolidated balance sheets?|statements? of financial position",
    r"(?:consolidated )?(?:statements? of (?:operations|income|earnings)|income statements?)",
    r"(?:consolidated )?statements? of cash flows?",
    r"total (?:stockholders|shareholders) equity|total liabilities and",
)
_INVOICE = _with(
    _concepts(
        r"invoice|rechnung|facture|factura|fattura|factuur|fatura|quotation|purchase order|receipt",
        r"bill to|ship to|sold to|rechnungsempfanger|facturer a|facturar a",
        r"unit price|qty|quantity|einzelpreis|menge|prix unitaire|cantidad|prezzo|stuks",
        r"subtotal|zwischensumme|sous total|net total|netto",
        r"(?:total|amount|balance) due|zu zahlen|net a payer|total a pagar|totale|te betalen",
        r"vat|tax|mwst|ust|tva|iva|btw",
        r"payment terms|zahlungsziel|invoice (?:no|number|date)|rechnungs(?:nummer|nr|datum)",
    ),
    kind_words.INVOICE,
)
HEADING, TITLE = 12, 10
"""The title of a statement stands among so many first lines, and has no more words."""
_SCHEME, SHORT = re.compile(r"\b(?:visa|master ?card|american express|amex)\b"), 4
"""Schemes of cards; the name of a card that has one of them has no more words."""
_MASKED = re.compile(r"\b[3-6]\d{3}[ -]?(?:\d\d[*xX•]{2}|[*xX•]{4})[ -]?[*xX•]{4}[ -]?\d{4}\b")
"""The number of a card, its middle masked."""


def hits(concepts: Sequence[re.Pattern[str]], text: str) -> int:
    """How many of the concepts a plain text names."""
    return sum(concept.search(text) is not None for concept in concepts)


def _names(concepts: Sequence[re.Pattern[str]], text: str, least: int) -> bool:
    """Whether a plain text names at least so many of the concepts; no more are looked for than decide it."""
    left = len(concepts)
    for concept in concepts:
        if left < least or least == 0:
            break
        left, least = left - 1, least - (concept.search(text) is not None)
    return least == 0


def kind(lines: Sequence[Line], tables: int, beside: Sequence[Line], broker: bool) -> Kind:
    """Lines, the number of tables with dated rows, the lines beside rows, whether securities are held -> kind; "other"
    where nothing speaks for a statement. What is paid to a loan makes no account one, nor what is paid by a card a card."""
    plains = [plain(line.text) for line in lines]
    text = " ".join(plains)
    bank, card = hits(_BANK, text), card_evidence(lines, beside)
    if _names(_REPORT, text, 3):
        return "financial_report"
    if card < 3 and not broker and _names(_INVOICE, text, max(4, bank + 1)):
        return "other"
    if broker:
        return "brokerage_statement"
    titles = _titles(lines)
    carded = any(map(_CARD_TITLE.search, titles))
    titled = any(_LOAN_TITLE.search(one) and _STATEMENT.search(one) for one in titles)
    lent = titled and card >= 3 and hits(_LOAN[1:], text) > 0 and not carded
    current = is_current(lines)
    if card >= 3 and not (lent or current):
        return "credit_card_statement"
    text = " ".join(plain(line.text) for line in beside)
    if lent or (not current and hits(_LOAN, text) >= 2 and hits(_LOAN[:1], text)) or (titled and hits(_LOAN[1:], text)):
        return "loan_statement"
    return "bank_statement" if bank >= (1 if tables else 3) or (tables and bank + card) else "other"


def is_current(lines: Sequence[Line]) -> bool:
    """Whether a title among the first lines names an account of payments or savings, and none a card."""
    titles = _titles(lines)
    return any(map(_CURRENT_TITLE.match, titles)) and not any(map(_CARD_TITLE.search, titles))


def _titles(lines: Sequence[Line]) -> list[str]:
    """The short texts among the first lines, plain."""
    return [plain(c.text) for line in lines[:HEADING] for c in line.chunks if len(c.words) <= TITLE]


BELOW = 20
"""Figures stand on one of so many lines below the head of their column."""
MORE = 2
"""A statement of securities has no more concepts of a bank's than so many above its own."""


def is_brokerage(lines: Sequence[Line]) -> bool:
    """Whether lines are those of a statement of securities: most of its concepts, and more of them than of a card; or
    some, among which several international numbers count, and a table of quantities, prices and values of them."""
    text = " ".join(plain(line.text) for line in lines)
    broker = hits(_BROKER, text)
    broker += broker == 1 and sum(one.kind == "isin" for line in lines for one in identifiers(line.text)) > 1
    if broker < 2 or _names(_REPORT, text, 3) or card_evidence(lines, lines) > broker:
        return False
    billed = _names(_INVOICE[:2], text, 1) or _names(_INVOICE, text, 4)
    bank = hits(_BANK, text)
    secure = any(_secure(head, lines) for head in holdings_heads(lines))
    if broker >= (4 if billed else 2) and bank <= broker + MORE and secure:
        return True
    beside = " ".join(plain(line.text) for line in lines if dates.leading(line.chunks[0].text) is None)  # no rows
    return min(broker, hits(_BROKER, beside)) >= max(3, bank - 1) and not billed


def _secure(head: HoldingsHead, lines: Sequence[Line]) -> bool:
    """Whether the head of a table speaks of securities rather than of goods: identifiers, market values, costs; a name
    of quantities below which texts alone stand is that of a section."""
    below = [chunk for line in lines[head.last + 1 : head.last + 1 + BELOW] for chunk in line.chunks]
    fields = {cell.field for cell in head.cells if cell.field != "quantity" or _counted(cell, below)}
    return (
        "value" in fields
        and bool(fields & {"quantity", "price", "weight"})
        and len(fields - {None, "amount", "other"}) > 2
    )


def _counted(cell: HeadCell, below: Sequence[Chunk]) -> bool:
    """Whether a figure stands below the head of a column, or no text does."""
    under = [[w.text for w in c.words if overlap(w.x0, w.x1, cell.x0, cell.x1) > 0] for c in below]
    told = [" ".join(words) for words in under if words]
    return not told or any(quantities.parse(text, mark) for text in told for mark in MARKS)


def card_evidence(lines: Sequence[Line], beside: Sequence[Line]) -> int:
    """All lines of a document, those that are no rows -> how much speaks for a card: its concepts, but for a number
    that none but rows print, as those of what was paid by card; three for a title that names one, one for a title of a
    credit account, and among the first lines a scheme of cards by itself and a number that is masked as theirs are."""
    plains = [plain(line.text) for line in lines]
    titles = [text for text in plains[:HEADING] if len(text.split()) <= 8]
    titles += [text for text in _titles(lines) if _STATEMENT.search(text)]  # the name of the bank may stand beside it
    titled = any(_CARD_TITLE.search(text) for text in titles)
    lent = any(_CREDIT_TITLE.search(text) for text in titles)
    first = [chunk.text for line in lines[:HEADING] for chunk in line.chunks]
    scheme = any(_SCHEME.search(plain(text)) and len(text.split()) <= SHORT for text in first)
    masked = any(_MASKED.search(text) for text in first)
    text = " ".join(plains)
    number = _CARD[NUMBER].search(text) and not _CARD[NUMBER].search(" ".join(plain(line.text) for line in beside))
    return hits(_CARD, text) - bool(number) + 3 * titled + lent + scheme + masked
