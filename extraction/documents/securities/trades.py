"""Rows of a brokerage account -> what they say of securities: quantity, price, fees, name, identifier."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from extraction.documents.account import Read, provenance
from extraction.documents.securities.spoken import makes, spoken
from extraction.model import Cell
from extraction.reconcile.ledger import Posting
from extraction.reconcile.securities.product import HUNDRED, HUNDREDTH, ONE, printed
from extraction.reconcile.verdict import issue, money
from extraction.tables.securities.actions import action, after_action
from extraction.tables.securities.classes import is_bond, is_option
from extraction.tables.securities.holding_columns import pieces
from extraction.tables.securities.holding_heads import HoldingsHead, head_cells
from extraction.tables.securities.holding_match import Piece
from extraction.tables.securities.identifiers import identifiers, kind_of, only_identifiers
from extraction.tables.securities.securities import Field
from extraction.tables.table import Row, Table
from extraction.text import quantities
from extraction.text.amounts import Amount
from extraction.text.lines import Line
from extraction.text.normal import plain
from extraction.text.quantities import Figure, Mark
from schemas.result import Issue, IssueCode, Proof
from schemas.statement import Action, Trade

_OF_MONEY = frozenset({"deposit", "withdrawal", "fee", "interest", "transfer"})
"""What is done with money alone: the text of such a row names no security."""
CODE = 14
"""Characters of the longest identifier."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a row prints of a security, with the places of it."""

    quantity: tuple[Figure, Cell] | None = None
    price: tuple[Figure, Cell] | None = None
    fees: tuple[tuple[Figure, Cell], ...] = ()
    security: tuple[str, Cell] | None = None
    identifier: tuple[str, Cell] | None = None
    others: tuple[Figure, ...] = ()


def trades(read: Read, lines: Sequence[Line], mark: Mark) -> list[tuple[Posting, Trade | None]]:
    """An account, the lines of its document, the decimal mark -> each row in printed order with its trade; None for
    rows that say nothing of a security."""
    rows = sorted((p for _, p in read.outcome.rows), key=lambda p: p.row.order) if read.outcome else []
    told = {row.order: found for table in read.part.tables for row, found in _told(table, lines, mark)}
    heads = {cell.text for table in read.part.tables if table.header for cell in table.header.cells}
    return [(posting, _trade(posting, told.get(posting.row.order, Told()), heads)) for posting in rows]


def _action(posting: Posting, told: Told, heads: Set[str]) -> Action | None:
    """What a row says was done; the heading above it, where that is none of the table's heads; else the side of its
    amount, where it has a quantity and a price."""
    row = posting.row
    done = action(row.description) or (action(row.section) if row.section not in heads else None)
    if done is not None:
        return done[0]
    if told.quantity is None or told.price is None or not posting.amount:
        return None
    return "buy" if posting.amount < 0 else "sell"


def _trade(posting: Posting, told: Told, heads: Set[str]) -> Trade | None:
    heard = spoken(posting) if told.quantity is None else None
    done = _action(posting, told, heads)
    if heard is not None or (done is None and told.quantity is None):
        return heard
    if told.quantity is None and told.identifier is None and done in _OF_MONEY:
        told = replace(told, security=None)
    fees = sum((figure.value for figure, _ in told.fees), start=Decimal(0)) if told.fees else None
    places = {
        "quantity": told.quantity and told.quantity[1], "unit_price": told.price and told.price[1],
        "fees": told.fees[0][1] if told.fees else None,
        "security": told.security and told.security[1], "identifier": told.identifier and told.identifier[1],
    }  # fmt: skip
    return Trade(
        action=done,
        security=told.security[0] if told.security else None,
        identifier=told.identifier[0] if told.identifier else None,
        identifier_kind=kind_of(told.identifier[0]) if told.identifier else None,
        quantity=told.quantity[0].value if told.quantity else None,
        unit_price=told.price[0].value if told.price else None,
        fees=fees,
        fields={name: provenance(cell) for name, cell in places.items() if cell is not None},
    )


def _told(table: Table, lines: Sequence[Line], mark: Mark) -> Iterator[tuple[Row, Told]]:
    """A table of movements -> what each of its rows prints in columns of securities."""
    header = table.header
    if header is None:
        return
    cells = head_cells(lines[header.first : header.last + 1])
    head = HoldingsHead(header.page, header.first, header.last, header.top, header.bottom, tuple(cells))
    if not {"quantity", "price", "fee", "name", "identifier"} & set(head.fields):
        return
    own = lines[table.first : table.last]
    parted = pieces(own, head, mark)
    for row in table.rows:
        inside = [
            (line, its)
            for line, its in zip(own, parted, strict=True)
            if line.page == row.page and row.cell.box[1] - 1 <= line.middle <= row.cell.box[3] + 1
        ]
        main = [(line, its) for line, its in inside if any(piece.figure for piece in its)] or inside
        yield row, _of_row([(line.page, piece) for line, its in main for piece in its], head)


