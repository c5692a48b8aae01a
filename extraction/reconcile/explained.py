"""Labelled amounts beside the rows -> those that are none of the account, or that others explain: lists that add up by
themselves, figures of points, tables of plans. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import accumulate, combinations, product

from extraction.model import Cell
from extraction.reconcile.figures import sums
from extraction.reconcile.outcome import Outcome
from extraction.tables.pairs import ALIGNED, Pair, across, down
from extraction.tables.section_words import is_charge
from extraction.tables.table import Entry
from extraction.tables.vocabulary import EARNED, balance_kind, is_total
from extraction.text import dates
from extraction.text.normal import has_letter, plain

LEAST_PARTS, MOST_PARTS = 3, 8
"""A list of something else has so many figures at least; a line that leads from one balance to another has no more
figures between them."""
ABOVE = 2
"""A line stands right above another one where no more than one lies between them."""
_COUNT = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,])")
CARD, MOST_CARDS = 4, 8
"""The number of a card is told by so many digits of its end at least; no account has more cards."""
MOST_AMID = 12
"""Of so many figures each is tried as none of the parts that it stands among."""
_EARNED = re.compile(rf"\b(?:{EARNED})\b")


def explained(pairs: Sequence[Pair], made: set[Decimal], outcome: Outcome) -> set[Pair]:
    """Labelled amounts beside the rows, figures that the rows make -> those that need no other explanation."""
    shared = _of_words(pairs, made, outcome)
    amid = [pair for pair in pairs if pair in shared][:MOST_AMID]  # one of them may stand among the parts of a sum
    return {
        *shared,
        *_columns(pairs, made),
        *(one for other in amid for one in _columns([pair for pair in pairs if pair != other], made)),
        *_changes(pairs, made, outcome),
        *_of_all(pairs, made),
        *_apart(pairs, made),
        *_shares(pairs, made),
        *_options(pairs, made),
        *_times(pairs, made),
        *_earned(pairs),
        *_repaid(pairs, made),
        *_whole(pairs, outcome),
        *_without_charges(pairs, outcome),
        *_of_columns(pairs, outcome),
    }


def listed(pairs: Sequence[Pair], made: set[Decimal], outcome: Outcome) -> set[Cell]:
    """All labelled amounts of an account -> those that are no rows of it and add up to a total below them that its rows
    do not make, or one of them alone: purchases yet to be charged, or charged in one sum, a table of plans. What was
    paid back is taken off those that one row charged."""
    own = {entry.cell for _, p in outcome.rows for entry in p.row.entries.values()}
    single = {abs(p.amount) for _, p in outcome.rows if p.amount}
    found: set[Cell] = set()
    charged = (one for one in _netted(down(pairs)) if one[0].amount.value in single)
    for total, parts in (*_sums(down(pairs)), *charged):
        cells = [part.cell for part in parts]
        if (total.amount.value not in made or total.amount.value in single) and own.isdisjoint((total.cell, *cells)):
            found.update(cells)
    return found


def moving(outcome: Outcome) -> set[int]:
    """Interpretation -> the columns that its amounts stand in."""
    return {i for _, p in outcome.rows for i, entry in p.row.entries.items() if entry.cell is p.amount_cell}


def _of_words(pairs: Sequence[Pair], made: set[Decimal], outcome: Outcome) -> set[Pair]:
    """Those that several rows make whose texts share a word with the label, the number of a card, or both."""
    rows: defaultdict[str, set[int]] = defaultdict(set)
    postings = [posting for _, posting in outcome.rows]
    for place, posting in enumerate(postings):
        for word in _words(posting.row.description):
            rows[word].add(place)
    told = {word: places for word, places in rows.items() if len(places) > 1}
    numbers = [word for word in told if word.isdecimal() and len(word) >= CARD]
    cards = sorted(numbers, key=lambda word: -len(told[word]))[:MOST_CARDS]

    @cache
    def sums_of(*words: str) -> set[Decimal]:
        own = set.intersection(*(told[word] for word in words))
        return set(sums([postings[place] for place in sorted(own)])) if len(own) > 1 else set()

    found: set[Pair] = set()
    for pair in (pair for pair in pairs if pair.amount.value not in made):
        shared = [(word,) for word in _words(pair.left) if word in told]
        both = [(*one, card) for one in shared for card in cards]
        if any(pair.amount.value in sums_of(*words) for words in (*shared, *((card,) for card in cards), *both)):
            found.add(pair)
    return found


def _words(text: str) -> Iterator[str]:
    """A text -> its words, as they are compared."""
    yield from (word.removesuffix("s") for word in plain(text).split())


def _columns(pairs: Sequence[Pair], made: set[Decimal]) -> set[Pair]:
    """Those of a sum: the parts of one that the rows make, above, below or left of it, and a sum of which the rows make
    all parts but one, or a figure beside each: the balances in one currency, and their value in another."""
    found: set[Pair] = set()
    sure = {pair.line for pair in pairs if pair.amount.value in made}
    for total, parts in _sums(_lists(pairs)):
        known = sum(part.amount.value in made for part in parts)
        if total.amount.value in made:
            found.update(parts)
        elif known >= len(parts) - 1 or all(part.line in sure for part in parts):
            found.add(total)
    for total, parts in _sums(column[::-1] for column in down(pairs)):
        if total.amount.value in made:
            found.update(parts)
    return found


def _of_all(pairs: Sequence[Pair], made: set[Decimal]) -> Iterator[Pair]:
    """Totals of all that is held, less what is owed (DR), where the rows make all but one of the parts, or a figure
    beside them."""
    sure = {pair.line for pair in pairs if pair.amount.value in made}
    for total, parts in _netted(down(pairs)):
        owed = {part.amount.mark for part in parts} - {""} == {"DR"}
        known = sum(part.line in sure for part in parts)
        if owed and is_total(plain(total.near)) and known >= len(parts) - 1:
            yield total


def _apart(pairs: Sequence[Pair], made: set[Decimal]) -> Iterator[Pair]:
    """Sums of something else, with those of their parts that the rows do not make, where no balance of an account and
    nothing with a date is among them: what is to come, the parts of a plan."""
    for total, parts in _sums(_lists(pairs)):
        strange = [part for part in parts if part.amount.value not in made]
        if not strange or total.amount.value in made or any(dates.leading(part.left) for part in parts):
            continue
        if not any(_names_balance(one) for one in (*parts, total)):
            yield from (*strange, total)


def _names_balance(pair: Pair) -> bool:
    """Whether an amount is called what an account began or ended with."""
    return balance_kind(plain(pair.near) or plain(pair.above)) in ("opening", "closing")


def _shares(pairs: Sequence[Pair], made: set[Decimal]) -> Iterator[Pair]:
    """Those of one name, of which one is what the rows make and the others add up to it: a debt in two portions."""
    named: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        named[plain(pair.near or pair.above)].append(pair)
    for label, own in named.items():
        values = {pair.amount.value for pair in own}  # one may be printed again on a slip
        if has_letter(label) and len(values) >= LEAST_PARTS and any(2 * v == sum(values) for v in values & made):
            yield from own


def _options(pairs: Sequence[Pair], made: set[Decimal]) -> Iterator[Pair]:
    """A column below one head, of several figures that the rows do not make: the prices of a plan."""
    for column in down(pairs):
        for i, first in enumerate(column):
            run = [first]
            for pair in column[i + 1 :] if first.above else ():
                if pair.left or pair.above:
                    break
                run.append(pair)
            if len(run) >= LEAST_PARTS and not any(pair.amount.value in made for pair in run):
                yield from run


def _times(pairs: Sequence[Pair], made: set[Decimal]) -> Iterator[Pair]:
    """Those that are so many times the figure on their line or right above it as the label of that says, neither of
    which the rows make: "1 + 3 x 1,749.82" and "in all 6,999.28"."""
    by_line = {line[0].line: line for line in across(pairs)}
    near = [(by_line.get(whole.line - up, ()), whole) for whole in pairs for up in range(ABOVE + 1)]
    for part, whole in ((part, whole) for parts, whole in near for part in parts):
        counts = [int(number) for number in _COUNT.findall(part.left)]
        times = {part.amount.value * count for count in (*counts, sum(counts)) if count > 1 and part.amount.value}
        if whole.amount.value in times and not {part.amount.value, whole.amount.value} & made:
            yield from (part, whole)


def _earned(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Lines and columns that add up, with labels as of points: "brought forward, earned, redeemed, carried forward"."""
    for line in _lists(pairs):
        told = [_EARNED.search(plain(f"{pair.left} {pair.above}")) is not None for pair in line]
        for start in range(len(line) if any(told) else 0):
            for end in range(start + LEAST_PARTS, min(start + MOST_PARTS, len(line)) + 1):
                if any(told[start:end]) and _leads(line[start:end]):
                    yield from line[start:end]


