"""What of the words of a page is seen: how each is printed, and what is painted on top of it. Pure.

A person sees the last thing that is painted, a reader of the text layer sees all of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from extraction.geometry import overlap, union
from extraction.model import Trace
from extraction.source.glyphs import Run, View
from extraction.source.vectors import Cover
from extraction.text import amounts
from extraction.text.normal import digits
from schemas.provenance import BBox

WHOLE = 0.7
"""A patch on so much of the box of a word covers it; one on less, where another word stands, covers figures of it."""
UPON = 0.3
"""Two words share a place where so much of the narrower one lies in the other."""
BLANK = 0.65
"""Words of one text are no farther apart, in heights of the letters: in Courier .57; columns are."""
LINES = 1.6
"""Words that stand in one place are not that much higher than each other: a watermark is."""
SCAN = 0.3
"""Where more of the words of a page lie under pictures, with nothing on top of them, it is the text of a scan."""
ECHO = 5
"""Of a hidden figure so many words may say what is seen: its currency, its sign, some of its digits."""

Look = Literal["ink", "white", "hidden"]
"""How a word shows: in ink, in the white of the paper, or not at all."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How a word is printed. `font`: place among the fonts of the page, of its figures where it has any.

    `item`: the address of the text object that draws its first figure or, without one, its first letter, and draws it
    last; 0 for none. `echoed`: the same word is there again, and hidden.
    """

    look: Look = "ink"
    font: int | None = None
    item: int = 0
    echoed: bool = False


@dataclass(frozen=True, slots=True)
class Suspect:
    """A word that something is painted on. `place`: among the words; `upon`: words that are painted there later.

    `box`: where the picture of the page tells whether the word is seen; `whole`: it is all of the word.
    """

    place: int
    upon: tuple[int, ...]
    box: BBox
    whole: bool


class Places:
    """The boxes of the words of a page by height, to find those that share a place. Words are told by their places."""

    def __init__(self, boxes: Sequence[BBox]) -> None:
        self._boxes = boxes
        self._order = sorted(range(len(boxes)), key=self._middle)
        self._middles = [self._middle(i) for i in self._order]

    def _middle(self, i: int) -> float:
        return self._boxes[i][1] + self._boxes[i][3]

    def near(self, box: BBox) -> Sequence[int]:
        """Words whose middle is as high as the box."""
        return self._order[bisect_left(self._middles, 2 * box[1]) : bisect_right(self._middles, 2 * box[3])]

    def at(self, box: BBox) -> list[int]:
        """Words that stand where a word with this box stands, from left to right."""
        return sorted((i for i in self.near(box) if same_place(box, self._boxes[i])), key=lambda i: self._boxes[i][0])


def same_place(a: BBox, b: BBox) -> bool:
    """Whether two words of about one height overlap by a good part of the narrower one."""
    high = a[3] - a[1], b[3] - b[1]
    wide = min(a[2] - a[0], b[2] - b[0])
    return (
        max(high) <= LINES * min(high)
        and overlap(a[1], a[3], b[1], b[3]) >= WHOLE * min(high)
        and overlap(a[0], a[2], b[0], b[2]) >= UPON * wide > 0
    )


def suspects(
    covers: Sequence[Cover], order: Mapping[int, int], view: View, runs: Sequence[Run], marks: Sequence[Mark]
) -> list[Suspect]:
    """What is painted, the place of each text object in the order of painting, words, their marks -> words in ink that
    something filled is painted on, other than the picture of a scan."""
    patches = [(cover.after, view.box(*cover.box)) for cover in covers]
    if not patches:
        return []
    boxes, painted = [run.box for run in runs], [order.get(mark.item, -1) for mark in marks]
    places = Places(boxes)
    found: dict[int, Suspect] = {}
    for after, patch in patches:
        for i in places.near(patch):
            if 0 <= painted[i] < after and marks[i].look == "ink" and (part := _common(patch, boxes[i])):
                upon = tuple(j for j in places.at(boxes[i]) if painted[j] >= after and marks[j].look == "ink")
                whole = part[2] - part[0] >= WHOLE * (boxes[i][2] - boxes[i][0])
                if whole or (upon and (part := _common(part, union(boxes[j] for j in upon)))):
                    found[i] = Suspect(i, upon, part, whole)
    bare = sum(not suspect.upon for suspect in found.values())
    return [one for one in found.values() if one.upon or (runs[one.place].figures and bare <= SCAN * len(runs))]


def _common(a: BBox, b: BBox) -> BBox | None:
    """Two boxes -> what they share, None where it is less than most of the height of the second."""
    x0, top, x1, bottom = max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])
    return (x0, top, x1, bottom) if x1 > x0 and bottom - top >= WHOLE * (b[3] - b[1]) else None


def covered(runs: Sequence[Run], unseen: Sequence[Suspect]) -> tuple[Trace, ...]:
    """Words, those that the picture of the page does not show -> their traces: what is under other text, and figures
    under nothing but a patch; not what overflows its cell and is cut off by the ground of the next one."""
    if not unseen:
        return ()
    places, dark = Places([run.box for run in runs]), {one.place for one in unseen}
    return tuple(
        Trace("covered", runs[one.place].text, runs[one.place].box)
        for one in unseen
        if _says_other(runs, one) and not _overflows(runs, one, places, dark)
    )


def _says_other(runs: Sequence[Run], one: Suspect) -> bool:
    text = runs[one.place].text
    return any(_differ(text, runs[j].text) for j in one.upon) if one.upon else bool(digits(text))


def _overflows(runs: Sequence[Run], one: Suspect, places: Places, dark: Collection[int]) -> bool:
    """Whether a word goes on from text that is seen. One that another word begins with is set anew: a name."""
    box = runs[one.place].box
    height = box[3] - box[1]
    for run in (runs[j] for j in one.upon):
        if any(map(str.isalpha, run.text)) and abs(run.box[0] - box[0]) <= BLANK * height:
            return False
    if not one.whole and one.box[0] > box[0] + BLANK * height:
        return any(runs[j].box[2] > box[2] + BLANK * height for j in one.upon)
    return _goes_on(runs, one.place, places, dark)


def _goes_on(runs: Sequence[Run], place: int, places: Places, dark: Collection[int]) -> bool:
    """Whether there is text in front of a word that is seen, a blank apart from word to word. Currencies are none."""
    for _ in range(len(runs)):
        box = runs[place].box
        reach = BLANK * (box[3] - box[1])
        before = [i for i in places.near(box) if i != place and -1 <= box[0] - runs[i].box[2] <= reach]
        if not before:
            return False
        place = max(before, key=lambda i: runs[i].box[2])
        text = runs[place].text
        if any(map(str.isalpha, text)) and place not in dark and text not in (*amounts.CODES, *amounts.SYMBOLS):
            return True
    return False


def hidden_figures(runs: Sequence[Run], marks: Sequence[Mark], shown: Sequence[bool]) -> tuple[Trace, ...]:
    """Words, their marks, whether each is seen -> traces of figures that are not in ink where others are seen.

    None where most of what is hidden says what is seen: that is how a program recognised the page.
    """
    dark = [i for i, mark in enumerate(marks) if mark.look != "ink" and not shown[i] and runs[i].figures]
    if not dark:
        return ()
    places = Places([run.box for run in runs])
    same, other = sum(mark.echoed for mark in marks), []
    for i in dark:
        seen = [digits(runs[j].text) for j in places.at(runs[i].box) if shown[j] and runs[j].figures]
        if any(_one_number(digits(runs[i].text), number) for number in seen):
            same += 1
        elif seen:
            other.append(Trace("hidden", runs[i].text, runs[i].box))
    return tuple(other) if same <= ECHO * len(other) else ()


def _differ(a: str, b: str) -> bool:
    return digits(a) != digits(b) if digits(a) and digits(b) else a != b


def _one_number(a: str, b: str) -> bool:
    """Whether two rows of digits are one number, perhaps with other decimals: programs hide 1234.5 behind 1,234.50."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and not long[len(short) :].strip("0")
