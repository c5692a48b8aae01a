"""Two readings and a third: where they agree, who is right, and what a word is made of. No engine."""

import pytest
from PIL import Image

from extraction.model import Word
from extraction.ocr.agree import DISPUTED, OUTVOTED, Place, judged, places, settled, well_formed
from extraction.ocr.engine import Layout
from extraction.ocr.reader import glance, read_words, reread
from extraction.ocr.tokens import tidy


def word(text: str, x0: float = 100.0, top: float = 100.0, confidence: float = 0.9, width: float = 40.0) -> Word:
    return Word(text, x0, top, x0 + width, top + 10, "ocr", confidence)


def texts(words: list[Word]) -> list[str]:
    return [w.text for w in words]


def test_marks_that_lines_leave_are_dropped() -> None:
    assert texts(tidy([word("|"), word("—"), word("..."), word("|12.50|"), word("[99.00]"), word("-5.00")])) == [
        "12.50",
        "99.00",
        "-5.00",
    ]


def test_halves_of_an_amount_are_joined() -> None:
    (joined,) = tidy([word("5,", 100, width=10, confidence=0.9), word("063.50", 114, confidence=0.7)])
    assert (joined.text, joined.box, joined.confidence) == ("5,063.50", (100.0, 100.0, 154.0, 110.0), 0.7)


@pytest.mark.parametrize(
    ("left", "right", "gap", "top"),
    [("5,", "063.50", 9, 100), ("5,", "063.50", 4, 108), ("5", "063.50", 4, 100), ("5,", "63.50", 4, 100)],
    ids=["columns", "other line", "no comma", "two digits"],
)
def test_what_is_no_half_stays(left: str, right: str, gap: float, top: float) -> None:
    assert texts(tidy([word(left, 100, width=10), word(right, 110 + gap, top)])) == [left, right]


@pytest.mark.parametrize(
    "text", ["1,250.00", "-12.50", "(12.50)", "$1,250.00", "12.50CR", "10/06/2021", "2024-01-31", "1.250,00"]
)
def test_amounts_and_dates_are_well_formed(text: str) -> None:
    assert well_formed(text)


@pytest.mark.parametrize("text", ["2:33", "3,000,01", "l2.50", "12.5O", "10/06-2021", "1,25.00"])
def test_misreadings_are_not(text: str) -> None:
    assert not well_formed(text)


def test_places_pair_the_two_readings() -> None:
    first = [word("12.50"), word("Coffee", 200), word("only", 300)]
    second = [word("12.60"), word("Cof", 200, width=18), word("fee", 221, width=18), word("seen", 400)]
    found = places(first, second)
    assert [(texts(list(p.first)), texts(list(p.second))) for p in found] == [
        (["12.50"], ["12.60"]),
        (["Coffee"], ["Cof", "fee"]),
        (["only"], []),
        ([], ["seen"]),
    ]
    assert [p.agreed for p in found] == [False, True, False, False]
    assert [p.has_digits for p in found] == [True, False, False, False]


def test_agreed_amounts_are_whole_and_agreed_text_is_parted() -> None:
    amount = Place((word("1,250.00", width=60),), (word("1,250", 100), word(".00", 142, width=18)))
    text = Place((word("CoffeeShop", width=60),), (word("Coffee", 100), word("Shop", 142, width=18)))
    assert texts(settled(amount)) == ["1,250.00"]
    assert texts(settled(text)) == ["Coffee", "Shop"]


def test_a_word_seen_once_is_kept_where_it_was_sure() -> None:
    assert texts(settled(Place((word("Total", confidence=0.6),), ()))) == ["Total"]
    assert settled(Place((), (word("~'", confidence=0.4),))) == []


def test_two_votes_of_three_decide_and_say_so() -> None:
    place = Place((word("12.50", confidence=0.99),), (word("12.60", confidence=0.5),))
    (won,) = judged(place, word("12.60"))
    assert (won.text, won.confidence) == ("12.60", 0.5)
    (won,) = judged(place, word("12.50"))
    assert (won.text, won.confidence) == ("12.50", OUTVOTED)


def test_three_opinions_have_no_confidence() -> None:
    place = Place((word("12.5O", confidence=0.95),), (word("12.50", confidence=0.7),))
    (best,) = judged(place, word("l2.50", confidence=0.9))
    assert (best.text, best.confidence) == ("12.50", DISPUTED)


def test_a_lone_unsure_speck_is_dropped() -> None:
    assert judged(Place((word("4~", confidence=0.2),), ()), None) == []
    assert texts(judged(Place((word("4.00", confidence=0.2),), ()), None)) == ["4.00"]


class Scripted:
    """Says what it is told for each layout, and remembers the pictures."""

    def __init__(self, page: list[Word], sparse: list[Word], third: str = "") -> None:
        self.says = {"page": page, "sparse": sparse}
        self.third, self.sheets = third, [Image.new("L", (1, 1))][:0]

    def read(self, image: Image.Image, scale: float, layout: Layout = "page") -> list[Word]:
        if image.size == (2480, 3508):
            return self.says[layout]
        self.sheets.append(image)
        return [Word(self.third, 5, 8 * scale, 60, image.height * scale - 8 * scale, "ocr", 0.8)] if self.third else []


PAPER = Image.new("L", (2480, 3508), 255)


def reading(engine: Scripted) -> list[Word]:
    return read_words(glance(PAPER, 0.24, engine), PAPER, 0.24, engine)


def test_readings_that_agree_are_not_asked_again() -> None:
    engine = Scripted([word("12.50")], [word("12.50")])
    assert [(w.text, w.confidence) for w in reading(engine)] == [("12.50", 0.9)]
    assert engine.sheets == []


def test_a_figure_in_dispute_is_read_again_larger_and_keeps_its_place() -> None:
    engine = Scripted([word("12.50")], [word("12.60")], "12.60")
    (won,) = reading(engine)
    assert (won.text, won.box, won.confidence) == ("12.60", (100.0, 100.0, 140.0, 110.0), OUTVOTED)
    assert engine.sheets[0].height > 2 * 10 / 0.24


def test_words_without_figures_are_not_asked_again() -> None:
    engine = Scripted([word("Coffee", confidence=0.5)], [word("Cotfee", confidence=0.8)])
    assert texts(reading(engine)) == ["Cotfee"]
    assert engine.sheets == []


def test_nothing_to_read_again() -> None:
    assert reread(PAPER, [], 0.24, Scripted([], [])) == []
    assert reread(PAPER, [(100, 100, 140, 110)], 0.24, Scripted([], [])) == [None]
