"""Invents what is held and what was moved, so that it adds up; defects change what is printed, never what is true."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from ..ledger import period
from ..model import CENT
from ..places import COMPANIES, PEOPLE
from .numbers import isin, ticker
from .style import BrokerStyle
from .words import NAMES, WORDS

HUNDREDTH = Decimal("0.01")
ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Held:
    """One holding; figures as the page prints them, `value` in the currency of the account."""

    name: str
    kind: str
    code: str
    quantity: Decimal
    price: Decimal
    factor: Decimal
    currency: str
    rate: Decimal | None
    local: Decimal | None
    value: Decimal
    cost: Decimal
    earlier: Decimal
    income: Decimal
    accrued: Decimal
    weight: Decimal = ZERO

    @property
    def gain(self) -> Decimal:
        return self.value - self.cost


@dataclass(frozen=True)
class Move:
    """One movement of cash. `quantity` and `price` None: no trade. `fee` >= 0 is in the amount."""

    day: date
    action: str
    word: str
    text: str
    amount: Decimal
    quantity: Decimal | None = None
    price: Decimal | None = None
    fee: Decimal = ZERO
    balance: Decimal = ZERO


@dataclass(frozen=True)
class Book:
    """An account as the page prints it. `cash`: what is printed as cash at the end, None where it is not printed."""

    bank: str
    number: str
    span: tuple[date, date]
    held: tuple[Held, ...]
    sums: dict[str, Decimal]  # of each class
    total: Decimal
    opening: Decimal
    closing: Decimal
    moves: tuple[Move, ...]
    cash: Decimal | None
    misprints: tuple[dict[str, str], ...] = field(default=())

    @property
    def whole(self) -> Decimal:
        return self.total + (self.cash or ZERO)


def book(style: BrokerStyle, seed: int) -> Book:
    """Style, seed -> account with true figures, then with what its defect changes."""
    rng = Random(f"book {seed}")
    span = period(style.page, rng)
    kinds = ["equity", "fund", "bond"] if style.bonds else ["equity", "fund"]
    kinds = kinds[-style.classes :] if style.bonds else kinds[: style.classes]
    held = sorted(
        (_held(style, rng, kinds[i % len(kinds)], i) for i in range(style.holdings)), key=lambda h: kinds.index(h.kind)
    )
    opening = (Decimal(rng.randrange(100000, 4000000)) * CENT).quantize(CENT)
    moves = tuple(_moves(style, rng, span, opening))
    closing = moves[-1].balance if moves else opening
    cash = None if style.cash == "none" else closing
    total = sum((h.value for h in held), ZERO)
    base = total + (cash or ZERO)
    if style.weight >= 0:
        held = [replace(h, weight=(h.value / base * 100).quantize(Decimal(1).scaleb(-style.weight))) for h in held]
    sums = {
        kind: sum((h.value for h in held if h.kind == kind), ZERO)
        for kind in kinds
        if any(h.kind == kind for h in held)
    }
    number = "".join(str(rng.randrange(10)) for _ in range(9))
    one = Book(
        rng.choice(style.page.place.banks), number, span, tuple(held), sums, total, opening, closing, moves, cash
    )
    return _spoilt(one, style, rng)


def _held(style: BrokerStyle, rng: Random, kind: str, place: int) -> Held:
    name = NAMES[kind][(place * 5 + rng.randrange(3)) % len(NAMES[kind])]
    home = style.page.place.currency
    factor, currency, rate, local = Decimal(1), home, None, None
    step = Decimal(1).scaleb(-style.price_decimals)
    if kind == "bond":
        point = "," if style.lang != "en" and style.page.place.currency != "CHF" else "."
        name = name.format(
            r=f"{rng.randrange(0, 7)}{point}{rng.choice(('00', '25', '50', '75', '125'))}%", y=rng.randrange(2026, 2041)
        )
        quantity, factor = Decimal(rng.randrange(1, 60) * 1000), HUNDREDTH
        price = (Decimal(rng.randrange(7000, 12500)) / 100 + Decimal(rng.randrange(1000)) / 10**6).quantize(step)
    else:
        decimals = style.quantity_decimals if kind == "fund" or style.quantity_decimals > 3 else 0
        quantity = (
            Decimal(rng.randrange(1, 400)) + (Decimal(rng.randrange(1, 10**6)) / 10**6 if decimals else 0)
        ).quantize(Decimal(1).scaleb(-decimals))
        quantity = quantity or Decimal(1)
        price = (Decimal(rng.randrange(150, 60000)) / 100 + Decimal(rng.randrange(1000)) / 10**6).quantize(step)
        if style.pence:
            factor, price = HUNDREDTH, (price * 10).quantize(step)
    product = quantity * price * factor
    if style.foreign != "none" and place % 2:
        currency = rng.choice([code for code in ("USD", "GBP", "CHF") if code != home][:2])
        rate = {"USD": Decimal("0.92314"), "GBP": Decimal("1.17042"), "CHF": Decimal("1.03518")}[currency]
        local = product.quantize(CENT)
    elif style.foreign == "local":
        local = product.quantize(CENT)
    if style.foreign == "local" and rate is not None and local is not None:
        value = (local * rate).quantize(CENT)
    else:
        value = (product * (rate or 1)).quantize(CENT)
    cost = (value * Decimal(rng.randrange(60, 130)) / 100).quantize(CENT)
    country = {"USD": "US", "GBP": "GB", "CHF": "CH"}.get(currency, style.page.country)
    code = ticker(rng) if style.tickers and kind == "equity" else isin(country, rng)
    return Held(
        name, kind, code, quantity, price, factor, currency, rate, local, value, cost,
        (value * Decimal(rng.randrange(85, 112)) / 100).quantize(CENT), (value / 40).quantize(CENT),
        (quantity / 1000 * Decimal(rng.randrange(1, 30))).quantize(CENT) if kind == "bond" else ZERO,
    )  # fmt: skip


def _moves(style: BrokerStyle, rng: Random, span: tuple[date, date], opening: Decimal) -> list[Move]:
    words = WORDS[style.lang].actions
    days = sorted(span[0] + timedelta(days=rng.randrange((span[1] - span[0]).days + 1)) for _ in range(style.moves))
    kinds = [
        rng.choice(("buy", "buy", "sell", "dividend", "dividend", "deposit", "fee", "withdrawal", "interest"))
        for _ in days
    ]
    if len(kinds) > 1:  # money goes both ways
        kinds[0], kinds[-1] = "deposit", "buy"
    found, balance = [], opening
    for day, kind in zip(days, kinds, strict=True):
        word = rng.choice(words[kind])
        quantity = price = None
        fee = ZERO
        if kind in ("buy", "sell"):
            text = rng.choice(NAMES["equity"][:8] + NAMES["fund"][:4])
            quantity, price = (
                Decimal(rng.randrange(1, 60)),
                (Decimal(rng.randrange(150, 9000)) / 100).quantize(Decimal("0.0001")),
            )
            fee = (
                (Decimal(rng.randrange(99, 1999)) * CENT).quantize(CENT)
                if style.traded and rng.random() < 0.6
                else ZERO
            )
            amount = (quantity * price).quantize(CENT)
            amount = -amount - fee if kind == "buy" else amount - fee
        else:
            text = {
                "dividend": rng.choice(NAMES["equity"][:8]),
                "deposit": rng.choice(PEOPLE),
                "withdrawal": rng.choice(PEOPLE),
            }.get(kind, rng.choice(COMPANIES))
            amount = (Decimal(rng.randrange(150, 90000)) * CENT).quantize(CENT) * (
                -1 if kind in ("fee", "withdrawal") else 1
            )
        balance += amount
        found.append(Move(day, kind, word, text, amount, quantity, price, fee, balance))
    return found


def _spoilt(one: Book, style: BrokerStyle, rng: Random) -> Book:
    """The book with one figure otherwise, or a holding left out, and what was changed."""
    at = rng.randrange(len(one.held))
    row = one.held[at]
    rest = (one.held[:at], one.held[at + 1 :])

    def told(name: str, printed: object, right: object) -> tuple[dict[str, str], ...]:
        return ({"field": name, "printed": str(printed), "note": f"right is {right}"},)

    if style.defect == "value":
        wrong = _other(row.value, rng)
        return replace(
            one, held=(*rest[0], replace(row, value=wrong), *rest[1]), misprints=told("value", wrong, row.value)
        )
    if style.defect == "quantity":
        wrong = _other(row.quantity, rng)
        return replace(
            one,
            held=(*rest[0], replace(row, quantity=wrong), *rest[1]),
            misprints=told("quantity", wrong, row.quantity),
        )
    if style.defect == "price":
        wrong = _other(row.price, rng)
        return replace(
            one, held=(*rest[0], replace(row, price=wrong), *rest[1]), misprints=told("price", wrong, row.price)
        )
    if style.defect == "total":
        wrong = _other(one.total, rng)
        return replace(one, total=wrong, misprints=told("total", wrong, one.total))
    if style.defect == "subtotal":
        kind = rng.choice(sorted(one.sums))
        wrong = _other(one.sums[kind], rng)
        return replace(one, sums={**one.sums, kind: wrong}, misprints=told("subtotal", wrong, one.sums[kind]))
    if style.defect == "dropped":
        return replace(one, held=(*rest[0], *rest[1]), misprints=told("holding", None, row.name))
    if style.defect == "cash":
        k = rng.randrange(len(one.moves))
        move = one.moves[k]
        wrong = _other(abs(move.amount), rng).copy_sign(move.amount)
        return replace(
            one,
            moves=(*one.moves[:k], replace(move, amount=wrong), *one.moves[k + 1 :]),
            misprints=told("amount", wrong, move.amount),
        )
    if style.defect == "closing":
        wrong = _other(one.closing, rng)
        return replace(one, closing=wrong, misprints=told("closing", wrong, one.closing))
    return one


def _other(value: Decimal, rng: Random) -> Decimal:
    """The value with one of its first three digits another one: more than any rounding of the page."""
    digits = f"{value:f}"
    places = [i for i, ch in enumerate(digits) if ch.isdigit() and ch != "0"][:3] or [0]
    i = rng.choice(places)
    wrong = rng.choice([d for d in "123456789" if d != digits[i]])
    return Decimal(digits[:i] + wrong + digits[i + 1 :])
