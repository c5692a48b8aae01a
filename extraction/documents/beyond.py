"""A reading against the heads of a statement -> whether it may be taken where the one by the heads is held back."""

from collections.abc import Iterator, Sequence

from extraction.documents.account import Read
from extraction.documents.layouts import Layout
from extraction.tables.head import territory
from extraction.tables.header import headers
from extraction.tables.items import items
from extraction.tables.names import Role
from extraction.text.lines import Line

FEWEST, NEARLY = 3, 0.9
"""Without heads an account has so many rows at least, this share of which lie between balances."""
_OTHER: dict[Role, Role] = {"debit": "credit", "credit": "debit"}


def may_be_taken(layout: Layout, reads: Sequence[Read], by_heads: Layout, text: Sequence[Line]) -> bool:
    """What is read, its accounts, what is read by the heads, all lines -> whether no line with an amount that is a row
    by its head is left out, each account is proved surely, no side of the heads is turned into the other, and balances
    that they name are not passed over."""
    lost = [text[i] for i in by_heads.rows - layout.rows]
    kept = not any(item.amount for line in lost for item in items(line, layout.point))
    told = kept and all(map(_surely, reads))
    return told and not any(_turned(read, text) or _passed_over(read, text) for read in reads)


def _surely(read: Read) -> bool:
    """Whether an account is proved though no head says what its columns are: nearly each row lies between balances, the
    columns say which side it is on, and of two dates a head says which is which."""
    if read.outcome is None or not read.proved or read.outcome.rivals or read.outcome.reading.sign == "balance":
        return False
    rows = [posting.row for _, posting in read.outcome.rows]
    if len(rows) < FEWEST:
        return False
    headed = all(table.header for table in read.part.tables)
    proved = read.outcome.chain.proved & {i for i, _ in read.outcome.rows}
    return len(proved) >= NEARLY * len(rows) and (headed or not any(row.valued for row in rows))


def _turned(read: Read, text: Sequence[Line]) -> bool:
    """Whether the columns that a head names as debits and as credits are read as the other side, each of them: rows
    between few balances are proved by that as well, where the balances print no sign."""
    turned = ({role for role, named in told if _OTHER.get(named) == role} for told in _named(read, text))
    return any(sides == {"debit", "credit"} for sides in turned)


def _passed_over(read: Read, text: Sequence[Line]) -> bool:
    """Whether a column that a head names as balances is read as nothing, and none as balances."""
    return any(
        ("other", "balance") in told and all(role != "balance" for role, _ in told) for told in _named(read, text)
    )


def _named(read: Read, text: Sequence[Line]) -> Iterator[list[tuple[Role, Role]]]:
    """For each head and table the roles of its columns, as read and as the head names them."""
    assert read.outcome
    for head in headers(text):
        for table, roles in zip(read.part.tables, read.outcome.reading.roles, strict=True):
            yield [
                (role, territory(head, column.x0, column.x1).role)
                for role, column in zip(roles, table.columns, strict=True)
            ]
