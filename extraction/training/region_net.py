"""The network that finds regions: a small pyramid of convolutions over the picture of a page, without anchors.

Each cell of 8 x 8 pixels says for each kind how likely, and how well placed, a region of it is around the cell (the
joint score of Li and others 2020, Generalized Focal Loss), and how far away its sides are (FCOS, Tian and others 2019).
What is around is seen down to one cell of 64 pixels (the pyramid of Lin and others 2017).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from extraction.layout.regions import CELL
from extraction.layout.roles import REGION_KINDS

KINDS = len(REGION_KINDS)
WIDE = 64
"""Features of each cell that the answers are made of."""
RARE = -4.0
"""The logit that every cell begins with: few are in a region of one kind."""
LESS = 1.4
"""Large regions count less still where sides are learnt: a line of a title is lost by a pixel or two."""
FARTHEST = 5.2
"""Natural logarithm of the most cells between a cell and a side of its region."""


class Block(nn.Module):
    """Two convolutions whose result is added to what came in (He and others 2016)."""

    def __init__(self, wide: int) -> None:
        super().__init__()
        self.first, self.second = convolved(wide, wide), convolved(wide, wide, bare=True)

    def forward(self, seen: Tensor) -> Tensor:
        return functional.relu(seen + self.second(self.first(seen)))


class RegionNet(nn.Module):
    """Pictures (n, 1, height, width), ink 0..1, sides multiples of 64 -> (n, kinds + 4, height / 8, width / 8): logits
    of the kinds, then pixels to the left, upper, right and lower side."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(1, 32, 7, 4, 3, bias=False), nn.BatchNorm2d(32), nn.ReLU())
        self.eighth = nn.Sequential(convolved(32, 64, 2), Block(64))
        self.sixteenth = nn.Sequential(convolved(64, 96, 2), Block(96))
        self.thirtieth = nn.Sequential(convolved(96, 128, 2), Block(128))
        self.sixtieth = nn.Sequential(convolved(128, 128, 2), Block(128))
        self.across = nn.ModuleList(nn.Conv2d(wide, WIDE, 1) for wide in (64, 96, 128, 128))
        self.smooth = nn.ModuleList(convolved(WIDE, WIDE) for _ in range(3))
        self.tower = convolved(WIDE, WIDE)
        self.kinds, self.sides = nn.Conv2d(WIDE, KINDS, 3, 1, 1), nn.Conv2d(WIDE, 4, 3, 1, 1)
        nn.init.normal_(self.kinds.weight, std=0.01)
        nn.init.constant_(self.kinds.bias, RARE)  # type: ignore[arg-type]
        nn.init.normal_(self.sides.weight, std=0.01)
        nn.init.constant_(self.sides.bias, 1.5)  # type: ignore[arg-type]

    def forward(self, pictures: Tensor) -> Tensor:
        eighth = self.eighth(self.stem(pictures))
        sixteenth = self.sixteenth(eighth)
        thirtieth = self.thirtieth(sixteenth)
        seen = self.across[3](self.sixtieth(thirtieth))
        for level, across, smooth in zip(
            (thirtieth, sixteenth, eighth), list(self.across)[2::-1], self.smooth, strict=True
        ):
            seen = smooth(across(level) + functional.interpolate(seen, scale_factor=2.0, mode="nearest"))
        seen = self.tower(seen)
        sides = torch.exp(torch.clamp(self.sides(seen), max=FARTHEST)) * CELL
        return torch.cat([self.kinds(seen), sides], 1)


class Told(nn.Module):
    """A network -> the same with scores 0..1 in the place of logits, as it is stored."""

    def __init__(self, net: RegionNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, pictures: Tensor) -> Tensor:
        told = self.net(pictures)
        return torch.cat([torch.sigmoid(told[:, :KINDS]), told[:, KINDS:]], 1)


def convolved(before: int, after: int, stride: int = 1, bare: bool = False) -> nn.Sequential:
    """Features before and after -> a convolution of 3 x 3, levelled over the batch; `bare`: without a threshold."""
    parts: list[nn.Module] = [nn.Conv2d(before, after, 3, stride, 1, bias=False), nn.BatchNorm2d(after)]
    return nn.Sequential(*parts, *([] if bare else [nn.ReLU(inplace=True)]))


def loss(told: Tensor, kinds: Tensor, sides: Tensor, weights: Tensor) -> Tensor:
    """What the network tells, and for each cell: the kind of its region or -1 (n, rows, columns), pixels to its sides
    (n, 4, rows, columns), how much the cell counts (n, rows, columns) -> how wrong it is, one number."""
    inside = kinds >= 0
    count = weights[inside].sum().clamp(min=1.0)
    placed = told[:, KINDS:].permute(0, 2, 3, 1)[inside]
    shared, general = agreement(placed, sides.permute(0, 2, 3, 1)[inside])
    small = weights[inside] ** LESS
    boxes = ((1 - general) * small).sum() / small.sum().clamp(min=1.0)
    wanted = torch.zeros_like(told[:, :KINDS])
    picture, row, column = inside.nonzero(as_tuple=True)
    wanted[picture, kinds[inside], row, column] = shared.detach().clamp(min=0.01).sqrt()
    logits = told[:, :KINDS]
    off = (wanted - torch.sigmoid(logits)).abs() ** 2
    each = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    scores = (off * each * weights[:, None]).sum() / count
    return scores + boxes


def agreement(a: Tensor, b: Tensor) -> tuple[Tensor, Tensor]:
    """Two tellings of how far the sides are from one cell, (n, 4) -> the share of their union that the two boxes have
    in common, and the generalised share, down to -1 (Rezatofighi and others 2019)."""
    low, high = torch.minimum(a, b), torch.maximum(a, b)
    common = (low[:, 0] + low[:, 2]).clamp(min=0) * (low[:, 1] + low[:, 3]).clamp(min=0)
    around = (high[:, 0] + high[:, 2]).clamp(min=1e-3) * (high[:, 1] + high[:, 3]).clamp(min=1e-3)
    areas = [(x[:, 0] + x[:, 2]).clamp(min=0) * (x[:, 1] + x[:, 3]).clamp(min=0) for x in (a, b)]
    union = (areas[0] + areas[1] - common).clamp(min=1e-3)
    return common / union, common / union - (around - union) / around
