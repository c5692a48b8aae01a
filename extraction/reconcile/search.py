"""Tables and printed balances -> the interpretation that the document's own arithmetic proves best."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice, product

from extraction.reconcile.chain import walk
from extraction.reconcile.figures import dropped
from extraction.reconcile.ledger import Posting, Prepared, Reading, SignMode, ledger, prepared, signed, unsigned
from extraction.reconcile.outcome import MOST_RIVALS, Evidence, Outcome, Printed, Score, net
from extraction.reconcile.sides import money_out
from extraction.tables.names import Role
from extraction.tables.section_words import flow, is_decoy, is_own_books, section_sign
from extraction.tables.table import Row, Table
from extraction.tables.vocabulary import balance_kind, is_carried, is_total
from extraction.text.dates import run_on
from extraction.text.normal import plain

MOST_ROLES = 96
"""Bound on assignments of roles to columns that are tried."""
MOST_AGAIN = 12
"""Readings that are tried again when blocks of rows are left out: those that proved most with all of them."""
MOST_OPENINGS = 4
TELLING = 3
"""What the texts of the rows must say for one of two mirrored readings: one word for a side, or three rows more."""
_PRINTED: list[SignMode] = ["printed"]
_Block = tuple[int, int]
"""Place of a table, number of a block in it."""


def search(tables: Sequence[Table], evidence: Evidence) -> Outcome | None:
    """The best interpretation of the tables of one account, None where they hold no rows.

    Interpretations are tried in order of what the heads say; the first that proves every row with its running
    balance ends the search. Rivals that prove as much with other rows are kept: they make the result ambiguous.
    Lines without a date below the last one that has one are a summary where the others alone are proved, and rows below
    headings of what is not booked are none, unless their balances follow as well. Where not all rows are proved, blocks
    of rows are left out: those that are headed as something else, under every reading, others under the readings that
    proved most.
    """
    readings = list(_readings(tables, evidence))
    whole = prepared(tables)
    best, ranked = _best(whole, evidence, readings)
    if shorter := _shorter(tables, whole, best, evidence, readings):
        return shorter
    if best is None:
        return None
    hidden = best.opening is None and any(is_decoy(plain(p.row.section)) for _, p in best.rows)  # the printed one
    if best.closed and not best.chain.misprints and not hidden and not any(dropped(best, tables)):
        return best
    open_ended: Outcome | None = None
    for kept, skipped in _subsets(tables):
        part = prepared(kept, whole)
        likely = readings if all(is_decoy(plain(row.section)) for row in skipped) else ranked[:MOST_AGAIN]
        if not _provable(part, evidence, likely):
            continue
        other, _ = _best(part, evidence, likely)
        if other is None or not other.complete or not (other.closed or open_ended is None):
            continue
        other, _ = _best(part, evidence, readings)  # rivals may be among those that were passed over
        if other is None or other.rivals or not other.complete:
            continue
        other = replace(other, skipped=skipped, apart=_apart(other, tables, kept))
        if other.closed and (not best.closed or _prints_more(other, best)):
            return other
        if (
            open_ended is None
            and other.apart
            and not any(row.posted and not is_own_books(plain(row.section)) for row in skipped)
        ):
            open_ended = other
    return best if best.complete or open_ended is None else open_ended


def _shorter(
    tables: Sequence[Table], whole: Prepared, best: Outcome | None, evidence: Evidence, readings: Sequence[Reading]
) -> Outcome | None:
    """Tables, the best outcome of all their rows -> that of the rows without what stands below them or is headed as not
    booked, where these alone are proved, and the others are not, each with its balance."""
    for kept, skipped in (*_without_tail(tables), *_without_decoys(tables)):
        part = prepared(kept, whole)
        other = _best(part, evidence, readings)[0] if _provable(part, evidence, readings) else None
        if other is None or (other.opening is None and evidence.openings):
            continue
        left = {row.order for row in skipped}
        more = [p for _, p in best.rows if p.row.order in left] if best else []
        follow = bool(more) and all(p.balance is not None for p in more)
        if best is not None and follow and best.closed and _prints_more(best, other):
            continue
        if other.closed and other.mirrored and not other.chain.misprints:
            return replace(other, skipped=skipped)
    return None


def _prints_more(other: Outcome, best: Outcome) -> bool:
    """Whether balances that the best reading takes for misprints, or for nothing, agree in another one, or the opening
    balance does that it passes over."""
    if best.opening is None and other.opening is not None and not best.chain.misprints:
        return True
    return not other.chain.misprints and (bool(best.chain.misprints) or other.chain.held > best.chain.held)


def _provable(rows: Prepared, evidence: Evidence, readings: Sequence[Reading]) -> bool:
    """Whether any of the readings proves all rows; most are given up at the first balance that contradicts."""
    for reading in readings:
        postings = unsigned(rows, reading)
        if not evidence.closings and all(posting.balance is None for posting in postings):
            continue
        for opening in _openings(evidence):
            outcome = _outcome(postings, reading, opening, evidence, hasty=True)
            if outcome is not None and outcome.complete:
                return True
    return False


def _best(rows: Prepared, evidence: Evidence, readings: Sequence[Reading]) -> tuple[Outcome | None, list[Reading]]:
    """The best outcome of the readings, and the readings in order of how much they prove."""
    best: Outcome | None = None
    most: Score = (0, 0, 0, 0)
    rivals: list[Outcome] = []
    scores: dict[Reading, Score] = {}
    for reading in readings:
        postings = unsigned(rows, reading)
        for opening in _openings(evidence):
            outcome = _outcome(postings, reading, opening, evidence, hasty=most[0] > 0)
            if outcome is None:
                scores.setdefault(reading, (0, 0, 0, 0))
            if outcome is None or not outcome.rows:
                continue
            score = outcome.score
            scores[reading] = max(score, scores.get(reading, score))
            if best is None or score > most:
                best, most, rivals = outcome, score, []
            elif score == most and outcome.movements() != best.movements():
                rivals.append(outcome)
            else:
                continue
            if len(evidence.owed) == 1 and best.closed and best.chain.held >= len(best.rows) > 1 and not best.unused:
                return best, [best.reading]
    if best is None:
        return None, []
    return _likeliest([best, *rivals]), sorted(scores, key=lambda reading: scores[reading], reverse=True)


def _likeliest(equals: Sequence[Outcome]) -> Outcome:
    """Outcomes that are proved equally well -> the likelier of one and its mirror image; others stay its rivals.

    Balances read as debts and the same read as the holder's position prove mirrored rows: only what the rows say
    (payments, fees, interest) and that a card pays more often than it is paid can part the two.
    """
    if len(equals) == 1:
        return equals[0]
    best = max(equals, key=likelihood)
    moved, mirror = best.movements(), best.mirror()
    likely = likelihood(best) >= TELLING
    rivals = {tuple(own): other for other in equals if (own := other.movements()) != moved}
    told = [other for movements, other in rivals.items() if not (likely and [*movements] == mirror)]
    return replace(best, rivals=tuple(told[:MOST_RIVALS]))


def likelihood(outcome: Outcome) -> int:
    """How much texts of the rows, and headings of money out, speak for their signs; a row that says nothing is likelier
    money out. One of just what was owed at first paid it: nobody takes out to the cent what an account held."""
    opening = outcome.chain.opening
    paid = [p.amount for _, p in outcome.rows if p.amount and opening and p.amount == -opening]
    total = TELLING * sum(1 if amount > 0 else -1 for amount in paid)
    for _, posting in outcome.rows:
        if posting.amount:
            sign = 1 if posting.amount > 0 else -1
            said = flow(plain(posting.row.description)) or min(
                section_sign(plain(posting.row.section), card=True) or 0, 0
            )
            total += 3 * said * sign if said else -sign
    return total


def _outcome(
    postings: list[Posting], reading: Reading, opening: Printed | None, evidence: Evidence, hasty: bool = False
) -> Outcome | None:
    """Postings under a reading, the opening balance -> what they prove. `hasty`: None where that is not all rows, which
    most readings that are none show at the first balance."""
    start = None if opening is None else net(opening, reading.owed)
    postings = signed(postings, reading, start)
    chain = walk(postings, start, hasty)
    if hasty and chain.breaks:
        return None
    closing = None
    if chain.closing is not None and not (chain.implied and not chain.held):
        closing = next((c for c in evidence.closings if net(c, reading.owed) == chain.closing), None)
    if hasty and closing is None and not chain.held:
        return None
    return Outcome(reading, tuple(postings), chain, opening, closing)


def _openings(evidence: Evidence) -> list[Printed | None]:
    distinct: dict[Decimal, Printed] = {}
    for printed in evidence.openings:
        distinct.setdefault(printed.amount.signed, printed)
    return [*islice(distinct.values(), MOST_OPENINGS), None]


def _apart(outcome: Outcome, tables: Sequence[Table], kept: Sequence[Table]) -> bool:
    """Whether the running balances of the rows left out contradict those of the rows kept."""
    start = outcome.chain.opening
    whole = walk(ledger(tables, outcome.reading, start), start)
    part = walk(ledger(kept, outcome.reading, start), start)
    return len(whole.breaks) > len(part.breaks)


def _subsets(tables: Sequence[Table]) -> Iterator[tuple[list[Table], tuple[Row, ...]]]:
    """Tables with some blocks left out, and the rows left out: those that are headed as something else, then slips at
    the foot of pages, then tables without running balances beside others that have them, then the last ones, then any
    single one, then any table. Tables keep their places."""
    blocks = [(i, block) for i, table in enumerate(tables) for block in dict.fromkeys(r.block for r in table.rows)]
    heads = {(i, row.block): plain(row.section) for i, table in enumerate(tables) for row in table.rows}
    decoys = frozenset(b for b in blocks if is_decoy(heads[b]))
    rest = [b for b in blocks if b not in decoys]
    balanced = {i for i, table in enumerate(tables) if "balance" in table.roles}
    bare = frozenset(b for b in rest if b[0] not in balanced) if balanced else frozenset()
    slips = _slips(tables).intersection(rest)
    for skip in _skips(decoys, rest, bare, slips):
        kept = [
            replace(table, rows=tuple(row for row in table.rows if (i, row.block) not in skip))
            for i, table in enumerate(tables)
        ]
        yield kept, tuple(row for i, table in enumerate(tables) for row in table.rows if (i, row.block) in skip)


def _slips(tables: Sequence[Table]) -> frozenset[_Block]:
    """Tables that carry a balance from page to page -> their blocks without a date and without an opening balance."""
    rows = [(i, row) for i, table in enumerate(tables) for row in table.rows]
    if not any(is_carried(_label(row)) for _, row in rows):
        return frozenset()
    kept = {(i, row.block) for i, row in rows if row.posted or balance_kind(_label(row)) == "opening"}
    return frozenset((i, row.block) for i, row in rows) - kept


def _without_decoys(tables: Sequence[Table]) -> Iterator[tuple[list[Table], tuple[Row, ...]]]:
    """Tables -> the same without the rows below headings of what is no booked transaction, and these; nothing where
    there are none, or no others."""
    aside = tuple(row for table in tables for row in table.rows if is_decoy(plain(row.section)))
    if aside and any(row.posted and not is_decoy(plain(row.section)) for table in tables for row in table.rows):
        orders = {row.order for row in aside}
        yield [replace(table, rows=tuple(r for r in table.rows if r.order not in orders)) for table in tables], aside


def _without_tail(tables: Sequence[Table]) -> Iterator[tuple[list[Table], tuple[Row, ...]]]:
    """Tables -> the same without the lines below the last block with a dated row, below the last such row, and below
    the last closing balance behind it, and what is left out; nothing where all of it is balances and totals."""
    rows = [(i, row) for i, table in enumerate(tables) for row in table.rows]
    last = max((at for at, (_, row) in enumerate(rows) if row.posted), default=len(rows))
    ends = [
        at for at, (i, row) in enumerate(rows) if at > last and (i, row.block) != (rows[last][0], rows[last][1].block)
    ]
    closed = [at + 1 for at, (_, row) in enumerate(rows) if at > last and balance_kind(_label(row)) == "closing"]
    for at in dict.fromkeys([*ends[:1], last + 1, *closed[-1:]]):
        tail = tuple(row for _, row in rows[at:])
        if any(balance_kind(label) is None and not is_total(label) for label in map(_label, tail)):
            orders = {row.order for row in tail}
            yield [replace(table, rows=tuple(r for r in table.rows if r.order not in orders)) for table in tables], tail


def _label(row: Row) -> str:
    return plain(row.description)


def _skips(
    decoys: frozenset[_Block], rest: Sequence[_Block], bare: frozenset[_Block], slips: frozenset[_Block]
) -> Iterator[frozenset[_Block]]:
    if decoys:
        yield decoys
    if len(slips) > 1:
        yield decoys | slips
    if bare:
        yield decoys | bare
    for at in range(len(rest) - 1, 0, -1):
        yield decoys | frozenset(rest[at:])
    for block in rest[:-1]:
        yield decoys | {block}
    for place in dict.fromkeys(place for place, _ in rest):
        own = frozenset(block for block in rest if block[0] == place)
        if 1 < len(own) < len(rest):
            yield decoys | own


def _readings(tables: Sequence[Table], evidence: Evidence) -> Iterator[Reading]:
    shapes = list(dict.fromkeys(table.roles for table in tables))
    options = [list(islice(assignments(shape), MOST_ROLES)) for shape in shapes]
    marked = any(balance_kind(plain(row.description)) for table in tables for row in table.rows)
    out = {owed: money_out(tables, evidence, owed) for owed in evidence.owed}
    onward = run_on([row.posted.date for table in tables for row in table.rows if row.posted])
    for chosen in islice(product(*options), MOST_ROLES):
        by_shape = dict(zip(shapes, chosen, strict=True))
        roles = tuple(by_shape[table.roles] for table in tables)
        single = any("amount" in r for r in roles)
        balances = any("balance" in r for r in roles)
        orders = (False, True) if (balances or marked) and not onward else (False,)
        for owed in evidence.owed:
            signs = _signs(tables, any(evidence.owed), balances, bool(out[owed])) if single else _PRINTED
            for sign, undated, newest_first in product(signs, _undated(tables), orders):
                own = out[owed] if sign == "section" else frozenset()
                yield Reading(roles, sign, owed, newest_first, undated, own)


def _signs(tables: Sequence[Table], debts: bool, balances: bool, told: bool) -> list[SignMode]:
    """Sign rules that may hold. On a bank account a minus is never money in; where debts are printed, it may be.
    `told`: the balances tell the sides of blocks."""
    signs: list[SignMode] = ["inverted", "printed"] if debts else ["printed"]
    if told or any(section_sign(plain(row.section)) for table in tables for row in table.rows):
        signs.append("section")
    marks = _marks(tables)
    if balances and not marks.keys() - {""}:
        signs.append("balance")
    bare = "+" in marks and marks[""] >= marks["-"]  # one without a sign among others has lost it
    return [*signs, "debit"] if "-" not in marks or bare else signs


def _marks(tables: Sequence[Table]) -> Counter[str]:
    """Signs that amounts print, and how often, those of balances left out: a column that has some is meant as it is
    printed."""
    marks: Counter[str] = Counter()
    for table in tables:
        for index, role in enumerate(table.roles):
            if role not in ("balance", "fee", "other"):
                marks.update(row.entries[index].amount.mark for row in table.rows if index in row.entries)
    return marks


def _undated(tables: Sequence[Table]) -> tuple[bool, ...]:
    rows = [row for table in tables for row in table.rows]
    return (True, False) if any(row.posted is None for row in rows) else (True,)


def assignments(named: tuple[Role | None, ...]) -> Iterator[tuple[Role, ...]]:
    """Roles as the head names them -> full assignments, the likeliest first.

    A name stands, but for an "amount" that may be the balance (no balance is named), for a side without the other one,
    and for repeated names.
    """
    seen: set[tuple[Role, ...]] = set()
    choices: list[tuple[Role, ...]] = []
    for role in named:
        if role is None:
            choices.append(("amount", "balance", "debit", "credit", "other"))
        elif role == "fee":  # on top of the amount, or counted in it
            choices.append(("fee", "other"))
        elif role == "amount" or named.count(role) > 1:
            choices.append((role, "balance", "other") if role != "balance" else ("balance", "other"))
        elif role in ("debit", "credit") and not {"debit", "credit"} <= {*named}:  # "charges", refunds below zero
            choices.append((role, "amount", "other") if "amount" in named else (role, "amount"))
        else:
            choices.append((role,))
    ranked = sorted(product(*choices), key=lambda roles: _strange(roles, named))
    for roles in ranked:
        if roles not in seen and _possible(roles):
            seen.add(roles)
            yield roles


def _possible(roles: Sequence[Role]) -> bool:
    pair = "debit" in roles or "credit" in roles
    if roles.count("balance") > 1 or roles.count("debit") > 1 or roles.count("credit") > 1:
        return False
    return ("amount" in roles) != pair and roles.count("amount") <= 1


def _strange(roles: Sequence[Role], named: Sequence[Role | None]) -> tuple[int, ...]:
    """Rank of an assignment: names changed, columns left over, both of a pair, balance last."""
    changed = sum(n is not None and n != r for n, r in zip(named, roles, strict=True))
    lone = ("debit" in roles) != ("credit" in roles) and not all(named)
    balance = roles.index("balance") if "balance" in roles else -1
    late = 0 if balance in (-1, len(roles) - 1) else 1
    order = 1 if "credit" in roles and "debit" in roles and roles.index("credit") < roles.index("debit") else 0
    return (changed, roles.count("other"), int(lone), late, order)
