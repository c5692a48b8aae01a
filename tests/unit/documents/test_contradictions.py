"""Whole statements of which one printed thing contradicts the others: each is held back, and the issue says where."""

from dataclasses import replace

import pytest

from extraction.documents.layouts import Layout
from extraction.documents.lost_lines import lost_lines, outside
from extraction.documents.paging import printed_twice
from extraction.pipeline import parse
from schemas.result import ExtractionResult, IssueCode
from tests.pages import SOURCE, STOPS, codes, left_over, lines, page, parsed, told
from tests.unit.documents.test_statement import ENDS, HEAD, ROWS, TOP

BARE = "Example Bank\nAccount statement\nAccount number: 12345678\nAll amounts in EUR\n"


def held(result: ExtractionResult) -> tuple[str, list[str]]:
    return result.decision, codes(result)


def test_two_movements_on_one_line_are_not_added_up() -> None:
    rows = ROWS.replace("03 Mar | Wage | | 9.00", "03 Mar | Wage | 1.00 | 10.00")
    assert held(parsed(f"{TOP}{ENDS}\n{HEAD}\n{rows}"))[0] == "review"


def test_a_line_of_amount_and_balance_without_a_date_is_no_note() -> None:
    rows = "Tea | 3.50 | | 96.50\n03 Mar | Wage | | 9.00 | 105.50\n04 Mar | Rent | 10.00 | | 95.50"
    result = parsed(f"{TOP}\n{HEAD}\n | {rows}")
    assert held(result) == ("review", ["incomplete"])
    (issue,) = result.issues
    assert issue.bbox is not None


@pytest.mark.parametrize(
    ("printed", "decision"),
    [
        ("15.50", "accepted"),
        ("1105.50", "accepted"),
        ("105.05", "review"),
        ("105.60", "review"),
        ("150.50", "review"),
        ("160.70", "review"),
    ],
)
def test_a_balance_that_lost_or_won_a_digit_is_a_misprint_and_another_figure_is_not(
    printed: str, decision: str
) -> None:
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}".replace("| 105.50", f"| {printed}"))
    assert result.decision == decision
    assert bool(result.repairs) == (decision == "accepted")


def test_a_column_of_balances_that_holds_but_for_one_row_is_not_passed_over() -> None:
    """Read as nothing, the two ends would prove the rows."""
    rows = ROWS.replace("| 105.50", "| 160.70") + "\n05 Mar | Tea | 1.00 | | 94.50\n06 Mar | Tea | 1.00 | | 93.50"
    ends = ENDS.replace("95.50", "93.50")
    assert held(parsed(f"{TOP}{ends}\n{HEAD}\n{rows}"))[0] == "review"


def test_rows_that_leap_by_a_year_and_back_are_misdated() -> None:
    rows = "\n".join(f"0{day} Mar 202{4 - (day == 4)} | Tea | 1.00 | | {100 - day + 1}.00" for day in range(2, 8))
    result = parsed(f"{BARE}\n{HEAD}\n01 Mar 2024 | Opening balance | | | 100.00\n{rows}")
    assert held(result) == ("review", ["date_undecided"])
    assert [issue.row for issue in result.issues if issue.severity == "error"] == [2]


def test_one_row_a_year_before_all_others_is_misdated() -> None:
    rows = "\n".join(f"0{day} Mar 202{4 - (day == 2)} | Tea | 1.00 | | {100 - day + 1}.00" for day in range(2, 8))
    assert held(parsed(f"{BARE}\n{HEAD}\n | Opening balance | | | 100.00\n{rows}")) == ("review", ["date_undecided"])


def test_one_day_a_year_before_all_others_is_misdated_though_it_has_several_rows() -> None:
    """Its date is printed once for all of them."""
    days = ["02 Mar 2023", "", "", "", "03 Mar 2024", "04 Mar 2024", "05 Mar 2024", "06 Mar 2024"]
    rows = "\n".join(f"{day} | Tea | 1.00 | | {99 - i}.00" for i, day in enumerate(days))
    assert held(parsed(f"{BARE}\n{HEAD}\n | Opening balance | | | 100.00\n{rows}")) == ("review", ["date_undecided"])


def test_a_row_of_a_section_without_a_date_is_undecided_where_other_sections_repeat_theirs() -> None:
    """No two rows of its own section have one date, which might be printed once for a day."""
    inside = "Credits\n02 Mar | Wage | | | 9.00\n | Gift | | | 5.00\n05 Mar | Wage | | | 1.00"
    inside += "\nTotal credits | | | | 15.00"
    out = "\n".join(f"0{day} Mar | Tea | | | {cost}.00" for day in (2, 3, 4) for cost in (1, 2))
    text = f"{TOP}Opening balance | | | | 100.00\nClosing balance | | | | 106.00\n\nDate | Details | | | Amount"
    whole = f"{text}\n{inside}\nDebits\n{out}\nTotal debits | | | | 9.00"
    assert held(parsed(whole)) == ("review", ["date_undecided"])
    assert held(parsed(whole.replace(" | Gift", "03 Mar | Gift"))) == ("accepted", [])


