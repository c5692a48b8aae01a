"""How people change a statement: a file and its false twin -> the forged file."""

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth

from .objects import appended, rewritten, stream
from .statement import Change, Piece, Twins

Forge = Callable[[Twins], bytes]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to forge, and the sign that tells of it."""

    name: str
    forge: Forge
    sign: str


OTHER = {"Helvetica": "Times-Roman", "Times": "Helvetica", "Courier": "Helvetica"}
"""What a forger takes who does not have the font of the statement."""


def _other(twins: Twins) -> str:
    return OTHER[twins.style.font]


def _white(piece: Piece, other: Piece) -> bytes:
    """Operators that paint paper over a text, and a little more where the other one is wider."""
    x, right = min(piece.x, other.x), max(piece.x + piece.width, other.x + other.width)
    edges = (x - 1, piece.y - 0.25 * piece.size, right - x + 2, 1.2 * piece.size)
    return b"q 1 1 1 rg %.3f %.3f %.3f %.3f re f Q\n" % edges


def _printed(piece: Piece, face: str, before: bytes = b"") -> bytes:
    """Operators that print a text in a font, up to where it ends."""
    x = piece.x + piece.width - stringWidth(piece.text, face, piece.size)
    return b"q 0 0 0 rg %s BT /Forged %g Tf 1 0 0 1 %.3f %.3f Tm (%s) Tj ET Q\n" % (
        before,
        piece.size,
        x,
        piece.y,
        piece.raw,
    )


def _font(face: str) -> bytes:
    return b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % face.encode()


def _free(twins: Twins) -> int:
    """A number that no object has; those from it on are free too."""
    return max([*twins.true.objects, *twins.false.objects]) + 1


def _on_top(twins: Twins, face: str, drawn: Callable[[Change], bytes], false: bool = False) -> dict[int, bytes]:
    """Twins, a font, what is drawn for each change -> the objects with which the true (or the false) file has that on
    top of its pages."""
    one = twins.false if false else twins.true
    number = _free(twins)
    objects = {number: _font(face)}
    objects[one.fonts] = one.objects[one.fonts].replace(b"<<", b"<< /Forged %d 0 R" % number, 1)
    for place in sorted({change.page for change in twins.changes}):
        page = one.pages[place]
        added = b"".join(drawn(change) for change in twins.changes if change.page == place)
        objects[one.contents(page)] = stream(b"q\n" + one.content(page) + b"\nQ\n" + added)
    return objects


def _painted(twins: Twins, face: str) -> dict[int, bytes]:
    return _on_top(twins, face, lambda change: _white(change.old, change.new) + _printed(change.new, face))


def _own(twins: Twins) -> str:
    return twins.changes[0].old.face


def painted_over(twins: Twins) -> bytes:
    """White over the old figures, the new ones on it in the same font."""
    return rewritten(twins.true, _painted(twins, _own(twins)))


def painted_over_in_place(twins: Twins) -> bytes:
    """The same as a second revision of the file."""
    return appended(twins.true, _painted(twins, _own(twins)))


def replaced_in_place(twins: Twins) -> bytes:
    """The new figures instead of the old ones, in the same font, as a second revision."""
    one, other = twins.true, twins.false
    pages = {place for change in twins.changes for place in [change.page]}
    return appended(one, {one.contents(one.pages[p]): stream(other.content(other.pages[p])) for p in sorted(pages)})


def set_in_another_font(twins: Twins) -> bytes:
    """The new figures instead of the old ones, in another font, in a file of one revision."""
    face, one = _other(twins), twins.false
    number = _free(twins)
    objects = {number: _font(face)}
    objects[one.fonts] = one.objects[one.fonts].replace(b"<<", b"<< /Forged %d 0 R" % number, 1)
    for place in sorted({change.page for change in twins.changes}):
        page = one.pages[place]
        operators = one.content(page)
        for change in reversed([change for change in twins.changes if change.page == place]):
            first, last = change.new.block
            operators = operators[:first] + _printed(change.new, face) + operators[last:]
        objects[one.contents(page)] = stream(operators)
    return rewritten(one, objects)


def amount_in_another_size(twins: Twins) -> bytes:
    """The new figures a tenth larger, in a file of one revision."""
    return _resized(twins, 1.12)


def _resized(twins: Twins, factor: float) -> bytes:
    one = twins.false
    objects = {}
    for place in sorted({change.page for change in twins.changes}):
        page = one.pages[place]
        operators = one.content(page)
        for change in reversed([change for change in twins.changes if change.page == place]):
            first, last = change.new.block
            matrix = b"%g 0 0 %g " % (factor, factor)
            operators = operators[:first] + operators[first:last].replace(b"1 0 0 1 ", matrix, 1) + operators[last:]
        objects[one.contents(page)] = stream(operators)
    return rewritten(one, objects)


def hidden_behind(twins: Twins) -> bytes:
    """The new figures where all see them, the old ones where only programs do."""
    return _behind(twins, b"3 Tr")


def hidden_in_white(twins: Twins) -> bytes:
    """The old figures in white."""
    return _behind(twins, b"1 1 1 rg")


def _behind(twins: Twins, how: bytes) -> bytes:
    face = _own(twins)
    return rewritten(twins.false, _on_top(twins, face, lambda change: _printed(change.old, face, how), false=True))


def picture_on_top(twins: Twins) -> bytes:
    """Pictures on the old figures, which stay in the text."""

    def picture(change: Change) -> bytes:
        old = change.old
        place = (old.width + 2, 1.2 * old.size, old.x - 1, old.y - 0.25 * old.size)
        return b"q %.3f 0 0 %.3f %.3f %.3f cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID F0> EI Q\n" % place

    return rewritten(twins.true, _on_top(twins, _own(twins), picture))


def note_on_top(twins: Twins) -> bytes:
    """Notes with white ground and the new figures, in a second revision: what viewers let people add to a page."""
    one, face, number = twins.true, _own(twins), _free(twins)
    objects = {number: _font(face)}
    for place in sorted({change.page for change in twins.changes}):
        page, notes = one.pages[place], []
        for change in (change for change in twins.changes if change.page == place):
            number += 2
            objects |= _note(change, face, number)
            notes.append(number)
        entry = b"<< /Annots [%s]" % b" ".join(b"%d 0 R" % each for each in notes)
        objects[page] = one.objects[page].replace(b"<<", entry, 1)
    return appended(one, objects)


def _note(change: Change, face: str, number: int) -> dict[int, bytes]:
    """Change, font, a free number after that of the font's -> the objects of a note."""
    old, new = change.old, change.new
    x, right = min(old.x, new.x) - 1, max(old.x + old.width, new.x + new.width) + 1
    box = b"[%.3f %.3f %.3f %.3f]" % (x, old.y - 0.3 * old.size, right, old.y + old.size)
    resources = (
        b"/Resources<</Font<</Forged<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>>>>>"
        % face.encode()
    )
    form = b"/Type/XObject/Subtype/Form/BBox%s%s" % (box, resources)
    look = stream(_white(old, new) + _printed(new, face), form)
    note = b"<</Type/Annot/Subtype/FreeText/F 4/Rect%s/DA(/Helv 9 Tf)/Contents(%s)/AP<</N %d 0 R>>>>"
    return {number: note % (box, new.raw, number + 1), number + 1: look}


WAYS = (
    Way("painted over", painted_over, "covered"),
    Way("painted over in place", painted_over_in_place, "covered"),
    Way("replaced in place", replaced_in_place, "replaced"),
    Way("in another font", set_in_another_font, "font"),
    Way("in another size", amount_in_another_size, "font"),
    Way("hidden behind", hidden_behind, "hidden"),
    Way("hidden in white", hidden_in_white, "hidden"),
    Way("picture on top", picture_on_top, "covered"),
    Way("note on top", note_on_top, "covered"),
)
