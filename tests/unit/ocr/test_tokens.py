"""Words as recognised -> words as printed, beyond what the readings of `test_readings.py` need."""

from itertools import pairwise

import pytest

from extraction.model import Word
from extraction.ocr.lexicon import known
from extraction.ocr.tokens import tidy


def word(text: str, x0: float = 100.0, width: float = 40.0, confidence: float = 0.99) -> Word:
    return Word(text, x0, 100.0, x0 + width, 110.0, "ocr", confidence)


@pytest.mark.parametrize(
    ("seen", "kept"),
    [
        ("~121,74", "121,74"),
        ("·1.250,00", "1.250,00"),
        ("-121,74", "-121,74"),
        ("#474,516.25", "474,516.25"),
        ("-#0.00", "-0.00"),
        ("N0.00", "N0.00"),
        ("N12", "N12"),
        ("#12", "#12"),
        ("(-58.60", "-58.60"),
        ("(-58.60)", "(-58.60)"),
        ("(58.60", "(58.60"),
        ("03.03:2026", "03.03.2026"),
        ("10:41", "10:41"),
    ],
)
def test_what_specks_and_rare_signs_make_of_figures_is_undone(seen: str, kept: str) -> None:
    assert [w.text for w in tidy([word(seen)])] == [kept]


@pytest.mark.parametrize(
    ("seen", "kept"),
    [
        ("05/MARC02", ["05/MAR", "C02"]),
        ("31/12/2024SALDO", ["31/12/2024", "SALDO"]),
        ("12-MAR-24ATM", ["12-MAR-24", "ATM"]),
        ("05/XYZC02", ["05/XYZC02"]),
        ("01/03A", ["01/03A"]),
        ("31/12/2024", ["31/12/2024"]),
    ],
)
def test_a_date_is_parted_from_the_word_right_of_it(seen: str, kept: list[str]) -> None:
    found = tidy([word(seen)])
    assert [w.text for w in found] == kept
    assert all(left.x1 <= right.x0 for left, right in pairwise(found))


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("890,", "00C", True),
        ("1.327,", "44", True),
        ("1,234.", "50-", True),
        ("31.", "12", False),
        ("1,", "0", False),
        ("12.", "50", False),
    ],
)
def test_the_cents_of_an_amount_belong_to_it(left: str, right: str, whole: bool) -> None:
    found = tidy([word(left, 100.0, 20.0), word(right, 124.0, 12.0)])
    assert [w.text for w in found] == ([left + right] if whole else [left, right])
    assert (found[0].x0, found[-1].x1) == (100.0, 136.0)


def test_a_mark_that_is_never_printed_alone_is_dropped_however_sure_its_reader() -> None:
    assert [w.text for w in tidy([word("."), word("Total"), word("'"), word("·")])] == ["Total", "·"]


def test_chinese_letters_are_lines_and_specks_where_few_words_are_chinese() -> None:
    latin = [word("Saldo", 10.0 + 50 * i) for i in range(40)]
    assert tidy([*latin, word("八", 20.0)]) == tidy(latin)
    chinese = [word("結餘", 10.0 + 50 * i) for i in range(4)]
    assert [w.text for w in tidy([*latin, *chinese])][-4:] == ["結餘"] * 4


@pytest.mark.parametrize(
    ("seen", "kept"),
    [
        ("Baiance", "Balance"),
        ("TOTAI:", "TOTAL:"),
        ("PERÍ0D0:", "PERÍODO:"),
        ("0pening", "Opening"),
        ("Soide", "Solde"),
        ("Dèc", "Dec"),
        ("JANO7", "JAN07"),
        ("140CT24", "14OCT24"),
        ("05/N0V/2024", "05/NOV/2024"),
        ("3.400,00c", "3.400,00C"),
        ("1,200.50d", "1,200.50D"),
        # what is a word, or looks like none, stays
        ("Févr", "Févr"),
        ("Balance", "Balance"),
        ("Saiem", "Saiem"),
        ("MAROON", "MAROON"),
        ("10,815.80", "10,815.80"),
        ("51108", "51108"),
        ("140024", "140024"),
        ("14000", "14000"),
        ("120CM24", "120CM24"),
        ("0.50cm", "0.50cm"),
    ],
)
def test_a_word_that_looks_like_the_name_of_a_balance_or_a_column_is_that_name(seen: str, kept: str) -> None:
    assert known(seen) == kept
