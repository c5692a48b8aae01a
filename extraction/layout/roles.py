"""What a layout model tells apart: the roles of words, and the kinds of regions of a page."""

from typing import Literal, get_args

Tag = Literal[
    "other",
    "head_date",
    "head_value_date",
    "head_text",
    "head_debit",
    "head_credit",
    "head_amount",
    "head_balance",
    "date",
    "value_date",
    "description",
    "debit",
    "credit",
    "amount",
    "balance",
    "opening_label",
    "opening_value",
    "closing_label",
    "closing_value",
    "carried_label",
    "carried_value",
    "credits_label",
    "credits_value",
    "debits_label",
    "debits_value",
    "account_number",
    "period",
    "noise",
]
"""Role of a word. `head_…`: a name of a column of transactions; `date` to `balance`: in a row, `amount` where a column
has both signs; `opening_…` to `debits_…`: labels and values of balances and of totals of a side; `noise`: no print of
the document, as specks and stamps; `other`: everything else."""

RegionKind = Literal["transactions", "summary", "table", "fields", "heading", "margin", "other"]
"""Kind of a region. `transactions`: a table of dated rows, its head included; `summary`: balances and totals of an
account; `table`: any other table; `fields`: labels with values; `heading`: a title by itself; `margin`: what stands at
the head or foot of pages; `other`: running text, pictures, stamps."""

TAGS: tuple[Tag, ...] = get_args(Tag)
REGION_KINDS: tuple[RegionKind, ...] = get_args(RegionKind)
"""Their numbers in the networks are their places here."""
