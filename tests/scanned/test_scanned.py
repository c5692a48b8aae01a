"""Worn pictures of pages: made the same every time, without a text layer, and read as the native page is."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from extraction.model import Page, Word
from extraction.pipeline import extract
from extraction.settings import Settings
from tests.layouts.truths import HERE

from .make import scanned
from .run import Figures, Trial, Way, figures, trial
from .wear import WAYS, homography, jpeg, worn

SAVINGS = HERE / "every-day-english" / "in-vertex-savings.truth.json"


def paper() -> Image.Image:
    picture = Image.new("L", (170, 220), 255)
    picture.paste(0, (40, 60, 130, 64))
    return picture


@pytest.mark.parametrize("name", sorted(WAYS))
def test_a_seed_wears_a_page_in_one_way(name: str) -> None:
    first, again, other = (np.asarray(worn(paper(), WAYS[name], 20, np.random.default_rng(seed))) for seed in (1, 1, 2))
    assert (first == again).all()
    assert (name == "clean") is bool((first == other).all())


def test_a_fax_is_black_and_white_and_keeps_what_is_printed() -> None:
    data = jpeg(worn(paper(), WAYS["fax"], 20, np.random.default_rng(3)), WAYS["fax"], np.random.default_rng(3))
    picture = Image.open(io.BytesIO(data))
    assert (picture.format, picture.mode) == ("PNG", "1")
    assert 200 < int((~np.asarray(picture)).sum()) < 800


def test_corners_go_where_they_lie_flat() -> None:
    seen, flat = [(1.0, 2.0), (98.0, 4.0), (90.0, 210.0), (5.0, 190.0)], [(0, 0), (100, 0), (100, 200), (0, 200)]
    a, b, c, d, e, f, g, h = homography(seen, flat)
    for (x, y), place in zip(seen, flat, strict=True):
        down = g * x + h * y + 1
        assert ((a * x + b * y + c) / down, (d * x + e * y + f) / down) == pytest.approx(place, abs=1e-6)


def test_digits_are_counted_of_figures_that_were_misread() -> None:
    def page(*texts: str) -> Page:
        return Page(1, 100, 100, tuple(Word(text, 0, 0, 10, 10) for text in texts))

    native = page("1,250.00", "12.50", "01/02/2026", "Coffee", "5")
    assert figures([native], [native]) == Figures(3, 3, 18, 0)
    assert figures([native], [page("1,250.00", "12.60", "01/02/2026")]) == Figures(3, 2, 18, 1)
    assert figures([native], [page("1,250.00", "01/02/2026")]) == Figures(3, 2, 18, 4)


@pytest.mark.engine
@pytest.mark.parametrize("name", ["scan", "fax", "photo"])
def test_a_worn_statement_is_proved_and_every_row_is_right(name: str) -> None:
    found = trial(SAVINGS, Way(name, 200))
    assert (found.right, found.score.silent_error) == (True, False)
    assert found.figures.exact >= 0.97 * found.figures.printed


@pytest.mark.engine
def test_what_was_read_is_kept(tmp_path: Path) -> None:
    first, again = (trial(SAVINGS, Way("scan", 150), tmp_path) for _ in range(2))
    assert first.seconds > 0.0 == again.seconds
    assert told(first) == told(again)


@pytest.mark.engine
def test_a_scan_has_no_text_layer() -> None:
    native = SAVINGS.with_name("in-vertex-savings.pdf").read_bytes()
    data = scanned(native, WAYS["scan"], 100, 1)
    assert data == scanned(native, WAYS["scan"], 100, 1)
    result = extract(data, "scan.pdf", Settings())
    assert {row.provenance.method for account in result.accounts for row in account.transactions} == {"ocr"}


def told(one: Trial) -> tuple[object, ...]:
    return one.score.decision, one.score.wrong, one.figures, one.pages, one.issues
