"""A clean picture of a page -> the picture that a scanner, a fax or a camera makes of it. Pure; the seed decides."""

import math
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Grey = NDArray[np.float32]
Corner = tuple[float, float]

PAPER = (0.86, 0.99)
INK = (0.02, 0.25)
"""Shares of white: how light the paper, and how dark the ink may be."""
STAMPS = ("RECEIVED", "PAID", "COPY", "ENTERED")
DESK = (0.2, 0.55)
"""Share of white of what a photographed sheet lies on."""


@dataclass(frozen=True, slots=True)
class Wear:
    """How much of each a page gets; a value is the most, and each page draws its own from none to it.

    `skew` degrees; `blur` points (radius of a soft focus); `noise` share of white, of each pixel; `fade`: share of the
    contrast that is lost; `light`: share of the light that is gone at the dark side; `specks` per square inch;
    `stamp`: chance of a rubber stamp across the page; `tilt`: share of the sides by which corners lie out of true, on
    a desk that shows around the sheet; `jpeg`: (worst, best) quality; `bits` 1 makes black and white of it.
    """

    skew: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    fade: float = 0.0
    light: float = 0.0
    specks: float = 0.0
    stamp: float = 0.0
    tilt: float = 0.0
    jpeg: tuple[int, int] = (95, 95)
    bits: int = 8


WAYS: dict[str, Wear] = {
    "clean": Wear(),
    "scan": Wear(skew=1.0, blur=0.25, noise=0.012, fade=0.5, light=0.08, specks=0.5, jpeg=(50, 85)),
    "copy": Wear(skew=2.5, blur=0.45, noise=0.03, fade=1.0, light=0.25, specks=4.0, jpeg=(35, 65)),
    "stamped": Wear(skew=1.0, blur=0.25, noise=0.012, fade=0.5, light=0.08, specks=0.5, stamp=1.0, jpeg=(50, 85)),
    "fax": Wear(skew=1.5, blur=0.25, noise=0.02, fade=0.3, specks=2.0, bits=1),
    "photo": Wear(skew=4.0, blur=0.4, noise=0.025, fade=0.6, light=0.5, tilt=0.04, jpeg=(50, 85)),
}
"""Names of kinds of wear, from none to that of a photo by hand."""


def worn(picture: Image.Image, way: Wear, dpi: int, rng: np.random.Generator) -> Image.Image:
    """Grey picture of a page, how it wears, its pixels per inch -> the worn picture, grey."""
    picture = picture.convert("L")
    if rng.random() < way.stamp:
        picture = _stamped(picture, dpi, rng)
    if way.blur:
        picture = picture.filter(ImageFilter.GaussianBlur(_upto(way.blur, rng) * dpi / 72))
    grey = np.asarray(picture, np.float32) / 255
    grey = _printed(grey, way.fade, rng)
    if way.specks:
        grey = _specked(grey, _upto(way.specks, rng), dpi, rng)
    if way.tilt or way.skew:
        grey = _moved(grey, way, rng)
    if way.light:
        grey = grey * _lit(grey.shape, _upto(way.light, rng), rng)
    if way.noise:
        grey = grey + rng.normal(0, _upto(way.noise, rng), grey.shape).astype(np.float32)
    if way.bits == 1:
        grey = (grey > 0.6 * float(np.median(grey))).astype(np.float32)
    return Image.fromarray((np.clip(grey, 0, 1) * 255).astype(np.uint8))


def jpeg(picture: Image.Image, way: Wear, rng: np.random.Generator) -> bytes:
    """Worn picture, how it wears -> its file: JPEG, and PNG where it is black and white."""
    out = BytesIO()
    if way.bits == 1:
        picture.convert("1", dither=Image.Dither.NONE).save(out, "PNG")
    else:
        picture.save(out, "JPEG", quality=int(rng.integers(way.jpeg[0], way.jpeg[1] + 1)))
    return out.getvalue()


def _upto(most: float, rng: np.random.Generator) -> float:
    return float(rng.uniform(0, most))


def _printed(grey: Grey, fade: float, rng: np.random.Generator) -> Grey:
    """Pages are never white nor their ink black."""
    share = _upto(fade, rng)
    paper = 1 - share * (1 - float(rng.uniform(*PAPER)))
    ink = share * float(rng.uniform(*INK))
    return ink + grey * (paper - ink)


