"""Identifiers of holdings on scans: each that was not read, or read with doubt, is an issue at its holding.

A figure that is misread breaks its product or its total. Of what identifies a security only some kinds have a check
digit, and a reader that misses a letter of one finds none at all.
"""

import re
from collections.abc import Iterator, Sequence

from extraction.documents.days import DOUBTFUL
from extraction.documents.securities.naming import named
from extraction.model import Cell
from extraction.reconcile.securities.positions import Position
from extraction.reconcile.securities.valued import at_holding
from extraction.reconcile.verdict import issue
from extraction.tables.securities.identifiers import Identifier, broken_isins
from schemas.result import Issue, IssueCode

DIGITS = 5
"""A text has at least so many digits that is meant as an international identifier."""
_ALIKE = re.compile(r"(?<![A-Za-z0-9])[A-Z0-9]{2}[A-Za-z0-9|$§]{8,11}(?![A-Za-z0-9])")
_CHECKED = frozenset({"isin", "cusip"})
"""Kinds with a check digit."""


def doubtful_codes(rows: Sequence[Position], account: int) -> Iterator[Issue]:
    """Positions, the place of their account -> issues at those read from a scan whose identifier is in doubt."""
    told = {i: named(row.record, row.table) for i, row in enumerate(rows) if row.quantity is not None}
    isins = sum(_has_isin(names) for names in told.values())
    for i, names in told.items():
        record = rows[i].record
        cells = [cell for some in record.texts.values() for cell in some]
        if record.cell.method != "ocr" or _has_isin(names) or any(broken_isins(cell.text) for cell in cells):
            continue
        found = _reason(names, cells) or (
            (record.cell, "Most holdings print an international identifier; none can be read here.")
            if 2 * isins >= len(told)
            else None
        )
        if found is not None:
            yield at_holding(issue(IssueCode.LOW_CONFIDENCE, "error", found[1], account, found[0]), i)


def _has_isin(names: Sequence[Identifier]) -> bool:
    return any(one.kind == "isin" for one in names)


def _reason(names: Sequence[Identifier], cells: Sequence[Cell]) -> tuple[Cell, str] | None:
    """What a position prints to identify it -> the text that is in doubt, and why."""
    read = {one.text for one in names if one.kind in _CHECKED}
    for cell in cells:
        for alike in _ALIKE.findall(cell.text):
            if alike not in read and sum(ch.isdigit() for ch in alike) >= DIGITS:
                return cell, f"{alike!r} looks like an identifier and is none: a character of it is misread."
    for one in names:
        place = next((cell for cell in cells if one.text in cell.text), None)
        if one.kind in _CHECKED or place is None or place.confidence is None or place.confidence >= DOUBTFUL:
            continue
        return place, f"{one.text!r} was read with doubt ({place.confidence:.0%}). Compare it with the page."
    return None
