"""Strips -> groups that are one row each: which lines belong together, under which heading, in which block."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extraction.model import Rule
from extraction.tables.dates_below import raised
from extraction.tables.headings import (
    HEADING_WORDS,
    ends_rows,
    is_note,
    meaning,
    names_card,
    names_holder,
    says,
    section_of,
)
from extraction.tables.items import TIME
from extraction.tables.second_dates import behind_label
from extraction.tables.section_words import is_charge
from extraction.tables.table import Broken, Strip
from extraction.tables.vocabulary import balance_kind, is_carried, is_total
from extraction.text import dates
from extraction.text.furniture import OF, PAGE
from extraction.text.lines import Line
from extraction.text.normal import plain

HEADED = 1.5
"""A line that says what rows are and stands off by more line heights is the heading of the next ones."""
PITCH = 1.9
"""Lines of one row follow each other within this many line heights."""
APART = 3.6
"""A row that follows the one before by more line heights than this begins another block."""
LOOSE_END = 3.2
"""Rows without a date after the last dated one follow within this many line heights."""
HEADINGS, CLEAR = 3, 1.15
"""The heading of a section is one of so many lines above its first row, and stands farther from the row before by
this."""
EVEN, UNEVEN = 0.92, 0.8
"""Gaps between lines are the same where the smaller one is this share of the larger, as drawn and as recognised."""
HANG, INDENT, HUNG, BEGUN, MOSTLY = 3.0, 40.0, 3, 2, 0.8
"""Where further lines of rows are set in, they begin from so many points to so many right of the first ones, and there
are so many at least, and so many first ones without a date; this share of the lines with a date begin a row."""
CLOSE = 1.25
"""Text above its row is as near to it as its own lines are to each other, but for this factor."""
CONTINUED = 130.0
"""Text of a row that a page break split goes on within this many points of the page's top."""
DATED = 4
"""Lines with a date tell where the texts of rows begin if one of so many has one."""
RATE = re.compile(r"[\d.,]+\s?%")
_PAGED = re.compile(rf"{PAGE}\d{{1,3}}.*|\d{{1,3}}\s{OF}\s\d{{1,3}}", re.IGNORECASE)
"""The number of a page: "Page 3", "2 of 3"."""
_COUNTED = re.compile(r"(?<![\d.,])\d{3,}(?![\d.,]*\d)")


@dataclass(frozen=True, slots=True)
class Group:
    """Strips of one row, the heading above it, and the number of its block: rows without a break between them."""

    strips: list[Strip]
    section: str
    block: int


def groups(
    strips: Sequence[Strip], rules: dict[int, list[Rule]], before: Broken, edge: float | None = None
) -> tuple[list[Group], list[Strip], Broken]:
    """Strips of a table, horizontal rules by page, what the page break above it split, where the head of their texts
    begins, points -> groups, the lines that go on the last row of the table before, what the page break below splits.

    Lines that belong to no row are left out.
    """
    begun, section = before.begun, before.section
    tail: list[Strip] = []
    strips = raised(strips, begun=bool(begun))
    left, leading = _from_head(_text_left(strips), edge, strips), _leading(strips)
    if before.last and not any(s.posted for s in strips):  # the rest of a day: as the rows of the page before
        left, leading = before.left, before.leading
    order = _Order(
        left, leading, *_raised(strips), _hanging(strips, left), _set_in(strips), _ruled_apart(strips, rules)
    )
    last_dated = max((i for i, s in enumerate(strips) if s.posted), default=len(strips))
    found: list[Group] = []
    opened = list(begun)  # a dated line whose amounts are still to come, with what follows it
    loose: list[Strip] = []  # lines without date and amount since the last row
    block, odd = 0, False
    for i, strip in enumerate(strips):
        if any(s.texts for s in opened) and _far(opened[-1].line, strip.line):
            if not strip.anchor:  # a foot of the page, below which the row may go on
                loose.append(strip)
                continue
            opened, loose = [], [*opened, *loose]  # a dated line that never got an amount
        if not strip.anchor and strip.posted is None and strip.valued is None:
            goes_on = (
                opened and not _ruled(opened[-1].line, strip.line, rules) and not _is_page_head(opened, strip, left)
            )
            (opened if goes_on else loose).append(strip)
            continue
        if opened and strip.posted is not None:  # a dated line that never got an amount: text of its own row
            opened, loose = [], [*opened[1:], *loose]
        back, heading, ahead = _shared(found[-1].strips if found else before.last, loose, strip, rules, order)
        if opened and heading and meaning(heading):  # a dated line that never got an amount before its section ended
            opened = []
        (found[-1].strips if found else tail).extend(back)
        parted = bool(heading) or strip.odd != odd or _outside(strip, left)
        if not opened:
            parted = parted or _gap(found, ahead or [strip]) > (LOOSE_END if i > last_dated else APART)
        block, odd = block + (parted and bool(found)), strip.odd
        section = section_of(section, heading)
        if not strip.anchor:
            opened, loose = [*ahead, strip], []
            continue
        if opened and strip.posted is None and _is_sum(_label(strip)):  # a date for the rows after it
            found.append(Group([*ahead, strip], section, block))
            loose = []
            continue
        found.append(Group([*opened, *ahead, strip], section, block))
        opened, loose = [], []
    if found:
        back, _, _ = _shared(found[-1].strips, loose, None, rules, order)
        found[-1].strips.extend(back)
    last = tuple(found[-1].strips) if found else ()
    return found, tail, Broken(found[-1].section if found else section, tuple(opened), last, leading, left)


