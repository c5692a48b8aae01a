"""What `tieout evaluate` shows: a line for each document, the totals, what the confidences mean, what is wrong."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from extraction.evaluation.calibration import Calibration
from extraction.evaluation.fields import FieldTally
from extraction.evaluation.lines import Line, Miss
from extraction.evaluation.score import FAILED, DocumentScore
from extraction.evaluation.tally import Tally
from extraction.evaluation.totals import Problem, Totals, totals
from extraction.evaluation.truth import DECISIONS
from extraction.terminal import new_table, print_table, printable, shortened

MADE = (*DECISIONS.values(), FAILED)
SHOWN_ROWS = 3
"""Wrong rows of a document that are shown; --json has all of them."""

_STYLES = {"accepted": "green", "review": "yellow", "rejected": "red", FAILED: "bold red"}
_TAKEN = 60
"""Columns that all but a document's name take."""


def print_evaluation(console: Console, scores: Sequence[DocumentScore], problems: Sequence[Problem]) -> None:
    """Scores of documents, truths that could not be used -> printed."""
    if scores:
        _print_documents(console, scores)
        found = totals(scores)
        _print_totals(console, found)
        _print_decisions(console, found)
        _print_fields(console, found.fields)
        _print_confidences(console, found.calibration)
        _print_wrong(console, scores)
        _print_last(console, found)
    if problems:
        console.print("\ntruths that could not be used", style="bold")
        for problem in problems:
            console.print(f"{printable(problem.name)}: {printable(problem.reason)}", soft_wrap=True)


def _print_documents(console: Console, scores: Sequence[DocumentScore]) -> None:
    table = new_table()
    width = min(console.width - _TAKEN, max(8, *(len(one.name) for one in scores)))
    table.add_column("document", width=width, no_wrap=True)
    for name in ("rows", "texts", "balances", "fields"):
        table.add_column(name, justify="right")
    for name in ("expected", "decision", ""):
        table.add_column(name, no_wrap=True)
    for one in scores:
        table.add_row(
            shortened(printable(one.name), width),
            _rows(one),
            _of(sum((account.texts for account in one.accounts), Tally())),
            _of(sum((account.balances for account in one.accounts), Tally())),
            _of(Tally.count(field.right for field in one.fields)),
            DECISIONS[one.expect],
            Text(one.decision, _STYLES[one.decision]),
            _mark(one),
        )
    print_table(console, table)


def _print_totals(console: Console, found: Totals) -> None:
    console.print("\ntotals", style="bold")
    table = new_table(show_header=False)
    for name, tally in (
        ("statements fully correct", found.fully_correct),
        ("statements with exact rows", found.rows_exact),
        ("rows precision: right, of those read", found.precision),
        ("rows recall: right, of those there are", found.recall),
        ("texts of right rows", found.texts),
        ("balances of right rows", found.balances),
        *((("holdings: right, of those there are", found.holdings),) if found.holdings.of else ()),
        ("decisions as expected", found.as_expected),
        ("rightly accepted, of what may be accepted", found.accepted),
    ):
        table.add_row(name, Text(_of(tally), justify="right"), Text(_percent(tally), justify="right"))
    print_table(console, table)
    if found.wrong:
        console.print("wrong rows: " + ", ".join(f"{count} {kind}" for kind, count in found.wrong.items()))


def _print_decisions(console: Console, found: Totals) -> None:
    console.print("\ndecisions", style="bold")
    table = new_table()
    table.add_column("expected")
    made = [name for name in MADE if name != FAILED or any(key[1] == FAILED for key in found.decisions)]
    for name in made:
        table.add_column(name, justify="right")
    for expect, expected in DECISIONS.items():
        table.add_row(expected, *(str(found.decisions.get((expect, name), 0)) for name in made))
    print_table(console, table)


def _print_fields(console: Console, fields: Mapping[str, FieldTally]) -> None:
    """Each field above the rows: as told, right of those read, right of those printed."""
    if not fields:
        return
    console.print("\nfields", style="bold")
    table = new_table()
    table.add_column("field")
    for name in ("as told", "", "precision", "", "recall", ""):
        table.add_column(name, justify="right")
    for name, one in fields.items():
        cells = [text for tally in (one.whole, one.precision, one.recall) for text in (_of(tally), _percent(tally))]
        table.add_row(name.replace("_", " "), *cells)
    print_table(console, table)