def _of_row(found: Sequence[tuple[int, Piece]], head: HoldingsHead) -> Told:
    told = Told()
    names = _names(head)
    for page, piece in found:
        if piece.column is None:
            continue
        name: Field | None = head.cells[piece.column].field
        cell = piece.cell(page)
        if piece.figure is not None and name in ("quantity", "price", "fee"):
            one = (piece.figure, cell)
            if name == "quantity":
                told = replace(told, quantity=told.quantity or one)
            elif name == "price":
                told = replace(told, price=told.price or one)
            else:
                told = replace(told, fees=(*told.fees, one))
        elif piece.figure is not None:
            told = replace(told, others=(*told.others, piece.figure))
        elif piece.column in names:
            text = after_action(piece.text) if plain(head.cells[piece.column].text) in _GENERAL else piece.text
            told = _with_name(told, text, cell) if text else told
        if (
            name == "identifier"
            and len(piece.text) <= CODE
            and " " not in piece.text
            and not quantities.empty(piece.text)
        ):
            told = replace(told, identifier=told.identifier or (piece.text, cell))
    return told


_GENERAL = frozenset(
    {
        "description",
        "details",
        "particulars",
        "libelle",
        "descripcion",
        "descrizione",
        "omschrijving",
        "descricao",
        "vorgang",
    }
)


def _names(head: HoldingsHead) -> frozenset[int]:
    """Places of the columns that name securities: none where there are no quantities; a description that stands beside
    a name says something else."""
    if "quantity" not in head.fields:
        return frozenset()
    every = [i for i, name in enumerate(head.fields) if name == "name"]
    own = [i for i in every if plain(head.cells[i].text) not in _GENERAL]
    return frozenset(own or every)


def _with_name(told: Told, text: str, cell: Cell) -> Told:
    inside = next(iter(identifiers(text)), None)
    if inside is not None and told.identifier is None:
        told = replace(told, identifier=(inside.text, cell))
    if only_identifiers(text):
        return told
    before = told.security
    return replace(told, security=(f"{before[0]} {text}", before[1]) if before else (text, cell))


def judge_trades(found: Sequence[tuple[Posting, Trade | None]], account: int) -> tuple[Proof | None, list[Issue]]:
    """Rows with their trades, the place of their account -> whether quantity × price, with fees, make the amounts."""
    issues: list[Issue] = []
    held = count = 0
    for number, (posting, trade) in enumerate(found):
        if trade is None or trade.quantity is None or trade.unit_price is None or posting.amount is None:
            continue
        if not trade.quantity or trade.action in ("tax", "fee"):
            continue
        count += 1
        if _holds(trade, posting):
            held += 1
            continue
        made = trade.quantity * trade.unit_price
        message = (
            f"Quantity × price make {money(made)}; the amount of the row is {money(abs(posting.amount))}, and no costs "
            f"are printed that explain the difference. A quantity, a price or the costs are misread or missing."
        )
        cell = posting.amount_cell or posting.row.cell
        wrong = issue(IssueCode.VALUE_MISMATCH, "error", message, account, cell, number)
        issues.append(wrong.model_copy(update={"expected": f"{made:f}", "found": f"{abs(posting.amount):f}"}))
    if not count:
        return None, []
    detail = f"{held} of {count} trades make quantity × price, with their costs"
    return Proof(check="trade_amounts", status="fails" if issues else "holds", detail=detail, account=account), issues


def _holds(trade: Trade, posting: Posting) -> bool:
    """Whether a product, alone or with costs that the row prints, is the amount of the row."""
    assert trade.quantity is not None
    assert trade.unit_price is not None
    assert posting.amount is not None
    quantity, price = _figure(trade.quantity), _figure(trade.unit_price)
    base = printed(quantity, whole=True).times(printed(price))
    text = posting.row.description
    scales = (ONE, HUNDREDTH) if is_bond(text) else (ONE, HUNDRED) if is_option(text) else (ONE,)
    costs = {Decimal(0), trade.fees or Decimal(0), *(amount.value for amount in _other_amounts(posting))}
    return makes(base, scales, costs, posting.amount)


def _other_amounts(posting: Posting) -> Iterator[Amount]:
    for entry in posting.row.entries.values():
        if entry.cell != posting.amount_cell and entry.cell != posting.balance_cell:
            yield entry.amount


def _figure(value: Decimal) -> Figure:
    decimals = max(0, -int(value.as_tuple().exponent))
    return Figure(abs(value), "-" if value < 0 else "", decimals, None, False)
