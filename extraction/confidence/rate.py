"""How often values of a class are right -> the probability of each value of a result."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from extraction.confidence.header import of_document, of_header
from extraction.confidence.holdings import HOLDING, named, of_holdings
from extraction.confidence.rows import of_rows
from extraction.confidence.said import Key, Path, said
from extraction.confidence.table import COUNTS
from extraction.confidence.trades import of_trades, traded
from extraction.reconcile.grounds import Grounds
from extraction.reconcile.securities.held import HoldingGrounds
from schemas.provenance import Provenance
from schemas.result import Decision, Issue, Proof, Repair
from schemas.statement import Account, Holding, Trade, Transaction

WEIGHT = 60
"""A class is believed as much as the next coarser one where it has been seen so many times."""
LEAST = 0.001
"""Nothing is sure: no probability is nearer to 0 or 1."""


@lru_cache(maxsize=1)
def _sums() -> Mapping[Path, tuple[int, int]]:
    """Right and all values of each class and of each coarser one."""
    found: dict[Path, tuple[int, int]] = {}
    for text, (right, count) in COUNTS.items():
        path = tuple(text.split("/"))
        for end in range(len(path) + 1):
            a, b = found.get(path[:end], (0, 0))
            found[path[:end]] = (a + right, b + count)
    return found


@lru_cache(maxsize=4096)
def probability(path: Path) -> float:
    """Class -> share of its values that are right, 0 to 1, in thousandths: no more is known of it.

    Each step of the path weighs what was counted there against the coarser class (an estimate of Laplace's kind, whose
    prior is the coarser class instead of one half): a class that was hardly seen is as good as its parent.
    """
    right, count = _sums().get((), (0, 0))
    share = (right + 1) / (count + 2)
    for end in range(1, len(path) + 1):
        right, count = _sums().get(path[:end], (0, 0))
        share = (right + WEIGHT * share) / (count + WEIGHT)
    return min(max(round(share, 3), LEAST), 1 - LEAST)


def classes(
    accounts: Sequence[Account],
    grounds: Sequence[Sequence[Grounds]],
    held: Sequence[Sequence[HoldingGrounds]],
    fields: Mapping[str, Provenance],
    institution: str | None,
    proofs: Sequence[Proof],
    issues: Sequence[Issue],
    decision: Decision,
) -> dict[Key, Path]:
    """What is said of a document -> the class of each of its values."""
    found = dict(of_document(fields, institution, decision))
    for place, (account, own, of_held) in enumerate(zip(accounts, grounds, held, strict=True)):
        about = said(place, proofs, issues, decision)
        found |= of_header(account, about)
        found |= of_rows(account, own, about)
        found |= of_holdings(account, of_held, about)
        found |= of_trades(account, about)
    return found


def rated(accounts: Sequence[Account], known: Mapping[Key, Path]) -> tuple[Account, ...]:
    """Accounts, the classes of their values -> the same with the probability of each value beside its place."""
    return tuple(_account(account, place, known) for place, account in enumerate(accounts))


def rated_fields(fields: Mapping[str, Provenance], known: Mapping[Key, Path]) -> dict[str, Provenance]:
    """The same for what concerns the whole document."""
    return _fields(fields, None, None, known)


def rated_repairs(repairs: Iterable[Repair], accounts: Sequence[Account]) -> tuple[Repair, ...]:
    """Repairs, rated accounts -> with the probability that the printed value was read as it is printed."""
    return tuple(_repair(repair, accounts[repair.account].transactions[repair.row]) for repair in repairs)


def _repair(repair: Repair, row: Transaction) -> Repair:
    place = row.fields.get(repair.field)
    told = {"confidence": place.confidence if place else None}
    return repair.model_copy(update={"provenance": repair.provenance.model_copy(update=told)})


def _account(account: Account, place: int, known: Mapping[Key, Path]) -> Account:
    rows = tuple(_row(row, place, number, known) for number, row in enumerate(account.transactions))
    holdings = tuple(_holding(one, place, number, known) for number, one in enumerate(account.holdings))
    fields = _fields(account.fields, place, None, known)
    return account.model_copy(update={"transactions": rows, "holdings": holdings, "fields": fields})


def _row(row: Transaction, account: int, number: int, known: Mapping[Key, Path]) -> Transaction:
    """A row -> with its probability and those of its values; its sign stands where its amount does."""
    places = dict(row.fields)
    if "amount" in places:
        places["sign"] = places["amount"]
    places["description"] = row.provenance.model_copy(update={"raw": row.description})
    whole = _rated(row.provenance, known.get((account, number, "row")))
    fields = _fields(places, account, number, known)
    trade = row.trade and _trade(row.trade, account, number, known)
    return row.model_copy(update={"fields": fields, "provenance": whole, "trade": trade})


def _trade(trade: Trade, account: int, number: int, known: Mapping[Key, Path]) -> Trade:
    return trade.model_copy(update={"fields": _fields(trade.fields, account, number, known, traded)})


def _holding(one: Holding, account: int, number: int, known: Mapping[Key, Path]) -> Holding:
    """A holding -> with its probability and those of its values; its name and its identifier stand somewhere in it."""
    texts = {"name": one.name, "identifier": one.identifier}
    places = {name: one.provenance.model_copy(update={"raw": text}) for name, text in texts.items() if text}
    whole = _rated(one.provenance, known.get((account, number, HOLDING)))
    fields = _fields({**places, **one.fields}, account, number, known, named)
    return one.model_copy(update={"fields": fields, "provenance": whole})


def _fields(
    places: Mapping[str, Provenance],
    account: int | None,
    number: int | None,
    known: Mapping[Key, Path],
    key: Callable[[str], str] = str,
) -> dict[str, Provenance]:
    """Places of values by field, the account, the row or holding, the classes, the name of a value by its field -> the
    same with probabilities."""
    return {name: _rated(place, known.get((account, number, key(name)))) for name, place in places.items()}


def _rated(place: Provenance, path: Path | None) -> Provenance:
    return place.model_copy(update={"confidence": probability(path) if path else None})
