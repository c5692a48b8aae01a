"""What of the words of a page is seen, without a PDF."""

import pytest

from extraction.source.glyphs import Run, View
from extraction.source.seen import Mark, Suspect, covered, hidden_figures, suspects
from extraction.source.vectors import Box, Cover

VIEW = View(0, 0, 600, 800, 0)


def run(text: str, x: float = 100.0, top: float = 90.0) -> Run:
    """A word of letters 5 points wide and 10 high, all of them digits where the first is."""
    figures = tuple(range(len(text))) if text[0].isdigit() else ()
    return Run(0, text, (x, top, x + 5 * len(text), top + 10), 0, len(text), figures)


def patch(after: int, x0: float, x1: float, top: float = 89.0, height: float = 12.0) -> Cover:
    box: Box = (x0, 800 - top - height, x1, 800 - top)
    return Cover(after, box)


def found(runs: list[Run], *patches: Cover) -> list[Suspect]:
    """Words, each painted after the one before, and patches between them -> suspects."""
    marks = [Mark(item=i) for i in range(1, len(runs) + 1)]
    return suspects(patches, {mark.item: i for i, mark in enumerate(marks)}, VIEW, runs, marks)


OLD, NEW = run("250.00"), run("1250.00", 95.0)
OTHERS = [run(f"{i}5.00", 100.0, 120.0 + 20 * i) for i in range(1, 9)]


def test_a_figure_below_a_patch_and_another_figure_is_suspect() -> None:
    (one,) = found([OLD, NEW], patch(1, 90, 140))
    assert (one.place, one.upon, one.whole, one.box) == (0, (1,), True, OLD.box)


@pytest.mark.parametrize(
    "below",
    [patch(0, 90, 140), patch(1, 90, 140, height=5), patch(1, 90, 140, top=94), patch(1, 300, 400)],
    ids=["painted before the text", "a bar", "the next line's", "beside it"],
)
def test_what_covers_nothing_is_no_patch(below: Cover) -> None:
    assert found([OLD, NEW, *OTHERS], below) == []


def test_a_figure_below_a_patch_alone_is_suspect_and_a_word_is_not() -> None:
    (one,) = found([OLD, run("Rent", 100, 110), *OTHERS], patch(2, 90, 140), patch(2, 90, 140, top=109))
    assert (one.place, one.upon) == (0, ())


def test_a_part_of_a_figure_is_suspect_where_another_stands_on_it() -> None:
    digit = run("9", 100)
    (one,) = found([OLD, digit], patch(1, 99, 106))
    assert (one.upon, one.whole, one.box) == ((1,), False, (100.0, 90.0, 105.0, 100.0))
    assert found([OLD, *OTHERS], patch(1, 99, 106)) == []


def test_the_text_below_the_picture_of_a_scan_is_not_suspect() -> None:
    assert found([OLD, *OTHERS], patch(9, 0, 600, 0, 800)) == []


def test_a_trace_is_left_by_other_text_and_by_figures_below_nothing() -> None:
    same = run("250.00", 101.0)
    runs = [OLD, NEW, same, run("Rent", 100, 110), run("Salary", 100, 110)]
    box = OLD.box

    def texts(*unseen: Suspect) -> list[str]:
        return [trace.text for trace in covered(runs, unseen)]

    assert texts(Suspect(0, (1,), box, True)) == ["250.00"]
    assert texts(Suspect(0, (), box, True)) == ["250.00"]
    assert texts(Suspect(0, (2,), box, True)) == []
    assert texts(Suspect(3, (4,), box, True)) == ["Rent"]
    assert texts(Suspect(3, (), box, True)) == []


@pytest.mark.parametrize(
    ("dark", "bright", "told"),
    [
        ("250.00", "1250.00", True),
        ("250.00", "250.00", False),
        ("0250.5", "250.50", False),
        ("250", "Rent", False),
        ("Rent", "250.00", False),
    ],
)
def test_hidden_figures_are_told_where_others_are_seen(dark: str, bright: str, told: bool) -> None:
    marks = [Mark("hidden"), Mark()]
    traces = hidden_figures([run(dark), run(bright, 100)], marks, [False, True])
    assert [(trace.sign, trace.text) for trace in traces] == ([("hidden", dark)] if told else [])
    assert hidden_figures([run(dark), run(bright, 300)], marks, [False, True]) == ()
