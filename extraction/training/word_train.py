"""Labelled pages -> a trained word tagger, its file of weights, and how well it does on pages that it has not seen."""

import math
import platform
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from extraction.errors import UsageError
from extraction.layout.features import GRAMS, PLACES, grams, places
from extraction.layout.roles import TAGS
from extraction.layout.tagger import TrainedTagger
from extraction.model import Page
from extraction.training.documents import proved
from extraction.training.word_labels import LABELS, Labelled, labelled
from extraction.training.word_net import WordNet
from extraction.training.word_wear import Drill, drill, worn

RATE, DECAY, WARM = 2e-3, 0.02, 0.06
"""Highest rate of learning, decay of weights, share of the steps until that rate is reached."""
BATCH, POOL = 8, 16
"""Pages of a step; pages about as long as each other make a step, of those of so many steps."""
RARE = 2.5
"""What a word of a name or a label counts, where one of a row counts 1: there are fewer of them, and they tell more."""
NOTHING = -100
"""The role of places after the last word of a page."""
OPSET = 17
VALUES = {*LABELS, *LABELS.values(), "account_number", "period"}

Batch = tuple[Tensor, Tensor, Tensor, Tensor]


def train(
    learnt: Sequence[Path], held: Sequence[Path], out: Path, seed: int, steps: int, report: Callable[[str], None]
) -> dict[str, Any]:
    """PDFs of statements to learn from, others to measure with, the file for the weights, a seed, steps, where progress
    is told -> what a card says. On a GPU where there is one. Raises UsageError where nothing is proved."""
    began = monotonic()
    pages = _pages(learnt, report)
    if not pages:
        raise UsageError("None of the documents is proved, so there is nothing to learn from.")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    net = fitted(pages, seed, steps, report, device)
    out.parent.mkdir(parents=True, exist_ok=True)
    save(net, out)
    seconds = round(monotonic() - began)
    tagger = TrainedTagger(out)
    seen = [(page.tags, _tagged(page.page, tagger)) for page in _pages(held, report)]
    return {
        "documents": len(learnt),
        "pages": len(pages),
        "steps": steps,
        "batch": BATCH,
        "seed": seed,
        "seconds": seconds,
        "machine": f"{device}, {platform.machine()}, threads {torch.get_num_threads()}",
        "weights": sum(part.numel() for part in net.parameters()),
        "bytes": out.stat().st_size,
        "pages_held_out": len(seen),
        "measured": measured(seen),
    }


def _pages(paths: Sequence[Path], report: Callable[[str], None]) -> list[Labelled]:
    return [page for one in proved(paths, report) for page in labelled(one.pages, one.result)]


def _tagged(page: Page, tagger: TrainedTagger) -> list[str]:
    """Page -> the role of each of its words, "other" for those that run aslant."""
    told = tagger(page)
    return [told[word].tag if word in told else "other" for word in page.words]


def fitted(pages: Sequence[Labelled], seed: int, steps: int, report: Callable[[str], None], device: str) -> WordNet:
    """Labelled pages -> the tagger after so many steps of `BATCH` pages; a seed gives the same again on one machine."""
    torch.manual_seed(seed)
    net = WordNet().to(device).train()
    clean = [drill(page) for page in pages]
    learner = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98))
    pace = torch.optim.lr_scheduler.LambdaLR(learner, lambda step: _pace(step, steps))
    weights = torch.tensor([RARE if tag.startswith("head_") or tag in VALUES else 1.0 for tag in TAGS], device=device)
    judge = nn.CrossEntropyLoss(weights, ignore_index=NOTHING, label_smoothing=0.03)
    began, lost = monotonic(), 0.0
    for step, batch in enumerate(_batches(clean, Random(seed), steps), 1):  # noqa: S311  no secret
        letters, where, mask, roles = (part.to(device) for part in batch)
        loss = judge(net(letters, where, mask).flatten(0, 1), roles.flatten())
        learner.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        learner.step()
        pace.step()
        lost += (float(loss.detach()) - lost) / min(step, 50)
        if step % 50 == 0 or step == steps:
            report(f"words: step {step} of {steps}, loss {lost:.3f}, {monotonic() - began:.0f} s")
    return net.cpu().eval()


def save(net: WordNet, file: Path) -> None:
    """Trained tagger -> its file of weights for onnxruntime."""
    example = torch.ones(1, 3, GRAMS, dtype=torch.long), torch.zeros(1, 3, PLACES), torch.ones(1, 3, dtype=torch.long)
    axes = {name: {0: "pages", 1: "words"} for name in ("grams", "places", "mask", "scores")}
    torch.onnx.export(
        net,
        example,
        str(file),
        input_names=["grams", "places", "mask"],
        output_names=["scores"],
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def measured(tagged: Sequence[tuple[Sequence[str], Sequence[str]]]) -> dict[str, dict[str, float]]:
    """(roles, roles as tagged) of pages -> of each role, and of all that are not "other": precision, recall, words."""
    told: dict[str, dict[str, float]] = {}
    pairs = [(a, b) for true, found in tagged for a, b in zip(true, found, strict=True)]
    for tag in TAGS:
        right = sum(a == b == tag for a, b in pairs)
        told |= _told(tag, right, sum(b == tag for _, b in pairs), sum(a == tag for a, _ in pairs))
    right = sum(a == b != "other" for a, b in pairs)
    every = sum(b != "other" for _, b in pairs), sum(a != "other" for a, _ in pairs)
    return told | _told("all but other", right, *every)


def _told(name: str, right: int, found: int, real: int) -> dict[str, dict[str, float]]:
    """A role, its words that were told right, that were told at all, and that there are -> what is measured of it."""
    if not real:
        return {}
    return {name: {"precision": round(right / max(found, 1), 3), "recall": round(right / real, 3), "words": real}}


def _pace(step: int, steps: int) -> float:
    warm = max(1, int(steps * WARM))
    if step < warm:
        return (step + 1) / warm
    return 0.02 + 0.98 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm))) / 2


def _batches(clean: Sequence[Drill], rng: Random, steps: int) -> Iterator[Batch]:
    """Pages -> so many batches of worn ones, all pages before any comes again."""
    order: list[int] = []
    waiting: list[list[int]] = []
    for _ in range(steps):
        if not waiting:
            while len(order) < BATCH * POOL:
                fresh = [*range(len(clean))]
                rng.shuffle(fresh)
                order += fresh
            pool, order = sorted(order[: BATCH * POOL], key=lambda i: len(clean[i].words)), order[BATCH * POOL :]
            waiting = [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
            rng.shuffle(waiting)
        yield _batch([worn(clean[i], rng) for i in waiting.pop()])


def _batch(pages: Sequence[Drill]) -> Batch:
    longest = max(len(page.words) for page in pages)
    letters = np.zeros((len(pages), longest, GRAMS), np.int64)
    where = np.zeros((len(pages), longest, PLACES), np.float32)
    mask = np.zeros((len(pages), longest), np.int64)
    roles = np.full((len(pages), longest), NOTHING, np.int64)
    for i, page in enumerate(pages):
        count = len(page.words)
        letters[i, :count] = grams([word.text for word in page.words])
        where[i, :count] = places(page.words, page.width, page.height)
        mask[i, :count] = 1
        roles[i, :count] = [TAGS.index(tag) for tag in page.tags]
    return torch.from_numpy(letters), torch.from_numpy(where), torch.from_numpy(mask), torch.from_numpy(roles)
