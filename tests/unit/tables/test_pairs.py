"""Amounts with a label beside them, above them or in the same text."""

from dataclasses import replace

from extraction.tables.pairs import pairs
from extraction.text.lines import Chunk
from tests.pages import lines


def found(*texts: str, stops: tuple[float, ...] = (40, -300, 340, -560)) -> list[tuple[str, str, str]]:
    return [(p.left, p.above, str(p.amount.signed)) for p in pairs(lines(*texts, stops=stops), ".")]


def test_a_label_stands_left_of_its_amount() -> None:
    assert found("Opening balance | 1,234.56") == [("Opening balance", "", "1234.56")]


def test_a_label_and_its_amount_may_be_one_text() -> None:
    assert found("Closing balance: $1,234.56") == [("Closing balance:", "", "1234.56")]


def test_a_day_before_an_amount_is_none_though_it_looks_like_one() -> None:
    assert found("New balance | 31.07. | 6,184.84", stops=(40, -300, -560)) == [("New balance 31.07.", "", "6184.84")]
    assert found("New balance | 31.07.", stops=(40, -300)) == [("New balance", "", "31.07")]


def test_each_amount_of_a_line_has_the_label_before_it() -> None:
    assert found("Opening | 1.00 | Closing | 2.00") == [("Opening", "", "1.00"), ("Closing", "", "2.00")]


def test_a_label_stands_above_its_amount_in_up_to_two_lines() -> None:
    stops = (40, 200, 360)
    text = "Opening | Total | Closing\nbalance | money in | balance\n100.00 | 50.00 | 150.00"
    assert found(text, stops=stops) == [
        ("", "Opening balance", "100.00"),
        ("", "Total money in", "50.00"),
        ("", "Closing balance", "150.00"),
    ]


def test_a_label_alone_may_end_left_of_the_amount_alone_below_it() -> None:
    assert found("Opening balance\n | 100.00", stops=(40, -300)) == [("", "Opening balance", "100.00")]
    assert found(" | Opening balance\n100.00", stops=(40, 200)) == [("", "", "100.00")]


def test_what_stands_above_another_amount_is_not_its_label() -> None:
    assert found("Opening balance\n100.00\n150.00", stops=(40,)) == [
        ("", "Opening balance", "100.00"),
        ("", "", "150.00"),
    ]


def test_a_label_far_above_is_none() -> None:
    assert found("Opening balance\n\n\n\n100.00", stops=(40,)) == [("", "", "100.00")]


def test_a_label_on_the_page_before_is_none() -> None:
    assert found("Opening balance", "100.00", stops=(40,)) == [("", "", "100.00")]


def test_an_amount_without_decimals_counts_where_it_says_that_it_is_money() -> None:
    assert found("Credit limit | $8,000") == [("Credit limit", "", "8000")]
    assert found("Days in period | 31") == []


def test_a_label_is_compared_in_its_plain_form() -> None:
    (pair,) = pairs(lines("Solde précédent : | 1.00", stops=(40, -300)), ".")
    assert pair.label == "solde precedent"
    assert (pair.line, pair.cell.page) == (0, 1)


def test_a_label_stands_below_a_large_amount_where_nothing_is_as_near_above() -> None:
    drawn = lines("Flat 3, Oberau\n\n\n£1,333.14 | -£20.00\nAccount balance | Total outgoings", stops=(40, 200))
    *above, figures, labels = drawn
    large = replace(figures, top=figures.top - 8, bottom=labels.top - 1)
    assert [p.above for p in pairs([*above, large, labels], ".")] == ["Account balance", "Total outgoings"]


def test_labels_and_amounts_of_a_grid_belong_together_in_order() -> None:
    text = "Saldo inicial | | Saldo final\n | 1,908.44 | | 2,173.72"
    told = [(p.above, str(p.amount.value)) for p in pairs(lines(text, stops=(40, 160, 300, 420)), ".")]
    assert told == [("Saldo inicial", "1908.44"), ("Saldo final", "2173.72")]


def test_labels_of_a_grid_may_have_two_lines() -> None:
    text = "Saldo estratto | Addebiti del | Saldo al\nprecedente | periodo | 07/03/2025"
    *labels, figures = lines(text, stops=(40, 200, 360)) + lines(
        "1,908.44 | 2,173.72 | 900.00", stops=(-170, -330, -490)
    )
    low = replace(figures, top=figures.top + 28, bottom=figures.bottom + 28)
    told = [(p.above, str(p.amount.value)) for p in pairs([*labels, low], ".")]
    assert told == [
        ("Saldo estratto precedente", "1908.44"),
        ("Addebiti del periodo", "2173.72"),
        ("Saldo al 07/03/2025", "900.00"),
    ]


