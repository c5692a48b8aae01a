"""PDF bytes -> pages of words and ruling lines, and page images. The home of pypdfium2, with
`vectors`, `marks`, `drawn` and `history`."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import pypdfium2 as pdfium
import pypdfium2.raw as c

from extraction.errors import (
    DamagedFileError,
    DocumentError,
    PasswordRequiredError,
    PasswordWrongError,
    TooLargeError,
    UnknownFormatError,
)
from extraction.model import Page
from extraction.ocr.paper import paper
from extraction.source import characters, layer
from extraction.source.direct import pointer
from extraction.source.drawn import not_drawn
from extraction.source.glyphs import Parting, View, bars, runs, turns, unbroken
from extraction.source.marks import Marks
from extraction.source.seen import covered, suspects
from extraction.source.vectors import Paths

MAX_PIXELS = 40_000_000
"""Bound on a drawn page: A4 is 8.7 million at 300 dpi."""
MAX_DRAWN = 500_000
"""Bound on the objects of a page that is drawn: a million thin lines took 50 s."""
NO_PDF = b"no PDF"
FLAT = c.FLAT_NORMALDISPLAY


@contextmanager
def opened(data: bytes, password: str | None, max_pages: int) -> Iterator[pdfium.PdfDocument]:
    """PDF bytes -> an open document; a password that it does not ask for is ignored.

    PDFium is not safe to use from two threads at once: read and draw in one, or take turns.

    Raises:
        PasswordRequiredError, PasswordWrongError, DamagedFileError, TooLargeError (more than `max_pages`),
        UnknownFormatError (encrypted for certificates instead of a password).
    """
    document = _document(data, password)
    try:
        if len(document) == 0:
            raise DamagedFileError("The PDF has no pages. Export it again.")
        if len(document) > max_pages:
            raise TooLargeError(
                f"The PDF has {len(document):,} pages; the limit is {max_pages:,}. Split it, or raise TIEOUT_MAX_PAGES."
            )
        document.init_forms()  # form fields without an appearance of their own get one
        yield document
    finally:
        document.close()


def _document(data: bytes, password: str | None) -> pdfium.PdfDocument:
    for tried in dict.fromkeys((None, password)):
        # Some failures set no error code, and PDFium would tell that of an earlier document. So make it a plain one.
        c.FPDF_LoadMemDocument64(NO_PDF, len(NO_PDF), None)
        try:
            return pdfium.PdfDocument(data, password=tried)
        except pdfium.PdfiumError as error:
            if error.err_code != c.FPDF_ERR_PASSWORD:
                raise _unreadable(error.err_code) from error
    if not password:
        raise PasswordRequiredError(
            "The PDF is encrypted. Read it with `tieout extract --password -`, which asks for its password."
        )
    raise PasswordWrongError("The password does not open this PDF. Check it and try again.")


def _unreadable(code: int) -> DocumentError:
    if code == c.FPDF_ERR_SECURITY:
        return UnknownFormatError(
            "The PDF is encrypted by a method that no password opens here. Print it to a new PDF and upload that."
        )
    return DamagedFileError("The PDF cannot be opened: its structure is broken. Export it again.")


def read_page(document: pdfium.PdfDocument, index: int) -> Page:
    """One page (from 0) -> its native words and rules; `source` is "ocr" and no words where it is a picture.

    Values of form fields are flattened into the page first, as they are displayed, and a page that lies on its
    side is turned: `draw_page` then draws it as it was read.

    Raises:
        DamagedFileError: the page cannot be loaded.
        TooLargeError: it has more characters than `characters.MAX_GLYPHS`.
    """
    with _loaded(document, index) as handle:
        bare, over = _page(handle, index + 1), _over(handle)
        drawn = any(kind != c.FPDF_ANNOT_LINK or looks for kind, looks in over)
        if not drawn or c.FPDFPage_Flatten(handle, FLAT) != c.FLATTEN_SUCCESS:
            return bare
    with _loaded(document, index) as handle:
        page = _page(handle, index + 1)
    if bare.source == "ocr":  # the fields of a scanned form say little without its picture
        return bare
    before = Counter((word.text, word.box) for word in bare.words)
    words = tuple(w if (w.text, w.box) in before else replace(w, method="form") for w in page.words)
    # form fields are drawn over what stands there to be filled in; notes are put there by somebody
    noted = {kind for kind, _ in over} - {c.FPDF_ANNOT_WIDGET, c.FPDF_ANNOT_LINK, c.FPDF_ANNOT_POPUP}
    return replace(page, words=words, traces=page.traces if noted else bare.traces)


def _over(handle: c.FPDF_PAGE) -> set[tuple[int, bool]]:
    """A page -> the kinds of what lies over it (form fields, notes, links), and whether there is a look of its own."""
    found = set()
    for i in range(c.FPDFPage_GetAnnotCount(handle)):
        note = c.FPDFPage_GetAnnot(handle, i)
        found.add((c.FPDFAnnot_GetSubtype(note), bool(c.FPDFAnnot_HasKey(note, b"AP"))))
        c.FPDFPage_CloseAnnot(note)
    return found


def draw_page(document: pdfium.PdfDocument, index: int, dpi: int) -> pdfium.PdfBitmap:
    """One page (from 0) as displayed, or as read where it was read before -> a bitmap with `to_pil()`.

    `dpi` counts on `paper`: a page of 200 inches is drawn as if it were a sheet, and never with more than
    `MAX_PIXELS`.

    Raises:
        DamagedFileError: the page cannot be loaded or has no size.
        TooLargeError: it has more drawn objects than `MAX_DRAWN`.
    """
    try:
        page = document[index]
    except pdfium.PdfiumError as error:
        raise _damaged(index) from error
    try:
        width, height = page.get_size()
        if not (width > 0 and height > 0):
            raise DamagedFileError(f"Page {index + 1} of the PDF has no size. Export it again.", page=index + 1)
        objects = c.FPDFPage_CountObjects(page)
        if objects > MAX_DRAWN:
            raise TooLargeError(
                f"Page {index + 1} draws {objects:,} objects; the limit is {MAX_DRAWN:,}. Print it to a new PDF.",
                page=index + 1,
            )
        scale = min(dpi / 72 * paper((width, height))[0] / width, math.sqrt(MAX_PIXELS / (width * height)))
        return page.render(scale=scale, may_draw_forms=True)
    finally:
        page.close()


@contextmanager
def _loaded(document: pdfium.PdfDocument, index: int) -> Iterator[c.FPDF_PAGE]:
    """A page's handle, its form fields with an appearance. Raises DamagedFileError."""
    handle = c.FPDF_LoadPage(document, index)
    if not handle:
        raise _damaged(index)
    try:
        if document.formenv:
            c.FORM_OnAfterLoadPage(handle, document.formenv)
        yield handle
    finally:
        if document.formenv:
            c.FORM_OnBeforeClosePage(handle, document.formenv)
        c.FPDF_ClosePage(handle)


