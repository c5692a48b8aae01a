"""Values above the rows, as a truth tells them and as they were read. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from extraction.evaluation.calibration import Value
from extraction.evaluation.lines import similarity
from extraction.evaluation.tally import Tally
from extraction.evaluation.truth import HEADER, Truth, TruthAccount
from schemas.result import ExtractionResult
from schemas.statement import Account

DOCUMENT_FIELDS = {"doc_type": "kind", "institution": "institution"}
"""Fields of a document: their names in a truth, and how they are told."""
PERIOD = ("period_start", "period_end")
_SAME = {"institution": 0.9, "holder": 0.9, "account_type": 0.9}
"""Texts of which so much has to be the same: a title or a legal form may be there or not."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value above the rows: whether it is as the truth tells it, whether the truth has one, whether one was read."""

    name: str
    right: bool
    told: bool = True
    found: bool = True


@dataclass(frozen=True, slots=True)
class FieldTally:
    """One field of several accounts. `whole`: as told, also where it is neither printed nor read; `precision`: right of
    those that were read; `recall`: right of those that are printed."""

    whole: Tally
    precision: Tally
    recall: Tally

    def __add__(self, other: "FieldTally") -> "FieldTally":
        return FieldTally(self.whole + other.whole, self.precision + other.precision, self.recall + other.recall)

    @classmethod
    def of(cls, one: Field) -> "FieldTally":
        return cls(
            Tally.count([one.right]),
            Tally.count([one.right] * one.found),
            Tally.count([one.right] * one.told),
        )


def tallies(fields: Iterable[Field]) -> dict[str, FieldTally]:
    """Fields of accounts -> by name, how many are right."""
    found: dict[str, FieldTally] = {}
    for one in fields:
        tally = FieldTally.of(one)
        found[one.name] = found[one.name] + tally if one.name in found else tally
    return found


def same_field(name: str, told: Any, found: Any) -> bool:
    """Name of a field, its value in the truth, the one that was read -> whether they are the same."""
    if told is None or found is None:
        return told is found
    if name == "account_number":
        return _bare(told) == _bare(found)
    if name in _SAME:
        return similarity(told, found) >= _SAME[name]
    return bool(told == found)


def document_fields(truth: Truth, result: ExtractionResult | None) -> Iterator[Field]:
    if not truth.accounts:
        return
    said = {"doc_type": result.document.kind, "institution": result.institution} if result else {}
    for name, shown in DOCUMENT_FIELDS.items():
        if (told := getattr(truth, name)) is not None:
            found = said.get(name)
            yield Field(shown, same_field(name, told, found), True, found is not None)


def account_fields(told: TruthAccount, found: Account | None) -> Iterator[Field]:
    """Fields that the truth tells, each with whether it is right; none is where the account was not found."""
    for name in HEADER:
        if name in told.model_fields_set:
            a, b = getattr(told, name), getattr(found, name) if found is not None else None
            yield Field(name, found is not None and same_field(name, a, b), a is not None, b is not None)


def document_values(fields: Iterable[Field], result: ExtractionResult | None) -> Iterator[Value]:
    """Judged fields of a document -> those of which it is known where they stand."""
    for one in fields:
        if result and (place := result.fields.get(one.name)) and one.found:
            yield Value(one.name, place.confidence, one.right)


def account_values(fields: Iterable[Field], found: Account, place: int) -> Iterator[Value]:
    """Judged fields of an account, the account, its place in the result -> those of which it is known where they stand.
    A period is one value: both of its days."""
    judged = {one.name: one for one in fields}
    period = [judged[name] for name in PERIOD if name in judged]
    if period and any(one.found for one in period):
        judged = {**judged, "period": Field("period", all(one.right for one in period))}
    for name, one in judged.items():
        stands = found.fields.get(name)
        if stands and one.found:
            yield Value(name, stands.confidence, one.right, place)


def _bare(number: str) -> str:
    """Account number -> its letters and digits, without blanks, punctuation and masks."""
    return re.sub(r"[^0-9A-Z]|X", "", number.upper())
