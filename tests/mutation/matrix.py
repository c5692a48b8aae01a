"""Trials -> the kill matrix: how many of each mutator and layout were decided, killed, repaired or survived."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich import box
from rich.table import Table

from .layouts import LAYOUTS
from .mutators import MUTATORS
from .run import Run
from .trial import Trial

TITLES = (
    "changed",
    "decided",
    "killed",
    "repaired",
    "unsaid",
    "survived",
    "undecided survived",
    "points at the row",
)


@dataclass(frozen=True, slots=True)
class Count:
    """Numbers of trials. `unsaid`: accepted with the right rows although something printed contradicts them, and
    nothing is said of it; `open`: accepted with other rows where the evidence does not decide it; `pointed` of `asked`:
    killed, and an issue lies on the changed row or one beside it."""

    trials: int
    decided: int
    killed: int
    repaired: int
    unsaid: int
    survived: int
    open: int
    pointed: int
    asked: int


def count(trials: Iterable[Trial]) -> Count:
    """Trials -> their numbers; killed, repaired, unsaid and survived are of the decided ones."""
    every = list(trials)
    decided = [t for t in every if t.decided]
    fates = [t.fate for t in decided]
    return Count(
        trials=len(every),
        decided=len(decided),
        killed=fates.count("killed"),
        repaired=fates.count("repaired"),
        unsaid=fates.count("unsaid"),
        survived=fates.count("survived"),
        open=sum(t.fate == "survived" for t in every) - fates.count("survived"),
        pointed=sum(t.points is True for t in decided),
        asked=sum(t.points is not None for t in decided),
    )


def by_mutator(run: Run) -> Table:
    """Run -> a line per mutator, and one for all of them."""
    table = Table(box=box.MARKDOWN)
    table.add_column("mutator", no_wrap=True)
    for title in TITLES:
        table.add_column(title, justify="right")
    for mutator in MUTATORS:
        table.add_row(mutator.name, *_line([t for t in run.trials if t.mutator == mutator.name]))
    table.add_row("all", *_line(run.trials))
    return table


def by_layout(run: Run) -> Table:
    """Run -> mutators against layouts: `killed/decided`, then `=` accepted with the right rows, `!` survived although
    decided, `?` survived undecided, where there are any."""
    table = Table(box=box.MARKDOWN)
    table.add_column("mutator", no_wrap=True)
    for layout in LAYOUTS:
        table.add_column(layout.name, no_wrap=True)
    for mutator in MUTATORS:
        mine = [t for t in run.trials if t.mutator == mutator.name]
        table.add_row(mutator.name, *(_cell([t for t in mine if t.layout == layout.name]) for layout in LAYOUTS))
    rows = [[t for t in run.trials if t.layout == layout.name] for layout in LAYOUTS]
    table.add_row("points at the row", *(_share(count(trials)) for trials in rows))
    used = ["/".join(str(n) for n in run.statements(layout.name)) for layout in LAYOUTS]
    table.add_row("statements used", *used)
    return table


def as_json(run: Run) -> dict[str, Any]:
    """Run -> values for JSON: numbers by mutator and layout, every silent error, every statement not used."""
    cells = {
        mutator.name: {
            layout.name: asdict(found)
            for layout in LAYOUTS
            if (found := count(t for t in run.trials if (t.mutator, t.layout) == (mutator.name, layout.name))).trials
        }
        for mutator in MUTATORS
    }
    return {
        "matrix": cells,
        "all": asdict(count(run.trials)),
        "silent": [asdict(t) for t in run.trials if t.silent],
        "unsaid": [asdict(t) for t in run.trials if t.decided and t.fate == "unsaid"],
        "unused": [asdict(u) for u in run.unused],
    }


def _line(trials: Sequence[Trial]) -> list[str]:
    c = count(trials)
    numbers = (c.trials, c.decided, c.killed, c.repaired, c.unsaid, c.survived, c.open)
    return [*(str(n) if n else "·" for n in numbers), _share(c)]


def _cell(trials: Sequence[Trial]) -> str:
    c = count(trials)
    marks = (("=", c.repaired + c.unsaid), ("!", c.survived), ("?", c.open))
    text = " ".join([f"{c.killed}/{c.decided}"] * bool(c.decided) + [f"{mark}{n}" for mark, n in marks if n])
    return text or "·"


def _share(c: Count) -> str:
    return f"{c.pointed / c.asked:.0%}" if c.asked else "·"
