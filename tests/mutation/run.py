"""Layouts, seeds, mutators -> every trial."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .base import Base, base
from .layouts import LAYOUTS
from .mutators import MUTATORS
from .trial import Trial, trial, unchanged


@dataclass(frozen=True, slots=True)
class Unused:
    """A statement that is not accepted as it is, so that nothing is learnt from changing it. `wrong`: what is wrong
    with it although it is accepted."""

    layout: str
    seed: int
    decision: str
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """All trials, and the statements that were not used."""

    trials: tuple[Trial, ...]
    unused: tuple[Unused, ...]

    def statements(self, layout: str) -> tuple[int, int]:
        """Name of a layout -> how many statements were used, of how many."""
        used = len({t.seed for t in self.trials if t.layout == layout})
        return used, used + sum(u.layout == layout for u in self.unused)


def statement_trials(one: Base) -> Iterator[Trial | Unused]:
    """Statement -> a trial for every mutator that can change it; or that it cannot be used."""
    result, wrong = unchanged(one)
    if result.decision != "accepted" or wrong:
        yield Unused(one.layout, one.seed, result.decision, wrong if result.decision == "accepted" else ())
        return
    for mutator in MUTATORS:
        found = trial(one, mutator)
        if found is not None:
            yield found


def run(seeds: Iterable[int], done: Callable[[], None] = lambda: None) -> Run:
    """Seeds, what to call after each statement -> the run over all layouts."""
    trials: list[Trial] = []
    unused: list[Unused] = []
    for seed in seeds:
        for layout in LAYOUTS:
            for found in statement_trials(base(layout, seed)):
                if isinstance(found, Unused):
                    unused.append(found)
                else:
                    trials.append(found)
            done()
    return Run(tuple(trials), tuple(unused))
