"""bytes -> pages -> result: the page to open first.

`extract = judged(read(bytes))`. `read` uses engines (PDFium, networks, Tesseract); `parse` is pure; `judged` parses
what was read, and once more as the layout model sees it where nothing else proves it.
"""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from extraction.apart import too_much
from extraction.confidence.rate import classes, rated, rated_fields, rated_repairs
from extraction.confidence.said import Key, Path
from extraction.documents.bundles.bundle import STATEMENTS, bundle
from extraction.documents.heads.header import ASIDE
from extraction.documents.statement import Statement
from extraction.engines import OFF, ocr_engines, region_detector, word_tagger
from extraction.errors import DocumentError, TooLargeError
from extraction.model import Page
from extraction.ocr.engine import Detector
from extraction.reconcile.tampering import tampering
from extraction.settings import VERSION, Settings
from extraction.source import pdf
from extraction.source.history import traced
from extraction.source.intake import PDF, admit, sha256, sniff
from schemas.result import Decision, Document, ExtractionResult, Issue, IssueCode, Kind, Verdict, blocks

UNKNOWN = "application/octet-stream"
REGIONS_DPI = 86
"""Pixels per inch at which a native page is drawn for its regions."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file that the pages come from."""

    filename: str
    sha256: str
    media_type: str


def extract(data: bytes, filename: str, settings: Settings, password: str | None = None) -> ExtractionResult:
    """Bytes of one document -> everything that is said of it; a document that cannot be read is rejected.

    Raises EngineError where Tesseract is needed and missing.
    """
    source = Source(filename, sha256(data), sniff(data) or UNKNOWN)
    try:
        return judged(read(data, settings, password), source, settings)
    except DocumentError as error:
        return _refused(source, _issue(error))
    except MemoryError:
        return _refused(source, _issue(TooLargeError(too_much(settings))))


def refused(data: bytes, filename: str, error: DocumentError) -> ExtractionResult:
    """Bytes of one document, why it cannot be read -> its result: rejected."""
    return _refused(Source(filename, sha256(data), sniff(data) or UNKNOWN), _issue(error))


def read(data: bytes, settings: Settings, password: str | None = None) -> list[Page]:
    """Bytes of one document -> its pages. Raises DocumentError, EngineError."""
    workers = settings.ocr_workers
    if admit(data, settings.max_bytes) != PDF:
        from extraction.source import image  # see `ocr_engines`

        return image.pages_from_image(data, ocr_engines(settings), settings.max_pages, workers)
    regions = region_detector(settings)
    with pdf.opened(data, password, settings.max_pages) as document, ThreadPoolExecutor(workers) as pool:
        pages: list[Page | Future[Page]] = []
        for index in range(len(document)):
            page = pdf.read_page(document, index)
            if page.source != "ocr":
                if regions:
                    page = _with_regions(page, pdf.draw_page(document, index, REGIONS_DPI).to_pil(), regions)
                pages.append(page)
                continue
            from extraction.source import image

            drawn = pdf.draw_page(document, index, settings.ocr_dpi).to_pil()
            waiting = [found for found in pages if isinstance(found, Future) and not found.done()]
            if len(waiting) > workers:  # pictures are large: no more of them than can be read soon
                waiting[0].result()
            size, engines = (page.width, page.height), ocr_engines(settings)
            pages.append(pool.submit(image.page_from_image, drawn, page.number, size, engines))
        read = [page.result() if isinstance(page, Future) else page for page in pages]
        return traced(read, document, data, password)


def _with_regions(page: Page, picture: Image.Image, regions: Detector) -> Page:
    """Native page, its picture, what tells regions -> the page with its regions."""
    return replace(page, regions=regions(np.asarray(picture.convert("L"), np.uint8), (page.width, page.height)))


def parse(pages: Sequence[Page], source: Source, secret: str) -> ExtractionResult:
    """Pages, their file, the key of the account hash -> result."""
    if not any(page.words for page in pages):
        message = "No text was found on any page, neither in the file nor in its pictures. Is this the right file?"
        return _refused(source, Issue(code=IssueCode.NO_TEXT, severity="error", message=message), len(pages))
    return told(bundle(pages, source.sha256, secret), source, pages)


