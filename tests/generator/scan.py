"""Turns a PDF into what a scanner or a camera makes of it."""

from io import BytesIO

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

GREYS = 16  # levels of a PNG scan; keeps the files small


def pages(pdf: bytes, dpi: int) -> list[Image.Image]:
    """Grey pictures of the pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]


def worn(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Adds skew of up to a degree, a soft focus, a grey background and noise."""
    skew = float(rng.uniform(-1.0, 1.0))
    turned = picture.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    soft = turned.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.2, 0.6))))
    values = np.asarray(soft, dtype=np.float32)
    paper, ink = float(rng.uniform(232, 252)), float(rng.uniform(5, 50))
    values = ink + values / 255 * (paper - ink)
    values += rng.normal(0, float(rng.uniform(0.5, 3.0)), values.shape).astype(np.float32)
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def jpeg(picture: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


def png(picture: Image.Image) -> bytes:
    """A PNG with few grey levels."""
    step = 256 // GREYS
    flat = picture.filter(ImageFilter.MedianFilter(3)) if picture.width > 2000 else picture
    levels = flat.point(lambda v: min(255, (v // step) * step + step // 2 if v < 200 else 255))
    out = BytesIO()
    levels.quantize(GREYS).save(out, "PNG", optimize=True)
    return out.getvalue()


def image_pdf(pictures: list[Image.Image], dpi: int, quality: int) -> bytes:
    """A PDF that holds one picture per page and no text."""
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    for picture in pictures:
        width, height = picture.width * 72 / dpi, picture.height * 72 / dpi
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(BytesIO(jpeg(picture, quality))), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scan(pdf: bytes, kind: str, dpi: int, seed: int) -> tuple[bytes, str]:
    """(data, media type) of the scanned document; several pages always become a PDF."""
    rng = np.random.default_rng(seed)
    pictures = [worn(page, rng) for page in pages(pdf, dpi)]
    quality = int(rng.integers(35, 75))
    if kind == "pdf" or len(pictures) > 1:
        return image_pdf(pictures, dpi, quality), "application/pdf"
    if kind == "png":
        return png(pictures[0]), "image/png"
    return jpeg(pictures[0], quality), "image/jpeg"
