"""What an account began and ended with: as printed beside its rows, in its table, or as they make it."""

from decimal import Decimal

from extraction.model import Cell
from extraction.reconcile.outcome import Evidence, Outcome, net


def ends(outcome: Outcome | None, evidence: Evidence, idle: bool) -> dict[str, tuple[Decimal, Cell | None]]:
    """Interpretation, evidence, whether nothing moved -> opening and closing balance, and where they stand: those
    printed that the rows prove, else those of the rows of balances in the table, else as their labels name them."""
    owed = outcome.reading.owed if outcome else evidence.owed[0]
    found: dict[str, tuple[Decimal, Cell | None]] = {}
    proved = {"opening_balance": outcome and outcome.opening, "closing_balance": outcome and outcome.closing}
    own = _in_table(outcome) if outcome else {}
    firm = {"opening_balance": evidence.openings, "closing_balance": evidence.closings}
    for name in ("opening_balance", "closing_balance"):
        named = proved[name] or (None if name in own else next((p for p in firm[name] if p.firm or idle), None))
        if named:
            found[name] = (net(named, owed), named.cell)
        elif name in own:
            found[name] = own[name]
    if outcome and outcome.chain.closing is not None and "closing_balance" not in found and "opening_balance" in found:
        last = outcome.last
        if last and not outcome.chain.breaks:
            found["closing_balance"] = (outcome.chain.closing, last.balance_cell)
    return found


def _in_table(outcome: Outcome) -> dict[str, tuple[Decimal, Cell | None]]:
    """Interpretation -> the opening and the closing balance that the rows of the table print, where nothing contradicts
    them."""
    chain = outcome.chain
    if chain.opening is None or chain.closing is None or chain.breaks:
        return {}
    found: dict[str, tuple[Decimal, Cell | None]] = {}
    first = next(
        (p for p in outcome.postings if p.kind in ("opening", "carried", "closing") and p.balance is not None), None
    )
    if first and not chain.implied and first.kind != "closing":
        found["opening_balance"] = (chain.opening, first.balance_cell)
    last = outcome.last
    if last and last.kind == "closing":
        found["closing_balance"] = (chain.closing, last.balance_cell)
    return found
