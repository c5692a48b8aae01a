"""The flow: a bucket's documents -> rows in the warehouse. One run for a bucket, two tasks for each chunk.

Killed at any moment and run again, it leaves the same rows: what was read is kept by `flows.results`, what was
loaded is in the warehouse's ledger.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from prefect import flow
from prefect.utilities.annotations import quote

from extraction.settings import VERSION, load
from flows.bucket import Blob
from flows.reading import Outcome, Reading
from flows.results import STATE, results
from flows.summary import Summary
from flows.tasks import apply_sql, list_bucket, load_chunk, read_chunk

CHUNK = 50
"""Documents read and loaded together: what a crash can cost, and what one load of BigQuery (10 s) is paid for."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What a run did: a summary of each document, in the bucket's order, and how many other files were left alone."""

    documents: tuple[Summary, ...]
    skipped: int


@flow(name="ingest", version=VERSION, flow_run_name="{bucket}", persist_result=False)
def ingest(bucket: str, warehouse: str) -> Ingested:
    """Read every document of a bucket and load its rows, proved or held back with the reason, exactly once.

    Settings of reading come from the environment: Prefect records parameters, and one of them is a secret.
    """
    settings = load()
    listing = list_bucket(bucket)
    apply_sql(warehouse)
    reading = Reading(settings, results(STATE / "results", settings))
    documents: list[Summary] = []
    for chunk in _chunks(listing.documents):
        outcomes = read_chunk(chunk, reading)
        documents += load_chunk(_as_one(outcomes), warehouse)
    return Ingested(tuple(documents), listing.skipped)


def _chunks(documents: Sequence[Blob]) -> Iterator[Sequence[Blob]]:
    return (documents[start : start + CHUNK] for start in range(0, len(documents), CHUNK))


def _as_one(outcomes: list[Outcome]) -> list[Outcome]:
    """Outcomes -> the same to the task they are given to; Prefect would look for futures in every row of them."""
    marked: Any = quote(outcomes)
    unmarked: list[Outcome] = marked
    return unmarked
