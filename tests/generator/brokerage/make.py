"""Makes one brokerage statement from a seed."""

from typing import Any

from ..model import Generated
from ..scan import scan
from .book import book
from .page import Drawing
from .style import DEFECTS, choose
from .truth import truth_of

__all__ = ["DEFECTS", "make_brokerage", "samples"]


def make_brokerage(seed: int, **overrides: Any) -> Generated:
    """The document of a seed. Overrides fix features of `BrokerStyle`; `name` sets the id in the truth, `scan` (png,
    jpg, pdf) and `dpi` make a picture of it."""
    name = overrides.pop("name", f"broker-{seed:04d}")
    picture, dpi = overrides.pop("scan", ""), overrides.pop("dpi", 200)
    style = choose(seed, **overrides)
    told = book(style, seed)
    pdf, pages = b"", 0
    for _ in range(2):
        pdf, drawn = Drawing(style, told, seed, pages).draw()
        if drawn == pages:
            break
        pages = drawn
    truth = truth_of(name, style, told, pages)
    if not picture:
        return Generated(pdf, truth, "application/pdf")
    data, media = scan(pdf, picture, dpi, seed)
    return Generated(data, {**truth, "modality": "scan"}, media)


CASES: dict[str, tuple[int, dict[str, Any]]] = {
    "brokerage/us-positions-and-activity": (
        3001,
        {
            "country": "us",
            "holdings": 9,
            "classes": 2,
            "bonds": False,
            "grouped": True,
            "group_totals": True,
            "identifier": "column",
            "tickers": True,
            "cost": True,
            "gain": True,
            "weight": 2,
            "foreign": "none",
            "cash": "row",
            "moves": 6,
            "amounts": "signed",
            "balance": False,
            "traded": True,
            "allocation": True,
            "summary": True,
            "size": 8.5,
            "font": "Helvetica",
            "draw_order": "row",
        },
    ),
    "brokerage/german-depot-with-bonds": (
        3002,
        {
            "country": "de",
            "holdings": 7,
            "classes": 3,
            "bonds": True,
            "grouped": True,
            "identifier": "below",
            "quantity_first": True,
            "accrued": True,
            "weight": -1,
            "foreign": "none",
            "cash": "none",
            "moves": 0,
            "size": 8.5,
            "font": "Times",
            "draw_order": "row",
        },
    ),
    "brokerage/swiss-rates-of-exchange": (
        3003,
        {
            "country": "ch",
            "holdings": 8,
            "classes": 2,
            "grouped": True,
            "identifier": "beside",
            "foreign": "rate",
            "weight": 1,
            "cash": "line",
            "moves": 12,
            "amounts": "debit_credit",
            "balance": True,
            "ends_inside": True,
            "size": 8.0,
            "font": "Vera",
            "draw_order": "row",
        },
    ),
    "brokerage/value-misprinted": (
        3004,
        {
            "country": "gb",
            "holdings": 6,
            "classes": 1,
            "bonds": False,
            "pence": True,
            "quantity_decimals": 3,
            "identifier": "none",
            "cash": "row",
            "moves": 0,
            "weight": -1,
            "defect": "value",
            "size": 9.0,
            "font": "Helvetica",
            "draw_order": "row",
        },
    ),
}


def samples() -> dict[str, Generated]:
    """Case name, such as 'brokerage/german-depot', to its document."""
    return {name: make_brokerage(seed, name=name, **overrides) for name, (seed, overrides) in CASES.items()}
