"""Overview of a statement, the accounts that were read -> whether the two agree, and which account is which. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from extraction.documents.account import Read
from extraction.documents.accounts import key
from extraction.documents.heads.numbers import SHARE_CODE, Number
from extraction.documents.overview import Entry, headed, is_short
from extraction.geometry import rounded
from extraction.reconcile.figure_words import told_balance
from extraction.reconcile.outcome import net
from extraction.reconcile.verdict import issue, money
from extraction.tables.pairs import Pair, across
from extraction.text import dates
from extraction.text.amounts import CODES
from extraction.text.ibans import is_iban
from extraction.text.lines import Line
from extraction.text.mask import masked_number
from schemas.result import Issue, IssueCode, Proof

POSITION = 5
"""What an account stands at is printed again within so many lines below its number."""
FACTS = 16
"""A list of its facts has fewer lines."""
WHOLE = 6
"""The number of an account behind that of its branch, or in its IBAN, has so many digits at least."""
TITLES = 2
"""The title of an account stands on one of so many lines above the head of its rows."""
CHECKED = 3
"""Behind the number of an account in its IBAN so many digits stand at most."""


def numbered(reads: Sequence[Read], entries: Sequence[Entry], common: str | None) -> list[Read]:
    """Accounts, entries of overviews, the currency of those that name none -> the same, each with a number of its own:
    no number is that of two accounts in one currency, nor the IBAN of one that of another, and one without a number has
    that of the only entry that tells its balances."""
    taken: set[tuple[str, str | None]] = set()
    own: list[Read] = []
    for read in reads:
        number = read.part.number
        named = (key(number.text), read.part.currency or common) if number else None
        other = number is not None and is_iban(number.text) and any(_is_in(told, number.text) for told, _ in taken)
        own.append(_with(read, None) if other or named in taken else read)
        taken |= {named} if named else set()
    free = [entry for entry in entries if key(entry.number.text) not in {told for told, _ in taken}]
    return [
        read
        if read.part.number and not _is_of_another(read, entries)
        else _with(read, _of(read, free, own) or read.part.number)
        for read in own
    ]


def coded(reads: Sequence[Read], lines: Sequence[Line]) -> list[Read]:
    """Accounts, the lines of the document -> the same; those that share the number of a member, as one alone has it, by
    that and the codes that begin the titles above their rows: "EOP Everyday savings", "ES1 Stable savings"."""
    numbers = [read.part.number for read in reads if read.part.number]
    codes = [_code(read, lines) for read in reads]
    if len(reads) < 2 or len(numbers) != 1 or None in codes or len(set(codes)) < len(codes):
        return list(reads)
    (own,) = numbers
    return [_with(read, replace(own, text=f"{own.text} {code}")) for read, code in zip(reads, codes, strict=True)]


def _code(read: Read, lines: Sequence[Line]) -> str | None:
    """The code that begins a title right above the rows of an account, in capitals unlike the rest of it, or printed on
    other lines as well."""
    head = next((table.header for table in read.part.tables if table.header), None)
    titles = (
        [line for line in lines[max(head.first - TITLES, 0) : head.first] if line.page == head.page] if head else []
    )
    for line in reversed(titles):
        found = SHARE_CODE.match(line.text)
        if found and found[1] not in CODES:
            again = sum(re.search(rf"\b{found[1]}\b", other.text) is not None for other in lines) > 1
            return found[1] if again or not line.text.isupper() else None
    return None


def _is_in(number: str, iban: str) -> bool:
    """Whether the number of an account stands within an IBAN."""
    return len(number) >= WHOLE and number != key(iban) and number in key(iban)


def _is_of_another(read: Read, entries: Sequence[Entry]) -> bool:
    """Whether the overview tells other balances beside the number of an account than those of its rows."""
    number, ends = read.part.number, _ends(read)
    own = [entry for entry in entries if number and key(entry.number.text) == key(number.text)]
    return bool(own and ends) and not any(pair.amount.value in ends for entry in own for pair in entry.figures)


def agree(
    reads: Sequence[Read], entries: Sequence[Entry], headings: Sequence[Number], whole: bool, pairs: Sequence[Pair] = ()
) -> tuple[list[Proof], list[Issue]]:
    """Accounts, entries of overviews, account numbers outside of them, whether no page is missing, all labelled amounts
    -> a proof for each account that an overview tells a balance of, and issues where it is another one, or the account
    is not there."""
    figures = {id(pair): pair for entry in entries for pair in entry.figures}
    heads = dict(zip(figures, headed(list(figures.values())), strict=True))
    places = {key(r.part.number.text): i for i, r in reversed(list(enumerate(reads))) if r.part.number}
    proofs: list[Proof] = []
    issues: list[Issue] = []
    for entry in entries:
        told = [pair for pair in entry.figures if told_balance(heads[id(pair)].above or pair.left)]
        told = told or ([*entry.figures] if is_short(entry.number.text) else [])  # below the title of balances
        values = [pair.amount.value for pair in told]
        position = _place(key(entry.number.text), places)
        if position is None:
            if part := _part(entry, reads, headings):
                proofs.append(part)
            else:
                under = [number for number in headings if not _is_position(number, entry, pairs, headings)]
                issues += _missing(entry, any(values), under, whole)
            continue
        ends = _ends(reads[position])
        if not told or not ends:
            continue
        common = {pair.amount.currency for pair in told} | {None}
        abroad = [p.amount.value for p in entry.figures if p.amount.currency not in common]  # beside its value here
        if held := [value for value in (*values, *abroad) if value in ends]:
            detail = f"{money(held[-1])} in the overview of accounts is a balance of the account"
            proofs.append(Proof(check="overview", status="holds", detail=detail, account=position))
            continue
        detail = f"{money(values[-1])} in the overview of accounts is no balance of the account"
        proofs.append(Proof(check="overview", status="fails", detail=detail, account=position))
        message = f"The overview of accounts tells {money(values[-1])}, which neither opens nor closes this account."
        issues.append(issue(IssueCode.TOTAL_MISMATCH, "error", message, position, told[-1].cell))
    return proofs, issues


def _is_position(heading: Number, entry: Entry, pairs: Sequence[Pair], headings: Sequence[Number]) -> bool:
    """Whether right below the number of an account that an overview lists its figure is printed again, or in a list of
    its facts, and no amount with a day before it up to the next number: a loan or a deposit of which the statement
    tells what it stands at."""
    after = min((n.line for n in headings if n.line > heading.line), default=heading.line + FACTS)
    moved = any(dates.leading(pair.left) for pair in pairs if heading.line < pair.line < after)
    if moved or key(heading.text) != key(entry.number.text):
        return False
    values = {pair.amount.value for pair in entry.figures} - {Decimal(0)}
    below = [pair for pair in pairs if 0 <= pair.line - heading.line <= POSITION]
    return any(pair.amount.value in values for pair in (*below, *_facts(heading, pairs, headings)))


def _facts(heading: Number, pairs: Sequence[Pair], headings: Sequence[Number]) -> Iterator[Pair]:
    """The number of an account, all labelled amounts, all numbers -> the amounts of a list below it on its page, above
    any other number: each has its own line, which begins with a word, as rows begin with their day."""
    first = heading.line
    last = min((n.line for n in headings if n.line > first), default=first + FACTS)
    own = (p for p in pairs if p.cell.page == heading.cell.page and first < p.line < min(last, first + FACTS))
    for line in across(list(own)):
        if len(line) > 1 or not line[0].left[:1].isalpha():
            break
        yield line[0]


def _place(number: str, places: Mapping[str, int]) -> int | None:
    """The number of an entry, those of the accounts and their places -> the place of its account: the entry may print
    the number of the branch before that of the account, or the share alone that the account prints behind its member,
    or the account its IBAN, at whose end that of the entry stands before the digits that check it."""
    ends = [place for own, place in places.items() if len(own) >= WHOLE and number.endswith(own)]
    longer = [place for own, place in places.items() if is_iban(own) and number in own[-len(number) - CHECKED :]]
    ends += longer if len(number) >= WHOLE else [place for own, place in places.items() if own.endswith(number)]
    return places.get(number, ends[0] if len(ends) == 1 else None)


def _part(entry: Entry, reads: Sequence[Read], headings: Sequence[Number]) -> Proof | None:
    """An entry that no account has the number of -> a proof where it is a part of one, such as a second card: the rows
    of the account from the heading with its number on make its figure."""
    figures = {pair.amount.value for pair in entry.figures} - {Decimal(0)}
    for head in (number.cell for number in headings if key(number.text) == key(entry.number.text)):
        for position, read in enumerate(reads):
            rows = sorted((p for _, p in read.outcome.rows), key=lambda p: p.row.order) if read.outcome else []
            below = [p for p in rows if (p.row.page, p.row.cell.box[1]) > (head.page, head.box[1])]
            sums = accumulate(p.amount for p in below if p.amount is not None)
            if len(below) < len(rows) and (told := next((abs(s) for s in sums if abs(s) in figures), None)):
                detail = f"{money(told)} in the overview of accounts is the sum of the rows below the number"
                return Proof(check="overview", status="holds", detail=detail, account=position)
    return None


def missing(reads: Sequence[Read], entries: Sequence[Entry], headings: Sequence[Number]) -> bool:
    """Accounts, entries of overviews, account numbers outside of them -> whether an account that is listed and has a
    heading is none of the accounts, nor a part of one."""
    heads = {key(number.text) for number in headings}
    places = {key(read.part.number.text): i for i, read in enumerate(reads) if read.part.number}
    told = (entry for entry in entries if key(entry.number.text) in heads)
    return any(_place(key(e.number.text), places) is None and _part(e, reads, headings) is None for e in told)


def _missing(entry: Entry, held: bool, headings: Sequence[Number], whole: bool) -> Iterator[Issue]:
    """An entry whose account was not read -> an issue: where its number heads something, or a page may be missing, so
    are its rows; else it has none here, and what looks like rows and is of no account is told elsewhere."""
    heads = any(key(number.text) == key(entry.number.text) for number in headings)
    if not held and not heads:
        return
    said = "was not read" if heads else "has no part of its own in this statement; look for its rows in another one"
    yield Issue(
        code=IssueCode.INCOMPLETE,
        severity="error" if heads or not whole else "info",
        message=f"The overview lists the account {masked_number(entry.number.text)}, which {said}.",
        page=entry.number.cell.page,
        bbox=rounded(entry.number.cell.box),
    )


def _of(read: Read, entries: Sequence[Entry], reads: Sequence[Read]) -> Number | None:
    """An account without a number -> that of the one entry that tells its balances and those of no other account."""
    ends = _ends(read)
    others = [_ends(other) for other in reads if other is not read and other.part.number is None]
    told = [entry for entry in entries if any(pair.amount.value in ends for pair in entry.figures)]
    if len(told) != 1 or any(pair.amount.value in other for other in others for pair in told[0].figures):
        return None
    return told[0].number


def _ends(read: Read) -> set[Decimal]:
    """The opening and the closing balance of an account, absolute values."""
    chain = read.outcome.chain if read.outcome else None
    if chain is not None:
        return {abs(end) for end in (chain.opening, chain.closing) if end is not None}
    return {abs(net(end, False)) for end in (*read.evidence.openings, *read.evidence.closings) if end.firm}


def _with(read: Read, number: Number | None) -> Read:
    return replace(read, part=replace(read.part, number=number))