def test_a_first_row_whose_amount_is_lost_does_not_open_the_account() -> None:
    """Its balance would be the opening one, for all that follows agrees; that the total is the sum of both ends, as it
    is where nothing came in and the account ends overdrawn, would explain these."""
    ends = "Opening balance | | | | 100.00\nClosing balance | | | | -104.00\n\n | Opening balance | | | 100.00"
    rows = "02 Mar | Tea | 3.50 | | 96.50\n03 Mar | Rent | 190.00 | | -93.50\n04 Mar | Tea | 10.50 | | -104.00"
    text = f"{TOP}{ends}\n{rows}\n | Closing balance | | | -104.00\n | Total movements | 204.00 | |"
    assert held(parsed(text))[0] == "accepted"
    assert held(parsed(text.replace("3.50", "350")))[0] == "review"


def test_interest_once_a_year_is_in_order() -> None:
    rows = "\n".join(f"31 Dec {year} | Interest | | 1.00 | {100 + year - 2018}.00" for year in range(2019, 2025))
    assert held(parsed(f"{BARE}\n{HEAD}\n | Opening balance | | | 100.00\n{rows}")) == ("accepted", [])


def test_rows_without_a_year_that_leap_are_held_back() -> None:
    """The year is that of the period, and nothing on the page says that the rows run over two years."""
    text = f"{BARE}Statement date 8 January 2024\n{HEAD}\n | Opening balance | | | 100.00\n"
    rows = "20 Dec | Tea | 1.00 | | 99.00\n02 Jan | Tea | 1.00 | | 98.00\n25 Jan | Tea | 1.00 | | 97.00"
    assert held(parsed(text + rows)) == ("review", ["date_undecided"])


DAILY = "\n\nDaily ending balance\nDate | Balance | | |\n02 Mar 2024 | 96.50\n03 Mar 2024 | 105.50\n04 Mar 2024 | 95.50"


def test_a_list_of_daily_balances_proves_the_days_of_the_rows() -> None:
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}{DAILY}")
    assert held(result) == ("accepted", [])
    (proof,) = (proof for proof in result.proofs if proof.check == "daily_balances")
    assert (proof.status, proof.detail) == ("holds", "3 of 3 balances by day are those that the rows make")


def test_a_row_on_another_day_contradicts_the_list_of_daily_balances() -> None:
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS.replace('03 Mar', '02 Mar')}{DAILY}")
    assert held(result) == ("review", ["balance_mismatch"])
    assert "96.50 for 2024-03-02" in result.issues[0].message


def test_another_list_of_balances_by_day_is_not_held_against_the_rows() -> None:
    other = DAILY.replace("96.50", "6.00").replace("105.50", "7.00").replace("95.50", "8.00")
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}{other}")
    assert "daily_balances" not in {proof.check for proof in result.proofs}


def test_a_list_of_daily_balances_that_ends_in_the_closing_one_is_that_of_the_rows() -> None:
    """Each of its days but the first disagrees: a row is printed for a day after all of them."""
    rows = ROWS.replace("03 Mar", "06 Mar").replace("04 Mar", "07 Mar")
    assert held(parsed(f"{TOP}{ENDS}\n{HEAD}\n{rows}{DAILY}"))[0] == "review"


def test_a_page_that_is_there_twice_is_held_back() -> None:
    one, two = page(f"{HEAD}\n{ROWS}"), page(f"{HEAD}\n{ROWS}\nPage 2", number=2)
    (issue,) = printed_twice([one, two])
    assert (issue.code, issue.page) == (IssueCode.DUPLICATE_ROW, 2)
    other = page(f"{HEAD}\n{ROWS.replace('3.50', '4.50').replace('9.00', '8.00')}", number=2)
    assert list(printed_twice([one, other])) == []


def test_rates_that_each_statement_of_a_file_prints_are_no_page_that_is_there_twice() -> None:
    rates = "Rates\nFrom | | | | A year\n0.00 | | | | 3.31 %\n5,000.00 | | | | 2.88 %\n25,000.00 | | | | 2.26 %"
    assert list(printed_twice([page(rates), page(rates, number=2)])) == []


def test_a_page_with_one_row_that_stands_in_the_file_twice() -> None:
    text = "Example Bank\n24 Dec\nInterest charged | | 6.48\nPage 2 of 2"
    other = text.replace("24 Dec", "31 Dec")
    (issue,) = printed_twice([page(text), page(other, number=2), page(text, number=3)])
    assert (issue.page, issue.message[:34]) == (3, "Page 3 prints what page 1 prints: ")


def test_what_is_held_elsewhere_may_be_printed_with_its_sum() -> None:
    """Savings of 50.00, and 145.50 in all, beside a closing balance of 95.50."""
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}\n\nBalance in pots | | | | 50.00\nTotal balance with pots | | | | 145.50"
    assert held(parsed(text)) == ("accepted", [])
    assert left_over(parsed(text.replace("145.50", "146.50")))
    assert held(parsed(text.replace("\nTotal balance with pots | | | | 145.50", ""))) == ("accepted", [])


