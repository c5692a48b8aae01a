"""A labelled amount beside the rows -> whether it is told of something else, by where it stands. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.reconcile.figure_words import names_held, names_other, without_dates
from extraction.tables.pairs import Pair, down
from extraction.tables.section_words import is_decoy
from extraction.tables.vocabulary import EARNED, REWARDS
from extraction.text.ibans import PRINTED
from extraction.text.lines import Line
from extraction.text.normal import plain

_CARD, LAST = re.compile(r"\d{4}[ -]?(?:\d\d)?[Xx*•][Xx*• -]+\d{4}(?!\d)"), 4
"""The masked number of a card, and how many digits of its end tell it from others."""
_NAMED = re.compile(r"(?<!\S)[\dXx*•.]{3,}\d{3}(?!\S)")
"""The number of an account or a contract in a label."""
_RATE = re.compile(r"\d\s?%")
"""What stands above figures of interest."""
_PART, NEXT = re.compile(r"\b\d{1,2} (?:of|von|de|di|van|sur) \d{1,2}\b"), 2
"""Which part of a plan is charged; what is left of it stands within so many lines below."""
_IBAN, UNDER = re.compile(rf"{PRINTED.pattern}$"), 3
"""The number of another account; what it stands at is printed within so many lines below."""
_COUNTED = re.compile(r"(?: \d{1,4}){2,6}$")
"""A label behind which several counts stand: how many there were, and how many are charged."""
_PRICE = re.compile(r"(?:\d|(?<!\S))[.,]\d{3,}\b(?![.,])")
"""A number of more decimals than amounts have."""
_EARNED = re.compile(rf"\b(?:{EARNED})\b")
_REWARDS = re.compile(rf"\b(?:{REWARDS}|bonus|point)\b")
HEADINGS, HEADING_WORDS, NEAR = 4, 8, 300.0
"""A heading is one of so many lines above, has no more words, and begins at most so many points left of the amount."""
COLUMNS = 3
"""A line of heads names so many columns at least."""
BEGINS = 1.0
"""Lines of one text begin within so many points of each other."""
SENTENCE = 18
"""A text of several figures that has more words is running text."""


def told_elsewhere(pair: Pair, label: str, lines: Sequence[Line], number: str | None) -> bool:
    """A labelled amount, its plain label, the lines of the document, the number of its account -> whether its label,
    the heads above it or the text around it say that it belongs to something else."""
    return bool(
        names_other(label)
        or names_other(_head_in_grid(pair, lines))
        or _RATE.search(pair.above)
        or _COUNTED.search(label)
        or _told_in_passing(pair, lines)
        or _of_points(lines[pair.line])
        or (names_held(label) and _names_another(pair.left, number))
        or _below_another(pair, lines, number)
        or _below_heading(pair, lines)
    )


def _of_points(line: Line) -> bool:
    """Whether several texts of a line say how points were got and used: "before 4,418 + earned 612 - redeemed 0"."""
    return sum(_EARNED.search(plain(chunk.text)) is not None for chunk in line.chunks) > 1


def _below_heading(pair: Pair, lines: Sequence[Line]) -> bool:
    """Whether a labelled amount stands below the heading of something else, such as rewards, or beside a price."""
    if _PRICE.search(without_dates(pair.left)):
        return True
    for line in reversed(lines[max(pair.line - HEADINGS, 0) : pair.line]):
        if line.page != pair.cell.page:
            break
        told = [c.text for c in line.chunks if c.x0 <= pair.cell.box[2] and c.x1 >= pair.cell.box[0] - NEAR] or [
            line.text
        ]
        if not any(ch.isdigit() for ch in line.text) and len(line.words) <= HEADING_WORDS:
            if any(is_decoy(plain(text)) or _REWARDS.search(plain(text)) for text in told):
                return True
            if len(line.chunks) < COLUMNS:  # the heads of its columns stand below the title of a table
                return False
    return False


def below_parts(pairs: Sequence[Pair]) -> set[Pair]:
    """Labelled amounts -> those right below one whose label says which part of a plan it is: "part 4 of 12", "left"."""
    return {
        pair
        for column in down(pairs)
        for above, pair in pairwise(column)
        if pair.line - above.line <= NEXT and _PART.search(above.left)
    }


def _head_in_grid(pair: Pair, lines: Sequence[Line]) -> str:
    """The text above an amount, as labels are compared, where the line above has one for each text of its line."""
    line, above = lines[pair.line], lines[max(pair.line - 1, 0)]
    if above.page != line.page or not COLUMNS <= len(line.chunks) == len(above.chunks):
        return ""
    own = (i for i, chunk in enumerate(line.chunks) if chunk.x0 <= pair.cell.box[0] < chunk.x1)
    return next((plain(above.chunks[i].text) for i in own), "")


def _below_another(pair: Pair, lines: Sequence[Line], number: str | None) -> bool:
    """Whether the text right above a labelled amount ends in the IBAN of an account other than its own."""
    above = lines[max(pair.line - UNDER, 0) : pair.line]
    over = [
        c.text for line in above if line.page == pair.cell.page for c in line.chunks if c.x0 < pair.cell.box[2] < c.x1
    ]
    told = [found[0] for text in over if (found := _IBAN.search(text))]
    own = re.sub(r"\W", "", number or "")
    return bool(own and told) and own not in re.sub(r"\W", "", told[-1]) and re.sub(r"\W", "", told[-1]) not in own


def _names_another(label: str, number: str | None) -> bool:
    """Whether a label prints the masked number of a card that is not that of the account."""
    cards = [card[0][-LAST:] for card in _CARD.finditer(label)]
    return number is not None and bool(cards) and not any(number.endswith(last) for last in cards)


def told_by_number(
    pairs: Sequence[Pair], every: Sequence[Pair], lines: Sequence[Line], number: str | None
) -> Iterator[Pair]:
    """Labelled amounts of an account, of the document, its lines, the number of the account -> those below another
    number, of which an overview above tells them as well: what is owed on a loan, in the part that it has."""
    named: defaultdict[Decimal, list[tuple[int, str]]] = defaultdict(list)
    for pair in every:
        named[pair.amount.value] += ((pair.line, name) for name in _NAMED.findall(pair.near) if name != number)
    for pair in (pair for pair in pairs if pair.amount.value in named):
        first = max(pair.line - HEADINGS, 0)
        words = {word for line in lines[first : pair.line] for word in line.text.split()}
        if any(line < first and name in words for line, name in named[pair.amount.value]):
            yield pair


def _told_in_passing(pair: Pair, lines: Sequence[Line]) -> bool:
    """Whether an amount is one of the figures in a long text, as of a programme of rewards, or on its last line."""
    line = lines[pair.line]
    within = [c for c in line.chunks if c.x0 <= pair.cell.box[0] and pair.cell.box[2] <= c.x1]
    if any(len(chunk.words) > SENTENCE for chunk in within):
        return True
    above = lines[pair.line - 1] if pair.line else line
    if above.page != line.page or line.top - above.bottom > line.bottom - line.top:
        return False
    begun = [c for c in above.chunks if len(c.words) > SENTENCE and not c.text.endswith((".", ":", "!", "?"))]
    return any(abs(c.x0 - chunk.x0) <= BEGINS and c.x1 > chunk.x1 for c in begun for chunk in within)
