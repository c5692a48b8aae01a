"""What a statement says of an account beside its rows and ends: kind, dates, totals, terms of a card.

Only what is printed under a label of its own counts, and only where all places that print it agree: None elsewhere.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from extraction.documents.accounts import Part
from extraction.documents.calendar import Calendar
from extraction.documents.heads import labels
from extraction.documents.heads.fields import totals
from extraction.documents.heads.labels import label
from extraction.documents.heads.product import account_type
from extraction.documents.named_days import due_date, statement_date
from extraction.geometry import overlap
from extraction.model import Cell
from extraction.reconcile.figures import figures
from extraction.reconcile.outcome import Outcome
from extraction.reconcile.summary import side, summaries
from extraction.tables.pairs import Pair
from extraction.tables.table import Row
from extraction.text.lines import Line
from extraction.text.normal import plain
from schemas.result import Kind

CARDS: frozenset[Kind] = frozenset({"credit_card_statement", "loan_statement"})
ABOVE = 2.4
"""A label above its value stands within this many heights."""
_WHOLE = re.compile(r"\d{1,5}")
_COUNT = re.compile(r"\((\d{1,5})\)")
_YEAR = re.compile(r"\b(?:year|ytd|to date|jahr|annee|ano|anno|jaar)\b")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of an account and where it is printed."""

    value: str | date | Decimal | int
    cell: Cell


@dataclass(frozen=True, slots=True)
class Told:
    """What facts are looked for in: all lines of the document, the part of them that is the account, its labelled
    amounts and its interpretation (None: no rows), how dates are read."""

    lines: Sequence[Line]
    part: Part
    pairs: Sequence[Pair]
    outcome: Outcome | None
    kind: Kind
    days: Calendar


def facts(told: Told) -> dict[str, Fact]:
    """What a document says -> facts by the name of their field; one that is not printed is left out."""
    card = told.kind in CARDS
    rows = [p.row for _, p in told.outcome.rows] if told.outcome else []
    pairs = _beside(told.pairs, rows)
    named: dict[str, tuple[str | date, Cell] | Fact | None] = {
        "account_type": account_type(told.lines, told.part),
        "statement_date": statement_date(told.lines, told.days),
        **_totals(replace(told, pairs=pairs)),
    }
    if told.outcome is not None:  # movements have these names as well: where none were read they may be such
        apart = _beside(pairs, [row for table in told.part.tables for row in table.rows if row.posted])
        named |= {"fees": _one(_sums(told, apart, labels.FEES)), "interest": _interest(told, apart, card)}
    if card:
        named |= {
            "minimum_payment": _one(_sums(told, pairs, labels.MINIMUM_PAYMENT)),
            "payment_due_date": due_date(told.lines, told.days),
            "credit_limit": _one(_sums(told, pairs, labels.CREDIT_LIMIT)),
            "available_credit": _one(_sums(told, pairs, labels.AVAILABLE_CREDIT)),
            "payments": _part(told, pairs, labels.PAYMENTS),
            "purchases": _part(told, pairs, labels.PURCHASES),
            "cash_advances": _part(told, pairs, labels.CASH_ADVANCES),
        }
    else:
        named["available_balance"] = _one(
            Fact(pair.amount.signed, pair.cell) for pair in labelled(told, pairs, labels.AVAILABLE)
        )
    found = {name: Fact(*one) if isinstance(one, tuple) else one for name, one in named.items()}
    return {name: fact for name, fact in found.items() if fact is not None}


def _part(told: Told, pairs: Sequence[Pair], known: frozenset[str]) -> Fact | None:
    """A part of the summary of a card: as the summary between two balances prints it, else wherever it is labelled."""
    inside = [pair for summary in summaries(told.pairs, True) for pair in summary.pairs]
    return _one(_sums(told, inside, known)) or _one(_sums(told, pairs, known))


def _one(found: Iterator[Fact]) -> Fact | None:
    """Facts under one label -> the first, None where they differ."""
    all_of = list(found)
    return all_of[0] if len({fact.value for fact in all_of}) == 1 else None


def _beside(pairs: Sequence[Pair], rows: Sequence[Row]) -> list[Pair]:
    """Labelled amounts, rows -> those that stand in none of the rows."""
    boxes: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for row in rows:
        boxes[row.page].append((row.cell.box[1], row.cell.box[3]))

    def outside(pair: Pair) -> bool:
        middle = (pair.cell.box[1] + pair.cell.box[3]) / 2
        return not any(top <= middle <= bottom for top, bottom in boxes[pair.cell.page])

    return [pair for pair in pairs if outside(pair)]


def _sums(told: Told, pairs: Sequence[Pair], known: frozenset[str]) -> Iterator[Fact]:
    """Labels -> the amounts under them, without sign."""
    return (Fact(pair.amount.value, pair.cell) for pair in labelled(told, pairs, known))


def labelled(told: Told, pairs: Sequence[Pair], known: frozenset[str]) -> Iterator[Pair]:
    for pair in pairs:
        if any(label(text) in known for text in _labels(told.lines, pair)) and not _of_the_year(told, pair):
            yield pair


def _of_the_year(told: Told, pair: Pair) -> bool:
    """Whether an amount stands below a heading such as "2024 totals year-to-date"."""
    valued = {other.line for other in told.pairs}
    for i in range(pair.line - 1, max(pair.line - 5, -1), -1):
        if told.lines[i].page != pair.cell.page:
            break
        if i not in valued:
            over = [c.text for c in told.lines[i].chunks if overlap(c.x0, c.x1, pair.cell.box[0], pair.cell.box[2]) > 0]
            return _YEAR.search(plain(" ".join(over) or told.lines[i].text)) is not None
    return False


