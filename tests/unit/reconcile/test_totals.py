"""Which rows a printed total sums up."""

from decimal import Decimal

from extraction.reconcile.securities.portfolio import all_summed
from extraction.reconcile.securities.positions import Position, positions
from extraction.reconcile.securities.shares import shares
from extraction.reconcile.securities.totals import Tree, tree
from extraction.tables.securities.holding_heads import holdings_heads
from extraction.tables.securities.holding_rows import holdings_tables
from tests.pages import lines

STOPS = (40, -270, -340, -430, -540)
HEAD = "Description | Quantity | Price | Market value | % of portfolio"


def rows(text: str) -> list[Position]:
    found = lines(f"{HEAD}\n{text}", stops=STOPS)
    (table,) = holdings_tables(found, holdings_heads(found), (), ".")
    return positions(table)[0]


def built(text: str) -> Tree:
    return tree(rows(text))


A, B, C = "Alder | 1 | 10.00 | 10.00", "Birch | 2 | 10.00 | 20.00", "Cedar | 3 | 10.00 | 30.00"


def told(found: Tree) -> list[tuple[tuple[int, ...], bool, bool]]:
    return [(one.members, one.holds, one.whole) for one in found.sums]


def test_a_total_sums_up_the_rows_above_it() -> None:
    found = built(f"{A}\n{B}\nTotal | | | 30.00")
    assert (len(found.rows), told(found), found.amount) == (2, [((0, 1), True, True)], Decimal(30))


def test_totals_of_groups_and_of_all() -> None:
    found = built(f"{A}\nTotal | | | 10.00\n{B}\n{C}\nTotal | | | 50.00\nGrand total | | | 60.00")
    assert told(found) == [((0,), True, True), ((1, 2), True, False), ((0, 1, 2), True, True)]
    assert found.covered == frozenset({0, 1, 2})


def test_totals_of_the_rows_in_each_currency() -> None:
    head = "Description | Currency | Quantity | Price | Market value"
    text = "Alder | CAD | 1 | 10.00 | 10.00\nBirch | USD | 2 | 10.00 | 20.00\nCedar | CAD | 3 | 10.00 | 30.00"
    found = lines(
        f"{head}\n{text}\nTotal in CAD | | | | 40.00\nTotal in USD | | | | 20.00", stops=(40, 150, *STOPS[2:])
    )
    (table,) = holdings_tables(found, holdings_heads(found), (), ".")
    own = tree(positions(table)[0])
    assert [(one.members, one.holds, one.currency) for one in own.sums] == [((0, 2), True, "CAD"), ((1,), True, "USD")]
    assert all_summed(own, (), ())


def test_a_line_without_words_may_be_a_total() -> None:
    assert told(built(f"{A}\n{B}\n\n | | | 30.00")) == [((0, 1), True, True)]


def test_a_total_may_stand_above_its_rows() -> None:
    found = built(f"Equities | | | 30.00\n{A}\n{B}\nFunds | | | 30.00\n{C}\nTotal | | | 60.00")
    assert told(found) == [((0, 1), True, False), ((2,), True, False), ((0, 1, 2), True, True)]


def test_cash_is_a_row_and_no_total() -> None:
    found = built(f"{A}\n{B}\nCash | | | 30.00\nTotal | | | 60.00")
    assert (len(found.rows), told(found)) == (3, [((0, 1, 2), True, True)])


def test_a_total_that_fails_is_held_against_what_it_is_nearest_to() -> None:
    found = built(f"{A}\nTotal | | | 10.00\n{B}\n{C}\nTotal | | | 51.00\nGrand total | | | 61.00")
    assert [(one.holds, one.expected, one.difference) for one in found.sums] == [
        (True, Decimal(10), Decimal(0)),
        (False, Decimal(50), Decimal(1)),
        (False, Decimal(60), Decimal(1)),
    ]


def test_shares_are_of_one_sum() -> None:
    good = rows(
        "Alder | 1 | 10.00 | 10.00 | 16.67\nBirch | 2 | 10.00 | 20.00 | 33.33\nCedar | 3 | 10.00 | 30.00 | 50.00"
    )
    assert shares(good) == ([0, 1, 2], [], Decimal("100.00"))
    wrong = rows(
        "Alder | 1 | 10.00 | 10.00 | 17.67\nBirch | 2 | 10.00 | 20.00 | 33.33\nCedar | 3 | 10.00 | 30.00 | 50.00"
    )
    assert shares(wrong)[:2] == ([1, 2], [0])


def test_shares_may_be_of_groups() -> None:
    found = rows(
        "Equities\nAlder | 1 | 10.00 | 10.00 | 33.33\nBirch | 2 | 10.00 | 20.00 | 66.67\n"
        "Funds\nCedar | 3 | 10.00 | 30.00 | 100.00"
    )
    assert shares(found)[:2] == ([0, 1, 2], [])


def test_one_share_says_nothing() -> None:
    assert shares(rows("Alder | 1 | 10.00 | 10.00 | 16.67")) == ([], [], Decimal("16.67"))
