"""`tieout query` and `tieout sql` on the embedded warehouse."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from flows.cli import main
from flows.warehouse import open_warehouse
from flows.warehouse.sql import definitions
from tests.results import NOW, account, result, transaction

URI = "duckdb:///w.duckdb"


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIEOUT_WAREHOUSE", URI)


@pytest.fixture
def loaded(empty: None) -> None:
    posted = account(transaction(1, date(2025, 1, 2), "-12345.60"), transaction(2, date(2025, 2, 3), "0.000000001"))
    with open_warehouse(URI) as warehouse:
        warehouse.apply()
        warehouse.load([(result("a", posted), "a.pdf"), (result("b"), "b.pdf")], extracted_at=NOW)


def tieout(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("name", ["documents", "accounts", "transactions", "issues", "proofs", "monthly_cash_flow"])
def test_a_view_is_its_rows(name: str) -> None:
    done = tieout("query", name, "--format", "json")
    assert done.exit_code == 0
    with open_warehouse(URI) as warehouse:
        assert len(json.loads(done.stdout)) == warehouse.query(f"SELECT * FROM {name}").num_rows


@pytest.mark.usefixtures("loaded")
def test_current_rows_have_their_keys() -> None:
    documents = json.loads(tieout("query", "documents", "--format", "json").stdout)
    transactions = json.loads(tieout("query", "transactions", "--format", "json").stdout)
    assert {row["document_sha256"] for row in documents} == {"a" * 64, "b" * 64}
    assert len({(row["document_sha256"], row["transaction_id"]) for row in transactions}) == 4


@pytest.mark.usefixtures("loaded")
def test_every_format_has_the_exact_amount() -> None:
    sql = "SELECT amount, posted_date FROM transactions WHERE document_sha256 LIKE 'a%' ORDER BY position"
    text = tieout("query", sql).stdout.splitlines()
    assert text == [
        "     amount  posted_date",
        "-----------  -----------",
        " -12,345.60  2025-01-02",
        "0.000000001  2025-02-03",
    ]
    rows = list(csv.DictReader(io.StringIO(tieout("query", sql, "--format", "csv").stdout)))
    assert [Decimal(row["amount"]) for row in rows] == [Decimal("-12345.60"), Decimal("0.000000001")]
    assert json.loads(tieout("query", sql, "--format", "json").stdout) == [
        {"amount": "-12345.60", "posted_date": "2025-01-02"},
        {"amount": "0.000000001", "posted_date": "2025-02-03"},
    ]


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("sql", "code", "said"),
    [
        ("nowhere", 2, "There is no table or view nowhere. There are: account_balances, accounts,"),
        ("SELECT nothing FROM documents", 1, "nothing"),
        ("DELETE FROM ledger", 1, "must be one SELECT"),
        ("SELECT (", 1, "refused the statement"),
    ],
)
def test_what_cannot_be_asked_is_said(sql: str, code: int, said: str) -> None:
    done = tieout("query", sql)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr


@pytest.mark.parametrize("command", [("query", "documents"), ("query", "SELECT 1"), ("sql", "check")])
def test_where_there_is_no_warehouse_the_next_step_is_named(command: tuple[str, ...]) -> None:
    done = tieout(*command)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "There is no warehouse at w.duckdb yet" in done.stderr
    assert "`tieout run BUCKET`" in done.stderr
    assert not Path("w.duckdb").exists()


@pytest.mark.parametrize("uri", ["w.duckdb", "postgres://h/d", "bigquery://only-a-project"])
def test_a_warehouse_of_another_form_is_a_wrong_setting(uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIEOUT_WAREHOUSE", uri)
    for command in (("query", "documents"), ("sql", "plan"), ("run", ".")):
        done = tieout(*command)
        assert done.exit_code == 2
        assert "TIEOUT_WAREHOUSE" in done.stderr


def test_a_plan_changes_nothing_and_is_carried_out_once() -> None:
    names = [item.name for item in definitions()]
    planned = tieout("sql", "plan").stdout.splitlines()
    assert [line.split() for line in planned] == [
        [item.kind, item.name, "would", "be", "created"] for item in definitions()
    ]
    assert not Path("w.duckdb").exists()
    applied = tieout("sql", "apply").stdout.splitlines()
    assert [line.split()[1:] for line in applied] == [[name, "created"] for name in names]
    again = tieout("sql", "apply").stdout.splitlines()
    assert again == tieout("sql", "plan").stdout.splitlines()
    assert again[-1] == "Everything is as sql/ says."
    assert {line.split()[-1] for line in again[:-1]} == {"exists"}


@pytest.mark.usefixtures("loaded")
def test_a_broken_identity_is_told_with_its_first_row() -> None:
    assert tieout("sql", "check").exit_code == 0
    with duckdb.connect("w.duckdb") as connection:
        connection.execute("UPDATE raw_accounts SET closing_balance = 0")
    done = tieout("sql", "check")
    assert done.exit_code == 1
    assert "broken  accounts: opening balance and transactions make the closing balance" in done.stdout
    assert "difference" in done.stdout
