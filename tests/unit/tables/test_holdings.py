"""Heads and rows of tables of holdings."""

import pytest

from extraction.tables.securities.holding_heads import holdings_heads
from extraction.tables.securities.holding_rows import holdings_tables
from extraction.tables.securities.holdings import HoldingsTable
from extraction.tables.securities.movement_heads import movement_heads
from tests.pages import lines

STOPS = (40, 200, -330, -400, -500)


def tables(*texts: str, stops: tuple[float, ...] = STOPS, mark: str = ".") -> list[HoldingsTable]:
    found = lines(*texts, stops=stops)
    return holdings_tables(found, holdings_heads(found), (), "." if mark == "." else ",")


HEADS = [
    "Security | Symbol | Quantity | Price | Market value",
    "Wertpapier | ISIN | Stück | Kurs | Kurswert",
    "Libellé | Code ISIN | Quantité | Cours | Valorisation",
    "Valor | ISIN | Títulos | Cotización | Valor de mercado",
    "Titolo | ISIN | Quantità | Prezzo | Controvalore",
    "Product | ISIN | Aantal | Koers | Waarde",
    "Ativo | ISIN | Quantidade | Cotação | Valor de mercado",
]


@pytest.mark.parametrize("head", HEADS)
def test_heads_are_known_in_seven_languages(head: str) -> None:
    (found,) = holdings_heads(lines(f"{head}\nAlder | DE0007164600 | 1 | 10.00 | 10.00", stops=STOPS))
    assert found.fields[1:] == ("identifier", "quantity", "price", "value")
    assert found.fields[0] in ("name", "amount")


@pytest.mark.parametrize(
    "text",
    [
        "Date | Description | Money out | Money in | Balance",
        "Trade date | Security | Quantity | Price | Amount",
        "Name | Symbol | Sector",
        "Alder | DE0007164600 | 1 | 10.00 | 10.00",
    ],
)
def test_other_lines_are_no_heads_of_holdings(text: str) -> None:
    assert holdings_heads(lines(text, stops=STOPS)) == []


def test_heads_of_trades_are_those_of_movements() -> None:
    (head,) = movement_heads(lines("Trade date | Security | Quantity | Price | Amount", stops=STOPS))
    assert head.roles == ("date", "description", "other", "other", "amount")


def test_a_head_may_have_two_lines() -> None:
    (head,) = holdings_heads(lines(" | | | Price | Market\nSecurity | Symbol | Quantity | ($) | value", stops=STOPS))
    assert head.fields == ("name", "identifier", "quantity", "price", "value")


def test_rows_have_their_figures_by_column() -> None:
    (table,) = tables("Security | Symbol | Quantity | Price | Market value\nAlder Inc | ALD | 100 | 25.50 | 2,550.00")
    (record,) = table.records
    assert {k: [str(e.figure.value) for e in some] for k, some in record.entries.items()} == {
        2: ["100"],
        3: ["25.50"],
        4: ["2550.00"],
    }
    assert (record.label, record.bare) == ("Alder Inc ALD", False)


def test_names_go_on_below_and_headings_head_groups() -> None:
    (table,) = tables(
        "Security | Symbol | Quantity | Price | Market value\nEquities\nAlder Inc | ALD | 100 | 25.50 | 2,550.00\n"
        "Registered shares of no par\nBirch Ltd | BIR | 1 | 10.00 | 10.00\n\n"
        "Funds\nCedar Fund | CED | 2 | 10.00 | 20.00"
    )
    assert [(record.heading, len(record.lines)) for record in table.records] == [
        ("Equities", 2),
        ("Equities", 1),
        ("Funds", 1),
    ]


def test_running_text_ends_a_table() -> None:
    (table,) = tables(
        "Security | Symbol | Quantity | Price | Market value\nAlder Inc | ALD | 100 | 25.50 | 2,550.00\n"
        "Prices are those of the last day of the month and may differ from those at which securities can be sold.\n"
        "Fees | | | | 12.00"
    )
    assert len(table.records) == 1


def test_the_number_of_a_page_is_no_figure_of_a_row() -> None:
    (table,) = tables(
        "Security | Symbol | Quantity | Price | Market value\nAlder Inc | ALD | 100 | 25.50 | 2,550.00\n | | | | Page 3"
    )
    assert len(table.records) == 1
    assert not table.strays


def test_figures_left_over_are_kept() -> None:
    (table,) = tables(
        "Security | Symbol | Quantity | Price | Market value\nAlder Inc | ALD | 100 | 25.50 | 2,550.00\n"
        "Lost | | 7\nBirch Ltd | BIR | 1 | 10.00 | 10.00"
    )
    told = [cell.text for cell in table.strays] + [c.text for record in table.records for c in record.stray]
    entries = [e.cell.text for record in table.records for some in record.entries.values() for e in some]
    assert "7" in told + entries


def test_the_decimal_mark_may_be_a_comma() -> None:
    head = "Wertpapier | ISIN | Stück | Kurs | Kurswert"
    (table,) = tables(f"{head}\nAlder AG | DE0007164600 | 100 | 25,50 | 2.550,00", mark=",")
    assert [str(e.figure.value) for some in table.records[0].entries.values() for e in some] == [
        "100",
        "25.50",
        "2550.00",
    ]
