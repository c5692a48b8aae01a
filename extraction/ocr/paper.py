"""Pictures and pages -> the sheets of paper that they show. Pure."""

from PIL import Image

SHEETS = (288.0, 1250.0)
"""Points: the long sides of sheets of paper, from 4 to 17 inches."""
A4_LONG, LETTER_LONG, BETWEEN = 841.89, 792.0, 1.354
"""Long sides in points, and the aspect half way between the two sheets (1.414, 1.294)."""


def sheet(image: Image.Image) -> tuple[float, float]:
    """Picture -> points it covers: by its own dpi where that gives a sheet of paper, else A4 or Letter."""
    width, height = image.size
    dpi = float(image.info.get("dpi", (0, 0))[0] or 0)
    longest = max(width, height)
    if dpi > 0 and 500 <= longest * 72 / dpi <= 1250:
        return round(width * 72 / dpi, 2), round(height * 72 / dpi, 2)
    points = (A4_LONG if longest / min(width, height) > BETWEEN else LETTER_LONG) / longest
    return round(width * points, 2), round(height * points, 2)


def paper(size: tuple[float, float]) -> tuple[float, float]:
    """Points of a page -> the same where it could be a sheet of paper, else those of a sheet of its shape.

    Scanning programs that know no resolution make a page of as many points as the picture has pixels.
    """
    longest = max(size)
    if SHEETS[0] <= longest <= SHEETS[1]:
        return size
    return size[0] * A4_LONG / longest, size[1] * A4_LONG / longest
