"""Parts of old purchases on a card whose rows print no year."""

import pytest

from tests.pages import codes, parsed

TOP = """
Banco Exemplo
Fatura do cartão de crédito
Cartão: 1234 XXXX XXXX 5678
Período: 05/01/2026 a 04/02/2026
Saldo anterior | | | | 100,00
Total da fatura | | | | 100,00

Data | Descrição | | | Valor R$
08/01 | Pagamento recebido | | | -100,00
"""


def days(*rows: str) -> tuple[str, list[str], list[str]]:
    result = parsed(TOP + "\n".join((*rows, "20/01 | PADARIA | | | 20,00")))
    return result.decision, codes(result), [str(row.date) for row in result.accounts[0].transactions[1:-1]]


@pytest.mark.parametrize(
    ("row", "day"),
    [
        ("10/02 | LOJA 12/12", "2025-02-10"),
        ("15/11 | LOJA 3/6", "2025-11-15"),
        ("15/11 | LOJA", "2025-11-15"),
    ],
)
def test_a_part_is_dated_as_its_purchase(row: str, day: str) -> None:
    assert days(f"{row} | | | 80,00") == ("accepted", [], [day])


def test_within_the_period_another_part_tells_which_day_is_printed() -> None:
    row = "20/01 | LOJA 12/12 | | | 50,00"
    assert days(row, "21/01 | MERCADO | | | 30,00")[:2] == ("review", ["date_undecided"])
    early = row.replace("20/01", "15/11").replace("12/12", "15/18")
    assert days(early, "21/01 | MERCADO | | | 30,00")[:2] == ("review", ["date_undecided"])
    assert days(early, "15/11 | MERCADO 3/6 | | | 30,00") == ("accepted", [], ["2024-11-15", "2025-11-15"])
    assert days(row, "15/11 | MERCADO 3/6 | | | 30,00") == ("accepted", [], ["2025-01-20", "2025-11-15"])
    assert days(row, "21/01 | MERCADO 4/6 | | | 30,00") == ("accepted", [], ["2026-01-20", "2026-01-21"])


def test_a_day_in_the_text_of_a_row_is_no_part() -> None:
    assert days("20/01 | LOJA 12/12 JUROS | | | 80,00") == ("accepted", [], ["2026-01-20"])


def test_the_column_of_parts_has_no_dates() -> None:
    text = """
Banco de Prueba, Chile
Estado de cuenta de tarjeta de crédito
Tarjeta 1234 XXXX XXXX 5678
Período facturado desde 19/02/2026 hasta 18/03/2026
Saldo anterior | | | $100,00
Monto total facturado a pagar | | | $119,99
Fecha operación | Descripción | N° cuota | Valor cuota
05/03/26 | PAGO | 01/01 | $-100,00
20/02/26 | TIENDA | 01/01 | $70,00
29/11/25 | LIBRERIA | 04/06 | $49,99
"""
    result = parsed(text, stops=(40, 130, 330, -540))
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [str(row.date) for row in result.accounts[0].transactions][1:] == ["2026-02-20", "2025-11-29"]
    assert all(row.value_date is None for row in result.accounts[0].transactions)
