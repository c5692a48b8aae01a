"""Lines of a statement -> its overview of accounts: a line for each, with its number and its balances. Pure.

An overview owns no table; it says which numbers there are, and what it tells of an account has to agree with it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extraction.documents.accounts import key
from extraction.documents.heads.fields import balances
from extraction.documents.heads.numbers import Number
from extraction.geometry import overlap
from extraction.model import Cell, Word
from extraction.tables.pairs import Pair
from extraction.tables.section_words import section_sign
from extraction.tables.vocabulary import REWARDS, balance_kind, is_total
from extraction.text import dates
from extraction.text.lines import Line
from extraction.text.normal import plain

NEAR = 4
"""Lines of an overview follow each other within so many lines of the document."""
TITLES = 3
"""The title of a table is one of so many lines above its head."""
ABOVE = 6
"""The head of its column of numbers stands within so many lines above the first one."""
LEAST, MASKED, SHORT, MOST = 6, 3, 4, 10
"""An account number has so many digits at least, one that is masked or has a dash so many, one below the title of an
overview so many; one that is printed in groups has so many words at most."""
_TITLE = re.compile(
    r"\b(?:account balances|accounts? (?:at a glance|overview)|balances at a glance|summary of (?:your )?accounts|"
    r"your accounts|kontenubersicht|ubersicht (?:ihrer |der )?konten|(?:situation|synthese) de (?:vos|mes) comptes|"
    r"resumen de (?:sus |tus )?cuentas|riepilogo (?:dei )?conti|overzicht (?:van )?(?:uw )?rekeningen|"
    r"resumo d[ae]s (?:suas )?contas)\b"
)
_PAYMENTS = re.compile(r"\b(?:payments|paiements|pagos|pagamenti|pagamentos|betalingen|zahlungen)\b")
_REWARDS = re.compile(rf"\b(?:{REWARDS})\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HEAD = re.compile(
    r"\b(?:account|accounts|acct|a/c|iban|konto|konten|kontonummer|compte|comptes|cuenta|cuentas|conto|conti|conta|contas|rekening(?:en)?|"
    r"suffix|card|karte|number|no|nr)\b",
    re.IGNORECASE,
)
_STREET = re.compile(r"^\d.*\b(?!X+\b)[A-Z]{3,}\b")
"""A number that goes on with a word is one of a house, "31188 HWY 92"."""
_SHAPE = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9 ]{8,34}|[\dXx*•#A-Z][\dXx*•#A-Z.\-/ ]*\d[A-Z]?")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of an overview: the number of an account, and the amounts beside it."""

    number: Number
    figures: tuple[Pair, ...]


def overview(lines: Sequence[Line], rows: frozenset[int], pairs: Sequence[Pair]) -> list[Entry]:
    """Lines, the places of those that are rows, labelled amounts -> the entries of all overviews, in order.

    These are two lines at least, near each other, that print different numbers and amounts to the right of them; a head
    above the numbers says what they are, or one of them is printed elsewhere too.
    """
    groups: list[list[Entry]] = []
    for entry in _entries(lines, rows, pairs):
        before = groups[-1][-1].number if groups else None
        near = before is not None and entry.number.line - before.line <= NEAR
        if near and before and before.cell.page == entry.number.cell.page:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return [entry for group in groups if _is_overview(group, lines, rows) for entry in group]


def headed(pairs: Sequence[Pair]) -> list[Pair]:
    """Labelled amounts -> the same, those below another amount under the head of that one."""
    found: list[Pair] = []
    for pair in pairs:
        above = next((other for other in reversed(found) if _below(pair, other)), None)
        found.append(pair if pair.above or above is None else replace(pair, above=above.above))
    return found


def balances_of(number: Number | None, entries: Sequence[Entry]) -> list[Pair]:
    """An account number, entries of overviews -> the opening and closing balances that they tell of the account."""
    if number is None:
        return []
    figures = headed([pair for entry in entries for pair in entry.figures])
    own = {e.number.line for e in entries if key(e.number.text) == key(number.text)}
    opening, closing, _ = balances([pair for pair in figures if pair.line in own])
    return [*opening, *closing]


def _below(pair: Pair, other: Pair) -> bool:
    near = 0 < pair.line - other.line <= NEAR and pair.cell.page == other.cell.page
    return near and overlap(pair.cell.box[0], pair.cell.box[2], other.cell.box[0], other.cell.box[2]) > 0


def told_elsewhere(entries: Sequence[Entry], lines: Sequence[Line], rows: frozenset[int]) -> Iterator[Number]:
    """Entries of overviews, lines, the places of rows -> where else their numbers are printed, outside of rows."""
    inside = {entry.number.line for entry in entries}
    known = {key(entry.number.text) for entry in entries}
    for i, line in enumerate(lines):
        if i not in rows and i not in inside:
            for text, words in (*_runs(line, short=True), *_leading(line)):
                if key(text) in known:
                    yield Number(text, Cell.of(words, line.page, text), i)
                    break


