"""Pages with their traces, the accounts read from them -> signs that somebody changed the file. Pure.

Arithmetic does not find a forger who can add. What is told here is seen for certain, and sends a document to a person:
that it was changed does not say by whom, or that it is wrong. A changed name or number is said for the record: no row
depends on it. What is no value of the statement is left out: a stamp, a note, a black bar over an address.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.geometry import rounded
from extraction.model import Page, Trace
from extraction.reconcile.fonts import Odd, odd_figures
from extraction.reconcile.printed import Printed, alike
from extraction.text import amounts
from extraction.text.normal import digits
from schemas.provenance import BBox
from schemas.result import Issue, IssueCode
from schemas.statement import Account, Transaction

MOST = 8
"""Rows of an account that are told one by one; those beyond are counted."""
ADVICE = "Compare it with the statement as the bank sent it."
LETTERS = 4
"""A figure has no more letters than a currency or the name of a month."""
FIGURES = ("amount", "balance", "date", "value_date")
TEXT = "description"
MARKS = ("institution", "currency")
"""Marks of the bank, no values of the statement: a letterhead often lies above a text."""
IDENTITY = ("holder", "account_number", "account_type", "period", "statement_date")


@dataclass(frozen=True, slots=True)
class Place:
    """A printed value: its account and row from 0 (None: of none), what it is ("": no value), page and box."""

    page: int
    box: BBox
    account: int | None = None
    row: int | None = None
    name: str = ""

    @property
    def key(self) -> tuple[bool, int, bool, int, str]:
        """Of what one thing is told: a row, or a value beside the rows. In this order, with the rows first."""
        beside = self.row is None
        name = f"{self.name} {self.page}" if beside else ""
        return self.account is None, self.account or 0, beside, self.row or 0, name


def tampering(pages: Sequence[Page], accounts: Sequence[Account]) -> tuple[Issue, ...]:
    """Pages as read, the accounts of the document -> an issue for each row, and each value beside the rows, that was
    changed."""
    printed = Printed(pages)
    told: dict[tuple[bool, int, bool, int, str], tuple[Place, str]] = {}
    for place, message in (*_traced(pages, accounts, printed), *_odd(accounts, printed)):
        before = told.get(place.key)
        if before is None or (before[0].name == TEXT and place.name != TEXT):
            told[place.key] = place, message
    return (*_drawn(pages), *_issues([told[key] for key in sorted(told)]))


def _issues(told: Sequence[tuple[Place, str]]) -> Iterator[Issue]:
    """Places and what is said of them, in order -> issues; of many rows of one account the last ones are counted."""
    count: dict[int | None, int] = {}
    for place, message in told:
        if place.row is not None:
            count[place.account] = count.get(place.account, 0) + 1
            if count[place.account] > MOST:
                continue
        yield Issue(
            code=IssueCode.TAMPER_SIGNAL,
            severity="warning" if place.name in IDENTITY else "error",
            message=f"{message} {ADVICE}",
            page=place.page,
            bbox=rounded(place.box),
            account=place.account,
            row=place.row,
        )
    for account, rows in count.items():
        if rows > MOST:
            message = f"{rows - MOST} more rows of the account show signs of a change. {ADVICE}"
            yield Issue(code=IssueCode.TAMPER_SIGNAL, severity="error", message=message, account=account)


def _drawn(pages: Sequence[Page]) -> Iterator[Issue]:
    for trace in (trace for page in pages for trace in page.traces if trace.sign == "program"):
        message = f"The file was made with {trace.text}, a program to draw pictures; no bank's statements are. {ADVICE}"
        yield Issue(code=IssueCode.TAMPER_SIGNAL, severity="error", message=message)


def _odd(accounts: Sequence[Account], printed: Printed) -> Iterator[tuple[Place, str]]:
    for i, account in enumerate(accounts):
        for odd in odd_figures(account, printed):
            cell = odd.figure.cell
            yield Place(cell.page, cell.bbox, i, odd.figure.row, odd.figure.name), _said(odd)


def _said(odd: Odd) -> str:
    return (
        f"{odd.figure.cell.raw!r} is printed in {odd.said}; {odd.count} other figures of its kind are in {odd.usual}, "
        f"and the text of its row is printed as that of the others."
    )


def _traced(pages: Sequence[Page], accounts: Sequence[Account], printed: Printed) -> Iterator[tuple[Place, str]]:
    for page in pages:
        for trace in page.traces:
            if trace.box is None:
                continue
            place = _place(page.number, trace.box, accounts)
            now = " ".join(word.text for word in printed.at(page.number, trace.box))
            if _matters(trace, now, place.name):
                yield place, _what(trace, now, place.name)


def _place(page: int, box: BBox, accounts: Sequence[Account]) -> Place:
    """Page, box -> the value that is printed there."""
    for i, account in enumerate(accounts):
        for row, one in enumerate(account.transactions):
            if name := _cell(page, box, one):
                return Place(page, box, i, row, name)
        for name, cell in account.fields.items():
            if name not in MARKS and cell.page == page and alike(box, cell.bbox):
                return Place(page, box, i, None, name)
        for holding in account.holdings:
            for name, cell in holding.fields.items():
                if cell.page == page and alike(box, cell.bbox):
                    return Place(page, box, i, None, f"{name} of {holding.name}")
    return Place(page, box)


def _cell(page: int, box: BBox, row: Transaction) -> str:
    """Page, box, row -> which value of the row is printed there, "" for none."""
    for name in FIGURES:
        cell = row.fields.get(name)
        if cell is not None and cell.page == page and alike(box, cell.bbox):
            return name
    x0, top, x1, bottom = row.provenance.bbox
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return TEXT if row.provenance.page == page and x0 <= x <= x1 and top <= y <= bottom else ""


def _matters(trace: Trace, now: str, name: str) -> bool:
    """Trace, what is printed there now, what value that is -> whether it is a sign that a value was changed."""
    if name in FIGURES:  # words below a figure are a text that is cut off
        return trace.text == "" or bool(digits(trace.text) and len("".join(filter(str.isalpha, trace.text))) <= LETTERS)
    if trace.sign == "hidden":
        return name not in ("", TEXT, *IDENTITY)
    other = bool(trace.text) and bool(now) and trace.text != now
    if name:
        return other
    return other and _amount(trace.text) and _amount(now) and digits(trace.text) != digits(now)


def _amount(text: str) -> bool:
    return any(amounts.parse(text, point) is not None for point in (".", ","))


def _what(trace: Trace, now: str, name: str) -> str:
    """Trace, what is printed there now, what value that is -> what was seen. Names and numbers are not repeated."""
    if name in IDENTITY:
        named = name.replace("_", " ")
        return (
            f"The {named} is painted over another one, which is still in the text of the file."
            if trace.sign == "covered"
            else f"An earlier revision of the file prints another {named}."
        )
    if trace.sign == "covered" and now in ("", trace.text):
        return (
            f"{trace.text!r} is in the text of the file, but the page does not show it: something is painted over it."
        )
    if trace.sign == "covered":
        return f"{now!r} is painted over {trace.text!r}, which is still in the text of the file."
    if trace.sign == "hidden":
        return f"The page shows {now!r}; the text of the file has {trace.text!r} hidden in the same place."
    if trace.text:
        return f"An earlier revision of the file prints {trace.text!r} instead of {now!r}."
    return f"An earlier revision of the file does not print {now!r}."
