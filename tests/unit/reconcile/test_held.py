"""What speaks for a holding: its product, the totals of its value, its share, its gain."""

from decimal import Decimal

from extraction.model import Cell
from extraction.reconcile.securities.held import HoldingGrounds, holding_grounds
from extraction.reconcile.securities.portfolio import Part, Whole
from extraction.reconcile.securities.positions import positions
from extraction.reconcile.securities.totals import Tree, tree
from extraction.tables.securities.holding_heads import holdings_heads
from extraction.tables.securities.holding_rows import holdings_tables
from tests.pages import lines

STOPS = (40, -270, -340, -430, -540)
SHARES = "Description | Quantity | Price | Market value | % of portfolio"
GAINS = "Description | Price | Cost basis | Market value | Gain/loss"
A, B, C = "Alder | 1 | 10.00 | 10.00", "Birch | 2 | 10.00 | 20.00", "Cedar | 3 | 10.00 | 31.00"


def built(*rows: str, head: str = SHARES) -> Tree:
    found = lines("\n".join((head, *rows)), stops=STOPS)
    (table,) = holdings_tables(found, holdings_heads(found), (), ".")
    return tree(positions(table)[0])


def of(found: Tree, *parts: Part, wholes: tuple[Whole, ...] = ()) -> tuple[HoldingGrounds, ...]:
    return holding_grounds(found, parts, wholes)


def whole(amount: str) -> Whole:
    return Whole("Total", (Decimal(amount),), Cell("Total", 1, (0, 0, 1, 1), "native", None))


def test_the_product_of_each_holding() -> None:
    assert [one.product for one in of(built(A, B, C, "Cash | | | 5.00"))] == [
        "exact", "exact", "fails", "not_applicable",
    ]  # fmt: skip


def test_a_total_of_all_a_total_of_a_group_and_one_that_fails() -> None:
    assert [one.total for one in of(built(A, B, "Total | | | 30.00"))] == ["whole", "whole"]
    assert [one.total for one in of(built(A, B, "Total | | | 31.00"))] == ["contradicted", "contradicted"]
    assert [one.total for one in of(built(A, B))] == ["nothing", "nothing"]
    groups = built(A, "Total | | | 10.00", B, C, "Total | | | 52.00")
    assert [one.total for one in of(groups)] == ["group", "contradicted", "contradicted"]


def test_a_total_outside_the_tables_counts_alone_or_with_money_beside_the_holdings() -> None:
    assert of(built(A, B), wholes=(whole("30.00"),))[0].total == "whole"
    assert of(built(A, B), wholes=(whole("35.00"),))[0].total == "nothing"
    assert of(built(A, B), Part("cash", Decimal(5)), wholes=(whole("35.00"),))[0].total == "whole"


def test_shares_that_are_those_of_the_values() -> None:
    found = built(f"{A} | 20.00", f"{B} | 40.00", "Cedar | 2 | 10.00 | 20.00 | 45.00")
    assert [one.share for one in of(found)] == ["agrees", "agrees", "differs"]
    assert [one.share for one in of(built(A, B))] == ["none", "none"]


def test_gains_that_are_value_less_cost() -> None:
    rows = ("Alder | 1.00 | 8.00 | 10.00 | 2.00", "Birch | 1.00 | 8.00 | 20.00 | 21.00", "Cedar | 1.00 | | 5.00 |")
    assert [one.gain for one in of(built(*rows, head=GAINS))] == ["agrees", "differs", "none"]
