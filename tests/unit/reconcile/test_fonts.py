"""Figures that are printed otherwise than their column, on pages made by hand."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from extraction.model import Page, Word
from extraction.pipeline import parse
from extraction.reconcile.fonts import one_family
from schemas.result import Issue
from tests.pages import SOURCE, page

DAYS = [f"{day:02} Mar" for day in range(2, 14)]
AMOUNTS = [f"{day}.50" for day in range(2, 14)]
HEAD = """
Example Bank
Account statement
Account number: 12345678
Statement period: 1 March 2024 to 31 March 2024
Opening balance | | | | 1,000.00
Closing balance | | | | 910.00
All amounts in GBP

Date | Details | Paid out | Paid in | Balance
"""
FONTS = ("ABCDEF+Arial", "Arial-Bold", "Helvetica", "Arial (not embedded)", "F7", "ABCDEF+Arial + Helvetica", "F8")

Change = Callable[[Word], Word]


def statement(rows: int = 12) -> Page:
    """A page with a row a day, each paying out half a pound more than its day; all of it in the first font."""
    balance, lines = 1000.0, []
    for day, amount in zip(DAYS[:rows], AMOUNTS, strict=False):
        balance -= float(amount)
        lines.append(f"{day} | Tea and cake | {amount} | | {balance:,.2f}")
    text = HEAD.replace("910.00", f"{balance:,.2f}") + "\n".join(lines)
    one = page(text)
    return replace(one, fonts=FONTS, words=tuple(replace(word, font=0) for word in one.words))


def changed(one: Page, texts: set[str], change: Change) -> Page:
    return replace(one, words=tuple(change(word) if word.text in texts else word for word in one.words))


def row_changed(one: Page, text: str, change: Change) -> Page:
    """The same page with every word changed that stands on the line of a text."""
    (top,) = (word.top for word in one.words if word.text == text)
    return replace(one, words=tuple(change(word) if word.top == top else word for word in one.words))


def in_font(font: int) -> Change:
    return lambda word: replace(word, font=font)


def sized(factor: float) -> Change:
    return lambda word: replace(word, top=word.bottom - factor * word.height)


def signals(one: Page) -> list[Issue]:
    result = parse([one], SOURCE, "key")
    found = [issue for issue in result.issues if issue.code == "tamper_signal"]
    assert (result.decision == "review") == bool(found)
    return found


@pytest.mark.parametrize(("font", "named"), [(2, "Helvetica"), (3, "Arial (not embedded)"), (5, "Arial + Helvetica")])
def test_a_figure_in_another_font_is_told_with_its_row_and_place(font: int, named: str) -> None:
    (issue,) = signals(changed(statement(), {"5.50"}, in_font(font)))
    (word,) = (word for word in statement().words if word.text == "5.50")
    assert (issue.severity, issue.page, issue.account, issue.row) == ("error", 1, 0, 3)
    assert issue.bbox == word.box
    assert f"'5.50' is printed in {named}" in issue.message
    assert "in Arial," in issue.message


@pytest.mark.parametrize("factor", [0.9, 1.1])
def test_a_figure_in_another_size_is_told(factor: float) -> None:
    (issue,) = signals(changed(statement(), {"5.50"}, sized(factor)))
    assert (issue.row, f"{10 * factor:.1f} points" in issue.message) == (3, True)


@pytest.mark.parametrize(
    "one",
    [
        statement(),
        changed(statement(), {"5.50"}, in_font(1)),
        changed(statement(), {"5.50"}, in_font(4)),
        row_changed(statement(), "5.50", in_font(2)),
        row_changed(statement(), "5.50", sized(1.1)),
        changed(statement(), {"5.50", "7.50", "9.50", "11.50"}, in_font(2)),
        changed(statement(), set(AMOUNTS), in_font(2)),
        changed(statement(5), {"5.50"}, in_font(2)),
        changed(statement(), {"10.50", "11.50", "12.50", "13.50"}, sized(0.9)),
        changed(statement(), {"5.50"}, sized(1.04)),
        replace(statement(), fonts=()),
        replace(statement(), fonts=("F1", *FONTS[1:])),
    ],
    ids=[
        "all alike",
        "bold",
        "a font without a name",
        "a row in another font",
        "a row in another size",
        "a column that mixes fonts",
        "a column in its own font",
        "too few rows",
        "sums that fill their column",
        "nearly the same size",
        "fonts are not known",
        "fonts have no names",
    ],
)
def test_a_column_that_is_printed_by_a_rule_is_not_told(one: Page) -> None:
    assert signals(one) == []


def test_a_sign_that_is_always_printed_so_is_not_told() -> None:
    """Two rows of money in, in another font than those of money out; one of them alone is told."""
    text = HEAD.replace("910.00", "1,000.00") + "\n".join(
        f"{day} | Tea and cake | {paid} | {got} | {balance}"
        for day, paid, got, balance in (
            *((day, "1.00", "", f"{999 - i}.00") for i, day in enumerate(DAYS[:8])),
            (DAYS[8], "", "3.00", "995.00"),
            (DAYS[9], "", "5.00", "1,000.00"),
        )
    )
    one = page(text, stops=(40, 110, -360, -450, -540))
    one = replace(one, fonts=FONTS, words=tuple(replace(word, font=0) for word in one.words))
    balances = {word.text for word in one.words if word.x1 == 540}
    mixed = changed(one, balances, in_font(6))  # so that the columns are looked at by themselves
    assert signals(changed(mixed, {"3.00", "5.00"}, in_font(2))) == []
    assert len(signals(changed(mixed, {"3.00"}, in_font(2)))) == 1


CHECKS = """
Example Bank
Account statement
Account number: 12345678
Statement period: 1 March 2024 to 31 March 2024
Beginning balance | | | | | | 1,000.00
Ending balance | | | | | | 910.00
All amounts in GBP

