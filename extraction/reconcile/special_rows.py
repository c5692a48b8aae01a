"""Tables -> rows that are peculiar whichever way their columns are read: reversals, sums of others, balances at the
turn of a page. Pure."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extraction.tables.section_words import section_sign
from extraction.tables.table import Row, Table
from extraction.tables.vocabulary import is_carried, is_total
from extraction.text.normal import has_letter, plain

AGAINST, FOR = frozenset({"-", "DR"}), frozenset({"+", "CR"})
"""Marks of what is taken off and of what is added."""
CALLED = 2
"""What is carried over a page is called so with no more words, "a reporter"."""


def same_head(table: Table, above: Table | None) -> bool:
    """Whether a table has the head of the one before, printed again: the last date above still holds."""
    heads = [[cell.text for cell in t.header.cells] for t in (table, above) if t is not None and t.header]
    return len(heads) == 2 and heads[0] == heads[1]


def always_minus(rows: Sequence[Row], column: int) -> bool:
    """Whether a minus in a debit or credit column is mere decoration: every amount of it has one, those of totals and
    other lines without a date left out."""
    held = [row for row in rows if column in row.entries and row.entries[column].amount.value]
    marks = [row.entries[column].amount.mark for row in [row for row in held if row.posted] or held]
    return bool(marks) and all(mark == "-" for mark in marks)


def reversals(tables: Sequence[Table]) -> frozenset[int]:
    """Orders of rows that print a minus or DR, or a plus or CR below a heading of money out, among rows under the same
    heading that print none. A whole number without a date, such as that of a page, is no row."""
    marks: dict[str, set[bool]] = {}
    minus: dict[int, str] = {}
    told = (
        (row, entry.amount.mark in AGAINST or (entry.amount.mark in FOR and _is_of_out(row.section)))
        for table in tables
        for row in table.rows
        for i, entry in row.entries.items()
        if entry.amount.value and not (entry.loose and row.posted is None) and table.roles[i] != "balance"
    )
    for row, below in told:
        marks.setdefault(row.section, set()).add(below)
        if below:
            minus[row.order] = row.section
    return frozenset(order for order, section in minus.items() if len(marks[section]) == 2)


def _is_of_out(section: str) -> bool:
    """Whether the heading of rows says that money went out, of an account as of a card."""
    return all(section_sign(plain(section), card) == -1 for card in (False, True))


def sums_below(tables: Sequence[Table]) -> Iterator[int]:
    """Orders of lines without a date that print the sum of the dated rows below them, up to the next such line, as the
    headings of sections do: at least two rows, or one where another heading has several."""
    rows = [(table.roles, row) for table in tables for row in table.rows]
    found: dict[int, int] = {}
    for place, (roles, row) in enumerate(rows):
        if row.posted is not None or len(row.entries) != 1 or not has_letter(row.description):
            continue
        ((column, entry),) = row.entries.items()
        parts: list[Decimal] = []
        for same, other in rows[place + 1 :]:
            if same != roles or other.posted is None:
                break
            parts += [other.entries[column].amount.signed] if column in other.entries else []
        if parts and sum(parts) == entry.amount.signed:
            found[row.order] = len(parts)
    yield from found if max(found.values(), default=0) > 1 else ()


def sums_beside(tables: Sequence[Table]) -> Iterator[int]:
    """Orders of lines with a date that are called totals, and print amounts beside the balance of the line above: those
    of a row would have moved it."""
    before: Decimal | None = None
    for table in tables:
        for row in table.rows:
            told = {table.roles[i]: entry.amount.signed for i, entry in row.entries.items()}
            moved = row.posted is not None and any(amount for role, amount in told.items() if role != "balance")
            if moved and before is not None and told.get("balance") == before and is_total(plain(row.description)):
                yield row.order
            before = told.get("balance", before)


def amid(tables: Sequence[Table]) -> frozenset[int]:
    """Orders of dated rows that stand right between two others of their page with amounts in the same columns."""
    return frozenset(
        row.order
        for table in tables
        for above, row, below in zip(table.rows, table.rows[1:], table.rows[2:], strict=False)
        if all(r.posted and r.page == row.page and r.entries.keys() == row.entries.keys() for r in (above, row, below))
    )


def turns(tables: Sequence[Table]) -> Iterator[int]:
    """Orders of lines without a date, the first or last ones of their pages and not of all, that one word calls a
    balance carried over: "report" and "transport" may be merchants elsewhere."""
    rows = [row for table in tables for row in table.rows]
    for above, row, below in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        turned = (above and above.page != row.page) or (below and below.page != row.page)
        label = plain(row.description)
        if (
            turned
            and row.posted is None
            and len(row.entries) == 1
            and len(label.split()) <= CALLED
            and is_carried(label)
        ):
            yield row.order
