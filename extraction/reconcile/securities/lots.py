"""Positions and the lots that they were bought in, printed below them: the lots are no positions of their own. Pure."""

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.reconcile.securities.positions import Position
from extraction.text import dates


def without_lots(found: Sequence[Position]) -> list[Position]:
    """Positions in printed order -> the same without lots: lines right below a position that name nothing but a day,
    and whose quantities and values together are those of the position."""
    kept: list[Position] = []
    i = 0
    while i < len(found):
        kept.append(found[i])
        i += 1 + _lots(found[i], found[i + 1 :])
    return kept


def _lots(whole: Position, below: Sequence[Position]) -> int:
    """How many positions below one are its lots."""
    if whole.quantity is None or whole.value is None or _is_day(whole.record.label):
        return 0
    quantity = value = Decimal(0)
    count = 0
    for lot in below:
        if lot.quantity is None or lot.table is not whole.table or not _is_day(lot.record.label):
            break
        quantity, value, count = quantity + lot.quantity.figure.signed, value + lot.amount, count + 1
    same = quantity == whole.quantity.figure.signed and value in (whole.amount, Decimal(0))
    return count if same else 0


def _is_day(label: str) -> bool:
    """Whether a line names no security: a day, or nothing."""
    for _, start, end in reversed(dates.find(label)):
        label = label[:start] + label[end:]
    return not re.search(r"[^\W\d_]{2}", label)