Withdrawals
Date | Description | | | | | Amount
ROWS
Checks paid
Check | Date | Amount | Check | Date | Amount
101 | 05 Mar | 1.00 | 103 | 07 Mar | 3.00
102 | 06 Mar | 2.00
"""


def test_the_last_column_of_a_list_of_checks_may_end_like_that_of_the_rows() -> None:
    """All its lines are smaller; a figure that is smaller than the one beside it is told."""
    rows = "\n".join(f"{day} | Tea and cake | | | | | {amount}" for day, amount in zip(DAYS, AMOUNTS, strict=True))
    paid = sum(map(float, AMOUNTS)) + 6
    text = CHECKS.replace("ROWS", rows).replace("910.00", f"{1000 - paid:.2f}")
    one = page(text, stops=(40, 110, -260, 300, 400, -540, -540))
    one = replace(one, fonts=FONTS, words=tuple(replace(word, font=0) for word in one.words))
    checks = {"1.00", "2.00", "3.00"}
    assert signals(changed(one, checks, sized(0.9))) == []
    (issue,) = signals(changed(changed(one, checks, sized(0.9)), {"3.00"}, sized(0.9)))
    assert "'3.00'" in issue.message


def test_a_figure_without_the_comma_that_hangs_below_the_others_is_no_smaller() -> None:
    """Boxes of some fonts are as high as their letters. One that begins lower than its neighbours is smaller."""
    days = [f"{day:02} Mar" for day in range(2, 14)]
    paid = ["1,000"] * 11 + ["997"]
    left = [f"{100_000 - 1000 * (i + 1):,}" for i in range(11)] + ["88,003"]
    rows = "\n".join(f"{day} | Tea and cake | {a} | | {b}" for day, a, b in zip(days, paid, left, strict=True))
    head = HEAD.replace("1,000.00", "100,000").replace("910.00", "88,003").replace("GBP", "JPY")
    one = page(head + rows)

    def set_(top: float) -> Page:
        words = (replace(w, font=0, bottom=w.bottom + 0.6 * ("," in w.text)) for w in one.words)
        return replace(one, fonts=FONTS, words=tuple(replace(w, top=w.top + top * (w.text == "997")) for w in words))

    assert signals(set_(0.0)) == []
    assert len(signals(set_(0.5))) == 1


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT", True),
        ("HelveticaBold", "HelveticaOblique", True),
        ("ABCDEF+Calibri,Bold", "Calibri", True),
        ("Univers45Light", "Univers-55", True),
        ("CIDFont+F1", "CIDFont+F2", True),
        ("TT0", "Arial", True),
        ("a81f0c2277", "Arial", True),
        ("Courier", "Helvetica", False),
        ("Calibri", "Cambria", False),
    ],
)
def test_families_are_told_apart_only_by_names_that_say_so(a: str, b: str, same: bool) -> None:
    assert one_family(a, b) is one_family(b, a) is same
