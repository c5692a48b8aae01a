"""Pages survive their JSON; labels survive being made plain; lines hold every upright word once."""

import json
import string
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from extraction.model import Page, Rule, Trace, Word, pages_from_json, pages_to_json
from extraction.text.lines import lines, margins
from extraction.text.normal import plain

places = st.integers(0, 80_000).map(lambda hundredths: hundredths / 100)
methods = st.sampled_from(("native", "form", "ocr"))


@st.composite
def words(draw: st.DrawFn) -> Word:
    x0, top = draw(places), draw(places)
    return Word(
        draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)),
        x0,
        top,
        x0 + draw(places) / 10,
        top + draw(places) / 40,
        draw(methods),
        draw(st.one_of(st.none(), st.integers(0, 1000).map(lambda share: share / 1000))),
        draw(st.sampled_from((0, 0, 90, 180, 270, 320))),
        draw(st.one_of(st.none(), st.integers(0, 9))),
    )


rules = st.builds(Rule, places, places, places, places)
signs = st.sampled_from(("covered", "hidden", "replaced", "program"))
traces = st.builds(Trace, signs, st.text(max_size=12), st.one_of(st.none(), st.tuples(places, places, places, places)))
pages = st.builds(
    Page,
    number=st.integers(1, 9999),
    width=places,
    height=places,
    words=st.lists(words(), max_size=12).map(tuple),
    rules=st.lists(rules, max_size=6).map(tuple),
    source=methods,
    reason=st.text(max_size=20),
    fonts=st.lists(st.text(max_size=12), max_size=3).map(tuple),
    traces=st.lists(traces, max_size=3).map(tuple),
)


@given(st.lists(pages, max_size=4))
def test_pages_to_json_and_back(given_pages: list[Page]) -> None:
    written = json.dumps(pages_to_json(given_pages), ensure_ascii=False)
    assert pages_from_json(json.loads(written)) == given_pages


@given(st.text(max_size=60))
def test_a_plain_label_stays_as_it_is(text: str) -> None:
    label = plain(text)
    assert plain(label) == label
    assert all(ch.isalnum() or ch in "/ " or unicodedata.category(ch) in ("Mn", "Mc") for ch in label)
    assert label == label.lower()
    assert label == " ".join(label.split())


@given(st.text(alphabet=string.ascii_letters + " ", max_size=30))
def test_plain_forgets_case(text: str) -> None:
    assert plain(text.upper()) == plain(text.lower()) == " ".join(text.lower().split())


@given(pages)
def test_lines_hold_every_upright_word_once(page: Page) -> None:
    found = lines(page)
    held = [word for line in found for word in line.words]
    upright = [word for word in page.words if word.upright and word.text.strip()]
    assert sorted(map(repr, held)) == sorted(map(repr, upright))
    aside = {word for line in margins(page) for word in line.words}
    assert aside == {word for word in page.words if word.turn in (90, 180, 270) and word.text.strip()}
    assert all(line.page == page.number for line in found)
    assert [line.middle for line in found] == sorted(line.middle for line in found)
    for line in found:
        assert [w.x0 for w in line.words] == sorted(w.x0 for w in line.words)
        assert line.top <= line.bottom
