"""Lines of a document -> those that look like rows under another decimal mark than its own: another statement, whose
rows no table of this one has. Pure."""

from collections.abc import Sequence

from extraction.documents.layouts import Layout
from extraction.geometry import rounded
from extraction.tables.items import items
from extraction.text.amounts import Point
from extraction.text.lines import Line
from schemas.result import Issue, IssueCode

WITH_CENTS: tuple[Point, ...] = (".", ",")


def other_marks(layout: Layout, text: Sequence[Line]) -> list[Issue]:
    """What was read, all lines -> an issue for lines outside its rows that begin with a date and end in an
    amount with another decimal mark. 13.05. alone is a date."""
    others = [point for point in WITH_CENTS if point != layout.point]
    strange = [line for i, line in enumerate(text) if i not in layout.rows and _row(line, layout.point, others)]
    if not strange:
        return []
    message = (
        f"{len(strange)} lines, the first of them here, look like transactions that are printed with another decimal "
        f"mark than the others. They belong to another statement, and are missing."
    )
    place = rounded(strange[0].box)
    return [
        Issue(code=IssueCode.INCOMPLETE, severity="error", message=message, page=strange[0].page, bbox=place),
    ]


def _row(line: Line, point: Point, others: Sequence[Point]) -> bool:
    found = items(line, point)
    if len(found) < 2 or found[0].date is None or found[-1].amount is not None:
        return False
    return any(items(line, other)[-1].amount is not None for other in others)
