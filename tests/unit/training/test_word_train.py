"""What proved statements teach the word tagger, and a training of two steps."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from extraction.layout.features import MOST_WORDS
from extraction.layout.roles import TAGS
from extraction.layout.tagger import TrainedTagger
from extraction.training.documents import proved
from extraction.training.word_labels import Labelled, labelled
from extraction.training.word_wear import drill, worn
from tests.pages import page, pages, parsed

STATEMENT = """
Example Bank
Account number: 12345678
Statement period: 1 March 2024 to 31 March 2024
Opening balance | | | | 100.00
Date | Details | Paid out | Paid in | Balance
01 Mar | Tea and cake | 3.50 | | 96.50
 | in town
03 Mar | Wage | | 9.00 | 105.50
Closing balance | | | | 105.50
"""
SAMPLE = Path("samples/bank/german-soll-haben/input.pdf")


def told() -> Labelled:
    (found,) = labelled(pages(STATEMENT), parsed(STATEMENT))
    return found


def test_the_words_of_a_proved_statement_have_the_roles_in_which_they_were_proved() -> None:
    roles = [(word.text, tag) for word, tag in zip(told().page.words, told().tags, strict=True) if tag != "other"]
    assert roles == [
        ("12345678", "account_number"),
        *((text, "period") for text in ("1", "March", "2024", "to", "31", "March", "2024")),
        ("Opening", "opening_label"), ("balance", "opening_label"), ("100.00", "opening_value"),
        ("Date", "head_date"), ("Details", "head_text"), ("Paid", "head_debit"), ("out", "head_debit"),
        ("Paid", "head_credit"), ("in", "head_credit"), ("Balance", "head_balance"),
        ("01", "date"), ("Mar", "date"), ("Tea", "description"), ("and", "description"), ("cake", "description"),
        ("3.50", "debit"), ("96.50", "balance"), ("in", "description"), ("town", "description"),
        ("03", "date"), ("Mar", "date"), ("Wage", "description"), ("9.00", "credit"), ("105.50", "balance"),
        ("Closing", "closing_label"), ("balance", "closing_label"), ("105.50", "closing_value"),
    ]  # fmt: skip


def test_a_page_that_proves_nothing_teaches_nothing() -> None:
    assert labelled([page("Terms and conditions of 2024 apply.")], parsed(STATEMENT)) == []


class TestWear:
    def test_a_drill_has_the_words_of_the_page_and_their_roles(self) -> None:
        clean = drill(told())
        assert Counter(zip((w.text for w in clean.words), clean.tags, strict=True)) == Counter(
            zip((w.text for w in told().page.words), told().tags, strict=True)
        )

    def test_wear_keeps_a_role_for_each_word_and_is_the_same_for_the_same_seed(self) -> None:
        clean = drill(told())
        seen = [worn(clean, Random(seed)) for seed in range(60)]
        assert [worn(clean, Random(seed)) for seed in range(60)] == seen
        assert all(len(one.words) == len(one.tags) <= MOST_WORDS for one in seen)
        assert any("noise" in one.tags for one in seen)
        assert any({w.text for w in one.words} != {w.text for w in clean.words} for one in seen)

    def test_figures_keep_their_digits_where_letters_are_exchanged(self) -> None:
        clean = drill(told())
        seen = [[word.text for word in worn(clean, Random(seed)).words] for seed in range(80)]
        exchanged = [texts for texts in seen if len(texts) > 20 and "Balance" not in texts]
        assert exchanged
        assert any("96.50" in texts for texts in exchanged)

    def test_a_page_of_many_words_is_cut_to_a_window(self) -> None:
        many = Labelled(page("\n".join(["01 Mar | Tea | 3.50 | | 96.50"] * 200)), ())
        many = Labelled(many.page, ("other",) * len(many.page.words))
        assert len(worn(drill(many), Random(1)).words) <= MOST_WORDS


@pytest.mark.engine
def test_only_what_is_proved_is_learnt_from() -> None:
    said: list[str] = []
    files = [SAMPLE, Path("samples/bank/missing-row/input.pdf"), Path("samples/bank/scan-skewed/input.pdf")]
    found = proved([file for file in files if file.exists()], said.append)
    assert [one.path for one in found] == [SAMPLE]
    assert said


@pytest.mark.engine
def test_a_training_of_two_steps_writes_weights_that_tag(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="needs tieout[train]")
    pytest.importorskip("transformers", reason="needs tieout[train]")
    from extraction.training.word_train import train

    said: list[str] = []
    card = train([SAMPLE], [SAMPLE], tmp_path / "words.onnx", 1, 2, said.append)
    assert (card["steps"], card["pages_held_out"]) == (2, card["pages"])
    assert card["measured"]["all but other"]["words"] > 50
    assert said
    tagged = TrainedTagger(tmp_path / "words.onnx")(page(STATEMENT))
    assert {one.tag for one in tagged.values()} <= set(TAGS)
