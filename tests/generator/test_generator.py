"""The generator keeps its promises: same seed same bytes, truths that add up, amounts that stand on the page."""

import re
from decimal import Decimal

import pypdfium2
import pytest

from extraction.text.amounts import parse

from . import make, samples
from .__main__ import overrides
from .facts import aba, ccc, clabe
from .figures import figure, money
from .model import Generated
from .places import with_luhn
from .style import DEFECTS, FACTS
from .truth import check

SEEDS = range(1, 61)
FIELDS = {
    "id",
    "doc_type",
    "institution",
    "accounts",
    "expect",
    "why",
    "quirks",
    "families",
    "layout_family",
    "modality",
    "pages",
}


def squeezed(document: Generated) -> str:
    """The text of all pages without white space, ligatures spelt out."""
    with pypdfium2.PdfDocument(document.pdf) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    return re.sub(r"\s", "", text.replace("\ufffe", "-").replace("\ufb01", "fi").replace("\ufb02", "fl"))


@pytest.mark.parametrize("seed", [1, 2, 3, 5, 8])
def test_same_seed_same_document(seed: int) -> None:
    assert make(seed) == make(seed)
    assert make(seed).pdf != make(seed + 1).pdf


@pytest.mark.parametrize("kind", ["png", "jpg", "pdf"])
def test_scans_are_the_same_too_and_hold_no_text(kind: str) -> None:
    one = make(4, scan=kind, rows=5, dpi=150)
    assert one == make(4, scan=kind, rows=5, dpi=150)
    assert one.truth["modality"] == "scan"
    if one.media == "application/pdf":
        assert squeezed(one) == ""


@pytest.mark.parametrize("seed", SEEDS)
def test_truth_adds_up_and_stands_on_the_page(seed: int) -> None:
    document = make(seed)
    truth = document.truth
    assert set(truth) >= FIELDS and truth["expect"] == "accept"
    check(truth)
    rows = [row for account in truth["accounts"] for row in account["transactions"]]
    assert len(rows) == len(document.printed)
    page = squeezed(document)
    for printed, row in zip(document.printed, rows, strict=True):
        assert re.sub(r"\s", "", printed) in page
        digits, known = re.sub(r"\D", "", printed), re.sub(r"\D", "", row["amount"])
        assert known in (digits, digits + "00")
        assert all(re.sub(r"\s", "", word) in page for word in row["description"].split())


@pytest.mark.parametrize("defect", DEFECTS)
@pytest.mark.parametrize("seed", [11, 12, 13, 14])
def test_a_spoiled_statement_goes_to_review(defect: str, seed: int) -> None:
    truth = make(seed, defect=defect, rows=12).truth
    assert truth["expect"] == "review"
    if defect in ("closing_off", "row_dropped", "digits_swapped"):
        account = truth["accounts"][0]
        total = sum((Decimal(row["amount"]) for row in account["transactions"]), Decimal(account["opening_balance"]))
        assert total != Decimal(account["closing_balance"])


@pytest.mark.parametrize("kind", ["invoice", "letter", "picture"])
def test_what_is_no_statement_is_rejected(kind: str) -> None:
    truth = make(21, kind=kind).truth
    assert truth["expect"] == "reject" and truth["accounts"] == []


@pytest.mark.parametrize("seed", [31, 32, 33, 34, 35, 36])
def test_what_the_truth_tells_of_the_head_stands_on_the_page(seed: int) -> None:
    document = make(seed, facts=FACTS, table_only=False, accounts=1, bare_whole=False, numbers="comma_dot")
    (account,) = document.truth["accounts"]
    page = squeezed(document)
    assert re.sub(r"\s", "", account["holder"]) in page
    money = ("available_balance", "fees", "interest", "payments", "minimum_payment", "credit_limit")
    told = {name: Decimal(account[name]) for name in money if account[name] is not None}
    assert len(told) > 2
    assert [name for name, value in told.items() if figure(value, "comma_dot") not in page] == []


def test_further_facts_are_told_only_where_they_are_asked_for() -> None:
    account = make(31, kind="bank", table_only=False, accounts=1).truth["accounts"][0]
    assert (account["available_balance"], account["fees"], account["interest"]) == (None, None, None)
    assert overrides("facts", 1) == overrides("facts", 1) and set(overrides("facts", 1)["facts"]) <= set(FACTS)


@pytest.mark.parametrize("sign", ["leading", "trailing", "paren", "plusminus", "inner"])
@pytest.mark.parametrize(("symbol", "after"), [("", False), ("€", False), ("€", True)])
def test_what_is_below_zero_is_printed_so(sign: str, symbol: str, after: bool) -> None:
    out, into = (parse(money(Decimal(one), "comma_dot", sign, symbol, after), ".") for one in ("-12.50", "12.50"))
    assert out is not None and into is not None
    assert (out.signed, into.signed) == (Decimal("-12.50"), Decimal("12.50"))


def test_numbers_have_right_check_digits() -> None:
    assert with_luhn("424242424242424") == "4242424242424242"
    assert aba("02100002") == "021000021"
    assert clabe("00201007777777777") == "002010077777777771"
    assert ccc("21000418", "0200051332") == "2100 0418 45 0200051332"


def test_an_override_keeps_the_other_features() -> None:
    one, two = make(7, country="gb", rows=6), make(7, country="gb", rows=6, watermark="COPY")
    assert one.truth["accounts"] == two.truth["accounts"]


def test_an_unknown_feature_is_an_error() -> None:
    with pytest.raises(TypeError, match="colour"):
        make(1, colour="red")


def test_samples_are_small() -> None:
    assert all(len(document.pdf) < 400_000 for document in samples().values())
