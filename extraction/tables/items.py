"""A line -> its items: dates, amounts and texts, parted where one chunk holds several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from extraction.model import Word
from extraction.text import amounts, dates
from extraction.text.amounts import Amount, Point
from extraction.text.dates import PrintedDate
from extraction.text.lines import Chunk, Line

SUFFIXES = frozenset({"CR", "DR", "PY", "Cr", "Dr", "cr", "dr", "DB", "Db", "C", "D", "H", "S", "A", "OD", "Π", "Χ"})
WORDS = frozenset({"Af", "Bij", "AF", "BIJ", "Credit", "Debit", "CREDIT", "DEBIT", "Debet", "Soll", "Haben"})
MARKS = frozenset({"-", "−", "–", "+"}) | SUFFIXES | WORDS
"""What stands in a column of signs; words only where they have a column of their own."""
SIGNS = frozenset({"-", "−", "–", "+"})
TIME = re.compile(
    r"(?:(?:às|as|at|um|à|alle(?: ore)?|ore|a las|om|kl\.?) )?"
    r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?(?: (?:WIB|WITA|WIT|UTC|GMT|CES?T|[BIJ]ST|AE[SD]T|[ECMP][SD]T|Uhr))?",
    re.IGNORECASE,
)
_TOUCHED = re.compile(r"(.*[^\W\d_])(\d[\d.,']*[.,]\d+(?:CR|DR|Cr|Dr|[-+])?)")
"""A text and the amount that touches its last letter: "SONS6,710,477.51CR"."""
_GLUED = re.compile(r"(\d\d[/.]\d\d[/.](?:20)?\d\d)(\d\d[/.]\d\d[/.](?:20)?\d\d)?([^\W\d_].*)")
"""One or two dates with a year and a text, without a gap."""
TIGHT, NEAR = 0.9, 1.6
"""A sign, and a suffix of letters, belongs to an amount within this many word heights."""

LEADING, FAR = frozenset({"CR", "DR"}), 4.0
"""Marks that may stand left of an amount, within so many word heights."""
MOST_ORDINAL = 4
"""The number of a row has no more digits."""


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a line: a date, an amount, either of them (12.10 among the dates; see `settled`), or text. An amount
    begins, points, where its number does or a sign near it: a currency may stand far left of it."""

    words: tuple[Word, ...]
    date: PrintedDate | None = None
    amount: Amount | None = None
    text: str = field(init=False, compare=False, repr=False)
    x0: float = field(init=False, compare=False, repr=False)
    x1: float = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:  # they are asked for many times each
        object.__setattr__(self, "text", _text(self.words))
        object.__setattr__(self, "x0", self.words[0].x0 if self.amount is None else _near(self.words).x0)
        object.__setattr__(self, "x1", max([w.x1 for w in self.words]))

    @property
    def plain(self) -> bool:
        return self.date is None and self.amount is None


def _near(words: Sequence[Word]) -> Word:
    """The words of an amount -> the first of those that stand near its last one."""
    pairs = reversed([*pairwise(words)])
    return next((right for left, right in pairs if right.x0 - left.x1 > FAR * right.height), words[0])


@lru_cache(maxsize=4096)  # those of a line are asked for by the tables, the labelled amounts and the proofs
def items(line: Line, point: Point) -> tuple[Item, ...]:
    """Line -> its items from left to right. Amounts are strict: two decimals under `point`."""
    found: list[Item] = []
    for words in (run for joined in _joined(line.chunks, point) for run in _unglued(joined)):
        amount = amounts.parse(_text(words), point)
        if amount is not None:
            text = _text(words)
            both = _date_like(text) if all(i.date for i in found) or text.endswith(".") else None
            found.append(Item(words, date=both, amount=amount))
            continue
        if len(words) > 1 and all(amounts.parse(w.text, point) for w in words):  # columns that touch
            found.extend(Item((w,), amount=amounts.parse(w.text, point)) for w in words)
            continue
        amount = amounts.parse(words[0].text, point) if len(words) > 1 else None
        if amount is not None and (day := _whole(_text(words[1:]))):  # the next record of a list begins close to it
            found.extend((Item(words[:1], amount=amount), Item(words[1:], date=day)))
            continue
        found.extend(_dated(words, first=all(_is_ordinal(i) for i in found if i.plain)))
    return tuple(found)


