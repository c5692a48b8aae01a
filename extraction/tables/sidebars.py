"""Lines of a page on which a panel stands beside a table -> those of the panel, then those of the table.

Statements set summaries, rates and notes beside their rows. Their lines stand at other heights than the rows, so that a
label of the panel and its amount would have lines of the table between them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from extraction.geometry import cluster, overlap
from extraction.model import Page
from extraction.tables.halves import between, crosses
from extraction.tables.head import Header
from extraction.tables.head_cells import HeaderCell
from extraction.tables.header import headers
from extraction.tables.names import MONEY, role
from extraction.text import dates
from extraction.text.lines import Line

STACKED, ALIGNED = 4, 2.0
"""A panel has so many texts at least that begin within so many points of each other."""
FAR, LETTERS = 0.6, 3
"""It begins right of this share of the page's text; its texts have more letters."""
DATED, ALONE, WIDE, MOST, LONG = 5, 5, 60.0, 0.7, 0.8
"""A panel stands left of so many dates that begin below each other, on so many lines of its own, begins so many points
left of them, and stands beside no larger share of them: a column does. The last share is that of a panel right of rows
with twice as many lines of its own."""
_AMOUNT = re.compile(r"[^\w\s]{0,2}\d[\d.,' ]*[.,]\d\d(?: ?(?:CR|DR|-|\+))?")
WHOLE = 0.9
"""The edge of a panel runs down this share of its page."""
BESIDE = 0.5
"""Texts without figures of their own beside more than this share of the dated lines are a column."""


GROUND, FRAMED = 20.0, 4
"""Both edges of a gap between two grounds are one, points; a box in a frame has no more edges, a table has."""


def panels_first(lines: Sequence[Line], pages: Sequence[Page] = ()) -> list[Line]:
    """Lines of a document, its pages -> the lines, those of a panel left or right of a table before those of the
    table."""
    by_number = {page.number: page for page in pages}
    return [
        line
        for number, page in groupby(lines, key=lambda line: line.page)
        for line in _of_page(list(page), by_number.get(number))
    ]


def _of_page(lines: list[Line], page: Page | None) -> list[Line]:
    if page and (parted := _by_edge(lines, page)):
        return parted
    if any(below.bottom < above.top for above, below in pairwise(lines)):  # its columns follow each other already
        return lines
    if (left := _dates(lines)) is not None:
        return _left_first(lines, left - ALIGNED)
    edge = FAR * max(line.chunks[-1].x1 for line in lines)
    begin = _stack(lines, edge)
    heads = headers(lines) if begin is not None else []
    if begin is not None and all(_is_of_head(i, heads) for i, line in enumerate(lines) if _worded(line, begin)):
        return lines  # names of columns, which stand below each other where tables do
    for head in heads:
        left = _stack(lines[head.first :], edge) if head.transactions else None
        if left is not None and _is_beside(lines[head.last + 1 :], head, left):
            return _parted(lines, head, left - ALIGNED)
    far = _stack(lines, edge)
    return _right_first(lines, far - ALIGNED) if far is not None and _whole_left(lines, far - ALIGNED) else lines


def _by_edge(lines: Sequence[Line], page: Page) -> list[Line]:
    """Lines of a page -> those of the narrower part first, where an edge that no text crosses runs down all of the
    page: that of a box with another ground; nothing where none does, or several: those of columns."""
    edges = [rule for rule in page.rules if not rule.horizontal and rule.bottom - rule.top >= WHOLE * page.height]
    if len(cluster(edges, lambda rule: rule.x0, GROUND)) > FRAMED:
        return []
    for rule in edges:
        if any(crosses(line, [rule.x0]) for line in lines):
            continue
        left = [part for line in lines if (part := between(line, float("-inf"), rule.x0))]
        right = [part for line in lines if (part := between(line, rule.x0, float("inf")))]
        if min(len(left), len(right)) >= STACKED:
            return [*left, *right] if rule.x0 < page.width / 2 else [*right, *left]
    return []


def _worded(line: Line, left: float) -> bool:
    """Whether a text of words begins at a place on a line."""
    return any(abs(chunk.x0 - left) <= ALIGNED and _is_worded(chunk.text) for chunk in line.chunks)


def _is_of_head(place: int, heads: Sequence[Header]) -> bool:
    return any(head.first <= place <= head.last for head in heads)


def _dates(lines: Sequence[Line]) -> float | None:
    """Lines of a page -> where the dates of its rows begin, if a panel stands left of them."""
    days = [chunk.x0 for line in lines for chunk in line.chunks if dates.leading(chunk.text)]
    counts = {x: sum(abs(x - other) <= ALIGNED for other in days) for x in days}
    column = min((x for x, count in counts.items() if count >= max(DATED, BESIDE * max(counts.values()))), default=None)
    if column is None:
        return None
    block = _beside(lines, column - ALIGNED)
    parts = [(between(line, float("-inf"), column - ALIGNED), line) for line in block]
    panel = [(part, line) for part, line in parts if part]
    texts = Counter(round(part.chunks[0].x0 / ALIGNED) for part, _ in panel)
    rows = [line for line in block if _begins(line, column)]
    held = sum(_begins(line, column) for _, line in panel)
    alone = sum(part.chunks[-1] is line.chunks[-1] for part, line in panel)
    far = panel and column - min(part.chunks[0].x0 for part, _ in panel) >= WIDE
    stacked = texts.most_common(1)[0][1] >= STACKED if texts else False
    return column if far and stacked and alone >= ALONE and held <= MOST * len(rows) else None


