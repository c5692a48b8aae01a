"""The layout model as models of layoutparser, and other models in its place. Needs the extra `layout`.

`RegionModel` and `TagModel` are what others may use of tieout in a program of layoutparser. `CheckpointRegions` and
`CheckpointTags` are checkpoints of transformers, for the detection of objects and for the classification of tokens, by
a local path or a name on the hub: `extraction.engines` puts them in the place of tieout's own where a setting names
them. Any object with layoutparser's `detect` can be had as a `Detector` by `regions_by`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import layoutparser
import numpy as np
from layoutparser.models.base_layoutmodel import BaseLayoutModel
from PIL import Image

from extraction.errors import EngineError
from extraction.layout.features import in_order
from extraction.layout.regions import Grey, detect
from extraction.layout.roles import REGION_KINDS, TAGS, RegionKind, Tag
from extraction.layout.tagger import Tagged, Tagger, TrainedTagger
from extraction.model import Page, Region, Word
from extraction.ocr.engine import Detector

KINDS: Mapping[str, RegionKind] = {
    "table": "table",
    "title": "heading",
    "section header": "heading",
    "section-header": "heading",
    "heading": "heading",
    "page header": "margin",
    "page-header": "margin",
    "page footer": "margin",
    "page-footer": "margin",
    "header": "margin",
    "footer": "margin",
    "form": "fields",
    "key-value region": "fields",
    "key-value": "fields",
}
"""What other models call regions, in small letters -> our kinds; every other name is "other"."""
THRESHOLD = 0.3
"""Regions that a checkpoint is less sure of are left out."""
MOST_TOKENS = 510


class RegionModel(BaseLayoutModel):  # type: ignore[misc]
    """The region detector as a model of layoutparser: boxes are in pixels of the picture, types our kinds."""

    DEPENDENCIES: Sequence[str] = []
    DETECTOR_NAME = "tieout-regions"
    MODEL_CATALOG: Mapping[str, Mapping[str, str]] = {}

    def __init__(self, dpi: float = 72.0) -> None:
        """`dpi`: pixels per inch of the pictures."""
        self.dpi = dpi

    def image_loader(self, image: Any) -> Grey:
        """Picture of Pillow, or array of grey values or of colours -> array of grey values."""
        picture = image if isinstance(image, Image.Image) else Image.fromarray(np.asarray(image))
        return np.asarray(picture.convert("L"), np.uint8)

    def detect(self, image: Any) -> layoutparser.Layout:
        """Picture of a page -> its regions as blocks with a type and a score."""
        grey = self.image_loader(image)
        scale = self.dpi / 72
        size = (grey.shape[1] / scale, grey.shape[0] / scale)
        return layoutparser.Layout(
            [_block(tuple(side * scale for side in r.box), r.kind, r.confidence) for r in detect(grey, size)]
        )


class TagModel(BaseLayoutModel):  # type: ignore[misc]
    """The word tagger as a model of layoutparser: it looks at words with their boxes, not at a picture."""

    DEPENDENCIES: Sequence[str] = []
    DETECTOR_NAME = "tieout-tags"
    MODEL_CATALOG: Mapping[str, Mapping[str, str]] = {}

    def __init__(self, tagger: Tagger | None = None) -> None:
        self.tagger = tagger or TrainedTagger()

    def image_loader(self, image: Any) -> Page:
        """(layout of the words of a page, width and height of the page) -> page."""
        words, (width, height) = image
        read = tuple(Word(block.text, *block.coordinates) for block in words)
        return Page(1, width, height, read)

    def detect(self, image: Any) -> layoutparser.Layout:
        """(layout of the words of a page, width and height of the page) -> the words in reading order, each with its
        role as type and its likelihood as score."""
        tagged = self.tagger(self.image_loader(image))
        return layoutparser.Layout([_block(w.box, told.tag, told.confidence, w.text) for w, told in tagged.items()])


class CheckpointRegions(BaseLayoutModel):  # type: ignore[misc]
    """A checkpoint of transformers that detects objects, as a model of layoutparser; Raises EngineError."""

    DEPENDENCIES: Sequence[str] = []
    DETECTOR_NAME = "transformers-regions"
    MODEL_CATALOG: Mapping[str, Mapping[str, str]] = {}

    def __init__(self, checkpoint: str) -> None:
        self.processor, self.model = _loaded(checkpoint, "AutoImageProcessor", "AutoModelForObjectDetection")

    def image_loader(self, image: Any) -> Image.Image:
        picture = image if isinstance(image, Image.Image) else Image.fromarray(np.asarray(image))
        return picture.convert("RGB")

    def detect(self, image: Any) -> layoutparser.Layout:
        """Picture of a page -> its regions as blocks with the checkpoint's own types."""
        import torch

        picture = self.image_loader(image)
        with torch.inference_mode():
            told = self.model(**self.processor(images=picture, return_tensors="pt"))
        sizes = torch.tensor([[picture.height, picture.width]])
        found = self.processor.post_process_object_detection(told, threshold=THRESHOLD, target_sizes=sizes)[0]
        names = self.model.config.id2label
        return layoutparser.Layout(
            [
                _block(box.tolist(), names[int(label)], float(score))
                for score, label, box in zip(found["scores"], found["labels"], found["boxes"], strict=True)
            ]
        )


