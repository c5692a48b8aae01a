"""An open PDF, its pages -> the same with traces of how the file came about: earlier revisions, and its program."""

import ctypes
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as c

from extraction.errors import DamagedFileError, DocumentError
from extraction.model import Page, Trace, Word
from extraction.source.pdf import opened, read_page
from extraction.source.revisions import revision_ends
from extraction.source.seen import Places
from extraction.text.normal import digits

MOST = 4
"""Bound on the earlier revisions that are opened. The oldest that can be compared is: it is what was sent."""
KEPT = 0.5
"""A page is an earlier one changed where so much of the words of both stand in the same places. Where less does, the
page was written in several steps."""
SAME = 1.0
"""Points by which a word may have moved and still stand in its place."""
PICTURES = ("photoshop", "illustrator", "coreldraw", "gimp", "inkscape", "canva", "affinity", "paint.net", "figma")
"""Programs to draw pictures: nobody's statements come out of them. Programs that edit, join or print PDFs are not here:
people use them for what changes nothing as well."""


def traced(pages: Sequence[Page], document: pdfium.PdfDocument, data: bytes, password: str | None) -> list[Page]:
    """Pages of a document, the open document, its bytes and password -> the pages with what the file tells of them."""
    found = list(pages)
    if found and any(page.source == "native" and page.words for page in found) and (name := _drawn_with(document)):
        found[0] = replace(found[0], traces=(*found[0].traces, Trace("program", name)))
    for end in revision_ends(data)[:MOST]:
        compared = _compared(found, data[:end], password)
        if compared is not None:
            return compared
    return found


def _drawn_with(document: pdfium.PdfDocument) -> str:
    """Document -> the program that made it, where it is one to draw pictures, else ""."""
    names = (_told(document, key) for key in (b"Creator", b"Producer"))
    return next((name for name in names if any(word in name.lower() for word in PICTURES)), "")


def _told(document: pdfium.PdfDocument, key: bytes) -> str:
    """Document, a key of its information dictionary -> the value, "" where there is none."""
    buffer = ctypes.create_string_buffer(c.FPDF_GetMetaText(document, key, None, 0) or 2)
    c.FPDF_GetMetaText(document, key, buffer, len(buffer))
    return buffer.raw[:-2].decode("utf-16-le", "replace").strip()


def _text(document: pdfium.PdfDocument, index: int) -> str:
    """Document, a page from 0 -> all its letters in the order of the file, seen or not. Raises DamagedFileError."""
    try:
        with closing(document[index]) as page, closing(page.get_textpage()) as text:
            return "".join(text.get_text_range().split())
    except pdfium.PdfiumError as error:
        raise DamagedFileError(f"Page {index + 1} of the PDF cannot be loaded. Export it again.") from error


def _plain(page: Page) -> str:
    """Page -> the letters of its words, in the order of the file; not those of forms and notes."""
    return "".join(word.text for word in page.words if word.method != "form")


def _compared(pages: Sequence[Page], earlier: bytes, password: str | None) -> list[Page] | None:
    """Pages, the bytes of an earlier revision -> the pages with traces of what that prints otherwise.

    None where it tells nothing: it cannot be opened, or is not the same document. Where it has the words of a page, its
    own are not looked for: signatures, notes and filled forms change no text.
    """
    try:
        with opened(earlier, password, len(pages)) as before:
            if len(before) != len(pages):
                return None
            found: list[Page] = []
            for i, page in enumerate(pages):
                same = page.source == "ocr" or _plain(page) == _text(before, i)
                told = page if same else _changed(page, read_page(before, i))
                if told is None:
                    return None
                found.append(told)
    except DocumentError:
        return None
    return found


def _changed(page: Page, before: Page) -> Page | None:
    """Page, the same page of an earlier revision -> the page with traces of what was changed; None: it is another."""
    if before.source == "ocr" or (page.width, page.height) != (before.width, before.height):
        return None
    places = Places([word.box for word in before.words])
    new = [word for word in page.words if not any(_same(word, before.words[i]) for i in places.near(word.box))]
    same = len(page.words) - len(new)
    if same < KEPT * max(len(page.words), len(before.words)):
        return None
    traces = [trace for word in new if (trace := _replaced(word, [before.words[i] for i in places.at(word.box)]))]
    return replace(page, traces=(*page.traces, *traces))


def _same(a: Word, b: Word) -> bool:
    return a.text == b.text and max(abs(p - q) for p, q in zip(a.box, b.box, strict=True)) <= SAME


def _replaced(word: Word, before: Sequence[Word]) -> Trace | None:
    """A word that is new, those that stood there before -> its trace; None where it says the same, or is no figure and
    nothing stood there. Values of form fields are meant to be filled in."""
    said = " ".join(old.text for old in before)
    if word.method != "native" or (not digits(word.text) if not said else _alike(word.text, said)):
        return None
    return Trace("replaced", said, word.box)


def _alike(a: str, b: str) -> bool:
    return digits(a) == digits(b) if digits(a) else a in b
