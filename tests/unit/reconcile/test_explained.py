"""Figures beside the rows that are none of the account, and those that only look so."""

import pytest

from extraction.pipeline import parse
from extraction.reconcile.figure_words import names_other
from extraction.text.normal import plain
from tests.pages import SOURCE, codes, left_over, page, parsed, told
from tests.unit.reconcile.test_verdict import TOP

ROWS = """
Opening balance | | | | 4210.37
Closing balance | | | | 3954.13

Date | Details | Paid out | Paid in | Balance
02 Mar | Tea | 268.74 | | 3941.63
03 Mar | Wage | | 12.50 | 3954.13
"""


def decided(before: str = "", after: str = "") -> str:
    return parsed(f"{TOP}\n{before}\n{ROWS}\n\n{after}").decision


POINTS = "Balance last month | | | | 4,188\nGathered | | | | 207\nNew balance of these | | | | 4,395"
PLANS = (
    "Plan | | A month | | Total to pay\nOne | | 919.00 | | 5516.60\nTwo | | 775.61 | | {}\nThree | | 623.23 | | 7478.77"
)
APART = "Total of plans | | | | 1529.39\nFees of plans | | | | 97.59\nTotal to be charged | | | | {}"
SHARES = (
    "Balance to pay now | | | | {}\nFees of it | | | | 7.77\nBalance to pay now | | | | 3000.00\n"
    "Fees of it | | | | 8.88\nBalance to pay now | | | | 3954.13"
)
EARNED = "Happy Cash balance B/F | | | | 12.40\nEarned | | | | 1.13\nRedeemed | | | | 0.00\nBalance C/F | | | | {}"
HELD = (
    "Balances of all you hold\nCurrent account | | | | 3954.13\nTotal of shares | | | | 4200.00\nTotal held | | | | {}"
)


def test_figures_without_decimals_are_no_money_where_the_rows_have_them() -> None:
    assert decided(after=POINTS) == "accepted"
    assert decided(after=POINTS.replace("4,188", "4,188.00").replace("4,395", "4,397.00")) == "review"


@pytest.mark.parametrize(
    ("text", "good", "bad"),
    [
        (SHARES, "954.13", "955.13"),
        (PLANS, "6204.87", "3954.13"),  # a figure of the account among them
        (APART, "1626.98", "1627.98"),
        (EARNED, "13.53", "13.54"),
        (HELD, "8154.13", "8155.13"),
    ],
)
def test_figures_that_others_explain(text: str, good: str, bad: str) -> None:
    assert decided(before=text.format(good)) == "accepted"
    assert decided(before=text.format(bad)) == "review"


def test_a_summary_that_adds_up_is_held_against_the_rows() -> None:
    summary = "Balance before | | | | 4210.37\nTotal deposits | | | | 112.50\nTotal of both | | | | 4322.87"
    assert decided(before=summary) == "review"


def test_purchases_yet_to_be_charged_add_up_to_a_total_of_their_own() -> None:
    later = "For information: card 4974\n28 Mar | Tea house | 44.50\n29 Mar | Train | 76.00\n | Still open | {}"
    assert decided(after=later.format("120.50")) == "accepted"
    assert decided(after=later.format("121.50")) == "review"


def test_balances_in_order_of_value_dates_are_figures_of_the_rows() -> None:
    text = f"""{TOP}
Opening balance | | | | | 4210.37
Closing balance | | | | | 3954.13

Date | Value | Details | Paid out | Paid in | Balance
02 Mar | 05 Mar | Tea | 268.74 | | 3941.63
03 Mar | 03 Mar | Wage | | 12.50 | 3954.13


Interest as worked out
Value | | | | | Balance
03 Mar | | | | | {{}}
05 Mar | | | | | 3954.13
"""
    stops = (40, 90, 140, -360, -450, -540)
    good = parsed(text.format("4222.87"), stops=stops)
    assert (good.decision, codes(good)) == ("accepted", [])
    assert len(told(good.accounts[0])) == 2


def test_figures_below_the_rows_are_rows_only_where_they_go_on_from_the_closing_balance() -> None:
    below = "| Tax in all | 61.18 | | {}"
    read = {balance: parsed(f"{TOP}{ROWS}{below.format(balance)}") for balance in ("9999.13", "3892.95")}
    assert [one.decision for one in read.values()] == ["accepted", "review"]


VAT = """
Date | Details | Tax | Amount | Balance
02 Mar | Tea | 10.24 | -268.74 | 3941.63
03 Mar | Cake | 3.17 | -12.50 | 3929.13
 | Total of card 2290 | {} | -281.24
"""


