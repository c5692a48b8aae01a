"""Changes of printed figures: of rows, running balances, the two ends, totals."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.cells import Line
from tests.generator.defects import swap_digits
from tests.generator.edit import Edit
from tests.generator.figures import SEPARATORS
from tests.generator.ledger import CARD_SECTIONS, CHECK_SECTION
from tests.generator.model import CENT, Account

from .base import Base
from .change import Change, changed, row_of, rows, with_row

FIGURE = re.compile(r"\d[\d.,' \u00a0]*\d|\d")
SECTIONS = ("in", "out", CHECK_SECTION, *CARD_SECTIONS)


def _cent(value: Decimal, rng: Random) -> Decimal:
    """Value -> one cent more or less, of the same sign."""
    step = rng.choice((CENT, -CENT))
    return value + (step if abs(value) > CENT else CENT.copy_sign(value))


def _digit(value: Decimal, rng: Random) -> Decimal:
    """Value -> another one with one other digit."""
    digits = list(str(int(abs(value) / CENT)))
    at = rng.randrange(len(digits))
    digits[at] = rng.choice([d for d in "123456789" if d != digits[at]])
    return (Decimal("".join(digits)) * CENT).copy_sign(value)


def _amount(one: Base, rng: Random, change: Callable[[Decimal, Random], Decimal]) -> Change | None:
    places = rows(one, lambda line, row: row.shown != 0)
    if not places:
        return None
    at = rng.choice(places)
    row = row_of(one.lines[at])
    return changed(at, with_row(one.style, one.lines[at], replace(row, shown=change(row.shown, rng))))


def amount_cent(one: Base, rng: Random) -> Change | None:
    """An amount is one cent off."""
    return _amount(one, rng, _cent)


def amount_digit(one: Base, rng: Random) -> Change | None:
    """One digit of an amount is another one."""
    return _amount(one, rng, _digit)


def amount_swapped(one: Base, rng: Random) -> Change | None:
    """Two neighbouring digits of an amount are swapped."""
    return _amount(one, rng, swap_digits)


def _repointed(one: Base, rng: Random, shift: int) -> Change | None:
    """The decimal mark of an amount moves to the right by as many places; separators of thousands go."""
    point = SEPARATORS[one.style.numbers][1]
    places = rows(one, lambda line, row: _column(line, point) is not None)
    if not places:
        return None
    at = rng.choice(places)
    line, row = one.lines[at], row_of(one.lines[at])
    name = _column(line, point)
    assert name is not None
    figure = FIGURE.search(line.cells[name])
    assert figure is not None
    digits = re.sub(r"\D", "", figure[0])
    whole, rest = digits[: len(digits) - 2 + shift], digits[len(digits) - 2 + shift :]
    text = FIGURE.sub(f"{whole}{point}{rest}" if rest else whole, line.cells[name], count=1)
    new = replace(line, cells={**line.cells, name: text}, row=replace(row, shown=row.shown * 10**shift))
    return changed(at, new)


def _column(line: Line, point: str) -> str | None:
    """Line of a row, decimal mark -> the column of its amount, where that is printed with the mark and is not zero."""
    cells = [(name, line.cells.get(name, "")) for name in ("amount", "debit", "credit")]
    return next((name for name, text in cells if point in text and re.search("[1-9]", text)), None)


def point_lost(one: Base, rng: Random) -> Change | None:
    """1,234.56 is printed 123456."""
    return _repointed(one, rng, 2)


def point_moved(one: Base, rng: Random) -> Change | None:
    """1,234.56 is printed 12345.6."""
    return _repointed(one, rng, 1)


def balance_cent(one: Base, rng: Random) -> Change | None:
    """A running balance is one cent off."""
    places = rows(one, lambda line, row: row.shows_balance)
    if not places:
        return None
    at = rng.choice(places)
    row = row_of(one.lines[at])
    return changed(at, with_row(one.style, one.lines[at], replace(row, balance=_cent(row.balance, rng))))


def _end(one: Base, rng: Random, key: str, change: Callable[[Account], Account]) -> Change | None:
    """One of the places where an opening or a closing balance is printed tells another one."""
    places = [*["summary"] * (one.style.summary != "none"), *["table"] * any(key in line.told for line in one.lines)]
    if not places:
        return None
    place = rng.choice(places)
    return Change(Edit(summary=change) if place == "summary" else Edit(table=change))


def opening_cent(one: Base, rng: Random) -> Change | None:
    """The opening balance is one cent off, in one place."""
    step = rng.choice((CENT, -CENT))
    return _end(one, rng, "opening", lambda account: replace(account, opening=account.opening + step))


def closing_cent(one: Base, rng: Random) -> Change | None:
    """The closing balance is one cent off, in one place."""
    step = rng.choice((CENT, -CENT))
    return _end(one, rng, "closing", lambda account: replace(account, shown_closing=account.shown_closing + step))


def total_cent(one: Base, rng: Random) -> Change | None:
    """A printed total is one cent more, in one place."""
    told = one.printed.evidence.ledgers[0].told
    found = [(each.key, each.inside) for each in told if each.key in ("credits", "debits", *SECTIONS)]
    if not found:
        return None
    key, inside = rng.choice(found)
    change = _total(key)
    return Change(Edit(table=change) if inside else Edit(summary=change))


def _total(key: str) -> Callable[[Account], Account]:
    """Name of a total -> the change that makes it one cent more."""

    def change(account: Account) -> Account:
        if key == "credits":
            return replace(account, shown_in=account.shown_in + CENT)
        if key == "debits":
            return replace(account, shown_out=account.shown_out + CENT)
        return replace(account, parts={**account.parts, key: account.parts[key] + CENT})

    return change
