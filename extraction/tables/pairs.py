"""Lines -> labelled amounts: "Opening balance: 1,234.56", beside, below or within one text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile
from typing import Literal

from extraction.geometry import cluster, overlap
from extraction.model import Cell
from extraction.tables.items import Item, items, settled, trailing_amount
from extraction.tables.section_words import is_decoy
from extraction.tables.vocabulary import REWARDS, balance_kind, is_total, total_kind
from extraction.text import amounts
from extraction.text.amounts import Amount, Point
from extraction.text.lines import Chunk, Line
from extraction.text.normal import has_letter, plain

ABOVE, WRAPPED, FARTHER = 2.4, 1.0, 2.0
"""A label above its value stands within so many line heights, the first line of one of two lines within so many of the
second, and no more than so many times as far from it as that is from the value: a title stands farther."""

WORDS, SET_IN = 6, 12.0
"""The title of a block has no more words, and its lines begin within so many points of it."""
ALIGNED = 2.5
"""Amounts of one column end, or begin, within so many points of each other."""
BARS = frozenset("·•|")
"""What parts the figures of a text."""
_OPERATORS = frozenset("+-−–=")
_REWARDS = re.compile(rf"\b(?:{REWARDS})\b")
_NAMES_CARD = re.compile(r"\b(?:mastercard|visa|amex|(?:credit )?card|karte|carte|carta|tarjeta|cartao|kaart)$")
"""How the name of a card ends that has that of what it gives in it: "Rewards Mastercard"."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An amount and what is printed left of it, and above it; `line` is its place among the document's lines, `near`
    the last of several texts left of it: on a page of two columns the first is of the other one."""

    left: str
    above: str
    amount: Amount
    cell: Cell
    line: int
    near: str = ""

    @property
    def label(self) -> str:
        """The left label as labels are compared."""
        return plain(self.left)


def pairs(lines: Sequence[Line], point: Point) -> list[Pair]:
    """Lines of a document -> its labelled amounts in reading order. Amounts without decimals count beside a label."""
    found: list[Pair] = []
    parted = [_parted(line, point) for line in lines]
    title: Chunk | None = None
    for number, line in enumerate(lines):
        title = _title(lines, parted, number, title)
        inside = title is not None and abs(line.chunks[0].x0 - title.x0) <= SET_IN
        grid = all(item.amount for item in parted[number])  # figures below their labels
        titled = [title.text] if title and (grid or (inside and parted[number][0].amount is None)) else []
        left: list[str] = []
        for item in parted[number]:
            if item.amount is None:
                left.append(item.text)
                continue
            above = ("" if left else _under(lines, parted, number, item)) or _above(lines, parted, number, item)
            own = titled if not left or left[0] == parted[number][0].text or not has_letter(" ".join(left)) else []
            cell = Cell.of(item.words, line.page)
            near = " ".join([*own, *left[-1:]]) if left else ""
            found.append(Pair(" ".join([*own, *left]), above, item.amount, cell, number, near))
            left = left if item.amount.value == 0 else []  # it may stand for an empty cell
    return found


def across(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Labelled amounts -> those of each line."""
    yield from (list(group) for _, group in groupby(pairs, key=lambda pair: pair.line))


def down(pairs: Sequence[Pair], side: Literal[0, 2] = 2) -> Iterator[list[Pair]]:
    """Labelled amounts -> those of each page that end below each other (`side` 2), or begin so (0), from the top."""
    for page in dict.fromkeys(pair.cell.page for pair in pairs):
        for column in cluster([p for p in pairs if p.cell.page == page], lambda pair: pair.cell.box[side], ALIGNED):
            yield sorted(column, key=lambda pair: pair.cell.box[1])


def with_totals(pairs: Sequence[Pair]) -> list[Pair]:
    """Labelled amounts -> the same; those of a column headed as a total have the labels of their lines, where each is
    the sum of the others on its line: "previous balance, at once 400.00, in parts 600.00, total 1,000.00"."""
    lines = {line[0].line: line for line in across(pairs)}
    labels: dict[Cell, Pair] = {}
    for column in down(pairs):
        top = next((place for place, pair in enumerate(column) if is_total(plain(pair.above))), len(column))
        summed = [*takewhile(lambda pair: _sums_up(lines[pair.line], pair), column[top:])]
        labels |= {pair.cell: lines[pair.line][0] for pair in summed if len(summed) > 1}
    return [replace(p, left=labels[p.cell].left, near=labels[p.cell].near) if p.cell in labels else p for p in pairs]


