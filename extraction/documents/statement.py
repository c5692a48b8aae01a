"""Pages -> the statement they hold: its kind, institution, accounts, proofs and issues. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extraction.documents.account import Context, Read, build_account
from extraction.documents.agreement import agree, missing
from extraction.documents.beyond import may_be_taken
from extraction.documents.daily import day_ends
from extraction.documents.heads.currency import currency
from extraction.documents.heads.currency_place import currency_place
from extraction.documents.heads.holder import holder
from extraction.documents.heads.institution import institution
from extraction.documents.heads.period import period
from extraction.documents.heads.spans import Span
from extraction.documents.kind import card_evidence, is_brokerage, is_current, kind
from extraction.documents.layouts import Layout, beyond_heads, layouts, symbols
from extraction.documents.lost_lines import lost_lines, outside
from extraction.documents.paging import ends_early, goes_on, is_whole, paging, printed_twice
from extraction.documents.reads import read_accounts, score, view
from extraction.documents.securities.broker_reads import broker_accounts
from extraction.documents.securities.brokerage import figures_of_holdings, heads_among, held, symbols_beside
from extraction.documents.securities.cash import cash_evidence
from extraction.documents.securities.holdings import Portfolio, portfolio
from extraction.documents.securities.movements import readings
from extraction.documents.securities.valuation import valuation
from extraction.geometry import overlap
from extraction.model import Cell, Page
from extraction.reconcile.completeness import left_over, unread
from extraction.reconcile.figures import figures
from extraction.reconcile.grounds import Grounds, grounds
from extraction.reconcile.outcome import MOST_RIVALS, Evidence, Outcome
from extraction.reconcile.search import TELLING, likelihood
from extraction.reconcile.securities.held import HoldingGrounds
from extraction.reconcile.summary import card_summary, components
from extraction.tables.halves import columns_in_turn, one_after_the_other
from extraction.tables.header import headers
from extraction.tables.notes import notes_first
from extraction.tables.section_words import says_nothing
from extraction.tables.sidebars import panels_first
from extraction.tables.table import Table
from extraction.text import dates
from extraction.text.callouts import without_callouts
from extraction.text.footnotes import without_footnotes
from extraction.text.furniture import without_furniture
from extraction.text.lines import Line, lines, margins
from extraction.text.normal import plain
from extraction.text.sheets import without_grid
from schemas.provenance import Provenance
from schemas.result import Issue, IssueCode, Kind, Proof, Repair, blocks
from schemas.statement import Account

BROKERAGE: Kind = "brokerage_statement"


@dataclass(frozen=True, slots=True)
class Statement:
    """A document as understood. `grounds`: what speaks for the rows of each account, `held` for its holdings; `fields`:
    where what concerns the whole document stands."""

    kind: Kind
    institution: str | None
    accounts: tuple[Account, ...]
    proofs: tuple[Proof, ...]
    issues: tuple[Issue, ...]
    repairs: tuple[Repair, ...]
    fields: dict[str, Provenance]
    grounds: tuple[tuple[Grounds, ...], ...]
    held: tuple[tuple[HoldingGrounds, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the pages of one document hold. `every`: all lines but repeated heads and feet; `text`: those of them that
    are no holdings, `places`: their places among all; `aside`: lines of heads, feet and margins; `nothing`: whether
    they say that no row is there; `dates`: all that are printed; `whole`: whether the page numbers say that no page is
    missing; `height`: of the first page, in points."""

    pages: Sequence[Page]
    every: Sequence[Line]
    text: Sequence[Line]
    places: Sequence[int]
    aside: Sequence[Line]
    own: Portfolio | None
    broker: bool
    nothing: bool
    dates: tuple[dates.PrintedDate, ...]
    whole: bool
    height: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The accounts of a document as one layout makes them. `money`: the currency, and whether it is assumed."""

    layout: Layout
    context: Context
    money: tuple[str | None, bool]
    reads: Sequence[Read]


def statement(pages: Sequence[Page], sha256: str, secret: str, numbered: bool = True) -> Statement:
    """Pages of one document, the hash of its bytes, the key of the account hash, whether the page numbers are those of
    the document and not of a file that holds several -> the statement."""
    sheet = _sheet(pages, numbered)
    best = _best(sheet, sha256, secret)
    if sheet.broker and sheet.own is None and not is_brokerage(_beside(best.layout, sheet)):
        sheet = replace(sheet, broker=False)  # an account from which securities are paid
        best = _best(sheet, sha256, secret)
    found = _whole(best, sheet)
    nameless = _currency_unread(best.reads) if any(page.source == "ocr" for page in pages) else []
    if blocks(found.issues) and not sheet.broker and not all(read.proved for read in best.reads):
        for layout in beyond_heads(sheet.pages, sheet.text):
            reading = _reading(layout, sheet, sha256, secret)
            if may_be_taken(reading.layout, reading.reads, best.layout, sheet.text):
                other = _whole(reading, sheet)
                if not blocks(other.issues):
                    best, found = reading, other
                    break
    missing = (*(paging(pages) if numbered else ()), *printed_twice(pages), *_cut(pages, best.reads, numbered))
    return replace(found, issues=(*found.issues, *nameless, *missing))


def _whole(best: Reading, sheet: Sheet) -> Statement:
    """A reading -> the statement with the holdings beside its rows."""
    found = _built(best, sheet)
    if found.kind != BROKERAGE:
        return found
    rows, point = best.layout.rows, best.layout.point
    more = held(sheet.own, found.accounts, best.reads, found.issues, sheet.text, sheet.places, rows, point)
    proofs = (*found.proofs, *more.proofs)
    return replace(found, accounts=more.accounts, proofs=proofs, issues=more.issues, held=more.grounds)


def _sheet(pages: Sequence[Page], numbered: bool) -> Sheet:
    bare = without_footnotes(without_grid(without_callouts(without_furniture(pages, _heads(pages)))))
    printed = [line for page in bare for line in lines(page)]
    every = one_after_the_other(panels_first(columns_in_turn(notes_first(printed)), bare))
    broker = is_brokerage(every)
    own = portfolio(every) if broker else None
    places = [i for i in range(len(every)) if own is None or i not in own.lines]
    text = [every[i] for i in places]
    nothing = any(says_nothing(plain(line.text)) for line in text)
    days = tuple(p for line in text for chunk in line.chunks for p, _, _ in dates.find(chunk.text))
    aside, height = _aside(pages, bare), pages[0].height
    return Sheet(bare, every, text, places, aside, own, broker, nothing, days, numbered and is_whole(pages), height)


def _best(sheet: Sheet, sha256: str, secret: str) -> Reading:
    """What the pages hold -> the reading that proves most: the first one that settles every account, if any does, with
    balances that are called so, or else with others at the ends of the rows."""
    best: Reading | None = None
    known: list[Layout] = []
    for layout in readings(sheet.pages, sheet.text) if sheet.broker else layouts(sheet.pages, sheet.text):
        known.append(layout)
        reading, settled = _tried(layout, sheet, sha256, secret)
        if settled:
            return reading
        if best is None or score(reading.reads) > score(best.reads):
            best = reading
    assert best is not None
    for layout in known:
        reading, settled = _tried(layout, sheet, sha256, secret, edges=True)
        if settled:
            return reading
    return best


def _tried(layout: Layout, sheet: Sheet, sha256: str, secret: str, edges: bool = False) -> tuple[Reading, bool]:
    """A way to read the pages -> its reading, of a card where it is one, and whether no other needs to be tried: it
    settles what they hold, or it would if anything told a card from an account."""
    reading = _reading(layout, sheet, sha256, secret, edges=edges)
    settled = _is_settled(reading, sheet)
    if account := _as_account(reading, sheet, sha256, secret, edges):
        return account, _is_settled(account, sheet)
    card = _as_card(reading, settled, sheet, sha256, secret, edges)
    return (card, True) if card else (reading, settled)


def _as_account(reading: Reading, sheet: Sheet, sha256: str, secret: str, edges: bool) -> Reading | None:
    """A reading -> the same as that of an account, where it is one of a loan, but its balances prove to be no debts:
    what is said of a loan is said of another product."""
    if reading.context.kind != "loan_statement" or not all(
        read.proved and _has(read.outcome) for read in reading.reads
    ):
        return None
    account = _reading(reading.layout, sheet, sha256, secret, "bank_statement", edges)
    same = [_moved(read) for read in account.reads] == [_moved(read) for read in reading.reads]
    return account if same and all(read.proved for read in account.reads) else None


def _has(outcome: Outcome | None) -> bool:
    """Whether an account begins and ends above zero, and nothing says that it may as well begin and end below."""
    ends = (outcome.chain.opening, outcome.chain.closing) if outcome and not outcome.rivals else ()
    return bool(ends) and all(end is not None and end > 0 for end in ends)


def _as_card(reading: Reading, settled: bool, sheet: Sheet, sha256: str, secret: str, edges: bool) -> Reading | None:
    """A reading, whether it settles what the pages hold -> the same as that of a card, where some words speak for one
    and its amounts prove to be those of a debt: as an account it is not settled, or its rows say the other side. Where
    they say neither, or hardly a word speaks for a card, the two are rivals."""
    said = card_evidence(sheet.every, _beside(reading.layout, sheet))
    if reading.context.kind != "bank_statement" or not said or (said == 1 and is_current(sheet.every)):
        return None
    card = _reading(reading.layout, sheet, sha256, secret, "credit_card_statement", edges)
    if not _is_settled(card, sheet):
        return None
    if not settled:
        return None if any(read.outcome and read.outcome.rivals for read in card.reads) else card
    more = sum(likelihood(read.outcome) for read in card.reads if read.outcome)
    less = sum(likelihood(read.outcome) for read in reading.reads if read.outcome)
    moved = [[_moved(read) for read in one.reads if _moved(read)] for one in (card, reading)]
    if less - more >= TELLING or moved[0] == moved[1]:
        return None
    if said == 1:
        same = any(rows in moved[1] for rows in moved[0])  # one of them is no card, so none is
        return None if same else _in_doubt(reading, card)
    return card if more - less >= TELLING else _in_doubt(card, reading)


def _moved(read: Read) -> Sequence[tuple[int, Decimal | None]]:
    return read.outcome.movements() if read.outcome else ()


def _in_doubt(first: Reading, other: Reading) -> Reading:
    """Two readings of which nothing tells the likelier -> the first, with the other as a rival of each account."""
    others = [read.outcome for read in other.reads if read.outcome]
    return replace(first, reads=[replace(read, outcome=_with_rivals(read.outcome, others)) for read in first.reads])


def _with_rivals(outcome: Outcome | None, others: Sequence[Outcome]) -> Outcome | None:
    return replace(outcome, rivals=(*others, *outcome.rivals)[:MOST_RIVALS]) if outcome else None


def _is_settled(reading: Reading, sheet: Sheet) -> bool:
    """Whether nothing of any account is open, and none is told of that was not read."""
    seen = view(reading.layout, sheet.text, sheet.aside)
    whole = all(read.settled for read in reading.reads) and any(read.proved for read in reading.reads)
    return whole and not missing(reading.reads, seen.entries, seen.numbers)


def _reading(
    layout: Layout, sheet: Sheet, sha256: str, secret: str, as_if: Kind | None = None, edges: bool = False
) -> Reading:
    """A way to read the pages -> the accounts that it makes, `as_if` the document were of this kind; `edges`: with
    balances at the ends of the rows, whatever they are called."""
    dated = sum(any(row.posted for row in table.rows) for table in layout.tables)
    said = as_if or kind(sheet.every, dated, _beside(layout, sheet), sheet.broker)
    money = _money(layout, sheet)
    context = Context(
        said,
        money[0],
        _period(layout, sheet, said),
        sheet.dates,
        sha256,
        secret,
        sheet.text,
        layout.point,
        sheet.nothing,
        cash=cash_evidence(sheet.own, layout.pairs) if said == BROKERAGE else Evidence(),
        edges=edges,
        aside=sheet.aside,
    )
    seen = view(layout, sheet.text, sheet.aside)
    if said == BROKERAGE:
        reads = broker_accounts(layout, sheet.text, seen, context, heads_among(sheet.own, sheet.places))
    else:
        reads = read_accounts(layout, sheet.text, seen, context)
    return Reading(layout, context, money, reads)


def _beside(layout: Layout, sheet: Sheet) -> list[Line]:
    return [line for i, line in enumerate(sheet.text) if i not in layout.rows]


def _money(layout: Layout, sheet: Sheet) -> tuple[str | None, bool]:
    heads = [text for table in layout.tables for text in _heads_of(table)]
    heads += [cell.text for table in sheet.own.tables for cell in table.head.cells] if sheet.own else []
    return currency((*symbols(layout), *symbols_beside(sheet.own)), sheet.text, heads, layout.rows, sheet.aside)


def _heads_of(table: Table) -> Iterator[str]:
    """The heads of a table, those of its columns of money once for each amount below: most rows have one in the
    currency of the account, few a foreign one."""
    for cell in table.header.cells if table.header else ():
        own = [i for i, column in enumerate(table.columns) if overlap(cell.x0, cell.x1, column.x0, column.x1) > 0]
        yield from [cell.text] * max(1, sum(i in row.entries for row in table.rows for i in own))


def _period(layout: Layout, sheet: Sheet, said: Kind) -> Span | None:
    """The printed period; of a portfolio the day that it is valued on."""
    printed = period(sheet.text, layout.pairs, layout.rows)
    return printed or (valuation(sheet.every, sheet.own) if said == BROKERAGE else None)


def _cut(pages: Sequence[Page], reads: Sequence[Read], numbered: bool) -> list[Issue]:
    """Pages, what was read of them, whether the page numbers are the statement's own -> an issue where the file ends
    before its statement does."""
    if numbered and (last := ends_early(pages)):
        return [last]
    ends = [read.outcome.last for read in reads if read.outcome and read.outcome.closing is None]
    by_number = {page.number: page for page in pages}
    onward = [goes_on(end.row.description, end.row.cell, by_number[end.row.page]) for end in ends if end]
    return [told for told in onward if told][:1]


def _aside(whole: Sequence[Page], pages: Sequence[Page]) -> list[Line]:
    """Pages as read and without their repeated heads and feet -> lines of those and of the margins: they often name
    the bank."""
    found: list[Line] = []
    for page, rest in zip(whole, pages, strict=True):
        kept = set(rest.words)
        found += lines(replace(page, words=tuple(w for w in page.words if w not in kept)))
        found += margins(page)
    return found


def _heads(pages: Sequence[Page]) -> dict[int, list[tuple[float, float]]]:
    """Pages -> where table heads stand on each: (top, bottom)."""
    found: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for head in headers([line for page in pages for line in lines(page)]):
        if head.transactions:
            found[head.page].append((head.top, head.bottom))
    return found


def _currency_unread(reads: Sequence[Read]) -> list[Issue]:
    """What was read of a picture -> an issue for each account without a currency of its own, where others have one: a
    word of three letters may not have been seen."""
    if not any(read.part.currency for read in reads):
        return []
    message = "Other accounts print their currency; that of this one was not read. Compare it with the page."
    return [
        Issue(code=IssueCode.LOW_CONFIDENCE, severity="error", message=message, account=position)
        for position, read in enumerate(reads)
        if not read.part.currency
    ]


def _kind_of(accounts: Sequence[Account], told: Kind) -> Kind:
    """Accounts, what their words say the document is -> the kind of most of them where they are of several, of the
    first ones where as many are of another; else, and of a broker's, what the words say."""
    kinds = Counter(account.kind for account in accounts if account.kind)
    return kinds.most_common(1)[0][0] if len(kinds) > 1 and told != BROKERAGE else told