CARD = """
Example Bank
Account statement
Account number: 12345678
Statement period: 1 March 2024 to 31 March 2024
Previous balance | | | | 100.00
New balance | | | | 95.50

Date | Details | | | Amount
02 Mar | Tea | | | 3.50
03 Mar | Payment received, thank you | | | -9.00
04 Mar | Purchase returned, refund | | | -1.00
05 Mar | Late fee | | | 2.00
"""


def test_mirrored_rows_are_not_accepted_where_their_texts_say_the_other_side() -> None:
    """What a card says in the words of a bank account: debts that are printed as balances."""
    assert held(parsed(CARD)) == ("review", ["ambiguous"])


def test_rows_above_all_heads_are_read_where_the_statement_does_not_add_up_without_them() -> None:
    text = f"{TOP}{ENDS}\nDeposits\n03 Mar | Wage | | | 9.00\n05 Mar | Gift | | | 1.00\n\nWithdrawals\n"
    table = "Date | Details | | | Amount\n02 Mar | Tea | | | 4.50\n04 Mar | Rent | | | 10.00"
    result = parsed(text + table)
    assert held(result) == ("accepted", [])
    assert [str(t.amount) for t in result.accounts[0].transactions] == ["9.00", "1.00", "-4.50", "-10.00"]


@pytest.mark.parametrize(
    ("code", "rows", "ends"),
    [
        ("CLP", ["5.922", "1.200.000"], ("450.210", "1.644.288")),
        ("KWD", ["5.922", "1,200.000"], ("450.210", "1,644.288")),
    ],
)
def test_amounts_without_decimals_or_with_three(code: str, rows: list[str], ends: tuple[str, str]) -> None:
    top = TOP.replace("EUR", code)
    text = f"{top}Opening balance | | | | {ends[0]}\nClosing balance | | | | {ends[1]}\n\n{HEAD}\n"
    body = f"02 Mar | Tea | {rows[0]} | |\n03 Mar | Wage | | {rows[1]} |"
    result = parsed(text + body)
    assert held(result) == ("accepted", [])
    made = {"CLP": ["-5922", "1200000"], "KWD": ["-5.922", "1200.000"]}[code]
    assert [str(t.amount) for t in result.accounts[0].transactions] == made


def test_an_amount_beside_the_number_of_the_account_is_a_balance_of_it() -> None:
    overview = "One account | 12345678 | | | 95.50"
    assert held(parsed(f"{TOP}{overview}\n{ENDS}\n{HEAD}\n{ROWS}")) == ("accepted", [])
    wrong = overview.replace("95.50", "85.50")
    assert held(parsed(f"{TOP}{wrong}\n{ENDS}\n{HEAD}\n{ROWS}")) == ("review", ["incomplete"])


def test_the_totals_of_a_closing_row_are_no_balances() -> None:
    rows = f"{ROWS}\n31 Mar | Closing balance | 13.50 | 9.00 | 95.50"
    assert held(parsed(f"{TOP}\nOpening balance | | | | 100.00\n{HEAD}\n{rows}")) == ("accepted", [])


def test_a_summary_of_rewards_is_none_of_the_account() -> None:
    grid = "RewardCash Summary\nPrevious balance | | Earned | | Balance\n21.40 | | 3.10 | | 24.50"
    assert held(parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}\n\n{grid}")) == ("accepted", [])


def of_pages(summary: str, text: str) -> ExtractionResult:
    """A first page with five columns of figures, and a page of rows -> what is said of the document."""
    wide = (40, 130, 230, 330, 430)
    return parse([page(f"{BARE}1 March 2024 to 31 March 2024\n\n{summary}", wide), page(text, STOPS, 2)], SOURCE, "key")


def test_parts_of_money_out_lead_from_balance_to_balance() -> None:
    """What was spent and the fees make what goes out, and the fees are those of the rows."""
    names = "Beginning balance | Total loads | Total spent | Total fees | Ending balance\n"
    rows = ROWS.replace("Tea", "ATM fee")
    assert held(of_pages(f"{names}100.00 | 9.00 | 10.00 | 3.50 | 95.50", f"{HEAD}\n{rows}")) == ("accepted", [])
    assert left_over(of_pages(f"{names}100.00 | 9.00 | 11.00 | 3.50 | 95.50", f"{HEAD}\n{rows}"))


def test_a_figure_may_be_the_sum_of_one_kind_of_transaction() -> None:
    head = "Date | Type | Details | Amount | Balance"
    rows = (
        "02 Mar | Card | Tea | -3.50 | 96.50\n03 Mar | Direct deposit | Wage | 9.00 | 105.50\n"
        "04 Mar | Card | Rent | -10.00 | 95.50"
    )
    rows += "\n05 Mar | Adjustment | Refund | 1.00 | 96.50"
    stops = (40, 100, 200, -450, -540)
    text = f"{TOP}Total deposits | | | 9.00\n\n{head}\n{rows}\nClosing balance | | | | 96.50"
    assert held(parsed(text, stops=stops)) == ("accepted", [])
    assert held(parsed(text.replace("deposits | | | 9.00", "deposits | | | 8.00"), stops=stops))[0] == "review"