def above_tables(heads: Mapping[int, bool], lines: Sequence[Line], rows: frozenset[int]) -> list[Number]:
    """Places of table heads, lines, the places of rows -> the numbers that end the titles above them; empty where that
    are fewer than two different ones."""
    found: dict[int, Number] = {}
    for head in sorted(heads):
        for i in range(head - 1, max(head - 1 - TITLES, -1), -1):
            if i in rows or i in heads or lines[i].page != lines[head].page:
                break
            text, words = next(_runs(lines[i]), ("", ()))
            if words and len(words) < len(lines[i].words):
                found[i] = Number(text, Cell.of(words, lines[i].page, text), i)
                break
    return list(found.values()) if len({key(n.text) for n in found.values()}) > 1 else []


def _is_overview(group: Sequence[Entry], lines: Sequence[Line], rows: frozenset[int]) -> bool:
    numbers = {key(entry.number.text) for entry in group}
    if len(numbers) < max(2, len(group)) or _labelled_apart(group) or _is_of_movements(group[-1], lines):
        return False
    if any(is_short(entry.number.text) for entry in group):
        return _titled(group[0].number, lines)
    return _headed(group[0].number, lines) or next(told_elsewhere(group, lines, rows), None) is not None


def _labelled_apart(group: Sequence[Entry]) -> bool:
    """Whether the amounts of the lines have labels of their own, such as a total and a balance: the numbers stand
    beside a summary."""
    labels = {plain(entry.figures[0].near) for entry in group}
    return len(labels) == len(group) and any(balance_kind(label) or is_total(label) for label in labels)


def _is_of_movements(last: Entry, lines: Sequence[Line]) -> bool:
    """Whether a total of payments or charges stands right below the last line: they tell what each card moved."""
    below = lines[last.number.line + 1 : last.number.line + 2]
    label = plain(below[0].text) if below else ""
    return is_total(label) and (section_sign(label) == -1 or _PAYMENTS.search(label) is not None)


def _headed(number: Number, lines: Sequence[Line]) -> bool:
    """Whether what stands above the first number of a column says that it is one of an account."""
    left, _, right, _ = number.cell.box
    above = (line for line in lines[max(number.line - ABOVE, 0) : number.line] if line.page == number.cell.page)
    return any(overlap(c.x0, c.x1, left, right) > 0 and _HEAD.search(c.text) for line in above for c in line.chunks)


def _titled(number: Number, lines: Sequence[Line]) -> bool:
    """Whether the title of an overview stands above the first number."""
    above = (line for line in lines[max(number.line - ABOVE, 0) : number.line] if line.page == number.cell.page)
    return any(_TITLE.search(plain(line.text)) for line in above)


def _is_of_rewards(index: int, lines: Sequence[Line]) -> bool:
    """Whether the title or the head right above a line names rewards, as a list of cards with their points has it."""
    above = [line for line in lines[max(index - TITLES, 0) : index] if line.page == lines[index].page]
    return any(_REWARDS.search(plain(line.text)) for line in above)


def is_short(text: str) -> bool:
    """Whether a number is one of an account only below the title of an overview, which lists nothing but balances."""
    return _digits(text) < (MASKED if re.search(r"[X*•#-]", text.upper()) else LEAST)


def _entries(lines: Sequence[Line], rows: frozenset[int], pairs: Sequence[Pair]) -> Iterator[Entry]:
    beside: dict[int, list[Pair]] = {}
    for pair in pairs:
        if pair.line not in rows:
            beside.setdefault(pair.line, []).append(pair)
    for i, figures in sorted(beside.items()):
        found = [(text, words) for text, words in _runs(lines[i], short=True) if words[-1].x1 < figures[0].cell.box[0]]
        if found and not _is_of_rewards(i, lines):
            text, words = max(found, key=lambda one: (_digits(one[0]), len(one[0])))
            yield Entry(Number(text, Cell.of(words, lines[i].page, text), i), tuple(figures))


def _runs(line: Line, short: bool = False) -> Iterator[tuple[str, Sequence[Word]]]:
    """Line, whether short numbers count -> texts on it that have the shape of an account number: all of a chunk, or its
    last words."""
    for chunk in line.chunks:
        for start in range(max(len(chunk.words) - MOST, 0), len(chunk.words)):
            words = chunk.words[start:]
            text = " ".join(word.text for word in words).strip("():#")
            if not re.search(r"[\dX*•#]", words[0].text.upper()) or dates.leading(text) is not None:
                continue
            if (
                _STREET.search(text) is None
                and _SHAPE.fullmatch(text)
                and (not is_short(text) or (short and _digits(text) >= SHORT and not _YEAR.fullmatch(text)))
            ):
                yield text, words
                break


def _leading(line: Line) -> Iterator[tuple[str, Sequence[Word]]]:
    """Line -> texts that begin a chunk of it, before the name of the holder, and may be an account number."""
    for chunk in line.chunks:
        for count in range(1, min(len(chunk.words), MOST)):
            if re.search(r"\d", chunk.words[count - 1].text):
                yield " ".join(word.text for word in chunk.words[:count]), chunk.words[:count]


def _digits(text: str) -> int:
    return sum(ch.isdigit() for ch in text)
