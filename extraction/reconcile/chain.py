"""A ledger -> what its balances prove: the running balance, walked from the opening to the closing."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extraction.reconcile.ledger import Posting


@dataclass(frozen=True, slots=True)
class Break:
    """A printed balance that does not follow: the posting's place, what was expected, what is printed."""

    index: int
    expected: Decimal
    found: Decimal

    @property
    def difference(self) -> Decimal:
        return self.found - self.expected


@dataclass(frozen=True, slots=True)
class Chain:
    """The outcome of a walk.

    `opening`: the balance it started from, `implied` where it was worked back from the first balance.
    `closing`: the balance after the last row (None where no balance is known at all).
    `proved`: places of rows whose amount lies between two balances that agree; `open_rows`: those after the last one.
    `held`: balances that followed. `misprints`: balances that contradict both neighbours, which agree without them.
    """

    opening: Decimal | None
    implied: bool
    closing: Decimal | None
    proved: frozenset[int]
    first_group: tuple[int, ...]
    open_rows: tuple[int, ...]
    held: int
    breaks: tuple[Break, ...]
    misprints: tuple[Break, ...]


def walk(postings: Sequence[Posting], opening: Decimal | None, hasty: bool = False) -> Chain:
    """Postings in order of time, and the opening balance where one is printed outside the table -> chain.

    `hasty`: up to the first balance that contradicts and cannot be a misprint; then there are breaks.
    """
    known, shadow = opening, None  # shadow: what the balance would be if the last contradicting one is a misprint
    start, implied = opening, False
    total = Decimal(0)
    pending: list[int] = []
    doubted: list[int] = []
    first_group: tuple[int, ...] = ()
    proved: set[int] = set()
    breaks: list[Break] = []
    misprints: list[Break] = []
    held = 0
    for index, posting in enumerate(postings):
        if posting.kind == "row" and posting.amount is not None:
            total += posting.amount
            pending.append(index)
        if posting.balance is None or posting.kind == "total":
            continue
        if known is None:
            if not pending:
                start = posting.balance
            else:
                start, implied, first_group = posting.balance - total, True, tuple(pending)
        elif known + total == posting.balance:
            held += 1
            proved.update(pending)
            shadow = None
        elif shadow is not None and shadow + total == posting.balance and _misprint(postings, breaks[-1]):
            held += 1
            misprints.append(breaks.pop())
            proved.update([*doubted, *pending])
            shadow = None
        else:
            breaks.append(Break(index, known + total, posting.balance))
            shadow = (shadow if shadow is not None and not pending else known) + total
            doubted = list(pending)
        known, total, pending = posting.balance, Decimal(0), []
        if hasty and breaks and (shadow is None or len(breaks) > 1):  # only the last one may still prove a misprint
            break
    end = None if known is None else known + total
    return Chain(
        start, implied, end, frozenset(proved), first_group, tuple(pending), held, tuple(breaks), tuple(misprints)
    )


def _misprint(postings: Sequence[Posting], broken: Break) -> bool:
    """Whether a balance that contradicts both neighbours is one slip off, or was recognised on a picture."""
    cell = postings[broken.index].balance_cell
    return _slip(broken) or (cell is not None and cell.method == "ocr")


def _slip(broken: Break) -> bool:
    """Whether a balance is printed with a digit lost or added. One with another digit, or with two changed, may as well
    be right, and the rows around it wrong in the same measure.

    >>> [_slip(Break(0, Decimal("73978.53"), Decimal(found))) for found in ("3978.53", "73987.53", "73105.30")]
    [True, False, False]
    """
    short, long = sorted((str(abs(value)).replace(".", "") for value in (broken.expected, broken.found)), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
