"""Several statements in one file: of strangers, or of one account month after month; and files that lack a page or hold
a statement twice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from io import BytesIO
from random import Random
from typing import Any

import pypdfium2

from .document import Statement, content, draw, printed_amounts
from .ledger import account
from .make import make
from .model import Account, Generated
from .style import Style, choose
from .truth import statement_truth

SHAPES = ("strangers", "months", "gap")
"""Documents that have nothing in common; one account month after month; the same with a month left out."""
DEFECTS = ("page_missing", "doubled")


@dataclass(frozen=True)
class _Part:
    pdf: bytes
    truth: dict[str, Any]
    printed: tuple[str, ...]


def bundle(seed: int, shape: str = "", defect: str = "", name: str = "") -> Generated:
    """The file of a seed: two or three statements, of a shape of `SHAPES`, or a spoiled one of `DEFECTS`; `name` sets
    the id in the truth."""
    rng = Random(f"bundle {seed}")
    drawn = rng.choice(SHAPES)
    shape = shape or ("strangers" if defect == "page_missing" else drawn)
    count = 3 if shape == "gap" else rng.choice((2, 2, 3))
    parts = _strangers(rng, count, defect) if shape == "strangers" else _months(rng, count)
    if shape == "gap":
        parts.pop(1)
    if defect == "doubled":
        parts.append(rng.choice(parts))
    pdf = joined([part.pdf for part in parts])
    why = "Statements in one file; the printed evidence proves every row of each."
    if defect == "doubled":
        why = "One of the statements stands in the file twice."
    elif defect == "page_missing":
        pdf, why = _without_a_page(pdf, parts, rng), "A page with rows is missing in the file; the truth has its rows."
    truth = _truth(
        f"bundle-{seed:04d}", parts, why, "review" if defect else "accept", [shape, *[defect] * bool(defect)]
    )
    truth["pages"] -= defect == "page_missing"
    return Generated(pdf, truth, "application/pdf", tuple(one for part in parts for one in part.printed))


def joined(files: Sequence[bytes]) -> bytes:
    """PDF files -> one of all their pages; the same files make the same bytes."""
    with pypdfium2.PdfDocument.new() as whole:
        for data in files:
            with pypdfium2.PdfDocument(data) as part:
                whole.import_pages(part)
        return _saved(whole)


def _saved(whole: pypdfium2.PdfDocument) -> bytes:
    out = BytesIO()
    whole.save(out)
    pdf = re.sub(rb"/CreationDate\(D:\d{14}", b"/CreationDate(D:20200101000000", out.getvalue())
    return re.sub(rb"/ID\[<\w{32}><\w{32}>\]", b"/ID[<" + b"0" * 32 + b"><" + b"0" * 32 + b">]", pdf)


def _strangers(rng: Random, count: int, defect: str) -> list[_Part]:
    """Documents of seeds of their own; the first of several pages where one is to be taken away."""
    parts: list[_Part] = []
    while len(parts) < count:
        changes: dict[str, Any] = {"scan": "", "table_only": False}
        if defect == "page_missing" and not parts:
            changes |= {"rows": rng.randrange(60, 110), "filler": 0, "header_shown": True}
        one = make(rng.randrange(10**6, 10**7), **changes)
        parts.append(_Part(one.pdf, one.truth, one.printed))
    return parts


def _months(rng: Random, count: int) -> list[_Part]:
    """Statements of one account that follow each other, all in one style."""
    seed = rng.randrange(10**6, 10**7)
    style = choose(Random(f"style {seed}"), scan="", table_only=False, period="month")
    parts: list[_Part] = []
    statement: Statement | None = None
    for month in range(count):
        own = replace(style, rows=rng.randrange(1, 40) if month else style.rows)
        statement = content(own, rng) if statement is None else following(own, statement, rng)
        pdf = draw(own, statement, seed)  # one seed: the same words month after month
        truth = statement_truth("part", own, statement)
        parts.append(_Part(pdf, truth, printed_amounts(own, statement)))
    return parts


def following(style: Style, before: Statement, rng: Random) -> Statement:
    """A statement -> the next one of its accounts: they open at the balances at which it closes."""
    start = before.span[1] + timedelta(days=1)
    end = _month_end(start) if start.day == 1 else start + timedelta(days=29)
    accounts = [_following(style, one, rng, (start, end), k) for k, one in enumerate(before.accounts)]
    return Statement(before.bank, (start, end), accounts, [])


def _following(style: Style, before: Account, rng: Random, span: tuple[date, date], place: int) -> Account:
    one = account(style, rng, span, style.rows if place == 0 else max(1, style.rows // 3))
    shift = before.closing - one.opening
    for row in one.rows:
        row.balance += shift
    return replace(
        one,
        number=before.number,
        label=before.label,
        name=before.name,
        opening=before.closing,
        closing=one.closing + shift,
        shown_closing=one.closing + shift,
    )


def _month_end(day: date) -> date:
    after = day.replace(day=28) + timedelta(days=4)
    return after - timedelta(days=after.day)


def _without_a_page(pdf: bytes, parts: Sequence[_Part], rng: Random) -> bytes:
    """A file, its statements -> the file without a page in the first one that holds rows."""
    amounts = {re.sub(r"\s", "", text) for text in parts[0].printed}
    with pypdfium2.PdfDocument(pdf) as whole:
        texts = [re.sub(r"\s", "", whole[i].get_textpage().get_text_range()) for i in range(parts[0].truth["pages"])]
        gone = rng.choice([i for i, text in enumerate(texts) if sum(one in text for one in amounts) > 2])
        del whole[gone]
        return _saved(whole)


def _truth(name: str, parts: Sequence[_Part], why: str, expect: str, quirks: list[str]) -> dict[str, Any]:
    """The truths of the statements -> that of their file: each account says its kind and institution."""
    accounts = [
        {"kind": part.truth["doc_type"], "institution": part.truth["institution"], **one}
        for part in parts
        for one in part.truth["accounts"]
    ]
    first = parts[0].truth
    return {
        **first,
        "id": name,
        "accounts": accounts,
        "expect": expect,
        "why": why,
        "layout_family": "bundle",
        "quirks": ["bundle", *quirks],
        "families": sorted({tag for part in parts for tag in part.truth["families"]}),
        "pages": sum(part.truth["pages"] for part in parts),
    }
