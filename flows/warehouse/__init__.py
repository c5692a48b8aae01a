"""Where the rows go: one protocol, two adapters."""

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from extraction.errors import UsageError
from flows.warehouse.protocol import Check, LoadReport, Step, Warehouse

__all__ = ["Check", "LoadReport", "Step", "Warehouse", "open_warehouse"]

_FORMS = "duckdb:///file.duckdb (four slashes for an absolute path) or bigquery://project/dataset"


def open_warehouse(uri: str) -> Warehouse:
    """URI -> its warehouse; nothing is connected or created before the first call.

    bigquery://project/dataset takes the options `location` (of a dataset that is created, such as EU),
    `max_bytes` (a query that would read more is refused) and `endpoint` (an emulator's address).

    Raises UsageError for a URI of another form.
    """
    parts = urlsplit(uri)
    if parts.scheme == "duckdb" and not parts.netloc and len(parts.path) > 1:
        from flows.warehouse.duck import DuckWarehouse

        return DuckWarehouse(Path(parts.path[1:]))
    dataset = parts.path.strip("/")
    if parts.scheme == "bigquery" and parts.netloc and dataset and "/" not in dataset:
        from flows.warehouse.bigquery import BigQueryWarehouse

        return BigQueryWarehouse(parts.netloc, dataset, **_options(uri, parts.query))
    raise UsageError(f"{uri!r} names no warehouse. TIEOUT_WAREHOUSE is {_FORMS}.")


def _options(uri: str, query: str) -> dict[str, str]:
    options = dict(parse_qsl(query))
    unknown = options.keys() - {"location", "max_bytes", "endpoint"}
    if unknown or not options.get("max_bytes", "1").isdecimal():
        raise UsageError(f"{uri!r}: the options are location=NAME, max_bytes=NUMBER and endpoint=ADDRESS.")
    return options
