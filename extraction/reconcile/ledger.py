"""Rows under one interpretation -> a ledger: signed amounts and balances, ready to be added up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import Literal

from extraction.model import Cell
from extraction.reconcile.special_rows import always_minus, amid, reversals, same_head, sums_below, sums_beside, turns
from extraction.tables.names import Role
from extraction.tables.section_words import is_charge, section_sign
from extraction.tables.table import Entry, Row, Table
from extraction.tables.vocabulary import (
    FIRST,
    balance_kind,
    begins_as_balance,
    is_carried,
    is_day_balance,
    is_day_total,
    is_in_favour,
    is_other_balance,
    is_total,
    names_total,
    total_kind,
)
from extraction.text.amounts import Amount
from extraction.text.normal import has_letter, plain
from schemas.statement import SignSource

TOGETHER = 4
"""Of more rows than this between two balances these do not show the signs: some of all they may have always fit."""
_COUNTED = re.compile(r"\d+ (?:(?:credit|debit|deposit|withdrawal|check|cheque)s?|credit s|debit s)\b")
"""A line without a date that begins so sums up as many rows."""
_COUNT = re.compile(r"(?:number|no|total number|anzahl|nombre|numero|aantal) (?:of|de|der|di|van|do)\b")
"""A line that counts rows moves no money."""
AMONG = 10
"""A line of texts begins more than so many points right of the dates."""
TOTAL_WORDS = 4
"""The label of a total beside a date has no more words."""
Kind = Literal["row", "opening", "closing", "carried", "total", "note"]
SignMode = Literal["printed", "inverted", "debit", "section", "balance"]
"""How one signed column is meant: as printed; card convention (unmarked is money out, minus is money in);
unmarked is money out and minus too; by the heading of the section; by the change of the balance."""


@dataclass(frozen=True, slots=True)
class Posting:
    """A row as it is meant. `amount`, `balance`: the holder's net position; None where the row has none. `unmarked`:
    the balance is below zero, which its sign would say if any balance printed one. `contrary`: the amount prints the
    sign of the other side than its column is of."""

    row: Row
    kind: Kind
    amount: Decimal | None
    balance: Decimal | None
    amount_cell: Cell | None
    balance_cell: Cell | None
    sign_from: SignSource
    unmarked: bool = False
    contrary: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """An interpretation: roles of the columns by table (its index), sign rules, order of the rows.

    `owed`: printed balances are debts (cards). `newest_first`: rows run backwards in time.
    `undated`: lines without a date of their own are rows too. `out`: orders of rows
    that are money out, where the headings of sections do not say so; all others are money in then.
    """

    roles: tuple[tuple[Role, ...], ...]
    sign: SignMode
    owed: bool
    newest_first: bool
    undated: bool
    out: frozenset[int] = frozenset()


_Setting = tuple[tuple[Role, ...], SignMode, bool, frozenset[int]]
"""What makes of a row the same posting: roles of its columns, sign rule, debts, columns whose minus is decoration."""


_Told = tuple[int, bool, bool, bool]
"""The identity of a row; whether it prints a minus among rows that print none; whether it is a dated one between
others, so that it neither opens nor closes the account; whether it is a line without a date at the turn of a page that
is called a balance carried over it, by a word of other meanings."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Tables, and what does not depend on how they are read; each is read in dozens of ways.

    `sums` are lines that print the sum of the rows below them, or are totals beside a balance that does not move.
    For each table, `rows`: its rows, what tells each apart and whether it is one of `sums`; `minus`: columns whose
    every amount has one; `blocks`: those with a dated row, and the last such row; `goes_on`: its head is that of the
    table before.
    `made`: postings so far, and the same as notes, by what tells their rows apart.
    """

    tables: Sequence[Table]
    rows: tuple[tuple[tuple[Row, _Told, bool], ...], ...]
    minus: tuple[frozenset[int], ...]
    blocks: tuple[dict[int, Row], ...]
    goes_on: tuple[bool, ...]
    made: dict[_Setting, dict[_Told, tuple[Posting, Posting]]]


def prepared(tables: Sequence[Table], of: Prepared | None = None) -> Prepared:
    """Tables, of all or of some of whose rows these are -> the same, ready to be read."""
    back, between, turned = reversals(tables), amid(tables), frozenset(turns(tables))
    sums = frozenset((*sums_below(tables), *sums_beside(tables)))

    def apart(row: Row) -> _Told:
        return id(row), row.order in back, row.order in between, row.order in turned

    return Prepared(
        tables,
        tuple(tuple((row, apart(row), row.order in sums) for row in table.rows) for table in tables),
        tuple(frozenset(i for i in range(len(t.columns)) if always_minus(t.rows, i)) for t in tables),
        tuple({row.block: row for row in table.rows if row.posted} for table in tables),
        tuple(same_head(table, above) for above, table in zip([None, *tables], tables, strict=False)),
        of.made if of else {},
    )


def ledger(tables: Sequence[Table], reading: Reading, opening: Decimal | None) -> list[Posting]:
    """Tables under a reading -> postings in order of time; `opening` helps to sign the first row by its balance."""
    return signed(unsigned(prepared(tables), reading), reading, opening)


def signed(postings: list[Posting], reading: Reading, opening: Decimal | None) -> list[Posting]:
    """Postings of `unsigned`, the opening balance -> the ledger of a reading."""
    postings = _signed_by_balance(postings, opening) if reading.sign == "balance" else postings
    return postings if reading.owed else _below_zero(postings, opening)


def unsigned(rows: Prepared, reading: Reading) -> list[Posting]:
    """Rows under a reading -> postings in order of time, before a balance signs any: the same for all openings."""
    postings: list[Posting] = []
    dated = False  # a line without a date is a row only where a dated one stands above it in its group
    begun: Decimal | None = None  # what the account began with: below its rows a summary repeats it
    told = zip(rows.rows, reading.roles, rows.minus, rows.blocks, rows.goes_on, strict=True)
    for own, roles, minus, blocks, goes_on in told:
        decorated = frozenset(i for i in minus if roles[i] in ("debit", "credit", "fee"))
        made = rows.made.setdefault((roles, reading.sign, reading.owed, decorated), {})
        dated = dated and (bool(blocks) or goes_on)
        for row, key, sums in own:
            both = made.get(key)
            if both is None:
                posting = _posting(row, roles, reading, decorated, *key[1:])
                made[key] = both = posting, _noted(posting)
            posting, noted = both
            bare = row.posted is None
            dated = dated or not bare
            if sums:
                posting = replace(noted, kind="total")
            elif bare and posting.kind == "row":
                meant = reading.undated and dated and not row.blurred
                empty = posting.amount == 0 and posting.balance is None and _sums_up(row, blocks.get(row.block))
                posting = posting if meant and not empty else noted
            elif bare and posting.kind == "note" and dated and row.block not in blocks and has_letter(row.description):
                posting = noted  # a figure of a box below the rows, which is called something else
            elif bare and posting.kind == "opening":
                posting = noted if dated and posting.balance == begun else posting
                begun = posting.balance if begun is None else begun
            postings.append(posting)
    if reading.newest_first:  # a balance carried over a page break stands on the wrong side of its rows then
        kept = [p for p in postings[:-1] if not (p.kind != "row" and is_carried(plain(p.row.description)))]
        postings = [*postings[-1:], *reversed(kept)]  # what all rows begin with stands below the last one
    else:
        postings = _without_summary(postings)
    before = any(column.before for table in rows.tables for column in table.columns)
    return _after(postings) if before else postings


def _without_summary(postings: Sequence[Posting]) -> list[Posting]:
    """Postings -> with the opening balances below all rows as notes: a summary, which ends with the closing one, says
    there what they began with."""
    last = max((i for i, p in enumerate(postings) if p.kind == "row"), default=len(postings))
    told = {p.kind for p in postings[last + 1 :]}
    below = {"opening", "closing"} <= told and not any(p.kind == "opening" for p in postings[:last])
    return [
        _noted(p) if below and i > last and p.kind == "opening" and p.row.posted is None else p
        for i, p in enumerate(postings)
    ]


def _after(postings: Sequence[Posting]) -> list[Posting]:
    """Postings in order of time that print the balance before them -> with the balance after them, which the next one
    prints; that before the first one is the opening balance."""
    following = [*postings[1:], None]
    first = postings[:1] if postings and postings[0].kind == "row" else []
    opening = [replace(p, kind="opening", amount=None, amount_cell=None) for p in first]
    return opening + [
        replace(p, balance=n.balance if n else None, balance_cell=n.balance_cell if n else None)
        if p.kind == "row"
        else p
        for p, n in zip(postings, following, strict=True)
    ]


def _sums_up(row: Row, last: Row | None) -> bool:
    """Whether a line is called what a sum may be called: fees or interest that were not charged. `last`: the last row
    of its block with a date. No sum has a date, and none stands above that row below its texts rather than its date."""
    if last is None:
        return True
    among = row.order < last.order and row.cell.box[0] > last.cell.box[0] + AMONG
    called = not plain(row.description) or section_sign(plain(row.description)) is not None
    return called and row.valued is None and not among


def _noted(posting: Posting) -> Posting:
    return Posting(posting.row, "note", None, None, None, None, posting.sign_from)


def _posting(
    row: Row,
    roles: Sequence[Role],
    reading: Reading,
    decorated: frozenset[int],
    reversed_: bool,
    amid: bool,
    turn: bool,
) -> Posting:
    by_role: dict[Role, tuple[int, Entry]] = {}
    for index, entry in sorted(row.entries.items()):
        role = roles[index]
        if role not in by_role or not by_role[role][1].amount.value:
            by_role[role] = (index, entry)
    balance = by_role.get("balance")
    held = _net(balance[1].amount, reading.owed) if balance else None
    amount, cell, source = _movement(by_role, row, reading, decorated)
    if reversed_ and source == "section" and amount is not None:
        amount = -amount
    kind: Kind = "carried" if turn else _kind(row, amount, amid, {"debit", "credit", "balance"} <= by_role.keys())
    if kind in ("opening", "closing", "carried") and held is None and amount is not None:
        role, (_, only) = next((one for one in by_role.items() if one[1][1].amount.value), next(iter(by_role.items())))
        held, balance = _net(only.amount, reading.owed), (0, only)
        sides = not only.amount.mark and {"debit", "credit"} <= {*roles}
        if sides and role == "credit":
            held = abs(held)
        elif sides and role == "debit" and not is_in_favour(plain(row.description)):  # that evens the two sides out
            held = -abs(held)
    if kind != "row":
        amount, cell = None, None
    elif amount is not None:
        amount += 0  # no negative zero
    against = kind == "row" and any(_contrary(role, *found, decorated) for role, found in by_role.items())
    return Posting(row, kind, amount, held, cell, balance[1].cell if balance else None, source, contrary=against)


def _contrary(role: Role, column: int, entry: Entry, decorated: frozenset[int]) -> bool:
    """Whether an amount in a column of one side prints the sign of the other: CR, or a minus that is no decoration, in
    one of debits, DR in one of credits. A minus in a column of credits takes some back."""
    mark = entry.amount.mark if entry.amount.value else ""
    if role == "credit":
        return mark == "DR"
    return role == "debit" and (mark == "CR" or (mark == "-" and column not in decorated))


def _net(amount: Amount, owed: bool) -> Decimal:
    """A printed balance -> net position: CR is the holder's, DR or a minus is not; debts count against the holder."""
    if not owed:
        return amount.signed
    return amount.value if amount.mark in ("CR", "-") else -amount.value


