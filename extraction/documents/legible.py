"""Pages as read -> issues for what no check could see: text in pieces, and figures printed over others. Pure."""

import re
from collections.abc import Iterator, Sequence

from extraction.geometry import overlap, rounded, union
from extraction.model import Page, Word
from extraction.text import dates
from schemas.result import Issue, IssueCode

FEW, PIECES = 40, 0.6
"""A page of at least so many words is in pieces where this share of them are single letters and digits."""
_FIGURE = re.compile(r"[^\w\s]*\d[^A-Za-z]*")
ACROSS, DOWN = 0.4, 0.5
"""Figures lie over each other where they share so much of the width and of the height of the smaller one."""


def illegible(pages: Sequence[Page]) -> Iterator[Issue]:
    """Pages as read -> an issue for each whose words fell apart into letters, and one for the first two figures or
    dates of each that lie over each other: no check sees their rows."""
    for page in pages:
        alone = sum(len(word.text) == 1 and word.text.isalnum() for word in page.words)
        if len(page.words) >= FEW and alone >= PIECES * len(page.words):
            message = (
                f"The text of page {page.number} is in pieces, letter by letter: its rows, if it has some, could not "
                f"be read. Send the document as a picture, or in another form."
            )
            yield Issue(code=IssueCode.INCOMPLETE, severity="error", message=message, page=page.number)
        for one, other in _over_each_other(page):
            message = f"{one.text!r} and {other.text!r} are printed over each other: neither could be read for sure."
            place = rounded(union([one.box, other.box]))
            yield Issue(code=IssueCode.INCOMPLETE, severity="error", message=message, page=page.number, bbox=place)
            break


def _over_each_other(page: Page) -> Iterator[tuple[Word, Word]]:
    """Page -> pairs of different figures or dates that lie over each other; the same one twice is bold type, and a text
    may reach into the next column."""
    figures = sorted((word for word in page.words if word.upright and _is_figure(word.text)), key=lambda w: w.top)
    for place, one in enumerate(figures):
        for other in figures[place + 1 :]:
            if other.top >= one.bottom:
                break
            across = overlap(one.x0, one.x1, other.x0, other.x1)
            if across <= ACROSS * min(one.x1 - one.x0, other.x1 - other.x0) or one.text == other.text:
                continue
            if overlap(one.top, one.bottom, other.top, other.bottom) > DOWN * min(one.height, other.height):
                yield one, other


def _is_figure(text: str) -> bool:
    """Whether a word is a figure, or a date in letters and digits.

    >>> [_is_figure(text) for text in ("59.07", "29APR", "BAKERY", "No7")]
    [True, True, False, False]
    """
    if _FIGURE.fullmatch(text):
        return True
    return any(ch.isdigit() for ch in text) and any(end - start == len(text) for _, start, end in dates.find(text))
