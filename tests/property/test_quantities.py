"""A printed quantity or price is read as what it is in its convention, and refused or another figure in no other."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from extraction.text.quantities import MARKS, Mark, parse

GROUPS = {".": (",", "'", "\u2019", " ", ""), ",": (".", "'", "\u00a0", " ", "")}


@st.composite
def printed(draw: st.DrawFn) -> tuple[str, Mark, Decimal]:
    """A figure of up to six decimals in one convention: its text, its mark, its value."""
    mark = draw(st.sampled_from(MARKS))
    group = draw(st.sampled_from(GROUPS[mark]))
    decimals = draw(st.integers(0, 6))
    digits = draw(st.integers(0, 10**12))
    value = Decimal(digits).scaleb(-decimals)
    whole, _, fraction = f"{value:.{decimals}f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", group) if group else whole
    return grouped + (mark + fraction if fraction else ""), mark, value


@given(printed())
def test_reading_what_was_printed_is_the_identity(figure: tuple[str, Mark, Decimal]) -> None:
    text, mark, value = figure
    found = parse(text, mark)
    assert found is not None
    assert found.value == value


@given(printed(), st.sampled_from(("-{}", "({})", "{}-")))
def test_a_minus_is_read_wherever_it_stands(figure: tuple[str, Mark, Decimal], form: str) -> None:
    text, mark, value = figure
    found = parse(form.format(text), mark)
    assert found is not None
    assert found.signed == -value


@given(printed())
def test_the_other_convention_never_reads_the_same_decimals(figure: tuple[str, Mark, Decimal]) -> None:
    """1.234,5 under the point is refused; 1.234 under the comma is a thousand and more, not a little over one."""
    text, mark, value = figure
    other = next(m for m in MARKS if m != mark)
    found = parse(text, other)
    if mark in text and found is not None:
        assert found.value != value
