"""Lines of a table of holdings -> those of each record, under which heading."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.model import Cell
from extraction.tables.securities.classes import is_class, is_sum
from extraction.tables.securities.holding_heads import HoldingsHead
from extraction.tables.securities.holding_match import Piece
from extraction.tables.securities.identifiers import only_identifiers
from extraction.text.lines import Line
from extraction.text.normal import plain
from extraction.text.quantities import empty

PROSE = 12
"""A text of more words is running text, which ends a table."""
PITCH = 1.9
"""Lines of one record follow each other within this many line heights."""

CLEAR = 1.15
"""The gap that parts a record from the lines of the next one is the widest by this factor."""

OFF = 1.4
"""What stands below the last total by this many of its own steps is no row of the table."""

LEFT = 4.0
"""A text that begins so many points left of the names is a heading."""


@dataclass(frozen=True, slots=True)
class HoldingStrip:
    """A line of a table: its place in the document, its pieces; `anchor`: it has the figures of a record."""

    index: int
    line: Line
    pieces: tuple[Piece, ...]
    anchor: bool
    bare: bool

    @property
    def texts(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.figure is None and not empty(piece.text)]


def until_apart(groups: list[tuple[list[HoldingStrip], str]]) -> list[tuple[list[HoldingStrip], str]]:
    """Records -> without those below the last total that stand off from it: labels and sums that are no rows."""
    last = max((i for i, (group, _) in enumerate(groups) if not group[0].bare or len(group) > 1), default=-1)
    first = next((i for i in range(last + 1, len(groups)) if is_sum(_text(groups[i][0]))), None)
    if first is None or first == 0:
        return groups
    pitch = _step(groups[first - 1][0], groups[first][0])
    for i in range(first + 1, len(groups)):
        if pitch is not None and (_step(groups[i - 1][0], groups[i][0]) or 0.0) > OFF * pitch:
            return groups[:i]
    return groups


def _text(group: Sequence[HoldingStrip]) -> str:
    return " ".join(piece.text for strip in group if strip.anchor for piece in strip.texts)


def _step(above: Sequence[HoldingStrip], below: Sequence[HoldingStrip]) -> float | None:
    """Points from the last line of a record to the first of the next one, None over a page break."""
    a, b = above[-1].line, below[0].line
    return b.middle - a.middle if a.page == b.page else None


def labelled(group: Sequence[HoldingStrip], head: HoldingsHead) -> bool:
    """Whether a last record is none: a label and a sum below the table that stands in no column of values."""
    values = {"value"} if "value" in head.fields else {"local_value", "amount"}
    anchor = next(strip for strip in group if strip.anchor)
    fields = {head.cells[p.column].field for p in anchor.pieces if p.figure is not None and p.column is not None}
    return anchor.bare and not fields & values


def grouped(
    strips: Sequence[HoldingStrip], continued: bool
) -> tuple[list[tuple[list[HoldingStrip], str]], list[tuple[int, Cell]]]:
    """Strips -> those of each record with the heading above it, and figures that belong to none (their line, cell)."""
    quantified = sum(strip.anchor and not strip.bare for strip in strips)
    named = _names_left(strips)
    leading = _leading(strips, named)
    groups: list[tuple[list[HoldingStrip], str]] = []
    strays: list[tuple[int, Cell]] = []
    loose: list[HoldingStrip] = []
    heading = ""
    for strip in strips:
        if not strip.anchor:
            loose.append(strip)
            continue
        told = plain(" ".join(piece.text for piece in strip.texts))
        identified = bool(strip.texts) and all(only_identifiers(p.text) for p in strip.texts)
        below = strip.bare and quantified and groups and not is_sum(told) and not loose
        below = below and (identified or not told or (continued and not is_class(told)))
        if below and groups and not groups[-1][0][0].bare and _near(groups[-1][0][-1], strip):
            groups[-1][0].append(strip)
            continue
        back, said, ahead = _shared(groups[-1][0] if groups else [], loose, strip, named, leading)
        if groups:
            groups[-1][0].extend(back)
        if strip.bare and is_class(told) and groups and _sums_up(groups[-1][0]):
            heading = ""  # a class of its own, such as cash, below the total of another one
        heading = said or heading
        strays += [
            (s.index, p.cell(s.line.page))
            for s in loose
            if s not in back and s not in ahead
            for p in s.pieces
            if p.figure
        ]
        groups.append(([*ahead, strip], heading))
        loose = []
    if groups:
        back, _, _ = _shared(groups[-1][0], loose, None, named, leading)
        groups[-1][0].extend(back)
    return groups, strays


def _names_left(strips: Sequence[HoldingStrip]) -> float | None:
    """Where the texts of most records begin, points; None where they have none."""
    starts = sorted(s.texts[0].x0 for s in strips if s.anchor and not s.bare and s.texts)
    return starts[len(starts) // 4] if starts else None


def _leading(strips: Sequence[HoldingStrip], named: float | None) -> bool:
    """Whether names stand on the lines above the figures of their records."""
    anchors = [s for s in strips if s.anchor and not s.bare]
    mute = [s for s in anchors if not any(any(c.isalpha() for c in p.text) and len(p.text) > 3 for p in s.texts)]
    return len(anchors) > 0 and (named is None or 2 * len(mute) > len(anchors))


def _near(above: HoldingStrip, below: HoldingStrip) -> bool:
    height = max(above.line.bottom - above.line.top, below.line.bottom - below.line.top)
    return above.line.page == below.line.page and below.line.middle - above.line.middle <= PITCH * height


def _shared(
    above: Sequence[HoldingStrip],
    loose: Sequence[HoldingStrip],
    below: HoldingStrip | None,
    named: float | None,
    leading: bool,
) -> tuple[list[HoldingStrip], str, list[HoldingStrip]]:
    """Lines between two records -> those that go on the one above, the heading among them, those that begin the one
    below."""
    rest = list(loose)
    back: list[HoldingStrip] = []
    closed = bool(above) and _sums_up(above)
    last = above[-1] if above and not leading and not closed else None
    while rest and last is not None and _near(last, rest[0]) and not _heads(last, rest[0], (*rest, below)[1], named):
        last = rest.pop(0)
        back.append(last)
    ahead: list[HoldingStrip] = []
    follower = below
    while rest and follower is not None and _near(rest[-1], follower) and not _heads(None, rest[-1], follower, named):
        own = any(any(c.isalpha() for c in p.text) for p in follower.texts)
        if not leading and (follower is not below or own):
            break
        follower = rest.pop()
        ahead.insert(0, follower)
    if back and below is not None and not rest and not ahead and not leading and _clear(above[-1], back, below):
        ahead = [back.pop()]  # a line that stands nearer to the record below is a heading or begins its name
        if not only_identifiers(ahead[0].line.text):
            return back, ahead[0].line.text, []
        back, ahead = [*back, *ahead], []
    heading = next((s.line.text for s in reversed(rest) if _is_heading(s)), "")
    return back, heading, ahead


def _sums_up(group: Sequence[HoldingStrip]) -> bool:
    """Whether the first line of a record is that of a printed total."""
    return group[0].bare and is_sum(" ".join(piece.text for piece in group[0].texts))


def _clear(above: HoldingStrip, back: Sequence[HoldingStrip], below: HoldingStrip) -> bool:
    """Whether the last line between two records stands clearly off the one before it and nearer to the record below."""
    before = back[-2] if len(back) > 1 else above
    last = back[-1]
    if before.line.page != below.line.page:
        return False
    return last.line.middle - before.line.middle > CLEAR * (below.line.middle - last.line.middle)


def _heads(above: HoldingStrip | None, strip: HoldingStrip, below: HoldingStrip | None, named: float | None) -> bool:
    """Whether a line without figures of a record is the heading of a group, not a part of a name: it begins left of
    the names; or it names a class of securities and is not the end of a name, "… Ordinary / Shares", close to the line
    above.
    """
    if any(piece.figure for piece in strip.pieces) or not strip.texts or len(strip.texts) > 2:
        return False
    if named is not None and strip.texts[0].x0 < named - LEFT:
        return True
    if not is_class(strip.line.text):
        return False
    if above is None or below is None or above.line.page != strip.line.page or below.line.page != strip.line.page:
        return above is None or above.line.page != strip.line.page
    goes_on = not below.anchor and not is_class(below.line.text)
    near = strip.line.middle - above.line.middle
    return not goes_on and CLEAR * near > below.line.middle - strip.line.middle


def _is_heading(strip: HoldingStrip) -> bool:
    return bool(strip.texts) and len(strip.line.words) <= PROSE and not any(p.figure for p in strip.pieces)
