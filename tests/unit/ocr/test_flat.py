"""How a sheet lies is told by its lines of text and the edges of its columns. No picture but in the last test."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extraction.ocr.flat import Slant, Stroke, laid_flat, slant

SIZE = (1000, 1400)


def sheet(how: Slant, rows: int = 40) -> list[Stroke]:
    """A table of three columns, left and right edges aligned, as it is seen where the sheet lies so."""
    half = max(SIZE) / 2
    sin, cos = np.sin(how.turn), np.cos(how.turn)
    turned = np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]])
    seen = turned @ np.array([[1, how.lean, 0], [0, 1, 0], [how.lines, -how.columns, 1]])

    def place(x: float, y: float) -> tuple[float, float]:
        u, v, w = seen @ np.array([(x - SIZE[0] / 2) / half, (y - SIZE[1] / 2) / half, 1])
        return float(u / w * half + SIZE[0] / 2), float(v / w * half + SIZE[1] / 2)

    found = []
    for row in range(rows):
        y = 100 + row * 30
        for x0, x1 in ((80, 220), (300, 560), (780, 920)):
            found.append(Stroke(*place(x0, y), *place(x1, y), height=14))
    return found


@pytest.mark.parametrize(
    "how",
    [
        Slant(0.0, 0.05, 0.0, 0.0),
        Slant(0.06, -0.03, 0.05, 0.02),
        Slant(-0.04, 0.01, -0.08, -0.03),
        Slant(0.02, 0.0, 0.06, 0.0),
    ],
)
def test_lines_and_columns_tell_how_a_sheet_lies(how: Slant) -> None:
    found = slant(sheet(how), SIZE)
    assert found.aslant
    assert (found.turn, found.lines) == pytest.approx((how.turn, how.lines), abs=0.004)
    assert (found.columns, found.lean) == pytest.approx((how.columns, how.lean), abs=0.012)


def test_pieces_that_are_told_from_right_to_left_are_the_same() -> None:
    lines = sheet(Slant(0.03, 0.04, 0.0, 0.0))
    back = [Stroke(one.x1, one.y1, one.x0, one.y0, one.height) for one in lines]
    assert slant(back, SIZE) == slant(lines, SIZE)


def test_a_page_that_is_only_askew_is_not_aslant() -> None:
    found = slant(sheet(Slant(0.05, 0.0, 0.0, 0.0)), SIZE)
    assert not found.aslant
    assert found.turn == pytest.approx(0.05, abs=0.001)


def test_few_lines_tell_nothing() -> None:
    assert slant(sheet(Slant(0.0, 0.2, 0.0, 0.0), rows=8), SIZE) == Slant(0.0, 0.0, 0.0, 0.0)
    assert slant([], SIZE) == Slant(0.0, 0.0, 0.0, 0.0)


def test_what_nobody_would_photograph_is_left_as_it_is() -> None:
    assert not Slant(0.0, 0.7, 0.0, 0.0).aslant


def test_a_sheet_laid_flat_has_level_lines_and_keeps_its_corners() -> None:
    how = Slant(0.03, 0.06, 0.0, 0.0)
    picture = Image.new("L", SIZE, 255)
    pen = ImageDraw.Draw(picture)
    for one in sheet(how):
        pen.line((one.x0, one.y0, one.x1, one.y1), fill=0, width=5)
    flat = np.asarray(laid_flat(picture, how)) < 128
    assert flat.shape[0] > SIZE[1] and flat.shape[1] > SIZE[0]
    level = flat.sum(axis=1)
    assert np.count_nonzero(level) <= 40 * 8, "each line takes as many rows as it is thick"
    assert int(level.sum()) > 0.8 * int((np.asarray(picture) < 128).sum())
