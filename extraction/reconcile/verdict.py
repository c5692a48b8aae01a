"""The best interpretation of one account -> proofs, issues and repairs, in the words of an accountant."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extraction.model import Cell
from extraction.reconcile.chain import Break
from extraction.reconcile.figures import figures
from extraction.reconcile.outcome import Evidence, Outcome, Printed, makes_total, net
from extraction.tables.section_words import flow
from extraction.text.normal import plain
from schemas.result import Issue, IssueCode, Proof, ProofStatus, Repair, Severity, blocks


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found out about one account."""

    proofs: tuple[Proof, ...] = ()
    issues: tuple[Issue, ...] = ()
    repairs: tuple[Repair, ...] = ()

    @property
    def blocked(self) -> bool:
        """Whether something holds the account back."""
        return blocks(self.issues)


def judge(outcome: Outcome, evidence: Evidence, account: int, confirmed: bool = False) -> Findings:
    """Interpretation, what else is printed, the account's place from 0, whether a printed summary confirms which rows
    are money in and which are money out -> findings.

    A row is proved where a printed balance before it and one after it differ by just what lies between them.
    """
    made = figures(outcome)
    proofs = [_running(outcome, account), _closing(outcome, evidence, account)]
    repairs = tuple(_misprints(outcome, account))
    issues = [*_breaks(outcome, account), *_ends(outcome, evidence, account), *_repaired(repairs, account)]
    issues += [*_contrary(outcome, account), *_beyond(outcome, account)]
    for name, sign, printed in (("total_credits", 1, evidence.credits), ("total_debits", -1, evidence.debits)):
        proof, wrong = _total(outcome, made, name, sign, printed, account)
        proofs.append(proof)
        issues += [wrong] if wrong else []
    if outcome.rivals:
        issues.append(_ambiguous(outcome, account))
    elif not confirmed:
        issues += _against_texts(outcome, account)
    if not (outcome.complete or _totalled(outcome, evidence) or blocks(issues)):
        issues.append(_unproved(outcome, account))
    return Findings(tuple(proofs), tuple(issues), repairs)


def issue(
    code: IssueCode, severity: Severity, message: str, account: int, cell: Cell | None = None, row: int | None = None
) -> Issue:
    """An issue about an account, at a printed place where there is one."""
    page, box = (cell.page, cell.box) if cell else (None, None)
    return Issue(code=code, severity=severity, message=message, page=page, bbox=box, account=account, row=row)


def money(value: Decimal) -> str:
    """Amount -> text with grouped thousands.

    >>> money(Decimal("-1234.5"))
    '-1,234.50'
    """
    return f"{value:,.2f}" if int(value.as_tuple().exponent) >= -2 else f"{value:,f}"


def places(outcome: Outcome) -> dict[int, int]:
    """Place of a posting -> place of its row among the account's rows, both from 0, in printed order."""
    printed = sorted(outcome.rows, key=lambda pair: pair[1].row.order)
    return {index: number for number, (index, _) in enumerate(printed)}


def _running(outcome: Outcome, account: int) -> Proof:
    chain, rows = outcome.chain, len(outcome.rows)
    seen = chain.held + len(chain.breaks) + len(chain.misprints)
    if not seen:
        return Proof(check="running_balance", status="not_applicable", detail="no running balance", account=account)
    proved = len(chain.proved & {i for i, _ in outcome.rows})
    detail = f"{chain.held} of {seen} printed balances follow; they prove {proved} of {rows} rows"
    if chain.misprints:
        detail += f"; {len(chain.misprints)} misprinted"
    if unmarked := sum(p.unmarked for p in outcome.postings):
        detail += f"; {unmarked} below zero, which no sign on the page says"
    return Proof(check="running_balance", status="fails" if chain.breaks else "holds", detail=detail, account=account)


def _closing(outcome: Outcome, evidence: Evidence, account: int) -> Proof:
    chain = outcome.chain
    total = sum((p.amount for _, p in outcome.rows if p.amount is not None), start=Decimal(0))
    status: ProofStatus = "not_applicable"
    detail = "no opening or no closing balance printed"
    if outcome.closing is not None and chain.opening is not None:
        end = net(outcome.closing, outcome.reading.owed)
        holds = chain.opening + total == end
        status = "holds" if holds else "fails"
        detail = f"opening {money(chain.opening)} + {len(outcome.rows)} rows {money(total)} = closing {money(end)}"
        if not holds:
            detail = detail.replace(" = ", " ≠ ")
    elif evidence.closings and chain.closing is not None and any(c.firm for c in evidence.closings):
        status = "fails"
        detail = f"the rows lead to {money(chain.closing)}, which is not the printed closing balance"
    return Proof(check="closing_balance", status=status, detail=detail, account=account)


