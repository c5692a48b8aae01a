"""Lines that hold two or three tables side by side -> the lines of each table, one table after the other.

A head that names the same columns again ("Date Description Amount Balance Date Description Amount Balance") stands
above two blocks of rows: the second one goes on where the first one ends. Two columns of a page may have heads of their
own, at any heights.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

from extraction.tables.head import Header
from extraction.tables.head_lines import head_of
from extraction.tables.header import headers
from extraction.tables.names import role
from extraction.text.dates import leading
from extraction.text.lines import Chunk, Line
from extraction.text.normal import plain

TITLES = 2
"""So many lines above the head may name the blocks, one text above each."""
MOST = 4
"""No page prints more blocks side by side."""
SLACK = 4.0
"""A text may begin this far left of the head of its block, points."""
ROW = 4
"""A row has no more lines than these."""
ENDS = frozenset({"debit", "credit", "amount", "balance"})
"""A block ends with a column of money."""
APART, LOWER = 100.0, 4.0
"""The heads of two columns of a page begin so many points from each other, and are not of one height."""


def one_after_the_other(lines: Sequence[Line]) -> list[Line]:
    """Lines of a document -> the same; where blocks stand side by side, those of the first block before those of the
    second one."""
    result: list[Line] = []
    done = 0
    for index, line in enumerate(lines):
        head = head_of(lines, index) if index >= done and _repeats(line) else None
        cuts = (_cuts(head) or _cuts_by_dates(lines, head)) if head else []
        if head is None or not cuts:
            continue
        first = _titled(lines, head, cuts)
        last = _end(lines, head, cuts)
        result += lines[done:first]
        for left, right in pairwise([float("-inf"), *cuts, float("inf")]):
            result += [part for line in lines[first:last] if (part := between(line, left, right))]
        done = last
    return [*result, *lines[done:]]


def columns_in_turn(lines: Sequence[Line]) -> list[Line]:
    """Lines of a document -> the same; on pages with two columns that have heads of their own those of the left one
    first, from where no text reaches from one into the other."""
    return [line for _, page in groupby(lines, key=lambda line: line.page) for line in _in_turn(list(page))]


def _in_turn(lines: list[Line]) -> list[Line]:
    dated = [(i, c.x0) for i, line in enumerate(lines) for c in line.chunks if role(c.text) == "date"]
    first = min((x0 for _, x0 in dated), default=0.0)
    for place, x0 in dated:
        level = any(lines[place].top - lines[i].top < LOWER for i, x in dated if x == first and i <= place)
        if x0 < first + APART or level:
            continue
        cut = x0 - SLACK
        heads = [head for head in headers(lines) if not _is_beside_title(head, cut, [i for i, x in dated if x < cut])]
        if any(_goes_over(head, cut, x0) for head in heads):
            continue
        top = dated[0][0]  # above all heads, labels may stand left and their amounts right
        begin = next((i + 1 for i in range(place, top - 1, -1) if crosses(lines[i], [cut])), top)
        if begin == top:
            begin = _first_row(lines, top, cut, x0)
        end = next((i for i in range(place, len(lines)) if crosses(lines[i], [cut])), len(lines))
        parts = [
            [part for line in lines[begin:end] if (part := between(line, *ends))]
            for ends in ((float("-inf"), cut), (cut, float("inf")))
        ]
        left, right = (next((head for head in headers(part) if head.transactions), None) for part in parts)
        if left and right and _dated(right, x0):
            return [*lines[:begin], *parts[0], *_headed(parts[1], right, x0), *lines[end:]]
    return lines


def _headed(right: Sequence[Line], head: Header, x0: float) -> list[Line]:
    """The lines of a right column, its first head, where its dates begin -> the same; rows above the head, on which
    those of the left column go on, below the head as well."""
    first = next((i for i, line in enumerate(right[: head.first]) if _is_row(line, x0)), None)
    again = [] if first is None else right[head.first : head.last + 1]
    return [*right[:first], *again, *right[first or 0 :]] if again else list(right)


def _is_row(line: Line, x0: float) -> bool:
    return abs(line.chunks[0].x0 - x0) < SLACK and leading(line.chunks[0].text) is not None


def _goes_over(head: Header, cut: float, x0: float) -> bool:
    """Whether a head has names on both sides of a cut, and one of dates right behind it."""
    named = any(cell.x0 < cut and role(cell.text) is not None for cell in head.cells)
    return named and cut < head.cells[-1].x0 and _dated(head, x0)


def _is_beside_title(head: Header, cut: float, left: Sequence[int]) -> bool:
    """Whether a head has but one text left of a cut, right above one of the lines where heads of the left column stand:
    the title of that."""
    titled = any(0 < line - head.last <= TITLES for line in left)
    return titled and sum(cell.x0 < cut for cell in head.cells) == 1


def _dated(head: Header, x0: float) -> bool:
    """Whether a head has a name of dates that begins at a place."""
    return any(abs(cell.x0 - x0) < SLACK for cell in head.cells if cell.role in ("date", "value_date"))


def _first_row(lines: Sequence[Line], top: int, cut: float, x0: float) -> int:
    """The lines of a page, the first head on it, where its right column begins, where the dates of that do -> the first
    line above the head with a row of the right column, which goes on the left one; the head where there is none."""
    first = top
    for index in range(top - 1, -1, -1):
        if crosses(lines[index], [cut]):
            break
        right = between(lines[index], cut, float("inf"))
        if right is not None and _is_row(right, x0):
            first = index
        elif first - index > ROW:
            break
    return first


def _repeats(line: Line) -> bool:
    """Whether a line prints a text again."""
    return len({chunk.text for chunk in line.chunks}) < len(line.chunks)


def _cuts(head: Header) -> list[float]:
    """A head -> where its second and later blocks begin, points; none where its columns do not repeat, or are those of
    a list of checks, which runs across."""
    cells, roles = head.cells, head.roles
    for count in range(MOST, 1, -1):
        size, rest = divmod(len(cells), count)
        if rest or len({roles[i * size : (i + 1) * size] for i in range(count)}) > 1:
            continue
        block = set(roles[:size])
        if "date" in block and block & {"description", "balance"} and block & {"amount", "debit", "credit"}:
            return [cells[i * size].x0 - SLACK for i in range(1, count)]
    return []


def _cuts_by_dates(lines: Sequence[Line], head: Header) -> list[float]:
    """Lines, a head -> where its second and later blocks begin, points, where each begins with the same name of dates
    and ends with one of money, and a title stands above each: checks, deposits and daily balances side by side."""
    first, *_ = cells = head.cells
    starts = [i for i, cell in enumerate(cells) if cell.role == "date" and cell.text == first.text]
    blocks = [cells[a:b] for a, b in pairwise([*starts, len(cells)])]
    if starts[:1] != [0] or len(blocks) < 2 or not all(len(b) > 1 and b[-1].role in ENDS for b in blocks):
        return []
    cuts = [block[0].x0 - SLACK for block in blocks[1:]]
    above = lines[_titled(lines, head, cuts) : head.first]
    titles = [{plain(chunk.text) for chunk in line.chunks} for line in above]
    return cuts if any(len(told) == len(blocks) for told in titles) else []


def _titled(lines: Sequence[Line], head: Header, cuts: Sequence[float]) -> int:
    """The first of the lines above a head that print one text above each block; that of the head where none do."""
    first = head.first
    for index in range(head.first - 1, max(head.first - 1 - TITLES, -1), -1):
        line = lines[index]
        if line.page != head.page or len(line.chunks) != len(cuts) + 1 or crosses(line, cuts):
            break
        parts = [between(line, a, b) for a, b in pairwise([float("-inf"), *cuts, float("inf")])]
        if not all(parts) or any(ch.isdigit() for ch in line.text):
            break
        first = index
    return first


def _end(lines: Sequence[Line], head: Header, cuts: Sequence[float]) -> int:
    """The first line below a head that is none of the blocks: on another page, across a cut, or the title of another
    head that reaches over one."""
    for index in range(head.last + 1, len(lines)):
        if lines[index].page != head.page or crosses(lines[index], cuts):
            return index
        if _is_another(lines, index, head, cuts):
            titles = range(index - 1, head.last, -1)
            return next((i + 1 for i in titles if len(lines[i].chunks) > 1), index)
    return len(lines)


def _is_another(lines: Sequence[Line], index: int, head: Header, cuts: Sequence[float]) -> bool:
    """Whether a line is the head of a table other than the blocks below a head, on both sides of a cut."""
    line = lines[index]
    if len(line.chunks) < 2 or role(line.chunks[0].text) != "date" or line.text == lines[head.first].text:
        return False
    other = head_of(lines, index)
    return other is not None and other.transactions and any(other.cells[0].x0 < c < other.cells[-1].x0 for c in cuts)


def crosses(line: Line, cuts: Sequence[float]) -> bool:
    """Whether a text of a line reaches over one of the cuts."""
    return any(chunk.x0 < cut < chunk.x1 for chunk in line.chunks for cut in cuts)


def between(line: Line, left: float, right: float) -> Line | None:
    """The part of a line between two places, as high as its own texts are; None where there is none."""
    chunks: tuple[Chunk, ...] = tuple(chunk for chunk in line.chunks if left <= chunk.x0 < right)
    boxes = [chunk.box for chunk in chunks]
    return Line(line.page, chunks, min(b[1] for b in boxes), max(b[3] for b in boxes)) if chunks else None
