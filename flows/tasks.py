"""The steps of a run as Prefect tasks: thin, so that each can be tested as a plain function, by its `fn`.

A task that fails is tried again where its error says that this can help. Tasks get and give whole chunks: one for
each document would cost more than most documents take to read.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.context import TaskRunContext

from extraction.errors import BucketError, TieoutError, WarehouseError
from flows.bucket import Blob, Listing, list_documents
from flows.progress import Done, Found, Waiting, tell
from flows.reading import Outcome, Reading
from flows.summary import Summary, summary
from flows.warehouse import open_warehouse
from flows.warehouse.batch import batch_of
from flows.warehouse.rows import result_id
from flows.workers import read_documents

DELAYS = (2, 10)
"""Seconds before each further try."""


def can_help(_task: object, _run: TaskRun, state: State[Any]) -> bool:
    """Failed state -> whether its error says that trying again can help."""
    error = state.data
    if not isinstance(error, TieoutError) or not error.retryable:
        return False
    tell(Waiting(str(error)))
    return True


_AS_A_STEP: dict[str, Any] = {
    "retries": len(DELAYS),
    "retry_delay_seconds": list(DELAYS),
    "retry_condition_fn": can_help,
    "cache_policy": NO_CACHE,  # flows.results does it, by document
    "persist_result": False,  # it holds account numbers
}


@task(name="list documents", **_AS_A_STEP)
def list_bucket(bucket: str) -> Listing:
    """Bucket -> its documents. Raises UsageError, BucketError."""
    listing = list_documents(bucket)
    tell(Found(len(listing.documents), listing.skipped))
    return listing


@task(name="apply sql", **_AS_A_STEP)
def apply_sql(warehouse: str) -> None:
    """Warehouse -> it has the tables and views of `sql/`. Raises WarehouseError."""
    with open_warehouse(warehouse) as opened:
        opened.apply()


@task(name="read documents", **_AS_A_STEP)
def read_chunk(blobs: Sequence[Blob], reading: Reading) -> list[Outcome]:
    """Documents -> their outcomes, in the same order.

    Raises BucketError where another try may bring documents that did not arrive; the results of the others are
    kept meanwhile. The last try returns what there is.
    """
    outcomes = {}
    for outcome in read_documents(blobs, reading):
        outcomes[outcome.blob.uri] = outcome
        tell(Done(outcome.blob.name, outcome.result.decision if outcome.result else "error", outcome.seconds))
    missing = next((outcome.error for outcome in outcomes.values() if outcome.retryable), None)
    if missing and not _is_last_try():
        raise BucketError(missing)
    return [outcomes[blob.uri] for blob in blobs]


@task(name="load rows", **_AS_A_STEP)
def load_chunk(outcomes: Sequence[Outcome], warehouse: str) -> list[Summary]:
    """Outcomes -> their rows are in the warehouse, once; and what may be told of each. Raises WarehouseError."""
    moment = datetime.now(UTC)
    checked = [_fitting(outcome, moment) for outcome in outcomes]
    documents = [(outcome.result, outcome.blob.uri) for outcome in checked if outcome.result]
    with open_warehouse(warehouse) as opened:
        already = set(opened.load(documents, extracted_at=moment).already)
    told = []
    seen: set[str] = set()
    for outcome in checked:
        key = result_id(outcome.result) if outcome.result else None
        if key is None:
            told.append(summary(outcome, "none"))
        else:
            told.append(summary(outcome, "already" if key in already else "copy" if key in seen else "loaded"))
            seen.add(key)
    return told


def _fitting(outcome: Outcome, moment: datetime) -> Outcome:
    """Outcome -> the same, or an error where the warehouse cannot hold its rows: it would take none of the batch."""
    if outcome.result is None:
        return outcome
    try:
        batch_of([(outcome.result, outcome.blob.uri)], moment)
    except WarehouseError as error:
        return Outcome(outcome.blob, error=str(error), seconds=outcome.seconds)
    return outcome


def _is_last_try() -> bool:
    """Whether the task that runs will not be tried again; true outside of one."""
    context = TaskRunContext.get()
    return context is None or context.task_run.run_count > len(DELAYS)
