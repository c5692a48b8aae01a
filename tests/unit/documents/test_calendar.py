"""Printed dates -> days: the order of day and month, and years that are not printed."""

from datetime import date

import pytest

from extraction.documents.calendar import Calendar, calendar
from extraction.text.dates import PrintedDate, leading


def printed(*texts: str) -> list[PrintedDate]:
    found = [leading(text) for text in texts]
    return [one[0] for one in found if one]


def read(
    *rows: str,
    period: tuple[str | None, str] | None = None,
    others: tuple[str, ...] = (),
    currency: str | None = "EUR",
) -> Calendar:
    span = None
    if period is not None:
        start = printed(period[0])[0] if period[0] else None
        span = (start, printed(period[1])[0])
    return calendar(printed(*rows), span, printed(*others), currency)


def days(found: Calendar, *rows: str) -> list[date | None]:
    return [found.day(one) for one in printed(*rows)]


def test_a_date_that_only_one_order_allows_decides_for_all() -> None:
    rows = ("03/04/2024", "13/04/2024")
    assert days(read(*rows), *rows) == [date(2024, 4, 3), date(2024, 4, 13)]
    rows = ("04/03/2024", "04/13/2024")
    assert days(read(*rows), *rows) == [date(2024, 4, 3), date(2024, 4, 13)]


def test_the_period_decides() -> None:
    rows = ("03/04/2024", "05/04/2024")
    assert days(read(*rows, period=("1 April 2024", "30 April 2024")), *rows) == [date(2024, 4, 3), date(2024, 4, 5)]
    assert days(read(*rows, period=("1 March 2024", "31 May 2024")), *rows)[0] == date(2024, 4, 3)


def test_the_printed_order_of_the_rows_decides() -> None:
    rows = ("02/01/2024", "03/01/2024", "04/01/2024", "01/02/2024", "02/02/2024")
    found = read(*rows, currency=None)
    assert (found.order, found.decided) == ("dmy", True)


def test_a_date_elsewhere_on_the_page_decides() -> None:
    rows = ("03/04/2024", "04/04/2024")
    found = read(*rows, others=("25/04/2024",), currency=None)
    assert (found.order, found.decided) == ("dmy", True)


def test_where_nothing_decides_it_is_said() -> None:
    found = read("03/04/2024", "05/06/2024", currency=None)
    assert not found.decided


def test_named_months_need_no_decision() -> None:
    found = read("3 April 2024", "5 June 2024", currency=None)
    assert found.decided


def test_a_year_that_is_not_printed_is_that_of_the_period() -> None:
    found = read("03 Apr", period=("1 April 2024", "30 April 2024"))
    assert days(found, "03 Apr") == [date(2024, 4, 3)]


def test_across_new_year_each_row_has_the_year_of_its_month() -> None:
    rows = ("12/28", "12/31", "01/03")
    found = read(*rows, period=("December 15, 2023", "January 14, 2024"), currency="USD")
    assert days(found, *rows) == [date(2023, 12, 28), date(2023, 12, 31), date(2024, 1, 3)]


def test_a_row_shortly_before_the_period_has_the_year_before() -> None:
    found = read("30 Dec", period=("2 January 2024", "1 February 2024"))
    assert days(found, "30 Dec") == [date(2023, 12, 30)]


def test_the_statement_date_alone_gives_the_year_before_it() -> None:
    found = read("28 Dec", "03 Jan", period=(None, "15 January 2024"))
    assert days(found, "28 Dec", "03 Jan") == [date(2023, 12, 28), date(2024, 1, 3)]


def test_a_year_printed_in_other_rows_serves_those_without_one() -> None:
    found = read("03 Apr 2024", "04 Apr")
    assert days(found, "04 Apr") == [date(2024, 4, 4)]


def test_without_any_year_there_is_no_day() -> None:
    assert days(read("03 Apr"), "03 Apr") == [None]


def test_in_a_period_of_more_than_a_year_a_date_without_a_year_is_not_decided() -> None:
    found = read("03 Apr", period=("1 January 2023", "31 December 2024"))
    assert days(found, "03 Apr") == [None]


