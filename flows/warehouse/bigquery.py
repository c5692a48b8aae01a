"""The BigQuery warehouse, through Google's client. The only home of google.cloud.bigquery.

A load is exactly once: rows go to staging tables by load jobs, then one transaction inserts those that
the ledger does not have. Every job has an id made from the batch, so that a process which died and is
run again finds its own jobs. Staging tables expire; they are never dropped, as a replay may need them.
"""

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq
from google.api_core.client_options import ClientOptions
from google.api_core.exceptions import NotFound
from google.auth.credentials import AnonymousCredentials
from google.cloud import bigquery

from extraction.errors import WarehouseError
from flows.warehouse.batch import batch_of, insert_statements
from flows.warehouse.bigquery_errors import understood
from flows.warehouse.bigquery_jobs import JOB_SECONDS, RETRY, Job, run_once
from flows.warehouse.columns import columns_of
from flows.warehouse.protocol import Check, LoadReport, Step, added_columns, check_of, plan_step
from flows.warehouse.sql import Column, Definition, bigquery_statement, definitions, qualified
from schemas.result import ExtractionResult
from schemas.rows import DATA_ROWS, LedgerRow

STAGING_LIFETIME = timedelta(days=7)
FINGERPRINT = "definition"
"""Label of a table or view with the fingerprint of its definition."""
IDS_PER_REQUEST = 50_000
"""A request holds 10 MB; an extraction_id with its frame takes 100 bytes."""
_LEGACY_TYPES = {"INTEGER": "INT64", "FLOAT": "FLOAT64", "BOOLEAN": "BOOL"}
"""Type names as the API returns them -> as SQL writes them."""


