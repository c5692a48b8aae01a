"""Words of a brokerage statement, per language; `|` parts the lines of a head."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Synonyms that a page chooses from. `heads`: names of columns by key; `classes`: headings of groups by class of
    security; `total_of`: the total of a group, `total`: that of all securities, `whole`: with the cash."""

    title: tuple[str, ...]
    account: tuple[str, ...]
    as_of: tuple[str, ...]
    heads: dict[str, tuple[str, ...]]
    classes: dict[str, tuple[str, ...]]
    total_of: tuple[str, ...]
    total: tuple[str, ...]
    whole: tuple[str, ...]
    cash: tuple[str, ...]
    holdings: tuple[str, ...]
    moves: tuple[str, ...]
    cash_ends: tuple[tuple[str, str], ...]
    actions: dict[str, tuple[str, ...]]
    columns: dict[str, tuple[str, ...]]
    out_in: tuple[tuple[str, str], ...]
    note: str


# fmt: off
WORDS = {
    "en": Words(
        title=("Brokerage statement", "Investment account statement", "Portfolio statement", "Account statement"),
        account=("Account number", "Account no.", "Brokerage account"), as_of=("Valuation date: {b}", "Statement as of {b}", "As of {b}"),
        heads={"name": ("Security", "Name", "Description", "Investment|name", "Security description", "Fund name"), "id": ("Symbol", "ISIN", "CUSIP", "Symbol/|ISIN", "Code"),
               "quantity": ("Quantity", "Units", "Shares", "Units held", "Qty", "No. of|units"), "price": ("Price", "Market price", "Unit price", "Closing|price", "Price per|unit", "Last price"),
               "value": ("Market value", "Value", "Market|value", "Current value"), "cost": ("Cost basis", "Book cost", "Total|cost"), "gain": ("Unrealized|gain/loss", "Gain/loss", "Unrealised gain"),
               "weight": ("% of portfolio", "Weight", "%", "% of|holdings"), "currency": ("Currency", "Ccy"), "income": ("Est. annual|income",), "rate": ("Exchange|rate", "FX rate"),
               "earlier": ("Beginning|market value", "Previous value"), "local": ("Local value", "Value in local|currency"), "accrued": ("Accrued|interest",)},
        classes={"equity": ("Equities", "Stocks", "Common stock"), "fund": ("Mutual funds", "Funds", "Exchange traded funds"), "bond": ("Bonds", "Fixed income", "Corporate bonds")},
        total_of=("Total {}", "Subtotal {}", "{} total"), total=("Total securities", "Total holdings", "Total"), whole=("Total portfolio value", "Total account value", "Total value"),
        cash=("Cash", "Cash balance", "Cash account"), holdings=("Holdings", "Your portfolio", "Positions"), moves=("Account activity", "Transactions", "Cash transactions"),
        cash_ends=(("Opening balance", "Closing balance"), ("Beginning cash", "Ending cash"), ("Opening cash balance", "Closing cash balance")),
        actions={"buy": ("Buy", "Bought", "Purchase"), "sell": ("Sell", "Sold", "Sale"), "dividend": ("Dividend", "Cash dividend"), "deposit": ("Deposit", "Funds received"), "fee": ("Custody fee", "Account fee"),
                 "withdrawal": ("Withdrawal",), "interest": ("Credit interest",)},
        columns={"date": ("Date", "Trade date", "Settlement|date"), "action": ("Type", "Action", "Transaction|type"), "text": ("Description", "Security", "Details"), "quantity": ("Quantity", "Units"),
                 "price": ("Price", "Unit price"), "fee": ("Commission", "Fees", "Charges"), "amount": ("Amount", "Net amount"), "balance": ("Balance", "Cash balance")},
        out_in=(("Debit", "Credit"), ("Paid out", "Paid in"), ("Withdrawals", "Deposits")), note="All amounts in {code}"),
    "de": Words(
        title=("Depotauszug", "Depotübersicht", "Vermögensübersicht", "Wertpapierdepot - Auszug"), account=("Depotnummer", "Depot-Nr.", "Depot"), as_of=("Stand {b}", "Depotauszug per {b}", "Stichtag {b}"),
        heads={"name": ("Wertpapierbezeichnung", "Bezeichnung", "Wertpapier", "Gattung"), "id": ("ISIN", "WKN / ISIN", "ISIN/WKN"), "quantity": ("Stück/Nominal", "Stück", "Nominale", "Bestand", "Anzahl"),
               "price": ("Kurs", "Kurs in EUR", "Schlusskurs", "Kurs|per Stichtag"), "value": ("Kurswert", "Kurswert in EUR", "Marktwert", "Depotwert", "Kurswert|in EUR"), "cost": ("Einstandswert", "Kaufwert"),
               "gain": ("Gewinn/Verlust", "Kursgewinn/|-verlust"), "weight": ("Anteil %", "Anteil in %", "Gewicht"), "currency": ("Währung", "Whg."), "income": ("Ertrag p.a.",), "rate": ("Devisenkurs", "Devisen-|kurs"),
               "earlier": ("Vormonatswert",), "local": ("Wert in|Fremdwährung",), "accrued": ("Stückzinsen",)},
        classes={"equity": ("Aktien", "Aktien Inland"), "fund": ("Fonds", "Investmentfonds"), "bond": ("Anleihen", "Renten", "Rentenwerte")},
        total_of=("Summe {}", "Zwischensumme {}", "Gesamt {}"), total=("Summe Kurswerte", "Depotwert gesamt", "Summe"), whole=("Gesamtvermögen", "Gesamtwert", "Gesamtsumme"),
        cash=("Liquidität", "Verrechnungskonto", "Kontoguthaben"), holdings=("Depotbestand", "Ihre Wertpapiere", "Bestände"), moves=("Umsätze", "Buchungen Verrechnungskonto", "Kontoumsätze"),
        cash_ends=(("Alter Saldo", "Neuer Saldo"), ("Anfangssaldo", "Endsaldo")),
        actions={"buy": ("Kauf", "Wertpapierkauf"), "sell": ("Verkauf", "Wertpapierverkauf"), "dividend": ("Dividende", "Ausschüttung"), "deposit": ("Einzahlung", "Gutschrift"), "fee": ("Depotgebühr", "Entgelt"),
                 "withdrawal": ("Auszahlung",), "interest": ("Habenzinsen",)},
        columns={"date": ("Datum", "Buchungstag"), "action": ("Art", "Geschäftsart"), "text": ("Bezeichnung", "Wertpapier", "Text"), "quantity": ("Stück", "Anzahl"), "price": ("Kurs",), "fee": ("Gebühren", "Provision", "Spesen"),
                 "amount": ("Betrag", "Betrag in EUR"), "balance": ("Saldo", "Kontostand")},
        out_in=(("Soll", "Haben"), ("Belastung", "Gutschrift")), note="Alle Beträge in {code}"),
    "fr": Words(
        title=("Relevé de portefeuille", "Relevé de compte titres", "Évaluation de portefeuille"), account=("Compte titres n°", "Numéro de compte", "Compte n°"), as_of=("Portefeuille au {b}", "Situation au {b}"),
        heads={"name": ("Libellé", "Désignation", "Valeur", "Titre"), "id": ("Code ISIN", "ISIN"), "quantity": ("Quantité", "Qté", "Nombre de|parts"), "price": ("Cours", "Dernier|cours", "Cours de|clôture"),
               "value": ("Valorisation", "Évaluation", "Valorisation|en EUR"), "cost": ("Prix de revient|total", "Montant investi|(coût)"), "gain": ("+/- value|latente", "Plus/moins-value"), "weight": ("Poids %", "%", "Poids"), "currency": ("Devise",),
               "income": ("Revenu|annuel",), "rate": ("Cours de|change",), "earlier": ("Valeur|précédente",), "local": ("Valeur en devise",), "accrued": ("Coupon|couru",)},
        classes={"equity": ("Actions", "Actions françaises"), "fund": ("OPC", "Fonds"), "bond": ("Obligations",)},
        total_of=("Total {}", "Sous-total {}"), total=("Total titres", "Total portefeuille", "Total"), whole=("Valorisation totale", "Total général"),
        cash=("Liquidités", "Solde espèces", "Espèces"), holdings=("Détail du portefeuille", "Vos titres"), moves=("Mouvements espèces", "Opérations de la période"),
        cash_ends=(("Solde initial", "Solde final"), ("Ancien solde", "Nouveau solde")),
        actions={"buy": ("Achat",), "sell": ("Vente",), "dividend": ("Dividende", "Coupon"), "deposit": ("Versement", "Virement reçu"), "fee": ("Droits de garde", "Frais"), "withdrawal": ("Retrait",), "interest": ("Intérêts",)},
        columns={"date": ("Date",), "action": ("Opération", "Nature"), "text": ("Libellé", "Valeur"), "quantity": ("Quantité",), "price": ("Cours",), "fee": ("Frais", "Courtage"), "amount": ("Montant", "Montant net"), "balance": ("Solde",)},
        out_in=(("Débit", "Crédit"),), note="Montants en {code}"),
    "es": Words(
        title=("Extracto de valores", "Posición de la cartera", "Extracto de cuenta de valores"), account=("Cuenta de valores", "Número de cuenta"), as_of=("Situación al {b}", "Posición a {b}"),
        heads={"name": ("Valor", "Descripción", "Denominación"), "id": ("ISIN", "Código ISIN"), "quantity": ("Títulos", "Cantidad", "Nº títulos"), "price": ("Precio", "Cotización", "Último|precio"),
               "value": ("Valor de mercado", "Valoración", "Valor|de mercado", "Importe efectivo"), "cost": ("Coste",), "gain": ("Plusvalía/|minusvalía", "Resultado"), "weight": ("Peso %", "% cartera", "%"), "currency": ("Divisa",), "income": ("Rendimiento|anual",),
               "rate": ("Tipo de|cambio",), "earlier": ("Valor|anterior",), "local": ("Valor en divisa",), "accrued": ("Cupón|corrido",)},
        classes={"equity": ("Acciones", "Renta variable"), "fund": ("Fondos de inversión", "Fondos"), "bond": ("Obligaciones", "Renta fija")},
        total_of=("Total {}", "Subtotal {}"), total=("Total valores", "Total cartera", "Total"), whole=("Total general", "Valor total"),
        cash=("Efectivo", "Liquidez", "Saldo en cuenta"), holdings=("Detalle de la cartera", "Sus valores"), moves=("Movimientos de efectivo", "Movimientos"), cash_ends=(("Saldo anterior", "Saldo final"), ("Saldo inicial", "Saldo final")),
        actions={"buy": ("Compra",), "sell": ("Venta",), "dividend": ("Dividendo",), "deposit": ("Ingreso", "Aportación"), "fee": ("Comisión de custodia",), "withdrawal": ("Retirada",), "interest": ("Intereses",)},
        columns={"date": ("Fecha",), "action": ("Operación",), "text": ("Descripción", "Concepto"), "quantity": ("Títulos",), "price": ("Precio",), "fee": ("Comisión",), "amount": ("Importe",), "balance": ("Saldo",)},
        out_in=(("Cargo", "Abono"), ("Debe", "Haber")), note="Importes en {code}"),
    "it": Words(
        title=("Estratto conto titoli", "Situazione del portafoglio", "Dossier titoli"), account=("Dossier titoli n.", "Deposito titoli", "Numero conto"), as_of=("Situazione al {b}", "Posizione al {b}"),
        heads={"name": ("Titolo", "Descrizione", "Strumento"), "id": ("ISIN", "Codice ISIN"), "quantity": ("Quantità", "Quantità/|Nominale", "Quote"), "price": ("Prezzo", "Prezzo di|mercato", "Quotazione"),
               "value": ("Controvalore", "Valore di|mercato", "Controvalore|in EUR"), "cost": ("Valore di carico",), "gain": ("Plus/minus-|valenza", "Utile/perdita|differenza"), "weight": ("Peso %", "%"), "currency": ("Divisa",), "income": ("Rendimento|annuo",),
               "rate": ("Cambio",), "earlier": ("Valore|precedente",), "local": ("Controvalore|in divisa",), "accrued": ("Rateo",)},
        classes={"equity": ("Azioni",), "fund": ("Fondi comuni", "Fondi"), "bond": ("Obbligazioni", "Titoli di Stato")}, total_of=("Totale {}", "Subtotale {}"), total=("Totale titoli", "Totale portafoglio", "Totale"),
        whole=("Totale patrimonio", "Totale generale"), cash=("Liquidità", "Conto liquidità"), holdings=("Dettaglio del portafoglio", "I suoi titoli"), moves=("Movimenti di liquidità", "Movimenti"),
        cash_ends=(("Saldo iniziale", "Saldo finale"), ("Saldo precedente", "Saldo finale")),
        actions={"buy": ("Acquisto",), "sell": ("Vendita",), "dividend": ("Dividendo", "Cedola"), "deposit": ("Versamento",), "fee": ("Commissioni", "Imposta di bollo"), "withdrawal": ("Prelievo",), "interest": ("Interessi",)},
        columns={"date": ("Data",), "action": ("Operazione", "Causale"), "text": ("Descrizione", "Titolo"), "quantity": ("Quantità",), "price": ("Prezzo",), "fee": ("Commissioni",), "amount": ("Importo",), "balance": ("Saldo",)},
        out_in=(("Dare", "Avere"), ("Uscite", "Entrate")), note="Importi in {code}"),
    "nl": Words(
        title=("Portefeuilleoverzicht", "Effectenrekening - overzicht", "Overzicht beleggingen"), account=("Effectenrekening", "Rekeningnummer"), as_of=("Overzicht per {b}", "Stand per {b}"),
        heads={"name": ("Effect", "Omschrijving", "Fonds", "Naam"), "id": ("ISIN", "Symbool/ISIN"), "quantity": ("Aantal", "Stuks"), "price": ("Koers", "Slotkoers"), "value": ("Waarde", "Marktwaarde", "Waarde in EUR", "Waarde|in EUR"), "cost": ("Aankoopwaarde",),
               "gain": ("Winst/verlies", "Resultaat"), "weight": ("Weging %", "%"), "currency": ("Valuta",), "income": ("Dividend-|opbrengst",), "rate": ("Wisselkoers",), "earlier": ("Vorige waarde",), "local": ("Lokale waarde",), "accrued": ("Opgelopen|rente",)},
        classes={"equity": ("Aandelen",), "fund": ("Beleggingsfondsen",), "bond": ("Obligaties",)}, total_of=("Totaal {}", "Subtotaal {}"), total=("Totaal effecten", "Totaal"), whole=("Totale portefeuille", "Totale waarde"),
        cash=("Liquiditeiten", "Geldrekening"), holdings=("Uw portefeuille", "Beleggingen"), moves=("Mutaties geldrekening", "Transacties"), cash_ends=(("Beginsaldo", "Eindsaldo"), ("Vorig saldo", "Nieuw saldo")),
        actions={"buy": ("Koop", "Aankoop"), "sell": ("Verkoop",), "dividend": ("Dividend",), "deposit": ("Storting",), "fee": ("Bewaarloon", "Kosten"), "withdrawal": ("Opname",), "interest": ("Rente",)},
        columns={"date": ("Datum",), "action": ("Transactie", "Soort"), "text": ("Omschrijving", "Effect"), "quantity": ("Aantal",), "price": ("Koers",), "fee": ("Kosten",), "amount": ("Bedrag",), "balance": ("Saldo",)},
        out_in=(("Af", "Bij"), ("Debet", "Credit")), note="Bedragen in {code}"),
    "pt": Words(
        title=("Extrato de títulos", "Posição da carteira", "Extrato da conta de títulos"), account=("Conta de títulos", "Número da conta"), as_of=("Posição em {b}", "Situação em {b}"),
        heads={"name": ("Ativo", "Descrição", "Designação"), "id": ("ISIN", "Código"), "quantity": ("Quantidade", "Qtd."), "price": ("Cotação", "Preço", "Preço de|fecho"), "value": ("Valor de mercado", "Avaliação", "Valor|de mercado"), "cost": ("Custo",), "gain": ("Mais/menos-|valia", "Mais-valia"),
               "weight": ("Peso %", "% carteira"), "currency": ("Moeda",), "income": ("Rendimento|anual",), "rate": ("Câmbio",), "earlier": ("Valor|anterior",), "local": ("Valor em moeda|original",), "accrued": ("Juros|corridos",)},
        classes={"equity": ("Ações",), "fund": ("Fundos de investimento", "Fundos"), "bond": ("Obrigações",)}, total_of=("Total {}", "Subtotal {}"), total=("Total de títulos", "Total carteira", "Total"), whole=("Total geral", "Valor total"),
        cash=("Liquidez", "Saldo de caixa"), holdings=("Detalhe da carteira", "Os seus títulos"), moves=("Movimentos de caixa", "Movimentos"), cash_ends=(("Saldo inicial", "Saldo final"), ("Saldo anterior", "Saldo final")),
        actions={"buy": ("Compra",), "sell": ("Venda",), "dividend": ("Dividendo",), "deposit": ("Depósito",), "fee": ("Comissão",), "withdrawal": ("Levantamento",), "interest": ("Juros",)},
        columns={"date": ("Data",), "action": ("Operação", "Tipo"), "text": ("Descrição",), "quantity": ("Quantidade",), "price": ("Preço",), "fee": ("Comissão",), "amount": ("Montante", "Valor"), "balance": ("Saldo",)},
        out_in=(("Débito", "Crédito"),), note="Valores em {code}"),
}
# fmt: on
NAMES = {
    "equity": (
        "Alderwick Motors AG",
        "Nordlys Shipping ASA Ordinary Shares",
        "Brightwater Utilities plc",
        "Octavia Systems Inc. Class A",
        "Solent Works plc Ord 25p",
        "TRIVEX CORP COM",
        "Ostara Pharma SA",
        "Palisade Holdings Ltd",
        "Verdano Foods N.V.",
        "MERIDEX LOGISTICS SE NAMENS-AKTIEN",
        "Flinders Mining Limited",
        "Quist & Brandauer Group",
        "Kestrel Aerospace Corp.",
        "Zaffiro S.p.A.",
        "Harbor Semiconductors Inc",
        "Total Ridge Energy SE",
    ),
    "fund": (
        "Bramble Global Equity Index Fund Accumulation",
        "Tallgrass MSCI World UCITS ETF",
        "Copper Ridge Balanced Fund A",
        "Lakeshore Small Cap Value Fund Investor Shares",
        "Nordlys Europe Dividend Fund R (dis)",
        "Thornbury Emerging Markets Index",
        "Calder Global Property Securities Fund Class I Income",
        "Hansekontor Megatrends Fonds",
        "Kade Core Euro Equity ETF",
        "Fontbrune Actions Monde C",
    ),
    "bond": (
        "{r} Republic of Murten {y}",
        "{r} Port Alder City Notes {y}",
        "{r} Alderwick Finance B.V. {y}",
        "{r} Oberau Landesanleihe {y}",
        "{r} Pietrarossa Treasury {y}",
        "{r} Wexcombe Water Bonds {y}",
    ),
}  # fmt: skip
"""Securities are invented."""
