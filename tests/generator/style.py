"""The features of one document, each an independent choice that an override may fix."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from random import Random
from typing import Any

from .dates import NO_YEAR
from .lang import Lang
from .lang_europe import LANGS
from .places import COUNTRIES, Country

FACTS = ("holder", "dated", "available", "fees", "interest", "number", "advances")
DEFECTS = ("closing_off", "row_dropped", "digits_swapped", "total_wrong", "unproven")


@dataclass(frozen=True)
class Style:
    """Sizes are points. Each field is a feature that `make(seed, name=value)` can fix."""

    kind: str  # bank, card, invoice, letter or picture
    country: str
    rows: int
    accounts: int
    zero_row: bool  # a row of 0.00
    period: str  # month, new_year or quarter
    overdraft: bool
    twins: bool  # two equal rows in a row
    amounts: str  # debit_credit, credit_debit, signed, suffix or sections
    debit_signed: bool  # a minus in the debit column too
    check_grid: bool  # checks stand two abreast in a table of their own
    card_groups: bool  # rows grouped under the names of two cardholders
    sign: str  # leading, trailing, paren, unicode, plusminus or inner
    suffixes: tuple[str, str]  # for (credit, debit)
    suffix_column: bool
    purchases_positive: bool  # cards: a purchase is printed without a minus
    owed_positive: bool  # cards: a debt is printed without a minus
    balance: str  # row, day or none
    balance_suffixes: tuple[str, str]  # for (credit, debit) balances; two empty ones: signs instead
    two_dates: str  # none, booking_first or value_first
    type_column: bool
    ref_column: str  # none, number or mixed
    party_column: bool  # the other side of a payment in a column of its own
    foreign_column: bool  # a column for the sum in another currency
    order: str  # normal, description_last, date_last, balance_first or type_last
    header_shown: bool
    header_wrap: bool
    header_repeat: bool
    header_upper: bool
    empty: str  # blank, dash or zero
    rules: str  # none, lines, grid, zebra, dotted, head or dark
    group_dates: bool  # a day's date only on its first row
    date_headings: bool  # a day's date on a line of its own above its rows
    reverse: bool
    detail_lines: int
    opening_row: bool
    closing_row: bool
    marks_dated: bool  # opening and closing rows have a date
    marks_bold: bool
    carry_rows: bool
    total_row: bool
    summary: str  # top, box, wide, bottom or none
    totals_shown: bool  # the summary tells the sums of credits and debits
    counts: bool  # the summary tells how many credits and debits there are
    date_format: str
    header_words: bool  # dates of the page head with month names
    period_shown: str  # range or statement_date
    numbers: str
    bare_whole: bool  # sums without cents are printed without decimals
    mark: str  # each, summary, heading, note: where the currency is printed
    symbol_after: bool
    symbol_code: bool  # the ISO code in the place of the symbol
    font: str
    size: float
    landscape: bool
    rotate: bool
    draw_order: str  # row, column, word, shuffled, character or padded (whole lines with blanks, in Courier)
    bold_twice: bool
    ligatures: bool
    watermark: str
    head: str  # left, right, centre or band
    hue: int  # of the band and rules, degrees
    masked: bool
    use_iban: bool
    fact_columns: bool  # labels and values of the page head stand in two columns
    table_only: bool
    split_rows: bool
    valign: str  # top, bottom or middle: figures beside a description of several lines
    figures_align: str  # right, left or centre
    narrow: bool  # the table takes three quarters of the width
    dated_summary: bool  # opening and closing balance of the summary tell their day
    margin_code: bool  # small upright text in the margin
    wrap_indent: float
    row_gap: float
    extras: tuple[str, ...]  # fees, rates, daily, legal, advert, pending, coupon
    facts: tuple[str, ...]  # what else the page head says, of FACTS
    filler: int  # pages of legal text in front of the table
    defect: str  # '' or one of DEFECTS
    scan: str  # '' or png, jpg, pdf
    dpi: int

    @property
    def place(self) -> Country:
        return COUNTRIES[self.country]

    @property
    def lang(self) -> Lang:
        return LANGS[self.place.lang]

    @property
    def minus(self) -> str:
        if self.sign != "unicode":
            return "-"
        return "\u2212" if self.font == "Vera" else "\u2013"


class Picker:
    """Draws one value after the other; a fixed value still uses up its draw, so the rest stays the same."""

    def __init__(self, rng: Random, fixed: Mapping[str, Any]):
        self.rng, self.fixed, self.chosen = rng, dict(fixed), dict[str, Any]()

    def pick(self, name: str, options: Mapping[Any, float] | Sequence[Any]) -> Any:
        weights = list(options.values()) if isinstance(options, Mapping) else None
        value = self.rng.choices(list(options), weights)[0]
        self.chosen[name] = self.fixed.pop(name, value)
        return self.chosen[name]

    def flag(self, name: str, chance: float) -> bool:
        return bool(self.pick(name, {True: chance, False: 1 - chance}))


def choose(rng: Random, **fixed: Any) -> Style:
    """A random style in which the fixed features stay as given and contradictions are settled."""
    unknown = set(fixed) - {f.name for f in fields(Style)}
    if unknown:
        raise TypeError(f"no such feature: {', '.join(sorted(unknown))}")
    p = Picker(rng, fixed)
    _content(p)
    _columns(p)
    _figures(p)
    _page(p)
    _settle(p.chosen, frozenset(fixed))
    return Style(**p.chosen)


def _content(p: Picker) -> None:
    kind = p.pick("kind", {"bank": 70, "card": 30})
    p.pick(
        "country",
        {
            "us": 24,
            "gb": 14,
            "au": 5,
            "ca": 4,
            "ie": 2,
            "sg": 3,
            "in": 3,
            "de": 10,
            "at": 2,
            "ch": 4,
            "fr": 7,
            "be": 2,
            "es": 5,
            "mx": 3,
            "it": 5,
            "nl": 6,
            "pt": 4,
            "br": 3,
        },
    )
    size = p.rng.choices(
        ((0, 0), (1, 6), (7, 18), (19, 45), (46, 110), (150, 320), (420, 640)), (2, 10, 38, 34, 13, 2, 1)
    )[0]
    p.pick("rows", range(size[0], size[1] + 1))
    p.pick("accounts", {1: 93, 2: 7} if kind == "bank" else (1,))
    p.pick("period", {"month": 76, "new_year": 12, "quarter": 12})
    p.flag("overdraft", 0.12)
    p.flag("twins", 0.15)
    p.flag("zero_row", 0.04)


def _columns(p: Picker) -> None:
    card = p.chosen["kind"] == "card"
    p.pick(
        "amounts",
        {"signed": 42, "sections": 28, "suffix": 18, "debit_credit": 8, "credit_debit": 4}
        if card
        else {"debit_credit": 42, "credit_debit": 14, "signed": 22, "suffix": 10, "sections": 12},
    )
    p.flag("debit_signed", 0.12)
    p.flag("check_grid", 0.4)
    p.flag("card_groups", 0.12 if card else 0)
    p.pick("sign", {"leading": 48, "trailing": 14, "paren": 8, "unicode": 8, "plusminus": 12, "inner": 10})
    german = COUNTRIES[p.chosen["country"]].lang == "de"
    p.pick(
        "suffixes",
        {("CR", ""): 60, (" CR", " DR"): 20, ("CR", "DR"): 10, (" Cr", ""): 10}
        if card
        else {("H", "S"): 50, (" H", " S"): 50, (" +", " -"): 60}
        if german
        else {(" CR", " DR"): 40, ("CR", "DR"): 20, (" Cr", " Dr"): 20, (" C", " D"): 10, ("+", "-"): 10},
    )
    p.flag("suffix_column", 0.2)
    p.flag("purchases_positive", 0.75)
    p.flag("owed_positive", 0.9)
    p.pick("balance", {"none": 88, "row": 12} if card else {"row": 62, "day": 15, "none": 23})
    p.pick(
        "balance_suffixes",
        {("", ""): 82, (" H", " S"): 9, (" +", " -"): 9}
        if german
        else {("", ""): 82, (" CR", " DR"): 9, ("CR", "DR"): 3, ("", " OD"): 4, ("", " DR"): 2}
        if not card
        else {("", ""): 1},
    )
    p.pick(
        "two_dates",
        {"none": 40, "booking_first": 25, "value_first": 35}
        if card
        else {"none": 72, "booking_first": 23, "value_first": 5},
    )
    p.flag("type_column", 0.06 if card else 0.22)
    p.pick("ref_column", {"none": 76, "number": 14, "mixed": 10})
    p.flag("party_column", 0 if card else 0.1)
    p.flag("foreign_column", 0.12 if card else 0.03)
    p.pick("order", {"normal": 72, "description_last": 10, "date_last": 6, "balance_first": 4, "type_last": 8})
    p.flag("header_shown", 0.98)
    p.flag("header_wrap", 0.25)
    p.flag("header_repeat", 0.7)
    p.flag("header_upper", 0.15)
    p.pick("empty", {"blank": 72, "dash": 14, "zero": 14})
    p.pick("rules", {"none": 20, "lines": 24, "grid": 18, "zebra": 16, "dotted": 8, "head": 8, "dark": 6})
    p.flag("group_dates", 0.18)
    p.flag("date_headings", 0.05)
    p.flag("reverse", 0.1)
    p.pick("detail_lines", {0: 45, 1: 25, 2: 18, 3: 12})
    p.flag("opening_row", 0.4)
    p.flag("closing_row", 0.35)
    p.flag("marks_dated", 0.6)
    p.flag("marks_bold", 0.5)
    p.flag("carry_rows", 0.25)
    p.flag("total_row", 0.25)
    p.pick("summary", {"top": 28, "box": 30, "wide": 12, "bottom": 12, "none": 18})
    p.flag("totals_shown", 0.75)
    p.flag("counts", 0.3)


def _figures(p: Picker) -> None:
    place = COUNTRIES[p.chosen["country"]]
    p.pick("date_format", place.dates)
    p.flag("header_words", 0.5)
    p.pick("period_shown", {"range": 85, "statement_date": 15})
    p.pick("numbers", place.numbers)
    p.flag("bare_whole", 0.04)
    p.pick("mark", {"each": 28, "summary": 32, "heading": 20, "note": 20})
    p.flag("symbol_after", 0.75 if place.currency == "EUR" and place.lang not in ("en", "nl") else 0.05)
    p.flag("symbol_code", 0.15)


def _page(p: Picker) -> None:
    p.pick("font", {"Helvetica": 42, "Times": 18, "Courier": 16, "Vera": 24})
    p.pick("size", (7.0, 7.5, 8.0, 8.0, 8.5, 9.0, 9.0, 9.5, 10.0, 11.0))
    p.flag("landscape", 0.06)
    p.flag("rotate", 0.05)
    p.pick("draw_order", {"row": 50, "column": 16, "word": 18, "shuffled": 8, "character": 8, "padded": 6})
    p.flag("bold_twice", 0.08)
    p.flag("ligatures", 0.1)
    p.pick("watermark", {"": 88, "COPY": 4, "DUPLICATE": 4, "SPECIMEN DOCUMENT": 4})
    p.pick("head", {"left": 45, "right": 20, "centre": 15, "band": 20})
    p.pick("hue", range(0, 360, 15))
    p.flag("masked", 0.75 if p.chosen["kind"] == "card" else 0.12)
    p.flag("use_iban", 0.6)
    p.flag("fact_columns", 0.3)
    p.flag("table_only", 0.02)
    p.flag("split_rows", 0.3)
    p.pick("valign", {"top": 78, "bottom": 16, "middle": 6})
    p.pick("figures_align", {"right": 90, "left": 7, "centre": 3})
    p.flag("narrow", 0.1)
    p.flag("dated_summary", 0.2)
    p.flag("margin_code", 0.08)
    p.pick("wrap_indent", {0.0: 70, 6.0: 15, 14.0: 15})
    p.pick("row_gap", (1.0, 2.0, 3.0, 4.0, 6.0, 9.0))
    extras = [
        name
        for name, chance in (
            ("fees", 0.18),
            ("rates", 0.15),
            ("daily", 0.15),
            ("legal", 0.55),
            ("advert", 0.2),
            ("pending", 0.06),
            ("coupon", 0.5),
        )
        if p.rng.random() < chance
    ]
    p.pick("extras", (tuple(extras),))
    p.pick("filler", {0: 90, 1: 8, 2: 2})
    p.pick("defect", ("",))
    p.pick("scan", ("",))
    p.pick("dpi", (150, 170, 200, 200, 240, 300))
    p.pick("facts", ((),))


def _settle(c: dict[str, Any], fixed: frozenset[str]) -> None:
    """Makes the choices fit together: what is fixed wins over what was drawn."""
    card, place = c["kind"] == "card", COUNTRIES[c["country"]]
    if c["table_only"] and ("table_only" in fixed or not (card or fixed)):
        c.update(
            balance="row",
            amounts="debit_credit" if c["amounts"] == "sections" else c["amounts"],
            reverse=False,
            mark="each",
            symbol_code=True,
            accounts=1,
            date_format="iso" if c["date_format"] in NO_YEAR else c["date_format"],
            rows=max(c["rows"], 3),
            summary="none",
            opening_row=False,
            closing_row=False,
            extras=(),
            filler=0,
            defect="",
            watermark="",
            kind="bank",
        )
    else:
        c["table_only"] = False
    if c["amounts"] == "sections":
        c.update(balance="none", reverse=False, total_row=False, opening_row=False, closing_row=False, carry_rows=False)
    if c["defect"] == "unproven":
        c.update(
            balance="none",
            summary="none",
            total_row=False,
            opening_row=False,
            closing_row=False,
            carry_rows=False,
            accounts=1,
            table_only=False,
            rows=max(c["rows"], 4),
            extras=tuple(e for e in c["extras"] if e not in ("daily", "coupon")),
        )
        if c["amounts"] == "sections":
            c["amounts"] = "signed"
    elif c["defect"]:
        c.update(rows=max(c["rows"], 4), accounts=1, totals_shown=c["totals_shown"] or c["defect"] == "total_wrong")
        if c["defect"] == "closing_off" and c["summary"] == "none":
            c["closing_row"] = True  # the wrong balance stands on the page
        if c["defect"] == "total_wrong" or c["balance"] == "none":
            c["summary"] = "top" if c["summary"] == "none" else c["summary"]
    elif not c["table_only"] and c["summary"] == "none":
        if card or c["amounts"] == "sections":
            c["summary"] = "box"
        else:
            c.update(opening_row=True, closing_row=True)
    if c["balance"] != "day":
        c["group_dates"] = c["group_dates"] and not c["reverse"]
    elif c["reverse"]:
        c["reverse"] = False
    if c["balance"] == "none":
        c["carry_rows"] = False
    if c["mark"] in ("summary", "each") and c["defect"] == "unproven":
        c["mark"] = "note"
    if c["mark"] == "summary" and c["summary"] == "none":
        c["mark"] = "note"
    if c["suffix_column"] and "" in c["suffixes"]:
        c["suffix_column"] = False
    if c["draw_order"] == "character" and c["rows"] > 60:
        c["draw_order"] = "word"
    if c["row_gap"] < 4 and c["rules"] not in ("lines", "grid", "zebra", "dotted"):
        c["valign"] = "top"
    if c["landscape"]:
        c["rotate"] = False
    if c["rows"] == 0:
        c.update(twins=False, reverse=False)
    if not place.iban:
        c["use_iban"] = False
    if c["amounts"] == "sections" or c["balance"] != "none" or not card or c["rows"] < 4:
        c["card_groups"] = False
    if c["card_groups"]:
        c.update(reverse=False, group_dates=False, date_headings=False)
    if c["amounts"] != "sections" or place.lang != "en" or card or c["draw_order"] == "padded":
        c["check_grid"] = False
    if c["draw_order"] == "padded":
        c.update(font="Courier", ligatures=False, figures_align="right")
    if c["date_headings"]:
        c.update(group_dates=False, two_dates="none", header_shown=True)
    if c["balance"] != "row":
        c["header_shown"] = True
    if c["narrow"] and (c["two_dates"] != "none" or c["party_column"] or c["size"] > 9):
        c["narrow"] = False
    if card:
        c["table_only"] = False
    if c["accounts"] > 1 or c["table_only"]:
        c["facts"] = ()
    told = [name for name in c["facts"] if (name == "advances") == card or name in ("holder", "dated")]
    c["facts"] = tuple(told)
