"""What stands above rows and says what these are: the titles of tables and the headings of their sections."""

import re
from collections.abc import Sequence

from extraction.tables.head import Header
from extraction.tables.head_cells import HeaderCell
from extraction.tables.items import items
from extraction.tables.section_words import is_booked, is_charge, is_decoy, is_new, section_sign
from extraction.tables.vocabulary import is_total
from extraction.text.amounts import Point
from extraction.text.lines import Line
from extraction.text.normal import has_letter, plain

HEADING_WORDS = 6
"""The heading of a section has no more words."""
CODED = 3
"""The code of a kind of payment has no more letters."""
CHARGED = 2
"""The heading of interest has no more words."""
SENTENCE = 10
"""A heading has no more words than this."""
TITLES, TITLE_WORDS, CLOSE = 3, 10, 2.8
"""The heading of a table stands among so many lines above its head, and has no more words than this; what stands so
many line heights above another heading belongs to what is above."""
_HOLDER = re.compile(r"^transactions (?:for|of|by|this (?:cycle|period|month)) |^new transactions \w")
"""The heading of what one holder of a card, or one card, was charged with."""
_WHOSE = re.compile(
    r"\b(?:card|kort|kaart|karte|carte|carta|tarjeta|cart[aã]o|konto|account|compte|conto|cuenta|conta|rekening)\b|"
    r"[*xX•]{2}|(?:\d{4}[ -]){3}(?=\d{4}\)?$)",
    re.IGNORECASE,
)
"""What says that the four digits at the end number a card or an account."""
_NUMBER = re.compile(r"(?<![\w*])(?:[\dxX*•]{4}[ -]){3}\d{4}(?!\w)")
"""The number of a card in groups, whoever is named before or behind it."""
_NOTED = re.compile(r"\(([^()]+)\)$")
"""What a long title adds: "(for information)"."""
_FIGURE = re.compile(r"\d[.,]\d\d(?!\d)")
"""What no title has: an amount."""
_LAST_FOUR = re.compile(r"\d{4}\)?$")
_PARTY = re.compile(r"(?:to|from|an|von|de|da|para|naar|van): ", re.IGNORECASE)
"""The other side of the row above: "To: Travel Charge"."""


def above_head(lines: Sequence[Line], header: Header | None, point: Point) -> str:
    """The heading above a table head that says what its rows are, none where nothing there says it."""
    if header is None:
        return ""
    names = [c for c in header.cells if c.role in ("date", "description", "other") or _is_at_margin(c, header)]
    title = next((c.text for c in names if section_sign(plain(c.text))), "")
    if title:
        return title
    top = header.top
    for line in reversed(lines[max(header.first - TITLES, 0) : header.first]):
        told = next((chunk for chunk in line.chunks if has_letter(chunk.text)), line.chunks[0])  # "3" calls it out
        if top != header.top and top - line.bottom > CLOSE * (line.bottom - line.top):
            break
        top = line.top
        summed = any(
            is_total(plain(chunk.text)) for chunk in line.chunks[1:]
        )  # the total of the section beside its title
        if line.page != header.page or (not summed and any(item.amount for item in items(line, point))):
            break
        if _FIGURE.search(told.text):  # "Dividends paid year to date $0.27" is a note of the table above
            break
        words = sum(has_letter(word.text) for word in told.words)  # the number of a card may stand behind them
        if words <= TITLE_WORDS and meaning(told.text) and not _ends_sentence(told.text):
            return told.text
        if (noted := _NOTED.search(told.text)) and is_decoy(plain(noted[1])):
            return noted[1]
    return ""


def _is_at_margin(cell: HeaderCell, header: Header) -> bool:
    """Whether the name of a side stands left of that of dates, beside a column of amounts: the title of the rows."""
    return cell is header.cells[0] and cell.role in ("debit", "credit") and {"date", "amount"} <= set(header.roles)


def _ends_sentence(text: str) -> bool:
    """Whether a line is a sentence, or the last one of a paragraph, that begins with a small letter: it ends with a
    full stop, or a mark that calls or asks."""
    return text.endswith((".", "!", "?")) and (text[:1].islower() or len(text.split()) > HEADING_WORDS)


def section_of(before: str, heading: str) -> str:
    """A heading stands until another one that says what its rows are, or that they are booked; page heads and names of
    holders do not, nor does a sentence."""
    if is_booked(plain(heading)):
        return heading
    if len(heading.split()) > SENTENCE:
        return before
    if not heading or (meaning(before) and not meaning(heading)):
        return before
    return heading


def meaning(heading: str) -> bool:
    """Whether a heading says what its rows are: money in, money out, interest, or no transactions at all."""
    told = plain(heading)
    if _PARTY.match(heading):
        return False
    charged = len(told.split()) <= CHARGED and is_charge(told)  # "Your interest"
    return is_decoy(told) or section_sign(told) is not None or is_new(told) or charged


def says(line: Line) -> bool:
    """Whether a line is a heading that says what its rows are, or whose."""
    told = meaning(line.text) or is_booked(plain(line.text))
    return (len(line.words) <= HEADING_WORDS and told) or bool(_HOLDER.match(plain(line.text)))


def names_card(line: Line) -> bool:
    """Whether a line names a card or an account by its number, as the heading of its rows, or as a text of one."""
    coded = len(line.chunks) > 1 and len(line.chunks[0].text) <= CODED  # "DD | CREDIT CARD 5521" is a payment
    if len(line.words) > SENTENCE or coded:
        return False
    number = _NUMBER.search(line.text)
    alone = number is not None and not any(ch.isdigit() for ch in _NUMBER.sub("", line.text))
    return alone or _is_card(line.text)


def begins_with_card(line: Line) -> bool:
    """Whether the first text of a line names a card or an account by its number; the name of its holder may follow."""
    return len(line.words) <= SENTENCE and _is_card(line.chunks[0].text)


def _is_card(text: str) -> bool:
    return _LAST_FOUR.search(text) is not None and _WHOSE.search(text) is not None


def ends_rows(line: Line) -> bool:
    """Whether a line heads what is no booked transaction, or rows of another holder, and so ends the rows above."""
    told = plain(line.text)
    return (len(line.words) <= HEADING_WORDS and is_decoy(told)) or _HOLDER.match(told) is not None


def names_holder(line: Line) -> bool:
    """Whether a line says whose rows stand by it, without a number of theirs: "Transactions for A. Smith"."""
    return _HOLDER.match(plain(line.text)) is not None


def is_note(line: Line) -> bool:
    """Whether a line notes the charge in the row above, "Fee: 1.00"."""
    return is_charge(plain(line.text)) and any(c.isdigit() for c in line.words[-1].text)
