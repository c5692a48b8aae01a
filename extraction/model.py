"""What a reader sees on a page: words and ruling lines with their boxes, and traces of changes. Frozen, serialisable.

Coordinates are PDF points, origin top-left, y down, of the upright page. Pages count from 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from extraction.geometry import rounded, union
from schemas.provenance import BBox, Method, Provenance

Sign = Literal["covered", "hidden", "replaced", "program"]
"""What a trace is of: text under something painted over it; text that is not drawn, where other text is; text that an
earlier revision of the file prints at this place; the program that made the file, where it is one to draw pictures."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of glyphs without a gap. `confidence` 0..1, None: not measured (native text).

    `turn`: degrees clockwise from left to right, 0..359, in which the text runs (watermarks, margins).
    `font`: place among the fonts of the page, of its figures where it has any; None: not known.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    method: Method = "native"
    confidence: float | None = None
    turn: int = 0
    font: int | None = None

    @property
    def upright(self) -> bool:
        return self.turn == 0

    @property
    def box(self) -> BBox:
        return (self.x0, self.top, self.x1, self.bottom)

    @property
    def middle(self) -> float:
        """Vertical centre, points."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn straight line or the edge of a filled box; horizontal where top == bottom, else vertical."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        return self.bottom - self.top <= self.x1 - self.x0


@dataclass(frozen=True, slots=True)
class Trace:
    """A sign that a page was changed after it was made: `text` as it is not seen, as it was before ("": nothing stood
    there), or the name of the program. `box` None: it is about the file."""

    sign: Sign
    text: str
    box: BBox | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that a layout model tells: its kind (see `extraction.layout.roles`), its box in points, how sure
    the model is of it, 0..1."""

    kind: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float

    @property
    def box(self) -> BBox:
        return (self.x0, self.top, self.x1, self.bottom)


@dataclass(frozen=True, slots=True)
class Page:
    """One upright page. `source` is how it was read and `reason` why that way was taken.

    `fonts`: names as the file has them, "" for one without; see `Word.font`. Empty where they are not known.
    `regions`: what the layout model sees on it, the surest first; empty where it was not asked.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    source: Method = "native"
    reason: str = ""
    fonts: tuple[str, ...] = ()
    traces: tuple[Trace, ...] = ()
    regions: tuple[Region, ...] = ()

    def __hash__(self) -> int:  # of thousands of values few tell pages apart
        return hash((self.number, len(self.words), self.words[:1], len(self.rules)))


def pages_to_json(pages: Iterable[Page]) -> list[dict[str, Any]]:
    """Pages -> compact JSON values: a word is [text, x0, top, x1, bottom, method, confidence, turn, font].

    Its font, and the fonts, the traces and the regions of a page, are there only where there are any.
    """
    return [
        {
            "number": page.number,
            "width": page.width,
            "height": page.height,
            "source": page.source,
            "reason": page.reason,
            "words": [
                [w.text, *w.box, w.method, w.confidence, w.turn, *(() if w.font is None else (w.font,))]
                for w in page.words
            ],
            "rules": [[r.x0, r.top, r.x1, r.bottom] for r in page.rules],
            **({"fonts": [*page.fonts]} if page.fonts else {}),
            **({"traces": [[t.sign, t.text, *(t.box or ())] for t in page.traces]} if page.traces else {}),
            **({"regions": [[r.kind, *r.box, r.confidence] for r in page.regions]} if page.regions else {}),
        }
        for page in pages
    ]


def pages_from_json(values: Iterable[dict[str, Any]]) -> list[Page]:
    """The inverse of `pages_to_json`."""
    return [
        Page(
            number=value["number"],
            width=value["width"],
            height=value["height"],
            words=tuple(Word(*word) for word in value["words"]),
            rules=tuple(Rule(*rule) for rule in value["rules"]),
            source=value["source"],
            reason=value["reason"],
            fonts=tuple(value.get("fonts", ())),
            traces=tuple(Trace(sign, text, tuple(box) or None) for sign, text, *box in value.get("traces", ())),
            regions=tuple(Region(*region) for region in value.get("regions", ())),
        )
        for value in values
    ]


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed value: its text, box and page, the reader's lowest confidence in it."""

    text: str
    page: int
    box: BBox
    method: Method
    confidence: float | None

    @classmethod
    def of(cls, words: Sequence[Word], page: int, text: str | None = None) -> Cell:
        """Words of one value -> cell. Raises ValueError for none."""
        confidences = [w.confidence for w in words if w.confidence is not None]
        method: Method = next((w.method for w in words if w.method != "native"), "native")
        return cls(
            " ".join(w.text for w in words) if text is None else text,
            page,
            union(w.box for w in words),
            method,
            min(confidences) if confidences else None,
        )

    @property
    def provenance(self) -> Provenance:
        """Where the value stands, as it is stored; how likely it is right is not judged yet."""
        return Provenance(
            page=self.page, bbox=rounded(self.box), raw=self.text, method=self.method, reader_confidence=self.confidence
        )
