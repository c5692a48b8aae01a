"""Labelled amounts -> the balances and totals of a statement."""

import re
from collections.abc import Sequence

from extraction.tables.pairs import Pair
from extraction.tables.vocabulary import BalanceKind, balance_kind, total_kind
from extraction.text import dates
from extraction.text.dates import PrintedDate
from extraction.text.normal import has_letter, plain

ALIGNED = 2.5
"""Amounts of one column end within so many points of each other."""
_ACCOUNT = re.compile(r"\d[\d-]{5,}")
RESULT = ("=",)
"""How the name of what a sum comes to begins, above its figure."""
_DATES = frozenset({"date", "datum", "fecha", "data", "dato", "tarihi"})
"""The last words of labels of dates."""


_BEHIND_NUMBER = re.compile(r"[\d /.-]+ [A-Z]{6}(?:[A-Z]{2}|[A-Z]{5})")
"""The number of an account with the code of its bank."""


def balances(found: Sequence[Pair]) -> tuple[list[Pair], list[Pair], list[Pair]]:
    """Labelled amounts -> (opening, closing, dated) balances."""
    by_kind: dict[str, list[Pair]] = {"opening": [], "closing": [], "dated": []}
    lists = _lists(found)
    for pair in found:
        told = pair.line in lists or _unlabelled(pair) or pair.above[:1] in RESULT
        below = told and total_kind(_near(pair.left)) is None
        date = dates.leading(pair.left)
        label = _near(pair.left[date[1] :] if date else pair.left)
        kind = balance_kind(label) or (balance_kind(plain(pair.above)) if below else None)
        kind = kind or _end(balance_kind(plain(pair.near)))
        if kind:
            by_kind[kind].append(pair)
    return by_kind["opening"], by_kind["closing"], by_kind["dated"]


def _end(kind: BalanceKind | None) -> BalanceKind | None:
    """What the last of several texts beside an amount names -> the same where it is the opening or closing balance."""
    return None if kind == "dated" else kind


def _lists(found: Sequence[Pair]) -> set[int]:
    """Labelled amounts -> lines on which the heads of several columns name them: what stands left is no label then."""
    return {p.line for p in found if not p.left and (balance_kind(plain(p.above)) or total_kind(plain(p.above)))}


def _unlabelled(pair: Pair) -> bool:
    """Whether nothing stands left of an amount, or what is no label of it: a number, a code, the label of a date."""
    last = pair.left.split()[-1] if _near(pair.left) else ""
    code = _BEHIND_NUMBER.fullmatch(pair.left) is not None
    return not any(ch.isalpha() for ch in last) or any(ch.isdigit() for ch in last) or plain(last) in _DATES or code


def _near(left: str) -> str:
    """The last words of a label: what stands far left belongs to something else."""
    return " ".join(plain(left).split()[-9:])


def totals(found: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Labelled amounts -> (totals of credits, totals of debits) of the whole statement."""
    rising: list[Pair] = []
    falling: list[Pair] = []
    lists = _lists(found)
    for pair in found:
        below = (pair.line in lists or _unlabelled(pair)) and balance_kind(_near(pair.left)) is None
        kind = total_kind(_near(pair.left)) or (total_kind(plain(pair.above)) if below else None)
        kind = kind or (None if dates.leading(pair.left) else total_kind(plain(pair.near)))  # that of a day
        if kind and not _sums_accounts(pair, found):
            (rising if kind == "credits" else falling).append(pair)
    return rising, falling


def _sums_accounts(total: Pair, found: Sequence[Pair]) -> bool:
    """Whether a total is that of a column of accounts right above it, "Total deposits" below what each one holds, on
    lines that name them, or without a name in one more currency."""
    left, parts = total.amount.value, 0
    for pair in reversed([p for p in found if p.line < total.line and p.cell.page == total.cell.page]):
        if abs(pair.cell.box[2] - total.cell.box[2]) > ALIGNED:
            continue
        beside = " ".join(p.left for p in found if p.line == pair.line)
        if (has_letter(beside) and not _ACCOUNT.search(beside)) or dates.find(beside):
            break
        left, parts = left - pair.amount.value, parts + 1
        if left <= 0:
            break
    return left == 0 and parts > 1


def label_date(pair: Pair) -> PrintedDate | None:
    """The date in the label of a balance ("Saldo am 31.03.2024")."""
    found = [printed for printed, _, _ in dates.find(pair.left if _near(pair.left) else pair.above)]
    return found[-1] if found else None
