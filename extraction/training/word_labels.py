"""A proved reading -> the role of every word of its pages: what the word tagger is taught.

Nobody labels pages by hand: of an accepted statement every row, balance and total is proved, and says where it stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.geometry import overlap
from extraction.layout.roles import Tag
from extraction.model import Page, Word
from extraction.tables.head import Header
from extraction.tables.header import headers
from extraction.tables.vocabulary import balance_kind, is_carried, total_kind
from extraction.text.lines import Line, lines
from extraction.text.normal import has_letter, plain
from schemas.provenance import BBox, Provenance
from schemas.result import ExtractionResult
from schemas.statement import Account, Transaction

HEADS: dict[str, Tag] = {
    "date": "head_date",
    "value_date": "head_value_date",
    "description": "head_text",
    "reference": "head_text",
    "debit": "head_debit",
    "credit": "head_credit",
    "amount": "head_amount",
    "balance": "head_balance",
}
"""Roles of columns -> what their names are."""
SIDES: dict[str, Tag] = {"debit": "debit", "credit": "credit"}
FIELDS: dict[str, Tag] = {
    "account_number": "account_number",
    "period": "period",
    "opening_balance": "opening_value",
    "closing_balance": "closing_value",
    "total_credits": "credits_value",
    "total_debits": "debits_value",
}
LABELS: dict[Tag, Tag] = {
    "opening_value": "opening_label",
    "closing_value": "closing_label",
    "carried_value": "carried_label",
    "credits_value": "credits_label",
    "debits_value": "debits_label",
}
LABEL_WORDS = 8
"""A label has no more words."""
MARK = 3
"""A text of so many letters is no label: "EUR", "Bij"."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page and the role of each of its words, in their order."""

    page: Page
    tags: tuple[Tag, ...]


def labelled(pages: Sequence[Page], result: ExtractionResult) -> list[Labelled]:
    """Pages, what is proved of them -> the pages with the roles of their words; those without any row, balance or
    number are left out."""
    found = []
    for page in pages:
        tags = _tags(page, result)
        if any(tag != "other" for tag in tags.values()):
            found.append(Labelled(page, tuple(tags[word] for word in page.words)))
    return found


def _tags(page: Page, result: ExtractionResult) -> dict[Word, Tag]:
    tags: dict[Word, Tag] = dict.fromkeys(page.words, "other")
    printed = lines(page)
    rows = [row for account in result.accounts for row in account.transactions if row.provenance.page == page.number]
    heads = [head for head in headers(printed) if head.transactions and _has_rows(head, rows)]
    second = [row.fields["value_date"].bbox for row in rows if "value_date" in row.fields]
    for head in heads:
        tags |= dict(_head_tags(head, page.words, second))
    for row in rows:
        tags |= dict(_row_tags(row, heads, page.words))
    for account in result.accounts:
        tags |= dict(_field_tags(account, page.number, printed, tags))
    tags |= dict(_said_again(printed, tags))
    return tags


def _has_rows(head: Header, rows: Sequence[Transaction]) -> bool:
    return any(row.provenance.bbox[1] >= head.top for row in rows)


def _head_tags(head: Header, words: Sequence[Word], second: Sequence[BBox]) -> Iterator[tuple[Word, Tag]]:
    """A head, all words, where the second dates of rows stand -> the roles of its words."""
    for word in words:
        if not (head.top - 1 <= word.middle <= head.bottom + 1 and word.upright):
            continue
        cell = next((cell for cell in head.cells if overlap(word.x0, word.x1, cell.x0 - 1, cell.x1 + 1) > 0), None)
        if cell and cell.role == "date" and any(overlap(cell.x0, cell.x1, box[0], box[2]) > 0 for box in second):
            yield word, "head_value_date"
        elif cell and cell.role in HEADS:
            yield word, HEADS[cell.role]