class CheckpointTags:
    """A checkpoint of transformers that classifies tokens, as a `Tagger`: its labels are our tags, with or without
    "B-" and "I-"; every other label is "other". Raises EngineError."""

    def __init__(self, checkpoint: str) -> None:
        self.tokenizer, self.model = _loaded(checkpoint, "AutoTokenizer", "AutoModelForTokenClassification")
        self.boxes = hasattr(self.model.config, "max_2d_position_embeddings")
        self.tags = {number: _tag(name) for number, name in self.model.config.id2label.items()}

    def __call__(self, page: Page) -> dict[Word, Tagged]:
        """Page -> the role of each upright word: that of its first token."""
        words, found = in_order(page), dict[Word, Tagged]()
        while words:
            told = self._told(words, page)
            found |= told
            words = words[max(len(told), 1) :]
        return found

    def _told(self, words: Sequence[Word], page: Page) -> dict[Word, Tagged]:
        """Words, their page -> the roles of as many of them as one look of the checkpoint takes in."""
        import torch

        tokens: list[int] = []
        owner: list[int] = []
        for place, word in enumerate(words):
            own = self.tokenizer(word.text, add_special_tokens=False)["input_ids"] or [self.tokenizer.unk_token_id]
            if len(tokens) + len(own) > MOST_TOKENS:
                break
            tokens += own
            owner += [place] * len(own)
        inputs = {"input_ids": torch.tensor([tokens]), "attention_mask": torch.ones(1, len(tokens), dtype=torch.long)}
        if self.boxes:
            inputs["bbox"] = torch.tensor([[_thousandths(words[place], page) for place in owner]])
        with torch.inference_mode():
            likely = self.model(**inputs).logits[0].softmax(-1)
        first = {place: i for i, place in reversed([*enumerate(owner)])}
        best = {place: int(likely[i].argmax()) for place, i in first.items()}
        return {
            words[place]: Tagged(self.tags[number], float(likely[first[place], number]))
            for place, number in sorted(best.items())
        }


def regions_by(model: BaseLayoutModel) -> Detector:
    """Model of layoutparser -> what looks at the picture of a page and its size in points, and tells regions of our
    kinds."""

    def regions(grey: Grey, size: tuple[float, float]) -> tuple[Region, ...]:
        scale = size[0] / grey.shape[1]
        found = model.detect(Image.fromarray(grey).convert("RGB"))
        told = [_region(block, scale) for block in found]
        return tuple(sorted(told, key=lambda region: -region.confidence))

    return regions


def _region(block: layoutparser.TextBlock, scale: float) -> Region:
    x0, top, x1, bottom = (float(side) * scale for side in block.coordinates)
    return Region(_kind(block.type), x0, top, x1, bottom, float(block.score or 0.0))


def _block(box: Sequence[float], kind: str, score: float, text: str | None = None) -> layoutparser.TextBlock:
    return layoutparser.TextBlock(layoutparser.Rectangle(*box), text=text, type=kind, score=score)


def _kind(name: str) -> RegionKind:
    if name in REGION_KINDS:
        return name
    return KINDS.get(name.lower(), "other")


def _tag(name: str) -> Tag:
    bare = name.removeprefix("B-").removeprefix("I-").lower()
    return next((tag for tag in TAGS if tag == bare), "other")


def _thousandths(word: Word, page: Page) -> list[int]:
    """Word -> its box in thousandths of its page, as LayoutLM wants it."""
    width, height = page.width, page.height
    shares = (word.x0 / width, word.top / height, word.x1 / width, word.bottom / height)
    return [min(max(round(1000 * share), 0), 1000) for share in shares]


def _loaded(checkpoint: str, processor: str, model: str) -> tuple[Any, Any]:
    """Path or name of a checkpoint, the names of two classes of transformers -> what prepares its input, the model."""
    try:
        import transformers

        made: Callable[..., Any] = getattr(transformers, model).from_pretrained
        return getattr(transformers, processor).from_pretrained(checkpoint), made(checkpoint).eval()
    except (ImportError, OSError, ValueError) as error:
        message = f"{checkpoint!r} cannot be loaded as a layout model: {error}. Is tieout[train] installed?"
        raise EngineError(message) from error
