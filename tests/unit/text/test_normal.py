"""Labels in the form in which they are compared."""

import re

import pytest

from extraction.text.normal import APR, plain


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


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("APR", True),
        ("Representative 24.9% APR", True),
        ("Purchase APR 24.99%", True),
        ("Balance subject to APR", True),
        ("1 Apr 2024 - 30 Apr 2024", False),
        ("Opening balance at 16 Apr", False),
        ("Apr 02, 2024", False),
        ("Apr 2 Coffee", False),
        ("April", False),
    ],
)
def test_the_annual_percentage_rate_is_no_day_of_april(text: str, rate: bool) -> None:
    assert (re.search(rf"\b{APR}\b", plain(text)) is not None) == rate