def _repaid(pairs: Sequence[Pair], made: set[Decimal]) -> Iterator[Pair]:
    """The line of a loan that a row paid: two of its figures make the payment, and the debt before less one of them is
    that after it."""
    for line in across(pairs):
        values = {pair.amount.value for pair in line}
        for a, b in combinations(sorted(values - {Decimal(0)}), 2):
            debts = values - {a, b, a + b}
            if a + b in values & made and any(debt - part in debts for debt in debts for part in (a, b)):
                yield from line


def _leads(run: Sequence[Pair]) -> bool:
    """Whether the first figure, with those between it and the last one added or taken off, makes the last one."""
    first, *parts, last = [pair.amount.value for pair in run]
    return any(first + sum(some) == last for some in product(*((part, -part) for part in parts)))


def _whole(pairs: Sequence[Pair], outcome: Outcome) -> Iterator[Pair]:
    """Figures without decimals, where every amount and balance of the rows has them: points, counts, days."""
    decimals = [e.amount.decimals for _, p in outcome.rows for e in p.row.entries.values() if e.cell is p.amount_cell]
    if decimals and min(decimals) > 0:
        yield from (pair for pair in pairs if not pair.amount.decimals)


def _changes(pairs: Sequence[Pair], made: set[Decimal], outcome: Outcome) -> set[Pair]:
    """Those of a line or a column that leads from the opening to the closing balance, where the rows make all of its
    parts but one, or some are all that came in and the others all that went: "beginning, loads, spent, fees"; or all
    are as their signs say, and no more came in and went than in the rows: each may be what is left of both."""
    rising, falling, *_ = sums([posting for _, posting in outcome.rows])
    most = _before_fees(outcome) or (rising, falling)
    opening, closing = (abs(end) if end else end for end in (outcome.chain.opening, outcome.chain.closing))
    found: set[Pair] = set()
    for line in (*across(pairs), *(() if outcome.chain.breaks else _led(pairs, opening, closing))):
        if len(line) < 2:
            continue
        first, *parts, last = [pair.amount.value for pair in line]
        if not 1 < len(parts) <= MOST_PARTS or (first, last) != (opening, closing):
            continue
        signed = list(product(*((part, -part) for part in parts)))
        one = sum(part not in made for part in parts) == 1 and any(first + sum(some) == last for some in signed)
        as_printed = _sides(pair.amount.signed for pair in line[1:-1])
        netted = first + as_printed[0] - as_printed[1] == last and as_printed[1] > 0
        within = netted and as_printed[0] <= most[0] and as_printed[1] <= most[1]
        if one or within or any(_sides(some) == (rising, falling) for some in signed):
            found.update(line)
    return found


