"""What columns of holdings are called, in seven languages."""

import pytest

from extraction.tables.securities.actions import action
from extraction.tables.securities.classes import is_bond, is_cash, is_class, is_sum
from extraction.tables.securities.securities import field, in_pence, in_percent

HEADS = {
    "name": (
        "Security|Description|Investment option name|Wertpapierbezeichnung|Gattung|Libellé|Désignation|"
        "Descripción|Titolo|Effect|Omschrijving|Ativo|Fund name|Product"
    ),
    "identifier": (
        "Symbol|ISIN|CUSIP|Option code|WKN / ISIN|Code ISIN|Código ISIN|Codice ISIN|Symbool/ISIN|Valor / ISIN"
    ),
    "quantity": (
        "Quantity|Shares|Units held|No. of units|Stück/Nominal|Nominale|Bestand|Quantité|Títulos|Cantidad|"
        "Quantità|Aantal|Quantidade|Face Value|Number/nominal"
    ),
    "price": (
        "Price ($)|Market Price|Unit price|Price Per Unit Dec 31, 2024|Kurs|Kurs in %|Schlusskurs|Cours|"
        "Cotización|Prezzo|Slotkoers|Cotação|Close Price|NAV per unit"
    ),
    "value": (
        "Market Value|Value (£)|Ending Market Value|Kurswert in EUR|Marktwert|Valorisation|Valor de mercado|"
        "Controvalore|Waarde in EUR|Valeur en CHF|Balance on 03/31/2024"
    ),
    "earlier_value": "Beginning Market Value|Previous value|Valor anterior|Valeur précédente",
    "cost": "Cost Basis|Book cost|Einstandswert|Coste|Valore di carico",
    "unit_cost": "Average price|Avg. price|Einstandskurs|Cours de revient|PRU|Prezzo medio|Precio medio|Cost Price",
    "gain": "Unrealized Gain/(Loss)($)|Gain/loss (%)|+/-|Plus-value latente|Gewinn/Verlust|Mais-valia|Winst/verlies",
    "weight": "%|% of Acct|Portfolio (%)|Weight|Anteil %|Poids %|% cartera|Peso %|Weging %",
    "rate": "Exchange rate|Devisenkurs|Cours de change|Tipo de cambio|Wisselkoers|Cambio",
    "accrued": "Accrued interest|Stückzinsen|Marchzins|Coupon couru|Rateo",
    "currency": "Currency|Ccy|Währung|Devise|Divisa|Moeda",
    "local_value": "Local value|Lokale waarde|Valor en divisa|Controvalore in divisa",
    "fee": "Commission|Fees|Comm/Fee|Gebühren|Courtage|Comisión|Kosten",
}


@pytest.mark.parametrize("name", HEADS)
def test_a_head_says_what_its_column_holds(name: str) -> None:
    assert {text: field(text) for text in HEADS[name].split("|")} == dict.fromkeys(HEADS[name].split("|"), name)


@pytest.mark.parametrize("text", ["Lorem ipsum", "", "Page", "42"])
def test_other_words_say_nothing(text: str) -> None:
    assert field(text) is None


def test_a_title_of_a_security_may_be_a_value_as_well() -> None:
    assert [field(text) for text in ("Valeur", "Valor", "Amount", "Montant")] == ["amount"] * 4


def test_units_of_prices_are_told_by_their_head() -> None:
    assert in_pence("Price (p)") and in_pence("PRICE (P)") and not in_pence("Price ($)")
    assert in_percent("Kurs in %") and not in_percent("Kurs")


@pytest.mark.parametrize(
    "text",
    [
        "Equities",
        "Mutual Funds",
        "Aktien Inland",
        "Renten",
        "Actions",
        "Renta variable",
        "Azioni",
        "Obligaties",
        "Ações",
        "Fixed income",
    ],
)
def test_classes_of_securities_head_groups(text: str) -> None:
    assert is_class(text)


@pytest.mark.parametrize(
    "text", ["Example Fund", "Bonds 2032", "Securities Fund Class I", "Income", "Alderwick Motors AG"]
)
def test_names_and_their_parts_do_not(text: str) -> None:
    assert not is_class(text)


def test_other_words_of_holdings() -> None:
    assert is_cash("Solde espèces") and is_cash("Verrechnungskonto") and not is_cash("Cashew Foods")
    assert (
        is_sum("Subtotale Azioni")
        and is_sum("Summe Kurswerte")
        and is_sum("Account value")
        and not is_sum("Alderwick Growth Fund")
    )
    assert is_bond("4,25 % Musterland 2031") and is_bond("Government bonds") and not is_bond("Example Motors")


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("YOU BOUGHT EXAMPLE CORP", ("buy", -1)),
        ("Wertpapierverkauf", ("sell", 1)),
        ("Dividende", ("dividend", 1)),
        ("Dividend withholding tax", ("tax", -1)),
        ("Droits de garde", ("fee", -1)),
        ("Versamento", ("deposit", 1)),
        ("Levantamento", ("withdrawal", -1)),
        ("Margin interest", ("interest", -1)),
        ("Credit interest", ("interest", 1)),
        ("Journal", ("transfer", 0)),
        ("Example plc", None),
    ],
)
def test_rows_say_what_was_done(text: str, done: tuple[str, int] | None) -> None:
    assert action(text) == done
