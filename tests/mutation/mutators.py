"""All changes, by the names that the matrix gives them."""

from dataclasses import dataclass
from random import Random

from . import dates, figures, rows, sheets
from .base import Base
from .change import Change, Mutator


@dataclass(frozen=True, slots=True)
class Named:
    """A mutator and its name. `text`: what it takes is the text of a row, so that is compared too."""

    name: str
    change: Mutator
    text: bool = False

    def on(self, one: Base) -> Change | None:
        """Statement -> the change of it that its seed draws; None: it has nothing that can be changed like this."""
        return self.change(one, Random(f"{one.layout} {one.seed} {self.name}"))


MUTATORS = (
    Named("row lost", rows.row_lost),
    Named("row doubled", rows.row_doubled),
    Named("sign flipped", rows.sign_flipped),
    Named("rows swapped", rows.rows_swapped),
    Named("rows merged", rows.rows_merged),
    Named("rows overprinted", rows.rows_overprinted),
    Named("amount one cent off", figures.amount_cent),
    Named("digit of amount", figures.amount_digit),
    Named("digits swapped", figures.amount_swapped),
    Named("decimal point lost", figures.point_lost),
    Named("decimal point moved", figures.point_moved),
    Named("balance one cent off", figures.balance_cent),
    Named("opening one cent off", figures.opening_cent),
    Named("closing one cent off", figures.closing_cent),
    Named("total one cent off", figures.total_cent),
    Named("day moved", dates.day_moved),
    Named("year moved", dates.year_moved),
    Named("date lost", dates.date_lost),
    Named("page lost", sheets.page_lost),
    Named("page doubled", sheets.page_doubled),
    Named("description lost", rows.text_lost, text=True),
)
