"""Page image + what was read and understood -> the image with both drawn on it (`tieout show`)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from extraction.model import Page
from schemas.provenance import BBox, Provenance
from schemas.result import Decision, ExtractionResult, Issue

Colour = tuple[int, int, int, int]
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

WORD: Colour = (130, 138, 150, 90)
DOUBTED: Colour = (245, 130, 20, 230)
RULE: Colour = (60, 170, 210, 150)
ROWS: tuple[tuple[Colour, Colour], ...] = (
    ((66, 133, 244, 44), (66, 133, 244, 22)),
    ((0, 150, 136, 48), (0, 150, 136, 24)),
    ((171, 71, 188, 44), (171, 71, 188, 22)),
    ((255, 179, 0, 56), (255, 179, 0, 28)),
)
"""Two tints an account, in turn from row to row."""
FIELDS: dict[str, Colour] = {
    "date": (25, 103, 210, 255),
    "amount": (24, 128, 56, 255),
    "balance": (132, 48, 206, 255),
}
HELD: dict[str, Colour] = {
    name: FIELDS[of] for name, of in (("quantity", "date"), ("unit_price", "balance"), ("value", "amount"))
}
"""Of holdings: their quantity, price and value."""
SEVERITY: dict[str, Colour] = {"error": (217, 48, 37, 255), "warning": (217, 48, 37, 255), "info": (95, 99, 104, 255)}
DECISION: dict[Decision, Colour] = {
    "accepted": (24, 128, 56, 255),
    "review": (227, 116, 0, 255),
    "rejected": (217, 48, 37, 255),
}
INK: Colour = (32, 33, 36, 255)
PAPER: Colour = (255, 255, 255, 255)
DOUBT = 0.6
"""Words that the reader is less sure of are drawn in orange."""
LABEL, LEGEND, STRIP = 6.5, 8.0, 30.0
"""Points: the height of an issue's label, of the legend's letters, of the legend's strip."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A drawing in points of a page: `scale` is pixels per point."""

    draw: ImageDraw.ImageDraw
    scale: float

    def box(self, box: BBox, fill: Colour | None, line: Colour | None, width: float = 0.6, grow: float = 0.0) -> None:
        """Box in points, grown on all sides, filled and outlined."""
        x0, top, x1, bottom = box
        corners = [(x0 - grow) * self.scale, (top - grow) * self.scale]
        corners += [(x1 + grow) * self.scale, (bottom + grow) * self.scale]
        pixels = max(1, round(width * self.scale))
        self.draw.rounded_rectangle(corners, 1.2 * self.scale, fill, line, pixels if line else 0)

    def text(self, x: float, middle: float, text: str, size: float, colour: Colour) -> float:
        """Text that begins at `x`, centred on `middle` -> where it ends, points."""
        font = self.font(size)
        self.draw.text((x * self.scale, middle * self.scale), text, colour, font, anchor="lm")
        return x + self.draw.textlength(text, font) / self.scale

    def width(self, text: str, size: float) -> float:
        """Text -> its width in points."""
        return self.draw.textlength(text, self.font(size)) / self.scale

    def font(self, size: float) -> Font:
        return ImageFont.load_default(max(6.0, size * self.scale))


def draw(image: Image.Image, page: Page, result: ExtractionResult | None) -> Image.Image:
    """Picture of the upright page at any resolution, the page, its result -> RGB picture with a legend below.

    Words are thin grey boxes, orange where the reader was unsure; rows are tinted by account,
    their date, amount and balance outlined; issues are red boxes with their code. Without a result:
    words and ruling lines only.
    """
    scale = image.width / page.width
    base = image.convert("RGBA")
    layer = Image.new("RGBA", base.size, (255, 255, 255, 0))
    canvas = Canvas(ImageDraw.Draw(layer), scale)
    _page(canvas, page)
    if result is not None:
        _rows(canvas, page, result)
    marked = Image.alpha_composite(base, layer)
    if result is not None:
        marked = _with_issues(marked, scale, page, [i for i in result.issues if i.page == page.number])
    return _with_legend(marked, scale, page, result).convert("RGB")


def _page(canvas: Canvas, page: Page) -> None:
    """Words and ruling lines."""
    for rule in page.rules:
        ends = [value * canvas.scale for value in (rule.x0, rule.top, rule.x1, rule.bottom)]
        canvas.draw.line(ends, RULE, max(1, round(0.7 * canvas.scale)))
    for word in page.words:
        doubted = word.confidence is not None and word.confidence < DOUBT
        canvas.box(word.box, (*DOUBTED[:3], 50) if doubted else None, DOUBTED if doubted else WORD, 0.35)


