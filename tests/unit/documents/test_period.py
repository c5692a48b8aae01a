"""The period of a statement."""

import pytest

from extraction.documents.heads.period import period
from extraction.tables.pairs import pairs
from extraction.text.dates import PrintedDate
from tests.pages import lines

STOPS = (40, 200, -460, -560)


def said(day: PrintedDate | None) -> str | None:
    return None if day is None else f"{day.year}-{day.b:02d}-{day.a:02d}"


def span(text: str, stops: tuple[float, ...] = STOPS) -> tuple[str | None, str | None] | None:
    found = lines(text, stops=stops)
    one = period(found, pairs(found, "."))
    return None if one is None else (said(one.start), said(one.end))


@pytest.mark.parametrize(
    "text",
    [
        "Statement period: 1 March 2024 to 31 March 2024",
        "1 March 2024 - 31 March 2024",
        "From 1 March 2024 through 31 March 2024",
        "Zeitraum 1. März 2024 bis 31. März 2024",
        "Période du 1 mars 2024 au 31 mars 2024",
        "Periodo: del 1 de marzo de 2024 al 31 de marzo de 2024",
        "dal 1 marzo 2024 al 31 marzo 2024",
        "van 1 maart 2024 tot en met 31 maart 2024",
        "1 March to 31 March 2024",
        "Statement period: 1 March 2024 to 31 March",
        "1 March 2024 [GMT+02:00] - 31 March 2024 [GMT+02:00]",
        "The account with the number 91884402 of our bank • Sort code 04-77-19 • 1 March 2024 – 31 March 2024",
        "Period | 1 March 2024 to 31 March 2024",
        "Statement period\n1 March 2024 to 31 March 2024",
        "Pour la période du 1er au 31 mars 2024",
        "2024-03-01 AU/TO 2024-03-31",
        "Período\n01-03-2024 / 31-03-2024",
        "Open Date: 1 March 2024 Closing Date: 31 March 2024",
        "DESDE: 2024/03/01 | HASTA: 2024/03/31",
        "Desde | 1 marzo 2024\nHasta | 31 marzo 2024",
        "Transactions for account 01338841 between 20240301 and 20240331",
        "March 2024",
        "EXTRACTO DE MARZO 2024",
        "Za období od 01.03.2024 do 31.03.2024",
        "Zestawienie operacji za okres od 2024-03-01 do 2024-03-31",
        "Inquiry period 2024.03.01 ~ 2024.03.31",
        "Período do extrato 03 / 2024",
        "Statement starts 1 March 2024\nStatement ends 31 March 2024",
        "Statement From | 1 March 2024\nStatement To | 31 March 2024\nStatement Date | 2 April 2024",
    ],
)
def test_two_dates_that_belong_together_are_the_period(text: str) -> None:
    assert span(text) == ("2024-03-01", "2024-03-31")


def test_the_number_of_a_statement_is_no_month() -> None:
    assert span("Kontoauszug 3/2024") is None


def test_a_labelled_period_goes_before_another_pair_of_dates() -> None:
    text = "Offer valid 1 May 2024 to 31 May 2024\nStatement period 1 March 2024 to 31 March 2024"
    assert span(text) == ("2024-03-01", "2024-03-31")


def test_dates_in_a_long_sentence_are_no_period() -> None:
    text = "If you open an account of this kind between us and you from 1 May 2024 to 31 May 2024 you will get a gift"
    assert span(text.replace("from ", "in the days ")) is None


def test_two_months_are_no_period() -> None:
    assert span("March 2024\nApril 2024") is None


def test_a_labelled_date_stands_after_its_label() -> None:
    assert span("Payment due 8 April 2024, closing date 31 March 2024") == (None, "2024-03-31")


def test_a_start_without_a_year_in_a_later_month_lies_in_the_year_before() -> None:
    assert span("Statement period 15 December to 14 January 2024") == ("2023-12-15", "2024-01-14")


