"""Statements drawn after real banks', each with a layout of its own: what is read of them, and of spoiled ones."""

from pathlib import Path

import pytest

from extraction.pipeline import extract
from extraction.settings import Settings
from tests.layouts.truths import SPOILED, TRUTHS, name_of, recorded, scored

HELD_BACK = {
    "a-c03-us-fleet-card": "gross, discount and net of a row, and a recap of them",
    "ca-caisse-multi": "an account of which nothing but what it began with is printed",
    "fr-banque-debit-differe": "a list of what was bought by a card, of which the account shows the sum alone",
    "au-practice-set-source-documents-around-statement": "the total of a deposit slip beside the statement",
    "ca-course-handout-debit-credit-date-after-amounts": "the cash ledger of a company beside its statement",
    "in-slide-design-two-halves-abreast": "a file that a program to draw pictures made, which no bank's are",
    "mx-cuenta-oper-liq-cargos-abonos-dos-saldos": "two balances at the end of days, of which one settles later",
    "de-camt053-feldtabellen-ausdruck": "a table of fields for each row, one below the other",
    "en-my-ewallet-unsigned-amounts-status-type": "a second account that only the title of its table names",
    "en-us-brokerage-insured-cash-sweep-ledger": "the cash of a broker, without any securities",
    "en-us-treasury-portal-previous-day-bai-blocks": "a part for each account and day, whose rows print no date",
    "ocr-product-docs-field-boxes-and-json": "examples of other statements below one",
    "pl-arkusz-egzaminacyjny-cztery-wyciagi-jednego-rachunku": "four statements of one account on a sheet",
    "us-card-issuing-demo-test-mode-two-virtual-cards-utc": "a card that is hardly called one",
    "us-fillable-form-template-cents-in-own-cell": "cents in cells of their own, without a point",
    "us-repo-fixture-text-dump-wrapped-at-90-card": "lines cut at a width, of which one goes on like a row",
    "us-api-sandbox-inverted-signs-landscape": "money out without a sign, of an account",
    "us-textbook-old-ledger-several-checks-on-a-line": "checks and deposits of a day on one line",
    "za-exam-paper-whole-rands-marks-column": "a month in the head of the days, whole amounts, and blanks in them",
    "pt_combinado": "an overview of savings and debts that have no rows of their own",
    "th_siambat_statement": "vowels that the text layer of the file has in another order",
    "us_broker": "costs of trades that only a footnote says are in their amounts",
    "calderstone-mortgage-annual": "a year below the name of its dates, and charges named over three lines",
    "us-brokerage-cash-management": "cash and securities in sections, and what moves the fund that holds the cash",
}
"""Documents that are not proved, though they could be, and what is peculiar in them."""


def test_nothing_is_missing() -> None:
    assert len(TRUTHS) > 900
    assert len(SPOILED) > 300
    assert set(HELD_BACK) <= {name_of(path) for path in TRUTHS}


@pytest.mark.engine
@pytest.mark.parametrize("path", TRUTHS, ids=name_of)
def test_every_row_is_read_and_proved(path: Path) -> None:
    name = name_of(path)
    found = scored(path)
    assert found.decision == ("review" if name in HELD_BACK else "accepted")
    assert found.rows_exact or name in HELD_BACK
    assert not found.silent_error
    assert list(found.wrong) == recorded().get(name, []), "python -m tests.layouts records what is wrong now"


@pytest.mark.engine
@pytest.mark.parametrize("path", SPOILED, ids=lambda path: path.stem)
def test_what_contradicts_itself_is_not_accepted(path: Path) -> None:
    assert extract(path.read_bytes(), path.name, Settings()).decision == "review"
