"""What `tieout run` shows: how far it is, a line for each document, why some are not accepted, the cash flow."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from extraction.terminal import new_table, print_table, printable, shortened
from flows.progress import Done, Event, Found, Listener, Waiting
from flows.summary import Summary, Told
from flows.table import as_text, fitting
from flows.warehouse import Warehouse

SHOWN_MONTHS = 24

CASH_FLOW = """
SELECT
  COALESCE(balances.account_number_masked, balances.account_type, 'unnamed') AS account,
  flow.currency,
  flow.month,
  flow.inflow,
  flow.outflow,
  flow.net,
  flow.closing_balance,
  flow.transaction_count
FROM monthly_cash_flow AS flow
LEFT JOIN account_balances AS balances
  ON balances.account_key = flow.account_key
  AND COALESCE(balances.currency, '') = COALESCE(flow.currency, '')
  AND balances.is_latest
ORDER BY account, flow.account_key, flow.currency, flow.month
"""

_STYLES = {"accepted": "green", "review": "yellow", "rejected": "red", "error": "bold red"}
_LOADING = {"already": "already loaded", "copy": "same bytes as another"}


@contextmanager
def shown(bucket: str) -> Iterator[Listener]:
    """Bucket -> a listener that shows on stderr how far its run is: a bar on a terminal, else a line a document."""
    console = Console(stderr=True, highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        yield _lines
        return
    texts = [TextColumn(f"{{task.{text}}}", markup=False) for text in ("description", "fields[name]")]
    with Progress(texts[0], BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), texts[1], console=console) as bar:
        task = bar.add_task("starting", total=None, name=shortened(printable(bucket), 32))
        done: set[str] = set()

        def listen(event: Event) -> None:
            if isinstance(event, Found):
                bar.update(task, description="reading", total=event.documents)
            elif isinstance(event, Done):
                done.add(event.name)
                bar.update(task, name=shortened(printable(event.name), 32), completed=len(done))
            else:
                console.print(f"trying again soon: {event.reason}")

        yield listen
        bar.update(task, description="read", name="")


def _lines(event: Event) -> None:
    """Event -> its line."""
    match event:
        case Found(documents, skipped):
            others = f"; {skipped} other files are left alone" if skipped else ""
            said = f"{documents} documents{others}"
        case Done(name, outcome, seconds):
            said = f"{printable(name)}: {outcome}, {seconds:.1f} s"
        case Waiting(reason):
            said = f"trying again soon: {reason}"
    click.echo(said, err=True)


def print_documents(console: Console, documents: Sequence[Summary]) -> None:
    """Documents -> a table with a line for each account, then what is not accepted, and why."""
    table = new_table()
    is_wide = console.width >= 120
    lines = [(document, told) for document in documents for told in document.accounts or (None,)]
    proofs = [_proof(told, ", " if is_wide else ",\n") for _, told in lines]
    proof_width = min(max(map(len, "\n".join(["proof", *proofs]).split("\n"))), 44 if is_wide else 16)
    kinds = [_kind(document) for document in documents]
    taken = max([4, *map(len, kinds)]) + 8 + (23 if is_wide else 10) + 6 + proof_width + 8 + 7 + 7
    name_width = min(console.width - taken, max([22, *(len(document.name) for document in documents)]))
    table.add_column("document", width=name_width)
    table.add_column("kind")
    table.add_column("account")
    table.add_column("period")
    table.add_column("rows", justify="right")
    table.add_column("proof", width=proof_width)
    table.add_column("decision")
    table.add_column("seconds", justify="right")
    for (document, told), proof in zip(lines, proofs, strict=True):
        is_first = not document.accounts or told is document.accounts[0]
        table.add_row(
            _name(document, name_width) if is_first else "",
            _kind(document) if is_first else "",
            (told.number or "") if told else "",
            _period(told, " – " if is_wide else "\n"),
            _rows(told) if told else "",
            proof,
            Text(document.decision, _STYLES[document.decision]) if is_first else "",
            f"{document.seconds:.1f}" if is_first else "",
        )
    print_table(console, table)
    _print_reasons(console, [document for document in documents if document.decision != "accepted"])


def _rows(told: Told) -> str:
    """How many rows, and holdings: 12, or 12+8."""
    return f"{told.rows:,}" + (f"+{told.holdings:,}" if told.holdings else "")


def print_cash_flow(console: Console, warehouse: Warehouse) -> None:
    """Warehouse -> its view monthly_cash_flow, with the accounts' masked numbers."""
    found = warehouse.query(CASH_FLOW)
    console.print("\nmonthly_cash_flow", style="bold")
    text = as_text(fitting(found.slice(0, SHOWN_MONTHS), console.width))
    console.print(text, end="", soft_wrap=True)
    if found.num_rows > SHOWN_MONTHS:
        console.print(f"and {found.num_rows - SHOWN_MONTHS} more: tieout query monthly_cash_flow")


