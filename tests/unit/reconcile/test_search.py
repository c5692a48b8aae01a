"""Of all interpretations, the one that the balances prove."""

from decimal import Decimal

from extraction.model import Cell
from extraction.reconcile.outcome import Evidence, Outcome, Printed
from extraction.reconcile.search import assignments, search
from extraction.text import amounts
from tests.pages import STOPS, tables_of

CELL = Cell("", 1, (0, 0, 1, 1), "native", None)
HEAD = "Date | Details | Paid out | Paid in | Balance"
TWO = (40, 110, -450, -540)


def printed(*texts: str, firm: bool = True) -> tuple[Printed, ...]:
    return tuple(Printed(amount, CELL, firm) for text in texts if (amount := amounts.parse(text, ".")))


def searched(
    text: str,
    opening: str | None = None,
    closing: str | None = None,
    stops: tuple[float, ...] = STOPS,
    owed: tuple[bool, ...] = (False,),
) -> Outcome:
    evidence = Evidence(
        openings=printed(opening) if opening else (), closings=printed(closing) if closing else (), owed=owed
    )
    found = search(tables_of(text, stops=stops), evidence)
    assert found is not None
    return found


def movements(outcome: Outcome) -> list[str]:
    return [str(amount) for _, amount in outcome.movements()]


def test_no_rows_no_outcome() -> None:
    assert search([], Evidence()) is None


def test_rows_are_proved_by_their_running_balance() -> None:
    found = searched(f"{HEAD}\n02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Wage | | 9.00 | 105.50", "100.00", "105.50")
    assert found.complete and found.closed and not found.rivals
    assert movements(found) == ["-3.50", "9.00"]


def test_rows_are_proved_by_opening_and_closing_alone() -> None:
    text = "Date | Details | Amount\n02 Mar | Tea | -3.50\n03 Mar | Wage | 9.00"
    found = searched(text, "100.00", "105.50", (40, 110, -450))
    assert found.closed and found.chain.held == 0
    assert movements(found) == ["-3.50", "9.00"]


def test_columns_without_names_are_told_apart_by_the_arithmetic() -> None:
    rows = "02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Wage | | 9.00 | 105.50\n04 Mar | Rent | 5.00 | | 100.50"
    found = searched(rows)
    assert found.reading.roles == (("debit", "credit", "balance"),)
    assert movements(found) == ["-3.50", "9.00", "-5.00"]


def test_a_balance_that_is_called_an_amount_is_found_out() -> None:
    text = "Date | Details | Amount | Amount\n02 Mar | Tea | -3.50 | 96.50\n03 Mar | Wage | 9.00 | 105.50"
    found = searched(text, "100.00", stops=TWO)
    assert found.reading.roles == (("amount", "balance"),)


def test_newest_first_is_found_out() -> None:
    text = f"{HEAD}\n03 Mar | Wage | | 9.00 | 105.50\n02 Mar | Tea | 3.50 | | 96.50"
    found = searched(text, "100.00", "105.50")
    assert found.reading.newest_first and found.closed


def test_rows_that_run_on_are_not_read_backwards() -> None:
    """Backwards, and as debts, two balances without a name meet as well."""
    text = "Date | Details | Paid out | Paid in\n02 Mar | Tea | 3.50 |\n | Balance | | 96.50\n03 Mar | Wage | | 9.00"
    ends = printed("105.50", "100.00")
    found = search(tables_of(text), Evidence(openings=ends, closings=ends, owed=(True,)))
    assert found is not None and not found.closed


def test_unsigned_amounts_are_signed_by_the_balances() -> None:
    text = "Date | Details | Amount | Balance\n02 Mar | Tea | 3.50 | 96.50\n03 Mar | Wage | 9.00 | 105.50"
    found = searched(text, "100.00", "105.50", TWO)
    assert found.closed and movements(found) == ["-3.50", "9.00"]


def test_a_card_whose_balances_are_debts() -> None:
    text = "Date | Details | Amount\n02 Mar | Shop | 3.50\n03 Mar | Payment, thank you | -9.00"
    found = searched(text, "100.00", "94.50", (40, 110, -450), (True, False))
    assert found.reading.owed and movements(found) == ["-3.50", "9.00"]


def test_a_card_whose_balances_are_the_holders_position() -> None:
    text = "Date | Details | Amount\n02 Mar | Shop | -3.50\n03 Mar | Payment, thank you | 9.00"
    found = searched(text, "-100.00", "-94.50", (40, 110, -450), (True, False))
    assert movements(found) == ["-3.50", "9.00"]
    assert not found.rivals


