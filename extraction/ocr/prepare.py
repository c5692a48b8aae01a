"""A picture of a page -> what a recogniser reads best: level, even, dark on light, without ruling lines. Pure.
A home of OpenCV."""

import math
import struct
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps

from extraction.model import Rule
from extraction.ocr.ruling import Run, ruling
from extraction.ocr.skew import angle

Grey = NDArray[np.uint8]

DPI = 300
"""Resolution that is read: Tesseract is trained on 10 to 12 pt at 300 dpi."""
SMALLEST_ANGLE = 0.06
"""Degrees below which turning blurs more than it levels."""
INK = 150
"""Grey below this on a flattened page is ink."""
CROWDED = 0.15
"""Changes between ink and paper per pixel; see `crowded`."""
NIGHT = 80
"""The median grey of a page printed light on dark lies below this; badly lit paper is lighter."""
PATCH = 6.0
"""Points: the background is even within a patch of this side; no glyph stroke is as wide."""
SPECKS = 60
"""Pixels of ink, at `DPI`, that may be lost at the edges of a page: a dot of a font of 9 points has 25."""
BAND = (5.0, 30.0)
"""Points: the least height and width of a dark band that carries light text."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """One page ready to be read.

    `view` is the picture turned and levelled but otherwise as it came, `image` is what is read;
    both show the same page of `width` x `height` points, `scale` is points per pixel of `image`.
    `turns` are quarter turns clockwise and `angle` the degrees clockwise that were applied.
    """

    view: Image.Image
    image: Image.Image
    scale: float
    width: float
    height: float
    rules: tuple[Rule, ...]
    turns: int
    angle: float


def prepare(image: Image.Image, size: tuple[float, float], turns: int = 0) -> Prepared:
    """Picture, the points it covers, quarter turns clockwise that make it upright -> prepared page."""
    if turns % 4:
        image = image.rotate(-90 * (turns % 4), expand=True)
        size = size if turns % 2 == 0 else (size[1], size[0])
    view = _resized(image, size, DPI)
    flat, grey = view.size, _grey(view)
    degrees = angle(_coarse_ink(grey))
    if abs(degrees) >= SMALLEST_ANGLE:
        view = levelled(view, degrees)
        grey = _grey(view)
    else:
        degrees = 0.0
    points = DPI / 72
    even = flattened(without_dark_bands(grey, points), points)
    cut = _margin(even < INK, flat)
    even, view = even[cut[1] : cut[3], cut[0] : cut[2]], view.crop(cut)
    lines = ruling(even, even < INK, points)
    return Prepared(
        view=view,
        image=Image.fromarray(lines.without),
        scale=72 / DPI,
        width=round(view.width * 72 / DPI, 2),
        height=round(view.height * 72 / DPI, 2),
        rules=tuple(_rule(line, 72 / DPI) for line in lines.lines),
        turns=turns % 4,
        angle=degrees,
    )


def plain(image: Image.Image) -> Image.Image:
    """Any picture -> RGB or 8-bit grey as the camera held it (EXIF), transparent parts white."""
    image = _as_held(image)
    if image.mode.startswith("I") or image.mode == "F":
        return _deep(np.asarray(image))
    if image.mode == "LAB":
        return image.getchannel("L")
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image).convert("RGB")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _as_held(image: Image.Image) -> Image.Image:
    """Picture -> turned as its EXIF notes say; as it lies where they are damaged, which the picture need not be."""
    try:
        return ImageOps.exif_transpose(image)
    except (SyntaxError, ValueError, TypeError, LookupError, EOFError, OSError, struct.error):
        return image


def _deep(values: NDArray[np.generic]) -> Image.Image:
    """Grey values of 16 or 32 bits -> 8-bit grey, the lightest white (scanners use 10, 12 or 16 bits)."""
    deep = np.nan_to_num(values.astype(np.float32), posinf=0.0, neginf=0.0).clip(0)
    most = float(deep.max(initial=0.0))
    return Image.fromarray((deep * (255.0 / most) if most > 255 else deep).astype(np.uint8))


def levelled(image: Image.Image, degrees: float) -> Image.Image:
    """Picture -> rotated clockwise by `degrees`, grown to keep its corners, filled with white."""
    width, height = image.size
    sin, cos = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    grown = round(width * abs(cos) + height * abs(sin)), round(width * abs(sin) + height * abs(cos))
    turned = np.array([[cos, -sin], [sin, cos]])
    aside = np.array(grown) / 2 - turned @ (np.array(image.size) / 2)
    white = (255,) * len(image.getbands())
    matrix = np.column_stack([turned, aside])
    return Image.fromarray(cv2.warpAffine(np.asarray(image), matrix, grown, flags=cv2.INTER_CUBIC, borderValue=white))


def _margin(ink: NDArray[np.bool_], size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Ink of a levelled page, its width and height before -> the box of that size in its middle, all where ink would be
    cut off: pages that lay askew by more and by less have their columns at the same place."""
    height, width = ink.shape
    x0, top = max(0, width - size[0]) // 2, max(0, height - size[1]) // 2
    box = (x0, top, min(width, x0 + size[0]), min(height, top + size[1]))
    if np.count_nonzero(ink) - np.count_nonzero(ink[top : box[3], x0 : box[2]]) > SPECKS:
        return (0, 0, width, height)
    return box