def _labels(lines: Sequence[Line], pair: Pair) -> list[str]:
    """Texts that may be the label of an amount: what stands left of it; where nothing does, what stands above it."""
    line, box = lines[pair.line], pair.cell.box
    left = [
        " ".join(w.text for w in words)
        for chunk in line.chunks
        if (words := [w for w in chunk.words if w.x1 <= box[0] + 1])
    ]
    while left and not re.search(r"\w", left[-1]):
        left.pop()
    over = _over(lines, pair)
    if left and any(ch.isalpha() for ch in label(left[-1])):
        return [] if _YEAR.search(plain(over)) else [left[-1]]
    return [over, pair.above]


def _over(lines: Sequence[Line], pair: Pair) -> str:
    """The text on the nearest line above an amount that stands over it, "" for none."""
    x0, top, x1, bottom = pair.cell.box
    for line in reversed(lines[max(pair.line - 4, 0) : pair.line]):
        if line.page != pair.cell.page or top - line.bottom > ABOVE * (bottom - top):
            break
        over = [chunk for chunk in line.chunks if overlap(chunk.x0, chunk.x1, x0, x1) > 0]
        if over:
            return over[0].text if len(over) == 1 else ""
    return ""


def _interest(told: Told, pairs: Sequence[Pair], card: bool) -> Fact | None:
    """Interest > 0 paid to the holder, < 0 charged; "interest" alone is charged on a card and undecided elsewhere."""
    charged = labels.INTEREST_CHARGED | (labels.INTEREST if card else frozenset())
    found = [Fact(-p.amount.value, p.cell) for p in labelled(told, pairs, charged) if p.amount.mark != "CR"]
    paid = labels.INTEREST_PAID if not card else frozenset()
    found += [Fact(p.amount.value, p.cell) for p in labelled(told, pairs, paid) if p.amount.mark not in ("-", "DR")]
    return _one(iter(found))


def _totals(told: Told) -> dict[str, Fact | None]:
    """Totals of money in and out as the proofs take them, and how many rows they say they are."""
    rising, falling = totals(told.pairs)
    found: dict[str, Fact | None] = {}
    for name, sign, pairs, known in (
        ("credits", 1, rising, labels.COUNT_CREDITS),
        ("debits", -1, falling, labels.COUNT_DEBITS),
    ):
        pair = _total(told, pairs, sign)
        found[f"total_{name}"] = Fact(pair.amount.value, pair.cell) if pair else _in_table(told, sign)
        found[f"count_{name}"] = _count(told, pair, sign) or _one(_numbers(told, known))
    return found


def _total(told: Told, pairs: Sequence[Pair], sign: int) -> Pair | None:
    """Labelled totals of one side -> the one that the rows make; else the only part of the summary on that side, where
    the summary agrees with the rows; else the only one printed, where it is no sum of a section."""
    outcome = told.outcome
    if outcome is None:
        return pairs[0] if len({pair.amount.value for pair in pairs}) == 1 else None
    amounts = [p.amount for _, p in outcome.rows if p.amount is not None and p.amount * sign > 0]
    total = abs(sum(amounts, start=Decimal(0)))
    card = told.kind == "credit_card_statement"
    for pair in pairs:
        if pair.amount.value == total:
            return pair
    for summary in summaries(told.pairs, card):
        parts = [pair for pair in summary.pairs if side(pair, card) == sign]
        if len(parts) == 1 and summary.holds(outcome):
            return parts[0]
    said = {pair.amount.value for pair in pairs}
    return pairs[0] if len(said) == 1 and not said & figures(outcome) else None


def _in_table(told: Told, sign: int) -> Fact | None:
    """The figure of one side in a line of totals of the table, which has one for each, where the rows make it."""
    if told.outcome is None:
        return None
    total = abs(sum((p.amount for _, p in told.outcome.rows if p.amount and p.amount * sign > 0), start=Decimal(0)))
    lines = (p.row.entries for p in told.outcome.postings if p.kind == "total" and len(p.row.entries) > 1)
    return next((Fact(total, e.cell) for entries in lines for e in entries.values() if e.amount.value == total), None)


def _count(told: Told, pair: Pair | None, sign: int) -> Fact | None:
    """A total -> the number of rows in its label: in parentheses, or before it where there are so many rows."""
    if pair is None:
        return None
    rows = sum(p.amount is not None and p.amount * sign > 0 for _, p in told.outcome.rows) if told.outcome else 0
    for text in _labels(told.lines, pair):
        counts = _COUNT.findall(text)
        first = re.match(r"(\d{1,5})\s", text)
        if len(counts) != 1 and not (first and int(first[1]) == rows):
            continue
        printed = f"({counts[0]})" if len(counts) == 1 else text.split()[0]
        near = (w for line in reversed(told.lines[max(pair.line - 3, 0) : pair.line + 1]) for w in line.words)
        words = [w for w in near if w.text == printed][:1]
        return Fact(int(printed.strip("()")), Cell.of(words, pair.cell.page) if words else pair.cell)
    return None


def _numbers(told: Told, known: frozenset[str]) -> Iterator[Fact]:
    """Labels -> the whole numbers after them, in the same text or the one beside."""
    for line in told.lines[told.part.first : told.part.last]:
        for k, chunk in enumerate(line.chunks):
            beside = line.chunks[k + 1].words[:1] if len(chunk.words) > 1 and k + 1 < len(line.chunks) else ()
            for before, words in ((chunk.words[:-1], chunk.words[-1:]), (chunk.words, beside)):
                if not words or not _WHOLE.fullmatch(words[0].text):
                    continue
                if label(" ".join(w.text for w in before)) in known:
                    yield Fact(int(words[0].text), Cell.of(words, line.page))
