"""How a page prints sums of money."""

from decimal import Decimal

SEPARATORS = {
    "comma_dot": (",", "."),
    "dot_comma": (".", ","),
    "space_comma": (" ", ","),
    "nbsp_comma": ("\u00a0", ","),
    "apostrophe_dot": ("'", "."),
    "plain_dot": ("", "."),
    "plain_comma": ("", ","),
    "indian": (",", "."),
}


def figure(value: Decimal, numbers: str) -> str:
    """The absolute value with two decimals, grouped as the name `numbers` says."""
    group, point = SEPARATORS[numbers]
    whole, cents = f"{abs(value):.2f}".split(".")
    if numbers == "indian" and len(whole) > 3:
        head, tail = whole[:-3], whole[-3:]
        first = len(head) % 2
        parts = ([head[:first]] if first else []) + [head[i : i + 2] for i in range(first, len(head), 2)]
        whole = ",".join([*parts, tail])
    elif group:
        whole = f"{int(whole):,}".replace(",", group)
    return whole + point + cents


def money(
    value: Decimal, numbers: str, sign: str = "leading", symbol: str = "", after: bool = False, minus: str = "-"
) -> str:
    """A signed sum: `sign` is leading, trailing, paren, plusminus, inner (after a symbol that leads) or none."""
    text = ("-" if sign == "inner" and value < 0 else "") + figure(value, numbers)
    if symbol:
        gap = " " if after or len(symbol) > 2 else ""
        text = f"{text}{gap}{symbol}" if after else f"{symbol}{gap}{text}"
    if sign in ("none", "inner"):
        return text
    if value < 0:
        return {
            "leading": f"{minus}{text}",
            "trailing": f"{text}{minus}",
            "paren": f"({text})",
            "plusminus": f"{minus}{text}",
        }[sign]
    return f"+{text}" if sign == "plusminus" and value > 0 else text
