"""The documents of samples/: what each is made of, and the truth it is held against."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tests import generator
from tests.forgery.statement import twins
from tests.forgery.ways import painted_over
from tests.generator.samples import PLAIN
from tests.generator.truth import statement_truth
from tests.statements import statement

REFUSED = {"accounts": [], "families": [], "expect": "reject"}
TEXT = b"Example Bank\nAccount statement\n\n02.01.2025  Coffee  -3.50\n\nThis is text, whatever its name says.\n"

FORGED: dict[str, Any] = {
    **PLAIN,
    "kind": "bank",
    "country": "gb",
    "amounts": "debit_credit",
    "balance": "row",
    "two_dates": "none",
    "rows": 16,
    "summary": "box",
    "date_format": "d_mon_y",
    "mark": "note",
    "rules": "lines",
    "draw_order": "row",
    "detail_lines": 1,
    "opening_row": True,
    "closing_row": True,
    "font": "Helvetica",
    "size": 9.0,
    "extras": (),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """One document before it is read: its bytes, its file name, its truth."""

    data: bytes
    filename: str
    truth: Mapping[str, Any]


@lru_cache(maxsize=1)
def drawn() -> Mapping[str, Sample]:
    """Name of each sample, such as "bank/german-soll-haben" -> its document, drawn anew from its seed."""
    good = generator.samples()
    others = {
        "other/invoice": generator.make(2001, **{**PLAIN, "kind": "invoice", "country": "gb"}),
        "other/letter-from-a-bank": generator.make(2002, **{**PLAIN, "kind": "letter", "country": "gb"}),
        "other/picture-without-text": generator.make(2003, **{**PLAIN, "kind": "picture"}),
    }
    broken = {
        "other/empty-file": b"",
        "other/encrypted": statement(password="open sesame"),
        "other/text-named-pdf": TEXT,
        "other/truncated": (whole := good["bank/german-soll-haben"].pdf)[: len(whole) * 3 // 5],
    }
    return {
        "bank/painted-over": _painted_over("bank/painted-over"),
        **{name: Sample(one.pdf, f"input{one.suffix}", one.truth) for name, one in {**good, **others}.items()},
        **{name: Sample(data, "input.pdf", REFUSED) for name, data in broken.items()},
    }


def _painted_over(name: str) -> Sample:
    """Name -> a statement with an amount, the balances after it and the total painted over; the truth is what is seen.

    Raises ValueError where no other amount can be put in the place of one.
    """
    pair = twins(1041, **FORGED)
    if pair is None:
        raise ValueError("There is nothing to forge. Take another seed.")
    why = "An amount is painted over, and the balances after it with it, so that the arithmetic holds."
    truth = {**statement_truth(name, pair.style, pair.statement), "expect": "review", "why": why}
    return Sample(painted_over(pair), "input.pdf", truth)
