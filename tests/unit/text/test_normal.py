"""Labels in the form in which they are compared."""

import pytest

from extraction.text.normal import plain


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("  Crédit (€) : ", "credit"),
        ("Brought-Forward B/F", "brought forward b/f"),
        ("Größe", "grosse"),
        ("Übertrag", "ubertrag"),
        ("Solde d’ouverture", "solde douverture"),
        ("DATE\u00a0VALEUR", "date valeur"),
        ("Œuvre №5", "oeuvre no5"),
        ("ﬁnal", "final"),
        ("—", ""),
        ("", ""),
        ("Añadido 2º", "anadido 2o"),
    ],
)
def test_labels(text: str, label: str) -> None:
    assert plain(text) == label