def _built(best: Reading, sheet: Sheet) -> Statement:
    reads, layout, text = best.reads, best.layout, sheet.text
    name = institution(text, layout.rows, sheet.aside, sheet.height)
    said = name[0] if name else None
    context = replace(best.context, holder=holder(text, layout.tables, said), institution=said)
    built = [build_account(read, context, i, len(reads) > 1) for i, read in enumerate(reads)]
    issues = [found for _, findings in built for found in findings.issues]
    proofs = [proof for _, findings in built for proof in findings.proofs]
    made = _made(reads, context.kind == "credit_card_statement") | figures_of_holdings(sheet.own, reads)
    made |= {end for account, _ in built for end in day_ends(account)}
    for position, read in enumerate(reads):
        if read.outcome is None:
            continue
        number = read.part.number.text if read.part.number else None
        issues += left_over(read.outcome, made, read.pairs, text, position, number, layout.pairs)
        issues += unread(read.outcome, read.part.tables, position)
        if (read.part.kind or context.kind) == "credit_card_statement":
            proof, wrong = card_summary(read.outcome, read.pairs, position)
            proofs.append(proof)
            issues += [wrong] if wrong else []
    seen = view(layout, text, sheet.aside)
    agreed, against = agree(reads, seen.entries, seen.numbers, sheet.whole, layout.pairs)
    proofs += agreed
    issues += against
    if not blocks(found for found in issues if found.code is IssueCode.INCOMPLETE):
        issues += outside(made, layout, text) or lost_lines(layout, text)
    code, assumed = best.money
    if assumed and (sheet.own or any(account.transactions for account, _ in built)):
        told = f"taken as {code}" if code else "not known"
        message = f"No currency is named on the page; it is {told}. Check it where several currencies are in use."
        issues.append(Issue(code=IssueCode.CURRENCY_ASSUMED, severity="info", message=message))
    return Statement(
        kind=_kind_of([account for account, _ in built], context.kind),
        institution=said,
        accounts=tuple(_with_places(account, name, layout, text) for account, _ in built),
        proofs=tuple(proofs),
        issues=tuple(issues),
        repairs=tuple(repair for _, findings in built for repair in findings.repairs),
        fields={"institution": name[1].provenance} if name else {},
        grounds=tuple(grounds(read.outcome) for read in reads),
        held=tuple(() for _ in reads),
    )


def _with_places(account: Account, name: tuple[str, Cell] | None, layout: Layout, text: Sequence[Line]) -> Account:
    """Account, the institution -> the same with the places that name its institution and its currency."""
    cells = {"institution": name[1] if name else None, "currency": currency_place(account.currency, text, layout.rows)}
    fields = {**account.fields, **{field: cell.provenance for field, cell in cells.items() if cell}}
    return account.model_copy(update={"fields": fields})


def _made(reads: Sequence[Read], card: bool) -> set[Decimal]:
    """Figures that the rows of all accounts make, and the sums of their balances and of all that came in and went."""
    told = [read for read in reads if read.outcome]
    made: set[Decimal] = set()
    for read in told:
        assert read.outcome
        made |= figures(read.outcome) | components(read.outcome, read.pairs, card)
    chains = [read.outcome.chain for read in told if read.outcome]
    for ends in ([c.opening for c in chains], [c.closing for c in chains]):
        made.add(abs(sum((end for end in ends if end is not None), start=Decimal(0))))
    amounts = [p.amount for read in told if read.outcome for _, p in read.outcome.rows if p.amount is not None]
    for sign in (1, -1):
        made.add(abs(sum((amount for amount in amounts if amount * sign > 0), start=Decimal(0))))
    return made