def test_dots_part_the_figures_of_a_text() -> None:
    text = "No. 4711-02 · Saldo inicial $6,500.00 · Saldo final $7,242.87 · Meta $15,000.00"
    told = [(p.near, str(p.amount.value)) for p in pairs(lines(text, stops=(40,)), ".")]
    assert told == [("Saldo inicial", "6500.00"), ("Saldo final", "7242.87"), ("Meta", "15000.00")]


def test_the_title_of_rewards_holds_beside_a_block_that_goes_on() -> None:
    text = "Rewards Summary | | Cash limit | 4,500.00\nPrevious balance | 31,204.00 | Other limit | 4,500.00"
    told = [p.left for p in pairs(lines(text, stops=(40, 200, 300, 450)), ".")]
    assert "Rewards Summary Previous balance" in told


def test_the_titles_of_two_blocks_end_what_a_card_named_after_its_rewards_began() -> None:
    text = "Outfitters Rewards Card\nAccount Summary | Payment Information\nNew Balance as of 03/14/2024 | 1,451.07"
    (told,) = pairs(lines(text, stops=(40, 300)), ".")
    assert told.left == "New Balance as of 03/14/2024"


def test_all_figures_of_a_line_below_the_title_of_rewards_are_its_own() -> None:
    text = "Points Summary\nCard no. | Balance b/f | Earned | Balance\nXX2284 | 18,233 | 0 | 19,635"
    found = pairs(lines(text, stops=(40, 160, 280, 400)), ".")
    assert [p.left for p in found] == ["Points Summary XX2284", "Points Summary 0"]
    assert [p.near for p in found] == ["Points Summary XX2284", "Points Summary 0"]


def test_a_block_beside_one_of_rewards_is_none() -> None:
    text = "Prairie Rewards Card\nYour account | Prairie Rewards\nBalance before | 20.00 | Points before | 41,207"
    found = pairs(lines(text, stops=(40, 160, 280, 400)), ".")
    assert [p.left for p in found] == ["Balance before", "Points before"]


def test_a_text_right_of_rewards_does_not_end_them() -> None:
    text = "Plus Points Summary\nOpening balance | 11,402\n | | Terms and conditions\nClosing balance | 14,520"
    told = [p.left for p in pairs(lines(text, stops=(40, 200, 320)), ".")]
    assert told == ["Plus Points Summary Opening balance", "Plus Points Summary Closing balance"]


def test_a_short_label_of_a_block_of_rewards_does_not_end_it() -> None:
    text = "Cash Back Rewards\n3% on eligible\ntravel\n569.70 | 17.09\nPrevious balance | 298.44"
    told = [p.left for p in pairs(lines(text, stops=(40, 200)), ".")]
    assert told[-1] == "Cash Back Rewards Previous balance"


def test_a_label_stands_above_the_currency_that_is_set_left_of_an_amount() -> None:
    text = "IBAN | Opening balance per 29.02.2024\nDE89 3704 0044 0532 0130 00 | EUR | + 1,187.36"
    assert found(text, stops=(40, 300, 520)) == [
        ("DE89 3704 0044 0532 0130 00", "Opening balance per 29.02.2024", "1187.36")
    ]


def test_in_a_line_of_figures_without_decimals_the_small_ones_are_amounts_too() -> None:
    found = pairs(lines("Saldo | Impuestos | Final\n1.838.612 | 214 | 1.838.398", stops=(40, 160, 280)), ",0")
    assert [str(p.amount.value) for p in found] == ["1838612", "214", "1838398"]


def test_signs_between_the_amounts_of_a_sum_are_operators() -> None:
    stops = (40, 140, 180, 280, 320)
    text = "Opening | | Payments | | Closing\n100.00 | - | 20.00 | = | 80.00"
    assert found(text, stops=stops) == [
        ("", "Opening", "100.00"),
        ("", "Payments", "20.00"),
        ("", "Closing", "80.00"),
    ]


def test_a_title_farther_above_a_label_is_no_part_of_it() -> None:
    """The title says "interest", which names no balance."""
    top, label, amount = lines("ANYTIME INTEREST CHECKING\nPrevious balance\n1,873.55", stops=(40,))
    low = [replace(word, top=word.top - 6, bottom=word.bottom - 6) for word in top.words]
    title = replace(top, chunks=(Chunk(tuple(low)),), top=top.top - 6, bottom=top.bottom - 6)
    assert [pair.above for pair in pairs([title, label, amount], ".")] == ["Previous balance"]
