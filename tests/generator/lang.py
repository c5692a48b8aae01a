"""Words of a statement, per language. English here; the other languages in `lang_europe`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lang:
    """Synonyms that a page chooses from; pairs keep words together that belong together."""

    code: str
    months: tuple[str, ...]
    short: tuple[str, ...]
    date: tuple[str, ...]
    two_dates: tuple[tuple[str, str], ...]  # (booking, value)
    text: tuple[str, ...]
    out_in: tuple[tuple[str, str], ...]  # headings of (debit, credit)
    amount: tuple[str, ...]
    balance: tuple[str, ...]
    kind: tuple[str, ...]
    ref: tuple[str, ...]
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    forward: tuple[tuple[str, str], ...]  # (brought forward, carried forward)
    total: tuple[str, ...]
    totals: tuple[tuple[str, str], ...]  # labels of (total credits, total debits)
    title: tuple[str, ...]
    card_title: tuple[str, ...]
    account: tuple[str, ...]
    period: tuple[str, ...]
    statement_date: tuple[str, ...]
    page: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]  # (credits, debits)
    nothing: str
    money_note: str
    holder: str
    names: tuple[str, ...]  # kinds of account
    ins: tuple[tuple[str, str], ...]  # (type, text)
    outs: tuple[tuple[str, str], ...]
    details: tuple[str, ...]  # continuation lines; see `ledger.detail` for the fields
    legal: tuple[str, ...]
    card: dict[str, str]
    fees: tuple[str, ...]  # heading and two fees
    daily: str
    pending: str
    rates: tuple[str, ...]


# fmt: off
EN = Lang(
    code="en",
    months=("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December"),
    short=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    date=("Date", "DATE", "Posting Date", "Trans. Date", "Date of entry", "Txn Date"),
    two_dates=(("Posting Date", "Value Date"), ("Date", "Effective Date"), ("Entry date", "Value date"),
               ("Booked", "Value")),
    text=("Description", "Details", "Transaction Details", "Particulars", "Narrative", "Payment type and details",
          "Transaction Description", "Transactions", "Details of transaction"),
    out_in=(("Money out", "Money in"), ("Paid out", "Paid in"), ("Withdrawals", "Deposits"), ("Debit", "Credit"),
            ("Debits", "Credits"), ("Payments", "Receipts"), ("Withdrawal (-)", "Deposit (+)"),
            ("Withdrawals / Debits", "Deposits / Credits"), ("Debit Amount", "Credit Amount"), ("Charges", "Credits"),
            ("DR", "CR"), ("Checks & Debits", "Deposits & Credits")),
    amount=("Amount", "AMOUNT", "Transaction Amount", "Value", "Net amount"),
    balance=("Balance", "BALANCE", "Running Balance", "Account Balance", "Ledger Balance", "Balance after"),
    kind=("Type", "Code", "Transaction Type", "Tran"),
    ref=("Ref", "Reference", "Ref. No.", "Serial", "Trace"),
    opening=("Opening balance", "Beginning Balance", "Previous balance", "Balance at start", "Starting balance",
             "Your opening balance", "Balance last statement"),
    closing=("Closing balance", "Ending Balance", "New balance", "Balance at end", "Balance this statement",
             "Your closing balance"),
    forward=(("Balance brought forward", "Balance carried forward"), ("BROUGHT FORWARD", "CARRIED FORWARD"),
             ("Balance b/f", "Balance c/f"), ("Balance Forward", "Subtotal carried to next page")),
    total=("Total", "TOTALS", "Total movements", "Transaction totals"),
    totals=(("Total credits", "Total debits"), ("Total money in", "Total money out"),
            ("Deposits and other credits", "Withdrawals and other debits"), ("Total paid in", "Total paid out"),
            ("Total Deposits", "Total Withdrawals")),
    title=("Statement of Account", "Account Statement", "Your statement", "BANK STATEMENT", "Checking Summary",
           "Current account statement", "Statement"),
    card_title=("Credit Card Statement", "Your card statement", "Account Statement", "VISA Platinum Statement",
                "Cardmember Statement"),
    account=("Account number", "Account No.", "Acct #", "Account Number:", "Account", "A/C No"),
    period=("Statement period: {a} to {b}", "Statement Period {a} - {b}", "{a} through {b}", "For the period {a} to {b}",
            "From {a} To {b}", "Period covered: {a} – {b}", "Transactions from {a} to {b}"),
    statement_date=("Statement date: {b}", "Statement date {b}", "As at {b}", "Closing date {b}"),
    page=("Page {n} of {m}", "Page {n}/{m}", "Page {n}", "{n} of {m}", "Sheet {n}"),
    sections=(("Deposits and Other Credits", "Withdrawals and Other Debits"), ("DEPOSITS & CREDITS", "WITHDRAWALS"),
              ("Money in", "Money out"), ("Credits", "Debits"), ("Deposits & additions", "Electronic withdrawals")),
    nothing="No transactions in this period",
    money_note="All amounts in {code}",
    holder="Account holder",
    names=("Everyday Checking", "Classic Current Account", "Statement Savings", "Business Account", "Flex Saver"),
    ins=(("Salary", "SALARY {co}"), ("Transfer", "Transfer from {who}"), ("Deposit", "Mobile deposit"),
         ("Interest", "Interest paid"), ("Credit", "ACH CREDIT {co} PAYROLL"), ("Transfer", "Faster payment {who}"),
         ("Deposit", "Cash deposit branch {city}"), ("Refund", "Refund {shop}"), ("Credit", "Dividend {co}")),
    outs=(("Card", "{shop} {city}"), ("Card", "POS PURCHASE {shop}"), ("Direct Debit", "{co} INSURANCE"),
          ("Transfer", "Transfer to {who}"), ("ATM", "ATM withdrawal {city}"), ("Fee", "Monthly service fee"),
          ("Bill", "Bill payment {co} Energy"), ("Standing Order", "RENT {who}"), ("Card", "Card purchase {shop}"),
          ("Card", "{shop} 24H"), ("Online", "ONLINE PMT {co} Mobile"), ("Check", "Check paid {who}")),
    details=("Ref {digits}", "Card ending {four}", "on {date}", "Original amount {money} {other} at {rate}",
             "Invoice {year}-{four} of {money}", "Mandate {code}", "TRN {code} {digits}", "{city} {four}",
             "Value {date} fee included {small}", "To account {digits}", "Customer no. {digits}",
             "Thank you for your order {code}", "Available balance {money}", "FEE {small} INCL. TAX"),
    legal=(("Please examine this statement at once. If no error is reported within 60 days the account will be "
            "considered correct."),
           ("Deposits are protected up to {money} per customer by the guarantee fund. A fee of {small} may apply to "
            "paper statements."),
           "Overdrafts are charged at 14.90 % a year above {money}. Call 0800 555 0147 on working days.",
           "If you think there is an error, write to us within 30 days after {date} and tell us the amount in dispute.",
           "Interest is calculated daily. The rate in force on {date} was 1.25 %."),
    card={"previous": "Previous balance", "payments": "Payments and credits", "purchases": "Purchases",
          "fees": "Fees charged", "interest": "Interest charged", "new": "New balance", "minimum": "Minimum payment due",
          "due": "Payment due date", "limit": "Credit limit", "available": "Available credit",
          "thanks": "PAYMENT THANK YOU", "refund": "RETURN {shop}", "fee": "FOREIGN TRANSACTION FEE",
          "charge": "INTEREST CHARGE ON PURCHASES", "posted": "Post Date", "made": "Trans Date",
          "total": "Total {what} for this period", "coupon": "Detach here and return with your payment",
          "enclosed": "Amount enclosed", "card": "Card number", "late": "LATE FEE",
          "warning": "Late payment warning: if we do not receive your minimum payment by the date listed above, you may "
                     "have to pay a late fee of up to {small}."},
    fees=("Fees this period", "Overdraft fee", "Returned item fee", "Total for this period", "Total year-to-date"),
    daily="Daily ending balance",
    pending="Scheduled payments (not yet booked)",
    rates=("Interest rates", "Balance from", "Annual rate"),
)
