"""How many are right, of how many. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """A share that can be added up: `right` of `of`."""

    right: int = 0
    of: int = 0

    @classmethod
    def count(cls, judged: Iterable[bool]) -> "Tally":
        """Right or wrong, each -> how many are right."""
        every = list(judged)
        return cls(sum(every), len(every))

    @property
    def share(self) -> float | None:
        """0 to 1; None of nothing."""
        return self.right / self.of if self.of else None

    @property
    def whole(self) -> bool:
        """All are right."""
        return self.right == self.of

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.of + other.of)
