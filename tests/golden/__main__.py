"""Makes samples/ anew: draws every document from its seed, reads it, and records what comes out.

What changed is told, and goes into a commit of its own with the reason. The ledger, samples/README.md, is kept by hand.
"""

import argparse
import sys
from collections.abc import Iterator
from typing import Any

from tests.agreement import DECISIONS, wrong_rows
from tests.golden.files import Folder, folder, folders, pages_of, result_of, write
from tests.golden.samples import Sample, drawn


def remake(target: Folder, sample: Sample) -> str:
    """Folder, its document -> the folder is written; what changed in it, in words ("" for nothing)."""
    before = _files(target)
    old = target.expected if "expected.json" in before else {}
    pages = pages_of(sample.data)
    result = result_of(sample.filename, sample.data, pages)
    write(target, sample, pages, result)
    after = _files(target)
    told = [f"{name} {'changed' if name in before else 'is new'}" for name in after if after[name] != before.get(name)]
    told += [f"{name} is gone" for name in before if name not in after]
    if "expected.json changed" in told:
        told.append("; ".join(_changes(old, result.model_dump(mode="json"))))
    wrong = wrong_rows(result, sample.truth)
    if wrong or result.decision != DECISIONS[sample.truth["expect"]]:
        told.append(f"NOT AS THE TRUTH TELLS: {result.decision}, {'; '.join(wrong[:3]) or 'rows right'}")
    return ", ".join(told)


def _files(target: Folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(target.path.glob("*"))}


def _changes(old: Any, new: Any, path: str = "") -> Iterator[str]:
    """Two JSON values -> the places where they differ, the first five."""
    if isinstance(old, dict) and isinstance(new, dict):
        pairs = [(key, old.get(key), new.get(key)) for key in {**old, **new}]
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        pairs = [(str(i), a, b) for i, (a, b) in enumerate(zip(old, new, strict=True))]
    else:
        yield f"{path.strip('.')}: {str(old)[:40]} -> {str(new)[:40]}"
        return
    differing = [(key, a, b) for key, a, b in pairs if a != b]
    for key, a, b in differing[:5]:
        yield from _changes(a, b, f"{path}.{key}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.golden", description=__doc__)
    parser.add_argument("names", nargs="*", help="samples to make, such as bank/scan-skewed; all where none is named")
    given = parser.parse_args()
    documents = drawn()
    unknown = sorted(set(given.names) - set(documents))
    if unknown:
        parser.error(f"no such sample: {', '.join(unknown)}")
    for name in given.names or documents:
        print(f"{name}: {remake(folder(name), documents[name]) or 'unchanged'}", flush=True)
    stray = [] if given.names else [one.name for one in folders() if one.name not in documents]
    for name in stray:
        print(f"{name}: is made by nobody; remove it")
    return 1 if stray else 0


if __name__ == "__main__":
    sys.exit(main())
