"""The flow: folders of statements -> the weights of the layout model, measured, with their card.

Labels are made by proof: only of an accepted statement are rows, balances and names taken, from the places where they
were proved. So a bank's own statements train a model for them, without a person.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE

from extraction.settings import VERSION
from extraction.training.documents import files, needs_torch


@flow(name="train-layout", version=VERSION, persist_result=False)
def train_layout(
    folders: Sequence[str],
    held_out: Sequence[str],
    out: str,
    seed: int = 1,
    word_steps: int = 4200,
    region_steps: int = 3400,
) -> dict[str, Any]:
    """Train the word tagger and the region detector, measure them on folders that they do not learn from, write both
    and `card.json` into `out`. No steps: that part is left out.

    Raises UsageError where the extra `train` is not installed or nothing is proved.
    """
    needs_torch()
    learnt = files(folders, held_out)
    held = files(held_out, ())
    card: dict[str, Any] = {"version": VERSION, "seed": seed}
    if word_steps:
        card["words"] = train_words(learnt, held, out, seed, word_steps)
    if region_steps:
        card["regions"] = train_regions(learnt, held, out, seed, region_steps)
    write_card(card, out)
    return card


@task(cache_policy=NO_CACHE, persist_result=False)
def train_words(learnt: Sequence[Path], held: Sequence[Path], out: str, seed: int, steps: int) -> dict[str, Any]:
    """Statements to learn from and others to measure with -> what the card says of the word tagger."""
    from extraction.training.word_train import train

    return train(learnt, held, Path(out) / "words.onnx", seed, steps, get_run_logger().info)


@task(cache_policy=NO_CACHE, persist_result=False)
def train_regions(learnt: Sequence[Path], held: Sequence[Path], out: str, seed: int, steps: int) -> dict[str, Any]:
    """The same for the region detector."""
    from extraction.training.region_pages import statement
    from extraction.training.region_train import train

    say = get_run_logger().info
    aside = {"statements": [page for path in held for page in statement(path)]}
    return train(learnt, Path(out) / "regions.onnx", seed, steps, say, aside)


@task(cache_policy=NO_CACHE, persist_result=False)
def write_card(card: dict[str, Any], out: str) -> None:
    """What is known of the weights -> `card.json` beside them; of a part that was not trained what it said before."""
    from extraction.training.card import write

    write(card, Path(out))
