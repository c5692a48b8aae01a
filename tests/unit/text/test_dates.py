"""Printed dates of further languages and calendars."""

import pytest

from extraction.text import dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024年1月3日", (2024, 1, 3)),
        ("令和6年1月3日", (2024, 1, 3)),
        ("民國113年1月3日", (2024, 1, 3)),
        ("113年1月3日", (2024, 1, 3)),
        ("113/01/03", (2024, 1, 3)),
        ("平成元年5月1日", (1989, 5, 1)),
        ("1月3日", (None, 1, 3)),
        ("2024년 2월 1일", (2024, 2, 1)),
        ("14 ม.ค. 67", (2024, 1, 14)),
        ("14 ม.ค. 24", (2024, 1, 14)),
        ("14 มกราคม 2567", (2024, 1, 14)),
        ("12 ŞUBAT 2024", (2024, 2, 12)),
        ("3 KASIM 2024", (2024, 11, 3)),
        ("01 Agustus 2024", (2024, 8, 1)),
        ("2 martie 2024", (2024, 3, 2)),
        ("31. prosince 2024", (2024, 12, 31)),
        ("1. 5. 2024", (2024, 5, 1)),
        ("02 / jan", (None, 1, 2)),
    ],
)
def test_a_date_of_each_language(text: str, day: tuple[int | None, int, int]) -> None:
    ((printed, start, end),) = dates.find(text)
    assert (printed.resolve("dmy"), start, end) == (day, 0, len(text))


def test_two_digits_of_a_year_say_no_era() -> None:
    assert dates.find("06年1月3日") == ()


def test_both_dates_of_a_period_are_found() -> None:
    for text in ("2024年1月1日～2024年1月31日", "1. 1. 2024 - 31. 1. 2024"):
        assert [d.resolve("dmy") for d, _, _ in dates.find(text)] == [(2024, 1, 1), (2024, 1, 31)]


def test_letters_that_only_look_alike_name_a_month() -> None:
    assert dates.month("AUGUST".lower().replace("s", "ſ")) == 8
