"""What statements call the facts beside their rows, in many languages; words that no name and no address has.

Labels are written as printed and compared as `plain` makes them, whole: a label that says more ("total fees in 2024",
"cash credit line") names something else.
"""

import re
from functools import lru_cache

from extraction.text import dates
from extraction.text.normal import plain


def _set(text: str) -> frozenset[str]:
    """Labels as printed, parted by bars -> comparable ones."""
    return frozenset(plain(label) for label in text.split("|"))


def _words(text: str) -> frozenset[str]:
    """Plain words parted by blanks -> set."""
    return frozenset(text.split())


HOLDER = _set(
    "Account holder|Account holders|Account holder name|Account holder's name|Name of account holder|Account owner|Account name|Customer name|Client name|Member name|"
    "Name of customer|Cardholder|Card holder|Cardholder name|Cardmember|Card member|Cardmember name|Primary account holder|Account title|Title of account|"
    "Kontoinhaber|Kontoinhaberin|Kontoinhaber/in|Kontoinhaber(in)|Karteninhaber|Karteninhaberin|Name des Kontoinhabers|"
    "Titulaire du compte|Titulaire de la carte|Titulaire(s)|Nom du titulaire|Nom du client|Intitulé du compte|"
    "Titular de la cuenta|Titular de la tarjeta|Nombre del titular|Nombre del cliente|"
    "Intestatario|Intestatario conto|Intestatario del conto|Intestatari|Intestato a|Conto intestato a|Titolare carta|Titolare della carta|Titolare del conto|"
    "Rekeninghouder|Rekeninghouders|Naam rekeninghouder|Ten name van|Tenaamstelling|Kaarthouder|"
    "Titular da conta|Titular do cartão|Nome do titular|Nome do cliente|"
    "Kontohavare|Kontoinnehavare|Kortinnehavare|Kontohaver|Kortholder|Kortindehaver|Kontoeier|Tilinomistaja|Kortinhaltija|Posiadacz rachunku|"
    "Posiadacz karty|Właściciel rachunku|Majitel účtu|Držitel karty|Hesap sahibi|Kart sahibi|Titular cont"
)
HOLDER_WEAK = _set(
    "Name|Customer|Client|Member|Inhaber|Kunde|Nom|Titulaire|Client(e)|Titular|Nombre|Cliente|Nome|Titolare|Naam|Klant"
)
"""Words that name a holder only before a colon, or a name of two words."""

