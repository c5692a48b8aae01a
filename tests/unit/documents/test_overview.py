"""Overviews of accounts: they own no rows, name accounts, and have to agree with them."""

import pytest

from extraction.documents.overview import overview
from extraction.tables.pairs import pairs
from tests.pages import codes, lines, parsed
from tests.statement_pages import HEAD

OVERVIEW = """
Example Bank
Account statement
Statement period: 1 March 2024 to 31 March 2024
All amounts in EUR
Account | Account number | | | Closing balance
Checking | 12345678 | | | 96.50
Savings | 22345678 | | | 45.00
Total | | | | 141.50
"""
FIRST = f"""
Checking 12345678
{HEAD}
01 Mar | Opening balance | | | 100.00
02 Mar | Tea | 3.50 | | 96.50
31 Mar | Closing balance | | | 96.50
"""
SECOND = f"""
Savings 22345678
{HEAD}
01 Mar | Opening balance | | | 50.00
05 Mar | Fee | 5.00 | | 45.00
31 Mar | Closing balance | | | 45.00
"""


def entries(text: str) -> list[tuple[str, list[str]]]:
    """Text -> number and amounts of each entry of an overview."""
    found = lines(text)
    told = overview(found, frozenset(), pairs(found, "."))
    return [(entry.number.text, [str(pair.amount.value) for pair in entry.figures]) for entry in told]


def test_its_lines_are_found() -> None:
    assert entries(OVERVIEW) == [("12345678", ["96.50"]), ("22345678", ["45.00"])]


@pytest.mark.parametrize(
    "text",
    [
        "2023 | | | | 12.00\n2024 | | | | 13.00",
        "Cheque | 100234 | | | 12.00\nCheque | 100235 | | | 13.00",
        "Account number | 12345678 | | | 96.50",
        "12345678 | | | | 1.00\n12345678 | | | | 2.00",
    ],
)
def test_years_cheques_and_lone_numbers_are_none(text: str) -> None:
    assert entries(text) == []


def test_it_agrees_with_the_accounts_that_it_names() -> None:
    result = parsed(OVERVIEW + FIRST + SECOND)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [a.account_number for a in result.accounts] == ["12345678", "22345678"]
    assert [p.status for p in result.proofs if p.check == "overview"] == ["holds", "holds"]


def test_it_may_print_the_branch_before_the_number_of_an_account() -> None:
    told = OVERVIEW.replace("| 12345678", "| 805-077 / 12345678").replace("| 22345678", "| 805-077 / 22345678")
    result = parsed(told + FIRST + SECOND)
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [proof.status for proof in result.proofs if proof.check == "overview"] == ["holds", "holds"]


@pytest.mark.parametrize(
    ("iban", "decision"),
    [
        ("FR76 1447 7001 2700 0223 4567 840", "accepted"),
        ("FR76 2234 5678 2700 0001 4477 040", "review"),  # its bank has that number
        ("FR76 1447 7001 2700 0223 4576 840", "review"),
    ],
)
def test_the_iban_of_an_account_holds_the_number_that_is_listed(iban: str, decision: str) -> None:
    """The number that is listed is printed once more, in a letter below."""
    first = FIRST.replace("Checking 12345678", "Checking of Mr Example\nIBAN: FR76 1447 7001 2700 0123 4567 840")
    second = SECOND.replace("Savings 22345678", f"Savings of Mr Example\nIBAN: {iban}")
    assert parsed(f"{OVERVIEW}{first}{second}\nSavings 22345678").decision == decision


def test_balances_of_the_wrong_accounts_are_an_issue() -> None:
    swapped = OVERVIEW.replace("96.50", "x").replace("45.00", "96.50").replace("x", "45.00")
    result = parsed(swapped + FIRST + SECOND)
    assert result.decision == "review"
    assert [p.status for p in result.proofs if p.check == "overview"] == ["fails", "fails"]
    assert "total_mismatch" in codes(result)


def test_an_account_that_is_listed_only_holds_the_statement_back() -> None:
    more = OVERVIEW.replace("Total |", "Loan | 32345678 | | | 700.00\nTotal |").replace("141.50", "841.50")
    result = parsed(more + FIRST + SECOND)
    told = [issue for issue in result.issues if issue.code == "incomplete" and issue.severity == "error"]
    assert [issue.message for issue in told] == [
        (
            "The overview lists the account ****5678, which has no part of its own in this statement; look for its "
            "rows in another one."
        )
    ]