@pytest.mark.parametrize("text", ["31/02/2024", "30 Feb 2024"])
def test_a_day_that_does_not_exist_is_no_date(text: str) -> None:
    assert leading(text) is None


def test_the_29th_of_february_without_a_year_needs_a_leap_year() -> None:
    assert days(read("29 Feb", period=("1 February 2024", "31 March 2024")), "29 Feb") == [date(2024, 2, 29)]
    assert days(read("29 Feb", period=("1 February 2023", "31 March 2023")), "29 Feb") == [None]


def test_a_period_that_ends_before_it_begins_has_no_start() -> None:
    found = read("03 Apr", period=("30 May 2024", "30 April 2024"))
    assert (found.start, found.end) == (None, date(2024, 4, 30))


def test_dates_begin_with_the_year_where_only_that_brings_the_rows_in_order() -> None:
    rows = ("19-06-18", "19-07-31", "20-01-05", "21-02-16")
    assert days(read(*rows), *rows) == [date(2019, 6, 18), date(2019, 7, 31), date(2020, 1, 5), date(2021, 2, 16)]
    usual = ("18-06-19", "31-07-19", "05-01-20")
    assert days(read(*usual), *usual) == [date(2019, 6, 18), date(2019, 7, 31), date(2020, 1, 5)]


def test_a_year_first_that_brings_rows_in_order_decades_apart_is_none() -> None:
    """One of the rows has another year: read with the year first, no row steps back, but they span 24 years."""
    rows = ("01-06-22", "02-06-22", "01-06-22", "17-06-23", "25-06-22")
    assert {day.year for day in days(read(*rows), *rows) if day} == {2022, 2023}


def test_dates_that_begin_with_the_year_may_be_in_no_order_within_a_period() -> None:
    rows = ("25-01-30", "25-01-02", "25-01-03", "25-01-07", "25-01-23")
    found = read(*rows, period=("1 January 2025", "31 January 2025"))
    assert days(found, *rows) == [date(2025, 1, day) for day in (30, 2, 3, 7, 23)]


def test_the_last_day_of_an_offer_does_not_tell_how_the_rows_are_dated() -> None:
    """It has no year, and follows the custom of who wrote it."""
    rows = ("03/06/2025", "03/06/2025", "04/06/2025")
    assert days(read(*rows, others=("12/31",), currency="INR"), *rows)[0] == date(2025, 6, 3)


def test_without_a_period_the_year_is_the_only_one_near_a_date_that_prints_one() -> None:
    rows = ("09 Dec", "07 Jan")
    told = ("10 January 2025", "4 February 2025", "14 May 2025")
    assert days(read(*rows, others=told), *rows) == [date(2024, 12, 9), date(2025, 1, 7)]
    assert days(read(*rows, others=(*told, "1 January 2026")), *rows) == [None, None]


def test_what_the_rows_and_a_date_elsewhere_say_is_not_enough_against_custom_and_stretch() -> None:
    sections = ("04/01/2026", "03/02/2026", "03/05/2026", "04/06/2026")
    assert not read(*sections, currency="USD").decided
    assert not read(*sections, currency="USD", period=(None, "04/08/2026")).decided
    assert read(*sections, currency="USD", period=("02/28/2026", "04/08/2026")).decided
    near = ("03/04/2026", "04/04/2026")
    assert not read(*near, others=("12/31/2026",)).decided
    assert read(*near, others=("31/12/2026",)).order == "dmy" and read(*near, others=("31/12/2026",)).decided


def test_rows_of_one_a_month_are_not_told_from_those_of_days_that_follow() -> None:
    assert not read("05/01/2026", "05/02/2026", "05/03/2026", currency="USD").decided
    assert not read("05/01/2026", "05/02/2026", currency="USD").decided
    assert read("05/01/2026", "05/02/2026", "05/02/2026", currency="USD").decided


def test_a_value_date_without_a_year_lies_beside_its_row() -> None:
    found = read("02.01.2026", "05.01.2026")
    assert [found.beside(one, date(2026, 1, 2)) for one in printed("30.12.", "02.01.")] == [
        date(2025, 12, 30),
        date(2026, 1, 2),
    ]
    assert found.beside(printed("30.12.2024")[0], date(2026, 1, 2)) == date(2024, 12, 30)