def test_a_list_of_daily_balances_may_begin_with_the_opening_balance() -> None:
    days = "Daily balances\n02 Mar | 100.00 | 03 Mar | 105.50\n04 Mar | 95.50"
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}\n\n{days}"
    assert held(parsed(text)) == ("accepted", [])
    assert held(parsed(text.replace("03 Mar | 105.50\n", "03 Mar | 100.00\n")))[0] == "review"


def test_tables_without_running_balances_beside_one_that_has_them() -> None:
    """A summary with the head of a table above it, and a list of the checks below: the rows of neither are rows."""
    summary = (
        "Date | Details | | | Amount\n01 Mar | Beginning balance | | | 100.00\n | 1 credits this period | | | 9.00"
    )
    checks = "Checks cleared\nDate | Check | | | Amount\n04 Mar | 1004 | | | 10.00"
    text = f"{TOP}{summary}\n31 Mar | Ending balance | | | 95.50\n\nAccount activity\n{HEAD}\n{ROWS}\n\n{checks}"
    result = parsed(text)
    assert held(result) == ("accepted", [])
    assert len(result.accounts[0].transactions) == 3


A_CARD = "Example Bank\nCredit card statement\nCard number: XXXX XXXX XXXX 1234\nAll amounts in EUR\n"


def test_a_summary_of_a_card_below_its_rows_is_no_row() -> None:
    rows = "02 Mar 2024 | Tea | -3.50\n03 Mar 2024 | Payment received - thank you | +20.00\n04 Mar 2024 | Rent | -10.00"
    summary = "Previous balance | 20.00\n | Payments and credits | 20.00\n | Purchases | 13.50\n | New balance | 13.50"
    result = parsed(f"{A_CARD}\nDate | Details | Amount\n{rows}\n\n | {summary}", stops=(40, 110, -450))
    assert held(result) == ("accepted", [])
    assert [str(t.amount) for t in result.accounts[0].transactions] == ["-3.50", "20.00", "-10.00"]


def test_the_balances_of_rewards_are_none_of_the_card() -> None:
    ends = "Opening balance | | 20.00\nTotal dues | | 13.50"
    rows = "02 Mar 2024 | Tea | 3.50\n03 Mar 2024 | Payment received - thank you | 20.00 CR\n04 Mar 2024 | Rent | 10.00"
    points = "Reward points summary\nOpening balance | | 8,204\nClosing balance | | 9,176"
    text = f"{A_CARD}{ends}\n\nDate | Details | Amount\n{rows}\n\n{points}"
    result = parsed(text, stops=(40, 110, -450))
    assert held(result) == ("accepted", [])
    assert str(result.accounts[0].closing_balance) == "-13.50"
    account = text.replace("Reward points", "Account").replace("8,204", "8,204.00").replace("9,176", "9,176.00")
    assert held(parsed(account, stops=(40, 110, -450)))[0] == "review"


def test_the_total_alone_proves_the_purchases_of_a_month() -> None:
    """A card whose purchases are debited at the end of the month prints no balance."""
    rows = "02 Mar 2024 | Tea | 3.50\n03 Mar 2024 | Cake | 4.00\n04 Mar 2024 | Rent | 10.00"
    text = f"{A_CARD}\nDate | Details | Amount\n{rows}\n | Total paid out | 17.50"
    result = parsed(text, stops=(40, 110, -450))
    assert held(result) == ("accepted", [])
    assert [str(t.amount) for t in result.accounts[0].transactions] == ["-3.50", "-4.00", "-10.00"]
    assert held(parsed(text.replace("17.50", "17.60"), stops=(40, 110, -450)))[0] == "review"
    assert held(parsed(text.replace("\n | Total paid out | 17.50", ""), stops=(40, 110, -450)))[0] == "review"


@pytest.mark.parametrize(("total", "decision"), [("12.50", "accepted"), ("12.60", "review"), ("21.50", "review")])
def test_the_total_of_both_sides_tells_what_was_paid_back(total: str, decision: str) -> None:
    """A card that prints no balance, and no sign but for what came back."""
    rows = "02 Mar 2024 | Tea | 3.50\n03 Mar 2024 | Hat, returned | 5.00+\n04 Mar 2024 | Rent | 14.00"
    text = f"{A_CARD}\nDate | Details | Amount\n{rows}\n\n\nTotal of the month | | {total}"
    result = parsed(text, stops=(40, 110, -450))
    assert result.decision == decision
    signed = [str(row.amount) for row in result.accounts[0].transactions]
    assert decision == "review" or signed == ["-3.50", "5.00", "-14.00"]


def test_figures_below_heads_of_a_bill_are_no_row() -> None:
    heads = "Payment due date | Total dues | Minimum amount due\n04 Apr 2024 | 13.50 | 5.00"
    rows = "02 Mar 2024 | Tea | 3.50\n03 Mar 2024 | Payment received - thank you | 20.00 CR\n04 Mar 2024 | Rent | 10.00"
    first = page(f"{A_CARD}Opening balance | 20.00\n\n{heads}", (40, 160, 280))
    result = parse([first, page(f"Date | Details | Amount\n{rows}", (40, 110, -450), 2)], SOURCE, "key")
    assert held(result) == ("accepted", [])