def _row_tags(row: Transaction, heads: Sequence[Header], words: Sequence[Word]) -> Iterator[tuple[Word, Tag]]:
    """A row, the heads of its page, all words -> the roles of its words; what is in the row and in no field of it
    describes it."""
    roles: list[tuple[Provenance, Tag]] = []
    for field, place in row.fields.items():
        if field in ("date", "value_date", "balance", "description"):
            roles.append((place, field))  # type: ignore[arg-type]
        elif field == "amount":
            roles.append((place, _side(place, heads)))
    for place, tag in sorted(roles, key=lambda role: role[1] != "description"):  # the others lie within its box
        for word in words:
            if _within(word, place.bbox) and _says(place, word):
                yield word, tag


def _side(place: Provenance, heads: Sequence[Header]) -> Tag:
    """Where an amount stands, the heads of its page -> the side that its column is of."""
    x0, top, x1, _ = place.bbox
    above = [head for head in heads if head.bottom <= top + 1]
    if above:
        under = max(above[-1].cells, key=lambda cell: overlap(x0, x1, cell.x0, cell.x1))
        if overlap(x0, x1, under.x0, under.x1) > 0:
            return SIDES.get(under.role, "amount")
    return "amount"


def _field_tags(
    account: Account, number: int, printed: Sequence[Line], known: dict[Word, Tag]
) -> Iterator[tuple[Word, Tag]]:
    for field, tag in FIELDS.items():
        place = account.fields.get(field)
        if place is None or place.page != number:
            continue
        own = [word for line in printed for word in line.words if _within(word, place.bbox)]
        if any(known.get(word, "other") != "other" for word in own):
            continue  # a balance that a row prints
        yield from ((word, tag) for word in own)
        if tag in LABELS:
            yield from ((word, LABELS[tag]) for word in _label(place.bbox, printed))


def _said_again(printed: Sequence[Line], known: dict[Word, Tag]) -> Iterator[tuple[Word, Tag]]:
    """Lines, what is known of their words -> balances and totals that are printed once more, and those that are carried
    from page to page: they are named so, and no row has them."""
    for line in printed:
        label = " ".join(word.text for word in line.words if not any(ch.isdigit() for ch in word.text))
        if not has_letter(label) or any(known.get(word, "other") != "other" for word in line.words):
            continue
        tag = _named(plain(label))
        if (
            tag is None
            or len(line.words) > LABEL_WORDS + 3
            or not any("." in w.text or "," in w.text for w in line.words)
        ):
            continue
        for word in line.words:
            money = any(ch.isdigit() for ch in word.text) and ("." in word.text or "," in word.text)
            if money or has_letter(word.text):
                yield word, tag if money else LABELS[tag]


def _named(label: str) -> Tag | None:
    if is_carried(label):
        return "carried_value"
    kind = balance_kind(label)
    if kind in ("opening", "closing"):
        return "opening_value" if kind == "opening" else "closing_value"
    total = total_kind(label)
    return None if total is None else "credits_value" if total == "credits" else "debits_value"


def _label(value: BBox, printed: Sequence[Line]) -> list[Word]:
    """Where a value stands, the lines of its page -> the words of its label: the text left of it, or above it."""
    x0, top, x1, bottom = value
    own = next((line for line in printed if line.top <= (top + bottom) / 2 <= line.bottom), None)
    if own is None:
        return []
    left: list[Word] = []
    for chunk in own.chunks:
        if chunk.x0 >= x0 - 1:
            break
        if sum(map(str.isalpha, chunk.text)) > MARK:
            left = [word for word in chunk.words if word.x1 <= x0 + 1]
    if left:
        return left[-LABEL_WORDS:]
    above = [line for line in printed if line.bottom <= top + 1 and top - line.bottom < 2 * (bottom - top)]
    for line in reversed(above):
        for chunk in line.chunks:
            if overlap(chunk.x0, chunk.x1, x0, x1) > 0 and sum(map(str.isalpha, chunk.text)) > MARK:
                return [*chunk.words][-LABEL_WORDS:]
    return []


def _within(word: Word, box: BBox) -> bool:
    x0, top, x1, bottom = box
    middle = (word.x0 + word.x1) / 2
    return x0 - 0.5 <= middle <= x1 + 0.5 and top - 0.5 <= word.middle <= bottom + 0.5


def _says(place: Provenance, word: Word) -> bool:
    """Whether a word is among those of a value: the box of a text of two lines has words of other columns in it."""
    return plain(word.text) in plain(place.raw) if plain(word.text) else False
