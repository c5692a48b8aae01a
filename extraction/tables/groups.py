"""Strips -> groups that are one row each: which lines belong together, under which heading, in which block."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extraction.model import Rule
from extraction.tables.table import Strip
from extraction.tables.vocabulary import is_carried, is_decoy, is_total, section_sign
from extraction.text.lines import Line
from extraction.text.normal import plain

PITCH = 1.9
"""Lines of one row follow each other within this many line heights."""
APART = 3.6
"""A row that follows the one before by more line heights than this begins another block."""
LOOSE_END = 3.2
"""Rows without a date after the last dated one follow within this many line heights."""
CONTINUED = 130.0
"""Text of a row that a page break split goes on within this many points of the page's top."""


@dataclass(frozen=True, slots=True)
class Group:
    """Strips of one row, the heading above it, and the number of its block: rows without a break between them."""

    strips: list[Strip]
    section: str
    block: int


def groups(
    strips: Sequence[Strip], rules: dict[int, list[Rule]], section: str, begun: Sequence[Strip] = ()
) -> tuple[list[Group], list[Strip]]:
    """Strips of a table, horizontal rules by page -> groups, and the lines of a last row whose amounts are yet to come.

    `section` is the heading that goes on from the table before, `begun` the lines of a row that a page break split.
    Lines that belong to no row are left out.
    """
    if not begun and _dated_below(strips):
        strips = _dates_raised(strips)
    if _value_dates_below(strips):
        strips = _dates_raised(strips)
    left = _text_left(strips)
    last_dated = max((i for i, s in enumerate(strips) if s.posted), default=len(strips))
    found: list[Group] = []
    opened = list(begun)  # a dated line whose amounts are still to come, with what follows it
    loose: list[Strip] = []  # lines without date and amount since the last row
    block, odd = 0, False
    for i, strip in enumerate(strips):
        if not strip.anchor and strip.posted is None and strip.valued is None:
            goes_on = opened and not _ruled(opened[-1].line, strip.line, rules)
            (opened if goes_on else loose).append(strip)
            continue
        back, heading, ahead = _shared(found[-1].strips if found else None, loose, strip, rules, left)
        if found:
            found[-1].strips.extend(back)
        parted = bool(heading) or strip.odd != odd or _outside(strip, left)
        if not opened:
            parted = parted or _gap(found, ahead or [strip]) > (LOOSE_END if i > last_dated else APART)
        block, odd = block + (parted and bool(found)), strip.odd
        section = _section(section, heading)
        if not strip.anchor:
            opened, loose = [*ahead, strip], []
            continue
        if opened and strip.posted is not None:  # a dated line that never got an amount: text of its own row
            opened = []
        label = plain(" ".join(item.text for item in strip.texts))
        if opened and strip.posted is None and (is_total(label) or is_carried(label)):  # a date for the rows after it
            found.append(Group([*ahead, strip], section, block))
            loose = []
            continue
        found.append(Group([*opened, *ahead, strip], section, block))
        opened, loose = [], []
    if found:
        back, _, _ = _shared(found[-1].strips, loose, None, rules, left)
        found[-1].strips.extend(back)
    return found, opened


def _dated_below(strips: Sequence[Strip]) -> bool:
    """Whether every row prints its date on the line below its amounts: no line has both, and a date comes last."""
    telling = [s for s in strips if s.anchor or s.posted]
    if len(telling) < 2 or any(s.anchor and s.posted for s in telling) or not any(s.posted for s in telling):
        return False
    return telling[0].anchor and not telling[-1].anchor and all(a.anchor != b.anchor for a, b in pairwise(telling))


def _value_dates_below(strips: Sequence[Strip]) -> bool:
    """Whether dated rows print a second date on the line below their amounts: at least four of five do."""
    rows = [i for i, s in enumerate(strips) if s.anchor and s.posted]
    followed = [i for i in rows if i + 1 < len(strips) and strips[i + 1].posted and not strips[i + 1].anchor]
    return len(rows) > 1 and len(followed) >= 0.8 * len(rows) and all(s.posted for s in strips if s.anchor)


def _dates_raised(strips: Sequence[Strip]) -> list[Strip]:
    """Strips -> with each date given to the line with amounts above it."""
    result: list[Strip] = []
    above = 0
    for strip in strips:
        if strip.anchor:
            above = len(result)
        if strip.posted and not strip.anchor:
            row = result[above]
            result[above] = replace(row, valued=strip.posted) if row.posted else replace(row, posted=strip.posted)
            strip = replace(strip, posted=None)
        result.append(strip)
    return result