@pytest.mark.parametrize(
    ("heads", "told", "decision"),
    [
        ("Statement date | Period | Overdrawn up to", "01 to 31 Mar 2024", "accepted"),
        ("Statement date | Period | Amount", "01 to 31 Mar 2024", "review"),
        ("Day | Period | Overdrawn up to", "01 to 31 Mar 2024", "review"),
        ("Statement date | Name | Overdrawn up to", "Cafe", "review"),
    ],
)
def test_the_day_of_the_statement_begins_no_row(heads: str, told: str, decision: str) -> None:
    facts = f"{TOP}{heads}\n31 Mar 2024 | {told} | 2,000.00"
    rows = page(f"{ENDS}\n{HEAD}\n{ROWS}", number=2)
    assert parse([page(facts, (40, 160, 340)), rows], SOURCE, "key").decision == decision


def test_a_period_within_a_row_is_not_that_of_the_statement() -> None:
    text = f"{BARE}Balance at 01.03.2024 | | | | 100.00\n\n{HEAD}\n" + ROWS.replace(
        "Tea", "Fees from 01.12.2023 to 31.01.2024"
    )
    text = text.replace(" Mar |", ".03.2024 |") + "\nBalance at 31.03.2024 | | | | 95.50"
    result = parsed(text)
    assert held(result) == ("accepted", [])
    assert str(result.accounts[0].period_end) == "2024-03-31"


@pytest.mark.parametrize("days", [("02 Mar | Coins", "03 Mar | Coins"), ("3 | 2", "3 | 3")])
def test_a_table_of_which_no_row_could_be_read_is_not_left_out_in_silence(days: tuple[str, str]) -> None:
    """The amounts of the second account have more decimals than any currency; a month may have a column of its own."""
    rows = f"{days[0]} | 0.00350000 | | 0.99650000\n{days[1]} | 0.10000000 | | 0.89650000"
    result = parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}\n\nAccount number: 87654321\n{HEAD}\n{rows}")
    assert held(result) == ("review", ["incomplete"])
    assert "of which no row could be read" in result.issues[0].message
    assert result.issues[0].bbox is not None


def test_rates_below_a_head_that_is_printed_again_are_no_rows() -> None:
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}"
    assert held(parsed(text, f"{HEAD}\n01 Mar 2024 | Fixed for two years | | 4.74%")) == ("accepted", [])


@pytest.mark.parametrize("label", ["Kreditsaldo per 31.03.2024 zusammen", "Balance (31.03.2024) in your books"])
def test_a_balance_beside_a_date_is_held_against_the_rows(label: str) -> None:
    """The date is no price of three decimals, beside which an amount is none of the account."""
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}\n\n{label} | | | | 295.50"
    assert held(parsed(text, stops=(40, 110, -360, -450, -540)))[0] == "review"


def test_a_row_without_a_date_below_the_balance_that_ends_a_day_is_looked_at() -> None:
    rows = """
02 Mar | Tea | 3.50 | |
 | Milk | 2.00 | | 94.50
03 Mar | Wage | | 9.00 |
 | Salt | 1.00 | | 102.50
04 Mar | Rent | 5.00 | | 97.50
{} | Bread | 2.00 | | 95.50
"""
    text = f"{TOP}{ENDS}\n{HEAD}{rows}"
    assert parsed(text.format("05 Mar")).decision == "accepted"
    assert held(parsed(text.format(""))) == ("review", ["date_undecided"])


def test_the_total_of_a_side_may_be_printed_in_two_parts() -> None:
    """What went out at home and abroad; neither is a sum that the rows tell."""
    parts = "Total withdrawals at home | | | | 6.50\nTotal withdrawals abroad | | | | 7.00"
    text = f"{TOP}{ENDS}{parts}\n{HEAD}\n{ROWS}"
    assert parsed(text).decision == "accepted"
    assert parsed(text.replace("| 7.00", "| 7.01")).decision == "review"


def test_a_summary_that_leads_down_a_column_explains_one_figure_of_its_own() -> None:
    """What was paid is told without the duty, which is a row, and no sum of rows that follow each other."""
    out = "Total of payments | | | | 29.50\nOther entries | | | | 0.50"
    ends = f"Opening balance | | | | 100.00\n{out}\nTotal of gifts | | | | 9.00"
    rows = "02 Mar | Tea | 10.00 | | 90.00\n03 Mar | Duty | 0.50 | | 89.50\n04 Mar | Rent | 19.50 | | 70.00"
    table = f"{HEAD}\n{rows}\n05 Mar | Gift | | 9.00 | 79.00"
    text = f"{TOP}{ends}\nClosing balance | | | | 79.00\n\n{table}"
    assert not left_over(parsed(text))
    assert left_over(parsed(text.replace("| 29.50", "| 29.60")))


def test_an_average_behind_the_closing_balance_leads_nowhere() -> None:
    ends = "Opening | Paid out | Paid in | Closing | Average monthly\nbalance | | | balance | balance"
    figures = "100.00 | 13.50 | 9.00 | 95.50 | 99.17"
    text = f"{TOP}{ends}\n{figures}\n\nDate | Details | Paid out | Paid in | Balance\n{ROWS}"
    assert held(parsed(text, stops=(40, 110, 300, 400, 500)))[0] == "accepted"