def test_a_column_that_moves_no_money_has_a_sum_of_its_own() -> None:
    ends = "Opening balance | | | | 4210.37\nClosing balance | | | | 3929.13"
    read = [parsed(f"{TOP}{ends}\n{VAT.format(tax)}") for tax in ("13.41", "14.41")]
    assert [one.decision for one in read] == ["accepted", "review"]


def test_a_figure_that_rows_beside_it_make_may_be_told_again_elsewhere() -> None:
    """Above the rows of each card, and in a list of all cards."""
    ends = "Opening balance | | | | 4210.37\nClosing balance | | | | 3911.13"
    cards = "Total activity of card 1 | | | | {0}\nTotal activity of card 2 | | | | 30.50"
    rows = """
Date | Details | | | Amount
Card 1 | Total activity | | | {0}
02 Mar | Tea | | | -268.74
Card 2 | Total activity | | | 30.50
03 Mar | Cake | | | -12.50
04 Mar | Salt | | | -18.00
"""
    read = [parsed(TOP + ends + "\n" + cards.format(told) + "\n" + rows.format(told)) for told in ("268.74", "258.74")]
    assert [one.decision for one in read] == ["accepted", "review"]


@pytest.mark.parametrize(
    ("label", "figure", "decision"),
    [
        ("Total card purchases", "281.24", "accepted"),
        ("Total card purchases", "280.24", "review"),
        ("Total of Ann 5528", "281.24", "accepted"),
        ("Total deposits of Ann", "281.24", "review"),
    ],
)
def test_rows_that_share_a_word_with_a_label_or_the_number_of_a_card_have_a_sum(
    label: str, figure: str, decision: str
) -> None:
    ends = "Opening balance | | | | 4210.37\nClosing balance | | | | 3911.13"
    card = " 5528" if "5528" in label else ""
    kind = "Card purchase" if "purchases" in label else "Shop"
    rows = f"""
Date | Details | | | Amount
02 Mar | {kind} tea{card} | | | -268.74
03 Mar | Transfer to Bob | | | -18.00
04 Mar | {kind} cake{card} | | | -12.50
"""
    assert parsed(f"{TOP}{ends}\n{label} | | | | {figure}\n{rows}").decision == decision


def test_what_was_bought_with_each_card_and_paid_back_to_it() -> None:
    ends = "Opening balance | | | | 4210.37\nClosing balance | | | | 3890.13"
    rows = """
Date | Details | | | Amount
02 Mar | Card refund 5528 | | | 30.00
03 Mar | Card refund 7141 | | | 12.50
03 Mar | Transfer to Bob | | | -64.00
03 Mar | Card purchase tea 5528 | | | -160.00
03 Mar | Card purchase salt 7141 | | | -6.00
04 Mar | Card purchase cake 5528 | | | -98.74
04 Mar | Card purchase milk 7141 | | | -4.00
04 Mar | Cash 5528 | | | -20.00
04 Mar | Cash 7141 | | | -10.00
"""
    cards = (
        "Total card purchases of Ann | | | | {}\nTotal back | | | | 30.00\nTotal cash | | | | 20.00\n"
        "Total card purchases of Bob | | | | 10.00\nTotal back | | | | 12.50\nTotal cash | | | | 10.00"
    )
    read = [parsed(f"{TOP}{ends}\n{rows}\n\n{cards.format(bought)}") for bought in ("258.74", "257.74")]
    assert [one.decision for one in read] == ["accepted", "review"]


def test_parts_of_a_sum_may_have_another_figure_of_the_rows_among_them() -> None:
    """What a card was paid back, between what was spent with it and the total of that."""
    ends = "Opening balance | | | | 4210.37\nClosing balance | | | | 3904.13"
    rows = """
Date | Details | | | Amount
Money in
02 Mar | Wage | | | 50.00
02 Mar | Card 5528 refund | | | 30.00
03 Mar | Card 5528 credit | | | 12.50
Money out by card
03 Mar | Card 5528 tea | | | 200.00
04 Mar | Card 5528 cake with cash back | | | 98.74
Money out otherwise
03 Mar | Rent | | | 100.00
"""
    card = "Total spent | | | | 258.74\nTotal cash | | | | {}\nTotal back | | | | 42.50\nTotal | | | | 298.74"
    read = [parsed(f"{TOP}{ends}\n{rows}\n\n{card.format(cash)}") for cash in ("40.00", "41.00")]
    assert [one.decision for one in read] == ["accepted", "review"]


@pytest.mark.parametrize(("whole", "decision"), [("6999.28", "accepted"), ("6999.27", "review"), ("3499.64", "review")])
def test_a_plan_has_as_many_parts_as_it_says(whole: str, decision: str) -> None:
    assert decided(before=f"1 + 3 x | | | | 1749.82\nTotal to pay | | | | {whole}") == decision


