"""A table head: what its columns are called, and which of them an interval stands under."""

import re
from dataclasses import dataclass

from extraction.geometry import overlap
from extraction.tables.head_cells import HeaderCell
from extraction.tables.names import Role
from extraction.tables.section_words import is_daily
from extraction.tables.vocabulary import balance_kind
from extraction.text.dates import PrintedDate
from extraction.text.normal import APR, plain

_AVERAGED = re.compile(r"\b(?:average|avg|year to date|ytd|next (?:statement|payment))\b")
"""What the head of a summary names, and none of transactions."""
_MATURITY = re.compile(r"\b(?:maturity|falligkeit|echeance|scadenza|vencimi?ento|vervaldatum|vervaldag)\b")
_RATE = re.compile(rf"\b(?:rates?|{APR}|aer|zinss?atz|taux|tasso|tasa|taxa|tan|taeg|rente(?:tarief|percentage)?)\b")


@dataclass(frozen=True, slots=True)
class Header:
    """A table head: page (from 1), its height on the page, its cells from left to right."""

    page: int
    first: int
    last: int
    top: float
    bottom: float
    cells: tuple[HeaderCell, ...]
    right: float = float("inf")
    """Where a box beside the table begins, points."""
    open: bool = False
    """Whether what its columns of money are is left to the arithmetic."""
    days: tuple[PrintedDate, ...] = ()
    """What the numbers below its name of dates stand for, where they are days alone."""

    @property
    def roles(self) -> tuple[Role, ...]:
        return tuple(cell.role for cell in self.cells)

    @property
    def transactions(self) -> bool:
        """Whether rows of transactions stand below: something moves money, and something says what or when."""
        roles = set(self.roles)
        moves = bool(roles & {"debit", "credit", "amount"}) and bool(roles & {"date", "description"})
        return (moves or self.open) and not self.balances and not self.rates

    @property
    def rates(self) -> bool:
        """Whether a table of rates stands below: several names say so and none is of dates, or one is of maturities, as
        in a list of time deposits."""
        rates = sum(_RATE.search(plain(cell.text)) is not None for cell in self.cells)
        due = any(_MATURITY.search(plain(cell.text)) for cell in self.cells)
        return (rates > 0 and due) or (rates > 1 and "date" not in self.roles)

    @property
    def balances(self) -> bool:
        """Whether a list of balances stands below, or a summary from opening to closing: its head says so."""
        if any(_AVERAGED.search(plain(cell.text)) for cell in self.cells):
            return True
        told = {balance_kind(plain(cell.text)) for cell in self.cells}
        summary = told >= {"opening", "closing"} and not {"date", "description"} <= set(self.roles)
        return summary or (any(is_daily(plain(cell.text)) for cell in self.cells) and "debit" not in self.roles)


def territory(header: Header, x0: float, x1: float) -> HeaderCell:
    """Printed interval -> the column head it stands under: the most overlap, else the nearest edge."""
    cells = header.cells
    covered = [overlap(x0, x1, c.x0, c.x1) for c in cells]
    if max(covered) > 0:
        return cells[covered.index(max(covered))]
    return min(cells, key=lambda c: min(abs(c.x0 - x0), abs(c.x1 - x1), abs(c.x0 + c.x1 - x0 - x1) / 2))
