"""Makes one document from a seed."""

from random import Random
from typing import Any

from .document import content, draw, printed_amounts
from .model import Generated
from .other import draw_other
from .scan import scan
from .style import choose
from .truth import not_a_statement, statement_truth

OTHERS = ("invoice", "letter", "picture")


def make(seed: int, **overrides: Any) -> Generated:
    """The document of a seed. Overrides fix features of `Style`; `name` sets the id in the truth."""
    name = overrides.pop("name", f"gen-{seed:04d}")
    style = choose(Random(f"style {seed}"), **overrides)
    if style.kind in OTHERS:
        pdf, pages = draw_other(style, seed)
        truth, printed = not_a_statement(name, style.kind, pages), ()
        if style.kind == "picture":
            truth["modality"] = "image"
    else:
        statement = content(style, Random(f"content {seed}"))
        pdf = draw(style, statement, seed)
        truth, printed = statement_truth(name, style, statement), printed_amounts(style, statement)
    if not style.scan:
        return Generated(pdf, truth, "application/pdf", printed)
    data, media = scan(pdf, style.scan, style.dpi, seed)
    return Generated(data, truth, media, printed)
