"""Tables and printed balances -> the interpretation that the document's own arithmetic proves best."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice, product

from extraction.model import Cell
from extraction.reconcile.chain import Chain, walk
from extraction.reconcile.ledger import Posting, Reading, SignMode, ledger
from extraction.tables.names import Role
from extraction.tables.table import Row, Table
from extraction.tables.vocabulary import balance_kind, flow, is_decoy, section_sign
from extraction.text.amounts import Amount
from extraction.text.normal import plain

MOST_ROLES = 96
"""Bound on assignments of roles to columns that are tried."""
MOST_OPENINGS = 4
_PRINTED: list[SignMode] = ["printed"]


@dataclass(frozen=True, slots=True)
class Printed:
    """A balance or total printed outside the rows. `firm`: its label names it (opening, closing), not only a date."""

    amount: Amount
    cell: Cell
    firm: bool
    label: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the document prints about one account beside its rows.

    `owed`: whether its balances may be printed as debts (cards), or as the holder's position, likelier first.
    """

    openings: tuple[Printed, ...] = ()
    closings: tuple[Printed, ...] = ()
    credits: tuple[Printed, ...] = ()
    debits: tuple[Printed, ...] = ()
    owed: tuple[bool, ...] = (False,)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One interpretation with what it proves. `skipped`: rows left out; they are `apart` where
    their running balances do not go on from the others. `rivals`: others as good, with other rows."""

    reading: Reading
    postings: tuple[Posting, ...]
    chain: Chain
    opening: Printed | None
    closing: Printed | None
    skipped: tuple[Row, ...] = ()
    apart: bool = False
    rivals: tuple["Outcome", ...] = ()

    @property
    def rows(self) -> list[tuple[int, Posting]]:
        return [(i, p) for i, p in enumerate(self.postings) if p.kind == "row"]

    @property
    def unproved(self) -> list[int]:
        """Places of rows that no balance proves; the closing balance proves those after the last running one."""
        proved = set(self.chain.proved)
        if self.closing is not None and not self.chain.breaks:
            proved.update(self.chain.open_rows)
        return [i for i, _ in self.rows if i not in proved]

    @property
    def complete(self) -> bool:
        """Whether every row but the very first is proved and no balance contradicts."""
        free = self.chain.first_group if len(self.chain.first_group) == 1 else ()
        held = bool(self.chain.held or self.closing)
        return held and not self.chain.breaks and not (set(self.unproved) - set(free)) and bool(self.rows)

    @property
    def closed(self) -> bool:
        """Whether every row is proved up to a closing balance, printed outside the rows or below the last one."""
        return self.complete and (self.closing is not None or self._last_kind == "closing")

    @property
    def _last_kind(self) -> str:
        return next((p.kind for p in reversed(self.postings) if p.balance is not None and p.kind != "total"), "")

    @property
    def unused(self) -> int:
        """Dated rows with amounts that are no rows in this interpretation."""
        return sum(p.kind == "note" and p.row.posted is not None and bool(p.row.entries) for p in self.postings)

    @property
    def score(self) -> tuple[int, int, int, int]:
        rows = len(self.rows)
        return (
            int(self.complete) + int(self.closed),
            rows - len(self.unproved) - 2 * len(self.chain.breaks) - self.unused,
            int(self.closing is not None) + int(self.opening is not None),
            self.chain.held - len(self.chain.breaks) - len(self.chain.misprints),
        )

    def movements(self) -> list[tuple[int, Decimal | None]]:
        return sorted((p.row.order, p.amount) for _, p in self.rows if p.amount)


def search(tables: Sequence[Table], evidence: Evidence) -> Outcome | None:
    """The best interpretation of the tables of one account, None where they hold no rows.

    Interpretations are tried in order of what the heads say; the first that proves every row with its running
    balance ends the search. Rivals that prove as much with other rows are kept: they make the result ambiguous.
    """
    best = _best(tables, evidence)
    if best is None or best.closed:
        return best
    open_ended: Outcome | None = None
    for kept, skipped in _subsets(tables):
        other = _best(kept, evidence)
        if other is None or other.rivals or not other.complete:
            continue
        other = replace(other, skipped=skipped, apart=_apart(other, tables, kept))
        if other.closed:
            return other
        if open_ended is None and other.apart and not any(row.posted for row in skipped):
            open_ended = other
    return best if best.complete or open_ended is None else open_ended


def _best(tables: Sequence[Table], evidence: Evidence) -> Outcome | None:
    best: Outcome | None = None
    rivals: list[Outcome] = []
    for reading in _readings(tables, evidence):
        for opening in _openings(evidence):
            outcome = _outcome(tables, reading, opening, evidence)
            if not outcome.rows:
                continue
            if best is None or outcome.score > best.score:
                best, rivals = outcome, []
            elif outcome.score == best.score and outcome.movements() != best.movements():
                rivals.append(outcome)
            if len(evidence.owed) == 1 and best.closed and best.chain.held >= len(best.rows) > 1 and not best.unused:
                return best
    if best is None:
        return None
    return _likeliest([best, *rivals])


def _likeliest(equals: Sequence[Outcome]) -> Outcome:
    """Outcomes that are proved equally well -> the likelier of one and its mirror image; others stay its rivals.

    Balances read as debts and the same read as the holder's position prove mirrored rows: only what the rows say
    (payments, fees, interest) and that a card pays more often than it is paid can part the two.
    """
    best = max(equals, key=_likelihood)
    mirror = [(order, None if amount is None else -amount) for order, amount in best.movements()]
    rivals = [
        other
        for other in equals
        if other.movements() != best.movements()
        and (other.movements() != mirror or _likelihood(other) == _likelihood(best))
    ]
    return replace(best, rivals=tuple(rivals[:3]))


def _likelihood(outcome: Outcome) -> int:
    """How much the texts of the rows speak for their signs; a row that says nothing is likelier money out."""
    total = 0
    for _, posting in outcome.rows:
        if posting.amount:
            sign = 1 if posting.amount > 0 else -1
            said = flow(plain(posting.row.description))
            total += 3 * said * sign if said else -sign
    return total


def net(printed: Printed, owed: bool) -> Decimal:
    """A printed balance -> the holder's net position."""
    amount = printed.amount
    if owed:
        return amount.value if amount.mark in ("CR", "-") else -amount.value
    return amount.signed


