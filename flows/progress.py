"""What a run says while it goes on: the steps tell it, and whoever runs them listens.

A listener is no parameter of the flow: Prefect records those.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """The bucket was listed: documents, and other files that were left alone."""

    documents: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Done:
    """One document was read. `outcome`: its decision, or error. It is told again where a step is tried again."""

    name: str
    outcome: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """A step failed in a way that passes, and is tried again soon."""

    reason: str


Event = Found | Done | Waiting
Listener = Callable[[Event], None]

_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


def tell(event: Event) -> None:
    """Event -> the listener, where there is one."""
    if listener := _LISTENER.get():
        listener(event)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """While the block runs, `listener` is told what happens in it."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)
