"""What a column is called: text of a head -> its role."""

import pytest

from extraction.tables.names import phrases, role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date", "date"),
        ("Buchungstag", "date"),
        ("Date d'opération", "date"),
        ("Montant d'origine", "other"),
        ("Saldo per Ende Tag", "balance"),
        ("Fecha de operación", "date"),
        ("Value Date", "value_date"),
        ("Wertstellung", "value_date"),
        ("Date de valeur", "value_date"),
        ("Eff.", "value_date"),
        ("Fecha efectiva", "value_date"),
        ("Narrative", "description"),
        ("Verwendungszweck", "description"),
        ("Cheque No.", "reference"),
        ("Receipt No.", "reference"),
        ("Completion Time", "date"),
        ("Balance owed (£)", "balance"),
        ("Debito residuo", "balance"),
        ("Withdrawals ($)", "debit"),
        ("Paid out £", "debit"),
        ("Deposits (+)", "credit"),
        ("Zu Ihren Gunsten", "credit"),
        ("Amount (EUR)", "amount"),
        ("Debit/Credit", "amount"),
        ("Debits and Credits", "amount"),
        ("Running balance", "balance"),
        ("Kontostand", "balance"),
        ("Balance/Baht", "balance"),
        ("Disponibilità", "balance"),
        ("Data e ora", "date"),
        ("F. proc.", "date"),
        ("Fec. Oper", "date"),
        ("Dt. balancete", "date"),
        ("Ag. origem", "reference"),
        ("Dia/Mes", None),
        ("Exchange rate", "other"),
        ("Importo in divisa", "other"),
        ("Importo", "amount"),
        ("Valor em moeda estrangeira", "other"),
        ("Montant en devises", "other"),
        ("Merchant Name or Transaction Description", "description"),
        ("Debit Amount ($)", "debit"),
        ("Telephone", None),
        ("", None),
    ],
)
def test_the_role_of_a_head(text: str, expected: str | None) -> None:
    assert role(text) == expected


def test_phrases_are_found_longest_first() -> None:
    assert phrases(("value", "date", "paid", "out")) == (("value_date", 0, 2), ("debit", 2, 4))


def test_words_of_no_meaning_are_no_phrase() -> None:
    assert phrases(("your", "and", "telephone")) == ()
