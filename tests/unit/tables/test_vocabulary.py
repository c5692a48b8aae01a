"""What labels mean, in seven languages."""

import pytest

from extraction.tables.vocabulary import balance_kind, is_carried, is_total, total_kind
from extraction.text.normal import plain


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Opening balance", "opening"),
        ("Balance brought forward", "opening"),
        ("Balance last statement", "opening"),
        ("Balance from your last statement", "opening"),
        ("Skuld enligt föregående faktura", "opening"),
        ("Solde de vos dépenses précédent", "opening"),
        ("Juros sobre saldo em dívida", None),
        ("Geincasseerd vorig saldo", None),
        ("Adeudo del periodo anterior", "opening"),
        ("Totale da pagare", "closing"),
        ("Previous Balance", "opening"),
        ("Alter Kontostand", "opening"),
        ("Saldo letzte Abrechnung", "opening"),
        ("Ancien solde au 31/03", "opening"),
        ("Last statement 02/27/26", "opening"),
        ("This statement", "closing"),
        ("Saldo letzter Kontoauszug vom 29.12.2025", "opening"),
        ("Saldo anterior", "opening"),
        ("Saldo i Deres favør fra kontoutskrift 28.02.2026", "opening"),
        ("Saldo i Deres favør 31.03.2026", "closing"),
        ("SALDO BLOQ.ANTERIOR", None),
        ("Saldo blocc. precedente", None),
        ("Vorig saldo geblok.", None),
        ("Saldo iniziale", "opening"),
        ("Debito residuo iniziale", "opening"),
        ("Debito residuo finale", "closing"),
        ("Beginsaldo", "opening"),
        ("前月繰越", "opening"),
        ("이월 잔액", "opening"),
        ("ยอดยกมา", "opening"),
        ("Devreden Bakiye", "opening"),
        ("SALDO AWAL", "opening"),
        ("Sold anterior", "opening"),
        ("Saldo kauden alussa", "opening"),
        ("Počáteční zůstatek", "opening"),
        ("次月繰越", "closing"),
        ("ยอดยกไป", "closing"),
        ("Son Bakiye", "closing"),
        ("SALDO AKHIR", "closing"),
        ("SOLD FINAL CONT", "closing"),
        ("Saldo kauden lopussa", "closing"),
        ("Konečný zůstatek", "closing"),
        ("平均残高", None),
        ("출금가능금액", None),
        ("Kullanılabilir bakiye", None),
        ("Closing balance", "closing"),
        ("Your new balance", "closing"),
        ("Balance at end", "closing"),
        ("Neuer Saldo", "closing"),
        ("Ending balance on Apr 2, 2024", "closing"),
        ("Balance after last entry", "closing"),
        ("Saldo zu unseren Gunsten", "closing"),
        ("Übertrag auf Blatt 2", "opening"),
        ("Übertrag Ada Muster", None),
        ("Endsaldo", "closing"),
        ("Nouveau solde", "closing"),
        ("Report de solde", "opening"),
        ("Solde dû au relevé du 10 septembre", "dated"),
        ("Total balance for Example Cashback Visa", "dated"),
        ("Total balance of cashback", None),
        ("Deuda total al 10-ENE", "closing"),
        ("Rendimento líquido saldo em conta", None),
        ("Solde en votre faveur", "dated"),
        ("Saldo en Apartados", None),
        ("Saldo final", "closing"),
        ("Nuovo saldo", "closing"),
        ("Nieuw saldo", "closing"),
        ("Saldo am 31.03.2024", "dated"),
        ("Total Amount due", "dated"),
        ("Saldo", "dated"),
        ("Beginning Available Balance (USD)", "opening"),
        ("Available balance", None),
        ("Your April balance as of Apr 30, 2024", "dated"),
        ("Balance subject to APR", None),
        ("Solde au 31/03/2024", "dated"),
        ("Saldo dispuesto a 20/01/2026", "dated"),
        ("Saldo utilizzato al 20/01/2026", "dated"),
        ("Solde utilisé au 20/01/2026", "dated"),
        ("Balance on 31 March", "dated"),
        ("Average daily balance", None),
        ("Minimum balance", None),
        ("Balance transfer", None),
        ("New balance points", None),
        ("Coffee", None),
        ("", None),
    ],
)
def test_balances(label: str, kind: str | None) -> None:
    assert balance_kind(plain(label)) == kind


@pytest.mark.parametrize(
    ("label", "carried"),
    [
        ("Balance c/f", True),
        ("Brought forward", True),
        ("Übertrag", True),
        ("Saldo transportado", True),
        ("Suma y sigue", True),
        ("A reporter", True),
        ("Saldo de la página anterior", True),
        ("Balance from the previous page", True),
        ("Closing balance", False),
        ("Übertrag auf Seite 2", True),
        ("Übertrag auf das nächste Blatt", True),
        ("Übertrag auf E-Sparkonto 92-118044-7", False),
        ("Report of activity on your card", True),  # a word in French; harmless, it is asked only of balances
    ],
)
def test_balances_carried_from_page_to_page(label: str, carried: bool) -> None:
    assert is_carried(plain(label)) is carried


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Total deposits and other credits", "credits"),
        ("Total money in", "credits"),
        ("Summe Haben", "credits"),
        ("Totaal bijgeschreven", "credits"),
        ("Totali entrate", "credits"),
        ("Totali uscite", "debits"),
        ("Total withdrawals", "debits"),
        ("Total money out", "debits"),
        ("Summe Soll", "debits"),
        ("Total des débits", "debits"),
        ("入金合計", "credits"),
        ("출금합계 :", "debits"),
        ("รวมฝากเงิน 12 รายการ", "credits"),
        ("Toplam Borç", "debits"),
        ("MUTASI CR", "credits"),
        ("RULAJ TOTAL DEBITOR", "debits"),
        ("Otot 15 kpl yhteensä", "debits"),
        ("Příchozí úhrady celkem", "credits"),
        ("Total fees this year", None),
        ("Total IGST charged in this statement", None),
        ("Total deposits and withdrawals", None),
        ("Number of deposits", None),
        ("Total", None),
    ],
)
def test_totals_of_money_in_and_out(label: str, kind: str | None) -> None:
    assert total_kind(plain(label)) == kind


@pytest.mark.parametrize(
    "label",
    [
        "Total",
        "Totals for March",
        "Zwischensumme",
        "Sous-total",
        "Subtotal",
        "Transaction totals Checks Paid",
        "Page total",
    ],
)
def test_a_line_of_totals(label: str) -> None:
    assert is_total(plain(label))


def test_a_shop_called_total_at_the_end_of_its_name_is_no_line_of_totals() -> None:
    assert not is_total(plain("Card payment at station TOTAL"))


def test_what_a_turkish_card_owes() -> None:
    assert [balance_kind(label) for label in ("onceki donem borcu", "donem borcu")] == ["opening", "closing"]


@pytest.mark.parametrize(
    ("label", "total"),
    [
        ("Total market value", True),
        ("Total international transactions", True),
        ("Total return", True),
        ("VTI Total stock market ETF", False),
        ("Total intl bond index", False),
        ("Total Energies", False),
    ],
)
def test_what_a_fund_or_a_merchant_is_called_is_no_total(label: str, total: bool) -> None:
    assert is_total(plain(label)) == total