def _is_ordinal(item: Item) -> bool:
    """Whether a text is a number as rows are counted by."""
    return item.text.isdecimal() and len(item.text) <= MOST_ORDINAL


def _unglued(words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """Words -> the same, dates that touch each other or the text after them parted: "03/02/2504/02/25SHOP"."""
    found = _GLUED.match(words[0].text)
    if found is None:
        return [words]
    *days, rest = _cut(words[0], [part for part in found.groups() if part])
    return [*((day,) for day in days), (rest, *words[1:])]


def _cut(word: Word, parts: Sequence[str]) -> list[Word]:
    """A word, the parts of its text -> a word each, as wide as its share of the letters."""
    edges = [0]
    for part in parts:
        edges.append(edges[-1] + len(part))
    width = (word.x1 - word.x0) / len(word.text)
    return [
        replace(word, text=part, x0=word.x0 + a * width, x1=word.x0 + b * width)
        for part, (a, b) in zip(parts, pairwise(edges), strict=True)
    ]


def settled(item: Item, is_date: bool) -> Item:
    """An item that may be a date or an amount -> what its place says."""
    if item.date is None or item.amount is None:
        return item
    return Item(item.words, date=item.date) if is_date else Item(item.words, amount=item.amount)


def trailing_amount(item: Item, point: Point) -> tuple[Item, Item] | None:
    """Text that ends in an amount, such as an overflowing description -> (text, amount), else None.

    The longest amount that leaves some text counts, so that a sign or a symbol goes with its number. It may touch the
    last letter of the text.
    """
    for count in range(min(4, len(item.words) - 1), 0, -1):
        tail = item.words[-count:]
        amount = amounts.parse(_text(tail), point)
        if amount is not None:
            return Item(item.words[:-count]), Item(tail, amount=amount)
    *before, last = item.words
    found = _TOUCHED.fullmatch(last.text)
    amount = amounts.parse(found[2], point) if found else None
    if found is None or amount is None:
        return None
    text, own = _cut(last, (found[1], found[2]))
    return Item((*before, text)), Item((own,), amount=amount)


def trailing_date(item: Item) -> tuple[Item, Item] | None:
    """Text that ends in a date, such as an overflowing description -> (text, date), else None; the longest counts."""
    for count in range(min(3, len(item.words) - 1), 0, -1):
        tail = item.words[-count:]
        if (found := dates.leading(_text(tail))) and found[1] == len(_text(tail)):
            return Item(item.words[:-count]), Item(tail, date=found[0])
    return None


def leading_amount(item: Item, point: Point) -> tuple[Item, Item] | None:
    """Text that begins with an amount, such as a description that touches it -> (amount, text), else None. "Debit" may
    begin the text."""
    for count in range(min(3, len(item.words) - 1), 0, -1):
        head = item.words[:count]
        amount = amounts.parse(_text(head), point)
        if amount is not None and head[-1].text not in WORDS:
            return Item(head, amount=amount), Item(item.words[count:])
    return None


def _text(words: Sequence[Word]) -> str:
    return " ".join([w.text for w in words])


def _date_like(text: str) -> PrintedDate | None:
    """An amount-shaped text -> the date it may be as well: 12.10, 12.10. or 3.04."""
    return _whole(text)


def _joined(chunks: Sequence[Chunk], point: Point) -> list[tuple[Word, ...]]:
    """Chunks -> runs of words; a currency symbol goes to the amount right of it, CR or a minus to the one beside it."""
    runs: list[tuple[Word, ...]] = []
    for chunk in chunks:
        words = chunk.words
        led = len(runs) > 1 and amounts.parse(_text(runs[-2]), point) is not None  # of which it may be the mark
        if runs and (_belongs(runs[-1], words, point) or (not led and _leads(runs[-1], words, point))):
            runs[-1] = (*runs[-1], *words)
        else:
            runs.append(words)
    return runs


def _belongs(left: tuple[Word, ...], right: tuple[Word, ...], point: Point) -> bool:
    gap = (right[0].x0 - left[-1].x1) / max(right[0].height, 1.0)
    left_text, right_text = _text(left), _text(right)
    if gap <= NEAR and left_text.strip(".").lower() in dates.MONTHS:  # the day is set to the right of its column
        return re.fullmatch(r"\d{1,2}", right[0].text) is not None
    if len(left) > 1 and len(right) > 1:  # a symbol and a mark are one word
        return False
    if amounts.is_symbol(left_text.lstrip("-+(")) or (left_text in MARKS and len(left_text) == 1 and gap <= TIGHT):
        return _one(left_text, right_text, right_text, point, False)
    letters = right_text.strip("()") in SUFFIXES
    if right_text in SIGNS:  # farther off it is the dash of an empty cell
        return gap <= TIGHT and _one(left_text, right_text, left_text, point, False)
    if gap <= NEAR and (letters or (right_text != "$" and amounts.is_symbol(right_text))):
        return _one(left_text, right_text, left_text, point, letters)
    return False


def _leads(left: tuple[Word, ...], right: tuple[Word, ...], point: Point) -> bool:
    """Whether CR or DR stands alone left of an amount, as far off as the widest amount of its column is wide."""
    gap = (right[0].x0 - left[-1].x1) / max(right[0].height, 1.0)
    mark = _text(left) in LEADING and gap <= FAR and len(right) == 1
    return mark and _one(_text(left), _text(right), _text(right), point, False)


def _one(left: str, right: str, number: str, point: Point, loose: bool) -> bool:
    """Whether two texts make one amount, of which one is the number. `loose`: perhaps without decimals."""
    return (
        amounts.parse(number, point, loose) is not None and amounts.parse(f"{left} {right}", point, loose) is not None
    )


def _dated(words: tuple[Word, ...], first: bool) -> list[Item]:
    """Words -> a leading date (or two) and the rest; only at the start of a line, or where the date is all there is."""
    text = _text(words)
    if text.startswith("(") and text.endswith(")") and (within := dates.leading(text[1:-1])):
        return [Item(words, date=within[0])] if within[1] == len(text) - 2 else [Item(words)]
    if first and (both := _both(words[0])):
        return [*both, Item(words[1:])] if words[1:] else both
    hit = dates.leading(text)
    if hit is None:
        return [Item(words)]
    printed, length = hit
    count = _words_in(words, length)
    if count is None:
        return [Item(words)]
    if count < len(words) and not first:  # two dates that touch, behind the text
        others = _dated(words[count:], first=False)
        return [Item(words[:count], date=printed), *others] if all(one.date for one in others) else [Item(words)]
    if printed.year:
        count += _time(words[count:])  # the time of the day is no text
    head, tail = words[:count], words[count:]
    rest = _dated(tail, first=True) if tail else []
    return [Item(head, date=printed), *rest]


def _time(words: Sequence[Word]) -> int:
    """Words after a date -> how many of them are the time of the day."""
    return next((n for n in (2, 1) if n <= len(words) and TIME.fullmatch(_text(words[:n]))), 0)


def _both(word: Word) -> list[Item]:
    """A word such as "03.06./02.06." -> its two dates, parted in proportion; none where it is not such."""
    left, stroke, right = word.text.partition("/")
    one, other = _whole(left), _whole(right)
    if not stroke or one is None or other is None or bool(one.year) != bool(other.year):  # 06.03.25/12.18 tells a time
        return []
    middle = word.x0 + (word.x1 - word.x0) * (len(left) + 0.5) / len(word.text)
    first, second = replace(word, text=left, x1=middle), replace(word, text=right, x0=middle)
    return [Item((first,), date=one), Item((second,), date=other)]


def _whole(text: str) -> PrintedDate | None:
    """Text that is a date and nothing else -> date."""
    found = dates.leading(text)
    return found[0] if found and len(text) - found[1] <= text.endswith(".") else None


def _words_in(words: Sequence[Word], length: int) -> int | None:
    """How many whole words make up the first `length` characters, None where a word is cut."""
    used = 0
    for count, word in enumerate(words, 1):
        used += len(word.text)
        if used == length:
            return count
        if used > length:
            return count if word.text[-(used - length) :] in (",", ".", ":", ";", "*", "/") else None
        used += 1
    return None
