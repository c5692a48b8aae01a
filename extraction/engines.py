"""Settings -> reading engines: the only constructor of engines."""

from extraction.ocr.engine import Engines
from extraction.ocr.tesseract import Tesseract
from extraction.settings import Settings

PAGE_SECONDS = 60
"""Bound on one page; the slowest page measured (5 000 words) took 9 s."""


def ocr_engines(settings: Settings) -> Engines:
    """Settings -> OCR engines. Nothing is started: where Tesseract is missing, the first page is an EngineError."""
    from extraction.ocr.rapid import Rapid  # .25 s and 300 MB of address space that native documents do without

    return Engines(Rapid(), Tesseract(settings.ocr_language, min(settings.max_seconds, PAGE_SECONDS)))
