"""PDFs that are broken, locked or made to harm: an error that says what to do, in bounded time and memory."""

import contextlib
import io
import random
import zlib

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from extraction.errors import DamagedFileError, DocumentError, PasswordRequiredError, PasswordWrongError, TooLargeError
from extraction.model import Page
from extraction.source import pdf as reader
from extraction.source.intake import admit
from tests.handmade import CATALOG, PAGES, one_page, pdf, stream, text

pytestmark = [pytest.mark.engine, pytest.mark.timeout(60)]

HELLO = text((10, 700), b"hello")
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]"


def read(data: bytes, password: str | None = None, max_pages: int = 10) -> list[Page]:
    admit(data, 10_000_000)
    with reader.opened(data, password, max_pages) as document:
        return [reader.read_page(document, index) for index in range(len(document))]


def size_drawn(data: bytes, dpi: int = 300) -> tuple[int, int]:
    with reader.opened(data, None, 10) as document:
        bitmap = reader.draw_page(document, 0, dpi)
        return bitmap.width, bitmap.height


def locked(user: str, owner: str, strength: int = 128) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(user, owner, strength=strength))
    canvas.drawString(72, 700, "locked")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def words(pages: list[Page]) -> list[str]:
    return [word.text for page in pages for word in page.words]


def test_a_password_is_asked_for_and_tried() -> None:
    data = locked("secret", "owner")
    with pytest.raises(PasswordRequiredError, match=r"encrypted\. Read it with `tieout extract --password -`"):
        read(data)
    with pytest.raises(PasswordRequiredError):
        read(data, "")
    with pytest.raises(PasswordWrongError, match=r"does not open this PDF\. Check it"):
        read(data, "wrong")
    assert words(read(data, "secret")) == words(read(data, "owner")) == ["locked"]


@pytest.mark.parametrize("password", [None, "", "not asked for"])
def test_a_pdf_that_only_restricts_what_may_be_done_opens_without(password: str | None) -> None:
    assert words(read(locked("", "owner", 40), password)) == ["locked"]


def test_a_password_that_is_not_asked_for_is_ignored() -> None:
    assert words(read(one_page(HELLO), "any")) == ["hello"]


@pytest.mark.parametrize(
    "objects",
    [
        {1: CATALOG, 2: b"<</Type/Pages/Kids[]/Count 0>>"},
        {1: CATALOG, 2: b"<</Type/Pages/Kids[]/Count 1000000000>>"},
        {1: b"<</Type/Catalog>>"},
        {1: b"null"},
        {1: CATALOG[:-2] + b"/X " + b"[" * 50_000 + b"]" * 50_000 + b">>", 2: PAGES},
    ],
    ids=["no pages", "a billion pages", "no page tree", "no catalog", "nested too deep"],
)
def test_a_structure_that_makes_no_document(objects: dict[int, bytes]) -> None:
    with pytest.raises(DamagedFileError, match="Export it again"):
        read(pdf(objects))


@pytest.mark.parametrize("kids", [b"[2 0 R]", b"[9 0 R]", b"[1 0 R]", b"[]"])
def test_a_page_tree_that_leads_nowhere(kids: bytes) -> None:
    with pytest.raises(DamagedFileError, match=r"Page 1 of the PDF cannot be loaded\. Export it again") as caught:
        read(pdf({1: CATALOG, 2: b"<</Type/Pages/Kids%s/Count 3>>" % kids}))
    assert caught.value.page == 1
    assert caught.value.exit_code == 4


def test_a_header_and_an_end_around_garbage() -> None:
    garbage = random.Random(1).randbytes(20_000)
    with pytest.raises(DamagedFileError, match=r"structure is broken\. Export it again"):
        read(b"%PDF-1.7\n" + garbage + b"\nstartxref\n9\n%%EOF\n")


def test_more_pages_than_allowed() -> None:
    kids = pdf({1: CATALOG, 2: b"<</Type/Pages/Kids[" + b"3 0 R " * 11 + b"]/Count 11>>", 3: b"<</Type/Page>>"})
    with pytest.raises(TooLargeError, match=r"11 pages; the limit is 10\. Split it, or raise TIEOUT_MAX_PAGES"):
        read(kids)


def test_an_endless_chain_of_cross_references_is_read_once() -> None:
    data = one_page(HELLO)
    start = data[data.rindex(b"startxref") + 9 :].split()[0]
    looped = data.replace(b"/Root 1 0 R>>", b"/Root 1 0 R/Prev %s>>" % start)
    assert words(read(looped)) == ["hello"]


@pytest.mark.parametrize("cut", range(0, 100, 7))
def test_a_damaged_file_is_read_or_refused(cut: int) -> None:
    """Bytes are overwritten all over the file: never anything but pages or a DocumentError."""
    rng = random.Random(cut)
    data = bytearray(locked("", "owner") if cut % 2 else one_page(HELLO * 40))
    for _ in range(1 + cut):
        data[rng.randrange(9, len(data) - 6)] = rng.randrange(256)
    with contextlib.suppress(DocumentError):
        assert all(page.width > 0 and page.height > 0 for page in read(bytes(data)))