def _sums_up(line: Sequence[Pair], last: Pair) -> bool:
    """The amounts of a line, one of them -> whether it is the last and the sum of the others, and only the first has a
    label."""
    parts = [pair.amount.signed for pair in line[:-1]]
    alone = has_letter(line[0].left) and not any(has_letter(pair.left) for pair in line[1:])
    return alone and line[-1] is last and len(parts) > 1 and sum(parts) == last.amount.signed


def _title(lines: Sequence[Line], parted: Sequence[Sequence[Item]], number: int, before: Chunk | None) -> Chunk | None:
    """Lines, their items, the place of one, the title above it -> the title of the block of rewards that it begins or
    goes on, whose balances are none of the account; None where it stands in none."""
    line = lines[number]
    if len(line.chunks) == 1 and len(line.words) <= WORDS and not any(item.amount for item in parted[number]):
        if _REWARDS.search(plain(line.text)) and not _NAMES_CARD.search(plain(line.text)):
            return line.chunks[0]
        begin = line.chunks[0].text[:1]
        if not (begin.isdigit() or begin.islower()):  # "3% on eligible / travel" is a label of the block
            return before if before and line.chunks[0].x0 > before.x1 else None  # text of a block right of it
    titles = all(len(chunk.words) <= WORDS for chunk in line.chunks) and not any(ch.isdigit() for ch in line.text)
    told = [_REWARDS.search(plain(chunk.text)) is not None for chunk in line.chunks]
    if titles and not told[0] and (len(told) == 2 or any(told) or _heads_balances(line)):
        return None
    first, *others = line.chunks  # a block right of it may go on
    beside = others and items(replace(line, chunks=(others[0],)), ".")[0].amount is None
    if beside and len(first.words) <= WORDS and _REWARDS.search(plain(first.text)) and not first.text.endswith(":"):
        return first
    above = lines[number - 1] if number else line
    near = above.page == line.page and line.top - above.bottom <= ABOVE * (line.bottom - line.top)
    return before if near else None


def _heads_balances(line: Line) -> bool:
    """Whether a line names both balances of an account, above them."""
    return {"opening", "closing"} <= {balance_kind(plain(chunk.text)) for chunk in line.chunks}


def _parted(line: Line, point: Point) -> list[Item]:
    """A line -> its items; signs by themselves are operators where an equals sign is, "100.00 - 20.00 = 80.00"."""
    if any(chunk.text == "=" for chunk in line.chunks) and len(line.chunks) > 2:
        line = replace(line, chunks=tuple(chunk for chunk in line.chunks if chunk.text not in _OPERATORS))
    result: list[Item] = []
    for item in (part for one in items(line, point) for part in _at_bullets(one)):
        parts = trailing_amount(item, point) if item.plain else None
        if parts:
            result.extend([*_several(parts[0], point), parts[1]])
        elif (
            item.plain and result and (amount := amounts.parse(item.text, point, loose=True)) and _money_like(item.text)
        ):
            result.append(Item(item.words, amount=amount))
        else:
            result.append(item)
    if point[1:] == "0" and sum(item.amount is not None for item in result) > 1:  # a grid: all of it is figures
        whole = [amounts.parse(item.text, point, loose=True) if item.plain else item.amount for item in result]
        if all(whole):
            result = [replace(item, amount=amount) for item, amount in zip(result, whole, strict=True)]
    last = next((i for i in range(len(result) - 1, -1, -1) if result[i].amount and not result[i].date), 0)
    return [settled(item, True) if i < last else item for i, item in enumerate(result)]  # "31.07." before an amount


def _at_bullets(item: Item) -> list[Item]:
    """A text -> the texts that dots or bars in it part: "Opening 1.00 · Closing 2.00"."""
    bars = [i for i, word in enumerate(item.words) if word.text in BARS] if item.plain else []
    parts = [item.words[a + 1 : b] for a, b in pairwise([-1, *bars, len(item.words)])]
    return [Item(part) for part in parts if part] if bars else [item]