LOAN = "Overview\nLoan 882041 | | | | 68112.40\nNext payment | | | | 412.77\n\n\n"
PART = "Home loan {0}\nDate | Capital | | | Owed\n2024-03-04 | 226.13 | | | {1}\nBalance of it | | | | {1}"


@pytest.mark.parametrize(
    ("number", "owed", "decision"),
    [("882041", "68112.40", "accepted"), ("882041", "68112.41", "review"), ("882042", "68112.40", "review")],
)
def test_what_is_owed_on_a_loan_is_told_by_its_number_in_the_overview(number: str, owed: str, decision: str) -> None:
    assert decided(before=LOAN, after=PART.format(number, owed)) == decision


@pytest.mark.parametrize(
    ("begun", "ends", "decision"),
    [("05 Jan 2024", "05 Sep 2024", "accepted"), ("05 Jan 2024", "05 Mar 2024", "review")],
)
def test_a_line_whose_second_date_lies_months_ahead_is_a_term(begun: str, ends: str, decision: str) -> None:
    loan = f"Type | Creation date | Finish date | Lent | Amount\nA loan | {begun} | {ends} | 4.00 | 3.00"
    pages = [page(f"{TOP}{ROWS}"), page(loan, (40, 110, 190, -450, -540), 2)]
    assert parse(pages, SOURCE, "key").decision == decision


@pytest.mark.parametrize(
    ("parts", "decision"),
    [
        (("-250.00", "5.00", "-11.24"), "accepted"),
        (("-250.00", "5.00", "-11.25"), "review"),
        (("-263.00", "18.00", "-11.24"), "review"),
    ],
    ids=["netted", "not the change", "more than the rows"],
)
def test_parts_of_a_summary_may_be_what_is_left_of_both_sides(parts: tuple[str, str, str], decision: str) -> None:
    told = "Deposits and withdrawals | | | | {}\nDeposits returned | | | | {}\nFees | | | | {}".format(*parts)
    assert decided(before=f"Beginning | | | | 4210.37\n{told}\nEnding balance | | | | 3954.13") == decision


@pytest.mark.parametrize(
    ("label", "total", "strange"),
    [
        ("Total incoming", "50.00", False),
        ("Total incoming", "48.80", False),
        ("Total incoming", "51.00", True),
        ("Total of all", "41.00", False),
        ("Total of all", "42.00", True),
    ],
)
def test_totals_may_be_those_before_the_fees_of_the_rows(label: str, total: str, strange: bool) -> None:
    text = f"""{TOP}
Opening balance | | | | 100.00
{label} | | | | {total}

Date | Details | Amount | Fee | Balance
02 Mar | Wage | 30.00 | -1.00 | 129.00
03 Mar | Tea | -9.00 | -0.50 | 119.50
04 Mar | Gift | 20.00 | -0.20 | 139.30
Closing balance | | | | 139.30
"""
    assert left_over(parsed(text)) is strange


@pytest.mark.parametrize(("head", "decision"), [("Linea de credito", "accepted"), ("Saldo", "review")])
def test_a_limit_is_told_by_the_head_of_its_column_though_numbers_stand_beside_it(head: str, decision: str) -> None:
    before = f"Account | Type | | | {head}\n12345678 | Card | | | 4500.00"
    assert decided(before=before) == decision


@pytest.mark.parametrize(
    ("above", "label", "decision"),
    [
        ("Payment 4 of 12 | | | | 36.53", "Balance remaining", "accepted"),
        ("Payment | | | | 36.53", "Balance remaining", "review"),
        ("Monthly 1.886% | | | | Annual 25.14%", "Balance charged", "accepted"),
        ("Monthly | | | | Annual", "Balance charged", "review"),
    ],
)
def test_what_is_left_of_a_plan_and_what_interest_is_charged_on(above: str, label: str, decision: str) -> None:
    assert decided(before=f"{above}\n{label} | | | | 284.31") == decision


@pytest.mark.parametrize(("last", "decision"), [("210.69", "accepted"), ("210.68", "review")])
def test_purchases_that_were_charged_in_one_sum_are_no_rows(last: str, decision: str) -> None:
    bought = f"Date | Shop | | | Amount\n05 Feb | Rail | | | 58.05\n07 Feb | Books | | | {last}\n | Total | | | 268.74"
    pages = [page(f"{TOP}{ROWS}"), page(bought, number=2)]
    assert parse(pages, SOURCE, "key").decision == decision


