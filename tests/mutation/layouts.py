"""The classes of layouts, by what they print that proves their rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any, Literal

from tests.generator.cells import Line
from tests.generator.edit import Edit
from tests.generator.style import Style, choose

COLUMNS = ("debit_credit", "credit_debit", "signed", "suffix")


@dataclass(frozen=True, slots=True)
class Layout:
    """Name, the features of `Style` that make it, the columns of amounts that it may have, and which of its opening and
    closing balance it leaves out. All other features are drawn by the seed."""

    name: str
    features: Mapping[str, Any]
    columns: Sequence[str] = COLUMNS
    without: Literal["", "one end", "both ends"] = ""

    def style(self, seed: int) -> Style:
        """Seed -> the style. Checks stand in the table and rows on one page, so that every line is a row or none; the
        order of drawing is not shuffled, so that a changed row changes nothing else."""
        rng = Random(f"{self.name} {seed}")
        features: dict[str, Any] = {"check_grid": False, "split_rows": False, "rows": _rows(rng), **self.features}
        features["amounts"] = rng.choice(self.columns)
        if self.without:
            features.update(summary="none", accounts=1)
            features["table_only"] = self.without == "both ends" and seed % 2 == 0
        style = choose(Random(f"style {self.name} {seed}"), **features)
        order = "row" if style.draw_order == "shuffled" else style.draw_order
        extras = tuple(e for e in style.extras if not (self.without and e == "daily"))
        return replace(style, draw_order=order, extras=extras)

    def edit(self, seed: int) -> Edit:
        """Seed -> the lines that the layout leaves out of what the generator prints."""
        if not self.without:
            return Edit()
        keys = {"opening", "closing"} if self.without == "both ends" else {("opening", "closing")[seed % 2]}

        def lines(given: list[Line]) -> list[Line]:
            return [line for line in given if not keys & set(line.told)]

        return Edit(lines=lines)


def _rows(rng: Random) -> int:
    """Mostly one page, at times two or three."""
    return rng.randrange(5, 19) if rng.random() < 0.7 else rng.randrange(35, 60)


BANK, CARD = {"kind": "bank", "table_only": False}, {"kind": "card", "table_only": False}
LAYOUTS = (
    Layout("balance per row", {**BANK, "balance": "row"}),
    Layout("per row, one end", {**BANK, "balance": "row"}, without="one end"),
    Layout("per row, no end", {**BANK, "balance": "row"}, without="both ends"),
    Layout("balance per day", {**BANK, "balance": "day"}),
    Layout("no balances", {**BANK, "balance": "none"}),
    Layout("sections", {**BANK, "balance": "none"}, ("sections",)),
    Layout("card", {**CARD, "balance": "none"}, ("signed", "suffix", "sections", "debit_credit")),
    Layout("card, per row", {**CARD, "balance": "row"}),
)