@pytest.mark.parametrize(
    "box",
    [b"[612 792 0 0]", b"[0 0 nan inf]", b"[0 0 0 0]", b"[(a) (b) (c) (d)]", b"null", b"[0 0 1e9 1e9]", b"[7]"],
)
def test_a_box_that_is_none_is_letter(box: bytes) -> None:
    (page,) = read(one_page(HELLO, box))
    assert (page.width, page.height) == (612, 792)
    assert words([page]) in (["hello"], [])
    assert size_drawn(one_page(HELLO, box)) == (2550, 3301)


@pytest.mark.parametrize(
    ("box", "pixels"),
    [
        (b"[0 0 14400 14400]", (3508, 3508)),
        (b"[0 0 14400 1]", (3508, 1)),
        (b"[0 0 2480 3508]", (2480, 3508)),
        (b"[0 0 0.001 0.001]", (3508, 3508)),
        (b"[0 0 50 70]", (2506, 3508)),
        (b"[0 0 842 1191]", (3509, 4963)),
    ],
)
def test_a_page_is_drawn_as_a_sheet_of_paper_whatever_its_size(box: bytes, pixels: tuple[int, int]) -> None:
    width, height = size_drawn(one_page(HELLO, box))
    assert abs(width - pixels[0]) <= 1
    assert abs(height - pixels[1]) <= 1


@pytest.mark.parametrize("dpi", [72, 1200, 1_000_000])
def test_no_resolution_draws_more_pixels_than_fit_into_memory(dpi: int) -> None:
    width, height = size_drawn(one_page(HELLO, b"[0 0 1250 1250]"), dpi)
    assert width * height <= reader.MAX_PIXELS * 1.001


def test_a_page_of_a_million_glyphs() -> None:
    glyphs = b"BT /F 1 Tf 1 TL 10 700 Td " + b"(abcdefghij) ' " * 100_000 + b"ET"
    with pytest.raises(TooLargeError, match=r"Page 1 has [\d,]+ characters; the limit is 150,000"):
        read(one_page(glyphs))


def test_a_page_of_a_million_lines_is_read_but_not_drawn() -> None:
    data = one_page(HELLO + b"0 0 m 100 100 l S " * 1_000_000)
    assert words(read(data)) == ["hello"]
    with pytest.raises(TooLargeError, match=r"Page 1 draws 1,000,001 objects; the limit is 500,000"):
        size_drawn(data)


def test_forms_within_forms_are_left_at_some_depth() -> None:
    nested = {10 + i: stream(b"/X Do", FORM + b"/Resources<</XObject<</X %d 0 R>>>>" % (11 + i)) for i in range(2000)}
    nested[2010] = stream(HELLO, FORM + b"/Resources<</Font<</F 5 0 R>>>>")
    data = one_page(HELLO + b"/X Do", resources=b"<</Font<</F 5 0 R>>/XObject<</X 10 0 R>>>>", more=nested)
    assert words(read(data)) == ["hello"]


def test_a_small_picture_that_unpacks_to_a_gigabyte_is_drawn_line_by_line() -> None:
    side = 30_000
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(side * 1000)) for _ in range(side // 1000)) + packer.flush()
    picture = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceGray" % (side, side)
    objects = {10: b"<<%s/Filter/FlateDecode/Length %d>>stream\n" % (picture, len(packed)) + packed + b"\nendstream"}
    data = one_page(b"q 600 0 0 700 0 0 cm /I Do Q", resources=b"<</XObject<</I 10 0 R>>>>", more=objects)
    (page,) = read(data)
    assert (page.source, page.words) == ("ocr", ())
    assert size_drawn(data) == (2550, 3301)


def test_numbers_beyond_all_bounds_are_no_words() -> None:
    content = HELLO + b"BT /F 1e38 Tf 1e38 0 0 1e38 1e38 1e38 Tm (far) Tj ET BT /F 0 Tf (flat) Tj ET"
    assert words(read(one_page(content + b" 1e38 1e38 m -1e38 1e38 l S 0 0 1e38 nan re f"))) == ["hello"]


def test_a_page_is_loaded_again_after_an_error() -> None:
    data = pdf(
        {
            1: CATALOG,
            2: b"<</Type/Pages/Kids[9 0 R 3 0 R]/Count 2>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            4: stream(HELLO),
            5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        }
    )
    with reader.opened(data, None, 10) as document:
        with pytest.raises(DamagedFileError):
            reader.read_page(document, 0)
        with pytest.raises(DamagedFileError):
            reader.draw_page(document, 0, 72)
        assert words([reader.read_page(document, 1)]) == ["hello"]


def test_a_broken_pdf_after_a_locked_one_is_not_called_locked() -> None:
    with pytest.raises(PasswordRequiredError):
        read(locked("secret", "owner"))
    with pytest.raises(DamagedFileError):
        read(pdf({1: CATALOG, 2: b"<</Type/Pages/Kids[]/Count 0>>"}))
