"""Files -> pages whose regions are known: statements that are proved, drawn pages, reports whose tables were marked."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extraction.model import Region
from extraction.source import pdf
from extraction.training.documents import read_proved
from extraction.training.drawn_pages import drawn
from extraction.training.region_labels import Labelled, labels

DPI = 86
"""Resolution at which pages are kept; they are seen at two thirds of it, more or less."""
MOST_PAGES = 12
"""Statements of more pages are left out: they would be most of what is learnt."""
PAGES = 1000


def statement(path: Path) -> list[Labelled]:
    """PDF of a statement -> its pages with their regions; none where it is not proved, or was read from pictures."""
    one = read_proved(path)
    if one is None or len(one.pages) > MOST_PAGES:
        return []
    return [
        Labelled(grey, page.width, page.height, regions)
        for grey, page, regions in zip(
            pictures(path.read_bytes()), one.pages, labels(one.pages, one.result), strict=True
        )
    ]


def report(seed: int) -> Labelled:
    """Seed -> a drawn page of a report with its regions."""
    page = drawn(seed)
    return Labelled(pictures(page.pdf)[0], page.width, page.height, page.regions)


def marked(path: Path) -> list[Labelled]:
    """PDF, beside it NAME.truth.json with `tables`, each of `regions` with `page` and `bbox`, points from the lower
    left (as the ICDAR 2013 table competition has them) -> its pages with their tables."""
    data = path.read_bytes()
    truth = json.loads(path.with_suffix(".truth.json").read_text("utf-8"))
    parts = [region for table in truth["tables"] for region in table["regions"]]
    with pdf.opened(data, None, PAGES) as document:
        sizes = [(page.width, page.height) for page in (pdf.read_page(document, i) for i in range(len(document)))]
    found = []
    for number, (grey, (width, height)) in enumerate(zip(pictures(data), sizes, strict=True), 1):
        boxes = [part["bbox"] for part in parts if part["page"] == number]
        regions = tuple(Region("table", b[0], height - b[3], b[2], height - b[1], 1.0) for b in boxes)
        found.append(Labelled(grey, width, height, regions))
    return found


def pictures(data: bytes, dpi: int = DPI) -> list[NDArray[np.uint8]]:
    """PDF -> the grey picture of each page."""
    with pdf.opened(data, None, PAGES) as document:
        found = []
        for index in range(len(document)):
            pdf.read_page(document, index)  # a page that lies on its side is drawn as it was read
            found.append(np.asarray(pdf.draw_page(document, index, dpi).to_pil().convert("L"), np.uint8))
    return found
