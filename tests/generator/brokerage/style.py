"""The features of one brokerage statement, each an independent choice that an override may fix."""

from dataclasses import dataclass, fields
from random import Random
from typing import Any

from ..style import Picker
from ..style import Style as Page
from ..style import choose as choose_page

DEFECTS = ("value", "quantity", "price", "total", "subtotal", "dropped", "cash", "closing")
"""What is printed otherwise than it is: of one holding, of all, of a group; a holding left out; of one movement; where
the cash ends."""


@dataclass(frozen=True)
class BrokerStyle:
    """Each field is a feature that `make_brokerage(seed, name=value)` can fix."""

    page: Page  # country, language, number and date formats, font, size
    holdings: int
    classes: int  # groups of securities, 1 to 3
    bonds: bool
    grouped: bool  # groups have headings
    group_totals: bool
    identifier: str  # column, below, beside (in parentheses) or none
    tickers: bool  # codes of exchanges rather than ISINs
    id_first: bool  # the column of identifiers stands first
    quantity_first: bool
    quantity_decimals: int
    price_decimals: int
    price_marks: str  # none, currency or symbol
    pence: bool
    foreign: str  # none, rate (a column of exchange rates) or local (values in both currencies)
    cost: bool
    gain: bool
    weight: int  # decimals of the column of shares, -1: there is none
    earlier: bool
    income: bool
    accrued: bool
    cash: str  # row (among the holdings), line (below them) or none
    total_marks: bool  # totals have the currency symbol
    head_upper: bool
    rules: str  # none, lines, grid or head
    spread: float  # points between rows
    name_width: float  # share of the width for names
    summary: bool  # the total stands at the top too
    moves: int
    amounts: str  # signed, debit_credit, paren or unsigned (the kind of movement tells the side)
    balance: bool
    traded: bool  # movements have columns for quantity, price and costs
    ends_inside: bool  # opening and closing balance are rows of the table
    allocation: bool  # a list of classes with their sums
    defect: str

    @property
    def lang(self) -> str:
        return self.page.place.lang


def choose(seed: int, **fixed: Any) -> BrokerStyle:
    """A random style in which the fixed features stay as given and contradictions are settled."""
    rng = Random(f"broker {seed}")
    country = fixed.pop("country", None)
    extra = {
        name: fixed.pop(name) for name in ("font", "size", "draw_order", "numbers", "scan", "dpi") if name in fixed
    }
    own = {
        "kind": "bank",
        "rows": 5,
        "accounts": 1,
        "rotate": False,
        "table_only": False,
        "filler": 0,
        "bare_whole": False,
    }
    page = choose_page(
        Random(f"style broker {seed}"),
        **{**own, **({"country": country} if country else {}), "period": "month", "period_shown": "range", **extra},
    )
    p = Picker(rng, fixed)
    p.pick("holdings", range(2, 15))
    p.pick("classes", {1: 4, 2: 4, 3: 2})
    p.flag("bonds", 0.3)
    p.flag("grouped", 0.85)
    p.flag("group_totals", 0.8)
    p.pick("identifier", {"column": 45, "below": 30, "beside": 15, "none": 10})
    p.flag("tickers", 0.7 if country in ("us", "au", "ca") else 0.15)
    p.flag("id_first", 0.35)
    p.flag("quantity_first", 0.2)
    p.pick("quantity_decimals", {0: 35, 2: 10, 3: 25, 4: 20, 6: 10})
    p.pick("price_decimals", {2: 40, 3: 15, 4: 35, 6: 10})
    p.pick("price_marks", {"none": 60, "currency": 25, "symbol": 15})
    p.flag("pence", 0.3)
    p.pick("foreign", {"none": 70, "rate": 18, "local": 12})
    p.flag("cost", 0.5)
    p.flag("gain", 0.45)
    p.pick("weight", {-1: 45, 0: 10, 1: 25, 2: 20})
    p.flag("earlier", 0.12)
    p.flag("income", 0.1)
    p.flag("accrued", 0.3)
    p.pick("cash", {"row": 35, "line": 35, "none": 30})
    p.flag("total_marks", 0.3)
    p.flag("head_upper", 0.12)
    p.pick("rules", {"none": 30, "lines": 30, "grid": 15, "head": 25})
    p.pick("spread", (1.0, 2.0, 3.0, 5.0, 8.0))
    p.pick("name_width", (0.22, 0.28, 0.34))
    p.flag("summary", 0.5)
    p.pick("moves", {0: 45, 3: 15, 6: 20, 12: 15, 30: 5})
    p.pick("amounts", {"signed": 40, "debit_credit": 35, "paren": 10, "unsigned": 15})
    p.flag("balance", 0.45)
    p.flag("traded", 0.55)
    p.flag("ends_inside", 0.5)
    p.flag("allocation", 0.15)
    p.pick("defect", ("",))
    unknown = set(p.fixed)
    if unknown:
        raise TypeError(f"no such feature: {', '.join(sorted(unknown))}")
    chosen = _settled(p.chosen, page)
    return BrokerStyle(page=page, **{f.name: chosen[f.name] for f in fields(BrokerStyle) if f.name != "page"})


def _settled(c: dict[str, Any], page: Page) -> dict[str, Any]:
    if c["classes"] == 1:
        c.update(grouped=False)
    if not c["grouped"]:
        c.update(group_totals=False)
    if page.place.currency != "GBP":
        c["pence"] = False
    if c["pence"]:
        c.update(foreign="none", price_marks="none", bonds=False)
    if c["foreign"] != "none":
        c.update(price_marks="currency", bonds=False, holdings=max(c["holdings"], 6))
    if not c["bonds"]:
        c["accrued"] = False
    if c["gain"] and not c["cost"]:
        c["gain"] = False
    wide = [name for name in ("earlier", "income", "accrued", "gain", "cost") if c[name]]
    while len(wide) + (c["weight"] >= 0) + (c["foreign"] != "none") > 3:
        c[wide.pop(0)] = False
        c["gain"] = c["gain"] and c["cost"]
    if c["moves"] == 0:
        c["cash"] = c["cash"] if c["cash"] != "none" else "none"
    if c["amounts"] == "unsigned":
        c.update(traded=True)
    if c["defect"] == "subtotal":
        c.update(classes=max(c["classes"], 2), grouped=True, group_totals=True, holdings=max(c["holdings"], 5))
    if c["defect"] in ("cash", "closing"):
        c["moves"] = max(c["moves"], 6)
    return c
