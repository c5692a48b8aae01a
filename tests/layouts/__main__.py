"""Records in wrong.json what is not read as the truths tell, and tells what changed."""

import json
from concurrent.futures import ProcessPoolExecutor

from tests.layouts.truths import TRUTHS, WRONG, recorded, scored


def main() -> None:
    before = recorded() if WRONG.exists() else {}
    with ProcessPoolExecutor() as pool:
        scores = list(pool.map(scored, TRUTHS, chunksize=4))
    after = {one.name: list(one.wrong) for one in sorted(scores, key=lambda one: one.name) if one.wrong}
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(wrong)}" for name, wrong in after.items())
    WRONG.write_text(f"{{\n{lines}\n}}\n", "utf-8")
    for name in sorted({*before, *after}):
        old, new = set(before.get(name, ())), set(after.get(name, ()))
        told = [f"{field} is right" for field in sorted(old - new)] + [
            f"{field} is WRONG" for field in sorted(new - old)
        ]
        if told:
            print(f"{name}: {', '.join(told)}")
    print(f"{len(scores) - len(after)} of {len(scores)} are fully correct")


if __name__ == "__main__":
    main()
