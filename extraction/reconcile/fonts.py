"""Figures of rows that are printed otherwise than their column: in another font, or in another size. Pure.

Who changes a figure of a PDF has to print another one, and seldom has the font: the file holds the letters it needs and
no more. Emphasis is no such thing: bold is the same family, and a row that stands out does so with its text.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.geometry import median
from extraction.reconcile.printed import Printed
from schemas.provenance import Provenance
from schemas.statement import Account, Transaction

COLUMN, FIGURES = 6, 10
"""Least number of figures that show how a column is printed, and how all figures of the rows are."""
USUAL = 0.8
"""A column has a font where so much of it is printed in it."""
TALLER = 1.06
"""Figures of one font differ in size from here on: half a point in eight."""
LETTERS, STEM, DIGITS = 4, 5, 4
"""A name of fewer letters, or of so many digits, tells no family (F1, TT0); names that begin with as many letters alike
are one family: HelveticaBold and HelveticaOblique."""
OUTSIDE = "(not embedded)"
_TAG = re.compile(r"^[A-Z]{6}\+")
_BARE = re.compile(r"[\d.,'() +-]+")
"""Nothing but figures and the marks in and around them: other signs may come from a font with taller letters."""
_DATES = ("date", "value_date")


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure of a row. `font`: its name; `height`: of its letters, points; `beside`: the font of the text of
    its row."""

    row: int
    name: str
    cell: Provenance
    font: str
    height: float
    beside: str


@dataclass(frozen=True, slots=True)
class Odd:
    """A figure that is printed otherwise than `count` others: in `said` instead of in `usual`."""

    figure: Figure
    said: str
    usual: str
    count: int


def odd_figures(account: Account, printed: Printed) -> list[Odd]:
    """Account, what is printed on its pages -> figures of its rows printed otherwise than their column, or than
    all other figures of the rows, while the text of the row is printed as that of the others."""
    figures = [figure for row, one in enumerate(account.transactions) for figure in _figures(row, one, printed)]
    beside = Counter(figure.beside for figure in figures if figure.beside)
    if not beside:
        return []
    text, _ = beside.most_common(1)[0]
    columns: defaultdict[tuple[str, bool], list[Figure]] = defaultdict(list)
    for figure in figures:
        columns[figure.name, _negative(account.transactions[figure.row], figure.name)].append(figure)
    found: dict[tuple[int, str], Odd] = {}
    money = [figure for figure in figures if figure.name not in _DATES]
    for least, group in (*((COLUMN, column) for column in columns.values()), (FIGURES, money)):
        for odd in _odd(group, least):
            if one_family(odd.figure.beside, text):
                found.setdefault((odd.figure.row, odd.figure.name), odd)
    return [found[key] for key in sorted(found)]


def _negative(row: Transaction, name: str) -> bool:
    """Whether a figure of a row is negative: those may have a column, and a colour, of their own."""
    value = row.amount if name == "amount" else row.balance if name == "balance" else None
    return value is not None and value < 0


def _figures(number: int, row: Transaction, printed: Printed) -> Iterator[Figure]:
    cells = {name: cell for name, cell in row.fields.items() if name in ("amount", "balance", *_DATES)}
    inside = {name: printed.inside(cell.page, cell.bbox) for name, cell in cells.items()}
    taken = {id(word) for some in inside.values() for word in some}
    page = row.provenance.page
    rest = [word for word in printed.inside(page, row.provenance.bbox) if id(word) not in taken]
    fonts = Counter(font for word in rest if (font := printed.font(page, word)))
    beside = fonts.most_common(1)[0][0] if fonts else ""
    for name, cell in cells.items():
        here = [word for word in inside[name] if any(map(str.isdigit, word.text))]
        named = {printed.font(cell.page, word) for word in here}
        if here and "" not in named:
            yield Figure(number, name, cell, " + ".join(sorted(named)), median([w.height for w in here]), beside)


def _odd(group: Sequence[Figure], least: int) -> Iterator[Odd]:
    """Figures of a column, how many show how it is printed -> those that are printed otherwise."""
    if not group:
        return
    font, count = Counter(figure.font for figure in group).most_common(1)[0]
    if count < max(least, USUAL * len(group)) or " + " in font or not _family(font):
        return
    alike = [figure for figure in group if figure.font == font]
    for figure in group:
        if figure.font != font and _other(figure.font, font):
            yield Odd(figure, _TAG.sub("", figure.font), _TAG.sub("", font), count)
    yield from _odd_sizes([figure for figure in alike if _BARE.fullmatch(figure.cell.raw)], least)


def _odd_sizes(group: Sequence[Figure], least: int) -> Iterator[Odd]:
    """Figures in one font -> those in another size; a smaller one only where it is no longer than others: sums that
    fill their column are set smaller."""
    if not group:
        return
    height = median([figure.height for figure in group])
    usual = [figure for figure in group if _ratio(figure.height, height) < TALLER]
    if len(usual) < max(least, USUAL * len(group)):
        return
    longest = max(len(figure.cell.raw) for figure in usual)
    for figure in group:
        fits = figure.height > height or len(figure.cell.raw) <= longest
        if _ratio(figure.height, height) >= TALLER and fits:
            yield Odd(figure, f"{figure.height:.1f} points", f"{height:.1f} points", len(usual))


def _ratio(a: float, b: float) -> float:
    return max(a, b) / max(min(a, b), 0.1)


def _other(name: str, usual: str) -> bool:
    """Two names of fonts -> whether they are different for sure. One font in the file and the same outside are two."""
    for part in name.split(" + "):
        if _plain(part) == _plain(usual):
            if part.endswith(OUTSIDE) != usual.endswith(OUTSIDE):
                return True
        elif _family(part) and not one_family(part, usual):
            return True
    return False


def one_family(a: str, b: str) -> bool:
    """Two names of fonts -> whether they may be of one family: one begins like the other, or tells nothing.

    >>> one_family("ABCDEF+Arial-BoldMT", "ArialMT"), one_family("Arial", "Helvetica-Bold"), one_family("F1", "Arial")
    (True, False, True)
    """
    first, second = _family(a), _family(b)
    pairs = enumerate(zip(first, second, strict=False))
    shared = next((i for i, (x, y) in pairs if x != y), min(len(first), len(second)))
    return shared >= min(len(first), len(second), STEM)


def _family(name: str) -> str:
    """Name of a font -> its family in small letters, "" where it tells none."""
    plain = _plain(name)
    stem = re.sub(r"(?:psmt|ps|mt)$", "", "".join(filter(str.isalpha, re.split("[-,]", plain)[0])).lower())
    return stem if len(stem) >= LETTERS and sum(map(str.isdigit, plain)) < DIGITS else ""


def _plain(name: str) -> str:
    """Name of a font as the file has it -> without the mark of a part of it, and of one that is not in the file."""
    return _TAG.sub("", name.removesuffix(OUTSIDE).strip())
