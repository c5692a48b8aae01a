"""One interpretation of an account with what the page prints beside its rows, and how much of it is proved."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from extraction.model import Cell
from extraction.reconcile.chain import Chain
from extraction.reconcile.ledger import Posting, Reading
from extraction.tables.table import Row
from extraction.text.amounts import Amount

MOST_RIVALS = 3
"""Of more rival interpretations than these no more are kept."""
Score = tuple[int, int, int, int]
"""Whether the account is proved, up to its closing balance; rows proved less contradictions; ends printed; balances."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A balance or total printed outside the rows. `firm`: its label names it (opening, closing), not only a date.
    `owes`: its label says that it is owed."""

    amount: Amount
    cell: Cell
    firm: bool
    label: str = ""
    owes: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the document prints about one account beside its rows.

    `totals`: of both sides, as that of the purchases of a month. `owed`: whether its balances may be printed as debts
    (cards), or as the holder's position, likelier first.
    """

    openings: tuple[Printed, ...] = ()
    closings: tuple[Printed, ...] = ()
    credits: tuple[Printed, ...] = ()
    debits: tuple[Printed, ...] = ()
    totals: tuple[Printed, ...] = ()
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
    rows: tuple[tuple[int, Posting], ...] = field(init=False, compare=False, repr=False)
    """The rows among the postings, with their places."""

    def __post_init__(self) -> None:  # they are asked for dozens of times
        object.__setattr__(self, "rows", tuple([(i, p) for i, p in enumerate(self.postings) if p.kind == "row"]))

    @property
    def unproved(self) -> list[int]:
        """Places of rows that no balance proves; the closing balance proves those after the last running one."""
        proved = set(self.chain.proved)
        if self.closing is not None and not self.chain.breaks:
            proved.update(self.chain.open_rows)
        return [i for i, _ in self.rows if i not in proved]

    @property
    def complete(self) -> bool:
        """Whether every row but the very first is proved and no balance contradicts.

        Without an opening balance the first amount is as printed, where its column or its sign tells its side.
        """
        first = self.chain.first_group
        free = first if len(first) == 1 and self._signed(first[0]) else ()
        held = bool(self.chain.held or self.closing)
        return held and not self.chain.breaks and not (set(self.unproved) - set(free)) and bool(self.rows)

    def _signed(self, index: int) -> bool:
        """Whether a row's side is told by its column, or by a sign that proved rows carry as well."""
        posting = self.postings[index]
        if posting.sign_from == "column":
            return True
        proved = [self.postings[i] for i in self.chain.proved]
        return any(_mark(p) == _mark(posting) and (p.amount or 0) * (posting.amount or 0) > 0 for p in proved)

    @property
    def closed(self) -> bool:
        """Whether every row is proved up to a closing balance, printed outside the rows or below the last one."""
        return self.complete and self._ended

    @property
    def _ended(self) -> bool:
        return self.closing is not None or self.last_kind == "closing"

    @property
    def last_kind(self) -> str:
        """What the last line with a balance is."""
        return self.last.kind if self.last else ""

    @property
    def last(self) -> Posting | None:
        """The last line with a balance, totals left out."""
        return next((p for p in reversed(self.postings) if p.balance is not None and p.kind != "total"), None)

    @property
    def unused(self) -> int:
        """Dated rows with amounts that are no rows in this interpretation."""
        return sum(p.kind == "note" and p.row.posted is not None and bool(p.row.entries) for p in self.postings)

    @property
    def score(self) -> Score:
        complete = self.complete
        return (
            int(complete) + int(complete and self._ended),
            len(self.rows) - len(self.unproved) - 2 * len(self.chain.breaks) - self.unused,
            int(self.closing is not None) + int(self.opening is not None),
            self.chain.held - len(self.chain.breaks) - len(self.chain.misprints),
        )

    def movements(self) -> list[tuple[int, Decimal | None]]:
        return sorted((p.row.order, p.amount) for _, p in self.rows if p.amount)

    def mirror(self) -> list[tuple[int, Decimal | None]]:
        """Its movements with all signs turned."""
        return [(order, None if amount is None else -amount) for order, amount in self.movements()]

    def alone(self, agrees: Callable[["Outcome"], bool]) -> "Outcome":
        """The only one, of it and its rivals, that agrees with something else; itself where none or several do, or not
        all rivals are known."""
        found = [one for one in (self, *self.rivals) if agrees(one)]
        return replace(found[0], rivals=()) if len(self.rivals) < MOST_RIVALS and len(found) == 1 else self

    @property
    def mirrored(self) -> bool:
        """Whether no rival is anything but its mirror image: a summary may say which of the two is meant."""
        return all(rival.movements() == self.mirror() for rival in self.rivals)


def makes_total(outcome: Outcome, evidence: Evidence) -> bool:
    """Whether what the rows come to is printed as a total of both sides."""
    whole = sum((p.amount for _, p in outcome.rows if p.amount), start=Decimal(0))
    return bool(whole) and abs(whole) in {printed.amount.value for printed in evidence.totals}


def _mark(posting: Posting) -> str:
    """The printed sign of a row's amount."""
    return next((e.amount.mark for e in posting.row.entries.values() if e.cell is posting.amount_cell), "")


def net(printed: Printed, owed: bool) -> Decimal:
    """A printed balance -> the holder's net position."""
    amount = printed.amount
    if owed:
        return amount.value if amount.mark in ("CR", "-") else -amount.value
    return -amount.value if printed.owes and not amount.mark else amount.signed
