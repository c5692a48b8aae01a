"""What a brokerage statement prints in its cells. Pure."""

from decimal import Decimal

from ..dates import show_date
from .book import Book, Held, Move
from .grid import Cells, Column
from .numbers import number
from .style import BrokerStyle
from .words import WORDS


def picked(options: tuple[str, ...], style: BrokerStyle) -> str:
    """The synonym that the style chooses."""
    return options[style.page.hue % len(options)]


def money(style: BrokerStyle, value: Decimal, mark: bool = False) -> str:
    """A sum; `mark`: with the currency, where the style prints it beside totals."""
    text = number(value, 2, style.page.numbers)
    return with_symbol(style, text, style.page.place.symbol) if mark and style.total_marks else text


def with_symbol(style: BrokerStyle, text: str, symbol: str) -> str:
    if style.page.symbol_after:
        return f"{text} {symbol}"
    return f"{symbol}{' ' if len(symbol) > 1 else ''}{text}"


def head(style: BrokerStyle, key: str) -> list[str]:
    """Key of a column of holdings -> the lines of its head."""
    told = picked(WORDS[style.lang].heads[key], style).split("|")
    if key == "price" and style.pence:
        told = [*told[:-1], f"{told[-1]} (p)"]
    told = [part.replace("EUR", style.page.place.currency) for part in told]
    if key == "price" and style.foreign != "none":
        told = [told[0].split(" in ")[0], *told[1:]]
    return [part.upper() for part in told] if style.head_upper else told


def holding_columns(style: BrokerStyle) -> list[Column]:
    keys = ["quantity", "price"]
    keys += ["local"] if style.foreign == "local" else ["rate"] if style.foreign == "rate" else []
    keys += ["earlier"] * style.earlier + ["cost"] * style.cost + ["value"]
    keys += ["accrued"] * style.accrued + ["gain"] * style.gain + ["income"] * style.income
    keys += ["weight"] * (style.weight >= 0)
    names = ["id", "name"] if style.id_first else ["name", "id"]
    names = names if style.identifier == "column" else ["name"]
    order = [keys[0], *names, *keys[1:]] if style.quantity_first else [*names, *keys]
    return [Column(key, head(style, key), key not in ("name", "id")) for key in order]


def holding_cells(style: BrokerStyle, one: Held) -> Cells:
    numbers = style.page.numbers
    price = number(one.price, style.price_decimals, numbers)
    if one.kind == "bond":
        price += " %" if style.price_marks != "none" or style.lang == "de" else "%"
    elif style.price_marks == "currency":
        price = with_symbol(style, price, one.currency)
    elif style.price_marks == "symbol":
        price = with_symbol(style, price, style.page.place.symbol)
    name = [f"{one.name} ({one.code})" if style.identifier == "beside" else one.name]
    if style.identifier == "below":
        labelled = len(one.code) > 6 and not style.page.hue % 2
        name.append(f"ISIN: {one.code}" if labelled else one.code)
    return {
        "id": [one.code],
        "name": name,
        "quantity": [number(one.quantity, max(0, -int(one.quantity.as_tuple().exponent)), numbers)],
        "price": [price],
        "value": [money(style, one.value)],
        "cost": [money(style, one.cost)],
        "gain": [money(style, one.gain)],
        "earlier": [money(style, one.earlier)],
        "income": [money(style, one.income)],
        "accrued": [money(style, one.accrued) if one.accrued else ""],
        "weight": [share(style, one.weight)],
        "rate": [number(one.rate, 5, numbers) if one.rate else ""],
        "local": [f"{one.currency} {money(style, one.local)}" if one.local is not None else ""],
    }


def share(style: BrokerStyle, percent: Decimal) -> str:
    return number(percent, max(style.weight, 0), style.page.numbers)


def cash_cells(style: BrokerStyle, book: Book, cash: Decimal) -> Cells:
    """Cash as a row of the holdings."""
    cells = {"name": [picked(WORDS[style.lang].cash, style)], "value": [money(style, cash)]}
    if style.weight >= 0:
        base = sum((one.value for one in book.held), cash)
        cells["weight"] = [share(style, (cash / base * 100).quantize(Decimal(1).scaleb(-style.weight)))]
    return cells


def move_columns(style: BrokerStyle) -> list[Column]:
    words = WORDS[style.lang]
    keys = ["date", "action", "text"] + ["quantity", "price", "fee"] * style.traded
    keys += ["debit", "credit"] if style.amounts == "debit_credit" else ["amount"]
    keys += ["balance"] * style.balance
    pair = words.out_in[style.page.hue % len(words.out_in)]
    titles = {"debit": pair[0], "credit": pair[1]}
    return [
        Column(
            key,
            (titles.get(key) or picked(words.columns[key], style)).split("|"),
            key not in ("date", "action", "text"),
        )
        for key in keys
    ]


def move_cells(style: BrokerStyle, move: Move) -> Cells:
    numbers = style.page.numbers
    shown = money(style, abs(move.amount))
    signed = {"signed": f"-{shown}", "paren": f"({shown})"}.get(style.amounts, shown) if move.amount < 0 else shown
    return {
        "date": [show_date(move.day, style.page.date_format, style.page.lang)],
        "action": [move.word],
        "text": [move.text],
        "quantity": [number(move.quantity, 0, numbers) if move.quantity is not None else ""],
        "price": [number(move.price, 4, numbers) if move.price is not None else ""],
        "fee": [money(style, move.fee) if move.fee else ""],
        "amount": [signed],
        "debit": [shown if move.amount < 0 else ""],
        "credit": [shown if move.amount > 0 else ""],
        "balance": [money(style, move.balance)],
    }
