"""Statements and drawn pages -> the weights that find regions, and how well they find them."""

from __future__ import annotations

import math
import platform
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from extraction.layout.regions import CELL
from extraction.layout.roles import REGION_KINDS
from extraction.training import region_pages
from extraction.training.region_labels import Labelled
from extraction.training.region_measure import measure
from extraction.training.region_net import RegionNet, Told, loss
from extraction.training.region_wear import seen

LONG, SHORT = 640, 512
"""Sides of the pictures that are learnt from, pixels."""
BATCH = 8
DRAWN = 0.35
"""Share of the batches that are of drawn pages."""
RATE, DECAY = 2.5e-3, 1e-4
WARM = 0.03
"""Share of the steps in which the rate rises."""
KEPT = 0.998
"""The stored weights are a moving mean over the steps; so much of it stays at each."""
Picture = tuple[NDArray[np.float32], list[tuple[str, NDArray[np.float32]]]]


def train(
    documents: Sequence[Path],
    out: Path,
    seed: int,
    steps: int,
    report: Callable[[str], None],
    held: Mapping[str, Sequence[Labelled]] | None = None,
) -> dict[str, Any]:
    """PDFs of statements, each taken once, the file for the weights, a seed, how many steps, where progress is told,
    names of sets of pages that are held out and these -> what a model card says: of the training, and how good the
    weights are on those pages, clean and worn (see `measure`)."""
    begun = time.monotonic()
    torch.manual_seed(seed)
    pages = [page for path in dict.fromkeys(documents) for page in region_pages.statement(path)]
    report(f"{len(pages)} pages of statements")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    net = fitted(pages, seed, steps, device, report)
    out.parent.mkdir(parents=True, exist_ok=True)
    export(net, out)
    seconds = round(time.monotonic() - begun)
    measured = {}
    for name, known in (held or {}).items():
        measured[name] = {"clean": measure(known, out), "worn": measure(known, out, seed)}
        report(f"{name}: {measured[name]}")
    return {
        "statements": len({*documents}),
        "pages_of_statements": len(pages),
        "drawn_pages": round(steps * BATCH * (DRAWN if pages else 1)),
        "steps": steps,
        "batch": BATCH,
        "seed": seed,
        "seconds": seconds,
        "machine": f"{device}, {platform.machine()}, threads {torch.get_num_threads()}",
        "weights": sum(p.numel() for p in net.parameters()),
        "bytes": out.stat().st_size,
        "measured": measured,
    }


def fitted(pages: Sequence[Labelled], seed: int, steps: int, device: str, report: Callable[[str], None]) -> RegionNet:
    """Pages of statements, a seed, how many steps, the device -> the network that learnt from them, on the CPU."""
    net = RegionNet().to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    mean: RegionNet = deepcopy(net).eval()
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    half = device == "cuda" or torch.backends.cpu.get_cpu_capability() == "AVX512"
    lost = 0.0
    for step, (pixels, *wanted) in enumerate(batches(pages, seed, steps)):
        for group in optimizer.param_groups:
            group["lr"] = RATE * _pace(step / steps)
        with torch.autocast(device, torch.bfloat16, enabled=half):
            told = net(pixels.to(device, memory_format=torch.channels_last))
        wrong = loss(told.float(), *(w.to(device) for w in wanted))
        optimizer.zero_grad()
        wrong.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimizer.step()
        _averaged(mean, net, min(KEPT, step / (step + 10)))
        lost += (float(wrong.detach()) - lost) / min(step + 1, 100)
        if step % 100 == 99:
            report(f"step {step + 1} of {steps}: {lost:.4f}")
    return mean.to("cpu")


def _pace(done: float) -> float:
    """Share of the steps that is done -> share of the rate: up, then down along a cosine."""
    return min(1.0, done / WARM) * (0.02 + 0.98 * (1 + math.cos(math.pi * done)) / 2)