def _far(above: Line, below: Line) -> bool:
    """Whether a line stands too far below another one to be of the same row."""
    height = max(above.bottom - above.top, below.bottom - below.top)
    return above.page == below.page and below.middle - above.middle > APART * height


def _label(strip: Strip) -> str:
    """The texts of a line, plain."""
    return plain(" ".join(item.text for item in strip.texts))


def _is_sum(label: str) -> bool:
    """Whether a plain label by itself names a total or a balance."""
    return is_total(label) or is_carried(label) or balance_kind(label) is not None


def _leading(strips: Sequence[Strip]) -> bool:
    """Whether rows print their text above their amounts: dates come first, and no text stands right before a date."""
    told = [s for s in strips if s.anchor or s.posted or s.valued or s.texts]
    first = sum(s.posted is not None and bool(s.texts) and not s.anchor and not b.posted for s, b in pairwise(told))
    last = any(b.posted and not a.anchor and not a.posted and not a.valued for a, b in pairwise(told))
    return first > 1 and not last


@dataclass(frozen=True, slots=True)
class _Order:
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


def _ruled_apart(strips: Sequence[Strip], rules: dict[int, list[Rule]]) -> bool:
    rows = [s.line for s in strips if s.anchor and s.posted]
    pairs = [(a, b) for a, b in pairwise(rows) if a.page == b.page]
    return 2 * sum(_ruled(a, b, rules) for a, b in pairs) > len(pairs)


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
        back, ahead = _split_by_gap([strips[a]], between, strips[b])
        pairs, above, below = pairs + 1, above + bool(ahead), below + bool(back)
    return above > 0 and 2 * above >= pairs, below > 0


def _hanging(strips: Sequence[Strip], left: float | None) -> float | None:
    """Where the further lines of rows begin, points, if rows begin left of it and no other line does; else None."""
    if left is None:
        return None
    dated = [_begin(s) for s in strips if s.posted and s.texts and not _is_sum(_label(s))]
    further = sorted(_begin(s) for s in strips if not s.posted and s.texts and HANG < _begin(s) - left < INDENT)
    if len(further) < HUNG or sum(abs(x - left) <= 4 for x in dated) < MOSTLY * len(dated):
        return None
    begun = [i for i, s in enumerate(strips) if not s.posted and not s.anchor and s.texts and abs(_begin(s) - left) < 2]
    ends = (next((s for s in strips[i + 1 :] if s.anchor or s.posted), None) for i in begun)
    if len(begun) < BEGUN or any(end is None or end.posted for end in ends):
        return None
    return further[0] - HANG / 2


def _set_in(strips: Sequence[Strip]) -> tuple[float, ...]:
    """Where the further lines of rows begin, points, that are set in from a text of the row right above them, and say
    neither what rows are nor whose: several at each place."""
    found: list[float] = []
    for above, strip in pairwise(strips):
        if not _is_whole(above) or strip.anchor or strip.posted or not strip.texts:
            continue
        begin = _begin(strip)
        inside = any(HANG < begin - item.x0 < INDENT for item in above.texts)
        if inside and not (says(strip.line) or names_card(strip.line)):
            found.append(begin)
    return tuple(sorted({x for x in found if sum(abs(x - other) < HANG for other in found) >= HUNG}))


def _at_page_top(loose: Sequence[Strip], below: Strip, left: float | None) -> list[Strip]:
    """Lines above the first row of a page -> the last of them, where they are text of rows that follows closely."""
    found: list[Strip] = []
    for strip in reversed(loose):
        follower = (found[0] if found else below).line
        near = 0 < follower.middle - strip.line.middle <= PITCH * (follower.bottom - follower.top)
        if (
            strip.line.page != follower.page
            or not near
            or says(strip.line)
            or names_card(strip.line)
            or _heads_page(strip.line)
            or (left is not None and _begin(strip) < left - 4)
        ):
            break
        found.insert(0, strip)
    return found if found and found[0].line.top < CONTINUED else []


