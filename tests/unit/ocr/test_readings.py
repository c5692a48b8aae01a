"""Two readings and a second look: where they agree, who is right, and what a word is made of. No engine."""

from collections.abc import Sequence

import pytest
from PIL import Image

from extraction.model import Word
from extraction.ocr import reader
from extraction.ocr.agree import CONFIRMED, DISPUTED, OUTVOTED, Place, judged, places, settled, well_formed
from extraction.ocr.engine import Engines
from extraction.ocr.reader import MARGIN, glance, read_words
from extraction.ocr.tokens import tidy
from schemas.provenance import BBox


def word(text: str, x0: float = 100.0, top: float = 100.0, confidence: float = 0.9, width: float = 40.0) -> Word:
    return Word(text, x0, top, x0 + width, top + 10, "ocr", confidence)


def place(first: str, second: str, sure: float = 0.95, second_sure: float = 0.85) -> Place:
    """What each reading has of one spot, one word or none, and how sure it is."""
    return Place(
        tuple(word(text, confidence=sure) for text in first.split()),
        tuple(word(text, confidence=second_sure) for text in second.split()),
    )


def texts(words: Sequence[Word]) -> list[str]:
    return [w.text for w in words]


def told(words: Sequence[Word]) -> list[tuple[str, float | None]]:
    return [(w.text, w.confidence) for w in words]


def test_marks_that_lines_leave_are_dropped() -> None:
    marks = [word(mark, confidence=0.89) for mark in ("|", "—", "...")]
    assert texts(tidy([*marks, word("|12.50|"), word("[99.00]"), word("-5.00")])) == ["12.50", "99.00", "-5.00"]


def test_a_mark_that_is_read_for_sure_was_printed() -> None:
    assert texts(tidy([word("=", confidence=0.9), word(":", confidence=0.8)])) == ["="]


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        (".02/03", "02/03"),
        ("'·02/03/2024", "02/03/2024"),
        ("*2024-03-02", "2024-03-02"),
        (".02/03-2024", ".02/03-2024"),
        (".50", ".50"),
        ("*Total", "*Total"),
    ],
)
def test_specks_before_a_date_are_dropped_and_marks_before_other_text_stay(seen: str, text: str) -> None:
    assert texts(tidy([word(seen)])) == [text]


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        ("f12.50", "£12.50"),
        ("-f1,234.56", "-£1,234.56"),
        ("(f12.50)", "(£12.50)"),
        ("f12", "f12"),
        ("ref12.50", "ref12.50"),
        ("f12.50kg", "f12.50kg"),
    ],
)
def test_a_letter_before_an_amount_is_the_pound_sign_it_looks_like(seen: str, text: str) -> None:
    assert texts(tidy([word(seen)])) == [text]


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        ("１，２５０．００", "1,250.00"),
        ("（Ａ～ｚ）", "(A~z)"),
        ("一12.50", "-12.50"),
        ("十5。〇〇", "+5.00"),
        ("二", "="),
        ("十二月", "十二月"),
        ("２月", "2月"),
        ("Zürich", "Zürich"),
    ],
)
def test_signs_are_latin_where_no_chinese_letter_stands_beside_them(seen: str, text: str) -> None:
    assert texts(tidy([word(seen)])) == [text]


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
    assert [(texts(p.first), texts(p.second)) for p in found] == [
        (["12.50"], ["12.60"]),
        (["Coffee"], ["Cof", "fee"]),
        (["only"], []),
        ([], ["seen"]),
    ]
    assert [p.agreed for p in found] == [False, True, False, False]


@pytest.mark.parametrize(
    ("x0", "top", "kept"), [(138, 100, False), (141, 100, True), (100, 106, False), (100, 108, True), (141, 106, True)]
)
def test_what_only_the_second_saw_is_left_out_where_it_reaches_into_what_the_first_read(
    x0: float, top: float, kept: bool
) -> None:
    found = places([word("12.50")], [word("seen", x0, top)])
    assert [texts(p.second) for p in found] == ([[], ["seen"]] if kept else [[]])


@pytest.mark.parametrize(
    ("disputed", "first", "second", "sure", "second_sure"),
    [
        (False, "12.50", "12.50", 0.1, 0.1),
        (True, "12.50", "12.60", 0.98, 0.1),
        (True, "12.50", "12.60", 0.99, 0.9),
        (False, "12.50", "12.60", 0.99, 0.89),
        (True, "Coffee", "C0ffee", 0.98, 0.1),
        (True, "12.50", "", 0.99, 0.1),
        (True, "", "12.50", 0.1, 0.99),
        (False, "only", "", 0.1, 0.99),
        (False, "", "seen", 0.1, 0.99),
        (False, "Coffee", "Cotfee", 0.9, 0.79),
        (True, "Coffee", "Cotfee", 0.89, 0.79),
        (True, "Coffee", "Cotfee", 0.9, 0.8),
        (False, "Café", "Cafe", 0.9, 0.8),
        (True, "Café", "Cafe", 0.89, 0.8),
        (False, "Straße", "Strabe", 0.9, 0.99),
        (True, "Straße", "Strabe", 0.89, 0.1),
    ],
)
def test_readings_are_in_dispute_about_figures_and_words_that_are_not_sure(
    disputed: bool, first: str, second: str, sure: float, second_sure: float
) -> None:
    assert place(first, second, sure, second_sure).disputed is disputed


