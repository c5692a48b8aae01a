"""An account as it was read -> what its header fields prove, and what stands against them.

A check that fails is certain: the page contradicts itself, or a digit is misread. What cannot be certain is not
applicable. Numbers and terms prove no row: where they fail, it is said as a warning, and holds a document back only
where they were read by recognition, which may have misread them.
"""

from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, Decimal

from extraction.documents.calendar import EARLY, LATE
from extraction.documents.heads import labels
from extraction.documents.heads.facts import CARDS, Told, labelled
from extraction.documents.heads.fields import totals
from extraction.documents.heads.identifiers import NAMES, Identifier, bare, identifiers
from extraction.documents.heads.labels import label
from extraction.documents.named_days import statement_dates
from extraction.reconcile.ledger import Posting
from extraction.reconcile.verdict import Findings, issue, money
from extraction.tables.pairs import Pair
from extraction.tables.section_words import is_charge
from extraction.text.lines import Line
from extraction.text.mask import masked_number
from extraction.text.normal import plain
from schemas.provenance import Provenance
from schemas.result import Issue, IssueCode, Proof, ProofStatus, Severity
from schemas.statement import Account

Found = tuple[Proof, Issue | None]
NUMBERS = frozenset(NAMES) | {"account_number"}
TERMS = frozenset({"dates_in_period", "statement_date", "payment_due_date", "minimum_payment", "available_credit"})
SURE = 0.9
"""A number read off a picture with less confidence than this may be misread; else it is misprinted."""
ASIDE: frozenset[str] = NUMBERS | TERMS
"""Checks that say nothing of amounts: the severity of their issue decides, not that they fail."""


def header(told: Told, account: Account, position: int) -> Findings:
    """What a document says, the account that was made of it, its place from 0 -> proofs and issues of its header."""
    found = [
        *_numbers(told, account, position),
        *_period(account, told, position),
        *_totals(told, account, position),
        *_counts(account, position),
        *_sections(told, account, position),
        *_terms(told, account, position),
    ]
    return Findings(tuple(proof for proof, _ in found), tuple(wrong for _, wrong in found if wrong))


def _numbers(told: Told, account: Account, position: int) -> Iterator[Found]:
    known = identifiers(_outside(told), told.part.number, account.currency == "USD")
    card = told.kind == "credit_card_statement"
    own = bare(account.account_number or "")
    for one in known:
        right = None if one.scheme == "card_number" and not card and not one.right else one.right
        check = "account_number" if bare(one.cell.text) == own else one.scheme
        yield _number(one, check, right, position)
    if own and all(bare(one.cell.text) != own for one in known):
        detail = f"no check digits are known of {masked_number(account.account_number)}"
        yield _proof("account_number", "not_applicable", detail, position), None


def _number(one: Identifier, check: str, right: bool | None, position: int) -> Found:
    """A number -> its proof, which is the account number's where it is that."""
    name, shown = NAMES[one.scheme], masked_number(one.cell.text)
    if right is None:
        return _proof(check, "not_applicable", f"the {name} {shown} has no check digits", position), None
    if right:
        return _proof(check, "holds", f"the check digits of the {name} {shown} are right", position), None
    detail = f"the check digits of the {name} {shown} are wrong"
    message = f"The check digits of the {name} {shown} are wrong: a digit is misread or misprinted. Compare it."
    doubted = one.cell.confidence is not None and one.cell.confidence < SURE
    severity: Severity = "error" if doubted else "warning"
    wrong = issue(IssueCode.CHECK_DIGITS_WRONG, severity, message, position, one.cell)
    return _proof(check, "fails", detail, position), wrong


def _outside(told: Told) -> list[Line]:
    """Lines of the account but those from the first dated row of a page to the last: rows tell numbers of others."""
    reach: dict[int, tuple[float, float]] = {}
    for row in (row for table in told.part.tables for row in table.rows if row.posted):
        top, bottom = reach.get(row.page, (row.cell.box[1], row.cell.box[3]))
        reach[row.page] = (min(top, row.cell.box[1]), max(bottom, row.cell.box[3]))
    own = told.lines[told.part.first : told.part.last]
    far = (float("inf"), float("-inf"))
    return [line for line in own if not reach.get(line.page, far)[0] <= line.middle <= reach.get(line.page, far)[1]]


