"""What may be read of a brokerage statement -> its accounts."""

from collections.abc import Sequence
from dataclasses import replace

from extraction.documents.account import Context, Read, read_account
from extraction.documents.accounts import by_numbers
from extraction.documents.layouts import Layout
from extraction.documents.reads import View, read_accounts
from extraction.documents.securities.valuation import securities_numbers
from extraction.text.lines import Line


def broker_accounts(
    layout: Layout, text: Sequence[Line], seen: View, context: Context, held_at: Sequence[int]
) -> list[Read]:
    """What may be read, the lines that are no holdings, what they say of the accounts, and for all of them, the lines
    after which holdings stand -> the accounts: by the numbers between which tables of holdings stand, where the cash
    of each is proved or none moved; else as those of other statements."""
    seen = seen if seen.numbers else replace(seen, numbers=tuple(securities_numbers(text)))
    apart = [
        read_account(part, layout.pairs, context)
        for part in by_numbers(layout.tables, seen.numbers, held_at, len(text))
    ]
    if apart and all(read.proved or read.outcome is None for read in apart):
        return apart
    return read_accounts(layout, text, seen, context)
