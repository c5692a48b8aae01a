"""The layout model as models of layoutparser, and other models in its place."""

from pathlib import Path

import layoutparser
import numpy as np
import pytest
from layoutparser.models.base_layoutmodel import BaseLayoutModel
from PIL import Image, ImageDraw

from extraction.engines import region_detector, word_tagger
from extraction.errors import EngineError
from extraction.layout.features import in_order
from extraction.layout.lp_models import CheckpointRegions, CheckpointTags, RegionModel, TagModel, regions_by
from extraction.layout.regions import detect
from extraction.layout.roles import REGION_KINDS, TAGS
from extraction.layout.tagger import TrainedTagger
from extraction.settings import Settings
from tests.pages import page

ROW = "01 Mar | Tea | 3.50 | | 96.50\n03 Mar | Wage | | 9.00 | 105.50"


def picture() -> Image.Image:
    """A page with a block of lines."""
    drawn = Image.new("RGB", (1190, 1684), "white")
    pen = ImageDraw.Draw(drawn)
    for line in range(20):
        for x in (100, 300, 800, 950):
            pen.rectangle((x, 300 + 30 * line, x + 110, 314 + 30 * line), fill="black")
    return drawn


class Fixed(BaseLayoutModel):
    """A model of layoutparser that sees the same on every page."""

    DEPENDENCIES = ()
    DETECTOR_NAME = "fixed"
    MODEL_CATALOG = {}  # noqa: RUF012  layoutparser wants a dict

    def image_loader(self, image: object) -> object:
        return image

    def detect(self, image: object) -> layoutparser.Layout:
        blocks = [
            ("Table", (100, 200, 300, 400), 0.7),
            ("Page-header", (0, 0, 300, 20), 0.9),
            ("Formula", (5, 5, 9, 9), 0.2),
        ]
        return layoutparser.Layout(
            [
                layoutparser.TextBlock(layoutparser.Rectangle(*box), type=kind, score=score)
                for kind, box, score in blocks
            ]
        )


def test_regions_are_blocks_in_the_pixels_of_the_picture() -> None:
    found = RegionModel(dpi=144).detect(picture())
    grey = np.asarray(picture().convert("L"), np.uint8)
    told = detect(grey, (595.0, 842.0))
    assert isinstance(found, layoutparser.Layout)
    assert len(found) == len(told) > 0
    assert found[0].type == told[0].kind
    assert found[0].coordinates == pytest.approx([2 * side for side in told[0].box])
    assert {block.type for block in found} <= set(REGION_KINDS)


def test_words_get_their_roles_as_types() -> None:
    read = page(ROW)
    words = layoutparser.Layout(
        [layoutparser.TextBlock(layoutparser.Rectangle(*word.box), text=word.text) for word in read.words]
    )
    found = TagModel().detect((words, (read.width, read.height)))
    told = TrainedTagger()(read)
    assert [(block.text, block.type) for block in found] == [(w.text, told[w].tag) for w in in_order(read)]


def test_another_model_of_layoutparser_tells_regions_of_our_kinds_in_points() -> None:
    found = regions_by(Fixed())(np.full((842, 1190), 255, np.uint8), (595.0, 421.0))
    assert [(r.kind, r.box, r.confidence) for r in found] == [
        ("margin", (0.0, 0.0, 150.0, 10.0), 0.9),
        ("table", (50.0, 100.0, 150.0, 200.0), 0.7),
        ("other", (2.5, 2.5, 4.5, 4.5), 0.2),
    ]


def test_models_are_off_trained_or_named_by_a_setting() -> None:
    assert word_tagger(Settings(layout_tags="off")) is None
    assert region_detector(Settings(layout_regions="off")) is None
    assert isinstance(word_tagger(Settings(layout_tags="trained")), TrainedTagger)
    assert region_detector(Settings(layout_regions="trained")) is detect


@pytest.mark.parametrize("setting", ["layout_tags", "layout_regions"])
def test_a_checkpoint_that_is_not_there_is_an_error_that_says_so(setting: str, tmp_path: Path) -> None:
    settings = Settings(**{setting: str(tmp_path / "nothing")})
    with pytest.raises(EngineError, match="nothing"):
        (word_tagger if setting == "layout_tags" else region_detector)(settings)


class TestCheckpoints:
    """Small checkpoints with weights by lot: what they tell is nothing, but it has the form that is asked for."""

    def test_a_classifier_of_tokens_tells_roles(self, tmp_path: Path) -> None:
        transformers = pytest.importorskip("transformers", reason="needs tieout[train]")
        pytest.importorskip("torch", reason="needs tieout[train]")
        vocabulary = tmp_path / "vocab.txt"
        vocabulary.write_text(
            "\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz0123456789."])
        )
        labels = {0: "O", 1: "B-date", 2: "I-AMOUNT", 3: "B-balance"}
        config = transformers.LayoutLMConfig(
            vocab_size=42,
            hidden_size=32,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=32,
            id2label=labels,
        )
        transformers.LayoutLMForTokenClassification(config).save_pretrained(tmp_path)
        transformers.BertTokenizer(str(vocabulary)).save_pretrained(tmp_path)
        tagger = word_tagger(Settings(layout_tags=str(tmp_path)))
        assert isinstance(tagger, CheckpointTags)
        read = page("\n".join([ROW] * 120))
        told = tagger(read)
        assert set(told) == set(in_order(read))
        assert {one.tag for one in told.values()} <= {"other", "date", "amount", "balance"} <= set(TAGS)
        assert all(0 < one.confidence <= 1 for one in told.values())

    def test_a_detector_of_objects_tells_regions(self, tmp_path: Path) -> None:
        transformers = pytest.importorskip("transformers", reason="needs tieout[train]")
        pytest.importorskip("torch", reason="needs tieout[train]")
        config = transformers.YolosConfig(
            hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32, image_size=[64, 64],
            num_detection_tokens=10, id2label={0: "Table", 1: "Text"},
        )  # fmt: skip
        transformers.YolosForObjectDetection(config).save_pretrained(tmp_path)
        transformers.YolosImageProcessor(size={"height": 64, "width": 64}).save_pretrained(tmp_path)
        found = CheckpointRegions(str(tmp_path)).detect(picture())
        assert isinstance(found, layoutparser.Layout)
        told = region_detector(Settings(layout_regions=str(tmp_path)))
        assert told is not None
        assert {r.kind for r in told(np.asarray(picture().convert("L"), np.uint8), (595.0, 842.0))} <= {
            "table",
            "other",
        }