def _period(account: Account, told: Told, position: int) -> Iterator[Found]:
    """Days of the rows and of the statement against the period; a row that lies far outside has an issue of its own."""
    start, end = account.period_start, account.period_end
    days = [row.date for row in account.transactions if row.date]
    if days and start and end:
        early = EARLY if told.kind == "credit_card_statement" else LATE
        inside = sum(start <= day <= end for day in days)
        holds = all(start - early <= day <= end + LATE for day in days)
        detail = f"{inside} of {len(days)} rows lie within {start} to {end}"
        detail += ", the others by less than it takes to post a row" if holds and inside < len(days) else ""
        yield _proof("dates_in_period", "holds" if holds else "fails", detail, position), None
    if account.statement_date and start:
        yield _proof("statement_date", "holds", f"{account.statement_date} is not before {start}", position), None
    elif start and (dated := statement_dates(told.lines, told.days)):
        day, cell = max(dated, key=lambda one: one[0])
        if day < start:
            detail = f"{day} lies before the first day of the period, {start}"
            message = f"The statement is dated before its period begins: {detail}."
            yield _against("statement_date", message, detail, position, cell.provenance)


def _totals(told: Told, account: Account, position: int) -> Iterator[Found]:
    """Totals in the table's own line of totals, which are read only where the rows make them; those that are printed
    under a label are proved with the rows."""
    for side, labelled_ in zip(("credits", "debits"), totals(told.pairs), strict=True):
        total: Decimal | None = getattr(account, f"total_{side}")
        if total is not None and not labelled_ and told.kind != "credit_card_statement":
            detail = f"the rows make {money(total)}, as their table says"
            yield _proof(f"total_{side}", "holds", detail, position), None


def _counts(account: Account, position: int) -> Iterator[Found]:
    """Printed numbers of movements against the rows of their side. Rows of zero may be counted or not; where the total
    beside it is of other rows, the number is too."""
    for side, sign in (("credits", 1), ("debits", -1)):
        count: int | None = getattr(account, f"count_{side}")
        if count is None:
            continue
        amounts = [row.amount for row in account.transactions if row.amount * sign > 0]
        empty = sum(not row.amount for row in account.transactions)
        total: Decimal | None = getattr(account, f"total_{side}")
        word = "in" if sign > 0 else "out"
        detail = f"{_rows(len(amounts))} of money {word}, {count} printed"
        if len(amounts) <= count <= len(amounts) + empty:
            yield _proof(f"count_{side}", "holds", detail, position), None
        elif total != abs(sum(amounts, start=Decimal(0))) or 1900 < count < 2100:  # of other rows; a year
            yield _proof(f"count_{side}", "not_applicable", f"{detail}, of other rows", position), None
        else:
            message = (
                f"The number of movements {word} is printed as {count}, and their total is that of the rows; but there "
                f"are {len(amounts)} of them. A row is split, or several are one."
            )
            wrong = _issue(IssueCode.TOTAL_MISMATCH, "error", message, position, account.fields.get(f"count_{side}"))
            told = {"expected": str(len(amounts)), "found": str(count), "difference": str(count - len(amounts))}
            yield _proof(f"count_{side}", "fails", detail, position), wrong.model_copy(update=told)


def _sections(told: Told, account: Account, position: int) -> Iterator[Found]:
    """Fees and interest against the rows of the section that is headed so. The total at the end of the section is of
    these rows; another figure may be of more."""
    if told.outcome is None:
        return
    rows = sorted((p for _, p in told.outcome.rows), key=lambda p: p.row.order)
    for name, known in (("fees", labels.FEES), ("interest", labels.INTEREST | labels.INTEREST_CHARGED)):
        printed: Decimal | None = getattr(account, name)
        own = [p for p in rows if label(p.row.section) in known and p.amount is not None]
        end = _at_the_end(told, own[-1], rows, known) if own else None
        shown = end.amount.value if end else printed
        if shown is None or not own:
            continue
        total, last = _sum(own), _sum(_run(own, rows))  # a section may stand under each cardholder
        charged = _sum([p for p in rows if p in own or _is_charge(p)])  # "including fees listed above"
        detail = f"{_rows(len(own))} of the section: {money(total)}; printed are {money(abs(shown))}"
        if end and shown not in (total, last, charged):
            message = (
                f"The total of {name} is printed as {money(shown)}; the rows of its section make {money(total)}. A row "
                f"is missing, doubled or misread, or the total is misprinted."
            )
            wrong = issue(IssueCode.TOTAL_MISMATCH, "error", message, position, end.cell)
            figures = {"expected": f"{total:f}", "found": f"{shown:f}", "difference": f"{shown - total:f}"}
            yield _proof(name, "fails", detail, position), wrong.model_copy(update=figures)
        elif printed is not None and abs(printed) == total:
            yield _proof(name, "holds", detail, position), None
        else:
            yield _proof(name, "not_applicable", f"{detail}, of more than this section", position), None


