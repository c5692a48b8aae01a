"""The objects of a PDF as reportlab writes it: taken apart, and written again at once or as a later revision."""

import base64
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
_REFERENCE = rb"/%s (\d+) 0 R"


@dataclass(frozen=True, slots=True)
class File:
    """Bodies of objects by number, and the numbers of the catalog, the information and the dictionary of fonts."""

    data: bytes
    objects: Mapping[int, bytes]
    root: int
    info: int

    @property
    def pages(self) -> list[int]:
        """Numbers of the pages in order."""
        kids = re.search(rb"/Kids \[(.*?)\]", self.objects[_number(self.objects[self.root], b"Pages")], re.DOTALL)
        assert kids
        return [int(number) for number in re.findall(rb"(\d+) 0 R", kids[1])]

    @property
    def fonts(self) -> int:
        """Number of the dictionary of fonts that all pages share."""
        return _number(self.objects[self.pages[0]], b"Font")

    def contents(self, page: int) -> int:
        """Number of a page -> number of its content stream."""
        return _number(self.objects[page], b"Contents")

    def content(self, page: int) -> bytes:
        """Number of a page -> its operators."""
        head, _, rest = self.objects[self.contents(page)].partition(b"stream")
        packed = rest.rpartition(b"endstream")[0].strip()
        assert b"ASCII85Decode" in head
        return zlib.decompress(base64.a85decode(b"<~" + packed, adobe=True))


def file(data: bytes) -> File:
    """PDF of one revision -> its objects."""
    trailer = data[data.rindex(b"trailer") :]
    objects = {int(match[1]): match[2] for match in _OBJECT.finditer(data)}
    return File(data, objects, _number(trailer, b"Root"), _number(trailer, b"Info"))


def stream(operators: bytes, entries: bytes = b"") -> bytes:
    """Operators, further entries of the dictionary -> the body of a stream."""
    packed = zlib.compress(operators, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (entries, len(packed), packed)


def rewritten(one: File, changed: Mapping[int, bytes]) -> bytes:
    """File, changed and new objects -> a PDF of one revision, as an editor saves it under another name."""
    out = bytearray(b"%PDF-1.5\n")
    return bytes(_section(out, {**one.objects, **changed}, one, b""))


def appended(one: File, changed: Mapping[int, bytes]) -> bytes:
    """File, changed and new objects -> the same file with a second revision, as an editor saves it in place."""
    (previous,) = re.findall(rb"startxref\s+(\d+)", one.data)
    return bytes(_section(bytearray(one.data), changed, one, b"/Prev %s" % previous))


def _section(out: bytearray, objects: Mapping[int, bytes], one: File, entries: bytes) -> bytearray:
    """Writes objects, the table of their places and the end of a revision behind what is there."""
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max([*one.objects, *objects]) + 1
    ends = (size, one.root, one.info, entries, start)
    return out + b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % ends


def _number(body: bytes, key: bytes) -> int:
    found = re.search(_REFERENCE % key, body)
    assert found, key
    return int(found[1])
