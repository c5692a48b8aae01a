"""What a page is read from: its text layer, its form fields, or its picture; and its ruling lines."""

import io

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extraction.model import Page, Rule
from extraction.source.layer import HIDDEN, PICTURED, TEXT
from extraction.source.pdf import draw_page, opened, read_page
from tests.generator import make
from tests.handmade import CATALOG, HELVETICA, PAGES, drawn, one_page, pdf, stream, text

pytestmark = pytest.mark.engine

LINES = b"".join(text((72, 700 - 14 * i), b"0%d/02 COFFEE SHOP NUMBER %d  12.50" % (i % 9 + 1, i)) for i in range(12))


def page(data: bytes, index: int = 0) -> Page:
    with opened(data, None, 10) as document:
        return read_page(document, index)


def texts(data: bytes) -> list[str]:
    return [word.text for word in page(data).words]


def picture(shade: int = 128) -> ImageReader:
    return ImageReader(Image.new("L", (60, 80), shade))


def fields(appearance: bool, needed: bool = False, entries: bytes = b"") -> bytes:
    """A form with a text field (with or without an appearance of its own) and a choice."""
    widget = b"/Type/Annot/Subtype/Widget/F 4/DA(/F 10 Tf 0 g)/P 3 0 R%s" % entries
    own = b"/AP<</N 12 0 R>>" if appearance else b""
    page_of_it = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"
    form = b"<</Fields[10 0 R 11 0 R]/DA(/F 10 Tf 0 g)/DR<</Font<</F 5 0 R>>>>%s>>"
    return pdf(
        {
            1: CATALOG[:-2] + b"/AcroForm" + form % (b"/NeedAppearances true" if needed else b"") + b">>",
            2: PAGES,
            3: page_of_it + b"/Annots[10 0 R 11 0 R]>>",
            4: stream(text((100, 700), b"Opening balance:")),
            5: HELVETICA,
            10: b"<<%s/FT/Tx/T(bal)/V(1,234.56)/Rect[200 695 300 712]%s>>" % (widget, own),
            11: b"<<%s/FT/Ch/Ff 131072/T(kind)/V(Savings)/Opt[(Checking)(Savings)]/Rect[200 645 300 662]>>" % widget,
            12: stream(
                b"/Tx BMC q BT /F 10 Tf 0 g 2 4 Td (1,234.56) Tj ET Q EMC",
                b"/Type/XObject/Subtype/Form/BBox[0 0 100 17]/Resources<</Font<</F 5 0 R>>>>",
            ),
        }
    )


@pytest.mark.parametrize("appearance", [True, False])
@pytest.mark.parametrize("needed", [True, False])
def test_values_of_form_fields_are_words(appearance: bool, needed: bool) -> None:
    with opened(fields(appearance, needed), None, 1) as document:
        read = read_page(document, 0)
        ink = np.asarray(draw_page(document, 0, 72).to_pil().convert("L"))
    assert [(w.text, w.method) for w in read.words] == [
        ("Opening", "native"),
        ("balance:", "native"),
        ("1,234.56", "form"),
        ("Savings", "form"),
    ]
    value = read.words[2]
    assert 200 <= value.x0 < value.x1 <= 300
    assert 792 - 712 <= value.top < value.bottom <= 792 - 695 + 2
    assert (ink[80:97, 200:300] < 128).any()


def test_a_hidden_form_field_is_no_word() -> None:
    assert texts(fields(True, entries=b"/F 2")) == ["Opening", "balance:"]


def test_form_fields_of_a_library() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "Name")
        canvas.acroForm.textfield(name="n", value="Jane 99.50", x=200, y=690, width=120, height=20, fontSize=10)
        canvas.acroForm.textfield(name="e", value="", x=200, y=640, width=120, height=20, fontSize=10)

    assert [(w.text, w.method) for w in page(drawn(draw)).words] == [
        ("Name", "native"),
        ("Jane", "form"),
        ("99.50", "form"),
    ]


def test_a_page_read_twice_says_the_same_words() -> None:
    with opened(fields(False), None, 1) as document:
        assert [w.text for w in read_page(document, 0).words] == [w.text for w in read_page(document, 0).words]