def _breaks(outcome: Outcome, account: int) -> Iterator[Issue]:
    place = places(outcome)
    for broken in outcome.chain.breaks:
        posting = outcome.postings[broken.index]
        message = (
            f"The balance printed here is {money(broken.found)}; the balance before and the amounts since make "
            f"{money(broken.expected)}. The difference is {money(broken.difference)}: an amount is misread or "
            f"misprinted, or a row is missing."
        )
        found = issue(
            IssueCode.BALANCE_MISMATCH, "error", message, account, posting.balance_cell, place.get(broken.index)
        )
        yield _with_figures(found, broken.expected, broken.found)


def _contrary(outcome: Outcome, account: int) -> Iterator[Issue]:
    """An issue for each row whose amount prints the other sign than its column: one of the two is wrong."""
    place = places(outcome)
    for index, p in outcome.rows:
        if p.contrary and p.amount is not None:
            side, other = ("in", "out") if p.amount > 0 else ("out", "in")
            message = (
                f"The amount printed here has the sign of money {other}; its column, and what it has to tie out with, "
                f"say money {side}. Look which of them is right."
            )
            yield issue(IssueCode.SIGN_MISMATCH, "error", message, account, p.amount_cell, place[index])


def _beyond(outcome: Outcome, account: int) -> Iterator[Issue]:
    """An issue where the rows below the closing balance cancel each other out, and no balance follows: the closing
    balance proves them no more than it does those that are yet to be booked."""
    ends = [p.row.order for p in outcome.postings if p.kind == "closing" and p.balance is not None]
    last = max((p.row.order for p in outcome.postings if p.balance is not None), default=None)
    if not ends or last != max(ends) or min(p.row.order for _, p in outcome.rows) > last:
        return
    below = [(i, p) for i, p in outcome.rows if p.row.order > last]
    if below and sum((p.amount or Decimal(0) for _, p in below), start=Decimal(0)) == 0:
        index, posting = below[0]
        message = (
            f"{len(below)} rows, the first of them here, stand below the closing balance and cancel each other out: "
            f"nothing printed proves that they are booked."
        )
        yield issue(IssueCode.UNPROVED, "error", message, account, posting.row.cell, places(outcome)[index])


def _with_figures(found: Issue, expected: Decimal, printed: Decimal) -> Issue:
    return found.model_copy(
        update={"expected": f"{expected:f}", "found": f"{printed:f}", "difference": f"{printed - expected:f}"}
    )


def _ends(outcome: Outcome, evidence: Evidence, account: int) -> Iterator[Issue]:
    """Printed opening and closing balances that the rows contradict."""
    chain, owed = outcome.chain, outcome.reading.owed
    firm_openings = [o for o in evidence.openings if o.firm]
    told = next((p.kind for p in outcome.postings if p.balance is not None), "")
    unopened = chain.implied or told == "note"  # begun with a line that is called nothing
    if chain.opening is not None and firm_openings and outcome.opening is None and unopened:
        first = firm_openings[0]
        printed = net(first, owed)
        if all(net(o, owed) != chain.opening for o in firm_openings):
            message = (
                f"The opening balance is printed as {money(printed)}; the first running balance less the amounts "
                f"before it makes {money(chain.opening)}. A row is missing or misread before it."
            )
            found = issue(IssueCode.BALANCE_MISMATCH, "error", message, account, first.cell)
            yield _with_figures(found, chain.opening, printed)
    firm_closings = [c for c in evidence.closings if c.firm]
    reached = chain.closing
    if outcome.closing is None and firm_closings and reached is not None:
        nearest = min(firm_closings, key=lambda c: abs(net(c, owed) - reached))
        printed = net(nearest, owed)
        if printed == reached:
            message = "The closing balance follows from the rows, but nothing printed says what they began with."
            yield issue(IssueCode.UNPROVED, "error", message, account, nearest.cell)
            return
        message = (
            f"The closing balance is printed as {money(printed)}; opening balance and rows make "
            f"{money(reached)}. The difference is {money(printed - reached)}: a row is missing, "
            f"doubled or misread, or the statement does not add up."
        )
        found = issue(IssueCode.CLOSING_MISMATCH, "error", message, account, nearest.cell)
        yield _with_figures(found, reached, printed)


def _total(
    outcome: Outcome, made: set[Decimal], name: str, sign: int, printed: Sequence[Printed], account: int
) -> tuple[Proof, Issue | None]:
    """A printed total of money in or out against the rows."""
    amounts = [p.amount for _, p in outcome.rows if p.amount is not None and p.amount * sign > 0]
    total = abs(sum(amounts, start=Decimal(0)))
    if not printed:
        return Proof(check=name, status="not_applicable", detail="not printed", account=account), None
    word = "in" if sign > 0 else "out"
    if any(p.amount.value == total for p in printed):
        detail = f"{len(amounts)} rows of money {word} make the printed {money(total)}"
        return Proof(check=name, status="holds", detail=detail, account=account), None
    if len(printed) > 1 and sum(p.amount.value for p in printed) == total:
        detail = f"{len(amounts)} rows of money {word} make {money(total)}, the sum of {len(printed)} printed totals"
        return Proof(check=name, status="holds", detail=detail, account=account), None
    if all(p.amount.value in made for p in printed):
        detail = f"{money(printed[0].amount.value)} as printed, of a section or a page"
        return Proof(check=name, status="holds", detail=detail, account=account), None
    nearest = min(printed, key=lambda p: abs(p.amount.value - total))
    said = nearest.amount.value
    detail = f"{len(amounts)} rows of money {word} make {money(total)}, not the printed {money(said)}"
    found = issue(
        IssueCode.TOTAL_MISMATCH,
        "error",
        f"The total of money {word} is printed as {money(said)}; the rows make {money(total)}. A row is missing, "
        f"doubled or on the wrong side, or the total is misprinted.",
        account,
        nearest.cell,
    )
    return Proof(check=name, status="fails", detail=detail, account=account), _with_figures(found, total, said)


