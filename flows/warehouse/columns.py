"""Row models -> columns and Arrow tables: the one place where Python's types meet the warehouse's."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, get_args, get_origin

import pyarrow as pa

from flows.warehouse.sql import Column
from schemas.rows import Row

_TYPES: dict[type, tuple[str, pa.DataType]] = {
    str: ("STRING", pa.string()),
    bool: ("BOOL", pa.bool_()),
    int: ("INT64", pa.int64()),
    float: ("FLOAT64", pa.float64()),
    date: ("DATE", pa.date32()),
    datetime: ("TIMESTAMP", pa.timestamp("us", tz="UTC")),
    Decimal: ("NUMERIC", pa.decimal128(38, 9)),
}


def columns_of(model: type[Row]) -> tuple[Column, ...]:
    """Row model -> (name, BigQuery type, required) of each column, in order."""
    return tuple((name, _TYPES[kind][0], required) for name, kind, required in _fields(model))


def arrow_table(model: type[Row], rows: Sequence[Row]) -> pa.Table:
    """Rows of one model -> an Arrow table with the model's columns; decimals stay exact."""
    schema = pa.schema([pa.field(name, _TYPES[kind][1], not required) for name, kind, required in _fields(model)])
    columns = [[getattr(row, name) for row in rows] for name in schema.names]
    return pa.table([pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)], schema)


def _fields(model: type[Row]) -> list[tuple[str, type, bool]]:
    return [(name, *_python_type(field.annotation)) for name, field in model.model_fields.items()]


def _python_type(annotation: Any) -> tuple[type, bool]:
    """Annotation of a field -> (its type without None, whether it is required).

    >>> _python_type(str | None)
    (<class 'str'>, False)
    """
    if get_origin(annotation) is Annotated:
        return _python_type(get_args(annotation)[0])
    if isinstance(annotation, UnionType) or get_origin(annotation) is not None:
        (inner,) = [part for part in get_args(annotation) if part is not NoneType]
        return _python_type(inner)[0], False
    return annotation, True