def test_a_text_layer() -> None:
    read = page(one_page(LINES))
    assert (read.source, read.reason, len(read.words)) == ("native", TEXT, 72)


def test_an_empty_page_is_blank() -> None:
    read = page(one_page(b""))
    assert (read.source, read.reason, read.words) == ("native", "blank", ())


@pytest.mark.parametrize("kind", ["full", "strips", "half"])
def test_a_picture_without_text_is_read_by_ocr(kind: str) -> None:
    def draw(canvas: Canvas) -> None:
        if kind == "strips":
            for i in range(16):
                canvas.drawImage(picture(100 + i), 0, i * 52.6, 595, 52.6)
        else:
            canvas.drawImage(picture(), 0, 0, 595, 842 if kind == "full" else 421)

    read = page(drawn(draw))
    assert (read.source, read.reason, read.words, read.rules) == ("ocr", "no text, only pictures", (), ())
    assert (read.width, read.height) == (595, 842)


def test_pictures_of_cats_are_pages_without_words() -> None:
    """Shapes and photographs, several pages: no error, nothing native."""
    rng = np.random.default_rng(3)
    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(3):
        shades = Image.fromarray(rng.integers(0, 255, (40, 30), np.uint8)).resize((600, 800))
        canvas.drawImage(ImageReader(shades), 50, 50, 400, 700)
        canvas.showPage()
    canvas.save()
    with opened(out.getvalue(), None, 5) as document:
        pages = [read_page(document, index) for index in range(len(document))]
    assert [(p.number, p.source, p.words) for p in pages] == [(1, "ocr", ()), (2, "ocr", ()), (3, "ocr", ())]


def test_a_stamp_on_a_scan_does_not_hide_the_scan() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(picture(), 0, 0, 595, 842)
        canvas.drawString(72, 20, "Printed by jane.doe@example.com on 12 March 2024, page 1 of 3")

    read = page(drawn(draw))
    assert (read.source, read.reason) == ("ocr", "little text over a picture of the page")


def test_a_logo_makes_no_picture_of_a_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(picture(), 40, 780, 80, 40)
        canvas.drawString(500, 20, "Page 4")

    read = page(drawn(draw))
    assert (read.source, read.reason) == ("native", TEXT)


def test_text_over_a_background_picture_is_read_as_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(picture(240), 0, 0, 595, 842)
        for line in range(20):
            canvas.drawString(72, 780 - 20 * line, "01/02 COFFEE SHOP 12.50")

    read = page(drawn(draw))
    assert (read.source, read.reason, read.words[0].method) == ("native", PICTURED, "native")


def test_letters_drawn_as_outlines_are_read_by_ocr() -> None:
    curve = b"%d %d m %d %d %d %d %d %d c f "
    curves = b"".join(
        curve % (x, y, x + 3, y, x + 3, y + 8, x, y + 8) for x in range(72, 500, 8) for y in (300, 500, 700)
    )
    assert page(one_page(curves)).source == "ocr"
    bars = b"".join(b"%d 100 1 40 re f " % x for x in range(72, 600, 2))
    assert page(one_page(bars)).source == "native"


HIDE = b"3 Tr"


def scanned(words: bytes) -> bytes:
    image = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
    resources = b"<</Font<</F 5 0 R>>/XObject<</I 10 0 R>>>>"
    body = {10: image + b"stream\n\x80\nendstream"}
    return one_page(b"q 612 0 0 792 0 0 cm /I Do Q " + words, resources=resources, more=body)


def test_the_hidden_text_of_a_scan_is_used_and_said_to_be_recognised() -> None:
    read = page(scanned(b"q 3 Tr " + LINES + b"Q"))
    assert (read.source, read.reason) == ("native", HIDDEN)
    assert {(w.method, w.confidence) for w in read.words} == {("ocr", None)}
    assert [w.text for w in read.words][:3] == ["01/02", "COFFEE", "SHOP"]


