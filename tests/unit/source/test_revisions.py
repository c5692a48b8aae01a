"""Where earlier revisions of a file end: by its cross-reference sections, not by what looks like an end."""

from extraction.source.revisions import revision_ends
from tests.handmade import one_page, text
from tests.statements import statement


def start(data: bytes) -> int:
    return int(data[data.rindex(b"startxref") + 9 :].split()[0])


def appended(data: bytes, previous: int | None = None, before: bytes = b"9 0 obj\n()\nendobj\n") -> bytes:
    """PDF -> the same with objects behind it, and a section that names one before."""
    out = data + before
    named = start(data) if previous is None else previous
    return out + b"xref\n0 0\ntrailer\n<</Size 7/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (named, len(out))


def test_a_file_that_was_written_at_once_has_no_earlier_revision() -> None:
    assert revision_ends(statement()) == []
    assert revision_ends(b"") == []


def test_each_appended_section_ends_a_revision() -> None:
    first = one_page(text((72, 700), b"a"))
    second = appended(first)
    third = appended(second)
    ends = revision_ends(third)
    assert [third[:end].rstrip() for end in ends] == [first.rstrip(), second.rstrip()]


def test_a_section_without_objects_changes_nothing() -> None:
    assert revision_ends(appended(statement(), before=b"")) == []


def test_an_end_inside_of_a_stream_is_none() -> None:
    """An invoice that carries another PDF in it."""
    first = one_page(text((72, 700), b"a"))
    assert (
        len(revision_ends(appended(first, before=b"9 0 obj\n<<>>stream\n" + statement() + b"endstream endobj\n"))) == 1
    )


def test_a_linearized_file_has_two_sections_and_one_revision() -> None:
    """The first section stands in front and names the second; the end of the file names the first."""
    head = b"%PDF-1.4\n1 0 obj\n<</Linearized 1>>\nendobj\n"
    front = b"xref\n0 0\ntrailer\n<</Size 7/Root 1 0 R/Prev %d>>\nstartxref\n0\n%%%%EOF\n"
    back = len(head) + len(front % 999)
    data = head + front % back + b"xref\n0 0\ntrailer\n<</Size 7>>\nstartxref\n%d\n%%%%EOF\n" % len(head)
    assert revision_ends(data) == []
    changed = appended(data)
    assert [changed[:end] for end in revision_ends(changed)] == [data.rstrip()]


def test_sections_in_streams_are_followed_too() -> None:
    first = b"%PDF-1.5\n7 0 obj\n<</Type/XRef/Size 8>>stream\nx\nendstream endobj\nstartxref\n9\n%%EOF\n"
    second = first + b"8 0 obj\n<</Type/XRef/Prev 9>>stream\nx\nendstream endobj\nstartxref\n%d\n%%%%EOF" % len(first)
    assert revision_ends(second) == [len(first) - 1]


def test_sections_that_name_each_other_or_nothing_end_the_search() -> None:
    first = one_page(text((72, 700), b"a"))
    assert revision_ends(appended(first, previous=len(first))) == []
    assert revision_ends(appended(first, previous=3)) == []
    assert revision_ends(b"startxref\n5\n%%EOF startxref\n999999\n%%EOF") == []
