"""Pages that were damaged on the way: whatever is left of them is read without an error of the program."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from extraction.model import Word
from extraction.pipeline import parse
from tests.golden.files import folders
from tests.pages import SOURCE

TIMES = 3
"""Each sample is damaged in each way so many times: about ten seconds in all."""
Damage = Callable[[list[Word], Random], list[Word]]


def lost(words: list[Word], random: Random) -> list[Word]:
    share = random.choice((0.3, 0.6, 0.8, 0.95))
    return [word for word in words if random.random() < share]


def shuffled(words: list[Word], random: Random) -> list[Word]:
    return random.sample(words, len(words))


def exchanged(words: list[Word], random: Random) -> list[Word]:
    """Words that have changed places with each other."""
    texts = random.sample([word.text for word in words], len(words))
    return [replace(word, text=text) for word, text in zip(lost(words, random), texts, strict=False)]


def moved(words: list[Word], random: Random) -> list[Word]:
    steps = ((word, random.choice((0.0, 0.0, 0.0, 5.0, -20.0))) for word in lost(words, random))
    return [replace(word, x0=word.x0 + step, x1=word.x1 + step) for word, step in steps]


@pytest.mark.parametrize("damage", [lost, shuffled, exchanged, moved])
def test_damaged_pages_are_no_error_of_the_program(damage: Damage) -> None:
    random = Random(damage.__name__)
    decisions = []
    for pages in filter(None, (sample.pages for sample in folders())):
        for _ in range(TIMES):
            damaged = [replace(page, words=tuple(damage(list(page.words), random))) for page in pages]
            decisions.append(parse(damaged, SOURCE, "key").decision)
    assert len(decisions) > 40
    assert decisions.count("accepted") < len(decisions)
