"""The figures that a page tells besides its rows, by what they are.

`opening` and `closing` are signed; `credits` and `debits` are the sums of money in and out, `number of credits` and
`number of debits` count the rows; a section's name and `group` with a cardholder's name are the sums of those rows;
`day` with a date is the balance at its end. All but balances and groups are positive.
"""

from decimal import Decimal

from .ledger import CARD_SECTIONS
from .model import Account
from .style import Style


def summary_figures(style: Style, account: Account) -> dict[str, Decimal]:
    """Style, the account as the summary tells it -> its figures."""
    told = {"opening": account.opening, "closing": account.shown_closing}
    if style.kind == "card":
        return {**told, **{name: account.parts[name] for name in CARD_SECTIONS}}
    if not style.totals_shown:
        return told
    told.update(credits=account.shown_in, debits=account.shown_out)
    if style.counts:
        told["number of credits"] = Decimal(sum(row.amount > 0 for row in account.rows))
        told["number of debits"] = Decimal(sum(row.amount < 0 for row in account.rows))
    return told