class BigQueryWarehouse:
    """A dataset of a project. `endpoint` is an emulator's address; it is asked without credentials."""

    def __init__(
        self,
        project: str,
        dataset: str,
        location: str | None = None,
        max_bytes: str | None = None,
        endpoint: str | None = None,
    ) -> None:
        self._dataset = f"{project}.{dataset}"
        self._project = project
        self._wanted_location = location
        self._max_bytes = int(max_bytes) if max_bytes else None
        self._endpoint = endpoint

    def plan(self) -> list[Step]:
        with understood(self._dataset):
            return self._plan()

    def apply(self) -> list[Step]:
        with understood(self._dataset):
            self._create_dataset()
            steps = self._plan()
            columns_changed = any(step.kind == "table" and step.state == "changed" for step in steps)
            for item, step in zip(definitions(), steps, strict=True):
                if item.kind == "table" and step.state == "changed":
                    self._update_table(item)
                elif step.state != "exists" or (item.kind == "view" and columns_changed):
                    self._create(item)
        return steps

    def loaded(self, extraction_ids: Iterable[str]) -> set[str]:
        with understood(self._dataset):
            if not self._exists(f"{self._dataset}.{LedgerRow.table}"):
                return set()
            return self._loaded(sorted(set(extraction_ids)))

    def load(self, documents: Iterable[tuple[ExtractionResult, str]], *, extracted_at: datetime) -> LoadReport:
        batch = batch_of(documents, extracted_at)
        with understood(self._dataset):
            if not self._exists(f"{self._dataset}.{LedgerRow.table}"):
                raise WarehouseError(f"{self._dataset} has no tables yet: apply sql/ first, with `tieout sql apply`.")
            already = self._loaded(list(batch.extractions))
            new = batch.without(already)
            tables = new.tables()
            if tables:
                for name, table in tables.items():
                    self._stage(new.id, name, table)
                self._commit(new.id, tables, list(new.extractions))
        counts = {name: table.num_rows for name, table in tables.items()}
        return LoadReport(new.id if tables else None, tuple(sorted(new.extractions)), tuple(sorted(already)), counts)

    def query(self, sql: str) -> pa.Table:
        with understood(self._dataset):
            planned = self._client.query(sql, self._reading(dry_run=True), retry=RETRY)
            if planned.statement_type != "SELECT":
                raise WarehouseError("A query must be one SELECT: rows are changed by loading documents only.")
            return self._rows(sql)

    def check(self) -> list[Check]:
        with understood(self._dataset):
            return [
                check_of(f"{item.name}: {name}", self._rows(qualified(query, self._qualified)))
                for item in definitions()
                for name, query in item.checks
            ]

    def close(self) -> None:
        if "_client" in self.__dict__:
            self._client.close()  # type: ignore[no-untyped-call]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def _client(self) -> bigquery.Client:
        """Connected with the application default credentials of this machine."""
        if self._endpoint is None:
            return bigquery.Client(self._project)
        options = ClientOptions(api_endpoint=self._endpoint)
        return bigquery.Client(self._project, AnonymousCredentials(), client_options=options)  # type: ignore[no-untyped-call]

    @cached_property
    def _location(self) -> str:
        """Where the dataset lies: a job is found again only where it ran."""
        return str(self._client.get_dataset(self._dataset, retry=RETRY).location)

    def _qualified(self, name: str) -> str:
        return f"`{self._dataset}.{name}`"

    def _create_dataset(self) -> None:
        try:
            self._client.get_dataset(self._dataset, retry=RETRY)
        except NotFound:
            dataset = bigquery.Dataset(self._dataset)
            if self._wanted_location:
                dataset.location = self._wanted_location
            self._client.create_dataset(dataset, exists_ok=True, retry=RETRY)

    def _plan(self) -> list[Step]:
        try:
            listed = {table.table_id: table for table in self._client.list_tables(self._dataset, retry=RETRY)}
        except NotFound:
            listed = {}
        steps = []
        for item in definitions():
            table = listed.get(item.name)
            present = None if table is None else table.labels.get(FINGERPRINT) or self._fingerprint(item)
            steps.append(plan_step(item.name, item.kind, item.fingerprint, present))
        return steps

    def _fingerprint(self, item: Definition) -> str:
        """What the object itself says of its definition, where the listing did not; empty where nothing does."""
        table = self._client.get_table(f"{self._dataset}.{item.name}", retry=RETRY)
        return str(table.labels.get(FINGERPRINT, ""))

    def _create(self, item: Definition) -> None:
        """Create the table or replace the view. The label that says so comes last: without it, it is done again."""
        self._query(bigquery_statement(item, self._qualified))
        table = bigquery.Table(f"{self._dataset}.{item.name}")
        table.labels = {**dict(item.labels), FINGERPRINT: item.fingerprint}
        self._client.update_table(table, ["labels"], retry=RETRY)

    def _update_table(self, item: Definition) -> None:
        """Add the columns that the table lacks, and bring descriptions and labels up to date."""
        table = self._client.get_table(f"{self._dataset}.{item.name}", retry=RETRY)
        present = [(field.name, _LEGACY_TYPES.get(field.field_type, field.field_type)) for field in table.schema]
        added_columns(item.name, item.columns, present)
        by_name = {field.name: field for field in _schema(item.columns, item.column_descriptions)}
        kept = [name for name, _ in present]
        table.schema = [by_name[name] for name in [*kept, *(name for name in by_name if name not in kept)]]
        table.description = item.description
        table.labels = {**table.labels, **dict(item.labels), FINGERPRINT: item.fingerprint}
        self._client.update_table(table, ["schema", "description", "labels"], retry=RETRY)

    def _loaded(self, extraction_ids: list[str]) -> set[str]:
        found: set[str] = set()
        for start in range(0, len(extraction_ids), IDS_PER_REQUEST):
            some = extraction_ids[start : start + IDS_PER_REQUEST]
            config = self._reading()
            config.query_parameters = [bigquery.ArrayQueryParameter("ids", "STRING", some)]
            sql = f"SELECT extraction_id FROM {self._qualified(LedgerRow.table)} WHERE extraction_id IN UNNEST(@ids)"
            found |= {row.extraction_id for row in self._query(sql, config).result()}
        return found

    def _stage(self, batch: str, name: str, table: pa.Table) -> None:
        """Rows -> their staging table, which is replaced whole."""
        staging = f"{self._dataset}.{_staged(batch, name)}"
        model = next(model for model in DATA_ROWS if model.table == name)
        config = bigquery.LoadJobConfig(
            schema=_schema(columns_of(model)),
            source_format=bigquery.SourceFormat.PARQUET,
            write_disposition=bigquery.WriteDisposition.WRITE_TRUNCATE,
        )
        parquet = io.BytesIO()
        pq.write_table(table, parquet)

        def start(job_id: str) -> Job:
            return self._client.load_table_from_file(
                parquet, staging, rewind=True, job_id=job_id, location=self._location, job_config=config
            )

        self._run_once(f"load_{self._dataset_id}_{batch}_{name}", start, lambda: self._exists(staging))
        expiring = bigquery.Table(staging)
        expiring.expires = datetime.now(UTC) + STAGING_LIFETIME
        self._client.update_table(expiring, ["expires"], retry=RETRY)

    def _commit(self, batch: str, tables: dict[str, pa.Table], extraction_ids: list[str]) -> None:
        """Staged rows -> their tables and the ledger, in one transaction."""
        inserts = insert_statements(batch, tables, lambda name: _staged(batch, name))
        steps = ["BEGIN TRANSACTION", *(qualified(insert, self._qualified) for insert in inserts), "COMMIT TRANSACTION"]
        script = ";\n".join(steps) + ";"

        def start(job_id: str) -> Job:
            return self._client.query(script, job_id=job_id, location=self._location, retry=RETRY, job_retry=None)

        wanted = set(extraction_ids)
        self._run_once(f"commit_{self._dataset_id}_{batch}", start, lambda: self._loaded(extraction_ids) == wanted)

    def _run_once(self, name: str, start: Callable[[str], Job], has_held: Callable[[], bool]) -> None:
        def fetch(job_id: str) -> Job:
            job: Job = self._client.get_job(job_id, location=self._location, retry=RETRY)
            return job

        run_once(name, start, fetch, has_held)

    @property
    def _dataset_id(self) -> str:
        return self._dataset.rpartition(".")[2]

    def _exists(self, table: str) -> bool:
        try:
            self._client.get_table(table, retry=RETRY)
        except NotFound:
            return False
        return True

    def _reading(self, dry_run: bool = False) -> bigquery.QueryJobConfig:
        return bigquery.QueryJobConfig(
            default_dataset=self._dataset, dry_run=dry_run, maximum_bytes_billed=self._max_bytes
        )

    def _rows(self, sql: str) -> pa.Table:
        return self._query(sql, self._reading()).to_arrow(create_bqstorage_client=self._endpoint is None)

    def _query(self, sql: str, config: bigquery.QueryJobConfig | None = None) -> bigquery.QueryJob:
        """A statement, run to its end."""
        job = self._client.query(sql, config, retry=RETRY)
        job.result(retry=RETRY, timeout=JOB_SECONDS)
        return job


def _schema(columns: Sequence[Column], descriptions: dict[str, str] | None = None) -> list[bigquery.SchemaField]:
    return [
        bigquery.SchemaField(name, kind, "REQUIRED" if required else "NULLABLE", (descriptions or {}).get(name))
        for name, kind, required in columns
    ]


def _staged(batch: str, name: str) -> str:
    return f"stg_{batch[:24]}_{name}"