def _movement(
    by_role: dict[Role, tuple[int, Entry]], row: Row, reading: Reading, decorated: frozenset[int]
) -> tuple[Decimal | None, Cell | None, SignSource]:
    if "fee" in by_role:
        fee = by_role["fee"][1]
        others: dict[Role, tuple[int, Entry]] = {role: entry for role, entry in by_role.items() if role != "fee"}
        amount, cell, source = _movement(others, row, reading, decorated)
        if not fee.amount.value or (amount is None and others.keys() - {"balance"}):
            return amount, cell, source
        back = fee.amount.mark in ("-", "CR") and by_role["fee"][0] not in decorated  # a fee that was given back
        paid = -fee.amount.value if back else fee.amount.value
        return (amount or Decimal(0)) - paid, cell or fee.cell, source
    total: Decimal | None = None
    cell = None
    for role, sign in (("debit", -1), ("credit", 1)):
        if role not in by_role:
            continue
        index, entry = by_role[role]
        reversal = entry.amount.mark == "-" and index not in decorated
        value = entry.amount.value * sign * (-1 if reversal and role == "credit" else 1)
        if total is None or (value and not total):
            total, cell = value, entry.cell
        elif value:  # two movements on one line are two rows, whichever they are
            return None, None, "column"
    if total is not None:
        return total, cell, "column"
    if "amount" not in by_role:
        return None, None, "column"
    entry = by_role["amount"][1]
    amount, source = _signed(entry.amount, row, reading)
    return amount, entry.cell, source