def _specked(grey: Grey, per_inch: float, dpi: int, rng: np.random.Generator) -> Grey:
    """Dust: dots and short hairs, dark and light."""
    picture = Image.fromarray((grey * 255).astype(np.uint8))
    pen = ImageDraw.Draw(picture)
    height, width = grey.shape
    for _ in range(int(per_inch * height * width / dpi**2)):
        x, y = float(rng.uniform(0, width)), float(rng.uniform(0, height))
        size = float(rng.uniform(0.2, 0.9)) * dpi / 72
        shade = int(rng.choice((30, 90, 255)))
        if rng.random() < 0.9:
            pen.ellipse((x, y, x + size, y + size), fill=shade)
        else:
            angle, length = float(rng.uniform(0, math.pi)), float(rng.uniform(3, 12)) * dpi / 72
            end = (x + length * math.cos(angle), y + length * math.sin(angle))
            pen.line((x, y, *end), fill=shade, width=max(1, round(size / 2)))
    return np.asarray(picture, np.float32) / 255


def _stamped(picture: Image.Image, dpi: int, rng: np.random.Generator) -> Image.Image:
    """A rubber stamp, through which the print shows."""
    font = ImageFont.load_default(size=round(26 * dpi / 72))
    text = str(rng.choice(STAMPS))
    x0, top, x1, bottom = font.getbbox(text)
    edge = round(8 * dpi / 72)
    plate = Image.new("L", (round(x1 - x0) + 2 * edge, round(bottom - top) + 2 * edge), 0)
    pen = ImageDraw.Draw(plate)
    pen.text((edge - x0, edge - top), text, font=font, fill=255)
    pen.rectangle((0, 0, plate.width - 1, plate.height - 1), outline=255, width=max(1, round(2 * dpi / 72)))
    plate = plate.rotate(float(rng.uniform(-25, 25)), Image.Resampling.BICUBIC, expand=True)
    at = (int(rng.uniform(0, max(1, picture.width - plate.width))), int(rng.uniform(0, picture.height * 0.8)))
    over = Image.new("L", picture.size, 0)
    over.paste(plate, at)
    dark = np.asarray(picture, np.float32) * (1 - np.asarray(over, np.float32) / 255 * float(rng.uniform(0.25, 0.5)))
    return Image.fromarray(dark.astype(np.uint8))


def _lit(shape: tuple[int, ...], lost: float, rng: np.random.Generator) -> Grey:
    """Light that falls off to one side, and the soft shadow of a hand or a binding at an edge."""
    height, width = shape[0], shape[1]
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    ys, xs = ys / height - 0.5, xs / width - 0.5
    angle = float(rng.uniform(0, 2 * math.pi))
    across = 0.5 + (xs * math.cos(angle) + ys * math.sin(angle)) / math.sqrt(2)
    light = 1 - lost * 0.7 * across
    angle, at, soft = float(rng.uniform(0, 2 * math.pi)), float(rng.uniform(0.2, 0.45)), float(rng.uniform(0.02, 0.1))
    beyond = (xs * math.cos(angle) + ys * math.sin(angle) - at) / soft
    light = light * (1 - lost * 0.6 / (1 + np.exp(-np.clip(beyond, -30, 30))))
    return light.astype(np.float32)


def _moved(grey: Grey, way: Wear, rng: np.random.Generator) -> Grey:
    """The sheet as it lies: turned by a little, and seen aslant where a camera took it."""
    height, width = grey.shape
    picture = Image.fromarray((grey * 255).astype(np.uint8))
    ground = int(np.median(grey) * 255)
    angle = float(rng.uniform(-way.skew, way.skew))
    if not way.tilt:
        return np.asarray(picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor=ground), np.float32) / 255
    ground = int(float(rng.uniform(*DESK)) * 255)
    inset = 0.03
    corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
    turn = math.radians(angle)
    lies = []
    for x, y in corners:
        x, y = (x - 0.5) * (1 - 2 * inset) * width, (y - 0.5) * (1 - 2 * inset) * height
        x, y = x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)
        x += float(rng.uniform(-way.tilt, way.tilt)) * width
        y += float(rng.uniform(-way.tilt, way.tilt)) * height
        lies.append((x + width / 2, y + height / 2))
    flat = [(x * width, y * height) for x, y in corners]
    moved = picture.transform(
        picture.size, Image.Transform.PERSPECTIVE, homography(lies, flat), Image.Resampling.BICUBIC, fillcolor=ground
    )
    return np.asarray(moved, np.float32) / 255


def homography(seen: list[Corner], flat: list[Corner]) -> list[float]:
    """Four corners as seen, the same as they lie flat -> the eight numbers of Pillow's PERSPECTIVE: seen -> flat."""
    rows, values = [], []
    for (x, y), (u, v) in zip(seen, flat, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return [float(value) for value in np.linalg.solve(np.array(rows), np.array(values))]
