"""The running balance, walked from the opening to the closing."""

from decimal import Decimal

from extraction.model import Cell
from extraction.reconcile.chain import Chain, walk
from extraction.reconcile.ledger import Kind, Posting
from extraction.tables.table import Row

CELL = Cell("", 1, (0, 0, 1, 1), "native", None)


def posting(amount: str | None, balance: str | None = None, kind: Kind = "row") -> Posting:
    row = Row(0, None, None, {}, "", "", CELL)
    values = [None if text is None else Decimal(text) for text in (amount, balance)]
    return Posting(row, kind, *values, None, None, "sign")


def walked(*postings: Posting, opening: str | None = "100") -> Chain:
    return walk(postings, None if opening is None else Decimal(opening))


def test_rows_between_two_balances_that_agree_are_proved() -> None:
    chain = walked(posting("-10", "90"), posting("-5"), posting("20", "105"))
    assert chain.proved == {0, 1, 2}
    assert (chain.held, chain.breaks, chain.closing, chain.implied) == (2, (), Decimal(105), False)


def test_rows_after_the_last_balance_are_open() -> None:
    chain = walked(posting("-10", "90"), posting("-5"), posting("-6"))
    assert (chain.proved, chain.open_rows, chain.closing) == ({0}, (1, 2), Decimal(79))


def test_without_an_opening_balance_it_is_worked_back_from_the_first_one() -> None:
    chain = walked(posting("-10"), posting("-5", "85"), posting("15", "100"), opening=None)
    assert (chain.opening, chain.implied, chain.first_group, chain.proved) == (Decimal(100), True, (0, 1), {2})


def test_a_balance_row_before_the_first_movement_is_the_opening() -> None:
    chain = walked(posting(None, "100", "opening"), posting("-10", "90"), opening=None)
    assert (chain.opening, chain.implied, chain.proved) == (Decimal(100), False, {1})


def test_a_balance_that_does_not_follow_is_a_break_with_its_difference() -> None:
    chain = walked(posting("-10", "90"), posting("-5", "75"), posting("-5", "70"))
    (broken,) = chain.breaks
    assert (broken.index, broken.expected, broken.found, broken.difference) == (
        1,
        Decimal(85),
        Decimal(75),
        Decimal(-10),
    )
    assert chain.proved == {0, 2}


def test_one_cent_is_a_difference() -> None:
    assert len(walked(posting("-0.10", "99.91")).breaks) == 1


def test_a_balance_that_lost_a_digit_among_others_that_agree_is_a_misprint() -> None:
    chain = walked(posting("-10", "90"), posting("-5", "8"), posting("-5", "80"))
    assert chain.breaks == ()
    assert [(m.index, m.expected, m.found) for m in chain.misprints] == [(1, Decimal(85), Decimal(8))]
    assert chain.proved == {0, 1, 2}


def test_a_balance_with_another_digit_contradicts_the_others() -> None:
    chain = walked(posting("-10", "90"), posting("-5", "86"), posting("-5", "80"))
    assert [b.index for b in chain.breaks] == [1, 2]
    assert chain.misprints == ()


def test_two_misprints_in_a_row_are_one_break_at_least() -> None:
    chain = walked(posting("-10", "91"), posting("-5", "86"), posting("-5", "81"))
    assert len(chain.breaks) == 1, "from the wrong balance on everything follows: the opening or the first row is wrong"


def test_a_total_is_no_balance() -> None:
    chain = walked(posting("-10", "90"), posting(None, "10", "total"), posting("-5", "85"))
    assert (chain.breaks, chain.held) == ((), 2)


def test_a_carried_balance_has_to_follow_too() -> None:
    assert walked(posting("-10", "90"), posting(None, "90", "carried")).held == 2
    assert len(walked(posting("-10", "90"), posting(None, "91", "carried")).breaks) == 1


def test_where_no_balance_is_known_nothing_is_proved() -> None:
    chain = walked(posting("-10"), posting("-5"), opening=None)
    assert (chain.closing, chain.proved, chain.open_rows) == (None, frozenset(), (0, 1))