STATEMENT_DATE = _set(
    "Statement date|Date of statement|As at|Closing date|Situation au|Situazione al|Posição em|Statement closing date|Statement issue date|Issue date|Date of issue|Date issued|Issued on|Statement dated|Statement as of|"
    "Statement generated on|Billing date|Auszugsdatum|Auszug vom|Kontoauszug vom|Kontoauszug per|Erstellt am|Erstellungsdatum|Ausstellungsdatum|"
    "Abrechnungsdatum|Abrechnung vom|Rechnungsdatum|Datum des Auszugs|"
    "Date du relevé|Date d'arrêté|Date de l'arrêté|Relevé arrêté au|Relevé de compte au|Relevé du|Date d'émission|Date d'édition|Édité le|Émis le|"
    "Fecha de corte|Fecha del extracto|Fecha extracto|Fecha de emisión|Fecha emisión|Fecha del estado de cuenta|Fecha de facturación|"
    "Data estratto|Data estratto conto|Data dell'estratto conto|Estratto conto al|Data di emissione|Data emissione|"
    "Afschriftdatum|Datum afschrift|Datum rekeningafschrift|Datum overzicht|Datum van uitgifte|"
    "Data do extrato|Data de emissão|Emissão|Emitido em|Emitida em|Data da fatura|Data de fecho do extrato|Data de fechamento|Data do documento|"
    "Fakturadatum|Fakturadato|Utskriftsdatum|Udskriftsdato|Utskriftsdato|Laskun päiväys|Laskun päivä|Data wystawienia|Data wyciągu|Datum vystavení|"
    "Datum výpisu|Hesap kesim tarihi|Ekstre tarihi|Tanggal cetak|Tanggal tagihan|Tarikh penyata|Data emiterii"
)
PRINT_DATE = _set(
    "Printed|Printed on|Printed at|Print date|Date printed|Generated on|Created on|Downloaded on|Exported on|Report date|Gedruckt am|Ausgedruckt am|Druckdatum|"
    "Imprimé le|Date d'impression|Téléchargé le|Impreso el|Fecha de impresión|Stampato il|Data di stampa|Data stampa|Afgedrukt op|Afdrukdatum|Printdatum|"
    "Impresso em|Impresso a|Data de impressão"
)
"""What names the day of a copy, which may be made long after the statement."""
DUE_DATE = _set(
    "Payment due date|Due date|Payment due|Payment due by|Payment due on|Pay by|Please pay by|Payment date due|Zahlbar bis|Zahlung fällig am|Fällig am|Fälligkeit|"
    "Fälligkeitsdatum|Zahlungsziel|Date d'échéance|Échéance|Date limite de paiement|À payer avant le|À payer au plus tard le|Fecha límite de pago|Fecha límite pago|"
    "Fecha de vencimiento|Vencimiento|Pagar antes del|Scadenza pagamento|Scadenza del pagamento|Data di scadenza|Scadenza|Data scadenza|Pagare entro il|"
    "Uiterste betaaldatum|Te betalen voor|Vervaldatum|Uiterlijk te betalen op|Data limite de pagamento|Data de vencimento|Vencimento|Pagar até|"
    "Förfallodag|Förfallodatum|Oss tillhanda senast|Att betala senast|Forfaldsdato|Forfaldsdag|Forfallsdato|Forfall|Betalingsfrist|Eräpäivä|"
    "Termin płatności|Termin spłaty|Datum splatnosti|Splatnost|Son ödeme tarihi|Tanggal jatuh tempo|Jatuh tempo|Tarikh akhir bayaran|Data scadentei"
)
MINIMUM_PAYMENT = _set(
    "Minimum payment|Minimum payment due|Minimum amount due|Minimum due|Min payment due|Min. payment|Total minimum payment due|Minimum monthly payment|Minimum repayment|"
    "Mindestbetrag|Mindestzahlung|Mindestzahlbetrag|Mindestrate|Mindestrückzahlung|Paiement minimum|Paiement minimum dû|Paiement minimal|Montant minimum dû|"
    "Versement minimum|Pago mínimo|Pago mínimo del periodo|Importe mínimo|Rata minima|Pagamento minimo|Importo minimo dovuto|Minimaal te betalen|Minimumbedrag|"
    "Minimale aflossing|Minimale betaling|Pagamento mínimo|Valor mínimo a pagar|"
    "Lägsta belopp att betala|Lägsta belopp|Minsta belopp att betala|Minimibelopp|Minimumsbeløb|Mindste beløb|Mindstebetaling|Minstebeløp|"
    "Minste beløp å betale|Minimum å betale|Vähimmäismaksu|Minimilyhennys|Pienin maksettava erä|Minimalna spłata|Kwota minimalna|"
    "Kwota minimalna do zapłaty|Minimalna kwota do zapłaty|Minimální splátka|Povinná splátka|Asgari ödeme tutarı|Asgari tutar|Pembayaran minimum|"
    "Bayaran minimum|Suma minimă de plată"
)
CREDIT_LIMIT = _set(
    "Credit limit|Total credit limit|Credit line|Total credit line|Revolving credit line|Credit access line|Revolving credit amount|Kreditrahmen|Kreditlimit|Kreditlinie|"
    "Verfügungsrahmen|Kartenlimit|Limite de crédit|Plafond de crédit|Plafond|Límite de crédito|Límite de la tarjeta|Línea de crédito|Limite di credito|Fido carta|"
    "Fido|Plafond carta|Massimale carta|Bestedingslimiet|Kredietlimiet|Kaartlimiet|Limite de crédito|Limite do cartão|Limite total|"
    "Kreditgräns|Beviljad kredit|Kreditmaksimum|Kreditramme|Kredittgrense|Kredittramme|Luottoraja|Luottolimiitti|Limit kredytowy|Przyznany limit|"
    "Úvěrový limit|Úvěrový rámec|Kart limiti|Kredi limiti|Limit kredit|Batas kredit|Had kredit|Limita de credit"
)
AVAILABLE_CREDIT = _set(
    "Available credit|Credit available|Total available credit|Available credit line|Verfügbar|Verfügbarer Kredit|Verfügbarer Kreditrahmen|Verfügbarer Betrag|"
    "Crédit disponible|Solde disponible|Disponible|Crédito disponible|Límite disponible|Saldo disponible|Disponibilità|Disponibilità residua|Credito disponibile|"
    "Fido disponibile|Beschikbaar|Beschikbaar krediet|Beschikbaar saldo|Crédito disponível|Limite disponível|"
    "Disponibelt|Disponibelt belopp|Kvar att utnyttja|Disponibel kreditt|Disponibelt beløp|Disponibelt beløb|Til rådighed|Käytettävissä|"
    "Käytettävissä oleva luotto|Dostępny limit|Dostępne środki|Disponibilní zůstatek|Zbývající limit|Kullanılabilir limit|Sisa kredit|Sisa limit|"
    "Baki kredit|Limita disponibilă"
)
PAYMENTS = _set(
    "Payments|Total payments|Payment|Payments received|Payments and credits|Total payments and credits|Payments and other credits|Total payments and other credits|"
    "Payment, credits|Payments, credits|Payments/credits|Payments & credits|Payments, credits and adjustments|Zahlungen|Zahlungseingänge|Zahlungen und Gutschriften|"
    "Summe Zahlungen|Summe Zahlungen und Gutschriften|Paiements|Paiements et crédits|Total paiements et crédits|Total des paiements|Pagos|Pagos y abonos|"
    "Total pagos|Total pagos y abonos|Sus pagos|Pagamenti|Pagamenti e accrediti|Totale pagamenti|Totale pagamenti e accrediti|Betalingen|"
    "Betalingen en bijschrijvingen|Totaal betalingen|Totaal betalingen en bijschrijvingen|Pagamentos|Pagamentos e créditos|Total pagamentos e créditos|"
    "Total de pagamentos|"
    "Inbetalt|Inbetalningar|Indbetalinger|Innbetalinger|Innbetalt|Suoritukset|Wpłaty|Spłaty|Splátky|Ödemeler|Pembayaran|Bayaran"
)
PURCHASES = _set(
    "Purchases|Total purchases|New purchases|Transactions|New transactions|Purchases and adjustments|Purchases and debits|Purchases and other charges|Purchases and other debits|New charges|"
    "Total new charges|Kartenumsätze|Umsätze|Neue Umsätze|Käufe|Einkäufe|Summe Kartenumsätze|Summe Umsätze|Achats|Total achats|Total des achats|Nouveaux achats|"
    "Compras|Total compras|Compras del periodo|Total de compras|Acquisti|Totale acquisti|Nuovi acquisti|Aankopen|Totaal aankopen|Nieuwe aankopen|"
    "Köp|Køb|Kjøp|Varekjøp|Ostot|Zakupy|Nákupy|Alışverişler|Pembelian|Belian"
)
CASH_ADVANCES = _set(
    "Cash advances|Cash advance|Total cash advances|New cash advances|Advances|Barauszahlungen|Bargeldauszahlungen|Bargeldbezüge|Barverfügungen|Summe Barauszahlungen|"
    "Avances de fonds|Avances d'argent|Avances en espèces|Retraits d'espèces|Disposiciones de efectivo|Disposiciones en efectivo|Avances de efectivo|"
    "Anticipos de efectivo|Anticipi di contante|Anticipi contanti|Prelievi di contante|Geldopnames|Contante opnames|Adiantamentos de numerário|"
    "Adiantamentos de dinheiro|Saques|Levantamentos a crédito"
)
AVAILABLE = _set(
    "Available balance|Balance available|Available funds|Funds available|Available to withdraw|Verfügbarer Betrag|Verfügbares Guthaben|Verfügbarer Saldo|Verfügbar|"
    "Solde disponible|Montant disponible|Saldo disponible|Saldo disponibile|Disponibilità|Beschikbaar saldo|Beschikbaar|Saldo disponível|Disponível"
)
FEES = _set(
    "Fees|Total fees|Fees charged|Total fees charged|Service fees|Total service fees|Service charges|Total service charges|Fees and charges|"
    "Total fees and charges|Bank fees|Total bank fees|Account fees|Total account fees|Entgelte|Summe Entgelte|Gebühren|Summe Gebühren|Gebühren gesamt|Bankentgelte|"
    "Frais|Total des frais|Total frais|Frais bancaires|Total des frais bancaires|Comisiones|Total comisiones|Total de comisiones|Comisiones cobradas|"
    "Commissioni|Totale commissioni|Commissioni e spese|Totale spese|Kosten|Totale kosten|Totaal kosten|Bankkosten|Comissões|Total de comissões|Total comissões|"
    "Avgifter|Gebyrer|Gebyr|Palkkiot|Opłaty|Opłaty i prowizje|Poplatky|Ücretler|Biaya"
)
INTEREST_CHARGED = _set(
    "Interest charged|Interest charges|Total interest charged|Total interest charges|Finance charge|Finance charges|Debit interest|Sollzinsen|"
    "Summe Sollzinsen|Intérêts débiteurs|Total des intérêts débiteurs|Intereses deudores|Intereses cobrados|Interessi passivi|Interessi debitori|Interessi addebitati|"
    "Debetrente|Juros devedores|Juros cobrados"
)
INTEREST_PAID = _set(
    "Interest paid|Interest earned|Interest credited|Total interest paid|Total interest earned|Credit interest|Interest paid to you|Habenzinsen|Guthabenzinsen|"
    "Summe Habenzinsen|Intérêts créditeurs|Total des intérêts créditeurs|Intereses acreedores|Intereses abonados|Interessi attivi|Interessi creditori|"
    "Interessi accreditati|Creditrente|Ontvangen rente|Juros credores|Juros recebidos"
)
INTEREST = _set(
    "Interest|Total interest|Zinsen|Intérêts|Intereses|Interessi|Rente|Juros|"
    "Ränta|Räntor|Renter|Korko|Korot|Odsetki|Úroky|Úrok|Faiz|Bunga|Dobândă"
)
"""What is charged on a card; on an account it may be either."""

