"""A native PDF -> the same as a scanner, a fax or a camera makes it: a PDF of pictures without any text."""

from io import BytesIO

import numpy as np
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.generator.scan import pages

from .wear import Wear, jpeg, worn


def scanned(pdf: bytes, way: Wear, dpi: int, seed: int) -> bytes:
    """PDF, how it wears, pixels per inch, seed -> the PDF of its pictures; the same every time."""
    rng = np.random.default_rng(seed)
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    for picture in pages(pdf, dpi):
        data = jpeg(worn(picture, way, dpi, rng), way, rng)
        size = (picture.width * 72 / dpi, picture.height * 72 / dpi)
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(BytesIO(data)), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
