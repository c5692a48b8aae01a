"""What a warehouse does, whichever it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from typing import Literal, Protocol, Self

import pyarrow as pa

from extraction.errors import WarehouseError
from flows.warehouse.sql import Kind
from schemas.result import ExtractionResult

State = Literal["exists", "new", "changed"]


@dataclass(frozen=True, slots=True)
class Step:
    """One table or view of `sql/`, and what applying would do: nothing, create it, or bring it up to date."""

    name: str
    kind: Kind
    state: State


@dataclass(frozen=True, slots=True)
class Check:
    """One accounting identity: `rows` that break it (0: it holds) and the first of them as text."""

    name: str
    rows: int
    first: str | None = None


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did. `loaded` and `already` are extraction_ids; `rows` counts new rows by table.

    `batch_id` is None where everything was there already.
    """

    batch_id: str | None
    loaded: tuple[str, ...]
    already: tuple[str, ...]
    rows: dict[str, int] = field(default_factory=dict)


class Warehouse(Protocol):
    """A warehouse. Every method may raise WarehouseError, or WarehouseBusyError where a retry can help."""

    def plan(self) -> list[Step]:
        """The tables and views of `sql/` in order, and what `apply` would do to each. Changes nothing."""

    def apply(self) -> list[Step]:
        """Create or update tables and views; rows stay. Returns the plan that was carried out.

        Raises WarehouseError where a table's columns changed in a way that would lose or reinterpret rows.
        """

    def loaded(self, extraction_ids: Iterable[str]) -> set[str]:
        """Those of the extractions that the ledger has; none where nothing was applied yet."""

    def load(self, documents: Iterable[tuple[ExtractionResult, str]], *, extracted_at: datetime) -> LoadReport:
        """(result, uri) of each document -> rows, all or none. What the ledger has is left as it is."""

    def query(self, sql: str) -> pa.Table:
        """One query in the warehouse's own dialect -> its rows. A statement that writes is refused."""

    def check(self) -> list[Check]:
        """Every accounting identity of `sql/` against the rows."""

    def close(self) -> None:
        """Release what is held. Also at the end of a `with` block."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def plan_step(name: str, kind: Kind, wanted: str, present: str | None) -> Step:
    """Fingerprints of what is wanted and of what is there (None: nothing) -> the step."""
    if present is None:
        return Step(name, kind, "new")
    return Step(name, kind, "exists" if present == wanted else "changed")


def check_of(name: str, breaking: pa.Table) -> Check:
    """The rows that break an identity -> the check."""
    first = breaking.slice(0, 1).to_pylist()
    said = ", ".join(f"{column} {value}" for column, value in first[0].items()) if first else None
    return Check(name, breaking.num_rows, said)


def added_columns(
    name: str, wanted: Sequence[tuple[str, str, bool]], present: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Columns (name, type) that a table lacks, in order.

    Raises WarehouseError where it has a column of another type, one that is not wanted, or lacks a required one.
    """
    types = dict(present)
    for column, kind, required in wanted:
        if column in types and types[column] != kind:
            raise WarehouseError(
                f"{name}.{column} is {types[column]} in the warehouse and {kind} in sql/. A column's type cannot "
                f"change under its rows: add a new column or a new table."
            )
        if column not in types and required:
            raise WarehouseError(f"{name}.{column} is new and NOT NULL: the rows already there have no value for it.")
    unknown = types.keys() - {column for column, _, _ in wanted}
    if unknown:
        raise WarehouseError(f"{name} has columns that sql/ does not know: {', '.join(sorted(unknown))}.")
    return [(column, kind) for column, kind, _ in wanted if column not in types]
