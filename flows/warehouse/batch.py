"""Results -> one batch: its key, its Arrow tables, and the statements that load it once. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

import pyarrow as pa

from flows.warehouse.columns import arrow_table
from flows.warehouse.rows import Rows, batch_id, rows_of
from schemas.result import ExtractionResult
from schemas.rows import DATA_ROWS, LedgerRow, Row


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of some extractions: extraction_id -> table -> rows."""

    extractions: dict[str, Rows]

    @property
    def id(self) -> str:
        """The same extractions make the same batch, whatever their order."""
        return batch_id(self.extractions)

    def without(self, extraction_ids: Iterable[str]) -> "Batch":
        """The batch less some extractions."""
        left = set(extraction_ids)
        return Batch({key: rows for key, rows in self.extractions.items() if key not in left})

    def tables(self) -> dict[str, pa.Table]:
        """Table name -> its rows; a table without rows is left out."""
        gathered = {model: self._rows(model) for model in DATA_ROWS}
        return {model.table: arrow_table(model, rows) for model, rows in gathered.items() if rows}

    def _rows(self, model: type[Row]) -> list[Row]:
        return [row for rows in self.extractions.values() for row in rows.get(model.table, [])]


def batch_of(documents: Iterable[tuple[ExtractionResult, str]], extracted_at: datetime) -> Batch:
    """(result, uri) of each document -> the batch; of files with the same bytes the first uri stays.

    Raises WarehouseError for a value the warehouse cannot hold.
    """
    extractions: dict[str, Rows] = {}
    for result, uri in sorted(documents, key=lambda document: document[1]):
        rows = rows_of(result, uri, extracted_at)
        extractions.setdefault(rows["raw_documents"][0].extraction_id, rows)
    return Batch(extractions)


def insert_statements(batch_key: str, tables: dict[str, pa.Table], staged: Callable[[str], str]) -> list[str]:
    """Batch -> statements, to be run as one transaction, that take its staged rows unless the ledger has them.

    `staged` gives the staging table of a table. The ledger comes last: what it has is loaded whole.
    """
    unless_loaded = f"WHERE extraction_id NOT IN (SELECT extraction_id FROM {LedgerRow.table})"
    statements = []
    for name, table in tables.items():
        columns = ", ".join(table.column_names)
        statements.append(f"INSERT INTO {name} ({columns}) SELECT {columns} FROM {staged(name)} {unless_loaded}")
    statements.append(
        f"INSERT INTO {LedgerRow.table} (extraction_id, document_sha256, batch_id, loaded_at) "
        f"SELECT extraction_id, document_sha256, '{batch_key}', CURRENT_TIMESTAMP() "
        f"FROM {staged('raw_documents')} {unless_loaded}"
    )
    return statements