def test_the_number_of_a_house_beside_a_limit_is_no_day() -> None:
    top = TOP.replace("All amounts", "4/18 Glen Road | | | Credit limit | 8,000.00\nAll amounts")
    assert held(parsed(f"{top}{ENDS}\n{HEAD}\n{ROWS}", stops=(40, 110, -360, 400, -560)))[0] == "accepted"


def test_a_total_left_of_its_label_is_held_against_the_rows() -> None:
    """No balance proves the first row, and texts stand last."""
    head = "Date | Paid out | Paid in | Balance | Details"
    rows = "02 Mar | 3.50 | | 96.50 | Tea\n03 Mar | | 9.00 | 105.50 | Wage\n04 Mar | 10.00 | | 95.50 | Rent"
    text = f"{TOP}{head}\n{rows}\n | 13.50 | 9.00 | | TOTALS"
    stops = (40, -200, -280, -360, 400)
    assert held(parsed(text, stops=stops)) == ("accepted", [])
    assert held(parsed(text.replace("3.50 | | 96", "3.51 | | 96"), stops=stops)) == ("review", ["incomplete"])


def test_two_dates_close_together_are_no_two_rows_where_each_day_prints_both() -> None:
    rows = "2024-03-02 2024-03-02 | Tea | 3.50 | | 96.50\n | Wage | | 9.00 | 105.50\n | Rent | 10.00 | | 95.50"
    head = "Date | Details | Paid out | Paid in | Balance"
    assert held(parsed(f"{TOP}{ENDS}\n{head}\n{rows}", stops=(40, 150, *STOPS[2:]))) == ("accepted", [])


def test_a_row_a_year_before_its_section_is_misdated() -> None:
    """However many rows another section has."""
    inside = "Credits\n" + "".join(f"0{day} Mar 2024 | Gift | | | 1.00\n" for day in range(2, 9))
    out = "Debits\n03 Mar 2023 | Tea | | | 1.00\n" + "".join(f"0{day} Mar 2024 | Tea | | | 1.00\n" for day in (3, 4, 5))
    ends = "Opening balance | | | | 100.00\nClosing balance | | | | 103.00\n\nDate | Details | | | Amount\n"
    whole = f"{BARE}{ends}{inside}Total credits | | | | 7.00\n{out}Total debits | | | | 4.00"
    assert held(parsed(whole)) == ("review", ["date_undecided"])
    assert held(parsed(whole.replace("Mar 2023", "Mar 2024")))[0] == "accepted"


@pytest.mark.parametrize(
    ("marks", "signed"),
    [
        (("", "CR", "", ""), [1]),
        (("", "-", "", ""), [1]),
        (("-", "-", "-", ""), []),
        (("DR", "DR", "DR", "DR"), [3]),
        (("DR", "DR", "DR", "CR"), []),
    ],
)
def test_an_amount_with_the_sign_of_the_other_side_than_its_column(marks: tuple[str, ...], signed: list[int]) -> None:
    out = [f"0{day} Mar | Tea | 1.00{mark} | | {100 - day + 1}.00" for day, mark in enumerate(marks[:3], start=2)]
    ends = ENDS.replace("95.50", "99.00")
    result = parsed(f"{TOP}{ends}\n{HEAD}\n" + "\n".join([*out, f"05 Mar | Wage | | 2.00{marks[3]} | 99.00"]))
    assert [issue.row for issue in result.issues if issue.code == IssueCode.SIGN_MISMATCH] == signed
    assert result.decision == ("review" if signed else "accepted")


def test_figures_that_lie_over_each_other_are_looked_at() -> None:
    one = page(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}")
    at = next(i for i, word in enumerate(one.words) if word.text == "3.50")
    over = replace(one.words[at], text="4.75", x0=one.words[at].x0 + 2, x1=one.words[at].x1 + 2)
    for text, decision in (("4.75", "review"), ("3.50", "accepted")):  # bold type is printed twice
        words = (*one.words[:at], replace(over, text=text), *one.words[at:])
        result = parse([replace(one, words=words)], SOURCE, "x")
        assert result.decision == decision
        assert [issue.bbox is not None for issue in result.issues if "over each other" in issue.message] == (
            [True] if decision == "review" else []
        )


def test_a_first_day_heading_that_is_lost_is_not_that_of_the_opening_balance() -> None:
    days = "02 Mar\n | Tea | 3.50 | | 96.50\n03 Mar\n | Wage | | 9.00 | 105.50\n04 Mar\n | Rent | 10.00 | | 95.50"
    text = f"{TOP}{ENDS}\n{HEAD}\n01 Mar | Opening balance | | | 100.00\n{days}"
    assert parsed(text).decision == "accepted"
    assert held(parsed(text.replace("02 Mar\n", ""))) == ("review", ["date_undecided"])


def test_a_line_of_nothing_and_a_balance_without_a_date_is_a_row() -> None:
    rows = f" | Coffee | 0.00 | | 100.00\n{ROWS}"
    assert held(parsed(f"{TOP}{ENDS}\n{HEAD}\n{rows}")) == ("review", ["incomplete"])


