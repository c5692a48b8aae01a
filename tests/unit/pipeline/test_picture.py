"""The picture of a page lies as the page was read; a document that takes too much memory is rejected."""

import numpy as np
import pytest

from extraction import pipeline
from extraction.settings import Settings
from schemas.result import IssueCode
from tests.handmade import one_page, text

pytestmark = pytest.mark.engine

LINE = b"The quick brown fox jumps over the lazy dog "


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_the_picture_of_a_page_on_its_side_lies_as_it_was_read(rotate: int) -> None:
    data = one_page(text((100, 300), LINE * 2) + text((300, 100), b"X", 60), entries=b"/Rotate %d" % rotate)
    (page,) = pipeline.read(data, Settings())
    picture = pipeline.picture(data, 1, page, Settings(), dpi=72)
    assert picture.size == (page.width, page.height)
    (big,) = (word for word in page.words if word.text == "X")
    dark = np.asarray(picture.convert("L")) < 128
    _, xs = np.nonzero(dark[round(big.top) : round(big.bottom), round(big.x0) : round(big.x1)])
    assert len(xs) > 100, "no ink where the word's box is"
    assert dark.sum() > len(xs)


def test_no_memory_for_a_document_is_a_rejected_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(pipeline, "read", read)
    result = pipeline.extract(one_page(b""), "a.pdf", Settings(max_memory=3 << 29))
    assert (result.decision, [issue.code for issue in result.issues]) == ("rejected", [IssueCode.TOO_LARGE])
    assert "more than 1.5 GiB of memory" in result.issues[0].message