def _print_confidences(console: Console, found: Calibration) -> None:
    """The reliability tables: of values with a stated probability of 90 %, 90 % should be right."""
    if found.whole.bins:
        console.print("\nconfidence: how likely a value is said to be right, and how often it is", style="bold")
        table = new_table()
        table.add_column("stated")
        for name in ("values", "mean stated", "right", "share right", "difference"):
            table.add_column(name, justify="right")
        for one in found.whole.bins:
            reach = f"{one.low:.3f} to {one.high:.3f}"
            right, of = one.tally.right, one.tally.of
            table.add_row(
                reach, f"{of:,}", f"{one.confidence:.2%}", f"{right:,}", _exactly(one.tally), f"{100 * one.gap:+.2f}"
            )
        print_table(console, table)
        console.print(f"expected calibration error: {found.whole.error:.2%} of {found.whole.tally.of:,} values\n")
        table = new_table()
        table.add_column("value")
        for name in ("values", "mean stated", "right", "share right", "error"):
            table.add_column(name, justify="right")
        for name, kind in found.kinds.items():
            table.add_row(
                name.replace("_", " "),
                f"{kind.tally.of:,}",
                f"{kind.confidence:.2%}",
                f"{kind.tally.right:,}",
                _exactly(kind.tally),
                f"{kind.error:.2%}",
            )
        print_table(console, table)
    if found.not_stated.of:
        console.print(f"nothing stated: {found.not_stated.of} values{_right(found.not_stated)}")


def _print_wrong(console: Console, scores: Sequence[DocumentScore]) -> None:
    wrong = [one for one in scores if (one.statement and not one.fully_correct) or not one.rows_exact]
    if not wrong:
        return
    console.print("\nwhat is wrong", style="bold")
    for one in wrong:
        console.print(f"{printable(one.name)}: {'; '.join(_reasons(one))}", soft_wrap=True)


def _print_last(console: Console, found: Totals) -> None:
    console.print()
    for names, what in (
        (found.silent, "silent errors (accepted, yet a row, a holding, a balance or the currency is wrong)"),
        (found.unsafe, "unsafe accepts (accepted, although the truth says review or reject)"),
    ):
        listed = f" ({', '.join(map(printable, names))})" if names else ""
        console.print(f"{what}: {len(names)}{listed}", style="bold red" if names else "", soft_wrap=True)


def _reasons(one: DocumentScore) -> Iterator[str]:
    every = [miss for account in one.accounts for miss in account.misses]
    yield from map(_miss, every[:SHOWN_ROWS])
    if len(every) > SHOWN_ROWS:
        yield f"and {len(every) - SHOWN_ROWS} more rows"
    for name, tallies in (("texts", [a.texts for a in one.accounts]), ("balances", [a.balances for a in one.accounts])):
        total = sum(tallies, Tally())
        if wrong := total.of - total.right:
            yield f"{wrong} {name if wrong > 1 else name[:-1]}"
    held = [account.holdings for account in one.accounts if account.holdings]
    if wrong := sum(score.told - score.right for score in held):
        yield f"{wrong} of {sum(score.told for score in held)} holdings"
    if more := sum(max(score.found - score.told, 0) for score in held):
        yield f"holdings too many: {more}"
    if fields := [field.name.replace("_", " ") for field in one.fields if not field.right]:
        yield ", ".join(fields)
    if one.strays:
        yield f"accounts too many: {one.strays}"


def _miss(miss: Miss) -> str:
    if miss.told and miss.found:
        return f"{miss.kind} of {_line(miss.told)} read as {_line(miss.found)}"
    line = miss.told or miss.found
    assert line
    return f"{miss.kind} row {_line(line)}"


def _line(line: Line) -> str:
    return f"{line.date or 'no date'} {line.amount:,}"


def _rows(one: DocumentScore) -> str:
    """Right of all, and those too many."""
    right, told = sum(a.right for a in one.accounts), sum(a.told for a in one.accounts)
    more = sum(a.found for a in one.accounts) - right
    return (f"{right}/{told}" if one.statement else "–") + (f"+{more}" if more else "")


def _mark(one: DocumentScore) -> Text:
    if one.silent_error:
        return Text("SILENT", "bold red")
    if one.unsafe_accept:
        return Text("UNSAFE", "bold red")
    return Text("✓" if one.statement and one.fully_correct else "")


def _right(tally: Tally) -> str:
    return f", {tally.right} right ({_percent(tally)})" if tally.of else ""


def _of(tally: Tally) -> str:
    return f"{tally.right:,}/{tally.of:,}" if tally.of else "–"


def _exactly(tally: Tally) -> str:
    return "" if tally.share is None else f"{tally.share:.2%}"


def _percent(tally: Tally) -> str:
    return "" if tally.share is None else f"{tally.share:.1%}"
