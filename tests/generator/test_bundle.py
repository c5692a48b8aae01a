"""Files of several statements keep the generator's promises."""

from decimal import Decimal
from itertools import pairwise

import pypdfium2
import pytest

from .bundle import DEFECTS, SHAPES, bundle, joined
from .make import make
from .test_generator import squeezed
from .truth import check


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_same_seed_same_file_and_a_truth_that_adds_up(shape: str, seed: int) -> None:
    one = bundle(seed, shape)
    assert one == bundle(seed, shape)
    assert one.truth["expect"] == "accept" and one.truth["quirks"] == ["bundle", shape]
    check(one.truth)
    with pypdfium2.PdfDocument(one.pdf) as pdf:
        assert len(pdf) == one.truth["pages"]
    page = squeezed(one)
    assert all("".join(text.split()) in page for text in one.printed)
    assert all({"kind", "institution"} <= set(account) for account in one.truth["accounts"])


@pytest.mark.parametrize("seed", range(1, 9))
def test_months_follow_each_other_in_one_account(seed: int) -> None:
    accounts = bundle(seed, "months").truth["accounts"]
    numbers = list(dict.fromkeys(account["account_number"] for account in accounts))
    for number in numbers:
        own = [account for account in accounts if account["account_number"] == number]
        assert len(own) > 1
        for before, after in pairwise(own):
            assert Decimal(before["closing_balance"]) == Decimal(after["opening_balance"])
            assert before["period_end"] < after["period_end"]


@pytest.mark.parametrize("seed", range(1, 5))
def test_a_gap_leaves_the_month_between_out(seed: int) -> None:
    truth = bundle(seed, "gap").truth
    first, last = truth["accounts"][0], truth["accounts"][-1]
    assert len({account["period_end"] for account in truth["accounts"]}) == 2
    assert first["period_end"][:7] != last["period_end"][:7]


@pytest.mark.parametrize("defect", DEFECTS)
@pytest.mark.parametrize("seed", [11, 12, 13])
def test_a_spoiled_file_goes_to_review(defect: str, seed: int) -> None:
    one = bundle(seed, defect=defect)
    assert one.truth["expect"] == "review" and one.truth["quirks"][-1] == defect
    with pypdfium2.PdfDocument(one.pdf) as pdf:
        assert len(pdf) == one.truth["pages"]


def test_joined_files_have_all_pages_in_order() -> None:
    first, second = make(1), make(2)
    with pypdfium2.PdfDocument(joined([first.pdf, second.pdf])) as pdf:
        assert len(pdf) == first.truth["pages"] + second.truth["pages"]
    assert joined([first.pdf]) == joined([first.pdf])