def test_an_account_may_be_listed_only_where_no_page_is_missing() -> None:
    more = OVERVIEW.replace("Total |", "Loan | 32345678 | | | 700.00\nTotal |").replace("141.50", "841.50")
    decisions = {
        numbered: parsed(f"{numbered}\n{more}{FIRST}{SECOND}").decision
        for numbered in ("Page 1 of 1", "Page 1 of 2", "Page 1", "")
    }
    assert list(decisions.values()) == ["accepted", "review", "review", "review"]
    headed = parsed(f"Page 1 of 1\n{more}{FIRST}{SECOND}\nLoan 32345678\n")
    assert headed.decision == "review", "its number heads something that was not read"


@pytest.mark.parametrize(("figure", "decision"), [("700.00", "accepted"), ("701.00", "review")])
def test_a_position_that_is_headed_tells_its_figure_again(figure: str, decision: str) -> None:
    more = OVERVIEW.replace("Total |", "Loan | 32345678 | | | 700.00\nTotal |").replace("141.50", "841.50")
    loan = f"Loan 32345678\nWhat is left of it | | | | {figure}"
    assert parsed(f"Page 1 of 1\n{more}{FIRST}{SECOND}\n\n{loan}").decision == decision
    moved = f"{loan}\n\nKept\n05 Mar | | | | 3.50"  # as much as a row of another account
    assert parsed(f"Page 1 of 1\n{more}{FIRST}{SECOND}\n\n{moved}").decision == "review"


@pytest.mark.parametrize(
    ("begun", "lent", "decision"),
    [
        ("Begun on 2 May 2012", "Rate of March | | |", "accepted"),
        ("Begun on 2 May 2012", "05 Mar Rate | | |", "review"),
        ("Begun on 2 May 2012", "Rate | | 4.00 |", "review"),
        ("Savings 22345678", "Rate of March | | |", "review"),
    ],
)
def test_a_position_is_told_in_a_list_of_the_facts_of_a_loan(begun: str, lent: str, decision: str) -> None:
    """A day, or a second amount on a line, may be one of a row; another number begins another account."""
    more = OVERVIEW.replace("Total |", "Loan | 32345678 | | | 700.00\nTotal |").replace("141.50", "841.50")
    facts = f"Lent | | | | 900.00\nEuribor and 1 %\n{begun}\n{lent} | 3.75\nInterest | | | | 1.75\nKept | | | | 2.00"
    loan = f"Loan 32345678\n{facts}\nWhat is left | | | | 700.00"
    assert parsed(f"Page 1 of 1\n{more}{FIRST}{SECOND}\n\n{loan}").decision == decision


def test_an_account_that_is_headed_and_not_read_goes_to_review() -> None:
    more = OVERVIEW.replace("Total |", "Loan | 32345678 | | | 700.00\nTotal |").replace("141.50", "841.50")
    result = parsed(more + FIRST + SECOND + "\nLoan 32345678\nSee the letter of your adviser.")
    assert result.decision == "review"


def test_an_account_without_a_number_above_it_has_that_of_the_entry_with_its_balance() -> None:
    bare = FIRST.replace(" 12345678", " account") + SECOND.replace(" 22345678", " account")
    result = parsed(OVERVIEW + bare)
    assert result.decision == "accepted"
    assert [a.account_number for a in result.accounts] == ["12345678", "22345678"]


COMBINED = """
Example Bank
Account statement
Statement period: 1 March 2024 to 31 March 2024
All amounts in EUR
Account | Number | | | | Balance 03/31
Checking | 12345678 | | | | 83.50
Savings | 22345678 | | | | 45.00

Checking 12345678
Beginning balance | | 100.00
Ending balance | | 83.50

Deposits
03 Mar | Wage | | | | 9.00
05 Mar | Gift | | | | 1.00
Total | | | | | 10.00
Withdrawals
02 Mar | Tea | | | | 3.50
04 Mar | Rent | | | | 10.00
Total | | | | | 13.50

Checks
CHECK 101 | 05 Mar | 6.00 | CHECK 102 | 06 Mar | 7.00

Savings 22345678
Date | Details | Paid out | | Paid in | Balance
01 Mar | Opening balance | | | | 50.00
05 Mar | Fee | 5.00 | | | 45.00
31 Mar | Closing balance | | | | 45.00
"""


def test_an_account_whose_rows_have_no_head_stands_above_one_with_a_head() -> None:
    result = parsed(COMBINED, stops=(40, 110, -250, 300, 400, -540))
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [(a.account_number, [str(t.amount) for t in a.transactions]) for a in result.accounts] == [
        ("12345678", ["9.00", "1.00", "-3.50", "-10.00", "-6.00", "-7.00"]),
        ("22345678", ["-5.00"]),
    ]


