"""What may be read of a statement -> its accounts: the hypothesis that its arithmetic proves. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extraction.documents.account import Context, Read, read_account
from extraction.documents.accounts import Part, after, by_openings, key, parted, whole
from extraction.documents.agreement import coded, numbered
from extraction.documents.by_column import by_column
from extraction.documents.by_currency import by_currency, by_money, by_title
from extraction.documents.by_side import by_side
from extraction.documents.heads.fields import balances
from extraction.documents.heads.numbers import Number, account_numbers
from extraction.documents.layouts import Layout
from extraction.documents.overview import Entry, above_tables, balances_of, headed, overview, told_elsewhere
from extraction.documents.own import of_loan, owes, with_own
from extraction.documents.sections import above_openings, raised, sections
from extraction.tables.pairs import Pair
from extraction.text.lines import Line


@dataclass(frozen=True, slots=True)
class View:
    """The overviews of a statement, and the account numbers that are printed outside of them."""

    entries: tuple[Entry, ...]
    numbers: tuple[Number, ...]


def view(layout: Layout, text: Sequence[Line], aside: Sequence[Line]) -> View:
    """What may be read, all lines, those of page heads and margins -> what the statement says of its accounts."""
    entries = overview(text, layout.rows, layout.pairs)
    numbers = account_numbers(text, layout.rows, aside)
    found = _outside(_beside_entries(numbers, entries, layout.pairs), entries, text, layout.rows)
    found = found or above_tables(layout.heads, text, layout.rows)
    return View(tuple(entries), tuple(found))


def read_accounts(layout: Layout, text: Sequence[Line], seen: View, context: Context) -> list[Read]:
    """What may be read, all lines, what the statement says of its accounts, and for all of them -> the accounts.

    By the headings that print their numbers, the rows that open them, a column that names them, or the currencies of
    their tables, where that proves all of them; else one account where that is proved or nothing parts it; else by the
    account numbers above the tables, or by what is left once the first is proved.
    """
    return coded(numbered(_proved(layout, text, seen, context), seen.entries, context.currency), text)


def _proved(layout: Layout, text: Sequence[Line], seen: View, context: Context) -> list[Read]:
    """The accounts of the hypothesis that is proved best."""
    numbers = seen.numbers
    hidden = sorted((*numbers, *above_openings(text, layout.pairs)), key=lambda number: number.line)
    for parts in (
        sections(layout.tables, numbers, text, layout.pairs),
        sections(layout.tables, hidden, text, layout.pairs) if len(hidden) > len(numbers) else [],
        raised(by_openings(layout.tables, hidden, text, len(text)), text, layout.pairs),
        by_column(layout, numbers, text),
        by_currency(layout, numbers, text),
        by_money(layout, numbers, text),
        by_title(layout, numbers, text),
        by_side(layout, numbers, text),
    ):
        if found := _all_of(parts, text, layout, seen, context):
            return found
    parts = sections(layout.tables, numbers, text, layout.pairs, bare=False)  # a summary stands below a first number
    found = _all_of(parts, text, layout, seen, context)
    if found and not any(r.outcome.skipped for r in found if r.outcome) and _sums_up(layout.pairs, found):
        return found
    (part,) = whole(layout.tables, numbers, len(text))
    debts = context.kind == "loan_statement" or (context.kind == "bank_statement" and owes(layout.tables))
    part = of_loan(part) if debts else part
    one = read_account(part, layout.pairs, context)
    if one.proved and one.outcome and not one.outcome.skipped:
        return [one]
    several = [_read(part, text, layout, seen, context) for part in parted(layout.tables, numbers, len(text))]
    if several and (all(read.proved for read in several) or score(several) > score([one])):
        return several
    return _in_turn(one, layout, text, seen, context)


def _all_of(parts: Sequence[Part], text: Sequence[Line], layout: Layout, seen: View, context: Context) -> list[Read]:
    """The accounts of a hypothesis, none where one of them is not settled.

    Those without a printed closing balance are surely several where each has a title of its own, and all its balances
    follow from the opening one that is printed. The shortest is read first: most hypotheses fail at it.
    """
    found: dict[int, Read] = {}
    for place in sorted(range(len(parts)), key=lambda i: sum(len(table.rows) for table in parts[i].tables)):
        read = _read(parts[place], text, layout, seen, context)
        follows = read.outcome and read.outcome.complete and not read.outcome.chain.implied
        if not read.settled and not (follows and read.part.title) and not _stands_apart(read):
            return []
        found[place] = read
    ordered = [found[place] for place in range(len(parts))]
    if any(_goes_on(below, above) for above, below in pairwise(ordered)):
        return []
    titles = {read.part.title for read in found.values()} - {None}
    sure = len(titles) == len(parts) or all(read.settled or _stands_apart(read) for read in found.values())
    return _alike(ordered) if sure else []


def _sums_up(pairs: Sequence[Pair], found: Sequence[Read]) -> bool:
    """Whether all balances that are told above the first of some accounts are theirs, or sums of these: a summary."""
    above = [pair for pair in headed(pairs) if pair.line < found[0].part.first]
    opening, closing, _ = balances(above)
    chains = [read.outcome.chain for read in found if read.outcome]
    both = ([c.opening for c in chains], [c.closing for c in chains])
    ends = [[abs(end) for end in some if end is not None] for some in both]
    known = {value for own in ends for value in (*own, sum(own))}
    return bool(opening or closing) and all(abs(pair.amount.value) in known for pair in (*opening, *closing))


def _stands_apart(read: Read) -> bool:
    """Whether an account that prints neither opening nor closing balance has a number of its own above the head of its
    table, and a balance in each of its rows, which all follow from each other."""
    outcome, tables = read.outcome, read.part.tables
    if outcome is None or not outcome.complete or read.part.number is None or not tables:
        return False
    headed = all(t.header and t.first > read.part.number.line for t in tables)
    return headed and outcome.chain.held >= len(outcome.rows) - 1 > 1


def _alike(reads: Sequence[Read]) -> list[Read]:
    """Accounts of one statement -> the same; one that is proved in two ways is read as all the others are."""
    told = {(r.outcome.reading.sign, r.outcome.reading.owed) for r in reads if r.outcome and not r.outcome.rivals}
    return [
        replace(read, outcome=read.outcome.alone(lambda one: {(one.reading.sign, one.reading.owed)} == told))
        if read.outcome and read.outcome.rivals
        else read
        for read in reads
    ]


def score(found: Sequence[Read]) -> tuple[int, ...]:
    """The weakest account first, then what all have together."""
    scores = [read.score for read in found]
    return (min(s[0] for s in scores), *(sum(s[i] for s in scores) for i in range(1, 4)))


def _read(part: Part, text: Sequence[Line], layout: Layout, seen: View, context: Context) -> Read:
    """An account among several -> what is read of it."""
    pairs: Sequence[Pair] = layout.pairs
    if part.pairs is not None:
        return read_account(part, part.pairs, context)
    if part.tag is not None:  # what the lines beside the rows tell of it, under the heads of their columns
        pairs = [p for p in headed([p for p in pairs if p.line not in layout.rows]) if part.tag in text[p.line].text]
        return read_account(part, pairs, context)
    told = balances_of(part.number, seen.entries)
    return read_account(with_own(part, text, layout, context.currency), pairs, context, told)


def _outside(
    numbers: Sequence[Number], entries: Sequence[Entry], text: Sequence[Line], rows: frozenset[int]
) -> list[Number]:
    """Account numbers -> those that stand in no overview, and where else the numbers of an overview are printed."""
    inside = {entry.number.line for entry in entries}
    if not inside:
        return list(numbers)
    first = min(inside) - 1  # the head of a column of numbers
    kept = {n.line: n for n in numbers if n.line not in inside and not (n.line == first and _in(n, entries))}
    for number in told_elsewhere(entries, text, rows):
        kept.setdefault(number.line, number)
    return [kept[line] for line in sorted(kept)]


def _beside_entries(numbers: Sequence[Number], entries: Sequence[Entry], pairs: Sequence[Pair]) -> list[Number]:
    """Account numbers -> without that of a loan which an overview lists right above or below an account, with what is
    owed, where others are left."""
    inside, figures = {entry.number.line for entry in entries}, {pair.line for pair in pairs}
    listed = {n.line for n in numbers if n.line in figures - inside and {n.line - 1, n.line + 1} & inside}
    return [n for n in numbers if n.line not in listed] or list(numbers)


def _in(number: Number, entries: Sequence[Entry]) -> bool:
    return any(entry.number.cell.box == number.cell.box for entry in entries)


def _in_turn(one: Read, layout: Layout, text: Sequence[Line], seen: View, context: Context) -> list[Read]:
    """An account that is proved without the last rows -> the same, and what those rows make, where that is proved."""
    found = [one]
    while (split := after(found[-1].part, found[-1].outcome, seen.numbers, text)) is not None:
        before, rest = split
        read = _read(rest, text, layout, seen, context)
        if not read.proved or _goes_on(read, found[-1]) or any(_repeats(read, other) for other in found):
            break
        found[-1] = _read(before, text, layout, seen, context)
        found.append(read)
    return found


def _goes_on(read: Read, before: Read) -> bool:
    """Whether rows without a number of their own, or that print neither end, begin with the balance that those before
    them end with: they are of one account, whatever stands between."""
    if read.outcome is None or before.outcome is None or read.part.currency != before.part.currency:
        return False
    begun, number = read.outcome.chain.opening, read.part.number
    alone = number is None or not read.settled or _repeats(read, before)
    return bool(begun) and begun == before.outcome.chain.closing and alone


def _repeats(read: Read, other: Read) -> bool:
    """Whether two accounts are one: the same number, or the same rows without a number."""
    a, b = read.part.number, other.part.number
    if a and b:
        return key(a.text) == key(b.text)
    assert read.outcome
    assert other.outcome
    return [p.amount for _, p in read.outcome.rows] == [p.amount for _, p in other.outcome.rows]
