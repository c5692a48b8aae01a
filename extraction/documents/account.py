"""What belongs to one account -> the account with its transactions, and what proves it or stands against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from extraction.documents.accounts import Part, line_of
from extraction.documents.balance_days import Beside, against_balances
from extraction.documents.calendar import Calendar, calendar
from extraction.documents.daily import daily
from extraction.documents.days import booked_last, dated
from extraction.documents.edges import between_edges
from extraction.documents.ends import ends
from extraction.documents.evidence import DEBTS, evidence_of, with_overdrawn
from extraction.documents.heads.currency import of_columns
from extraction.documents.heads.facts import Fact, Told, facts
from extraction.documents.heads.header import header
from extraction.documents.heads.numbers import by_iban
from extraction.documents.heads.spans import Span
from extraction.documents.identity import account_key, transaction_id
from extraction.documents.named_days import days_beside
from extraction.documents.own import signed_debts
from extraction.documents.quiet import quiet
from extraction.model import Cell
from extraction.reconcile.ledger import Posting
from extraction.reconcile.outcome import Evidence, Outcome, makes_total, net
from extraction.reconcile.search import search
from extraction.reconcile.summary import summaries, told_by_summary
from extraction.reconcile.verdict import Findings, issue, judge
from extraction.tables.date_columns import undecided
from extraction.tables.names import MONEY
from extraction.tables.pairs import Pair, with_totals
from extraction.tables.section_words import is_decoy
from extraction.tables.table import Row, Table
from extraction.tables.vocabulary import balance_kind, begins_as_balance, is_carried
from extraction.text.amounts import Point
from extraction.text.dates import PrintedDate
from extraction.text.lines import Line
from extraction.text.normal import plain
from schemas.provenance import Provenance
from schemas.result import Issue, IssueCode, Kind, Proof
from schemas.statement import Account, Transaction

NO_ROWS = -1_000_000
"""The score of an account without rows: less than of any with rows."""
NOTHING_MORE = Evidence()


@dataclass(frozen=True, slots=True)
class Context:
    """What the document says for all its accounts. `dates`: every date printed on its pages; `lines`: all of them;
    `point`: its decimal mark; `nothing`: it says that there are no transactions; `holder`: a name; `cash`: of a
    brokerage account, where its cash begins and ends beside what all statements call balances; `edges`: lines at
    the ends of the rows may be balances, whatever they are called; `aside`: repeated heads and feet of the pages;
    `institution`: its name."""

    kind: Kind
    currency: str | None
    period: Span | None
    dates: tuple[PrintedDate, ...]
    sha256: str
    secret: str
    lines: Sequence[Line]
    point: Point
    nothing: bool = False
    holder: tuple[str, Cell] | None = None
    cash: Evidence = NOTHING_MORE
    edges: bool = False
    aside: Sequence[Line] = ()
    institution: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """One account as read: `pairs` are its labelled amounts. `outcome` None: no rows."""

    part: Part
    pairs: tuple[Pair, ...]
    evidence: Evidence
    outcome: Outcome | None

    @property
    def score(self) -> tuple[int, int, int, int]:
        """How well it is proved; see `Outcome.score`."""
        return self.outcome.score if self.outcome else (int(self.idle), NO_ROWS, 0, 0)

    @property
    def proved(self) -> bool:
        """Whether opening balance, rows and closing balance are proved."""
        return self.outcome is not None and self.outcome.closed

    @property
    def carried(self) -> bool:
        """Whether all rows are proved up to a balance that is carried forward below the last one."""
        return self.outcome is not None and self.outcome.complete and self.outcome.last_kind == "carried"

    @property
    def idle(self) -> bool:
        """Whether there are no rows, and the printed opening balance is the closing one, those of 0.00 beside others
        left out, such as that of a plan; where the page says that nothing moved, the first ones of several are, and the
        one balance at a date is both."""
        told = bool(self.part.idle)
        ends = [
            [net(p, False) for p in some if p.firm or told] for some in (self.evidence.openings, self.evidence.closings)
        ]
        ends = [[end for end in some if end] or some for some in ends]
        first = [some[:1] if told else [*dict.fromkeys(some)] for some in ends]
        return self.outcome is None and len(first[0]) == 1 and first[0] == first[1]

    @property
    def settled(self) -> bool:
        """Whether nothing of the account is open."""
        return self.proved or self.carried or self.idle


def read_account(part: Part, pairs: Sequence[Pair], context: Context, told: Sequence[Pair] = ()) -> Read:
    """Part of a document, its labelled amounts, the balances that an overview tells of it -> the best proved
    interpretation."""
    context = own_context(part, context)
    own = tuple(with_totals([p for p in pairs if part.first <= p.line < part.last]))
    inside = {line for table in part.tables for line in range(table.first, table.last)}
    named = {cell: name for table in part.tables for row in table.rows for cell, name in _of_balance(row, table)}
    own = tuple(replace(p, left=named.get(p.cell) or p.left) for p in own if named.get(p.cell, "-"))
    if context.kind not in DEBTS:
        own = tuple(with_overdrawn(own, part.tables))
    told = [pair for pair in told if not part.first <= pair.line < part.last]
    dated = [row for table in part.tables for row in table.rows if row.posted]
    last = line_of(max(dated, key=lambda row: row.order), context.lines) if dated else 0
    carried = {p for p in own if p.line in inside and is_carried(p.label) and not _opens_below(p, last)}
    evidence = evidence_of([*(p for p in own if p not in carried), *told], context.kind, context.cash)
    if part.kind == "loan_statement":  # what is owed has no sign, unless all of it has one
        evidence = replace(evidence, owed=(not signed_debts(part, evidence),))
    outcome = search(part.tables, evidence)
    if outcome and outcome.rivals and context.kind == "credit_card_statement":
        outcome = told_by_summary(outcome, own)
        outcome = outcome.alone(lambda one: makes_total(one, evidence))
    if context.edges and (outcome is None or not outcome.closed or outcome.opening is None):
        found = between_edges(part.tables, own, evidence)
        evidence, outcome = found or (evidence, outcome)
    if context.nothing and outcome and not any(_is_booked(p.row) for _, p in outcome.rows):
        outcome = None
    if outcome is None:  # balances brought and carried forward are all there is
        evidence = evidence_of([*own, *told], context.kind, context.cash)
    return Read(part, own, evidence, outcome)


def _is_booked(row: Row) -> bool:
    """Whether a row has a date and stands below no heading of what is none, such as payments that are pending."""
    return row.posted is not None and not is_decoy(plain(row.section))


def _opens_below(pair: Pair, last: int) -> bool:
    """Whether a balance is the opening one in a box below the last row: what is carried stands among the rows."""
    return pair.line > last and balance_kind(pair.label) == "opening"


def own_context(part: Part, context: Context) -> Context:
    """What the document says for all accounts -> the same with what one says of itself."""
    kind, currency = part.kind or context.kind, part.currency or context.currency
    return replace(context, kind=kind, currency=currency, nothing=context.nothing if part.idle is None else part.idle)


def _of_balance(row: Row, table: Table) -> Iterator[tuple[Cell, str]]:
    """The amounts on the line of a balance in a column of its own, and what they are called: the balance as the line
    is, unless that may be a movement, the totals of columns beside it nothing."""
    label = plain(row.description)
    first = begins_as_balance(label) if len(row.entries) > 2 else None
    if len(row.entries) < 2 or (balance_kind(label) or first) is None:
        return
    held = next((entry for i, entry in row.entries.items() if table.columns[i].role == "balance"), None)
    if held is not None:
        yield from ((entry.cell, "") for entry in row.entries.values() if entry.cell != held.cell)
        if row.posted is None or len(row.entries) > 2:
            yield held.cell, row.description


def build_account(read: Read, context: Context, position: int, several: bool = False) -> tuple[Account, Findings]:
    """Interpretation, its place among the accounts from 0, whether there are several (then the heads of its columns say
    its currency) -> account and findings."""
    context = own_context(read.part, context)
    outcome = read.outcome
    postings = sorted((p for _, p in outcome.rows), key=lambda p: p.row.order) if outcome else []
    days = _calendar(postings, context)
    made_on, alone, copied = days_beside((*context.lines, *context.aside), days)
    if context.period is None and (made_on or alone):
        days = replace(days, near=tuple(sorted({*made_on, *alone})))
    number = read.part.unmasked or read.part.number
    if number and context.kind != "credit_card_statement":
        number = by_iban(number, context.lines, min((table.first for table in read.part.tables), default=0))
    fields: dict[str, Provenance] = {}
    if number is not None:
        fields["account_number"] = provenance(number.cell)
    if context.period is not None:
        fields["period"] = provenance(context.period.cell)
    printed_ends = ends(read.outcome, read.evidence, read.idle)
    fields |= {name: provenance(cell) for name, (_, cell) in printed_ends.items() if cell}
    said = Told(context.lines, read.part, read.pairs, outcome, context.kind, days)
    told = facts(said)
    if context.holder is not None:
        told["holder"] = Fact(*context.holder)
    fields |= {name: provenance(fact.cell) for name, fact in told.items()}
    findings = _judged(read, outcome, context, position) if outcome else _without_rows(read, context, position)
    untold: list[Issue] = []
    if context.kind == "credit_card_statement" and all(undecided(table.header) for table in read.part.tables):
        postings, untold = booked_last(postings, days, position)
    days_of, issues = dated(postings, days, context.kind, position, _above(outcome, postings))
    issues += untold
    if outcome:
        sure = context.period.sure if context.period else bool(days.years)
        issues += against_balances(
            outcome, read.pairs, days_of, days, Beside(made_on, [*alone, *copied], sure), position
        )
    printed = number.text if number else None
    of = (context.institution, context.holder[0] if context.holder else None)
    named = account_key(printed, context.secret, f"{context.sha256}|{position}", of)
    currency = (of_columns(_heads(read)) if several else None) or context.currency
    account = Account(
        account_number=printed,
        account_key=named,
        kind=context.kind,
        currency=currency,
        period_start=days.start,
        period_end=days.end,
        opening_balance=printed_ends["opening_balance"][0] if "opening_balance" in printed_ends else None,
        closing_balance=printed_ends["closing_balance"][0] if "closing_balance" in printed_ends else None,
        transactions=tuple(_transaction(p, posted, valued, named, currency) for p, posted, valued in days_of),
        fields=fields,
        **{name: fact.value for name, fact in told.items()},  # type: ignore[arg-type]  # pydantic checks them
    )
    opening = outcome.chain.opening if outcome and not outcome.reading.owed else None
    proof, wrong = daily(
        context.lines[read.part.first : read.part.last], context.point, days_of, opening, days, position
    )
    more = header(said, account, position)
    again = {one.check for one in more.proofs}
    first = (one for one in findings.proofs if one.check not in again)
    proofs = (*first, *((proof,) if proof else ()), *more.proofs)
    return account, replace(findings, proofs=proofs, issues=(*findings.issues, *issues, *wrong, *more.issues))


def _above(outcome: Outcome | None, rows: Sequence[Posting]) -> dict[int, PrintedDate]:
    """Interpretation, its rows in printed order -> the dates of balances, and of lines that move nothing, right above
    rows, by the place of the row; nothing where the days of all rows stand on lines of their own above them."""
    days = [(p.row.posted.cell.box, p.amount_cell.box) for p in rows if p.row.posted and p.amount_cell]
    if outcome is None or (days and all(day[3] <= amount[1] for day, amount in days)):
        return {}
    places = {posting.row.order: place for place, posting in enumerate(rows)}
    found: dict[int, PrintedDate] = {}
    last: PrintedDate | None = None
    first = rows[0].row.order if rows else 0
    for row, kind in sorted(((p.row, p.kind) for p in outcome.postings), key=lambda one: one[0].order):
        if row.order in places:
            found |= {places[row.order]: last} if last else {}
            last = None
        elif kind in ("opening", "carried") or (row.posted and row.order > first):
            last = row.posted.date if row.posted else None
    return found


def _judged(read: Read, outcome: Outcome, context: Context, position: int) -> Findings:
    """An interpretation -> findings; a printed summary whose sides are those of the rows confirms their signs."""
    confirmed = any(s.holds(outcome) for s in summaries(read.pairs, context.kind == "credit_card_statement"))
    return judge(outcome, read.evidence, position, confirmed)


def _without_rows(read: Read, context: Context, position: int) -> Findings:
    """An account without rows is proved where its balances are equal and nothing else is printed of it."""
    ends = [net(p, False) for p in read.evidence.openings]
    if read.idle and quiet(read.part, read.pairs, context.lines, context.point, ends[0], context.nothing):
        said = "no transactions, as printed" if context.nothing else "no transactions"
        detail = f"{said}: the opening balance is the closing balance"
        return Findings((Proof(check="closing_balance", status="holds", detail=detail, account=position),))
    message = "No transactions were found. If the page shows some, they could not be read."
    return Findings((), (issue(IssueCode.NO_TRANSACTIONS, "error", message, position),))


def provenance(cell: Cell) -> Provenance:
    """Cell -> where it stands, as it is stored."""
    return cell.provenance


def _heads(read: Read) -> Iterator[str]:
    """Texts of the heads of the columns of money."""
    for table in read.part.tables:
        yield from (cell.text for cell in table.header.cells if cell.role in MONEY) if table.header else ()


def _calendar(postings: Sequence[Posting], context: Context) -> Calendar:
    printed = [p.row.posted.date for p in postings if p.row.posted]
    valued = [p.row.valued.date for p in postings if p.row.valued]
    period = (context.period.start, context.period.end) if context.period else None
    return calendar(printed, period, [*valued, *context.dates], context.currency)


def _transaction(
    posting: Posting, posted: date | None, valued: date | None, account: str, currency: str | None
) -> Transaction:
    row = posting.row
    fields: dict[str, Provenance] = {}
    for name, entry in (("date", row.posted), ("value_date", row.valued)):
        if entry is not None:
            fields[name] = provenance(entry.cell)
    for name, cell in (("amount", posting.amount_cell), ("balance", posting.balance_cell)):
        if cell is not None:
            fields[name] = provenance(cell)
    assert posting.amount is not None
    return Transaction(
        transaction_id=transaction_id(account, currency, posted, posting.amount, row.description),
        date=posted,
        value_date=valued,
        description=row.texts.description or row.description,
        reference=row.texts.reference or None,
        type=row.texts.type or None,
        amount=posting.amount,
        balance=posting.balance,
        sign_from=posting.sign_from,
        provenance=provenance(row.cell),
        fields=fields,
    )