@pytest.mark.parametrize(
    "text",
    [
        "Statement date: 31 March 2024",
        "Closing date | 31 March 2024",
        "Kontoauszug per 31. März 2024",
        "Relevé arrêté au 31 mars 2024",
        "Datum afschrift: 31 maart 2024",
        "Data de fechamento: 31/03/2024",
        "CIERRE ANTERIOR | 29 Feb 24\nCIERRE ACTUAL | 31 Mar 24\nPRÓX. CIERRE | 30 Abr 24",
        "Statement date\n31 March 2024",
    ],
)
def test_the_statement_date_alone_is_the_end(text: str) -> None:
    assert span(text) == (None, "2024-03-31")


@pytest.mark.parametrize("beside", ["Example Bank", "Statement date | 2 April 2024"])
def test_start_and_end_may_have_labels_of_their_own(beside: str) -> None:
    text = f"{beside}\nStart date | 1 March 2024\nEnd date | 31 March 2024"
    assert span(text) == ("2024-03-01", "2024-03-31")


def test_the_dates_of_two_balances_are_the_period() -> None:
    text = "Saldo am 1. März 2024 | | 100.00\nSaldo am 31. März 2024 | | 95.50"
    assert span(text) == ("2024-03-01", "2024-03-31")


def test_a_page_without_dates_has_no_period() -> None:
    assert span("Example Bank") is None


def test_a_period_on_the_first_page_goes_before_one_of_other_figures() -> None:
    first = "Example Bank\nDecember 16, 2023 through January 16, 2024\nAccount number 4711"
    found = lines(first, "Overdraft fees from 01/01/2024 through 12/31/2024: none", stops=(40,))
    one = period(found)
    assert one is not None
    assert (said(one.start), said(one.end)) == ("2023-12-16", "2024-01-16")


def test_a_period_in_running_text_is_none_of_the_statement() -> None:
    text = (
        "If you owe 1,000.00 or less, a minimum charge of 35.00 applies to you and to all whom you name to us from "
        "1 January 2024 through 31 December 2024"
    )
    assert span(f"Closing date: 8 July 2024\n{text}", (40,)) == (None, "2024-07-08")


def test_the_date_of_a_letter_ends_the_period_where_nothing_else_does() -> None:
    rows = "Date | Details | | Amount\n05.06.2024 | Tea | | 3.50-\n27.06.2024 | Rent | | 10.00-"
    head = "Example Bank | Page 1 of 2\nRasmus Example | 28 June 2024"
    found = lines(f"{head}\n\n{rows}", stops=STOPS)
    one = period(found, (), frozenset({3, 4}))
    assert one is not None
    assert (said(one.start), said(one.end)) == (None, "2024-06-28")
    later = lines(f"{head.replace('28 June', '20 June')}\n\n{rows}", stops=STOPS)
    assert period(later, (), frozenset({3, 4})) is None


def test_the_year_of_a_letter_is_that_of_its_balances() -> None:
    balances_ = "Beginning balance on 5/1 | | 2,210.48\nEnding balance on 5/31 | | 6,375.83"
    text = f"Example Bank\nMay 31, 2024 Page 1 of 2\n{balances_}"
    found = lines(text, stops=STOPS)
    one = period(found, pairs(found, "."))
    assert one is not None
    assert [day and day.resolve("mdy") for day in (one.start, one.end)] == [(2024, 5, 1), (2024, 5, 31)]


def test_the_date_of_a_bill_ends_its_period() -> None:
    assert span("Abrechnungsdatum | 21.09.2024\nFällig am | 05.10.2024") == (None, "2024-09-21")


@pytest.mark.parametrize(
    "text", ["Due date | 10 April 2024", "Payment due date\n10 April 2024", "Vencimento\n10/04/2024"]
)
def test_a_due_date_is_no_statement_date(text: str) -> None:
    assert span(f"Example Bank\n{text}\nJohn Smith") is None


def test_the_months_and_days_of_a_period_may_touch() -> None:
    assert span("STATEMENT PERIOD FEB.12-MAR.11,2025") == ("2025-02-12", "2025-03-11")


