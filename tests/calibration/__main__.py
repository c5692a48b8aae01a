"""Counts how often values are right, and writes extraction/confidence/table.py.

Counted are generated statements, and what measured.json says of statements that were drawn independently of the
generator: how many values of each class were right. --truths counts those anew, in a folder of documents with truths
beside them, as `tieout evaluate` has them: one half of them; the other half is for --check. With --check nothing is
written: the probabilities are held against seeds, or documents, that they were not counted on. The same seeds and
documents make the same table.
"""

import argparse
import sys
from pathlib import Path

from extraction.evaluation.screen import print_evaluation
from extraction.terminal import terminal

from .count import counted, from_json, joined, scores, to_json, written
from .documents import CHECK, FIT, cases, others

TABLE = Path(__file__).parents[2] / "extraction" / "confidence" / "table.py"
MEASURED = Path(__file__).parent / "measured.json"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.calibration", description=__doc__)
    parser.add_argument("--check", action="store_true", help="hold the table against what it was not counted on")
    parser.add_argument("--truths", type=Path, action="append", default=[], metavar="DIR", help="may be repeated")
    parser.add_argument("--family", action="append", choices=sorted(FIT), help="only this family; may be repeated")
    parser.add_argument("--pages", type=Path, metavar="DIR", help="keeps what was read, for the next time")
    given = parser.parse_args()
    seeds = {name: some for name, some in (CHECK if given.check else FIT).items() if name in (given.family or FIT)}
    if given.check:
        held = others(given.truths, False, given.pages) if given.truths else cases(seeds, given.pages)
        print_evaluation(terminal(), scores(held), [])
        return 0
    if given.truths:
        MEASURED.write_text(to_json(counted(others(given.truths, True, given.pages))), "utf-8")
    counts = joined(counted(cases(seeds, given.pages)), from_json(MEASURED.read_text("utf-8")))
    TABLE.write_text(written(counts), "utf-8")
    print(f"{len(counts)} classes: {TABLE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
