"""Lines of text -> a picture of them, and where each of their words lies."""

from PIL import Image, ImageDraw, ImageFont

from schemas.provenance import BBox

SCALE = 0.24
"""Points per pixel at 300 dpi."""


def drawn(
    lines: dict[tuple[int, int], str], size: tuple[int, int] = (1500, 900), font: int = 45
) -> tuple[Image.Image, list[tuple[str, BBox]]]:
    """Lines by the place of their left top corner, pixels -> the picture, and the words: each as wide as its ink and as
    high as that of its line, points."""
    image = Image.new("L", size, 255)
    draw, face = ImageDraw.Draw(image), ImageFont.load_default(font)
    words: list[tuple[str, BBox]] = []
    for (x, y), line in lines.items():
        draw.text((x, y), line, 0, face)
        _, top, _, bottom = draw.textbbox((x, y), line, face)
        at = 0
        for word in line.split():
            at = line.index(word, at)
            x0, _, x1, _ = draw.textbbox((x + face.getlength(line[:at]), y), word, face)
            words.append((word, (x0 * SCALE, top * SCALE, x1 * SCALE, bottom * SCALE)))
            at += len(word)
    return image, words
