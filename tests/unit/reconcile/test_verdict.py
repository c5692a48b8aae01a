"""What is said of an account: proofs, issues and repairs, on whole statements made by hand."""

import pytest

from schemas.result import ExtractionResult, Issue, Proof
from tests.pages import codes, left_over, parsed, told

TOP = """
Example Bank
Account statement
Account number: 12345678
All amounts in EUR
Statement period: 1 March 2024 to 31 March 2024
"""
HEAD = "Date | Details | Paid out | Paid in | Balance"
GOOD = f"""{TOP}
Opening balance | | | | 100.00
Closing balance | | | | 95.50

{HEAD}
02 Mar | Tea | 3.50 | | 96.50
03 Mar | Wage | | 9.00 | 105.50
04 Mar | Rent | 10.00 | | 95.50
"""
BARE = f"""{TOP}
Opening balance | | 100.00
Total money in | | 9.00
Total money out | | 13.50
Closing balance | | 95.50

Date | Details | Paid out | Paid in
02 Mar | Tea | 3.50
03 Mar | Wage | | 9.00
04 Mar | Rent | 10.00
"""


def proof(result: ExtractionResult, check: str) -> Proof:
    return next(one for one in result.proofs if one.check == check)


def issue(result: ExtractionResult, code: str) -> Issue:
    return next(one for one in result.issues if one.code == code)


def figures(found: Issue) -> tuple[str | None, str | None, str | None]:
    return found.expected, found.found, found.difference


def test_a_good_statement_is_accepted_and_says_what_ties_out() -> None:
    result = parsed(GOOD)
    assert (result.decision, result.verdict, codes(result)) == ("accepted", "verified", [])
    assert proof(result, "running_balance").detail == "3 of 3 printed balances follow; they prove 3 of 3 rows"
    assert proof(result, "closing_balance").detail == "opening 100.00 + 3 rows -4.50 = closing 95.50"
    assert proof(result, "total_credits").status == "not_applicable"


def test_totals_that_agree_are_said() -> None:
    result = parsed(BARE)
    assert result.decision == "accepted"
    assert proof(result, "running_balance").status == "not_applicable"
    assert proof(result, "total_credits").detail == "1 rows of money in make the printed 9.00"
    assert proof(result, "total_debits").detail == "2 rows of money out make the printed 13.50"


def test_a_closing_balance_off_by_a_cent_is_a_mismatch_with_its_figures() -> None:
    result = parsed(BARE.replace("95.50", "95.51"))
    assert (result.decision, result.verdict) == ("review", "discrepancy")
    found = issue(result, "closing_mismatch")
    assert figures(found) == ("95.50", "95.51", "0.01")
    assert found.page == 1 and found.bbox is not None
    assert "difference is 0.01" in found.message
    assert proof(result, "closing_balance").status == "fails"


def test_a_total_that_does_not_agree_is_a_mismatch_with_its_figures() -> None:
    result = parsed(BARE.replace("| 9.00\nTotal money out", "| 9.10\nTotal money out"))
    assert result.decision == "review"
    assert figures(issue(result, "total_mismatch")) == ("9.00", "9.10", "0.10")


def test_a_lost_row_is_a_discrepancy_at_the_next_balance_by_its_amount() -> None:
    result = parsed(GOOD.replace("03 Mar | Wage | | 9.00 | 105.50\n", ""))
    assert (result.decision, result.verdict) == ("review", "discrepancy")
    found = issue(result, "balance_mismatch")
    assert figures(found) == ("86.50", "95.50", "9.00")
    assert found.row == 1
    assert [told(account) for account in result.accounts] == [
        [("2024-03-02", "-3.50", "96.50"), ("2024-03-04", "-10.00", "95.50")]
    ]


def test_a_misread_amount_is_a_discrepancy_of_its_row() -> None:
    result = parsed(GOOD.replace("03 Mar | Wage | | 9.00", "03 Mar | Wage | | 9.01"))
    found = issue(result, "balance_mismatch")
    assert result.decision == "review"
    assert (found.row, figures(found)) == (1, ("105.51", "105.50", "-0.01"))


