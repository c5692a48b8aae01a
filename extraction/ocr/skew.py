"""Ink -> the angle of its text lines, by projection profiles. Pure numpy.

The method: Postl 1986 (US 4,723,297): the profile of the rows is sharpest at the right angle.
"""

import numpy as np
from numpy.typing import NDArray

Ink = NDArray[np.bool_]

WIDEST = 12.0
"""Degrees searched to either side; feeders and hands stay within 5."""
POINTS = 60_000
"""Ink pixels looked at; more do not change the angle by .01 degree."""
FEWEST = 50
"""Fewer ink pixels than this are dust."""


def angle(ink: Ink) -> float:
    """Ink of a page -> degrees by which its lines rise to the right; 0.0 where there is none.

    Rotating the image clockwise by it makes the lines level. Resolution .02 degree.
    """
    ys, xs = _points(ink)
    return _peak(ys, xs)


def _peak(ys: NDArray[np.float64], xs: NDArray[np.float64]) -> float:
    """Points -> the angle at which their rows are sharpest."""
    if len(ys) < FEWEST:
        return 0.0
    best = _best(ys, xs, np.arange(-WIDEST, WIDEST + 0.1, 0.5))
    best = _best(ys, xs, best + np.arange(-0.6, 0.61, 0.1))
    return round(_best(ys, xs, best + np.arange(-0.1, 0.101, 0.02)), 2)


def _points(ink: Ink) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    ys, xs = np.nonzero(ink)
    step = max(1, len(ys) // POINTS)
    return ys[::step].astype(np.float64), xs[::step].astype(np.float64)


def _best(ys: NDArray[np.float64], xs: NDArray[np.float64], angles: NDArray[np.float64]) -> float:
    scores = [_score(ys, xs, float(a)) for a in angles]
    return float(angles[int(np.argmax(scores))])


def _score(ys: NDArray[np.float64], xs: NDArray[np.float64], degrees: float) -> float:
    """Sum of squared steps of the row profile of the points, levelled by `degrees`."""
    rows = np.rint(ys + xs * np.tan(np.radians(degrees))).astype(np.int64)
    profile = np.bincount(rows - rows.min()).astype(np.float64)
    return float(np.square(np.diff(profile, prepend=0.0, append=0.0)).sum())
