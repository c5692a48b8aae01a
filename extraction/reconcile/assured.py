"""Whether printed evidence proves an account twice: its rows lead from end to end, and what lies between is told again.
Pure."""

from collections.abc import Sequence

from extraction.reconcile.figures import sums
from extraction.reconcile.ledger import Posting
from extraction.reconcile.outcome import Outcome, Printed
from extraction.reconcile.summary import summaries
from extraction.tables.pairs import Pair
from extraction.tables.vocabulary import balance_kind
from extraction.text.normal import plain

LEAST, SHARE = 3, 4
"""Balances among the rows prove them where there are so many at least, and one for each so many rows."""


def twice_proved(outcome: Outcome, pairs: Sequence[Pair]) -> bool:
    """Interpretation, the labelled amounts of its account -> whether its printed opening and closing balance prove the
    rows, and the balances among these, the sums of both sides or a summary prove them again: rows can be missing then
    only where they cancel each other out in all of these."""
    chain = outcome.chain
    if not outcome.closed or outcome.rivals or chain.opening is None or chain.implied or chain.misprints:
        return False
    names = {pair.cell: plain(pair.left) or plain(pair.above) for pair in pairs}
    if not all(_is_named(end, names.get(end.cell, "")) for end in (outcome.opening, outcome.closing) if end):
        return False
    held = _balances_below(outcome.postings)
    if held >= LEAST and SHARE * held >= len(outcome.rows):
        return True
    printed = {pair.amount.value for pair in pairs}
    printed |= {e.amount.value for p in outcome.postings if p.kind == "total" for e in p.row.entries.values()}
    rising, falling, *_ = sums([posting for _, posting in outcome.rows])
    if not rising or not falling:
        return False
    told = (one for card in (False, True) for one in summaries(pairs, card))
    return (rising != falling and {rising, falling} <= printed) or any(one.holds(outcome) for one in told)


def _is_named(end: Printed, name: str) -> bool:
    """Whether the label of a printed balance, or what stands above it, `name`, says that it is one: others are told by
    the arithmetic that they prove."""
    return end.firm or any(balance_kind(text) is not None for text in (end.label, name))


def _balances_below(postings: Sequence[Posting]) -> int:
    """Postings -> how many balances stand right of a row, or below rows on a line of their own, as that of a day."""
    count, moved = 0, False
    for posting in postings:
        moved = moved or posting.kind == "row"
        if posting.balance is not None and posting.kind != "total":
            count, moved = count + moved, False
    return count
