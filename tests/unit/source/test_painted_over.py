"""Native pages on which something is painted over text: what is read, and the traces that are left."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from extraction.model import Page, Trace
from extraction.source.pdf import opened, read_page
from tests.handmade import one_page, stream, text

pytestmark = pytest.mark.engine

ROWS = b"".join(text((72, 700 - 20 * i), b"Coffee and cake %d.50" % i) for i in range(1, 9))
OLD, NEW = text((400, 400), b"250.00"), text((395, 400), b"1,250.00")
PATCH = b"q 1 1 1 rg 390 396 60 14 re f Q\n"
IMAGE = b"q %s cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID F0> EI Q\n"
LETTERS = ((400, b"2"), (405.56, b"5"), (411.12, b"0"), (416.68, b"."), (419.46, b"0"), (425.02, b"0"))
TIMES = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"


def page(content: bytes, entries: bytes = b"", resources: bytes = b"", **more: bytes) -> Page:
    """Operators behind some rows, entries and resources of the page, objects from 6 on -> the page."""
    named = b"<</Font<</F 5 0 R/T 6 0 R>>%s>>" % resources
    objects = {6: TIMES, **{int(name[1:]): body for name, body in more.items()}}
    with opened(one_page(ROWS + content, entries=entries, resources=named, more=objects), None, 1) as document:
        return read_page(document, 0)


def told(one: Page) -> tuple[list[str], list[tuple[str, str]]]:
    """Page -> the figures that are read beside those of the rows, the traces."""
    figures = [word.text for word in one.words if word.text.endswith("50.00")]
    return figures, [(trace.sign, trace.text) for trace in one.traces]


def test_a_figure_under_another_one_is_not_read_and_leaves_a_trace() -> None:
    one = page(OLD + PATCH + NEW)
    assert told(one) == (["1,250.00"], [("covered", "250.00")])
    (trace,) = one.traces
    (word,) = (word for word in one.words if word.text == "1,250.00")
    assert isinstance(trace, Trace) and trace.box is not None
    assert trace.box[2] == pytest.approx(word.x1, abs=4)
    assert trace.box[1] == pytest.approx(word.top, abs=0.1)


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_on_a_page_that_is_turned_too(rotate: int) -> None:
    assert told(page(OLD + PATCH + NEW, b"/Rotate %d" % rotate)) == (["1,250.00"], [("covered", "250.00")])


def test_inside_of_a_form_too() -> None:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>"
    one = page(OLD + b"/X Do", resources=b"/XObject<</X 7 0 R>>", _7=stream(PATCH + NEW, form))
    assert told(one) == (["1,250.00"], [("covered", "250.00")])


def test_a_digit_that_is_painted_over_leaves_the_trace_of_its_figure() -> None:
    digit = b"q 1 1 1 rg 400 398 5.5 10 re f Q\n" + text((400, 400), b"9")
    assert told(page(OLD + digit)) == (["250.00"], [("covered", "250.00")])


@pytest.mark.parametrize(
    "content",
    [
        PATCH + OLD,
        OLD + b"q 0 0 1 1 re W n 1 1 1 rg 390 396 60 14 re f Q\n" + NEW,
        OLD + b"q /G gs 1 1 1 rg 390 396 60 14 re f Q\n" + NEW,
        OLD + b"1 1 1 rg 10 10 580 770 re 20 20 560 750 re f*\n",
        OLD + b"1 1 1 rg 390 412 60 14 re f\n",
        OLD + b"0 g 390 403 60 1 re f\n" + NEW,
        OLD + PATCH + OLD,
    ],
    ids=["painted before", "clipped away", "transparent", "a frame", "the row above", "struck out", "the same again"],
)
def test_what_hides_nothing_leaves_no_trace(content: bytes) -> None:
    one = page(content, resources=b"/ExtGState<</G<</ca .3>>>>")
    assert one.traces == ()
    assert "250.00" in told(one)[0]


def test_letters_that_are_drawn_one_by_one_are_looked_at_together() -> None:
    """Each is seen, through a patch that is mostly transparent; without one of them the page is nearly the same."""
    letters = b"".join(text((x, 400), letter) for x, letter in LETTERS)
    see_through = b"q /G gs 1 1 1 rg 390 396 60 14 re f Q\n"
    one = page(letters + see_through + text((402, 402), b"1,250.00"), resources=b"/ExtGState<</G<</ca .1>>>>")
    assert one.traces == ()
    assert told(page(letters + PATCH + NEW)) == (["1,250.00"], [("covered", "250.00")])


@pytest.mark.parametrize(
    ("cell", "under", "traces"),
    [
        ((b"Invoice of 12 May 3,689.85", b"1,250.00"), 430, []),
        ((b"Invoice of 12 May", b"1,250.00"), 430, []),
        (
            (b"Payment to J. Smith", b"Jones"),
            355 + stringWidth("Payment to J. ", "Helvetica", 10),
            [("covered", "Smith")],
        ),
        ((b"250.00", b"1,250.00"), 355, [("covered", "250.00")]),
        ((b"EUR 250.00", b"1,250.00"), 376, [("covered", "250.00")]),
    ],
    ids=["an amount that overflows", "a text that overflows", "a name", "a figure", "a figure behind its currency"],
)
def test_text_that_overflows_its_cell_is_cut_off_and_leaves_no_trace(
    cell: tuple[bytes, bytes], under: float, traces: list[tuple[str, str]]
) -> None:
    """The ground of the next cell is painted on it, and that cell's figure on top."""
    old, new = cell
    ground = b"q .9 .9 .9 rg %g 396 80 14 re f Q\n" % under
    one = page(text((355, 400), old) + ground + text((under, 400), new))
    assert told(one)[1] == traces