COUNT_CREDITS = _set(
    "Number of credits|No. of credits|Number of deposits|No. of deposits|Credit count|Deposit count|Anzahl Gutschriften|Anzahl Haben|Nombre de crédits|Número de abonos|"
    "Número de depósitos|Numero accrediti|Aantal bijschrijvingen|Número de créditos"
)
COUNT_DEBITS = _set(
    "Number of debits|No. of debits|Number of withdrawals|No. of withdrawals|Debit count|Withdrawal count|Anzahl Belastungen|Anzahl Lastschriften|Anzahl Soll|"
    "Nombre de débits|Número de cargos|Número de retiros|Numero addebiti|Aantal afschrijvingen|Número de débitos"
)
ACCOUNT_TYPE = _set(
    "Account type|Type of account|Product|Product name|Account product|Kontoart|Kontotyp|Kontomodell|Kontobezeichnung|Produkt|Type de compte|Nature du compte|"
    "Tipo de cuenta|Tipo conto|Tipo di conto|Tipologia conto|Soort rekening|Type rekening|Rekeningtype|Tipo de conta|Card type|Type of card|Kartenart"
)

_PREFIX = re.compile(r"^(?:your|the|ihr|ihre|ihren|votre|vos|su|sus|il tuo|il suo|uw|o seu|a sua) ")
_SUFFIX = re.compile(
    r" (?:(?:for |in |during )?(?:this|the) (?:statement |billing )?(?:period|statement|month|cycle)|(?:im|in diesem) (?:zeitraum|monat)|(?:de|sur) la periode|"
    r"(?:de este|del|nel) periodo|(?:do|no) periodo|in deze periode|(?:in )?(?:eur|usd|gbp|chf|cad|aud|euros?)|as of|as at|on|at|am|per|zum|au|al|em|op)$"
)


