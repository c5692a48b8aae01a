"""Texts of rows that tell a trade -> quantity and price, where they make the amount of the row."""

import re
from collections.abc import Iterable, Set
from decimal import Decimal
from itertools import product

from extraction.documents.account import provenance
from extraction.reconcile.ledger import Posting
from extraction.reconcile.securities.product import HALF, HUNDREDTH, Range, printed
from extraction.tables.securities.actions import action
from extraction.text import quantities
from schemas.statement import Trade

_NUMBER = r"\d[\d.,'\u2019]{0,20}"

_AT = (
    rf"\s{{0,3}}(?:@|\bat\b|\bzu(?: je)?\b|\bzum kurs(?: von)?\b|\bà\b|\ba\b|\btegen\b|\bkurs\b|\bprice\b|\bje\b|\bau cours de\b)\s{{0,3}}(?:[A-Z]{{3}}|[$€£])?\s?"
    rf"(?P<price>{_NUMBER})"
)

_OF = r"\s{0,3}(?:x\s|(?:shares?|units?|st(?:k|ück|uks?)?\.?|stück|anteile|titres?|actions?|títulos?|acciones|azioni|quote|aandelen|ações)\b\.?)?\s{0,3}"

_SPOKEN = (
    re.compile(rf"(?<![\w.,])(?P<quantity>{_NUMBER}){_OF}(?:of\s)?(?P<name>[^@]{{0,80}}?){_AT}", re.IGNORECASE),
    re.compile(rf"(?P<name>\b\w[^@]{{0,80}}?)\s(?P<quantity>{_NUMBER}){_OF}{_AT}", re.IGNORECASE),
)
"""A trade that a text tells: "Buy 100 Example plc @ 12.345", "Example plc 100 @ 12.345"."""


def spoken(posting: Posting) -> Trade | None:
    """A trade whose quantity and price stand in the text of its row, "Buy 100 Example plc @ 12.345", where they make
    its amount, alone or with costs that the text prints too; None where they do not: nothing else proves them."""
    text = posting.row.description
    if not posting.amount:
        return None
    for mark, form in product(quantities.MARKS, _SPOKEN):
        found = form.search(text)
        quantity = quantities.parse(found["quantity"].rstrip(".,"), mark) if found else None
        price = quantities.parse(found["price"].rstrip(".,"), mark) if found else None
        if found is None or quantity is None or price is None or not quantity.value:
            continue
        rest = text[: found.start("price")] + " " + text[found.end("price") :]
        costs = [
            figure.value for word in rest.split() if (figure := quantities.parse(word, mark)) and figure.decimals == 2
        ]
        base = printed(quantity, whole=True).times(printed(price))
        cost = next(
            (c for c in (None, *costs) if makes(base, (Decimal(1), HUNDREDTH), {c or Decimal(0)}, posting.amount)),
            Decimal(-1),
        )
        if cost == -1:
            continue
        place = provenance(posting.row.cell)
        done = action(text)
        return Trade(
            action=done[0] if done and done[0] in ("buy", "sell") else "buy" if posting.amount < 0 else "sell",
            security=found["name"].strip(" ,;:-") or None,
            quantity=quantity.value,
            unit_price=price.value,
            fees=cost,
            fields={"quantity": place, "unit_price": place},
        )
    return None


def makes(base: Range, scales: Iterable[Decimal], costs: Set[Decimal], amount: Decimal) -> bool:
    """Whether a product, alone or with costs, is an amount, within what rounding of its factors leaves open."""
    return any(
        abs(abs(base.value * scale + sign * cost) - abs(amount)) <= base.slack * scale + HALF * HUNDREDTH
        for scale in scales
        for cost in costs
        for sign in (1, -1)
    )
