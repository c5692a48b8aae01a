"""Writes down the truth about a document, and checks that it adds up."""

from decimal import Decimal
from typing import Any

from .dates import NO_YEAR
from .document import Statement
from .header import header
from .ledger import CHECK_SECTION
from .model import Account, Row
from .style import Style

Truth = dict[str, Any]


def statement_truth(name: str, style: Style, statement: Statement) -> Truth:
    """The truth in the form of the reference documents."""
    expect = "review" if style.defect else "accept"
    truth = {
        "id": name,
        "doc_type": "credit_card_statement" if style.kind == "card" else "bank_statement",
        "institution": statement.bank,
        "accounts": [_account(style, statement, one) for one in statement.accounts],
        "expect": expect,
        "why": _why(style),
        "misprints": statement.misprints or None,
        "ambiguous": None,
        "realism": "generated",
        "layout_family": _layout(style),
        "quirks": quirks(style),
        "families": _families(style),
        "modality": "scan" if style.scan else "native",
        "pages": statement.pages,
    }
    if expect == "accept":
        check(truth)
    return truth


def not_a_statement(name: str, kind: str, pages: int) -> Truth:
    return {
        "id": name,
        "doc_type": kind,
        "institution": None,
        "accounts": [],
        "expect": "reject",
        "why": f"A {kind}, not a statement.",
        "misprints": None,
        "ambiguous": None,
        "realism": "generated",
        "layout_family": "none",
        "quirks": [kind],
        "families": [],
        "modality": "native",
        "pages": pages,
    }


def _account(style: Style, statement: Statement, one: Account) -> Truth:
    start, end = statement.span
    hidden, proofless = style.table_only, style.defect == "unproven"
    return {
        "account_number": None if hidden else one.number,
        "currency": style.place.currency,
        "period_start": None if hidden or style.period_shown == "statement_date" else start.isoformat(),
        "period_end": None if hidden else end.isoformat(),
        "opening_balance": None if hidden or proofless else str(one.opening),
        "closing_balance": None if hidden or proofless else str(one.shown_closing),
        **header(style, statement, one),
        "transactions": [_row(style, row) for row in one.rows],
    }


def _row(style: Style, row: Row) -> Truth:
    result: Truth = {
        "date": row.day.isoformat(),
        "description": row.description,
        "amount": str(row.shown),
        "balance": str(row.balance) if row.shows_balance else None,
    }
    if style.two_dates != "none":
        result["alt_date"] = row.value_day.isoformat()
    beside = not (style.check_grid and row.section == CHECK_SECTION)
    if style.ref_column != "none" and beside:
        result["reference"] = row.ref or None
    if style.type_column and beside:
        result["type"] = row.kind or None
    return result


def _families(style: Style) -> list[str]:
    """Tags that tell how the order of the rows is to be judged."""
    return ["reverse-chronological"] * style.reverse + ["order-any"] * style.check_grid


def _layout(style: Style) -> str:
    if style.kind == "card":
        return f"card_{style.amounts}"
    base = "dc" if style.amounts in ("debit_credit", "credit_debit") else style.amounts
    return base if style.balance == "none" else f"{base}_balance"


def _why(style: Style) -> str:
    reasons = {
        "closing_off": "The printed closing balance does not follow from opening balance and rows.",
        "row_dropped": "A row is missing, so the printed balances do not follow from the rows.",
        "digits_swapped": "One printed amount has two digits swapped; the balances contradict it.",
        "total_wrong": "A printed total contradicts the rows.",
        "unproven": "Neither balances nor totals are printed, so nothing proves the rows.",
    }
    return reasons.get(style.defect, "Generated; the printed evidence proves every row.")


def quirks(style: Style) -> list[str]:
    """The features that make this document special, by name."""
    found = {
        "no_year": style.date_format in NO_YEAR,
        "reverse": style.reverse,
        "date_grouped": style.group_dates,
        "eod_balance": style.balance == "day",
        "no_running_balance": style.balance == "none",
        "two_dates": style.two_dates != "none",
        "credit_first": style.amounts == "credit_debit",
        f"sign_{style.sign}": style.amounts == "signed",
        "suffix": style.amounts == "suffix",
        "suffix_column": style.amounts == "suffix" and style.suffix_column,
        "balance_suffix": any(style.balance_suffixes),
        "party_column": style.party_column,
        "no_header": not style.header_shown,
        "date_headings": style.date_headings,
        "check_grid": style.check_grid,
        "card_groups": style.card_groups,
        "foreign_column": style.foreign_column,
        "fact_columns": style.fact_columns,
        "margin_code": style.margin_code,
        "debit_signed": style.debit_signed and style.amounts.endswith(("debit", "credit")),
        "narrow": style.narrow,
        "bare_whole": style.bare_whole,
        "dark_header": style.rules == "dark",
        f"figures_{style.figures_align}": style.figures_align != "right",
        "sections": style.amounts == "sections",
        "multi_line": style.detail_lines > 0,
        "type_column": style.type_column,
        f"ref_{style.ref_column}": style.ref_column != "none",
        f"order_{style.order}": style.order != "normal",
        "header_once": not style.header_repeat,
        "header_wrap": style.header_wrap,
        f"empty_{style.empty}": style.empty != "blank",
        "carry_rows": style.carry_rows,
        "split_rows": style.split_rows,
        f"valign_{style.valign}": style.valign != "top",
        f"draw_{style.draw_order}": style.draw_order != "row",
        "rotated": style.rotate,
        "watermark": bool(style.watermark),
        "bold_twice": style.bold_twice,
        "ligatures": style.ligatures and style.font == "Vera",
        "new_year": style.period == "new_year",
        "statement_date_only": style.period_shown == "statement_date",
        "table_only": style.table_only,
        "twins": style.twins,
        "inverted_sign": style.kind == "card" and style.purchases_positive,
        "no_rows": style.rows == 0,
        "two_accounts": style.accounts > 1,
        f"defect_{style.defect}": bool(style.defect),
        **{f"decoy_{name}": name in style.extras for name in ("fees", "rates", "daily", "pending")},
    }
    return [name for name, present in found.items() if present]


def check(truth: Truth) -> None:
    """Fails if rows, balances and the two ends of an account do not add up."""
    for one in truth["accounts"]:
        rows = one["transactions"]
        if "reverse-chronological" in truth["families"]:
            rows = rows[::-1]
        if one["opening_balance"] is None:
            continue
        running = Decimal(one["opening_balance"])
        for row in rows:
            running += Decimal(row["amount"])
            if row["balance"] is not None and Decimal(row["balance"]) != running:
                raise AssertionError(f"{truth['id']}: balance {row['balance']} is not {running}")
        if running != Decimal(one["closing_balance"]):
            raise AssertionError(f"{truth['id']}: closing {one['closing_balance']} is not {running}")