def crowded(image: Image.Image) -> bool:
    """Prepared image -> whether its ink changes too often for text: a halftone, noise (Tesseract takes minutes).

    Changes per pixel across and down: noise and halftones .18 to .23; pages of text .01 to .03, a page full of
    the smallest print, 3 pt, .18 and .14.
    """
    ink = np.asarray(image) < INK
    across, down = np.count_nonzero(ink[:, 1:] != ink[:, :-1]), np.count_nonzero(ink[1:] != ink[:-1])
    return bool(min(across, down) > CROWDED * ink.size)


def flattened(grey: Grey, points: float) -> Grey:
    """Grey page, pixels per point -> the same on an even white ground (shading and tints divided out)."""
    ground = np.maximum(_ground(grey, max(4, round(PATCH * points))), 1)
    return cv2.divide(grey, ground, scale=255).astype(np.uint8)


def without_dark_bands(grey: Grey, points: float) -> Grey:
    """Grey page, pixels per point -> the same with its dark bands (white on black headers) inverted."""
    cell = max(2, round(2 * points))
    rows, columns = grey.shape[0] // cell, grey.shape[1] // cell
    if not rows or not columns:
        return grey
    blocks = grey[: rows * cell, : columns * cell].reshape(rows, cell, columns, cell).mean(axis=(1, 3))
    dark = blocks < 0.55 * float(np.percentile(blocks, 90))
    high, wide = (max(2, round(side * points / cell)) for side in BAND)
    bands = _opened(dark, high, wide)
    if not bands.any():
        return grey
    # Light text leaves holes in a band: close them, then give back what the closing added at the rim.
    mask = _mask(bands, "close", 2 * high + 1)
    full = np.zeros(grey.shape, bool)
    full[: rows * cell, : columns * cell] = np.kron(mask, np.ones((cell, cell), bool))
    return np.where(full, 255 - grey, grey)


def _grey(image: Image.Image) -> Grey:
    """Picture -> grey with a light ground: a page that is dark for the most part is turned into its negative."""
    grey = np.asarray(image.convert("L"))
    return 255 - grey if np.median(grey[::8, ::8]) < NIGHT else grey


def _coarse_ink(grey: Grey) -> NDArray[np.bool_]:
    """Grey page -> its ink at about 1000 pixels across, enough for angles of a hundredth of a radian."""
    factor = max(1, round(min(grey.shape) / 1000))
    small = np.asarray(Image.fromarray(grey).reduce(factor))
    return flattened(small, min(small.shape) / 595) < INK


def _ground(grey: Grey, side: int) -> Grey:
    """Grey page -> its paper: the lightest of each patch, without lone lights, smoothed, in full size."""
    height, width = grey.shape
    padded = np.pad(grey, ((0, -height % side), (0, -width % side)), mode="edge")
    blocks = padded.reshape(padded.shape[0] // side, side, padded.shape[1] // side, side).max(axis=(1, 3))
    small = Image.fromarray(blocks).filter(ImageFilter.MedianFilter(3))
    size = (padded.shape[1], padded.shape[0])
    return cv2.resize(np.asarray(small), size, interpolation=cv2.INTER_LINEAR)[:height, :width].astype(np.uint8)


def _opened(mask: NDArray[np.bool_], high: int, wide: int) -> NDArray[np.bool_]:
    """Mask -> its parts that hold a box of `high` x `wide`."""
    return _swept(_swept(mask, high, wide, np.logical_and, False), high, wide, np.logical_or, True)


def _swept(mask: NDArray[np.bool_], high: int, wide: int, join: np.ufunc, back: bool) -> NDArray[np.bool_]:
    """Mask -> each cell joined with the next `high` x `wide` cells (the previous ones where `back`)."""
    for axis, count in ((0, high), (1, wide)):
        joined = mask
        for step in range(1, count):
            joined = join(joined, _shifted(mask, step if back else -step, axis))
        mask = joined
    return mask


def _shifted(mask: NDArray[np.bool_], step: int, axis: int) -> NDArray[np.bool_]:
    """Mask moved by `step` along `axis`; what comes in is empty."""
    moved = np.roll(mask, step, axis)
    rim: list[slice] = [slice(None), slice(None)]
    rim[axis] = slice(0, step) if step > 0 else slice(step, None)
    moved[tuple(rim)] = False
    return moved


def _mask(mask: NDArray[np.bool_], _way: str, side: int) -> NDArray[np.bool_]:
    """Mask -> closed by a square of `side` cells (odd)."""
    image = Image.fromarray(mask.astype(np.uint8) * 255)
    return np.asarray(image.filter(ImageFilter.MaxFilter(side)).filter(ImageFilter.MinFilter(side))) > 0


def _resized(image: Image.Image, size: tuple[float, float], dpi: int) -> Image.Image:
    """Picture -> the same at `dpi`; a pixel more or less is left as it is."""
    width, height = (max(1, round(side * dpi / 72)) for side in size)
    if abs(width - image.width) <= 1 and abs(height - image.height) <= 1:
        return image
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _rule(line: Run, scale: float) -> Rule:
    """Pixel box of a line -> its middle line in points."""
    x0, top, x1, bottom = line
    if x1 - x0 >= bottom - top:
        middle = round((top + bottom) / 2 * scale, 2)
        return Rule(round(x0 * scale, 2), middle, round(x1 * scale, 2), middle)
    middle = round((x0 + x1) / 2 * scale, 2)
    return Rule(middle, round(top * scale, 2), middle, round(bottom * scale, 2))
