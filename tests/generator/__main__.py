"""Writes generated documents and their truths into a folder."""

import argparse
import json
from pathlib import Path
from random import Random
from typing import Any

from . import brokerage
from .bundle import DEFECTS as SPOILED
from .bundle import bundle
from .make import make
from .model import Generated
from .samples import samples
from .style import DEFECTS, FACTS

FAMILIES = (
    "mixed", "bank", "card", "facts", "scan", "bad", "bundle", "bad-bundle", "brokerage", "brokerage-bad",
    "brokerage-scan",
)  # fmt: skip
PICTURES = ("png", "jpg", "pdf")


def overrides(family: str, seed: int) -> dict[str, Any]:
    """What a family fixes for the document of a seed."""
    rng = Random(f"family {seed}")
    if family in ("bank", "card"):
        return {"kind": family}
    if family == "facts":
        return {"facts": tuple(name for name in FACTS if rng.random() < 0.6)}
    if family == "scan":
        return {
            "scan": rng.choice(PICTURES),
            "rows": rng.randrange(3, 40),
            "rotate": False,
            "watermark": "",
        }
    if family == "bad":
        if rng.random() < 0.25:
            return {"kind": rng.choice(("invoice", "letter", "picture"))}
        return {"defect": rng.choice(DEFECTS), "rows": rng.randrange(4, 50)}
    return {}


def drawn(family: str, seed: int) -> Generated:
    """The document of a family and a seed: one statement, or a file of several."""
    if family == "bundle":
        return bundle(seed)
    if family == "bad-bundle":
        return bundle(seed, defect=Random(f"family {seed}").choice(SPOILED))
    if family.startswith("brokerage"):
        defect = brokerage.DEFECTS[seed % len(brokerage.DEFECTS)] if family.endswith("bad") else ""
        picture = {"scan": Random(f"family {seed}").choice(PICTURES)} if family.endswith("scan") else {}
        return brokerage.make_brokerage(seed, defect=defect, **picture)
    return make(seed, **overrides(family, seed))


def write(document: Generated, stem: Path, truth: Path) -> None:
    stem.parent.mkdir(parents=True, exist_ok=True)
    stem.with_name(stem.name + document.suffix).write_bytes(document.pdf)
    truth.write_text(json.dumps(document.truth, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.generator", description=__doc__)
    parser.add_argument("--out", type=Path, help="folder for gen-0001.pdf and gen-0001.truth.json, and so on")
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1, help="seed of the first document; the next ones count up")
    parser.add_argument("--family", choices=FAMILIES, default="mixed")
    parser.add_argument("--samples", type=Path, help="folder for the curated samples")
    given = parser.parse_args()
    if given.out:
        for seed in range(given.seed, given.seed + given.count):
            document = drawn(given.family, seed)
            name = document.truth["id"]
            write(document, given.out / name, given.out / f"{name}.truth.json")
    if given.samples:
        for name, document in {**samples(), **brokerage.samples()}.items():
            write(document, given.samples / name / "input", given.samples / name / "input.truth.json")


if __name__ == "__main__":
    main()