def test_a_figure_under_a_picture_is_read_and_leaves_a_trace() -> None:
    assert told(page(OLD + IMAGE % b"60 0 0 14 390 396")) == (["250.00"], [("covered", "250.00")])


def test_the_text_below_the_picture_of_a_scan_leaves_none() -> None:
    lines = b"".join(text((72, 650 - 20 * i), b"Many words are on this page %d.50" % i) for i in range(12))
    one = page(lines + OLD + IMAGE % b"612 0 0 792 0 0")
    assert (one.reason, one.traces, one.fonts) == ("text layer over a picture of the page", (), ())


@pytest.mark.parametrize("how", [b"3 Tr", b"1 1 1 rg"], ids=["not drawn", "white"])
def test_a_hidden_figure_is_told_where_another_is_seen(how: bytes) -> None:
    hidden = text((400, 400), b"250.00", before=how)
    assert told(page(NEW + b"q " + hidden + b"Q")) == (["1,250.00"], [("hidden", "250.00")])
    assert told(page(OLD + b"q " + hidden + b"Q")) == (["250.00"], [])


def test_a_hidden_layer_that_says_what_is_seen_is_what_a_program_recognised() -> None:
    """It misread one of the figures."""
    same = b"".join(text((72, 700 - 20 * i), b"Coffee and cake %d.50" % i) for i in range(1, 9))
    recognised = b"q 3 Tr " + same + text((400, 400), b"290.00") + b" Q"
    assert page(OLD + recognised).traces == ()
    moved = b"q 1 0 0 1 2 1 cm 3 Tr " + same + text((400, 400), b"290.00") + b" Q"
    assert page(OLD + moved).traces == ()


def test_words_know_the_font_of_their_figures() -> None:
    two = b"BT /F 10 Tf 400 400 Td (EUR1,) Tj /T 10 Tf (250.00) Tj ET\n"
    one = page(two + b"BT /T 10 Tf 400 380 Td (450.00) Tj ET\n")
    fonts = {word.text: one.fonts[word.font] for word in one.words if word.font is not None}
    assert fonts["Coffee"] == "Helvetica (not embedded)"
    assert fonts["450.00"] == "Times-Roman (not embedded)"
    assert fonts["EUR1,250.00"] == "Helvetica (not embedded) + Times-Roman (not embedded)"


def test_a_note_is_painted_over_and_a_form_field_is_filled_in() -> None:
    look = b"/Type/XObject/Subtype/Form/BBox[0 0 60 14]/Resources<</Font<</F 5 0 R>>>>"
    drawn = stream(b"1 1 1 rg 0 0 60 14 re f 0 g " + text((5, 4), b"1,250.00"), look)
    note = b"<</Type/Annot/Subtype/%s/F 4/Rect[390 396 450 410]/AP<</N 8 0 R>>>>"
    for subtype, traces in ((b"FreeText", [("covered", "250.00")]), (b"Widget/FT/Tx/T(a)/V(1,250.00)", [])):
        one = page(OLD, b"/Annots[7 0 R]", _7=note % subtype, _8=drawn)
        assert told(one)[1] == traces
        assert "1,250.00" in told(one)[0]
