"""Settings -> OCR engines and layout models: the only constructor of engines."""

from typing import TYPE_CHECKING

from extraction.ocr.engine import Detector, Engines
from extraction.settings import Settings

if TYPE_CHECKING:
    from extraction.layout.tagger import Tagger

OFF, TRAINED = "off", "trained"
"""Names of no layout model, and of tieout's own."""
PAGE_SECONDS = 60
"""Bound on one page; the slowest page measured (5 000 words) took 9 s."""


def ocr_engines(settings: Settings) -> Engines:
    """Settings -> OCR engines. Nothing is started: where Tesseract is missing, the first page is an EngineError."""
    # .4 s and 300 MB of address space that native documents do without; pytesseract imports pandas where it is there
    from extraction.ocr.rapid import Rapid
    from extraction.ocr.tesseract import Tesseract

    second = Tesseract(settings.ocr_language, min(settings.max_seconds, PAGE_SECONDS))
    return Engines(Rapid(), second, region_detector(settings))


def region_detector(settings: Settings) -> Detector | None:
    """Settings -> what tells the regions of a page, None where it is off. Raises EngineError for a checkpoint that
    cannot be loaded."""
    if settings.layout_regions == OFF:
        return None
    if settings.layout_regions == TRAINED:
        from extraction.layout.regions import detect  # see `ocr_engines`

        return detect
    from extraction.layout.lp_models import CheckpointRegions, regions_by

    checkpoint: Detector = regions_by(CheckpointRegions(settings.layout_regions))
    return checkpoint


def word_tagger(settings: Settings) -> "Tagger | None":
    """Settings -> what tells the roles of words, None where it is off. Raises EngineError for a checkpoint that cannot
    be loaded."""
    if settings.layout_tags == OFF:
        return None
    if settings.layout_tags == TRAINED:
        from extraction.layout.tagger import TrainedTagger  # see `ocr_engines`

        return TrainedTagger()
    from extraction.layout.lp_models import CheckpointTags

    return CheckpointTags(settings.layout_tags)
