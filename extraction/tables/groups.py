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
from extraction.tables.row_order import (
    CLOSE,
    HANG,
    INDENT,
    Order,
    begin,
    begins,
    is_ruled,
    is_sum,
    is_whole,
    label,
    order_of,
    split_by_gap,
)
from extraction.tables.section_words import is_charge, is_decoy, section_sign
from extraction.tables.table import Broken, Strip
from extraction.tables.vocabulary import is_total, names_total
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
CONTINUED = 130.0
"""Text of a row that a page break split goes on within this many points of the page's top."""
_PAGED = re.compile(rf"{PAGE}\d{{1,3}}.*|\d{{1,3}}\s{OF}\s\d{{1,3}}", re.IGNORECASE)
"""The number of a page: "Page 3", "2 of 3"."""
_ACCOUNT = re.compile(
    r"(?:account|a/c|konto|compte|cuenta|conto|conta|rekening)[ -]?"
    r"(?:number|no\.?|nr\.?|nummer|n[uú]mero|n[°º]\.?)?\s?:?",
    re.IGNORECASE,
)
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
    order = order_of(strips, rules, before, edge)
    left, leading = order.left, order.leading
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
                opened and not is_ruled(opened[-1].line, strip.line, rules) and not _is_page_head(opened, strip, left)
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
        if opened and strip.posted is None and is_sum(label(strip)):  # a date for the rows after it
            found.append(Group([*ahead, strip], section, block))
            loose = []
            continue
        found.append(Group([*opened, *ahead, strip], section, block))
        opened, loose = [], []
    if found:
        back, heading, _ = _shared(found[-1].strips, loose, None, rules, order)
        found[-1].strips.extend(back)
        section = found[-1].section
        if loose and loose[-1] not in back and section_sign(plain(heading)) and heading == loose[-1].line.text:
            section = heading  # its rows begin overleaf
    last = tuple(found[-1].strips) if found else ()
    return found, tail, Broken(section, tuple(opened), last, leading, left)


def _far(above: Line, below: Line) -> bool:
    """Whether a line stands too far below another one to be of the same row."""
    height = max(above.bottom - above.top, below.bottom - below.top)
    return above.page == below.page and below.middle - above.middle > APART * height


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
            or (left is not None and begin(strip) < left - 4)
        ):
            break
        found.insert(0, strip)
    return found if found and found[0].line.top < CONTINUED else []


def _is_page_head(opened: Sequence[Strip], strip: Strip, left: float | None) -> bool:
    """Whether a line after the page break that splits a row begins left of the texts, as heads of pages do."""
    return opened[-1].line.page != strip.line.page and left is not None and begin(strip) < left - 4


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


def _shared(
    above: Sequence[Strip],
    loose: Sequence[Strip],
    below: Strip | None,
    rules: dict[int, list[Rule]],
    order: Order,
) -> tuple[list[Strip], str, list[Strip]]:
    """Lines between two rows -> those of the row above, the text of a heading, those of the row below."""
    back: list[Strip] = []
    rest = list(loose)
    begun = rest and below and order.raised and _begins_row(rest[-1], below, order.left)
    heading = (
        ""
        if begun or _is_celled(above, rest, below, rules, order)
        else _headed(above[-1].line if above else None, rest, below)
    )
    if heading:
        rest.pop()
    anchor = above[-1].line if above and not (order.leading and below) else None
    whole = anchor is not None and _is_block(anchor, rest, below)
    headed = anchor is not None and any(_heads_page(s.line) for s in rest if s.line.page != anchor.page)
    while rest and anchor is not None and _continues(anchor, rest[0], rules, order, below, whole):
        if headed and rest[0].line.page != anchor.page:
            break
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
    parted = order.ruled and above and ahead and is_ruled(above[-1].line, ahead[0].line, rules)
    if below and not parted and not order.raised and is_whole(below):  # no row has text above the line with its date
        rest += ahead
        ahead = []
        if above and not back and order.followed and above[-1].line.page != below.line.page:
            back = _at_page_top(rest, below, order.left)
            rest = rest[: len(rest) - len(back)]
    closed = order.ruled and back and below and is_ruled(back[-1].line, below.line, rules)
    if back and below and not (rest or ahead or heading or closed) and (order.raised or not is_whole(below)):
        back, ahead = split_by_gap(above or [], back, below)
    titles = (s.line for s in reversed(rest[-HEADINGS:]))  # a head may stand below it
    told = next((_title(line) for line in titles if says(line) or _entitles(line)), "")
    return back, heading or told or " ".join(strip.line.text for strip in rest[-1:]), ahead


