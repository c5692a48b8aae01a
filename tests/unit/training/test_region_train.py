"""Regions of proved statements, drawn pages, and a training of two steps."""

from pathlib import Path

import numpy as np
import pytest

from extraction.geometry import overlap
from extraction.layout.regions import detect
from extraction.model import Region
from extraction.training.drawn_marks import painted
from extraction.training.drawn_pages import drawn
from extraction.training.region_measure import agreed, measure
from extraction.training.region_pages import pictures, report, statement

SAMPLE = Path("samples/bank/german-soll-haben/input.pdf")


def test_a_drawn_page_is_the_same_for_the_same_seed_and_its_regions_lie_on_it() -> None:
    page = drawn(4)
    assert page == drawn(4)
    assert page != drawn(5)
    for region in page.regions:
        assert -5 <= region.x0 < region.x1 <= page.width + 60
        assert 0 <= region.top < region.bottom <= page.height + 5


def test_a_page_without_marks_is_a_page() -> None:
    assert len(pictures(painted([], (595.0, 842.0)))) == 1


def test_drawn_pages_have_tables_that_do_not_lie_over_each_other() -> None:
    tables = [[r.box for r in drawn(seed).regions if r.kind == "table"] for seed in range(20)]
    assert sum(map(len, tables)) >= 10
    for boxes in tables:
        for i, a in enumerate(boxes):
            for b in boxes[:i]:
                assert overlap(a[0], a[2], b[0], b[2]) * overlap(a[1], a[3], b[1], b[3]) == 0


@pytest.mark.engine
def test_the_regions_of_a_statement_are_told_by_what_is_proved_of_it() -> None:
    kinds = {region.kind for page in statement(SAMPLE) for region in page.regions}
    assert "transactions" in kinds


def test_boxes_agree_once_each() -> None:
    box = (0.0, 0.0, 10.0, 10.0)
    assert agreed([box], [box, box]) == 1
    assert agreed([box], [(20.0, 0.0, 30.0, 10.0)]) == 0
    assert agreed([], [box]) == 0


@pytest.mark.engine
def test_a_training_of_two_steps_writes_weights_that_can_be_asked(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="needs tieout[train]")
    from extraction.training.region_train import train

    said: list[str] = []
    out = tmp_path / "regions.onnx"
    pages = [report(1)]
    card = train([SAMPLE], out, seed=1, steps=2, report=said.append, held={"drawn": pages})
    assert said
    assert card["steps"] == 2
    assert card["measured"]["drawn"]["clean"] == measure(pages, out)
    assert all(isinstance(region, Region) for region in detect(np.full((400, 300), 255, np.uint8), (300.0, 400.0), out))