def test_a_misprinted_balance_is_repaired_and_said() -> None:
    result = parsed(GOOD.replace("105.50", "10.50"))
    assert (result.decision, codes(result)) == ("accepted", [])
    (repair,) = result.repairs
    assert (repair.row, repair.field, repair.printed, repair.repaired) == (1, "balance", "10.50", "105.50")
    assert repair.provenance.page == 1
    assert "misprint_repaired" in codes(result, "info")
    assert "1 misprinted" in proof(result, "running_balance").detail


def test_a_balance_with_another_digit_is_held_back() -> None:
    result = parsed(GOOD.replace("105.50", "106.50"))
    assert (result.decision, codes(result)) == ("review", ["balance_mismatch", "balance_mismatch"])


def test_balances_below_zero_may_print_no_sign_where_none_does() -> None:
    text = f"""{TOP}
Opening balance | | | | 10.00
Closing balance | | | | 20.00

{HEAD}
02 Mar | Tea | 13.50 | | 3.50
03 Mar | Cake | 1.50 | | 5.00
04 Mar | Wage | | 25.00 | 20.00
"""
    result = parsed(text)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [str(row.balance) for row in result.accounts[0].transactions] == ["-3.50", "-5.00", "20.00"]
    assert "2 below zero, which no sign on the page says" in proof(result, "running_balance").detail
    assert parsed(text.replace("1.50 | | 5.00", "1.50 | | -5.00")).decision == "review", "here a sign is printed"


def test_an_opening_balance_that_the_rows_contradict_is_said() -> None:
    result = parsed(GOOD.replace("Opening balance | | | | 100.00", "Opening balance | | | | 200.00"))
    assert result.decision == "review"
    assert figures(issue(result, "balance_mismatch")) == ("100.00", "200.00", "100.00")


def test_rows_that_nothing_proves_go_to_review() -> None:
    text = BARE.replace("Opening balance | | 100.00\n", "").replace("Closing balance | | 95.50\n", "")
    result = parsed(text)
    assert (result.decision, result.verdict) == ("review", "unverifiable")
    assert "an opening balance and a closing balance" in issue(result, "unproved").message


def test_rows_after_the_last_balance_are_proved_by_the_closing_balance() -> None:
    result = parsed(GOOD.replace("04 Mar | Rent | 10.00 | | 95.50", "04 Mar | Rent | 10.00 | |"))
    assert result.decision == "accepted"
    assert told(result.accounts[0])[-1] == ("2024-03-04", "-10.00", None)


def test_rows_after_the_last_balance_without_a_closing_balance_are_not_proved() -> None:
    text = GOOD.replace("04 Mar | Rent | 10.00 | | 95.50", "04 Mar | Rent | 10.00 | |")
    result = parsed(text.replace("Closing balance | | | | 95.50\n", ""))
    assert result.decision == "review"
    assert issue(result, "unproved").row == 2


def test_two_readings_that_are_proved_alike_are_ambiguous() -> None:
    result = parsed(
        f"""{TOP}
Opening balance | | | | 100.00
Closing balance | | | | 112.00

02 Mar | Tea | | 5.00 | 7.00
03 Mar | Rent | | 7.00 | 5.00
"""
    )
    assert result.decision == "review"
    assert "ambiguous" in codes(result)


def test_a_labelled_balance_that_is_no_figure_of_the_rows_is_left_over() -> None:
    result = parsed(GOOD.replace(HEAD, f"Total balance of your accounts | | | | 77.77\n\n{HEAD}"))
    assert left_over(result)
    assert "Total balance of your accounts" in issue(result, "incomplete").message


def test_a_figure_of_any_name_that_a_slip_parts_from_one_of_the_rows_is_left_over() -> None:
    text = f"""{TOP}
Opening balance | | | | 4210.37
Closing balance | | | | 3954.13
Brumble | | | | {{}}

{HEAD}
02 Mar | Tea | 268.74 | | 3941.63
03 Mar | Wage | | 12.50 | 3954.13
"""
    swapped, digit, same, other = (parsed(text.format(v)) for v in ("3594.13", "3964.13", "3954.13", "5317.26"))
    assert [one.decision for one in (swapped, digit, same, other)] == ["review", "review", "accepted", "accepted"]
    assert "One slip away is 3,954.13" in issue(digit, "incomplete").message
    assert parsed(text.replace("Brumble", "Credit limit").format("3964.13")).decision == "accepted", "named as another"