def _without_charges(pairs: Sequence[Pair], outcome: Outcome) -> Iterator[Pair]:
    """Those that make, with a figure of charges, all that came in or went: "money out 7,930.82, fees
    55.00"."""
    sides = set([*sums([posting for _, posting in outcome.rows])][:2])
    charges = {p.amount.value for p in pairs if is_charge(plain(p.near or p.above))} - {0}
    yield from (pair for pair in pairs if any(pair.amount.value + charge in sides for charge in charges))


def _before_fees(outcome: Outcome) -> tuple[Decimal, Decimal] | None:
    """What came in and went where every row prints an amount, its fee and the sum of both, the fees counted apart; None
    where the rows do not."""
    parts: list[Decimal] = []
    for _, posting in outcome.rows:
        own = [e.amount.signed for e in posting.row.entries.values() if e.cell != posting.balance_cell]
        if posting.amount not in own or len(own) < 3 or sum(own) != 2 * posting.amount:
            return None
        own.remove(posting.amount)
        parts += own
    return _sides(parts)


def _sides(amounts: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    """Signed amounts -> the sum of those above zero, and that of those below it, without its sign."""
    told = list(amounts)
    rising = sum((amount for amount in told if amount > 0), Decimal(0))
    return rising, rising - sum(told, Decimal(0))


def _led(pairs: Sequence[Pair], opening: Decimal | None, closing: Decimal | None) -> Iterator[list[Pair]]:
    """Labelled amounts, the balances of an account -> those below each other from the one to the other."""
    for column in down(pairs):
        values = [pair.amount.value for pair in column]
        for first in (i for i, value in enumerate(values) if value == opening):
            last = next((i for i in range(first + 1, len(values)) if values[i] == closing), first)
            yield column[first : last + 1]


def _of_columns(pairs: Sequence[Pair], outcome: Outcome) -> Iterator[Pair]:
    """Those below a column that moves no money, such as one of tax, that its figures right above them add up to."""
    used = moving(outcome)
    rows = sorted((posting for _, posting in outcome.rows), key=lambda posting: posting.row.order)
    columns: defaultdict[int, list[Entry]] = defaultdict(list)
    for posting in rows:
        for i, entry in posting.row.entries.items():
            if i not in used and entry.cell != posting.balance_cell:
                columns[i].append(entry)
    for entries, pair in product(columns.values(), pairs):
        above = [e for e in entries if (e.cell.page, e.cell.box[1]) < (pair.cell.page, pair.cell.box[1])]
        below = above and abs(above[-1].cell.box[2] - pair.cell.box[2]) <= ALIGNED
        if below and pair.amount.signed in accumulate(entry.amount.signed for entry in reversed(above)):
            yield pair


def _lists(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    """Labelled amounts -> their columns, and their lines."""
    yield from down(pairs)
    yield from across(pairs)


def _sums(lists: Iterable[Sequence[Pair]]) -> Iterator[tuple[Pair, list[Pair]]]:
    """Columns from the top, or lines from the left -> each amount that the nearest two or more before it add up to, and
    these."""
    for column in lists:
        for i, total in enumerate(column):
            left, parts = total.amount.value, list[Pair]()
            for part in reversed(column[:i]):
                left -= part.amount.value
                parts.append(part)
                if left <= 0:
                    break
            if left == 0 and len(parts) > 1:
                yield total, parts


def _netted(lists: Iterable[Sequence[Pair]]) -> Iterator[tuple[Pair, list[Pair]]]:
    """Columns from the top -> each amount that the nearest three or more before it add up to, where those with a minus,
    CR or DR that it has not are taken off, and these: purchases, and what was paid back of one."""
    for column in lists:
        for i, total in enumerate(column):
            turned = {"-", "CR", "DR"} - {total.amount.mark}
            values = [p.amount.value * (-1 if p.amount.mark in turned else 1) for p in column[:i]]
            back = [*accumulate((min(value, Decimal(0)) for value in values), initial=Decimal(0))]
            left = total.amount.value
            for first in range(i - 1, -1, -1):
                left -= values[first]
                if left < back[first]:  # what is taken off further up does not make up for it
                    break
                if left == 0 and i - first >= LEAST_PARTS and back[i] < back[first]:
                    yield total, list(column[first:i])
                    break
