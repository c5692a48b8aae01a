"""What a brokerage statement prints of its account where bank statements print a number and a period."""

import re
from collections.abc import Iterator, Sequence

from extraction.documents.heads.numbers import Number
from extraction.documents.heads.spans import Span
from extraction.documents.securities.holdings import Portfolio
from extraction.model import Cell
from extraction.text import dates
from extraction.text.lines import Line, below

TOP = 40
"""The day of a valuation and the number of its account stand among so many first lines."""
_LABEL = re.compile(
    r"\b(?:(?:wertpapier)?depot|portfolio|client|customer|custody account|brokerage account|investment account|account|konto|compte(?: titres| pea)?|pea|dossier titoli|"
    r"deposito titoli|cuenta de valores|conta|effectenrekening|rekening|rekeningnummer|klantnummer|depotnummer|kontonummer)"
    r"(?:[\s-]?(?:number|no|nr|nummer|n|num|id)\.?\s?[°º]?)?[\s:.—–-]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?=(?:[^\d]*\d){4})[A-Z]{0,4}-?[\dXx*•][\dXx*•.\-]*(?: [\dXx*•][\dXx*•.\-]{2,})*(?![\w/])")
_DAY = re.compile(
    r"\b(?:as of|as at|valuation date|valued? (?:on|at)|dated|per|vom|zum|stand|stichtag|bewertungstag|at|au|arretee? au|al|a fecha(?: de)?|em|a|op|statement|:)\s*[:,-]?\s*$",
    re.IGNORECASE,
)


def securities_numbers(lines: Sequence[Line]) -> list[Number]:
    """Lines -> numbers beside what brokers call their accounts ("Depot 512345678", "Portfolio 0230-123456.01")."""
    return list(_numbers(lines[:TOP]))


def _numbers(lines: Sequence[Line]) -> Iterator[Number]:
    for i, line in enumerate(lines):
        for k, chunk in enumerate(line.chunks):
            for label in _LABEL.finditer(chunk.text):
                beside = [(chunk, chunk.text[label.end() :])]
                if label.end() == len(chunk.text):
                    beside = [
                        (other, other.text)
                        for other in (*line.chunks[k + 1 : k + 2], *below(lines, i, chunk.x0, chunk.x1))
                    ]
                for other, text in beside:
                    found = _NUMBER.match(text)
                    if found and dates.leading(text) is None:
                        words = [w for w in other.words if w.text in found[0].split()] or list(other.words)
                        yield Number(found[0], Cell.of(words, line.page, found[0]), i)
                        break


def valuation(lines: Sequence[Line], portfolio: Portfolio | None) -> Span | None:
    """Lines, holdings -> the day that the holdings are of, as the title or a label says it, or the heads of the
    columns of prices and values; None where no day is told, or several are."""
    heads = _of_heads(portfolio) if portfolio else None
    told: dict[tuple[int, int, int | None], Span] = {_key(heads): heads} if heads else {}
    for line in lines[:TOP]:
        for chunk in line.chunks:
            found = dates.find(chunk.text)
            if (
                len(found) == 1
                and found[0][0].year
                and (_DAY.search(chunk.text[: found[0][1]]) or "statement" in chunk.text.lower())
            ):
                span = Span(None, found[0][0], Cell.of(chunk.words, line.page))
                told.setdefault(_key(span), span)
    return next(iter(told.values())) if len(told) == 1 else None


def _key(span: Span) -> tuple[int, int, int | None]:
    printed = span.end
    swapped = not printed.fixed and printed.a < printed.b  # 03/31/2024 is March 31, 2024, whichever is told first
    day, month = (printed.b, printed.a) if swapped else (printed.a, printed.b)
    return day, month, printed.year


def _of_heads(portfolio: Portfolio) -> Span | None:
    """The latest day that the heads of prices and values name."""
    found = [
        Span(None, days[-1][0], Cell.of(cell.words, table.head.page))
        for table in portfolio.tables
        for cell in table.head.cells
        if cell.field in ("value", "price") and (days := dates.find(cell.text)) and days[-1][0].year
    ]
    return max(found, key=lambda span: (span.end.year or 0, *_key(span)[1::-1]), default=None)
