"""Lines of a table head -> its cells: what each column is called, and where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from extraction.geometry import overlap, share
from extraction.model import Word
from extraction.tables.names import MONEY, VALUES, Role, is_of_purchase, phrases, role
from extraction.text.lines import Chunk, Line
from extraction.text.normal import plain

WORDS_APART = 30.0
"""Words of one title stand within this many points, "and" between them left out."""
SPANNING: frozenset[Role | None] = frozenset({"date", "balance"})
NOT_SPANNED: frozenset[Role | None] = frozenset({"date", "value_date", *MONEY})
"""What a name over two columns says of both, and what these may not say of themselves."""
MARKS = frozenset({"dr/cr", "cr/dr", "d/c", "c/d", "debit/credit", "credit/debit", "af/bij", "bij/af", "soll/haben"})
"""Heads of a column of amounts with their signs, or of the signs of another one."""
_HYPHEN = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])(?!(?:und|oder|u\.|en|et) )")
"""A name that is parted at the end of a line: "Buchungs-" above "datum"."""
_PARTS = frozenset("DJTMAYV")
"""Letters that stand for day, month and year below the name of a column of dates."""
_PRINCIPAL = re.compile(r"\b(?:principal|tilgung|capital|amortizacion|amortizacao|capitale|aflossing|kapital)\b")
_MOVEMENTS = frozenset({"movimento", "movimiento", "mouvement", "mutatie", "bewegung", "transaction", "operation"})
"""What a transaction is called, and its amount as well."""
_PAYMENTS = re.compile(r"payments?\b")


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """One column head: its role and its printed width, points."""

    role: Role
    text: str
    x0: float
    x1: float


TITLED, BETWEEN = 4, 2
"""A title that names columns has so many words at least, and so many others between two names."""
_LEGEND = re.compile(r"\(\w+\s?=\s?\w+\)")
"""What marks mean: "(DR=debit)"."""


def head_cells(block: Sequence[Line]) -> tuple[list[HeaderCell], float]:
    """The lines of a head -> its cells from left to right, and where a box right of the table begins, points."""
    told = [cell for words in stacks(block) for cell in _cells(words)] if len(block) > 1 else _of_line(block[0])
    cells = [cell for cell in told if not cell.text.startswith("*")]
    if not cells:
        return [], float("inf")
    if len(block) > 1:
        cells = _without_spans(cells)
    cells = _without_parts(_with_payments(_with_entries(sorted(cells, key=lambda cell: cell.x0))))
    return _without_box(_with_title(_with_value(_with_marks(_with_movement(cells)))))


@lru_cache(maxsize=4096)  # each line is asked for by itself and with the next, and again without heads and feet
def _of_line(line: Line) -> Sequence[HeaderCell]:
    """A line by itself -> its texts as column heads."""
    return tuple(cell for words in stacks([line]) for cell in _cells(words))


def _with_entries(cells: list[HeaderCell]) -> list[HeaderCell]:
    """Column heads -> the same with "Buchung /" before the head of the texts as a part of that, where a column left of
    it has the dates."""
    for i, (entry, texts) in enumerate(pairwise(cells)):
        dated = any(cell.role in ("date", "value_date") for cell in cells[:i])
        if dated and entry.role == "date" and entry.text.endswith("/") and texts.role == "description":
            whole = replace(texts, text=f"{entry.text} {texts.text}", x0=entry.x0)
            return [*cells[:i], whole, *cells[i + 2 :]]
    return cells


def _without_spans(cells: Sequence[HeaderCell]) -> list[HeaderCell]:
    """Column heads -> the same without an "Amount" that stands above both debits and credits: no column of its own."""
    pair = [cell for cell in cells if cell.role in ("debit", "credit")]
    if len({cell.role for cell in pair}) < 2:
        return list(cells)
    x0, x1 = min(c.x0 for c in pair), max(c.x1 for c in pair)
    return [c for c in cells if c.role != "amount" or overlap(c.x0, c.x1, x0, x1) < 0.5 * (c.x1 - c.x0)]


def _without_parts(cells: list[HeaderCell]) -> list[HeaderCell]:
    """Column heads -> the same with "Principal" and "Fees" beside debits and credits as what these are made of."""
    parts = [cell for cell in cells if cell.role == "amount" and _PRINCIPAL.search(plain(cell.text))]
    if not parts or not any({a.role, b.role} == {"debit", "credit"} for a, b in pairwise(cells)):
        return cells
    return [replace(c, role="other") if c in parts or c.role == "fee" else c for c in cells]


def _with_marks(cells: list[HeaderCell]) -> list[HeaderCell]:
    """Column heads -> the same with "Dr/Cr" beside another amount as what it is: the column of its marks."""
    amounts = [cell for cell in cells if cell.role == "amount"]
    marks = [cell for cell in amounts if plain(cell.text).replace(" ", "") in MARKS]
    if len(amounts) < 2 or len(marks) == len(amounts):
        return cells
    return [replace(cell, role="other") if cell in marks else cell for cell in cells]


def _with_payments(cells: list[HeaderCell]) -> list[HeaderCell]:
    """Column heads -> the same with "Payments" beside another column of debits, "Advances" or "Charges", as what comes
    in: on a loan or a card."""
    debits = [cell for cell in cells if cell.role == "debit"]
    paid = [cell for cell in debits if _PAYMENTS.match(plain(cell.text))]
    if len(debits) != 2 or len(paid) != 1 or any(cell.role == "credit" for cell in cells):
        return cells
    return [replace(cell, role="credit") if cell in paid else cell for cell in cells]


def _with_movement(cells: list[HeaderCell]) -> list[HeaderCell]:
    """Column heads -> the same with "Movimento" as the amount, where another column describes the rows and none has
    their amounts."""
    described = [cell for cell in cells if cell.role == "description"]
    moves = [cell for cell in described if plain(cell.text) in _MOVEMENTS]
    if len(moves) != 1 or len(described) < 2 or any(cell.role in ("debit", "credit", "amount") for cell in cells):
        return cells
    return [replace(cell, role="amount") if cell in moves else cell for cell in cells]


def _with_value(cells: list[HeaderCell]) -> list[HeaderCell]:
    """Column heads -> the same with "Value" as the amount where another column has the dates and none the amounts,
    and as the value date where others have the amounts; of two, the left one as the date, the right one as the amount,
    unless each has dates left of it, as in two tables side by side.
    """
    others = {cell.role for cell in cells if not is_value(cell)}
    values = [cell for cell in cells if is_value(cell)]
    if others & {"debit", "credit", "amount"}:
        roles: dict[HeaderCell, Role] = dict.fromkeys(values, "value_date")
    elif values and "date" in others:
        days = [cell.x0 for cell in cells if cell.role == "date"]
        abreast = min(days) < values[0].x0 and any(values[0].x1 < x0 < values[-1].x0 for x0 in days)
        left: Role = "amount" if abreast else "value_date"
        roles = {**dict.fromkeys(values[:-1], left), values[-1]: "amount"}
    else:
        return cells
    return [replace(cell, role=roles[cell]) if cell in roles else cell for cell in cells]


def _with_title(cells: list[HeaderCell]) -> list[HeaderCell]:
    """Column heads -> the same with the title of a section ("Payments and credits") as the head of the descriptions,
    where it stands between the dates and the one column of amounts."""
    *title, last = [cell for cell in cells if cell.role in MONEY] or cells
    if not title or last.role != "amount" or any(cell.role == "balance" for cell in cells):
        return cells
    if any(cell.role == "description" and cell.x0 < title[-1].x1 for cell in cells):
        return cells
    if any(b.x0 - a.x1 > WORDS_APART for a, b in pairwise(title)) or not any(c.x0 < title[0].x0 for c in cells):
        return cells
    if any(title[0].x0 < cell.x0 < title[-1].x1 for cell in cells if cell not in title):
        return cells
    text = " ".join(cell.text for cell in title)
    if len(text.split()) < 2:
        return cells
    one = HeaderCell("description", text, title[0].x0, title[-1].x1)
    return sorted([one, *(cell for cell in cells if cell not in title)], key=lambda cell: cell.x0)


def _without_box(cells: list[HeaderCell]) -> tuple[list[HeaderCell], float]:
    """Column heads from left to right -> without the title of a box right of the one column of amounts, "Payments &
    interest rates", and where that begins, points: a debit alone beside an amount is no column."""
    places = [i for i, cell in enumerate(cells) if cell.role == "amount"]
    sides = {cell.role for cell in cells} & {"debit", "credit"}
    if len(places) != 1 or len(sides) != 1:
        return cells, float("inf")
    box = cells[places[0] + 1 :]
    if not box or {cell.role for cell in box} != sides | {"other"}:
        return cells, float("inf")
    return cells[: places[0] + 1], box[0].x0 - 1