def test_agreed_amounts_are_whole_and_agreed_text_is_parted() -> None:
    amount = Place((word("1,250.00", width=60),), (word("1,250", 100), word(".00", 142, width=18)))
    text = Place((word("CoffeeShop", width=60),), (word("Coffee", 100), word("Shop", 142, width=18)))
    assert texts(settled(amount)) == ["1,250.00"]
    assert texts(settled(text)) == ["Coffee", "Shop"]


@pytest.mark.parametrize(
    ("parts", "found"),
    [(("02", "03"), ["02", "03"]), (("0203", "2024"), ["0203", "2024"]), (("0203", "20245"), ["020320245"])],
)
def test_agreed_digits_of_a_day_are_parted_and_longer_numbers_are_whole(
    parts: tuple[str, str], found: list[str]
) -> None:
    whole = Place((word("".join(parts)),), (word(parts[0], width=18), word(parts[1], 122, width=18)))
    assert texts(settled(whole)) == found


def test_agreed_words_are_as_sure_as_the_surer_reading() -> None:
    assert told(settled(place("Total", "Total", 0.6, 0.8))) == [("Total", 0.8)]
    assert told(settled(place("Total", "Total", 0.9, 0.2))) == [("Total", 0.9)]


def test_a_word_without_dispute_is_as_the_first_reading_has_it() -> None:
    assert told(settled(place("Coffee", "Cotfee"))) == [("Coffee", 0.95)]
    assert told(settled(place("only", "", 0.2))) == [("only", 0.2)]
    assert told(settled(place("12.50", "", 0.99))) == [("12.50", 0.99)]
    assert told(settled(place("12.50", "12.60", 0.99))) == [("12.50", CONFIRMED)]
    assert told(settled(place("Coffee", "C0ffee", 0.99))) == [("Coffee", 0.99)]
    assert settled(place("", "seen")) == []


@pytest.mark.parametrize(("sure", "most"), [(0.95, CONFIRMED), (0.8, 0.8), (0.79, OUTVOTED)])
def test_the_first_reader_is_believed_when_it_says_the_same_again(sure: float, most: float) -> None:
    assert told(judged(place("12.50", "12.60", sure), [word("12.50")])) == [("12.50", most)]


def test_the_second_reader_is_believed_when_the_first_agrees_on_a_second_look() -> None:
    assert told(judged(place("12.50", "12.60"), [word("12.60")])) == [("12.60", OUTVOTED)]
    assert told(judged(place("12.50", "12.60", second_sure=0.3), [word("12.60")])) == [("12.60", 0.3)]


@pytest.mark.parametrize("again", [["l2.50"], []])
def test_the_better_formed_of_readings_that_all_differ_has_no_confidence(again: list[str]) -> None:
    looked = [word(text) for text in again]
    assert told(judged(place("12.5O", "12.50"), looked)) == [("12.50", DISPUTED)]
    assert told(judged(place("12.50", "12.5O", 0.5, 0.9), looked)) == [("12.50", DISPUTED)]
    assert told(judged(place("12.50", "12.60", 0.5, 0.9), looked)) == [("12.60", DISPUTED)]


def test_what_only_the_second_saw_is_kept_where_the_first_sees_it_too_once_it_is_asked() -> None:
    assert told(judged(place("", "12.50"), [word("12.50")])) == [("12.50", OUTVOTED)]
    assert judged(place("", "12.50"), [word("12.60")]) == []
    assert judged(place("", "12.50"), []) == []


def test_what_only_the_first_saw_is_kept_whatever_it_sees_then() -> None:
    assert told(judged(place("12.50", ""), [word("12.60")])) == [("12.50", OUTVOTED)]
    assert told(judged(place("12.50", "", 0.3), [])) == [("12.50", 0.3)]


@pytest.mark.parametrize("again", ["Cafe", "Cate"])
def test_accents_that_the_second_reader_does_not_know_are_kept(again: str) -> None:
    assert told(judged(place("Café", "Cafe", 0.85), [word(again)])) == [("Café", OUTVOTED)]


def test_a_second_look_counts_within_the_place_alone() -> None:
    beside = [word("Total", 141), word("12", width=16), word(".50", 118, width=20), word("99", top=111)]
    assert told(judged(place("12.50", "12.60"), beside)) == [("12.50", CONFIRMED)]


