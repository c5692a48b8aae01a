"""Keys of accounts and identities of rows."""

import pytest

from extraction.pipeline import Source, parse
from schemas.statement import Account
from tests.pages import pages
from tests.unit.documents.test_statement import ENDS, HEAD, ROWS, TOP


def account(text: str, sha256: str = "0" * 64) -> Account:
    return parse(pages(text), Source("page.pdf", sha256, "application/pdf"), "key").accounts[0]


def ids(text: str, sha256: str = "0" * 64) -> list[str]:
    return [row.transaction_id for row in account(text, sha256).transactions]


TEXT = f"{TOP}{ENDS}\n{HEAD}\n{ROWS}"


def test_a_row_has_the_same_identity_in_statements_that_overlap() -> None:
    later = ENDS.replace("100.00", "96.50").replace("95.50", "94.50")
    more = "\n".join(ROWS.splitlines()[1:]) + "\n05 Mar | Tea | 1.00 | | 94.50"
    other = ids(f"{TOP}{later}\n{HEAD}\n{more}", sha256="1" * 64)
    assert other[:2] == ids(TEXT)[1:]
    assert len({*other, *ids(TEXT)}) == 4


def test_twins_have_two_identities_and_the_same_ones_again() -> None:
    rows = "02 Mar | Tea | 2.25 | | 97.75\n02 Mar | Tea | 2.25 | | 95.50"
    found = ids(f"{TOP}{ENDS}\n{HEAD}\n{rows}")
    assert len(set(found)) == 2
    assert ids(f"{TOP}{ENDS}\n{HEAD}\n{rows}", sha256="1" * 64) == found


def test_rows_of_two_accounts_have_two_identities() -> None:
    assert set(ids(TEXT)).isdisjoint(ids(TEXT.replace("12345678", "87654321")))


def test_rows_of_an_account_without_a_number_are_those_of_their_document() -> None:
    bare = TEXT.replace("Account number: 12345678\n", "")
    assert set(ids(bare)).isdisjoint(ids(bare, sha256="1" * 64))
    assert ids(bare) == ids(bare)


@pytest.mark.parametrize(
    ("number", "same"), [("12345678", True), ("XXXX XXXX XXXX 6426", False), ("ending in 5678", False)]
)
def test_a_masked_or_a_short_number_is_that_of_many_customers(number: str, same: bool) -> None:
    text = TEXT.replace("Account number: 12345678", f"Account number: {number}\nAccount holder: Ada Vale")
    mine, theirs = (account(one, sha256=digit * 64).account_key for one, digit in ((text, "0"), (text, "1")))
    assert mine == theirs
    assert (account(text.replace("Ada Vale", "Ben Moor")).account_key == mine) is same
    assert (account(text.replace("Example Bank", "Another Bank")).account_key == mine) is same
