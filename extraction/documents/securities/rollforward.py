"""Holdings at two days and the trades between: whether quantities before, bought and sold, make those after."""

from collections.abc import Sequence
from decimal import Decimal

from extraction.documents.securities.naming import name_of, named
from extraction.reconcile.securities.positions import Position
from extraction.reconcile.verdict import issue
from extraction.text.normal import plain
from schemas.result import Issue, IssueCode, Proof
from schemas.statement import Account, Trade


def rolled_forward(rows: Sequence[Position], account: Account, index: int) -> tuple[Proof | None, list[Issue]]:
    """Positions of an account, the account with its trades, its place -> proof, and an issue at each position whose
    trades do not lead from the one quantity to the other. None where the page prints no quantity before."""
    traded = [row.trade for row in account.transactions if row.trade and row.trade.action in ("buy", "sell")]
    told = [(i, row) for i, row in enumerate(rows) if "earlier_quantity" in row.others and row.quantity is not None]
    if not told:
        return None, []
    issues = []
    for i, row in told:
        assert row.quantity is not None
        own = [trade for trade in traded if _same(trade, row)]
        before, after = row.others["earlier_quantity"].figure.signed, row.quantity.figure.signed
        moved = sum((_moved(trade) for trade in own), start=Decimal(0))
        if before + moved == after:
            continue
        message = (
            f"The quantity before is {before:f}; {len(own)} trades make {before + moved:f}, and {after:f} is printed. "
            f"A trade is missing or misread, or a quantity is."
        )
        found = issue(IssueCode.POSITION_MISMATCH, "error", message, index, row.quantity.cell)
        issues.append(
            found.model_copy(
                update={
                    "holding": i, "expected": f"{before + moved:f}", "found": f"{after:f}",
                    "difference": f"{after - before - moved:f}",
                }
            )
        )  # fmt: skip
    held = len(told) - len(issues)
    detail = f"{held} of {len(told)} quantities follow from those before and the trades between"
    return Proof(check="positions", status="fails" if issues else "holds", detail=detail, account=index), issues


def _moved(trade: Trade) -> Decimal:
    quantity = trade.quantity or Decimal(0)
    return quantity if trade.action == "buy" else -quantity


def _same(trade: Trade, row: Position) -> bool:
    """Whether a trade is of the security of a position: by an identifier, else by the beginning of the name."""
    names = {one.text for one in named(row.record, row.table)}
    if trade.identifier and names:
        return trade.identifier in names
    told, name = plain(trade.security or ""), plain(name_of(row.record, row.table))
    return bool(told) and bool(name) and (told.startswith(name) or name.startswith(told))
