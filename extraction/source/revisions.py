"""PDF bytes -> where earlier revisions of the file end. Pure.

ISO 32000-2, 7.5.6: a change may be appended to a file, with a cross-reference section that names the one before
(/Prev). What came first is then still there, byte for byte, and can be opened by itself. Two sections are no change:
a linearized file has two from the start (annex F), and Word ends every file with one that has no objects.
"""

import re
from collections.abc import Iterator

_END = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF")
_PREVIOUS = re.compile(rb"/Prev\s+(\d{1,10})\b")
_SECTION = re.compile(rb"xref\b|\d+\s+\d+\s+obj\b")
LONGEST = 4096
"""A dictionary of a section is shorter than this, bytes."""
MOST = 64
"""Bound on the sections that are followed."""


def revision_ends(data: bytes) -> list[int]:
    """File -> the lengths of its earlier revisions, the oldest first; none where nothing was added to it.

    >>> revision_ends(b"%PDF-1.7 ... startxref 9 %%EOF")
    []
    """
    if data.count(b"startxref") < 2:
        return []
    start = max(data.find(b"%PDF-", 0, 1024), 0)
    ends = {int(match[1]): match.end() for match in _END.finditer(data)}
    if not ends:
        return []
    last = max(ends, key=lambda offset: ends[offset])
    sections = list(_sections(data, start, last))
    earlier = sorted(ends[offset] for offset in sections if offset in ends and offset != last)
    return [end for end in earlier if data.find(b" obj", end) >= 0]


def _sections(data: bytes, start: int, offset: int) -> Iterator[int]:
    """File, where it begins, the offset of its last section -> the offsets of all sections, the latest first."""
    seen: set[int] = set()
    while offset not in seen and len(seen) < MOST and _SECTION.match(data, start + offset):
        seen.add(offset)
        yield offset
        previous = _PREVIOUS.search(_dictionary(data, start + offset))
        if previous is None:
            return
        offset = int(previous[1])


def _dictionary(data: bytes, at: int) -> bytes:
    """File, where a section begins -> its dictionary: behind `trailer`, or in front of the data of its stream."""
    if not data.startswith(b"xref", at):
        return data[at : at + LONGEST].partition(b"stream")[0]
    found = data.find(b"trailer", at)
    return data[found : found + LONGEST].partition(b"startxref")[0] if found >= 0 else b""
