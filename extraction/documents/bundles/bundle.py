"""Pages of a file -> the statement they hold, or the several that are bundled in it, each proved by itself. Pure.

Where another statement may begin is a hypothesis (`starts`); the arithmetic of the parts is the judge: a file is parted
where every part is proved. Where page numbers or heads are sure of several statements and they are not all proved, the
parts are shown with what is wrong in them.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extraction.documents.bundles.sequence import doubled, follow
from extraction.documents.bundles.starts import Start, letter, said, starts
from extraction.documents.heads.header import ASIDE
from extraction.documents.identity import told_apart
from extraction.documents.legible import illegible
from extraction.documents.paging import counts_file, printed_twice
from extraction.documents.statement import Statement, statement
from extraction.model import Page
from extraction.reconcile.grounds import Grounds
from extraction.reconcile.securities.held import HoldingGrounds
from extraction.text.lines import Line, lines
from extraction.text.normal import plain
from schemas.provenance import Provenance
from schemas.result import Issue, IssueCode, Kind, blocks
from schemas.statement import Account

STATEMENTS: frozenset[Kind] = frozenset(
    {"bank_statement", "credit_card_statement", "loan_statement", "brokerage_statement"}
)
"""Kinds whose rows are proved; others go to review."""


@dataclass(frozen=True, slots=True)
class Run:
    """A statement in a file: its pages first..last (places from 0, end exclusive)."""

    first: int
    last: int
    found: Statement


_CARD = re.compile(r"\b(?:card|karten?\w*|carte|tarjeta|carta|kaart\w*|cartao|visa|mastercard)\b")
MOST_FREE = 8
"""Of more places where a statement may begin, and only may, none is tried: each costs a reading of the pages."""
Reader = Callable[[int, int], Statement]
"""Pages first..last -> the statement they make."""


def bundle(pages: Sequence[Page], sha256: str, secret: str) -> Statement:
    """Pages of one file, the hash of its bytes, the key of the account hash -> what it holds, all accounts in the order
    of the pages. Kind and institution are those of the first statement; each account has its own."""
    known: dict[tuple[int, int], Statement] = {}
    told = [said(page) for page in pages] if len(pages) > 1 else []
    own = not counts_file([one.number for one in told])

    def read(first: int, last: int) -> Statement:
        if (first, last) not in known:
            whole = enumerate(pages[first:last], 1)
            part = [page if page.number == number else replace(page, number=number) for number, page in whole]
            known[first, last] = statement(
                part, sha256 if first == 0 else f"{sha256}|{first}", secret, own or len(part) == len(pages)
            )
        return known[first, last]

    runs = _read(starts(told), letter(told), len(pages), read)
    whole = _joined(pages, runs, not own)
    return replace(whole, issues=(*whole.issues, *illegible(pages)))


def proved(found: Statement) -> bool:
    """Whether a statement is of a kind that can be proved, and nothing stands against it."""
    wrong = any(proof.status == "fails" and proof.check not in ASIDE for proof in found.proofs)
    return found.kind in STATEMENTS and not wrong and not blocks(found.issues)


def _read(found: Sequence[Start], first: int, count: int, read: Reader) -> list[Run]:
    """Where statements may begin, how many pages stand before the first that holds something, the number of pages ->
    the statements of a file: with the letters before and the terms behind, else without, where that proves them all."""
    held = [start for start in found if not start.bare and start.place > first]
    runs = _runs(held, 0, count, read)
    if all(proved(run.found) for run in runs) or not (first or any(start.bare for start in found)):
        return runs
    edges = [(first, False), *((start.place, start.bare) for start in found if start.place > first), (count, True)]
    cut = []
    begin: int | None = None
    for place, bare in edges:
        if begin is not None and bare:
            cut += _runs([start for start in held if begin < start.place < place], begin, place, read)
        begin = None if bare else place if begin is None else begin
    return cut if all(proved(run.found) for run in cut) else runs


def _runs(found: Sequence[Start], first: int, count: int, read: Reader) -> list[Run]:
    """Where statements may begin, the first page and the end of all -> the statements of a file."""
    if not found:
        return [Run(first, count, read(first, count))]
    sure = [start.place for start in found if start.grade == "sure"]
    told = [start for start in found if start.grade != "may be"]
    parts = [_parted(a, b, told, read) for a, b in pairwise((first, *sure, count))] if told else []
    if parts and all(parts):
        return [run for part in parts for run in part]
    whole = Run(first, count, read(first, count))
    if proved(whole.found) and all(_crossed(whole.found, place) for place in sure):
        return [whole]
    shown = []
    for a, b in pairwise((first, *sure, count)):
        shown += _parted(a, b, found, read) or _shown(a, b, found, read)
    return shown


def _shown(first: int, last: int, found: Sequence[Start], read: Reader) -> list[Run]:
    """Pages first..last that are not proved -> what is shown of them: one statement, or, where that is none and a part
    of it is proved, all parts."""
    whole = Run(first, last, read(first, last))
    edges = [first, *(start.place for start in found if first < start.place < last), last]
    if whole.found.kind in STATEMENTS or not 2 < len(edges) <= MOST_FREE:
        return [whole]
    parts = [Run(a, b, read(a, b)) for a, b in pairwise(edges)]
    return parts if any(proved(part.found) for part in parts) else [whole]


def _parted(first: int, last: int, found: Sequence[Start], read: Reader) -> list[Run]:
    """Pages first..last, where a statement may begin -> statements that are all proved, as many as can be; empty where
    there is no such way. Where one only may begin, the balances must close the accounts before, and both are of one
    kind: the page of a second card may not say that it is one."""
    inner = [start for start in found if first < start.place < last]
    for end in (*(inner if len(inner) <= MOST_FREE else ()), None):
        place = end.place if end else last
        part = read(first, place)
        if not proved(part) or (end and end.grade == "may be" and not _closed(part)):
            continue
        rest = _parted(place, last, inner, read) if end else []
        if not end or (rest and (end.grade == "sure" or rest[0].found.kind == part.kind)):
            return [Run(first, place, part), *rest]
    return []


def _closed(found: Statement) -> bool:
    """Whether every account is proved from its opening to its closing balance."""
    held = {proof.account for proof in found.proofs if proof.check == "closing_balance" and proof.status == "holds"}
    return bool(found.accounts) and held.issuperset(range(len(found.accounts)))


def _crossed(found: Statement, place: int) -> bool:
    """Whether one account of the whole has rows or holdings before a page and on it or after it."""
    pages = [
        {row.provenance.page - 1 for row in account.transactions}
        | {one.provenance.page - 1 for one in account.holdings}
        for account in found.accounts
    ]
    return any(own and min(own) < place <= max(own) for own in pages)


def _joined(pages: Sequence[Page], runs: Sequence[Run], printed_as_one: bool) -> Statement:
    """Statements of a file, whether one count of pages runs through them -> one result: accounts, proofs and issues
    with their places in the file."""
    accounts: list[tuple[Account, ...]] = []
    of_rows: list[tuple[Grounds, ...]] = []
    of_holdings: list[tuple[HoldingGrounds, ...]] = []
    proofs, issues, repairs = [], [_several(runs)] if len(runs) > 1 else [], []
    at = 0
    for run in runs:
        found = _named(run.found)
        accounts.append(tuple(_account_on(account, run.first) for account in found.accounts))
        of_rows += found.grounds
        of_holdings += found.held
        proofs += [p if p.account is None else p.model_copy(update={"account": p.account + at}) for p in found.proofs]
        issues += _of_kind(run, pages) if len(runs) > 1 else ()
        issues += (_issue_on(issue, run.first, at) for issue in found.issues if not _twice(issue))
        for repair in found.repairs:
            place = _on(repair.provenance, run.first)
            repairs.append(repair.model_copy(update={"account": repair.account + at, "provenance": place}))
        at += len(found.accounts)
    held, wrong = follow(accounts, printed_as_one)
    first = next((run for run in runs if run.found.kind in STATEMENTS), runs[0])
    return Statement(
        kind=first.found.kind,
        institution=first.found.institution,
        accounts=told_apart([account for some in accounts for account in some]),
        proofs=(*proofs, *held),
        issues=(*issues, *printed_twice(pages), *doubled(accounts), *wrong),
        repairs=tuple(repairs),
        fields={name: _on(place, first.first) for name, place in first.found.fields.items()},
        grounds=tuple(of_rows),
        held=tuple(of_holdings),
    )


def _several(runs: Sequence[Run]) -> Issue:
    """Said for the record: how many statements a file holds, and on which pages."""
    pages = ", ".join(f"{r.first + 1}" if r.last == r.first + 1 else f"{r.first + 1}–{r.last}" for r in runs)
    message = f"The file holds {len(runs)} statements, on pages {pages}. Each is proved by itself."
    if not all(proved(run.found) for run in runs):
        message = f"The file holds {len(runs)} statements, on pages {pages}. Not all of them are proved."
    return Issue(code=IssueCode.SEVERAL_STATEMENTS, severity="info", message=message)


def _of_kind(run: Run, pages: Sequence[Page]) -> Iterator[Issue]:
    """A statement, the pages of the file -> an issue that holds the file back where it is of a kind that is not proved,
    or taken for that of an account though its number is that of a card: its rows may be mirrored."""
    place = next((a.fields["account_number"] for a in run.found.accounts if "account_number" in a.fields), None)
    if run.found.kind == "bank_statement" and place is not None:
        head = next((line for line in lines(pages[run.first + place.page - 1]) if _holds(line, place)), None)
        if head is not None and _CARD.search(plain(head.text)):
            message = "This statement has the number of a card, and does not say that it is one: confirm its signs."
            yield Issue(
                code=IssueCode.AMBIGUOUS,
                severity="error",
                message=message,
                page=run.first + place.page,
                bbox=place.bbox,
            )
    if run.found.kind not in STATEMENTS:
        named = "nothing that was understood" if run.found.kind == "other" else run.found.kind.replace("_", " ")
        message = f"Here begins another part of the file: {named}. It is not proved, so a person has to look at it."
        yield Issue(code=IssueCode.UNSUPPORTED_KIND, severity="error", message=message, page=run.first + 1)


def _holds(line: Line, place: Provenance) -> bool:
    return line.top <= (place.bbox[1] + place.bbox[3]) / 2 <= line.bottom


def _twice(issue: Issue) -> bool:
    """Whether an issue is of a page that repeats another: it is told of the whole file."""
    return issue.code is IssueCode.DUPLICATE_ROW and issue.account is None


def _named(found: Statement) -> Statement:
    """A statement -> with its institution told of each account."""
    named = tuple(account.model_copy(update={"institution": found.institution}) for account in found.accounts)
    return replace(found, accounts=named)


def _account_on(account: Account, pages: int) -> Account:
    """An account, the number of pages before its statement -> the same with the pages of the file."""
    if not pages:
        return account
    rows = tuple(
        row.model_copy(
            update={
                "provenance": _on(row.provenance, pages),
                "fields": _places_on(row.fields, pages),
                "trade": row.trade and row.trade.model_copy(update={"fields": _places_on(row.trade.fields, pages)}),
            }
        )
        for row in account.transactions
    )
    held = tuple(
        one.model_copy(update={"provenance": _on(one.provenance, pages), "fields": _places_on(one.fields, pages)})
        for one in account.holdings
    )
    fields = _places_on(account.fields, pages)
    return account.model_copy(update={"transactions": rows, "holdings": held, "fields": fields})


def _places_on(fields: Mapping[str, Provenance], pages: int) -> dict[str, Provenance]:
    return {name: _on(place, pages) for name, place in fields.items()}


def _issue_on(issue: Issue, pages: int, accounts: int) -> Issue:
    page = None if issue.page is None else issue.page + pages
    account = None if issue.account is None else issue.account + accounts
    return issue.model_copy(update={"page": page, "account": account})


def _on(place: Provenance, pages: int) -> Provenance:
    return place.model_copy(update={"page": place.page + pages})
