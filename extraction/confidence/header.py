"""Header fields -> the class of each: what tells how likely it is right."""

from collections.abc import Iterator, Mapping

from extraction.confidence.said import Key, Path, Said, reader
from extraction.documents.heads.bank_names import names_bank
from extraction.text import dates
from schemas.provenance import Provenance
from schemas.result import Decision
from schemas.statement import Account

SHORT = 7
"""A text of fewer words is a name, a longer one a sentence or an imprint."""
WHOLE = 8
"""Digits of most account numbers, at least."""
ENDS = ("opening_balance", "closing_balance")
CARD_PARTS = frozenset({"payments", "purchases", "cash_advances", "fees", "interest"})


def of_document(
    fields: Mapping[str, Provenance], institution: str | None, decision: Decision
) -> Iterator[tuple[Key, Path]]:
    """Provenance of what concerns the whole document, the name of the bank, the decision -> classes."""
    for name, place in fields.items():
        yield (None, None, name), (name, decision, reader(place), *_institution(institution or "", place))


def of_header(account: Account, about: Said) -> Iterator[tuple[Key, Path]]:
    """Account, what is said of it -> the class of each of its header fields."""
    for name, place in account.fields.items():
        state = about.state if name in ENDS or about.state == "accepted" else "held_back"
        yield (about.place, None, name), (name, state, reader(place), *_field(name, place, account, about))


def _field(name: str, place: Provenance, account: Account, about: Said) -> Path:
    if name == "institution":
        return _institution(account.institution or "", place)
    if name == "currency":
        return ("assumed" if about.assumed else "named", "dollar" if place.raw == "$" else "other")
    if name == "account_number":
        digits = sum(ch.isdigit() for ch in place.raw)
        masked = "masked" if any(ch in place.raw for ch in "*•xX#") else "whole" if digits >= WHOLE else "short"
        return about.status(name), masked
    if name == "period":
        days = len(dates.find(place.raw))
        ends = "two_days" if account.period_start and account.period_end else "one_day"
        return about.status("dates_in_period"), ends, f"prints_{min(days, 2)}"
    if name in ENDS:
        return about.status("closing_balance"), about.status("running_balance")
    if name in CARD_PARTS:
        return about.status(name), about.status("card_summary")
    return (about.status(name),)


def _institution(name: str, place: Provenance) -> Path:
    """How it is named: in a word of banking, spelt out of a web address, or as a brand; and where."""
    kind = "bank" if names_bank(name) else "brand" if name.casefold() in place.raw.casefold() else "spelt_out"
    words = "one_word" if len(name.split()) < 2 else "words"
    text = "short" if len(place.raw.split()) < SHORT else "long"
    return kind, words, text, "first_page" if place.page == 1 else "later"
