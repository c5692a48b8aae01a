"""Start bqemulator on a loopback port: `python serve.py PORT`, with the Python of the emulator's own venv.

Two of its defects are mended here, and nothing else:
- At its start it downloads DuckDB extensions (spatial, avro). Nothing here uses GEOGRAPHY or Avro, so
  those steps are left out and the emulator works without a network.
- A NUMERIC column made by SQL becomes DuckDB's DECIMAL, which keeps three decimals; BigQuery keeps nine.
"""

import sys
from typing import Any

from bqemulator.cli import main
from bqemulator.storage.engine import DuckDBEngine
from sqlglot import exp
from sqlglot.dialects.duckdb import DuckDB

_as_written = DuckDB.Generator.datatype_sql


def _exact_numeric(self: Any, expression: exp.DataType) -> str:
    if expression.is_type(exp.DataType.Type.DECIMAL) and not expression.expressions:
        return "DECIMAL(38, 9)"
    return str(_as_written(self, expression))


if __name__ == "__main__":
    DuckDBEngine._load_spatial = lambda self: None
    DuckDBEngine._load_format_extensions = lambda self: None
    DuckDB.Generator.datatype_sql = _exact_numeric
    main(["start", "--rest-port", sys.argv[1], "--grpc-port", "0", "--log-level", "warning"])
