"""Rows of a query -> text: a table for people, CSV, JSON. Pure."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
from rich.cells import cell_len

from extraction.terminal import printable

_GAP = "  "


def as_text(table: pa.Table, width: int | None = None) -> str:
    """Rows -> aligned columns, numbers to the right; where they are wider than `width`, one block for each row."""
    names = table.column_names
    rows = [[_shown(row[name]) for name in names] for row in table.to_pylist()]
    right = [_is_number(kind) for kind in table.schema.types]
    widths = [max(cell_len(text) for text in column) for column in zip(names, *rows, strict=True)]
    if width is not None and rows and sum(widths) + len(_GAP) * (len(names) - 1) > width:
        return _blocks(names, rows)
    rule = ["-" * wide for wide in widths]
    lines = (_line(cells, widths, right) for cells in (names, rule, *rows))
    return "\n".join([*lines, *(["(no rows)"] if not rows else [])]) + "\n"


def as_csv(table: pa.Table) -> str:
    """Rows -> CSV with a header (RFC 4180, but lines end in LF); NULL is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.column_names)
    for row in table.to_pylist():
        writer.writerow("" if value is None else _plain(value) for value in row.values())
    return out.getvalue()


def as_json(table: pa.Table) -> str:
    """Rows -> a JSON array of objects; amounts are decimal strings, dates ISO 8601."""
    rows = [json.dumps(row, default=_plain, ensure_ascii=False) for row in table.to_pylist()]
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def fitting(table: pa.Table, width: int) -> pa.Table:
    """Rows -> the same without the last columns that `width` has no room for."""
    while table.num_columns > 1 and len(as_text(table).partition("\n")[0]) > width:
        table = table.drop_columns(table.column_names[-1])
    return table


def money(value: Decimal) -> str:
    """Exact amount -> its digits, at least two decimals.

    >>> money(Decimal("1234.500000000")), money(Decimal("0.000000001"))
    ('1234.50', '0.000000001')
    """
    whole, _, decimals = f"{value:f}".partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = []
    for cell, wide, to_the_right in zip(cells, widths, right, strict=True):
        space = " " * (wide - cell_len(cell))
        padded.append(space + cell if to_the_right else cell + space)
    return _GAP.join(padded).rstrip()


def _blocks(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    wide = max(len(name) for name in names)
    blocks = []
    for number, row in enumerate(rows, 1):
        lines = [f"{name:<{wide}}{_GAP}{cell}".rstrip() for name, cell in zip(names, row, strict=True)]
        blocks.append("\n".join([f"-- {number}", *lines]) + "\n")
    return "".join(blocks)


def _is_number(kind: pa.DataType) -> bool:
    return bool(pa.types.is_decimal(kind) or pa.types.is_integer(kind) or pa.types.is_floating(kind))


def _shown(value: Any) -> str:
    """Value -> a cell for people: amounts with thousands apart, NULL empty."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        whole, _, decimals = money(value).partition(".")
        sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
        return f"{sign}{int(digits):,}.{decimals}"
    return printable(str(_plain(value)))


def _plain(value: Any) -> Any:
    """Value -> what JSON and CSV hold: amounts and moments as text, lists and structs as JSON."""
    if isinstance(value, Decimal):
        return money(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        return json.dumps(value, default=_plain, ensure_ascii=False)
    return value if isinstance(value, int | float | str) else str(value)