def is_value(cell: HeaderCell) -> bool:
    if cell.role not in ("amount", "value_date"):
        return False
    first, *rest = plain(cell.text).split() or [""]
    return [first] in VALUES and not any(role(word) in ("date", "reference") for word in rest)  # "Valor cuota"


def stacks(block: Sequence[Line]) -> list[list[Chunk]]:
    """Chunks of the lines -> those that stand on top of each other."""
    spans = _spanning(block)
    titles = {chunk for i, line in enumerate(block) for chunk in line.chunks if _is_title(chunk, block[i + 1 :])}
    above = {under: chunk for chunk, pair in spans.items() for under in pair}
    stacks: list[list[Chunk]] = []
    for line in block:
        for chunk in (part for whole in line.chunks for part in _beside(whole, stacks)):
            if chunk in spans or chunk in titles:
                continue
            if chunk in above:
                stacks.append([_over(above[chunk], chunk), chunk])
                continue
            over = [s for s in stacks if any(share(chunk.x0, chunk.x1, c.x0, c.x1) > 0.5 for c in s)]
            if len(over) == 1:
                over[0].append(chunk)
            else:
                stacks.append([chunk])
    return stacks


def _beside(chunk: Chunk, stacks: Sequence[Sequence[Chunk]]) -> Sequence[Chunk]:
    """A text of a head, what stands above -> the names that it holds, where what stands above is over one of them
    alone: "Amount" and "Gain" in one text, below "Realized"."""
    parts = [part for part in _split(chunk) if part.text] if len(chunk.words) > 1 else ()
    over = [c for stack in stacks for c in stack if overlap(chunk.x0, chunk.x1, c.x0, c.x1) > 0]
    under = [part for part in parts if any(overlap(part.x0, part.x1, c.x0, c.x1) > 0 for c in over)]
    if (
        len(parts) < 2
        or len(under) != 1
        or len(over) != 1
        or sum(len(p.text.split()) for p in parts) < len(chunk.words)
    ):
        return [chunk]
    starts = [i for i, word in enumerate(chunk.words) if any(word.x0 == part.x0 for part in parts)]
    return [Chunk(chunk.words[a:b]) for a, b in zip(starts, [*starts[1:], len(chunk.words)], strict=True)]