def _several(label: Item, point: Point) -> list[Item]:
    """The text before an amount -> the same, parted where it is a balance or total with its amount, and the label of
    the next one: "Total debits: 13.50 Total credits:"."""
    if not any(amounts.points(word.text) for word in label.words):  # as nearly always
        return [label]
    for end in range(len(label.words) - 1, 0, -1):
        if parts := trailing_amount(Item(label.words[:end]), point):
            rest = Item(label.words[end:])
            before = _several(parts[0], point)
            return [*before, parts[1], rest] if _names_figure(rest) and _names_figure(before[-1]) else [label]
    return [label]


def _names_figure(label: Item) -> bool:
    told = plain(label.text)
    return total_kind(told) is not None or balance_kind(told) is not None


def _money_like(text: str) -> bool:
    """Whether a number without decimals says that it is money: a symbol, a group or CR/DR beside it."""
    return any(ch in text for ch in "$€£¥,.'") or text.endswith(("CR", "DR"))


def _in_grid(parted: Sequence[Sequence[Item]], above: int, number: int, item: Item) -> list[Item]:
    """The items of lines, the place of a line of labels right above one of amounts, or of the first of two such lines,
    an amount of it -> its label, where there is one for each amount: they may be set left and the amounts right in
    their boxes. The second line may have dates."""
    own, between = parted[number], parted[above:number]
    if len(between) > 2 or any(len(its) != len(own) or any(i.amount for i in its) for its in between):
        return []
    wrapped = [its for its in parted[max(number - 2, 0) : number] if len(its) == len(own) > 1]
    dated = any(i.date for i in (wrapped[0] if len(wrapped) > 1 else parted[number - 1]))
    labels = parted[above]
    grid = not dated and (len(own) > 1 or labels[0].x0 < item.x0)
    return [labels[own.index(item)]] if grid and all(i.amount for i in own) else []


def _under(lines: Sequence[Line], parted: Sequence[Sequence[Item]], number: int, item: Item) -> str:
    """The text straight below a large amount, as panels of figures print their labels; "" where an amount stands there,
    or a text as near above."""
    line = lines[number]
    other, its = (lines[number + 1], parted[number + 1]) if number + 1 < len(lines) else (line, [])
    under = [i for i in its if overlap(i.x0, i.x1, item.x0, item.x1) > 0]
    gap, height = other.top - line.bottom, line.bottom - line.top
    above = next((b for b in reversed(lines[:number]) if b.page == line.page and b.bottom < line.middle), None)
    nearer = above is None or gap < line.top - above.bottom
    large = other.page == line.page and gap < height > other.bottom - other.top
    return under[0].text if under and large and nearer and not any(i.amount or i.date for i in its) else ""


def _above(lines: Sequence[Line], parted: Sequence[Sequence[Item]], number: int, item: Item) -> str:
    """Texts straight above an amount, nearest first, up to two lines."""
    line = lines[number]
    texts: list[str] = []
    bottom, height, first = line.top, line.bottom - line.top, 0.0
    for k in range(number - 1, max(number - 6, -1), -1):
        other = lines[k]
        if other.page != line.page or bottom - other.bottom > ABOVE * height:
            break
        over = _over(parted[k], item.x0, item) or _over(parted[k], item.words[0].x0, item)
        over = over or _in_grid(parted, k, number, item)
        if not over:
            if texts and len(other.chunks) == 1 and is_decoy(plain(other.text)):  # the title of a grid
                return f"{other.text} {' '.join(texts)}"
            continue
        if any(i.amount is not None or not i.text.strip("-–—−") for i in over):  # a dash is an empty cell
            break
        gap = bottom - other.bottom
        if texts and (gap > WRAPPED * height or gap > FARTHER * max(first, height / 4)):
            break
        first = gap if not texts else first
        texts.insert(0, " ".join(i.text for i in over))
        bottom = other.top
        if len(texts) == 2:
            break
    return " ".join(texts)


def _over(above: Sequence[Item], x0: float, item: Item) -> list[Item]:
    """The items of a line above an amount that stand over it from x0 on: over itself, or also over its currency, which
    may be set left in a box and the amount right."""
    return [i for i in above if overlap(i.x0, i.x1, x0, item.x1) > 0]