def _beside(lines: Sequence[Line], left: float) -> Sequence[Line]:
    """Lines of a page, a place on them, points -> the longest run of them that no text crosses there."""
    runs = [list(run) for over, run in groupby(lines, key=lambda line: crosses(line, [left])) if not over]
    return max(runs, key=len, default=[])


def _left_first(lines: list[Line], left: float) -> list[Line]:
    block = _beside(lines, left)
    first = lines.index(block[0])
    panel = [part for line in block if (part := between(line, float("-inf"), left))]
    table = [part for line in block if (part := between(line, left, float("inf")))]
    return [*lines[:first], *panel, *table, *lines[first + len(block) :]]


def _whole_left(lines: Sequence[Line], cut: float) -> bool:
    """Lines of a page, where texts begin, points -> whether rows end left of it with their amounts, most of them with
    nothing behind, and a panel has lines of its own there: no column, and none of the page's two halves."""
    block = _beside(lines, cut)
    parts = [(between(line, float("-inf"), cut), between(line, cut, float("inf"))) for line in block]
    rows = [right for left, right in parts if left and _is_row(left)]
    alone = sum(left is None for left, _ in parts)
    held = sum(right is not None for right in rows)
    most = LONG if alone >= 2 * ALONE else MOST
    return len(rows) >= DATED and alone >= ALONE and held <= most * len(rows)


def _is_row(line: Line) -> bool:
    first, last = line.chunks[0].text, line.chunks[-1].text
    dated = first[0].isdigit() or dates.leading(first) is not None
    return len(line.chunks) > 2 and dated and _AMOUNT.fullmatch(last) is not None


def _right_first(lines: list[Line], cut: float) -> list[Line]:
    block = _beside(lines, cut)
    first = lines.index(block[0])
    panel = [part for line in block if (part := between(line, cut, float("inf")))]
    table = [part for line in block if (part := between(line, float("-inf"), cut))]
    return [*lines[:first], *panel, *table, *lines[first + len(block) :]]


def _stack(lines: Sequence[Line], edge: float) -> float | None:
    """Lines, a place on them, points -> where most texts right of it begin; None where too few of words do."""
    far = [chunk for line in lines for chunk in line.chunks if chunk.x0 > edge]
    worded = [c.x0 for c in far if _is_worded(c.text)]
    counts = Counter({x: sum(abs(x - other) <= ALIGNED for other in worded) for x in worded})
    ((left, count),) = counts.most_common(1) or [(0.0, 0)]
    return left if count >= STACKED else None


def _is_worded(text: str) -> bool:
    return sum(ch.isalpha() for ch in text) > max(LETTERS, len(text) / 2)


def _is_beside(below: Sequence[Line], head: Header, left: float) -> bool:
    """Lines below a head, where texts begin, points -> whether these are right of all columns, and no column."""
    own = [cell for cell in head.cells if cell.x0 < left - ALIGNED]
    titles = [
        cell
        for cell in head.cells[len(own) :]
        if (cell.role in (*MONEY, "other") and cell.x0 < left + ALIGNED) or role(cell.text) is None
    ]
    last = (*MONEY, "description") if any(cell.role in MONEY for cell in own) else ()  # texts may come last
    if not own or own[-1].role not in last or own[-1].x1 > left or len(own) + len(titles) < len(head.cells):
        return False
    dated = [line for line in below if dates.leading(line.chunks[0].text)]
    texts = [line for line in dated if _begins(line, left) and not _labels(line, left)]
    held = sum(line in texts or any(_under(line, title) for title in titles) for line in dated)
    return held <= BESIDE * len(dated) if dated else False


def _labels(line: Line, left: float) -> bool:
    """Whether the text of a line that begins at `left` has its figure right of it, as a label has."""
    own = between(line, left - 2 * ALIGNED, float("inf"))
    return own is not None and len(own.chunks) == 2 and own.chunks[1].text.rstrip("%")[-1:].isdigit()


def _under(line: Line, head: HeaderCell) -> bool:
    """Whether an amount stands below a head of amounts, as those of a column do."""
    amount = line.chunks[-1]
    return head.role in MONEY and amount.text[-1:].isdigit() and overlap(amount.x0, amount.x1, head.x0, head.x1) > 0


def _parted(lines: list[Line], head: Header, left: float) -> list[Line]:
    """Lines of a page, a head on it, where a panel begins right of it, points -> those above the panel, those of the
    panel, those beside it, those below both."""
    first = head.first
    for index in range(head.first - 1, -1, -1):
        if crosses(lines[index], [left]):
            break
        first = index if _begins(lines[index], left) else first
    last = next((i for i in range(head.last + 1, len(lines)) if crosses(lines[i], [left])), len(lines))
    block = lines[first:last]
    panel = [part for line in block if (part := between(line, left, float("inf")))]
    table = [part for line in block if (part := between(line, float("-inf"), left))]
    return [*lines[:first], *panel, *table, *lines[last:]]


def _begins(line: Line, left: float) -> bool:
    return any(abs(chunk.x0 - left) <= 2 * ALIGNED for chunk in line.chunks)
