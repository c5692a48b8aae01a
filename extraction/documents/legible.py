"""Pages as read -> issues for those whose text is in pieces: nothing on them can be found, whatever they hold. Pure."""

from collections.abc import Iterator, Sequence

from extraction.model import Page
from schemas.result import Issue, IssueCode

FEW, PIECES = 40, 0.6
"""A page of at least so many words is in pieces where this share of them are single letters and digits."""


def illegible(pages: Sequence[Page]) -> Iterator[Issue]:
    """Pages as read -> an issue for each whose words fell apart into letters: no check sees its rows."""
    for page in pages:
        alone = sum(len(word.text) == 1 and word.text.isalnum() for word in page.words)
        if len(page.words) >= FEW and alone >= PIECES * len(page.words):
            message = (
                f"The text of page {page.number} is in pieces, letter by letter: its rows, if it has some, could not "
                f"be read. Send the document as a picture, or in another form."
            )
            yield Issue(code=IssueCode.INCOMPLETE, severity="error", message=message, page=page.number)
