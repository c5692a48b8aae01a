"""Figures of rows that are printed otherwise than their column: in another font, or in another size. Pure.

Who changes a figure of a PDF has to print another one, and seldom has the font: the file holds the letters it needs and
no more. Emphasis is no such thing: bold is the same family, and a row that stands out does so with its text.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extraction.geometry import cluster, median, overlap
from extraction.reconcile.printed import Printed
from schemas.provenance import Provenance
from schemas.statement import Account, Transaction

COLUMN, FIGURES = 6, 10
"""Least number of figures that show how a column is printed, and how all figures of the rows are."""
USUAL = 0.8
"""A column has a font where so much of it is printed in it."""
ALIGNED = 6.0
"""Figures of one column end within so many points of the next one."""
TALLER = 1.06
"""Figures of one font differ in size from here on: half a point in eight."""
LEVEL = 0.7
"""Figures on one line share so much of their height."""
SAME_TOP = 0.1
"""Figures of one size that stand on one line begin within so many points of the same height."""
LETTERS, STEM, DIGITS = 4, 5, 4
"""A name of fewer letters, or of so many digits, tells no family (F1, TT0); names that begin with as many letters alike
are one family: HelveticaBold and HelveticaOblique."""
OUTSIDE = "(not embedded)"
_TAG = re.compile(r"^[A-Z]{6}\+")
_BARE = re.compile(r"[\d.,'() +-]+")
"""Figures and the marks in and around them. Of what is left, a currency, the letters may be taller."""
_DATES = ("date", "value_date")


@dataclass(frozen=True, slots=True)
class Text:
    """How the text of a row beside its figures is printed: the name of its font, the height of its letters, points."""

    font: str
    height: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure of a row. `font`: its name; `height`: of its letters, points; `signs`: what is set close to it;
    `text`: how the text of its row is printed."""

    row: int
    name: str
    negative: bool
    cell: Provenance
    font: str
    height: float
    signs: str
    text: Text | None


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
    columns: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        columns[figure.name].append(figure)
    money = [figure for figure in figures if figure.name not in _DATES]
    found = _lone(_odd_fonts(money, FIGURES), columns)
    sizes = {name: list(_odd_sizes(column)) for name, column in columns.items()}
    odd = {(one.figure.row, one.figure.name) for some in sizes.values() for one in some}
    usual_size = [figure for figure in figures if (figure.row, figure.name) not in odd]
    for name, column in columns.items():
        found += _by_no_rule([*_odd_fonts(column, COLUMN), *_without_level(sizes[name], usual_size)], column)
    found = _beside_others(found, columns)
    usual = Counter(figure.text for figure in figures if figure.text).most_common(1)
    told = {(odd.figure.row, odd.figure.name): odd for odd in found if usual and _like(odd.figure.text, usual[0][0])}
    return [told[key] for key in sorted(told)]


def _without_level(odd: Iterable[Odd], figures: Sequence[Figure]) -> list[Odd]:
    """Odd sizes, figures of the usual size -> without figures that lack the comma of the others, which hangs below the
    line: a figure with one beside them, in their font, begins at the same height and ends lower."""
    return [
        one
        for one in odd
        if "," in one.figure.cell.raw
        or not any(
            other.row == one.figure.row
            and other.font == one.figure.font
            and "," in other.cell.raw
            and abs(other.cell.bbox[1] - one.figure.cell.bbox[1]) < SAME_TOP
            and other.cell.bbox[3] > one.figure.cell.bbox[3]
            for other in figures
        )
    ]


def _beside_others(odd: Sequence[Odd], columns: Mapping[str, Sequence[Figure]]) -> list[Odd]:
    """Odd figures -> the same without those whose neighbours in line are all printed so: a list of checks has columns
    of its own, and another one of its lines may end like the column of the rows."""
    found = {(one.figure.row, one.figure.name) for one in odd}
    parts = [p for column in columns.values() for p in cluster(column, lambda figure: figure.cell.bbox[2], ALIGNED)]
    alone = [part for part in parts if all((figure.row, figure.name) in found for figure in part)]
    listed = any(len(part) > 1 for part in alone)  # then the one that is left of its last line may stand alone
    left = {(figure.row, figure.name) for part in alone if listed for figure in part}
    listed_ = [one for one in odd if (one.figure.row, one.figure.name) in left]
    rest = [one for one in odd if (one.figure.row, one.figure.name) not in left]
    return [one for one in rest if not any(one.said == other.said and _on_a_line(one, other) for other in listed_)]


