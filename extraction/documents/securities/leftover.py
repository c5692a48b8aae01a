"""Lines of a brokerage statement that are neither holdings nor movements, and look like them: something is missing."""

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import permutations

from extraction.geometry import rounded
from extraction.reconcile.securities.product import ONE, compared, printed
from extraction.tables.section_words import is_decoy
from extraction.tables.securities.identifiers import identifiers
from extraction.text import dates, quantities
from extraction.text.lines import Line
from extraction.text.normal import plain
from extraction.text.quantities import Figure, Mark
from schemas.result import Issue, IssueCode

CENTS = 2
"""Decimals of sums of money."""
LEAST = Decimal(10)
"""A product below this may be met by chance."""


def passed_over(lines: Sequence[Line], rows: Set[int], made: Set[Decimal], mark: Mark) -> Iterator[Issue]:
    """Lines that are no holdings, the places of those that are movements, figures that holdings and movements make, the
    decimal mark -> an issue for those with a day and a sum of money, and one for those that look like holdings."""
    dated: list[Line] = []
    held: list[Line] = []
    heading = ""
    for i, line in enumerate(lines):
        figures = [figure for chunk in line.chunks if (figure := quantities.parse(chunk.text, mark)) is not None]
        if i in rows:
            continue
        if not figures:
            heading = plain(line.text)
            continue
        if is_decoy(heading):
            continue
        if _is_dated(line) and any(f.decimals == CENTS and f.value and f.value not in made for f in figures):
            dated.append(line)
        elif _is_held(line, figures):
            held.append(line)
    for found, what in (
        (dated, "have a day and a sum of money"),
        (held, "print a quantity, a price and a value, or name a security"),
    ):
        if found:
            message = (
                f"{len(found)} lines, the first of them here, {what}, but stand in no table that was understood. If "
                f"they are movements or holdings, they are missing."
            )
            page, box = found[0].page, rounded(found[0].box)
            yield Issue(code=IssueCode.INCOMPLETE, severity="error", message=message, page=page, bbox=box)


def _is_dated(line: Line) -> bool:
    """Whether a text of a line is a day and nothing else."""
    return any((found := dates.leading(c.text)) is not None and found[1] >= len(c.text) - 1 for c in line.chunks)


def _is_held(line: Line, figures: Sequence[Figure]) -> bool:
    if len(figures) > 1 and any(one.kind == "isin" for one in identifiers(line.text)):
        return True
    return any(
        value.decimals == CENTS and value.value >= LEAST and ONE not in (quantity.value, price.value)
        and compared(printed(quantity, whole=True).times(printed(price)), value).outcome == "exact"
        for quantity, price, value in permutations(figures, 3)
    )  # fmt: skip
