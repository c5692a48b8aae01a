"""The embedded warehouse: one DuckDB file. The only home of duckdb.

DuckDB lets one process write, or many read, at a time. The file is therefore opened for each operation
alone, and a busy file is waited for. A load is one transaction: a process killed in it leaves nothing.
"""

import re
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb
import pyarrow as pa

from extraction.errors import UsageError, WarehouseBusyError, WarehouseError
from flows.warehouse.batch import batch_of, insert_statements
from flows.warehouse.protocol import Check, LoadReport, Step, added_columns, check_of, plan_step
from flows.warehouse.sql import Definition, definitions, duckdb_sql, duckdb_statements, duckdb_type
from schemas.result import ExtractionResult
from schemas.rows import LedgerRow

WAIT_SECONDS = 30.0
"""How long a busy file is waited for. A load of 1,000,000 rows takes 3 s."""
POLL_SECONDS = 0.05


class DuckWarehouse:
    """A warehouse in the file at `path`; it is created by `apply`."""

    def __init__(self, path: Path, wait_seconds: float = WAIT_SECONDS) -> None:
        self._path = path
        self._wait_seconds = wait_seconds
        self._lock = threading.RLock()

    def plan(self) -> list[Step]:
        if not self._path.exists():
            return [Step(item.name, item.kind, "new") for item in definitions()]
        with self._connection(read_only=True) as connection:
            return _plan(connection)

    def apply(self) -> list[Step]:
        planned = self.plan()
        if all(step.state == "exists" for step in planned):
            return planned
        with self._transaction() as connection:
            steps = _plan(connection)
            for item, step in zip(definitions(), steps, strict=True):
                if item.kind == "table" and step.state == "changed":
                    _add_columns(connection, item)
                for statement in duckdb_statements(item):
                    connection.execute(statement)
        return steps

    def loaded(self, extraction_ids: Iterable[str]) -> set[str]:
        wanted = sorted(set(extraction_ids))
        if not self._path.exists():
            return set()
        with self._connection(read_only=True) as connection:
            return _loaded(connection, wanted) if _has_ledger(connection) else set()

    def load(self, documents: Iterable[tuple[ExtractionResult, str]], *, extracted_at: datetime) -> LoadReport:
        batch = batch_of(documents, extracted_at)
        if not batch.extractions:
            return LoadReport(None, (), ())
        with self._transaction() as connection:
            if not _has_ledger(connection):
                raise WarehouseError(f"{self._path} has no tables yet: apply sql/ first, with `tieout sql apply`.")
            already = _loaded(connection, list(batch.extractions))
            new = batch.without(already)
            tables = new.tables()
            for name, table in tables.items():
                connection.register(_staged(name), table)
            for statement in insert_statements(new.id, tables, _staged) if tables else ():
                connection.execute(duckdb_sql(statement))
        counts = {name: table.num_rows for name, table in tables.items()}
        return LoadReport(new.id if tables else None, tuple(sorted(new.extractions)), tuple(sorted(already)), counts)

    def query(self, sql: str) -> pa.Table:
        with self._reader() as connection, _understood(self._path):
            statements = connection.extract_statements(sql)
            if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
                raise WarehouseError("A query must be one SELECT: rows are changed by loading documents only.")
            connection.execute("SET enable_external_access = false")
            return connection.sql(sql).to_arrow_table()

    def check(self) -> list[Check]:
        with self._reader() as connection, _understood(self._path):
            return [
                check_of(f"{item.name}: {name}", connection.sql(duckdb_sql(query)).to_arrow_table())
                for item in definitions()
                for name, query in item.checks
            ]

    def close(self) -> None:
        """Nothing is held between operations."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _reader(self) -> Iterator[duckdb.DuckDBPyConnection]:
        if not self._path.exists():
            raise WarehouseError(
                f"There is no warehouse at {self._path} yet. Load documents first, with `tieout run BUCKET`, "
                f"or name another warehouse by TIEOUT_WAREHOUSE."
            )
        with self._connection(read_only=True) as connection:
            yield connection

    @contextmanager
    def _transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection whose statements are committed together, or not at all."""
        if not self._path.absolute().parent.is_dir():
            raise UsageError(
                f"The folder {self._path.absolute().parent} does not exist. Create it, or name another file: "
                f"duckdb:///relative/path or duckdb:////absolute/path."
            )
        with self._connection(read_only=False) as connection, _understood(self._path):
            connection.execute("BEGIN TRANSACTION")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextmanager
    def _connection(self, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
        """The open file, waited for while another has it. Raises WarehouseBusyError, WarehouseError."""
        with self._lock:
            connection = self._opened(read_only)
            try:
                connection.execute("SET TimeZone = 'UTC'")
                yield connection
            finally:
                connection.close()

    def _opened(self, read_only: bool) -> duckdb.DuckDBPyConnection:
        deadline = time.monotonic() + self._wait_seconds
        while True:
            try:
                return duckdb.connect(str(self._path), read_only=read_only)
            except (duckdb.IOException, duckdb.ConnectionException) as error:
                if not _is_busy(error):
                    raise WarehouseError(f"{self._path} cannot be opened as a DuckDB file: {error}") from error
                if time.monotonic() > deadline:
                    raise WarehouseBusyError(_who(self._path, str(error))) from error
                time.sleep(POLL_SECONDS)
            except duckdb.Error as error:
                raise WarehouseError(f"{self._path} cannot be opened as a DuckDB file: {error}") from error


def _plan(connection: duckdb.DuckDBPyConnection) -> list[Step]:
    rows = connection.execute(
        "SELECT table_name, comment FROM duckdb_tables() UNION ALL "
        "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"
    ).fetchall()
    present = {name: (comment or "").rpartition("definition ")[2] for name, comment in rows}
    return [plan_step(item.name, item.kind, item.fingerprint, present.get(item.name)) for item in definitions()]


def _add_columns(connection: duckdb.DuckDBPyConnection, item: Definition) -> None:
    present = connection.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [item.name]
    ).fetchall()
    wanted = [(name, duckdb_type(kind), required) for name, kind, required in item.columns]
    for name, kind in added_columns(item.name, wanted, present):
        connection.execute(f"ALTER TABLE {item.name} ADD COLUMN {name} {kind}")


def _has_ledger(connection: duckdb.DuckDBPyConnection) -> bool:
    found = connection.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = ?", [LedgerRow.table]).fetchone()
    return found is not None


def _loaded(connection: duckdb.DuckDBPyConnection, extraction_ids: list[str]) -> set[str]:
    rows = connection.execute(
        f"SELECT extraction_id FROM {LedgerRow.table} WHERE extraction_id IN (SELECT unnest(?::VARCHAR[]))",
        [extraction_ids],
    ).fetchall()
    return {key for (key,) in rows}


def _staged(name: str) -> str:
    return f"staged_{name}"


@contextmanager
def _understood(path: Path) -> Iterator[None]:
    """DuckDB's errors -> WarehouseError with its own words."""
    try:
        yield
    except duckdb.Error as error:
        raise WarehouseError(f"{path} refused the statement: {error}") from error


def _is_busy(error: duckdb.Error) -> bool:
    """Whether another process holds the file, or another connection of this one has it in the other mode."""
    return "Could not set lock" in str(error) or "different configuration" in str(error)


def _who(path: Path, message: str) -> str:
    holder = re.search(r"held in (\S+) \(PID (\d+)\)", message)
    who = f"process {holder.group(2)} ({holder.group(1)})" if holder else "another process"
    return f"The warehouse file {path} is in use by {who}. Wait until it has ended, or stop it, then run this again."