def _rows(canvas: Canvas, page: Page, result: ExtractionResult) -> None:
    """Rows and holdings of every account, their fields, and the header values of the accounts."""
    for index, account in enumerate(result.accounts):
        tints = ROWS[index % len(ROWS)]
        for row, transaction in enumerate(account.transactions):
            if transaction.provenance.page == page.number:
                canvas.box(transaction.provenance.bbox, tints[row % 2], None, grow=1.5)
            for name, field in _here(transaction.fields, page.number):
                if name in FIELDS:
                    canvas.box(field.bbox, None, FIELDS[name], 0.7, grow=0.8)
        for row, holding in enumerate(account.holdings):
            if holding.provenance.page == page.number:
                canvas.box(holding.provenance.bbox, tints[row % 2], None, grow=1.5)
            for name, field in _here(holding.fields, page.number):
                if name in HELD:
                    canvas.box(field.bbox, None, HELD[name], 0.7, grow=0.8)
        for _, field in _here(account.fields, page.number):
            canvas.box(field.bbox, (*tints[0][:3], 70), (*tints[0][:3], 200), 0.5, grow=0.8)


def _here(fields: dict[str, Provenance], number: int) -> Iterator[tuple[str, Provenance]]:
    return ((name, field) for name, field in fields.items() if field.page == number)


def _with_issues(image: Image.Image, scale: float, page: Page, issues: Iterable[Issue]) -> Image.Image:
    """Image -> with a box and a label for each issue that has a place."""
    layer = Image.new("RGBA", image.size, (255, 255, 255, 0))
    canvas = Canvas(ImageDraw.Draw(layer), scale)
    for issue in issues:
        if issue.bbox is None:
            continue
        colour = SEVERITY[issue.severity]
        canvas.box(issue.bbox, (*colour[:3], 28), colour, 1.0, grow=2.0)
        text = issue.code.value.replace("_", " ")
        wide, high = canvas.width(text, LABEL) + 5, LABEL + 3.5
        x = min(max(issue.bbox[0] - 2, 1), page.width - wide - 1)
        top = issue.bbox[1] - 2 - high if issue.bbox[1] > high + 3 else issue.bbox[3] + 2
        canvas.box((x, top, x + wide, top + high), colour, None)
        canvas.text(x + 2.5, top + high / 2, text, LABEL, PAPER)
    return Image.alpha_composite(image, layer)


def _with_legend(image: Image.Image, scale: float, page: Page, result: ExtractionResult | None) -> Image.Image:
    """Image -> with a strip below that says what the colours mean, how the page was read and the decision."""
    whole = Image.new("RGBA", (image.width, image.height + round(STRIP * scale)), PAPER)
    whole.paste(image)
    canvas = Canvas(ImageDraw.Draw(whole), scale)
    top = image.height / scale
    middle = top + STRIP / 2
    canvas.draw.line([0, image.height, whole.width, image.height], (218, 220, 224, 255), max(1, round(0.7 * scale)))
    x = 10.0
    if result is not None:
        wide = canvas.width(result.decision, LEGEND) + 12
        canvas.box((x, middle - 7.5, x + wide, middle + 7.5), DECISION[result.decision], None)
        canvas.text(x + 6, middle, result.decision, LEGEND, PAPER)
        x += wide + 10
    for name, fill, line in _swatches(result):
        canvas.box((x, middle - 3.5, x + 9, middle + 3.5), fill, line, 0.8)
        x = canvas.text(x + 12, middle, name, LEGEND, INK) + 10
    note = _note(page, result)
    begin = page.width - 10 - canvas.width(note, LEGEND)
    if begin > x:
        canvas.text(begin, middle, note, LEGEND, SEVERITY["info"])
    return whole


def _swatches(result: ExtractionResult | None) -> list[tuple[str, Colour | None, Colour | None]]:
    """Result -> name, fill and outline of what can be seen on the page."""
    if result is None:
        return [("word", None, (*WORD[:3], 255)), ("unsure", (*DOUBTED[:3], 50), DOUBTED), ("ruling line", RULE, None)]
    shown: list[tuple[str, Colour | None, Colour | None]] = [("row", (*ROWS[0][0][:3], 80), None)]
    shown += [(name, None, colour) for name, colour in FIELDS.items()]
    shown.append(("unsure word", (*DOUBTED[:3], 50), DOUBTED))
    if any(issue.bbox for issue in result.issues):
        shown.append(("issue", (*SEVERITY["error"][:3], 28), SEVERITY["error"]))
    return shown


def _note(page: Page, result: ExtractionResult | None) -> str:
    """Page and result -> one line: page, rows, proofs."""
    if result is None:
        return f"page {page.number} · {page.source} · {len(page.words)} words"
    rows = sum(len(account.transactions) for account in result.accounts)
    held = sum(proof.status == "holds" for proof in result.proofs)
    tried = sum(proof.status != "not_applicable" for proof in result.proofs)
    return f"page {page.number} of {result.document.pages} · {rows} rows · {held} of {tried} proofs hold"
