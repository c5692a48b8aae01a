"""Lines -> the numbers of an account, its bank or its card that have check digits, as they are printed."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extraction.documents.heads.numbers import Number
from extraction.model import Cell, Word
from extraction.text import check_digits
from extraction.text.check_digits import IBAN_LENGTHS
from extraction.text.lines import Chunk, Line, below

Scheme = Literal[
    "iban", "routing_number", "card_number", "clabe", "spanish_account", "dutch_account", "sort_code", "bsb"
]
NAMES: dict[Scheme, str] = {
    "iban": "IBAN", "routing_number": "routing number", "card_number": "card number", "clabe": "CLABE",
    "spanish_account": "account number (CCC)", "dutch_account": "account number (elfproef)", "sort_code": "sort code",
    "bsb": "BSB",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number as printed. `right`: whether its check digits are; None: it has none, is masked, or is cut off."""

    scheme: Scheme
    cell: Cell
    right: bool | None


@dataclass(frozen=True, slots=True)
class _Rule:
    """A scheme, its label, what its number looks like, the check of its digits (None: it has none).

    `whole`: numbers of digits that are printed whole; others are cut off or something else.
    """

    scheme: Scheme
    label: re.Pattern[str]
    shape: re.Pattern[str]
    check: Callable[[str], bool] | None
    whole: frozenset[int]


def _rule(scheme: Scheme, label: str, shape: str, check: Callable[[str], bool] | None, *whole: int) -> _Rule:
    return _Rule(
        scheme, re.compile(rf"(?:{label})\W*", re.IGNORECASE), re.compile(rf"{shape}(?!\w)"), check, frozenset(whole)
    )


_NO = r"(?:\s(?:number|no|nr|num|#))?"
_RULES = (
    _rule(
        "routing_number",
        rf"\b(?:aba|rtn|routing)(?:\s?(?:/|&|and|or)?\s?(?:aba|transit|routing))*{_NO}",
        r"\d{9}",
        check_digits.aba,
        9,
    ),
    _rule(
        "card_number",
        rf"\b(?:card{_NO}|kartennummer|karten-?nr|carte n[°º]|n(?:um[eé]ro|[°º]) de (?:la )?carte"
        r"|n[uú]mero de (?:la )?tarjeta|tarjeta(?: n\S*)?|(?:numero|n\.?) (?:della )?carta|carta n\S*|kaartnummer"
        r"|n[uú]mero do cart[aã]o|cart[aã]o n\S*)",
        r"\d(?:[ \-]?\d){12,18}",
        check_digits.luhn,
        *range(13, 20),
    ),
    _rule("clabe", r"\bclabe(?: interbancaria)?", r"\d(?: ?\d){17}", check_digits.clabe, 18),
    _rule(
        "spanish_account",
        r"\b(?:c\.?c\.?c|c[oó]digo (?:de )?cuenta (?:de )?cliente)\b",
        r"\d(?:[ \-]?\d){19}",
        check_digits.ccc,
        20,
    ),
    _rule(
        "dutch_account",
        r"\brekening(?:nummer|nr)?",
        r"(?:\d\d\.\d\d\.\d\d\.\d{3}|\d{4}\.\d\d\.\d{3})",
        check_digits.dutch,
        9,
    ),
    _rule("sort_code", r"\bsort(?:ing)? code", r"(?:\d\d[- ]?\d\d[- ]?\d\d)", None, 6),
    _rule("bsb", rf"\bbsb{_NO}", r"\d{3}[- ]?\d{3}", None, 6),
)
_IBAN_START = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]*")
_PART = re.compile(r"[A-Z0-9]+")
GAP = 2.5
"""The groups of an IBAN stand nearer to each other than this many heights."""


def identifiers(lines: Sequence[Line], number: Number | None, dollars: bool) -> list[Identifier]:
    """Lines without those of the rows, the account number, whether amounts are in American dollars (a Canadian routing
    number has no check digit) -> each number once, the first place that prints it."""
    found: dict[tuple[Scheme, str], Identifier] = {}
    for scheme, cell, right in (*_known(lines), *_of_account(number)):
        if scheme == "routing_number" and not dollars:
            continue
        found.setdefault((scheme, bare(cell.text)), Identifier(scheme, cell, right))
    return list(found.values())