def test_figures_of_other_things_are_not_left_over() -> None:
    result = parsed(
        f"{GOOD}\n\nAvailable balance | | | | 77.77\nAverage balance | | | | 66.66\nCredit limit | | | | 500.00"
    )
    assert (result.decision, codes(result)) == ("accepted", [])


def test_a_total_in_the_column_of_balances_is_no_figure_of_the_rows() -> None:
    assert left_over(parsed(f"{GOOD}\n\nTotal balance of this account | | | | 77.77"))


def test_dated_amounts_above_every_table_are_left_over() -> None:
    result = parsed(GOOD.replace(HEAD, f"28 Feb | Hotel | | | 50.00\n29 Feb | Hotel | | | 51.00\n\n{HEAD}"))
    assert result.decision == "review"
    assert "stand in no table" in issue(result, "incomplete").message


def test_a_slip_that_repeats_what_is_due_is_no_row() -> None:
    slip = "Minimum payment due | | | | 50.00\n\nPay by | | | | Least\n28 Apr 2024 | | | | {}"
    decisions = [parsed(GOOD.replace(HEAD, f"{slip.format(due)}\n\n{HEAD}")).decision for due in ("50.00", "51.00")]
    assert decisions == ["accepted", "review"]


def test_a_figure_in_a_long_text_is_told_in_passing() -> None:
    text = "Programme of gifts: balance before 214.55; gathered 14.96; given back 0.00; {} balance now 229.51"
    long = parsed(f"{GOOD}\n\n{text.format('and for all who had asked us about it by mail the new')}")
    assert (long.decision, codes(long)) == ("accepted", [])
    assert left_over(parsed(f"{GOOD}\n\nbalance now 229.51"))


def test_dated_rows_that_the_balances_do_not_need_are_left_over() -> None:
    result = parsed(f"{GOOD}\n\n\nYour orders\n\n05 Mar | Hotel | 50.00\n06 Mar | Hotel | 51.00")
    assert result.decision == "review"
    assert "are not needed to reach the balances" in issue(result, "incomplete").message


def test_pending_transactions_are_no_rows() -> None:
    result = parsed(f"{GOOD}\n\n\nPending transactions\n\n05 Mar | Hotel | 50.00\n06 Mar | Hotel | 51.00")
    assert (result.decision, codes(result)) == ("accepted", [])
    assert len(result.accounts[0].transactions) == 3


def test_daily_balances_are_no_rows() -> None:
    result = parsed(
        f"{GOOD}\n\n\nDaily ending balance\n\n02 Mar | | | | 96.50\n03 Mar | | | | 105.50\n04 Mar | | | | 95.50"
    )
    assert (result.decision, codes(result)) == ("accepted", [])
    assert len(result.accounts[0].transactions) == 3


def test_rows_below_the_closing_balance_that_cancel_each_other_out_are_not_proved() -> None:
    head = f"{TOP}\nDate | Details | | | Amount\nOpening balance | | | | 100.00\n02 Mar | Tea | | | -10.00\n"
    booked = f"{head}03 Mar | Cake | | | -5.00\nClosing balance | | | | 85.00\n"
    assert parsed(booked).decision == "accepted"
    result = parsed(
        f"{booked}\nOther\nDate | Details | | | Amount\n04 Mar | Shop | | | -20.00\n05 Mar | Ref | | | 20.00"
    )
    assert (result.decision, codes(result)) == ("review", ["unproved"])


@pytest.mark.parametrize(
    "name",
    [
        "Noch nicht gebuchte Umsätze",
        "Opérations en cours",
        "Unposted transactions",
        "Movimenti non contabilizzati",
        "Operaciones en curso",
        "Nog niet geboekt",
        "Movimentos não contabilizados",
        "For information only",
    ],
)
def test_what_is_not_booked_is_left_out_though_it_cancels_out(name: str) -> None:
    head = f"{TOP}\nDate | Details | | | Amount\nOpening balance | | | | 100.00\n02 Mar | Tea | | | -10.00\n"
    text = f"{head}03 Mar | Cake | | | -5.00\n{name}\n04 Mar | Shop | | | -20.00\n05 Mar | Ref | | | 20.00\n"
    result = parsed(f"{text}Closing balance | | | | 85.00\n")
    assert (result.decision, len(result.accounts[0].transactions)) == ("accepted", 2)
