"""The summary of a statement (opening balance, money in, money out, closing balance) against its rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extraction.geometry import cluster
from extraction.reconcile.figures import figures
from extraction.reconcile.outcome import Outcome
from extraction.reconcile.verdict import issue, money
from extraction.tables.pairs import Pair
from extraction.tables.section_words import section_sign
from extraction.tables.vocabulary import balance_kind, is_total
from extraction.text.normal import APR, plain
from schemas.result import Issue, IssueCode, Proof

_IN = re.compile(
    r"\b(?:payments?|credits?|refunds?|returns?|rebates?|zahlung\w*|gutschrift\w*|paiements?|remboursements?|pagos?|abonos?|pagament[oi]|"
    r"accredit[oi]|betaling\w*|bijschrijving\w*|creditos?|reembolsos?)\b"
)
_OUT = re.compile(
    r"\b(?:purchases?|cash advances?|advances?|balance transfers?|transfers?|fees?|charges?|interest|finance|debits?|other(?! (?:credits?|refunds?|returns?|payments?)\b)|"
    r"karten(?:umsatze|kaufe)|umsatze|kaufe|entgelte?|gebuhr\w*|zinsen|achats?|frais|interets?|avances?|compras?|comision\w*|interes\w*|"
    r"anticipos?|acquist[oi]|commission[ei]|spese|interess[ei]|despesas|gastos|depenses|aankopen|kosten|rente|comiss(?:ao|oes)|juros|encargos)\b"
)
_NEITHER = re.compile(rf"\b(?:minimum|limit|credit line|available|past due|year|20\d\d|due date|rate|{APR})\b")
MOST = 12
ALIGNED = 2.5
"""Amounts of one column end within so many points of each other."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Printed sums of money in and out, absolute values, and the pairs they come from."""

    rising: Decimal
    falling: Decimal
    pairs: tuple[Pair, ...]

    def holds(self, outcome: Outcome) -> bool:
        """Whether they are those of the rows, or differ by what is counted on the other side: purchases less refunds
        beside payments that the rows make."""
        rising, falling = _sums(outcome)
        if (self.rising, self.falling) == (rising, falling):
            return True
        return (
            self.rising - self.falling == rising - falling and self.rising < rising and self.rising in figures(outcome)
        )


def card_summary(outcome: Outcome, pairs: Sequence[Pair], account: int) -> tuple[Proof, Issue | None]:
    """Interpretation of a card, the labelled amounts of its account -> proof, and an issue where it fails."""
    found, near = _two_sided(pairs), _two_sided(_near(pairs))
    name = "card_summary"
    rising, falling = _sums(outcome)
    if any(s.holds(outcome) for s in (*found, *near)):
        detail = f"payments and credits {money(rising)}, purchases, fees and interest {money(falling)} as printed"
        return Proof(check=name, status="holds", detail=detail, account=account), None
    if not found:
        return Proof(check=name, status="not_applicable", detail="not printed", account=account), None
    first = found[0]
    detail = (
        f"the rows make payments and credits of {money(rising)} and purchases, fees and interest of {money(falling)}; "
        f"printed are {money(first.rising)} and {money(first.falling)}"
    )
    told = f"The summary does not agree: {detail}. A row is missing, doubled or on the wrong side."
    wrong = issue(IssueCode.TOTAL_MISMATCH, "error", told, account, first.pairs[0].cell)
    return Proof(check=name, status="fails", detail=detail, account=account), wrong


def told_by_summary(outcome: Outcome, pairs: Sequence[Pair]) -> Outcome:
    """Interpretation of a card, the labelled amounts of its account -> the only one, of it and its rivals, whose rows
    make the payments and purchases that a summary prints; the same where none or several do, or not all are known."""
    return outcome.alone(lambda one: card_summary(one, pairs, 0)[0].status == "holds")


def _two_sided(pairs: Sequence[Pair]) -> list[Summary]:
    return [found for found in summaries(pairs, True) if len({side(pair, True) for pair in found.pairs}) == 2]


def components(outcome: Outcome, pairs: Sequence[Pair], card: bool) -> set[Decimal]:
    """The parts of every printed summary whose money in and money out are those of the rows, absolute values; of one
    that has only their net sum, such as gross payments and fees, the parts that the rows make which are called so."""
    rising, falling = _sums(outcome)
    found: set[Decimal] = set()
    for told in (*summaries(pairs, card), *summaries(_near(pairs), card)):
        if told.holds(outcome):
            found.update(p.amount.value for p in told.pairs)
        elif told.rising - told.falling == rising - falling:
            found.update(p.amount.value for p in told.pairs if _called(p, outcome) == p.amount.value)
    return found


