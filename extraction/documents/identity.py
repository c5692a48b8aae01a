"""Rows of accounts -> what names them: a key of the account that hides its number, and an identity of each row.

The identity of a row does not depend on the file: the same row in two statements that overlap has the same one, and two
rows that are alike in everything, such as two coffees of a day, have two.
"""

import hashlib
import hmac
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from extraction.documents.accounts import key
from extraction.text.normal import plain
from schemas.statement import Account, Transaction

LENGTH = 32
"""Hexadecimal digits of a key: 128 bits."""


def account_key(number: str | None, secret: str, otherwise: str) -> str:
    """Account number, the secret of the key, what stands for the account where no number is printed -> its keyed hash
    (HMAC-SHA-256)."""
    told = key(number) if number else otherwise
    return hmac.new(secret.encode(), told.encode(), hashlib.sha256).hexdigest()[:LENGTH]


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