def _spanning(block: Sequence[Line]) -> dict[Chunk, tuple[Chunk, Chunk]]:
    """The lines of a head -> texts of dates and balances that stand over two columns, "Balance" above "booked" and
    "cleared", with what is below."""
    found: dict[Chunk, tuple[Chunk, Chunk]] = {}
    for upper, lower in pairwise(block):
        for chunk in upper.chunks:
            middle = (chunk.x0 + chunk.x1) / 2
            pair = next(((a, b) for a, b in pairwise(lower.chunks) if a.x1 <= middle <= b.x0), None)
            if pair is None or role(chunk.text) not in SPANNING or not all(map(_is_spanned, pair)):
                continue
            named = any(overlap(o.x0, o.x1, p.x0, p.x1) > 0 for o in upper.chunks if o is not chunk for p in pair)
            both = len({overlap(chunk.x0, chunk.x1, p.x0, p.x1) > 0 for p in pair}) == 1  # or neither
            if not named and both and chunk.x0 >= pair[0].x0 and chunk.x1 <= pair[1].x1:
                found[chunk] = pair
    return found


def _is_title(chunk: Chunk, below: Sequence[Line]) -> bool:
    """Whether a text that nobody knows stands over the names of two columns, "Movements", or "Amount" over debits and
    credits."""
    under = [c for line in below for c in line.chunks if overlap(chunk.x0, chunk.x1, c.x0, c.x1) > 0]
    roles = {role(c.text) for c in under}
    if role(chunk.text) == "amount":
        return roles >= {"debit", "credit"}
    return role(chunk.text) is None and len(under) > 1 and roles != {None}


def _is_spanned(chunk: Chunk) -> bool:
    """Whether a name below another one may be a part of it: no unit, and no date or amount by itself; "value" is none
    below "date of"."""
    told = plain(chunk.text)
    return (role(chunk.text) not in NOT_SPANNED or [told] in VALUES) and any(ch.isalpha() for ch in told)


