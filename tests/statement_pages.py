"""Texts of the pages of statements, for tests of files that hold several: see `tests.pages`."""

HEAD = "Date | Details | Paid out | Paid in | Balance"
MARCH = ("02 Mar | Tea | 3.50 | | 96.50", "03 Mar | Wage | | 9.00 | 105.50", "04 Mar | Rent | 10.00 | | 95.50")
APRIL = ("02 Apr | Books | 5.50 | | 90.00", "09 Apr | Wage | | 9.00 | 99.00")


def statement(
    number: str = "12345678",
    month: str = "March",
    rows: tuple[str, ...] = MARCH,
    ends: tuple[str, str] = ("100.00", "95.50"),
    bank: str = "Example Bank",
    foot: str = "",
) -> str:
    """Account number, month of 2024, rows, opening and closing balance, bank, foot -> a statement of one page."""
    last = {"March": 31, "April": 30, "May": 31}[month]
    opening, closing = ends
    lines = [
        bank,
        "Account statement",
        f"Account number: {number}",
        "All amounts in EUR",
        f"Statement period: 1 {month} 2024 to {last} {month} 2024",
        f"Opening balance | | | | {opening}",
        f"Closing balance | | | | {closing}",
        "",
        HEAD,
        *rows,
        "",
        foot,
    ]
    return "\n".join(lines)


def april(**changes: str) -> str:
    """The statement that follows the one of March; `number`, `bank` and `foot` may be others."""
    return statement(month="April", rows=APRIL, ends=("95.50", "99.00"), **changes)  # type: ignore[arg-type]