@lru_cache(maxsize=16384)
def label(text: str) -> str:
    """Text before a value -> the label it is, without counts in parentheses, dates and "your … this period".

    >>> label("Your available balance as of 31 March 2024:"), label("Fees charged this period")
    ('available balance', 'fees charged')
    """
    text = re.sub(r"\([^)]*\)", " ", text)
    for _, start, end in reversed(dates.find(text)):
        text = f"{text[:start]} {text[end:]}"
    told = _PREFIX.sub("", " ".join(plain(text).split()))
    while (shorter := _SUFFIX.sub("", told)) != told:
        told = shorter
    return told


_TYPE = re.compile(
    r"(?:\w+ ){0,3}(?:checking|chequing|savings|saver|money market|isa)(?: account)?"
    r"|(?:\w+ ){0,2}(?:current|deposit|cheque|transaction|everyday|personal|business|joint|premier|student|youth|salary|reserve|brokerage|share draft) account"
    r"|(?:\w+ ){0,2}\w*(?:giro|spar|privat|geschafts|tagesgeld|festgeld|gehalts|lohn|jugend|basis|gemeinschafts|kontokorrent|fremdwahrungs)konto(?: \w+)?"
    r"|compte (?:courant|cheques?|de depots?|depots?|epargne|d ?epargne|professionnel|joint|a vue|sur livret|de cheques|depargne)(?: \w+){0,2}|livret(?: \w+){0,2}"
    r"|cuenta (?:corriente|de ahorros?|ahorros?|nomina|vista|a la vista|sueldo|remunerada)(?: \w+){0,2}"
    r"|conto (?:corrente|deposito|di deposito|aziendale|di risparmio|risparmio)(?: \w+)?"
    r"|(?:\w+ )?(?:betaal|spaar|prive|beleggings)rekening|zakelijke rekening"
    r"|conta (?:a ordem|corrente|poupanca|ordenado|a prazo|de depositos?(?: a ordem| a prazo)?)(?: \w+)?"
)
_NOT_TYPE = _words(
    "statement statements summary number no nr n transfer transfers from to in of for with and or total your our per opening closing open page all other others "
    "interest rate balance any each an the this linked new und et y e vom von zu bis der die das period detail details activity information iban bic "
    "auszug kontoauszug releve extrait extracto estratto afschrift extrato numero numer dal al du au del est is are was "
)


