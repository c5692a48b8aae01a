"""Changes of whole pages."""

from random import Random

from .base import Base, with_page_twice, without_page
from .change import Change


def page_lost(one: Base, rng: Random) -> Change | None:
    """A page is not there."""
    if len(one.printed.pages) < 2:
        return None
    number = rng.choice(one.printed.pages).number
    return Change(pages=lambda printed: without_page(printed, number))


def page_doubled(one: Base, rng: Random) -> Change | None:
    """A page is there twice."""
    if len(one.printed.pages) < 2:
        return None
    number = rng.choice(one.printed.pages).number
    return Change(pages=lambda printed: with_page_twice(printed, number))
