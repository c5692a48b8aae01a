"""Prints what each part of the layout model buys. Exits 1 where a wrong document was accepted."""

import argparse
import random
import sys
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from extraction.evaluation.truth import SUFFIX
from tests.scanned.wear import WAYS

from .run import FOREIGN, NATIVE, PARTS, Trial, run

WIDE = 120
"""Columns of the table where the output is no terminal."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.ablation", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="folders of native PDFs with their truths beside them")
    parser.add_argument(
        "--ways", nargs="+", choices=[NATIVE, FOREIGN, *sorted(WAYS)], default=[NATIVE, FOREIGN, "scan"]
    )
    parser.add_argument("--dpi", type=int, default=200, metavar="N", help="pixels per inch of pictures")
    parser.add_argument("--count", type=int, help="so many documents, drawn by --seed, instead of all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep what is read there, and take it from there")
    given = parser.parse_args()
    truths = sorted(t for folder in given.folders for t in folder.glob(f"*{SUFFIX}"))
    if given.count and given.count < len(truths):
        truths = sorted(random.Random(given.seed).sample(truths, given.count))
    if not truths:
        parser.error("there is no truth in these folders")
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    columns = (TextColumn("documents"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=len(truths) * len(given.ways))
        trials = run(truths, given.ways, given.dpi, given.keep, lambda: progress.advance(task))
    Console(width=None if sys.stdout.isatty() else WIDE).print(table(trials, given.ways))
    return int(any(trial.silent for trial in trials))


def table(trials: list[Trial], ways: list[str]) -> Table:
    """Trials -> what became of the documents in each way, with each part."""
    shown = Table("way", "parts", title="what each part of the layout model buys", title_justify="left")
    for head in ("documents", "accepted and right", "fully correct", "silent", "rows recalled", "seconds a document"):
        shown.add_column(head, justify="right")
    for way in ways:
        for part in PARTS:
            some = [one for one in trials if (one.way, one.part) == (way, part)]
            right, rows = sum(one.right for one in some), sum(one.rows for one in some)
            shown.add_row(
                way if part == next(iter(PARTS)) else "",
                part,
                str(len(some)),
                f"{right} ({right / max(1, len(some)):.1%})",
                str(sum(one.fully for one in some)),
                str(sum(one.silent for one in some)),
                f"{sum(one.found for one in some) / max(1, rows):.4f}",
                f"{sum(one.seconds for one in some) / max(1, len(some)):.2f}",
            )
        shown.add_section()
    return shown


if __name__ == "__main__":
    sys.exit(main())
