"""The folder `sql/` -> definitions in order, and their statements for a warehouse. The only home of sqlglot.

`sql/<layer>/<name>/` holds one table (`table.sql`) or view (`view.sql`: its query alone), in BigQuery's
dialect, with `metadata.yaml` (description, labels) and maybe `checks.sql` (queries that find no row).
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any, Literal

import sqlglot
import yaml
from sqlglot import exp

SQL_FOLDER = Path(__file__).parents[2] / "sql"
LAYERS = ("raw", "staging", "marts")

Kind = Literal["table", "view"]
Column = tuple[str, str, bool]
"""(name, BigQuery type, required)"""


@dataclass(frozen=True)
class Definition:
    """One table or view. `body` is the file as written; `checks` are (name, query)."""

    layer: str
    name: str
    kind: Kind
    body: str
    description: str
    labels: tuple[tuple[str, str], ...]
    checks: tuple[tuple[str, str], ...] = ()

    @cached_property
    def syntax(self) -> exp.Expr:
        """The body, parsed."""
        return _parsed(self.body)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """A table's columns in order; empty for a view."""
        return tuple(
            (column.name, column.args["kind"].sql(dialect="bigquery"), _is_required(column))
            for column in self.syntax.find_all(exp.ColumnDef)
        )

    @cached_property
    def column_descriptions(self) -> dict[str, str]:
        """A table's columns and what they mean."""
        described = {}
        for column in self.syntax.find_all(exp.ColumnDef):
            properties = (p for c in column.find_all(exp.Properties) for p in c.expressions)
            described[column.name] = next((p.args["value"].name for p in properties if p.name == "description"), "")
        return described

    @cached_property
    def reads(self) -> frozenset[str]:
        """The tables and views that a view selects from."""
        return frozenset(table.name for table in _tables(self.syntax)) - {self.name}

    @cached_property
    def fingerprint(self) -> str:
        """Changes when the definition does; kept beside the object, so that `plan` sees a change."""
        said = json.dumps([self.kind, self.body, self.description, self.labels])
        return hashlib.sha256(said.encode()).hexdigest()[:16]


def definitions(folder: Path = SQL_FOLDER) -> tuple[Definition, ...]:
    """The folder -> its tables and views, each after what it reads, otherwise by layer and name."""
    found = {
        path.parent.name: _definition(path)
        for layer in LAYERS
        for path in sorted((folder / layer).glob("*/*.sql"))
        if path.stem in ("table", "view")
    }
    order = TopologicalSorter({name: sorted(item.reads & found.keys()) for name, item in found.items()})
    return tuple(found[name] for name in order.static_order())


def bigquery_statement(item: Definition, qualify: Callable[[str], str]) -> str:
    """Definition -> its CREATE statement as written, with its description and every name qualified."""
    body = qualified(item.body, qualify).rstrip()
    options = f"OPTIONS (description = {_literal(item.description)})"
    if item.kind == "table":
        return f"{body}\n{options}"
    return f"CREATE OR REPLACE VIEW {qualify(item.name)}\n{options}\nAS\n{body}"


def duckdb_statements(item: Definition) -> list[str]:
    """Definition -> its statements for DuckDB: CREATE, and comments with descriptions and fingerprint."""
    create = duckdb_sql(item.body if item.kind == "table" else f"CREATE OR REPLACE VIEW {item.name} AS {item.body}")
    comment = f"{item.description}\ndefinition {item.fingerprint}".replace("'", "''")
    statements = [create, f"COMMENT ON {item.kind} {item.name} IS '{comment}'"]
    for column, text in item.column_descriptions.items():
        quoted = text.replace("'", "''")
        statements.append(f"COMMENT ON COLUMN {item.name}.{column} IS '{quoted}'")
    return statements


def duckdb_sql(statement: str) -> str:
    """One statement of the house dialect (see `lint`) -> the same for DuckDB.

    NUMERIC becomes DECIMAL(38, 9), as BigQuery has it: DuckDB's own DECIMAL keeps three decimals.
    """
    syntax = _parsed(statement).transform(_exact_numeric)
    for properties in [found for found in syntax.find_all(exp.Properties) if isinstance(found.parent, exp.Create)]:
        properties.pop()
    return syntax.sql(dialect="duckdb", unsupported_level=sqlglot.ErrorLevel.RAISE)


def duckdb_type(bigquery_type: str) -> str:
    """Column type -> DuckDB's, as its catalogue writes it."""
    kind = exp.DataType.build(bigquery_type, dialect="bigquery").transform(_exact_numeric).sql(dialect="duckdb")
    return {"TEXT": "VARCHAR", "TIMESTAMPTZ": "TIMESTAMP WITH TIME ZONE", "DECIMAL(38, 9)": "DECIMAL(38,9)"}.get(
        kind, kind
    )


def qualified(statement: str, qualify: Callable[[str], str]) -> str:
    """Statement -> the same text with `qualify` applied to every table name (not to those of its WITH steps).

    A table without alias keeps its short name as one, so that `documents.uri` still finds it.
    """
    for table in sorted(_tables(_parsed(statement)), key=lambda found: found.this.meta["start"], reverse=True):
        start, end = table.this.meta["start"], table.this.meta["end"] + 1
        is_read = isinstance(table.parent, exp.From | exp.Join)
        alias = f" AS {table.name}" if is_read and not table.alias else ""
        statement = statement[:start] + qualify(table.name) + alias + statement[end:]
    return statement


def _definition(path: Path) -> Definition:
    metadata: dict[str, Any] = yaml.safe_load((path.parent / "metadata.yaml").read_text())
    checks = path.parent / "checks.sql"
    return Definition(
        layer=path.parents[1].name,
        name=path.parent.name,
        kind="table" if path.stem == "table" else "view",
        body=path.read_text(),
        description=metadata["description"],
        labels=tuple(sorted(metadata.get("labels", {}).items())),
        checks=tuple(_checks(checks.read_text())) if checks.exists() else (),
    )


def _checks(text: str) -> Iterator[tuple[str, str]]:
    """checks.sql -> (name, query): a line `-- check: name`, then the query up to its semicolon."""
    for part in text.split("-- check:")[1:]:
        name, _, query = part.partition("\n")
        yield name.strip(), query.strip().removesuffix(";")


def _parsed(statement: str) -> exp.Expr:
    return sqlglot.parse_one(statement, dialect="bigquery")


def _tables(syntax: exp.Expr) -> list[exp.Table]:
    steps = {step.alias for step in syntax.find_all(exp.CTE)}
    return [table for table in syntax.find_all(exp.Table) if table.name not in steps]


def _is_required(column: exp.ColumnDef) -> bool:
    return any(isinstance(constraint.kind, exp.NotNullColumnConstraint) for constraint in column.constraints)


def _exact_numeric(node: exp.Expr) -> exp.Expr:
    if isinstance(node, exp.DataType) and node.is_type(exp.DataType.Type.DECIMAL) and not node.expressions:
        return exp.DataType.build("DECIMAL(38, 9)", dialect="duckdb")
    return node


def _literal(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"
