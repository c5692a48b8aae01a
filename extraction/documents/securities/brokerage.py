"""A brokerage account: its holdings beside the cash that moved, and what the page prints of both together."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from extraction.documents.account import Read
from extraction.documents.securities.cash import cash_ends, parts, wholes
from extraction.documents.securities.codes import doubtful_codes
from extraction.documents.securities.holdings import Portfolio, holding
from extraction.documents.securities.leftover import passed_over
from extraction.documents.securities.movements import gross
from extraction.documents.securities.rollforward import rolled_forward
from extraction.documents.securities.trades import judge_trades, trades
from extraction.reconcile.outcome import net
from extraction.reconcile.securities.exchange import exchanged
from extraction.reconcile.securities.held import HoldingGrounds, holding_grounds
from extraction.reconcile.securities.portfolio import judge_holdings, reached
from extraction.reconcile.securities.positions import Position
from extraction.reconcile.securities.totals import Tree, tree
from extraction.reconcile.verdict import issue
from extraction.tables.pairs import Pair
from extraction.text.amounts import Point
from extraction.text.lines import Line
from extraction.text.quantities import Mark
from schemas.result import Issue, IssueCode, Proof
from schemas.statement import Account, Transaction


@dataclass(frozen=True, slots=True)
class Held:
    """What holdings add to the accounts of a document. `grounds`: what speaks for those of each account."""

    accounts: tuple[Account, ...]
    proofs: tuple[Proof, ...]
    issues: tuple[Issue, ...]
    grounds: tuple[tuple[HoldingGrounds, ...], ...]


def figures_of_holdings(portfolio: Portfolio | None, reads: Sequence[Read]) -> set[Decimal]:
    """Holdings, the accounts as their cash makes them -> the figures that a page may print of both elsewhere."""
    if portfolio is None:
        return set()
    ends = {read.outcome.chain.closing for read in reads if read.outcome}
    ends |= {net(printed, False) for read in reads for printed in read.evidence.closings}
    whole = {abs(portfolio.tree.amount + end) for end in ends if end is not None}
    return (
        whole
        | _made(portfolio)
        | {abs(total) for read in reads for table in read.part.tables for total in gross(table)}
    )


def _made(portfolio: Portfolio) -> set[Decimal]:
    made = portfolio.tree.figures()
    for row in portfolio.tree.rows:
        made |= {abs(entry.figure.value) for entry in row.others.values()}
    for table in portfolio.tables:
        made |= {entry.figure.value for record in table.records for some in record.entries.values() for entry in some}
    return made


def symbols_beside(portfolio: Portfolio | None) -> Iterator[str]:
    """Holdings -> currencies beside their values and totals."""
    positions = (*portfolio.tree.rows, *(one.position for one in portfolio.tree.sums)) if portfolio else ()
    yield from (p.value.figure.currency for p in positions if p.value and p.value.figure.currency)


def heads_among(portfolio: Portfolio | None, places: Sequence[int]) -> list[int]:
    """Holdings, the places of the lines that are none -> the last of those lines above each table of holdings."""
    return [max(bisect_left(places, table.first) - 1, 0) for table in portfolio.tables] if portfolio else []


def held(
    portfolio: Portfolio | None,
    accounts: Sequence[Account],
    reads: Sequence[Read],
    issues: Sequence[Issue],
    lines: Sequence[Line],
    places: Sequence[int],
    rows: Set[int],
    point: Point,
) -> Held:
    """Holdings, the accounts as their cash makes them with how they were read and what is said of them, the lines that
    are no holdings, their places in the document and which of them are movements, the decimal mark -> accounts with
    holdings and trades, what proves them, all that is said."""
    if portfolio is None:
        message = "No table of holdings was found that can be read: quantities, prices and values with their heads."
        none = Issue(code=IssueCode.NO_HOLDINGS, severity="error", message=message)
        return Held(tuple(accounts), (), (*issues, none), tuple(() for _ in accounts))
    trees = _by_account(portfolio, reads, places)
    mark: Mark = "." if point[0] == "." else ","
    built: list[Account] = []
    proofs: list[Proof] = []
    said: list[Issue] = []
    grounds: list[tuple[HoldingGrounds, ...]] = []
    for i, (account, read, own) in enumerate(zip(accounts, reads, trees, strict=True)):
        traded = trades(read, lines, mark)
        account = account.model_copy(update={"transactions": tuple(_with_trades(account, traded))})
        said += cash_ends(read, i, figures_of_holdings(portfolio, reads))
        proof, wrong = judge_trades(traded, i)
        proofs += [proof] if proof else []
        said += wrong
        told: tuple[HoldingGrounds, ...] = ()
        if own.rows:
            account, more, found, told = _one(account, read, own, i)
            proofs += more
            said += found
            rolled, wrong = rolled_forward(own.rows, account, i)
            proofs += [rolled] if rolled else []
            said += wrong
        built.append(account)
        grounds.append(told)
    made = figures_of_holdings(portfolio, reads)
    moved = {abs(row.amount) for account in accounts for row in account.transactions}
    said += passed_over(lines, rows, made | moved, mark)
    pairs = [pair for read in reads for pair in read.pairs]
    kept = [found for found in issues if not _answered(found, built, pairs, made)]
    return Held(tuple(built), tuple(proofs), (*kept, *said), tuple(grounds))


def _answered(found: Issue, accounts: Sequence[Account], pairs: Sequence[Pair], made: set[Decimal]) -> bool:
    """Whether an issue says no more than that an account has no movements, which one of holdings alone has not; or that
    a figure is left over on a line that prints one of the holdings too, as lists of what was before and is now do."""
    if found.code is IssueCode.NO_TRANSACTIONS and found.account is not None:
        return bool(accounts[found.account].holdings)
    if found.code is not IssueCode.INCOMPLETE or not any(pair.cell.box == found.bbox for pair in pairs):
        return False
    assert found.bbox
    beside = [
        p
        for p in pairs
        if p.cell.page == found.page and abs(p.cell.box[1] - found.bbox[1]) < 2 and p.cell.box != found.bbox
    ]
    return any(pair.amount.value and pair.amount.value in made for pair in beside)


def _by_account(portfolio: Portfolio, reads: Sequence[Read], places: Sequence[int]) -> list[Tree]:
    """Holdings -> the tree of each account: its tables lie between the lines of the account."""
    if len(reads) == 1:
        return [portfolio.tree]
    starts = [places[read.part.first] if read.part.first < len(places) else 0 for read in reads]
    parted: list[list[Position]] = [[] for _ in reads]
    sums = [one.position for one in portfolio.tree.sums]
    every = sorted((*portfolio.tree.rows, *sums), key=lambda p: p.record.order)
    for position in every:
        before = [i for i, start in enumerate(starts) if start <= position.record.lines[0]]
        parted[before[-1] if before else 0].append(position)
    return [tree(some) for some in parted]


def _one(
    account: Account, read: Read, own: Tree, index: int
) -> tuple[Account, list[Proof], list[Issue], tuple[HoldingGrounds, ...]]:
    """An account, its holdings -> with them, what proves them, what stands against them, the grounds of each."""
    own = replace(own, rows=tuple(exchanged(own.rows, account.currency)))
    beside = list(parts(account, read.pairs))
    totals = list(wholes(read.pairs, read))
    findings = judge_holdings(own, beside, totals, index)
    made = reached(own, beside)
    printed = [amount for whole in totals for amount in whole.amounts if amount in made]
    printed += [one.position.amount for one in own.sums if one.whole and one.position.amount in made]
    issues = [*findings.issues, *doubtful_codes(own.rows, index)]
    ends = (account.opening_balance, account.closing_balance)
    if not account.transactions and None not in ends and ends[0] != ends[1]:
        message = (
            "The opening balance is not the closing one, and no movements were found that lead from one to the other. "
            "If the page shows some, they could not be read."
        )
        issues.append(issue(IssueCode.UNPROVED, "error", message, index))
    account = account.model_copy(
        update={
            "holdings": tuple(holding(row, account.currency) for row in own.rows),
            "portfolio_value": max(printed, default=None),
        }
    )
    return account, list(findings.proofs), issues, holding_grounds(own, beside, totals)


def _with_trades(account: Account, traded: Sequence[tuple[object, object]]) -> Iterator[Transaction]:
    for row, (_, trade) in zip(account.transactions, traded, strict=True):
        yield row if trade is None else row.model_copy(update={"trade": trade})
