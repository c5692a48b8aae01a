"""What the network tells becomes boxes; pictures are seen alike whatever their light; and the stored weights find the
tables of statements."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from extraction.layout.regions import CELL, STRIDE, WEIGHTS, decoded, detect, even, normal, overlaps, picked
from extraction.layout.roles import REGION_KINDS
from extraction.model import Region
from extraction.training.region_labels import Labelled
from extraction.training.region_measure import worn_page
from extraction.training.region_pages import statement

BANK = Path("samples/bank")
TABLE, TITLE = REGION_KINDS.index("table"), REGION_KINDS.index("heading")


def standing(*boxes: tuple[tuple[float, float, float, float], int, float]) -> list[tuple[list[float], int]]:
    """(box, kind, score), told from their middles -> the boxes and the kinds of those that stand."""
    at = np.array([box for box, _, _ in boxes], np.float32)
    reach = np.stack([at[:, 2] - at[:, 0], at[:, 3] - at[:, 1]] * 2, 1) / 2
    kinds = np.array([kind for _, kind, _ in boxes], np.int64)
    found, which, _ = picked(at, reach, kinds, np.array([score for _, _, score in boxes], np.float32))
    return list(zip(found.tolist(), which.tolist(), strict=True))


def test_boxes_that_agree_are_one_and_say_together_where_its_sides_are() -> None:
    found = standing(((0, 0, 100, 100), TABLE, 0.8), ((0, 0, 100, 110), TABLE, 0.8), ((300, 0, 400, 100), TABLE, 0.5))
    assert [kind for _, kind in found] == [TABLE, TABLE]
    assert found[0][0] == pytest.approx([0, 0, 100, 105], abs=1)
    assert found[1][0] == pytest.approx([300, 0, 400, 100])


def test_a_box_of_the_same_kind_inside_another_goes_and_a_title_in_a_table_leaves_the_table() -> None:
    table, part, title = (0.0, 0.0, 200.0, 200.0), (10.0, 10.0, 80.0, 80.0), (10.0, 10.0, 80.0, 20.0)
    assert [box for box, _ in standing((table, TABLE, 0.8), (part, TABLE, 0.7))] == [list(table)]
    assert len(standing((title, TITLE, 0.9), (table, TABLE, 0.7))) == 2


def test_no_box_is_found_where_nothing_is_told() -> None:
    boxes, kinds, scores = decoded(np.zeros((len(REGION_KINDS) + 4, 8, 8), np.float32))
    assert (len(boxes), len(kinds), len(scores)) == (0, 0, 0)


def test_a_cell_tells_a_box_by_how_far_away_its_sides_are() -> None:
    told = np.zeros((len(REGION_KINDS) + 4, 8, 8), np.float32)
    told[TABLE, 2, 3] = 0.9
    told[len(REGION_KINDS) :, 2, 3] = (5, 6, 7, 8)
    boxes, kinds, scores = decoded(told)
    x, y = 3.5 * CELL, 2.5 * CELL
    assert boxes.tolist() == [pytest.approx([x - 5, y - 6, x + 7, y + 8])]
    assert (kinds.tolist(), scores.tolist()) == ([TABLE], [pytest.approx(0.9)])


def test_shares_of_boxes() -> None:
    shared, smaller = overlaps(
        np.array([0, 0, 10, 10], np.float32), np.array([[0, 0, 10, 5], [20, 0, 30, 5]], np.float32)
    )
    assert shared.tolist() == pytest.approx([0.5, 0.0])
    assert smaller.tolist() == pytest.approx([1.0, 0.0])


def lines_of_text() -> NDArray[np.float32]:
    """A small page, white, with strokes of black."""
    page = np.full((256, 192), 255, np.float32)
    page[40:220:12, 30:160:3] = 0
    page[41:220:12, 30:160:3] = 0
    return page


def test_a_page_is_seen_alike_in_poor_light_faded_and_light_on_dark() -> None:
    page = lines_of_text()
    light = np.linspace(1.0, 0.6, 192, dtype=np.float32)
    for other in (page * light, 80 + page * 0.5, 255 - page):
        assert np.abs(even(other) - even(page)).max() < 0.25


def test_what_the_network_sees_has_sides_that_it_can_halve_and_paper_is_nothing() -> None:
    seen = normal(np.full((842, 595), 230, np.uint8), (595.0, 842.0))
    assert seen.shape[0] % STRIDE == seen.shape[1] % STRIDE == 0
    assert seen.shape == (640, 512)
    assert seen.max() == 0


def transactions(regions: tuple[Region, ...]) -> list[Region]:
    return [region for region in regions if region.kind == "transactions"]


def shares(page: Labelled) -> list[float]:
    """Page whose regions are known -> how well each of its tables of transactions is found, 0..1."""
    found = transactions(detect(page.grey, (page.width, page.height), WEIGHTS))
    boxes = np.array([region.box for region in found], np.float32).reshape(-1, 4)
    true = [np.array(region.box, np.float32) for region in transactions(page.regions)]
    return [float(overlaps(box, boxes)[0].max(initial=0)) for box in true]


@pytest.mark.engine
@pytest.mark.parametrize("name", ["german-soll-haben", "swiss-newest-first", "french-spaced-thousands"])
def test_tables_of_transactions_are_found_on_clean_pages_and_on_worn_ones(name: str) -> None:
    rng = np.random.default_rng(5)
    pages = statement(BANK / name / "input.pdf")
    clean = [share for page in pages for share in shares(page)]
    worn = [share for page in pages for share in shares(worn_page(page, rng))]
    assert clean
    assert min(clean) >= 0.5
    assert min(worn) >= 0.5