def _over(chunk: Chunk, column: Chunk) -> Chunk:
    """A text that stands over two columns, one of them -> the text as it would stand over that one alone."""
    width = (column.x1 - column.x0) / len(chunk.words)
    places = [(column.x0 + i * width, column.x0 + (i + 1) * width) for i in range(len(chunk.words))]
    return Chunk(tuple(replace(w, x0=x0, x1=x1) for w, (x0, x1) in zip(chunk.words, places, strict=True)))


def _cells(stack: Sequence[Chunk]) -> Iterator[HeaderCell]:
    """A stack of chunks -> one column head, or several where one chunk names several columns."""
    text = _HYPHEN.sub("", " ".join(chunk.text for chunk in stack))
    if len(stack) == 1:
        if _lists(stack[0]):
            yield HeaderCell("other", text, stack[0].x0, stack[0].x1)
            return
        parts = _split(stack[0])
        if len(parts) > 1:
            yield from parts
            return
    x0, x1 = min(c.x0 for c in stack), max(c.x1 for c in stack)
    if len(stack) > 2 and {chunk.text for chunk in stack[-2:]} <= _PARTS:  # "J M" below "Transaction"
        yield HeaderCell("date", text, x0, x1)
        return
    yield HeaderCell(role(_LEGEND.sub("", text)) or "other", text, x0, x1)


def _lists(chunk: Chunk) -> bool:
    """Whether a text is the title of something else, which names columns among other words: "Interest, Rates and
    Fees"."""
    words = tuple(plain(chunk.text).split())
    found = phrases(words) if len(words) >= TITLED else ()
    return any(b - a >= BETWEEN for (_, _, a), (_, b, _) in pairwise(found))


@lru_cache(maxsize=4096)
def _split(chunk: Chunk) -> tuple[HeaderCell, ...]:
    """A chunk such as "Paid out Paid in Balance" -> its column heads; one where it names one column."""
    owner: list[int] = []
    flat: list[str] = []
    for i, word in enumerate(chunk.words):
        for part in plain(_LEGEND.sub("", word.text)).split():
            flat.append(part)
            owner.append(i)
    found = phrases(tuple(flat))
    heads = [(r, owner[a], owner[b - 1]) for r, a, b in found]
    merged: list[tuple[Role, int, int]] = []
    for r, a, b in heads:
        if merged and {merged[-1][0], r} == {"debit", "credit"} and _slash(chunk.words[merged[-1][2] : a + 1]):
            merged[-1] = ("amount", merged[-1][1], b)
        elif merged and (a <= merged[-1][2] or _goes_on(chunk, merged[-1], (r, a, b))):
            merged[-1] = (_stronger(merged[-1][0], r), merged[-1][1], b)
        else:
            merged.append((r, a, b))
    cells = []
    ends = [*(a for _, a, _ in merged[1:]), len(chunk.words)]
    for (r, a, b), end in zip(merged, ends, strict=False):  # nothing is named: no cell
        while b + 1 < end and not any(c.isalpha() for c in chunk.words[b + 1].text):  # "Deposit (+) ($)"
            b += 1
        words = chunk.words[a : b + 1]
        cells.append(HeaderCell(r, " ".join(w.text for w in words), words[0].x0, words[-1].x1))
    return tuple(cells)


def _goes_on(chunk: Chunk, name: tuple[Role, int, int], other: tuple[Role, int, int]) -> bool:
    """Whether two names in one text, each with its first and last word, are of one column; of two dates that of a
    purchase and that of its posting are not: "Tran Post"."""
    told = [is_of_purchase(" ".join(word.text for word in chunk.words[a : b + 1])) for _, a, b in (name, other)]
    return _one(name[0], other[0]) and not (name[0] == other[0] == "date" and told[0] != told[1])


def _slash(words: Sequence[Word]) -> bool:
    """Whether a stroke or "and" stands between two names: "Out (-) / In (+)" is one column."""
    return any(word.text.strip().lower() in ("/", "and", "&") for word in words)


def _one(a: Role, b: Role) -> bool:
    """Whether two neighbouring phrases name one column: "Debit" "Amount", "Transaction" "Date", "Value" "Date"."""
    if a == b:
        return True
    pair = {a, b}
    return (
        pair in ({"debit", "amount"}, {"credit", "amount"}, {"balance", "amount"})
        or (a, b) == ("value_date", "date")
        or pair <= {"description", "reference"}
        or (a == "description" and b == "date")
    )


def _stronger(a: Role, b: Role) -> Role:
    for r in ("value_date", "date", "balance", "debit", "credit", "description"):
        if r in (a, b):
            return r
    return a