def _outside(strip: Strip, left: float | None) -> bool:
    """Whether a line without a date begins left of the text of the rows, where their dates stand."""
    if strip.posted is not None or strip.valued is not None or left is None or not strip.texts:
        return False
    return strip.texts[0].x0 < left - 4


def _section(before: str, heading: str) -> str:
    """A heading stands until another one that says what its rows are; page heads and names of holders do not."""
    if not heading or (meaning(before) and not meaning(heading)):
        return before
    return heading


def meaning(heading: str) -> bool:
    """Whether a heading says what its rows are: money in, money out, or no transactions at all."""
    told = plain(heading)
    return is_decoy(told) or section_sign(told) is not None


def _gap(found: Sequence[Group], strips: Sequence[Strip]) -> float:
    """Line heights from the row before down to a row; none at the start of a page."""
    if not found:
        return 0.0
    above, below = found[-1].strips[-1].line, strips[0].line
    if above.page != below.page:
        return 0.0
    return (below.middle - above.middle) / max(below.bottom - below.top, 1.0)


def _text_left(strips: Sequence[Strip]) -> float | None:
    """Where the text of rows starts, points; None where rows have none."""
    starts = sorted(s.texts[0].x0 for s in strips if s.anchor and s.posted and s.texts)
    starts = starts or sorted(s.texts[0].x0 for s in strips if s.anchor and s.texts)
    return starts[len(starts) // 4] if starts else None


def _shared(
    above: Sequence[Strip] | None,
    loose: Sequence[Strip],
    below: Strip | None,
    rules: dict[int, list[Rule]],
    left: float | None,
) -> tuple[list[Strip], str, list[Strip]]:
    """Lines between two rows -> those of the row above, the text of a heading, those of the row below."""
    back: list[Strip] = []
    rest = list(loose)
    anchor = above[-1].line if above else None
    while rest and anchor is not None and _continues(anchor, rest[0].line, rules, left, below):
        anchor = rest[0].line
        back.append(rest.pop(0))
    ahead: list[Strip] = []
    follower = below.line if below else None
    while rest and follower is not None and _leads(rest[-1].line, follower, rules, left):
        follower = rest[-1].line
        ahead.insert(0, rest.pop())
    if back and below and not rest and not ahead:
        back, ahead = _split_by_gap(above or [], back, below)
    heading = " ".join(strip.line.text for strip in rest[-1:])
    return back, heading, ahead


def _continues(above: Line, line: Line, rules: dict[int, list[Rule]], left: float | None, below: Strip | None) -> bool:
    if left is not None and line.chunks[0].x0 < left - 4:
        return False
    if line.page != above.page:
        split = below is not None and below.line.page == line.page == above.page + 1
        return split and line.top < CONTINUED
    if line.middle - above.middle > PITCH * max(line.bottom - line.top, above.bottom - above.top):
        return False
    return not _ruled(above, line, rules)


def _leads(line: Line, below: Line, rules: dict[int, list[Rule]], left: float | None) -> bool:
    if line.page != below.page or (left is not None and line.chunks[0].x0 < left - 4):
        return False
    return below.middle - line.middle <= PITCH * (below.bottom - below.top) and not _ruled(line, below, rules)


def _split_by_gap(above: Sequence[Strip], between: list[Strip], below: Strip) -> tuple[list[Strip], list[Strip]]:
    """Lines between two rows go to the row above, but for those after a gap that is clearly the widest."""
    chain = [above[-1], *between, below]
    if len({strip.line.page for strip in chain}) > 1:
        return between, []
    gaps = [b.line.middle - a.line.middle for a, b in pairwise(chain)]
    widest = max(gaps)
    if gaps[-1] >= 0.8 * widest:
        return between, []
    at = gaps.index(widest)
    return between[:at], between[at:]


def _ruled(a: Line, b: Line, rules: dict[int, list[Rule]]) -> bool:
    """Whether a horizontal line is drawn between two lines of a page, under some of their text."""
    if a.page != b.page:
        return False
    x0, _, x1, _ = b.box
    return any(
        a.middle < rule.top < b.middle and rule.x0 < x1 and rule.x1 > x0 and rule.x1 - rule.x0 > 30
        for rule in rules.get(a.page, ())
    )