def print_end(console: Console, documents: Sequence[Summary], warehouse: str) -> None:
    """Documents, where their rows are -> the last lines: what was done, and what to do next."""
    count = {name: sum(document.decision == name for document in documents) for name in _STYLES}
    words = {"accepted": "accepted", "review": "in review", "rejected": "rejected", "error": "not read"}
    said = ", ".join(f"{count[name]} {word}" for name, word in words.items() if count[name])
    rows = sum(told.rows for document in documents for told in document.accounts if document.loading != "copy")
    held = sum(told.holdings for document in documents for told in document.accounts if document.loading != "copy")
    more = f" and {held:,} holdings" if held else ""
    known = sum(document.loading == "already" for document in documents)
    again = f", {known} of them loaded before" if known else ""
    console.print(
        f"\n{len(documents)} documents{again}: {said}. Their {rows:,} rows{more} are in {warehouse}", soft_wrap=True
    )
    console.print('Next: tieout query current_transactions, or tieout query "SELECT …" on any view.')
    if count["review"] or count["rejected"]:
        console.print("      tieout query documents_needing_attention says what is held back, why and where.")
    for document in documents:
        if document.trace:
            click.echo(f"\n{document.reason} Please report it:\n{document.trace}", nl=False)


def _print_reasons(console: Console, documents: Sequence[Summary]) -> None:
    if not documents:
        return
    console.print("\nnot accepted", style="bold")
    table = new_table(show_header=False)
    width = min(console.width // 3, max(len(document.name) for document in documents))
    table.add_column(width=width, no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column()
    for document in documents:
        place = f" (page {document.page})" if document.page else ""
        reason = printable(document.reason or "") + place
        name = shortened(printable(document.name), width)
        table.add_row(name, Text(document.decision, _STYLES[document.decision]), reason)
    print_table(console, table)


def _name(document: Summary, width: int) -> Text:
    name = Text(shortened(printable(document.name), width))
    if document.loading in _LOADING:
        name.append(f"\n{_LOADING[document.loading]}", "dim")
    return name


def _kind(document: Summary) -> str:
    """bank_statement -> bank, credit_card_statement -> card."""
    return (document.kind or "").removesuffix("_statement").replace("credit_card", "card").replace("financial_", "")


def _period(told: Told | None, between: str) -> str:
    if told is None or told.period == (None, None):
        return ""
    return between.join(_day(day) for day in told.period)


def _day(day: date | None) -> str:
    return day.isoformat() if day else "?"


def _proof(told: Told | None, between: str) -> str:
    """What tied out, and what did not: running, closing, ✗ total debits."""
    if told is None:
        return ""
    return between.join([*map(_check, told.held), *(f"✗ {_check(name)}" for name in told.failed)]) or "–"


def _check(name: str) -> str:
    return name.removesuffix(" balance").removeprefix("total ").removeprefix("holding ")
