"""A statement and its false twin: one amount is another, and all balances and totals follow from it."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.generator.document import Statement, content, draw
from tests.generator.model import CENT, Account, Row
from tests.generator.style import Style, choose

from .objects import File, file

PLAIN: dict[str, Any] = {"rotate": False, "ligatures": False, "accounts": 1, "filler": 0}
FONTS, ORDERS = ("Helvetica", "Times", "Courier"), ("row", "column", "word", "shuffled")
"""Fonts whose texts stand in the operators as they are, and orders of drawing in which a figure is one text."""
TRIES = 60
"""Amounts that are tried until one is found that leaves all else in its place."""
_FONT = re.compile(rb"/(F\d+) ([\d.]+) Tf")
_BLOCK = re.compile(rb"BT /F\d+ [\d.]+ Tf|BT 1 0 0 1 (\S+) (\S+) Tm \(((?:[^()\\]|\\.)*)\) Tj T\* ET")


@dataclass(frozen=True, slots=True)
class Piece:
    """A text on a page: its base line from (x, y) on, in user space; `raw` as it is written in the operators.

    `block`: the whole of its operators and where they lie among those of the page.
    """

    x: float
    y: float
    raw: bytes
    face: str
    size: float
    block: tuple[int, int]

    @property
    def text(self) -> str:
        return re.sub(rb"\\(\d{3}|.)", _unescaped, self.raw).decode("cp1252")

    @property
    def width(self) -> float:
        return float(stringWidth(self.text, self.face, self.size))


@dataclass(frozen=True, slots=True)
class Change:
    """What the true page (its place from 0) prints, and what the false one prints in its stead."""

    page: int
    old: Piece
    new: Piece


@dataclass(frozen=True, slots=True)
class Twins:
    """A true statement and a false one that adds up as well; all that differs are the `changes`."""

    style: Style
    true: File
    false: File
    statement: Statement
    changes: tuple[Change, ...]


def twins(seed: int, **fixed: Any) -> Twins | None:
    """Seed, features of its style -> the twins; None where no other amount leaves all else in its place."""
    rng = Random(f"forgery {seed}")
    plain = {**PLAIN, "font": rng.choice(FONTS), "draw_order": rng.choice(ORDERS)}
    style = choose(Random(f"style {seed}"), **{**plain, **fixed})
    true = content(style, Random(f"content {seed}"))
    if not any(row.amount for row in true.accounts[0].rows):
        return None
    before = file(draw(style, true, seed))
    for _ in range(TRIES):
        false = deepcopy(true)
        _forge(false.accounts[0], style, rng)
        after = file(draw(style, false, seed))
        changes = _changes(before, after)
        if changes:
            return Twins(style, before, after, false, changes)
    return None


def _forge(account: Account, style: Style, rng: Random) -> None:
    """Makes one movement larger, and all that follows from it."""
    row: Row = rng.choice([row for row in account.rows if row.amount])
    step = (row.amount * rng.choice((Decimal("0.3"), Decimal("0.7"), Decimal("0.9")))).quantize(CENT)
    in_time = account.rows[::-1] if style.reverse else account.rows
    row.amount += step
    row.shown = row.amount
    for later in in_time[in_time.index(row) :]:
        later.balance += step
    account.closing += step
    account.shown_closing += step
    account.parts[row.section] = account.parts.get(row.section, Decimal(0)) + abs(step)
    if row.amount > 0:
        account.shown_in += step
    else:
        account.shown_out -= step


def _changes(true: File, false: File) -> tuple[Change, ...]:
    """Two drawings -> what differs, none where it is more than some texts in the same places."""
    found = []
    if len(true.pages) != len(false.pages):
        return ()
    for place, (a, b) in enumerate(zip(true.pages, false.pages, strict=True)):
        old, new = list(_pieces(true, a)), list(_pieces(false, b))
        if len(old) != len(new):
            return ()
        for one, other in zip(old, new, strict=True):
            if (one.y, one.face, one.size) != (other.y, other.face, other.size):
                return ()
            if one.raw != other.raw:
                found.append(Change(place, one, other))
            elif one.x != other.x:
                return ()
    return tuple(found)


def _pieces(one: File, page: int) -> Iterator[Piece]:
    """File, number of a page -> its texts in the order in which they are drawn."""
    operators, names = one.content(page), _names(one)
    face, size = "", 0.0
    for match in _BLOCK.finditer(operators):
        if match[3] is None:
            font = _FONT.search(match[0])
            assert font
            face, size = names[font[1]], float(font[2])
        else:
            yield Piece(float(match[1]), float(match[2]), match[3], face, size, match.span())


def _names(one: File) -> dict[bytes, str]:
    """File -> the names of its fonts by the names of their resources."""
    fonts = re.findall(rb"/(F\d+) (\d+) 0 R", one.objects[one.fonts])
    named = {name: re.search(rb"/BaseFont /([\w-]+)", one.objects[int(number)]) for name, number in fonts}
    return {name: found[1].decode() for name, found in named.items() if found}


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 8)]) if len(match[1]) == 3 else match[1]
