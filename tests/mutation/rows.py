"""Changes of whole rows: lost, doubled, on the wrong side, in the wrong place, printed over each other."""

from dataclasses import replace
from random import Random

from tests.generator.cells import Line
from tests.generator.edit import Edit

from .base import Base
from .change import Change, changed, neighbours, put, row_of, rows, with_row

OTHER = {"in": "out", "out": "in", "checks": "in"}
"""Section of a bank statement -> the one of the other sign."""
DEBTS = ("purchases", "fees", "interest")


def row_lost(one: Base, rng: Random) -> Change | None:
    """A row is not there."""
    places = rows(one)
    if len(places) < 2:
        return None
    at = rng.choice(places)
    return Change(Edit(lines=put(at)), first=at, last=at - 1)


def row_doubled(one: Base, rng: Random) -> Change | None:
    """A row stands there twice."""
    if not (places := rows(one)):
        return None
    at = rng.choice(places)
    return Change(Edit(lines=put(at, one.lines[at], one.lines[at])), first=at, last=at + 1)


def sign_flipped(one: Base, rng: Random) -> Change | None:
    """The amount stands in the other column, or with the other sign; a row of a section stands in the other one."""
    places = rows(one, lambda line, row: row.shown != 0)
    if not places:
        return None
    if one.style.amounts == "sections":
        return _section_changed(one, rng)
    at = rng.choice(places)
    line = one.lines[at]
    row = row_of(line)
    return changed(at, with_row(one.style, line, replace(row, shown=-row.shown)))


def _section_changed(one: Base, rng: Random) -> Change | None:
    """A row at the end of its section moves behind the last row of one of the other sign."""
    lines, style = one.lines, one.style

    def leaves(at: int) -> bool:
        after = lines[at + 1].row if at + 1 < len(lines) else None
        return lines[at].day is not None and after is None and row_of(lines[at]).shown != 0

    found = []
    for at in filter(leaves, rows(one)):
        section = row_of(lines[at]).section
        others = ("payments",) if section in DEBTS else DEBTS if section == "payments" else (OTHER[section],)
        ends = [i for i in rows(one) if row_of(lines[i]).section in others]
        found += [(at, ends[-1])] if ends else []
    if not found:
        return None
    at, end = rng.choice(found)
    row = row_of(lines[at])
    moved = replace(lines[at], row=replace(row, shown=-row.shown, section=row_of(lines[end]).section))
    assert style.amounts == "sections"

    def edit(given: list[Line]) -> list[Line]:
        rest = [*given[: end + 1], replace(moved), *given[end + 1 :]]
        return [line for i, line in enumerate(rest) if i != (at if at < end else at + 1)]

    place = end if at < end else end + 1
    return Change(Edit(lines=edit), first=place, last=place)


def rows_swapped(one: Base, rng: Random) -> Change | None:
    """Two rows that follow each other stand in each other's place."""
    if not (places := neighbours(one)):
        return None
    at = rng.choice(places)
    swap = put(at, one.lines[at + 1], one.lines[at], instead_of=2)
    return Change(Edit(lines=swap), first=at, last=at + 1)


def rows_merged(one: Base, rng: Random) -> Change | None:
    """The line of a row is lost in the one above: its text and its balance are there, its date and amount are not."""
    if not (places := neighbours(one)):
        return None
    at = rng.choice(places)
    line, lost = one.lines[at], one.lines[at + 1]
    row, gone = row_of(line), row_of(lost)
    merged = with_row(one.style, line, replace(row, balance=gone.balance, shows_balance=gone.shows_balance))
    merged = replace(merged, text=[*line.text, *lost.text], balance=lost.balance)
    return Change(Edit(lines=put(at, merged, instead_of=2)), first=at, last=at)


def rows_overprinted(one: Base, rng: Random) -> Change | None:
    """A row is printed on top of the one before."""
    if not (places := neighbours(one)):
        return None
    at = rng.choice(places)
    over = replace(one.lines[at + 1], over=True)
    return Change(Edit(lines=put(at + 1, over)), first=at, last=at + 1)


def text_lost(one: Base, rng: Random) -> Change | None:
    """The description of a row is not there: no arithmetic can tell."""
    places = rows(one, lambda line, row: any(line.text))
    if not places:
        return None
    at = rng.choice(places)
    return changed(at, replace(one.lines[at], text=[""]))