def test_a_row_that_begins_a_section_with_a_value_date_alone_is_undecided() -> None:
    card = "Example Bank\nCredit card statement\nCard number: XXXX XXXX XXXX 1111\nFrom 1 March 2024 to 31 March 2024\n"
    ends = "Previous balance | | | 100.00\nNew balance | | | 124.16\n"
    rows = "Purchases\n02 Mar | 01 Mar | Shop | 20.00\n05 Mar | 04 Mar | Shop | 3.00"
    fees = "Fees\n09 Mar | 08 Mar | Late fee | 1.16"
    text = f"{card}{ends}\nPosting date | Purchase date | Details | Amount\n{rows}\n{fees}"
    stops = (40, 130, 230, -450)
    assert parsed(text, stops=stops).decision == "accepted"
    assert "date_undecided" in codes(parsed(text.replace("09 Mar | 08", " | 08"), stops=stops))


@pytest.mark.parametrize(("out", "decision"), [("13.50", "accepted"), ("14.50", "review")])
def test_totals_beside_the_closing_balance_are_those_of_the_rows(out: str, decision: str) -> None:
    text = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}\n31 Mar | Closing balance | {out} | 9.00 | 95.50"
    assert parsed(text).decision == decision


@pytest.mark.parametrize(("second", "decision"), [("105.50", "accepted"), ("105.60", "review")])
def test_a_second_balance_is_that_of_what_was_settled_by_the_day(second: str, decision: str) -> None:
    rows = f"""
Date | Value date | Details | Amount | Balance | Balance
02 Mar | 02 Mar | Tea | -3.50 | 96.50 | 96.50
03 Mar | 03 Mar | Wage | 9.00 | 105.50 | 105.50
04 Mar | 06 Mar | Rent | -10.00 | 95.50 | {second}
06 Mar | 06 Mar | Gift | 1.00 | 96.50 | 96.50
"""
    ends = "Opening balance | | | | 100.00\nClosing balance | | | | 96.50\n"
    result = parsed(f"{TOP}{ends}\n{rows}", stops=(40, 90, 150, -330, -430, -540))
    assert result.decision == decision


@pytest.mark.parametrize(("last", "strange"), [("3.00", False), ("4.00", True)])
def test_a_total_of_what_is_to_come_is_the_sum_of_the_figures_above_it(last: str, strange: bool) -> None:
    come = f"June | | | | 1.25\nJuly | | | | 2.10\nAugust | | | | {last}\nTotal | | | | 6.35"
    text = f"{TOP}{ENDS}\n{come}\n\nDate | Details | Paid out | Paid in | Balance\n{ROWS}"
    assert left_over(parsed(text)) is strange


def test_a_balance_below_the_rows_is_that_of_nothing_else() -> None:
    """Below the closing balance what is blocked and what is one's own is printed like rows."""
    rows = f"{ROWS}\n | Closing balance | | | 95.50\n | Held back at 31 March | | | 0.00\n | Own funds | | | 95.50"
    assert parsed(f"{TOP}{ENDS}\nDate | Details | Paid out | Paid in | Balance\n{rows}").decision == "accepted"


@pytest.mark.parametrize(("sheet", "decision"), [("1 of 1", "accepted"), ("1 of 2", "review"), ("", "review")])
def test_a_balance_carried_from_the_only_sheet_goes_nowhere(sheet: str, decision: str) -> None:
    rows = f"{ROWS}\n04 Mar | Balance carried forward | | | 95.50" + "\n | | | | x" * 35
    text = f"{TOP}Sheet number | | {sheet}\n{ENDS}\nDate | Details | Paid out | Paid in | Balance\n{rows}"
    assert parsed(text.replace("Closing balance | | | | 95.50\n", "")).decision == decision


@pytest.mark.parametrize(("total", "strange"), [("105.30", False), ("105.40", True)])
def test_points_that_add_up_with_those_beside_the_rows_are_none_of_the_account(total: str, strange: bool) -> None:
    head = "Date | Details | Sunpoints | Amount | Balance"
    rows = "02 Mar | Tea | 0.35 | -3.50 | 96.50\n03 Mar | Wage | 0.90 | 9.00 | 105.50"
    rows = f"{rows}\n04 Mar | Rent | 1.00 | -10.00 | 95.50"
    told = f"Before 104.20 | | Earned 2.25 | Used 1.15 | Total {total}"
    result = parsed(f"{TOP}{ENDS}\n{head}\n{rows}\n\n{told}", stops=(40, 110, -290, -400, -540))
    assert left_over(result) is strange


@pytest.mark.parametrize(("numbers", "count"), [("386.00", 0), ("386.10", 1)])
def test_balances_times_their_days_are_no_rows(numbers: str, count: int) -> None:
    text = lines(f"02 Mar 2024 | 96.50 | 4 | {numbers}")
    assert len(outside(set(), Layout(".", (), (), frozenset(), {}), text)) == count


