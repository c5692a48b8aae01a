"""The subset of BigQuery's SQL that means the same in DuckDB, as a list of what leaves it. Pure.

A translated statement can be wrong without a word, so what is not known to be right is refused. Measured
as wrong: divided or averaged NUMERIC (becomes DOUBLE), offsets and JSON indexes (count from 1), DATE_TRUNC
(gives a TIMESTAMP), FORMAT_DATE %Q, SAFE. functions, EXTRACT of some parts, COUNTIF (gives an INT128).
"""

import sqlglot
from sqlglot import exp

from flows.warehouse.sql import definitions

_FUNCTIONS: tuple[type[exp.Expr], ...] = (
    exp.Sum, exp.Count, exp.Min, exp.Max, exp.Coalesce, exp.If, exp.Case, exp.Nullif, exp.Greatest, exp.Least,
    exp.Abs, exp.Cast, exp.TryCast, exp.Concat, exp.Lower, exp.Upper, exp.Trim, exp.StartsWith, exp.DateDiff,
    exp.DateTrunc, exp.TimestampTrunc, exp.RowNumber, exp.Lag, exp.Lead, exp.FirstValue, exp.And, exp.Or,
)  # fmt: skip
"""Functions that were seen to give the same on both; a new one is added with a case in tests/sql."""

_REFUSED: tuple[tuple[type[exp.Expr], str], ...] = (
    (exp.Div, "money is not divided: publish numerator and denominator"),
    (exp.IntDiv, "money is not divided: publish numerator and denominator"),
    (exp.Bracket, "an index counts from 1 in DuckDB"),
    (exp.Dot, "structs, JSON and SAFE. functions differ in DuckDB"),
    (exp.Unnest, "correlated columns differ in DuckDB"),
    (exp.Interval, "adding to a DATE gives a TIMESTAMP in DuckDB"),
    (exp.Lambda, "lambdas differ in DuckDB"),
)
_TRUNCATIONS = (exp.DateTrunc, exp.TimestampTrunc)


def lint(statement: str, names: frozenset[str] | None = None) -> list[str]:
    """One statement of `sql/` -> why it might not mean the same everywhere; empty where it does.

    `names` are the tables and views of the warehouse: no WITH step may take one of their names.

    >>> lint("SELECT SUM(amount) / COUNT(*) AS mean FROM transactions")
    ['SUM(amount) / COUNT(*): money is not divided: publish numerator and denominator']
    """
    names = frozenset(item.name for item in definitions()) if names is None else names
    parsed = sqlglot.parse(statement, dialect="bigquery")
    if len(parsed) != 1 or not isinstance(parsed[0], exp.Query | exp.Create):
        return [f"{statement}: neither one query nor one CREATE"]
    return [f"{node.sql(dialect='bigquery')}: {why}" for node in parsed[0].walk() if (why := _why(node, names))]


def _why(node: exp.Expr, names: frozenset[str]) -> str | None:
    """Part of a statement -> why it is refused, None where it is not."""
    refused = next((why for kind, why in _REFUSED if isinstance(node, kind)), None)
    if refused:
        return refused
    if isinstance(node, _TRUNCATIONS) and not _is_dated(node):
        return "gives a TIMESTAMP in DuckDB: write CAST(… AS DATE)"
    if isinstance(node, exp.Func) and not isinstance(node, _FUNCTIONS):
        return "this function was not seen to give the same in DuckDB"
    if isinstance(node, exp.Select) and node.args.get("qualify") and not node.args.get("where"):
        return "QUALIFY after FROM may be read as an alias in BigQuery: write WHERE TRUE before it"
    if isinstance(node, exp.CTE) and node.alias in names:
        return "a WITH step takes the name of a table"
    if isinstance(node, exp.Table) and (node.db or node.this.args.get("quoted")):
        return "a table has its bare name; the dataset is added where it is applied"
    return None


def _is_dated(node: exp.Expr) -> bool:
    return isinstance(node.parent, exp.Cast) or node.find_ancestor(exp.PartitionedByProperty) is not None
