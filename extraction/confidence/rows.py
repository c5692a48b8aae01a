"""Rows of an account and their grounds -> the class of each value: what tells how likely it is right."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from extraction.confidence.said import Key, Path, Said, reader
from extraction.reconcile.grounds import Grounds
from schemas.statement import Account, Transaction


def of_rows(account: Account, grounds: Sequence[Grounds], about: Said) -> Iterator[tuple[Key, Path]]:
    """Account, the grounds of its rows, what is said of it -> the class of each value of its rows, and of each row."""
    against = _against_the_order([row.date for row in account.transactions])
    doubted = {issue.row for issue in about.errors if issue.row is not None}
    for number, (row, ground) in enumerate(zip(account.transactions, grounds, strict=True)):
        step = "steps_back" if number in against else "in_order"
        named = "doubted" if number in doubted else "not_doubted"
        for name, path in _of_row(row, ground, account, about, step):
            yield (about.place, number, name), (name, about.state, named, *path)


def _of_row(row: Transaction, ground: Grounds, account: Account, about: Said, step: str) -> Iterator[tuple[str, Path]]:
    """A row -> name of each of its values, and what is known of it, what tells most first: a class that was never seen
    is as good as the one before."""
    places = row.fields
    read = reader(row.provenance)
    if "amount" in places:
        of_amount = reader(places["amount"])
        yield "amount", (ground.amount, of_amount, about.proved)
        yield "sign", (ground.amount, of_amount, row.sign_from)
    if row.balance is not None and "balance" in places:
        yield "balance", (ground.balance, reader(places["balance"]))
    yield "description", (ground.amount, read)
    day, dates = _fit(row.date, account), "alone" if row.value_date is None else "one_of_two"
    if row.date is not None and "date" in places:
        yield "date", (step, day, reader(places["date"]), dates, ground.date)
    if row.value_date is not None and "value_date" in places:
        yield "value_date", (_fit(row.value_date, account), reader(places["value_date"]), ground.date)
    yield "row", (ground.amount, step, day, read, dates, ground.date)


def _fit(day: date | None, account: Account) -> str:
    """Where a day lies in the period."""
    if day is None:
        return "no_day"
    start, end = account.period_start, account.period_end
    if start is None or end is None:
        return "no_period"
    return "inside" if start <= day <= end else "outside"


def _against_the_order(days: Sequence[date | None]) -> set[int]:
    """Days of rows in printed order -> places of those that step back between two neighbours that do not."""
    steps = Counter((a < b) - (a > b) for a, b in pairwise(days) if a and b)
    way = 1 if steps[1] >= steps[-1] else -1
    found = set()
    for i in range(1, len(days) - 1):
        before, day, after = days[i - 1], days[i], days[i + 1]
        if before and day and after and (after - before).days * way >= 0:
            low, high = min(before, after), max(before, after)
            if not low <= day <= high:
                found.add(i)
    return found