def _known(lines: Sequence[Line]) -> Iterator[tuple[Scheme, Cell, bool | None]]:
    for index, line in enumerate(lines):
        yield from _ibans(lines, index)
        for rule in _RULES:
            for place, chunk in enumerate(line.chunks):
                label = rule.label.search(chunk.text)
                if label and (cell := _beside(rule, lines, index, place, label.end())):
                    digits = bare(cell.text)
                    checked = rule.check is not None and len(digits) in rule.whole
                    yield rule.scheme, cell, rule.check(digits) if checked and rule.check else None


def _beside(rule: _Rule, lines: Sequence[Line], index: int, place: int, end: int) -> Cell | None:
    """A label that ends at a character of a text -> the number after it, in the text beside, or below."""
    line = lines[index]
    chunk = line.chunks[place]
    after = _cell(rule, chunk, line.page, end)
    if after or chunk.text[end:].strip():
        return after
    others: list[Chunk] = [*line.chunks[place + 1 : place + 2], *below(lines, index, chunk.x0, chunk.x1)]
    return next((cell for other in others if (cell := _cell(rule, other, line.page, 0))), None)


def _cell(rule: _Rule, chunk: Chunk, page: int, start: int) -> Cell | None:
    hit = rule.shape.match(chunk.text, start)
    if hit is None:
        return None
    words = _words(chunk.words, hit.start(), hit.end())
    return Cell.of(words, page, hit.group())


def _words(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """Words -> those between two characters of their joined text."""
    place = 0
    found = []
    for word in words:
        if place + len(word.text) > start and place < end:
            found.append(word)
        place += len(word.text) + 1
    return found


def _ibans(lines: Sequence[Line], index: int) -> Iterator[tuple[Scheme, Cell, bool | None]]:
    """Whole IBANs of a line; one that no label names counts only where its check digits are right."""
    line = lines[index]
    words = line.words
    for at, word in enumerate(words):
        begin = word.text.removeprefix("IBAN:").removeprefix("IBAN")
        if not _IBAN_START.fullmatch(begin) or begin[:2] not in IBAN_LENGTHS:
            continue
        run = _run(words[at:], begin, IBAN_LENGTHS[begin[:2]])
        if run is None:
            continue
        text = "".join([begin, *(w.text for w in run[1:])])
        right = check_digits.iban(text)
        if right or begin != word.text or _named(lines, index, at):
            yield "iban", Cell.of(run, line.page, " ".join([begin, *(w.text for w in run[1:])])), right


def _run(words: Sequence[Word], begin: str, length: int) -> list[Word] | None:
    """Words, the begin of the first -> as many as make a number of this length; None where none do."""
    run, size = [words[0]], len(begin)
    for word in words[1:]:
        if size >= length:
            break
        near = word.x0 - run[-1].x1 < GAP * word.height
        if not near or not _PART.fullmatch(word.text):
            return None
        run.append(word)
        size += len(word.text)
    return run if size == length else None


def _named(lines: Sequence[Line], index: int, at: int) -> bool:
    """Whether "IBAN" stands before a word of a line, or straight above it."""
    line = lines[index]
    word = line.words[at]
    before = [w.text for w in line.words[max(at - 2, 0) : at]]
    above = [
        w.text
        for other in lines[max(index - 2, 0) : index]
        if other.page == line.page and line.top - other.bottom < 1.5 * word.height
        for w in other.words
        if w.x0 < word.x1 and w.x1 > word.x0
    ]
    return any("IBAN" in text for text in (*before, *above))


def _of_account(number: Number | None) -> Iterator[tuple[Scheme, Cell, bool | None]]:
    """The account number where it has the form of an IBAN: of no other number does it have country and length."""
    text = bare(number.text) if number else ""
    if number and _IBAN_START.fullmatch(text) and IBAN_LENGTHS.get(text[:2]) == len(text):
        yield "iban", number.cell, check_digits.iban(text)


def bare(text: str) -> str:
    """Number as printed -> its letters and digits, and the signs of a mask."""
    return re.sub(r"[\s\-.]", "", text)