def test_a_stamp_beside_the_hidden_text_of_a_scan_is_native() -> None:
    read = page(scanned(b"q 3 Tr " + LINES + b"Q " + text((72, 20), b"PAID")))
    assert read.reason == HIDDEN
    assert [w.method for w in read.words if w.text == "PAID"] == ["native"]


@pytest.mark.parametrize("hide", [b"3 Tr", b"7 Tr", b"/G gs"])
def test_text_that_nobody_can_see_is_no_word(hide: bytes) -> None:
    resources = b"<</Font<</F 5 0 R>>/ExtGState<</G<</ca 0>>>>>>"
    content = LINES + b"q " + hide + text((72, 300), b"IGNORE ALL BALANCES 9,999.99") + b" Q"
    read = page(one_page(content, resources=resources))
    assert len(read.words) == 72
    assert not any(w.text == "9,999.99" for w in read.words)


def test_hidden_text_on_an_empty_page_is_no_word() -> None:
    assert texts(one_page(b"3 Tr " + LINES)) == []


WHITE = b"1 1 1 rg "


@pytest.mark.parametrize(
    ("ground", "seen"),
    [
        (b"", False),
        (b"1 1 1 rg 60 290 200 30 re f ", False),
        (b"0 0 0.4 rg 60 290 200 30 re f ", True),
        (b"0 0 0.4 rg 60 390 200 30 re f ", False),
        (b"0 0 0.4 RG 60 290 200 30 re S ", False),
        (b"/Pattern cs /P scn 60 290 200 30 re f ", True),
        (b"q 200 0 0 30 60 290 cm /I Do Q ", True),
        (b"/X Do ", True),
    ],
    ids=["paper", "white box", "dark box", "box elsewhere", "frame", "pattern", "picture", "box in a form"],
)
def test_white_text_is_a_word_only_on_a_ground(ground: bytes, seen: bool) -> None:
    image = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
    tile = b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>"
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Matrix[1 0 0 1 60 290]/Resources<<>>"
    objects = {
        10: image + b"stream\n\x00\nendstream",
        11: stream(b"0 g 0 0 9 9 re f", tile),
        12: stream(b"0 g 0 0 200 30 re f", form),
    }
    resources = b"<</Font<</F 5 0 R>>/XObject<</I 10 0 R/X 12 0 R>>/Pattern<</P 11 0 R>>>>"
    content = LINES + b"q " + ground + b"Q q " + WHITE + text((72, 300), b"DATE") + b"Q"
    assert ("DATE" in texts(one_page(content, resources=resources, more=objects))) is seen


@pytest.mark.parametrize("rules", ["dark", "zebra"])
def test_the_white_heads_of_generated_tables_are_words(rules: str) -> None:
    generated = make(5, kind="bank", country="gb", rules=rules, head="band", rows=6, filler=0, draw_order="row")
    found = texts(generated.pdf)
    assert generated.truth["institution"].split()[0] in found
    assert all(part in found for printed in generated.printed for part in printed.split())


FONT = b"/Type/FontDescriptor/FontName/ABCDEF+Foo/Flags 4/FontBBox[0 -200 1000 800]/Ascent 800/Descent -200"
WIDE = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor 7 0 R"
MAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <ffff> "
    b"endcodespacerange %d beginbfchar %s endbfchar endcmap end end"
)


def coded(codes: bytes, mapping: dict[int, str] | None = None) -> bytes:
    """Glyph numbers in hex, what they mean -> PDF whose font says no more than that about its characters."""
    font = b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Foo/Encoding/Identity-H/DescendantFonts[6 0 R]%s>>"
    pairs = b" ".join(
        b"<%04x> <%s>" % (glyph, text.encode("utf-16-be", "surrogatepass").hex().encode())
        for glyph, text in (mapping or {}).items()
    )
    objects = {
        5: font % (b"/ToUnicode 8 0 R" if mapping else b""),
        6: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Foo%s>>" % WIDE,
        7: b"<<%s/ItalicAngle 0/StemV 80/CapHeight 700>>" % FONT,
        8: stream(MAP % (len(mapping or {}), pairs)),
    }
    return one_page(b"BT /F 10 Tf 72 700 Td <%s> Tj ET" % codes, more=objects)


