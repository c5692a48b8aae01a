"""Rows of an interpretation -> the figures that a page may print of them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, combinations, groupby

from extraction.reconcile.ledger import Posting
from extraction.reconcile.outcome import Outcome, net
from extraction.tables.section_words import is_charge, without_continued
from extraction.tables.table import Entry, Table
from extraction.text.dates import PrintedDate
from extraction.text.normal import plain

MOST_SECTIONS = 12
"""The rows of no more sections are added up in all runs of them."""


def dropped(outcome: Outcome, tables: Sequence[Table]) -> Iterator[list[tuple[Entry, Decimal]]]:
    """Interpretation, the tables of its account -> each column that it reads as nothing, though most of its amounts are
    the balances after their rows: the amounts with these balances, or those of what was settled by then, where they
    are that."""
    after, settled = _running(outcome), _settled(outcome)
    for table, roles in zip(tables, outcome.reading.roles, strict=True):
        for column in (i for i, role in enumerate(roles) if role == "other"):
            own = [(r.entries[column], r.order) for r in table.rows if r.order in after and column in r.entries]
            ways = [(entry, (settled.get(order, after[order]), after[order])) for entry, order in own]
            cells = [
                (entry, next((held for held in some if abs(held) == entry.amount.value), some[-1]))
                for entry, some in ways
            ]
            if 2 * sum(entry.amount.value == abs(held) for entry, held in cells) > len(cells):
                yield cells


def _running(outcome: Outcome) -> dict[int, Decimal]:
    """Order of each row -> the balance after it, as the opening balance and the amounts make it; empty where none is
    known."""
    balance = outcome.chain.opening
    if balance is None:
        return {}
    found = {}
    for _, posting in outcome.rows:
        balance += posting.amount or 0
        found[posting.row.order] = balance
    return found


def _settled(outcome: Outcome) -> dict[int, Decimal]:
    """Order of each row -> the balance of the rows whose value date is not after its day, where all print one."""
    days, held = _by_value(outcome)
    rows = [(p.row.order, p.row.posted) for _, p in outcome.rows] if held else []
    return {order: held[bisect_right(days, _order_of(posted.date))] for order, posted in rows if posted}


def _by_value(outcome: Outcome) -> tuple[list[tuple[int, int, int]], list[Decimal]]:
    """Interpretation -> the value dates of its rows in order, and the balance before the first of them and after each;
    nothing where not all rows print one."""
    balance, rows = outcome.chain.opening, [posting for _, posting in outcome.rows]
    if balance is None or any(p.row.posted is None or p.row.valued is None for p in rows):
        return [], []
    told = [(_order_of(p.row.valued.date), p.amount or Decimal(0)) for p in rows if p.row.valued]
    told.sort(key=lambda one: one[0])
    return [day for day, _ in told], [*accumulate((amount for _, amount in told), initial=balance)]


def _order_of(printed: PrintedDate) -> tuple[int, int, int]:
    """A printed date -> a key of its order in time; one without a year is of this one."""
    year, month, day = printed.resolve("dmy") or printed.resolve("mdy") or (None, 0, 0)
    return year or 0, month, day


def figures(outcome: Outcome) -> set[Decimal]:
    """Absolute values of balances after each row, also in order of value dates, of sums of money in, out and net, whole
    and by page, heading, day, kind of transaction, and of fees and interest."""
    postings = outcome.postings
    made = {Decimal(0)}
    for posting in postings:
        if posting.kind != "total":  # nothing checks the balance on a line of totals
            made.update(abs(value) for value in (posting.amount, posting.balance) if value is not None)
        made.update(entry.amount.value for entry in posting.row.entries.values() if posting.kind == "row")
    running = outcome.chain.opening
    if running is not None:
        made.add(abs(running))
        for posting in postings:
            running += posting.amount if posting.kind == "row" and posting.amount is not None else 0
            made.add(abs(running))
    made.update(abs(balance) for balance in _by_value(outcome)[1])
    for printed in (outcome.opening, outcome.closing):
        if printed is not None:
            made.add(abs(net(printed, outcome.reading.owed)))
    rows = [posting for _, posting in outcome.rows]
    groups: list[Sequence[Posting]] = [rows]
    for key in (_page, _section, _day, _type, _charged):
        groups += _by(key, rows)
    groups += _between_totals(postings)
    groups += _adjoining(rows)
    for group in groups:
        made.update(sums(group))
    made.update(running_sums(sorted(rows, key=lambda p: p.row.order), outcome.chain.opening or Decimal(0)))
    made.update(_columns(rows))
    return made


def key_figures(outcome: Outcome) -> set[Decimal]:
    """Absolute values of the opening and the closing balance, and of the sums of money in, of money out and of both,
    whole and by heading and kind of transaction."""
    rows = [posting for _, posting in outcome.rows]
    groups = [rows, *_between_totals(outcome.postings)]
    for key in (_section, _type):
        groups += _by(key, rows)
    ends = (outcome.chain.opening, outcome.chain.closing)
    return {abs(end) for end in ends if end is not None}.union(*map(sums, groups))


def _by(key: Callable[[Posting], object], rows: Sequence[Posting]) -> Iterable[list[Posting]]:
    parts: defaultdict[object, list[Posting]] = defaultdict(list)
    for posting in rows:
        parts[key(posting)].append(posting)
    return parts.values()


def _page(posting: Posting) -> object:
    return posting.row.page


def _section(posting: Posting) -> object:
    return without_continued(plain(posting.row.section))


def _day(posting: Posting) -> object:
    return posting.row.posted and posting.row.posted.date


def _type(posting: Posting) -> object:
    return plain(posting.row.texts.type)


def _charged(posting: Posting) -> object:
    return is_charge(plain(posting.row.description))


def sums(rows: Sequence[Posting]) -> Iterator[Decimal]:
    """Rows -> sums of money in, of money out, of both net, of both."""
    amounts = [p.amount for p in rows if p.amount is not None]
    rising = sum((a for a in amounts if a > 0), start=Decimal(0))
    falling = sum((-a for a in amounts if a < 0), start=Decimal(0))
    yield from (rising, falling, abs(rising - falling), rising + falling)


def running_sums(rows: Iterable[Posting], opening: Decimal = Decimal(0)) -> Iterator[Decimal]:
    """Sums of money in and out up to each row: subtotals that are carried to the next page; some banks count what the
    account began with to its side."""
    rising = falling = Decimal(0)
    for posting in rows:
        if posting.amount is not None:
            rising += max(posting.amount, Decimal(0))
            falling -= min(posting.amount, Decimal(0))
            yield from (rising, falling, abs(rising - falling))
            yield rising + opening if opening > 0 else falling - opening


def _columns(rows: Iterable[Posting]) -> Iterator[Decimal]:
    """Rows -> the sums of their columns, of both signs, of each and net: money out, and fees beside it."""
    made: defaultdict[int, list[Decimal]] = defaultdict(list)
    for posting in rows:
        for index, entry in posting.row.entries.items():
            if entry.cell != posting.balance_cell:
                made[index].append(entry.amount.signed)
    for amounts in made.values():
        rising = sum((amount for amount in amounts if amount > 0), Decimal(0))
        net = sum(amounts, Decimal(0))
        yield from (rising, rising - net, abs(net), rising + rising - net)


def _adjoining(rows: Iterable[Posting]) -> Iterator[list[Posting]]:
    """Rows -> those of sections that follow each other: a total may count several, checks left out."""
    sections = [list(own) for _, own in groupby(sorted(rows, key=lambda p: p.row.order), _section)]
    if MOST_SECTIONS >= len(sections) > 2:
        for first, last in combinations(range(len(sections) + 1), 2):
            yield [posting for section in sections[first:last] for posting in section]


def _between_totals(postings: Sequence[Posting]) -> Iterator[list[Posting]]:
    """Rows between lines of totals: what each total may sum up."""
    rows: list[Posting] = []
    for posting in sorted(postings, key=lambda p: p.row.order):
        if posting.kind == "row":
            rows.append(posting)
        elif posting.kind == "total":
            yield rows
            rows = []
    yield rows
