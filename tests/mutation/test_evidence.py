"""The rule by which a change is decided, on statements of three rows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from .evidence import Entry, Evidence, Ledger, Told, contradictions

DAYS = (date(2025, 1, 3), date(2025, 1, 3), date(2025, 1, 9))
AMOUNTS = (Decimal("-10.00"), Decimal("25.50"), Decimal("-5.00"))
ENDS = (Told("opening", Decimal("100.00"), 1, False), Told("closing", Decimal("110.50"), 1, False))


def printed(*told: Told, balances: bool = False) -> Evidence:
    """Figures besides the rows, whether each row has a balance -> a statement that holds."""
    running, entries = Decimal("100.00"), []
    for day, amount in zip(DAYS, AMOUNTS, strict=True):
        running += amount
        entries.append(Entry(day, True, amount, running if balances else None, frozenset(), 1))
    ledger = Ledger(tuple(entries), told, False, True)
    return Evidence((ledger,), date(2025, 1, 1), date(2025, 1, 31), (1,), 1)


def with_entries(evidence: Evidence, *entries: Entry) -> Evidence:
    (ledger,) = evidence.ledgers
    return replace(evidence, ledgers=(replace(ledger, entries=entries),))


def rows(evidence: Evidence) -> tuple[Entry, Entry, Entry]:
    first, second, third = evidence.ledgers[0].entries
    return first, second, third


@pytest.mark.parametrize("balances", [True, False])
def test_nothing_contradicts_itself_in_a_whole_statement(balances: bool) -> None:
    assert contradictions(printed(*ENDS, balances=balances)) == frozenset()


def test_a_lost_row_breaks_the_chain_or_the_sum() -> None:
    chained, summed = printed(*ENDS, balances=True), printed(*ENDS)
    first, _, third = rows(chained)
    assert contradictions(with_entries(chained, first, third)) == {"running balance"}
    first, _, third = rows(summed)
    assert contradictions(with_entries(summed, first, third)) == {"closing balance"}


def test_a_row_lost_at_an_end_without_a_balance_is_not_decided() -> None:
    chained = printed(balances=True)
    first, second, third = rows(chained)
    assert contradictions(with_entries(chained, second, third)) == frozenset()
    assert contradictions(with_entries(chained, first, second)) == frozenset()
    assert contradictions(with_entries(chained, first, third)) == {"running balance"}


def test_without_balances_and_with_one_end_no_amount_is_decided() -> None:
    one = printed(ENDS[0])
    first, second, third = rows(one)
    assert contradictions(with_entries(one, first, replace(second, amount=Decimal("26.50")), third)) == frozenset()


def test_twins_may_change_places() -> None:
    one = printed(*ENDS)
    first, second, third = rows(one)
    assert contradictions(with_entries(one, second, first, third)) == frozenset()
    zero = replace(first, day=date(2025, 1, 2), amount=Decimal(0))
    assert contradictions(with_entries(one, zero, first, second, third)) == frozenset()
    assert contradictions(with_entries(one, zero, first, third, second)) == frozenset()


def test_a_day_within_the_order_is_decided_by_daily_balances_alone() -> None:
    days = (Told("day 2025-01-03", Decimal("115.50"), 1, False), Told("day 2025-01-09", Decimal("110.50"), 1, False))
    for told, reasons in (((), set()), (days, {"daily balance"})):
        one = printed(*ENDS, *told)
        first, second, third = rows(one)
        later = replace(second, day=date(2025, 1, 5))
        assert contradictions(with_entries(one, first, later, third)) == reasons


def test_a_year_outside_of_the_period() -> None:
    one = printed(*ENDS)
    first, second, third = rows(one)
    late = with_entries(one, first, second, replace(third, day=date(2026, 1, 9)))
    assert contradictions(late) == {"period", "order of dates"}


def test_a_lost_date_is_decided_where_dates_are_repeated() -> None:
    one = printed(*ENDS)
    first, second, third = rows(one)
    assert contradictions(with_entries(one, replace(first, day=None, dated=False), second, third)) == {"no date"}
    twice = replace(third, day=DAYS[0])
    lost = replace(third, day=DAYS[0], dated=False)
    assert contradictions(with_entries(one, first, second, lost)) == frozenset()  # one repeat against one without
    assert contradictions(with_entries(one, first, second, twice, lost)) >= {"no date"}


def test_totals_counts_ends_and_pages() -> None:
    good = (Told("credits", Decimal("25.50"), 1, False), Told("number of debits", Decimal(2), 1, False))
    assert contradictions(printed(*ENDS, *good)) == frozenset()
    assert contradictions(printed(*ENDS, replace(good[0], value=Decimal("25.51")))) == {"total"}
    assert contradictions(printed(*ENDS, replace(good[1], value=Decimal(3)))) == {"number of rows"}
    assert contradictions(printed(*ENDS, replace(ENDS[0], value=Decimal("100.01")))) == {"two ends"}
    assert contradictions(replace(printed(*ENDS), numbers=(2,))) == {"page number"}
    assert contradictions(replace(printed(*ENDS), count=2)) == {"page number"}