def _is_charge(posting: Posting) -> bool:
    """Whether a row below the heading of no charges is one."""
    return is_charge(plain(posting.row.description)) and not is_charge(plain(posting.row.section))


def _sum(rows: Sequence[Posting]) -> Decimal:
    return abs(sum((p.amount or Decimal(0) for p in rows), start=Decimal(0)))


def _run(own: Sequence[Posting], rows: Sequence[Posting]) -> list[Posting]:
    """Rows of sections, all rows in printed order -> those of the last section, which no other row parts."""
    at = rows.index(own[-1])
    first = next((i + 1 for i in range(at, -1, -1) if rows[i].row.section != own[-1].row.section), 0)
    return list(rows[first : at + 1])


def _at_the_end(told: Told, last: Posting, rows: Sequence[Posting], known: frozenset[str]) -> Pair | None:
    """The last row of a section -> the total printed below it, before the next row; None where there is none."""
    under = [p.row.cell.box[1] for p in rows if p.row.order > last.row.order and p.row.page == last.row.page]
    stop = min(under, default=float("inf"))
    found = [
        pair
        for pair in labelled(told, told.pairs, known)
        if pair.cell.page == last.row.page and last.row.cell.box[3] - 1 < pair.cell.box[1] < stop
    ]
    return found[0] if len({pair.amount.value for pair in found}) == 1 else None


def _terms(told: Told, account: Account, position: int) -> Iterator[Found]:
    """Terms of a card against its dates and its balance."""
    if told.kind not in CARDS:
        return
    due, end = account.payment_due_date, account.statement_date or account.period_end
    if due and end and told.kind == "credit_card_statement":
        if due >= end:
            yield _proof("payment_due_date", "holds", f"{due} is not before {end}", position), None
        else:
            detail = f"{due} lies before the end of the statement, {end}"
            message = f"The payment is due before the statement ends: {detail}."
            yield _against("payment_due_date", message, detail, position, account.fields.get("payment_due_date"))
    if account.closing_balance is None:
        return
    owed = max(-account.closing_balance, Decimal(0))
    least = account.minimum_payment
    if least is not None and least <= owed:
        yield _proof("minimum_payment", "holds", f"{money(least)} of {money(owed)} owed", position), None
    elif least is not None:
        detail = f"{money(least)} is more than the {money(owed)} owed"
        message = f"The least payment is more than the debt: {detail}."
        yield _against("minimum_payment", message, detail, position, account.fields.get("minimum_payment"))
    limit, free = account.credit_limit, account.available_credit
    if limit is not None and free is not None:
        left = max(limit - owed, Decimal(0))
        holds = free in (left, left.quantize(Decimal(1), ROUND_DOWN))
        detail = f"limit {money(limit)} less {money(owed)} owed leaves {money(left)}, printed are {money(free)}"
        yield _proof("available_credit", "holds" if holds else "not_applicable", detail, position), None


def _rows(count: int) -> str:
    return f"{count} row{'' if count == 1 else 's'}"


def _proof(check: str, status: ProofStatus, detail: str, position: int) -> Proof:
    return Proof(check=check, status=status, detail=detail, account=position)


def _against(check: str, told: str, detail: str, position: int, place: Provenance | None) -> Found:
    """A field that its neighbours contradict."""
    severity: Severity = "error" if place and place.method == "ocr" else "warning"
    message = f"{told} One of them is misread or misprinted. Compare them."
    wrong = _issue(IssueCode.FIELD_MISMATCH, severity, message, position, place)
    return _proof(check, "fails", detail, position), wrong


def _issue(code: IssueCode, severity: Severity, message: str, position: int, place: Provenance | None) -> Issue:
    page, box = (place.page, place.bbox) if place else (None, None)
    return Issue(code=code, severity=severity, message=message, page=page, bbox=box, account=position)