def test_an_account_with_a_short_number_is_one_below_the_title_of_an_overview() -> None:
    """Nothing but the overview knows of the second account; without its title four digits are no account."""
    listed = "Account balances at a glance\nPrimary share 0000 | | | | 96.50\nFreedom draft 0009 | | | | 7,310.08\n"
    account = """
Primary share 0000
Opening balance | | | | 100.00
Date | Details | Paid out | Paid in | Balance
02 Mar | Tea | 3.50 | | 96.50
Closing balance | | | | 96.50

"""
    head = (
        "Example Credit Union\nMember statement\nAll amounts in EUR\nStatement period: 1 March 2024 to 31 March 2024\n"
    )
    result = parsed(head + listed + account)
    assert (result.decision, codes(result)) == ("review", ["incomplete"])
    assert parsed(head + account).decision == "accepted"


def test_an_overview_may_list_the_shares_of_a_member_alone() -> None:
    text = """
Example Credit Union
Member statement
Member number 4471823
Statement period: 1 March 2024 to 31 March 2024
Account balances at a glance
0000 | Regular savings | | | 96.50
0009 | Gold checking | | | {listed}

Regular savings | Account 4471823-0000
Date | Details | Paid out | Paid in | Balance
01 Mar | Balance forward | | | 100.00
02 Mar | Tea | 3.50 | | 96.50

Gold checking | Account 4471823-0009
Date | Details | Paid out | Paid in | Balance
01 Mar | Balance forward | | | 9.00
03 Mar | Tea | 2.00 | | 7.00
"""
    result = parsed(text.format(listed="7.00"))
    assert (result.decision, codes(result)) == ("accepted", [])
    assert [account.account_number for account in result.accounts] == ["4471823-0000", "4471823-0009"]
    assert parsed(text.format(listed="7.50")).decision == "review"


def test_a_summary_beside_an_address_is_none() -> None:
    """A postcode ends the line with the closing balance, right of the account: each amount has a label of its own."""
    text = """
Your accounts at a glance
Account number 5518-40927 | | | Total withdrawals | 24.50
1 High Street, Carlton 3053 | | | Closing balance | 96.50
"""
    found = lines(text, stops=(40, 110, 150, 300, -540))
    assert overview(found, frozenset(), pairs(found, ".")) == []


def test_an_address_beside_an_overview_is_no_account() -> None:
    """The number of a house goes on with a street; what is left is one number alone."""
    text = """
Balances at a glance
31188 HWY 92 | REGULAR SAVINGS | 96.50
HOTCHKISS CO 81419 | CHECKING | 45.00
"""
    found = lines(text, stops=(40, 200, -540))
    assert overview(found, frozenset(), pairs(found, ".")) == []
    accounts = text.replace("31188 HWY 92", "31188").replace("HOTCHKISS CO", "")
    assert len(overview(found := lines(accounts, stops=(40, 200, -540)), frozenset(), pairs(found, "."))) == 2


def test_points_of_cards_and_what_each_moved_are_none() -> None:
    cards = (
        "Card number | | | | Balance\n4119 1100 8834 2217 | | | 6,412 | 7,196\n5420 8911 0027 6641 | | | 394.67 | 4.85"
    )
    assert len(entries(cards)) == 2
    assert entries(f"Points summary\n{cards}") == []
    assert entries(f"{cards}\nTotal balances | | | | 7,200.85") != []
    assert entries(f"{cards}\nTotal new charges | | | | 7,200.85") == []


def test_a_balance_abroad_stands_beside_its_value_in_the_currency_of_the_bank() -> None:
    told = OVERVIEW.replace("Savings | 22345678 | | | 45.00", "Savings | 22345678 | | {} | 58.50")
    second = SECOND.replace("Savings 22345678", "Savings 22345678\nAll amounts in USD")
    decisions = [
        parsed(told.format(amount).replace("141.50", "155.00") + FIRST + second).decision
        for amount in ("USD 45.00", "USD 46.00", "45.00")
    ]
    assert decisions == ["accepted", "review", "review"]  # what has no other currency may be what is available


def test_a_loan_that_the_overview_lists_has_not_the_number_of_the_account() -> None:
    text = """
Banque Exemple
Relevé de vos comptes au 31/03/2024
Synthèse de vos comptes
Compte chèques N° 04418820137 | | | | 95,50
Livret A N° 00044188299 | | | | 310,18
Prêt immobilier N° 0441882 - capital restant dû | | | | 207,35

Votre compte chèques N° 04418820137
Date | Détail des opérations | Débit | Crédit | Solde
01/03 | Solde précédent au 29/02/2024 | | | 99,00
02/03 | Thé | 3,50 | | 95,50
"""
    result = parsed(text)
    assert (result.decision, [a.account_number for a in result.accounts]) == ("accepted", ["04418820137"])
