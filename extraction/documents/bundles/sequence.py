"""Accounts of the statements in one file -> whether statements of one account follow each other, or tell rows twice."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, pairwise

from extraction.documents.accounts import key
from extraction.documents.bundles.starts import same_number
from extraction.reconcile.verdict import issue, money
from schemas.result import Issue, IssueCode, Proof, Severity
from schemas.statement import Account

Placed = tuple[int, Account]
"""The place of an account in the file, from 0, and the account."""


def doubled(statements: Sequence[Sequence[Account]]) -> Iterator[Issue]:
    """Accounts by statement -> an issue for each account that tells rows of another statement again: a file that holds
    a statement twice, or two whose periods overlap."""
    for before, after in _pairs(statements):
        (_, a), (position, b) = before, after
        shared = _rows(a) & _rows(b)
        again = not a.transactions and not b.transactions and _ends(a) == _ends(b) and _held(a) == _held(b)
        if not shared and not again:
            continue
        if not _one(a, b) and not (_ends(a) == _ends(b) and _rows(a) == _rows(b)):
            continue
        told = f"{shared.total()} of its rows" if shared else "the account without rows"
        message = (
            f"This statement prints {told} that another statement in the file prints: they would count twice. Leave "
            f"one of them out, or confirm that the rows are different ones."
        )
        place = b.transactions[0].provenance if b.transactions else None
        found = issue(IssueCode.DUPLICATE_ROW, "error", message, position)
        yield found if place is None else found.model_copy(update={"page": place.page, "bbox": place.bbox})


def follow(statements: Sequence[Sequence[Account]], printed_as_one: bool) -> tuple[list[Proof], list[Issue]]:
    """Accounts by statement, whether one count of pages runs through them -> for each two statements of one account
    that follow in time, a proof where the closing balance of the first is the opening one of the next, and an issue
    where it is not: of statements that were printed together none should be missing."""
    proofs: list[Proof] = []
    issues: list[Issue] = []
    for (_, before), (position, after) in _neighbours(statements):
        end, start = _reached(before), after.opening_balance
        if end is None or start is None:
            continue
        if end == start:
            detail = f"{money(end)} closes the statement before and opens this one"
            proofs.append(Proof(check="statements_follow", status="holds", detail=detail, account=position))
            continue
        whole = after.period_start is not None and before.period_end is not None
        gap = whole and not _adjacent(before.period_end, after.period_start)
        message = f"The statement before closes at {money(end)}, this one opens at {money(start)}: " + (
            "a statement between them is not in the file." if gap else "one between them, or rows, may be missing."
        )
        lost = printed_as_one if gap else not _closes(before)  # nothing else proves that its last rows are there
        severity: Severity = "error" if lost else "info" if gap else "warning"
        found = issue(IssueCode.STATEMENTS_APART, severity, message, position)
        place = after.fields.get("opening_balance")
        issues.append(found.model_copy(update={"page": place.page, "bbox": place.bbox} if place else {}))
    return proofs, issues


def _pairs(statements: Sequence[Sequence[Account]]) -> Iterator[tuple[Placed, Placed]]:
    """Accounts by statement -> each two of different statements."""
    placed: list[list[Placed]] = []
    at = 0
    for accounts in statements:
        placed.append([(at + i, account) for i, account in enumerate(accounts)])
        at += len(accounts)
    for a, b in combinations(placed, 2):
        yield from ((x, y) for x in a for y in b)


def _neighbours(statements: Sequence[Sequence[Account]]) -> Iterator[tuple[Placed, Placed]]:
    """Accounts by statement -> each two statements of one account and currency that follow in time."""
    told: dict[tuple[str, str | None], list[Placed]] = {}
    at = 0
    for accounts in statements:
        for i, account in enumerate(accounts):
            if account.account_number is not None and account.period_end is not None:
                told.setdefault((account.account_key, account.currency), []).append((at + i, account))
        at += len(accounts)
    for placed in told.values():
        in_time = sorted(placed, key=lambda one: _end(one[1]))
        yield from pairwise(in_time)


def _end(account: Account) -> date:
    assert account.period_end is not None
    return account.period_end


def _reached(account: Account) -> Decimal | None:
    """The closing balance, or where none is printed the running one of the last row in time."""
    if account.closing_balance is not None or not account.transactions:
        return account.closing_balance
    first, last = account.transactions[0], account.transactions[-1]
    return first.balance if first.date and last.date and first.date > last.date else last.balance


def _closes(account: Account) -> bool:
    """Whether a closing balance is printed apart from the running ones of the rows."""
    place = account.fields.get("closing_balance")
    return place is not None and all(row.fields.get("balance") != place for row in account.transactions)


def _adjacent(end: date | None, start: date | None) -> bool:
    """Whether a period begins on the day that another ends, or the next."""
    return end is not None and start is not None and timedelta(0) <= start - end <= timedelta(1)


def _one(a: Account, b: Account) -> bool:
    """Whether two accounts may be one: the same number as far as it is printed, the same currency."""
    if a.account_number is None or b.account_number is None or a.currency != b.currency:
        return False
    return same_number(key(a.account_number), key(b.account_number))


def _rows(account: Account) -> Counter[tuple[object, ...]]:
    return Counter((row.date, row.amount) for row in account.transactions)


def _held(account: Account) -> Counter[tuple[object, ...]]:
    return Counter((one.name, one.quantity, one.value) for one in account.holdings)


def _ends(account: Account) -> tuple[object, ...]:
    return account.currency, account.period_end, account.opening_balance, account.closing_balance