def _signed(amount: Amount, row: Row, reading: Reading) -> tuple[Decimal | None, SignSource]:
    """An amount of a single column -> net effect under a sign rule, None where the rule does not tell it."""
    value, mark, mode = amount.value, amount.mark, reading.sign
    if mode == "section":
        sign = section_sign(plain(row.section), reading.owed)
        if reading.out:
            sign = -1 if row.order in reading.out else 1
        return None if sign is None else value * sign, "section"
    if mark in ("CR", "DR"):
        return (value if mark == "CR" else -value), "suffix"
    if mode == "printed":
        return (-value if mark == "-" else value), "sign"
    if mode == "inverted":
        return (value if mark == "-" else -value), "sign"
    return (value if mark == "+" else -value), "sign"


def _kind(row: Row, amount: Decimal | None, amid: bool, whole: bool) -> Kind:
    """What a row is: a transaction, a balance brought or carried, a total, or nothing that moves money. `amid`: it
    stands between rows like it, so that one called "previous balance" is what was paid of it. `whole`: it has amounts
    in all columns, as a closing balance beside the totals of both sides."""
    label = plain(row.description) or (plain(row.cell.text) if row.posted is None else "")
    first = begins_as_balance(label) if whole else balance_kind(" ".join(label.split()[:FIRST]))
    day = plain(row.posted.cell.text) if row.posted else ""
    single = sum(bool(entry.amount.value) for entry in row.entries.values()) <= 1  # zeros stand for empty cells
    again = bool(day) and single and day in " ".join(label.split()[: FIRST + 1])  # that of the balance
    named = balance_kind(label) or (first if whole or again else None)
    named = named or ("dated" if (row.posted is None or amount is None) and is_day_balance(label) else None)
    if amount == 0 and is_other_balance(label):  # such as "blocked balance 0.00"
        return "note"
    named_first = first is not None and (row.posted is None or whole or again)
    short = len(label.split()) <= 8 or named_first  # what follows is text below it
    paid = amid and amount is not None and named in ("opening", "closing") and not is_carried(label)
    if named and short and not paid and (not amount or whole or row.posted is None or single):
        if "carried" in label or "c/f" in label:
            return "carried"
        return "closing" if named == "closing" else "opening" if named == "opening" else "carried"
    typed = len(row.entries) == 2 or row.texts.type  # "total charges", with a new balance, or as "DR"
    charged = amount is not None and typed and is_charge(label)
    summed = len(label.split()) <= TOTAL_WORDS and (total_kind(label) is not None or is_day_total(label))
    if row.posted is None and _COUNTED.match(label):
        return "total"
    told = names_total(row.description) if row.description else is_total(label)
    if (row.posted is None or amount is None or summed) and told and not charged:
        return "total"
    if row.posted is None and _COUNT.match(label):
        return "note"
    return "row" if amount is not None else "note"