def _is_whole(strip: Strip) -> bool:
    """Whether a line is a row by itself: it has a date, an amount and a text."""
    return strip.anchor and _begins(strip)


def _begins(strip: Strip) -> bool:
    """Whether a row begins on a line, whose amount stands further below: it has a date and a text."""
    return strip.posted is not None and any(ch.isalpha() for i in strip.texts for ch in i.text)


def _is_page_head(opened: Sequence[Strip], strip: Strip, left: float | None) -> bool:
    """Whether a line after the page break that splits a row begins left of the texts, as heads of pages do."""
    return opened[-1].line.page != strip.line.page and left is not None and _begin(strip) < left - 4


def _outside(strip: Strip, left: float | None) -> bool:
    """Whether a line without a date begins left of the text of the rows, where their dates stand."""
    if strip.posted is not None or strip.valued is not None or left is None or not strip.texts:
        return False
    return strip.texts[0].x0 < left - 4


def _gap(found: Sequence[Group], strips: Sequence[Strip]) -> float:
    """Line heights from the row before down to a row; none at the start of a page."""
    if not found:
        return 0.0
    above, below = found[-1].strips[-1].line, strips[0].line
    if above.page != below.page:
        return 0.0
    return (below.middle - above.middle) / max(below.bottom - below.top, 1.0)


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
    near = [s for s in strips if s.texts and abs(_begin(s) - edge) < HANG]
    rows = sum(s.anchor and s.posted is not None for s in near)
    return edge if sum(not s.anchor for s in near) >= HUNG or rows >= BEGUN else left


def _undated(strip: Strip) -> float:
    """Where the first text of a line begins that is no further date, points."""
    return next((item.x0 for item in strip.texts if item.date is None), strip.texts[0].x0)


def _shared(
    above: Sequence[Strip],
    loose: Sequence[Strip],
    below: Strip | None,
    rules: dict[int, list[Rule]],
    order: "_Order",
) -> tuple[list[Strip], str, list[Strip]]:
    """Lines between two rows -> those of the row above, the text of a heading, those of the row below."""
    back: list[Strip] = []
    rest = list(loose)
    begun = rest and below and order.raised and _begins_row(rest[-1], below, order.left)
    heading = "" if begun else _headed(above[-1].line if above else None, rest, below)
    if heading:
        rest.pop()
    anchor = above[-1].line if above and not (order.leading and below) else None
    whole = anchor is not None and _is_block(anchor, rest, below)
    while rest and anchor is not None and _continues(anchor, rest[0], rules, order, below, whole):
        if len(rest) > 1 and names_holder(rest[1].line) and not any(ch.isdigit() for ch in rest[0].line.text):
            break  # the name of the holder above what was charged to the card
        anchor = rest[0].line
        back.append(rest.pop(0))
    ahead: list[Strip] = []
    follower = below.line if below and not heading else None
    while rest and follower and _leads(rest[-1], follower, rules, order.left):
        whose = below is not None and not (below.posted and order.raised) and names_card(rest[-1].line)
        if whose or ends_rows(rest[-1].line):
            break
        follower = rest[-1].line
        ahead.insert(0, rest.pop())
    parted = order.ruled and above and ahead and _ruled(above[-1].line, ahead[0].line, rules)
    if below and not parted and not order.raised and _is_whole(below):  # no row has text above the line with its date
        rest += ahead
        ahead = []
        if above and not back and order.followed and above[-1].line.page != below.line.page:
            back = _at_page_top(rest, below, order.left)
            rest = rest[: len(rest) - len(back)]
    if back and below and not rest and not ahead and not heading and (order.raised or not _is_whole(below)):
        back, ahead = _split_by_gap(above or [], back, below)
    told = next((s.line.text for s in reversed(rest[-HEADINGS:]) if says(s.line)), "")  # a head may stand below it
    return back, heading or told or " ".join(strip.line.text for strip in rest[-1:]), ahead


def _begins_row(strip: Strip, below: Strip, left: float | None) -> bool:
    """Whether a line begins where the texts of rows do, and the line with the date below it is set in."""
    return left is not None and abs(_begin(strip) - left) < HANG < _begin(below) - left < INDENT


