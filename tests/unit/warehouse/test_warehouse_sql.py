"""sql/ and the row models agree, keep to the subset, and come in order."""

import pytest

from flows.warehouse.columns import arrow_table, columns_of
from flows.warehouse.lint import lint
from flows.warehouse.sql import Definition, bigquery_statement, definitions, duckdb_sql, qualified
from schemas.rows import ROWS, Row

BY_NAME = {item.name: item for item in definitions()}


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.table)
def test_the_fields_of_a_row_are_the_columns_of_its_table(model: type[Row]) -> None:
    assert columns_of(model) == BY_NAME[model.table].columns


def test_every_table_has_a_model() -> None:
    assert {model.table for model in ROWS} == {item.name for item in definitions() if item.kind == "table"}


@pytest.mark.parametrize("item", definitions(), ids=lambda item: item.name)
def test_what_it_is_and_what_its_columns_mean_is_said(item: Definition) -> None:
    assert item.description.strip() and dict(item.labels)["layer"] == item.layer
    assert all(item.column_descriptions.values())


def test_everything_comes_after_what_it_reads() -> None:
    names = [item.name for item in definitions()]
    for place, item in enumerate(definitions()):
        assert item.reads <= set(names[:place]), item.name


@pytest.mark.parametrize("item", definitions(), ids=lambda item: item.name)
def test_sql_keeps_to_what_means_the_same_in_duckdb(item: Definition) -> None:
    assert lint(item.body) == []
    assert [found for _, query in item.checks for found in lint(query)] == []


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT SUM(amount) / 2 AS half FROM transactions",
        "SELECT AVG(amount) AS mean FROM transactions",
        "SELECT SAFE_DIVIDE(amount, 2) AS half FROM transactions",
        "SELECT list[OFFSET(0)] AS first FROM t",
        "SELECT x FROM t, UNNEST(t.list) AS x WITH OFFSET AS place",
        "SELECT DATE_TRUNC(posted_date, MONTH) AS month FROM transactions",
        "SELECT DATE_ADD(posted_date, INTERVAL 1 DAY) AS day FROM transactions",
        "SELECT FORMAT_DATE('%Q', posted_date) AS quarter FROM transactions",
        "SELECT SAFE.SUBSTR(description, 1, 1) AS letter FROM transactions",
        "SELECT EXTRACT(ISOWEEK FROM posted_date) AS week FROM transactions",
        "SELECT ARRAY_AGG(amount LIMIT 1) AS some FROM transactions",
        "SELECT JSON_VALUE(said, '$.a') AS a FROM t",
        "SELECT COUNTIF(amount > 0) AS inflows FROM transactions",
        "SELECT FARM_FINGERPRINT(description) AS key FROM transactions",
        "SELECT * FROM dataset.transactions",
        "SELECT * FROM `stg_*`",
        "WITH documents AS (SELECT 1 AS one) SELECT one FROM documents",
        "SELECT amount FROM transactions QUALIFY ROW_NUMBER() OVER (ORDER BY amount) = 1",
        "DELETE FROM transactions WHERE TRUE",
        "DECLARE x INT64",
        "SELECT 1 AS one; SELECT 2 AS two",
    ],
)
def test_what_would_mean_something_else_is_named(statement: str) -> None:
    assert lint(statement)


def test_numeric_keeps_nine_decimals_in_duckdb() -> None:
    assert duckdb_sql("SELECT CAST(a AS NUMERIC) AS a FROM t") == "SELECT CAST(a AS DECIMAL(38, 9)) AS a FROM t"
    assert "NULLS FIRST" in duckdb_sql("SELECT a FROM t ORDER BY a ASC")


def test_names_are_qualified_and_the_text_stays() -> None:
    query = (
        "-- why\nWITH t AS (SELECT documents.uri FROM documents)\nSELECT a.uri FROM t AS a JOIN accounts AS b USING (x)"
    )
    assert qualified(query, lambda name: f"`p.d.{name}`") == (
        "-- why\nWITH t AS (SELECT documents.uri FROM `p.d.documents` AS documents)\n"
        "SELECT a.uri FROM t AS a JOIN `p.d.accounts` AS b USING (x)"
    )


def test_a_table_is_created_as_written() -> None:
    statement = bigquery_statement(BY_NAME["raw_transactions"], lambda name: f"`p.d.{name}`")
    assert statement.startswith("CREATE TABLE IF NOT EXISTS `p.d.raw_transactions` (")
    assert "PARTITION BY DATE_TRUNC(posted_date, MONTH)\nCLUSTER BY account_key, posted_date\nOPTIONS (" in statement


def test_an_empty_table_has_its_columns() -> None:
    for model in ROWS:
        assert arrow_table(model, []).column_names == list(model.model_fields)
