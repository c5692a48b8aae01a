"""The plainest bank statement there is, as a PDF: for tests of what happens around the reading of it."""

import io
from datetime import date, timedelta
from decimal import Decimal

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

LEFT, RIGHT, BALANCE = 60, 440, 540


def statement(number: str = "12345678", amounts: tuple[str, ...] = ("-20.00", "1500.00"), **changes: str) -> bytes:
    """Account number, amounts -> one page with a running balance. `closing` misprints it, `password` encrypts.

    The same arguments make the same bytes.
    """
    out = io.BytesIO()
    password = changes.get("password")
    encrypt = StandardEncryption(password, canPrint=0) if password else None
    page = Canvas(out, pagesize=(600, 800), invariant=1, encrypt=encrypt)
    balance, day, y = Decimal("1000.00"), date(2025, 1, 2), 640
    for text, height in (("Example Bank", 760), ("Account statement", 735), (f"Account number: {number}", 715)):
        page.drawString(LEFT, height, text)
    page.drawString(LEFT, 695, "Statement period: 01/01/2025 to 01/31/2025")
    page.drawString(LEFT, 680, "All amounts in USD")
    _row(page, 660, "Date", "Description", "Amount", "Balance")
    _row(page, y, "01/01/2025", "Opening balance", "", f"{balance:,}")
    for position, amount in enumerate(amounts, 1):
        balance += Decimal(amount)
        y -= 18
        _row(page, y, f"{day:%m/%d/%Y}", f"Payment {position}", f"{Decimal(amount):,}", f"{balance:,}")
        day += timedelta(days=1)
    _row(page, y - 18, "01/31/2025", "Closing balance", "", changes.get("closing", f"{balance:,}"))
    page.save()
    return out.getvalue()


def _row(page: Canvas, y: int, day: str, description: str, amount: str, balance: str) -> None:
    page.drawString(LEFT, y, day)
    page.drawString(LEFT + 80, y, description)
    page.drawRightString(RIGHT, y, amount)
    page.drawRightString(BALANCE, y, balance)
