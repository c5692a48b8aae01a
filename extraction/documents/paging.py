"""Pages -> issues where some are missing in the file, by their printed numbers, or stand in it twice."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extraction.geometry import rounded
from extraction.model import Cell, Page
from extraction.tables.vocabulary import is_carried_on
from extraction.text import amounts
from extraction.text.amounts import POINTS
from extraction.text.lines import Line, lines
from extraction.text.normal import plain
from schemas.result import Issue, IssueCode

_NUMBERED = re.compile(
    r"\b(?:page|pg|seite|blatt|blad|pagina|página|pág|side|sida|strona|folio)\.?:?\s?(\d{1,3})\s?(?:of|von|de|di|van|sur|av|z|/)\s?(\d{1,3})\b",
    re.IGNORECASE,
)

FEW, ALIKE = 3, 0.9
"""Two pages are one where they share this share of their lines with amounts, and have at least so many."""


def paging(pages: Sequence[Page]) -> Iterator[Issue]:
    """Pages as read, with their heads and feet -> an issue where the page numbers run ahead of the pages.

    Each statement of a bundle starts again at 1, and some pages repeat a number or print none. Pages after the last
    one are not missed: many hold nothing but terms.
    """
    before = at = 0
    for page in pages:
        found = _number(page)
        if found is None:
            continue
        line, number, _ = found
        if number - before > page.number - at:
            after = f"page {before}" if before else "the start of the file"
            message = (
                f"By the printed page numbers, page {number} follows {after}: a page is missing. Send the whole "
                f"statement again."
            )
            yield Issue(
                code=IssueCode.INCOMPLETE, severity="error", message=message, page=page.number, bbox=rounded(line.box)
            )
        before, at = number, page.number


def printed_twice(pages: Sequence[Page]) -> Iterator[Issue]:
    """Pages as read -> an issue for each one that repeats another: the same lines with amounts, at least `FEW` of them.

    Twin rows are common; two pages of them are one page that was scanned or appended twice.
    """
    seen: list[tuple[int, Counter[str]]] = []
    for page in pages:
        told = Counter(line.text for line in lines(page) if any(_is_amount(chunk.text) for chunk in line.chunks))
        if told.total() < FEW:
            continue
        for number, other in seen:
            if (told & other).total() >= ALIKE * max(told.total(), other.total()):
                message = (
                    f"Page {page.number} prints what page {number} prints: its rows would count twice. Leave it out or "
                    f"send the whole statement again."
                )
                yield Issue(code=IssueCode.DUPLICATE_ROW, severity="error", message=message, page=page.number)
                break
        seen.append((page.number, told))


def _is_amount(text: str) -> bool:
    return any(amounts.parse(text, point) is not None for point in POINTS)


def ends_early(pages: Sequence[Page]) -> Issue | None:
    """Pages as read -> an issue where the last one is numbered before the last of its statement."""
    found = _number(pages[-1]) if pages else None
    if found is None or found[1] >= found[2]:
        return None
    line, number, count = found
    message = (
        f"The file ends with page {number} of {count}, and no closing balance is printed before: rows may be missing. "
        f"Send the whole statement again."
    )
    return Issue(
        code=IssueCode.INCOMPLETE, severity="error", message=message, page=pages[-1].number, bbox=rounded(line.box)
    )


def goes_on(label: str, cell: Cell) -> Issue | None:
    """The label of the last balance and its place -> an issue where it is carried to a page that the file lacks."""
    if not is_carried_on(plain(label)):
        return None
    message = (
        f"The file ends with {label.strip()!r}: the balance is carried to a page that is missing. Send the whole "
        f"statement again."
    )
    return Issue(code=IssueCode.INCOMPLETE, severity="error", message=message, page=cell.page, bbox=rounded(cell.box))


def _number(page: Page) -> tuple[Line, int, int] | None:
    """The printed number of a page, with its line, and how many pages there are."""
    for line in lines(page):
        if (found := _NUMBERED.search(line.text)) and 1 <= int(found[1]) <= int(found[2]):
            return line, int(found[1]), int(found[2])
    return None
