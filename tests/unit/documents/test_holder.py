"""The name of the account holder: labelled, or the first line of the address."""

import pytest

from extraction.documents.heads.holder import head, holder, is_name
from tests.pages import lines, tables_of

STOPS = (40, 300)
GAP = "Example Bank\n\n\n\n"
"""An address begins below the letterhead."""


def name(text: str, issuer: str | None = "Example Bank") -> str | None:
    found = holder(lines(text, stops=STOPS), (), issuer)
    return found[0] if found else None


@pytest.mark.parametrize(
    "text",
    [
        "Account holder: Maria Lopez",
        "Account Holder Maria Lopez",
        "Customer name | Maria Lopez",
        "Name: Maria Lopez",
        "Cardmember: Maria Lopez",
        "Account holder | Currency\nMaria Lopez | EUR",
        "Kontoinhaber: Maria Lopez",
        "Kontoinhaberin Maria Lopez",
        "Titulaire du compte : Maria Lopez",
        "Titulaire : Maria Lopez",
        "Titular de la cuenta: Maria Lopez",
        "Titular: Maria Lopez",
        "Intestatario | Maria Lopez",
        "Conto intestato a: Maria Lopez",
        "Rekeninghouder | Maria Lopez",
        "Ten name van: Maria Lopez",
        "Titular da conta: Maria Lopez",
        "Nome do titular | Maria Lopez",
    ],
)
def test_a_labelled_name_stands_after_its_label_beside_it_or_below(text: str) -> None:
    assert name(text) == "Maria Lopez"


@pytest.mark.parametrize(
    "address",
    [
        "418 Juniper Lane\nFernwood, OH 44099",
        "The Old Forge, Church Lane\nWexcombe WX4 2QT",
        "Mühlweg 18a\n29998 Oberau",
        "3 bis place du Marché\n99120 Fontbrune",
        "Calle Mayor 7, 2º B\n28999 Villarubia",
        "Via Garibaldi 12\n00199 Roma RM",
        "Kade 18\n9988 XA Polderdam",
        "Rua do Ipê, 450 ap 32\nVale Claro - VC 99990-000",
        "100 Main Street, Anytown, USA",
        "Acme Trading Ltd\n12 Mill Row\nWexcombe WX4 2QT",
    ],
)
def test_without_a_label_it_is_the_first_line_of_the_address(address: str) -> None:
    assert name(f"{GAP}Mr John A. de Vries\n{address}") == "Mr John A. de Vries"


@pytest.mark.parametrize(
    "text",
    [
        "Account holder: 12345678",
        "Account name: Everyday Saver",
        "Customer Service: Call us",
        "Account holder | Account number",
        "Bank name: Example Bank",
        "Account holder: Maria Lopez\nAccount holder: John Smith",
        f"{GAP}John Smith",
        f"{GAP}John Smith\n1 March 2024 to 31 March 2024\nAll amounts in EUR",
        f"{GAP}Hotel Finale\n26 October\nCafé Nordwind",
        f"{GAP}Total Deposits\nEingänge (5)\nAusgänge (4)",
        f"{GAP}Example Bank\n12 Main Street\nLeeds LS1 4AB",
        f"{GAP}Customer Services\n12 Main Street\nLeeds LS1 4AB",
        f"{GAP}John Smith\n12 Mill Row\nLeeds LS1 4AB\n\n\nJane Miller\n7 Mill Row\nLeeds LS1 4AB",
        "Northern Rock\n12 Main Street\nLeeds LS1 4AB",
    ],
)
def test_what_is_no_name_or_not_the_only_one_is_none(text: str) -> None:
    assert name(text) is None


def test_an_address_far_down_the_page_belongs_to_the_payment_slip() -> None:
    block = "John Smith\n12 Mill Row\nLeeds LS1 4AB"
    assert (name(f"{GAP}{block}"), name("Example Bank" + "\n" * 30 + block)) == ("John Smith", None)


def test_a_name_says_where_it_stands() -> None:
    found = holder(lines("Account holder: Maria Lopez", stops=STOPS), (), None)
    assert found is not None
    assert (found[1].text, found[1].page, found[1].box[0]) == ("Maria Lopez", 1, 40 + 7 * 5 + 3 + 7 * 5 + 3)


def test_names_in_rows_are_not_looked_at() -> None:
    text = "Date | Details | Amount\n02 Mar | Cliente: Juan Perez | 3.50\n03 Mar | Tea | 1.00"
    stops = (40, 110, -360)
    found, tables = lines(text, stops=stops), tables_of(text, stops=stops)
    assert [line.text for line in head(found, tables)] == ["Date Details Amount"]
    assert holder(found, tables, None) is None


@pytest.mark.parametrize(
    "text", ["Leeds LS1", "john smith", "Opening Balance", "John: Smith", "A" * 40 + " " + "B" * 40]
)
def test_what_is_no_name(text: str) -> None:
    assert not is_name(text)