def judged(pages: Sequence[Page], source: Source, settings: Settings) -> ExtractionResult:
    """Pages, their file -> result. Where it would not be accepted, the pages are judged again as the layout model sees
    them: with unknown names of columns called what it takes them for, and, where regions count, without what it takes
    for tables of other things. The first that proves every row is taken, and its issues say what it rests on."""
    first = parse(pages, source, settings.account_secret)
    if first.decision == "accepted" or not any(page.words for page in pages):
        return first
    from extraction.layout.prior import looks, rests_on  # see `ocr_engines`

    for look in looks(pages, word_tagger(settings), settings.layout_regions != OFF):
        again = parse(look.pages, source, settings.account_secret)
        if again.decision == "accepted" and not rests_on(again, look):
            return again.model_copy(update={"issues": (*again.issues, *look.issues)})
    return first


def told(found: Statement, source: Source, pages: Sequence[Page]) -> ExtractionResult:
    """What pages hold, their file, the pages -> result: the decision, and how likely each value is right."""
    extra = _about(found)
    issues = (*extra, *found.issues, *tampering(pages, found.accounts))
    verdict, decision = _decided(found, issues)
    rejected = decision == "rejected"
    known = classes_of(found, issues, decision)
    accounts = rated(found.accounts, known)
    return ExtractionResult(
        document=_document(source, len(pages), found.kind),
        institution=found.institution,
        fields=rated_fields(found.fields, known),
        accounts=() if rejected else accounts,
        proofs=() if rejected else found.proofs,
        issues=extra if rejected else issues,
        repairs=() if rejected else rated_repairs(found.repairs, accounts),
        verdict=verdict,
        decision=decision,
        extractor_version=VERSION,
    )


def classes_of(found: Statement, issues: Sequence[Issue], decision: Decision) -> dict[Key, Path]:
    """Statement, its issues, the decision -> what is known of each value that tells how likely it is right."""
    grounds, about = (found.grounds, found.held), (found.fields, found.institution)
    return classes(found.accounts, *grounds, *about, found.proofs, issues, decision)


def picture(
    data: bytes, number: int, page: Page, settings: Settings, password: str | None = None, dpi: int = 144
) -> Image.Image:
    """Bytes, page number from 1, the page as read -> its upright picture, on which its boxes lie.

    Raises DocumentError, EngineError.
    """
    if admit(data, settings.max_bytes) != PDF:
        from extraction.source import image

        return image.scan(image.frame(data, number), number, None, ocr_engines(settings)).view
    with pdf.opened(data, password, settings.max_pages) as document:
        pdf.read_page(document, number - 1)  # a page that lies on its side is drawn as it was read
        drawn: Image.Image = pdf.draw_page(
            document, number - 1, dpi if page.source != "ocr" else settings.ocr_dpi
        ).to_pil()
    if page.source == "ocr":
        from extraction.source import image

        return image.scan(drawn, number, None, ocr_engines(settings)).view
    return drawn


def _about(found: Statement) -> tuple[Issue, ...]:
    """Issues that concern the document as a whole."""
    if found.kind == "other":
        message = "This is no bank or card statement: it has no account, balances or dated movements that say so."
        return (Issue(code=IssueCode.NOT_A_STATEMENT, severity="error", message=message),)
    if found.kind not in STATEMENTS:
        named = found.kind.replace("_", " ")
        message = f"This is a {named}. Its figures are not proved yet, so a person has to look at them."
        return (Issue(code=IssueCode.UNSUPPORTED_KIND, severity="error", message=message),)
    return ()


def _decided(found: Statement, issues: Sequence[Issue]) -> tuple[Verdict, Decision]:
    if found.kind == "other":
        return "unverifiable", "rejected"
    if any(proof.status == "fails" and proof.check not in ASIDE for proof in found.proofs):
        return "discrepancy", "review"
    if blocks(issues):
        return "unverifiable", "review"
    return "verified", "accepted"


def _issue(error: DocumentError) -> Issue:
    return Issue(code=error.code, severity="error", message=str(error), page=error.page)


def _refused(source: Source, issue: Issue, pages: int = 0) -> ExtractionResult:
    return ExtractionResult(
        document=_document(source, pages, "other"),
        issues=(issue,),
        verdict="unverifiable",
        decision="rejected",
        extractor_version=VERSION,
    )


def _document(source: Source, pages: int, kind: Kind) -> Document:
    return Document(
        filename=source.filename, sha256=source.sha256, media_type=source.media_type, pages=pages, kind=kind
    )
