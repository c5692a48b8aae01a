"""Labelled amounts of an account -> what they say of its rows: balances, totals, and which of them are debts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from extraction.documents.heads.fields import balances, label_date, totals
from extraction.documents.led import led
from extraction.reconcile.outcome import Evidence, Printed
from extraction.tables.pairs import Pair, across, down
from extraction.tables.table import Table
from extraction.tables.vocabulary import balance_kind, is_billed, is_overdrawn, is_owed, is_total, total_kind
from extraction.text.normal import plain
from schemas.result import Kind

DEBTS: frozenset[Kind] = frozenset({"credit_card_statement", "loan_statement"})
"""Kinds whose balances are mostly printed as what the holder owes."""


def evidence_of(pairs: Sequence[Pair], kind: Kind, cash: Evidence) -> Evidence:
    """Labelled amounts of an account, its kind, where its cash begins and ends beside these -> its evidence."""
    pairs = [*pairs, *_of_grids(pairs)]
    opening, closing, dated = balances(pairs)
    credits_, debits = totals(pairs)
    early, late = _by_date(dated)
    debts = kind in DEBTS
    printed = partial(_printed, debts)
    if kind == "credit_card_statement":
        billed = [pair for pair in pairs if is_billed(plain(pair.near)) or is_billed(plain(pair.above))]
        late = [*late, *(pair for pair in billed if pair not in late)]
    begun, ended = _led(pairs, opening, [*closing, *late])
    return Evidence(
        openings=(*cash.openings, *(printed(p, True) for p in opening), *(printed(p, False) for p in (*early, *begun))),
        closings=(*cash.closings, *(printed(p, True) for p in closing), *(printed(p, False) for p in (*late, *ended))),
        credits=tuple(printed(p, True) for p in credits_),
        debits=tuple(printed(p, True) for p in debits),
        totals=tuple(printed(p, True) for p in pairs if _is_of_both(p)),
        owed=(True, False) if debts else (False,),
    )


def _of_grids(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Labelled amounts -> those on a line of totals that are the sums of what stands above them, called what the head
    of their column says: what was owed at first, paid at once and in parts."""
    lines = [line for line in across(pairs) if len(line) > 1]
    sums = {pair for line in lines if is_total(plain(line[0].left)) for pair in line}
    for column in down(pairs):
        for place, pair in enumerate(column):
            headed = [i for i in range(place) if column[i].above]
            parts = column[headed[-1] : place] if pair in sums and headed else []
            if len(parts) > 1 and sum(part.amount.signed for part in parts) == pair.amount.signed:
                yield replace(pair, left="", near="", above=parts[0].above)


def _is_of_both(pair: Pair) -> bool:
    """Whether an amount is called a total, and not that of one side."""
    label = plain(pair.near)
    return is_total(label) and total_kind(label) is None


def _led(pairs: Sequence[Pair], opening: Sequence[Pair], closing: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Labelled amounts, those that are called an opening and a closing balance -> more of both, where one is not: what
    a summary leads from and to by its own arithmetic."""
    if opening and closing:
        return [], []
    found = [(first, last) for first, last in led(pairs) if first in opening or not opening]
    found = [(first, last) for first, last in found if last in closing or not closing]
    return [first for first, _ in found], [last for _, last in found]


def _printed(debts: bool, pair: Pair, firm: bool) -> Printed:
    """Whether balances are debts, so that their labels say so of all; a labelled amount -> as evidence."""
    overdrawn = not debts and is_overdrawn(pair.label or plain(pair.above))
    amount = replace(pair.amount, mark="-") if overdrawn and not pair.amount.mark else pair.amount
    return Printed(amount, pair.cell, firm, pair.label, debts and is_owed(pair.label or plain(pair.above)))


def _by_date(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Balances "at" a date -> those that may be the opening (the earliest) and the closing one (the others)."""
    told = [(printed, pair) for pair in pairs if (printed := label_date(pair)) is not None]
    if len(told) < 2:
        return list(pairs), list(pairs)
    return [pair for _, pair in told], [pair for _, pair in reversed(told)]


def with_overdrawn(pairs: Sequence[Pair], tables: Sequence[Table]) -> Iterator[Pair]:
    """Labelled amounts -> with a minus for balances of a day that stand in a column of debits beside one of credits."""
    debits = {
        row.entries[i].cell
        for table in tables
        if "credit" in table.roles
        for row in table.rows
        for i, role in enumerate(table.roles)
        if role == "debit" and row.posted and [*row.entries] == [i] and balance_kind(plain(row.description))
    }
    for pair in pairs:
        yield replace(pair, amount=replace(pair.amount, mark=pair.amount.mark or "-")) if pair.cell in debits else pair
