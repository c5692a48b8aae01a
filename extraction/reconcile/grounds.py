"""The best interpretation of an account -> what speaks for each of its rows."""

from dataclasses import dataclass
from typing import Literal

from extraction.reconcile.ledger import Posting
from extraction.reconcile.outcome import Outcome

Ground = Literal["balances", "sum", "first", "nothing"]
"""What proves an amount: it lies between two balances that agree; it is one of a sum that reaches the closing balance;
nothing, but it is the first one, and what follows is proved; nothing."""
Held = Literal["follows", "starts", "misprinted", "contradicts", "none"]
"""What a printed balance is in its chain: it follows from the one before; it is the first one known; it contradicts its
neighbours, which agree without it; it contradicts; none is printed."""
Dated = Literal["whole", "without_year", "above", "none"]
"""How a row prints its date: whole; without a year; not at all, so that it has that of the row above; none is known."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for one row."""

    amount: Ground
    balance: Held
    date: Dated


def grounds(outcome: Outcome | None) -> tuple[Grounds, ...]:
    """Interpretation of an account -> the grounds of its rows, in printed order."""
    if outcome is None:
        return ()
    rows = sorted(outcome.rows, key=lambda pair: pair[1].row.order)
    chain = outcome.chain
    unproved, first = set(outcome.unproved), set(chain.first_group)
    broken, wrong = {b.index for b in chain.breaks}, {b.index for b in chain.misprints}
    known = min((i for i, p in enumerate(outcome.postings) if p.balance is not None), default=-1)
    starts = known if chain.implied else -1
    found = []
    dated = False
    for index, posting in rows:
        amount: Ground = "nothing"
        if index in chain.proved:
            amount = "balances"
        elif index not in unproved:
            amount = "sum"
        elif index in first:
            amount = "first"
        balance: Held = "follows" if posting.balance is not None else "none"
        if index in broken:
            balance = "contradicts"
        elif index in wrong:
            balance = "misprinted"
        elif balance == "follows" and index == starts:
            balance = "starts"
        found.append(Grounds(amount, balance, _date(posting, dated)))
        dated = dated or posting.row.posted is not None
    return tuple(found)


def _date(posting: Posting, dated: bool) -> Dated:
    if posting.row.posted is None:
        return "above" if dated else "none"
    return "whole" if posting.row.posted.date.year is not None else "without_year"
