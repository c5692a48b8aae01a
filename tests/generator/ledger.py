"""Invents accounts: numbers, periods and movements that add up."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from random import Random

from .dates import show_date
from .figures import figure, money
from .model import CENT, Account, Row
from .places import COMPANIES, PEOPLE, SHOPS, grouped, iban, with_luhn
from .style import Style

CHECK_SECTION = "checks"
CARD_SECTIONS = ("payments", "purchases", "fees", "interest")


def sum_of(rows: list[Row]) -> Decimal:
    return sum((row.amount for row in rows), Decimal("0.00"))


def period(style: Style, rng: Random) -> tuple[date, date]:
    """First and last day. The last day is past the twelfth, so numeric dates can be told apart."""
    year = rng.randrange(2018, 2026)
    if style.period == "new_year":
        start = date(year, 12, rng.randrange(4, 22))
        return start, start + timedelta(days=30)
    start = date(year, rng.randrange(1, 10 if style.period == "quarter" else 13), 1)
    months = 3 if style.period == "quarter" else 1
    after = start.month - 1 + months
    end = date(year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
    if style.kind == "card" and style.period == "month":
        start += timedelta(days=14)
        end = start + timedelta(days=29)
    return start, end


def number(style: Style, rng: Random) -> tuple[str, str]:
    """(label, account number) as printed."""
    digits = "".join(str(rng.randrange(10)) for _ in range(16))
    if style.kind == "card":
        card = grouped(with_luhn(f"9{digits[1:15]}"))  # no real card number starts with 9
        if style.masked:
            card = rng.choice(
                (
                    f"XXXX XXXX XXXX {card[-4:]}",
                    f"**** **** **** {card[-4:]}",
                    f"xxxx-xxxx-xxxx-{card[-4:]}",
                    f"{card[:4]} XX** **** {card[-4:]}",
                )
            )
        return style.lang.card["card"], card
    if style.use_iban:
        value = iban(style.country, style.place.iban, rng)
        return "IBAN", grouped(value) if rng.random() < 0.8 else value
    if style.masked:
        plain = rng.choice((f"XXXXXX{digits[:4]}", f"****{digits[:4]}", f"xxx-xx{digits[:3]}"))
    else:
        plain = rng.choice(
            (
                digits[:8],
                digits[:10],
                f"{digits[:3]}-{digits[3:6]}-{digits[6:9]}",
                f"{digits[:4]} {digits[4:8]} {digits[8:11]}",
                f"{digits[:3]}.{digits[3:9]}",
            )
        )
    return rng.choice(style.lang.account), plain


def fill(text: str, style: Style, rng: Random, day: date) -> str:
    """Replaces the fields of a word list's text."""
    values = {
        "co": rng.choice(COMPANIES),
        "who": rng.choice(PEOPLE),
        "shop": rng.choice(SHOPS),
        "city": town(rng.choice(style.place.cities)),
        "digits": str(rng.randrange(10**7, 10**12)),
        "four": str(rng.randrange(1000, 10000)),
        "date": show_date(day - timedelta(days=rng.randrange(1, 9)), style.date_format, style.lang),
        "money": figure(Decimal(rng.randrange(500, 400000)) * CENT, style.numbers),
        "other": rng.choice(("NOK", "JPY", "HUF")),
        "rate": f"{rng.randrange(5, 200)}{style_point(style)}{rng.randrange(1000, 9999)}",
        "year": day.year,
        "code": "".join(rng.choice("ABCDEFGHJKMNPQRSTUVWXYZ23456789") for _ in range(4))
        + "-"
        + rng.choice("XYZ")
        + "7",
        "small": money(
            Decimal(rng.randrange(50, 4500)) * CENT, style.numbers, symbol=style.place.symbol, after=style.symbol_after
        ),
    }
    return text.format(**values)


def town(line: str) -> str:
    """The words of an address line that hold no figure."""
    return " ".join(w for w in line.split(",")[0].split() if w.isalpha() and not w.isupper()) or line


def style_point(style: Style) -> str:
    return "," if "comma" in style.numbers and not style.numbers.startswith("comma") else "."


