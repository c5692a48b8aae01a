"""Each holding against what is printed beside it: its product, its share, its gain. Proofs and issues."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extraction.reconcile.securities.positions import Position
from extraction.reconcile.securities.product import HALF, Product
from extraction.reconcile.securities.shares import shares
from extraction.reconcile.securities.totals import Tree
from extraction.reconcile.verdict import issue, money
from extraction.tables.securities.holdings import Entry
from extraction.tables.securities.identifiers import broken_isins
from schemas.result import Issue, IssueCode, Proof, ProofStatus

CHANCE = Decimal("0.01")
"""Rows that are exact by chance: less likely than this they are exact because the page rounds nothing."""


def at_holding(
    found: Issue, holding: int | None, expected: Decimal | None = None, printed: Decimal | None = None
) -> Issue:
    update: dict[str, object] = {"holding": holding}
    if expected is not None and printed is not None:
        update |= {"expected": f"{expected:f}", "found": f"{printed:f}", "difference": f"{printed - expected:f}"}
    return found.model_copy(update=update)


def values(tree: Tree, account: int) -> tuple[Proof | None, list[Issue]]:
    """Quantity times price against the value of each row."""
    told = [row for row in tree.rows if row.quantity is not None or row.price is not None]
    held = sum(row.product.holds for row in told)
    issues = []
    inexact = set(_inexact(tree.rows))
    for i, row in enumerate(tree.rows):
        if row.product.outcome != "fails" and i not in inexact:
            continue
        if row.value is None or row.product.expected is None:
            continue
        expected = row.product.expected.quantize(row.value.figure.step)
        how = "all other rows make theirs exactly" if i in inexact else "more than rounding explains"
        message = (
            f"The value printed here is {money(row.amount)}; quantity × price make {money(expected)}: {how}. A "
            f"quantity, price or value is misread or misprinted."
        )
        found = issue(IssueCode.VALUE_MISMATCH, "error", message, account, row.value.cell)
        issues.append(at_holding(found, i, expected, row.amount))
    if not told:
        detail = "no quantities and prices printed"
        return Proof(check="holding_values", status="not_applicable", detail=detail, account=account), issues
    none = sum(row.product.outcome == "not_applicable" for row in told)
    detail = f"{held} of {len(told)} holdings make quantity × price = value" + (
        f"; {none} cannot be compared" if none else ""
    )
    status: ProofStatus = "fails" if issues else "holds" if held else "not_applicable"
    return Proof(check="holding_values", status=status, detail=detail, account=account), issues


def _inexact(rows: Sequence[Position]) -> Iterator[int]:
    """Places of rows that hold only within rounding while all others of their kind are exact, too many to be so by
    chance: the page rounds nothing, and this row is misread."""
    kinds: dict[tuple[int, bool], list[int]] = {}
    for i, row in enumerate(rows):
        if row.product.holds and row.price is not None and row.quantity is not None:
            kind = (row.price.figure.decimals, row.quantity.figure.decimals > 0)
            kinds.setdefault(kind, []).append(i)
    for places in kinds.values():
        exact = [i for i in places if rows[i].product.outcome == "exact"]
        rounded = [i for i in places if rows[i].product.outcome == "rounded"]
        chance = Decimal(1)
        for i in exact:
            chance *= min(Decimal(1), _by_chance(rows[i].product, rows[i]))
        if len(rounded) == 1 and chance < CHANCE:
            yield rounded[0]


def _by_chance(product: Product, row: Position) -> Decimal:
    """How likely a product whose factors are rounded meets the printed value to its last digit."""
    value = row.value or row.local
    assert value is not None
    return HALF * value.figure.step / product.slack if product.slack else Decimal(1)


def weights(tree: Tree, account: int) -> tuple[Proof | None, list[Issue]]:
    """Printed shares of the portfolio against the values."""
    agree, away, total = shares(tree.rows)
    if not agree and not away:
        return None, []
    issues = []
    for i in away if agree else away[:1]:
        row = tree.rows[i]
        share = row.others["weight"]
        message = (
            f"The share printed here is {share.cell.text.strip()}, which is not that of the value {money(row.amount)} "
            f"as the others are: a value or a share is misread or misprinted."
            if agree
            else "The shares printed from here on are of no sum that the values have: values or shares are misread or "
            "misprinted."
        )
        issues.append(at_holding(issue(IssueCode.VALUE_MISMATCH, "error", message, account, share.cell), i))
    detail = f"{len(agree)} of {len(agree) + len(away)} shares are those of the values; together {total:f} %"
    return Proof(check="holding_shares", status="fails" if away else "holds", detail=detail, account=account), issues


def gains(tree: Tree, account: int) -> tuple[Proof | None, list[Issue]]:
    """Value less cost against the printed gain, where most rows keep to it."""
    told = list(gained(tree))
    held = sum(holds for _, holds, _ in told)
    if 2 * held <= len(told) or not told:
        return None, []
    issues = []
    for i, holds, gain in told:
        if not holds:
            row = tree.rows[i]
            expected = row.amount - row.others["cost"].figure.signed
            message = (
                f"The gain printed here is {money(gain.figure.signed)}; value less cost make {money(expected)}. One of "
                f"the three is misread or misprinted."
            )
            found = issue(IssueCode.VALUE_MISMATCH, "error", message, account, gain.cell)
            issues.append(at_holding(found, i, expected, gain.figure.signed))
    detail = f"{held} of {len(told)} printed gains are value less cost"
    return Proof(check="holding_gains", status="fails" if issues else "holds", detail=detail, account=account), issues


def gained(tree: Tree) -> Iterator[tuple[int, bool, Entry]]:
    """Rows with a cost and a gain beside their value -> the place of each, whether they agree, the gain."""
    for i, row in enumerate(tree.rows):
        cost, gain = row.others.get("cost"), row.others.get("gain")
        if row.value and cost and gain and not gain.figure.percent:
            slack = HALF * (row.value.figure.step + cost.figure.step + gain.figure.step)
            yield i, abs(row.amount - cost.figure.signed - gain.figure.signed) < slack, gain


def unreadable(tree: Tree, account: int) -> Iterator[Issue]:
    """Figures that no convention reads, identifiers that do not check, figures that stand in no column of a table."""
    for i, row in enumerate(tree.rows):
        for cell in row.malformed:
            message = f"{cell.text!r} is no figure that can be read; it is left out. Compare it with the page."
            yield at_holding(issue(IssueCode.LOW_CONFIDENCE, "error", message, account, cell), i)
        for cell in (cell for cells in row.record.texts.values() for cell in cells):
            for code in broken_isins(cell.text):
                message = f"{code!r} is no ISIN: its last digit does not check. A character is misread or misprinted."
                yield at_holding(issue(IssueCode.LOW_CONFIDENCE, "error", message, account, cell), i)
        for cell in row.record.stray:
            message = f"{cell.text!r} stands in no column of the table that is understood. Look what it belongs to."
            yield at_holding(issue(IssueCode.INCOMPLETE, "error", message, account, cell), i)
    tables = {id(row.table): row.table for row in tree.rows}
    for table in tables.values():
        if all(table.head.fields.count(name) > 1 for name in ("name", "quantity", "value")):
            message = "Two tables of holdings stand side by side here: those on the right are not read."
            yield issue(IssueCode.INCOMPLETE, "error", message, account, table.records[0].cell)
        for cell in table.strays:
            message = f"{cell.text!r} stands among the holdings and belongs to none of them: one may be missing."
            yield issue(IssueCode.INCOMPLETE, "error", message, account, cell)


def unproved(row: Position) -> str | None:
    """Why nothing proves the figures of a row, None where all are proved."""
    if row.value is None:
        return (
            "No value is printed for this holding, so nothing proves its quantity and price. Compare it with the page."
        )
    if row.product.holds or (row.quantity is None and row.price is None):
        return None
    if row.quantity is not None and row.price is not None:
        return (
            "Quantity × price cannot be compared with the value: they are in different currencies, and no rate of "
            "exchange is told. Compare them with the page."
        )
    only = row.quantity or row.price
    assert only is not None
    if only.figure.value == abs(row.amount) or (row.quantity is None and only.figure.value == 1):  # money
        return None
    return "Only one of quantity and price is printed, so nothing proves it. Compare it with the page."
