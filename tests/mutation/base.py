"""Seed, layout, what is changed -> the statement as it is printed and read, and what is printed of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from extraction.model import Page
from extraction.pipeline import read
from extraction.settings import Settings
from tests.agreement import Truth
from tests.generator.cells import Line
from tests.generator.document import Statement, content, draw
from tests.generator.edit import Edit
from tests.generator.style import Style
from tests.generator.truth import statement_truth

from .evidence import Entry, Evidence, Ledger, Told
from .layouts import Layout

SETTINGS = Settings()


@dataclass(frozen=True, slots=True)
class Printed:
    """A statement on paper: its pages as a reader gives them, the lines of the first account's table as they were
    drawn, and what is printed of it."""

    pages: tuple[Page, ...]
    lines: tuple[Line, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Base:
    """A statement before anything of it is changed. `edit` is what its layout leaves out."""

    layout: str
    seed: int
    style: Style
    edit: Edit
    truth: Truth
    printed: Printed

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.printed.lines


def base(layout: Layout, seed: int) -> Base:
    """Layout, seed -> the statement."""
    style, edit = layout.style(seed), layout.edit(seed)
    statement = content(style, Random(f"content {seed}"))
    printed = _printed(style, statement, seed, edit)
    truth = statement_truth(f"{layout.name} {seed}", style, statement)
    return Base(layout.name, seed, style, edit, truth, printed)


def reprinted(one: Base, edit: Edit) -> Printed:
    """Statement, a further edit -> the same statement printed with it."""
    before, after = one.edit, edit

    def lines(given: list[Line]) -> list[Line]:
        return after.lines(before.lines(given))

    statement = content(one.style, Random(f"content {one.seed}"))
    statement.pages = len(one.printed.pages)
    return _printed(one.style, statement, one.seed, replace(after, lines=lines))


def without_page(printed: Printed, number: int) -> Printed:
    """Printed statement, number of a page from 1 -> the same without that page."""
    return _rearranged(printed, [page.number for page in printed.pages if page.number != number])


def with_page_twice(printed: Printed, number: int) -> Printed:
    """Printed statement, number of a page from 1 -> the same with that page twice, the copy after it."""
    order = [n for page in printed.pages for n in ([page.number] * 2 if page.number == number else [page.number])]
    return _rearranged(printed, order)


def _rearranged(printed: Printed, order: Sequence[int]) -> Printed:
    pages = tuple(replace(printed.pages[n - 1], number=at) for at, n in enumerate(order, 1))
    evidence = printed.evidence
    ledgers = tuple(
        replace(
            ledger,
            entries=tuple(entry for n in order for entry in ledger.entries if entry.page == n),
            told=tuple(told for n in order for told in ledger.told if told.page == n),
        )
        for ledger in evidence.ledgers
    )
    numbers = tuple(evidence.numbers[n - 1] for n in order)
    return replace(printed, pages=pages, evidence=replace(evidence, ledgers=ledgers, numbers=numbers))


def _printed(style: Style, statement: Statement, seed: int, edit: Edit) -> Printed:
    pdf = draw(style, statement, seed, edit)
    return Printed(tuple(read(pdf, SETTINGS)), tuple(statement.lines[0]), _evidence(style, statement))


def _evidence(style: Style, statement: Statement) -> Evidence:
    footer = "" if style.table_only else style.lang.page[style.hue % len(style.lang.page)]
    whole = style.period_shown == "range" and not style.table_only
    return Evidence(
        ledgers=tuple(_ledger(style, statement, i) for i in range(len(statement.lines))),
        start=statement.span[0] if whole else None,
        end=None if style.table_only else statement.span[1],
        numbers=tuple(n if footer else None for n in range(1, statement.pages + 1)),
        count=statement.pages if "{m}" in footer else None,
    )


def _ledger(style: Style, statement: Statement, account: int) -> Ledger:
    lines = statement.lines[account]
    outside = [
        Told(key, value, page, False)
        for at, page, told in statement.told
        if at == account
        for key, value in told.items()
    ]
    inside = [Told(key, value, line.page, True) for line in lines for key, value in line.told.items()]
    grouped = style.amounts == "sections" or style.card_groups
    return Ledger(tuple(_entries(lines)), (*outside, *inside), style.reverse, not grouped)


def _entries(lines: Sequence[Line]) -> Iterator[Entry]:
    """Lines of a table -> its rows; one that another is printed on top of cannot be read."""
    day: date | None = None
    heading = False
    for line in lines:
        day = line.day or day
        if line.heading:
            heading = line.day is not None
        row = line.row
        if row is None or line.over:
            continue
        groups = frozenset((row.section, *([f"group {row.group}"] if row.group else [])))
        balance = row.balance if row.shows_balance else None
        yield Entry(day, line.day is not None or heading, row.shown, balance, groups, line.page)
        heading = False
