"""A job with an id of its own, run once across processes that die."""

from collections.abc import Callable
from itertools import count
from typing import Any, Protocol

from google.api_core.exceptions import Conflict, GoogleAPICallError
from google.cloud.bigquery.retry import DEFAULT_RETRY

from extraction.errors import WarehouseBusyError
from flows.warehouse.bigquery_errors import is_transient

ATTEMPTS = 5
JOB_SECONDS = 1800.0
RETRY = DEFAULT_RETRY.with_timeout(60.0)
"""The client's own retries of one request; it would go on for ten minutes."""


class Job(Protocol):
    """What is asked of a job of Google's client."""

    def result(self, *, retry: Any, timeout: Any) -> Any:
        """Wait for the end; raises what it failed with."""


def run_once(name: str, start: Callable[[str], Job], fetch: Callable[[str], Job], has_held: Callable[[], bool]) -> None:
    """Run the job `name` to its end, unless an earlier process did and what it made is still there.

    The job's id is `name` and the attempt. An id is used up by its job, also by a failed one: where an
    earlier process's job failed, or what it made is gone, the next attempt has the next id. A job of this
    process that fails for good is raised as it is.

    Raises WarehouseBusyError after 5 failed attempts of this process.
    """
    failures: list[Exception] = []
    for attempt in count(1):
        job_id, is_ours = f"{name}_{attempt}", True
        try:
            job = start(job_id)
        except Conflict:
            job, is_ours = fetch(job_id), False
        try:
            job.result(retry=RETRY, timeout=JOB_SECONDS)
        except GoogleAPICallError as error:
            if is_ours and not is_transient(error):
                raise
            failures += [error] if is_ours else []
            if len(failures) == ATTEMPTS:
                break
        else:
            if is_ours or has_held():
                return
    raise WarehouseBusyError(
        f"BigQuery did not finish the job {name}: it failed {ATTEMPTS} times. Run this again later. ({failures[-1]})"
    )