def _signed_by_balance(postings: Sequence[Posting], opening: Decimal | None) -> list[Posting]:
    """Gives the amounts between two balances the signs that these show: the only ones by which the balance moves by
    just that much. Amounts whose column is of one side keep theirs."""
    result: list[Posting] = []
    before = opening
    group: list[int] = []
    told = Decimal(0)
    for place, p in enumerate(postings):
        result.append(p)
        if p.kind == "row" and p.amount is not None:
            if p.sign_from == "column":
                told += p.amount
            else:
                group.append(place)
        if p.balance is None or p.kind == "total":
            continue
        if before is not None and 0 < len(group) <= TOGETHER:
            for at, amount in zip(group, _moves(result, group, p.balance - before - told), strict=False):
                result[at] = replace(result[at], amount=amount, sign_from="balance")
        before, group, told = p.balance, [], Decimal(0)
    return result


def _below_zero(postings: list[Posting], opening: Decimal | None) -> list[Posting]:
    """Postings whose balances print no sign -> with those below zero where the rows lead there from a balance above it,
    to the same figure; as they are where any balance prints a sign."""
    balances = [p.balance for p in postings if p.balance is not None]
    if not balances or min(balances) < 0:
        return postings
    result: list[Posting] = []
    before, total, changed = opening, Decimal(0), False
    for p in postings:
        total += p.amount if p.kind == "row" and p.amount is not None else 0
        if p.balance is not None and p.kind != "total":
            if before and total and p.balance and before + total == -p.balance:
                p = replace(p, balance=-p.balance, unmarked=True)
                changed = True
            before, total = p.balance, Decimal(0)
        result.append(p)
    return result if changed else postings


def _moves(postings: Sequence[Posting], group: Sequence[int], change: Decimal) -> Sequence[Decimal]:
    """Places of rows, the change of the balance -> their amounts with the signs that make it, none where none do or
    several would."""
    values = [abs(amount) for at in group if (amount := postings[at].amount) is not None]
    found = {moves for moves in product(*((-value, value) for value in values)) if sum(moves) == change}
    return found.pop() if len(found) == 1 else ()