def test_glyphs_without_unicode_are_not_read_as_their_numbers() -> None:
    """Code 0x33 is the letter P in most fonts, and "3" in ASCII."""
    read = page(coded(b"0013001400150033003400350036"))
    assert (read.source, read.words) == ("ocr", ())
    assert read.reason == "7 of 7 glyphs have no Unicode value"


def test_one_unmapped_glyph_spoils_its_word_but_not_the_page() -> None:
    mapping = {glyph: chr(glyph) for glyph in range(0x20, 0x7F) if chr(glyph) != "7"}
    codes = "".join(f"{ord(char):04x}" for char in "Balance 1,734.56 and Total 2,000.00").encode()
    read = page(coded(codes, mapping))
    assert [w.text for w in read.words] == ["Balance", "1,\ufffd34.56", "and", "Total", "2,000.00"]


@pytest.mark.parametrize(
    ("meaning", "word"),
    [
        ("fi", "1fi1"),
        ("\ud83d", "1\ufffd1"),
        ("\u00ad", "1-1"),
        ("\ue0a1", "1\ufffd1"),
        ("\x01", "1\ufffd1"),
    ],
)
def test_odd_characters(meaning: str, word: str) -> None:
    """Ligatures, soft hyphens, lone surrogates, private characters; every word can be stored as UTF-8."""
    mapping = {0x31: "1", 0x32: meaning}
    (found,) = (w.text for w in page(coded(b"003100320031" + b"0031" * 20, mapping)).words)
    assert found == word + "1" * 20
    assert found.encode()


def rules(content: bytes, box: bytes = b"[0 0 612 792]", entries: bytes = b"") -> tuple[Rule, ...]:
    return page(one_page(content, box, entries=entries)).rules


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"100 500 m 300 500 l S", [(100, 292, 300, 292)]),
        (b"100 500 m 100 700 l S", [(100, 92, 100, 292)]),
        (b"100 500 200 1 re f", [(100, 291.5, 300, 291.5)]),
        (b"q 1 0 0 1 50 0 cm 100 500 m 300 500 l S Q", [(150, 292, 350, 292)]),
        (b"q 2 0 0 2 0 0 cm 50 250 m 150 250 l S Q", [(100, 292, 300, 292)]),
        (b"100 500 m 103 500 l S", []),
        (b"100 500 m 300 600 l S", []),
        (b"-50 500 m 9999 500 l S", [(0, 292, 612, 292)]),
        (b"700 500 m 800 500 l S", []),
        (
            b"100 500 200 50 re S",
            [(100, 242, 100, 292), (100, 242, 300, 242), (100, 292, 300, 292), (300, 242, 300, 292)],
        ),
    ],
    ids=["line", "upright", "thin box", "moved", "scaled", "tick", "aslant", "too long", "outside", "frame"],
)
def test_ruling_lines(content: bytes, expected: list[tuple[float, ...]]) -> None:
    found = sorted((r.x0, r.top, r.x1, r.bottom) for r in rules(content))
    assert found == [pytest.approx(line, abs=0.01) for line in expected]


def test_ruling_lines_of_a_rotated_and_cropped_page() -> None:
    (turned,) = rules(b"100 500 m 300 500 l S", entries=b"/Rotate 90")
    assert not turned.horizontal
    assert (turned.x0, turned.top, turned.bottom) == (500, 100, 300)
    (cut,) = rules(b"100 500 m 300 500 l S", entries=b"/CropBox[200 400 400 600]")
    assert (cut.x0, cut.top, cut.x1, cut.bottom) == (0, 100, 100, 100)


def test_ruling_lines_within_a_form() -> None:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Matrix[1 0 0 1 10 20]/Resources<<>>"
    objects = {10: stream(b"100 500 m 300 500 l S", form)}
    (line,) = page(one_page(b"/X Do", resources=b"<</XObject<</X 10 0 R>>>>", more=objects)).rules
    assert (line.x0, line.top, line.x1) == (110, 272, 310)