def _entitles(line: Line) -> bool:
    """Whether the first text of a line is the title of what is no booked transaction; others tell of which account."""
    return len(line.chunks) > 1 and len(line.chunks[0].words) <= HEADING_WORDS and is_decoy(plain(line.chunks[0].text))


def _title(line: Line) -> str:
    return line.chunks[0].text if _entitles(line) else line.text


def _begins_row(strip: Strip, below: Strip, left: float | None) -> bool:
    """Whether a line begins where the texts of rows do, and the line with the date below it is set in."""
    return left is not None and abs(begin(strip) - left) < HANG < begin(below) - left < INDENT


def _headed(above: Line | None, loose: Sequence[Strip], below: Strip | None) -> str:
    """The row above, lines between, the row below -> the last of the lines where it is the heading of a section: it
    says what its rows are, stands nearer to the row below or follows a total, and that row has a date of its own, or is
    a charge."""
    if not loose or below is None or not (below.anchor or begins(below)):
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
    above: Line, strip: Strip, rules: dict[int, list[Rule]], order: Order, below: Strip | None, whole: bool
) -> bool:
    line = strip.line
    first = begin(strip)
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
    below_it = line.middle - above.middle  # less than nothing where the next block of rows begins beside it
    boxed = order.ruled and below is not None and is_ruled(line, below.line, rules)
    if not -_height(line) <= below_it <= (APART if boxed else PITCH) * max(_height(line), _height(above)):
        return False
    return not is_ruled(above, line, rules)


def _is_celled(
    above: Sequence[Strip], loose: Sequence[Strip], below: Strip | None, rules: dict[int, list[Rule]], order: Order
) -> bool:
    """Whether the last line above a row stands in its cell, right of where rows begin, below the line that parts the
    row from the one before: it is text of the row, whatever it says."""
    if not (order.ruled and above and loose and below) or order.left is None:
        return False
    line = loose[-1].line
    inside = is_ruled(above[-1].line, line, rules) and not is_ruled(line, below.line, rules)
    return inside and begin(loose[-1]) > order.left + HANG


def _heads_page(line: Line) -> bool:
    """Whether a text of a line is the number of a page, two whole dates and hardly anything else, as of a period, or
    the label of an account's number."""
    told = " ".join(chunk.text for chunk in line.chunks[:2])
    label = _ACCOUNT.match(told)
    if label and told[label.end() :].strip()[:1].isdigit() and told[-1:].isdigit():
        return True
    return any(_PAGED.fullmatch(chunk.text) or _is_period(chunk.text) for chunk in line.chunks)


def _is_period(text: str) -> bool:
    found = dates.find(text)
    return len(found) == 2 and all(day.year for day, _, _ in found) and found[0][1] == 0 and found[1][2] == len(text)


def _height(line: Line) -> float:
    return line.bottom - line.top


def _is_total(line: Line) -> bool:
    """Whether a line without amounts is the label of a total: one with a number in it, "Total 1254", is a merchant."""
    return names_total(line.text) and not _COUNTED.search(line.text)


def _leads(strip: Strip, below: Line, rules: dict[int, list[Rule]], left: float | None) -> bool:
    line = strip.line
    if line.page != below.page or (left is not None and begin(strip) < left - 4):
        return False
    return 0 < below.middle - line.middle <= PITCH * (below.bottom - below.top) and not is_ruled(line, below, rules)
