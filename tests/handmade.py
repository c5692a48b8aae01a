"""PDFs written by hand, object by object: what no library would write."""

import io
import zlib
from collections.abc import Callable, Mapping

from reportlab.pdfgen.canvas import Canvas

HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def pdf(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """Bodies of objects by number; 1 is the catalog -> a file with a right cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start, count = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count
    for number in range(1, count):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    out += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (count, trailer, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"", packed: bool = False) -> bytes:
    """Data, further entries of its dictionary -> a stream object."""
    if packed:
        data, entries = zlib.compress(data, 9), entries + b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>stream\n" % (entries, len(data)) + data + b"\nendstream"


def one_page(
    content: bytes,
    box: bytes = b"[0 0 612 792]",
    resources: bytes = b"<</Font<</F 5 0 R>>>>",
    entries: bytes = b"",
    more: Mapping[int, bytes] | None = None,
) -> bytes:
    """Content stream, media box, resources (/F is Helvetica), page entries, further objects from 6 on -> PDF."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox%s/Contents 4 0 R/Resources%s%s>>" % (box, resources, entries)
    objects = {1: CATALOG, 2: PAGES, 3: page, 4: stream(content, packed=True), 5: HELVETICA}
    return pdf({**objects, **(more or {})})


def text(at: tuple[float, float], words: bytes, size: float = 10, before: bytes = b"") -> bytes:
    """Operators that print words (escaped as PDF wants them) at a place of user space."""
    return b"BT /F %g Tf %s %g %g Td (%s) Tj ET\n" % (size, before, *at, words)


def drawn(draw: Callable[[Canvas], None], size: tuple[float, float] = (595.0, 842.0)) -> bytes:
    """What is drawn on a canvas -> PDF of one page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def endless() -> bytes:
    """PDF whose content draws a form that draws itself twice: PDFium takes memory for it until there is none."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X 6 0 R>>>>"
    return one_page(b"/X Do", resources=b"<</XObject<</X 6 0 R>>>>", more={6: stream(b"/X Do /X Do", form)})
