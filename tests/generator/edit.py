"""What is printed otherwise than the content has it: the content, its truth and all else on the pages stay."""

from collections.abc import Callable
from dataclasses import dataclass

from .cells import Line
from .model import Account


def same_account(account: Account) -> Account:
    return account


def same_lines(lines: list[Line]) -> list[Line]:
    return lines


@dataclass(frozen=True)
class Edit:
    """Of the account at the place `account`: whose figures the summary tells, whose opening, closing and totals the
    table tells, and which lines the table has. It is asked again where a document is drawn twice."""

    account: int = 0
    summary: Callable[[Account], Account] = same_account
    table: Callable[[Account], Account] = same_account
    lines: Callable[[list[Line]], list[Line]] = same_lines


UNCHANGED = Edit()
