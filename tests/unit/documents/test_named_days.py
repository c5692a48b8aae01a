"""The date of a statement, and the day of payment."""

from datetime import date

import pytest

from extraction.documents.calendar import Calendar
from extraction.documents.named_days import due_date, statement_date
from tests.pages import lines

STOPS = (40, 200, 320)
DAYS = Calendar("dmy", True, date(2024, 3, 1), date(2024, 3, 31))


def told(text: str, days: Calendar = DAYS) -> str | None:
    found = statement_date(lines(text, stops=STOPS), days)
    return str(found[0]) if found else None


def due(text: str, days: Calendar = DAYS) -> str | None:
    found = due_date(lines(text, stops=STOPS), days)
    return str(found[0]) if found else None


@pytest.mark.parametrize(
    "text",
    [
        "Statement date: 05/04/2024",
        "Statement Date | 5 April 2024",
        "Issue date\n5 April 2024",
        "Page 1 | Statement date 5 April 2024 Payment due 8 May 2024",
        "Kontoauszug vom 05.04.2024",
        "Erstellt am 5. April 2024",
        "Date d'arrêté : 05/04/2024",
        "Relevé arrêté au 5 avril 2024",
        "Fecha de corte: 05/04/2024",
        "Data estratto conto: 5 aprile 2024",
        "Estratto conto al 05/04/2024",
        "Afschriftdatum 5 april 2024",
        "Data do extrato: 5 de abril de 2024",
    ],
)
def test_the_date_of_a_statement(text: str) -> None:
    assert told(text) == "2024-04-05"


@pytest.mark.parametrize(
    "text",
    [
        "Statement period: 1 March 2024 to 31 March 2024",
        "Statement date: 1 March 2024 to 31 March 2024",
        "Relevé du 1 mars 2024 au 31 mars 2024",
        "Next statement date: 30 April 2024",
        "Statement date: 5 April 2024\nStatement date: 6 April 2024",
        "Statement date: 5 April 2019",
        "Date: 5 April 2024",
    ],
)
def test_what_is_no_date_of_the_statement_or_not_the_only_one_is_none(text: str) -> None:
    assert told(text) is None


def test_the_order_of_day_and_month_is_the_calendars() -> None:
    start, end = date(2024, 3, 1), date(2024, 3, 31)
    text = "Statement date: 04/05/2024"
    assert told(text, Calendar("mdy", True, start, end)) == "2024-04-05"
    assert told(text, Calendar("dmy", True, start, end)) == "2024-05-04"
    assert told(text, Calendar("dmy", False, start, end)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Payment due date: 25/04/2024",
        "Please pay by 25 April 2024",
        "Payment due date\n25 April",
        "Zahlbar bis: 25.04.2024",
        "Date d'échéance: 25 avril 2024",
        "Fecha límite de pago | 25 de abril de 2024",
        "Scadenza pagamento: 25/04/2024",
        "Uiterste betaaldatum 25 april 2024",
        "Data limite de pagamento: 25 de abril de 2024",
        "Payment due date: 25 April\nPayment due date | 25/04/2024",
    ],
)
def test_the_day_of_payment(text: str) -> None:
    assert due(text) == "2024-04-25"


def test_a_day_without_a_year_follows_the_period() -> None:
    winter = Calendar("dmy", True, date(2023, 12, 1), date(2023, 12, 31))
    assert (due("Payment due: 25 January", winter), due("Payment due: 25 June", winter)) == ("2024-01-25", None)
    assert due("Payment due: 25 January", Calendar("dmy", True, None, None)) is None


def test_a_day_says_where_it_is_printed() -> None:
    found = due_date(lines("Payment due date: 25/04/2024 by noon", stops=STOPS), DAYS)
    assert found is not None
    assert (found[1].text, found[1].page) == ("25/04/2024", 1)
