"""Traces on pages -> what is said of them, and where."""

from dataclasses import replace

import pytest

from extraction.model import Page, Sign, Trace, Word
from extraction.pipeline import parse
from extraction.reconcile.tampering import MOST
from schemas.provenance import BBox
from schemas.result import ExtractionResult, Issue
from tests.pages import SOURCE, page, pages

TEXT = """
Example Bank
Account statement
Account holder: Ada Miller
Account number: 12345678
Statement period: 1 March 2024 to 31 March 2024
Opening balance | | | | 1,100.00
Closing balance | | | | 1,095.50
Points | | | | 55.20
All amounts in GBP

Date | Details | Paid out | Paid in | Balance
02 Mar | Tea | 3.50 | | 1,096.50
03 Mar | Rent | 1.00 | | 1,095.50
"""
(PAGE,) = pages(TEXT)


def word(text: str, one: Page = PAGE) -> Word:
    return next(word for word in one.words if word.text == text)


def parsed(*traces: Trace, one: Page = PAGE) -> ExtractionResult:
    return parse([replace(one, traces=traces)], SOURCE, "key")


def signals(*traces: Trace, one: Page = PAGE) -> list[Issue]:
    return [issue for issue in parsed(*traces, one=one).issues if issue.code == "tamper_signal"]


def test_nothing_is_said_without_a_trace() -> None:
    assert parsed().decision == "accepted"
    assert signals() == []


@pytest.mark.parametrize(
    ("sign", "text", "said"),
    [
        ("covered", "9.50", "'3.50' is painted over '9.50', which is still in the text of the file."),
        ("covered", "3.50", "'3.50' is in the text of the file, but the page does not show it: something is painted"),
        ("hidden", "9.50", "The page shows '3.50'; the text of the file has '9.50' hidden in the same place."),
        ("replaced", "9.50", "An earlier revision of the file prints '9.50' instead of '3.50'."),
        ("replaced", "", "An earlier revision of the file does not print '3.50'."),
    ],
)
def test_a_changed_amount_sends_to_review_with_its_row_and_place(sign: Sign, text: str, said: str) -> None:
    box = word("3.50").box
    result = parsed(Trace(sign, text, box))
    (issue,) = [issue for issue in result.issues if issue.code == "tamper_signal"]
    assert (result.decision, result.verdict) == ("review", "unverifiable")
    assert all(proof.status != "fails" for proof in result.proofs)
    assert (issue.severity, issue.page, issue.account, issue.row, issue.bbox) == ("error", 1, 0, 0, box)
    assert issue.message.startswith(said)


def test_a_wider_figure_than_the_one_below_it_is_named() -> None:
    _, top, x1, bottom = word("1,096.50").box
    (issue,) = signals(Trace("covered", "6.50", (x1 - 20, top + 0.3, x1, bottom)))
    assert (issue.row, "'1,096.50' is painted over '6.50'" in issue.message) == (0, True)


def test_of_several_traces_in_a_row_that_of_a_figure_is_told() -> None:
    texts, figures = Trace("covered", "Gin", word("Rent").box), Trace("covered", "2.00", word("1.00").box)
    for traces in ((texts, figures), (figures, texts)):
        (issue,) = signals(*traces)
        assert issue.row == 1 and "'1.00' is painted over" in issue.message


def test_rows_come_first() -> None:
    places = [word(text).box for text in ("55.20", "1,100.00", "1.00", "3.50")]
    told = signals(*(Trace("replaced", "9.99", box) for box in places))
    assert [(issue.account, issue.row) for issue in told] == [(0, 0), (0, 1), (0, None), (None, None)]


def test_another_text_of_a_row_is_told() -> None:
    (issue,) = signals(Trace("replaced", "Gin", word("Rent").box))
    assert (issue.severity, issue.row) == ("error", 1)


@pytest.mark.parametrize(("text", "where"), [("1,200.00", "1,100.00"), ("52.20", "55.20")])
def test_a_changed_balance_or_amount_beside_the_rows_is_told(text: str, where: str) -> None:
    (issue,) = signals(Trace("replaced", text, word(where).box))
    assert (issue.severity, issue.row, issue.bbox) == ("error", None, word(where).box)


@pytest.mark.parametrize(("where", "named"), [("12345678", "account number"), ("Miller", "holder")])
def test_a_changed_name_or_number_is_said_for_the_record_without_repeating_it(where: str, named: str) -> None:
    result = parsed(Trace("replaced", "Brown", word(where).box), Trace("covered", "Brown", word(where).box))
    (issue,) = [issue for issue in result.issues if issue.code == "tamper_signal"]
    assert (result.decision, issue.severity) == ("accepted", "warning")
    assert named in issue.message and where not in issue.message and "Brown" not in issue.message


@pytest.mark.parametrize(
    "trace",
    [
        Trace("covered", "Rent", word("Rent").box),
        Trace("hidden", "1234", word("Rent").box),
        Trace("replaced", "", word("Rent").box),
        Trace("replaced", "", (10.0, 700.0, 60.0, 710.0)),
        Trace("covered", "250.00", (10.0, 700.0, 60.0, 710.0)),
        Trace("replaced", "1/3", word("Points").box),
        Trace("covered", "Bank", word("Example").box),
        Trace("hidden", "99.00", word("55.20").box),
    ],
    ids=["a black bar", "a code", "moved text", "a stamp", "rubbed out", "a label", "a name", "no value"],
)
def test_what_changes_no_value_is_not_told(trace: Trace) -> None:
    result = parsed(trace)
    assert (result.decision, [issue.code for issue in result.issues]) == ("accepted", [])


def test_rows_beyond_the_first_are_counted() -> None:
    head, _, _ = TEXT.partition("02 Mar")
    lines = "\n".join(f"{day:02} Mar | Tea | 1.00 | | {1100 - day:,}.00" for day in range(1, 13))
    one = page(head.replace("1,095.50", "1,088.00") + lines)
    boxes: list[BBox] = [found.box for found in one.words if found.text == "1.00"]
    told = signals(*(Trace("replaced", "2.00", box) for box in boxes), one=one)
    assert [issue.row for issue in told] == [*range(MOST), None]
    assert told[-1].message.startswith(f"{12 - MOST} more rows")


def test_a_program_to_draw_pictures_is_told_of_the_whole_file() -> None:
    result = parsed(Trace("program", "Adobe Photoshop 25.1"))
    (issue,) = [issue for issue in result.issues if issue.code == "tamper_signal"]
    assert (result.decision, issue.page, issue.account) == ("review", None, None)
    assert "Adobe Photoshop 25.1" in issue.message


def test_a_document_is_not_rejected_for_it_and_what_is_no_statement_is_rejected_as_before() -> None:
    assert parsed(Trace("covered", "9.50", word("3.50").box)).decision == "review"
    letter = page("Dear Ada,\nplease come to tea. It is 3.50 a cup.")
    result = parsed(Trace("replaced", "9.50", word("3.50", letter).box), one=letter)
    assert (result.decision, [issue.code for issue in result.issues]) == ("rejected", ["not_a_statement"])
