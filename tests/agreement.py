"""What was extracted against the truth of the document: decision, header and rows, to the cent."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from schemas.result import ExtractionResult
from schemas.statement import Account

Truth = Mapping[str, Any]
Line = tuple[str, Decimal, Decimal | None]
"""Date, amount and printed balance of a row."""

DECISIONS = {"accept": "accepted", "review": "review", "reject": "rejected"}
ENDS = ("opening_balance", "closing_balance")
HEADER = ("account_number", "currency", "period_start", "period_end", *ENDS)


def wrong_rows(result: ExtractionResult, truth: Truth) -> list[str]:
    """Result, truth -> every row and every holding that is missing or too many, in words; empty where all are exact.

    Where the page has two dates, those of either column are right; where it has no order of its own (`order-any`) or
    runs backwards, so is the other order.
    """
    if len(result.accounts) != len(truth["accounts"]):
        return [f"{len(result.accounts)} accounts instead of {len(truth['accounts'])}"]
    tags = truth["families"]
    return [
        wrong
        for found, told in zip(result.accounts, truth["accounts"], strict=True)
        for wrong in (*_wrong_lines(_found(found), told["transactions"], tags), *_wrong_holdings(found, told))
    ]


def wrong_header(result: ExtractionResult, truth: Truth) -> list[str]:
    """Result, truth -> every field above the rows that is not as the truth tells it."""
    pairs = [
        ("kind", result.document.kind, truth["doc_type"]),
        ("institution", result.institution, truth["institution"]),
    ]
    for found, told in zip(result.accounts, truth["accounts"], strict=True):
        printed = found.model_dump(mode="json")
        for name in HEADER:
            a, b = (_cents(one) if name in ENDS else one for one in (printed[name], told[name]))
            pairs.append((name, a, b))
    return [f"{name} is {found!r} instead of {told!r}" for name, found, told in pairs if found != told]


def _wrong_lines(found: list[Line], rows: list[Truth], tags: list[str]) -> list[str]:
    readings = list(_readings(rows, tags))
    if "order-any" in tags:
        found = sorted(found, key=str)
    if found in readings:
        return []
    told = min(readings, key=lambda lines: sum((Counter(lines) - Counter(found)).values()))
    missing, extra = Counter(told) - Counter(found), Counter(found) - Counter(told)
    return [*(f"missing {_said(m)}" for m in missing), *(f"too many {_said(e)}" for e in extra)] or ["wrong order"]


def _wrong_holdings(found: Account, told: Truth) -> Iterator[str]:
    """Account, its truth -> holdings that differ in code, quantity, price or value; their order does not matter."""
    figures = ("quantity", "unit_price", "value")
    read = Counter((one.identifier, *(getattr(one, name) for name in figures)) for one in found.holdings)
    there = Counter(
        (one.get("code"), *(_cents(one.get(name)) for name in figures)) for one in told.get("holdings") or ()
    )
    yield from (f"missing holding {one}" for one in (there - read).elements())
    yield from (f"too many: holding {one}" for one in (read - there).elements())


def _readings(rows: list[Truth], tags: list[str]) -> Iterator[list[Line]]:
    """Rows of a truth -> every way to list them that is right."""
    for dated in ("date", "alt_date"):
        lines = [(row.get(dated) or row["date"], Decimal(row["amount"]), _cents(row["balance"])) for row in rows]
        yield sorted(lines, key=str) if "order-any" in tags else lines
        if "reverse-chronological" in tags:
            yield lines[::-1]


def _found(account: Account) -> list[Line]:
    return [(str(row.date), row.amount, row.balance) for row in account.transactions]


def _cents(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _said(line: Line) -> str:
    day, amount, balance = line
    return f"{day} {amount} (balance {balance})"
