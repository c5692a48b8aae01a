"""What a page shows -> its words, or why its text layer does not do and its picture has to be read. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from extraction.geometry import overlap, rounded
from extraction.model import Page, Rule, Word
from extraction.source.glyphs import BLANK, FEW_CHARACTERS, UNMAPPED, Glyph, Run, View
from extraction.source.seen import Mark, hidden_figures
from extraction.source.vectors import Box, Line, Paths
from schemas.provenance import BBox

TEXT, PICTURED, HIDDEN, BLANK_PAGE = (
    "text layer",
    "text layer over a picture of the page",
    "hidden text layer of a picture of the page",
    "blank",
)
"""Reasons of native pages. Hidden text is what some other program recognised: its words have method "ocr"."""
UNMAPPED_SHARE = 0.1
"""A page with more unmapped characters than this cannot be read by its text layer."""
PICTURE, COVERED = 0.03, 0.5
"""Shares of the page: a picture smaller than the first is a logo, pictures from the second on are the page itself."""
SPARSE = 200
"""Fewer visible characters than this over a picture of the page are a stamp or a footer on a scan."""
OUTLINES = 150
"""So many curved paths on a page without text may be outlines of letters."""


def page(
    number: int,
    shown: View,
    view: View,
    paths: Paths,
    drawn: tuple[Rule, ...],
    glyphs: Sequence[Glyph],
    runs: Sequence[Run],
    marks: Sequence[Mark],
    fonts: Sequence[str] = (),
    replaced: Collection[int] = (),
) -> Page:
    """Page number, how the page is displayed and how it is upright, what is drawn, its ruling lines, its text and
    how it is printed -> page.

    Text that nobody can see is left out, but for the hidden text of a scan: its picture shows the same. `replaced`:
    places of words that other words are painted over.
    """
    covered = _covered(paths.pictures, view)
    hidden = _mostly_hidden(runs, marks) and (covered >= COVERED or paths.curved >= OUTLINES)
    seen = _seen(view, paths, runs, marks, replaced)
    reason = HIDDEN if hidden else PICTURED if covered >= COVERED else TEXT
    words = _words(view, runs, marks, seen, reason)
    why = _unread(glyphs, sum(len(word.text) for word in words if word.upright), covered, paths.curved)
    if why:
        return Page(number, *shown.size, (), (), "ocr", why)
    if reason != TEXT:
        return Page(number, *view.size, tuple(words), drawn, "native", reason)
    reason, named = (TEXT, tuple(fonts)) if words else (BLANK_PAGE, ())
    traces = hidden_figures(runs, marks, seen)
    return Page(number, *view.size, tuple(words), drawn, "native", reason, named, traces)


def rules(lines: Sequence[Line], view: View) -> tuple[Rule, ...]:
    """User-space lines -> ruling lines, cut at the edges of the page."""
    width, height = view.size
    boxes = (rounded(view.box(*line)) for line in lines)
    return tuple(
        Rule(max(x0, 0.0), max(top, 0.0), min(x1, width), min(bottom, height))
        for x0, top, x1, bottom in boxes
        if x0 <= width and x1 >= 0 and top <= height and bottom >= 0
    )


def _seen(
    view: View, paths: Paths, runs: Sequence[Run], marks: Sequence[Mark], replaced: Collection[int]
) -> list[bool]:
    """Whether each word is seen: white ones are where something coloured lies behind them."""
    grounds = [view.box(*box) for box in paths.grounds] if any(mark.look == "white" for mark in marks) else []
    return [
        i not in replaced
        and (mark.look == "ink" or (mark.look == "white" and (not paths.whole or _stands_on(run, grounds))))
        for i, (run, mark) in enumerate(zip(runs, marks, strict=True))
    ]


def _words(view: View, runs: Sequence[Run], marks: Sequence[Mark], seen: Sequence[bool], reason: str) -> list[Word]:
    """Words that are seen, and hidden ones where they are the text of a scan. Fonts tell something of pages of text."""
    words = []
    for run, mark, shows in zip(runs, marks, seen, strict=True):
        if shows:
            words.append(run.word(view, mark.font if reason == TEXT else None))
        elif mark.look == "hidden" and reason == HIDDEN:
            words.append(replace(run.word(view), method="ocr"))
    return words


def _unread(glyphs: Sequence[Glyph], characters: int, covered: float, curved: int) -> str:
    """Why the text layer of a page does not do, "" where it does."""
    printed = [glyph for glyph in glyphs if glyph.text != BLANK]
    unmapped = sum(glyph.text == UNMAPPED for glyph in printed)
    if unmapped > UNMAPPED_SHARE * len(printed):
        return f"{unmapped} of {len(printed)} glyphs have no Unicode value"
    if characters < FEW_CHARACTERS and (covered >= PICTURE or curved >= OUTLINES):
        return "no text, only pictures"
    if characters < SPARSE and covered >= COVERED:
        return "little text over a picture of the page"
    return ""


def _mostly_hidden(runs: Sequence[Run], marks: Sequence[Mark]) -> bool:
    """Whether most of the text of a page is hidden."""
    hidden = sum(run.count for run, mark in zip(runs, marks, strict=True) if mark.look == "hidden")
    return 2 * hidden > sum(run.count for run in runs)


def _stands_on(run: Run, grounds: Sequence[BBox]) -> bool:
    """Whether a word stands on one of the boxes."""
    x, y = (run.box[0] + run.box[2]) / 2, (run.box[1] + run.box[3]) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in grounds)


def _covered(pictures: Sequence[Box], view: View) -> float:
    """Boxes of pictures -> the share of the page that they cover, 0..1 (strips of a scan lie side by side)."""
    width, height = view.size
    boxes = (view.box(*box) for box in pictures)
    area = sum(overlap(x0, x1, 0, width) * overlap(top, bottom, 0, height) for x0, top, x1, bottom in boxes)
    return min(area / (width * height), 1.0) if width * height > 0 else 0.0
