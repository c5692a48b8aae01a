"""Truth, result -> what of a document is right. Pure."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from extraction.confidence.trades import traded
from extraction.evaluation.calibration import Value
from extraction.evaluation.fields import (
    Field,
    account_fields,
    account_values,
    document_fields,
    document_values,
    same_field,
)
from extraction.evaluation.lines import ALIKE, Line, Miss, aligned, misses, similarity
from extraction.evaluation.positions import HoldingScore, score_holdings
from extraction.evaluation.tally import Tally
from extraction.evaluation.truth import ANY_ORDER, DECISIONS, NEWEST_FIRST, Expect, Truth, TruthAccount, TruthRow
from schemas.result import ExtractionResult
from schemas.statement import Account, Transaction

FOUND = {traded(field): field for field in ("security", "quantity", "unit_price", "fees")}
TRADED = {name: "trade_fees" if field == "fees" else field for name, field in FOUND.items()}
"""What a row says of a security: the names of its values, and their fields in a result, and in a truth."""
STATED = frozenset({"currency", "opening_balance", "closing_balance"})
"""Fields that must not be accepted with another value than is printed: the books begin and end with them."""
FAILED = "error"
"""The decision on a document of which there is no result."""


@dataclass(frozen=True, slots=True)
class AccountScore:
    """The rows of one account. `texts` and `balances` are of the rows that are right and whose truth tells them;
    `holdings` None: the truth does not tell them."""

    told: int
    found: int
    right: int
    texts: Tally
    balances: Tally
    misses: tuple[Miss, ...]
    values: tuple[Value, ...]
    holdings: HoldingScore | None = None

    @property
    def exact(self) -> bool:
        """Every row with its date and amount, every holding with its figures, and no other."""
        held = self.holdings is None or self.holdings.exact
        return self.right == self.told == self.found and held


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """One document. `decision`: the one that was made, or "error" where there is no result.

    `strays`: accounts that were found and are none.
    """

    name: str
    expect: Expect
    decision: str
    statement: bool
    accounts: tuple[AccountScore, ...] = ()
    fields: tuple[Field, ...] = ()
    values: tuple[Value, ...] = ()
    strays: int = 0

    @property
    def rows_exact(self) -> bool:
        return all(account.exact for account in self.accounts)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The names of the fields that are not right, and "accounts" (too many), "balances", "rows" and "texts"."""
        texts = [account.texts for account in self.accounts]
        texts += [account.holdings.texts for account in self.accounts if account.holdings]
        kinds = {
            "accounts": not self.strays,
            "balances": all(account.balances.whole for account in self.accounts),
            "rows": self.rows_exact,
            "texts": all(tally.whole for tally in texts),
        }
        fields = {field.name for field in self.fields if not field.right}
        return tuple(sorted(fields | {name for name, right in kinds.items() if not right}))

    @property
    def fully_correct(self) -> bool:
        """Rows and holdings, their texts and balances, and the fields above them."""
        return not self.wrong

    @property
    def as_expected(self) -> bool:
        return self.decision == DECISIONS[self.expect]

    @property
    def silent_error(self) -> bool:
        """Accepted, although a row or a holding is wrong, or another balance or currency was read than is printed."""
        misread = any(one.name in STATED and one.told and one.found and not one.right for one in self.fields)
        return self.decision == "accepted" and (misread or not self.rows_exact)

    @property
    def unsafe_accept(self) -> bool:
        """Accepted, although the truth says that it cannot be."""
        return self.decision == "accepted" and self.expect != "accept"


def score(name: str, truth: Truth, result: ExtractionResult | None) -> DocumentScore:
    """Name of a document, its truth, its result (None: there is none) -> score."""
    accounts: list[AccountScore] = []
    fields = list(document_fields(truth, result))
    values = list(document_values(fields, result))
    read = result.accounts if result else ()
    pairs = _paired(truth.accounts, read)
    for told, found in pairs:
        place = next((i for i, one in enumerate(read) if one is found), 0)
        scored = score_account(told, found, truth.families, place)
        accounts.append(scored)
        values += scored.values
        values += scored.holdings.values if scored.holdings else ()
        if told is not None:
            judged = list(account_fields(told, found))
            fields += judged
            values += account_values(judged, found, place) if found else ()
    return DocumentScore(
        name=name,
        expect=truth.expect,
        decision=result.decision if result else FAILED,
        statement=bool(truth.accounts),
        accounts=tuple(accounts),
        fields=tuple(fields),
        values=tuple(values),
        strays=sum(told is None for told, _ in pairs),
    )