def _headed(above: Line | None, loose: Sequence[Strip], below: Strip | None) -> str:
    """The row above, lines between, the row below -> the last of the lines where it is the heading of a section: it
    says what its rows are, stands nearer to the row below or follows a total, and that row has a date of its own, or is
    a charge."""
    if not loose or below is None or not (below.anchor or _begins(below)):
        return ""
    line = loose[-1].line
    before = loose[-2].line if len(loose) > 1 else above
    summed = before is not None and is_total(plain(before.text))
    if below.posted is None and not (summed and is_charge(plain(line.text))):
        return ""
    words = plain(line.text).split()
    if len(words) > HEADING_WORDS or any(c.isdigit() for c in line.text) or not meaning(line.text):
        return ""
    near = below.line.middle - line.middle
    if line.page != below.line.page or near > APART * (line.bottom - line.top):
        return ""
    if before is not None and not summed and before.page == line.page and line.middle - before.middle < CLEAR * near:
        return ""
    return line.text


def _is_block(above: Line, between: Sequence[Strip], below: Strip | None) -> bool:
    """The row above, lines below it, the next row -> whether several of the lines follow each other as closely as the
    first of them does the row above, and what comes then is further off: none of them heads it, whatever it says."""
    chain = [above, *(strip.line for strip in between), *([below.line] if below else [])]
    chain = [line for line in chain if line.page == above.page]
    gaps = [b.middle - a.middle for a, b in pairwise(chain)]
    if len(gaps) < 2:
        return False
    near = next((i for i, gap in enumerate(gaps) if gap > CLOSE * gaps[0]), len(gaps))
    return 2 <= near <= len(between)


def _continues(
    above: Line, strip: Strip, rules: dict[int, list[Rule]], order: "_Order", below: Strip | None, whole: bool
) -> bool:
    line = strip.line
    first = _begin(strip)
    if (order.left is not None and first < order.left - 4) or _is_total(line):
        return False
    if order.hanging is not None and first < order.hanging:
        return False
    apart = line.page == above.page and line.middle - above.middle > HEADED * max(_height(line), _height(above))
    noted = whole or is_note(line) or any(abs(first - x) < HANG for x in order.set_in)
    if apart and not noted and (says(line) or names_card(line)):
        return False
    if line.page != above.page:
        split = below is not None and below.line.page == line.page == above.page + 1
        beside = order.left is not None and line.chunks[0].x0 > order.left + INDENT
        if beside or _heads_page(line):
            return False
        return split and line.top < CONTINUED and not order.raised and not names_card(line)
    if line.middle - above.middle > PITCH * max(_height(line), _height(above)):
        return False
    return not _ruled(above, line, rules)


def _heads_page(line: Line) -> bool:
    """Whether a text of a line is the number of a page, or two whole dates and hardly anything else, as of a period."""
    return any(_PAGED.fullmatch(chunk.text) or _is_period(chunk.text) for chunk in line.chunks)


def _is_period(text: str) -> bool:
    found = dates.find(text)
    return len(found) == 2 and all(day.year for day, _, _ in found) and found[0][1] == 0 and found[1][2] == len(text)


def _height(line: Line) -> float:
    return line.bottom - line.top


def _is_total(line: Line) -> bool:
    """Whether a line without amounts is the label of a total: one with a number in it, "Total 1254", is a merchant."""
    return is_total(plain(line.text)) and not _COUNTED.search(line.text)


def _begin(strip: Strip) -> float:
    """Where the text of a line begins, points; a time before it stands in a column of its own."""
    return next((item.x0 for item in strip.texts if not TIME.fullmatch(item.text)), strip.line.chunks[0].x0)


def _leads(strip: Strip, below: Line, rules: dict[int, list[Rule]], left: float | None) -> bool:
    line = strip.line
    if line.page != below.page or (left is not None and _begin(strip) < left - 4):
        return False
    return 0 < below.middle - line.middle <= PITCH * (below.bottom - below.top) and not _ruled(line, below, rules)


def _split_by_gap(above: Sequence[Strip], between: list[Strip], below: Strip) -> tuple[list[Strip], list[Strip]]:
    """Lines between two rows go to the row above, but for those after a gap that is clearly the widest; those that are
    set in from where both rows begin go on the one above."""
    chain = [above[-1], *between, below]
    begun = [item.x0 for item in below.texts if any(abs(item.x0 - other.x0) < HANG for other in above[0].texts)]
    if any(all(HANG < _begin(strip) - x < INDENT for strip in between if strip.texts) for x in begun):
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


def _ruled(a: Line, b: Line, rules: dict[int, list[Rule]]) -> bool:
    """Whether a horizontal line is drawn between two lines of a page, under some of their text."""
    if a.page != b.page:
        return False
    x0, _, x1, _ = b.box
    return any(
        a.middle < rule.top < b.middle and rule.x0 < x1 and rule.x1 > x0 and rule.x1 - rule.x0 > 30
        for rule in rules.get(a.page, ())
    )