@lru_cache(maxsize=4096)
def is_type(text: str) -> bool:
    """Whether a text is a kind of account and nothing else.

    >>> is_type("Everyday Checking"), is_type("Girokonto"), is_type("Transfer to savings"), is_type("Account")
    (True, True, False, False)
    """
    told = plain(text)
    return (
        _TYPE.fullmatch(told) is not None
        and not _NOT_TYPE.intersection(told.removeprefix("statement savings").split())
        and not re.search(r"[\d:]", text)
    )


NOT_NAME = _words(
    "statement statements account accounts page date balance period bank banks banking banque banco banca sparkasse volksbank raiffeisen caisse caja caixa "
    "cassa credit debit union building society savings checking current number no summary customer service services client clients department dept branch "
    "office centre center street road lane avenue square drive box card cards cardmember cardholder visa mastercard currency total amount payment payments "
    "due minimum opening closing transactions transaction details detail activity important information notice contact phone tel email e mail website www "
    "konto kontoauszug auszug kreditkarte karte saldo seite zeitraum datum girokonto privatkonto kunde kundenservice filiale postfach strasse bankleitzahl "
    "releve compte extrait solde periode carte agence virement titulaire extracto estado cuenta tarjeta sucursal periodo estratto conto carta filiale "
    "saldo intestatario rekening afschrift rekeningafschrift overzicht betaalrekening spaarrekening periode extrato conta cartao fatura agencia titular "
    "statementdate confidential private personal business premier dear original copy duplicate type code description value your our the of for from "
    "not recorded available none address adresse direccion indirizzo adres morada member insured  enquiries questions help lost stolen "
    "iban bic swift sort routing chamber commerce registered authorised all we you please thank payable name holder inhaber first last "
)
NOT_ADDRESS = _words(
    "account accounts acct a/c konto kontonummer compte cuenta conto conta rekening rekeningnummer iban bic swift page pag seite pagina tel telephone phone "
    "fax statement statements number numero nummer date datum fecha data period periode periodo balance saldo solde sort code ref reference customer "
    "card karte carte tarjeta carta kaart total amount amounts call hours hour days day member invoice limit credit branch routing currency interest "
    "rate fee fees deposits withdrawals opening closing transaction transactions payment due minimum from until hrb kvk vat ust "
)