def score_account(
    told: TruthAccount | None, found: Account | None, families: Sequence[str] = (), place: int = 0
) -> AccountScore:
    """Account of a truth, the one that was read, how the order is to be judged, its place -> score of its rows.

    Where a convention is open, the one that makes the most rows right counts for all of them: the dates of either
    column, and any order or the order in time where the truth says so. Rows of amount zero count on neither side.
    """
    read = [_read(row, i) for i, row in enumerate(found.transactions) if row.amount] if found else []
    ways = [(lines, other) for dates in _dates(told) for lines, other in _orders(_lines(told, dates), read, families)]
    every = [(lines, other, aligned(lines, other)) for lines, other in ways]
    lines, other, pairs = max(every, key=lambda way: len(way[2]))
    same = [(lines[i], other[j]) for i, j in pairs]
    wrong = misses(lines, other, pairs)
    judged = [*same, *((miss.told, miss.found) for miss in wrong if miss.found)]
    return AccountScore(
        told=len(lines),
        found=len(other),
        right=len(pairs),
        texts=Tally.count(similarity(a.text, b.text) >= ALIKE for a, b in same if a.text is not None),
        balances=Tally.count(a.balance == b.balance for a, b in same if a.balance is not None),
        misses=tuple(wrong),
        values=tuple(value for a, b in judged if b for value in row_values(a, b, place)),
        holdings=score_holdings(told.holdings if told else (), found.holdings if found else (), place),
    )


def row_values(told: Line | None, found: Line, account: int) -> Iterator[Value]:
    """Row of the truth, the one that was read for it, its account's place -> its values, all wrong where the truth has
    no such row. What it does not tell is not judged."""
    for name, confidence in found.confidences.items():
        right = False if told is None else _same(name, told, found)
        if right is not None:
            yield Value(name, confidence, right, account, found.place)


def _same(name: str, told: Line, found: Line) -> bool | None:
    """Value of a row -> whether it is as told; None where the truth does not tell it."""
    if name == "row":
        return told.key == found.key
    if name == "sign":
        return (told.amount > 0) == (found.amount > 0)
    if name.startswith(traded("")):
        return _traded(name, told, found)
    if name == "description":
        return None if told.text is None else similarity(told.text, found.text) >= ALIKE
    if name == "value_date":
        return None if told.other is None else told.other == found.other
    if name == "balance" and told.balance is None:
        return None
    return bool(getattr(told, name) == getattr(found, name))


def _traded(name: str, told: Line, found: Line) -> bool | None:
    """What a row says of a security -> whether it is as told; None where the truth does not tell it."""
    if name not in told.trade:
        return None
    a, b = told.trade[name], found.trade.get(name)
    return similarity(a, b) >= ALIKE if isinstance(a, str) and isinstance(b, str) else bool(a == b)


def _read(row: Transaction, place: int) -> Line:
    present = {"date": row.date, "amount": row.amount, "balance": row.balance, "value_date": row.value_date}
    said = {name: one.confidence for name, one in row.fields.items() if present.get(name, row.description) is not None}
    if row.provenance.confidence is not None:
        said["row"] = row.provenance.confidence
    trade: dict[str, object] = {}
    if row.trade is not None:
        said |= {traded(name): one.confidence for name, one in row.trade.fields.items()}
        trade = {name: getattr(row.trade, field) for name, field in FOUND.items()}
    return Line(row.date, row.amount, row.balance, row.description, row.value_date, said, place, trade)


def _dates(told: TruthAccount | None) -> tuple[str, ...]:
    other = told is not None and any(row.alt_date for row in told.transactions)
    return ("date", "alt_date") if other else ("date",)


def _lines(told: TruthAccount | None, dates: str) -> list[Line]:
    rows = told.transactions if told else ()
    return [
        Line(
            getattr(row, dates) or row.date,
            row.amount,
            row.balance,
            row.description,
            _other(row, dates),
            trade={name: getattr(row, field) for name, field in TRADED.items() if field in row.model_fields_set},
        )
        for row in rows
        if row.amount
    ]


def _other(row: TruthRow, dates: str) -> datetime.date | None:
    """Row of a truth, which of its dates counts -> the other one."""
    return row.alt_date if dates == "date" else row.date


def _orders(told: list[Line], found: list[Line], families: Sequence[str]) -> Iterator[tuple[list[Line], list[Line]]]:
    yield told, found
    if NEWEST_FIRST in families:
        yield told, found[::-1]
    if ANY_ORDER in families:
        yield sorted(told, key=_place), sorted(found, key=_place)


def _place(line: Line) -> tuple[Any, ...]:
    return str(line.date), line.amount, (line.text or "").casefold()


def _paired(told: Sequence[TruthAccount], found: Sequence[Account]) -> list[tuple[TruthAccount | None, Account | None]]:
    """Accounts -> those that belong together, the likest first; the others in the order in which they are printed."""
    likes = sorted(((_likeness(a, b), -i, -j) for i, a in enumerate(told) for j, b in enumerate(found)), reverse=True)
    pairs: dict[int, int] = {}
    for like, i, j in likes:
        if like > (0, 0, 0) and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    left = [i for i in range(len(told)) if i not in pairs]
    free = [j for j in range(len(found)) if j not in pairs.values()]
    joined = [*pairs.items(), *zip_longest(left, free)]
    return [(None if i is None else told[i], None if j is None else found[j]) for i, j in joined]


def _likeness(told: TruthAccount, found: Account) -> tuple[int, int, int]:
    """Two accounts -> how many rows they share, whether their numbers and their currencies are the same."""
    rows = Counter((row.date, row.amount) for row in told.transactions)
    shared = (rows & Counter((row.date, row.amount) for row in found.transactions)).total()
    number = told.account_number is not None and same_field("account_number", told.account_number, found.account_number)
    return shared, int(number), int(told.currency is not None and told.currency == found.currency)
