"""The kind of account as printed."""

import pytest

from extraction.documents.accounts import whole
from extraction.documents.heads.numbers import account_numbers
from extraction.documents.heads.product import account_type
from tests.pages import lines

STOPS = (40, 200, -460, -560)


def kind(text: str) -> str | None:
    found = lines(text, stops=STOPS)
    (part,) = whole((), account_numbers(found), len(found))
    told = account_type(found, part)
    return told[0] if told else None


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Account type: Student Account", "Student Account"),
        ("Product: Gold", "Gold"),
        ("Account Type | Current Account", "Current Account"),
        ("Kontoart: Girokonto", "Girokonto"),
        ("Type de compte : Compte courant", "Compte courant"),
        ("Tipo de cuenta: Cuenta de ahorro", "Cuenta de ahorro"),
        ("Tipo di conto: Conto deposito", "Conto deposito"),
        ("Soort rekening: Betaalrekening", "Betaalrekening"),
        ("Tipo de conta: Conta à ordem", "Conta à ordem"),
    ],
)
def test_a_labelled_kind(text: str, printed: str) -> None:
    assert kind(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Everyday Checking — Account number 12345678", "Everyday Checking"),
        ("Checking - 70412208", "Checking"),
        ("SC Savings Account | 1612-7771-6576", "SC Savings Account"),
        ("Girokonto | Kontonummer 12345678", "Girokonto"),
        ("Conto corrente n. 12345678", "Conto corrente"),
        ("Compte de Dépôt n° 04412887651", "Compte de Dépôt"),
    ],
)
def test_the_kind_on_the_line_of_the_number(text: str, printed: str) -> None:
    assert kind(f"Example Bank\n{text}") == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Statement Savings", "Statement Savings"),
        ("Privatkonto", "Privatkonto"),
        ("Livret", "Livret"),
        ("Cuenta nómina", "Cuenta nómina"),
        ("Conta poupança", "Conta poupança"),
        ("Account name: Flex Saver", "Flex Saver"),
        ("Checking Account Statement", "Checking Account"),
        ("Savings Statement\nEveryday Checking", "Everyday Checking"),
    ],
)
def test_the_kind_alone_or_in_the_title(text: str, printed: str) -> None:
    assert kind(f"Example Bank\n{text}") == printed


@pytest.mark.parametrize(
    "text",
    [
        "Statement of Account",
        "Everyday Checking\nFlex Saver",
        "Transfer to savings",
        "Your current account",
        "Product | Balance",
        "Account type: 12345",
        "Current and Savings Account",
        "Kontoauszug",
    ],
)
def test_what_is_no_kind_or_not_the_only_one_is_none(text: str) -> None:
    assert kind(f"Example Bank\n{text}") is None