def _outcome(tables: Sequence[Table], reading: Reading, opening: Printed | None, evidence: Evidence) -> Outcome:
    start = None if opening is None else net(opening, reading.owed)
    postings = ledger(tables, reading, start)
    chain = walk(postings, start)
    closing = None
    if chain.closing is not None and not (chain.implied and not chain.held):
        closing = next((c for c in evidence.closings if net(c, reading.owed) == chain.closing), None)
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
    """Tables with some blocks left out, and the rows left out: those that are headed as something else, then
    the last ones, then any single one. Tables keep their places."""
    blocks = [(i, block) for i, table in enumerate(tables) for block in dict.fromkeys(r.block for r in table.rows)]
    heads = {(i, row.block): plain(row.section) for i, table in enumerate(tables) for row in table.rows}
    decoys = frozenset(b for b in blocks if is_decoy(heads[b]))
    rest = [b for b in blocks if b not in decoys]
    skips = [decoys, *(decoys | frozenset(rest[at:]) for at in range(len(rest) - 1, 0, -1))]
    skips += [decoys | {b} for b in rest[:-1]]
    for skip in dict.fromkeys(s for s in skips if s):
        kept = [
            replace(table, rows=tuple(row for row in table.rows if (i, row.block) not in skip))
            for i, table in enumerate(tables)
        ]
        yield kept, tuple(row for i, table in enumerate(tables) for row in table.rows if (i, row.block) in skip)


def _readings(tables: Sequence[Table], evidence: Evidence) -> Iterator[Reading]:
    shapes = list(dict.fromkeys(table.roles for table in tables))
    options = [list(islice(assignments(shape), MOST_ROLES)) for shape in shapes]
    marked = any(balance_kind(plain(row.description)) for table in tables for row in table.rows)
    for chosen in islice(product(*options), MOST_ROLES):
        by_shape = dict(zip(shapes, chosen, strict=True))
        roles = tuple(by_shape[table.roles] for table in tables)
        single = any("amount" in r for r in roles)
        balances = any("balance" in r for r in roles)
        orders = (False, True) if balances or marked else (False,)
        for owed in evidence.owed:
            signs = _signs(tables, len(evidence.owed) > 1, balances) if single else _PRINTED
            for sign, undated, newest_first in product(signs, _undated(tables), orders):
                yield Reading(roles, sign, owed, newest_first, undated)


def _signs(tables: Sequence[Table], card: bool, balances: bool) -> list[SignMode]:
    """Sign rules that may hold. On a bank account a minus is never money in."""
    signs: list[SignMode] = ["inverted", "printed"] if card else ["printed"]
    if any(section_sign(plain(row.section)) for table in tables for row in table.rows):
        signs.append("section")
    if balances:
        signs.append("balance")
    return [*signs, "debit"]


def _undated(tables: Sequence[Table]) -> tuple[bool, ...]:
    rows = [row for table in tables for row in table.rows]
    return (True, False) if any(row.posted is None for row in rows) else (True,)


def assignments(named: tuple[Role | None, ...]) -> Iterator[tuple[Role, ...]]:
    """Roles as the head names them -> full assignments, the likeliest first.

    A name stands, but for an "amount" that may be the balance (no balance is named), and for repeated names.
    """
    seen: set[tuple[Role, ...]] = set()
    choices: list[tuple[Role, ...]] = []
    for role in named:
        if role is None:
            choices.append(("amount", "balance", "debit", "credit", "other"))
        elif role == "amount" or named.count(role) > 1:
            choices.append((role, "balance", "other") if role != "balance" else ("balance", "other"))
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