def test_the_date_of_the_closing_balance_goes_before_the_day_on_which_the_statement_was_made() -> None:
    ends = "Alter Kontostand vom 29.02.2024 | | 1.00\nNeuer Kontostand vom 28.03.2024 | | 2.00"
    assert span(f"Auszug erstellt am 02.04.2024\n{ends}") == (None, "2024-03-28")


def test_a_month_that_a_row_names_is_not_that_of_the_statement() -> None:
    found = lines("Example Bank\nDatum t/m | 31-03-2025\n03-03 | Huur maart 2025 | 1.00", stops=STOPS)
    one = period(found, pairs(found, "."), frozenset({2}))
    assert one is not None
    assert (one.start, said(one.end)) == (None, "2025-03-31")
    assert period(lines("Example Bank\n03-03 | Huur maart 2025 | 1.00", stops=STOPS), (), frozenset({1})) is None


def test_a_sentence_may_say_what_the_statement_covers() -> None:
    shown = "Rows are shown as they were processed, and not as they were made, if you wonder"
    text = f"Your statement runs from 4 June 2025 to 3 July 2025. {shown}"
    assert span(f"Statement date: 3 July 2025\n{text}") == ("2025-06-04", "2025-07-03")


def test_a_row_that_pays_a_balance_does_not_end_the_period() -> None:
    text = """
Numero carta 5255
al 31 marzo 2025
Saldo precedente al 28/02/2025 | 9.00
02/03/2025 | Tea | 3.50
17/03/2025 | Addebito su c/c saldo estratto conto precedente | -9.00
28/03/2025 | Rent | 4.00
"""
    found = lines(text, stops=(40, 110, -560))
    span = period(found, pairs(found, "."), frozenset({3, 4, 5}))
    assert span is not None and span.end.resolve("dmy") == (2025, 3, 31)


def test_the_first_date_of_a_period_stands_beside_its_label_and_the_last_one_below() -> None:
    text = "Statement Period: | Nov 3, 2025\n | through\n | Nov 30, 2025"
    assert span(text, (40, 160)) == ("2025-11-03", "2025-11-30")


def test_a_balance_brought_forward_to_the_next_page_ends_no_period() -> None:
    text = (
        "Statement date | 30 Jun 2025\n31 May 2025 Balance forward | | 214.37\n19 Jun 2025 Balance forward | | 867.41"
    )
    assert span(text) == (None, "2025-06-30")


def test_the_day_on_which_it_was_printed_ends_the_period_where_no_other_does() -> None:
    assert span("Tanggal Cetak : 12 Januari 2025") == (None, "2025-01-12")
    assert span("Tanggal Cetak : 12 Januari 2025\n1 December 2024 - 31 December 2024") == ("2024-12-01", "2024-12-31")


def test_a_date_does_not_go_on_in_the_column_beside() -> None:
    text = "Statement date 17 January 2025\nSummary from 18 December 2024 to 17 January | | 18 Jan"
    assert span(text, stops=(40, 300, 420)) == ("2024-12-18", "2025-01-17")


def test_a_bill_may_print_when_it_was_made_beside_the_next_closing_date() -> None:
    assert span("Vencimento 10/04/2024\nEmissão: 02/04/2024 | Previsão próx. fechamento: 05/05/2024") == (
        None,
        "2024-04-02",
    )
    assert span("Saldo em | 31/03/2024\nData do documento | Nº\n02/04/2024 | 5417") == (None, "2024-04-02")


def test_the_days_of_an_offer_are_no_period_where_the_last_day_has_a_label() -> None:
    offer = "Points 340, at most 15.00 a month 01/04/2024 to 30/04/2024"
    assert span(f"Closing date | 31/03/2024\n{offer}") == (None, "2024-03-31")
    assert span(f"Closing date | 30/04/2024\n{offer}") == ("2024-04-01", "2024-04-30")


@pytest.mark.parametrize(
    "text",
    [
        "This statement shows the entries in your passbook for the period 6 April 2023 to 5 April 2024.",
        "Dieser Kontoauszug enthält alle Buchungen für den Zeitraum vom 6. April 2023 bis 5. April 2024.",
        "Este extracto recoge los movimientos de la cuenta del período del 06/04/2023 al 05/04/2024.",
    ],
)
def test_a_sentence_about_the_statement_tells_its_period(text: str) -> None:
    more = "Please keep it safe as you may need it again when you fill in the forms of the year"
    assert span(f"Date of statement 6 April 2024\n{text} {more}") == ("2023-04-06", "2024-04-05")


