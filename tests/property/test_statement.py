"""Statements of random rows: what adds up is read exactly, what was tampered with is never accepted."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extraction.text.amounts import Point
from schemas.result import ExtractionResult
from tests.pages import parsed, told

CENT = Decimal("0.01")
START = date(2024, 3, 1)
TEXTS = ("Coffee", "Tea house", "Bakery Miller", "Cinema ticket", "Bookshop", "Garden centre", "Taxi ride")
STOPS = (40, 110, -360, -450, -540)
PAGE = 18
"""Rows on a page."""


@dataclass(frozen=True)
class Row:
    """A movement; `balance` is what the page prints beside it."""

    day: date
    text: str
    amount: Decimal
    balance: Decimal


@dataclass(frozen=True)
class Written:
    """A statement as printed. `running`: with a balance on each row; `paired`: two columns of money, else signs."""

    rows: tuple[Row, ...]
    opening: Decimal
    closing: Decimal
    point: Point
    running: bool
    paired: bool

    def read(self) -> ExtractionResult:
        return parsed(*self.texts(), stops=STOPS)

    def texts(self) -> list[str]:
        """The text of each page."""
        lines = [self._line(row) for row in self.rows]
        head = "Date | Details | Paid out | Paid in" if self.paired else "Date | Details | | Amount"
        head += " | Balance" if self.running else ""
        top = f"""
Example Bank
Account statement
Account number: 12345678
All amounts in EUR
Statement period: 1 March 2024 to 31 March 2024
Opening balance | | | | {self._money(self.opening)}
Closing balance | | | | {self._money(self.closing)}

"""
        pages = [lines[at : at + PAGE] for at in range(0, len(lines), PAGE)]
        texts = ["\n".join([head, *page]) for page in pages]
        return [top + texts[0], *texts[1:]]

    def _line(self, row: Row) -> str:
        money = self._money(abs(row.amount) if self.paired else row.amount)
        cells = ("", money) if not self.paired or row.amount > 0 else (money, "")
        return (
            f"{row.day:%d %b} | {row.text} | {' | '.join(cells)} | {self._money(row.balance) if self.running else ''}"
        )

    def _money(self, value: Decimal) -> str:
        text = f"{value:,.2f}"
        return text if self.point == "." else text.translate(str.maketrans(".,", ",."))


cents = st.one_of(st.integers(1, 5_000), st.integers(1, 100_000_000))


@st.composite
def statements(draw: st.DrawFn, paired: bool | None = None, least: int = 1) -> Written:
    """A statement that adds up."""
    days = sorted(draw(st.lists(st.integers(0, 30), min_size=least, max_size=24)))
    opening = balance = Decimal(draw(st.integers(-1_000_000, 100_000_000))) * CENT
    rows = []
    for day in days:
        amount = Decimal(draw(cents)) * CENT * draw(st.sampled_from((1, -1)))
        balance += amount
        rows.append(Row(START + timedelta(days=day), draw(st.sampled_from(TEXTS)), amount, balance))
    in_pairs = draw(st.booleans()) if paired is None else paired
    return Written(tuple(rows), opening, balance, draw(st.sampled_from((".", ","))), draw(st.booleans()), in_pairs)


def exact(one: Written) -> list[tuple[str, str, str | None]]:
    return [(str(r.day), f"{r.amount:.2f}", f"{r.balance:.2f}" if one.running else None) for r in one.rows]


@given(statements())
def test_a_statement_that_adds_up_is_accepted_and_read_exactly(one: Written) -> None:
    result = one.read()
    assert result.decision == "accepted", [issue.message for issue in result.issues]
    assert [told(account) for account in result.accounts] == [exact(one)]
    (account,) = result.accounts
    assert (account.opening_balance, account.closing_balance) == (one.opening, one.closing)
    assert [t.description for t in account.transactions] == [row.text for row in one.rows]


def lost(one: Written, at: int) -> Written:
    return replace(one, rows=(*one.rows[:at], *one.rows[at + 1 :]))


def by_a_cent(one: Written, at: int) -> Written:
    row = one.rows[at]
    assume(row.amount not in (CENT, -CENT))
    changed = replace(row, amount=row.amount + CENT)
    return replace(one, rows=(*one.rows[:at], changed, *one.rows[at + 1 :]))


def flipped(one: Written, at: int) -> Written:
    changed = replace(one.rows[at], amount=-one.rows[at].amount)
    return replace(one, rows=(*one.rows[:at], changed, *one.rows[at + 1 :]))


def doubled(one: Written, at: int) -> Written:
    return replace(one, rows=(*one.rows[: at + 1], *one.rows[at:]))


@pytest.mark.parametrize("change", [lost, by_a_cent, flipped, doubled])
@given(one=statements(paired=True, least=2), place=st.integers(0, 23))
def test_a_statement_that_was_tampered_with_is_never_accepted(
    change: Callable[[Written, int], Written], one: Written, place: int
) -> None:
    assert change(one, place % len(one.rows)).read().decision == "review"


@pytest.mark.parametrize("change", [lost, by_a_cent, flipped])
@given(one=statements(paired=False, least=2), place=st.integers(0, 23))
def test_signed_amounts_that_were_tampered_with_are_never_accepted(
    change: Callable[[Written, int], Written], one: Written, place: int
) -> None:
    """They have a running balance here: without one, another rule of signs may make the sum by chance.

    Where no amount is left that prints a sign, the balances sign them all, and the flipped one is read as it was.
    """
    one = replace(one, running=True)
    result = change(one, place % len(one.rows)).read()
    assert result.decision == "review" or [told(account) for account in result.accounts] == [exact(one)]


@settings(max_examples=25)
@given(statements())
def test_the_same_pages_give_the_same_result(one: Written) -> None:
    assert one.read().model_dump_json() == one.read().model_dump_json()


@settings(max_examples=50)
@given(statements(paired=True, least=2), st.integers(1, 10_000), st.sampled_from((1, -1)))
def test_a_wrong_closing_balance_is_told_with_the_difference(one: Written, step: int, sign: int) -> None:
    off = step * sign * CENT
    result = replace(one, closing=one.closing + off).read()
    assert result.decision == "review"
    told_ = [issue for issue in result.issues if issue.code == "closing_mismatch"]
    assert [issue.difference for issue in told_] == [f"{off:.2f}"]