def amount(rng: Random, income: bool) -> Decimal:
    """A positive sum: mostly small, at times round or large."""
    draw = rng.random()
    if income:
        cents = rng.randrange(80000, 450000) if draw < 0.5 else rng.randrange(100, 90000)
    elif draw < 0.75:
        cents = rng.randrange(99, 15000)
    elif draw < 0.95:
        cents = rng.randrange(15000, 130000)
    else:
        cents = rng.randrange(130000, 1500000)
    if rng.random() < 0.12:
        cents = max(cents // 1000, 1) * 1000
    return Decimal(cents) * CENT


def days(style: Style, rng: Random, span: tuple[date, date], count: int) -> list[date]:
    """Sorted booking days; months have few distinct days when there are many rows."""
    length = (span[1] - span[0]).days + 1
    distinct = sorted(rng.sample(range(length), min(length, max(1, int(count * rng.uniform(0.35, 1.0))))))
    picked = sorted(distinct + rng.choices(distinct, k=max(0, count - len(distinct))))[:count] if count else []
    return [span[0] + timedelta(days=d) for d in picked]


def bank_row(style: Style, rng: Random, day: date, income: bool, checks: bool) -> Row:
    lang = style.lang
    kind, text = rng.choice(lang.ins if income else lang.outs)
    section = "in" if income else "out"
    if checks and not income and rng.random() < 0.3:
        kind, text, section = "Check", f"CHECK {rng.randrange(1001, 1999)}", CHECK_SECTION
    value = amount(rng, income)
    return Row(day, day, value if income else -value, [fill(text, style, rng, day)], kind=kind, section=section)


def card_row(style: Style, rng: Random, day: date) -> Row:
    words, draw = style.lang.card, rng.random()
    value = amount(rng, False)
    if draw < 0.08:
        return Row(day, day, value * 3, [words["thanks"]], section="payments")
    if draw < 0.14:
        return Row(day, day, value, [fill(words["refund"], style, rng, day)], section="payments")
    if draw < 0.18:
        return Row(
            day, day, -(value / 20).quantize(CENT) - CENT, [rng.choice((words["fee"], words["late"]))], section="fees"
        )
    if draw < 0.21:
        return Row(day, day, -(value / 10).quantize(CENT) - CENT, [words["charge"]], section="interest")
    shop = fill("{shop} {city}", style, rng, day)
    return Row(day, day, -value, [shop], section="purchases")


def details(row: Row, style: Style, rng: Random) -> None:
    """Adds continuation lines, reference and value date."""
    for _ in range(rng.randrange(style.detail_lines + 1)):
        row.lines.append(fill(rng.choice(style.lang.details), style, rng, row.day))
    if style.party_column:
        row.party = [rng.choice((*PEOPLE, *COMPANIES, *SHOPS))]
        if rng.random() < 0.6:
            row.party.append(iban("nl", "AAAA9999999999", rng))
    if style.foreign_column and rng.random() < 0.3:
        row.foreign = fill("{money} {other}", style, rng, row.day)
    if style.ref_column != "none":
        digits = str(rng.randrange(10**5, 10**8))
        row.ref = digits if style.ref_column == "number" else f"{rng.choice('ABCFTX')}{rng.choice('KLM')}{digits}"
    if style.two_dates != "none":
        shift = rng.choice((0, 0, 0, 1, 1, 2, 3))
        row.value_day = row.day - timedelta(days=shift) if style.kind == "card" else row.day + timedelta(days=shift)


def movements(style: Style, rng: Random, span: tuple[date, date], count: int) -> list[Row]:
    """Chronological rows without balances."""
    checks = style.amounts == "sections" and style.lang.code == "en" and (style.check_grid or rng.random() < 0.5)
    rows = []
    for day in days(style, rng, span, count):
        row = (
            card_row(style, rng, day) if style.kind == "card" else bank_row(style, rng, day, rng.random() < 0.3, checks)
        )
        details(row, style, rng)
        rows.append(row)
    if style.zero_row and rows:
        at = rng.randrange(len(rows))
        rows[at].amount = Decimal("0.00")
    if style.twins and len(rows) > 2:
        at = rng.randrange(len(rows) - 1)
        one, two = rows[at], rows[at + 1]
        two.day, two.value_day, two.amount, two.section = one.day, one.value_day, one.amount, one.section
        two.kind, two.ref, two.lines = one.kind, one.ref, list(one.lines)
        two.party, two.foreign = list(one.party), one.foreign
    return rows


def account(style: Style, rng: Random, span: tuple[date, date], count: int) -> Account:
    """An account whose rows carry true balances and whose printed figures are still true."""
    rows = movements(style, rng, span, count)
    opening = Decimal(rng.randrange(5000, 1800000)) * CENT
    if style.kind == "card":
        opening = -Decimal(rng.randrange(0, 600000)) * CENT
        opening = Decimal("0.00") if rng.random() < 0.06 else opening
    elif style.overdraft:
        opening = opening / 10 if rows else -opening
    else:
        opening += max(Decimal(0), -lowest(rows))
    opening = opening.quantize(CENT)
    balance = opening
    for row in rows:
        balance += row.amount
        row.balance, row.shown = balance, row.amount
    for row, after in pairwise([*rows, None]):
        row.shows_balance = style.balance == "row" or (
            style.balance == "day" and (after is None or after.day != row.day)
        )
    if style.reverse:
        rows.reverse()
    if style.card_groups:
        names = [f"{who} · {style.lang.card['card']} {rng.randrange(1000, 9999)}" for who in rng.sample(PEOPLE, 2)]
        for k, row in enumerate(rows):
            row.group = names[k % 2]
        rows.sort(key=lambda row: names.index(row.group))
    if style.amounts == "sections":
        order = ("in", "out", CHECK_SECTION, *CARD_SECTIONS)
        rows.sort(key=lambda row: order.index(row.section))
    label, shown = number(style, rng)
    result = Account(shown, label, rng.choice(style.lang.names), opening, balance, rows, shown_closing=balance)
    result.shown_in = sum_of([r for r in rows if r.amount > 0])
    result.shown_out = -sum_of([r for r in rows if r.amount < 0])
    for name in ("in", "out", CHECK_SECTION, *CARD_SECTIONS):
        result.parts[name] = abs(sum_of([r for r in rows if r.section == name]))
    return result


def day_ends(account: Account) -> dict[date, Decimal]:
    """The true balance at the end of each day that has rows, in order of time."""
    running, ends = account.opening, dict[date, Decimal]()
    for row in sorted(account.rows, key=lambda r: r.day):
        running += row.amount
        ends[row.day] = running
    return ends


def lowest(rows: list[Row]) -> Decimal:
    """The lowest running sum from zero."""
    low = total = Decimal(0)
    for row in rows:
        total += row.amount
        low = min(low, total)
    return low
