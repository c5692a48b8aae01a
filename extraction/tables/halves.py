"""Lines that hold two or three tables side by side -> the lines of each table, one table after the other.

A head that names the same columns again ("Date Description Amount Balance Date Description Amount Balance") stands
above two blocks of rows: the second one goes on where the first one ends.
"""

from collections.abc import Sequence
from itertools import pairwise

from extraction.tables.header import Header, head_of
from extraction.text.lines import Chunk, Line

TITLES = 2
"""So many lines above the head may name the blocks, one text above each."""
MOST = 4
"""No page prints more blocks side by side."""
SLACK = 4.0
"""A text may begin this far left of the head of its block, points."""


def one_after_the_other(lines: Sequence[Line]) -> list[Line]:
    """Lines of a document -> the same; where blocks stand side by side, those of the first block before those of the
    second one."""
    result: list[Line] = []
    done = 0
    for index, line in enumerate(lines):
        head = head_of(lines, index) if index >= done and _repeats(line) else None
        cuts = _cuts(head) if head else []
        if head is None or not cuts:
            continue
        first = _titled(lines, head, cuts)
        last = _end(lines, head, cuts)
        result += lines[done:first]
        for left, right in pairwise([float("-inf"), *cuts, float("inf")]):
            result += [part for line in lines[first:last] if (part := between(line, left, right))]
        done = last
    return [*result, *lines[done:]]


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


def _titled(lines: Sequence[Line], head: Header, cuts: Sequence[float]) -> int:
    """The first of the lines above a head that print one text above each block; that of the head where none do."""
    first = head.first
    for index in range(head.first - 1, max(head.first - 1 - TITLES, -1), -1):
        line = lines[index]
        if line.page != head.page or len(line.chunks) != len(cuts) + 1 or _crosses(line, cuts):
            break
        parts = [between(line, a, b) for a, b in pairwise([float("-inf"), *cuts, float("inf")])]
        if not all(parts) or any(ch.isdigit() for ch in line.text):
            break
        first = index
    return first


def _end(lines: Sequence[Line], head: Header, cuts: Sequence[float]) -> int:
    """The first line below a head that is none of the blocks: on another page, or across a cut."""
    for index in range(head.last + 1, len(lines)):
        if lines[index].page != head.page or _crosses(lines[index], cuts):
            return index
    return len(lines)


def _crosses(line: Line, cuts: Sequence[float]) -> bool:
    return any(chunk.x0 < cut < chunk.x1 for chunk in line.chunks for cut in cuts)


def between(line: Line, left: float, right: float) -> Line | None:
    """The part of a line between two places, None where there is none."""
    chunks: tuple[Chunk, ...] = tuple(chunk for chunk in line.chunks if left <= chunk.x0 < right)
    return Line(line.page, chunks, line.top, line.bottom) if chunks else None
