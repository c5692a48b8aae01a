"""What tieout's reading is measured against: pdfplumber's words and PDFium's text. Their one home but for the readers.

pdfplumber is the extra `bench`; nothing else of tieout needs it.
"""

import io
import logging
from importlib.util import find_spec

import pypdfium2 as pdfium

PDFPLUMBER, PDFIUM = "pdfplumber", "pdfium"
INSTALL = "pip install 'tieout[bench]', or in a checkout pip install -e '.[bench]'"


def has_pdfplumber() -> bool:
    """Whether pdfplumber is installed; it is not imported."""
    return find_spec("pdfplumber") is not None


def ready(name: str) -> None:
    """Peer -> what it needs is imported."""
    if name == PDFPLUMBER:
        import pdfplumber  # noqa: F401


def pdfplumber_words(data: bytes) -> int:
    """PDF -> how many words pdfplumber finds on all its pages, by its default settings."""
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of fonts, on stderr
    count = 0
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            count += len(page.extract_words())
            page.close()  # else it keeps the characters of all pages
    return count


def pdfium_text(data: bytes) -> int:
    """PDF -> how many characters PDFium's own text of all its pages has: the floor, without places or words."""
    count = 0
    document = pdfium.PdfDocument(data)
    try:
        for index in range(len(document)):
            page = document[index]
            text = page.get_textpage()
            count += len(text.get_text_range())
            text.close()
            page.close()
    finally:
        document.close()
    return count
