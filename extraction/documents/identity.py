"""Rows of accounts -> what names them: a key of the account that hides its number, and an identity of each row.

The identity of a row does not depend on the file: the same row in two statements that overlap has the same one, and two
rows that are alike in everything, such as two coffees of a day, have two.
"""

import hashlib
import hmac
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from extraction.documents.accounts import key
from extraction.text.normal import plain
from schemas.statement import Account, Transaction

WHOLE = 6
"""A number of fewer digits and letters is that of a share or a sub-account, or the end of one."""
_MASK = re.compile(r"[*•#]|[xX][\s\-./]?[xX][\s\-./]?[xX]")
"""Signs that stand for digits; two letters X may be those of a bank in an IBAN."""
LENGTH = 32
"""Hexadecimal digits of a key: 128 bits."""


def account_key(number: str | None, secret: str, otherwise: str, of: Sequence[str | None] = ()) -> str:
    """Account number, the secret of the key, what stands for the account where no number is printed, its institution
    and holder -> its keyed hash (HMAC-SHA-256).

    A number that is masked or short is that of many: thousands of customers end in the same four digits, and every
    member of a credit union has a share 0001. Those are told apart by institution and holder.
    """
    told = key(number) if number else otherwise
    if number and not is_whole(number):
        told = "|".join((told, *(plain(text or "") for text in of)))
    return hmac.new(secret.encode(), told.encode(), hashlib.sha256).hexdigest()[:LENGTH]


def is_whole(number: str) -> bool:
    """Whether an account number is printed with no digit masked, and long enough to be that of one account alone.

    >>> is_whole("4417 0228 19"), is_whole("XXXX XXXX 6426"), is_whole("0009"), is_whole("GB29 NWXX 6016 1331 9268 19")
    (True, False, False, True)
    """
    return _MASK.search(number) is None and len(key(number)) >= WHOLE


def transaction_id(account: str, currency: str | None, day: date | None, amount: Decimal, description: str) -> str:
    """What a row says, and the key of its account -> its identity, that of its twins as well."""
    return _digest(f"{account}|{currency}|{day}|{amount.normalize():f}|{plain(description)}")


def told_apart(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """Accounts of a document -> the same, the second and later ones of rows that are alike with identities of their
    own, in printed order."""
    seen: Counter[str] = Counter()
    return tuple(
        account.model_copy(update={"transactions": tuple(_numbered(row, seen) for row in account.transactions)})
        for account in accounts
    )


def _numbered(row: Transaction, seen: Counter[str]) -> Transaction:
    seen[row.transaction_id] += 1
    times = seen[row.transaction_id]
    return row if times == 1 else row.model_copy(update={"transaction_id": _digest(f"{row.transaction_id}|{times}")})


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]
