"""Prints the kill matrix. Exits 1 where a change that the printed evidence decides was accepted with other rows."""

import argparse
import json
import sys

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from .layouts import LAYOUTS
from .matrix import as_json, by_layout, by_mutator
from .run import Run, run

WIDE = 240
"""Columns of the tables where the output is no terminal."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--seeds", type=int, default=12, help="statements of each layout")
    parser.add_argument("--first", type=int, default=1, help="seed of the first one; the next ones count up")
    parser.add_argument("--json", action="store_true", help="the numbers, and every survivor, as JSON")
    given = parser.parse_args()
    columns = (TextColumn("statements"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=given.seeds * len(LAYOUTS))
        found = run(range(given.first, given.first + given.seeds), lambda: progress.advance(task))
    if given.json:
        print(json.dumps(as_json(found), indent=1, ensure_ascii=False))
    else:
        _show(found)
    wrong = any(t.silent for t in found.trials) or any(u.decision == "accepted" for u in found.unused)
    return int(wrong)


def _show(found: Run) -> None:
    console = Console(width=None if sys.stdout.isatty() else WIDE)
    console.print(by_mutator(found), by_layout(found))
    for trial in found.trials:
        if trial.silent:
            console.print(
                f"survived: {trial.layout} {trial.seed}, {trial.mutator}: {', '.join(trial.reasons)} contradicted; "
                f"{'; '.join(trial.wrong[:2])}",
                markup=False,
                soft_wrap=True,
            )
    for unused in found.unused:
        if unused.decision == "accepted":
            console.print(f"accepted wrong as it is: {unused.layout} {unused.seed}: {unused.wrong[:2]}", markup=False)


if __name__ == "__main__":
    sys.exit(main())
