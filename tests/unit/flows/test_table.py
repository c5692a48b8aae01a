"""Rows of a query as text, CSV and JSON."""

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pyarrow as pa
import pytest

from flows.table import as_csv, as_json, as_text, fitting, money

ROWS = pa.table(
    {
        "description": ["Rent, flat\n2\x1b[31m", 'said "no"', None],
        "amount": pa.array([Decimal("-1234567.5"), Decimal("0.000000001"), None], pa.decimal128(38, 9)),
        "posted": [date(2025, 1, 31), None, date(2025, 2, 1)],
        "loaded_at": pa.array([datetime(2026, 1, 31, 12, tzinfo=UTC), None, None], pa.timestamp("us", "UTC")),
        "is_counted": [True, False, None],
        "page": [1, 22, None],
    }
)


def test_amounts_are_aligned_to_the_right_and_nothing_moves_the_cursor() -> None:
    assert as_text(ROWS.select(["description", "amount", "page"])).splitlines() == [
        "description               amount  page",
        "-----------------  -------------  ----",
        "Rent, flat 2 [31m  -1,234,567.50     1",
        'said "no"            0.000000001    22',
        "",
    ]


def test_rows_wider_than_the_screen_are_told_one_by_one() -> None:
    lines = as_text(ROWS, width=40).splitlines()
    assert lines[0] == "-- 1"
    assert lines[2:4] == ["amount       -1,234,567.50", "posted       2025-01-31"]
    assert "is_counted   true" in lines
    assert lines.count("amount") == 1
    assert as_text(ROWS, width=400).splitlines()[0].startswith("description")


def test_no_rows_are_said_to_be_none() -> None:
    assert as_text(ROWS.slice(0, 0).select(["page"])) == "page\n----\n(no rows)\n"
    assert as_json(ROWS.slice(0, 0)) == "[]\n"
    assert as_csv(ROWS.slice(0, 0)) == "description,amount,posted,loaded_at,is_counted,page\n"


def test_csv_reads_back_as_it_was() -> None:
    header, first, second, third = csv.reader(io.StringIO(as_csv(ROWS)))
    assert header == ROWS.column_names
    assert first == ["Rent, flat\n2\x1b[31m", "-1234567.50", "2025-01-31", "2026-01-31 12:00:00+00:00", "true", "1"]
    assert second == ['said "no"', "0.000000001", "", "", "false", "22"]
    assert third == ["", "", "2025-02-01", "", "", ""]


def test_json_has_amounts_as_decimal_strings() -> None:
    first, second, third = json.loads(as_json(ROWS))
    assert (first["amount"], first["posted"], first["is_counted"], first["page"]) == (
        "-1234567.50",
        "2025-01-31",
        True,
        1,
    )
    assert second["amount"] == "0.000000001"
    assert set(third) == set(ROWS.column_names)
    assert third["amount"] is None


def test_the_last_columns_give_way() -> None:
    assert fitting(ROWS, 45).column_names == ["description", "amount", "posted"]
    assert fitting(ROWS, 5).column_names == ["description"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [("0", "0.00"), ("-0.5", "-0.50"), ("1E+3", "1000.00"), ("12.340000000", "12.34"), ("0.001000000", "0.001")],
)
def test_money_has_two_decimals_or_as_many_as_it_needs(value: str, shown: str) -> None:
    assert money(Decimal(value)) == shown