def test_a_sentence_about_something_else_tells_none() -> None:
    offer = "Until then you get twice the points on all that you buy abroad for the period 6 April 2023 to 5 May 2024"
    assert span(f"Date of statement 6 April 2024\n{offer} and twice the fun of it.") == (None, "2024-04-06")


def test_a_legend_says_that_the_dates_of_a_period_begin_with_the_year() -> None:
    text = "PÉRIODE DU RELEVÉ (AA MM JJ) | | |\n26 01 31 | AU | 26 02 27"
    found = period(lines(text, stops=(300, 345, 365)))
    assert found is not None and found.start is not None
    assert [(one.a, one.b, one.year) for one in (found.start, found.end)] == [(31, 1, 2026), (27, 2, 2026)]
    assert period(lines(text.replace(" (AA MM JJ)", ""), stops=(300, 345, 365))) is None


@pytest.mark.parametrize(
    "offer",
    [
        "Dine at our partners from 20 January 2026 to 3 March 2026 and take home a set",
        "Double miles 20 January 2026 to 3 March 2026",
    ],
)
def test_days_after_that_of_the_statement_are_those_of_an_offer(offer: str) -> None:
    assert span(f"Statement date | 12 January 2026\nTea\n{offer}") == (None, "2026-01-12")


@pytest.mark.parametrize(
    "label",
    ["Payment to reach us by", "It will be debited from your account ending 4471 on or after", "Last statement"],
)
def test_a_day_to_pay_by_or_of_the_last_statement_ends_no_period(label: str) -> None:
    assert span(f"Platinum Card statement · 5 May 2026\n{label} 29 May 2026") == (None, "2026-05-05")


def test_a_sentence_may_say_which_payments_the_statement_includes() -> None:
    text = "Statement includes payments and charges received from 23 May 2024 to 22 June 2024. Please refer to page 2"
    text += " for important information about your account and how to pay what you owe in time every month."
    assert span(text) == ("2024-05-23", "2024-06-22")


def test_a_settlement_on_a_later_page_is_not_the_period_where_the_balances_tell_another() -> None:
    first = "Balance at 29.11.2024 | | 812.44\nTea\nBalance at 08.01.2025 | | 1219.49"
    found = lines(first, "Zeitraum 01.10.2024 bis 31.12.2024", stops=STOPS)
    one = period(found, pairs(found, "."))
    assert one is not None
    assert said(one.end) == "2025-01-08"


def test_the_last_day_of_a_period_may_stand_apart_from_the_first() -> None:
    assert span("Beginning December 11, 2025\nTea\nthrough January 12, 2026") == ("2025-12-11", "2026-01-12")


def test_a_span_of_something_else_that_ends_on_the_day_of_the_statement_is_that_of_the_statement() -> None:
    fee = "Fee period 05/08/2026 - 06/05/2026"
    found = [period(lines(f"{head}\nTea\n{fee}", stops=STOPS)) for head in ("June 5, 2026", "June 6, 2026")]
    assert [one is not None and one.sure for one in found] == [True, False]


def test_the_quarter_of_fees_is_no_period_where_rows_go_on_after_it() -> None:
    text = """
Statement date 27 Mar 2024
Date | Details | Paid out | Balance
26 Feb 2024 | Tea | 1.00 | 99.00
23 Mar 2024 | Tea | 1.00 | 98.00
{last} | Rent | 8.00 | 90.00
Fee summary for the quarter 21 Dec 2023 to 20 Mar 2024
"""

    def ends(last: str) -> str | None:
        found = lines(text.format(last=last))
        one = period(found, pairs(found, "."), frozenset({2, 3, 4}))
        return one and said(one.end)

    assert ends("25 Mar 2024") == "2024-03-27"
    assert ends("19 Mar 2024") == "2024-03-20"