def _totalled(outcome: Outcome, evidence: Evidence) -> bool:
    """Whether the rows of a card that prints no balance at all, as one whose purchases are debited at the end of the
    month, make the printed totals of each side that they have, or their total."""
    amounts = [p.amount for _, p in outcome.rows]
    if (
        not any(evidence.owed)
        or outcome.rivals
        or evidence.openings
        or evidence.closings
        or outcome.last
        or len(amounts) < 2
        or None in amounts
    ):
        return False
    sides = [
        (evidence.credits, [a for a in amounts if a and a > 0]),
        (evidence.debits, [a for a in amounts if a and a < 0]),
    ]
    made = all(not own or abs(sum(own)) in {p.amount.value for p in printed} for printed, own in sides)
    return made or makes_total(outcome, evidence)


def _ambiguous(outcome: Outcome, account: int) -> Issue:
    count = len(outcome.rivals) + 1
    message = (
        f"The page can be read in {count} ways that its balances prove equally well, with different rows. "
        f"Look which amounts are money in and which are money out."
    )
    cell = outcome.rows[0][1].row.cell if outcome.rows else None
    return issue(IssueCode.AMBIGUOUS, "error", message, account, cell)


def _against_texts(outcome: Outcome, account: int) -> Iterator[Issue]:
    """An issue where the texts of the rows say the other side than their signs: balances prove mirrored rows as well,
    those of a card that was taken for a bank account."""
    said = [
        (flow(plain(p.row.description)) * (1 if p.amount > 0 else -1), p)
        for _, p in outcome.rows
        if p.amount and p.sign_from in ("sign", "balance")
    ]
    against = [posting for speaks, posting in said if speaks < 0]
    if len(against) > 1 and 2 * sum(speaks > 0 for speaks, _ in said) < len(against):
        message = (
            f"The texts of {len(against)} rows, the first of them here, say the other side than their amounts: money "
            f"in for money out. Look whether the amounts are what the holder owes."
        )
        yield issue(IssueCode.AMBIGUOUS, "error", message, account, against[0].row.cell)


def _unproved(outcome: Outcome, account: int) -> Issue:
    missing = []
    if outcome.chain.opening is None or outcome.chain.implied:
        missing.append("an opening balance")
    if outcome.closing is None:
        missing.append("a closing balance")
    open_rows = outcome.unproved
    place = places(outcome)
    first = outcome.postings[open_rows[0]] if open_rows else None
    count = len(open_rows)
    message = (
        f"{count} of {len(outcome.rows)} rows {'is' if count == 1 else 'are'} not proved by anything printed: "
        f"{' and '.join(missing) or 'a balance that follows from them'} would be needed. Compare them with the page."
    )
    cell = first.row.cell if first else None
    return issue(IssueCode.UNPROVED, "error", message, account, cell, place.get(open_rows[0]) if open_rows else None)


def _misprints(outcome: Outcome, account: int) -> Iterator[Repair]:
    place = places(outcome)
    for wrong in outcome.chain.misprints:
        cell = outcome.postings[wrong.index].balance_cell
        if cell is None or wrong.index not in place:
            continue
        yield _repair(wrong, cell, account, place[wrong.index])


def _repaired(repairs: Iterable[Repair], account: int) -> Iterator[Issue]:
    """Said for the record: where a printed balance was passed over."""
    for repair in repairs:
        place = repair.provenance
        yield Issue(
            code=IssueCode.MISPRINT_REPAIRED,
            severity="info",
            message=f"The balance {repair.printed} is misprinted; the rows make {repair.repaired}. {repair.reason}",
            page=place.page,
            bbox=place.bbox,
            account=account,
            row=repair.row,
            expected=repair.repaired,
            found=repair.printed,
        )


def _repair(wrong: Break, cell: Cell, account: int, row: int) -> Repair:
    return Repair(
        account=account,
        row=row,
        field="balance",
        printed=cell.text,
        repaired=f"{wrong.expected:f}",
        reason="The balances before and after it agree with all amounts between them; this one contradicts both.",
        provenance=cell.provenance,
    )
