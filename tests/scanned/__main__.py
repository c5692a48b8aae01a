"""Prints how native documents are read from worn pictures of their pages. Exits 1 where a wrong one was accepted."""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from extraction.evaluation.truth import SUFFIX

from .run import Trial, Way, run
from .wear import WAYS

WIDE = 160
"""Columns of the table where the output is no terminal."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.scanned", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="folders of native PDFs with their truths beside them")
    parser.add_argument("--ways", nargs="+", choices=sorted(WAYS), default=["clean", "scan", "copy"])
    parser.add_argument("--dpi", nargs="+", type=int, default=[200], metavar="N", help="pixels per inch")
    parser.add_argument("--count", type=int, help="so many documents, drawn by --seed, instead of all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep what is read there, and take it from there")
    parser.add_argument("--json", action="store_true", help="every trial, as JSON")
    given = parser.parse_args()
    truths = sorted(t for folder in given.folders for t in folder.rglob(f"*{SUFFIX}") if _native(t))
    if given.count and given.count < len(truths):
        truths = sorted(random.Random(given.seed).sample(truths, given.count))
    if not truths:
        parser.error("there is no native PDF with a truth beside it in these folders")
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    ways = [Way(wear, dpi) for wear in given.ways for dpi in given.dpi]
    columns = (TextColumn("documents"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=len(truths) * len(ways))
        trials = run(truths, ways, given.keep, lambda: progress.advance(task))
    if given.json:
        print(json.dumps([_as_json(one) for one in trials], indent=1, ensure_ascii=False))
    else:
        Console(width=None if sys.stdout.isatty() else WIDE).print(table(trials, ways))
    return int(any(one.score.silent_error for one in trials))


def _native(truth: Path) -> bool:
    return truth.with_name(truth.name.removesuffix(SUFFIX) + ".pdf").exists()


def table(trials: Sequence[Trial], ways: Sequence[Way]) -> Table:
    """Trials -> what became of the documents in each way."""
    shown = Table("way", title="documents read from worn pictures of their pages", title_justify="left")
    for head in ("documents", "accepted and right", "fully correct", "silent", "figures exact", "digits misread"):
        shown.add_column(head, justify="right")
    shown.add_column("seconds a page", justify="right")
    shown.add_column("why not accepted")
    for way in ways:
        some = [one for one in trials if one.way == way]
        right = sum(one.right for one in some)
        printed, exact = sum(one.figures.printed for one in some), sum(one.figures.exact for one in some)
        digits, misread = sum(one.figures.digits for one in some), sum(one.figures.misread for one in some)
        timed = [one for one in some if one.seconds]
        pages = sum(one.pages for one in timed)
        why = Counter(code for one in some if one.score.decision != "accepted" for code in set(one.issues))
        shown.add_row(
            str(way),
            str(len(some)),
            f"{right} ({right / max(1, len(some)):.0%})",
            str(sum(one.right and one.score.fully_correct for one in some)),
            str(sum(one.score.silent_error for one in some)),
            f"{exact / max(1, printed):.4f}",
            f"{misread / max(1, digits):.5f}",
            f"{sum(one.seconds for one in timed) / pages:.1f}" if pages else "",
            ", ".join(f"{code} {n}" for code, n in why.most_common(4)),
        )
    return shown


def _as_json(one: Trial) -> dict[str, object]:
    return {
        "name": one.score.name,
        "way": str(one.way),
        "decision": one.score.decision,
        "right": one.right,
        "silent": one.score.silent_error,
        "wrong": one.score.wrong,
        "issues": one.issues,
        "repairs": one.repairs,
        "figures": [one.figures.printed, one.figures.exact, one.figures.digits, one.figures.misread],
        "seconds": round(one.seconds, 2),
        "pages": one.pages,
    }


if __name__ == "__main__":
    sys.exit(main())
