"""Printed page numbers -> an issue where pages are missing or twice in the file."""

import re
from collections.abc import Iterator, Sequence

from extraction.geometry import rounded
from extraction.model import Page
from extraction.text.lines import Line, lines
from schemas.result import Issue, IssueCode

_NUMBERED = re.compile(
    r"\b(?:page|pg|seite|blatt|blad|pagina|página|pág|side|sida|strona|folio)\.?:?\s?(\d{1,3})\s?(?:of|von|de|di|van|sur|av|z|/)\s?(\d{1,3})\b",
    re.IGNORECASE,
)


def paging(pages: Sequence[Page]) -> Iterator[Issue]:
    """Pages as read, with their heads and feet -> an issue for each page number that does not follow the one before.

    Each statement of a bundle starts again at 1. Pages after the last one are not missed: many hold nothing but terms.
    """
    before: int | None = None
    for page in pages:
        found = _number(page)
        if found is None:
            before = None if before is None else before + 1
            continue
        line, number = found
        if number not in (1, 1 if before is None else before + 1):
            told = f"page {number} follows page {before}" if before else f"the first numbered page is page {number}"
            message = (
                f"By the printed page numbers, {told}: a page is missing from the file, twice in it, or out of order. "
                f"Send the whole statement again."
            )
            yield Issue(
                code=IssueCode.INCOMPLETE, severity="error", message=message, page=page.number, bbox=rounded(line.box)
            )
        before = number


def _number(page: Page) -> tuple[Line, int] | None:
    for line in lines(page):
        if (found := _NUMBERED.search(line.text)) and 1 <= int(found[1]) <= int(found[2]):
            return line, int(found[1])
    return None