def test_two_readings_that_prove_the_same_with_other_rows_are_rivals() -> None:
    """Two columns without names that make the same sum: either may be the money, and the other something else."""
    text = "02 Mar | Tea | 5.00 | 7.00\n03 Mar | Rent | 7.00 | 5.00"
    found = searched(text, "100.00", "112.00", TWO)
    assert {tuple(movements(one)) for one in (found, *found.rivals)} >= {("5.00", "7.00"), ("7.00", "5.00")}


def test_equal_readings_are_one_rival() -> None:
    """Rows that only the balances sign can be turned round in one way, however many readings do so."""
    text = "Date | Details | Amount | Balance\n02 Mar | Tea | 3.50 | 103.50\n03 Mar | Wage | 9.00 | 112.50"
    found = searched(text, "100.00", "112.50", TWO, (True, False))
    assert (len(found.rivals), found.mirrored) == (1, True)
    assert found.rivals[0].movements() == found.mirror()


def test_the_last_row_of_the_last_day_is_no_summary_where_the_opening_balance_follows_from_it() -> None:
    """Newest first: without its oldest row the account is proved, too, from another balance than the printed one."""
    newest = "04 Mar | Rent | -10.00 | 95.50\n03 Mar | Wage | 9.00 | 105.50"
    rows = f"{newest}\n02 Mar | Wage | 1.00 | 96.50\n | Tea | -4.50 | 95.50"
    found = searched(f"Date | Details | Amount | Balance\n{rows}", "100.00", "95.50", TWO)
    assert movements(found) == ["-10.00", "9.00", "1.00", "-4.50"]


def test_rows_without_a_date_that_bring_the_balance_back_are_no_summary() -> None:
    rows = "02 Mar | Wage | 9.00 | 109.00\n03 Mar | Rent | -13.50 | 95.50"
    more = " | Tea | -4.50 | 91.00\n | Refund | 4.50 | 95.50"
    found = searched(f"Date | Details | Amount | Balance\n{rows}\n{more}", "100.00", "95.50", TWO)
    assert movements(found) == ["9.00", "-13.50", "-4.50", "4.50"]
    assert not found.skipped


def test_a_block_headed_as_something_else_is_left_out_where_the_rest_is_proved_without_it() -> None:
    text = f"""
{HEAD}
02 Mar | Tea | 3.50 | | 96.50
03 Mar | Wage | | 9.00 | 105.50

Pending transactions

04 Mar | Hotel | 50.00 | |
"""
    found = searched(text, "100.00", "105.50")
    assert found.closed
    assert [row.description for row in found.skipped] == ["Hotel"]
    assert movements(found) == ["-3.50", "9.00"]


def test_where_nothing_adds_up_nothing_is_complete() -> None:
    found = searched(f"{HEAD}\n02 Mar | Tea | 3.50 | | 96.51\n03 Mar | Wage | | 9.00 | 105.60", "100.00", "105.55")
    assert not found.complete and not found.closed
    assert found.chain.breaks


def test_a_misprinted_balance_is_passed_over_but_a_closing_balance_is_not() -> None:
    found = searched(f"{HEAD}\n02 Mar | Tea | 3.50 | | 9.50\n03 Mar | Wage | | 9.00 | 105.50", "100.00", "105.55")
    assert found.complete and len(found.chain.misprints) == 1
    assert found.closing is None and not found.closed


def test_the_first_row_is_free_where_its_balance_is_all_that_tells_the_opening() -> None:
    found = searched(f"{HEAD}\n02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Wage | | 9.00 | 105.50", None, "105.50")
    assert found.complete and found.chain.implied
    assert found.chain.opening == Decimal("100.00")


def test_names_of_columns_stand_unless_they_are_repeated_or_missing() -> None:
    assert list(assignments(("debit", "credit", "balance"))) == [("debit", "credit", "balance")]
    assert next(assignments(("amount", "amount"))) == ("amount", "balance")
    assert next(assignments((None, None, None))) == ("debit", "credit", "balance")
    assert ("credit", "debit", "balance") in assignments((None, None, None))


def test_an_assignment_moves_money_once() -> None:
    for roles in assignments((None, None, None)):
        assert ("amount" in roles) != ("debit" in roles or "credit" in roles)
        assert roles.count("balance") <= 1


def test_rows_below_a_heading_of_what_is_not_booked_are_left_out_first() -> None:
    """By the sign of their section the others tie out as well, though as what was paid."""
    rows = "02 Mar | Shop | -20.00\n03 Mar | Shop | -5.00\n\nScheduled payments\n04 Apr | Rent | 7.00"
    text = f"Payments\nDate | Details | Amount\n{rows}"
    found = searched(text, "100.00", "125.00", (40, 110, -450), (True, False))
    assert movements(found) == ["-20.00", "-5.00"]