@torch.no_grad()
def _averaged(mean: RegionNet, net: RegionNet, kept: float) -> None:
    """Moves the mean of the weights a little to where they are now."""
    for old, new in zip(mean.state_dict().values(), net.state_dict().values(), strict=True):
        if old.is_floating_point():
            old.mul_(kept).add_(new, alpha=1 - kept)
        else:
            old.copy_(new)


def batches(pages: Sequence[Labelled], seed: int, steps: int) -> Iterator[tuple[Tensor, ...]]:
    """Pages of statements, a seed, how many -> batches: pictures, kinds, sides and weights of their cells (`loss`)."""
    rng = np.random.default_rng(seed)
    upright = [page for page in pages if page.height >= page.width]
    lying = [page for page in pages if page.height < page.width]
    waiting: dict[bool, list[Labelled]] = {False: [], True: []}
    number = seed * 10_000_000
    for _ in range(steps):
        if pages and rng.random() >= DRAWN:
            group = lying if lying and (not upright or rng.random() < len(lying) / len(pages)) else upright
            chosen = [group[int(rng.integers(len(group)))] for _ in range(BATCH)]
        else:
            while max(map(len, waiting.values())) < BATCH:
                page = region_pages.report(number)
                number += 1
                waiting[page.height >= page.width].append(page)
            full = max(waiting, key=lambda way: len(waiting[way]))
            chosen, waiting[full] = waiting[full], []
        canvas = (LONG, SHORT) if chosen[0].height >= chosen[0].width else (SHORT, LONG)
        told = [seen(p.grey, (p.width, p.height), p.regions, canvas, rng) for p in chosen]
        cells = [wanted(boxes, canvas) for _, boxes in told]
        columns = [np.stack([picture for picture, _ in told])[:, None], *map(np.stack, zip(*cells, strict=True))]
        yield tuple(torch.from_numpy(column) for column in columns)


def wanted(
    boxes: Sequence[tuple[str, NDArray[np.float32]]], canvas: tuple[int, int]
) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float32]]:
    """Kinds and boxes of regions, height and width of their picture -> for each cell the kind of the smallest region
    around it or -1, pixels to its sides, and how much it counts: those of large regions less."""
    rows, columns = canvas[0] // CELL, canvas[1] // CELL
    kinds = np.full((rows, columns), -1, np.int64)
    sides = np.zeros((4, rows, columns), np.float32)
    weights = np.ones((rows, columns), np.float32)
    y, x = np.meshgrid((np.arange(rows) + 0.5) * CELL, (np.arange(columns) + 0.5) * CELL, indexing="ij")
    for kind, box in sorted(boxes, key=lambda b: -float((b[1][2] - b[1][0]) * (b[1][3] - b[1][1]))):
        cx, cy = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        wide, high = (max(float(b - a) / 2, CELL / 2 + 0.01) for a, b in ((box[0], box[2]), (box[1], box[3])))
        inside = (np.abs(x - cx) < wide) & (np.abs(y - cy) < high)
        kinds[inside] = REGION_KINDS.index(kind)
        told = np.stack([x - box[0], y - box[1], box[2] - x, box[3] - y])
        sides[:, inside] = told[:, inside]
        weights[inside] = 8 / math.sqrt(max(1, int(inside.sum())))
    return kinds, sides, weights


def export(net: RegionNet, out: Path) -> None:
    """Network -> its file: input `page` (1, 1, height, width), ink 0..1 as `extraction.layout.regions.normal` makes it,
    sides multiples of 64; output scores of the kinds, 0..1, and pixels to the sides, for each cell of 8 x 8 pixels."""
    torch.onnx.export(
        Told(net).eval(),
        (torch.zeros(1, 1, LONG, SHORT),),
        str(out),
        input_names=["page"],
        output_names=["told"],
        dynamic_axes={"page": {2: "height", 3: "width"}, "told": {2: "rows", 3: "columns"}},
        opset_version=17,
        dynamo=False,
    )
