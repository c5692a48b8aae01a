"""The holdings of an account against what is printed beside them: products, totals, shares. Proofs and issues."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from extraction.model import Cell
from extraction.reconcile.securities.totals import Sum, Tree
from extraction.reconcile.securities.valued import at_holding, gains, unproved, unreadable, values, weights
from extraction.reconcile.verdict import Findings, issue, money
from schemas.result import Issue, IssueCode, Proof, ProofStatus, blocks

PRECISION = 40
"""Digits in which products are compared: more than any page prints."""


@dataclass(frozen=True, slots=True)
class Part:
    """A sum of money beside the holdings that a total may include, such as cash: its label, amount, place."""

    label: str
    amount: Decimal
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A printed total of a portfolio outside its tables: all figures of its line, the likeliest first."""

    label: str
    amounts: tuple[Decimal, ...]
    cell: Cell


def judge_holdings(tree: Tree, parts: Sequence[Part], wholes: Sequence[Whole], account: int) -> Findings:
    """Rows and their totals, money beside them, totals printed elsewhere, the place of the account -> findings.

    A row is proved where its product holds and a total sums it up; money where a total does.
    """
    with localcontext(prec=PRECISION):
        proofs: list[Proof] = []
        issues: list[Issue] = []
        for proof, wrong in (
            values(tree, account),
            _totals(tree, parts, wholes, account),
            weights(tree, account),
            gains(tree, account),
        ):
            proofs += [proof] if proof else []
            issues += wrong
        issues += unreadable(tree, account)
        if not blocks(issues):
            issues += _unproved(tree, parts, wholes, account)
        return Findings(tuple(proofs), tuple(issues))


def proved_by_wholes(tree: Tree, parts: Sequence[Part], wholes: Sequence[Whole]) -> bool:
    """Whether a total printed outside the tables is that of all rows, alone or with money beside them."""
    return any(amount in reached(tree, parts) for whole in wholes for amount in whole.amounts)


def all_summed(tree: Tree, parts: Sequence[Part], wholes: Sequence[Whole]) -> bool:
    """Whether a total of all rows is printed, in their tables or elsewhere, and is theirs, alone or with money beside
    them; or one of the rows in each of their currencies."""
    own = {i for one in tree.sums if one.currency for i in one.members}
    if own and own == set(range(len(tree.rows))):
        return True
    return proved_by_wholes(tree, parts, wholes) or any(
        one.whole and len(one.members) == len(tree.rows) and one.position.amount in reached(tree, parts)
        for one in tree.sums
    )


def reached(tree: Tree, parts: Sequence[Part]) -> dict[Decimal, str]:
    """Sums that a total of the portfolio may be, and of what."""
    made = {tree.amount: "the holdings"}
    for part in parts:
        made.setdefault(tree.amount + part.amount, f"the holdings and {part.label or 'cash'} {money(part.amount)}")
    accrued = sum(
        (row.others["accrued"].figure.signed for row in tree.rows if "accrued" in row.others), start=Decimal(0)
    )
    if accrued:
        for amount, name in list(made.items()):
            made.setdefault(amount + accrued, f"{name} and accrued interest {money(accrued)}")
    return made


def _totals(
    tree: Tree, parts: Sequence[Part], wholes: Sequence[Whole], account: int
) -> tuple[Proof | None, list[Issue]]:
    """Printed totals, those of the tables and those elsewhere, against the rows."""
    made = reached(tree, parts)
    issues, held = [], 0
    for one in tree.sums:
        if one.holds or (one.whole and one.position.amount in made):
            held += 1
            continue
        issues.append(_wrong_sum(one, account))
    proved = proved_by_wholes(tree, parts, wholes) or any(_is_whole(one, tree) for one in tree.sums)
    reach = {abs(amount) for amount in made} | tree.figures() | {abs(part.amount) for part in parts}
    for whole in wholes:
        if any(abs(amount) in reach for amount in whole.amounts):
            held += 1
            continue
        nearest = min(made, key=lambda amount: abs(amount - whole.amounts[-1]))
        message = (
            f"{whole.label!r} is printed as {money(whole.amounts[-1])}; {made[nearest]} make {money(nearest)}. A "
            f"holding is missing, doubled or misread, or the total is misprinted."
        )
        found = issue(IssueCode.TOTAL_MISMATCH, "error", message, account, whole.cell)
        issues.append(at_holding(found, None, nearest, whole.amounts[-1]))
    count = len(tree.sums) + len(wholes)
    if not count:
        return Proof(
            check="holdings_total", status="not_applicable", detail="no total printed", account=account
        ), issues
    detail = f"{held} of {count} printed totals are those of the holdings; {len(tree.rows)} make {money(tree.amount)}"
    status: ProofStatus = "fails" if issues else "holds" if proved else "not_applicable"
    return Proof(check="holdings_total", status=status, detail=detail, account=account), issues


def _is_whole(one: Sum, tree: Tree) -> bool:
    return len(one.members) == len(tree.rows) and one.holds


def _wrong_sum(one: Sum, account: int) -> Issue:
    value = one.position.value
    label = one.position.record.label.strip() or "The total"
    message = (
        f"{label!r} is printed as {money(one.position.amount)}; the {len(one.members)} rows above make "
        f"{money(one.expected)}. The difference is {money(one.difference)}: a row is missing, doubled or misread, or "
        f"the total is misprinted."
    )
    found = issue(IssueCode.TOTAL_MISMATCH, "error", message, account, value.cell if value else None)
    return at_holding(found, None, one.expected, one.position.amount)


def _unproved(tree: Tree, parts: Sequence[Part], wholes: Sequence[Whole], account: int) -> Iterator[Issue]:
    """Rows that no printed total sums up, or whose quantity and price nothing proves."""
    if not all_summed(tree, parts, wholes):
        open_ = [i for i in range(len(tree.rows)) if i not in tree.covered]
        first = tree.rows[open_[0] if open_ else 0]
        message = (
            f"{len(open_)} of {len(tree.rows)} holdings are summed up by no printed total. Compare them with the page."
            if open_
            else "Each group of holdings has its total, but no total of all is printed: a group may be missing."
        )
        yield at_holding(
            issue(IssueCode.UNPROVED, "error", message, account, first.record.cell), open_[0] if open_ else None
        )
    for i, row in enumerate(tree.rows):
        reason = unproved(row)
        if reason:
            yield at_holding(issue(IssueCode.UNPROVED, "error", reason, account, row.record.cell), i)
