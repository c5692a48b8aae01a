"""Forges statements in every way and prints how many are caught. Ends with 1 where a true statement raises an alarm."""

import argparse
import sys

from .run import statements
from .ways import WAYS


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.forgery", description=__doc__)
    parser.add_argument("--seeds", type=int, default=40, help="statements to forge (default 40)")
    parser.add_argument("--first", type=int, default=301, help="the first seed (default 301)")
    given = parser.parse_args()
    found = list(statements(range(given.first, given.first + given.seeds)))
    print(f"{len(found)} of {given.seeds} statements used.\n")
    print("| way | forged | sign told | of a changed row | accepted: rows of the statement |")
    print("| --- | ---: | ---: | ---: | --- |")
    for way in WAYS:
        forged = [one for statement in found for one in statement.forged if one.way is way]
        missed = ", ".join(str(rows) for rows in sorted(one.rows for one in forged if one.decision == "accepted"))
        counts = (len(forged), sum(one.caught for one in forged), sum(one.named for one in forged))
        print(f"| {way.name} | {' | '.join(map(str, counts))} | {missed or '·'} |")
    alarms = [(one.seed, issue.message) for one in found for issue in one.alarms]
    print(f"\nAlarms without a reason: {len(alarms)}", *alarms, sep="\n")
    return 1 if alarms else 0


if __name__ == "__main__":
    sys.exit(main())