@pytest.mark.parametrize(
    ("back", "total", "decision"),
    [
        ("-42.00", "268.74", "accepted"),
        ("42.00 CR", "268.74", "accepted"),
        ("42.00", "268.74", "review"),
        ("-42.01", "268.74", "review"),
        ("-42.01", "268.73", "review"),  # no row of the account charged them
    ],
)
def test_what_was_paid_back_is_taken_off_purchases_that_one_row_charged(back: str, total: str, decision: str) -> None:
    bought = (
        f"05 Feb | Rail | | | 58.05\n06 Feb | Shoes | | | {back}\n07 Feb | Books | | | 252.69\n | Total | | | {total}"
    )
    pages = [page(f"{TOP}{ROWS}"), page(f"Date | Shop | | | Amount\n{bought}", number=2)]
    assert parse(pages, SOURCE, "key").decision == decision


@pytest.mark.parametrize(("new", "decision"), [("9206.89", "accepted"), ("9206.88", "review")])
def test_the_line_of_a_loan_that_a_row_paid(new: str, decision: str) -> None:
    heads = "Previous balance | Payment | Principal | Interest | New balance"
    loan = page(f"{heads}\n9424.07 | 268.74 | 217.18 | 51.56 | {new}", (40, -220, -320, -420, -540), 2)
    assert parse([page(f"{TOP}{ROWS}"), loan], SOURCE, "key").decision == decision


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("Linked deposits as on 31 Mar 2024 | | | | 4500.00", "accepted"),
        ("Total deposits as on 31 Mar 2024 | | | | 4500.00", "review"),
        ("Savings BE47 9730 0812 3380\nBalance | 4500.00", "accepted"),
        ("Savings of old\nBalance | 4500.00", "review"),
    ],
)
def test_what_is_held_in_another_account(text: str, decision: str) -> None:
    assert decided(before=text) == decision


def test_numbers_of_interest_are_no_rows() -> None:
    """By a hundredth; the same with another number is a row that is not needed."""
    text = "Date | Days | | Numbers | Balance\n02 Mar | 7 | | {} | 3941.63\n03 Mar | 2 | | 79.08 | 3954.13"
    read = [parsed(f"{TOP}{ROWS}\n\n\n{text.format(number)}").decision for number in ("275.91", "275.00")]
    assert read == ["accepted", "review"]


@pytest.mark.parametrize(("out", "strange"), [("72.80", False), ("73.90", True)])
def test_the_totals_below_the_columns_of_fees_and_of_money_out(out: str, strange: bool) -> None:
    """Each row prints one amount, in one of the two columns."""
    text = f"""{TOP}
Date | Details | Fee | Withdrawal | Deposit | Balance
01 Mar | Balance brought forward | | | | 200.00
02 Mar | Cheque fee | 1.25 | | | 198.75
03 Mar | Tea | | 4.10 | | 194.65
04 Mar | Cake | | 5.10 | | 189.55
05 Mar | Cheque fee | 2.00 | | | 187.55
06 Mar | Tea | | 7.10 | | 180.45
07 Mar | Cake | | 8.10 | | 172.35
08 Mar | Cheque fee | 2.75 | | | 169.60
09 Mar | Tea | | 10.10 | | 159.50
10 Mar | Cake | | 11.10 | | 148.40
11 Mar | Cheque fee | 3.50 | | | 144.90
12 Mar | Tea | | 13.10 | | 131.80
13 Mar | Cake | | 14.10 | | 117.70
Total | | 9.50 | {out} | 0.00 |
"""
    assert left_over(parsed(text, stops=(40, 110, -260, -340, -420, -500))) is strange


def test_what_is_owed_is_taken_off_the_total_of_all_that_is_held() -> None:
    held = "All you hold\nCurrent account | | | | 3954.13\nOverdraft of another | | | | 86.50 DR\nDeposits | | | | {}"
    held += "\nTotal balance of all | | | | {}"
    assert decided(before=held.format("3954.13", "7821.76")) == "accepted"
    assert decided(before=held.format("3954.13", "7821.77")) == "review"


@pytest.mark.parametrize("label", ["Overeengekomen kredietlijn", "Découvert autorisé", "Descubierto autorizado"])
def test_what_may_be_overdrawn_is_no_figure_of_the_rows(label: str) -> None:
    assert names_other(plain(label))
    assert not names_other(plain("Solde en découvert"))


@pytest.mark.parametrize(("closing", "decision"), [("3954.13", "accepted"), ("-3954.13", "review")])
def test_what_is_owed_of_a_loan_is_none_of_an_account_that_has_money(closing: str, decision: str) -> None:
    rows = ROWS if closing == "3954.13" else ROWS.replace("4210.37", "-3697.89").replace("3941.63", "-3966.63")
    text = rows.replace("3954.13", closing)
    assert decided(after="PR1 Personal loan - principal balance | | | | 6214.90") == "accepted"
    assert parsed(f"{TOP}\n{text}\n\nPR1 Personal loan - principal balance | | | | 6214.90").decision == decision
