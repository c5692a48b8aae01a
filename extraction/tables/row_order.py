"""Strips of a table -> how the lines of its rows follow each other: where their texts begin, above or below the
amounts, set in, parted by gaps or rules. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extraction.model import Rule
from extraction.tables.headings import names_card, says
from extraction.tables.items import TIME
from extraction.tables.second_dates import behind_label
from extraction.tables.table import Broken, Strip
from extraction.tables.vocabulary import balance_kind, is_carried, is_total
from extraction.text.lines import Line
from extraction.text.normal import plain

EVEN, UNEVEN = 0.92, 0.8
"""Gaps between lines are the same where the smaller one is this share of the larger, as drawn and as recognised."""
HANG, INDENT, HUNG, BEGUN, MOSTLY = 3.0, 40.0, 3, 2, 0.8
"""Where further lines of rows are set in, they begin from so many points to so many right of the first ones, and there
are so many at least, and so many first ones without a date; this share of the lines with a date begin a row."""
CLOSE = 1.25
"""Text above its row is as near to it as its own lines are to each other, but for this factor."""
DATED = 4
"""Lines with a date tell where the texts of rows begin if one of so many has one."""
RATE = re.compile(r"[\d.,]+\s?%")


@dataclass(frozen=True, slots=True)
class Order:
    """How the lines of rows follow each other. `left`: where their texts begin, None: they have none; `leading`: texts
    stand above the amounts; `raised`: above the line with the date too; `followed`: some stand below; `hanging`: texts
    that begin left of it begin a row, None: any may; `set_in`: where lines that go on rows begin, right of the first
    ones; `ruled`: a line is drawn between most rows."""

    left: float | None
    leading: bool
    raised: bool
    followed: bool
    hanging: float | None
    set_in: tuple[float, ...]
    ruled: bool


def order_of(strips: Sequence[Strip], rules: dict[int, list[Rule]], before: Broken, edge: float | None) -> Order:
    """Strips of a table, horizontal rules by page, what the page break above it split, where the head of their texts
    begins, points -> how its lines follow each other; the rest of a day as the rows of the page before."""
    left, leading = _from_head(_text_left(strips), edge, strips), _leading(strips)
    if before.last and not any(s.posted for s in strips):
        left, leading = before.left, before.leading
    return Order(left, leading, *_raised(strips), _hanging(strips, left), _set_in(strips), _ruled_apart(strips, rules))


def _leading(strips: Sequence[Strip]) -> bool:
    """Whether rows print their text above their amounts: dates come first, and no text stands right before a date."""
    told = [s for s in strips if s.anchor or s.posted or s.valued or s.texts]
    first = sum(s.posted is not None and bool(s.texts) and not s.anchor and not b.posted for s, b in pairwise(told))
    last = any(b.posted and not a.anchor and not a.posted and not a.valued for a, b in pairwise(told))
    return first > 1 and not last


def _ruled_apart(strips: Sequence[Strip], rules: dict[int, list[Rule]]) -> bool:
    rows = [s.line for s in strips if s.anchor and s.posted]
    pairs = [(a, b) for a, b in pairwise(rows) if a.page == b.page]
    return 2 * sum(is_ruled(a, b, rules) for a, b in pairs) > len(pairs)


def _raised(strips: Sequence[Strip]) -> tuple[bool, bool]:
    """Whether most rows with more than one line have text above the line with their date, as the gaps between the lines
    say, and whether any has text below it."""
    rows = [i for i, s in enumerate(strips) if s.anchor and s.posted]
    pairs = above = below = 0
    for a, b in pairwise(rows):
        between = list(strips[a + 1 : b])
        if not between or any(s.anchor or s.posted or s.line.page != strips[a].line.page for s in between):
            continue
        if any(names_card(s.line) or says(s.line) for s in between):
            continue
        back, ahead = split_by_gap([strips[a]], between, strips[b])
        pairs, above, below = pairs + 1, above + bool(ahead), below + bool(back)
    return above > 0 and 2 * above >= pairs, below > 0


def _hanging(strips: Sequence[Strip], left: float | None) -> float | None:
    """Where the further lines of rows begin, points, if rows begin left of it and no other line does; else None."""
    if left is None:
        return None
    dated = [begin(s) for s in strips if s.posted and s.texts and not is_sum(label(s))]
    further = sorted(begin(s) for s in strips if not s.posted and s.texts and HANG < begin(s) - left < INDENT)
    if len(further) < HUNG or sum(abs(x - left) <= 4 for x in dated) < MOSTLY * len(dated):
        return None
    begun = [i for i, s in enumerate(strips) if not s.posted and not s.anchor and s.texts and abs(begin(s) - left) < 2]
    ends = (next((s for s in strips[i + 1 :] if s.anchor or s.posted), None) for i in begun)
    if len(begun) < BEGUN or any(end is None or end.posted for end in ends):
        return None
    return further[0] - HANG / 2


def _set_in(strips: Sequence[Strip]) -> tuple[float, ...]:
    """Where the further lines of rows begin, points, that are set in from a text of the row right above them, and say
    neither what rows are nor whose: several at each place."""
    found: list[float] = []
    for above, strip in pairwise(strips):
        if not is_whole(above) or strip.anchor or strip.posted or not strip.texts:
            continue
        first = begin(strip)
        inside = any(HANG < first - item.x0 < INDENT for item in above.texts)
        if inside and not (says(strip.line) or names_card(strip.line)):
            found.append(first)
    return tuple(sorted({x for x in found if sum(abs(x - other) < HANG for other in found) >= HUNG}))


def _text_left(strips: Sequence[Strip]) -> float | None:
    """Where the text of rows starts, points; None where rows have none: a rate beside the amount is no text."""
    described = [s for s in strips if not all(map(behind_label, s.texts))]
    told = [s for s in described if s.anchor and not s.odd] or [s for s in described if s.anchor]
    dated = [s for s in described if s.posted and not s.odd]
    rows = dated if DATED * len(dated) >= len(told) else told
    starts = sorted(_undated(s) for s in rows if not all(RATE.fullmatch(item.text) for item in s.texts))
    return starts[len(starts) // 4] if starts else None


def _from_head(left: float | None, edge: float | None, strips: Sequence[Strip]) -> float | None:
    """Where the lines with amounts begin, where the head of the texts does -> the latter, where lines without amounts
    begin there too: codes of payments, above details that are set in; or rows do, and further down other figures."""
    if left is None or edge is None or edge >= left:
        return left
    near = [s for s in strips if s.texts and abs(begin(s) - edge) < HANG]
    rows = sum(s.anchor and s.posted is not None for s in near)
    return edge if sum(not s.anchor for s in near) >= HUNG or rows >= BEGUN else left


def _undated(strip: Strip) -> float:
    """Where the first text of a line begins that is no further date, points."""
    return next((item.x0 for item in strip.texts if item.date is None), strip.texts[0].x0)


def begin(strip: Strip) -> float:
    """Where the text of a line begins, points; a time before it stands in a column of its own."""
    return next((item.x0 for item in strip.texts if not TIME.fullmatch(item.text)), strip.line.chunks[0].x0)


def label(strip: Strip) -> str:
    """The texts of a line, plain."""
    return plain(" ".join(item.text for item in strip.texts))


def is_sum(label: str) -> bool:
    """Whether a plain label by itself names a total or a balance."""
    return is_total(label) or is_carried(label) or balance_kind(label) is not None


def split_by_gap(above: Sequence[Strip], between: list[Strip], below: Strip) -> tuple[list[Strip], list[Strip]]:
    """Lines between two rows go to the row above, but for those after a gap that is clearly the widest; those that are
    set in from where both rows begin go on the one above."""
    chain = [above[-1], *between, below]
    begun = [item.x0 for item in below.texts if any(abs(item.x0 - other.x0) < HANG for other in above[0].texts)]
    if any(all(HANG < begin(strip) - x < INDENT for strip in between if strip.texts) for x in begun):
        return between, []
    if len({strip.line.page for strip in chain}) > 1 or below.line.middle < above[-1].line.middle:
        return between, []
    gaps = [b.line.middle - a.line.middle for a, b in pairwise(chain)]
    widest = max(gaps)
    drawn = all(word.method == "native" for strip in chain for word in strip.words)
    if gaps[-1] >= (EVEN if drawn else UNEVEN) * widest or gaps[-1] > CLOSE * min(gaps):
        return between, []
    at = gaps.index(widest)
    return between[:at], between[at:]


def is_ruled(a: Line, b: Line, rules: dict[int, list[Rule]]) -> bool:
    """Whether a horizontal line is drawn between two lines of a page, under some of their text."""
    if a.page != b.page:
        return False
    x0, _, x1, _ = b.box
    return any(
        a.middle < rule.top < b.middle and rule.x0 < x1 and rule.x1 > x0 and rule.x1 - rule.x0 > 30
        for rule in rules.get(a.page, ())
    )


def is_whole(strip: Strip) -> bool:
    """Whether a line is a row by itself: it has a date, an amount and a text."""
    return strip.anchor and begins(strip)


def begins(strip: Strip) -> bool:
    """Whether a row begins on a line, whose amount stands further below: it has a date and a text."""
    return strip.posted is not None and any(ch.isalpha() for i in strip.texts for ch in i.text)