def _on_a_line(one: Odd, other: Odd) -> bool:
    """Whether two figures stand on one line of a page."""
    (a, b), (x, y) = ((odd.figure.cell.page, odd.figure.cell.bbox) for odd in (one, other))
    return a == x and overlap(b[1], b[3], y[1], y[3]) > LEVEL * (b[3] - b[1])


def _by_no_rule(found: Sequence[Odd], column: Sequence[Figure]) -> list[Odd]:
    """Odd figures of a column -> the same without a sign that is always printed so: credits in bold, debits in red."""
    rows = {one.figure.row for one in found}
    usual = {figure.negative for figure in column if figure.row not in rows}
    return [one for one in found if one.figure.negative in usual]


def _lone(odd: Iterable[Odd], columns: Mapping[str, Sequence[Figure]]) -> list[Odd]:
    """Odd ones of all figures -> those of columns that have few of them."""
    found = list(odd)
    count = Counter(one.figure.name for one in found)
    few = {name for name in count if count[name] <= max(1, (1 - USUAL) * len(columns[name]))}
    return [one for one in found if one.figure.name in few]


def _like(text: Text | None, usual: Text) -> bool:
    """The text of a row, that of most rows -> whether the row does not stand out."""
    if text is None or _ratio(text.height, usual.height) >= TALLER:
        return False
    return text.font == usual.font or (_family(text.font) != "" and one_family(text.font, usual.font))


def _figures(number: int, row: Transaction, printed: Printed) -> Iterator[Figure]:
    cells = {name: cell for name, cell in row.fields.items() if name in ("amount", "balance", *_DATES)}
    inside = {name: printed.inside(cell.page, cell.bbox) for name, cell in cells.items()}
    taken = {id(word) for some in inside.values() for word in some}
    page = row.provenance.page
    rest = [word for word in printed.inside(page, row.provenance.bbox) if id(word) not in taken]
    text = _text([(font, word.height) for word in rest if (font := printed.font(page, word))])
    values = {"amount": row.amount, "balance": row.balance}
    for name, cell in cells.items():
        negative = (values.get(name) or 0) < 0
        here = [word for word in inside[name] if any(map(str.isdigit, word.text))]
        named = {printed.font(cell.page, word) for word in here}
        if here and "" not in named:
            font, height = " + ".join(sorted(named)), median([word.height for word in here])
            signs = _BARE.sub("", "".join(word.text for word in here))
            yield Figure(number, name, negative, cell, font, height, signs, text)


def _text(words: Sequence[tuple[str, float]]) -> Text | None:
    """Font and height of each word beside the figures of a row -> those of most, None without words."""
    if not words:
        return None
    font, _ = Counter(font for font, _ in words).most_common(1)[0]
    return Text(font, round(median([height for one, height in words if one == font]), 1))


def _odd_fonts(group: Sequence[Figure], least: int) -> Iterator[Odd]:
    """Figures, how many show in which font they are -> those in another one."""
    if len(group) <= least:
        return
    font, count = Counter(figure.font for figure in group).most_common(1)[0]
    if count < max(least, USUAL * len(group)) or " + " in font or not _family(font):
        return
    for figure in group:
        if figure.font != font and _other(figure.font, font):
            yield Odd(figure, _TAG.sub("", figure.font), _TAG.sub("", font), count)


def _odd_sizes(column: Sequence[Figure]) -> Iterator[Odd]:
    """Figures of a column -> those in another size than the others of their font; a smaller one only where it is no
    longer than others: sums that fill their column are set smaller."""
    groups: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in column:
        groups[figure.font, figure.signs].append(figure)
    for group in groups.values():
        height = median([figure.height for figure in group])
        usual = [figure for figure in group if _ratio(figure.height, height) < TALLER]
        if len(usual) < max(COLUMN, USUAL * len(group)):
            continue
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
