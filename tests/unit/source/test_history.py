"""What a file tells of how it came about: what an earlier revision printed, and the program that made it."""

import re
from collections.abc import Mapping

import pytest
from reportlab.pdfgen.canvas import Canvas

from extraction.model import Page, Trace
from extraction.source.history import traced
from extraction.source.pdf import opened, read_page
from tests.handmade import drawn, one_page, stream, text

pytestmark = pytest.mark.engine

LINES = b"".join(text((72, 700 - 20 * i), b"Coffee and cake %d.50" % i) for i in range(1, 9))
OLD, NEW = text((400, 400), b"250.00"), text((395, 400), b"1,250.00")


def revised(data: bytes, changed: Mapping[int, bytes]) -> bytes:
    """PDF, bodies of objects -> the same file with these in a second revision."""
    out = bytearray(data)
    table = b""
    for number, body in changed.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    (previous,) = re.findall(rb"startxref\s+(\d+)", data)
    start = len(out)
    out += b"xref\n" + table + b"trailer\n<</Size 20/Root 1 0 R/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (previous, start)
    return bytes(out)


def pages(data: bytes) -> list[Page]:
    with opened(data, None, 9) as document:
        read = [read_page(document, i) for i in range(len(document))]
        return traced(read, document, data, None)


def told(data: bytes) -> list[tuple[str, str]]:
    return [(trace.sign, trace.text) for page in pages(data) for trace in page.traces]


def test_a_figure_that_an_earlier_revision_prints_otherwise_is_told_with_its_place() -> None:
    (page,) = pages(revised(one_page(LINES + OLD), {4: stream(LINES + NEW)}))
    (word,) = (word for word in page.words if word.text == "1,250.00")
    assert page.traces == (Trace("replaced", "250.00", word.box),)


def test_a_figure_that_it_does_not_print_and_a_word_that_it_prints_otherwise() -> None:
    old, new = text((400, 300), b"Rent"), text((400, 300), b"Wage")
    assert told(revised(one_page(LINES + old), {4: stream(LINES + new + NEW)})) == [
        ("replaced", "Rent"),
        ("replaced", ""),
    ]


@pytest.mark.parametrize(
    "later",
    [
        LINES + OLD,
        LINES + OLD + text((300, 30), b"received"),
        b"q 1 0 0 1 .4 0 cm " + LINES + OLD + b" Q",
        LINES + text((400.5, 400), b"250.00"),
        NEW,
    ],
    ids=["the same", "a stamp", "moved a little", "set anew", "another page"],
)
def test_a_revision_that_changes_nothing_leaves_no_trace(later: bytes) -> None:
    assert told(revised(one_page(LINES + OLD), {4: stream(later)})) == []


def test_a_page_that_was_written_in_two_steps_leaves_no_trace() -> None:
    """First the form, then its figures."""
    labels = b"".join(text((72, 700 - 20 * i), b"Row") for i in range(1, 6))
    figures = b"".join(text((200, 700 - 20 * i), b"%d.50 %d.70" % (i, i)) for i in range(1, 6))
    assert told(revised(one_page(labels), {4: stream(labels + figures)})) == []


def test_a_filled_form_and_a_signature_leave_no_trace() -> None:
    data = one_page(LINES + OLD)
    entry = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/Annots[7 0 R]>>"
    )
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 60 14]/Resources<</Font<</F 5 0 R>>>>"
    field = b"<</Type/Annot/Subtype/Widget/FT/%s/T(a)/F 4/Rect[390 396 450 410]/AP<</N 8 0 R>>>>"
    for kind in (b"Tx", b"Sig"):
        later = {3: entry, 7: field % kind, 8: stream(text((5, 4), b"1,250.00"), form)}
        assert told(revised(data, later)) == []


def test_an_earlier_revision_that_is_another_document_tells_nothing() -> None:
    data = revised(one_page(LINES + OLD), {2: b"<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>", 4: stream(LINES + NEW)})
    assert len(pages(data)) == 2
    assert told(data) == []
    broken = one_page(LINES + OLD).replace(b"/Type/Pages/Kids", b"/Type/Pages/Kid?")
    whole = {2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>", 4: stream(LINES + NEW)}
    assert told(revised(broken, whole)) == []


@pytest.mark.parametrize(
    ("program", "is_told"),
    [
        ("Adobe Photoshop 25.1", True),
        ("Inkscape 1.3", True),
        ("Adobe InDesign 17.0", False),
        ("iText 7", False),
        ("", False),
    ],
)
def test_a_program_to_draw_pictures_is_told(program: str, is_told: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCreator(program)
        canvas.drawString(72, 700, "Statement of account 250.00")

    assert told(drawn(draw)) == ([("program", program)] if is_told else [])