class Scripted:
    """Says what it is told of the page and of each cell, and remembers what it was asked."""

    def __init__(self, page: list[Word], *cells: list[Word]) -> None:
        self.page, self.cells = page, list(cells)
        self.pages: list[tuple[tuple[int, int], float]] = []
        self.asked: list[list[BBox]] = []

    def read(self, image: Image.Image, scale: float) -> list[Word]:
        self.pages.append((image.size, scale))
        return self.page

    def read_cells(self, image: Image.Image, boxes: Sequence[BBox], scale: float) -> list[list[Word]]:
        assert (image.size, scale) == (PAPER.size, 0.24)
        self.asked.append(list(boxes))
        return self.cells[: len(boxes)]


PAPER = Image.new("L", (2480, 3508), 255)


def reading(first: Scripted, second: list[Word]) -> list[Word]:
    engines = Engines(first, Scripted(second))
    return read_words(glance(PAPER, 0.24, engines), PAPER, 0.24, engines)


def test_both_readers_see_the_page_once() -> None:
    first, second = Scripted([word("|12.50")]), Scripted([word("12.50|")])
    engines = Engines(first, second)
    seen = glance(PAPER, 0.24, engines)
    assert texts(seen) == ["12.50"]
    assert second.pages == []
    assert texts(read_words(seen, PAPER, 0.24, engines)) == ["12.50"]
    assert first.pages == second.pages == [(PAPER.size, 0.24)]


def test_readings_that_agree_are_not_asked_again() -> None:
    first = Scripted([word("12.50")])
    assert told(reading(first, [word("12.50")])) == [("12.50", 0.9)]
    assert first.asked == []


def test_the_first_reader_is_asked_again_for_a_figure_in_dispute_with_paper_around_it() -> None:
    first = Scripted([word("12.50")], [word("|12.60", 100.5)])
    (won,) = reading(first, [word("12.60", 101)])
    assert (won.text, won.box, won.confidence) == ("12.60", (101.0, 100.0, 141.0, 110.0), OUTVOTED)
    assert first.asked == [[(100 - MARGIN, 100 - MARGIN, 141 + MARGIN, 110 + MARGIN)]]


def test_places_in_dispute_are_asked_for_together_and_each_gets_its_own_answer() -> None:
    page = [word("1.00"), word("Coffee", 200), word("2.00", top=200), word("3.00", top=300)]
    first = Scripted(page, [word("1.50")], [word("3.00", top=300)])
    second = [word("1.50"), word("Coffee", 200), word("2.00", top=200), word("3.50", top=300)]
    assert texts(reading(first, second)) == ["1.50", "Coffee", "2.00", "3.00"]
    assert [[box[1] + MARGIN for box in boxes] for boxes in first.asked] == [[100, 300]]


def test_words_of_which_the_first_reader_is_sure_are_not_asked_for_again() -> None:
    first = Scripted([word("Coffee", confidence=0.95)])
    assert texts(reading(first, [word("Cotfee", confidence=0.5), word("seen", 300)])) == ["Coffee"]
    assert first.asked == []


def test_an_unreadable_page_is_not_believed_beyond_so_many_disputes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST", 1)
    first = Scripted([word("1.00"), word("2.00", top=200)], [word("1.50")])
    assert told(reading(first, [word("1.50"), word("2.50", top=200)])) == [("1.50", OUTVOTED), ("2.00", DISPUTED)]
    assert [len(boxes) for boxes in first.asked] == [1]


@pytest.mark.parametrize(
    ("first", "sure", "second", "other", "kept"),
    [
        ("Witharawals", 0.7, "Withdrawals", 0.96, "Withdrawals"),
        ("Witharawals", 0.95, "Withdrawals", 0.96, "Witharawals"),
        ("Witharawals", 0.7, "Withdrawals", 0.9, "Witharawals"),
        ("SUC", 0.7, "suc", 0.96, "SUC"),
        ("lançamentos", 0.7, "langamentos", 0.96, "lançamentos"),
        ("P2P", 0.7, "PEP", 0.96, "P2P"),
    ],
)
def test_who_knows_english_spells_an_unsure_word(first: str, sure: float, second: str, other: float, kept: str) -> None:
    place = Place((word(first, confidence=sure),), (word(second, confidence=other),))
    assert texts(judged(place, [word(first, confidence=sure)])) == [kept]


@pytest.mark.parametrize(
    ("seen", "kept"),
    [("·10", "10"), (".24-04-25", "24-04-25"), (".50", ".50"), ("*12.50", "*12.50"), ("·1010", "·1010")],
)
def test_a_speck_in_front_of_a_day_is_dropped(seen: str, kept: str) -> None:
    assert texts(tidy([word(seen)])) == [kept]


@pytest.mark.parametrize(
    ("text", "sure", "kept"), [("1", 0.9, []), ("1", 0.96, ["1"]), ("5", 0.9, ["5"]), ("12", 0.9, ["12"])]
)
def test_a_single_stroke_that_one_reader_doubts_and_the_other_does_not_see_is_a_speck(
    text: str, sure: float, kept: list[str]
) -> None:
    assert texts(judged(Place((word(text, confidence=sure),), ()), [word(text, confidence=sure)])) == kept
