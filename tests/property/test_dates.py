"""Printed dates: printed -> resolved is the identity in every order and language; impossible days are refused."""

import calendar
from datetime import date
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.text.dates import MONTHS, find, leading, real
from tests.strategies import NAMES, SHORT, days, named_dates

Order = Literal["dmy", "mdy"]
orders = st.sampled_from(("dmy", "mdy"))
marks = st.sampled_from("/.-")


@st.composite
def numeric(draw: st.DrawFn) -> tuple[str, date, Order, bool]:
    """A date of figures: its text, the day, its order, whether its year is printed."""
    day, order, mark = draw(days), draw(orders), draw(marks)
    padded = draw(st.booleans())
    first, second = (day.day, day.month) if order == "dmy" else (day.month, day.day)
    text = f"{first:02}{mark}{second:02}" if padded else f"{first}{mark}{second}"
    year = draw(st.sampled_from(("", f"{mark}{day.year}", f"{mark}{day.year % 100:02}")))
    return text + year, day, order, bool(year)


@given(numeric())
def test_figures(printed: tuple[str, date, Order, bool]) -> None:
    text, day, order, full = printed
    found = leading(text)
    assert found is not None
    assert found[1] == len(text)
    assert found[0].resolve(order) == (day.year if full else None, day.month, day.day)


@given(days, marks)
def test_year_first(day: date, mark: str) -> None:
    found = leading(f"{day.year}{mark}{day.month:02}{mark}{day.day:02}")
    assert found is not None
    assert found[0].resolve("dmy") == found[0].resolve("mdy") == (day.year, day.month, day.day)
    assert found[0].fixed


@given(named_dates(), st.sampled_from(("", " Coffee", "  12,50", " 1,234.56", ", thank you")))
def test_names_of_months_in_seven_languages(printed: tuple[str, date, bool], rest: str) -> None:
    text, day, full = printed
    found = leading(text + rest)
    assert found is not None
    assert found[0].resolve("dmy") == found[0].resolve("mdy") == (day.year if full else None, day.month, day.day)
    assert found[1] in (len(text), len(text.rstrip(".")))


@given(numeric(), st.text(alphabet="abc xyz:", max_size=12), st.text(alphabet="abc xyz:", max_size=12))
def test_a_date_within_a_text_is_found(printed: tuple[str, date, Order, bool], before: str, after: str) -> None:
    text, day, order, full = printed
    whole = f"{before} {text} {after}"
    ((found, start, end),) = find(whole)
    assert whole[start:end] == text
    assert found.resolve(order) == (day.year if full else None, day.month, day.day)


@given(st.integers(0, 40), st.integers(0, 40), st.sampled_from((None, 1900, 2023, 2024)), orders)
def test_no_day_that_no_calendar_has(a: int, b: int, year: int | None, order: Order) -> None:
    text = f"{a:02}/{b:02}" + (f"/{year}" if year else "")
    found = leading(text)
    day, month = (a, b) if order == "dmy" else (b, a)
    exists = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or 2000, month)[1]
    resolved = found[0].resolve(order) if found else None
    assert resolved == ((year, month, day) if exists else None)


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2024",
        "30.02.24",
        "13/13/2024",
        "00/01/2024",
        "2024-02-30",
        "31 Feb 2024",
        "Feb 30, 2024",
        "0 May",
        "32 May",
    ],
)
def test_impossible_dates_are_none(text: str) -> None:
    assert leading(text) is None


@pytest.mark.parametrize(
    "text",
    ["1.234,56", "12.50", "1,234.56", "12:30", "12.50 €", "1/2/3/4", "10.5%", "12-34-56", "May", "2024", "1234567"],
)
def test_amounts_times_and_numbers_are_no_dates(text: str) -> None:
    """12.50 has no month 50; what could be a day of a month (10.12) is left to the column it stands in."""
    assert leading(text) is None


def test_an_undecided_order_stays_open() -> None:
    printed = leading("03/04/2024")[0]  # type: ignore[index]
    assert (printed.resolve("dmy"), printed.resolve("mdy")) == ((2024, 4, 3), (2024, 3, 4))
    assert not printed.fixed
    same = leading("04/04/2024")[0]  # type: ignore[index]
    assert same.fixed


def test_the_29th_of_february() -> None:
    assert leading("29/02/2023") is None
    assert leading("29/02")[0].resolve("dmy") == (None, 2, 29)  # type: ignore[index]
    assert real(2024, 2, 29) and not real(2023, 2, 29) and real(None, 2, 29)


@pytest.mark.parametrize(
    ("text", "rest"), [("14MAR2024", ""), ("14Mar24", " COFFEE"), ("14mar", " 12.50"), ("14-MAR-24", "")]
)
def test_months_glued_to_their_days(text: str, rest: str) -> None:
    printed, length = leading(text + rest)  # type: ignore[misc]
    assert printed.resolve("dmy") == (2024 if "24" in text else None, 3, 14)
    assert length == len(text)


@pytest.mark.parametrize(
    ("text", "length"), [("14 Mar 12.50", 6), ("14 Mar 12,50", 6), ("14 Mar 12:50", 6), ("14 Mar 24, paid", 9)]
)
def test_what_follows_a_day_may_be_an_amount_or_a_time(text: str, length: int) -> None:
    assert leading(text)[1] == length  # type: ignore[index]


@pytest.mark.parametrize(("text", "year"), [("01/02/69", 2069), ("01/02/70", 1970), ("1 Feb '24", 2024)])
def test_two_digits_of_a_year(text: str, year: int) -> None:
    assert leading(text)[0].year == year  # type: ignore[index]


@pytest.mark.parametrize("text", ["mm/dd/yyyy", "dd.mm.yyyy", "MM/DD/YY", "dd-mm-yyyy", "mm/dd/xxxx"])
def test_a_placeholder_is_no_day(text: str) -> None:
    printed = leading(text)[0]  # type: ignore[index]
    assert printed.placeholder
    assert printed.resolve("dmy") is printed.resolve("mdy") is None


def test_every_name_of_a_month_is_known() -> None:
    for names in (*NAMES.values(), *SHORT.values()):
        assert [MONTHS[name.lower()] for name in names] == list(range(1, 13))


@given(st.text(max_size=60))
def test_no_text_is_an_exception(text: str) -> None:
    hit = leading(text)
    assert hit is None or 0 < hit[1] <= len(text)
    for printed, start, end in find(text):
        assert 0 <= start < end <= len(text)
        assert printed.placeholder or any(printed.resolve(order) for order in ("dmy", "mdy"))  # type: ignore[arg-type]


@given(st.text(alphabet="0123456789/.- ", max_size=30))
def test_dates_of_a_text_do_not_overlap(text: str) -> None:
    found = find(text)
    assert all(a[2] <= b[1] for a, b in pairwise(found))