def _damaged(index: int) -> DamagedFileError:
    return DamagedFileError(f"Page {index + 1} of the PDF cannot be loaded. Export it again.", page=index + 1)


def _page(handle: c.FPDF_PAGE, number: int) -> Page:
    paths = Paths(handle)
    with _text(handle) as text:
        glyphs = unbroken(characters.glyphs(text, number))
        shown = _view(handle)
        view = replace(shown, turns=turns(glyphs, shown.turns))
        rules = layer.rules(paths.lines, view)
        found = runs(glyphs, view, Parting(bars(rules), partial(_together, text), partial(_rise, text)))
        marks = Marks(text)
        printed = [marks.of(run) for run in found]
        under = suspects(paths.covers, paths.order, view, found, printed) if paths.whole else []
        unseen = not_drawn(handle, text, paths, view, found, under) if under else []
    replaced = [one.place for one in unseen if one.whole and one.upon]
    page = layer.page(number, shown, view, paths, rules, glyphs, found, printed, marks.fonts, replaced)
    if page.source == "native" and view.turns != shown.turns:
        c.FPDFPage_SetRotation(handle, view.turns)
    return replace(page, traces=(*covered(found, unseen), *page.traces)) if unseen and page.source == "native" else page


def _view(handle: c.FPDF_PAGE) -> View:
    """The part of the page that is shown, as PDFium cuts it (inherited boxes too), and its /Rotate."""
    box = c.FS_RECTF()
    quarters = c.FPDFPage_GetRotation(handle)
    if c.FPDF_GetPageBoundingBox(handle, box):
        return View(box.left, box.bottom, box.right, box.top, quarters)
    return View(0.0, 0.0, 0.0, 0.0, quarters)


@contextmanager
def _text(handle: c.FPDF_PAGE) -> Iterator[c.FPDF_TEXTPAGE]:
    text = c.FPDFText_LoadPage(handle)
    try:
        yield text
    finally:
        c.FPDFText_ClosePage(text)


def _together(text: c.FPDF_TEXTPAGE, a: int, b: int) -> bool:
    """Whether one text object holds both characters."""
    page = pointer(text)
    return bool(characters.printer(page, a) == characters.printer(page, b))


def _rise(text: c.FPDF_TEXTPAGE, a: int, b: int) -> float:
    """Points between the base lines of two characters."""
    (ax, ay), (bx, by) = (_origin(text, i) for i in (a, b))
    angle = c.FPDFText_GetCharAngle(text, a)
    return abs((bx - ax) * math.sin(angle) + (by - ay) * math.cos(angle))


def _origin(text: c.FPDF_TEXTPAGE, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetCharOrigin(text, index, x, y)
    return x.value, y.value