def _called(pair: Pair, outcome: Outcome) -> Decimal:
    """The sum of the rows whose texts say the words of a label, absolute value."""
    said = _stems(_label(pair))
    amounts = [p.amount for _, p in outcome.rows if p.amount and said and said <= _stems(plain(p.row.description))]
    return abs(sum(amounts, start=Decimal(0)))


def _stems(text: str) -> set[str]:
    """Plain text -> its words without the "s" of the plural."""
    return {word.removesuffix("s") for word in text.split()}


def _sums(outcome: Outcome) -> tuple[Decimal, Decimal]:
    """Money in and money out of the rows, absolute values."""
    amounts = [p.amount for _, p in outcome.rows if p.amount is not None]
    rising = sum((a for a in amounts if a > 0), start=Decimal(0))
    return rising, sum((-a for a in amounts if a < 0), start=Decimal(0))


def summaries(pairs: Sequence[Pair], card: bool) -> Iterator[Summary]:
    """Labelled amounts -> each run from a previous balance to a new one whose parts between are all understood, in the
    order of reading and down each column of amounts."""
    yield from _runs(pairs, card)
    for page in dict.fromkeys(pair.cell.page for pair in pairs):
        own = [pair for pair in pairs if pair.cell.page == page]
        for column in cluster(own, lambda pair: pair.cell.box[2], ALIGNED):
            if len(column) < len(pairs):
                yield from _runs(sorted(column, key=lambda pair: pair.cell.box[1]), card)


def _near(pairs: Sequence[Pair]) -> list[Pair]:
    """Labelled amounts -> the same, labelled by the nearest text left of them alone."""
    return [replace(pair, left=pair.near) for pair in pairs]


def _runs(pairs: Sequence[Pair], card: bool) -> Iterator[Summary]:
    for start, pair in enumerate(pairs):
        if balance_kind(_label(pair)) != "opening":
            continue
        inner: list[Pair] = []
        for other in pairs[start + 1 : start + 1 + MOST]:
            kind = balance_kind(_label(other))
            if (kind == "closing" or "total balance" in _label(other)) and other.cell.page == pair.cell.page:
                if inner:
                    told = Summary(_total(inner, 1, card), _total(inner, -1, card), tuple(inner))
                    yield (_by_operators(pair, inner, other) if card else None) or told
                break
            if kind or side(other, card) == 0:
                break
            if not (is_total(_label(other)) and other.amount.value == _total(inner, side(other, card), card)):
                inner.append(other)  # "Total charges" below its parts is none


def _by_operators(first: Pair, inner: Sequence[Pair], last: Pair) -> Summary | None:
    """The parts of a debt as the signs beside them say it, where all have one and they lead from the first to the last
    balance: "Payments - 50.00, Dishonoured payments + 20.00"; none where they are the signs of the holder, which lead
    there as well: what is owed is below zero, and the names of all parts tell the sides that their signs do."""
    signs = [pair.amount.mark or pair.left[-1:].replace("–", "-").replace("−", "-") for pair in inner]
    if not all(sign in ("+", "-") for sign in signs):
        return None
    told = all(side(pair, True) == (1 if sign == "+" else -1) for pair, sign in zip(inner, signs, strict=True))
    if told and len(set(signs)) > 1 and any(one.amount.mark == "-" for one in (first, last)):
        return None
    values = [pair.amount.value for pair in inner]
    rising, falling = (sum((v for v, s in zip(values, signs, strict=True) if s == sign), Decimal(0)) for sign in "-+")
    before, after = (one.amount.value * (1 if one.amount.mark in ("CR", "-") else -1) for one in (first, last))
    return Summary(rising, falling, tuple(inner)) if before - falling + rising == after else None


def _total(pairs: Sequence[Pair], sign: int, card: bool) -> Decimal:
    return sum((p.amount.value for p in pairs if side(p, card) == sign), start=Decimal(0))


def side(pair: Pair, card: bool) -> int:
    """Labelled amount -> 1 money in, -1 money out, 0 neither. Its label says it; on an account a minus does first."""
    label = _label(pair)
    if _NEITHER.search(label):
        return 0
    if not card:
        return -1 if pair.amount.mark in ("-", "DR") else section_sign(label) or (1 if pair.amount.mark else 0)
    rising, falling = _IN.search(label), _OUT.search(label)
    if rising and falling:
        return 1 if rising.start() < falling.start() else -1
    return 1 if rising else -1 if falling else 0


def _label(pair: Pair) -> str:
    return plain(pair.left) or plain(pair.above)
