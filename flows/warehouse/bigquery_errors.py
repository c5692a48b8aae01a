"""Google's errors -> WarehouseError, or WarehouseBusyError where trying again can help."""

from collections.abc import Iterator
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager

from google.api_core import exceptions as api
from google.auth import exceptions as auth
from requests import exceptions as http

from extraction.errors import WarehouseBusyError, WarehouseError

NO_CREDENTIALS = (
    "There are no valid Google credentials on this machine. Run `gcloud auth application-default login`, or set "
    "GOOGLE_APPLICATION_CREDENTIALS to the path of a service account's key."
)
TRANSIENT = (
    api.ServerError,
    api.TooManyRequests,
    api.RetryError,
    auth.TransportError,
    http.ConnectionError,
    http.Timeout,
    FutureTimeoutError,
)
TRANSIENT_REASONS = frozenset(
    {"backendError", "internalError", "jobBackendError", "jobInternalError", "jobRateLimitExceeded",
     "rateLimitExceeded", "quotaExceeded", "tableUnavailable", "resourcesExceeded"}
)  # fmt: skip
"""Reasons of failed jobs after which another try may succeed: BigQuery's table of error messages."""
CONCURRENT_UPDATE = "aborted due to concurrent update"


def is_transient(error: BaseException) -> bool:
    """Whether the same request may succeed later."""
    if isinstance(error, TRANSIENT):
        return True
    if not isinstance(error, api.GoogleAPICallError):
        return False
    reasons = {str(detail.get("reason")) for detail in error.errors or () if isinstance(detail, dict)}
    return bool(reasons & TRANSIENT_REASONS) or CONCURRENT_UPDATE in str(error)


@contextmanager
def understood(dataset: str) -> Iterator[None]:
    """Errors of the block -> what happened and what to do. `dataset` is project.dataset."""
    try:
        yield
    except (auth.DefaultCredentialsError, auth.RefreshError) as error:
        raise WarehouseError(NO_CREDENTIALS) from error
    except (api.GoogleAPICallError, api.RetryError, auth.GoogleAuthError, http.RequestException) as error:
        raise _translated(dataset, error) from error
    except FutureTimeoutError as error:
        raise WarehouseBusyError(f"BigQuery did not finish a job of {dataset} in time. Run this again.") from error


def _translated(dataset: str, error: Exception) -> WarehouseError:
    said = str(getattr(error, "message", None) or error).partition("\n")[0]
    if is_transient(error):
        return WarehouseBusyError(f"BigQuery is not available or over a quota for now ({said}). Run this again later.")
    if isinstance(error, api.Forbidden):
        return WarehouseError(
            f"These credentials may not do this in {dataset}: {said}. They need BigQuery Data Editor on the dataset "
            f"and BigQuery Job User on the project."
        )
    if isinstance(error, api.NotFound):
        return WarehouseError(
            f"{dataset} lacks something: {said}. Check the name, or load documents first, with `tieout run BUCKET`."
        )
    return WarehouseError(f"BigQuery refused a request to {dataset}: {said}")