@pytest.mark.parametrize(("numbers", "count"), [("35.961", 0), ("35.691", 1), ("35,98", 1)])
def test_thousandths_of_balances_times_their_days_are_no_rows_of_another_account(numbers: str, count: int) -> None:
    text = lines(f"02 Mar 2024 | 7192.18 | 5 | {numbers}")
    assert len(lost_lines(Layout(".", (), (), frozenset(), {}), text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("02 Mar 2024 | Hotel | | 386.00", 1),
        ("02 Mar 2024 | 386.00 | Hotel | Berlin", 1),  # its text comes last
        ("02 Mar 2024 | Total | | 386.00", 0),
        ("02 Mar 2024 | Hotel | | Berlin", 0),
    ],
)
def test_lines_outside_of_tables_look_like_rows_by_their_date_and_amount(text: str, count: int) -> None:
    assert len(outside(set(), Layout(".", (), (), frozenset(), {}), lines(text))) == count


@pytest.mark.parametrize(
    ("names", "decision"), [("Rainy day | | Holiday", "accepted"), ("Amount | | Balance", "review")]
)
def test_what_pots_hold_on_a_day_is_no_row(names: str, decision: str) -> None:
    pots = f"Pots on | {names}\n30 Mar 2024 | 740.00 | | 412.75"
    rows = f"{HEAD}\n{ROWS}"
    text = f"{TOP}{ENDS}\n{pots}\n\n\nExample account\n{rows}"
    assert parsed(text, stops=(40, 110, -360, -450, -540)).decision == decision


def test_rows_below_one_that_contradicts_the_account_are_not_left_out() -> None:
    """Only the first of them prints a date; the line below it has the balance of the next one."""
    rows = (
        "02 Mar | Tea | 3.50 | | 96.50\n | Salt | 6.00 | | 85.50\n | Wage | | 9.00 | 94.50\n | Rent | 10.00 | | 84.50"
    )
    text = f"{TOP}Opening balance | | | | 100.00\n\n{HEAD}\n{rows}"
    assert parsed(text).decision == "review"
    assert parsed(text.replace("6.00", "11.00")).decision == "accepted"


def test_totals_with_a_date_beside_a_balance_that_does_not_move_are_no_row() -> None:
    """Of one row they repeat its amount: nothing else would tell the two apart."""
    text = f"""{TOP}
Date | Details | Withdrawals | Deposits | Balance
01 Mar | Balance forward | | | 30.00
31 Mar | Dividend | | 1.20 | 31.20
31 Mar | Closing totals | 0.00 | 1.20 | 31.20
"""
    result = parsed(text)
    assert held(result) == ("accepted", [])
    assert told(result.accounts[0]) == [("2024-03-31", "1.20", "31.20")]
    wrong = {"| 1.20 | 31.20\n31": "| 1.30 | 31.30\n31", "0.00 | 1.20": "0.00 | 1.30", "totals | 0.00": "totals | 1.00"}
    for right, other in wrong.items():
        assert parsed(text.replace(right, other)).decision == "review"
    moved = parsed(text.replace("Closing totals | 0.00 | 1.20 | 31.20", "Total Wine | 1.20 | 0.00 | 30.00"))
    assert [amount for _, amount, _ in told(moved.accounts[0])] == ["1.20", "-1.20"]


@pytest.mark.parametrize(
    ("box", "strange"),
    [
        ("Personal loan | | | | 3811.26\nTotal | | | | 3811.26", False),
        ("Personal loan | | | | 3811.26\nTotal | | | | 3921.26", True),
        ("Total | | | | 3811.26", True),
        ("Account number | 12345678 | Arrangement | | 2500.00", False),
        ("12345678 | Current account | | | 2500.00", True),
    ],
)
def test_a_total_of_one_figure_and_one_beside_a_labelled_number_are_of_something_else(box: str, strange: bool) -> None:
    """Where only the two ends prove the rows."""
    rows = "\n".join(f"{row.rpartition(' | ')[0]} |" for row in ROWS.split("\n"))
    result = parsed(f"{TOP}{box}\nTea\n{ENDS}\n{HEAD}\n{rows}")
    assert held(result) == (("review", ["incomplete"]) if strange else ("accepted", []))


def test_three_counts_below_a_head_are_no_row_whose_date_has_two_parts() -> None:
    heads = "Checks paid | Card POS | PIN | | \nwithdrawals | signed transactions | transactions"
    rest = f"{ENDS}\n{HEAD}\n{ROWS}"
    told = {
        last: parse(
            [page(f"{TOP}Summary\n{heads}\n2 | 11 | {last}", (40, 160, 340)), page(rest, number=2)], SOURCE, "key"
        )
        for last in ("3", "3.00")
    }
    assert [codes(result) for result in told.values()] == [[], ["incomplete"]]


@pytest.mark.parametrize(
    ("number", "strange"), [("0123456781", False), ("12345678", True), ("GB29PEHB40411312345678", True)]
)
def test_a_longer_number_that_holds_that_of_the_account_is_another_one(number: str, strange: bool) -> None:
    assert left_over(parsed(f"{TOP}{ENDS}\n{HEAD}\n{ROWS}\n\nCapital {number} | | | | 58,114.07")) is strange
